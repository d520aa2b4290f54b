//! Dossiers: looked at beforehand, handed over, what comes back, and taken back.

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::{Answer, Home};

fn call(home: &Home, name: &str, request: Value) -> Answer {
    let file = home.write(&format!("{name}.json"), request.to_string());
    home.admin(&["call", name, "--file", &file])
}

fn handed_over(home: &Home) -> String {
    let request = json!({
        "customer": "D0000", "out": home.text("dossier"), "date": TODAY,
        "to": { "kind": "bailiff", "name": "Gerechtsdeurwaarder Proef", "reference": "2026/17" },
    });
    let done = call(home, "handover", request).ok();
    done["id"].as_str().unwrap().to_string()
}

fn fields(answer: &Answer) -> Vec<String> {
    let error = &answer.json()["error"];
    error["fields"]
        .as_array()
        .map(|fields| {
            fields
                .iter()
                .map(|field| field["field"].as_str().unwrap().to_string())
                .collect()
        })
        .unwrap_or_default()
}

#[test]
fn looking_at_a_dossier_hands_nothing_over() {
    let home = stocked(2);
    let ask = json!({ "customer": "D0000", "date": TODAY });
    let check = call(&home, "dossier_check", ask.clone()).ok();
    assert_eq!(check["claim"]["principal"], "250.00");
    assert_eq!(check["invoices"][0]["open"], "250.00");
    let gaps = check["gaps"].as_array().unwrap();
    let demand = gaps
        .iter()
        .find(|gap| gap["code"] == "final_demand_missing")
        .unwrap_or_else(|| panic!("nothing was sent yet, so the demand is missing: {check}"));
    assert_eq!(demand["serious"], true);
    assert_eq!(
        demand["invoices"][0]["id"], check["invoices"][0]["id"],
        "a gap leads to its invoice"
    );
    let serious: Vec<bool> = gaps
        .iter()
        .map(|gap| gap["serious"].as_bool().unwrap())
        .collect();
    assert!(
        serious.is_sorted_by(|one, other| one >= other),
        "serious gaps come first: {serious:?}"
    );
    let paths: Vec<&str> = check["contents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths[0], "00-overzicht.pdf");
    assert_eq!(
        call(&home, "dossiers", json!({})).ok()["dossiers"],
        json!([]),
        "looking is not handing over"
    );
    let done = call(
        &home,
        "handover",
        json!({ "customer": "D0000", "out": home.text("dossier"), "date": TODAY }),
    )
    .ok();
    let missing = done["missing"].as_array().unwrap();
    assert_eq!(
        missing.len(),
        gaps.len(),
        "the check says beforehand what the handover says"
    );
    assert_eq!(
        call(&home, "dossier_check", ask).refused(),
        "nothing_open",
        "what was handed over is not handed over twice"
    );
    assert_eq!(
        call(&home, "dossier_check", json!({ "customer": "D9999" })).refused(),
        "unknown_customer"
    );
}

#[test]
fn what_comes_back_is_told_added_up_and_undone() {
    let home = stocked(2);
    let dossier = handed_over(&home);
    let tell = |event: Value| {
        let mut request = event;
        request["dossier"] = json!(dossier);
        request["date"] = json!(TODAY);
        call(&home, "handover_event", request)
    };
    tell(json!({ "kind": "paid_to_them", "amount": "100.00" })).ok();
    let costs = tell(json!({ "kind": "costs", "amount": "30.25", "text": "dagvaarding" })).ok();
    tell(json!({ "kind": "paid_to_them", "amount": "50.50" })).ok();
    let view = &call(&home, "dossiers", json!({})).ok()["dossiers"][0];
    assert_eq!(view["to"]["reference"], "2026/17");
    assert_eq!(view["paid_to_them"], "150.50");
    assert_eq!(view["costs"], "30.25");
    assert_eq!(view["state"], "with_them");
    let detail = call(&home, "dossier_detail", json!({ "dossier": dossier })).ok();
    assert_eq!(
        detail["now"]["principal"], "250.00",
        "what was paid there is not ours until the bank says so: {detail}"
    );
    let moments = detail["timeline"].to_string();
    assert!(moments.contains("dagvaarding"), "{moments}");
    assert!(moments.contains("Gerechtsdeurwaarder Proef"), "{moments}");
    home.admin(&["undo", costs["id"].as_str().unwrap()]).ok();
    let view = &call(&home, "dossiers", json!({})).ok()["dossiers"][0];
    assert_eq!(view["costs"], "0.00", "an undone event counts no more");
    assert_eq!(
        home.admin(&["undo", &dossier]).refused(),
        "cannot_undo",
        "what came back rests on the handover"
    );
    assert_eq!(call(&home, "verify", json!({})).ok()["ok"], true);
}

#[test]
fn what_is_taken_back_is_in_the_plan_again() {
    let home = stocked(2);
    let dossier = handed_over(&home);
    let invoice = || {
        let view = home.admin(&["customer", "D0000", "--date", TODAY]).ok();
        view["invoices"][0].clone()
    };
    assert_eq!(invoice()["handed_over"], true);
    let back = json!({ "dossier": "D0000", "kind": "withdrawn", "date": TODAY });
    let done = call(&home, "handover_event", back.clone()).ok();
    assert_eq!(invoice()["handed_over"], false);
    assert_eq!(
        call(&home, "handover_event", back).refused(),
        "dossier_withdrawn",
        "it can be taken back once"
    );
    let view = &call(&home, "dossiers", json!({})).ok()["dossiers"][0];
    assert_eq!(view["state"], "withdrawn");
    home.admin(&["undo", done["id"].as_str().unwrap()]).ok();
    assert_eq!(invoice()["handed_over"], true, "undone: with them again");
    assert_eq!(view["id"], dossier.as_str());
}

#[test]
fn an_event_that_says_too_little_is_refused_at_its_field() {
    let home = stocked(1);
    let dossier = handed_over(&home);
    let tell = |mut request: Value| {
        request["dossier"] = json!(dossier);
        if request["date"].is_null() {
            request["date"] = json!(TODAY);
        }
        call(&home, "handover_event", request)
    };
    for (request, field) in [
        (json!({ "kind": "costs" }), "amount"),
        (
            json!({ "kind": "paid_to_them", "amount": "0.00" }),
            "amount",
        ),
        (json!({ "kind": "settlement", "amount": "-5.00" }), "amount"),
        (json!({ "kind": "withdrawn", "amount": "5.00" }), "amount"),
        (json!({ "kind": "note", "text": "  " }), "text"),
        (json!({ "kind": "given_to" }), "name"),
        (
            json!({ "kind": "given_to", "to": { "kind": "agency", "name": " " } }),
            "name",
        ),
        (
            json!({ "kind": "given_to", "to": { "kind": "agency", "name": "X", "email": "geen adres" } }),
            "email",
        ),
    ] {
        let answer = tell(request.clone());
        assert_eq!(answer.refused(), "invalid_fields", "{request}");
        assert_eq!(fields(&answer), [field], "{request}");
    }
    for (date, code) in [
        ("2026-11-22", "date_before_handover"),
        ("2199-01-01", "future_date"),
    ] {
        let answer = tell(json!({ "kind": "uncollectable", "date": date }));
        assert_eq!(answer.refused(), code);
    }
    for nobody in ["F-9999", "F-1", "D9999", "K-9999", ""] {
        let request = json!({ "dossier": nobody, "kind": "uncollectable", "date": TODAY });
        assert_eq!(
            call(&home, "handover_event", request).refused(),
            "unknown_dossier",
            "{nobody:?}"
        );
    }
    let request = json!({ "dossier": dossier, "kind": "lost", "date": TODAY });
    assert_eq!(
        call(&home, "handover_event", request).refused(),
        "bad_request"
    );
}

#[test]
fn the_plan_says_who_is_ready_and_how_complete() {
    let home = stocked(3);
    assert_eq!(
        call(&home, "dossiers_ready", json!({ "date": TODAY })).ok()["ready"],
        json!([]),
        "nobody had a demand yet"
    );
}

#[test]
fn the_command_line_says_who_takes_it_over() {
    let home = stocked(1);
    let hand = |to: &str| {
        home.admin(&[
            "handover",
            "D0000",
            "--out",
            &home.text("dossier"),
            "--to",
            to,
            "--date",
            TODAY,
        ])
    };
    assert_eq!(
        hand("Dijk").code,
        2,
        "without a kind nothing is handed over"
    );
    assert_eq!(hand("baker=Dijk").code, 2);
    hand("lawyer=Mr. Dijk").ok();
    let view = &call(&home, "dossiers", json!({})).ok()["dossiers"][0];
    assert_eq!(view["to"]["kind"], "lawyer");
    assert_eq!(view["to"]["name"], "Mr. Dijk");
}
