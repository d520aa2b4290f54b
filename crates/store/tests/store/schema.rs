//! The schema as it stands, and the guards in it.

use credit::*;
use store::Result;

use crate::desk::*;

#[test]
fn the_schema_is_what_was_agreed() {
    let desk = Desk::new();
    let raw = desk.raw();
    let mut statement = raw
        .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
        .unwrap();
    let dump: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|sql| sql.unwrap())
        .collect();
    for table in dump.iter().filter(|sql| sql.starts_with("CREATE TABLE")) {
        assert!(
            table.trim_end().ends_with("STRICT") || table.contains("STRICT, WITHOUT ROWID"),
            "{table}"
        );
    }
    insta::assert_snapshot!(dump.join(";\n"));
}

/// A connection as the program opens it, on a database with a letter in it.
fn guarded() -> (Desk, rusqlite::Connection) {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (customer, invoice) = one_invoice(&mut opened);
    let approved = approve(&mut opened, &letter(customer, Step::Reminder, &[invoice])).unwrap();
    write(&mut opened, |w| w.hand_over(approved.value, "brief.pdf")).unwrap();
    write(&mut opened, |w| w.mail_begin(approved.value, &message())).unwrap();
    drop(opened);
    let raw = desk.raw();
    raw.execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;")
        .unwrap();
    (desk, raw)
}

#[test]
fn what_was_sent_cannot_be_changed_deleted_or_replaced() {
    let (_desk, raw) = guarded();
    let refused = [
        "UPDATE letter SET date = '2020-01-01'",
        "UPDATE letter SET state = 'approved'",
        "UPDATE letter_file SET bytes = x'00'",
        "UPDATE letter_file SET sha256 = printf('%064d', 0)",
        "UPDATE letter_line SET step = 'final_demand'",
        "UPDATE letter_move SET left_on = '2020-01-01'",
        "UPDATE mail SET bytes = x'00'",
        "UPDATE mail_move SET state = 'sent'",
        "DELETE FROM mail",
        "DELETE FROM mail_move",
        "UPDATE run SET date = '2020-01-01'",
        "UPDATE fact SET body = '{}'",
        "DELETE FROM letter",
        "DELETE FROM letter_file",
        "DELETE FROM letter_line",
        "DELETE FROM letter_move",
        "DELETE FROM run",
        "DELETE FROM fact",
        "DELETE FROM customer",
        "DELETE FROM invoice",
        "REPLACE INTO fact SELECT seq, at, day, kind, subject_kind, subject, '{}', prev, hash FROM fact WHERE seq = 1",
        "REPLACE INTO letter_file SELECT id, fact, letter, kind, name, media_type, sha256, 1, x'00' FROM letter_file",
        "REPLACE INTO letter_line (id, fact, letter, customer, invoice, step, open, bears_costs, sent_key, other_key) SELECT id, fact, letter, customer, invoice, step, 1, bears_costs, sent_key, other_key FROM letter_line",
        "REPLACE INTO letter_line (id, fact, letter, customer, invoice, step, open, bears_costs, sent_key, other_key) SELECT id + 1, fact, letter, customer, invoice, step, 1, bears_costs, sent_key, other_key FROM letter_line",
        "INSERT OR REPLACE INTO letter SELECT * FROM letter",
        "INSERT INTO letter_line (id, fact, letter, customer, invoice, step, open, bears_costs, sent_key, other_key) SELECT id + 1, fact, letter, customer, invoice, step, open, bears_costs, sent_key, other_key FROM letter_line",
    ];
    for sql in refused {
        let outcome = raw.execute(sql, []);
        assert!(outcome.is_err(), "{sql} must be refused, but: {outcome:?}");
    }
    // Without recursive triggers REPLACE deletes in silence; the guard on insert still holds.
    raw.execute_batch("PRAGMA recursive_triggers = OFF;")
        .unwrap();
    for sql in refused.iter().filter(|sql| sql.contains("REPLACE")) {
        assert!(
            raw.execute(sql, []).is_err(),
            "{sql} must be refused by the guard on insert too"
        );
    }
}

#[test]
fn nonsense_is_refused_by_the_schema() {
    let (_desk, raw) = guarded();
    let refused = [
        "UPDATE invoice SET due = '2026-02-30'",
        "UPDATE invoice SET date = '2026-1-1'",
        "UPDATE invoice SET amount = 1000000000001",
        "UPDATE invoice SET amount = 1.5",
        "UPDATE invoice SET kind = 'proforma'",
        "UPDATE invoice SET customer = 99",
        "UPDATE customer SET kind = 'friend'",
        "UPDATE customer SET body = '{'",
        "INSERT INTO payment (fact, customer, date, amount) VALUES (1, 99, '2026-01-01', 1)",
        "INSERT INTO hold (fact, customer, until, reason) VALUES (1, 1, 'soon', '')",
    ];
    for sql in refused {
        assert!(raw.execute(sql, []).is_err(), "{sql} must be refused");
    }
}

#[test]
fn a_migration_backs_up_first() -> Result<()> {
    // The runner itself is tested beside its code; here that an empty database needs no backup.
    let desk = Desk::new();
    let opened = desk.try_open()?;
    assert_eq!(opened.opened().migrated_from, None);
    assert!(
        !desk.folder().join("backups").exists(),
        "nothing was migrated, nothing was backed up"
    );
    Ok(())
}
