//! Letters drawn and stored, all in one transaction: from then on they exist.

use std::path::Path;

use chrono::NaiveDate;
use credit::{Account, Channel, Letter, LetterId, LetterState, Proposal, RunId, Step};
use store::{LetterFileKind, NewLetter, NewLetterFile, NewRun, OpenRun};

use super::choose::{Approve, Skipped, goes, skip};
use crate::error::{AppError, AppResult};
use crate::jobs::Running;
use crate::letters::Desk;
use crate::session::{Context, shown};
use crate::today::ReasonView;

/// Draws the letters of these customers and stores them, all in one transaction: from then on
/// they exist. A letter that cannot be drawn is skipped with its reason and holds up no other.
pub(super) fn approve(
    context: &mut Context<'_>,
    customers: &[credit::CustomerId],
    date: NaiveDate,
    out: &Path,
    running: &Running,
    skipped: &mut Vec<Skipped>,
) -> AppResult<Option<RunId>> {
    if customers.is_empty() {
        return Ok(None);
    }
    let lang = context.lang;
    let rates = context.rates()?;
    let desk = Desk::open(&context.reader()?)?;
    let new = NewRun {
        date,
        out: shown(out),
        info: serde_json::Value::Null,
    };
    context.write(date, |writer| {
        let approved = writer.approve(&new, |open| -> AppResult<()> {
            for (done, customer) in customers.iter().enumerate() {
                running.step(done)?;
                let account = open.account(*customer)?;
                // What was green or amber a moment ago is decided the same now: nothing else can
                // write while the administration is held.
                for proposal in crate::today::decide(&account, &desk.books, &rates, date) {
                    if !goes(&proposal, Approve::All) {
                        continue;
                    }
                    match draw(&desk, &account, &proposal) {
                        Ok(files) => add(open, &proposal, date, &files)?,
                        Err(error) => skipped.push(failed(&proposal, &error, lang)),
                    }
                }
            }
            Ok(())
        })?;
        Ok(approved.run)
    })
}

fn failed(proposal: &Proposal, error: &AppError, lang: law::Lang) -> Skipped {
    let mut why = skip(proposal, lang);
    why.reasons.push(ReasonView {
        code: "letter_failed",
        message: error.to_api(lang).message,
    });
    why
}

/// Stores one letter with what it was let through for.
pub(crate) fn add(
    open: &mut OpenRun<'_, '_>,
    proposal: &Proposal,
    date: NaiveDate,
    files: &[DrawnFile],
) -> AppResult<()> {
    let letter = stored_letter(proposal, date);
    let files: Vec<NewLetterFile<'_>> = files
        .iter()
        .map(|file| NewLetterFile {
            kind: file.kind,
            name: file.name.clone(),
            media_type: file.media_type.to_string(),
            bytes: &file.bytes,
        })
        .collect();
    let info = serde_json::json!({ "gate": proposal.gate, "reasons": proposal.reasons });
    open.add(&NewLetter {
        letter: &letter,
        info,
        files: &files,
    })?;
    Ok(())
}

/// A file of a letter, drawn.
pub(crate) struct DrawnFile {
    kind: LetterFileKind,
    name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// Draws the files of one letter.
pub(crate) fn draw(
    desk: &Desk,
    account: &Account,
    proposal: &Proposal,
) -> AppResult<Vec<DrawnFile>> {
    let model = desk.compose(account, proposal)?;
    let template = desk.template(model.kind, model.lang);
    let pdf = documents::print_letter(&model, &template, &desk.setup)?;
    let name = file_stem(proposal);
    let mut files = Vec::new();
    if proposal.channels.contains(&Channel::Email) {
        let to = account.customer.email.clone().unwrap_or_default();
        let attached = format!("{name}.pdf");
        files.push(DrawnFile {
            kind: LetterFileKind::Eml,
            name: format!("{name}.eml"),
            media_type: "message/rfc822",
            bytes: crate::letters::draft_mail(&model, &template, &to, &pdf, &attached)?,
        });
    }
    if proposal.channels.contains(&Channel::Letter) {
        let file = DrawnFile {
            kind: LetterFileKind::Pdf,
            name: format!("{name}.pdf"),
            media_type: "application/pdf",
            bytes: pdf.bytes,
        };
        // The paper letter is the letter; an e-mail beside it is its copy.
        files.insert(0, file);
    }
    Ok(files)
}

fn stored_letter(proposal: &Proposal, run_date: NaiveDate) -> Letter {
    Letter {
        id: LetterId(0),
        run: RunId(0),
        customer: proposal.customer,
        step: proposal.step.unwrap_or(Step::Reminder),
        run_date,
        date: proposal.date,
        channels: proposal.channels.clone(),
        state: LetterState::Approved,
        left_on: None,
        proof: false,
        claim: proposal.claim.clone(),
        delivery_days: proposal.delivery_days,
        plan_days: proposal.plan_days,
        notice_of_default_days: proposal.notice_of_default_days,
        lines: proposal.lines.clone(),
    }
}

/// One letter of a customer a day at most, so this names it; no name of a person in it.
fn file_stem(proposal: &Proposal) -> String {
    let step = proposal.step.map_or("letter", Step::code);
    format!("{}_{}_{step}", proposal.date, proposal.customer)
}
