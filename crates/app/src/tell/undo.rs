//! Undo of one act, or of the last.

use credit::{FactId, RunId};
use law::Lang;
use serde::Deserialize;
use store::{Fact, FactKind, Subject};
use ts_rs::TS;

use super::Done;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::history;
use crate::run::done_words;
use crate::session::Context;

/// What to undo.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Undo {
    /// The fact (`F-12`), facts in a row (`F-12..F-40`) or the allocation (`A-3`); the last act when
    /// none.
    #[serde(default)]
    pub id: Option<String>,
    /// Undoes what later facts build on it too, the newest first; all of it, or nothing.
    #[serde(default)]
    pub later: Option<bool>,
}

/// Undoes one act. Facts are kept: the undoing is a fact of its own.
///
/// # Errors
/// `nothing_to_undo`, `unknown_fact`, `withdrawn_stays`, `last_act_stays`, `already_undone`, `cannot_undo` for what has left the house or
/// what later facts build on.
pub fn undo(context: &mut Context<'_>, request: Undo) -> AppResult<Done> {
    let day = context.day(None);
    let what = match request.id.as_deref() {
        Some(text) if text.trim().starts_with("A-") => {
            let allocation = text.trim().parse().map_err(|_| Code::UnknownFact)?;
            let fact = context.write(day, |writer| Ok(writer.undo_allocation(allocation)?))?;
            return Ok(Done::new(
                fact,
                context.lang,
                "De toerekening is ongedaan gemaakt.".to_owned(),
                "The allocation was undone.".to_owned(),
            ));
        }
        Some(text) if text.contains("..") => return undo_range(context, text),
        Some(text) => find::fact(text)?,
        None => last_act(context)?,
    };
    match context.reader()?.fact(what)? {
        fact if fact.kind == FactKind::LettersWithdrawn => return Err(Code::WithdrawnStays.into()),
        Fact {
            kind: FactKind::RunApproved,
            subject: Some(Subject::Run(run)),
            ..
        } => return undo_approval(context, what, run),
        _ => {}
    }
    if request.later.unwrap_or(false) {
        return undo_with_later(context, what);
    }
    let told = history::told(&context.reader()?, what, context.lang)?;
    let fact = context.write(day, |writer| Ok(writer.undo(what)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("Ongedaan gemaakt: {told}."),
        format!("Undone: {told}."),
    ))
}

/// The last act. When it cannot be undone, nothing that came before it is undone in its stead, unseen.
fn last_act(context: &Context<'_>) -> AppResult<FactId> {
    let reader = context.reader()?;
    if let Some(fact) = reader.last_undoable()? {
        return Ok(fact.id);
    }
    let last = reader.last_act()?.ok_or(Code::NothingToUndo)?;
    match last.kind {
        FactKind::Created => Err(Code::NothingToUndo.into()),
        FactKind::LettersWithdrawn => Err(Code::WithdrawnStays.into()),
        _ => {
            let told = |lang| history::told(&reader, last.id, lang);
            let (nl, en) = (told(Lang::Nl)?, told(Lang::En)?);
            Err(AppError::new(Code::LastActStays).with_words("what", &nl, &en))
        }
    }
}

/// Takes back what has not left of a run, and says how many stay.
fn undo_approval(context: &mut Context<'_>, what: FactId, run: RunId) -> AppResult<Done> {
    let day = context.day(None);
    let (can, stay) = context.reader()?.run_stays(run)?;
    let fact = context.write(day, |writer| Ok(writer.undo(what)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        done_words(can.len(), stay.len(), Lang::Nl),
        done_words(can.len(), stay.len(), Lang::En),
    ))
}

/// The facts after the first so many, up to and with the last, as `undo` takes them.
pub(crate) fn fact_range(before: u64, after: u64) -> Option<String> {
    match after.checked_sub(before)? {
        0 => None,
        1 => Some(format!("F-{after}")),
        _ => Some(format!("F-{}..F-{after}", before + 1)),
    }
}

/// Undoes facts in a row, the newest first: all of them, or none. What was undone already stays so.
fn undo_range(context: &mut Context<'_>, text: &str) -> AppResult<Done> {
    let (first, last) = text.trim().split_once("..").ok_or(Code::UnknownFact)?;
    let (first, last) = (find::fact(first)?, find::fact(last)?);
    if first > last {
        return Err(Code::UnknownFact.into());
    }
    let day = context.day(None);
    let total = usize::try_from(last.0 - first.0 + 1).unwrap_or(usize::MAX);
    let running = context.session.jobs().start("undo", Some(total));
    let (fact, count) = context.write(day, |writer| {
        let mut newest = None;
        let mut count = 0_u32;
        for (done, number) in (first.0..=last.0).rev().enumerate() {
            if done % 50 == 0 {
                running.step(done)?;
            }
            let id = credit::FactId(number);
            let fact = writer.fact(id)?;
            // Letters are taken back on their own, not along with other acts.
            if fact.kind == FactKind::RunApproved {
                return Err(store::StoreError::LeftTheHouse { fact: id }.into());
            }
            if fact.undone_by.is_none() {
                newest = Some(writer.undo(id)?);
                count += 1;
            }
        }
        Ok((newest.ok_or(Code::NothingToUndo)?, count))
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{count} handelingen zijn ongedaan gemaakt."),
        format!("{count} acts were undone."),
    ))
}

/// Undoes a fact after everything that builds on it.
fn undo_with_later(context: &mut Context<'_>, what: credit::FactId) -> AppResult<Done> {
    let day = context.day(None);
    let running = context.session.jobs().start("undo", None);
    let (fact, count) = context.write(day, |writer| {
        let mut count = 0_usize;
        let mut waiting = vec![what];
        let mut newest = None;
        while let Some(id) = waiting.last().copied() {
            if writer.fact(id)?.undone_by.is_some() {
                waiting.pop();
                continue;
            }
            // Letters are taken back on their own, not with what they rest on.
            if id != what && writer.fact(id)?.kind == FactKind::RunApproved {
                return Err(store::StoreError::LeftTheHouse { fact: id }.into());
            }
            let before: Vec<credit::FactId> = writer.undo_obstacles(id)?;
            if before.is_empty() {
                newest = Some(writer.undo(id)?);
                waiting.pop();
                count += 1;
                if count.is_multiple_of(50) {
                    running.step(count)?;
                }
            } else {
                // The newest goes first: it stands last, and is taken from the end.
                waiting.extend(before);
            }
        }
        Ok((newest.ok_or(Code::NothingToUndo)?, count))
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{count} handelingen zijn ongedaan gemaakt."),
        format!("{count} acts were undone."),
    ))
}
