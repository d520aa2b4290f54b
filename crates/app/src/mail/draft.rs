//! Mail without an account: drafts that any mail program opens, the message as a file, and the
//! letter as a PDF to post.

use std::path::Path;

use credit::LetterState;
use serde::Deserialize;
use ts_rs::TS;

use super::message;
use super::outbox::{MailState, by_mail_only, state_of};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::kept::{not_withdrawn, note_saved};
use crate::session::{Context, shown};
use crate::whole_file::{Beside, SavedFile};

/// Where to save a draft.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailDraftSave")]
pub struct DraftSave {
    /// The letter (`B-17`).
    pub letter: String,
    /// The `.eml` file to write.
    pub out: String,
}

/// An error that says how the letter stands.
pub(super) fn wrong_state(
    context: &Context<'_>,
    letter: credit::LetterId,
    state: MailState,
) -> AppError {
    AppError::new(Code::MailState)
        .with("letter", letter)
        .with("state", state.words(context.lang))
}

/// Saves the letter's e-mail as a draft and hands it over: the user sends it with his own mail
/// program, and confirms that.
///
/// # Errors
/// `unknown_letter`, `mail_none`, `mail_no_address`, `mail_state` when it was sent, `io`.
pub fn draft_save(context: &mut Context<'_>, request: DraftSave) -> AppResult<SavedFile> {
    let id = find::letter(&request.letter)?;
    let state = state_of(context, id)?;
    if !matches!(
        state,
        MailState::Waiting | MailState::PutOff | MailState::Refused | MailState::Draft
    ) {
        return Err(wrong_state(context, id, state));
    }
    let day = context.deciding_day(None)?;
    let reader = context.reader()?;
    let letter = reader.letter(id)?;
    let (to, bytes) = message::compose_draft(&reader, &letter)?;
    let keys = reader.journal_keys(id)?;
    let out = Path::new(&request.out);
    let beside = Beside::write(out, &bytes)?;
    context.administration()?.journal_append(&keys, day)?;
    let saved = beside.into_place()?;
    context.write(day, |writer| -> AppResult<()> {
        writer.mail_drafted(id, &to)?;
        if by_mail_only(&letter) && writer.letter(id)?.state == LetterState::Approved {
            writer.hand_over(id, &shown(out))?;
        }
        Ok(())
    })?;
    Ok(saved)
}

/// Notes that a draft of a letter lies with the user.
///
/// # Errors
/// What the store gives.
pub(crate) fn note_draft(
    context: &mut Context<'_>,
    letter: &credit::Letter,
    day: chrono::NaiveDate,
) -> AppResult<()> {
    let reader = context.reader()?;
    let written = documents::read_email(&reader.mail_head(letter.id)?)?.to;
    let to = documents::bare_addresses(&written);
    context.write(day, |writer| Ok(writer.mail_drafted(letter.id, &to)?))?;
    Ok(())
}

/// Where to save a message.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailMessageSave")]
pub struct MessageSave {
    /// The letter (`B-17`).
    pub letter: String,
    /// The `.eml` file to write.
    pub out: String,
}

/// Writes the kept message, byte for byte. Of a letter that still waits it is noted: its message may be
/// sent from there.
///
/// # Errors
/// `unknown_letter`, `letter_withdrawn`, `mail_none`, `io`.
pub fn message_save(context: &mut Context<'_>, request: MessageSave) -> AppResult<SavedFile> {
    let id = find::letter(&request.letter)?;
    let bytes = {
        let reader = context.reader()?;
        not_withdrawn(&reader.letter(id)?)?;
        message::bytes_of(&reader, id)?.0
    };
    save(context, id, &request.out, &bytes)
}

/// Where to save a letter's PDF.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailPaperSave")]
pub struct PaperSave {
    /// The letter (`B-17`).
    pub letter: String,
    /// The PDF to write.
    pub out: String,
}

/// Writes the letter that went with the e-mail as a PDF, to print and post. Of a letter that still waits
/// it is noted: it may be posted from there.
///
/// # Errors
/// `unknown_letter`, `letter_withdrawn`, `mail_none`, `io`.
pub fn paper_save(context: &mut Context<'_>, request: PaperSave) -> AppResult<SavedFile> {
    let id = find::letter(&request.letter)?;
    let drawn = {
        let reader = context.reader()?;
        not_withdrawn(&reader.letter(id)?)?;
        message::drawn(&reader, id)?
    };
    let pdf = documents::read_email(&drawn)?
        .attachments
        .into_iter()
        .find(|file| file.media_type == "application/pdf")
        .ok_or_else(|| AppError::new(Code::MailNone).with("letter", id))?;
    save(context, id, &request.out, &pdf.bytes)
}

/// Writes a file of a letter. It is noted before the file gets its name: a note without a file may be,
/// never a file without a note.
fn save(
    context: &mut Context<'_>,
    letter: credit::LetterId,
    out: &str,
    bytes: &[u8],
) -> AppResult<SavedFile> {
    let beside = Beside::write(Path::new(out), bytes)?;
    note_saved(context, &[letter], out)?;
    beside.into_place()
}
