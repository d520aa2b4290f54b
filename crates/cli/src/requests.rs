//! From the arguments of a command to the request of the command behind it.

use std::io::Read;
use std::path::Path;

use app::{AppError, AppResult, Code};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::args::{Calc, Call, Command, Sample};

/// What a command needs to be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// An administration.
    Administration,
    /// None; with one it knows more.
    Anyone,
    /// None.
    Nobody,
}

/// A request to the core.
#[derive(Debug)]
pub struct Request {
    /// The command's name in the list.
    pub name: &'static str,
    /// What is asked.
    pub payload: Value,
    /// What must be open.
    pub whose: Whose,
}

/// An error that should not have happened.
pub fn internal(error: serde_json::Error) -> AppError {
    AppError::new(Code::Internal).with("what", error)
}

impl Request {
    /// The request of a command.
    ///
    /// # Errors
    /// `not_found`, `io` or `bad_json` for a request that stands in a file.
    pub fn of(command: &Command, date: Option<NaiveDate>) -> AppResult<Request> {
        let dated = |name, args| administration(name, args, date);
        match command {
            Command::Import(args) => administration("import", args, None),
            Command::Match(args) => administration("match_lines", args, None),
            Command::Accept(args) => administration("match_accept", args, None),
            Command::Today(_) => dated("today", &Map::new() as &dyn Asked),
            Command::Run(args) => dated("run", args),
            Command::Confirm(args) => administration("confirm", args, None),
            Command::Withdraw(args) => administration("letters_withdraw", args, None),
            Command::Handover(args) => dated("handover", args),
            Command::Set(args) => administration("set_customer", args.as_ref(), None),
            Command::Pay(args) => dated("pay", args),
            Command::WriteOff(args) => dated("write_off", args),
            Command::Waive(args) => dated("waive", args),
            Command::Hold(args) => dated("hold", args),
            Command::Dispute(args) => dated("dispute", args),
            Command::Promise(args) => dated("promise", args),
            Command::Insolvency(args) => dated("insolvency", args),
            Command::Note(args) => dated("note", args),
            Command::Invoice(args) => from_file("invoice_add", &args.file),
            Command::Configure(args) => from_file("configure", &args.file),
            Command::Undo(args) => administration("undo", args, None),
            Command::Export(args) => administration("export", args, None),
            Command::Backup(args) => administration("backup", args, None),
            Command::SettleRestored(args) => administration("settle_restored", args, None),
            Command::Verify => administration("verify", &Map::new(), None),
            Command::Read(args) => Ok(Request {
                name: "read",
                payload: value(args)?,
                whose: Whose::Nobody,
            }),
            Command::Calc(calc) => calculation(calc),
            Command::Customer(args) => dated("customer", args),
            Command::Statement(args) => dated("statement", args),
            Command::Print(args) => administration("print_run", args, None),
            Command::TestPage(args) => administration("test_page", args, None),
            Command::Allocate(args) => administration("allocate", args, None),
            Command::Dismiss(args) => administration("dismiss", args, None),
            Command::Merge(args) => administration("merge_customers", args, None),
            Command::Mail(mail) => crate::mail::request(mail, date),
            Command::Dossiers => administration("dossiers", &Map::new(), None),
            Command::Settings => administration("settings", &Map::new(), None),
            Command::Passphrase(_) => Err(no_request()),
            Command::Call(args) => call(args),
            Command::New(_)
            | Command::Restore(_)
            | Command::RecoverySheet(_)
            | Command::UnlockTest
            | Command::Sample(_)
            | Command::Commands => Err(no_request()),
        }
    }
}

fn no_request() -> AppError {
    AppError::new(Code::Internal).with("what", "a command without a request")
}

/// Any command of the list, by its name.
fn call(args: &Call) -> AppResult<Request> {
    let command = app::COMMANDS
        .iter()
        .find(|command| command.name == args.name)
        .ok_or_else(|| AppError::new(Code::UnknownCommand).with("name", &args.name))?;
    let payload = match &args.file {
        Some(file) => json_of(file)?,
        None => json!({}),
    };
    let whose = match command.access {
        app::Access::Open | app::Access::Read => Whose::Administration,
        app::Access::Always => Whose::Anyone,
    };
    Ok(Request {
        name: command.name,
        payload,
        whose,
    })
}

/// Arguments that are a request as they stand.
pub(crate) trait Asked {
    fn value(&self) -> AppResult<Value>;
}

impl<T: Serialize> Asked for T {
    fn value(&self) -> AppResult<Value> {
        value(self)
    }
}

fn value(args: &impl Serialize) -> AppResult<Value> {
    let mut value = serde_json::to_value(args).map_err(internal)?;
    if let Value::Object(fields) = &mut value {
        // What was not typed is not asked.
        fields.retain(|_, value| !value.is_null());
    }
    Ok(value)
}

pub(crate) fn administration(
    name: &'static str,
    args: &dyn Asked,
    date: Option<NaiveDate>,
) -> AppResult<Request> {
    let mut payload = args.value()?;
    if let Some(date) = date {
        payload["date"] = json!(date);
    }
    Ok(Request {
        name,
        payload,
        whose: Whose::Administration,
    })
}

fn from_file(name: &'static str, file: &Path) -> AppResult<Request> {
    Ok(Request {
        name,
        payload: json_of(file)?,
        whose: Whose::Administration,
    })
}

fn calculation(calc: &Calc) -> AppResult<Request> {
    let (name, payload) = match calc {
        Calc::Costs(args) => ("calc_costs", value(args)?),
        Calc::Interest(args) => ("calc_interest", value(args)?),
        Calc::Notice(args) => ("calc_notice", value(args)?),
        Calc::Limitation(args) => ("calc_limitation", value(args)?),
        Calc::InterestStart(args) => ("calc_interest_start", value(args)?),
        Calc::Claim(args) => ("calc_claim", json_of(&args.file)?),
    };
    Ok(Request {
        name,
        payload,
        whose: Whose::Anyone,
    })
}

/// The JSON in a file, or on standard input for `-`.
pub(crate) fn json_of(file: &Path) -> AppResult<Value> {
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|found| bytes = found)
    };
    read.map_err(|error| AppError::io(file, &error))?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(text).map_err(|error| {
        AppError::new(Code::BadJson)
            .with("path", file.display())
            .with("what", error)
    })
}

/// The request for a sample administration.
pub fn sample(sample: &Sample, date: Option<NaiveDate>, passphrase: &str) -> Value {
    let mut request = json!({"folder": sample.out, "passphrase": passphrase});
    let given = [
        ("customers", sample.customers.map(|count| json!(count))),
        ("invoices", sample.invoices.map(|count| json!(count))),
        ("seed", sample.seed.map(|seed| json!(seed))),
        ("date", date.map(|date| json!(date))),
    ];
    for (field, value) in given {
        if let Some(value) = value {
            request[field] = value;
        }
    }
    request
}
