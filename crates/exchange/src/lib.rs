//! Files in, rows and problems out; data in, CSV and ZIP out. Knows no database and no clock.
//!
//! [`recognise()`] tells what a file is, by its content. [`read()`] reads it, whatever it is, and
//! answers with statements, an invoice, open items or a [`Refusal`]; a ZIP is opened and each
//! member answered. [`report`] words the answer as `standvast read` prints it. Large bank files
//! go through [`camt::CamtReader`], which holds one entry at a time.

mod amount;
mod archive;
mod charset;
mod csv_out;
mod dutch_day;
mod format;
mod identity;
mod invoice;
mod problem;
mod read;
mod recognise;
mod refusal;
mod report;
mod statement;
mod table;
mod xml;
mod zip_out;

pub mod camt;
pub mod numbers;
pub mod open_items;
pub mod ubl;

pub use amount::{Amount, decimal_text, serialize_decimal, xml_decimal};
pub use csv_out::{Cell, csv_out};
pub use format::{Format, Kind};
pub use identity::{
    BookedLine, IdentifiedLine, Ordinals, booked_lines, identified_lines, keys_of, line_identity,
};
pub use invoice::{Address, Attachment, Invoice, InvoiceKind, Party};
pub use problem::{Problem, ProblemKind, Severity};
pub use read::{Content, Mappings, ReadFile, read, read_with};
pub use recognise::{HEAD, Recognised, recognise};
pub use refusal::Refusal;
pub use report::{
    BalanceReport, CounterpartyReport, DetailReport, EntryReport, FileReport, InvoiceReport,
    OpenItemsReport, PartyReport, ProblemReport, ReferencesReport, RefusalReport, StatementReport,
    read_report, report,
};
pub use statement::{
    Balance, BalanceCheck, Batch, Counterparty, Detail, Entry, References, Statement, StatementEnd,
    StatementHead, StructuredReference,
};
pub use zip_out::{
    ArchiveError, ArchiveFile, MANIFEST, manifest, sha256, zip_out, zip_with_manifest,
};

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
