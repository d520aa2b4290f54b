//! Statements of claims at their edges: days, anniversaries, costs, refusals, the file's shape.

use law::Lang;
use serde_json::{Value, json};

use crate::euro;
use crate::imputation::{allocations, state};

pub fn one_claim(claim: Value, payments: Value, date: &str) -> Value {
    json!({"date": date, "claims": [claim], "payments": payments})
}

pub fn consumer(principal: &str, from: &str) -> Value {
    json!({"id": "A", "regime": "consumer", "principal": principal, "interest_from": from})
}

fn lines(statement: &law::ClaimStatement) -> Vec<String> {
    statement
        .claims
        .iter()
        .flat_map(|claim| &claim.lines)
        .map(|line| {
            format!(
                "{} {} {} {} {}",
                line.from, line.through, line.percent, line.base, line.interest
            )
        })
        .collect()
}

#[test]
fn the_day_of_payment_in_or_out() {
    let mut file = one_claim(
        consumer("1000.00", "2026-01-01"),
        json!([{"date": "2026-01-31", "amount": "503.40"}]),
        "2026-02-09",
    );
    let included = state(file.clone());
    assert_eq!(
        lines(&included),
        [
            "2026-01-01 2026-01-31 4 1000.00 3.40",
            "2026-02-01 2026-02-09 4 500.00 0.49"
        ],
        "included: the payment day bears interest over the old base"
    );
    file["payment_day"] = json!("excluded");
    let excluded = state(file);
    assert_eq!(
        lines(&excluded),
        [
            "2026-01-01 2026-01-30 4 1000.00 3.29",
            "2026-01-31 2026-02-09 4 499.89 0.55"
        ],
        "excluded: it bears interest over what is left"
    );
}

#[test]
fn payments_around_the_first_interest_day() {
    let paid_on = |date: &str| {
        let payments = json!([{"date": date, "amount": "100.00"}]);
        state(one_claim(
            consumer("1000.00", "2026-02-01"),
            payments,
            "2026-02-28",
        ))
    };
    for date in ["2025-06-01", "2026-01-31"] {
        let early = paid_on(date);
        assert_eq!(
            allocations(&early),
            ["A 0.00 0.00 100.00"],
            "{date}: no interest had accrued"
        );
        assert_eq!(
            lines(&early),
            ["2026-02-01 2026-02-28 4 900.00 2.76"],
            "{date}: interest over the rest"
        );
    }
    assert_eq!(
        allocations(&paid_on("2026-02-01")),
        ["A 0.00 0.11 99.89"],
        "one day of interest"
    );
}

#[test]
fn several_payments_on_one_day_count_interest_once() {
    let split = state(one_claim(
        consumer("1000.00", "2026-01-01"),
        json!([{"date": "2026-03-31", "amount": "5.00"}, {"date": "2026-03-31", "amount": "95.00"}]),
        "2026-11-22",
    ));
    let whole = state(one_claim(
        consumer("1000.00", "2026-01-01"),
        json!([{"date": "2026-03-31", "amount": "100.00"}]),
        "2026-11-22",
    ));
    assert_eq!(
        allocations(&split),
        ["A 0.00 5.00 0.00", "A 0.00 4.86 90.14"]
    );
    assert_eq!(
        split.claims.first().unwrap().lines,
        whole.claims.first().unwrap().lines,
        "the same lines"
    );
    assert_eq!(
        split.total_open, whole.total_open,
        "two parts on one day are one payment"
    );
}

#[test]
fn only_unpaid_interest_joins_the_base() {
    let contract = json!({"percent": "10", "per": "year", "compound": "year"});
    let claim = json!({"id": "A", "regime": "contract", "contract": contract, "principal": "1000.00", "interest_from": "2025-01-01"});
    // 181 days give 49.59; 40.00 of it is paid. Half a year later 50.41 more: 60.00 joins.
    let payments = json!([{"date": "2025-06-30", "amount": "40.00"}, {"date": "2026-06-30", "amount": "75.00"}]);
    let statement = state(one_claim(claim, payments, "2027-01-01"));
    assert_eq!(
        lines(&statement),
        [
            "2025-01-01 2025-06-30 10 1000.00 49.59",
            "2025-07-01 2025-12-31 10 1000.00 50.41",
            "2026-01-01 2026-06-30 10 1060.00 52.56",
            // 75.00 pays the 60.00 of the first year, then 15.00 of the second.
            "2026-07-01 2026-12-31 10 1000.00 50.41",
            "2027-01-01 2027-01-01 10 1087.97 0.30",
        ],
        "the oldest interest is paid first; the rest of each year joins on the anniversary"
    );
    let claim = statement.claims.first().unwrap();
    assert_eq!(
        claim.principal_open,
        euro("1000.00"),
        "interest that joined is still interest"
    );
    assert_eq!(claim.interest_open, euro("88.27"));
}

#[test]
fn a_payment_on_the_eve_of_the_anniversary_counts_for_the_old_year() {
    let contract = json!({"percent": "10", "per": "year", "compound": "year"});
    let claim = json!({"id": "A", "regime": "contract", "contract": contract, "principal": "1000.00", "interest_from": "2025-01-01"});
    let paid_on = |date: &str, payment_day: &str| {
        let mut file = one_claim(
            claim.clone(),
            json!([{"date": date, "amount": "100.00"}]),
            "2026-01-01",
        );
        file["payment_day"] = json!(payment_day);
        state(file)
    };
    let eve = paid_on("2025-12-31", "included");
    assert_eq!(allocations(&eve), ["A 0.00 100.00 0.00"]);
    assert_eq!(
        lines(&eve).last().unwrap(),
        "2026-01-01 2026-01-01 10 1000.00 0.27",
        "nothing joins"
    );
    let day_itself = paid_on("2026-01-01", "included");
    assert_eq!(
        lines(&day_itself).last().unwrap(),
        "2026-01-01 2026-01-01 10 1100.00 0.30",
        "a day too late"
    );
    let excluded = paid_on("2026-01-01", "excluded");
    assert_eq!(
        lines(&excluded).last().unwrap(),
        "2026-01-01 2026-01-01 10 1000.00 0.27",
        "the day does not count"
    );
}

#[test]
fn monthly_compounding_takes_payments() {
    let contract = json!({"percent": "2", "per": "month", "compound": "month"});
    let claim = json!({"id": "A", "regime": "contract", "contract": contract, "principal": "1000.00", "interest_from": "2025-01-15"});
    let statement = state(one_claim(
        claim,
        json!([{"date": "2025-03-24", "amount": "47.11"}]),
        "2025-04-14",
    ));
    assert_eq!(
        lines(&statement),
        [
            "2025-01-15 2025-02-14 2 1000.00 20.00",
            "2025-02-15 2025-03-14 2 1020.00 20.40",
            "2025-03-15 2025-03-24 2 1040.40 6.71",
            // All interest is paid: 21 of the month's 31 days over the principal alone.
            "2025-03-25 2025-04-14 2 1000.00 13.55",
        ],
        "part months go by the days of that month, before and after the payment"
    );
    assert_eq!(
        statement.claims.first().unwrap().interest_open,
        euro("13.55")
    );
    assert_eq!(
        statement.per_day,
        euro("0.68"),
        "the month's 13.55 joins: 1,013.55 x 2% / 30"
    );
}

#[test]
fn joint_costs_come_first_and_stand_apart() {
    let file = |for_: Value, over: Value| {
        let mut file = json!({
            "date": "2026-06-30",
            "claims": [
                {"id": "A", "regime": "commercial", "principal": "300.00", "interest_from": "2026-03-02"},
                {"id": "B", "regime": "commercial", "principal": "300.00", "interest_from": "2026-03-16"},
            ],
            "costs": [{"claim": null, "amount": "90.00", "due_from": "2026-04-01"},
                      {"claim": "B", "amount": "10.00", "due_from": "2026-04-01"}],
            "payments": [{"date": "2026-04-30", "amount": "100.00", "for": for_}],
        });
        if !over.is_null() {
            file["costs"][0]["over"] = over;
        }
        file
    };
    let undesignated = state(file(json!([]), Value::Null));
    assert_eq!(
        allocations(&undesignated),
        ["joint 90.00 0.00 0.00", "A 0.00 5.01 4.99"]
    );
    assert_eq!(undesignated.joint_costs_open, euro("0"));
    let designated = state(file(json!(["B"]), Value::Null));
    assert_eq!(
        allocations(&designated),
        ["joint 90.00 0.00 0.00", "B 10.00 0.00 0.00"],
        "costs of all claims are also costs of the one that was designated"
    );
    let others = state(file(json!(["B"]), json!(["A"])));
    assert_eq!(
        allocations(&others),
        ["B 10.00 3.84 86.16"],
        "costs over A alone are no costs of B"
    );
    assert_eq!(others.joint_costs_open, euro("90.00"), "they stay open");
    let claims: law::Cents = others
        .claims
        .iter()
        .map(|claim| claim.principal_open + claim.interest_open + claim.costs_open)
        .sum();
    assert_eq!(
        others.total_open,
        claims + others.joint_costs_open,
        "the parts sum to the total"
    );
    let json = serde_json::to_value(undesignated.view(Lang::Nl)).unwrap();
    assert!(
        json["payments"][0]["allocations"][0]["claim"].is_null(),
        "joint costs have no claim"
    );
}

#[test]
fn costs_do_not_exist_before_their_day() {
    let file = |date: &str, paid: &str| {
        json!({
            "date": date,
            "claims": [consumer("1000.00", "2026-01-01")],
            "costs": [{"claim": "A", "amount": "150.00", "due_from": "2026-03-10"}],
            "payments": [{"date": paid, "amount": "20.00"}],
        })
    };
    let open = |date: &str| {
        state(file(date, "2026-03-01"))
            .claims
            .first()
            .unwrap()
            .costs_open
    };
    assert_eq!(open("2026-03-09"), euro("0"), "the day before");
    assert_eq!(open("2026-03-10"), euro("150.00"), "from the day itself");
    assert_eq!(
        allocations(&state(file("2026-11-22", "2026-03-09"))),
        ["A 0.00 7.45 12.55"]
    );
    assert_eq!(
        allocations(&state(file("2026-11-22", "2026-03-10"))),
        ["A 20.00 0.00 0.00"]
    );
}

#[test]
fn the_day_after_counts_its_own_rate_and_anniversary() {
    let per_day =
        |claims: Value, date: &str| state(json!({"date": date, "claims": claims})).per_day;
    assert_eq!(
        per_day(json!([consumer("10000.00", "2025-07-01")]), "2025-12-31"),
        euro("1.10"),
        "4% from tomorrow"
    );
    let contract = json!({"percent": "10", "per": "year", "compound": "year"});
    let anniversary = json!([{"id": "A", "regime": "contract", "contract": contract, "principal": "10000.00", "interest_from": "2025-01-01"}]);
    assert_eq!(
        per_day(anniversary, "2025-12-31"),
        euro("3.01"),
        "the year's 1,000.00 joins tomorrow"
    );
    let starts = json!([consumer("10000.00", "2026-03-01")]);
    assert_eq!(
        per_day(starts.clone(), "2026-02-28"),
        euro("1.10"),
        "the first interest day is tomorrow"
    );
    assert_eq!(per_day(starts, "2026-02-27"), euro("0"), "not yet");
    let small: Vec<Value> = (0..3)
        .map(|id| json!({"id": id.to_string(), "regime": "consumer", "principal": "40.00", "interest_from": "2026-01-01"}))
        .collect();
    assert_eq!(
        per_day(json!(small), "2026-02-01"),
        euro("0.01"),
        "0.00438 three times is summed, then rounded"
    );
    let unverified =
        state(json!({"date": "2026-12-31", "claims": [consumer("100.00", "2026-01-01")]}));
    assert_eq!(
        unverified.warnings.len(),
        1,
        "tomorrow's rate is not verified, and that is said"
    );
}

#[test]
fn claims_without_interest_and_credits() {
    let statement = state(json!({
        "date": "2026-06-30",
        "claims": [
            {"id": "plain", "regime": "consumer", "principal": "100.00", "interest_from": null, "due_from": "2026-03-01"},
            {"id": "late", "regime": "consumer", "principal": "100.00", "interest_from": "2026-01-01"},
            {"id": "credit", "regime": "consumer", "principal": "-40.00", "interest_from": "2026-01-01"},
        ],
        "payments": [{"date": "2026-02-01", "amount": "120.00"}],
    }));
    assert_eq!(
        allocations(&statement),
        ["late 0.00 0.35 100.00", "plain 0.00 0.00 19.65"]
    );
    let plain = statement.claims.first().unwrap();
    assert_eq!(
        (plain.interest_total, plain.principal_open),
        (euro("0"), euro("80.35")),
        "no interest runs"
    );
    let credit = statement.claims.get(2).unwrap();
    // 32 days to the payment and 149 after it: -0.14 and -0.65.
    assert_eq!(
        (credit.principal_open, credit.interest_open),
        (euro("-40"), euro("-0.79")),
        "a credit mirrors a claim"
    );
    assert_eq!(statement.total_open, euro("39.56"), "and lowers the total");
}

#[test]
fn fewer_cuts_on_request() {
    let file = |split: &str| {
        json!({
            "date": "2026-06-30", "split": split,
            "claims": [
                {"id": "A", "regime": "commercial", "principal": "300.00", "interest_from": "2026-03-02"},
                {"id": "B", "regime": "commercial", "principal": "300.00", "interest_from": "2026-03-16"},
            ],
            "payments": [{"date": "2026-04-01", "amount": "10.00"}, {"date": "2026-04-01", "amount": "10.00", "for": ["A"]}],
        })
    };
    let count = |split: &str| -> Vec<usize> {
        state(file(split))
            .claims
            .iter()
            .map(|claim| claim.lines.len())
            .collect()
    };
    assert_eq!(
        count("every_payment"),
        [2, 2],
        "the contract cuts the day after a payment"
    );
    assert_eq!(
        count("own_payments"),
        [2, 1],
        "a claim that got nothing is not cut"
    );
    let every = state(file("every_payment"));
    let own = state(file("own_payments"));
    assert_eq!(
        every.claims.first(),
        own.claims.first(),
        "a claim that was paid is the same either way"
    );
    let whole = own.claims.get(1).unwrap();
    // 300 x 10.15% x 107 / 365 = 8.926...
    assert_eq!(whole.interest_total, euro("8.93"), "one line, rounded once");
}

#[test]
fn a_claim_that_went_apart_pays_joint_costs_with_what_came_before_only() {
    let state_of = |paid_on: &str| {
        state(json!({
            "date": "2026-06-30",
            "claims": [
                {"id": "A", "regime": "commercial", "principal": "300.00", "interest_from": "2026-03-02"},
                {"id": "B", "regime": "commercial", "principal": "300.00", "interest_from": "2026-03-16"},
            ],
            "costs": [{"claim": null, "amount": "50.00", "due_from": "2026-04-01", "over": ["A", "B"],
                       "apart": [{"claim": "B", "after": "2026-05-10"}]},
                      {"claim": null, "amount": "40.00", "due_from": "2026-04-01", "over": ["A", "B"],
                       "apart": [{"claim": "A", "after": "2026-05-10"}]}],
            "payments": [{"date": paid_on, "amount": "100.00", "for": ["B"]}],
        }))
    };
    let before = state_of("2026-05-10");
    assert_eq!(
        allocations(&before),
        ["joint 90.00 0.00 0.00", "B 0.00 4.67 5.33"],
        "on the last day both shares are still paid together"
    );
    let after = state_of("2026-05-11");
    assert_eq!(
        allocations(&after),
        ["joint 40.00 0.00 0.00", "B 0.00 4.76 55.24"],
        "later, its own share only"
    );
    assert_eq!(
        after.joint_costs_open,
        euro("50.00"),
        "the other stays open"
    );
}
