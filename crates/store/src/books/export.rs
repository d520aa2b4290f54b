//! Everything, one record at a time: for the export, and for the list of what happened.

use credit::{Customer, FactId, Invoice, Payment};
use rusqlite::params;

use super::{customer, invoice, payment};
use crate::access::Reader;
use crate::error::{Result, StoreError};
use crate::log::{self, Fact, Head};

impl Reader<'_> {
    /// Hands out all customers, by id; merged ones are not among them.
    pub fn for_each_customer<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Customer) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT id, body FROM customer WHERE undone IS NULL AND head = id ORDER BY id";
        self.stream(sql, |row| customer::of_row(row, 0), &mut each)
    }

    /// Hands out all invoices and credit notes, by id.
    pub fn for_each_invoice<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Invoice) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!(
            "SELECT c.head, {} FROM invoice i JOIN customer c ON c.id = i.customer WHERE i.undone IS NULL ORDER BY i.id",
            invoice::COLUMNS
        );
        self.stream(&sql, invoice::of_row, &mut each)
    }

    /// Hands out all payments with their allocations, by id.
    pub fn for_each_payment<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Payment) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!(
            "SELECT c.head, {} FROM payment t JOIN customer c ON c.id = t.customer WHERE t.undone IS NULL ORDER BY t.id",
            payment::COLUMNS
        );
        self.stream(&sql, payment::of_row, &mut |found: Payment| {
            each(self.payment(found.id)?)
        })
    }

    /// Hands out all facts, oldest first.
    pub fn for_each_fact<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Fact) -> Result<(), E>,
    ) -> Result<(), E> {
        self.stream(
            &format!("{} ORDER BY f.seq", log::COLUMNS),
            log::of_row,
            &mut each,
        )
    }

    /// Facts before `before` (or the newest), newest first.
    pub fn facts(&self, before: Option<FactId>, limit: u32) -> Result<Vec<Fact>> {
        let mut statement = self.connection().prepare_cached(&format!(
            "{} WHERE f.seq < ?1 ORDER BY f.seq DESC LIMIT ?2",
            log::COLUMNS
        ))?;
        let found = statement
            .query_map(
                params![before.map_or(i64::MAX, |fact| fact.0), limit],
                log::of_row,
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The facts about one customer, newest first: told about it, its invoices, its payments and
    /// its letters are found through these.
    pub fn facts_about(&self, subject: log::Subject, limit: u32) -> Result<Vec<Fact>> {
        let (kind, id) = subject.parts();
        let mut statement = self.connection().prepare_cached(&format!(
            "{} WHERE f.subject_kind = ?1 AND f.subject = ?2 ORDER BY f.seq DESC LIMIT ?3",
            log::COLUMNS
        ))?;
        let found = statement
            .query_map(params![kind, id, limit], log::of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// One fact.
    pub fn fact(&self, id: FactId) -> Result<Fact> {
        log::read_fact(self.connection(), id)
    }

    /// How far the log goes; its hash is printed on run sheets.
    pub fn head(&self) -> Result<Head> {
        log::head(self.connection())
    }

    fn stream<T, E: From<StoreError>>(
        &self,
        sql: &str,
        read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
        each: &mut impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self
            .connection()
            .prepare_cached(sql)
            .map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(read(row).map_err(StoreError::from)?)?;
        }
        Ok(())
    }
}
