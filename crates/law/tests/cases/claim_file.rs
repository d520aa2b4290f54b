//! The file of a case: what is left out, what is refused, how strictly it is read.

use law::{ClaimCase, LawError, RateTable, claim};
use serde_json::{Value, json};

use crate::claims::{consumer, one_claim};
use crate::imputation::{case, state};
use crate::{day, euro};

#[test]
fn payments_after_the_day_are_left_out_and_said() {
    let statement = state(one_claim(
        consumer("1000.00", "2026-01-01"),
        json!([{"date": "2026-04-01", "amount": "100.00"}, {"date": "2026-03-31", "amount": "0.00"}]),
        "2026-03-31",
    ));
    assert_eq!(statement.payments.len(), 1, "only the payment of the day");
    assert_eq!(
        statement.warnings.first().unwrap().code(),
        "payment_after_date"
    );
    assert_eq!(
        statement.claims.first().unwrap().lines.len(),
        1,
        "a payment of nothing cuts nothing"
    );
    assert_eq!(statement.total_open, euro("1009.86"));
}

fn refusal(file: Value) -> LawError {
    claim(&case(file), RateTable::shipped()).unwrap_err()
}

#[test]
fn what_does_not_fit_is_refused() {
    let base = json!({"date": "2026-06-30", "claims": [consumer("100.00", "2026-01-01")]});
    let with = |field: &str, value: Value| {
        let mut file = base.clone();
        file[field] = value;
        refusal(file)
    };
    assert_eq!(
        with(
            "payments",
            json!([{"date": "2026-02-01", "amount": "1.00", "for": ["Z"]}])
        ),
        LawError::ClaimUnknown { id: "Z".to_owned() }
    );
    assert_eq!(
        with(
            "costs",
            json!([{"claim": "Z", "amount": "1.00", "due_from": "2026-02-01"}])
        )
        .code(),
        "claim_unknown"
    );
    assert_eq!(
        with(
            "costs",
            json!([{"claim": "A", "amount": "-1.00", "due_from": "2026-02-01"}])
        )
        .code(),
        "costs_negative"
    );
    assert_eq!(
        with(
            "claims",
            json!([
                consumer("1.00", "2026-01-01"),
                consumer("2.00", "2026-01-01")
            ])
        )
        .code(),
        "claim_twice"
    );
    assert_eq!(
        with("claims", json!([consumer("1.00", "1999-01-01")])),
        LawError::RateUnknown {
            kind: law::RateKind::Consumer,
            date: day("1999-01-01")
        }
    );
    assert_eq!(
        with("date", json!("3026-06-30")).code(),
        "date_out_of_range"
    );
    assert_eq!(
        with(
            "payments",
            json!([{"date": "0026-02-01", "amount": "1.00"}])
        )
        .code(),
        "date_out_of_range"
    );
}

#[test]
fn the_file_is_read_strictly() {
    let read = |file: Value| serde_json::from_value::<ClaimCase>(file);
    let good = json!({
        "date": "2026-06-30", "day_count": "365", "payment_day": "excluded",
        "claims": [
            {"id": "A", "regime": "contract", "surcharge": "0", "contract": {"percent": "2", "per": "month", "compound": "month"},
             "principal": "100.00", "interest_from": "2026-01-01"},
            {"id": "B", "regime": "government", "surcharge": "1.5", "principal": "100.00", "interest_from": "2026-01-01"},
        ],
        "costs": [{"claim": null, "amount": "40.00", "due_from": "2026-02-01"}],
        "payments": [{"date": "2026-03-31", "amount": "5.00"}],
    });
    let parsed = read(good.clone()).unwrap();
    let again: ClaimCase = serde_json::from_value(serde_json::to_value(&parsed).unwrap()).unwrap();
    assert_eq!(parsed, again, "what is written is read back the same");
    let broken = |change: fn(&mut Value)| {
        let mut file = good.clone();
        change(&mut file);
        read(file).unwrap_err().to_string()
    };
    type Change = fn(&mut Value);
    let cases: [(Change, &str); 8] = [
        (|file| file["extra"] = json!(1), "unknown field"),
        (
            |file| file["claims"][0]["intrest_from"] = json!("2026-01-01"),
            "unknown field",
        ),
        (
            |file| {
                drop(
                    file["claims"][0]
                        .as_object_mut()
                        .unwrap()
                        .remove("interest_from"),
                )
            },
            "missing field",
        ),
        (
            |file| drop(file["costs"][0].as_object_mut().unwrap().remove("claim")),
            "missing field",
        ),
        (
            |file| {
                drop(
                    file["claims"][0]
                        .as_object_mut()
                        .unwrap()
                        .remove("contract"),
                )
            },
            "which interest was agreed",
        ),
        (
            |file| file["claims"][0]["surcharge"] = json!("1"),
            "choose one",
        ),
        (
            |file| file["claims"][1]["contract"] = json!({"percent": "2", "per": "month"}),
            "choose one",
        ),
        (|file| file["claims"][0]["principal"] = json!(100), "string"),
    ];
    for (change, expected) in cases {
        let message = broken(change);
        assert!(
            message.contains(expected),
            "{message:?} should say {expected:?}"
        );
    }
}
