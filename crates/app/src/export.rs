//! Everything in open formats: what a user can take along without this program.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use credit::{Account, Letter};
use exchange::{Cell, csv_out};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Accounts, Reader};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::digest::sha256_hex;
use crate::error::{AppError, AppResult};
use crate::jobs::Running;
use crate::session::{Context, shown};
use crate::today::ClaimView;
use crate::whole_file::write_whole;

/// Where to write.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Export {
    /// The folder.
    pub out: String,
}

/// A file that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExportedFile {
    /// Its path.
    pub file: String,
    /// SHA-256.
    pub sha256: String,
}

/// What was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// The files.
    pub files: Vec<ExportedFile>,
}

/// Writes everything.
///
/// # Errors
/// What writing gives.
pub fn export(context: &mut Context<'_>, request: Export) -> AppResult<Exported> {
    let out = PathBuf::from(&request.out);
    let reader = context.reader()?;
    let running = context.session.jobs().start("export", None);
    let mut accounts = Vec::new();
    reader.for_each_account(Accounts::All, |account: Account| -> AppResult<()> {
        accounts.push(account);
        running.step(accounts.len())
    })?;
    let mut files = Files {
        out: &out,
        written: Vec::new(),
    };
    files.json("creditor.json", &json!(reader.creditor()?))?;
    files.json("settings.json", &json!(reader.settings()?))?;
    let customers: Vec<Value> = accounts
        .iter()
        .map(|account| json!(account.customer))
        .collect();
    files.json("customers.json", &Value::Array(customers))?;
    files.bytes("customers.csv", &customers_csv(&accounts))?;
    let invoices: Vec<Value> = accounts
        .iter()
        .flat_map(|account| account.invoices.iter().map(|invoice| json!(invoice)))
        .collect();
    files.json("invoices.json", &Value::Array(invoices))?;
    files.bytes("invoices.csv", &invoices_csv(&accounts))?;
    let payments: Vec<Value> = accounts
        .iter()
        .flat_map(|account| account.payments.iter().map(|payment| json!(payment)))
        .collect();
    files.json("payments.json", &Value::Array(payments))?;
    files.json("bank-lines.json", &bank_lines(&reader)?)?;
    files.json(
        "told.json",
        &Value::Array(accounts.iter().map(told).collect()),
    )?;
    files.json("letters.json", &letters(&reader, &accounts)?)?;
    letter_files(&reader, &accounts, &mut files, &running)?;
    files.json("facts.json", &facts(&reader)?)?;
    Ok(Exported {
        files: files.written,
    })
}

struct Files<'a> {
    out: &'a Path,
    written: Vec<ExportedFile>,
}

impl Files<'_> {
    fn bytes(&mut self, name: &str, bytes: &[u8]) -> AppResult<()> {
        let saved = write_whole(&self.out.join(name), bytes)?;
        self.written.push(ExportedFile {
            file: saved.file,
            sha256: saved.sha256,
        });
        Ok(())
    }

    fn json(&mut self, name: &str, value: &Value) -> AppResult<()> {
        let bytes = serde_json::to_vec_pretty(value)
            .map_err(|error| AppError::new(Code::Internal).with("what", error))?;
        self.bytes(name, &bytes)
    }
}

fn customers_csv(accounts: &[Account]) -> Vec<u8> {
    let heads = [
        "id", "nummer", "naam", "soort", "kvk", "btw", "email", "telefoon", "straat", "postcode",
        "plaats", "land",
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for account in accounts {
        let customer = &account.customer;
        let kind = credit::words::customer_kind(customer.kind, law::Lang::Nl);
        let text = |value: &Option<String>| Cell::from(value.clone().unwrap_or_default());
        rows.push(vec![
            Cell::from(customer.id.to_string()),
            text(&customer.number),
            Cell::from(customer.name.as_str()),
            Cell::from(kind),
            text(&customer.kvk),
            text(&customer.vat),
            text(&customer.email),
            text(&customer.phone),
            Cell::from(customer.address.street.as_str()),
            Cell::from(customer.address.postcode.as_str()),
            Cell::from(customer.address.city.as_str()),
            Cell::from(customer.address.country.as_str()),
        ]);
    }
    csv_out(&heads, &rows)
}

fn invoices_csv(accounts: &[Account]) -> Vec<u8> {
    let heads = [
        "klant",
        "nummer",
        "factuurdatum",
        "vervaldatum",
        "bedrag",
        "eerder_betaald",
        "kenmerk",
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for invoice in accounts.iter().flat_map(|account| &account.invoices) {
        rows.push(vec![
            Cell::from(invoice.customer.to_string()),
            Cell::from(invoice.number.as_str()),
            Cell::from(Some(invoice.date)),
            Cell::from(invoice.due),
            Cell::from(invoice.amount),
            Cell::from(invoice.paid_before),
            Cell::from(invoice.payment_reference.clone().unwrap_or_default()),
        ]);
    }
    csv_out(&heads, &rows)
}

fn bank_lines(reader: &Reader<'_>) -> AppResult<Value> {
    let mut lines = Vec::new();
    reader.for_each_bank_line(|line| -> AppResult<()> {
        lines.push(json!(line));
        Ok(())
    })?;
    Ok(Value::Array(lines))
}

fn told(account: &Account) -> Value {
    json!({
        "customer": account.customer.id.to_string(),
        "holds": account.holds,
        "disputes": account.disputes,
        "promises": account.promises,
        "insolvencies": account.insolvencies,
        "write_offs": account.write_offs,
        "waivers": account.waivers,
        "notes": account.notes,
        "handovers": account.handovers,
        "plan": account.plan,
    })
}

/// One letter that was handed over.
#[derive(Serialize)]
struct LetterRow {
    letter: String,
    customer: String,
    step: &'static str,
    date: NaiveDate,
    letter_date: NaiveDate,
    channels: Vec<credit::Channel>,
    state: credit::LetterState,
    left_on: Option<NaiveDate>,
    sha256: String,
    files: Vec<LetterFileRow>,
    claim: ClaimView,
    invoices: Vec<String>,
}

#[derive(Serialize)]
struct LetterFileRow {
    file: String,
    sha256: String,
}

fn letters(reader: &Reader<'_>, accounts: &[Account]) -> AppResult<Value> {
    let mut rows = Vec::new();
    for account in accounts {
        for letter in account.letters.iter().filter(|letter| has_left(letter)) {
            let files: Vec<LetterFileRow> = reader
                .letter_files(letter.id)?
                .into_iter()
                .map(|file| LetterFileRow {
                    file: file.name,
                    sha256: file.sha256,
                })
                .collect();
            let number = |line: &credit::LetterLine| {
                account
                    .invoices
                    .iter()
                    .find(|invoice| invoice.id == line.invoice)
                    .map_or_else(
                        || line.invoice.to_string(),
                        |invoice| invoice.number.clone(),
                    )
            };
            rows.push(LetterRow {
                letter: letter.id.to_string(),
                customer: letter.customer.to_string(),
                step: letter.step.code(),
                date: letter.run_date,
                letter_date: letter.date,
                channels: letter.channels.clone(),
                state: letter.state,
                left_on: letter.left_on,
                sha256: files
                    .first()
                    .map(|file| file.sha256.clone())
                    .unwrap_or_default(),
                files,
                claim: ClaimView::from(&letter.claim),
                invoices: letter.lines.iter().map(number).collect(),
            });
        }
    }
    rows.sort_by(|a, b| (a.date, &a.letter).cmp(&(b.date, &b.letter)));
    serde_json::to_value(rows).map_err(|error| AppError::new(Code::Internal).with("what", error))
}

fn has_left(letter: &Letter) -> bool {
    letter.state >= credit::LetterState::HandedOver
}

fn letter_files(
    reader: &Reader<'_>,
    accounts: &[Account],
    files: &mut Files<'_>,
    running: &Running,
) -> AppResult<()> {
    for letter in accounts
        .iter()
        .flat_map(|account| &account.letters)
        .filter(|l| has_left(l))
    {
        running.step(accounts.len() + files.written.len())?;
        for kept in reader.letter_files(letter.id)? {
            let bytes = reader.letter_bytes(kept.id)?;
            debug_assert_eq!(sha256_hex(&bytes), kept.sha256, "kept letters never change");
            files.bytes(&shown(&Path::new("letters").join(&kept.name)), &bytes)?;
        }
        if let Some(mail) = reader.kept_mail(letter.id)? {
            let name = format!("{}_{}.sent.eml", letter.date, letter.id);
            files.bytes(&shown(&Path::new("letters").join(name)), &mail.bytes)?;
        }
    }
    Ok(())
}

/// The log. Times and the administration's random name are left out: two administrations made
/// alike export alike.
fn facts(reader: &Reader<'_>) -> AppResult<Value> {
    let mut facts = Vec::new();
    reader.for_each_fact(|mut fact| -> AppResult<()> {
        if let Value::Object(fields) = &mut fact.data {
            fields.remove("administration");
        }
        facts.push(json!({
            "id": fact.id.to_string(),
            "day": fact.day,
            "kind": fact.kind,
            "subject": fact.subject,
            "data": fact.data,
            "undone_by": fact.undone_by.map(|id| id.to_string()),
        }));
        Ok(())
    })?;
    Ok(Value::Array(facts))
}
