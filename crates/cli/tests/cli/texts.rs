//! Plans and texts, tried before they are kept; files kept with invoices.

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::{Answer, Home};

fn call(home: &Home, name: &str, request: Value) -> Answer {
    let file = home.write(&format!("{name}.json"), request.to_string());
    home.admin(&["call", name, "--file", &file, "--date", TODAY])
}

fn facts(home: &Home) -> Value {
    home.admin(&["verify"]).ok()["facts"].clone()
}

fn plan(home: &Home) -> Value {
    call(home, "settings", json!({})).ok()["settings"]["plans"]["business"].clone()
}

#[test]
fn a_plan_shows_what_it_would_do_and_writes_nothing() {
    let home = stocked(3);
    let before = facts(&home);
    let same = call(
        &home,
        "plan_preview",
        json!({ "kind": "business", "plan": plan(&home) }),
    )
    .ok();
    assert_eq!(same["problems"], json!([]));
    assert_eq!(
        (&same["before"], &same["after"]),
        (&json!(3), &json!(3)),
        "{same}"
    );
    assert_eq!((&same["added"], &same["removed"]), (&json!([]), &json!([])));
    assert_eq!(
        (&same["steps"][0]["step"], &same["steps"][0]["today"]),
        (&json!("reminder"), &json!(3)),
        "the same letters as today's list"
    );
    let dates: Vec<&str> = same["dates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["on"].as_str().unwrap())
        .collect();
    // Due Monday 23 November; two, seven, seven and ten days.
    assert_eq!(
        dates,
        ["2026-11-25", "2026-12-02", "2026-12-09", "2026-12-19"]
    );

    let mut later = plan(&home);
    later["steps"][0]["after_days"] = json!(60);
    let later = call(
        &home,
        "plan_preview",
        json!({ "kind": "business", "plan": later }),
    )
    .ok();
    assert_eq!(
        (&later["before"], &later["after"]),
        (&json!(3), &json!(0)),
        "{later}"
    );
    assert_eq!(
        later["removed"].as_array().unwrap().len(),
        3,
        "they are named"
    );
    assert_eq!(
        later["steps"][0]["first_on"], "2026-12-14",
        "sixty days after 15 October"
    );

    let own = call(
        &home,
        "plan_preview",
        json!({ "kind": "business", "plan": plan(&home), "customer": "D0001" }),
    )
    .ok();
    assert_eq!(own["after"], 1, "one customer alone: {own}");
    assert_eq!(facts(&home), before, "looking writes nothing");
}

#[test]
fn a_plan_that_cannot_be_kept_says_why() {
    let home = stocked(1);
    let mut short = plan(&home);
    short["steps"][1]["after_days"] = json!(1);
    let shown = call(
        &home,
        "plan_preview",
        json!({ "kind": "business", "plan": short }),
    )
    .ok();
    assert_eq!(shown["problems"][0]["code"], "shorter_than_interval");
    assert_eq!(
        shown["problems"][0]["message"]
            .as_str()
            .unwrap()
            .split(' ')
            .next(),
        Some("De"),
        "in the caller's words: {shown}"
    );
    let consumers = call(
        &home,
        "plan_preview",
        json!({ "kind": "consumer", "plan": plan(&home) }),
    )
    .ok();
    assert_eq!(consumers["problems"][0]["code"], "notice_missing");
    let kept = call(
        &home,
        "configure",
        json!({ "what": "customer_plan", "customer": "D0000", "plan": short }),
    );
    assert_eq!(
        kept.refused(),
        "plan_invalid",
        "the same judgement when it is kept"
    );
    let ok = call(
        &home,
        "configure",
        json!({ "what": "customer_plan", "customer": "D0000", "plan": plan(&home) }),
    );
    ok.ok();
}

#[test]
fn texts_tell_what_may_stand_in_them_and_remember_what_they_were() {
    let home = stocked(1);
    let all = call(&home, "templates", json!({})).ok();
    assert_eq!(
        all["templates"].as_array().unwrap().len(),
        10,
        "five letters, two languages"
    );
    let read = |name: &str| call(&home, "template_read", json!({ "name": name }));
    assert_eq!(read("onzin.nl").refused(), "invalid_fields");
    for row in all["templates"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        assert_eq!(row["changed"], false, "{name}");
        let text = read(name).ok();
        assert_eq!(text["text"], text["shipped"], "{name}");
        for block in text["locked"].as_array().unwrap() {
            let said = block["text"].as_str().unwrap();
            assert!(
                !said.is_empty(),
                "{name}: {block} says something in an example"
            );
        }
        let amount = text["fields"]
            .as_array()
            .unwrap()
            .iter()
            .find(|field| field["name"] == "amount")
            .unwrap();
        assert!(
            amount["example"].as_str().unwrap().contains('€'),
            "{name}: {amount}"
        );
    }
    let shipped = read("reminder.nl").ok()["shipped"]
        .as_str()
        .unwrap()
        .to_string();
    let own = shipped.replace("{{ closing }}", "Tot ziens in de winkel.\n\n{{ closing }}");
    for text in [&own, &shipped, &own] {
        call(
            &home,
            "configure",
            json!({ "what": "template", "name": "reminder.nl", "text": text }),
        )
        .ok();
    }
    let kept = read("reminder.nl").ok();
    assert_eq!(kept["text"], own.as_str(), "as it was typed");
    let versions: Vec<&Value> = kept["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| &version["text"])
        .collect();
    assert_eq!(
        versions,
        [&json!(own), &json!(shipped), &json!(own)],
        "newest first"
    );
    let all = call(&home, "templates", json!({})).ok();
    let changed: Vec<&Value> = all["templates"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["changed"] == true)
        .map(|row| &row["name"])
        .collect();
    assert_eq!(changed, [&json!("reminder.nl")]);
}

#[test]
fn a_text_is_tried_on_everybody_who_could_get_it() {
    let home = stocked(3);
    let text = |name: &str| {
        call(&home, "template_read", json!({ "name": name })).ok()["text"]
            .as_str()
            .unwrap()
            .to_string()
    };
    let check = |name: &str, text: &str| {
        call(
            &home,
            "template_check",
            json!({ "name": name, "text": text }),
        )
    };
    for (name, tried) in [
        ("reminder.nl", 4),
        ("final_reminder.nl", 4),
        // Only the person can get one, and none of these is due.
        ("notice_14_days.nl", 1),
        ("final_demand.nl", 4),
        ("statement.nl", 4),
        ("reminder.en", 0),
    ] {
        let shipped = check(name, &text(name)).ok();
        assert_eq!(shipped["tried"], tried, "{name}: {shipped}");
        assert_eq!(
            shipped["problems"],
            json!([]),
            "{name}: the shipped text holds"
        );
    }
    let long = "Een lang verhaal. ".repeat(200);
    let reminder = text("reminder.nl");
    let grown = check(
        "reminder.nl",
        &reminder.replace("{{ closing }}", &format!("{long}\n\n{{{{ closing }}}}")),
    )
    .ok();
    assert_eq!(
        grown["problems"].as_array().unwrap().len(),
        4,
        "a page more for all: {grown}"
    );
    let empty = check(
        "reminder.nl",
        &reminder.replace(
            "{{ closing }}",
            "Binnen {{ term_days }} dagen.\n\n{{ closing }}",
        ),
    )
    .ok();
    assert!(
        empty["problems"][0]["problem"]
            .as_str()
            .unwrap()
            .contains("term_days"),
        "a field without a value leaves a gap: {empty}"
    );
    let guarded = check(
        "reminder.nl",
        &reminder.replace(
            "{{ closing }}",
            "{% if term_days %}Binnen {{ term_days }} dagen.{% endif %}\n\n{{ closing }}",
        ),
    )
    .ok();
    assert_eq!(
        guarded["problems"],
        json!([]),
        "inside an if it leaves none"
    );
    let notice = text("notice_14_days.nl");
    assert_eq!(
        check(
            "notice_14_days.nl",
            &notice.replace("{{ legal_notice }}", "")
        )
        .refused(),
        "template_incomplete"
    );
    assert_eq!(
        check(
            "notice_14_days.nl",
            &notice.replace("{{ salutation }}", "Betaal binnen zeven dagen."),
        )
        .refused(),
        "template_refused",
        "no other term than the law's"
    );
}

#[test]
fn a_text_is_shown_also_when_nobody_gets_it_today() {
    let home = stocked(1);
    let show = |name: &str| call(&home, "template_preview", json!({ "name": name })).ok();
    let due = show("reminder.nl");
    assert_eq!(
        (&due["example"], &due["due"]),
        (&json!(false), &json!(2)),
        "{}",
        due["customer"]
    );
    let demand = show("final_demand.nl");
    assert_eq!(
        (&demand["example"], &demand["due"]),
        (&json!(true), &json!(0))
    );
    assert!(
        demand["customer"]
            .as_str()
            .unwrap()
            .contains("Proefvoorbeeld")
            || demand["customer"].as_str().unwrap().contains("Testpersoon"),
        "on a customer with something open: {}",
        demand["customer"]
    );
    let english = show("notice_14_days.en");
    assert_eq!(english["example"], true, "nobody reads English here");
    assert!(english["pages"][0].as_str().unwrap().contains("<svg"));
}

#[test]
fn a_file_is_kept_with_an_invoice_once_and_comes_back_as_it_was() {
    let home = stocked(1);
    let file = home.write("factuur.pdf", b"%PDF-1.7 een factuur");
    let add = json!({ "invoice": "2026-100", "file": file });
    let done = call(&home, "invoice_file_add", add.clone()).ok();
    assert!(
        done["done"].as_str().unwrap().contains("2026-100"),
        "{done}"
    );
    assert_eq!(call(&home, "invoice_file_add", add).refused(), "file_kept");
    let detail = call(&home, "invoice_detail", json!({ "invoice": "2026-100" })).ok();
    let kept = detail["files"]
        .as_array()
        .unwrap()
        .iter()
        .find(|kept| kept["name"] == "factuur.pdf")
        .unwrap_or_else(|| panic!("it is with the invoice: {detail}"));
    assert_eq!(kept["media_type"], "application/pdf");
    let out = home.text("terug.pdf");
    call(
        &home,
        "invoice_file_save",
        json!({ "file": kept["id"], "out": out }),
    )
    .ok();
    assert_eq!(std::fs::read(&out).unwrap(), b"%PDF-1.7 een factuur");
    let empty = home.write("leeg.pdf", "");
    for (name, request, code) in [
        (
            "invoice_file_add",
            json!({ "invoice": "nooit", "file": file }),
            "unknown_invoice",
        ),
        (
            "invoice_file_add",
            json!({ "invoice": "2026-100", "file": empty }),
            "file_empty",
        ),
        (
            "invoice_file_add",
            json!({ "invoice": "2026-100", "file": home.text("weg.pdf") }),
            "not_found",
        ),
        (
            "invoice_file_save",
            json!({ "file": "999", "out": out }),
            "unknown_file",
        ),
        (
            "invoice_file_save",
            json!({ "file": "x", "out": out }),
            "unknown_file",
        ),
    ] {
        assert_eq!(
            call(&home, name, request.clone()).refused(),
            code,
            "{name} {request}"
        );
    }
}

#[test]
fn a_text_is_drawn_on_a_real_customer_or_on_an_invented_one() {
    let home = stocked(1);
    let customers = |name: &str| {
        let found = call(&home, "sample_customers", json!({ "name": name })).ok();
        found["customers"].as_array().unwrap().clone()
    };
    let draw = |request: serde_json::Value| call(&home, "sample_letter", request);
    let reminded = customers("reminder.nl");
    assert_eq!(reminded[0]["due"], true, "who gets it today comes first");
    let due = draw(json!({ "name": "reminder.nl", "customer": reminded[0]["customer"] })).ok();
    assert_eq!(
        (&due["of"], &due["name"]),
        (&json!("due"), &reminded[0]["name"])
    );
    // The very pages that would leave.
    let real = call(
        &home,
        "letter_preview",
        json!({ "customer": reminded[0]["customer"], "step": "reminder" }),
    )
    .ok();
    assert_eq!(due["pdf"], real["pdf"]);
    let account = customers("statement.nl");
    let statement =
        draw(json!({ "name": "statement.nl", "customer": account[0]["customer"] })).ok();
    assert_eq!(statement["of"], "possible", "a statement is never due");
    let real = call(
        &home,
        "statement_preview",
        json!({ "customer": account[0]["customer"] }),
    )
    .ok();
    assert_eq!(statement["pdf"], real["pdf"]);
    assert!(
        customers("reminder.en").is_empty(),
        "nobody here reads English"
    );
    for name in [
        "reminder.en",
        "notice_14_days.nl",
        "final_demand.nl",
        "statement.nl",
    ] {
        let invented = draw(json!({ "name": name })).ok();
        assert_eq!(invented["of"], "invented", "{name}");
        assert_eq!(
            invented["name"],
            if name.ends_with("en") {
                "Example Customer"
            } else {
                "Voorbeeldklant"
            }
        );
    }
    let cut = draw(json!({ "name": "notice_14_days.nl", "text": "Kort\n---\nBetaal nu." }));
    assert_eq!(cut.refused(), "template_incomplete");
}
