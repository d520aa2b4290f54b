//! Imputation of payments by articles 6:43 and 6:44 BW: cases P01 to P17.

use law::{ClaimCase, ClaimStatement, LawError, RateTable, Rule, claim};
use serde_json::json;

use crate::{euro, rows};

pub fn case(value: serde_json::Value) -> ClaimCase {
    serde_json::from_value(value).unwrap()
}

pub fn state(value: serde_json::Value) -> ClaimStatement {
    claim(&case(value), RateTable::shipped()).unwrap()
}

/// Costs, interest and principal a payment sent to a claim, as text.
pub fn allocations(statement: &ClaimStatement) -> Vec<String> {
    let parts = statement
        .payments
        .iter()
        .flat_map(|payment| &payment.allocations);
    parts
        .map(|part| {
            let name = part.claim.as_deref().unwrap_or("joint");
            format!("{name} {} {} {}", part.costs, part.interest, part.principal)
        })
        .collect()
}

/// A claim over which exactly `interest` has run in one year of 365 days, and its payment.
fn with_exact_interest(costs: &str, interest: &str, principal: &str, paid: &str) -> ClaimStatement {
    let percent =
        euro(interest).euro() * rust_decimal::Decimal::ONE_HUNDRED / euro(principal).euro();
    let percent = percent.round_dp(6).normalize().to_string();
    let contract = json!({"percent": percent, "per": "year"});
    state(json!({
        "date": "2025-12-31",
        "claims": [{"id": "A", "regime": "contract", "contract": contract,
                    "principal": principal, "interest_from": "2025-01-01"}],
        "costs": [{"claim": "A", "amount": costs, "due_from": "2025-02-01"}],
        "payments": [{"date": "2025-12-31", "amount": paid}],
    }))
}

#[test]
fn costs_then_interest_then_principal() {
    // Id; open costs, interest, principal; payment; to costs, interest, principal; left over.
    let table = "
    P01  875 600  5000 6475     875   600 5000   0
    P02  875 600  5000  500     500     0    0   0
    P03  875 600  5000 1200     875   325    0   0
    P04  875 600  5000 2000     875   600  525   0
    P05  875 600  5000 7000     875   600 5000 525
    P06    0 600  5000  400       0   400    0   0
    P07  100  50  3000  123.45  100 23.45    0   0
    P08  875 250 10000 10000    875   250 8875   0
    P09   40   5   100  100      40     5   55   0
    P10 2100 900 19000 2350    2100   250    0   0
    ";
    for [
        id,
        costs,
        interest,
        principal,
        paid,
        to_costs,
        to_interest,
        to_principal,
        left,
    ] in rows(table)
    {
        let statement = with_exact_interest(costs, interest, principal, paid);
        let claim = statement.claims.first().unwrap();
        let payment = statement.payments.first().unwrap();
        let part = payment.allocations.first().unwrap();
        let [to_costs, to_interest, to_principal] = [to_costs, to_interest, to_principal].map(euro);
        assert_eq!(
            claim.interest_total,
            euro(interest),
            "{id}: the interest the case starts from"
        );
        assert_eq!(part.costs, to_costs, "{id}: costs first");
        assert_eq!(part.interest, to_interest, "{id}: then interest");
        assert_eq!(part.principal, to_principal, "{id}: then principal");
        assert_eq!(
            payment.unallocated,
            euro(left),
            "{id}: what is left over is said"
        );
        assert_eq!(
            claim.costs_open,
            euro(costs) - to_costs,
            "{id}: costs still open"
        );
        assert_eq!(
            claim.interest_open,
            euro(interest) - to_interest,
            "{id}: interest still open"
        );
        assert_eq!(
            claim.principal_open,
            euro(principal) - to_principal,
            "{id}: principal still open"
        );
    }
}

#[test]
fn a_negative_payment_is_refused() {
    let refused = claim(
        &case(json!({
            "date": "2026-11-22",
            "claims": [{"id": "A", "regime": "consumer", "principal": "100.00", "interest_from": "2026-01-01"}],
            "payments": [{"date": "2026-02-01", "amount": "-10.00"}],
        })),
        RateTable::shipped(),
    );
    assert_eq!(
        refused,
        Err(LawError::PaymentNegative {
            date: crate::day("2026-02-01"),
            amount: euro("-10")
        }),
        "P11"
    );
}

#[test]
fn the_contracts_example() {
    let statement = state(json!({
        "date": "2026-11-22", "day_count": "year", "payment_day": "included",
        "claims": [{"id": "A", "regime": "consumer", "surcharge": "0", "principal": "1000.00",
                    "interest_from": "2026-01-01"}],
        "costs": [{"claim": "A", "amount": "150.00", "due_from": "2026-03-10"}],
        "payments": [{"date": "2026-03-31", "amount": "500.00", "for": ["A"]}],
    }));
    let json = serde_json::to_value(statement.view(law::Lang::Nl)).unwrap();
    let claim = &json["claims"][0];
    for (field, value) in [
        ("principal_open", "659.86"),
        ("interest_open", "17.07"),
        ("costs_open", "0.00"),
        ("interest_total", "26.93"),
    ] {
        assert_eq!(claim[field], value, "{field} of the contract's example");
    }
    let part = &json["payments"][0]["allocations"][0];
    assert_eq!(
        (&part["claim"], &part["costs"]),
        (&json!("A"), &json!("150.00"))
    );
    assert_eq!(
        (&part["interest"], &part["principal"]),
        (&json!("9.86"), &json!("340.14"))
    );
    assert_eq!(json["payments"][0]["unallocated"], "0.00");
    assert_eq!(
        (&json["total_open"], &json["per_day"]),
        (&json!("676.93"), &json!("0.07"))
    );
    assert_eq!(json["warnings"], json!([]));
}

#[test]
fn principal_paid_after_the_term_leaves_principal_open() {
    let statement = state(json!({
        "date": "2026-11-22",
        "claims": [{"id": "A", "regime": "consumer", "principal": "1000.00", "interest_from": "2026-01-01"}],
        "costs": [{"claim": "A", "amount": "150.00", "due_from": "2026-03-10"}],
        "payments": [{"date": "2026-04-01", "amount": "1000.00"}],
    }));
    assert_eq!(
        allocations(&statement),
        ["A 150.00 9.97 840.03"],
        "P12: 91 days of interest"
    );
    let claim = statement.claims.first().unwrap();
    assert_eq!(claim.principal_open, euro("159.97"), "P12");
    assert_eq!(claim.interest_open, euro("4.12"), "P12");
    assert_eq!(statement.total_open, euro("164.09"), "P12");
}

#[test]
fn principal_paid_within_the_term() {
    let base = json!({
        "date": "2026-11-22",
        "claims": [{"id": "A", "regime": "consumer", "principal": "1000.00", "interest_from": "2026-01-01"}],
        "costs": [{"claim": "A", "amount": "150.00", "due_from": "2026-03-10"}],
        "payments": [{"date": "2026-03-05", "amount": "1000.00"}],
    });
    let strict = state(base.clone());
    assert_eq!(
        allocations(&strict),
        ["A 0.00 7.01 992.99"],
        "P13: no costs before their day"
    );
    assert_eq!(
        strict.claims.first().unwrap().principal_open,
        euro("7.01"),
        "P13: strict 6:44"
    );

    let mut asked_later = base;
    asked_later["claims"][0]["interest_asked_from"] = json!("2026-03-10");
    asked_later["costs"] = json!([]);
    let waived = state(asked_later);
    assert_eq!(
        allocations(&waived),
        ["A 0.00 0.00 1000.00"],
        "P13: only the principal was asked"
    );
    let claim = waived.claims.first().unwrap();
    assert_eq!(
        (claim.principal_open, claim.interest_open),
        (euro("0"), euro("7.01")),
        "P13: interest can be waived"
    );
    assert_eq!(
        waived.per_day,
        euro("0"),
        "P13: without a base nothing runs on"
    );
}

#[test]
fn a_business_that_pays_in_parts() {
    let statement = state(json!({
        "date": "2026-11-22",
        "claims": [{"id": "A", "regime": "commercial", "principal": "5000.00", "interest_from": "2026-02-01"}],
        "costs": [{"claim": "A", "amount": "625.00", "due_from": "2026-02-01"}],
        "payments": [{"date": "2026-08-20", "amount": "2000.00"}, {"date": "2026-05-15", "amount": "2000.00"}],
    }));
    assert_eq!(
        allocations(&statement),
        ["A 625.00 144.60 1230.40", "A 0.00 103.00 1897.00"],
        "P15: by date, whatever the order in the file"
    );
    let claim = statement.claims.first().unwrap();
    let lines: Vec<String> = claim
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} {} {} {}",
                line.from, line.days, line.base, line.interest
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "2026-02-01 104 5000.00 144.60",
            "2026-05-16 46 3769.60 48.22",
            "2026-07-01 51 3769.60 54.78",
            "2026-08-21 94 1872.60 50.15",
        ],
        "P15: a new period the day after a payment and at the change of rate"
    );
    assert_eq!(statement.total_open, euro("1922.75"), "P15");
}

/// Case P16 with another date, payments and designation.
fn consumer_and_trade(payments: serde_json::Value) -> ClaimStatement {
    state(json!({
        "date": "2026-11-22",
        "claims": [
            {"id": "A", "regime": "consumer", "principal": "800.00", "interest_from": "2026-01-11"},
            {"id": "B", "regime": "commercial", "principal": "500.00", "interest_from": "2026-03-02"},
        ],
        "payments": payments,
    }))
}

#[test]
fn designation_then_the_most_onerous() {
    // 2 March through 1 June: 92 days of 10.15% over 500 is 12.79; 142 days of 4% over 800 is 12.45.
    let designated =
        consumer_and_trade(json!([{"date": "2026-06-01", "amount": "600.00", "for": ["B"]}]));
    assert_eq!(
        allocations(&designated),
        ["B 0.00 12.79 500.00", "A 0.00 12.45 74.76"],
        "P16: B first, the rest to A"
    );
    let rules: Vec<Rule> = designated
        .payments
        .first()
        .unwrap()
        .allocations
        .iter()
        .map(|part| part.rule)
        .collect();
    assert_eq!(
        rules,
        [Rule::PaymentDesignated, Rule::PaymentOrder],
        "P16: each part says why"
    );

    let silent = consumer_and_trade(json!([{"date": "2026-06-01", "amount": "600.00"}]));
    assert_eq!(
        allocations(&silent),
        allocations(&designated),
        "P16: 10.15% weighs more than 4%"
    );

    let other =
        consumer_and_trade(json!([{"date": "2026-06-01", "amount": "600.00", "for": ["A"]}]));
    assert_eq!(
        allocations(&other),
        ["A 0.00 12.45 587.55"],
        "P16: the debtor chooses"
    );

    let early = consumer_and_trade(json!([{"date": "2026-02-01", "amount": "600.00"}]));
    assert_eq!(
        allocations(&early),
        ["A 0.00 1.93 598.07"],
        "P16: B was not due yet, however onerous"
    );

    let both = consumer_and_trade(json!([{"date": "2026-02-01", "amount": "900.00"}]));
    assert_eq!(
        allocations(&both),
        ["A 0.00 1.93 800.00", "B 0.00 0.00 98.07"],
        "P16: what is left when all that is due is paid goes to what is not due yet"
    );
}

/// Equal commercial claims from the given days, paid together.
fn equal_claims(from: &[&str], principals: &[&str], paid_on: &str, paid: &str) -> ClaimStatement {
    let claims: Vec<_> = from
        .iter()
        .zip(principals)
        .enumerate()
        .map(|(index, (from, principal))| {
            json!({"id": format!("{}", index + 1), "regime": "commercial", "principal": principal, "interest_from": from})
        })
        .collect();
    state(
        json!({"date": "2026-06-30", "claims": claims, "payments": [{"date": paid_on, "amount": paid}]}),
    )
}

#[test]
fn oldest_first_and_equals_in_proportion() {
    let older = equal_claims(
        &["2026-03-16", "2026-03-02"],
        &["300", "300"],
        "2026-04-01",
        "300",
    );
    assert_eq!(
        allocations(&older),
        ["2 0.00 2.59 297.41"],
        "P16: the oldest first, whatever the order"
    );
    let equal = equal_claims(
        &["2026-03-02", "2026-03-02"],
        &["300", "300"],
        "2026-03-01",
        "300",
    );
    assert_eq!(
        allocations(&equal),
        ["1 0.00 0.00 150.00", "2 0.00 0.00 150.00"],
        "P16: 150 each"
    );
    let due = equal_claims(
        &["2026-03-02", "2026-03-02"],
        &["300", "300"],
        "2026-04-01",
        "300",
    );
    assert_eq!(
        allocations(&due),
        ["1 0.00 2.59 147.41", "2 0.00 2.59 147.41"],
        "P16: 150 each, interest first"
    );

    let from = ["2026-03-02"; 3];
    let thirds = equal_claims(&from, &["300", "300", "300"], "2026-03-01", "100");
    assert_eq!(
        allocations(&thirds),
        [
            "1 0.00 0.00 33.33",
            "2 0.00 0.00 33.33",
            "3 0.00 0.00 33.34"
        ],
        "P17: the last takes the odd cent"
    );
    let shares = equal_claims(&from, &["3000", "7000"], "2026-03-01", "500");
    assert_eq!(
        allocations(&shares),
        ["1 0.00 0.00 150.00", "2 0.00 0.00 350.00"],
        "P17: 150 and 350"
    );
    let credit = equal_claims(&from, &["300", "-200", "300"], "2026-03-01", "100");
    assert_eq!(
        allocations(&credit),
        ["1 0.00 0.00 50.00", "3 0.00 0.00 50.00"],
        "P17: credit notes get nothing"
    );
    let rules = thirds
        .payments
        .first()
        .unwrap()
        .allocations
        .iter()
        .map(|part| part.rule);
    assert!(
        rules
            .into_iter()
            .all(|rule| rule == Rule::PaymentProportional),
        "P17: and says why"
    );
}

#[test]
fn a_share_never_exceeds_what_is_open() {
    let statement = state(json!({
        "date": "2026-03-31",
        "claims": [
            {"id": "1", "regime": "commercial", "principal": "100.00", "interest_from": "2026-04-01"},
            {"id": "2", "regime": "commercial", "principal": "100.00", "interest_from": "2026-04-01"},
        ],
        "costs": [{"claim": "1", "amount": "150.00", "due_from": "2026-03-01"}],
        "payments": [{"date": "2026-03-15", "amount": "230.00"}],
    }));
    assert_eq!(
        allocations(&statement),
        ["1 130.00 0.00 0.00", "2 0.00 0.00 100.00"],
        "half would be 115 each, but only 100 is open on the second"
    );
}

#[test]
fn a_shares_three_cents_over_five() {
    let claims: Vec<_> = (1..=5)
        .map(|id| json!({"id": id.to_string(), "regime": "commercial", "principal": "10.00", "interest_from": "2026-03-02"}))
        .collect();
    let statement = state(
        json!({"date": "2026-03-31", "claims": claims, "payments": [{"date": "2026-03-01", "amount": "0.03"}]}),
    );
    assert_eq!(
        allocations(&statement),
        ["1 0.00 0.00 0.01", "2 0.00 0.00 0.01", "3 0.00 0.00 0.01"],
        "rounding up never spends more than was paid"
    );
}
