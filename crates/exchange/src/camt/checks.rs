//! A whole file at once, with the checks that need all its statements.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

use sha2::{Digest, Sha256};

use super::reader::{CamtEvent, CamtReader};
use crate::identity;
use crate::problem::{Problem, ProblemKind};
use crate::refusal::Refusal;
use crate::statement::{Statement, StatementHead};

/// Reads a whole file: its version, its statements and everything that was wrong. A statement
/// that stands in the file twice is marked.
///
/// # Errors
/// As [`CamtReader::next_event`]; nothing of a refused file is given.
pub fn read_all<R: BufRead>(inner: R) -> Result<(String, Vec<Statement>, Vec<Problem>), Refusal> {
    let mut reader = CamtReader::new(inner);
    let mut statements: Vec<Statement> = Vec::new();
    let mut entries = Vec::new();
    while let Some(event) = reader.next_event()? {
        match event {
            CamtEvent::StatementStart(_) => {}
            CamtEvent::Entry(entry) => entries.push(*entry),
            CamtEvent::StatementEnd(head, end) => {
                let entries = std::mem::take(&mut entries);
                statements.push(Statement {
                    head,
                    entries,
                    end,
                    repeated: false,
                });
            }
        }
    }
    let mut problems = reader.problems();
    mark_repeated(&mut statements, &mut problems);
    check_chain(&statements, &mut problems);
    let version = reader.version().unwrap_or("camt").to_owned();
    Ok((version, statements, problems))
}

/// Marks statements that are in the file twice. Two different statements may hold equal entries,
/// so the bank's identification must be the same too.
fn mark_repeated(statements: &mut [Statement], problems: &mut Vec<Problem>) {
    let mut seen: BTreeSet<Vec<u8>> = BTreeSet::new();
    for statement in statements.iter_mut().filter(|s| !s.entries.is_empty()) {
        let StatementHead {
            account,
            number,
            id,
            ..
        } = &statement.head;
        let mut hash = Sha256::new();
        hash.update(format!("{account}\u{1f}{number:?}\u{1f}{id:?}"));
        for entry in &statement.entries {
            hash.update(identity::line_identity(account, entry));
        }
        let key = hash.finalize().to_vec();
        if !seen.insert(key) {
            statement.repeated = true;
            let kind = ProblemKind::StatementRepeated {
                account: account.clone(),
            };
            problems.push(Problem::at(statement.head.line, kind));
        }
    }
}

/// Looks for missing statements: within an account, each must begin where the one before ended.
/// Some banks write the newest first, so the order with the fewest gaps is taken.
fn check_chain(statements: &[Statement], problems: &mut Vec<Problem>) {
    let mut accounts: BTreeMap<(&str, &str), Vec<&Statement>> = BTreeMap::new();
    for statement in statements.iter().filter(|s| !s.repeated) {
        if let (Some(opening), Some(closing)) = (&statement.end.opening, &statement.end.closing)
            && opening.amount.currency == closing.amount.currency
        {
            let key = (
                statement.head.account.as_str(),
                opening.amount.currency.as_str(),
            );
            accounts.entry(key).or_default().push(statement);
        }
    }
    for mut chain in accounts.into_values() {
        let forward = gaps(&chain);
        chain.reverse();
        let backward = gaps(&chain);
        chain.reverse();
        chain.sort_by_key(|s| s.end.closing.as_ref().and_then(|b| b.date));
        let dated = gaps(&chain);
        let fewest = [forward, backward, dated].into_iter().min_by_key(Vec::len);
        problems.extend(fewest.unwrap_or_default());
    }
}

fn gaps(chain: &[&Statement]) -> Vec<Problem> {
    chain
        .windows(2)
        .filter_map(|pair| {
            let closing = pair[0].end.closing.as_ref()?;
            let opening = pair[1].end.opening.as_ref()?;
            let gap = closing.amount.value != opening.amount.value;
            gap.then(|| {
                let kind = ProblemKind::ChainGap {
                    account: pair[1].head.account.clone(),
                    closing: closing.amount.number(),
                    opening: opening.amount.number(),
                };
                Problem::at(pair[1].head.line, kind)
            })
        })
        .collect()
}
