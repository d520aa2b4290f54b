//! How the rows of what the user told are read.

use credit::{
    CustomerId, Dispute, FactId, HandedTo, Handover, HandoverEvent, HandoverEventKind, Hold,
    Insolvency, InsolvencyKind, InvoiceId, Note, Promise, Waiver, WriteOff,
};
use law::Cents;
use rusqlite::Row;
use serde::Deserialize;

use crate::sql::{Json, Named, cents, cents_or_none, day};

/// A kind of record that is told about a customer: its table, and how a row is read.
pub(super) trait ToldRow: Sized {
    /// The table.
    const TABLE: &'static str;
    /// The columns after (customer, fact).
    const COLUMNS: &'static str;
    /// Reads (customer, fact, columns…).
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

fn customer(row: &Row<'_>) -> rusqlite::Result<CustomerId> {
    row.get(0).map(CustomerId)
}

fn fact(row: &Row<'_>) -> rusqlite::Result<FactId> {
    row.get(1).map(FactId)
}

impl ToldRow for Hold {
    const TABLE: &'static str = "hold";
    const COLUMNS: &'static str = "t.invoice, t.until, t.reason";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Hold> {
        Ok(Hold {
            customer: customer(row)?,
            fact: fact(row)?,
            invoice: row.get::<_, Option<i64>>(2)?.map(InvoiceId),
            until: day(row, 3)?,
            reason: row.get(4)?,
        })
    }
}

impl ToldRow for Dispute {
    const TABLE: &'static str = "dispute";
    const COLUMNS: &'static str = "t.invoice, t.amount, t.reason, t.date";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Dispute> {
        Ok(Dispute {
            customer: customer(row)?,
            fact: fact(row)?,
            invoice: InvoiceId(row.get(2)?),
            amount: cents_or_none(row, 3)?,
            reason: row.get(4)?,
            date: day(row, 5)?,
        })
    }
}

impl ToldRow for Promise {
    const TABLE: &'static str = "promise";
    const COLUMNS: &'static str = "t.amount, t.by_day, t.date";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Promise> {
        Ok(Promise {
            customer: customer(row)?,
            fact: fact(row)?,
            amount: cents(row, 2)?,
            by: day(row, 3)?,
            date: day(row, 4)?,
        })
    }
}

impl ToldRow for Insolvency {
    const TABLE: &'static str = "insolvency";
    const COLUMNS: &'static str = "t.kind, t.date";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Insolvency> {
        let Named(kind): Named<InsolvencyKind> = row.get(2)?;
        Ok(Insolvency {
            customer: customer(row)?,
            fact: fact(row)?,
            kind,
            date: day(row, 3)?,
        })
    }
}

impl ToldRow for WriteOff {
    const TABLE: &'static str = "write_off";
    const COLUMNS: &'static str = "t.invoice, t.amount, t.date, t.reason";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<WriteOff> {
        Ok(WriteOff {
            customer: customer(row)?,
            fact: fact(row)?,
            invoice: InvoiceId(row.get(2)?),
            amount: cents(row, 3)?,
            date: day(row, 4)?,
            reason: row.get(5)?,
        })
    }
}

impl ToldRow for Waiver {
    const TABLE: &'static str = "waiver";
    const COLUMNS: &'static str = "t.interest, t.costs, t.date, t.reason";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Waiver> {
        Ok(Waiver {
            customer: customer(row)?,
            fact: fact(row)?,
            interest: cents(row, 2)?,
            costs: cents(row, 3)?,
            date: day(row, 4)?,
            reason: row.get(5)?,
        })
    }
}

impl ToldRow for Note {
    const TABLE: &'static str = "note";
    const COLUMNS: &'static str = "t.text, t.date";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Note> {
        Ok(Note {
            customer: customer(row)?,
            fact: fact(row)?,
            text: row.get(2)?,
            date: day(row, 3)?,
        })
    }
}

impl ToldRow for Handover {
    const TABLE: &'static str = "handover";
    const COLUMNS: &'static str = "t.date, t.claim, t.sha256, t.file, (SELECT json_group_array(h.invoice ORDER BY h.id) \
         FROM handover_invoice h WHERE h.handover = t.id), \
         (SELECT json_group_array(json_object('fact', e.fact, 'kind', e.kind, 'amount', e.amount, \
         'date', e.date, 'text', e.text, 'to', json(e.party)) ORDER BY e.date, e.id) \
         FROM handover_event e WHERE e.handover = t.id AND e.undone IS NULL)";
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Handover> {
        let Json(claim) = row.get(3)?;
        let Json(invoices) = row.get(6)?;
        let Json(events): Json<Vec<EventRow>> = row.get(7)?;
        Ok(Handover {
            customer: customer(row)?,
            fact: fact(row)?,
            date: day(row, 2)?,
            claim,
            sha256: row.get(4)?,
            file: row.get(5)?,
            invoices,
            events: events.into_iter().map(EventRow::event).collect(),
        })
    }
}

/// An event as the database has it: money as cents.
#[derive(Deserialize)]
struct EventRow {
    fact: i64,
    kind: HandoverEventKind,
    amount: Option<i64>,
    date: chrono::NaiveDate,
    text: String,
    to: Option<HandedTo>,
}

impl EventRow {
    fn event(self) -> HandoverEvent {
        HandoverEvent {
            fact: FactId(self.fact),
            kind: self.kind,
            amount: self.amount.map(Cents),
            date: self.date,
            text: self.text,
            to: self.to,
        }
    }
}
