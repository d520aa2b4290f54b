//! The kinds of file this crate can tell apart.

use std::borrow::Cow;

use serde::Serialize;

/// What a file is, by its content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// An ISO 20022 bank statement, report or notification, such as `camt.053.001.02`.
    Camt(String),
    /// A UBL 2 invoice or credit note.
    Ubl,
    /// A list of open items as delimited text.
    OpenItemsCsv,
    /// An MT940 statement, with its dialect where it can be told.
    Mt940(Option<&'static str>),
    /// An MT942 interim report.
    Mt942,
    /// A delimited bank export of a known bank.
    BankCsv(&'static str),
    /// An XML Auditfile Financieel, with its version where it can be told.
    Xaf(Option<&'static str>),
    /// A UN/CEFACT cross-industry invoice.
    Cii,
    /// A PDF with an electronic invoice inside.
    FacturX,
    /// A spreadsheet: `xlsx`, `xls` or `ods`.
    Spreadsheet(&'static str),
    /// A list of customers as delimited text.
    CustomersCsv,
    /// An ISO 20022 payment message, such as `pain.001.001.03`.
    Pain(String),
    /// A list of day balances of an account.
    DayBalances,
    /// A PDF without an electronic invoice.
    Pdf,
    /// An XML schema.
    Xsd,
    /// A ZIP archive.
    Zip,
    /// No bytes, or only blanks.
    Empty,
    /// A web page.
    Html,
    /// XML of a kind this program does not know, with the name of its root.
    OtherXml(String),
    /// Anything else.
    Unknown,
}

/// What a file is good for, in the words of `standvast read`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Money that came in and went out.
    BankStatement,
    /// One invoice of the creditor's own.
    EInvoice,
    /// The books of a year.
    AuditFile,
    /// What customers have not paid yet.
    OpenItems,
    /// Who the customers are.
    Customers,
    /// Nothing this program can use.
    Refused,
}

impl Format {
    /// The name in reports, such as `mt940/ing`; nothing for what is not recognised.
    pub fn name(&self) -> Option<Cow<'static, str>> {
        Some(match self {
            Format::Camt(version) | Format::Pain(version) => Cow::Owned(version.clone()),
            Format::Ubl => "ubl".into(),
            Format::OpenItemsCsv => "open_items/csv".into(),
            Format::Mt940(Some(bank)) => format!("mt940/{bank}").into(),
            Format::Mt940(None) => "mt940".into(),
            Format::Mt942 => "mt942".into(),
            Format::BankCsv(bank) => format!("csv/{bank}").into(),
            Format::Xaf(Some(version)) => format!("xaf-{version}").into(),
            Format::Xaf(None) => "xaf".into(),
            Format::Cii => "cii".into(),
            Format::FacturX => "factur-x".into(),
            Format::Spreadsheet(kind) => (*kind).into(),
            Format::CustomersCsv => "customers/csv".into(),
            Format::DayBalances => "csv/day_balances".into(),
            Format::Pdf => "pdf".into(),
            Format::Xsd => "xsd".into(),
            Format::Zip => "zip".into(),
            Format::Html => "html".into(),
            Format::OtherXml(_) => "xml".into(),
            Format::Empty | Format::Unknown => return None,
        })
    }

    /// What the format is good for, once it can be read.
    pub fn kind(&self) -> Kind {
        match self {
            Format::Camt(_) | Format::Mt940(_) | Format::Mt942 | Format::BankCsv(_) => {
                Kind::BankStatement
            }
            Format::Ubl | Format::Cii | Format::FacturX => Kind::EInvoice,
            Format::Xaf(_) => Kind::AuditFile,
            Format::OpenItemsCsv | Format::Spreadsheet(_) => Kind::OpenItems,
            Format::CustomersCsv => Kind::Customers,
            _ => Kind::Refused,
        }
    }
}
