//! What a dossier takes along and what stays behind, over the sample administration: every place says
//! the same, nothing goes while its last warning runs, and what stays has its own dossier later.

use serde_json::{Value, json};

use crate::home::{Answer, Home};

const DAY: &str = "2026-11-22";

fn sample() -> Home {
    let home = Home::new();
    let (folder, key) = (home.text("boek.standvast"), home.text("wachtzin.txt"));
    home.run(&[
        "sample",
        "--out",
        &folder,
        "--date",
        DAY,
        "--passphrase-file",
        &key,
        "--json",
    ])
    .ok();
    home
}

fn call(home: &Home, name: &str, request: Value) -> Answer {
    let file = home.write(&format!("{name}.json"), request.to_string());
    home.admin(&["call", name, "--file", &file])
}

fn check(home: &Home, customer: &str, date: &str, early: bool) -> Value {
    let ask = json!({ "customer": customer, "date": date, "early": early });
    call(home, "dossier_check", ask).ok()
}

fn hand_over(home: &Home, customer: &str, date: &str, early: bool) -> Answer {
    let ask = json!({
        "customer": customer, "out": home.text("dossier"), "date": date, "early": early,
    });
    call(home, "handover", ask)
}

fn numbers(of: &Value) -> Vec<String> {
    let mut numbers: Vec<String> = of
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["number"].as_str().or(one.as_str()).unwrap().to_string())
        .collect();
    numbers.sort();
    numbers
}

fn behind_of<'a>(check: &'a Value, code: &str) -> Vec<&'a Value> {
    let behind = check["behind"].as_array().unwrap();
    behind.iter().filter(|one| one["code"] == code).collect()
}

#[test]
fn the_list_the_proposal_the_check_and_the_dossier_say_the_same() {
    let home = sample();
    let today = home.admin(&["today", "--date", DAY]).ok();
    let ready = call(&home, "dossiers_ready", json!({ "date": DAY })).ok();
    let rows = ready["ready"].as_array().unwrap();
    let mut proposed = 0;
    for row in rows {
        let customer = row["customer"].as_str().unwrap();
        let check = check(&home, customer, DAY, false);
        assert_eq!(
            row["claim"], check["claim"],
            "the list and the check: {row}"
        );
        assert_eq!(row["invoices"], check["invoices"].as_array().unwrap().len());
        assert_eq!(row["behind"], check["behind"].as_array().unwrap().len());
        assert_eq!(check["early"], false, "{check}");
        assert_eq!(check["proposed"], true);
        let explained = call(
            &home,
            "explain",
            json!({
                "customer": customer, "date": DAY, "dossier": numbers(&check["invoices"])
                    .iter().map(|number| format!("{number}@{customer}")).collect::<Vec<_>>(),
            }),
        )
        .ok();
        assert_eq!(explained["total"], check["claim"]["total"], "and why");
        let about = |one: &&Value| {
            one["customer"] == row["customer"]
                && one["kind"] == "handover"
                && numbers(&one["invoices"]) == numbers(&check["invoices"])
        };
        let Some(proposal) = today["proposals"].as_array().unwrap().iter().find(about) else {
            panic!("no proposal over these invoices: {check}");
        };
        if proposal["gate"] != "red" {
            assert_eq!(proposal["claim"], check["claim"], "the proposal too");
            proposed += 1;
        }
    }
    assert!(proposed > 3, "the sample has such customers: {ready}");
}

#[test]
fn what_stays_behind_goes_on_in_the_plan_and_has_a_dossier_of_its_own() {
    let home = sample();
    let ready = call(&home, "dossiers_ready", json!({ "date": DAY })).ok();
    let found = ready["ready"].as_array().unwrap().iter().find_map(|row| {
        let customer = row["customer"].as_str().unwrap().to_string();
        let check = check(&home, &customer, DAY, false);
        let waits = !behind_of(&check, "demand_running").is_empty();
        (waits && check["gate"] != "red").then_some((customer, check))
    });
    let (customer, first) = found.expect("the sample has a demand that still runs");
    let waits = behind_of(&first, "demand_running")[0].clone();
    let from = waits["from"]
        .as_str()
        .expect("the day it can go")
        .to_string();
    assert!(from.as_str() > DAY, "{waits}");
    let early = check(&home, &customer, DAY, true);
    assert_eq!(early["early"], true, "it says that it may not go yet");
    let weakness = early["gaps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|gap| gap["code"] == "final_demand_running")
        .unwrap_or_else(|| panic!("the running warning is a weakness: {early}"));
    assert_eq!(weakness["serious"], true);
    assert!(numbers(&weakness["invoices"]).contains(&waits["number"].as_str().unwrap().into()));

    let done = hand_over(&home, &customer, DAY, false).ok();
    assert_eq!(
        done["claim"], first["claim"],
        "what was checked is what went"
    );
    assert_eq!(numbers(&done["behind"]), numbers(&first["behind"]));
    let detail = call(
        &home,
        "dossier_detail",
        json!({ "dossier": done["id"], "date": DAY }),
    )
    .ok();
    assert_eq!(numbers(&detail["numbers"]), numbers(&first["invoices"]));
    assert_eq!(
        detail["now"], first["claim"],
        "open of it is what was claimed"
    );
    let again = hand_over(&home, &customer, DAY, false);
    assert_eq!(
        again.refused(),
        "handover_too_early",
        "nothing more goes by itself"
    );
    let words = again.json()["error"]["message"].to_string();
    assert!(words.contains(waits["number"].as_str().unwrap()), "{words}");
    let invoice = |date: &str| {
        let view = home.admin(&["customer", &customer, "--date", date]).ok();
        let invoices = view["invoices"].as_array().unwrap().clone();
        let found = invoices
            .into_iter()
            .find(|one| one["number"] == waits["number"]);
        found.unwrap()
    };
    assert_eq!(
        invoice(DAY)["handed_over"],
        false,
        "it is still in the plan"
    );

    let second = check(&home, &customer, &from, false);
    assert!(
        numbers(&second["invoices"]).contains(&waits["number"].as_str().unwrap().into()),
        "on the day that was said it can go: {second}"
    );
    let list = call(&home, "dossiers_ready", json!({ "date": from })).ok();
    let row = list["ready"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["customer"] == customer.as_str());
    assert_eq!(row.expect("it is ready again")["claim"], second["claim"]);
    let later = hand_over(&home, &customer, &from, false).ok();
    assert_ne!(later["file"], done["file"], "a dossier of its own");
    assert_eq!(invoice(&from)["handed_over"], true);
    let all = call(&home, "dossiers", json!({ "date": from })).ok();
    let own = all["dossiers"].as_array().unwrap().iter();
    assert_eq!(
        own.filter(|one| one["customer"] == customer.as_str())
            .count(),
        2
    );
    assert_eq!(call(&home, "verify", json!({})).ok()["ok"], true);
}

#[test]
fn an_early_dossier_is_an_explicit_choice_and_never_overwrites_another() {
    let home = sample();
    let ready = call(&home, "dossiers_ready", json!({ "date": DAY })).ok();
    let row = ready["ready"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["behind"].as_u64() > Some(0))
        .expect("somebody with an invoice that stays behind");
    let customer = row["customer"].as_str().unwrap();
    let whole = check(&home, customer, DAY, true);
    assert_eq!(
        (&whole["early"], &whole["proposed"]),
        (&json!(true), &json!(false)),
        "the plan proposes a part of it, not that: {whole}"
    );
    let first = hand_over(&home, customer, DAY, false).ok();
    let rest = hand_over(&home, customer, DAY, true).ok();
    assert_ne!(
        first["file"], rest["file"],
        "the first ZIP of the day stays"
    );
    for done in [&first, &rest] {
        assert!(std::path::Path::new(done["file"].as_str().unwrap()).exists());
    }
    assert_eq!(rest["behind"], json!([]), "with early nothing late stays");
    assert_eq!(
        hand_over(&home, customer, DAY, true).refused(),
        "nothing_open"
    );
}
