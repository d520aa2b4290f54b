//! Paper: a statement of account, a run as one PDF, the test page of the envelope.

use std::path::PathBuf;

use chrono::NaiveDate;
use credit::{Channel, LetterState};
use documents::Pdf;
use serde::{Deserialize, Serialize};
use store::LetterFileKind;
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::kept::note_saved;
use crate::letters::Desk;
use crate::recent::Nothing;
use crate::session::Context;
use crate::whole_file::{Beside, SavedFile, write_whole};

/// Whose statement of account.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct StatementOf {
    /// The customer.
    pub customer: String,
    /// The PDF to write.
    pub out: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Writes a statement of account. It asks nothing new and counts as no step of the plan.
///
/// # Errors
/// `unknown_customer`, `nothing_open`, `document_failed`.
pub fn statement(context: &mut Context<'_>, request: StatementOf) -> AppResult<SavedFile> {
    let date = context.day(request.date);
    let pdf = draw_statement(context, &request.customer, date)?;
    write_whole(&PathBuf::from(&request.out), &pdf.bytes)
}

/// Draws a statement of account.
///
/// # Errors
/// `unknown_customer`, `nothing_open`, `document_failed`.
pub(crate) fn draw_statement(
    context: &Context<'_>,
    customer: &str,
    date: NaiveDate,
) -> AppResult<Pdf> {
    let rates = context.rates()?;
    let reader = context.reader()?;
    let customer = find::customer(&reader, customer)?;
    let account = reader.account(customer.id)?;
    let desk = Desk::open(&reader)?;
    let states = credit::invoice_states(&account, &desk.books, &rates, date);
    let letter = desk.statement(&account, &states, date);
    if letter.invoices.is_empty() {
        return Err(AppError::new(Code::NothingOpen).with("customer", &customer.name));
    }
    let template = desk.template(letter.kind, letter.lang);
    Ok(documents::print_letter(&letter, &template, &desk.setup)?)
}

/// Which run to print.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PrintRun {
    /// The run (`R-17`).
    pub run: String,
    /// The PDF to write.
    pub out: String,
    /// Whether each letter begins on a front side.
    pub duplex: Option<bool>,
}

/// A run as one PDF.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Printed {
    /// The PDF.
    pub file: String,
    /// SHA-256 of it.
    pub sha256: String,
    /// How many letters are in it.
    pub letters: u32,
    /// How many pages.
    pub pages: u32,
}

/// Writes the paper letters of a run as one PDF: the pages as they were kept. Of those that still wait it
/// is noted: they may be posted from there.
///
/// # Errors
/// `unknown_run`, and `nothing_to_print` for a run without a letter on paper.
pub fn print_run(context: &mut Context<'_>, request: PrintRun) -> AppResult<Printed> {
    let reader = context.reader()?;
    let run = crate::run::find_run(&reader, &request.run)?.id;
    let mut kept = Vec::new();
    let mut letters = Vec::new();
    for letter in reader.letters_of_run(run)? {
        if letter.state == LetterState::Withdrawn || !letter.channels.contains(&Channel::Letter) {
            continue;
        }
        letters.push(letter.id);
        for file in reader.letter_files(letter.id)? {
            if file.kind == LetterFileKind::Pdf {
                kept.push(reader.letter_bytes(file.id)?);
            }
        }
    }
    if kept.is_empty() {
        return Err(AppError::new(Code::NothingToPrint).with("run", run));
    }
    let parts: Vec<&[u8]> = kept.iter().map(Vec::as_slice).collect();
    let pdf = documents::merge(&parts, request.duplex.unwrap_or(false))?;
    let beside = Beside::write(&PathBuf::from(&request.out), &pdf.bytes)?;
    note_saved(context, &letters, &request.out)?;
    let saved = beside.into_place()?;
    Ok(Printed {
        file: saved.file,
        sha256: saved.sha256,
        letters: u32::try_from(kept.len()).unwrap_or(u32::MAX),
        pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
    })
}

/// Where to write the test page.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TestPage {
    /// The PDF to write.
    pub out: String,
}

/// Writes a page with rulers, to see where the window of an envelope falls.
///
/// # Errors
/// What writing gives.
pub fn test_page(context: &mut Context<'_>, request: TestPage) -> AppResult<SavedFile> {
    let desk = Desk::open(&context.reader()?)?;
    let pdf = documents::print_test_page(&desk.setup, context.lang, context.day(None))?;
    write_whole(&PathBuf::from(&request.out), &pdf.bytes)
}

/// The logo as it is kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeptLogo {
    /// The picture; null when there is none.
    pub logo: Option<LogoPicture>,
}

/// A picture.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LogoPicture {
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
    /// Its bytes, base64.
    pub data: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// The logo on letters, to look at.
///
/// # Errors
/// What the store gives. A picture that cannot be read any more counts as none.
pub fn logo_read(context: &mut Context<'_>, _: Nothing) -> AppResult<KeptLogo> {
    let reader = context.reader()?;
    let logo = crate::letters::logo_text(&reader)?;
    Ok(KeptLogo {
        logo: logo.map(|(data, logo)| {
            let (width, height) = logo.pixels();
            LogoPicture {
                // The first byte of a PNG is 0x89, of a JPEG 0xFF.
                media_type: if data.starts_with("iVBOR") {
                    "image/png"
                } else {
                    "image/jpeg"
                },
                data,
                width,
                height,
            }
        }),
    })
}
