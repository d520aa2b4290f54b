//! The run: from decisions to letters in the user's hands, each exactly once.
//!
//! Order of things, so that a crash at any moment neither loses nor doubles a letter: the place is
//! judged; the bytes and the (invoice, step) keys are stored in one transaction (approved); the file is
//! written beside its place; this computer's journal notes the keys; the file is renamed into its place;
//! then it is recorded as handed over. A run that was cut off is finished first, with the same bytes,
//! except for letters that no longer fit the books and are not out.

mod approve;
mod changed;
mod choose;
mod confirm;
mod desk;
mod hand_out;
mod hand_over;
mod past;
mod withdraw;

pub(crate) use approve::{add, draw};
pub use changed::ChangedLetter;
pub(crate) use changed::restored_words;
pub use choose::{Approve, Skipped};
pub use confirm::{Confirm, ConfirmRun, confirm, confirm_run};
pub use desk::{ApproveRun, OwnText, RunApproved, approve_run};
pub use hand_out::{
    PrintedRun, RunBytes, RunPdf, SaveMails, SaveRun, SavedMails, run_pdf, run_printed, run_save,
    run_save_mails,
};
pub(crate) use hand_over::{journal, record};
pub use past::{
    LetterRow, LettersOfRun, RunRow, Runs, RunsAsk, SheetSave, WhichRun, run_letters,
    run_sheet_save, runs,
};
pub(crate) use past::{find_run, letter_row};

pub(crate) use withdraw::{Standing, done_words, why_words};
pub use withdraw::{StayedLetter, TakenBack, Withdraw, Withdrawn, letters_withdraw};

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use credit::{Channel, Gate, Letter, LetterId, Step};
use serde::{Deserialize, Serialize};
use store::NewRun;
use ts_rs::TS;

use crate::error::AppResult;
use crate::find::InvoiceNames;
use crate::session::{Context, shown};
use crate::today::{ClaimView, ReasonView};
use hand_over::{Going, hand_over, resume};

/// Make the run.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Run {
    /// Which letters to approve.
    #[serde(default)]
    #[ts(optional, as = "Option<Approve>")]
    pub approve: Approve,
    /// The folder to write to.
    pub out: String,
    /// Only these customers; everybody when none.
    pub customers: Option<Vec<String>>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A file of a letter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LetterFile {
    /// Where it is.
    pub file: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// One letter of the run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SentLetter {
    /// The letter's id; what `confirm` takes.
    pub letter: String,
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
    /// Its first file.
    pub file: String,
    /// SHA-256 of that file.
    pub sha256: String,
    /// All its files.
    pub files: Vec<LetterFile>,
    /// What it asks.
    pub claim: ClaimView,
    /// Printed numbers of its invoices.
    pub invoices: Vec<String>,
    /// Whether an earlier, cut-off run had approved it.
    pub resumed: bool,
}

/// What a run did.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct RunReport {
    /// The run; null when nothing was approved now.
    pub run: Option<String>,
    /// Letters handed over in this call.
    pub sent: u32,
    /// Those among them that an earlier, cut-off run had approved.
    pub resumed: u32,
    /// Letters that were due and did not go.
    pub held: u32,
    /// The letters.
    pub letters: Vec<SentLetter>,
    /// Those that did not go, and why.
    pub skipped: Vec<Skipped>,
    /// The list of what left, with the head of the log; null when nothing left.
    pub sheet: Option<LetterFile>,
}

/// Makes the run.
///
/// # Errors
/// `date_before_facts`, `inside_administration`, `read_only`, `disk_full`, `letter_failed`.
pub fn run(context: &mut Context<'_>, request: Run) -> AppResult<RunReport> {
    let date = context.deciding_day(request.date)?;
    // Judged before anything is approved: a run that is refused for its place leaves nothing behind.
    let out = crate::whole_file::folder_to_fill(&PathBuf::from(&request.out))?;
    let running = context.session.jobs().start("run", None);
    let mut report = RunReport::default();
    let names = InvoiceNames::read(&context.reader()?)?;
    let (lying, stayed) = lying(context, date)?;
    let mut going = Going {
        out: &out,
        date,
        names: &names,
        resumed: true,
        lying: &lying,
    };
    resume(context, &going, &mut report)?;
    going.resumed = false;

    let (customers, skipped) = choose::sort_out(
        context,
        request.customers.as_deref(),
        request.approve,
        date,
        &running,
    )?;
    report.skipped = stayed;
    report.skipped.extend(skipped);
    let approved = approve::approve(
        context,
        &customers,
        &HashMap::new(),
        &NewRun {
            date,
            out: shown(&out),
            info: serde_json::Value::Null,
        },
        &running,
        &mut report.skipped,
    )?;
    for (handed, pending) in context.reader()?.pending()?.iter().enumerate() {
        if lying.contains(&pending.letter.id) {
            continue;
        }
        // From here on stopping would only leave letters for the next run to finish: go on.
        let _ = running.step(handed);
        report.letters.push(hand_over(context, pending, &going)?);
    }
    report.held = u32::try_from(report.skipped.len()).unwrap_or(u32::MAX);
    report.run = approved.map(|run| run.to_string());
    report.sent = u32::try_from(report.letters.len()).unwrap_or(u32::MAX);
    report.sheet = crate::run_sheet::write_if_owed(context, &report, date, &out)?;
    Ok(report)
}

/// Letters that were approved earlier, wait since, and no longer fit the books: a customer who paid in
/// the meantime gets no reminder from here; and those that may have left before a backup was put back. In
/// the window the user may send them all the same.
fn lying(context: &Context<'_>, date: NaiveDate) -> AppResult<(HashSet<LetterId>, Vec<Skipped>)> {
    let reader = context.reader()?;
    let mut waiting: Vec<Letter> = Vec::new();
    for pending in reader.pending()? {
        // What lies in the user's hands already is only recorded, unless it may have left before that.
        if !hand_over::stands(&reader, &pending)?
            || reader.may_have_left_before_restore(pending.letter.id)?
        {
            waiting.push(pending.letter);
        }
    }
    let (mut lying, mut skipped) = (HashSet::new(), Vec::new());
    for changed in changed::changed(context, &waiting, date)? {
        let Some(letter) = waiting
            .iter()
            .find(|letter| letter.id.to_string() == changed.letter)
        else {
            continue;
        };
        lying.insert(letter.id);
        skipped.push(Skipped {
            customer: letter.customer.to_string(),
            name: reader.customer(letter.customer)?.name,
            step: Some(letter.step),
            gate: Gate::Red,
            reasons: vec![ReasonView {
                code: "changed_since_approval",
                message: changed.message,
            }],
        });
    }
    Ok((lying, skipped))
}
