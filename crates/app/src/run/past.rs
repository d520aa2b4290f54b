//! Runs and letters of the past, and what still waits of them.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use credit::{Channel, Gate, Letter, LetterState, RunId, Step};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::approve::OWN_TEXT;
use super::changed::{ChangedLetter, changed};
use super::withdraw::{Standing, TakenBack};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find::InvoiceNames;
use crate::session::Context;
use crate::today::{ClaimView, ReasonView};
use crate::whole_file::{SavedFile, write_whole};

/// A letter, as lists show it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LetterRow {
    /// Its id.
    pub letter: String,
    /// Its run.
    pub run: String,
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Level.
    #[ts(type = "Step")]
    pub step: Step,
    /// Date it bears.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// How it travels.
    #[ts(type = "Channel[]")]
    pub channels: Vec<Channel>,
    /// Where it stands.
    #[ts(type = "LetterState")]
    pub state: LetterState,
    /// Day it was posted or sent, when that was told.
    #[ts(type = "IsoDate | null")]
    pub left_on: Option<NaiveDate>,
    /// Whether a proof of sending was kept.
    pub proof: bool,
    /// What it asks.
    pub claim: ClaimView,
    /// Printed numbers of its invoices.
    pub invoices: Vec<String>,
    /// Its gate when it was approved.
    #[ts(type = "Gate")]
    pub gate: Gate,
    /// Why it went, and what it was let through for.
    pub reasons: Vec<ReasonView>,
    /// Whether the user wrote the words of this letter.
    pub edited: bool,
    /// Whether it can be taken back now: approved, and not out of the house.
    pub withdraw: bool,
    /// That it was taken back, and why.
    pub withdrawn: Option<TakenBack>,
}

/// The rows of letters.
///
/// # Errors
/// What the store gives.
pub(crate) fn letter_rows(
    reader: &Reader<'_>,
    letters: &[Letter],
    lang: Lang,
) -> AppResult<Vec<LetterRow>> {
    let names = InvoiceNames::read(reader)?;
    letters
        .iter()
        .map(|letter| letter_row(reader, &names, letter, lang))
        .collect()
}

/// The row of one letter.
///
/// # Errors
/// What the store gives.
pub(crate) fn letter_row(
    reader: &Reader<'_>,
    names: &InvoiceNames,
    letter: &Letter,
    lang: Lang,
) -> AppResult<LetterRow> {
    let mut invoices = Vec::new();
    for line in &letter.lines {
        let number = reader.invoice(line.invoice)?.number;
        invoices.push(names.name(&number, letter.customer));
    }
    let info = reader.letter_info(letter.id)?;
    let name = reader.customer(letter.customer)?.name;
    let standing = Standing::of(reader, letter)?;
    Ok(LetterRow::of(letter, name, invoices, &info, standing, lang))
}

impl LetterRow {
    /// The row of a letter; `info` is what its run wrote down with it.
    pub(crate) fn of(
        letter: &Letter,
        name: String,
        invoices: Vec<String>,
        info: &serde_json::Value,
        standing: Standing,
        lang: Lang,
    ) -> LetterRow {
        let kept = |name: &str| info.get(name).cloned().unwrap_or_default();
        let reasons: Vec<credit::Reason> =
            serde_json::from_value(kept("reasons")).unwrap_or_default();
        LetterRow {
            letter: letter.id.to_string(),
            run: letter.run.to_string(),
            customer: letter.customer.to_string(),
            name,
            step: letter.step,
            date: letter.date,
            channels: letter.channels.clone(),
            state: letter.state,
            left_on: letter.left_on,
            proof: letter.proof,
            claim: ClaimView::from(&letter.claim),
            invoices,
            gate: serde_json::from_value(kept("gate")).unwrap_or_default(),
            reasons: reasons
                .iter()
                .map(|reason| ReasonView {
                    code: reason.code(),
                    message: reason.message(lang),
                })
                .collect(),
            edited: info.get(OWN_TEXT).is_some(),
            withdraw: standing.can,
            withdrawn: standing.was,
        }
    }
}

/// A run, as lists show it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunRow {
    /// Its id.
    pub run: String,
    /// Its day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// When it was approved.
    #[ts(type = "IsoDateTime")]
    pub at: DateTime<Utc>,
    /// How many letters, without those that were taken back.
    pub letters: u32,
    /// Of them on paper.
    pub paper: u32,
    /// Of them by e-mail.
    pub mails: u32,
    /// Approved and not handed over.
    pub waiting: u32,
    /// Handed over and not confirmed.
    pub unconfirmed: u32,
    /// Taken back before they left.
    pub withdrawn: u32,
    /// Asked together.
    #[ts(type = "Money")]
    pub amount: Cents,
}

fn run_row(reader: &Reader<'_>, run: &store::Run) -> AppResult<RunRow> {
    let (withdrawn, letters): (Vec<_>, Vec<_>) = reader
        .run_letters(run.id)?
        .into_iter()
        .partition(|letter| letter.state == LetterState::Withdrawn);
    let count = |which: &dyn Fn(&store::RunLetter) -> bool| {
        u32::try_from(letters.iter().filter(|letter| which(letter)).count()).unwrap_or(u32::MAX)
    };
    Ok(RunRow {
        run: run.id.to_string(),
        date: run.date,
        at: run.at,
        letters: count(&|_| true),
        paper: count(&|letter| letter.channels.contains(&Channel::Letter)),
        mails: count(&|letter| letter.channels.contains(&Channel::Email)),
        waiting: count(&|letter| letter.state == LetterState::Approved),
        unconfirmed: count(&|letter| letter.state == LetterState::HandedOver),
        withdrawn: u32::try_from(withdrawn.len()).unwrap_or(u32::MAX),
        amount: letters.iter().map(|letter| letter.claim.total).sum(),
    })
}

/// Which part of the list of runs.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct RunsAsk {
    /// How many of the newest to leave out.
    pub offset: u32,
    /// How many; at most 500.
    pub limit: u32,
}

/// Runs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Runs {
    /// How many there are.
    pub total: u32,
    /// Those that were asked, newest first.
    pub runs: Vec<RunRow>,
}

/// The runs, newest first.
///
/// # Errors
/// What the store gives.
pub fn runs(context: &mut Context<'_>, request: RunsAsk) -> AppResult<Runs> {
    let reader = context.reader()?;
    let (total, runs) = reader.runs_page(request.offset, request.limit.min(500))?;
    Ok(Runs {
        total: u32::try_from(total).unwrap_or(u32::MAX),
        runs: runs
            .iter()
            .map(|run| run_row(&reader, run))
            .collect::<AppResult<_>>()?,
    })
}

/// Which run.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WhichRun {
    /// The run (`R-17`).
    pub run: String,
}

/// The letters of a run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LettersOfRun {
    /// The run.
    pub run: RunRow,
    /// Its letters.
    pub letters: Vec<LetterRow>,
    /// Letters that wait, and for which something changed since they were approved.
    pub changed: Vec<ChangedLetter>,
}

/// The letters of a run.
///
/// # Errors
/// `unknown_run`.
pub fn run_letters(context: &mut Context<'_>, request: WhichRun) -> AppResult<LettersOfRun> {
    let reader = context.reader()?;
    let run = find_run(&reader, &request.run)?;
    let letters = reader.letters_of_run(run.id)?;
    Ok(LettersOfRun {
        run: run_row(&reader, &run)?,
        letters: letter_rows(&reader, &letters, context.lang)?,
        changed: changed(context, &letters, context.day(None))?,
    })
}

/// The run of that id.
///
/// # Errors
/// `unknown_run`.
pub(crate) fn find_run(reader: &Reader<'_>, text: &str) -> AppResult<store::Run> {
    let unknown = || AppError::new(Code::UnknownRun).with("run", text);
    let id: RunId = text.trim().parse().map_err(|_| unknown())?;
    reader.run(id).map_err(|error| match error {
        store::StoreError::NotFound { .. } => unknown(),
        other => other.into(),
    })
}

/// Where to write the list of a run.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SheetSave {
    /// The run.
    pub run: String,
    /// The PDF to write.
    pub out: String,
}

/// Writes the list of what left in a run, with the head of the log.
///
/// # Errors
/// `unknown_run`, and what writing gives.
pub fn run_sheet_save(context: &mut Context<'_>, request: SheetSave) -> AppResult<SavedFile> {
    let run = find_run(&context.reader()?, &request.run)?;
    let pdf = crate::run_sheet::of_run(context, run.id, run.date)?;
    write_whole(&PathBuf::from(&request.out), &pdf.bytes)
}
