//! Documents: letter model → laid-out pages → PDF; e-mail; QR codes; templates. No database.
//!
//! The same input gives the same bytes, whatever was printed before.

mod copy;
mod email;
mod email_reader;
mod error;
mod fonts;
mod kept_email;
mod letter;
mod merge;
mod model;
mod page;
mod pdf;
pub mod qr;
mod report;
mod sheets;
mod svg;
pub mod template;
mod test_page;
mod text;

use chrono::NaiveDate;
use law::Lang;

pub use copy::mark_as_copy;
pub use email::{Attachment, Email, EmailError, Mailbox, write_email};
pub use email_reader::attachments;
pub use error::{DocumentError, LogoError};
pub use fonts::can_print;
pub use kept_email::{Envelope, KeptEmail, bare_addresses, read_email, readdress};
pub use letter::{LetterBlock, LetterWords, TERM_EN, TERM_NL};
pub use merge::merge;
pub use model::*;
pub use qr::{EpcError, epc_payload};
pub use sheets::{RecoverySheet, RunSheet, RunSheetRow};
pub use template::Template;

/// A finished PDF.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pdf")
            .field("bytes", &self.bytes.len())
            .field("pages", &self.pages)
            .finish()
    }
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
    letter: &Letter,
    template: &Template,
    setup: &PageSetup,
) -> Result<Pdf, DocumentError> {
    let composed = letter::compose(letter, template, setup)?;
    let about = pdf::About {
        title: &composed.subject,
        author: &letter.sender.name,
        lang: letter.lang,
        date: letter.date,
    };
    pdf::write(&composed.pages, setup.logo.as_ref(), &about)
}

/// Prints many letters as one PDF, each with its own page numbers; with `duplex`, each letter
/// begins on a front side.
pub fn print_letters(
    letters: &[(&Letter, &Template)],
    setup: &PageSetup,
    duplex: bool,
) -> Result<Pdf, DocumentError> {
    let mut pages = Vec::new();
    let mut title = String::new();
    for (letter, template) in letters {
        let composed = letter::compose(letter, template, setup)?;
        if duplex && pages.len() % 2 == 1 {
            pages.push(page::Page::default());
        }
        pages.extend(composed.pages);
        title = composed.subject;
    }
    let Some((first, _)) = letters.first() else {
        return Err(DocumentError::Pdf("no letters".to_owned()));
    };
    if letters.len() > 1 {
        title = format!("{} · {}", first.sender.name, letters.len());
    }
    let about = pdf::About {
        title: &title,
        author: &first.sender.name,
        lang: first.lang,
        date: first.date,
    };
    pdf::write(&pages, setup.logo.as_ref(), &about)
}

/// How many pages a letter takes; refuses what printing it would refuse.
pub fn letter_pages(
    letter: &Letter,
    template: &Template,
    setup: &PageSetup,
) -> Result<usize, DocumentError> {
    Ok(letter::compose(letter, template, setup)?.pages.len())
}

/// Draws a letter's pages as SVG, for the live preview; the same layout as the PDF.
pub fn preview_letter(
    letter: &Letter,
    template: &Template,
    setup: &PageSetup,
) -> Result<Vec<String>, DocumentError> {
    let composed = letter::compose(letter, template, setup)?;
    composed
        .pages
        .iter()
        .map(|page| svg::draw(page, setup.logo.as_ref()))
        .collect()
}

/// The letter's words for the body of an e-mail.
pub fn mail_text(letter: &Letter, template: &Template) -> Result<MailText, DocumentError> {
    letter::mail_text(letter, template)
}

/// What the fields and the blocks of a letter's template say in this letter.
pub fn letter_words(letter: &Letter) -> LetterWords {
    letter::words(letter)
}

/// Prints a report.
pub fn print_report(report: &Report) -> Result<Pdf, DocumentError> {
    let pages = report::pages(report)?;
    let about = pdf::About {
        title: &report.title,
        author: &report.author,
        lang: report.lang,
        date: report.date,
    };
    pdf::write(&pages, None, &about)
}

/// The blocks of a calculation sheet, to stand in a report.
pub fn calculation_blocks(sheet: &CalculationSheet, lang: Lang) -> Vec<ReportBlock> {
    letter::calculation_blocks(sheet, lang)
}

/// Prints the sheet with the recovery code.
pub fn print_recovery_sheet(sheet: &RecoverySheet) -> Result<Pdf, DocumentError> {
    print_report(&sheet.report())
}

/// Prints what left the house in one run.
pub fn print_run_sheet(sheet: &RunSheet) -> Result<Pdf, DocumentError> {
    print_report(&sheet.report())
}

/// Prints a page with rulers, to see where the window of an envelope falls.
pub fn print_test_page(
    setup: &PageSetup,
    lang: Lang,
    date: NaiveDate,
) -> Result<Pdf, DocumentError> {
    let title = letter::format::pick(
        lang,
        "Proefblad vensterenvelop",
        "Window envelope test page",
    );
    let about = pdf::About {
        title,
        author: "Standvast",
        lang,
        date,
    };
    pdf::write(&[test_page::page(setup, lang)], None, &about)
}
