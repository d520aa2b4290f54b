//! The day: money matched, today, a run, what the customer says, and how each is undone.

use serde_json::Value;

use crate::books::{Buyer, TODAY, e_invoice, statement, stocked};
use crate::home::Home;

/// The proposal for a customer, by the creditor's number or the start of its name.
fn proposal<'a>(today: &'a Value, name: &str) -> &'a Value {
    today["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .find(|proposal| proposal["name"].as_str().unwrap().contains(name))
        .unwrap_or_else(|| panic!("{name} has no proposal in {today}"))
}

#[test]
fn today_has_the_shape_of_the_contract() {
    let home = stocked(2);
    let today = home.admin(&["today", "--date", TODAY]).ok();
    assert_eq!(today["date"], TODAY);
    assert_eq!(today["bank_through"], "2026-11-22");
    assert_eq!(today["open"], "657.07", "250.00 + 287.07 + 120.00");
    assert_eq!(today["overdue"], "657.07");
    let buckets: Vec<&str> = today["ageing"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["bucket"].as_str())
        .collect();
    assert_eq!(buckets, ["not_due", "1-30", "31-60", "61-90", "90+"]);
    let late = &today["ageing"][2];
    assert_eq!(
        (late["amount"].as_str(), late["invoices"].as_i64()),
        (Some("657.07"), Some(3)),
        "39 days late"
    );
    let first = proposal(&today, "Proefvoorbeeld 0");
    assert_eq!(
        (first["kind"].as_str(), first["gate"].as_str()),
        (Some("letter"), Some("green"))
    );
    assert!(first["step"].is_string() && first["customer"].as_str().unwrap().starts_with("K-"));
    assert!(!first["channels"].as_array().unwrap().is_empty());
    for reason in first["reasons"].as_array().unwrap() {
        assert!(
            reason["code"].is_string() && reason["message"].is_string(),
            "{reason}"
        );
    }
    assert_eq!(first["invoices"][0], "2026-100");
    let claim = &first["claim"];
    for field in ["principal", "interest", "costs", "total"] {
        assert!(claim[field].is_string(), "{field} is money: {claim}");
    }
    assert!(claim.get("costs_announced").is_some() && claim.get("costs_from").is_some());
    let amounts: Vec<i64> = today["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            one["claim"]["total"]
                .as_str()
                .unwrap()
                .replace('.', "")
                .parse()
                .unwrap()
        })
        .collect();
    assert!(
        amounts.windows(2).all(|pair| pair[0] >= pair[1]),
        "most euros first: {amounts:?}"
    );
}

#[test]
fn money_is_matched_booked_and_undone() {
    let home = stocked(2);
    let lines = [
        (
            "2026-11-23",
            25_000,
            "Hotel Proefvoorbeeld 0 B.V.",
            "factuur 2026-100",
        ),
        ("2026-11-23", 777, "Onbekend", "geen idee"),
    ];
    let bank = home.write("bank2.xml", statement(2, "2026-11-23", 95_000, &lines));
    home.admin(&["import", &bank]).ok();
    let asked = home.admin(&["match"]).ok();
    for field in ["lines", "accepted", "proposed", "unmatched"] {
        assert!(asked[field].is_u64(), "{field} is a number: {asked}");
    }
    assert_eq!(asked["accepted"], 0, "nothing is booked unasked");
    let best = &asked["proposals"][0];
    assert_eq!(
        best["certainty"], "certain",
        "number and amount agree: {best}"
    );
    assert!(
        best["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .any(|reason| reason == "invoice_number")
    );
    assert_eq!(best["allocations"][0]["invoice"], "2026-100");
    assert_eq!(best["allocations"][0]["amount"], "250.00");
    assert_eq!(
        home.admin(&["today", "--date", "2026-11-24"]).ok()["open"],
        "657.07"
    );

    let booked = home
        .admin(&["match", "--accept", "certain", "--date", "2026-11-24"])
        .ok();
    assert_eq!(booked["accepted"], 1, "{booked}");
    assert_eq!(
        home.admin(&["today", "--date", "2026-11-24"]).ok()["open"],
        "407.07"
    );
    let undone = home.admin(&["undo"]).ok();
    assert!(
        undone["id"].is_string()
            && undone["done"]
                .as_str()
                .is_some_and(|told| told.starts_with("Ongedaan gemaakt: ") && !told.contains("F-")),
        "{undone}"
    );
    assert_eq!(
        home.admin(&["today", "--date", "2026-11-24"]).ok()["open"],
        "657.07"
    );

    let line = best["line"].as_str().unwrap();
    home.admin(&[
        "accept",
        line,
        "--part",
        "2026-101=100,00",
        "--part",
        "2026-101=50.00",
    ])
    .ok();
    let after = home.admin(&["today", "--date", "2026-11-24"]).ok();
    assert_eq!(
        after["open"], "507.07",
        "the user's own division, to the cent: {after}"
    );
    assert_eq!(after["unallocated"], "100.00", "the rest stays visible");
}

#[test]
fn a_run_sends_each_letter_once() {
    let home = stocked(3);
    let out = home.text("uit");
    let none = home.admin(&["run", "--out", &out, "--date", TODAY]).ok();
    assert_eq!(
        (none["sent"].as_i64(), none["resumed"].as_i64()),
        (Some(0), Some(0)),
        "nothing unasked"
    );
    assert_eq!(
        none["held"].as_u64().unwrap() as usize,
        none["skipped"].as_array().unwrap().len()
    );
    let run = home
        .admin(&["run", "--approve", "green", "--out", &out, "--date", TODAY])
        .ok();
    assert!(run["run"].is_string(), "{run}");
    let letters = run["letters"].as_array().unwrap();
    assert_eq!(
        letters.len(),
        run["sent"].as_u64().unwrap() as usize,
        "one record per letter"
    );
    assert!(letters.len() >= 3, "the businesses are green: {run}");
    for letter in letters {
        let bytes = std::fs::read(letter["file"].as_str().unwrap()).unwrap();
        assert_eq!(
            letter["sha256"],
            crate::home::sha256(&bytes).as_str(),
            "the hash is that of the file"
        );
        for field in ["customer", "step", "channels", "claim", "invoices"] {
            assert!(!letter[field].is_null(), "{field} stands in {letter}");
        }
    }
    let again = home
        .admin(&["run", "--approve", "all", "--out", &out, "--date", TODAY])
        .ok();
    let twice = again["letters"].as_array().unwrap().iter().any(|letter| {
        letters
            .iter()
            .any(|sent| sent["customer"] == letter["customer"])
    });
    assert!(
        !twice,
        "a second run on the same day sends nobody anything again: {again}"
    );
    let early = home.admin(&[
        "run",
        "--approve",
        "green",
        "--out",
        &out,
        "--date",
        "2026-11-20",
    ]);
    assert_eq!(
        early.refused(),
        "date_before_facts",
        "what left cannot be decided away"
    );
    assert_eq!(
        home.admin(&["today", "--date", "2026-11-20"]).refused(),
        "date_before_facts"
    );
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn what_the_customer_says_holds_letters_back() {
    let home = stocked(4);
    let told = [
        vec![
            "hold",
            "D0000",
            "--until",
            "2026-12-31",
            "--reason",
            "vakantie",
        ],
        vec!["dispute", "2026-101", "--reason", "verkeerd brood"],
        vec!["promise", "D0002", "324.14", "--by", "2026-12-05"],
        vec!["insolvency", "D0003", "--kind", "suspension-of-payments"],
    ];
    let mut facts = Vec::new();
    for args in told {
        let done = home.admin(&[&args[..], &["--date", TODAY]].concat()).ok();
        assert!(done["done"].is_string(), "{done}");
        facts.push(done["id"].as_str().unwrap().to_string());
    }
    let out = home.text("uit");
    let run = home
        .admin(&["run", "--approve", "green", "--out", &out, "--date", TODAY])
        .ok();
    let to_hotels = run["letters"]
        .as_array()
        .unwrap()
        .iter()
        .any(|one| one["name"].as_str().unwrap().contains("Hotel"));
    assert!(!to_hotels, "each of the four is held back: {run}");
    home.admin(&["undo", &facts[0]]).ok();
    let today = home.admin(&["today", "--date", TODAY]).ok();
    assert_eq!(
        proposal(&today, "Proefvoorbeeld 0")["gate"],
        "green",
        "undone is as if never said"
    );
    assert_eq!(
        home.admin(&["undo", &facts[0]]).code,
        1,
        "nothing is undone twice"
    );
    assert_eq!(home.admin(&["undo", "F-99999"]).code, 1);
}

#[test]
fn money_outside_the_bank_and_what_is_given_up() {
    let home = stocked(2);
    let open = || home.admin(&["today", "--date", TODAY]).ok()["open"].clone();
    home.admin(&[
        "pay",
        "D0000",
        "50,00",
        "--date",
        "2026-11-20",
        "--for",
        "2026-100",
    ])
    .ok();
    assert_eq!(open(), "607.07");
    home.admin(&[
        "write-off",
        "2026-101",
        "7.07",
        "--reason",
        "centen",
        "--date",
        TODAY,
    ])
    .ok();
    assert_eq!(open(), "600.00");
    home.admin(&[
        "waive",
        "D0001",
        "--interest",
        "1.00",
        "--reason",
        "coulance",
        "--date",
        TODAY,
    ])
    .ok();
    let large = home.admin(&[
        "write-off",
        "2026-101",
        "1000000000",
        "--reason",
        "te veel",
        "--date",
        TODAY,
    ]);
    assert_eq!(large.refused(), "amount_too_large");
    for amount in ["0", "-5"] {
        let answer = home.admin(&["pay", "D0000", amount, "--date", TODAY]);
        assert_eq!(
            answer.refused(),
            "amount_not_positive",
            "{amount} is no payment"
        );
    }
    assert_eq!(
        home.admin(&["pay", "K-999", "5", "--date", TODAY])
            .refused(),
        "unknown_customer"
    );
    assert_eq!(
        home.admin(&["dispute", "weg", "--reason", "x", "--date", TODAY])
            .refused(),
        "unknown_invoice"
    );
    let past = home.admin(&[
        "promise",
        "D0000",
        "5",
        "--by",
        "2026-01-01",
        "--date",
        TODAY,
    ]);
    assert_eq!(past.refused(), "past_date");
}

#[test]
fn a_customer_is_corrected_and_stays_corrected() {
    let home = stocked(1);
    assert_eq!(
        home.admin(&["set", "D0000", "--kind", "consumer"])
            .refused(),
        "reason_needed"
    );
    home.admin(&[
        "set",
        "D0000",
        "--kind",
        "consumer",
        "--reason",
        "eenmanszaak",
        "--email",
        "nieuw@hotel.example",
    ])
    .ok();
    home.admin(&[
        "set",
        "D0000",
        "--term-agreed",
        "false",
        "--name",
        "Hotel Anders",
    ])
    .ok();
    let wrong = home.admin(&["set", "D0000", "--email", "geen adres"]);
    assert_eq!(wrong.refused(), "invalid_fields");
    assert_eq!(wrong.json()["error"]["fields"][0]["field"], "email");
    home.admin(&["import", &home.text("facturen")]).ok();
    let today = home.admin(&["today", "--date", TODAY]).ok();
    proposal(&today, "Hotel Anders");
}

#[test]
fn an_invoice_typed_by_hand_and_settings_in_a_file() {
    let home = Home::new();
    home.make();
    let request = r#"{"number": "H-1", "customer": {"name": "Kroeg De Proef", "number": "77", "kind": "business"},
        "date": "2026-10-01", "due": "2026-10-15", "amount": "99.95"}"#;
    let file = home.write("h.json", request);
    home.admin(&["invoice", "--file", &file]).ok();
    assert_eq!(
        home.admin(&["today", "--date", TODAY]).ok()["open"],
        "99.95"
    );
    assert_eq!(
        home.admin(&["invoice", "--file", &file]).refused(),
        "duplicate_invoice"
    );
    let change = r#"{"what": "settings", "change": {"delivery_days": 2}}"#;
    let args = home.opening(&["configure", "--file", "-", "--json"]);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    home.run_with(&args, change).ok();
    let wrong = r#"{"what": "settings", "change": {"delivery_days": 1}}"#;
    assert_eq!(home.run_with(&args, wrong).refused(), "invalid_fields");
}

#[test]
fn a_customer_may_be_named_by_either_number() {
    let home = stocked(1);
    let today = home.admin(&["today", "--date", TODAY]).ok();
    let id = proposal(&today, "Proefvoorbeeld 0")["customer"]
        .as_str()
        .unwrap()
        .to_string();
    home.admin(&["note", &id, "bij het eigen nummer"]).ok();
    home.admin(&["note", "D0000", "bij het nummer van de schuldeiser"])
        .ok();
    let twin = home.write(
        "twin.xml",
        e_invoice(
            "2026-100",
            &Buyer::business(8),
            "2026-10-01",
            "2026-10-15",
            "10.00",
        ),
    );
    home.admin(&["import", &twin]).ok();
    let vague = home.admin(&["dispute", "2026-100", "--reason", "x"]);
    assert_eq!(
        vague.refused(),
        "ambiguous_invoice",
        "two customers have that number"
    );
    home.admin(&[
        "dispute",
        "2026-100@D0008",
        "--reason",
        "x",
        "--date",
        TODAY,
    ])
    .ok();
}
