//! Kept letters, as they were made: shown, saved once more, copied for a customer who lost it.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use credit::{FactId, Letter, LetterId, LetterState, Note};
use law::Lang;
use serde::{Deserialize, Serialize};
use store::{LetterFileInfo, LetterFileKind, Reader};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::digest::sha256_hex;
use crate::error::{AppError, AppResult};
use crate::find::{self, InvoiceNames};
use crate::run::{LetterRow, journal, letter_row, record};
use crate::session::Context;
use crate::whole_file::{Beside, SavedFile, write_whole};
use crate::words;

/// Which letter.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WhichLetter {
    /// The letter (`B-17`).
    pub letter: String,
}

/// A kept letter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeptLetter {
    /// The PDF, base64.
    pub pdf: String,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// The letter.
    pub letter: LetterRow,
}

/// A kept letter as it was made.
///
/// # Errors
/// `unknown_letter`.
pub fn letter_pdf(context: &mut Context<'_>, request: WhichLetter) -> AppResult<KeptLetter> {
    let reader = context.reader()?;
    let letter = find_letter(&reader, &request.letter)?;
    let bytes = pdf_of(&reader, letter.id)?;
    let names = InvoiceNames::read(&reader)?;
    Ok(KeptLetter {
        sha256: sha256_hex(&bytes),
        pdf: STANDARD.encode(&bytes),
        letter: letter_row(&reader, &names, &letter, context.lang)?,
    })
}

/// Where to write a letter.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveLetter {
    /// The letter (`B-17`).
    pub letter: String,
    /// The file to write.
    pub out: String,
}

/// Writes a kept letter where the user asks: the e-mail for a name that ends in `.eml`, else the
/// PDF. A letter that still waited is handed over by it.
///
/// # Errors
/// `unknown_letter`, `not_by_mail`, `read_only`, `disk_full`.
pub fn letter_save(context: &mut Context<'_>, request: SaveLetter) -> AppResult<SavedFile> {
    let day = context.day(None);
    let out = PathBuf::from(&request.out);
    let (letter, bytes) = {
        let reader = context.reader()?;
        let letter = find_letter(&reader, &request.letter)?;
        not_withdrawn(&letter)?;
        let bytes = if is_mail(&out) {
            kept_file(&reader, letter.id, LetterFileKind::Eml)?
                .ok_or_else(|| AppError::new(Code::NotByMail).with("letter", letter.id))?
                .1
        } else {
            pdf_of(&reader, letter.id)?
        };
        (letter, bytes)
    };
    let beside = Beside::write(&out, &bytes)?;
    let waits: &[LetterId] = match letter.state {
        LetterState::Approved => &[letter.id],
        LetterState::HandedOver | LetterState::Confirmed | LetterState::Withdrawn => &[],
    };
    journal(context, waits, day)?;
    let saved = beside.into_place()?;
    record(context, waits, &saved.file, day)?;
    Ok(saved)
}

fn is_mail(out: &Path) -> bool {
    out.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("eml"))
}

/// Writes a letter that left once more, marked as a copy on every page. It counts as no step; that
/// it was made is noted with the customer.
///
/// # Errors
/// `unknown_letter`, `letter_not_left`, `read_only`, `disk_full`.
pub fn letter_copy(context: &mut Context<'_>, request: SaveLetter) -> AppResult<SavedFile> {
    let lang = context.lang;
    let day = context.day(None);
    let (letter, copy) = {
        let reader = context.reader()?;
        let letter = find_letter(&reader, &request.letter)?;
        not_withdrawn(&letter)?;
        if letter.state == LetterState::Approved {
            return Err(AppError::new(Code::LetterNotLeft).with("letter", letter.id));
        }
        let language = reader.customer(letter.customer)?.language;
        let pdf = pdf_of(&reader, letter.id)?;
        let copy = documents::mark_as_copy(&pdf, letter.date, language)?;
        (letter, copy)
    };
    let saved = write_whole(&PathBuf::from(&request.out), &copy.bytes)?;
    let step = words::step(letter.step, lang);
    let note = Note {
        fact: FactId(0),
        customer: letter.customer,
        text: match lang {
            Lang::Nl => format!(
                "Kopie gemaakt van de {step} van {} ({}).",
                words::day(letter.date, lang),
                letter.id
            ),
            Lang::En => format!(
                "Copy made of the {step} of {} ({}).",
                words::day(letter.date, lang),
                letter.id
            ),
        },
        date: day,
    };
    context.write(day, |writer| Ok(writer.tell_note(&note)?))?;
    Ok(saved)
}

/// Refuses a letter that was taken back: nothing of it leaves.
///
/// # Errors
/// `letter_withdrawn`.
pub(crate) fn not_withdrawn(letter: &Letter) -> AppResult<()> {
    match letter.state {
        LetterState::Withdrawn => {
            Err(AppError::new(Code::LetterWithdrawn).with("letter", letter.id))
        }
        _ => Ok(()),
    }
}

/// Notes that a file of these letters was written, for those that still wait: it may be posted or sent
/// from there.
///
/// # Errors
/// What the store gives.
pub(crate) fn note_saved(
    context: &mut Context<'_>,
    letters: &[LetterId],
    file: &str,
) -> AppResult<()> {
    let mut waits = Vec::new();
    for letter in letters {
        if context.reader()?.letter(*letter)?.state == LetterState::Approved {
            waits.push(*letter);
        }
    }
    if waits.is_empty() {
        return Ok(());
    }
    let day = context.day(None);
    journal(context, &waits, day)?;
    context.write(day, |writer| {
        for letter in &waits {
            writer.letter_saved(*letter, file)?;
        }
        Ok(())
    })
}

fn find_letter(reader: &Reader<'_>, text: &str) -> AppResult<Letter> {
    reader
        .letter(find::letter(text)?)
        .map_err(|error| AppError::from(error).with("letter", text))
}

/// The first kept file of that kind, with its bytes.
///
/// # Errors
/// What the store gives.
pub(crate) fn kept_file(
    reader: &Reader<'_>,
    letter: LetterId,
    kind: LetterFileKind,
) -> AppResult<Option<(LetterFileInfo, Vec<u8>)>> {
    let found = reader
        .letter_files(letter)?
        .into_iter()
        .find(|file| file.kind == kind);
    match found {
        None => Ok(None),
        Some(file) => {
            let bytes = reader.letter_bytes(file.id)?;
            Ok(Some((file, bytes)))
        }
    }
}

/// The pages of a letter. A letter that went by e-mail only has them inside the e-mail.
///
/// # Errors
/// What the store gives.
pub(crate) fn pdf_of(reader: &Reader<'_>, letter: LetterId) -> AppResult<Vec<u8>> {
    if let Some((_, bytes)) = kept_file(reader, letter, LetterFileKind::Pdf)? {
        return Ok(bytes);
    }
    let mail = kept_file(reader, letter, LetterFileKind::Eml)?;
    mail.and_then(|(_, bytes)| {
        documents::attachments(&bytes)
            .into_iter()
            .find(|file| file.media_type == "application/pdf")
    })
    .map(|file| file.bytes)
    .ok_or_else(|| AppError::new(Code::Internal).with("what", format!("{letter} has no pages")))
}
