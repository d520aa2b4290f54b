//! Approved letters put in the user's hands: the file beside its place, the journal, the file in its
//! place, the record.

use std::collections::HashSet;
use std::path::Path;

use chrono::NaiveDate;
use credit::{FactId, Letter, LetterId};
use store::{PendingLetter, Reader};

use super::{LetterFile, RunReport, SentLetter};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find::InvoiceNames;
use crate::session::{Context, shown};
use crate::today::ClaimView;
use crate::whole_file::Beside;

/// Where letters go, when, and how their invoices are named.
pub(super) struct Going<'a> {
    pub out: &'a Path,
    pub date: NaiveDate,
    pub names: &'a InvoiceNames,
    pub resumed: bool,
    /// Letters that stay where they are.
    pub lying: &'a HashSet<LetterId>,
}

/// Finishes what an earlier, cut-off run had approved, or the window.
pub(super) fn resume(
    context: &mut Context<'_>,
    going: &Going<'_>,
    report: &mut RunReport,
) -> AppResult<()> {
    let pending = context.reader()?.pending()?;
    for letter in pending {
        if going.lying.contains(&letter.letter.id) {
            continue;
        }
        let sent = hand_over(context, &letter, going)?;
        report.letters.push(sent);
        report.resumed += 1;
    }
    Ok(())
}

/// Puts one approved letter in the user's hands, and records it.
pub(super) fn hand_over(
    context: &mut Context<'_>,
    pending: &PendingLetter,
    going: &Going<'_>,
) -> AppResult<SentLetter> {
    let Going {
        out, date, resumed, ..
    } = *going;
    let (mut files, mut fresh) = (Vec::new(), Vec::new());
    for file in &pending.files {
        let bytes = context.reader()?.letter_bytes(file.id)?;
        // Where the cut-off run had put it already, it stays: one letter, one place.
        let earlier = Path::new(&pending.out).join(&file.name);
        // A run that was approved in the window has no folder yet.
        let place = if resumed && !pending.out.is_empty() && holds(&earlier, &bytes) {
            earlier
        } else {
            out.join(&file.name)
        };
        if !holds(&place, &bytes) {
            fresh.push(Beside::write(&place, &bytes)?);
        }
        files.push(LetterFile {
            file: shown(&place),
            sha256: file.sha256.clone(),
        });
    }
    let first = files.first().cloned().ok_or_else(|| {
        AppError::new(Code::Internal).with("what", format!("{} has no file", pending.letter.id))
    })?;
    // A letter whose files could not be written is not about to leave: it can still be taken back.
    journal(context, &[pending.letter.id], date)?;
    for beside in fresh {
        beside.into_place()?;
    }
    record(context, &[pending.letter.id], &first.file, date)?;
    view(context, &pending.letter, files, first, going)
}

/// Notes in this computer's journal that letters are about to leave. Comes before the file gets its
/// name: the journal may know too much, never too little.
///
/// # Errors
/// What the store gives; the letters must not leave then.
pub(crate) fn journal(
    context: &mut Context<'_>,
    letters: &[LetterId],
    day: NaiveDate,
) -> AppResult<()> {
    let mut keys = Vec::new();
    for letter in letters {
        keys.extend(context.reader()?.journal_keys(*letter)?);
    }
    context.administration()?.journal_append(&keys, day)?;
    Ok(())
}

/// Records that letters were handed over under a name, all or none; the last fact, if any.
///
/// # Errors
/// What the store gives.
pub(crate) fn record(
    context: &mut Context<'_>,
    letters: &[LetterId],
    name: &str,
    day: NaiveDate,
) -> AppResult<Option<FactId>> {
    context.write(day, |writer| {
        let mut last = None;
        for letter in letters {
            last = Some(writer.hand_over(*letter, name)?);
        }
        Ok(last)
    })
}

/// Whether all files of a letter stand where the run that approved it was to put them: it was cut off
/// between that and the record, and the user may have them.
///
/// # Errors
/// What the store gives.
pub(super) fn stands(reader: &Reader<'_>, pending: &PendingLetter) -> AppResult<bool> {
    // A run that was approved in the window has no folder.
    if pending.out.is_empty() || pending.files.is_empty() {
        return Ok(false);
    }
    for file in &pending.files {
        let place = Path::new(&pending.out).join(&file.name);
        if !holds(&place, &reader.letter_bytes(file.id)?) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn holds(place: &Path, bytes: &[u8]) -> bool {
    std::fs::read(place).is_ok_and(|found| found == bytes)
}

fn view(
    context: &Context<'_>,
    letter: &Letter,
    files: Vec<LetterFile>,
    first: LetterFile,
    going: &Going<'_>,
) -> AppResult<SentLetter> {
    let reader = context.reader()?;
    let mut invoices = Vec::new();
    for line in &letter.lines {
        invoices.push(
            going
                .names
                .name(&reader.invoice(line.invoice)?.number, letter.customer),
        );
    }
    Ok(SentLetter {
        letter: letter.id.to_string(),
        customer: letter.customer.to_string(),
        name: reader.customer(letter.customer)?.name,
        step: letter.step,
        date: letter.date,
        channels: letter.channels.clone(),
        file: first.file,
        sha256: first.sha256,
        files,
        claim: ClaimView::from(&letter.claim),
        invoices,
        resumed: going.resumed,
    })
}
