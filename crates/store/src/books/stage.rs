//! Staging: rows of a file that is being read wait in the database, encrypted, and not in
//! memory; then they are booked in one transaction, or dropped.
//!
//! Staged rows are no part of the books and of the log. What is left of a broken-off import is
//! cleared when the administration is opened.

use chrono::NaiveDate;
use law::Cents;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::stage_identity::{base, numbered, of_statement};
use crate::access::Reader;
use crate::administration::Administration;
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::OpenFact;
use crate::sql::{Day, Money, compact, name_key};

/// A staged import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageId(pub(crate) i64);

/// The place of a statement in the staged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementIndex(pub(crate) i64);

/// A statement of a bank account, as a file gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewStatement {
    /// The creditor's account.
    pub account: String,
    /// Currency of the account (ISO 4217).
    pub currency: String,
    /// The bank's number of the statement.
    pub number: Option<String>,
    /// First day it covers, when known.
    pub from: Option<NaiveDate>,
    /// Last day it covers, when known.
    pub through: Option<NaiveDate>,
    /// Opening balance and its day.
    pub opening: Option<(NaiveDate, Cents)>,
    /// Closing balance and its day.
    pub closing: Option<(NaiveDate, Cents)>,
    /// Whether opening and lines give closing; none when it cannot be checked.
    pub balance_ok: Option<bool>,
    /// Entries that were not booked yet and are left out.
    pub not_booked: u32,
}

/// A line of a statement, as a file gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// The creditor's account.
    pub account: String,
    /// Day it was booked.
    pub date: NaiveDate,
    /// Day it bears interest from, when known.
    pub value_date: Option<NaiveDate>,
    /// Signed amount: money in is positive.
    pub amount: Cents,
    /// Name of the other side.
    pub name: Option<String>,
    /// Account of the other side.
    pub iban: Option<String>,
    /// All free text, joined.
    pub remittance: String,
    /// Structured payment reference.
    pub reference: Option<String>,
    /// The payer's own end-to-end id.
    pub end_to_end: Option<String>,
    /// Reference of the mandate of a direct debit.
    pub mandate: Option<String>,
    /// The bank's own reference of the entry.
    pub bank_reference: Option<String>,
    /// Whether the bank marks it as the reversal of an earlier entry.
    pub reversal: bool,
    /// Why a payment came back.
    pub return_reason: Option<String>,
    /// Place among the details of one batch entry; 0 for an entry by itself.
    pub detail: u32,
}

/// What booking a stage adds, or would add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StageCounts {
    /// Lines in the file.
    pub lines: u64,
    /// Lines that are new.
    pub added: u64,
    /// Lines that were known already.
    pub duplicates: u64,
    /// Statements that are new.
    pub statements: u64,
}

impl Administration {
    /// Begins to stage a file.
    pub fn stage(&mut self) -> Result<StageId> {
        self.connection()
            .prepare_cached("INSERT INTO stage DEFAULT VALUES")?
            .execute([])?;
        Ok(StageId(self.connection().last_insert_rowid()))
    }

    /// Stages a statement; its lines refer to the answer.
    pub fn stage_statement(
        &mut self,
        stage: StageId,
        statement: &NewStatement,
    ) -> Result<StatementIndex> {
        unhurried(self.connection(), |connection| {
            push_statement(connection, stage, statement).map(StatementIndex)
        })
    }

    /// Stages lines of one statement, in the order of the file. Give some thousand at a time.
    pub fn stage_lines(
        &mut self,
        stage: StageId,
        statement: StatementIndex,
        lines: &[NewLine],
    ) -> Result<()> {
        unhurried(self.connection(), |connection| {
            let series: i64 = connection
                .prepare_cached(
                    "SELECT series FROM stage_statement WHERE stage = ?1 AND place = ?2",
                )?
                .query_row([stage.0, statement.0], |row| row.get(0))
                .optional()?
                .ok_or_else(|| missing(Missing::Stage(stage)))?;
            lines
                .iter()
                .try_for_each(|line| push_line(connection, stage, statement, series, line))
        })
    }

    /// Stages records of any other kind (customers, open items …), to be read back in order.
    pub fn stage_rows<T: Serialize>(
        &mut self,
        stage: StageId,
        kind: &str,
        rows: &[T],
    ) -> Result<()> {
        unhurried(self.connection(), |connection| {
            for row in rows {
                connection
                    .prepare_cached(
                        "INSERT INTO stage_row (stage, kind, body) VALUES (?1, ?2, ?3)",
                    )?
                    .execute(params![stage.0, kind, serde_json::to_string(row)?])?;
            }
            Ok(())
        })
    }

    /// What booking the stage would add.
    pub fn stage_preview(&self, stage: StageId) -> Result<StageCounts> {
        preview(self.connection(), stage)
    }

    /// Drops a stage that was booked or given up.
    pub fn drop_stage(&mut self, stage: StageId) -> Result<()> {
        unhurried(self.connection(), |connection| drop_rows(connection, stage))
    }
}

impl Reader<'_> {
    /// Reads staged records back, in the order in which they were staged.
    pub fn for_each_staged<T: DeserializeOwned, E: From<StoreError>>(
        &self,
        stage: StageId,
        kind: &str,
        mut each: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        // By pages, so that the caller may write in between.
        let mut last = 0_i64;
        loop {
            let page = self.staged_page(stage, kind, last)?;
            let Some((newest, _)) = page.last() else {
                return Ok(());
            };
            last = *newest;
            for (_, body) in page {
                each(serde_json::from_str(&body).map_err(StoreError::from)?)?;
            }
        }
    }

    fn staged_page(&self, stage: StageId, kind: &str, after: i64) -> Result<Vec<(i64, String)>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, body FROM stage_row WHERE stage = ?1 AND kind = ?2 AND id > ?3 ORDER BY id LIMIT 500",
        )?;
        let page = statement
            .query_map(params![stage.0, kind, after], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(page)
    }
}

/// One transaction that need not be on the disk at once: staged rows are lost without harm. The
/// next fact that is written waits for the disk, and for these with it.
fn unhurried<T>(
    connection: &Connection,
    stage: impl FnOnce(&Connection) -> Result<T>,
) -> Result<T> {
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    let staged = (|| {
        let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        let value = stage(&transaction)?;
        transaction.commit()?;
        Ok(value)
    })();
    connection.pragma_update(None, "synchronous", "FULL")?;
    staged
}

/// Removes what a broken-off import left.
pub(crate) fn clear_abandoned(connection: &Connection) -> Result<()> {
    let left: bool =
        connection.query_row("SELECT EXISTS (SELECT 1 FROM stage)", [], |row| row.get(0))?;
    if left {
        connection.execute_batch(
            "BEGIN IMMEDIATE; DELETE FROM stage_line; DELETE FROM stage_row;
             DELETE FROM stage_statement; DELETE FROM stage; COMMIT;",
        )?;
    }
    Ok(())
}

pub(super) fn drop_rows(connection: &Connection, stage: StageId) -> Result<()> {
    let alone: bool = connection
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM stage WHERE id <> ?1)")?
        .query_row([stage.0], |row| row.get(0))?;
    for table in ["stage_line", "stage_row", "stage_statement"] {
        // A delete of all rows drops whole pages at once.
        let condition = if alone { "" } else { " WHERE stage = ?1" };
        let mut statement =
            connection.prepare_cached(&format!("DELETE FROM {table}{condition}"))?;
        if alone {
            statement.execute([])?
        } else {
            statement.execute([stage.0])?
        };
    }
    connection
        .prepare_cached("DELETE FROM stage WHERE id = ?1")?
        .execute([stage.0])?;
    Ok(())
}

fn push_statement(
    connection: &Connection,
    stage: StageId,
    statement: &NewStatement,
) -> Result<i64> {
    let account = compact(&statement.account);
    let identity = of_statement(statement);
    let place: i64 = connection
        .prepare_cached("SELECT coalesce(max(place), 0) + 1 FROM stage_statement WHERE stage = ?1")?
        .query_row([stage.0], |row| row.get(0))?;
    // The statement that this one follows on, unless the file repeats itself.
    let series: Option<i64> = match statement.opening {
        None => None,
        Some((_, amount)) => connection
            .prepare_cached(
                "SELECT series FROM stage_statement p WHERE stage = ?1 AND account = ?2 AND closing = ?3
                   AND NOT EXISTS (SELECT 1 FROM stage_statement s WHERE s.stage = ?1 AND s.identity = ?4)
                   AND p.place = (SELECT max(place) FROM stage_statement WHERE stage = ?1 AND account = ?2)",
            )?
            .query_row(params![stage.0, account, Money(amount), identity], |row| row.get(0))
            .optional()?,
    };
    connection
        .prepare_cached(
            "INSERT INTO stage_statement (stage, place, series, account, currency, number, from_date, through_date,
               opening_date, opening, closing_date, closing, balance_check, not_booked, identity)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            stage.0, place, series.unwrap_or(place), account, statement.currency, statement.number,
            statement.from.map(Day), statement.through.map(Day),
            statement.opening.map(|(day, _)| Day(day)), statement.opening.map(|(_, amount)| Money(amount)),
            statement.closing.map(|(day, _)| Day(day)), statement.closing.map(|(_, amount)| Money(amount)),
            match statement.balance_ok { Some(true) => "ok", Some(false) => "fails", None => "unavailable" },
            statement.not_booked, identity
        ])?;
    Ok(place)
}

fn push_line(
    connection: &Connection,
    stage: StageId,
    statement: StatementIndex,
    series: i64,
    line: &NewLine,
) -> Result<()> {
    let base = base(line);
    let ordinal: i64 = connection
        .prepare_cached(
            "SELECT coalesce(max(ordinal) + 1, 0) FROM stage_line WHERE base = ?3 AND series = ?2 AND stage = ?1",
        )?
        .query_row(params![stage.0, series, base], |row| row.get(0))?;
    connection
        .prepare_cached(
            "INSERT INTO stage_line (stage, place, series, base, ordinal, account, date, value_date, amount, name, name_key,
               iban, remittance, reference, end_to_end, mandate, bank_reference, reversal, return_reason, identity)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        )?
        .execute(params![
            stage.0, statement.0, series, base, ordinal, compact(&line.account), Day(line.date),
            line.value_date.map(Day), Money(line.amount), line.name,
            name_key(line.name.as_deref().unwrap_or_default()), line.iban.as_deref().map(compact),
            line.remittance, line.reference, line.end_to_end, line.mandate, line.bank_reference,
            line.reversal, line.return_reason, numbered(base, ordinal)
        ])?;
    Ok(())
}

fn preview(connection: &Connection, stage: StageId) -> Result<StageCounts> {
    let count = |sql: &str| -> Result<u64> {
        let count: i64 = connection
            .prepare_cached(sql)?
            .query_row([stage.0], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    };
    let lines = count("SELECT count(*) FROM stage_line WHERE stage = ?1")?;
    // Within one series the ordinals of a base are dense, and the same in every series.
    let different = count(
        "SELECT coalesce(sum(n), 0) FROM
           (SELECT max(ordinal) + 1 AS n FROM stage_line WHERE stage = ?1 GROUP BY base)",
    )?;
    let known = count(
        "SELECT count(DISTINCT b.id) FROM stage_line l
         JOIN bank_line b ON b.identity = l.identity AND b.undone IS NULL WHERE l.stage = ?1",
    )?;
    let added = different - known;
    let statements = count(
        "SELECT count(DISTINCT s.identity) FROM stage_statement s WHERE s.stage = ?1
           AND NOT EXISTS (SELECT 1 FROM statement b WHERE b.identity = s.identity AND b.undone IS NULL)",
    )?;
    Ok(StageCounts {
        lines,
        added,
        duplicates: lines - added,
        statements,
    })
}

/// Books what is staged under an open fact.
pub(super) fn book(fact: &mut OpenFact<'_>, import: i64, stage: StageId) -> Result<StageCounts> {
    let connection = fact.connection();
    let statements = connection
        .prepare_cached(
            "INSERT INTO statement (fact, import, account, currency, number, from_date, through_date, opening_date,
               opening, closing_date, closing, balance_check, not_booked, identity)
             SELECT ?2, ?3, account, currency, number, from_date, through_date, opening_date, opening,
               closing_date, closing, balance_check, not_booked, identity
             FROM stage_statement WHERE stage = ?1 ORDER BY place
             ON CONFLICT (identity) WHERE undone IS NULL DO NOTHING",
        )?
        .execute([stage.0, fact.seq, import])?;
    if statements > 0 {
        fact.made("statement");
    }
    let added = connection
        .prepare_cached(
            "INSERT INTO bank_line (fact, waiting, import, statement, account, date, value_date, amount, name, name_key,
               iban, remittance, reference, end_to_end, mandate, bank_reference, reversal, return_reason, identity)
             SELECT ?2, 1, ?3,
               (SELECT s.id FROM stage_statement t JOIN statement s ON s.identity = t.identity AND s.undone IS NULL
                WHERE t.stage = ?1 AND t.place = l.place),
               account, date, value_date, amount, name, name_key, iban, remittance, reference, end_to_end,
               mandate, bank_reference, reversal, return_reason, identity
             FROM stage_line l WHERE l.stage = ?1 ORDER BY l.id
             ON CONFLICT (identity) WHERE undone IS NULL DO NOTHING",
        )?
        .execute([stage.0, fact.seq, import])?;
    if added > 0 {
        fact.made("bank_line");
    }
    let lines: i64 = connection
        .prepare_cached("SELECT count(*) FROM stage_line WHERE stage = ?1")?
        .query_row([stage.0], |row| row.get(0))?;
    let (lines, added) = (lines.unsigned_abs(), added as u64);
    Ok(StageCounts {
        lines,
        added,
        duplicates: lines - added,
        statements: statements as u64,
    })
}

/// Lines and new lines of each staged statement, after it was booked.
pub(super) fn places(
    fact: &OpenFact<'_>,
    import: i64,
    stage: StageId,
) -> Result<Vec<(StatementIndex, u64, u64)>> {
    let mut statement = fact.connection().prepare_cached(
        "WITH new AS (SELECT (SELECT min(p.place) FROM stage_statement p WHERE p.stage = ?1 AND p.identity = s.identity) AS place,
             count(*) AS lines
           FROM bank_line b JOIN statement s ON s.id = b.statement WHERE b.import = ?2 AND b.undone IS NULL GROUP BY 1)
         SELECT p.place, (SELECT count(*) FROM stage_line l WHERE l.stage = ?1 AND l.place = p.place),
           coalesce((SELECT new.lines FROM new WHERE new.place = p.place), 0)
         FROM stage_statement p WHERE p.stage = ?1 ORDER BY p.place",
    )?;
    let found = statement
        .query_map([stage.0, import], |row| {
            let (lines, added): (i64, i64) = (row.get(1)?, row.get(2)?);
            Ok((
                StatementIndex(row.get(0)?),
                lines.unsigned_abs(),
                added.unsigned_abs(),
            ))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
