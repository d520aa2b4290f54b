//! A credit note that names no invoice, set off against one, against a second, and undone.

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::Home;

fn add(home: &Home, customer: &str, number: &str, amount: &str) {
    let request = json!({
        "customer": customer, "number": number, "date": "2026-10-20", "amount": amount,
    });
    let file = home.write(&format!("{number}.json"), request.to_string());
    home.admin(&["invoice", "--file", &file]).ok();
}

fn open(home: &Home, number: &str) -> Value {
    let detail = home.admin(&["invoice", number, "--date", TODAY]).ok();
    detail["row"]["open"].clone()
}

fn set_off(home: &Home, note: &str, invoice: &str) -> crate::home::Answer {
    home.admin(&["set-off", note, invoice, "--date", TODAY])
}

#[test]
fn a_credit_note_is_set_off_once_and_its_rest_against_another_invoice() {
    let home = stocked(2);
    add(&home, "D0000", "C-1", "-300.00");
    add(&home, "D0000", "2026-200", "80.00");
    let preview = home
        .admin(&["set-off", "C-1", "2026-100", "--preview", "--date", TODAY])
        .ok();
    assert_eq!(
        (
            &preview["taken"],
            &preview["open_after"],
            &preview["credit_after"]
        ),
        (&json!("250.00"), &json!("0.00"), &json!("50.00")),
        "never more than the invoice asks: {preview}"
    );
    assert_eq!(open(&home, "C-1"), "-300.00", "looking books nothing");

    let first = set_off(&home, "C-1", "2026-100").ok();
    let done = first["done"].as_str().unwrap();
    for said in ["C-1", "2026-100", "250,00", "50,00"] {
        assert!(done.contains(said), "it says {said}: {done}");
    }
    assert_eq!(open(&home, "2026-100"), "0.00");
    assert_eq!(
        open(&home, "C-1"),
        "-50.00",
        "the rest stays with the credit note"
    );
    assert_eq!(
        set_off(&home, "C-1", "2026-100").refused(),
        "invoice_nothing_open"
    );

    let second = set_off(&home, "C-1", "2026-200").ok();
    assert_eq!(
        open(&home, "2026-200"),
        "30.00",
        "80 less the 50 that was left"
    );
    assert_eq!(open(&home, "2026-100"), "0.00", "the first act stands");
    assert_eq!(open(&home, "C-1"), "0.00");
    let note = home.admin(&["invoice", "C-1", "--date", TODAY]).ok();
    let moves: Vec<(&Value, &Value)> = note["moves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["ref"], &one["amount"]))
        .collect();
    assert_eq!(
        moves[1..],
        [
            (&json!("2026-100"), &json!("250.00")),
            (&json!("2026-200"), &json!("50.00")),
        ],
        "the credit note says where it went"
    );
    assert_eq!(
        set_off(&home, "C-1", "2026-200").refused(),
        "set_off_already"
    );
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true, "the log holds");

    let history = home.words(&["history"]).out;
    assert!(
        history.contains("Creditnota C-1") && history.contains("verrekend met factuur 2026-200"),
        "the history says what was set off: {history}"
    );
    let earlier = home.admin(&["undo", first["id"].as_str().unwrap()]);
    assert_eq!(earlier.code, 1, "the later act builds on the first");
    home.admin(&["undo", second["id"].as_str().unwrap()]).ok();
    assert_eq!(open(&home, "C-1"), "-50.00", "one act is undone, not both");
    home.admin(&["undo"]).ok();
    assert_eq!(open(&home, "C-1"), "-300.00");
    assert_eq!(open(&home, "2026-100"), "250.00", "as if never said");
    assert_eq!(
        home.admin(&["verify"]).ok()["ok"],
        true,
        "the log holds after undo"
    );
}

#[test]
fn what_cannot_be_set_off_is_refused_and_says_why() {
    let home = stocked(2);
    add(&home, "D0000", "C-1", "-10.00");
    add(&home, "D0000", "C-2", "-5.00");
    for (note, invoice, code) in [
        ("2026-100", "2026-100", "not_a_credit_note"),
        ("C-1", "C-2", "set_off_against_credit"),
        ("C-1", "2026-101", "other_customer"),
        ("C-1", "2026-999", "unknown_invoice"),
        ("C-9", "2026-100", "unknown_invoice"),
    ] {
        assert_eq!(
            set_off(&home, note, invoice).refused(),
            code,
            "{note} {invoice}"
        );
    }
    home.admin(&[
        "pay", "D0000", "250.00", "--for", "2026-100", "--date", TODAY,
    ])
    .ok();
    assert_eq!(
        set_off(&home, "C-1", "2026-100").refused(),
        "invoice_nothing_open",
        "it was paid"
    );
}

#[test]
fn a_credit_note_of_an_unknown_invoice_is_set_off_too() {
    let home = stocked(1);
    let request = json!({
        "customer": "D0000", "number": "C-3", "date": "2026-10-20", "amount": "-30.00",
        "credits": "2025-7",
    });
    let file = home.write("c3.json", request.to_string());
    home.admin(&["invoice", "--file", &file]).ok();
    set_off(&home, "C-3", "2026-100").ok();
    add(&home, "D0000", "2025-7", "100.00");
    assert_eq!(
        open(&home, "2025-7"),
        "100.00",
        "what was set off stays so when the invoice that it once named comes in"
    );
    assert_eq!(
        home.admin(&["today", "--date", TODAY]).ok()["open"],
        "440.00",
        "250 - 30 + 100, and 120 of somebody else"
    );
}

#[test]
fn what_was_paid_on_the_invoice_comes_loose_and_that_is_said() {
    let home = stocked(1);
    add(&home, "D0000", "C-1", "-100.00");
    home.admin(&[
        "pay", "D0000", "200.00", "--for", "2026-100", "--date", TODAY,
    ])
    .ok();
    let left = open(&home, "2026-100");
    let left: i64 = left.as_str().unwrap().replace('.', "").parse().unwrap();
    assert!(left < 10_000, "most of it was paid: {left}");
    let loose = 10_000 - left;
    let loose = format!("{}.{:02}", loose / 100, loose % 100);
    let preview = home
        .admin(&["set-off", "C-1", "2026-100", "--preview", "--date", TODAY])
        .ok();
    assert_eq!(preview["loosened"], loose, "nothing vanishes: {preview}");
    let done = set_off(&home, "C-1", "2026-100").ok();
    assert!(
        done["done"]
            .as_str()
            .unwrap()
            .contains(&loose.replace('.', ",")),
        "it is said: {done}"
    );
}

#[test]
fn what_it_takes_of_a_write_off_and_of_interest_is_said_beforehand() {
    let home = stocked(1);
    add(&home, "D0000", "C-1", "-200.00");
    home.admin(&[
        "write-off",
        "2026-100",
        "150.00",
        "--reason",
        "hoop opgegeven",
        "--date",
        TODAY,
    ])
    .ok();
    assert_eq!(open(&home, "2026-100"), "100.00");
    let preview = home
        .admin(&["set-off", "C-1", "2026-100", "--preview", "--date", TODAY])
        .ok();
    assert_eq!(
        (&preview["taken"], &preview["open_after"]),
        (&json!("200.00"), &json!("0.00")),
        "the debt was 250, whatever was given up of it: {preview}"
    );
    let remarks: Vec<&str> = preview["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|remark| remark.as_str().unwrap())
        .collect();
    assert!(
        remarks[0].contains("100,00") && remarks[0].contains("afgeboekt"),
        "half of it comes off the write-off: {remarks:?}"
    );
    assert!(
        remarks[1].starts_with("Rente en kosten worden") && remarks[1].contains("lager"),
        "it was late, and interest had run: {remarks:?}"
    );
    let done = set_off(&home, "C-1", "2026-100").ok();
    let done = done["done"].as_str().unwrap();
    for said in remarks {
        assert!(done.contains(said), "and afterwards: {done}");
    }
}
