//! Approving in the window: the letters exist from then on and wait to be printed, saved or mailed.
//! Nothing is written to disk.

use chrono::NaiveDate;
use credit::Step;
use serde::{Deserialize, Serialize};
use store::{NewRun, Reader};
use ts_rs::TS;

use super::approve::{OwnTexts, approve};
use super::choose::{Approve, Skipped, sort_out};
use super::past::{LetterRow, letter_rows};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::letters::{check_template, letter_kind, template_name};
use crate::session::Context;

/// Own words for one letter.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OwnText {
    /// The customer.
    pub customer: String,
    /// The letter that they are for.
    #[ts(type = "Step")]
    pub step: Step,
    /// Subject, a line `---`, body; with the named fields and locked blocks of its template.
    pub text: String,
}

/// Approve letters.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ApproveRun {
    /// Which letters.
    pub approve: Approve,
    /// Only these customers; everybody when none.
    pub customers: Option<Vec<String>>,
    /// Letters that go with words of their own.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<OwnText>>")]
    pub texts: Vec<OwnText>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What was approved.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunApproved {
    /// The run; null when nothing went.
    pub run: Option<String>,
    /// Its letters.
    pub letters: Vec<LetterRow>,
    /// Those that did not go, and why.
    pub skipped: Vec<Skipped>,
}

/// Approves letters: they exist from now on and wait to be printed, saved or mailed. Nothing is
/// written to disk.
///
/// # Errors
/// `date_before_facts`, `unknown_customer`, `template_refused`, `job_cancelled`.
pub fn approve_run(context: &mut Context<'_>, request: ApproveRun) -> AppResult<RunApproved> {
    let date = context.deciding_day(request.date)?;
    let running = context.session.jobs().start("run", None);
    let texts = own_texts(&context.reader()?, &request.texts)?;
    let (customers, mut skipped) = sort_out(
        context,
        request.customers.as_deref(),
        request.approve,
        date,
        &running,
    )?;
    let new = NewRun {
        date,
        out: String::new(),
        info: serde_json::Value::Null,
    };
    let run = approve(context, &customers, &texts, &new, &running, &mut skipped)?;
    let letters = match run {
        None => Vec::new(),
        Some(run) => {
            let reader = context.reader()?;
            letter_rows(&reader, &reader.letters_of_run(run)?, context.lang)?
        }
    };
    Ok(RunApproved {
        run: run.map(|run| run.to_string()),
        letters,
        skipped,
    })
}

/// The own words, each refused before anything is approved when it could not be used.
fn own_texts(reader: &Reader<'_>, texts: &[OwnText]) -> AppResult<OwnTexts> {
    let mut own = OwnTexts::new();
    for text in texts {
        let customer = find::customer(reader, &text.customer)?;
        let kind = letter_kind(text.step)
            .ok_or_else(|| AppError::new(Code::InvalidFields).field("texts", Code::FieldInvalid))?;
        check_template(&template_name(kind, customer.language), &text.text)
            .map_err(|error| error.with("customer", &customer.name))?;
        own.insert(customer.id, (text.step, text.text.clone()));
    }
    Ok(own)
}
