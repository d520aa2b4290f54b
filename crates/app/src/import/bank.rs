//! Bank statements. A file is read twice: once to see that it is whole and what its statements
//! are, once to put its lines in an encrypted waiting table; so memory stays flat for any size.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use chrono::NaiveDate;
use exchange::camt::{CamtEvent, CamtReader};
use exchange::{BalanceCheck, Format, Refusal, Statement, StatementEnd, StatementHead};
use store::NewStatement;

use super::staged::{FileRead, Stage, Staged};
use super::{Desk, FileOutcome, count};
use crate::digest::sha256_of;
use crate::error::{AppError, AppResult};
use crate::session::{Context, shown};

/// What a file is, by its beginning.
pub(crate) fn head_of(path: &Path) -> AppResult<Format> {
    let file = File::open(path).map_err(|error| AppError::reading(path, &error))?;
    let mut head = Vec::new();
    file.take(exchange::HEAD as u64)
        .read_to_end(&mut head)
        .map_err(|error| AppError::reading(path, &error))?;
    Ok(exchange::recognise(&head, &shown(path)).format)
}

/// A statement as the first reading saw it.
pub(super) struct Seen {
    pub(super) head: StatementHead,
    pub(super) end: StatementEnd,
    /// The days of its first and last entry.
    pub(super) first: Option<NaiveDate>,
    pub(super) last: Option<NaiveDate>,
}

impl Seen {
    /// The statement as it is kept.
    pub(super) fn stored(&self) -> NewStatement {
        let balance = |balance: &Option<exchange::Balance>| {
            let balance = balance.as_ref()?;
            Some((balance.date?, balance.amount.cents()?))
        };
        NewStatement {
            account: self.head.account.clone(),
            currency: self
                .head
                .currency
                .clone()
                .unwrap_or_else(|| "EUR".to_string()),
            number: self.head.number.clone(),
            from: self.first,
            through: self.last,
            opening: balance(&self.end.opening),
            closing: balance(&self.end.closing),
            balance_ok: match self.end.balance_check {
                BalanceCheck::Ok => Some(true),
                BalanceCheck::Fails => Some(false),
                BalanceCheck::Unavailable => None,
            },
            not_booked: count(self.end.not_booked),
        }
    }
}

fn earlier(known: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<NaiveDate> {
    [known, new].into_iter().flatten().min()
}

fn later(known: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<NaiveDate> {
    [known, new].into_iter().flatten().max()
}

/// What reading a camt file for its booking gave.
pub(crate) enum Ready {
    /// Its lines wait, to be booked.
    Staged(Box<Staged>),
    /// It cannot be used.
    Refused(Box<FileOutcome>),
}

/// Reads a camt file of any size into the waiting table.
pub(crate) fn stage_stream(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    path: &Path,
) -> AppResult<Ready> {
    let open = || File::open(path).map_err(|error| AppError::reading(path, &error));
    let mut reader = CamtReader::new(BufReader::with_capacity(1 << 16, open()?));
    let seen = match survey(&mut reader) {
        Ok(seen) => seen,
        Err(refusal) => {
            return Ok(Ready::Refused(Box::new(refuse(
                path,
                reader.version(),
                &refusal,
                desk,
            ))));
        }
    };
    let version = reader.version().unwrap_or("camt").to_string();
    let problems = reader.problems();
    drop(reader);
    let sha256 = sha256_of(path)?;
    desk.check_unchanged(path, &sha256)?;
    let mut stage = Stage::begin(context, &seen, desk)?;
    let mut reader = CamtReader::new(BufReader::with_capacity(1 << 16, open()?));
    match stage.fill(context, &mut reader) {
        Ok(None) => {}
        Ok(Some(refusal)) => {
            // The file changed between the two readings.
            stage.drop(context)?;
            let outcome = refuse(path, Some(&version), &refusal, desk);
            return Ok(Ready::Refused(Box::new(outcome)));
        }
        Err(error) => {
            stage.drop(context)?;
            return Err(error);
        }
    }
    let file = FileRead {
        path: path.to_path_buf(),
        format: version,
        sha256,
        problems,
    };
    Ok(Ready::Staged(Box::new(stage.ready(file, seen))))
}

fn refuse(path: &Path, format: Option<&str>, refusal: &Refusal, desk: &Desk<'_>) -> FileOutcome {
    FileOutcome::refuse(
        path,
        format.map(str::to_string),
        refusal.code(),
        refusal.message(desk.lang),
    )
}

fn survey<R: std::io::BufRead>(reader: &mut CamtReader<R>) -> Result<Vec<Seen>, Refusal> {
    let mut seen = Vec::new();
    let (mut first, mut last) = (None, None);
    while let Some(event) = reader.next_event()? {
        match event {
            CamtEvent::StatementStart(_) => (first, last) = (None, None),
            CamtEvent::Entry(entry) => {
                first = earlier(first, entry.booking_date);
                last = later(last, entry.booking_date);
            }
            CamtEvent::StatementEnd(head, end) => seen.push(Seen {
                head,
                end,
                first,
                last,
            }),
        }
    }
    Ok(seen)
}

/// Puts statements that are in memory already (a member of an archive) in the waiting table.
pub(crate) fn stage_statements(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    file: FileRead,
    statements: &[Statement],
) -> AppResult<Staged> {
    let seen: Vec<Seen> = statements
        .iter()
        .map(|statement| {
            let dates = || {
                statement
                    .entries
                    .iter()
                    .filter_map(|entry| entry.booking_date)
            };
            Seen {
                head: statement.head.clone(),
                end: statement.end.clone(),
                first: dates().min(),
                last: dates().max(),
            }
        })
        .collect();
    let mut stage = Stage::begin(context, &seen, desk)?;
    for (index, statement) in statements.iter().enumerate() {
        for entry in &statement.entries {
            stage.entry(context, index, entry)?;
        }
        stage.flush(context, index)?;
    }
    Ok(stage.ready(file, seen))
}
