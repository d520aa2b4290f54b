//! What the desk for bank money reads: accounts with their chain of statements, lines that wait,
//! money that was put to no invoice, and whom a fact touched.

use chrono::NaiveDate;
use credit::{BankLine, BankLineId, CustomerId, FactId, ImportId, PaymentId};
use law::Cents;
use rusqlite::{OptionalExtension, Row, params};

use super::bank::{COLUMNS, of_row};
use crate::access::Reader;
use crate::error::Result;
use crate::log::{Fact, FactKind};
use crate::sql::{Day, cents, cents_or_none, compact, day, day_or_none};

/// A bank account of which statements were imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The account.
    pub account: String,
    /// How many statements there are.
    pub statements: u64,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub through: Option<NaiveDate>,
    /// The closing balance of the last statement that has one.
    pub closing: Option<Cents>,
}

/// A statement with its place in the chain of its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskStatement {
    /// Its row.
    pub id: i64,
    /// The account.
    pub account: String,
    /// The bank's number of it.
    pub number: Option<String>,
    /// First day, when known.
    pub from: Option<NaiveDate>,
    /// Last day, when known.
    pub through: Option<NaiveDate>,
    /// Opening balance.
    pub opening: Option<Cents>,
    /// Closing balance.
    pub closing: Option<Cents>,
    /// `ok`, `fails` or `unavailable`.
    pub balance_check: String,
    /// How many lines were booked with it.
    pub lines: u64,
    /// What its lines come to.
    pub moved: Cents,
    /// The import that brought it.
    pub import: ImportId,
    /// The name of the file.
    pub file: String,
    /// The closing balance and last day of the statement before it on this account.
    pub before: Option<(Option<NaiveDate>, Cents)>,
    /// Whether some statement of this account ends in this one's opening balance.
    pub follows: bool,
}

/// A bank line that waits, and what its file said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingLine {
    /// The line.
    pub line: BankLine,
    /// By what its counterparty is known: its account, else its name.
    pub counterparty: String,
}

/// Money of which a part was put to no invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoosePayment {
    /// The payment.
    pub payment: PaymentId,
    /// Whose it is.
    pub customer: CustomerId,
    /// Day it was received.
    pub date: NaiveDate,
    /// How much it was; negative for money that went back.
    pub amount: Cents,
    /// What is left of it, of the same sign.
    pub left: Cents,
    /// The bank line it came from.
    pub line: Option<BankLineId>,
}

/// The chain is read over all statements; lines are only counted for those of the page.
const STATEMENTS: &str = "SELECT w.*,
       (SELECT count(*) FROM bank_line l WHERE l.statement = w.id AND l.undone IS NULL),
       (SELECT coalesce(sum(l.amount), 0) FROM bank_line l WHERE l.statement = w.id AND l.undone IS NULL),
       (SELECT i.file FROM import i WHERE i.id = w.import),
       w.opening IS NOT NULL AND EXISTS (SELECT 1 FROM statement p WHERE p.account = w.account AND p.undone IS NULL
         AND p.id <> w.id AND p.closing = w.opening)
     FROM (SELECT s.id AS id, s.account AS account, s.number, coalesce(s.from_date, s.opening_date),
         coalesce(s.closing_date, s.through_date) AS through, s.opening AS opening, s.closing, s.balance_check,
         s.import AS import, lag(s.closing) OVER chain, lag(coalesce(s.closing_date, s.through_date)) OVER chain
       FROM statement s WHERE s.undone IS NULL
       WINDOW chain AS (PARTITION BY s.account ORDER BY coalesce(s.closing_date, s.through_date), s.id)
       ORDER BY through DESC, id DESC LIMIT ?1 OFFSET ?2) w ORDER BY w.through DESC, w.id DESC";

fn statement_of_row(row: &Row<'_>) -> rusqlite::Result<DeskStatement> {
    let lines: i64 = row.get(11)?;
    Ok(DeskStatement {
        id: row.get(0)?,
        account: row.get(1)?,
        number: row.get(2)?,
        from: day_or_none(row, 3)?,
        through: day_or_none(row, 4)?,
        opening: cents_or_none(row, 5)?,
        closing: cents_or_none(row, 6)?,
        balance_check: row.get(7)?,
        import: ImportId(row.get(8)?),
        before: match cents_or_none(row, 9)? {
            Some(closing) => Some((day_or_none(row, 10)?, closing)),
            None => None,
        },
        lines: lines.unsigned_abs(),
        moved: cents(row, 12)?,
        file: row.get(13)?,
        follows: row.get(14)?,
    })
}

impl Reader<'_> {
    /// The accounts of which statements were imported, the busiest first.
    pub fn bank_accounts(&self) -> Result<Vec<Account>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT s.account, count(*), min(coalesce(s.from_date, s.opening_date)),
               max(coalesce(s.closing_date, s.through_date)),
               (SELECT e.closing FROM statement e WHERE e.account = s.account AND e.undone IS NULL AND e.closing IS NOT NULL
                ORDER BY coalesce(e.closing_date, e.through_date) DESC, e.id DESC LIMIT 1)
             FROM statement s WHERE s.undone IS NULL GROUP BY s.account ORDER BY count(*) DESC, s.account",
        )?;
        let found = statement
            .query_map([], |row| {
                let statements: i64 = row.get(1)?;
                Ok(Account {
                    account: row.get(0)?,
                    statements: statements.unsigned_abs(),
                    from: day_or_none(row, 2)?,
                    through: day_or_none(row, 3)?,
                    closing: cents_or_none(row, 4)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Statements, the latest first.
    pub fn desk_statements(&self, offset: u32, limit: u32) -> Result<Vec<DeskStatement>> {
        let mut statement = self.connection().prepare_cached(STATEMENTS)?;
        let found = statement
            .query_map([limit, offset], statement_of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// How many statements there are.
    pub fn statement_count(&self) -> Result<u64> {
        let count: i64 = self
            .connection()
            .prepare_cached("SELECT count(*) FROM statement WHERE undone IS NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The last day and closing balance of the last statement of an account that begins on or
    /// before `opened`.
    pub fn last_closing(
        &self,
        account: &str,
        opened: Option<NaiveDate>,
    ) -> Result<Option<(Option<NaiveDate>, Cents)>> {
        let found = self
            .connection()
            .prepare_cached(
                "SELECT coalesce(closing_date, through_date), closing FROM statement
                 WHERE account = ?1 AND undone IS NULL AND closing IS NOT NULL
                   AND (?2 IS NULL OR coalesce(opening_date, from_date) IS NULL OR coalesce(opening_date, from_date) < ?2)
                 ORDER BY coalesce(closing_date, through_date) DESC, id DESC LIMIT 1",
            )?
            .query_row(params![compact(account), opened.map(Day)], |row| {
                Ok((day_or_none(row, 0)?, cents(row, 1)?))
            })
            .optional()?;
        Ok(found)
    }

    /// Whether some statement of an account ends in this balance.
    pub fn closes_with(&self, account: &str, balance: Cents) -> Result<bool> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM statement WHERE account = ?1 AND undone IS NULL AND closing = ?2)",
            )?
            .query_row(params![compact(account), balance.0], |row| row.get(0))?)
    }

    /// The first lines that an import brought.
    pub fn lines_of_import(&self, import: ImportId, limit: u32) -> Result<Vec<BankLine>> {
        let mut statement = self.connection().prepare_cached(&format!(
            "{COLUMNS} WHERE import = ?1 AND undone IS NULL ORDER BY id LIMIT ?2"
        ))?;
        let lines = statement
            .query_map(params![import.0, limit], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(lines)
    }

    /// What the lines of an import bring in, and what goes out, as it stands in the books.
    pub fn sums_of_import(&self, import: ImportId) -> Result<(Cents, Cents)> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT coalesce(sum(max(amount, 0)), 0), coalesce(sum(min(amount, 0)), 0)
                 FROM bank_line WHERE import = ?1 AND undone IS NULL",
            )?
            .query_row([import.0], |row| Ok((cents(row, 0)?, cents(row, 1)?)))?)
    }

    /// Every line that waits, with its counterparty.
    pub fn waiting(&self) -> Result<Vec<WaitingLine>> {
        let columns = COLUMNS.replace(
            " FROM bank_line",
            ", coalesce(iban, name_key) FROM bank_line",
        );
        let mut statement = self.connection().prepare_cached(&format!(
            "{columns} INDEXED BY bank_line_waiting WHERE waiting = 1 AND undone IS NULL ORDER BY id"
        ))?;
        let lines = statement
            .query_map([], |row| {
                Ok(WaitingLine {
                    line: of_row(row)?,
                    counterparty: row.get(11)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(lines)
    }

    /// A line with its counterparty, if it waits.
    pub fn waiting_line(&self, line: BankLineId) -> Result<Option<WaitingLine>> {
        let columns = COLUMNS.replace(
            " FROM bank_line",
            ", coalesce(iban, name_key) FROM bank_line",
        );
        Ok(self
            .connection()
            .prepare_cached(&format!(
                "{columns} WHERE id = ?1 AND waiting = 1 AND undone IS NULL"
            ))?
            .query_row([line.0], |row| {
                Ok(WaitingLine {
                    line: of_row(row)?,
                    counterparty: row.get(11)?,
                })
            })
            .optional()?)
    }

    /// From which accounts customers paid before, by what was booked: account and customer.
    pub fn paying_accounts(&self) -> Result<Vec<(String, CustomerId)>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT l.iban, c.head FROM payment t
             JOIN bank_line l ON l.id = t.line JOIN customer c ON c.id = t.customer
             WHERE t.undone IS NULL AND t.amount > 0 AND l.iban IS NOT NULL",
        )?;
        let found = statement
            .query_map([], |row| Ok((row.get(0)?, CustomerId(row.get(1)?))))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Whether a customer paid from an account before, by what was booked.
    pub fn paid_from(&self, customer: CustomerId, account: &str) -> Result<bool> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM payment t JOIN bank_line l ON l.id = t.line
                   WHERE t.customer IN (SELECT id FROM customer WHERE id = ?1 OR head = ?1)
                     AND t.undone IS NULL AND t.amount > 0 AND l.iban = ?2)",
            )?
            .query_row(params![customer.0, account], |row| row.get(0))?)
    }

    /// How many lines were booked or set aside on a day, and stayed so.
    pub fn lines_done_on(&self, day: NaiveDate) -> Result<u64> {
        let count: i64 = self
            .connection()
            .prepare_cached(
                "SELECT count(*) FROM fact f WHERE f.day = ?1
                   AND f.seq > coalesce((SELECT seq FROM fact WHERE day < ?1 ORDER BY seq DESC LIMIT 1), 0)
                   AND f.kind IN ('line_booked', 'line_dismissed')
                   AND NOT EXISTS (SELECT 1 FROM undo u WHERE u.target = f.seq)",
            )?
            .query_row([Day(day)], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Payments of which a part was put to no invoice, oldest first; those that went back too.
    pub fn loose_payments(&self) -> Result<Vec<LoosePayment>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT t.id, c.head, t.date, t.amount, t.amount - coalesce(put.amount, 0), t.line
             FROM payment t JOIN customer c ON c.id = t.customer
             LEFT JOIN (SELECT payment, sum(amount) AS amount FROM allocation WHERE undone IS NULL GROUP BY payment) put
               ON put.payment = t.id
             WHERE t.undone IS NULL AND t.amount <> coalesce(put.amount, 0)
             ORDER BY t.date, t.id",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok(LoosePayment {
                    payment: PaymentId(row.get(0)?),
                    customer: CustomerId(row.get(1)?),
                    date: day(row, 2)?,
                    amount: cents(row, 3)?,
                    left: cents(row, 4)?,
                    line: row.get::<_, Option<i64>>(5)?.map(BankLineId),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The facts after the one that is known, oldest first.
    pub fn facts_after(&self, known: u64, limit: u32) -> Result<Vec<Fact>> {
        let mut statement = self.connection().prepare_cached(&format!(
            "{} WHERE f.seq > ?1 ORDER BY f.seq LIMIT ?2",
            crate::log::COLUMNS
        ))?;
        let facts = statement
            .query_map(
                params![i64::try_from(known).unwrap_or(i64::MAX), limit],
                crate::log::of_row,
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(facts)
    }

    /// The customers whose money, invoices or details a fact changed; merged ones by the one that
    /// stayed.
    pub fn touched_by(&self, fact: FactId) -> Result<Vec<CustomerId>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT c.head FROM customer c WHERE c.id IN (
               SELECT id FROM customer WHERE fact = ?1 UNION SELECT id FROM customer WHERE undone = ?1
               UNION SELECT customer FROM customer_past WHERE undone = ?1
               UNION SELECT customer FROM invoice WHERE fact = ?1 UNION SELECT customer FROM invoice WHERE undone = ?1
               UNION SELECT customer FROM invoice_past WHERE undone = ?1
               UNION SELECT customer FROM payment WHERE fact = ?1 UNION SELECT customer FROM payment WHERE undone = ?1
               UNION SELECT customer FROM allocation WHERE fact = ?1 UNION SELECT customer FROM allocation WHERE undone = ?1
               UNION SELECT customer FROM write_off WHERE fact = ?1 UNION SELECT customer FROM write_off WHERE undone = ?1
               UNION SELECT customer FROM waiver WHERE fact = ?1 UNION SELECT customer FROM waiver WHERE undone = ?1)",
        )?;
        let found = statement
            .query_map([fact.0], |row| row.get(0).map(CustomerId))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// How many later facts have to be undone before this one, and of which kinds they are (told
    /// from the first hundreds).
    pub fn undo_obstacle_kinds(&self, fact: FactId) -> Result<(u64, Vec<FactKind>)> {
        let obstacles = self.undo_obstacles(fact)?;
        let mut kinds: Vec<FactKind> = Vec::new();
        for obstacle in obstacles.iter().take(300) {
            let kind = self.fact(*obstacle)?.kind;
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        Ok((obstacles.len() as u64, kinds))
    }
}
