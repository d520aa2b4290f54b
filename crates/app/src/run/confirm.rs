//! That a letter was posted or sent, as the user says it.

use std::path::Path;

use chrono::NaiveDate;
use credit::{Letter, LetterState};
use law::Lang;
use serde::Deserialize;
use store::NewFile;
use ts_rs::TS;

use super::hand_out::{chosen, count_words};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::tell::Done;
use crate::words;

/// Confirm that a letter was posted or sent.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Confirm {
    /// The letter (`B-17`).
    pub letter: String,
    /// Day it was posted or sent; the day it was handed over when none, which is never before its date.
    #[ts(optional, type = "IsoDate")]
    pub left_on: Option<NaiveDate>,
    /// Proof of sending: a file to keep.
    pub proof: Option<String>,
}

/// Confirms that a letter was posted or sent.
///
/// # Errors
/// `unknown_letter`, `future_date`, `left_before_made`, and what reading the proof gives.
pub fn confirm(context: &mut Context<'_>, request: Confirm) -> AppResult<Done> {
    let today = context.day(None);
    let id = find::letter(&request.letter)?;
    let letter = context.reader()?.letter(id)?;
    if let Some(left) = request.left_on {
        check_day(&letter, left, today)?;
    }
    let proof = match &request.proof {
        None => None,
        Some(path) => {
            let path = Path::new(path);
            let bytes = std::fs::read(path).map_err(|error| AppError::reading(path, &error))?;
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            Some(NewFile {
                name,
                media_type: "application/octet-stream".to_string(),
                bytes,
            })
        }
    };
    let fact = context.write(today, |writer| {
        Ok(writer.confirm(id, request.left_on, proof.as_ref())?)
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{id} staat als verzonden genoteerd."),
        format!("{id} is noted as sent."),
    ))
}

/// Confirm what was handed over of a run.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ConfirmRun {
    /// The run.
    pub run: String,
    /// Day it was posted or sent.
    #[ts(type = "IsoDate")]
    pub left_on: NaiveDate,
    /// Only these letters; all that were handed over when none.
    pub letters: Option<Vec<String>>,
}

/// Notes that everything of a run that was handed over was posted or sent on this day. What still
/// waits, and what was confirmed before, stays as it is.
///
/// # Errors
/// `unknown_run`, `unknown_letter`, `nothing_to_confirm`, `future_date`, `left_before_made`.
pub fn confirm_run(context: &mut Context<'_>, request: ConfirmRun) -> AppResult<Done> {
    let today = context.day(None);
    let lang = context.lang;
    let letters: Vec<Letter> =
        chosen(&context.reader()?, &request.run, request.letters.as_deref())?
            .into_iter()
            .filter(|letter| letter.state == LetterState::HandedOver)
            .collect();
    for letter in &letters {
        check_day(letter, request.left_on, today)?;
    }
    let fact = context.write(today, |writer| {
        let mut last = None;
        for letter in &letters {
            last = Some(writer.confirm(letter.id, Some(request.left_on), None)?);
        }
        Ok(last)
    })?;
    let fact =
        fact.ok_or_else(|| AppError::new(Code::NothingToConfirm).with("run", &request.run))?;
    let (nl, en) = (
        count_words(letters.len(), Lang::Nl),
        count_words(letters.len(), Lang::En),
    );
    let one = letters.len() == 1;
    Ok(Done::new(
        fact,
        lang,
        format!(
            "{nl} {} als verzonden genoteerd.",
            if one { "staat" } else { "staan" }
        ),
        format!("{en} {} noted as sent.", if one { "is" } else { "are" }),
    ))
}

/// A letter leaves on a day after it was approved, and not after today; one that bears the date of
/// the next posting day may be confirmed for that day.
fn check_day(letter: &Letter, left: NaiveDate, today: NaiveDate) -> AppResult<()> {
    if left > today.max(letter.date) {
        return Err(AppError::new(Code::FutureDate)
            .with_day("date", left)
            .with_day("today", today));
    }
    if left < letter.run_date {
        let words = |lang| (words::day(left, lang), words::day(letter.run_date, lang));
        let ((left_nl, made_nl), (left_en, made_en)) = (words(Lang::Nl), words(Lang::En));
        return Err(AppError::new(Code::LeftBeforeMade)
            .with_words("date", &left_nl, &left_en)
            .with_words("made", &made_nl, &made_en));
    }
    Ok(())
}
