//! From the arguments of a command to the request of the command behind it.

mod rooms;

use std::io::Read;
use std::path::Path;

use app::{AppError, AppResult, Code};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::args::{Calc, Call, Command, Import, Sample};

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
    /// A file to write of the answer.
    pub write: Option<Write>,
}

/// A file to write of an answer.
#[derive(Debug)]
pub struct Write {
    /// The file.
    pub out: String,
    /// Where its bytes stand in the answer, base64: a JSON pointer.
    pub bytes: &'static str,
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
    pub fn of(command: &Command, date: Option<NaiveDate>, json: bool) -> AppResult<Request> {
        let dated = |name, args| administration(name, args, date);
        match command {
            Command::Import(args) => import(args, json),
            Command::Imports(args) => administration("imports", args, None),
            Command::Bank(bank) => rooms::bank(bank, date),
            Command::Overview => dated("overview", &Map::new() as &dyn Asked),
            Command::Proposals(args) => dated("proposals", args),
            Command::Runs(runs) => rooms::runs(runs, date),
            Command::Letter(letter) => rooms::letter(letter, date),
            Command::Customers(args) => dated("customers", args),
            Command::Invoices(args) => dated("invoices", args),
            Command::Sum(args) => dated("explain_sum", args),
            Command::Find(args) => dated("find", args),
            Command::Attach(args) => administration("invoice_file_add", args, None),
            Command::Attachment(args) => administration("invoice_file_save", args, None),
            Command::History(args) => administration("history", args, None),
            Command::Texts(texts) => rooms::texts(texts, date),
            Command::Rates(rates) => rooms::rates(rates),
            Command::Backups => administration("backups", &Map::new(), None),
            Command::Place => administration("administration_place", &Map::new(), None),
            Command::Recent => Ok(Request {
                name: "app_info",
                payload: json!({}),
                whose: Whose::Nobody,
                write: None,
            }),
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
            Command::SetOff(args) if args.preview => dated("credit_set_off_preview", args),
            Command::SetOff(args) => dated("credit_set_off", args),
            Command::Waive(args) => dated("waive", args),
            Command::Hold(args) => dated("hold", args),
            Command::Dispute(args) => dated("dispute", args),
            Command::Promise(args) => dated("promise", args),
            Command::Insolvency(args) => dated("insolvency", args),
            Command::Note(args) => dated("note", args),
            Command::Invoice(args) => match (&args.invoice, &args.file) {
                (Some(invoice), _) => dated("invoice_detail", &json!({ "invoice": invoice })),
                (None, Some(file)) => from_file("invoice_add", file),
                (None, None) => Err(no_request()),
            },
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
                write: None,
            }),
            Command::Calc(calc) => calculation(&calc.what),
            Command::Customer(args) if json && !args.detail => dated("customer", args),
            Command::Customer(args) => dated("customer_detail", args),
            Command::Statement(args) => dated("statement", args),
            Command::Print(args) => administration("print_run", args, None),
            Command::TestPage(args) => administration("test_page", args, None),
            Command::Allocate(args) => administration("allocate", args, None),
            Command::Dismiss(args) if args.alike => administration("dismiss_like", args, None),
            Command::Dismiss(args) => administration("dismiss", args, None),
            Command::Merge(args) => administration("merge_customers", args, None),
            Command::Mail(mail) => crate::mail::request(mail, date),
            Command::Dossiers(dossiers) => rooms::dossiers(dossiers, date),
            Command::Settings(settings) => rooms::settings(settings),
            Command::Call(args) => call(args),
            Command::New(_)
            | Command::Passphrase(_)
            | Command::Plan(_)
            | Command::Why(_)
            | Command::Manual
            | Command::Restore(_)
            | Command::RecoverySheet(_)
            | Command::UnlockTest
            | Command::Sample(_)
            | Command::Commands => Err(no_request()),
        }
    }
}

/// An import, or what it would do. A trial in words shows all that the window shows; in JSON it
/// keeps the shape of the import.
fn import(args: &Import, json: bool) -> AppResult<Request> {
    if args.preview || (args.dry_run && args.map.is_none() && !json) {
        let ask = json!({ "paths": args.paths, "accept_supplier": args.accept_supplier });
        return administration("import_preview", &ask, None);
    }
    administration("import", args, None)
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
        app::Access::Open | app::Access::Read | app::Access::Apart => Whose::Administration,
        app::Access::Always => Whose::Anyone,
    };
    Ok(Request {
        name: command.name,
        payload,
        whose,
        write: None,
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
        write: None,
    })
}

fn from_file(name: &'static str, file: &Path) -> AppResult<Request> {
    Ok(Request {
        name,
        payload: json_of(file)?,
        whose: Whose::Administration,
        write: None,
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
        write: None,
    })
}

/// The bytes of a file, or of standard input for `-`.
fn bytes_of(file: &Path) -> AppResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|found| bytes = found)
    };
    read.map_err(|error| AppError::reading(file, &error))?;
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    Ok(bytes)
}

/// The words in a file, or on standard input for `-`.
pub(crate) fn text_of(file: &Path) -> AppResult<String> {
    String::from_utf8(bytes_of(file)?).map_err(|error| {
        AppError::io(
            file,
            &std::io::Error::new(std::io::ErrorKind::InvalidData, error),
        )
    })
}

/// The JSON in a file, or on standard input for `-`.
pub(crate) fn json_of(file: &Path) -> AppResult<Value> {
    let text = bytes_of(file)?;
    serde_json::from_slice(&text).map_err(|error| {
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
