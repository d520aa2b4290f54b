//! Acts on many lines at once: each line keeps its own fact, and one undo takes them all back.

use credit::words::amount;
use credit::{BankLineId, MatchProposal};
use law::Cents;
use serde::{Deserialize, Serialize};
use store::NewPayment;
use ts_rs::TS;

use super::known::{Known, at_hand};
use super::page::LineClass;
use super::words::of_line;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::matching::payment_of;
use crate::session::Context;
use crate::tell::{Done, fact_range, reason};
use crate::words::say;

/// What was booked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AcceptedCertain {
    /// What `undo` takes for all of them; none when nothing was certain.
    pub id: Option<String>,
    /// What was done, in words.
    pub done: String,
    /// How many lines were booked.
    pub lines: u32,
    /// What they come to.
    #[ts(type = "Money")]
    pub amount: Cents,
}

/// How many lines are booked in one transaction.
const AT_ONCE: usize = 500;

/// What every line whose best proposal is certain would be booked as, and for how much together.
fn certain_bookings(known: &Known) -> (Cents, Vec<(BankLineId, NewPayment)>) {
    let lines = known
        .lines
        .iter()
        .filter(|(_, of)| of.class == LineClass::Certain);
    let mut matcher = known.matcher.clone();
    let mut bookings = Vec::new();
    let mut total = Cents::ZERO;
    for (id, of) in lines {
        let line = &of.line.line;
        let proposals = matcher.propose(line);
        if let Some(best) = proposals.first().filter(|best| certain(best)) {
            matcher.apply(line, best);
            total += line.amount;
            bookings.push((*id, payment_of(line, best)));
        }
    }
    (total, bookings)
}

/// Books every line whose best proposal is certain. After each, what is certain of the next is
/// looked at again, so that no invoice is paid twice.
///
/// # Errors
/// `job_cancelled`: what was booked until then stays, and can be undone.
pub fn accept_certain(
    context: &mut Context<'_>,
    _: crate::recent::Nothing,
) -> AppResult<AcceptedCertain> {
    let (day, lang) = (context.day(None), context.lang);
    let jobs = context.session.jobs().clone();
    let (before, total, bookings) = at_hand(context, |reader, known| {
        let (total, bookings) = certain_bookings(known);
        Ok((reader.head()?.facts, total, bookings))
    })?;
    let running = jobs.start("match", Some(bookings.len()));
    for (done, chunk) in bookings.chunks(AT_ONCE).enumerate() {
        running.step(done * AT_ONCE)?;
        context.write(day, |writer| {
            for (line, payment) in chunk {
                writer.book_line(*line, std::slice::from_ref(payment))?;
            }
            Ok(())
        })?;
    }
    let after = context.reader()?.head()?.facts;
    let lines = crate::import::count(bookings.len() as u64);
    let sum = amount(total, lang);
    let done = match lines {
        0 => say(
            lang,
            "Er was niets zekers om te koppelen.",
            "There was nothing certain to match.",
        ),
        1 => say(
            lang,
            &format!("1 regel gekoppeld: {sum}."),
            &format!("1 line matched: {sum}."),
        ),
        _ => say(
            lang,
            &format!("{lines} regels gekoppeld: {sum}."),
            &format!("{lines} lines matched: {sum}."),
        ),
    };
    Ok(AcceptedCertain {
        id: fact_range(before, after),
        done,
        lines,
        amount: total,
    })
}

fn certain(proposal: &MatchProposal) -> bool {
    proposal.certainty == credit::Certainty::Certain
}

/// A line whose counterparty is no customer.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DismissLike {
    /// One of its lines (`L-17`).
    pub line: String,
    /// What they are.
    pub reason: String,
}

/// Sets every waiting line of one counterparty aside: of the same account, else of the same name.
///
/// # Errors
/// `unknown_line`, `line_booked`, `reason_needed`.
pub fn dismiss_like(context: &mut Context<'_>, request: DismissLike) -> AppResult<Done> {
    let (day, lang) = (context.day(None), context.lang);
    let reason = reason(&request.reason)?;
    let unknown = || AppError::new(Code::UnknownLine).with("line", &request.line);
    let id: BankLineId = request.line.trim().parse().map_err(|_| unknown())?;
    let (before, ids, one, name) = at_hand(context, |reader, known| {
        let Some(this) = known.lines.get(&id) else {
            reader.bank_line(id).map_err(|_| unknown())?;
            return Err(Code::LineBooked.into());
        };
        let counterparty = &this.line.counterparty;
        let ids: Vec<BankLineId> = known
            .lines
            .iter()
            .filter(|(other, of)| {
                **other == id || (!counterparty.is_empty() && of.line.counterparty == *counterparty)
            })
            .map(|(id, _)| *id)
            .collect();
        let one = of_line(&this.line.line, lang);
        let name = this.line.line.name.clone();
        let name = name.unwrap_or_else(|| counterparty.clone());
        Ok((reader.head()?.facts, ids, one, name))
    })?;
    let last = context.write(day, |writer| {
        let mut last = None;
        for id in &ids {
            last = Some(writer.dismiss_line(*id, &reason)?);
        }
        last.ok_or_else(|| AppError::from(Code::NothingToUndo))
    })?;
    let after = context.reader()?.head()?.facts;
    let count = ids.len();
    let mut done = if count == 1 {
        Done::new(
            last,
            lang,
            format!("{one} is opzijgelegd: {reason}"),
            format!("{one} was set aside: {reason}"),
        )
    } else {
        Done::new(
            last,
            lang,
            format!("{count} regels van {name} zijn opzijgelegd: {reason}"),
            format!("{count} lines of {name} were set aside: {reason}"),
        )
    };
    if let Some(range) = fact_range(before, after) {
        done.id = range;
    }
    Ok(done)
}
