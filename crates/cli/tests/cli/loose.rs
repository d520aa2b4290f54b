//! Customers, paper and loose ends: what the first contract does not name.

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::Home;

fn customers(home: &Home) -> Vec<Value> {
    home.admin(&["export", "--out", &home.text("export")]).ok();
    let bytes = std::fs::read(home.path("export/customers.json")).unwrap();
    serde_json::from_slice::<Value>(&bytes)
        .unwrap()
        .as_array()
        .unwrap()
        .clone()
}

/// Any customer who owes something today.
fn debtor(home: &Home) -> String {
    let today = home.admin(&["today", "--date", TODAY]).ok();
    let proposal = today["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .find(|proposal| proposal["claim"]["total"] != "0.00")
        .unwrap()
        .clone();
    proposal["customer"].as_str().unwrap().to_string()
}

fn is_pdf(home: &Home, name: &str) -> bool {
    std::fs::read(home.path(name))
        .unwrap()
        .starts_with(b"%PDF-")
}

#[test]
fn loose_money_is_seen_put_by_law_and_taken_back() {
    let home = stocked(3);
    let customer = debtor(&home);
    let view = home.admin(&["customer", &customer, "--date", TODAY]).ok();
    assert_ne!(
        view["invoices"][0]["open"], "0.00",
        "the invoice is open: {view}"
    );
    let paid = "1000000.00";
    home.admin(&["pay", &customer, paid, "--date", TODAY]).ok();
    let view = home.admin(&["customer", &customer, "--date", TODAY]).ok();
    let payment = &view["payments"][0];
    assert_ne!(
        payment["unallocated"], "0.00",
        "what no invoice takes stays visible"
    );
    let first = payment["allocations"][0]["id"].as_str().unwrap();
    home.admin(&["undo", first]).ok();
    let view = home.admin(&["customer", &customer, "--date", TODAY]).ok();
    assert!(
        view["payments"][0]["allocations"].as_array().unwrap().len()
            < payment["allocations"].as_array().unwrap().len(),
        "one allocation was undone by itself"
    );
    home.admin(&["allocate", &customer]).ok();
    let again = home.admin(&["customer", &customer, "--date", TODAY]).ok();
    assert_eq!(
        again["payments"][0]["unallocated"], payment["unallocated"],
        "by law it goes to the same invoice again"
    );
}

#[test]
fn paper_is_written_where_asked() {
    let home = stocked(3);
    let customer = debtor(&home);
    home.admin(&["statement", &customer, "--out", &home.text("overzicht.pdf")])
        .ok();
    home.admin(&["test-page", "--out", &home.text("proef.pdf")])
        .ok();
    assert!(is_pdf(&home, "overzicht.pdf") && is_pdf(&home, "proef.pdf"));
    let run = home
        .admin(&[
            "run",
            "--approve",
            "all",
            "--out",
            &home.text("uit"),
            "--date",
            TODAY,
        ])
        .ok();
    let on_paper = run["letters"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|letter| {
            letter["channels"]
                .as_array()
                .unwrap()
                .contains(&json!("letter"))
        })
        .count();
    let name = run["run"].as_str().unwrap();
    let print = home.admin(&["print", name, "--out", &home.text("alles.pdf"), "--duplex"]);
    if on_paper == 0 {
        assert_eq!(
            print.refused(),
            "nothing_to_print",
            "a run without paper has nothing to print"
        );
    } else {
        let print = print.ok();
        assert_eq!(print["letters"], on_paper, "each paper letter once");
        assert_eq!(
            print["pages"].as_u64().unwrap() % 2,
            0,
            "each begins on a front side"
        );
        assert!(is_pdf(&home, "alles.pdf"));
    }
}

#[test]
fn two_customers_become_one() {
    let home = stocked(3);
    let known = customers(&home);
    let id = |index: usize| format!("K-{}", known[index]["id"]);
    home.admin(&["merge", &id(0), &id(1)]).ok();
    let merged = home.admin(&["customer", &id(0)]).ok();
    assert_eq!(
        merged["customer"]["id"],
        id(1),
        "the old number leads to the one that stays"
    );
    assert_eq!(
        home.admin(&["merge", &id(1), &id(1)]).refused(),
        "invalid_fields"
    );
}

#[test]
fn the_passphrase_changes_and_the_old_one_no_longer_opens() {
    let home = stocked(1);
    let new = home.write("nieuw.txt", "molen regen fiets lantaarn boter\n");
    home.admin(&["passphrase", "--new-passphrase-file", &new])
        .ok();
    assert_eq!(
        home.admin(&["today", "--date", TODAY]).refused(),
        "wrong_key"
    );
    let admin = home.text("boek.standvast");
    home.run(&[
        "--admin",
        &admin,
        "--passphrase-file",
        &new,
        "today",
        "--date",
        TODAY,
        "--json",
    ])
    .ok();
}

#[test]
fn every_command_can_be_called_by_its_name() {
    let home = stocked(1);
    assert_eq!(home.admin(&["call", "verify"]).ok()["ok"], true);
    let request = home.write("vraag.json", json!({ "principal": "986.42" }).to_string());
    let costs = home
        .run(&["call", "calc_costs", "--file", &request, "--json"])
        .ok();
    assert_eq!(costs["costs"], "147.96");
    assert_eq!(
        home.admin(&["call", "nonsense"]).refused(),
        "unknown_command"
    );
    assert_eq!(home.admin(&["dossiers"]).ok()["dossiers"], json!([]));
    let settings = home.admin(&["settings"]).ok();
    assert_eq!(settings["settings"]["plan_days"], 24, "as shipped");
}
