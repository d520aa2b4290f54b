//! Accounts: all facts about one customer, or about each of them in one pass over the tables.

use std::collections::{HashMap, HashSet};

use credit::{
    Account, Allocation, Customer, CustomerId, Dispute, DunningPlan, Handover, Hold, Insolvency,
    Invoice, Letter, LetterId, LetterLine, Note, Payment, PaymentId, Promise, Waiver, WriteOff,
};
use law::Cents;
use rusqlite::{CachedStatement, Connection, Row, Rows};

use super::told_rows::ToldRow;
use super::{customer, invoice, letter, payment};
use crate::access::Reader;
use crate::error::{Result, StoreError};
use crate::journal::Elsewhere;
use crate::sql::Json;

/// Which accounts are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accounts {
    /// Those of all customers.
    All,
    /// Without those that are settled beyond doubt: every invoice is met by what was paid,
    /// allocated and written off, no money is left over, and no letter ever asked or announced
    /// interest or costs. What is left out has nothing open and nothing to decide.
    Unsettled,
}

/// Of whom rows are read.
#[derive(Clone, Copy)]
enum Scope {
    All,
    One(i64),
}

/// Rows that were not undone.
const ALIVE: &str = "t.undone IS NULL";

/// Letters and lines that were not taken back: nothing is decided from one that was.
const NOT_WITHDRAWN: &str = "t.withdrawn IS NULL";

impl Scope {
    /// Selects (customer, columns…) of `table`, aliased `t`, by customer and then by `order`.
    fn prepare<'c>(
        self,
        connection: &'c Connection,
        table: &str,
        columns: &str,
        alive: &str,
        order: &str,
    ) -> Result<CachedStatement<'c>> {
        let sql = match self {
            Scope::All => format!(
                "SELECT t.customer, {columns} FROM {table} t WHERE {alive} ORDER BY t.customer, {order}"
            ),
            Scope::One(_) => format!(
                "SELECT ?1, {columns} FROM {table} t WHERE {alive} AND t.customer IN
                   (SELECT id FROM customer WHERE id = ?1 OR (head = ?1 AND head <> id)) ORDER BY {order}"
            ),
        };
        Ok(connection.prepare_cached(&sql)?)
    }
}

/// Rows of one table in the order of their customers, handed out customer by customer.
struct Cursor<'s, T> {
    rows: Rows<'s>,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ahead: Option<(i64, T)>,
}

impl<'s, T> Cursor<'s, T> {
    fn new(
        statement: &'s mut CachedStatement<'_>,
        scope: Scope,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Cursor<'s, T>> {
        let rows = match scope {
            Scope::All => statement.query([])?,
            Scope::One(head) => statement.query([head])?,
        };
        let mut cursor = Cursor {
            rows,
            read,
            ahead: None,
        };
        cursor.advance()?;
        Ok(cursor)
    }

    fn advance(&mut self) -> Result<Option<(i64, T)>> {
        let next = match self.rows.next()? {
            Some(row) => Some((row.get(0)?, (self.read)(row)?)),
            None => None,
        };
        Ok(std::mem::replace(&mut self.ahead, next))
    }

    /// The rows of `customer`; those of customers before it are passed over.
    fn of(&mut self, customer: i64) -> Result<Vec<T>> {
        let mut found = Vec::new();
        while self
            .ahead
            .as_ref()
            .is_some_and(|(owner, _)| *owner <= customer)
        {
            if let Some((owner, row)) = self.advance()?
                && owner == customer
            {
                found.push(row);
            }
        }
        Ok(found)
    }
}

macro_rules! told_tables {
    ($($field:ident: $type:ty),* $(,)?) => {
        /// The prepared statements of all tables; cursors borrow from them.
        struct Statements<'c> {
            invoices: CachedStatement<'c>,
            payments: CachedStatement<'c>,
            allocations: CachedStatement<'c>,
            letters: CachedStatement<'c>,
            lines: CachedStatement<'c>,
            $($field: CachedStatement<'c>,)*
        }

        struct Cursors<'s> {
            invoices: Cursor<'s, Invoice>,
            payments: Cursor<'s, Payment>,
            allocations: Cursor<'s, (PaymentId, Allocation)>,
            letters: Cursor<'s, Letter>,
            lines: Cursor<'s, (LetterId, LetterLine)>,
            $($field: Cursor<'s, $type>,)*
        }

        impl<'c> Statements<'c> {
            fn prepare(connection: &'c Connection, scope: Scope) -> Result<Statements<'c>> {
                let of = |table, columns: &str, alive: &str, order| scope.prepare(connection, table, columns, alive, order);
                Ok(Statements {
                    invoices: of("invoice", &invoice::COLUMNS.replace("i.", "t."), ALIVE, "t.id")?,
                    payments: of("payment", payment::COLUMNS, ALIVE, "t.id")?,
                    allocations: of("allocation", payment::ALLOCATION_COLUMNS, ALIVE, "t.id")?,
                    letters: of("letter", letter::COLUMNS, NOT_WITHDRAWN, "t.id")?,
                    lines: of("letter_line", letter::LINE_COLUMNS, NOT_WITHDRAWN, "t.id")?,
                    $($field: of(
                        <$type as ToldRow>::TABLE,
                        &format!("t.fact, {}", <$type as ToldRow>::COLUMNS),
                        ALIVE,
                        "t.id",
                    )?,)*
                })
            }

            fn cursors(&mut self, scope: Scope) -> Result<Cursors<'_>> {
                Ok(Cursors {
                    invoices: Cursor::new(&mut self.invoices, scope, invoice::of_row)?,
                    payments: Cursor::new(&mut self.payments, scope, payment::of_row)?,
                    allocations: Cursor::new(&mut self.allocations, scope, payment::allocation_of_row)?,
                    letters: Cursor::new(&mut self.letters, scope, letter::of_row)?,
                    lines: Cursor::new(&mut self.lines, scope, letter::line_of_row)?,
                    $($field: Cursor::new(&mut self.$field, scope, <$type as ToldRow>::of_row)?,)*
                })
            }
        }

        impl Cursors<'_> {
            fn account(&mut self, customer: Customer, beside: &Beside) -> Result<Account> {
                let id = customer.id.0;
                let invoices = self.invoices.of(id)?;
                let payments = with_allocations(self.payments.of(id)?, self.allocations.of(id)?);
                let letters = with_lines(self.letters.of(id)?, self.lines.of(id)?);
                let sent_elsewhere = beside.elsewhere.of(&invoices)?;
                let email_failed = customer
                    .email
                    .as_deref()
                    .is_some_and(|email| beside.failed.contains(&super::mail::address_key(email)));
                Ok(Account {
                    email_failed,
                    plan: beside.plans.get(&id).cloned(),
                    unbooked_lines: beside.unbooked.get(&id).copied().unwrap_or(0),
                    sent_elsewhere,
                    $($field: self.$field.of(id)?,)*
                    customer,
                    invoices,
                    payments,
                    letters,
                })
            }
        }
    };
}

told_tables! {
    holds: Hold,
    disputes: Dispute,
    promises: Promise,
    insolvencies: Insolvency,
    write_offs: WriteOff,
    waivers: Waiver,
    notes: Note,
    handovers: Handover,
}

fn with_allocations(
    mut payments: Vec<Payment>,
    allocations: Vec<(PaymentId, Allocation)>,
) -> Vec<Payment> {
    if !allocations.is_empty() {
        let places: HashMap<PaymentId, usize> = payments
            .iter()
            .enumerate()
            .map(|(place, payment)| (payment.id, place))
            .collect();
        for (payment, allocation) in allocations {
            if let Some(payment) = places
                .get(&payment)
                .and_then(|place| payments.get_mut(*place))
            {
                payment.allocations.push(allocation);
            }
        }
    }
    payments
}

fn with_lines(mut letters: Vec<Letter>, lines: Vec<(LetterId, LetterLine)>) -> Vec<Letter> {
    if !lines.is_empty() {
        let places: HashMap<LetterId, usize> = letters
            .iter()
            .enumerate()
            .map(|(place, letter)| (letter.id, place))
            .collect();
        for (letter, line) in lines {
            if let Some(letter) = places
                .get(&letter)
                .and_then(|place| letters.get_mut(*place))
            {
                letter.lines.push(line);
            }
        }
    }
    letters
}

/// What is small enough to be read beforehand, for all customers.
struct Beside {
    plans: HashMap<i64, DunningPlan>,
    unbooked: HashMap<i64, u32>,
    elsewhere: Elsewhere,
    failed: HashSet<String>,
}

impl Beside {
    fn read(reader: &Reader<'_>, scope: Scope) -> Result<Beside> {
        let connection = reader.connection();
        let one = match scope {
            Scope::All => None,
            Scope::One(head) => Some(head),
        };
        Ok(Beside {
            plans: plans(connection, one)?,
            unbooked: unbooked(connection, one)?,
            elsewhere: Elsewhere::of_reader(reader)?,
            failed: super::mail::failed_addresses(connection)?,
        })
    }
}

fn plans(connection: &Connection, one: Option<i64>) -> Result<HashMap<i64, DunningPlan>> {
    let mut statement = connection.prepare_cached(
        "SELECT customer, plan FROM customer_plan WHERE undone IS NULL AND (?1 IS NULL OR customer = ?1) ORDER BY id",
    )?;
    let mut rows = statement.query([one])?;
    let mut plans = HashMap::new();
    while let Some(row) = rows.next()? {
        let customer: i64 = row.get(0)?;
        // The newest comes last; an empty one takes the plan away.
        match row.get::<_, Option<Json<DunningPlan>>>(1)? {
            Some(Json(plan)) => plans.insert(customer, plan),
            None => plans.remove(&customer),
        };
    }
    Ok(plans)
}

/// Per customer, the lines with money in that are not booked yet and come from one of its
/// accounts, or bear its name.
fn unbooked(connection: &Connection, one: Option<i64>) -> Result<HashMap<i64, u32>> {
    // All lines that wait are few beside all customers, and many beside one.
    let sql = match one {
        None => {
            "WITH money AS MATERIALIZED
               (SELECT id, iban, name_key FROM bank_line INDEXED BY bank_line_waiting
                WHERE waiting = 1 AND undone IS NULL AND amount > 0)
             SELECT head, count(*) FROM (
               SELECT c.head, m.id FROM money m JOIN customer_iban i ON i.iban = m.iban
                 JOIN customer c ON c.id = i.customer AND c.undone IS NULL
               UNION
               SELECT c.head, m.id FROM money m JOIN customer c INDEXED BY customer_name
                 ON c.name_key = m.name_key AND c.undone IS NULL WHERE m.name_key <> '')
             WHERE ?1 IS NULL GROUP BY head"
        }
        Some(_) => {
            "WITH own AS MATERIALIZED
               (SELECT id, name_key FROM customer
                WHERE undone IS NULL AND (id = ?1 OR (head = ?1 AND head <> id)))
             SELECT ?1, count(*) FROM (
               SELECT m.id FROM own o CROSS JOIN customer_iban i ON i.customer = o.id
                 CROSS JOIN bank_line m INDEXED BY bank_line_waiting_iban
                 ON m.iban = i.iban AND m.waiting = 1 AND m.undone IS NULL AND m.amount > 0
               UNION
               SELECT m.id FROM own o CROSS JOIN bank_line m INDEXED BY bank_line_waiting_name
                 ON m.name_key = o.name_key AND m.waiting = 1 AND m.undone IS NULL AND m.amount > 0
                 WHERE o.name_key <> '')
             HAVING count(*) > 0"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_map([one], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

impl Reader<'_> {
    /// All facts about one customer.
    pub fn account(&self, customer: CustomerId) -> Result<Account> {
        let customer = self.customer(customer)?;
        let scope = Scope::One(customer.id.0);
        let beside = Beside::read(self, scope)?;
        let mut statements = Statements::prepare(self.connection(), scope)?;
        let mut cursors = statements.cursors(scope)?;
        cursors.account(customer, &beside)
    }

    /// Hands out the accounts by customer id, in one pass over each table; one is in memory.
    pub fn for_each_account<E: From<StoreError>>(
        &self,
        which: Accounts,
        mut each: impl FnMut(Account) -> Result<(), E>,
    ) -> Result<(), E> {
        let merged = self.merged()?;
        let beside = Beside::read(self, Scope::All)?;
        let mut statements = Statements::prepare(self.connection(), Scope::All)?;
        let mut cursors = statements.cursors(Scope::All)?;
        let mut customers = self.heads()?;
        let mut rows = customers.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let customer = customer::of_row(row, 0).map_err(StoreError::from)?;
            // Rows of merged customers lie apart; there are few of them.
            let account = if merged.contains(&customer.id.0) {
                self.account(customer.id)?
            } else {
                cursors.account(customer, &beside)?
            };
            if which == Accounts::All || !is_settled(&account) {
                each(account)?;
            }
        }
        Ok(())
    }

    fn heads(&self) -> Result<CachedStatement<'_>> {
        Ok(self.connection().prepare_cached(
            "SELECT id, body FROM customer WHERE undone IS NULL AND head = id ORDER BY id",
        )?)
    }

    /// The customers that others were merged into.
    fn merged(&self) -> Result<HashSet<i64>> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT DISTINCT head FROM customer WHERE head <> id")?;
        let found = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

/// What each invoice still has open by what was paid, allocated and written off: principal only,
/// before interest and costs take their part.
pub(super) fn nominally_open(account: &Account) -> impl Iterator<Item = (&Invoice, Cents)> {
    let mut met: HashMap<i64, Cents> = HashMap::new();
    for allocation in account
        .payments
        .iter()
        .flat_map(|payment| &payment.allocations)
    {
        *met.entry(allocation.invoice.0).or_default() += allocation.amount;
    }
    for write_off in &account.write_offs {
        *met.entry(write_off.invoice.0).or_default() += write_off.amount;
    }
    account.invoices.iter().map(move |invoice| {
        let met = met.get(&invoice.id.0).copied().unwrap_or(Cents::ZERO);
        (invoice, invoice.amount - invoice.paid_before - met)
    })
}

fn is_settled(account: &Account) -> bool {
    account
        .payments
        .iter()
        .all(|payment| payment.unallocated().is_zero())
        && account.letters.iter().all(|letter| {
            letter.claim.interest.is_zero()
                && letter.claim.costs.is_zero()
                && letter.claim.costs_announced.is_none()
        })
        && nominally_open(account).all(|(_, open)| open.is_zero())
}
