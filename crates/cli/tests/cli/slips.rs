//! What nobody means is refused, with the field, and nothing of it is kept.

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::{Answer, Home};

fn fields(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.refused(), "invalid_fields");
    let text = |value: &Value| value.as_str().unwrap().to_string();
    let error = answer.json()["error"].clone();
    let found = error["fields"].as_array().unwrap().iter();
    found
        .map(|one| (text(&one["field"]), text(&one["code"])))
        .collect()
}

fn one(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_string(), code.to_string())]
}

fn invoice(home: &Home, change: &[(&str, Value)]) -> Answer {
    let mut request = json!({
        "customer": "D0000", "number": "H-1", "date": "2026-10-20", "amount": "121.00",
    });
    for (field, value) in change {
        request[*field] = value.clone();
    }
    let file = home.write("factuur.json", request.to_string());
    home.admin(&["invoice", "--file", &file])
}

#[test]
fn an_invoice_by_hand_is_dated_and_taxed_as_it_can_be() {
    let home = stocked(1);
    let long = "x".repeat(201);
    for (field, value, code) in [
        ("date", json!("1926-10-20"), "long_ago"),
        ("date", json!("2126-10-20"), "far_ahead"),
        ("due", json!("2026-10-01"), "before_invoice"),
        ("due", json!("2126-10-01"), "far_ahead"),
        ("received", json!("2026-10-01"), "before_invoice"),
        ("received", json!("2099-10-01"), "still_to_come"),
        ("vat", json!("121.00"), "vat_too_large"),
        ("vat", json!("-21.00"), "vat_too_large"),
        ("description", json!(long), "too_long"),
    ] {
        let refused = invoice(&home, &[(field, value.clone())]);
        assert_eq!(fields(&refused), one(field, code), "{field} {value}");
    }
    let both = invoice(
        &home,
        &[("vat", json!("999.00")), ("due", json!("2026-10-01"))],
    );
    assert_eq!(fields(&both).len(), 2, "all that is wrong is said at once");
    let page = home.admin(&["customer", "D0000", "--date", TODAY]).ok();
    assert!(!page.to_string().contains("H-1"), "nothing was kept");

    let added = invoice(&home, &[("vat", json!("21.00"))]).ok();
    assert!(added["done"].as_str().unwrap().contains("Factuur H-1"));
    let note = invoice(
        &home,
        &[
            ("number", json!("C-9")),
            ("amount", json!("-12.10")),
            ("vat", json!("-2.10")),
        ],
    );
    assert!(
        note.ok()["done"]
            .as_str()
            .unwrap()
            .contains("Creditnota C-9"),
        "and called what it is"
    );
}

#[test]
fn a_pause_a_promise_a_payment_a_waiver_and_a_note_stay_within_what_can_be_meant() {
    let home = stocked(1);
    let today = ["--date", TODAY];
    let tell = |words: &[&str]| home.admin(&[words, &today].concat());
    let pause = tell(&["hold", "D0000", "--until", "2199-12-30", "--reason", "rust"]);
    assert_eq!(fields(&pause), one("until", "far_ahead"));
    let request = json!({ "customer": "D0000", "amount": "10.00", "date": "1926-11-01" });
    let file = home.write("betaling.json", request.to_string());
    let paid = home.admin(&["call", "pay", "--file", &file]);
    assert_eq!(fields(&paid), one("date", "long_ago"));
    let note = tell(&["note", "D0000", &"n".repeat(5001)]);
    assert_eq!(fields(&note), one("text", "too_long"));
    let reason = "r".repeat(1001);
    let dispute = tell(&["dispute", "2026-100", "--reason", &reason]);
    assert_eq!(fields(&dispute), one("reason", "too_long"));

    // 250 is owed, and some interest.
    let far = tell(&["promise", "D0000", "99999.00", "--by", "2026-12-01"]);
    assert_eq!(far.refused(), "promise_too_large");
    let error = &far.json()["error"];
    assert_eq!(error["details"]["amount"], "99999.00", "for programs");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .starts_with("€ 99.999,00"),
        "and as people write it: {error}"
    );
    let all = tell(&[
        "waive", "D0000", "--costs", "99999.00", "--reason", "coulance",
    ]);
    assert_eq!(
        all.refused(),
        "amount_too_large",
        "what has not come yet is not given up"
    );
    tell(&["promise", "D0000", "260.00", "--by", "2026-12-01"]).ok();
    tell(&[
        "waive",
        "D0000",
        "--interest",
        "1.00",
        "--reason",
        "coulance",
    ])
    .ok();
}
