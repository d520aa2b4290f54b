//! Payments, and what was put to which invoice.

use chrono::NaiveDate;
use credit::{
    Allocation, AllocationId, BankLineId, CustomerId, FactId, InvoiceId, Payment, PaymentId,
    PaymentSource,
};
use law::Cents;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use super::bank::{check_waiting, no_longer_waiting};
use super::customer::head_of;
use super::invoice::check_owner;
use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::{Day, Money, cents, day};

/// The part of a bank line that is one customer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewPayment {
    /// Whose money it is.
    pub customer: CustomerId,
    /// How much; of the same sign as the line.
    pub amount: Cents,
    /// What is put where; the rest stays with the customer.
    pub allocations: Vec<(InvoiceId, Cents)>,
}

/// The columns that [`of_row`] reads, after the customer.
pub(super) const COLUMNS: &str = "t.id, t.date, t.amount, t.line";

/// Reads (customer, [`COLUMNS`]…), without its allocations.
pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Payment> {
    Ok(Payment {
        customer: CustomerId(row.get(0)?),
        id: PaymentId(row.get(1)?),
        date: day(row, 2)?,
        amount: cents(row, 3)?,
        source: row
            .get::<_, Option<i64>>(4)?
            .map_or(PaymentSource::Told, |line| {
                PaymentSource::Bank(BankLineId(line))
            }),
        allocations: Vec::new(),
    })
}

/// The columns that [`allocation_of_row`] reads, after the customer.
pub(super) const ALLOCATION_COLUMNS: &str = "t.payment, t.id, t.invoice, t.amount";

/// Reads (customer, [`ALLOCATION_COLUMNS`]…).
pub(super) fn allocation_of_row(row: &Row<'_>) -> rusqlite::Result<(PaymentId, Allocation)> {
    let allocation = Allocation {
        id: AllocationId(row.get(2)?),
        invoice: InvoiceId(row.get(3)?),
        amount: cents(row, 4)?,
    };
    Ok((PaymentId(row.get(1)?), allocation))
}

fn with_allocations(connection: &Connection, mut payment: Payment) -> Result<Payment> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT t.customer, {ALLOCATION_COLUMNS} FROM allocation t WHERE t.payment = ?1 AND t.undone IS NULL ORDER BY t.id"
    ))?;
    payment.allocations = statement
        .query_map([payment.id.0], |row| {
            allocation_of_row(row).map(|(_, allocation)| allocation)
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(payment)
}

fn select(condition: &str) -> String {
    format!(
        "SELECT c.head, {COLUMNS} FROM payment t JOIN customer c ON c.id = t.customer
         WHERE t.undone IS NULL AND {condition} ORDER BY t.date, t.id"
    )
}

fn all(connection: &Connection, condition: &str, id: i64) -> Result<Vec<Payment>> {
    let mut statement = connection.prepare_cached(&select(condition))?;
    let payments: Vec<Payment> = statement
        .query_map([id], of_row)?
        .collect::<rusqlite::Result<_>>()?;
    payments
        .into_iter()
        .map(|payment| with_allocations(connection, payment))
        .collect()
}

impl Reader<'_> {
    /// A payment.
    pub fn payment(&self, id: PaymentId) -> Result<Payment> {
        find(self.connection(), id)
    }

    /// The payments of a customer, oldest first.
    pub fn payments_of(&self, customer: CustomerId) -> Result<Vec<Payment>> {
        let head = self.is_same(customer)?;
        all(
            self.connection(),
            "(c.id = ?1 OR (c.head = ?1 AND c.head <> c.id))",
            head.0,
        )
    }

    /// The payments that a bank line was booked as.
    pub fn payments_of_line(&self, line: BankLineId) -> Result<Vec<Payment>> {
        all(self.connection(), "t.line = ?1", line.0)
    }
}

fn find(connection: &Connection, id: PaymentId) -> Result<Payment> {
    let payment = connection
        .prepare_cached(&select("t.id = ?1"))?
        .query_row([id.0], of_row)
        .optional()?
        .ok_or_else(|| missing(Missing::Payment(id)))?;
    with_allocations(connection, payment)
}

impl Writer<'_> {
    /// Books a bank line as money of one or more customers; the parts are the whole line.
    pub fn book_line(
        &mut self,
        line: BankLineId,
        parts: &[NewPayment],
    ) -> Result<(Vec<PaymentId>, FactId)> {
        let (fact, payments) = self.record(FactKind::LineBooked, |fact| {
            let booked = check_waiting(fact.connection(), line)?;
            let total: Cents = parts.iter().map(|part| part.amount).sum();
            if parts.is_empty() || total != booked.amount {
                return Err(StoreError::AmountMismatch);
            }
            let mut payments = Vec::with_capacity(parts.len());
            for part in parts {
                let money = Received {
                    date: booked.date,
                    amount: part.amount,
                    line: Some(line),
                };
                payments.push(insert(fact, part.customer, &money, &part.allocations)?);
            }
            no_longer_waiting(fact.connection(), line)?;
            Ok((
                Told::about(
                    Subject::BankLine(line),
                    serde_json::json!({ "parts": parts }),
                )?,
                payments,
            ))
        })?;
        Ok((payments, fact))
    }

    /// Books cash or a card payment.
    pub fn pay(
        &mut self,
        customer: CustomerId,
        date: NaiveDate,
        amount: Cents,
        allocations: &[(InvoiceId, Cents)],
    ) -> Result<(PaymentId, FactId)> {
        let (fact, payment) = self.record(FactKind::Paid, |fact| {
            let payment = insert(
                fact,
                customer,
                &Received {
                    date,
                    amount,
                    line: None,
                },
                allocations,
            )?;
            let data = serde_json::json!({
                "customer": customer, "date": date, "amount": amount, "allocations": allocations
            });
            Ok::<_, StoreError>((Told::about(Subject::Payment(payment), data)?, payment))
        })?;
        Ok((payment, fact))
    }

    /// Puts what is left of a payment to invoices.
    pub fn allocate(
        &mut self,
        payment: PaymentId,
        allocations: &[(InvoiceId, Cents)],
    ) -> Result<FactId> {
        self.record(FactKind::Allocated, |fact| {
            let found = find(fact.connection(), payment)?;
            put(fact, &found, allocations)?;
            let data = serde_json::json!({ "allocations": allocations });
            Ok::<_, StoreError>((Told::about(Subject::Payment(payment), data)?, ()))
        })
        .map(|(fact, ())| fact)
    }

    /// Takes one allocation back; its payment and the others stay.
    pub fn undo_allocation(&mut self, allocation: AllocationId) -> Result<FactId> {
        self.record(FactKind::AllocationUndone, |fact| {
            let marked = fact
                .connection()
                .prepare_cached(
                    "UPDATE allocation SET undone = ?1 WHERE id = ?2 AND undone IS NULL",
                )?
                .execute([fact.seq, allocation.0])?;
            if marked == 0 {
                return Err(missing(Missing::Allocation(allocation)));
            }
            fact.unmade("allocation");
            Ok((
                Told::about(Subject::Allocation(allocation), serde_json::json!({}))?,
                (),
            ))
        })
        .map(|(fact, ())| fact)
    }
}

struct Received {
    date: NaiveDate,
    amount: Cents,
    line: Option<BankLineId>,
}

fn insert(
    fact: &mut OpenFact<'_>,
    customer: CustomerId,
    money: &Received,
    allocations: &[(InvoiceId, Cents)],
) -> Result<PaymentId> {
    let head = head_of(fact.connection(), customer)?;
    fact.connection()
        .prepare_cached(
            "INSERT INTO payment (fact, customer, date, amount, line) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            fact.seq,
            head.0,
            Day(money.date),
            Money(money.amount),
            money.line.map(|line| line.0)
        ])?;
    let id = PaymentId(fact.made("payment"));
    let payment = Payment {
        id,
        customer: head,
        date: money.date,
        amount: money.amount,
        source: money.line.map_or(PaymentSource::Told, PaymentSource::Bank),
        allocations: Vec::new(),
    };
    put(fact, &payment, allocations)?;
    Ok(id)
}

/// Writes allocations; refuses to put more than there is, and to invoices of others.
fn put(
    fact: &mut OpenFact<'_>,
    payment: &Payment,
    allocations: &[(InvoiceId, Cents)],
) -> Result<()> {
    let rest = payment.unallocated() - allocations.iter().map(|(_, amount)| *amount).sum();
    let overdrawn = (payment.amount.is_negative() && rest.is_positive())
        || (!payment.amount.is_negative() && rest.is_negative());
    if overdrawn {
        return Err(StoreError::AmountMismatch);
    }
    for (invoice, amount) in allocations {
        check_owner(fact.connection(), *invoice, payment.customer)?;
        fact.connection()
            .prepare_cached(
                "INSERT INTO allocation (fact, payment, customer, invoice, amount)
                 SELECT ?1, id, customer, ?3, ?4 FROM payment WHERE id = ?2",
            )?
            .execute(params![fact.seq, payment.id.0, invoice.0, Money(*amount)])?;
        fact.made("allocation");
    }
    Ok(())
}
