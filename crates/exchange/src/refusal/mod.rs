//! Why a file is not read at all, in words that say what it is and what to do.

mod dutch;
mod english;

use law::Lang;
use serde::Serialize;

/// A file that changes nothing, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Refusal {
    /// Recognised, but there is no reader for it yet.
    #[error("{format} is recognised but not yet supported")]
    NotYetSupported {
        /// The name of the format.
        format: String,
    },
    /// A payment order or its answer, not a statement of what happened.
    #[error("{format} is a payment message, not a statement")]
    NotAStatement {
        /// The name of the format.
        format: String,
    },
    /// Balances per day, without the entries between them.
    #[error("a list of day balances, without entries")]
    DayBalances,
    /// A PDF without an electronic invoice inside.
    #[error("a PDF without an electronic invoice")]
    PdfWithoutInvoice,
    /// A description of a format instead of data.
    #[error("an XML schema, not data")]
    SchemaNotData,
    /// A list of customers without amounts.
    #[error("a list of customers without open items")]
    NoAmounts,
    /// No bytes, or only blanks.
    #[error("the file is empty")]
    EmptyFile,
    /// A web page, often a log-in page saved under a wrong name.
    #[error("a web page")]
    WebPage,
    /// Not a format this program knows.
    #[error("unknown format")]
    UnknownFormat {
        /// The root element, when it is XML.
        root: Option<String>,
    },
    /// A bank file in which no statement stands.
    #[error("the file holds no statement")]
    NoStatement,
    /// A statement that does not say of which account it is.
    #[error("line {line}: the statement names no account")]
    AccountMissing {
        /// Where the statement begins.
        line: u64,
    },
    /// The file ends before its end.
    #[error("line {line}: the file is cut off")]
    Truncated {
        /// Where it ends.
        line: u64,
    },
    /// Not well-formed XML.
    #[error("line {line}: the XML is damaged")]
    MalformedXml {
        /// Where it breaks.
        line: u64,
    },
    /// XML with a document type or nested beyond reason.
    #[error("line {line}: the XML uses what this program does not allow")]
    UnsafeXml {
        /// Where it stands.
        line: u64,
    },
    /// A value without which nothing can be booked is missing or unreadable.
    #[error("line {line}: {field} cannot be read: {value:?}")]
    BadValue {
        /// The element or column.
        field: String,
        /// What stands there, shortened.
        value: String,
        /// Where it stands.
        line: u64,
    },
    /// Larger than any file of its kind should be.
    #[error("the file or a part of it is too large")]
    TooLarge,
    /// The file could not be read to its end.
    #[error("the file cannot be read")]
    Unreadable,
    /// A ZIP archive that is damaged.
    #[error("the archive is damaged")]
    DamagedArchive,
    /// A ZIP archive, or a member of it, that asks for a password.
    #[error("the archive is protected by a password")]
    LockedArchive,
    /// An archive inside an archive.
    #[error("an archive inside an archive")]
    NestedArchive,
    /// An archive without files.
    #[error("the archive is empty")]
    EmptyArchive,
}

impl Refusal {
    /// The code, such as `not_yet_supported`.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NotYetSupported { .. } => "not_yet_supported",
            Refusal::NotAStatement { .. } => "not_a_statement",
            Refusal::DayBalances => "day_balances",
            Refusal::PdfWithoutInvoice => "pdf_without_invoice",
            Refusal::SchemaNotData => "schema_not_data",
            Refusal::NoAmounts => "no_amounts",
            Refusal::EmptyFile => "empty_file",
            Refusal::WebPage => "web_page",
            Refusal::UnknownFormat { .. } => "unknown_format",
            Refusal::NoStatement => "no_statement",
            Refusal::AccountMissing { .. } => "account_missing",
            Refusal::Truncated { .. } => "truncated",
            Refusal::MalformedXml { .. } => "malformed_xml",
            Refusal::UnsafeXml { .. } => "unsafe_xml",
            Refusal::BadValue { .. } => "bad_value",
            Refusal::TooLarge => "too_large",
            Refusal::Unreadable => "unreadable",
            Refusal::DamagedArchive => "damaged_archive",
            Refusal::LockedArchive => "locked_archive",
            Refusal::NestedArchive => "nested_archive",
            Refusal::EmptyArchive => "empty_archive",
        }
    }

    /// The line on which it went wrong, where there is one.
    pub fn line(&self) -> Option<u64> {
        match self {
            Refusal::AccountMissing { line }
            | Refusal::Truncated { line }
            | Refusal::MalformedXml { line }
            | Refusal::UnsafeXml { line }
            | Refusal::BadValue { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// What the file is and what to do, in a sentence or two.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => dutch::message(self),
            Lang::En => english::message(self),
        }
    }
}

fn what_it_is(format: &str, lang: Lang) -> &'static str {
    let (nl, en) = match format.split(['/', '-', '.']).next().unwrap_or(format) {
        "mt940" => (
            "een bankafschrift in het oude formaat MT940",
            "a bank statement in the older MT940 format",
        ),
        "mt942" => (
            "een tussentijds bankoverzicht MT942",
            "an interim bank report MT942",
        ),
        "csv" => ("een CSV-bestand van de bank", "a CSV file from the bank"),
        "xaf" => ("een auditfile (XAF)", "an audit file (XAF)"),
        "cii" => (
            "een elektronische factuur in het formaat CII",
            "an electronic invoice in the CII format",
        ),
        "factur" => (
            "een PDF met een elektronische factuur erin (Factur-X)",
            "a PDF with an electronic invoice inside (Factur-X)",
        ),
        "xlsx" | "xls" | "ods" => ("een spreadsheet", "a spreadsheet"),
        "customers" => ("een lijst met klanten", "a list of customers"),
        _ => ("een bekend formaat", "a known format"),
    };
    if lang == Lang::Nl { nl } else { en }
}

fn instead(format: &str, lang: Lang) -> &'static str {
    let (nl, en) = match format.split(['/', '-', '.']).next().unwrap_or(format) {
        "mt940" | "mt942" | "csv" => (
            "Kies bij de bank het formaat camt.053.",
            "Choose the format camt.053 at the bank.",
        ),
        "cii" | "factur" => (
            "Gebruik de UBL-versie van de factuur.",
            "Use the UBL version of the invoice.",
        ),
        "xlsx" | "xls" | "ods" => (
            "Sla het werkblad op als CSV en kies dat bestand.",
            "Save the sheet as CSV and choose that file.",
        ),
        _ => (
            "Exporteer de openstaande posten als CSV en kies dat bestand.",
            "Export the open items as CSV and choose that file.",
        ),
    };
    if lang == Lang::Nl { nl } else { en }
}

fn payment_message(format: &str, lang: Lang) -> &'static str {
    let (nl, en) = match format.get(..8) {
        Some("pain.001") => ("een betaalopdracht", "a payment order"),
        Some("pain.008") => ("een incasso-opdracht", "a direct debit order"),
        Some("pain.002") => (
            "een antwoord van de bank op een opdracht",
            "the bank's answer to an order",
        ),
        _ => ("een betaalbericht", "a payment message"),
    };
    if lang == Lang::Nl { nl } else { en }
}
