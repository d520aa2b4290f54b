//! Bank lines and statements, as they are read.

use chrono::NaiveDate;
use credit::{BankLine, BankLineId, CustomerId, FactId};
use law::Cents;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, Subject, Told};
use crate::sql::{cents, cents_or_none, day, day_or_none};

pub(super) const COLUMNS: &str = "SELECT id, account, date, amount, name, iban, remittance, reference, \
     end_to_end, reversal, return_reason FROM bank_line";

/// A statement that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The creditor's account.
    pub account: String,
    /// The bank's number of it.
    pub number: Option<String>,
    /// Last day it covers, when known.
    pub through: Option<NaiveDate>,
    /// Opening balance.
    pub opening: Option<Cents>,
    /// Closing balance.
    pub closing: Option<Cents>,
    /// `ok`, `fails` or `unavailable`.
    pub balance_check: String,
    /// Whether no statement of this account ends in this one's opening balance, although it is
    /// not the first of the account: one may be missing.
    pub gap_before: bool,
}

pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<BankLine> {
    Ok(BankLine {
        id: BankLineId(row.get(0)?),
        account: row.get(1)?,
        date: day(row, 2)?,
        amount: cents(row, 3)?,
        name: row.get(4)?,
        iban: row.get(5)?,
        remittance: row.get(6)?,
        reference: row.get(7)?,
        end_to_end: row.get(8)?,
        reversal: row.get(9)?,
        return_reason: row.get(10)?,
    })
}

pub(super) fn find(connection: &Connection, line: BankLineId) -> Result<BankLine> {
    connection
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1 AND undone IS NULL"))?
        .query_row([line.0], of_row)
        .optional()?
        .ok_or_else(|| missing(Missing::BankLine(line)))
}

/// Refuses a line that is booked or dismissed.
pub(super) fn check_waiting(connection: &Connection, line: BankLineId) -> Result<BankLine> {
    let waiting: Option<bool> = connection
        .prepare_cached("SELECT waiting FROM bank_line WHERE id = ?1 AND undone IS NULL")?
        .query_row([line.0], |row| row.get(0))
        .optional()?;
    match waiting {
        Some(true) => find(connection, line),
        Some(false) => Err(StoreError::LineBooked),
        None => Err(missing(Missing::BankLine(line))),
    }
}

pub(super) fn no_longer_waiting(connection: &Connection, line: BankLineId) -> Result<()> {
    connection
        .prepare_cached("UPDATE bank_line SET waiting = 0 WHERE id = ?1")?
        .execute([line.0])?;
    Ok(())
}

impl Reader<'_> {
    /// A bank line.
    pub fn bank_line(&self, line: BankLineId) -> Result<BankLine> {
        find(self.connection(), line)
    }

    /// Lines that are neither booked nor dismissed, in the order of their ids, after `after`.
    pub fn waiting_lines(&self, after: Option<BankLineId>, limit: u32) -> Result<Vec<BankLine>> {
        let mut statement = self.connection().prepare_cached(&format!(
            "{COLUMNS} INDEXED BY bank_line_waiting
             WHERE waiting = 1 AND undone IS NULL AND id > ?1 ORDER BY id LIMIT ?2"
        ))?;
        let lines = statement
            .query_map(params![after.map_or(0, |line| line.0), limit], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(lines)
    }

    /// How many lines are neither booked nor dismissed.
    pub fn waiting_count(&self) -> Result<u64> {
        let count: i64 = self
            .connection()
            .prepare_cached("SELECT count(*) FROM bank_line WHERE waiting = 1 AND undone IS NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// How many lines wait for a place with a customer by what the bank itself says, and how much came in
    /// with them: money in, and what the bank marks as taken back.
    pub fn waiting_money(&self) -> Result<(u64, Cents)> {
        let (count, amount): (i64, i64) = self
            .connection()
            .prepare_cached(
                "SELECT count(*), coalesce(sum(max(amount, 0)), 0) FROM bank_line INDEXED BY bank_line_waiting
                 WHERE waiting = 1 AND undone IS NULL
                   AND (amount >= 0 OR reversal OR return_reason IS NOT NULL)",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((count.unsigned_abs(), Cents(amount)))
    }

    /// The waiting lines with other money out, each with every customer that paid exactly as much in the
    /// fourteen months before it. Whether it went back to that customer, the amount alone does not say.
    pub fn may_have_gone_back(&self) -> Result<Vec<(BankLineId, CustomerId)>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT o.id, c.head FROM bank_line o INDEXED BY bank_line_waiting
               CROSS JOIN payment p INDEXED BY payment_amount
                 ON p.amount = -o.amount AND p.undone IS NULL
                 AND p.date <= o.date AND p.date >= date(o.date, '-14 months')
               CROSS JOIN customer c ON c.id = p.customer AND c.undone IS NULL
             WHERE o.waiting = 1 AND o.undone IS NULL
               AND o.amount < 0 AND NOT o.reversal AND o.return_reason IS NULL
             ORDER BY 1, 2",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok((BankLineId(row.get(0)?), CustomerId(row.get(1)?)))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Hands out all lines that are neither booked nor dismissed, one at a time.
    pub fn for_each_waiting_line<E: From<StoreError>>(
        &self,
        each: impl FnMut(BankLine) -> Result<(), E>,
    ) -> Result<(), E> {
        self.for_each_line("WHERE waiting = 1 AND undone IS NULL", each)
    }

    /// Hands out all bank lines, one at a time.
    pub fn for_each_bank_line<E: From<StoreError>>(
        &self,
        each: impl FnMut(BankLine) -> Result<(), E>,
    ) -> Result<(), E> {
        self.for_each_line("WHERE undone IS NULL", each)
    }

    fn for_each_line<E: From<StoreError>>(
        &self,
        condition: &str,
        mut each: impl FnMut(BankLine) -> Result<(), E>,
    ) -> Result<(), E> {
        let read = || -> Result<_> {
            Ok(self
                .connection()
                .prepare_cached(&format!("{COLUMNS} {condition} ORDER BY id"))?)
        };
        let mut statement = read()?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(of_row(row).map_err(StoreError::from)?)?;
        }
        Ok(())
    }

    /// The statements of all accounts, by account and in the order in which they came in.
    pub fn statements(&self) -> Result<Vec<Statement>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT account, number, coalesce(closing_date, through_date), opening, closing, balance_check,
               opening IS NOT NULL
               AND EXISTS (SELECT 1 FROM statement e WHERE e.account = s.account AND e.undone IS NULL
                           AND coalesce(e.opening_date, e.from_date) < coalesce(s.opening_date, s.from_date))
               AND NOT EXISTS (SELECT 1 FROM statement p WHERE p.account = s.account AND p.undone IS NULL
                           AND p.id <> s.id AND p.closing = s.opening)
             FROM statement s WHERE undone IS NULL ORDER BY account, coalesce(closing_date, through_date), id",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok(Statement {
                    account: row.get(0)?,
                    number: row.get(1)?,
                    through: day_or_none(row, 2)?,
                    opening: cents_or_none(row, 3)?,
                    closing: cents_or_none(row, 4)?,
                    balance_check: row.get(5)?,
                    gap_before: row.get(6)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

impl Writer<'_> {
    /// Says that a line is no customer's money (tax, own transfer, …): it waits no longer.
    pub fn dismiss_line(&mut self, line: BankLineId, reason: &str) -> Result<FactId> {
        self.record(FactKind::LineDismissed, |fact| {
            check_waiting(fact.connection(), line)?;
            fact.connection()
                .prepare_cached(
                    "INSERT INTO line_dismissal (fact, line, reason) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![fact.seq, line.0, reason])?;
            fact.made("line_dismissal");
            no_longer_waiting(fact.connection(), line)?;
            let told = Told::about(
                Subject::BankLine(line),
                serde_json::json!({ "reason": reason }),
            )?;
            Ok::<_, StoreError>((told, ()))
        })
        .map(|(fact, ())| fact)
    }
}
