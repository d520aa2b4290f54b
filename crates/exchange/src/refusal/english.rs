//! Refusals in English.

use law::Lang;

use super::{Refusal, instead, payment_message, what_it_is};

/// What the file is and what to do.
pub(super) fn message(refusal: &Refusal) -> String {
    match refusal {
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
