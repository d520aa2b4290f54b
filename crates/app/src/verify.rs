//! The check of everything that is kept: the log's chain, the letters, the rows, the file.

use serde::Serialize;
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::AppResult;
use crate::recent::Nothing;
use crate::session::Context;

/// Something that is not as it was recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VerifyProblem {
    /// Stable code.
    pub code: String,
    /// What it is about: `B-17`, `F-3` …
    pub subject: String,
    /// In words.
    pub message: String,
}

/// The result of the check.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verified {
    /// Whether everything is as it was recorded.
    pub ok: bool,
    /// How many facts the log holds.
    pub facts: u64,
    /// Head of the chain, hexadecimal.
    pub head: String,
    /// What is not as it was recorded.
    pub problems: Vec<VerifyProblem>,
}

/// Checks everything. Locking stops it.
///
/// # Errors
/// `job_cancelled`; what the store gives when it cannot even read.
pub fn verify(context: &mut Context<'_>, _: Nothing) -> AppResult<Verified> {
    let running = context.session.jobs().start("verify", None);
    running.step(0)?;
    let found = context
        .verify_until(running.stops())?
        .ok_or(Code::JobCancelled)?;
    let lang = context.lang;
    Ok(Verified {
        ok: found.ok,
        facts: found.facts,
        head: found.head,
        problems: found
            .problems
            .iter()
            .map(|problem| VerifyProblem {
                code: problem.code.to_string(),
                subject: problem.subject.clone(),
                message: crate::words::verify_problem(problem.code, &problem.subject, lang),
            })
            .collect(),
    })
}
