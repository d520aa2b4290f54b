//! Which customers the newest facts are about: whoever keeps something derived from their
//! accounts reads only those again.

use std::collections::BTreeSet;

use credit::{CustomerId, FactId};
use rusqlite::Connection;

use super::mail::address_key;
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

/// Rows that name their customer by another row, or are never undone. The order of each join is fixed:
/// the few new rows first, whatever the planner thinks of a table's size.
const BY_OTHER_ROWS: &[&str] = &[
    "SELECT id FROM customer INDEXED BY customer_fact WHERE fact > ?1",
    "SELECT id FROM customer INDEXED BY customer_undone WHERE undone > ?1",
    "SELECT p.customer FROM invoice i INDEXED BY invoice_fact
       CROSS JOIN invoice_past p INDEXED BY invoice_past_invoice ON p.invoice = i.id WHERE i.fact > ?1",
    "SELECT i.customer FROM invoice_past p INDEXED BY invoice_past_undone
       CROSS JOIN invoice i ON i.id = p.invoice WHERE p.undone > ?1",
    "SELECT i.customer FROM allocation a INDEXED BY allocation_fact
       CROSS JOIN invoice i ON i.id = a.invoice WHERE a.fact > ?1",
    "SELECT i.customer FROM allocation a INDEXED BY allocation_undone
       CROSS JOIN invoice i ON i.id = a.invoice WHERE a.undone > ?1",
    "SELECT customer FROM letter INDEXED BY letter_fact WHERE fact > ?1",
    "SELECT customer FROM letter_line INDEXED BY letter_line_fact WHERE fact > ?1",
    "SELECT l.customer FROM letter_move m INDEXED BY letter_move_fact
       CROSS JOIN letter l ON l.id = m.letter WHERE m.fact > ?1",
    "SELECT customer FROM letter INDEXED BY letter_withdrawn WHERE withdrawn > ?1",
    "SELECT customer FROM letter_line INDEXED BY letter_line_withdrawn WHERE withdrawn > ?1",
    "SELECT l.customer FROM letter_proof p INDEXED BY letter_proof_fact
       CROSS JOIN letter l ON l.id = p.letter WHERE p.fact > ?1",
    "SELECT h.customer FROM handover_event e INDEXED BY handover_event_fact
       CROSS JOIN handover h ON h.id = e.handover WHERE e.fact > ?1",
    "SELECT h.customer FROM handover_event e INDEXED BY handover_event_undone
       CROSS JOIN handover h ON h.id = e.handover WHERE e.undone > ?1",
    "SELECT l.customer FROM mail m INDEXED BY mail_fact
       CROSS JOIN letter l ON l.id = m.letter WHERE m.fact > ?1",
    "SELECT l.customer FROM mail_move m INDEXED BY mail_move_fact
       CROSS JOIN letter l ON l.id = m.letter WHERE m.fact > ?1",
    // An allocation that came back bears no trace of the fact that had taken it away.
    "SELECT a.customer FROM undo u INDEXED BY undo_fact CROSS JOIN fact f ON f.seq = u.target
       CROSS JOIN allocation a ON a.id = f.subject WHERE u.fact > ?1 AND f.subject_kind = 'allocation'",
];

/// Bank lines that began or ceased to wait; whose they may be is told by account or name.
const LINES: &[&str] = &[
    "payment p INDEXED BY payment_fact CROSS JOIN bank_line b ON b.id = p.line WHERE p.fact > ?1",
    "payment p INDEXED BY payment_undone CROSS JOIN bank_line b ON b.id = p.line WHERE p.undone > ?1",
    "line_dismissal d INDEXED BY line_dismissal_fact CROSS JOIN bank_line b ON b.id = d.line WHERE d.fact > ?1",
    "line_dismissal d INDEXED BY line_dismissal_undone CROSS JOIN bank_line b ON b.id = d.line WHERE d.undone > ?1",
];

/// Whether facts of this kind bear on no other customers than those whose rows they made.
fn is_of_customers(kind: FactKind) -> bool {
    use FactKind as F;
    matches!(
        kind,
        F::Created
            | F::KeysChanged
            | F::MappingRemembered
            | F::TemplatePut
            | F::CustomerAdded
            | F::CustomerChanged
            | F::PlanPut
            | F::InvoiceAdded
            | F::InvoiceChanged
            | F::FileAttached
            | F::LineBooked
            | F::LineDismissed
            | F::Paid
            | F::Allocated
            | F::AllocationUndone
            | F::Hold
            | F::Dispute
            | F::Promise
            | F::Insolvency
            | F::WriteOff
            | F::Waiver
            | F::Note
            | F::Handover
            | F::HandoverEvent
            | F::RunApproved
            | F::LetterHandedOver
            | F::LetterConfirmed
            | F::LetterSaved
            | F::LettersWithdrawn
            | F::MailBegun
            | F::MailEnded
            | F::MailDrafted
            | F::MailSettled
            | F::MailBounced
            | F::MailPosted
            | F::Undone
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
            for mark in ["fact", "undone"] {
                let sql = format!(
                    "SELECT customer FROM {table} INDEXED BY {table}_{mark} WHERE {mark} > ?1"
                );
                collect(connection, &sql, fact, &mut touched)?;
            }
        }
        for sql in BY_OTHER_ROWS {
            collect(connection, sql, fact, &mut touched)?;
        }
        for lines in LINES {
            let by_account = format!(
                "SELECT customer FROM customer_iban WHERE iban IN (SELECT b.iban FROM {lines})"
            );
            let by_name = format!(
                "SELECT id FROM customer INDEXED BY customer_name
                 WHERE name_key IN (SELECT b.name_key FROM {lines} AND b.name_key <> '')"
            );
            collect(connection, &by_account, fact, &mut touched)?;
            collect(connection, &by_name, fact, &mut touched)?;
        }
        same_address(connection, fact, &mut touched)?;
        let heads = heads(connection, &touched)?;
        touched.extend(heads);
        Ok(Some(touched))
    }
}

/// Whether all facts since then, and those that they undid, are about single customers.
fn only_of_customers(connection: &Connection, fact: FactId) -> Result<bool> {
    for sql in [
        "SELECT kind FROM fact WHERE seq > ?1",
        "SELECT t.kind FROM undo u INDEXED BY undo_fact CROSS JOIN fact t ON t.seq = u.target WHERE u.fact > ?1",
    ] {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([fact.0])?;
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            if !is_of_customers(FactKind::of(&kind)) {
                return Ok(false);
            }
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

/// Who has an address to which mail failed, once, and to which something was mailed since.
fn same_address(
    connection: &Connection,
    fact: FactId,
    touched: &mut BTreeSet<CustomerId>,
) -> Result<()> {
    let mut mailed = connection.prepare_cached(
        "SELECT DISTINCT m.recipient FROM mail_move m INDEXED BY mail_move_fact
         WHERE m.fact > ?1 AND m.recipient IS NOT NULL AND EXISTS
           (SELECT 1 FROM mail_move v WHERE v.recipient = m.recipient AND v.address_failed = 1)",
    )?;
    let addresses: Vec<String> = mailed
        .query_map([fact.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut having =
        connection.prepare_cached("SELECT id FROM customer WHERE instr(search, ?1) > 0")?;
    for address in addresses {
        let mut rows = having.query([address_key(&address)])?;
        while let Some(row) = rows.next()? {
            touched.insert(CustomerId(row.get(0)?));
        }
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
