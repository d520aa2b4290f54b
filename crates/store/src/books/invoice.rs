//! Invoices and credit notes.

use credit::{CustomerId, FactId, Invoice, InvoiceId, InvoiceKind};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::customer::head_of;
use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::{Day, Money, Named, cents, cents_or_none, day, day_or_none};

/// The columns that [`of_row`] reads, after the customer it is of.
pub(crate) const COLUMNS: &str = "i.id, i.number, i.kind, i.date, i.due, i.amount, i.paid_before, \
     i.vat, i.payment_reference, i.credits, i.contract, i.received, i.description";

/// Reads (customer, [`COLUMNS`]…).
pub(crate) fn of_row(row: &Row<'_>) -> rusqlite::Result<Invoice> {
    Ok(Invoice {
        customer: CustomerId(row.get(0)?),
        id: InvoiceId(row.get(1)?),
        number: row.get(2)?,
        kind: if row.get_ref(3)?.as_bytes()? == b"invoice" {
            InvoiceKind::Invoice
        } else {
            InvoiceKind::CreditNote
        },
        date: day(row, 4)?,
        due: day_or_none(row, 5)?,
        amount: cents(row, 6)?,
        paid_before: cents(row, 7)?,
        vat: cents_or_none(row, 8)?,
        payment_reference: row.get(9)?,
        credits: row.get(10)?,
        contract: row.get(11)?,
        received: day_or_none(row, 12)?,
        description: row.get(13)?,
    })
}

fn select(condition: &str) -> String {
    format!(
        "SELECT c.head, {COLUMNS} FROM invoice i JOIN customer c ON c.id = i.customer
         WHERE i.undone IS NULL AND {condition}"
    )
}

impl Reader<'_> {
    /// An invoice.
    pub fn invoice(&self, id: InvoiceId) -> Result<Invoice> {
        find(self.connection(), id)
    }

    /// All invoices with that printed number, whosever they are.
    pub fn invoices_numbered(&self, number: &str) -> Result<Vec<Invoice>> {
        let mut statement = self
            .connection()
            .prepare_cached(&select("i.number = ?1 ORDER BY i.kind DESC, i.id"))?;
        let found = statement
            .query_map([number.trim()], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The invoice of a customer with that printed number; before a credit note of that number.
    pub fn invoice_of(&self, customer: CustomerId, number: &str) -> Result<Option<Invoice>> {
        let head = self.is_same(customer)?;
        Ok(self
            .connection()
            .prepare_cached(&select(
                "i.number = ?2 AND c.head = ?1 ORDER BY i.kind DESC, i.id LIMIT 1",
            ))?
            .query_row(params![head.0, number.trim()], of_row)
            .optional()?)
    }

    /// The invoices of a customer, oldest first.
    pub fn invoices_of(&self, customer: CustomerId) -> Result<Vec<Invoice>> {
        let head = self.is_same(customer)?;
        let mut statement = self.connection().prepare_cached(&select(
            "(c.id = ?1 OR (c.head = ?1 AND c.head <> c.id)) ORDER BY i.date, i.id",
        ))?;
        let found = statement
            .query_map([head.0], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Numbers that more than one customer has on an invoice.
    pub fn shared_numbers(&self) -> Result<std::collections::HashSet<String>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT number FROM invoice WHERE undone IS NULL GROUP BY number HAVING count(*) > 1",
        )?;
        let numbers = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(numbers)
    }

    /// How many invoices and credit notes there are.
    pub fn invoice_count(&self) -> Result<u64> {
        let count: i64 = self
            .connection()
            .prepare_cached("SELECT count(*) FROM invoice WHERE undone IS NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

pub(crate) fn find(connection: &Connection, id: InvoiceId) -> Result<Invoice> {
    connection
        .prepare_cached(&select("i.id = ?1"))?
        .query_row([id.0], of_row)
        .optional()?
        .ok_or_else(|| missing(Missing::Invoice(id)))
}

/// Refuses an invoice that is not of this customer.
pub(crate) fn check_owner(
    connection: &Connection,
    id: InvoiceId,
    head: CustomerId,
) -> Result<Invoice> {
    let invoice = find(connection, id)?;
    if invoice.customer == head {
        Ok(invoice)
    } else {
        Err(StoreError::OtherCustomer)
    }
}

impl Writer<'_> {
    /// Adds an invoice; its id is ignored, the true one is returned. Refuses a number that this
    /// customer has already ([`StoreError::Duplicate`]).
    pub fn insert_invoice(&mut self, invoice: &Invoice) -> Result<(InvoiceId, FactId)> {
        let (fact, id) = self.record(FactKind::InvoiceAdded, |fact| {
            let id = insert(fact, invoice)?;
            Ok::<_, StoreError>((Told::about(Subject::Invoice(id), invoice)?, id))
        })?;
        Ok((id, fact))
    }

    /// Changes an invoice; none when nothing differs. The customer stays.
    pub fn update_invoice(&mut self, invoice: &Invoice) -> Result<Option<FactId>> {
        self.record_if(FactKind::InvoiceChanged, |fact| {
            let before = find(fact.connection(), invoice.id)?;
            let told = update(fact, invoice)?
                .then(|| {
                    let changes = serde_json::json!({ "before": before, "after": invoice });
                    Told::about(Subject::Invoice(invoice.id), changes)
                })
                .transpose()?;
            Ok((told, ()))
        })
        .map(|(fact, ())| fact)
    }
}

/// Writes a new invoice under an open fact.
pub(crate) fn insert(fact: &mut OpenFact<'_>, invoice: &Invoice) -> Result<InvoiceId> {
    let customer = head_of(fact.connection(), invoice.customer)?;
    // Of the customers that were merged into this one, one may carry the number.
    let taken: bool = fact
        .connection()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM invoice i JOIN customer c ON c.id = i.customer
             WHERE i.number = ?1 AND i.kind = ?2 AND c.head = ?3 AND i.undone IS NULL)",
        )?
        .query_row(
            params![invoice.number.trim(), Named(invoice.kind), customer.0],
            |row| row.get(0),
        )?;
    if taken {
        return Err(StoreError::Duplicate);
    }
    fact.connection()
        .prepare_cached(
            "INSERT INTO invoice (fact, customer, number, kind, date, due, amount, paid_before, vat,
               payment_reference, credits, contract, received, description)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            fact.seq, customer.0, invoice.number.trim(), Named(invoice.kind), Day(invoice.date),
            invoice.due.map(Day), Money(invoice.amount), Money(invoice.paid_before),
            invoice.vat.map(Money), invoice.payment_reference, invoice.credits, invoice.contract,
            invoice.received.map(Day), invoice.description
        ])?;
    Ok(InvoiceId(fact.made("invoice")))
}

/// Writes a new version of an invoice under an open fact; false when nothing differs.
pub(crate) fn update(fact: &mut OpenFact<'_>, invoice: &Invoice) -> Result<bool> {
    let connection = fact.connection();
    let before = find(connection, invoice.id)?;
    let after = Invoice {
        customer: before.customer,
        number: invoice.number.trim().to_owned(),
        ..invoice.clone()
    };
    if before == after {
        return Ok(false);
    }
    let made_by: i64 = connection
        .prepare_cached("SELECT fact FROM invoice WHERE id = ?1")?
        .query_row([invoice.id.0], |row| row.get(0))?;
    if made_by != fact.seq {
        connection
            .prepare_cached(
                "INSERT INTO invoice_past (fact, invoice, customer, number, kind, date, due, amount,
                   paid_before, vat, payment_reference, credits, contract, received, description)
                 SELECT fact, id, customer, number, kind, date, due, amount, paid_before, vat,
                   payment_reference, credits, contract, received, description FROM invoice WHERE id = ?1",
            )?
            .execute([invoice.id.0])?;
    }
    connection
        .prepare_cached(
            "UPDATE invoice SET fact = ?2, number = ?3, kind = ?4, date = ?5, due = ?6, amount = ?7,
               paid_before = ?8, vat = ?9, payment_reference = ?10, credits = ?11, contract = ?12,
               received = ?13, description = ?14 WHERE id = ?1",
        )?
        .execute(params![
            after.id.0, fact.seq, after.number, Named(after.kind), Day(after.date),
            after.due.map(Day), Money(after.amount), Money(after.paid_before), after.vat.map(Money),
            after.payment_reference, after.credits, after.contract, after.received.map(Day),
            after.description
        ])?;
    fact.made("invoice");
    Ok(true)
}
