//! Every sum of the screen equals its explanation, to the cent, whatever was done before.

use std::cell::Cell;

use law::Cents;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, prop_assert};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::session::Session;
use crate::testing::{DAY, call, sample};

fn cents(value: &Value) -> Cents {
    value.as_str().unwrap_or_default().parse().unwrap()
}

/// All pages of a sum; asserts that they are one sum.
fn whole(session: &Session, ask: &Value) -> (Value, Vec<Value>) {
    let (mut parts, mut shown) = (Vec::new(), Cents::ZERO);
    loop {
        let mut asked = ask.clone();
        asked["offset"] = json!(parts.len());
        asked["limit"] = json!(7);
        let page = call(session, "explain_sum", asked).unwrap();
        let more = page["parts"].as_array().unwrap().clone();
        for part in &more {
            shown += cents(&part["amount"]);
            let lines = part["lines"].as_array().unwrap();
            let sum: Cents = lines.iter().map(|line| cents(&line["amount"])).sum();
            assert!(
                lines.is_empty() || sum == cents(&part["amount"]),
                "{ask}: the lines of {part} are its amount"
            );
        }
        parts.extend(more);
        assert_eq!(
            shown + cents(&page["rest"]),
            cents(&page["total"]),
            "{ask}: what was read and what comes after are the sum"
        );
        if parts.len() == usize::try_from(page["count"].as_u64().unwrap()).unwrap() {
            assert_eq!(
                cents(&page["rest"]),
                Cents::ZERO,
                "{ask}: nothing comes after the last"
            );
            return (page, parts);
        }
        assert!(
            !page["parts"].as_array().unwrap().is_empty(),
            "{ask}: pages go on to the end"
        );
    }
}

/// Asserts that a sum is the shown amount, and each of its customers likewise; gives how many.
fn explains(session: &Session, ask: &Value, shown: &Value) -> usize {
    let (page, parts) = whole(session, ask);
    assert_eq!(
        cents(&page["total"]),
        cents(shown),
        "{ask}: what is shown is what is explained"
    );
    if page["by"] == "customer" {
        for part in &parts {
            let mut own = ask.clone();
            own["customer"] = part["id"].clone();
            let inner = explains(session, &own, &part["amount"]);
            if ask["of"] != "unallocated" {
                assert_eq!(
                    Some(inner as u64),
                    part["parts"].as_u64(),
                    "{own}: so many as was said"
                );
            }
        }
    }
    parts.len()
}

fn everything(session: &Session) -> usize {
    let mut seen = 0;
    let overview = call(session, "overview", json!({})).unwrap();
    for (of, shown) in [
        ("open", "open"),
        ("late", "overdue"),
        ("moving", "moving"),
        ("unallocated", "unallocated"),
    ] {
        seen += explains(session, &json!({ "of": of }), &overview[shown]);
    }
    for bucket in overview["ageing"].as_array().unwrap() {
        let ask = json!({ "of": "bucket", "bucket": bucket["bucket"] });
        let items: u64 = whole(session, &ask)
            .1
            .iter()
            .filter_map(|part| part["parts"].as_u64())
            .sum();
        assert_eq!(
            Some(items),
            bucket["invoices"].as_u64(),
            "{ask}: as many as the bar says"
        );
        seen += explains(session, &ask, &bucket["amount"]);
    }
    let expected = &overview["expected"];
    for week in expected["weeks"].as_array().unwrap() {
        let ask = json!({ "of": "week", "week": week["from"] });
        let items: u64 = whole(session, &ask)
            .1
            .iter()
            .filter_map(|part| part["parts"].as_u64())
            .sum();
        assert_eq!(
            Some(items),
            week["invoices"].as_u64(),
            "{ask}: as many as the week says"
        );
        seen += explains(session, &ask, &week["amount"]);
    }
    for of in ["past", "later", "unknown"] {
        seen += explains(session, &json!({ "of": of }), &expected[of]);
    }
    let rows = call(session, "customers", json!({ "limit": 500 })).unwrap()["rows"].clone();
    for row in rows.as_array().unwrap() {
        for (of, shown) in [
            ("open", "open"),
            ("late", "late"),
            ("unallocated", "unallocated"),
        ] {
            let ask = json!({ "of": of, "customer": row["id"] });
            seen += explains(session, &ask, &row[shown]);
        }
        let detail = call(session, "customer_detail", json!({ "customer": row["id"] })).unwrap();
        for item in detail["items"].as_array().unwrap() {
            let ask = json!({ "of": "open", "customer": row["id"], "invoice": item["id"] });
            assert_eq!(
                explains(session, &ask, &item["open"]),
                1,
                "{ask}: one invoice is one part"
            );
        }
        for proposal in detail["proposals"].as_array().unwrap() {
            let ask = json!({
                "customer": row["id"], "proposal": proposal["kind"], "step": proposal["step"],
                "invoice": proposal["invoices"][0],
            });
            let claim = call(session, "explain", ask.clone()).unwrap();
            assert_eq!(
                claim["total"], proposal["claim"]["total"],
                "{ask}: what a letter asks is what is explained"
            );
        }
        let claim = call(session, "explain", json!({ "customer": row["id"] })).unwrap();
        assert_eq!(
            claim["total"], detail["claim"]["total"],
            "the claim of {}",
            row["id"]
        );
    }
    seen
}

/// Does something to the `at`th customer and invoice; says whether it was accepted.
fn act(session: &Session, kind: u8, at: u32, euros: u32) -> bool {
    let list = |name: &str, filters: Value| {
        let ask = json!({ "offset": at, "limit": 1, "filters": filters });
        call(session, name, ask).unwrap()["rows"][0].clone()
    };
    let customer = list("customers", json!([]))["id"].clone();
    let invoice = list("invoices", json!(["open"]));
    let (id, owner) = (&invoice["id"], &invoice["customer"]);
    let amount = format!("{euros}.17");
    let (name, request) = match kind % 8 {
        0 => (
            "pay",
            json!({ "customer": owner, "amount": amount, "date": DAY, "invoices": [id] }),
        ),
        1 => (
            "pay",
            json!({ "customer": customer, "amount": amount, "date": "2026-11-20" }),
        ),
        2 => (
            "dispute",
            json!({ "invoice": id, "amount": amount, "reason": "stuk" }),
        ),
        3 => (
            "hold",
            json!({ "subject": id, "until": "2026-12-24", "reason": "op reis" }),
        ),
        4 => (
            "write_off",
            json!({ "invoice": id, "amount": "1.00", "reason": "afronding" }),
        ),
        5 => (
            "insolvency",
            json!({ "customer": customer, "kind": "bankruptcy", "date": DAY }),
        ),
        6 => (
            "invoice_add",
            json!({
                "customer": customer, "number": format!("T-{kind}-{at}-{euros}"), "kind": "credit_note",
                "date": "2026-10-01", "due": "2026-10-31", "amount": format!("-{amount}"),
            }),
        ),
        _ => ("run_approve", json!({ "approve": "green" })),
    };
    // What is refused changes nothing; that is for other tests.
    call(session, name, request).is_ok()
}

#[test]
fn every_sum_is_explained_to_the_cent() {
    let acts = vec((0_u8..8, 0_u32..20, 1_u32..4000), 0..14);
    let (tried, accepted) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 5,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&acts, |acts| {
        let dir = tempfile::tempdir().unwrap();
        let session = sample(dir.path());
        for (kind, at, euros) in acts {
            tried.set(tried.get() + 1);
            if act(&session, kind, at, euros) {
                accepted.set(accepted.get() + 1);
            }
        }
        let seen = everything(&session);
        prop_assert!(seen > 100, "a sample has much to explain: {seen}");
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
    let (tried, accepted): (u32, u32) = (tried.get(), accepted.get());
    assert!(
        accepted > 0 && accepted * 2 >= tried,
        "sums of books to which nothing was done prove little: {accepted} of {tried} acts were done"
    );
}

#[test]
fn what_was_paid_too_much_is_a_part_of_the_loose_money() {
    let dir = tempfile::tempdir().unwrap();
    let session = sample(dir.path());
    let open = json!({ "filters": ["open", "not_due"], "limit": 1 });
    let row = call(&session, "invoices", open).unwrap()["rows"][0].clone();
    let customer = row["customer"].clone();
    let paid = json!({
        "customer": customer, "amount": row["open"], "date": DAY, "invoices": [row["id"]],
    });
    call(&session, "pay", paid).unwrap();
    let credit = json!({
        "customer": customer, "number": "C-1", "date": DAY,
        "amount": "-12.34", "credits": row["number"],
    });
    call(&session, "invoice_add", credit).unwrap();
    let ask = json!({ "of": "unallocated", "customer": customer });
    let (page, parts) = whole(&session, &ask);
    let detail = call(&session, "customer_detail", json!({ "customer": customer })).unwrap();
    assert_eq!(
        page["total"], detail["row"]["unallocated"],
        "the loose money as the head says"
    );
    assert_eq!(
        cents(&page["total"]),
        Cents(1_234),
        "what the credit note made too much: {page}"
    );
    assert_eq!(
        parts[0]["id"], row["id"],
        "it is said on which invoice: {page}"
    );
}

#[test]
fn a_sum_that_is_asked_wrongly_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let session = sample(dir.path());
    for (ask, code) in [
        (json!({ "of": "bucket" }), "bad_request"),
        (json!({ "of": "week" }), "bad_request"),
        (
            json!({ "of": "open", "customer": "K-9999" }),
            "unknown_customer",
        ),
        (
            json!({ "of": "open", "invoice": "nergens" }),
            "unknown_invoice",
        ),
    ] {
        let said = call(&session, "explain_sum", ask.clone()).unwrap_err();
        assert_eq!(said, code, "{ask}");
    }
    let nothing = json!({ "customer": "K-1", "proposal": "letter", "step": "handover" });
    assert_eq!(
        call(&session, "explain", nothing).unwrap_err(),
        "no_letter_due",
        "a letter that is not proposed asks nothing"
    );
}
