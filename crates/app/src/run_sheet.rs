//! The list of what left in a run, with the head of the log: what to keep on paper.

use std::path::Path;

use chrono::NaiveDate;
use documents::{RunSheet, RunSheetRow};

use crate::error::AppResult;
use crate::run::{LetterFile, RunReport};
use crate::session::Context;
use crate::words;

/// Writes the list of the letters of this call, in a folder of its own beside them.
///
/// # Errors
/// What drawing or writing gives; the letters have left all the same.
pub(crate) fn write(
    context: &Context<'_>,
    report: &RunReport,
    date: NaiveDate,
    out: &Path,
) -> AppResult<LetterFile> {
    let lang = context.lang;
    let reader = context.reader()?;
    let head = reader.head()?;
    let name = report.run.clone().unwrap_or_else(|| format!("{date}"));
    let letters = report
        .letters
        .iter()
        .map(|letter| RunSheetRow {
            customer: letter.name.clone(),
            step: words::step(letter.step, lang),
            channel: words::channels(&letter.channels, lang),
            amount: letter.claim.total,
            sha256: letter.sha256.clone(),
        })
        .collect();
    let sheet = RunSheet {
        creditor: reader
            .creditor()?
            .map(|creditor| creditor.name)
            .unwrap_or_default(),
        run: name.clone(),
        date,
        made_at: Some(context.now().naive_utc()),
        lang,
        letters,
        chain_head: head.hash,
        facts: head.facts,
    };
    let pdf = documents::print_run_sheet(&sheet)?;
    let folder = words::say(lang, "verzendlijst", "sent-list");
    let file = out.join(folder).join(format!("{date}_{name}.pdf"));
    let saved = crate::administration::write_whole(&file, &pdf.bytes)?;
    Ok(LetterFile {
        file: saved.file,
        sha256: saved.sha256,
    })
}
