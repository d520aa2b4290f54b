//! Documents: letter model → laid-out pages → PDF; e-mail; QR codes; templates. No database.
//!
//! The same input gives the same bytes, whatever was printed before.

mod email;
mod error;
mod fonts;
mod model;
mod page;
mod pdf;
pub mod qr;
mod sheets;
pub mod template;
mod text;

use chrono::NaiveDate;
use law::Lang;

pub use email::{Attachment, Email, EmailError, Mailbox, write_email};
pub use error::{DocumentError, LogoError};
pub use fonts::can_print;
pub use model::*;
pub use qr::{EpcError, epc_payload};
pub use sheets::{RecoverySheet, RunSheet, RunSheetRow};
pub use template::Template;

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// The words of a letter for an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailText {
    /// Subject line.
    pub subject: String,
    /// Plain words, with tables as aligned lines.
    pub text: String,
    /// The same as HTML without any link or picture.
    pub html: String,
}

/// Prints one letter, its calculation sheet on the next page.
pub fn print_letter(
    _letter: &Letter,
    _template: &Template,
    _setup: &PageSetup,
) -> Result<Pdf, DocumentError> {
    Err(DocumentError::Font)
}

/// Prints many letters as one PDF, each with its own page numbers; with `duplex`, each letter
/// begins on a front side.
pub fn print_letters(
    _letters: &[(&Letter, &Template)],
    _setup: &PageSetup,
    _duplex: bool,
) -> Result<Pdf, DocumentError> {
    Err(DocumentError::Font)
}

/// Draws a letter's pages as SVG, for the live preview; the same layout as the PDF.
pub fn preview_letter(
    _letter: &Letter,
    _template: &Template,
    _setup: &PageSetup,
) -> Result<Vec<String>, DocumentError> {
    Err(DocumentError::Font)
}

/// The letter's words for the body of an e-mail.
pub fn mail_text(_letter: &Letter, _template: &Template) -> Result<MailText, DocumentError> {
    Err(DocumentError::Font)
}

/// Prints a report.
pub fn print_report(_report: &Report) -> Result<Pdf, DocumentError> {
    Err(DocumentError::Font)
}

/// The blocks of a calculation sheet, for use in a report.
pub fn calculation_blocks(_sheet: &CalculationSheet, _lang: Lang) -> Vec<ReportBlock> {
    Vec::new()
}

/// Prints the sheet with the recovery code.
pub fn print_recovery_sheet(_sheet: &RecoverySheet) -> Result<Pdf, DocumentError> {
    Err(DocumentError::Font)
}

/// Prints what left the house in one run.
pub fn print_run_sheet(_sheet: &RunSheet) -> Result<Pdf, DocumentError> {
    Err(DocumentError::Font)
}

/// Prints a page with rulers, to see where the window of an envelope falls.
pub fn print_test_page(
    _setup: &PageSetup,
    _lang: Lang,
    _date: NaiveDate,
) -> Result<Pdf, DocumentError> {
    Err(DocumentError::Font)
}
