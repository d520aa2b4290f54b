//! Why a file is not read at all, in words that say what it is and what to do.

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
            Lang::Nl => self.dutch(),
            Lang::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Refusal::NotYetSupported { format } => {
                let what = what_it_is(format, Lang::Nl);
                format!("Dit is {what} ({format}). Dat leest Standvast nog niet. {}", instead(format, Lang::Nl))
            }
            Refusal::NotAStatement { format } => format!(
                "Dit is {} ({format}), geen bankafschrift: het zegt wat er moet gebeuren, niet wat er gebeurd is. \
                 Download bij de bank het afschrift zelf (camt.053).",
                payment_message(format, Lang::Nl)
            ),
            Refusal::DayBalances => "Dit is een lijst met dagsaldi: er staan geen bij- en afschrijvingen in. Kies bij de \
                 bank de mutaties, in het formaat camt.053."
                .to_owned(),
            Refusal::PdfWithoutInvoice => "Dit is een PDF zonder elektronische factuur erin. Gebruik de UBL-factuur (.xml) \
                 of een lijst met openstaande posten uit uw boekhouding."
                .to_owned(),
            Refusal::SchemaNotData => {
                "Dit is een XML-schema: het beschrijft een formaat en bevat geen gegevens. Kies het gegevensbestand zelf."
                    .to_owned()
            }
            Refusal::NoAmounts => "In dit bestand staan klanten, maar geen openstaande bedragen. Exporteer de lijst met \
                 openstaande posten."
                .to_owned(),
            Refusal::EmptyFile => "Dit bestand is leeg. Download of exporteer het opnieuw.".to_owned(),
            Refusal::WebPage => "Dit is een webpagina, geen gegevensbestand. Vaak was de sessie bij de bank of het pakket \
                 verlopen: log opnieuw in en download het bestand nog eens."
                .to_owned(),
            Refusal::UnknownFormat { root: Some(root) } => format!(
                "Dit is een XML-bestand met de inhoud “{root}”; dat kent Standvast niet. Gebruik een camt.053-afschrift, \
                 een UBL-factuur of een lijst met openstaande posten."
            ),
            Refusal::UnknownFormat { root: None } => "Standvast herkent dit bestand niet. Gebruik een camt.053-afschrift, \
                 een UBL-factuur of een CSV-lijst met openstaande posten, met een regel kolomnamen erboven."
                .to_owned(),
            Refusal::NoStatement => "Dit bankbestand bevat geen enkel afschrift: het is onvolledig. Download het opnieuw."
                .to_owned(),
            Refusal::AccountMissing { line } => format!(
                "Regel {line}: dit afschrift zegt niet van welke rekening het is. Download het opnieuw bij de bank."
            ),
            Refusal::Truncated { line } => format!(
                "Regel {line}: het bestand houdt hier op terwijl het nog niet af is. Er is niets overgenomen; download het \
                 opnieuw."
            ),
            Refusal::MalformedXml { line } => format!(
                "Regel {line}: het bestand is hier beschadigd. Er is niets overgenomen; download het opnieuw en bewerk het \
                 niet."
            ),
            Refusal::UnsafeXml { line } => format!(
                "Regel {line}: het bestand gebruikt een onderdeel van XML dat om veiligheidsredenen niet wordt gelezen. \
                 Een echt afschrift of een echte factuur bevat dat niet."
            ),
            Refusal::BadValue { field, value, line } if value.is_empty() => format!(
                "Regel {line}: “{field}” ontbreekt. Er is niets overgenomen; download het bestand opnieuw."
            ),
            Refusal::BadValue { field, value, line } => format!(
                "Regel {line}: “{field}” is niet te lezen: “{value}”. Er is niets overgenomen; download het bestand opnieuw."
            ),
            Refusal::TooLarge => {
                "Dit bestand, of een onderdeel ervan, is te groot. Splits het, of kies een kortere periode.".to_owned()
            }
            Refusal::Unreadable => {
                "Dit bestand kon niet tot het einde worden gelezen. Kopieer het naar deze computer en probeer het opnieuw."
                    .to_owned()
            }
            Refusal::DamagedArchive => "Dit ZIP-bestand is beschadigd. Download het opnieuw.".to_owned(),
            Refusal::LockedArchive => {
                "Dit ZIP-bestand is met een wachtwoord beveiligd. Pak het eerst uit en kies de bestanden zelf.".to_owned()
            }
            Refusal::NestedArchive => {
                "Dit is een ZIP-bestand in een ZIP-bestand. Pak het uit en kies de bestanden zelf.".to_owned()
            }
            Refusal::EmptyArchive => "In dit ZIP-bestand zitten geen bestanden.".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Refusal::NotYetSupported { format } => {
                let what = what_it_is(format, Lang::En);
                format!("This is {what} ({format}). Standvast cannot read it yet. {}", instead(format, Lang::En))
            }
            Refusal::NotAStatement { format } => format!(
                "This is {} ({format}), not a bank statement: it says what should happen, not what happened. Download the \
                 statement itself from the bank (camt.053).",
                payment_message(format, Lang::En)
            ),
            Refusal::DayBalances => "This is a list of day balances, without the entries. Choose the transactions at the \
                 bank, as camt.053."
                .to_owned(),
            Refusal::PdfWithoutInvoice => "This is a PDF without an electronic invoice inside. Use the UBL invoice (.xml) \
                 or a list of open items from your bookkeeping."
                .to_owned(),
            Refusal::SchemaNotData => {
                "This is an XML schema: it describes a format and holds no data. Choose the data file itself.".to_owned()
            }
            Refusal::NoAmounts => {
                "This file holds customers but no open amounts. Export the list of open items.".to_owned()
            }
            Refusal::EmptyFile => "This file is empty. Download or export it again.".to_owned(),
            Refusal::WebPage => "This is a web page, not a data file. Often the session at the bank or the package had \
                 ended: log in again and download the file once more."
                .to_owned(),
            Refusal::UnknownFormat { root: Some(root) } => format!(
                "This is an XML file holding “{root}”, which Standvast does not know. Use a camt.053 statement, a UBL \
                 invoice or a list of open items."
            ),
            Refusal::UnknownFormat { root: None } => "Standvast does not recognise this file. Use a camt.053 statement, a \
                 UBL invoice or a CSV list of open items with a row of column names above it."
                .to_owned(),
            Refusal::NoStatement => {
                "This bank file holds not a single statement: it is incomplete. Download it again.".to_owned()
            }
            Refusal::AccountMissing { line } => {
                format!("Line {line}: this statement does not say of which account it is. Download it again from the bank.")
            }
            Refusal::Truncated { line } => format!(
                "Line {line}: the file stops here before its end. Nothing was taken from it; download it again."
            ),
            Refusal::MalformedXml { line } => format!(
                "Line {line}: the file is damaged here. Nothing was taken from it; download it again and do not edit it."
            ),
            Refusal::UnsafeXml { line } => format!(
                "Line {line}: the file uses a part of XML that is not read, for safety. A real statement or invoice has no \
                 such part."
            ),
            Refusal::BadValue { field, value, line } if value.is_empty() => {
                format!("Line {line}: “{field}” is missing. Nothing was taken from the file; download it again.")
            }
            Refusal::BadValue { field, value, line } => format!(
                "Line {line}: “{field}” cannot be read: “{value}”. Nothing was taken from the file; download it again."
            ),
            Refusal::TooLarge => {
                "This file, or a part of it, is too large. Split it, or choose a shorter period.".to_owned()
            }
            Refusal::Unreadable => {
                "This file could not be read to its end. Copy it to this computer and try again.".to_owned()
            }
            Refusal::DamagedArchive => "This ZIP file is damaged. Download it again.".to_owned(),
            Refusal::LockedArchive => {
                "This ZIP file is protected by a password. Unpack it first and choose the files themselves.".to_owned()
            }
            Refusal::NestedArchive => {
                "This is a ZIP file inside a ZIP file. Unpack it and choose the files themselves.".to_owned()
            }
            Refusal::EmptyArchive => "This ZIP file holds no files.".to_owned(),
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
