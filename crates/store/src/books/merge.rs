//! Two customers that are one: the rows keep their customer, the merge says whom it stands for.

use std::collections::{BTreeMap, BTreeSet};

use credit::{CustomerId, FactId, InvoiceId};
use rusqlite::Connection;

use super::customer::head_of;
use crate::access::Writer;
use crate::error::{Result, StoreError};
use crate::log::{FactKind, OpenFact, Subject, Told};

impl Writer<'_> {
    /// Says that `from` and `into` are one customer; from now on `into` holds everything of both.
    ///
    /// An invoice that both carry (same number, kind, date and amount) is kept once: that of
    /// `into`, unless things are built only on the other. Refuses with
    /// [`StoreError::MergeConflict`] where things are built on both, or the two differ.
    pub fn merge_customers(&mut self, from: CustomerId, into: CustomerId) -> Result<FactId> {
        self.record(FactKind::CustomersMerged, |fact| {
            let source = head_of(fact.connection(), from)?;
            let target = head_of(fact.connection(), into)?;
            if source == target {
                return Err(StoreError::Duplicate);
            }
            let dropped = drop_twins(fact, source, target)?;
            fact.connection()
                .prepare_cached("INSERT INTO merge (fact, source, target) VALUES (?1, ?2, ?3)")?
                .execute([fact.seq, source.0, target.0])?;
            fact.made("merge");
            rebuild_heads(fact.connection())?;
            let data =
                serde_json::json!({ "from": source, "into": target, "same_invoices": dropped });
            Ok((Told::about(Subject::Customer(target), data)?, ()))
        })
        .map(|(fact, ())| fact)
    }
}

/// An invoice that both customers carry.
struct Twin {
    number: String,
    mine: i64,
    theirs: i64,
    equal: bool,
}

fn drop_twins(
    fact: &mut OpenFact<'_>,
    source: CustomerId,
    target: CustomerId,
) -> Result<Vec<InvoiceId>> {
    let connection = fact.connection();
    let mut dropped = Vec::new();
    let mut conflicts = Vec::new();
    for twin in twins(connection, source, target)? {
        let (mine, theirs) = (
            is_built_upon(connection, twin.mine)?,
            is_built_upon(connection, twin.theirs)?,
        );
        match (twin.equal, mine, theirs) {
            (true, false, _) => dropped.push(InvoiceId(twin.mine)),
            (true, true, false) => dropped.push(InvoiceId(twin.theirs)),
            _ => conflicts.push(twin.number),
        }
    }
    if !conflicts.is_empty() {
        return Err(StoreError::MergeConflict {
            invoices: conflicts,
        });
    }
    for invoice in &dropped {
        for (table, column) in [("invoice", "id"), ("invoice_file", "invoice")] {
            let marked = connection
                .prepare_cached(&format!(
                    "UPDATE {table} SET undone = ?1 WHERE {column} = ?2 AND undone IS NULL"
                ))?
                .execute([fact.seq, invoice.0])?;
            if marked > 0 {
                fact.unmade(table);
            }
        }
    }
    Ok(dropped)
}

fn twins(connection: &Connection, source: CustomerId, target: CustomerId) -> Result<Vec<Twin>> {
    let mut statement = connection.prepare_cached(
        "SELECT a.number, a.id, b.id, a.date = b.date AND a.amount = b.amount
         FROM invoice a JOIN customer ca ON ca.id = a.customer AND ca.head = ?1
         JOIN invoice b ON b.number = a.number AND b.kind = a.kind AND b.undone IS NULL
         JOIN customer cb ON cb.id = b.customer AND cb.head = ?2
         WHERE a.undone IS NULL ORDER BY a.id",
    )?;
    let found = statement
        .query_map([source.0, target.0], |row| {
            Ok(Twin {
                number: row.get(0)?,
                mine: row.get(1)?,
                theirs: row.get(2)?,
                equal: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

fn is_built_upon(connection: &Connection, invoice: i64) -> Result<bool> {
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM allocation WHERE invoice = ?1 AND undone IS NULL)
                 OR EXISTS (SELECT 1 FROM letter_line WHERE invoice = ?1)
                 OR EXISTS (SELECT 1 FROM hold WHERE invoice = ?1 AND undone IS NULL)
                 OR EXISTS (SELECT 1 FROM dispute WHERE invoice = ?1 AND undone IS NULL)
                 OR EXISTS (SELECT 1 FROM write_off WHERE invoice = ?1 AND undone IS NULL)
                 OR EXISTS (SELECT 1 FROM handover_invoice WHERE invoice = ?1 AND undone IS NULL)",
        )?
        .query_row([invoice], |row| row.get(0))?)
}

/// Whom each merged customer stands for, by the merges that hold.
fn heads(connection: &Connection) -> Result<BTreeMap<i64, i64>> {
    let mut statement =
        connection.prepare_cached("SELECT source, target FROM merge WHERE undone IS NULL")?;
    let steps: BTreeMap<i64, i64> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut heads = BTreeMap::new();
    for (source, target) in &steps {
        let mut head = *target;
        // A chain is never longer than the number of merges; a circle would otherwise not end.
        for _ in 0..steps.len() {
            match steps.get(&head) {
                Some(next) => head = *next,
                None => break,
            }
        }
        heads.insert(*source, head);
    }
    Ok(heads)
}

/// Brings the column `head` in line with the merges that hold.
pub(crate) fn rebuild_heads(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached("UPDATE customer SET head = id WHERE head <> id")?
        .execute([])?;
    for (source, head) in heads(connection)? {
        connection
            .prepare_cached("UPDATE customer SET head = ?2 WHERE id = ?1")?
            .execute([source, head])?;
    }
    Ok(())
}

/// Customers whose `head` is not what the merges say.
pub(super) fn drifted_heads(connection: &Connection) -> Result<Vec<i64>> {
    let heads = heads(connection)?;
    let mut statement = connection.prepare("SELECT id, head FROM customer")?;
    let mut rows = statement.query([])?;
    let mut drifted = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, head): (i64, i64) = (row.get(0)?, row.get(1)?);
        if heads.get(&id).copied().unwrap_or(id) != head {
            drifted.push(id);
        }
    }
    Ok(drifted)
}

/// Facts that hold money of one customer against an invoice of another, or sent them one letter:
/// what stands in the way of taking a merge back.
pub(crate) fn crossing(connection: &Connection) -> Result<Vec<FactId>> {
    let mut crossing = BTreeSet::new();
    const QUERIES: &[&str] = &[
        "SELECT a.fact FROM allocation a JOIN customer p ON p.id = a.customer
         JOIN invoice i ON i.id = a.invoice JOIN customer o ON o.id = i.customer
         WHERE a.undone IS NULL AND p.head <> o.head",
        "SELECT l.fact FROM letter_line l JOIN customer p ON p.id = l.customer
         JOIN invoice i ON i.id = l.invoice JOIN customer o ON o.id = i.customer WHERE p.head <> o.head",
    ];
    for sql in QUERIES {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            crossing.insert(FactId(row.get(0)?));
        }
    }
    for table in ["hold", "dispute", "write_off"] {
        let sql = format!(
            "SELECT t.fact FROM {table} t JOIN customer p ON p.id = t.customer
             JOIN invoice i ON i.id = t.invoice JOIN customer o ON o.id = i.customer
             WHERE t.undone IS NULL AND p.head <> o.head"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            crossing.insert(FactId(row.get(0)?));
        }
    }
    Ok(crossing.into_iter().collect())
}
