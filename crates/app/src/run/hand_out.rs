//! Approved letters out of the window: printed, saved as one PDF, saved as e-mails. Whatever the
//! way: the journal first, then the file gets its name, then it is recorded.

use std::collections::HashSet;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use credit::{Channel, Letter, LetterId, LetterState};
use documents::Pdf;
use law::Lang;
use serde::{Deserialize, Serialize};
use store::{LetterFileKind, Reader};
use ts_rs::TS;

use super::hand_over::{journal, record};
use super::past::find_run;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::kept::{kept_file, not_withdrawn};
use crate::session::Context;
use crate::tell::Done;
use crate::whole_file::{Beside, SavedFile};
use crate::words;

/// Letters that go to the window at once; more would fill its memory, and a file prints better.
const MOST_SHOWN: usize = 2_000;

/// Which paper letters.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct RunPdf {
    /// The run.
    pub run: String,
    /// Only these letters; all on paper when none.
    pub letters: Option<Vec<String>>,
    /// Whether each letter begins on a front side.
    pub duplex: Option<bool>,
}

/// Paper letters as one PDF.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunBytes {
    /// The PDF, base64.
    pub pdf: String,
    /// How many pages it has.
    pub pages: u32,
    /// The letters in it, in order.
    pub letters: Vec<String>,
}

/// The paper letters of a run as one PDF for the printer; records nothing.
///
/// # Errors
/// `unknown_run`, `unknown_letter`, `not_on_paper`, `nothing_to_print`, `too_many_to_show`.
pub fn run_pdf(context: &mut Context<'_>, request: RunPdf) -> AppResult<RunBytes> {
    let reader = context.reader()?;
    let letters = paper(&reader, &request.run, request.letters.as_deref())?;
    if letters.len() > MOST_SHOWN {
        return Err(AppError::new(Code::TooManyToShow)
            .with("count", letters.len())
            .with("limit", MOST_SHOWN));
    }
    let pdf = merged(&reader, &letters, request.duplex.unwrap_or(false))?;
    Ok(RunBytes {
        pdf: STANDARD.encode(&pdf.bytes),
        pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
        letters: letters.iter().map(|letter| letter.id.to_string()).collect(),
    })
}

/// Which letters came out of the printer.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PrintedRun {
    /// The run.
    pub run: String,
    /// The letters.
    pub letters: Vec<String>,
}

/// Notes that letters were handed over: they came out of the printer. One that was to go by e-mail
/// may be among them: whoever printed it may post it.
///
/// # Errors
/// `unknown_run`, `unknown_letter`, `letter_withdrawn`, `nothing_to_print`, `handed_over_before` when
/// all of them were.
pub fn run_printed(context: &mut Context<'_>, request: PrintedRun) -> AppResult<Done> {
    let lang = context.lang;
    let day = context.day(None);
    let letters = named(&context.reader()?, &request.run, &request.letters)?;
    if letters.is_empty() {
        return Err(AppError::new(Code::NothingToPrint).with("run", &request.run));
    }
    let waiting = waiting(&letters);
    journal(context, &waiting, day)?;
    let name = words::say(lang, "geprint", "printed");
    let fact = record(context, &waiting, &name, day)?.ok_or(Code::HandedOverBefore)?;
    let (nl, en) = (
        count_words(waiting.len(), Lang::Nl),
        count_words(waiting.len(), Lang::En),
    );
    let one = waiting.len() == 1;
    Ok(Done::new(
        fact,
        lang,
        format!(
            "{nl} {} als geprint genoteerd.",
            if one { "staat" } else { "staan" }
        ),
        format!("{en} {} noted as printed.", if one { "is" } else { "are" }),
    ))
}

/// Where to write the paper letters.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SaveRun {
    /// The run.
    pub run: String,
    /// The PDF to write.
    pub out: String,
    /// Only these letters; all on paper when none.
    pub letters: Option<Vec<String>>,
    /// Whether each letter begins on a front side.
    pub duplex: Option<bool>,
}

/// Writes the paper letters as one PDF and hands them over. Letters that were handed over before
/// are written again with the same bytes and stay as they are.
///
/// # Errors
/// `unknown_run`, `unknown_letter`, `not_on_paper`, `nothing_to_print`, `read_only`, `disk_full`.
pub fn run_save(context: &mut Context<'_>, request: SaveRun) -> AppResult<SavedFile> {
    let day = context.day(None);
    let (letters, pdf) = {
        let reader = context.reader()?;
        let letters = paper(&reader, &request.run, request.letters.as_deref())?;
        let pdf = merged(&reader, &letters, request.duplex.unwrap_or(false))?;
        (letters, pdf)
    };
    let beside = Beside::write(&PathBuf::from(&request.out), &pdf.bytes)?;
    let waiting = waiting(&letters);
    journal(context, &waiting, day)?;
    let saved = beside.into_place()?;
    record(context, &waiting, &saved.file, day)?;
    Ok(saved)
}

/// Where to write the e-mails.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SaveMails {
    /// The run.
    pub run: String,
    /// The folder to write to.
    pub out: String,
    /// Only these letters; all that go by e-mail when none.
    pub letters: Option<Vec<String>>,
}

/// The files that were written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SavedMails {
    /// One for each e-mail.
    pub files: Vec<SavedFile>,
}

/// Writes the e-mails as drafts into a folder and hands them over, one by one: when it is stopped,
/// those that were written are handed over and the others wait.
///
/// # Errors
/// `unknown_run`, `unknown_letter`, `not_by_mail`, `nothing_to_mail`, `read_only`, `disk_full`.
pub fn run_save_mails(context: &mut Context<'_>, request: SaveMails) -> AppResult<SavedMails> {
    let day = context.day(None);
    let running = context.session.jobs().start("mails", None);
    let letters = by_mail(&context.reader()?, &request.run, request.letters.as_deref())?;
    running.of(letters.len());
    let folder = PathBuf::from(&request.out);
    let folder = std::path::absolute(&folder).map_err(|error| AppError::io(&folder, &error))?;
    let mut files = Vec::new();
    for (done, letter) in letters.iter().enumerate() {
        if running.step(done).is_err() {
            break;
        }
        let (name, bytes) = {
            let reader = context.reader()?;
            let (info, bytes) = kept_file(&reader, letter.id, LetterFileKind::Eml)?
                .ok_or_else(|| AppError::new(Code::NotByMail).with("letter", letter.id))?;
            (info.name, bytes)
        };
        let beside = Beside::write(&folder.join(name), &bytes)?;
        let waiting = waiting(std::slice::from_ref(letter));
        journal(context, &waiting, day)?;
        let saved = beside.into_place()?;
        record(context, &waiting, &saved.file, day)?;
        crate::mail::note_draft(context, letter, day)?;
        files.push(saved);
    }
    Ok(SavedMails { files })
}

/// The letters on paper that are meant, in the order of the run.
fn paper(reader: &Reader<'_>, run: &str, only: Option<&[String]>) -> AppResult<Vec<Letter>> {
    travelling(reader, run, only, Channel::Letter)
}

/// The letters by e-mail that are meant, in the order of the run. What a mail server took is no
/// draft any more: sent from there, it would leave twice.
fn by_mail(reader: &Reader<'_>, run: &str, only: Option<&[String]>) -> AppResult<Vec<Letter>> {
    let mut letters = Vec::new();
    for letter in travelling(reader, run, only, Channel::Email)? {
        let sent = reader.mail_state(letter.id)?;
        if !sent.is_some_and(store::MailState::is_no_draft) {
            letters.push(letter);
        } else if only.is_some() {
            return Err(AppError::new(Code::MailLeft).with("letter", letter.id));
        }
    }
    if letters.is_empty() {
        return Err(AppError::new(Code::NothingToMail).with("run", run));
    }
    Ok(letters)
}

fn travelling(
    reader: &Reader<'_>,
    run: &str,
    only: Option<&[String]>,
    channel: Channel,
) -> AppResult<Vec<Letter>> {
    let (other, none) = match channel {
        Channel::Letter => (Code::NotOnPaper, Code::NothingToPrint),
        Channel::Email => (Code::NotByMail, Code::NothingToMail),
    };
    let chosen = match only {
        Some(only) => named(reader, run, only)?,
        None => chosen(reader, run, None)?,
    };
    let wrong = |letter: &&Letter| !letter.channels.contains(&channel);
    let withdrawn = |letter: &&Letter| letter.state == LetterState::Withdrawn;
    if only.is_some()
        && let Some(letter) = chosen.iter().find(wrong)
    {
        return Err(AppError::new(other).with("letter", letter.id));
    }
    let found: Vec<Letter> = chosen
        .into_iter()
        .filter(|letter| !wrong(&letter) && !withdrawn(&letter))
        .collect();
    if found.is_empty() {
        return Err(AppError::new(none).with("run", run));
    }
    Ok(found)
}

/// The letters that are named; one that was taken back leaves in no way.
fn named(reader: &Reader<'_>, run: &str, names: &[String]) -> AppResult<Vec<Letter>> {
    let letters = chosen(reader, run, Some(names))?;
    for letter in &letters {
        not_withdrawn(letter)?;
    }
    Ok(letters)
}

/// The letters of a run, or those among them that are named.
pub(super) fn chosen(
    reader: &Reader<'_>,
    run: &str,
    only: Option<&[String]>,
) -> AppResult<Vec<Letter>> {
    let run = find_run(reader, run)?;
    let letters = reader.letters_of_run(run.id)?;
    let Some(only) = only else {
        return Ok(letters);
    };
    let known: HashSet<LetterId> = letters.iter().map(|letter| letter.id).collect();
    let mut wanted = HashSet::new();
    for name in only {
        let id = find::letter(name)?;
        if !known.contains(&id) {
            return Err(AppError::new(Code::UnknownLetter).with("letter", name));
        }
        wanted.insert(id);
    }
    Ok(letters
        .into_iter()
        .filter(|letter| wanted.contains(&letter.id))
        .collect())
}

/// Those that were not handed over yet.
fn waiting(letters: &[Letter]) -> Vec<LetterId> {
    letters
        .iter()
        .filter(|letter| letter.state == LetterState::Approved)
        .map(|letter| letter.id)
        .collect()
}

/// The kept pages of letters, one after the other.
fn merged(reader: &Reader<'_>, letters: &[Letter], duplex: bool) -> AppResult<Pdf> {
    let mut kept = Vec::new();
    for letter in letters {
        let (_, bytes) = kept_file(reader, letter.id, LetterFileKind::Pdf)?
            .ok_or_else(|| AppError::new(Code::NotOnPaper).with("letter", letter.id))?;
        kept.push(bytes);
    }
    let parts: Vec<&[u8]> = kept.iter().map(Vec::as_slice).collect();
    Ok(documents::merge(&parts, duplex)?)
}

/// How many, in words, for what was done.
pub(super) fn count_words(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Nl) => "Eén brief".to_string(),
        (1, Lang::En) => "One letter".to_string(),
        (_, Lang::Nl) => format!("{count} brieven"),
        (_, Lang::En) => format!("{count} letters"),
    }
}
