//! Caches in the books: what other rows say already, kept ready for quick search. Rebuilt after
//! an undo, checked by `verify`.

use credit::Customer;
use rusqlite::Connection;

use super::merge;
use crate::error::Result;
use crate::sql::{Json, compact};

/// Keeps the accounts of a customer findable.
pub(crate) fn write_ibans(connection: &Connection, id: i64, customer: &Customer) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM customer_iban WHERE customer = ?1")?
        .execute([id])?;
    for iban in &customer.ibans {
        let iban = compact(iban);
        if !iban.is_empty() {
            connection
                .prepare_cached(
                    "INSERT OR IGNORE INTO customer_iban (customer, iban) VALUES (?1, ?2)",
                )?
                .execute(rusqlite::params![id, iban])?;
        }
    }
    Ok(())
}

/// Rebuilds what depends on one row that got an earlier version back.
pub(crate) fn rebuild_row(connection: &Connection, table: &str, id: i64) -> Result<()> {
    if table == "customer" {
        let Json(customer): Json<Customer> = connection
            .prepare_cached("SELECT body FROM customer WHERE id = ?1")?
            .query_row([id], |row| row.get(0))?;
        write_ibans(connection, id, &customer)?;
    }
    Ok(())
}

/// Rebuilds what depends on rows that the fact `undoing` marked, or that came back with `target`.
pub(crate) fn rebuild_after_undo(connection: &Connection, undoing: i64, target: i64) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM customer_iban WHERE customer IN (SELECT id FROM customer WHERE undone = ?1)")?
        .execute([undoing])?;
    for table in ["payment", "line_dismissal"] {
        connection
            .prepare_cached(&format!(
                "UPDATE bank_line SET waiting = {WAITING}
                 WHERE id IN (SELECT line FROM {table} WHERE fact = ?1 AND line IS NOT NULL)"
            ))?
            .execute([target])?;
    }
    merge::rebuild_heads(connection)
}

/// Whether a line is neither booked nor dismissed.
pub(crate) const WAITING: &str =
    "(NOT EXISTS (SELECT 1 FROM payment p WHERE p.line = bank_line.id AND p.undone IS NULL)
  AND NOT EXISTS (SELECT 1 FROM line_dismissal d WHERE d.line = bank_line.id AND d.undone IS NULL))";

/// The tables whose caches do not agree with what they repeat.
pub(crate) fn drifted(connection: &Connection) -> Result<Vec<(&'static str, i64)>> {
    const CHECKS: &[(&str, &str)] = &[
        (
            "letter",
            "SELECT id FROM letter WHERE state <> coalesce((SELECT max(m.state) FROM letter_move m WHERE m.letter = letter.id AND m.state = 'handed_over' AND NOT EXISTS (SELECT 1 FROM letter_move n WHERE n.letter = letter.id AND n.state = 'confirmed')), (SELECT m.state FROM letter_move m WHERE m.letter = letter.id AND m.state = 'confirmed'), 'approved')
               OR left_on IS NOT (SELECT m.left_on FROM letter_move m WHERE m.letter = letter.id AND m.state = 'confirmed')",
        ),
        (
            "letter",
            "SELECT id FROM letter WHERE withdrawn IS NOT (SELECT w.fact FROM letter_withdrawal w WHERE w.letter = letter.id)",
        ),
        (
            "letter_line",
            "SELECT id FROM letter_line WHERE withdrawn IS NOT (SELECT w.fact FROM letter_withdrawal w WHERE w.letter = letter_line.letter)",
        ),
        (
            "customer_iban",
            "SELECT i.customer FROM customer_iban i JOIN customer c ON c.id = i.customer
             WHERE c.undone IS NOT NULL OR NOT EXISTS (SELECT 1 FROM json_each(c.body, '$.ibans') j WHERE upper(replace(replace(j.value, ' ', ''), '.', '')) = i.iban)",
        ),
        (
            "customer_iban",
            "SELECT c.id FROM customer c, json_each(c.body, '$.ibans') j WHERE c.undone IS NULL
               AND upper(replace(replace(j.value, ' ', ''), '.', '')) <> ''
               AND NOT EXISTS (SELECT 1 FROM customer_iban i WHERE i.customer = c.id AND i.iban = upper(replace(replace(j.value, ' ', ''), '.', '')))",
        ),
    ];
    let mut found = Vec::new();
    let waiting = format!("SELECT id FROM bank_line WHERE undone IS NULL AND waiting <> {WAITING}");
    let all = CHECKS
        .iter()
        .copied()
        .chain([("bank_line", waiting.as_str())]);
    for (table, sql) in all {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            found.push((table, row.get(0)?));
        }
    }
    found.extend(
        merge::drifted_heads(connection)?
            .into_iter()
            .map(|id| ("customer", id)),
    );
    Ok(found)
}
