//! Letters drawn and stored, all in one transaction: from then on they exist.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::{Account, Channel, CustomerId, Letter, LetterId, LetterState, Proposal, RunId, Step};
use law::Lang;
use store::{LetterFileKind, NewLetter, NewLetterFile, NewRun, OpenRun};

use super::choose::{Approve, Skipped, goes};
use crate::error::{AppError, AppResult};
use crate::jobs::Running;
use crate::letters::{Desk, template_of};
use crate::session::Context;
use crate::today::ReasonView;
use crate::words;

/// Words for single letters: by customer, the step they were written for and the text.
pub(super) type OwnTexts = HashMap<CustomerId, (Step, String)>;

/// Where the words of a letter stand in what is kept with it, when they are its own.
pub(super) const OWN_TEXT: &str = "own_text";

/// Draws the letters of these customers and stores them, all in one transaction: from then on
/// they exist. A letter that cannot be drawn is skipped with its reason and holds up no other.
pub(super) fn approve(
    context: &mut Context<'_>,
    customers: &[CustomerId],
    texts: &OwnTexts,
    new: &NewRun,
    running: &Running,
    skipped: &mut Vec<Skipped>,
) -> AppResult<Option<RunId>> {
    if customers.is_empty() {
        return Ok(None);
    }
    running.of(customers.len());
    let date = new.date;
    let lang = context.lang;
    let rates = context.rates()?;
    let desk = Desk::open(&context.reader()?)?;
    context.write(date, |writer| {
        let approved = writer.approve(new, |open| -> AppResult<()> {
            for (done, customer) in customers.iter().enumerate() {
                running.step(done)?;
                let account = open.account(*customer)?;
                // What was green or amber a moment ago is decided the same now: nothing else can
                // write while the administration is held.
                for proposal in crate::today::decide(&account, &desk.books, &rates, date) {
                    if !goes(&proposal, Approve::All) {
                        continue;
                    }
                    let own = match own_text(texts, &proposal) {
                        Ok(own) => own,
                        Err(why) => {
                            skipped.push(other_step(&proposal, why, lang));
                            continue;
                        }
                    };
                    match draw(&desk, &account, &proposal, own) {
                        Ok(drawn) => add(open, &proposal, date, &drawn)?,
                        Err(error) => skipped.push(failed(&proposal, &error, lang)),
                    }
                }
            }
            Ok(())
        })?;
        Ok(approved.run)
    })
}

/// The words of its own for a letter. Words that were written for another step are not used, and
/// the letter does not go with others in their place.
fn own_text<'t>(texts: &'t OwnTexts, proposal: &Proposal) -> Result<Option<&'t str>, Step> {
    match texts.get(&proposal.customer) {
        None => Ok(None),
        Some((step, text)) if Some(*step) == proposal.step => Ok(Some(text)),
        Some((step, _)) => Err(*step),
    }
}

fn other_step(proposal: &Proposal, written_for: Step, lang: Lang) -> Skipped {
    let mut why = Skipped::of(proposal, lang);
    let step = words::step(written_for, lang);
    why.reasons.push(ReasonView {
        code: "text_for_other_step",
        message: match lang {
            Lang::Nl => format!(
                "De eigen tekst is geschreven voor een {step}; die is nu niet aan de beurt."
            ),
            Lang::En => format!("Its own text was written for a {step}, which is not due now."),
        },
    });
    why
}

fn failed(proposal: &Proposal, error: &AppError, lang: Lang) -> Skipped {
    let mut why = Skipped::of(proposal, lang);
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
    drawn: &Drawn,
) -> AppResult<()> {
    let letter = stored_letter(proposal, date);
    let files: Vec<NewLetterFile<'_>> = drawn
        .files
        .iter()
        .map(|file| NewLetterFile {
            kind: file.kind,
            name: file.name.clone(),
            media_type: file.media_type.to_string(),
            bytes: &file.bytes,
        })
        .collect();
    let mut info = serde_json::json!({ "gate": proposal.gate, "reasons": proposal.reasons });
    if let Some(text) = &drawn.own_text {
        info[OWN_TEXT] = serde_json::json!(text);
    }
    open.add(&NewLetter {
        letter: &letter,
        info,
        files: &files,
    })?;
    Ok(())
}

/// A letter, drawn.
pub(crate) struct Drawn {
    files: Vec<DrawnFile>,
    /// The words it was drawn with, when they are its own.
    own_text: Option<String>,
}

struct DrawnFile {
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
    own_text: Option<&str>,
) -> AppResult<Drawn> {
    let model = desk.compose(account, proposal)?;
    let template = own_text.map_or_else(|| desk.template(model.kind, model.lang), template_of);
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
    Ok(Drawn {
        files,
        own_text: own_text.map(str::to_owned),
    })
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
