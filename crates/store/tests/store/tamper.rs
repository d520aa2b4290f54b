//! Tampering with the key in hand: whatever is changed, `verify` finds it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use credit::*;
use law::Cents;
use rusqlite::Connection;
use rusqlite::types::Value;
use store::*;

use crate::desk::*;

/// An administration with a row in every protected table.
fn full_desk() -> Desk {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let fact = FactId(0);
    import_lines(
        &mut opened,
        "1",
        &[
            line("2026-10-05", 700, "een"),
            line("2026-10-06", 800, "twee"),
        ],
    );
    let lines = opened.read().waiting_lines(None, 10).unwrap();
    write(&mut opened, |w| {
        w.update_customer(&Customer {
            name: "Hernoemd".into(),
            ibans: vec!["NL20INGB0001234567".into()],
            ..w.customer(id)?
        })?;
        w.update_invoice(&Invoice {
            description: Some("brood".into()),
            ..w.invoice(bill)?
        })?;
        w.attach_file(
            bill,
            &NewFile {
                name: "f.xml".into(),
                media_type: "text/xml".into(),
                bytes: b"<a/>".to_vec(),
            },
        )?;
        w.book_line(
            lines[0].id,
            &[NewPayment {
                customer: id,
                amount: Cents(700),
                allocations: vec![(bill, Cents(700))],
            }],
        )?;
        w.dismiss_line(lines[1].id, "eigen")?;
        w.tell_hold(&Hold {
            fact,
            customer: id,
            invoice: Some(bill),
            until: today(),
            reason: "r".into(),
        })?;
        w.tell_dispute(&Dispute {
            fact,
            customer: id,
            invoice: bill,
            amount: Some(Cents(5)),
            reason: "r".into(),
            date: today(),
        })?;
        w.tell_promise(&Promise {
            fact,
            customer: id,
            amount: Cents(9),
            by: today(),
            date: today(),
        })?;
        w.tell_insolvency(&Insolvency {
            fact,
            customer: id,
            kind: InsolvencyKind::Bankruptcy,
            date: today(),
        })?;
        w.tell_write_off(&WriteOff {
            fact,
            customer: id,
            invoice: bill,
            amount: Cents(3),
            date: today(),
            reason: "r".into(),
        })?;
        w.tell_waiver(&Waiver {
            fact,
            customer: id,
            interest: Cents(1),
            costs: Cents(2),
            date: today(),
            reason: "r".into(),
        })?;
        w.tell_handover(&Handover {
            fact,
            customer: id,
            date: today(),
            invoices: vec![bill],
            claim: ClaimFigures::default(),
            sha256: "b".repeat(64),
            file: "d.zip".into(),
            events: vec![HandoverEvent {
                fact,
                kind: HandoverEventKind::GivenTo,
                amount: None,
                date: today(),
                text: String::new(),
                to: Some(HandedTo {
                    kind: PartyKind::Bailiff,
                    name: "Deurwaarder".into(),
                    reference: None,
                    email: None,
                }),
            }],
        })?;
        w.put_customer_plan(
            id,
            Some(&DunningPlan {
                steps: vec![],
                min_interval_days: 3,
            }),
        )?;
        w.put_setting("kleur", "groen")?;
        w.remember_mapping("a;b", &1)?;
        w.put_user_rate(&2)?;
        w.put_template("t", "tekst")?;
        let other = w.insert_customer(&customer("D2", "Ander"))?.0;
        w.merge_customers(other, id)?;
        let noted = w.tell_note(&Note {
            fact,
            customer: id,
            text: "weg".into(),
            date: today(),
        })?;
        w.undo(noted)?;
        w.tell_note(&Note {
            fact,
            customer: id,
            text: "blijft".into(),
            date: today(),
        })
    })
    .unwrap();
    let taken_back = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    let saved = approve(&mut opened, &letter(id, Step::FinalReminder, &[bill]))
        .unwrap()
        .value;
    write(&mut opened, |w| {
        w.withdraw(&[taken_back], "verkeerde tekst")?;
        w.letter_saved(saved, "1.pdf")
    })
    .unwrap();
    let approved = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    let proof = NewFile {
        name: "p.txt".into(),
        media_type: "text/plain".into(),
        bytes: b"post".to_vec(),
    };
    write(&mut opened, |w| {
        w.hand_over(approved, "1.pdf")?;
        w.confirm(approved, Some(today()), Some(&proof))?;
        w.mail_begin(
            approved,
            &NewMail {
                sender: "wij@bakkerij.example",
                recipient: "post@voorbeeld.nl",
                message_id: "B-1@bakkerij.example",
                bytes: b"Subject: x\r\n\r\ny\r\n",
            },
        )?;
        w.mail_end(approved, MailState::Sent, "250 ok", false, Some(today()))
    })
    .unwrap();
    assert_sound(&opened);
    opened.close(None, now(), today()).unwrap();
    desk
}

/// The database with every guard off, as somebody who has the key can have it.
fn unguarded(desk: &Desk) -> Connection {
    let raw = desk.raw();
    raw.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
        .unwrap();
    let triggers: Vec<String> = raw
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|name| name.unwrap())
        .collect();
    for trigger in triggers {
        raw.execute_batch(&format!("DROP TRIGGER {trigger}"))
            .unwrap();
    }
    raw
}

fn verified(desk: &Desk) -> Verification {
    desk.open().read().verify().unwrap()
}

/// One byte more or less.
fn changed(value: &Value) -> Value {
    match value {
        Value::Null => Value::Integer(1),
        Value::Integer(number) => Value::Integer(number ^ 1),
        Value::Real(number) => Value::Real(-number),
        Value::Text(text) => {
            let mut chars: Vec<char> = text.chars().collect();
            match chars.last_mut() {
                Some(last) => *last = if *last == 'x' { 'y' } else { 'x' },
                None => chars.push('x'),
            }
            Value::Text(chars.into_iter().collect())
        }
        Value::Blob(bytes) => {
            let mut bytes = bytes.clone();
            match bytes.last_mut() {
                Some(last) => *last ^= 1,
                None => bytes.push(1),
            }
            Value::Blob(bytes)
        }
    }
}

/// Tables that hold nothing of the books.
const NOT_PROTECTED: &[&str] = &[
    "stage",
    "stage_statement",
    "stage_line",
    "stage_row",
    "sqlite_sequence",
    "sqlite_stat1",
    "sqlite_stat4",
];

/// Columns whose value means nothing: the row number of a replaced version.
const MEANINGLESS: &[&str] = &["customer_past.id", "invoice_past.id"];

fn names(raw: &Connection, sql: &str) -> Vec<String> {
    raw.prepare(sql)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|name| name.unwrap())
        .collect()
}

#[test]
fn one_changed_value_in_any_column_of_any_table_is_found() {
    let desk = full_desk();
    let raw = unguarded(&desk);
    let opened = desk.open();
    let mut tables = names(
        &raw,
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
    );
    tables.retain(|name| !NOT_PROTECTED.contains(&name.as_str()));
    assert!(
        tables.len() >= 30,
        "the test must see all tables: {tables:?}"
    );
    let mut missed = Vec::new();
    let mut tried = 0;
    for table in &tables {
        let key = match table.as_str() {
            "customer_iban" => "customer",
            "fact" => "seq",
            _ => "id",
        };
        for column in names(
            &raw,
            &format!("SELECT name FROM pragma_table_info('{table}')"),
        ) {
            let newest = format!("SELECT {key}, {column} FROM {table} ORDER BY {key} DESC LIMIT 1");
            let (id, value): (i64, Value) = raw
                .query_row(&newest, [], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap_or_else(|_| panic!("no row in {table}: the desk must fill every table"));
            let change = format!("UPDATE {table} SET {column} = ?1 WHERE {key} = ?2");
            // Strict tables refuse a value of the wrong type: then there is nothing to find.
            if raw
                .execute(&change, rusqlite::params![changed(&value), id])
                .is_err()
            {
                continue;
            }
            tried += 1;
            let found = opened.read().verify();
            let name = format!("{table}.{column}");
            if found.is_ok_and(|found| found.ok) != MEANINGLESS.contains(&name.as_str()) {
                missed.push(name);
            }
            let now_at = if column == key {
                changed(&value)
            } else {
                Value::Integer(id)
            };
            raw.execute(&change, rusqlite::params![value, now_at])
                .unwrap();
        }
    }
    assert!(missed.is_empty(), "changed and not found: {missed:?}");
    assert!(tried > 150, "most columns must have been tried: {tried}");
    assert_sound(&opened);
}

fn tampered(sql: &str) -> Vec<&'static str> {
    let desk = full_desk();
    unguarded(&desk).execute_batch(sql).unwrap();
    let found = verified(&desk);
    assert!(!found.ok, "{sql} must be found");
    found
        .problems
        .into_iter()
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn deleted_and_added_rows_are_found() {
    assert!(tampered("DELETE FROM payment").contains(&"rows_changed"));
    assert!(tampered("DELETE FROM letter_file").contains(&"rows_changed"));
    assert!(
        tampered("DELETE FROM fact WHERE seq = (SELECT max(seq) FROM fact)")
            .contains(&"tail_missing")
    );
    assert!(tampered("DELETE FROM fact WHERE seq = 3").contains(&"fact_missing"));
    assert!(
        tampered(
            "INSERT INTO note (fact, customer, text, date) VALUES (1, 1, 'bedacht', '2026-01-01')"
        )
        .contains(&"rows_without_fact")
    );
    // A cut-off tail with the counter set back leaves its rows behind.
    assert!(
        tampered(
            "DELETE FROM fact WHERE seq = (SELECT max(seq) FROM fact);
             UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM fact) WHERE name = 'fact'"
        )
        .contains(&"rows_without_fact")
    );
}

#[test]
fn a_changed_letter_with_a_matching_hash_is_found() {
    let codes = tampered(
        "UPDATE letter_file SET bytes = x'61', size = 1,
           sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'",
    );
    assert!(
        codes.contains(&"bytes_changed"),
        "the fact holds another hash: {codes:?}"
    );
}

#[test]
fn hidden_rows_are_found() {
    assert!(
        tampered("UPDATE payment SET undone = (SELECT max(seq) FROM fact)")
            .contains(&"undone_changed")
    );
    assert!(tampered("UPDATE note SET undone = NULL").contains(&"undone_changed"));
}

#[test]
fn every_damaged_page_is_told() {
    let desk = full_desk();
    let good = std::fs::read(desk.database()).unwrap();
    let (mut at_opening, mut by_verify) = (0, 0);
    // Every page carries a proof of its contents: one bit in the middle of each.
    for place in (2_048..good.len()).step_by(4_096 * 3) {
        let mut bad = good.clone();
        bad[place] ^= 1;
        std::fs::write(desk.database(), &bad).unwrap();
        match desk.try_open().and_then(|opened| opened.read().verify()) {
            Ok(found) => {
                let told = found
                    .problems
                    .iter()
                    .any(|problem| problem.code == "pages_damaged");
                assert!(told, "at {place}: {:?}", found.problems);
                by_verify += 1;
            }
            Err(refused) => {
                assert_eq!(refused.code(), "damaged", "at {place}");
                at_opening += 1;
            }
        }
    }
    assert!(
        by_verify > at_opening,
        "most pages are not read at opening: {by_verify} and {at_opening}"
    );
}

#[test]
fn verifying_stops_soon_when_it_is_told_to() {
    let desk = full_desk();
    let opened = desk.open();
    let reading = opened.reading().unwrap();
    let asked = |until: usize| {
        let times = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&times);
        let stop = move || counted.fetch_add(1, Ordering::SeqCst) >= until;
        let found = reading.snapshot().unwrap().verify_until(stop).unwrap();
        (found, times.load(Ordering::SeqCst))
    };
    let (whole, looks) = asked(usize::MAX);
    assert_eq!(
        whole,
        Some(opened.read().verify().unwrap()),
        "who is not told to stop finds what verifying finds"
    );
    assert!(looks > 20, "it looks often, even at small books: {looks}");
    for until in [0, 1, looks / 2, looks - 2] {
        let (found, times) = asked(until);
        assert_eq!(found, None, "stopped at look {until} of {looks}");
        assert!(
            times <= until + 3,
            "stopped at look {until}, and it looked {times} times"
        );
    }
    assert!(
        opened.read().verify().unwrap().ok,
        "stopping changes nothing"
    );
}

#[test]
fn the_head_moves_with_each_fact() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let first = opened.read().head().unwrap();
    assert_eq!((first.facts, first.hash.len()), (1, 64));
    one_invoice(&mut opened);
    let second = opened.read().head().unwrap();
    assert_eq!(second.facts, 3);
    assert_ne!(first.hash, second.hash);
    let found = opened.read().verify().unwrap();
    assert_eq!((found.facts, found.head), (3, second.hash));
}
