//! What was understood of a file, in the shape that `standvast read --json` prints.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::{Cents, Lang};
use serde::Serialize;

use crate::amount::Amount;
use crate::format::Kind;
use crate::invoice::{Invoice, InvoiceKind, Party};
use crate::open_items::{OpenItems, names_of};
use crate::problem::{Problem, Severity};
use crate::read::{Content, ReadFile, read};
use crate::statement::{Balance, BalanceCheck, Counterparty, Detail, Entry, References, Statement};

/// One element of `files` in the answer of `standvast read`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileReport {
    /// The file, or the member of an archive.
    pub file: String,
    /// What it is good for.
    pub kind: Kind,
    /// The name of its format, where it is known: `camt.053.001.02`, `ubl`, `open_items/csv`.
    pub format: Option<String>,
    /// Why it is not read.
    pub refused: Option<RefusalReport>,
    /// Everything that was wrong.
    pub problems: Vec<ProblemReport>,
    /// Bank statements.
    pub statements: Vec<StatementReport>,
    /// Electronic invoices.
    pub invoices: Vec<InvoiceReport>,
    /// The list of open items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_items: Option<OpenItemsReport>,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusalReport {
    /// The code.
    pub code: &'static str,
    /// The line where it went wrong, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// What the file is and what to do.
    pub message: String,
}

/// Something that was wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemReport {
    /// The code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The line, where one is known.
    pub line: Option<u64>,
    /// What is wrong.
    pub message: String,
}

impl ProblemReport {
    /// A problem in words.
    pub fn of(problem: &Problem, lang: Lang) -> ProblemReport {
        ProblemReport {
            code: problem.kind.code(),
            severity: problem.kind.severity(),
            line: problem.line,
            message: problem.kind.message(lang),
        }
    }
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementReport {
    /// The account.
    pub account: String,
    /// Its currency.
    pub currency: Option<String>,
    /// The statement's number.
    pub number: Option<String>,
    /// The bank's identification.
    pub id: Option<String>,
    /// Balance before.
    pub opening: Option<BalanceReport>,
    /// Balance after.
    pub closing: Option<BalanceReport>,
    /// Whether it adds up.
    pub balance_check: BalanceCheck,
    /// Pending and informative entries.
    pub not_booked: u64,
    /// The same statement stood in the file before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub repeated: bool,
    /// Booked entries.
    pub entries: Vec<EntryReport>,
}

/// A balance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BalanceReport {
    /// The day.
    pub date: Option<NaiveDate>,
    /// The balance.
    pub amount: Amount,
}

/// A booked entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryReport {
    /// When the bank booked it.
    pub booking_date: Option<NaiveDate>,
    /// From when it counts.
    pub value_date: Option<NaiveDate>,
    /// Money in is positive.
    pub amount: Amount,
    /// Its currency.
    pub currency: String,
    /// The bank undoes an earlier booking.
    pub reversal: bool,
    /// The other side.
    pub counterparty: CounterpartyReport,
    /// The text.
    pub remittance: String,
    /// The references.
    pub references: ReferencesReport,
    /// Why it came back.
    pub return_reason: Option<String>,
    /// The transactions under it.
    pub details: Vec<DetailReport>,
}

/// A transaction under an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DetailReport {
    /// Money in is positive.
    pub amount: Option<Amount>,
    /// Its currency, where it is not that of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The other side.
    pub counterparty: CounterpartyReport,
    /// The text.
    pub remittance: String,
    /// The references.
    pub references: ReferencesReport,
    /// Why it came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_reason: Option<String>,
}

/// The other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CounterpartyReport {
    /// Who.
    pub name: Option<String>,
    /// The account.
    pub iban: Option<String>,
    /// On whose behalf.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ultimate_name: Option<String>,
}

/// The references.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReferencesReport {
    /// The bank's own.
    pub bank: Option<String>,
    /// From end to end.
    pub end_to_end: Option<String>,
    /// Structured; several with a blank between them.
    pub structured: Option<String>,
    /// The mandate.
    pub mandate: Option<String>,
}

/// An electronic invoice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InvoiceReport {
    /// The printed number.
    pub number: String,
    /// Invoice or credit note.
    pub kind: InvoiceKind,
    /// The day of the invoice.
    pub date: Option<NaiveDate>,
    /// The due date.
    pub due: Option<NaiveDate>,
    /// Its currency.
    pub currency: String,
    /// What is to be paid, as stated.
    pub payable: Amount,
    /// The VAT in it.
    pub tax: Option<Amount>,
    /// Who buys.
    pub customer: PartyReport,
    /// Who sells.
    pub supplier: PartyReport,
    /// The accounts to pay to.
    pub ibans: Vec<String>,
    /// The reference to pay with.
    pub payment_reference: Option<String>,
    /// The invoice it is about.
    pub credits: Option<String>,
    /// How many documents are inside.
    pub attachments: usize,
}

/// A seller or buyer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyReport {
    /// The name.
    pub name: Option<String>,
    /// Number in the commercial register.
    pub kvk: Option<String>,
    /// VAT number.
    pub vat: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// A list of open items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenItemsReport {
    /// How many rows were read.
    pub rows: usize,
    /// What they add up to.
    pub sum: Cents,
    /// Which column was taken for what.
    pub mapping: BTreeMap<&'static str, String>,
    /// Required fields without a column.
    pub missing: Vec<&'static str>,
    /// Rows that are no open item or could not be read.
    pub skipped: u64,
    /// What the file itself says is open.
    pub stated_total: Option<Cents>,
}

/// Reads a file and words the answer; several for an archive.
pub fn read_report(name: &str, bytes: &[u8], lang: Lang) -> Vec<FileReport> {
    read(name, bytes)
        .iter()
        .map(|file| report(file, lang))
        .collect()
}

/// Words what was read of a file.
pub fn report(file: &ReadFile, lang: Lang) -> FileReport {
    let mut report = FileReport {
        file: file.name.clone(),
        kind: file.kind(),
        format: file.format.clone(),
        refused: None,
        problems: file
            .problems
            .iter()
            .map(|problem| ProblemReport::of(problem, lang))
            .collect(),
        statements: Vec::new(),
        invoices: Vec::new(),
        open_items: None,
    };
    match &file.content {
        Content::Statements(statements) => {
            report.statements = statements.iter().map(statement).collect()
        }
        Content::Invoice(content) => report.invoices.push(invoice(content)),
        Content::OpenItems(items) => report.open_items = Some(open_items(items)),
        Content::Refused(refusal) => {
            report.refused = Some(RefusalReport {
                code: refusal.code(),
                line: refusal.line(),
                message: refusal.message(lang),
            });
        }
    }
    report
}

fn statement(statement: &Statement) -> StatementReport {
    let balance = |balance: &Balance| BalanceReport {
        date: balance.date,
        amount: balance.amount.clone(),
    };
    StatementReport {
        account: statement.head.account.clone(),
        currency: statement.head.currency.clone(),
        number: statement.head.number.clone(),
        id: statement.head.id.clone(),
        opening: statement.end.opening.as_ref().map(balance),
        closing: statement.end.closing.as_ref().map(balance),
        balance_check: statement.end.balance_check,
        not_booked: statement.end.not_booked,
        repeated: statement.repeated,
        entries: statement.entries.iter().map(entry).collect(),
    }
}

fn entry(entry: &Entry) -> EntryReport {
    EntryReport {
        booking_date: entry.booking_date,
        value_date: entry.value_date,
        amount: entry.amount.clone(),
        currency: entry.amount.currency.clone(),
        reversal: entry.reversal,
        counterparty: counterparty(&entry.counterparty),
        remittance: entry.remittance.clone(),
        references: references(&entry.references),
        return_reason: entry.return_reason.clone(),
        details: entry
            .details
            .iter()
            .map(|one| detail(one, &entry.amount.currency))
            .collect(),
    }
}

fn detail(detail: &Detail, of_entry: &str) -> DetailReport {
    let currency = detail.amount.as_ref().map(|amount| amount.currency.clone());
    DetailReport {
        amount: detail.amount.clone(),
        currency: currency.filter(|currency| currency != of_entry),
        counterparty: counterparty(&detail.counterparty),
        remittance: detail.remittance.clone(),
        references: references(&detail.references),
        return_reason: detail.return_reason.clone(),
    }
}

fn counterparty(party: &Counterparty) -> CounterpartyReport {
    CounterpartyReport {
        name: party.name.clone(),
        iban: party.iban.clone(),
        ultimate_name: party.ultimate_name.clone(),
    }
}

fn references(references: &References) -> ReferencesReport {
    let structured: Vec<&str> = references
        .structured
        .iter()
        .map(|s| s.reference.as_str())
        .collect();
    ReferencesReport {
        bank: references.bank.clone(),
        end_to_end: references.end_to_end.clone(),
        structured: (!structured.is_empty()).then(|| structured.join(" ")),
        mandate: references.mandate.clone(),
    }
}

fn invoice(invoice: &Invoice) -> InvoiceReport {
    InvoiceReport {
        number: invoice.number.clone(),
        kind: invoice.kind,
        date: invoice.date,
        due: invoice.due,
        currency: invoice.payable.currency.clone(),
        payable: invoice.payable.clone(),
        tax: invoice.tax.clone(),
        customer: party(&invoice.customer),
        supplier: party(&invoice.supplier),
        ibans: invoice.ibans.clone(),
        payment_reference: invoice.payment_reference.clone(),
        credits: invoice.credits.clone(),
        attachments: invoice.attachments.len(),
    }
}

fn party(party: &Party) -> PartyReport {
    PartyReport {
        name: party.name.clone(),
        kvk: party.kvk.clone(),
        vat: party.vat.clone(),
        email: party.email.clone(),
    }
}

fn open_items(items: &OpenItems) -> OpenItemsReport {
    OpenItemsReport {
        rows: items.rows.len(),
        sum: items.sum,
        mapping: names_of(&items.mapping)
            .into_iter()
            .map(|(field, header)| (field, header.to_owned()))
            .collect(),
        missing: items.missing.iter().map(|field| field.name()).collect(),
        skipped: items.skipped,
        stated_total: items.stated_total,
    }
}
