//! Which customers the newest facts are about: whoever keeps something derived from their
//! accounts reads only those again.

use std::collections::BTreeSet;

use credit::{CustomerId, FactId};
use rusqlite::Connection;

use crate::access::Reader;
use crate::error::Result;
use crate::log::FactKind;

/// Tables whose rows name the customer, and can be undone.
const OF_CUSTOMER: &[&str] = &[
    "invoice",
    "payment",
    "allocation",
    "hold",
    "dispute",
    "promise",
    "insolvency",
    "write_off",
    "waiver",
    "note",
    "handover",
    "customer_plan",
    "invoice_past",
    "customer_past",
];

/// Rows that name their customer by another row, or are never undone.
const BY_OTHER_ROWS: &[&str] = &[
    "SELECT id FROM customer WHERE fact > ?1 OR undone > ?1",
    "SELECT p.customer FROM invoice_past p JOIN invoice i ON i.id = p.invoice WHERE i.fact > ?1",
    "SELECT i.customer FROM invoice_past p JOIN invoice i ON i.id = p.invoice WHERE p.undone > ?1",
    "SELECT i.customer FROM allocation a JOIN invoice i ON i.id = a.invoice WHERE a.fact > ?1 OR a.undone > ?1",
    "SELECT customer FROM letter WHERE fact > ?1",
    "SELECT customer FROM letter_line WHERE fact > ?1",
    "SELECT l.customer FROM letter_move m JOIN letter l ON l.id = m.letter WHERE m.fact > ?1",
    "SELECT l.customer FROM letter_proof p JOIN letter l ON l.id = p.letter WHERE p.fact > ?1",
    "SELECT h.customer FROM handover_event e JOIN handover h ON h.id = e.handover WHERE e.fact > ?1 OR e.undone > ?1",
    // An allocation that came back bears no trace of the fact that had taken it away.
    "SELECT a.customer FROM undo u JOIN fact f ON f.seq = u.target
       JOIN allocation a ON a.id = f.subject WHERE u.fact > ?1 AND f.subject_kind = 'allocation'",
];

/// Bank lines that began or ceased to wait; whose they may be is told by account or name.
const LINES: &str = "SELECT line FROM payment WHERE line IS NOT NULL AND (fact > ?1 OR undone > ?1)
     UNION SELECT line FROM line_dismissal WHERE fact > ?1 OR undone > ?1";

/// Whether facts of this kind bear on no other customers than those whose rows they made.
fn is_of_customers(kind: FactKind) -> bool {
    use FactKind::{
        Allocated, AllocationUndone, Created, CustomerAdded, CustomerChanged, Dispute,
        FileAttached, Handover, HandoverEvent, Hold, Insolvency, InvoiceAdded, InvoiceChanged,
        KeysChanged, LetterConfirmed, LetterHandedOver, LineBooked, LineDismissed,
        MappingRemembered, Note, Paid, PlanPut, Promise, RunApproved, TemplatePut, Undone, Waiver,
        WriteOff,
    };
    matches!(
        kind,
        Created
            | KeysChanged
            | MappingRemembered
            | TemplatePut
            | CustomerAdded
            | CustomerChanged
            | PlanPut
            | InvoiceAdded
            | InvoiceChanged
            | FileAttached
            | LineBooked
            | LineDismissed
            | Paid
            | Allocated
            | AllocationUndone
            | Hold
            | Dispute
            | Promise
            | Insolvency
            | WriteOff
            | Waiver
            | Note
            | Handover
            | HandoverEvent
            | RunApproved
            | LetterHandedOver
            | LetterConfirmed
            | Undone
    )
}

impl Reader<'_> {
    /// The customers whose accounts may differ since a fact; none when something changed that
    /// every account depends on: a setting, a rate, bank data, an import, a merge, a restore.
    ///
    /// A customer that was merged, or whose making was undone, is named by its own id.
    pub fn customers_touched_since(&self, fact: FactId) -> Result<Option<BTreeSet<CustomerId>>> {
        let connection = self.connection();
        if !only_of_customers(connection, fact)? {
            return Ok(None);
        }
        let mut touched = BTreeSet::new();
        for table in OF_CUSTOMER {
            let sql = format!(
                "SELECT customer FROM {table} WHERE fact > ?1 UNION SELECT customer FROM {table} WHERE undone > ?1"
            );
            collect(connection, &sql, fact, &mut touched)?;
        }
        for sql in BY_OTHER_ROWS {
            collect(connection, sql, fact, &mut touched)?;
        }
        for sql in [
            format!(
                "SELECT i.customer FROM bank_line b JOIN customer_iban i ON i.iban = b.iban WHERE b.id IN ({LINES})"
            ),
            format!(
                "SELECT c.id FROM bank_line b JOIN customer c INDEXED BY customer_name ON c.name_key = b.name_key
                 WHERE b.name_key <> '' AND b.id IN ({LINES})"
            ),
        ] {
            collect(connection, &sql, fact, &mut touched)?;
        }
        let heads = heads(connection, &touched)?;
        touched.extend(heads);
        Ok(Some(touched))
    }
}

/// Whether all facts since then, and those that they undid, are about single customers.
fn only_of_customers(connection: &Connection, fact: FactId) -> Result<bool> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT kind FROM fact WHERE seq > ?1
         UNION SELECT t.kind FROM undo u JOIN fact t ON t.seq = u.target WHERE u.fact > ?1",
    )?;
    let mut rows = statement.query([fact.0])?;
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        if !is_of_customers(FactKind::of(&kind)) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn collect(
    connection: &Connection,
    sql: &str,
    fact: FactId,
    touched: &mut BTreeSet<CustomerId>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([fact.0])?;
    while let Some(row) = rows.next()? {
        touched.insert(CustomerId(row.get(0)?));
    }
    Ok(())
}

/// Whom merged customers stand for now.
fn heads(connection: &Connection, of: &BTreeSet<CustomerId>) -> Result<Vec<CustomerId>> {
    let mut statement =
        connection.prepare_cached("SELECT head FROM customer WHERE id = ?1 AND head <> id")?;
    let mut found = Vec::new();
    for customer in of {
        let mut rows = statement.query([customer.0])?;
        while let Some(row) = rows.next()? {
            found.push(CustomerId(row.get(0)?));
        }
    }
    Ok(found)
}
