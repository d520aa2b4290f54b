//! Undo of one act, or of the last.

use serde::Deserialize;
use ts_rs::TS;

use super::Done;
use crate::catalogue::Code;
use crate::error::AppResult;
use crate::find;
use crate::session::Context;

/// What to undo.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Undo {
    /// The fact (`F-12`) or the allocation (`A-3`); the last act when none.
    #[serde(default)]
    pub id: Option<String>,
}

/// Undoes one act. Facts are kept: the undoing is a fact of its own.
///
/// # Errors
/// `nothing_to_undo`, `unknown_fact`, `cannot_undo` for what has left the house or what later
/// facts build on.
pub fn undo(context: &mut Context<'_>, request: Undo) -> AppResult<Done> {
    let day = context.day(None);
    let what = match request.id.as_deref() {
        Some(text) if text.trim().starts_with("A-") => {
            let allocation = text.trim().parse().map_err(|_| Code::UnknownFact)?;
            let fact = context.write(day, |writer| Ok(writer.undo_allocation(allocation)?))?;
            return Ok(undone(fact, context, text));
        }
        Some(text) => find::fact(text)?,
        None => {
            context
                .reader()?
                .last_undoable()?
                .ok_or(Code::NothingToUndo)?
                .id
        }
    };
    let fact = context.write(day, |writer| Ok(writer.undo(what)?))?;
    Ok(undone(fact, context, &what.to_string()))
}

fn undone(fact: credit::FactId, context: &Context<'_>, what: &str) -> Done {
    Done::new(
        fact,
        context.lang,
        format!("{what} is ongedaan gemaakt."),
        format!("{what} was undone."),
    )
}
