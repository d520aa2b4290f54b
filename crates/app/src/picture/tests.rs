//! The picture that was kept current equals one that is made anew, whatever was done in between.

use std::path::Path;
use std::sync::Arc;

use law::Lang;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Picture;
use crate::commands::Access;
use crate::session::Session;
use crate::testing::{DAY, call, sample};

/// The picture as the session keeps it, and one made from the facts alone.
fn both(session: &Session) -> (Arc<Picture>, Arc<Picture>) {
    session
        .with_context(Lang::Nl, Access::Read, |context| {
            let date = context.day(None);
            let kept = context.picture(date)?;
            let gone_back = || crate::desk::gone_back(context);
            let fresh = Picture::of(&context.reader()?, &context.rates()?, date, None, gone_back)?;
            Ok((kept, fresh))
        })
        .unwrap()
}

fn assert_equal(session: &Session, after: &str) {
    let (kept, fresh) = both(session);
    assert_eq!(
        kept.revision, fresh.revision,
        "after {after}: as far as the log"
    );
    let ids = |picture: &Picture| -> Vec<_> {
        picture
            .customers
            .iter()
            .map(|customer| customer.id)
            .collect()
    };
    assert_eq!(ids(&kept), ids(&fresh), "after {after}: the same customers");
    for (kept, fresh) in kept.customers.iter().zip(&fresh.customers) {
        assert_eq!(
            kept, fresh,
            "after {after}: {} is as the facts say",
            fresh.name
        );
    }
    assert_eq!(kept.totals(), fresh.totals(), "after {after}: the totals");
    assert_eq!(
        kept.waiting, fresh.waiting,
        "after {after}: the waiting lines"
    );
    assert_eq!(
        kept.last_run, fresh.last_run,
        "after {after}: the newest run"
    );
}

/// Numbers that are the same in every run of the test.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, many: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % many.max(1)
    }
}

struct Acts<'a> {
    session: &'a Session,
    dice: Dice,
    dir: &'a Path,
    done: Vec<String>,
    made: usize,
}

impl Acts<'_> {
    fn customer(&mut self) -> String {
        let place = self.dice.up_to(24);
        let asked = json!({ "offset": place, "limit": 1 });
        let page = call(self.session, "customers", asked).unwrap();
        page["rows"][0]["id"].as_str().unwrap_or("K-1").to_owned()
    }

    fn invoice(&mut self) -> (String, String) {
        let place = self.dice.up_to(60);
        let asked = json!({ "offset": place, "limit": 1, "filters": ["open"], "sort": "due" });
        let page = call(self.session, "invoices", asked).unwrap();
        let row = &page["rows"][0];
        let text = |field: &str| row[field].as_str().unwrap_or_default().to_owned();
        (text("id"), text("customer"))
    }

    fn request(&mut self, act: usize) -> (&'static str, Value) {
        let customer = self.customer();
        let (invoice, owner) = self.invoice();
        self.made += 1;
        let out = self.dir.join(format!("out-{}", self.made));
        match act {
            0 => (
                "pay",
                json!({ "customer": owner, "amount": "75.00", "date": DAY, "invoices": [invoice] }),
            ),
            1 => (
                "pay",
                json!({ "customer": customer, "amount": "12.34", "date": "2026-11-20" }),
            ),
            2 => (
                "hold",
                json!({ "subject": customer, "until": "2026-12-24", "reason": "op reis" }),
            ),
            3 => (
                "hold",
                json!({ "subject": invoice, "until": "2026-12-24", "reason": "creditnota volgt" }),
            ),
            4 => (
                "promise",
                json!({ "customer": customer, "amount": "50.00", "by": "2026-11-30" }),
            ),
            5 => ("note", json!({ "customer": customer, "text": "gebeld" })),
            6 => (
                "dispute",
                json!({ "invoice": invoice, "amount": "10.00", "reason": "te weinig geleverd" }),
            ),
            7 => (
                "write_off",
                json!({ "invoice": invoice, "amount": "1.00", "reason": "afronding" }),
            ),
            8 => (
                "waive",
                json!({ "customer": customer, "interest": "1.00", "costs": "0.00", "reason": "coulance" }),
            ),
            9 => (
                "insolvency",
                json!({ "customer": customer, "kind": "bankruptcy", "date": "2026-11-01" }),
            ),
            10 => (
                "set_customer",
                json!({ "customer": customer, "kind": "consumer", "reason": "belde" }),
            ),
            11 => (
                "set_customer",
                json!({ "customer": customer, "email": "nieuw@example.nl" }),
            ),
            12 => (
                "invoice_add",
                json!({ "number": format!("X-{}", self.made), "customer": customer, "date": "2026-10-01", "amount": "99.00" }),
            ),
            13 => ("match_lines", json!({ "accept": "certain" })),
            14 => ("run", json!({ "approve": "all", "out": out })),
            15 => ("undo", json!({})),
            16 if !self.done.is_empty() => {
                let place = self.dice.up_to(self.done.len());
                ("undo", json!({ "id": self.done[place] }))
            }
            17 => (
                "merge_customers",
                json!({ "from": customer, "into": owner }),
            ),
            18 => {
                let detail = call(
                    self.session,
                    "customer_detail",
                    json!({ "customer": owner }),
                )
                .unwrap();
                let part = detail["payments"][0]["parts"][0]["id"].clone();
                ("undo", json!({ "id": part.as_str().unwrap_or("A-1") }))
            }
            19 => (
                "confirm",
                json!({ "letter": format!("B-{}", self.dice.up_to(60) + 1) }),
            ),
            20 => ("import", json!({ "paths": [self.dir.join("x.camt.xml")] })),
            21 => ("handover", json!({ "customer": owner, "out": out })),
            22 => (
                "configure",
                json!({ "what": "settings", "change": { "bank_amber_days": 2 + self.made % 3 } }),
            ),
            23 => ("run_approve", json!({ "approve": "all" })),
            24 => {
                let runs = call(self.session, "runs", json!({ "offset": 0, "limit": 1 })).unwrap();
                let newest = runs["runs"][0]["run"].as_str().unwrap_or("R-1");
                ("letters_withdraw", json!({ "run": newest }))
            }
            25 => (
                "letters_withdraw",
                json!({ "letters": [format!("B-{}", self.dice.up_to(60) + 1)] }),
            ),
            _ => (
                "promise",
                json!({ "customer": owner, "amount": "5.00", "by": "2026-11-23" }),
            ),
        }
    }

    /// Does one act; whether it was done.
    fn act(&mut self) -> Option<String> {
        let act = self.dice.up_to(27);
        let (name, request) = self.request(act);
        let told = format!("{name} {request}");
        let answer = call(self.session, name, request).ok()?;
        if let Some(id) = answer["id"].as_str() {
            self.done.push(id.to_owned());
        }
        Some(told)
    }
}

#[test]
fn a_picture_that_was_kept_equals_a_fresh_one_whatever_was_done() {
    let mut done = 0;
    for seed in 1..=2 {
        let dir = TempDir::new().unwrap();
        let session = sample(dir.path());
        let mut acts = Acts {
            session: &session,
            dice: Dice(seed),
            dir: dir.path(),
            done: Vec::new(),
            made: 0,
        };
        assert_equal(&session, "opening");
        for _ in 0..60 {
            if let Some(told) = acts.act() {
                assert_equal(&session, &told);
                done += 1;
            }
        }
    }
    assert!(done > 55, "most acts are done, not refused: {done}");
}

#[test]
fn nobody_and_no_euro_stands_under_two_cards() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let overview = call(&session, "overview", json!({})).unwrap();
    let work = overview["work"].as_array().unwrap();
    let (picture, _) = both(&session);
    let mut listed = 0;
    for item in work.iter().filter(|item| item["kind"] != "bank") {
        let asked = json!({ "work": item["kind"], "offset": 0, "limit": 500 });
        let page = call(&session, "proposals", asked).unwrap();
        let mut customers: Vec<&str> = page["proposals"]
            .as_array()
            .unwrap()
            .iter()
            .map(|proposal| proposal["customer"].as_str().unwrap())
            .collect();
        customers.sort_unstable();
        customers.dedup();
        assert_eq!(
            customers.len() as u64,
            item["count"].as_u64().unwrap(),
            "the card {} counts the customers that its list shows",
            item["kind"]
        );
        listed += customers.len();
    }
    let with_work = picture
        .customers
        .iter()
        .filter(|customer| customer.card.is_some());
    assert_eq!(
        listed,
        with_work.count(),
        "each customer with work stands under one card"
    );
}

#[test]
fn lines_of_an_explanation_sum_to_their_part_and_parts_to_the_total() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (picture, _) = both(&session);
    let mut parts = 0;
    for customer in &picture.customers {
        session
            .with_context(Lang::Nl, Access::Read, |context| {
                let reader = context.reader()?;
                let account = reader.account(customer.id)?;
                let (books, rates) = (reader.books()?, context.rates()?);
                let date = picture.date;
                let claim = credit::claim_of(&account, &books, &rates, date);
                let mut told = vec![crate::explain::explained(&claim, Lang::Nl)];
                for invoice in &account.invoices {
                    let claim =
                        credit::claim_of_invoices(&account, &books, &rates, date, &[invoice.id]);
                    told.push(crate::explain::explained(&claim, Lang::En));
                }
                for told in told {
                    let total: law::Cents = told.parts.iter().map(|part| part.amount).sum();
                    assert_eq!(
                        total, told.total,
                        "{}: the parts make the total",
                        customer.name
                    );
                    for part in &told.parts {
                        let sum: law::Cents = part.lines.iter().map(|line| line.amount).sum();
                        assert_eq!(sum, part.amount, "{}: {}", customer.name, part.title);
                        parts += 1;
                    }
                }
                Ok(())
            })
            .unwrap();
    }
    assert!(parts > 100, "the sample has claims to explain: {parts}");
}

#[test]
fn the_moves_of_an_invoice_end_at_what_is_open() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (picture, _) = both(&session);
    let mut seen = 0;
    for invoice in picture
        .customers
        .iter()
        .flat_map(|customer| &customer.invoices)
    {
        let id = crate::find::invoice_id(invoice.id);
        let detail = call(&session, "invoice_detail", json!({ "invoice": id })).unwrap();
        let last = detail["moves"].as_array().unwrap().last().unwrap();
        assert_eq!(
            last["open_after"], detail["row"]["open"],
            "{}: {:#}",
            invoice.number, detail["moves"]
        );
        assert_eq!(
            detail["row"]["id"],
            id.as_str(),
            "the id names this very invoice"
        );
        seen += 1;
    }
    assert!(seen > 100, "the sample has invoices: {seen}");
}

#[test]
fn what_is_expected_adds_up_to_what_is_open_on_invoices() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (picture, fresh) = both(&session);
    let expected = &picture.totals().expected;
    let weeks: law::Cents = expected.weeks.iter().map(|week| week.amount).sum();
    let told = weeks + expected.later + expected.past + expected.unknown;
    let invoices = fresh
        .customers
        .iter()
        .flat_map(|customer| &customer.invoices);
    let open: law::Cents = invoices
        .map(|invoice| invoice.open)
        .filter(|open| open.is_positive())
        .sum();
    assert_eq!(told, open, "nothing is lost between the weeks");
}

#[test]
fn a_setting_has_everything_derived_again() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (before, _) = both(&session);
    session
        .with_context(Lang::Nl, Access::Open, |context| {
            let date = context.day(None);
            context.write(date, |writer| Ok(writer.put_setting("kleur", &"groen")?))
        })
        .unwrap();
    let (after, _) = both(&session);
    let same = before.customers.iter().zip(&after.customers);
    assert!(
        same.into_iter()
            .all(|(one, other)| !Arc::ptr_eq(one, other)),
        "no customer is taken over"
    );
}

#[test]
fn pages_of_invoices_together_are_all_of_them_in_order() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let all = |request: Value| -> Vec<Value> {
        let mut rows = Vec::new();
        loop {
            let mut page = request.clone();
            page["offset"] = json!(rows.len());
            page["limit"] = json!(37);
            let page = call(&session, "invoices", page).unwrap();
            let found = page["rows"].as_array().unwrap().clone();
            if found.is_empty() {
                assert_eq!(
                    page["total"].as_u64().unwrap(),
                    rows.len() as u64,
                    "{request}"
                );
                return rows;
            }
            rows.extend(found);
        }
    };
    let due = |row: &Value| row["due"].as_str().map(str::to_owned);
    let rows = all(json!({ "sort": "due", "filters": ["open"] }));
    assert!(rows.len() > 50, "the sample has open invoices");
    let days: Vec<String> = rows.iter().filter_map(due).collect();
    assert!(days.is_sorted(), "by due date");
    let without = rows.iter().position(|row| due(row).is_none());
    assert!(
        without.is_none_or(|place| place == days.len()),
        "those without a due date come last"
    );
    let back = all(json!({ "sort": "due", "descending": true, "filters": ["open"] }));
    let mut turned: Vec<String> = back.iter().filter_map(due).collect();
    turned.reverse();
    assert_eq!(turned, days, "the other way round");
    let names = all(json!({ "sort": "customer" }));
    let folded = |row: &Value| credit::matching::fold(row["name"].as_str().unwrap());
    assert!(
        names.iter().map(folded).is_sorted(),
        "by the customer's name"
    );
    let numbers = all(json!({ "sort": "number" }));
    let number = |row: &Value| super::natural(row["number"].as_str().unwrap());
    assert!(
        numbers.iter().map(number).is_sorted(),
        "by number, as people read it"
    );
    let first = numbers[0].clone();
    let typed = format!(
        "{} {}",
        first["number"].as_str().unwrap(),
        first["customer"].as_str().unwrap()
    );
    let found = all(json!({ "search": typed }));
    assert!(
        found.iter().any(|row| row["id"] == first["id"]),
        "a number and a customer find the invoice: {typed}"
    );
    let own = all(json!({ "customer": first["customer"] }));
    assert!(
        !own.is_empty() && own.iter().all(|row| row["customer"] == first["customer"]),
        "only of this customer"
    );
}

#[test]
fn what_was_typed_finds_the_best_first() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let page = call(&session, "invoices", json!({ "offset": 3, "limit": 1 })).unwrap();
    let invoice = &page["rows"][0];
    let found = call(
        &session,
        "find",
        json!({ "text": invoice["number"], "limit": 5 }),
    )
    .unwrap();
    assert_eq!(
        found["invoices"][0]["id"], invoice["id"],
        "the exact number comes first"
    );
    let customer = &invoice["customer"];
    let found = call(&session, "find", json!({ "text": customer, "limit": 5 })).unwrap();
    assert_eq!(
        found["customers"][0]["id"], *customer,
        "a customer's id finds it"
    );
    let name = invoice["name"].as_str().unwrap();
    let begin: String = name.chars().take(4).collect();
    let asked = json!({ "text": begin.to_uppercase(), "limit": 500 });
    let found = call(&session, "find", asked).unwrap();
    let names = found["customers"].as_array().unwrap();
    assert!(
        names.iter().any(|row| row["name"] == name),
        "the begin of a name finds it, capitals or not"
    );
    let nothing = call(&session, "find", json!({ "text": "  ", "limit": 5 })).unwrap();
    assert_eq!(
        nothing["customers"].as_array().unwrap().len(),
        0,
        "nothing typed, nothing found"
    );
}

#[test]
fn what_is_not_there_is_said_by_its_name() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    for (name, request, code) in [
        (
            "customer_detail",
            json!({ "customer": "K-999" }),
            "unknown_customer",
        ),
        (
            "explain",
            json!({ "customer": "K-999" }),
            "unknown_customer",
        ),
        (
            "invoice_detail",
            json!({ "invoice": "id:99999" }),
            "unknown_invoice",
        ),
        (
            "invoice_detail",
            json!({ "invoice": "id:x" }),
            "unknown_invoice",
        ),
        (
            "explain",
            json!({ "customer": "K-1", "invoice": "id:99999" }),
            "unknown_invoice",
        ),
        (
            "history",
            json!({ "before": "x", "limit": 3 }),
            "unknown_fact",
        ),
    ] {
        assert_eq!(call(&session, name, request).unwrap_err(), code, "{name}");
    }
}

#[test]
fn a_timeline_undoes_what_it_says_it_can() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let told = json!({ "customer": "K-3", "text": "belt morgen terug" });
    let note = call(&session, "note", told).unwrap();
    let detail = call(&session, "customer_detail", json!({ "customer": "K-3" })).unwrap();
    let timeline = detail["timeline"].as_array().unwrap();
    let days: Vec<&str> = timeline
        .iter()
        .filter_map(|entry| entry["date"].as_str())
        .collect();
    assert!(days.iter().rev().is_sorted(), "newest first");
    let entry = timeline
        .iter()
        .find(|entry| entry["id"] == note["id"])
        .unwrap();
    assert_eq!(entry["undo"], true, "a note can be undone");
    assert_eq!(entry["detail"], "belt morgen terug");
    let sent = timeline
        .iter()
        .filter(|entry| entry["kind"] == "letter" || entry["kind"] == "mail");
    assert!(
        sent.into_iter().all(|entry| entry["undo"] == false),
        "what left cannot"
    );
    call(&session, "undo", json!({ "id": note["id"] })).unwrap();
    let detail = call(&session, "customer_detail", json!({ "customer": "K-3" })).unwrap();
    let gone = detail["timeline"].as_array().unwrap();
    assert!(
        gone.iter().all(|entry| entry["id"] != note["id"]),
        "undone, it is gone"
    );
    let history = call(&session, "history", json!({ "limit": 2 })).unwrap();
    assert_eq!(history["acts"][1]["id"], note["id"], "the log keeps it");
    assert_eq!(
        history["acts"][1]["undo"], false,
        "once undone it cannot be undone again"
    );
}
