//! What the user tells about a customer or an invoice: pauses, disputes, promises and the like.

use chrono::NaiveDate;
use credit::{
    CustomerId, Dispute, DunningPlan, FactId, Handover, HandoverEvent, Hold, Insolvency, Note,
    Promise, Waiver, WriteOff,
};
use rusqlite::{OptionalExtension, ToSql, params};
use serde::Serialize;

use super::customer::head_of;
use super::invoice::check_owner;
use super::told_rows::ToldRow;
use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::{Day, Json, Money, Named};

impl Reader<'_> {
    fn told_of<T: ToldRow>(&self, customer: CustomerId) -> Result<Vec<T>> {
        let head = self.is_same(customer)?;
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT ?1, t.fact, {} FROM {} t WHERE t.undone IS NULL
               AND t.customer IN (SELECT id FROM customer WHERE id = ?1 OR (head = ?1 AND head <> id)) ORDER BY t.id",
            T::COLUMNS,
            T::TABLE
        ))?;
        let found = statement
            .query_map([head.0], T::of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The pauses of a customer.
    pub fn holds_of(&self, customer: CustomerId) -> Result<Vec<Hold>> {
        self.told_of(customer)
    }

    /// The disputes of a customer.
    pub fn disputes_of(&self, customer: CustomerId) -> Result<Vec<Dispute>> {
        self.told_of(customer)
    }

    /// The promises of a customer.
    pub fn promises_of(&self, customer: CustomerId) -> Result<Vec<Promise>> {
        self.told_of(customer)
    }

    /// The insolvencies of a customer.
    pub fn insolvencies_of(&self, customer: CustomerId) -> Result<Vec<Insolvency>> {
        self.told_of(customer)
    }

    /// The write-offs of a customer.
    pub fn write_offs_of(&self, customer: CustomerId) -> Result<Vec<WriteOff>> {
        self.told_of(customer)
    }

    /// The waivers of a customer.
    pub fn waivers_of(&self, customer: CustomerId) -> Result<Vec<Waiver>> {
        self.told_of(customer)
    }

    /// The notes on a customer.
    pub fn notes_of(&self, customer: CustomerId) -> Result<Vec<Note>> {
        self.told_of(customer)
    }

    /// The handovers of a customer.
    pub fn handovers_of(&self, customer: CustomerId) -> Result<Vec<Handover>> {
        self.told_of(customer)
    }

    /// The handover that a fact told, unless it was undone.
    pub fn handover(&self, fact: FactId) -> Result<Option<Handover>> {
        let customer: Option<i64> = self
            .connection()
            .prepare_cached("SELECT customer FROM handover WHERE fact = ?1 AND undone IS NULL")?
            .query_row([fact.0], |row| row.get(0))
            .optional()?;
        let Some(customer) = customer else {
            return Ok(None);
        };
        let all = self.handovers_of(CustomerId(customer))?;
        Ok(all.into_iter().find(|handover| handover.fact == fact))
    }

    /// The files of all handovers of a day, also of those that were undone: what left the house is out.
    pub fn handover_files(&self, day: NaiveDate) -> Result<Vec<String>> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT file FROM handover WHERE date = ?1 ORDER BY id")?;
        let found = statement
            .query_map([Day(day)], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The customers of whom anything was handed over.
    pub fn customers_handed_over(&self) -> Result<Vec<CustomerId>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT c.head FROM handover h JOIN customer c ON c.id = h.customer
             WHERE h.undone IS NULL ORDER BY c.head",
        )?;
        let found = statement
            .query_map([], |row| row.get(0).map(CustomerId))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The plan of a customer's own, if it has one.
    pub fn customer_plan(&self, customer: CustomerId) -> Result<Option<DunningPlan>> {
        let head = self.is_same(customer)?;
        let newest: Option<Option<Json<DunningPlan>>> = self
            .connection()
            .prepare_cached(
                "SELECT plan FROM customer_plan WHERE customer = ?1 AND undone IS NULL ORDER BY id DESC LIMIT 1",
            )?
            .query_row([head.0], |row| row.get(0))
            .optional()?;
        Ok(newest.flatten().map(|plan| plan.0))
    }
}

impl<'a> Writer<'a> {
    /// Tells a pause.
    pub fn tell_hold(&mut self, hold: &Hold) -> Result<FactId> {
        self.tell(FactKind::Hold, hold.customer, hold, |fact, head| {
            if let Some(invoice) = hold.invoice {
                check_owner(fact.connection(), invoice, head)?;
            }
            insert(
                fact,
                "hold",
                "customer, invoice, until, reason",
                params![
                    head.0,
                    hold.invoice.map(|id| id.0),
                    Day(hold.until),
                    hold.reason
                ],
            )
        })
    }

    /// Tells a dispute.
    pub fn tell_dispute(&mut self, dispute: &Dispute) -> Result<FactId> {
        self.tell(
            FactKind::Dispute,
            dispute.customer,
            dispute,
            |fact, head| {
                check_owner(fact.connection(), dispute.invoice, head)?;
                insert(
                    fact,
                    "dispute",
                    "customer, invoice, amount, reason, date",
                    params![
                        head.0,
                        dispute.invoice.0,
                        dispute.amount.map(Money),
                        dispute.reason,
                        Day(dispute.date)
                    ],
                )
            },
        )
    }

    /// Tells a promise.
    pub fn tell_promise(&mut self, promise: &Promise) -> Result<FactId> {
        self.tell(
            FactKind::Promise,
            promise.customer,
            promise,
            |fact, head| {
                insert(
                    fact,
                    "promise",
                    "customer, amount, by_day, date",
                    params![
                        head.0,
                        Money(promise.amount),
                        Day(promise.by),
                        Day(promise.date)
                    ],
                )
            },
        )
    }

    /// Tells an insolvency.
    pub fn tell_insolvency(&mut self, insolvency: &Insolvency) -> Result<FactId> {
        self.tell(
            FactKind::Insolvency,
            insolvency.customer,
            insolvency,
            |fact, head| {
                insert(
                    fact,
                    "insolvency",
                    "customer, kind, date",
                    params![head.0, Named(insolvency.kind), Day(insolvency.date)],
                )
            },
        )
    }

    /// Tells a write-off.
    pub fn tell_write_off(&mut self, write_off: &WriteOff) -> Result<FactId> {
        self.tell(
            FactKind::WriteOff,
            write_off.customer,
            write_off,
            |fact, head| {
                check_owner(fact.connection(), write_off.invoice, head)?;
                insert(
                    fact,
                    "write_off",
                    "customer, invoice, amount, date, reason",
                    params![
                        head.0,
                        write_off.invoice.0,
                        Money(write_off.amount),
                        Day(write_off.date),
                        write_off.reason
                    ],
                )
            },
        )
    }

    /// Tells a waiver.
    pub fn tell_waiver(&mut self, waiver: &Waiver) -> Result<FactId> {
        self.tell(FactKind::Waiver, waiver.customer, waiver, |fact, head| {
            insert(
                fact,
                "waiver",
                "customer, interest, costs, date, reason",
                params![
                    head.0,
                    Money(waiver.interest),
                    Money(waiver.costs),
                    Day(waiver.date),
                    waiver.reason
                ],
            )
        })
    }

    /// Tells a note.
    pub fn tell_note(&mut self, note: &Note) -> Result<FactId> {
        self.tell(FactKind::Note, note.customer, note, |fact, head| {
            insert(
                fact,
                "note",
                "customer, text, date",
                params![head.0, note.text, Day(note.date)],
            )
        })
    }

    /// Tells a handover.
    pub fn tell_handover(&mut self, handover: &Handover) -> Result<FactId> {
        self.tell(
            FactKind::Handover,
            handover.customer,
            handover,
            |fact, head| {
                insert(
                    fact,
                    "handover",
                    "customer, date, claim, sha256, file",
                    params![
                        head.0,
                        Day(handover.date),
                        Json(&handover.claim),
                        handover.sha256,
                        handover.file
                    ],
                )?;
                let id = fact.connection().last_insert_rowid();
                for invoice in &handover.invoices {
                    check_owner(fact.connection(), *invoice, head)?;
                    insert(
                        fact,
                        "handover_invoice",
                        "handover, invoice",
                        params![id, invoice.0],
                    )?;
                }
                for event in &handover.events {
                    insert_event(fact, id, event)?;
                }
                Ok(())
            },
        )
    }

    /// Tells what came back of a handover, named by its fact.
    pub fn tell_handover_event(
        &mut self,
        handover: FactId,
        event: &HandoverEvent,
    ) -> Result<FactId> {
        let found: Option<(i64, i64)> = self
            .connection()
            .prepare_cached("SELECT id, customer FROM handover WHERE fact = ?1 AND undone IS NULL")?
            .query_row([handover.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (id, customer) = found.ok_or_else(|| missing(Missing::Fact(handover)))?;
        let data = serde_json::json!({ "handover": handover, "event": event });
        self.tell(
            FactKind::HandoverEvent,
            CustomerId(customer),
            &data,
            |fact, _| insert_event(fact, id, event),
        )
    }

    /// Gives a customer a plan of its own, or takes it away.
    pub fn put_customer_plan(
        &mut self,
        customer: CustomerId,
        plan: Option<&DunningPlan>,
    ) -> Result<FactId> {
        let data = serde_json::json!({ "plan": plan });
        self.tell(FactKind::PlanPut, customer, &data, |fact, head| {
            insert(
                fact,
                "customer_plan",
                "customer, plan",
                params![head.0, plan.map(Json)],
            )
        })
    }

    fn tell(
        &mut self,
        kind: FactKind,
        customer: CustomerId,
        data: &impl Serialize,
        rows: impl FnOnce(&mut OpenFact<'a>, CustomerId) -> Result<()>,
    ) -> Result<FactId> {
        self.record(kind, |fact| {
            let head = head_of(fact.connection(), customer)?;
            rows(fact, head)?;
            Ok::<_, StoreError>((Told::about(Subject::Customer(head), data)?, ()))
        })
        .map(|(fact, ())| fact)
    }
}

fn insert_event(fact: &mut OpenFact<'_>, handover: i64, event: &HandoverEvent) -> Result<()> {
    insert(
        fact,
        "handover_event",
        "handover, kind, amount, date, text, party",
        params![
            handover,
            Named(event.kind),
            event.amount.map(Money),
            Day(event.date),
            event.text,
            event.to.as_ref().map(Json)
        ],
    )
}

/// Inserts (fact, columns…).
fn insert(
    fact: &mut OpenFact<'_>,
    table: &'static str,
    columns: &str,
    values: &[&dyn ToSql],
) -> Result<()> {
    let places: Vec<String> = (2..=values.len() + 1)
        .map(|place| format!("?{place}"))
        .collect();
    let seq = fact.seq;
    let all: Vec<&dyn ToSql> = std::iter::once(&seq as &dyn ToSql)
        .chain(values.iter().copied())
        .collect();
    fact.connection()
        .prepare_cached(&format!(
            "INSERT INTO {table} (fact, {columns}) VALUES (?1, {})",
            places.join(", ")
        ))?
        .execute(all.as_slice())?;
    fact.made(table);
    Ok(())
}
