//! The versions of the schema, and the runner that brings a database to the newest one.
//!
//! To add one: a numbered `.sql` file, a line in [`MIGRATIONS`], a test with data in it.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Result, StoreError};

/// The steps, oldest first; `user_version` counts how many were taken.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("0001_books.sql"),
    include_str!("0002_handover_event.sql"),
    include_str!("0003_mail.sql"),
    include_str!("0004_withdrawal.sql"),
    include_str!("0005_waiting_lines.sql"),
    include_str!("0006_gone_back.sql"),
];

/// The version that a database has.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Which of `steps` a database lacks; refuses a database that is newer than they are.
pub(crate) fn pending<'a>(connection: &Connection, steps: &'a [&'a str]) -> Result<&'a [&'a str]> {
    let found = version(connection)?;
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let taken = usize::try_from(found).unwrap_or(usize::MAX);
    steps
        .get(taken..)
        .ok_or(StoreError::NewerVersion { found, known })
}

/// Takes all pending steps in one transaction: all of them, or none.
pub(crate) fn migrate(connection: &Connection, steps: &[&str]) -> Result<()> {
    let pending = pending(connection, steps)?;
    if pending.is_empty() {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    for step in pending {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(
        None,
        "user_version",
        i64::try_from(steps.len()).unwrap_or(i64::MAX),
    )?;
    let mut check = transaction.prepare("PRAGMA foreign_key_check")?;
    if check.exists([])? {
        return Err(StoreError::Damaged {
            part: crate::error::Part::Database,
        });
    }
    drop(check);
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_data() -> Connection {
        crate::connection::whole_library();
        let connection = Connection::open_in_memory().unwrap();
        migrate(
            &connection,
            &["CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (7);"],
        )
        .unwrap();
        connection
    }

    #[test]
    fn takes_only_what_is_pending() {
        let connection = with_data();
        let steps = [
            "THIS IS NOT RUN AGAIN",
            "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'old';",
            "UPDATE a SET y = y || '!';",
        ];
        migrate(&connection, &steps).unwrap();
        let kept: (i64, String) = connection
            .query_row("SELECT x, y FROM a", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(kept, (7, "old!".to_owned()), "the data came along");
        assert_eq!(version(&connection).unwrap(), 3);
    }

    #[test]
    fn takes_all_or_nothing() {
        let connection = with_data();
        let steps = ["", "ALTER TABLE a ADD COLUMN y TEXT;", "THIS IS NO SQL"];
        assert!(migrate(&connection, &steps).is_err());
        assert_eq!(
            version(&connection).unwrap(),
            1,
            "a half migration must leave nothing"
        );
        assert!(connection.prepare("SELECT y FROM a").is_err());
    }

    #[test]
    fn refuses_to_leave_dangling_references() {
        let connection = with_data();
        let steps = [
            "",
            "CREATE TABLE b (x INTEGER REFERENCES a) STRICT; INSERT INTO b VALUES (8);",
        ];
        connection
            .pragma_update(None, "foreign_keys", false)
            .unwrap();
        assert!(migrate(&connection, &steps).is_err(), "8 is not in a");
        assert_eq!(version(&connection).unwrap(), 1);
    }

    #[test]
    fn refuses_a_newer_database() {
        let connection = with_data();
        connection.pragma_update(None, "user_version", 9).unwrap();
        let refused = migrate(&connection, &["", ""]).unwrap_err();
        assert!(matches!(
            refused,
            StoreError::NewerVersion { found: 9, known: 2 }
        ));
    }
}
