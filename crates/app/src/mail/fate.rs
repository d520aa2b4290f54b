//! What only the user can tell of a message: that it arrived after all, that it may go again, that
//! it came back, that its letter was posted instead.

use chrono::NaiveDate;
use credit::{LetterId, LetterState};
use serde::Deserialize;
use store::Writer;
use ts_rs::TS;

use super::draft::wrong_state;
use super::message;
use super::outbox::{MailState, by_mail_only, state_of};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::tell::{Done, reason};

/// What the user says of a message of unknown fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "MailSettleAs")]
pub enum SettleAs {
    /// It arrived.
    Arrived,
    /// It did not, or it may go twice: it waits to be sent again.
    Again,
}

/// Settle a message of unknown fate.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailSettle")]
pub struct Settle {
    /// The letter (`B-17`).
    pub letter: String,
    /// What the user says.
    pub outcome: SettleAs,
}

/// Records a letter as out of the house on `day`, as far as it is not yet.
pub(super) fn left(
    writer: &mut Writer<'_>,
    id: LetterId,
    file: &str,
    day: NaiveDate,
    proof: Option<&store::NewFile>,
) -> AppResult<()> {
    if writer.letter(id)?.state == LetterState::Approved {
        writer.hand_over(id, file)?;
    }
    if writer.letter(id)?.state == LetterState::HandedOver {
        writer.confirm(id, Some(day), proof)?;
    } else if proof.is_some() {
        writer.confirm(id, None, proof)?;
    }
    Ok(())
}

/// Settles a message of unknown fate.
///
/// # Errors
/// `unknown_letter`, `mail_none`, `mail_state`, `mail_busy` while it is on its way.
pub fn settle(context: &mut Context<'_>, request: Settle) -> AppResult<Done> {
    let id = find::letter(&request.letter)?;
    let state = state_of(context, id)?;
    if state == MailState::Sending {
        return Err(Code::MailBusy.into());
    }
    if state != MailState::Uncertain {
        return Err(wrong_state(context, id, state));
    }
    let reader = context.reader()?;
    let letter = reader.letter(id)?;
    let day = context.deciding_day(None)?;
    let began = reader
        .mail_moves(id)?
        .iter()
        .rev()
        .find(|moved| moved.state == store::MailState::Sending)
        .map(|moved| moved.fact);
    let sent_on = match began {
        Some(fact) => reader.fact(fact)?.day,
        None => day,
    };
    let only = by_mail_only(&letter);
    let arrived = request.outcome == SettleAs::Arrived;
    let fact = context.write(day, |writer| -> AppResult<_> {
        let fact = writer.mail_settle(id, arrived, Some(sent_on).filter(|_| only))?;
        if arrived && only {
            left(writer, id, "e-mail", sent_on, None)?;
        }
        Ok(fact)
    })?;
    let (nl, en) = if arrived {
        ("staat als aangekomen genoteerd.", "is noted as arrived.")
    } else {
        (
            "wacht om opnieuw verzonden te worden.",
            "waits to be sent again.",
        )
    };
    Ok(Done::new(
        fact,
        context.lang,
        format!("{id} {nl}"),
        format!("{id} {en}"),
    ))
}

/// A message came back.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailBounce")]
pub struct Bounce {
    /// The letter (`B-17`).
    pub letter: String,
    /// What the message that came back says.
    pub reason: String,
}

/// Notes that a message came back: the letter was not received, the next goes by post until the
/// address is corrected.
///
/// # Errors
/// `unknown_letter`, `mail_none`, `mail_state`, `reason_needed`.
pub fn bounce(context: &mut Context<'_>, request: Bounce) -> AppResult<Done> {
    let id = find::letter(&request.letter)?;
    let why = reason(&request.reason)?;
    let state = state_of(context, id)?;
    if !matches!(
        state,
        MailState::Sent | MailState::ByHand | MailState::Draft | MailState::Uncertain
    ) {
        return Err(wrong_state(context, id, state));
    }
    let reader = context.reader()?;
    let letter = reader.letter(id)?;
    let went = reader
        .mail_moves(id)?
        .into_iter()
        .rev()
        .find_map(|moved| moved.recipient);
    let to = match went {
        Some(address) => address,
        None => message::recipient(&reader, &letter)?.address,
    };
    let day = context.day(None);
    let fact = context.write(day, |writer| Ok(writer.mail_bounced(id, &to, &why)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{id} staat als teruggekomen genoteerd; brieven aan {to} gaan nu per post."),
        format!("{id} is noted as returned; letters to {to} now go by post."),
    ))
}

/// A letter that could not be mailed was posted.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields, rename = "MailPosted")]
pub struct Posted {
    /// The letter (`B-17`).
    pub letter: String,
    /// The day it was posted; today when none.
    #[ts(optional, type = "IsoDate")]
    pub left_on: Option<NaiveDate>,
}

/// Notes that a letter which could not be mailed was posted on paper: terms run from that day.
///
/// # Errors
/// `unknown_letter`, `mail_none`, `mail_state`, `future_date`.
pub fn posted(context: &mut Context<'_>, request: Posted) -> AppResult<Done> {
    let id = find::letter(&request.letter)?;
    let today = context.deciding_day(None)?;
    let day = request.left_on.unwrap_or(today);
    if day > today {
        return Err(AppError::new(Code::FutureDate)
            .with_day("date", day)
            .with_day("today", today));
    }
    let state = state_of(context, id)?;
    if !matches!(
        state,
        MailState::Bounced | MailState::Refused | MailState::PutOff
    ) {
        return Err(wrong_state(context, id, state));
    }
    let keys = context.reader()?.journal_keys(id)?;
    context.administration()?.journal_append(&keys, today)?;
    let fact = context.write(today, |writer| -> AppResult<_> {
        let fact = writer.mail_posted(id, day)?;
        left(writer, id, "post", day, None)?;
        Ok(fact)
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{id} staat als per post verstuurd genoteerd."),
        format!("{id} is noted as sent by post."),
    ))
}
