//! The calculations: the contract's own examples, to the cent and to the day.

use serde_json::{Value, json};

use crate::home::Home;

fn calc(args: &[&str]) -> Value {
    Home::new()
        .run(&[&["calc"], args, &["--json"]].concat())
        .ok()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("{field} is a text in {value}"))
}

#[test]
fn costs_as_the_contract_has_them() {
    let found = calc(&["costs", "--principal", "986.42"]);
    assert_eq!(text(&found, "principal"), "986.42");
    assert_eq!(
        text(&found, "costs"),
        "147.96",
        "15% of 986.42 (art. 2 BIK)"
    );
    assert_eq!(text(&found, "vat"), "0.00", "no VAT unless declared");
    assert_eq!(text(&found, "total"), "147.96");
    assert_eq!(found["warnings"], json!([]));
    let lines = found["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 1, "one slice of the scale: {found}");
    assert_eq!(text(&lines[0], "base"), "986.42");
    assert_eq!(text(&lines[0], "percent"), "15");
    assert_eq!(text(&lines[0], "amount"), "147.96");
    assert!(
        !text(&lines[0], "basis").is_empty(),
        "an amount names its article"
    );
}

#[test]
fn costs_at_the_edges() {
    for principal in ["0", "-5", "-12.50"] {
        let found = calc(&["costs", "--principal", principal]);
        assert_eq!(
            text(&found, "costs"),
            "0.00",
            "nothing is owed over {principal}"
        );
        assert_eq!(text(&found, "total"), "0.00");
    }
    let least = calc(&["costs", "--principal", "10"]);
    assert_eq!(text(&least, "costs"), "40.00", "the minimum");
    let most = calc(&["costs", "--principal", "1000000000"]);
    assert_eq!(
        text(&most, "costs"),
        "6775.00",
        "the maximum, also of a billion"
    );
    for found in [&least, &most] {
        let sum: i64 = found["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| {
                text(line, "amount")
                    .replace('.', "")
                    .parse::<i64>()
                    .unwrap()
            })
            .sum();
        let costs = text(found, "costs")
            .replace('.', "")
            .parse::<i64>()
            .unwrap();
        assert_eq!(sum, costs, "lines sum to the costs: {found}");
    }
    let vat = calc(&["costs", "--principal", "986.42", "--vat-not-recoverable"]);
    assert_eq!(text(&vat, "vat"), "31.07", "21% of 147.96");
    assert_eq!(text(&vat, "total"), "179.03");
}

#[test]
fn interest_as_the_contract_has_it() {
    let found = calc(&[
        "interest",
        "--regime",
        "consumer",
        "--principal",
        "3500",
        "--from",
        "2025-03-15",
        "--through",
        "2026-04-21",
    ]);
    assert_eq!(text(&found, "interest"), "211.39");
    let periods = found["periods"].as_array().unwrap();
    assert_eq!(
        periods[0]["days"], 292,
        "15 March through 31 December, both counted"
    );
    assert_eq!(text(&periods[0], "percent"), "6");
    assert_eq!(text(&periods[0], "base"), "3500.00");
    assert_eq!(found["warnings"], json!([]));
}

#[test]
fn interest_at_the_edges() {
    let none = calc(&[
        "interest",
        "--regime",
        "commercial",
        "--principal",
        "100",
        "--from",
        "2026-02-02",
        "--through",
        "2026-02-01",
    ]);
    assert_eq!(
        text(&none, "interest"),
        "0.00",
        "through before from gives nothing"
    );
    let late = calc(&[
        "interest",
        "--regime",
        "consumer",
        "--principal",
        "100",
        "--from",
        "2026-12-01",
        "--through",
        "2027-01-31",
    ]);
    assert!(
        late["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|warning| warning["code"] == "rate_not_verified"),
        "a rate after its verified date is said: {late}"
    );
    let old = Home::new().run(&[
        "calc",
        "interest",
        "--regime",
        "consumer",
        "--principal",
        "100",
        "--from",
        "1990-01-01",
        "--through",
        "1990-02-01",
        "--json",
    ]);
    assert_eq!(
        old.refused(),
        "rate_unknown",
        "before the table begins nothing is guessed"
    );
    let monthly = calc(&[
        "interest",
        "--regime",
        "contract",
        "--principal",
        "1000",
        "--from",
        "2026-01-01",
        "--through",
        "2026-12-31",
        "--percent",
        "1",
        "--per",
        "month",
    ]);
    assert_eq!(
        text(&monthly, "interest"),
        "120.00",
        "per month without compounding is twelve times"
    );
}

#[test]
fn notice_as_the_contract_has_it() {
    let found = calc(&["notice", "--sent", "2026-11-03"]);
    for (field, day) in [
        ("delivered", "2026-11-05"),
        ("first_day", "2026-11-06"),
        ("last_day", "2026-11-19"),
        ("costs_claimable_from", "2026-11-20"),
        ("claimable_in_plan", "2026-11-27"),
    ] {
        assert_eq!(
            text(&found, field),
            day,
            "{field} of a letter sent on 3 November 2026"
        );
    }
    assert!(
        !found["rules"].as_array().unwrap().is_empty(),
        "dates name their rules"
    );
    let slow = calc(&["notice", "--sent", "2026-11-03", "--delivery-days", "3"]);
    assert_eq!(text(&slow, "delivered"), "2026-11-06");
    let short = Home::new().run(&[
        "calc",
        "notice",
        "--sent",
        "2026-11-03",
        "--delivery-days",
        "1",
        "--json",
    ]);
    assert_eq!(
        short.refused(),
        "invalid_fields",
        "the post never takes one day here"
    );
}

#[test]
fn limitation_and_its_interruptions() {
    let found = calc(&["limitation", "--due", "2024-03-31", "--kind", "contract"]);
    assert_eq!(
        text(&found, "last_safe_day"),
        "2029-03-31",
        "five years (art. 3:307 BW)"
    );
    let again = calc(&[
        "limitation",
        "--due",
        "2024-03-31",
        "--kind",
        "contract",
        "--interrupted",
        "2025-06-15",
        "--interrupted",
        "2026-06-15",
    ]);
    assert_eq!(
        text(&again, "last_safe_day"),
        "2031-06-15",
        "the last interruption starts it anew"
    );
    let sale = calc(&[
        "limitation",
        "--due",
        "2024-03-31",
        "--kind",
        "consumer-sale",
    ]);
    assert_eq!(
        text(&sale, "last_safe_day"),
        "2026-03-31",
        "two years (art. 7:28 BW)"
    );
}

#[test]
fn interest_start_answers_or_says_that_it_cannot() {
    let found = calc(&[
        "interest-start",
        "--debtor",
        "business",
        "--due",
        "2026-03-31",
    ]);
    assert_eq!(
        text(&found, "interest_from"),
        "2026-04-01",
        "the day after an agreed term"
    );
    let unknown = calc(&["interest-start", "--debtor", "consumer"]);
    assert!(unknown["interest_from"].is_null(), "not guessed: {unknown}");
    assert!(
        !unknown["warnings"].as_array().unwrap().is_empty(),
        "and said: {unknown}"
    );
}

const CLAIM: &str = r#"{"date":"2026-11-22","day_count":"year","payment_day":"included",
 "claims":[{"id":"A","regime":"consumer","surcharge":"0","principal":"1000.00","interest_from":"2026-01-01"}],
 "costs":[{"claim":"A","amount":"150.00","due_from":"2026-03-10"}],
 "payments":[{"date":"2026-03-31","amount":"500.00","for":["A"]}]}"#;

#[test]
fn claim_as_the_contract_has_it() {
    let home = Home::new();
    let file = home.write("claim.json", CLAIM);
    let found = home.run(&["calc", "claim", "--file", &file, "--json"]).ok();
    let claim = &found["claims"][0];
    for (field, amount) in [
        ("principal_open", "659.86"),
        ("interest_open", "17.07"),
        ("costs_open", "0.00"),
        ("interest_total", "26.93"),
    ] {
        assert_eq!(
            text(claim, field),
            amount,
            "{field} of the contract's claim"
        );
    }
    let payment = &found["payments"][0];
    let part = &payment["allocations"][0];
    assert_eq!(text(part, "claim"), "A");
    assert_eq!(
        (
            text(part, "costs"),
            text(part, "interest"),
            text(part, "principal")
        ),
        ("150.00", "9.86", "340.14"),
        "costs, then interest, then principal (art. 6:44 BW)"
    );
    assert_eq!(text(payment, "unallocated"), "0.00");
    assert_eq!(text(&found, "total_open"), "676.93");
    assert_eq!(
        text(&found, "per_day"),
        "0.07",
        "a rate per year over 659.86, on one day"
    );
    let piped = home
        .run_with(&["calc", "claim", "--file", "-", "--json"], CLAIM)
        .ok();
    assert_eq!(piped, found, "standard input gives the same");
}

#[test]
fn a_claim_file_that_is_wrong_is_refused_by_name() {
    let home = Home::new();
    let cut = home.write("half.json", &CLAIM[..CLAIM.len() / 2]);
    assert_eq!(
        home.run(&["calc", "claim", "--file", &cut, "--json"])
            .refused(),
        "bad_json"
    );
    let odd = home.write("odd.json", CLAIM.replace("payments", "betalingen"));
    assert_eq!(
        home.run(&["calc", "claim", "--file", &odd, "--json"])
            .refused(),
        "bad_request",
        "a misspelt field must not silently be no payments"
    );
    let away = home.text("away.json");
    assert_eq!(
        home.run(&["calc", "claim", "--file", &away, "--json"])
            .refused(),
        "not_found"
    );
    let other = home.write(
        "other.json",
        CLAIM.replace("\"for\":[\"A\"]", "\"for\":[\"B\"]"),
    );
    assert_eq!(
        home.run(&["calc", "claim", "--file", &other, "--json"])
            .code,
        1,
        "claim B is not there"
    );
}

#[test]
fn an_amount_may_be_typed_the_dutch_way() {
    let found = calc(&["costs", "--principal", "1.986,42"]);
    assert_eq!(text(&found, "principal"), "1986.42");
}
