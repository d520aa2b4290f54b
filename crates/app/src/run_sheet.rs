//! The list of what left in a run, with the head of the log: what to keep on paper.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use credit::{LetterState, RunId};
use documents::{Pdf, RunSheet, RunSheetRow};
use law::Lang;
use store::Reader;

use crate::error::AppResult;
use crate::run::{LetterFile, RunReport, SentLetter};
use crate::session::Context;
use crate::words;

/// Writes the list of the newest run, in a folder of its own beside the letters; what this call
/// finished of earlier runs stands in it too. A run that was cut off between its last letter and
/// its list gets the list from the next call on the same day.
///
/// # Errors
/// What drawing or writing gives; the letters have left all the same.
pub(crate) fn write_if_owed(
    context: &Context<'_>,
    report: &RunReport,
    date: NaiveDate,
    out: &Path,
) -> AppResult<Option<LetterFile>> {
    let lang = context.lang;
    let reader = context.reader()?;
    let Some(newest) = reader.last_run()? else {
        return Ok(None);
    };
    let left_now = report.sent > 0;
    let out = if left_now {
        out
    } else {
        Path::new(&newest.out)
    };
    let name = newest.id.to_string();
    let file = place(out, date, &name, lang);
    let owed = newest.date == date && newest.pending == 0 && out.is_dir() && !file.exists();
    if !(left_now || owed) {
        return Ok(None);
    }
    let rows = rows(&reader, newest.id, &report.letters, lang)?;
    let pdf = draw(context, newest.id, date, rows)?;
    let saved = crate::whole_file::write_whole(&file, &pdf.bytes)?;
    Ok(Some(LetterFile {
        file: saved.file,
        sha256: saved.sha256,
    }))
}

/// The list of one run as it stands now.
///
/// # Errors
/// What drawing gives.
pub(crate) fn of_run(context: &Context<'_>, run: RunId, date: NaiveDate) -> AppResult<Pdf> {
    let rows = rows(&context.reader()?, run, &[], context.lang)?;
    draw(context, run, date, rows)
}

fn draw(
    context: &Context<'_>,
    run: RunId,
    date: NaiveDate,
    letters: Vec<RunSheetRow>,
) -> AppResult<Pdf> {
    let reader = context.reader()?;
    let head = reader.head()?;
    let sheet = RunSheet {
        creditor: reader
            .creditor()?
            .map(|creditor| creditor.name)
            .unwrap_or_default(),
        run: run.to_string(),
        date,
        made_at: Some(context.now().naive_utc()),
        lang: context.lang,
        letters,
        chain_head: head.hash,
        facts: head.facts,
    };
    Ok(documents::print_run_sheet(&sheet)?)
}

fn place(out: &Path, date: NaiveDate, run: &str, lang: Lang) -> PathBuf {
    let folder = words::say(lang, "verzendlijst", "sent-list");
    out.join(folder).join(format!("{date}_{run}.pdf"))
}

/// The letters of the run, and those of earlier runs that this call finished.
fn rows(
    reader: &Reader<'_>,
    run: RunId,
    finished: &[SentLetter],
    lang: Lang,
) -> AppResult<Vec<RunSheetRow>> {
    let mut rows = Vec::new();
    let mut listed = std::collections::HashSet::new();
    for letter in reader.letters_of_run(run)? {
        if letter.state < LetterState::HandedOver {
            continue;
        }
        listed.insert(letter.id.to_string());
        let files = reader.letter_files(letter.id)?;
        rows.push(RunSheetRow {
            customer: reader.customer(letter.customer)?.name,
            step: words::step(letter.step, lang),
            channel: words::channels(&letter.channels, lang),
            amount: letter.claim.total,
            sha256: files
                .into_iter()
                .next()
                .map_or_else(String::new, |file| file.sha256),
        });
    }
    for letter in finished
        .iter()
        .filter(|letter| !listed.contains(&letter.letter))
    {
        rows.push(RunSheetRow {
            customer: letter.name.clone(),
            step: words::step(letter.step, lang),
            channel: words::channels(&letter.channels, lang),
            amount: letter.claim.total,
            sha256: letter.sha256.clone(),
        });
    }
    Ok(rows)
}
