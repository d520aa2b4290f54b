//! Every rule, warning and error has a code and a sentence in both languages.

use std::collections::BTreeSet;

use law::{Cents, Lang, LawError, Percent, RateKind, Rule, Warning};

use crate::day;

#[test]
fn every_rule_has_an_article_and_two_sentences() {
    let mut codes = BTreeSet::new();
    for rule in Rule::ALL {
        let code = serde_json::to_value(rule).unwrap();
        assert!(codes.insert(code.to_string()), "{rule:?} is listed once");
        assert!(!rule.article().is_empty(), "{rule:?} cites its source");
        let (dutch, english) = (rule.text(Lang::Nl), rule.text(Lang::En));
        assert!(
            dutch.ends_with('.') && english.ends_with('.'),
            "{rule:?} is a sentence"
        );
        assert_ne!(dutch, english, "{rule:?} is translated");
        assert!(
            rule.basis(Lang::Nl).contains(rule.article()),
            "{rule:?} prints its article"
        );
    }
}

fn all_warnings() -> Vec<Warning> {
    let (date, received, last_safe_day) = (day("2026-01-01"), day("2026-01-02"), day("2026-01-03"));
    let (kind, percent) = (RateKind::Government, Percent::ZERO);
    vec![
        Warning::RateNotVerified {
            kind,
            verified_until: date,
        },
        Warning::UserRate {
            kind,
            start: date,
            percent,
        },
        Warning::PaymentAfterDate {
            date,
            amount: Cents(1),
        },
        Warning::InterruptionBeforeDue { received },
        Warning::InterruptionTooLate {
            received,
            last_safe_day,
        },
        Warning::DefaultNotKnown,
        Warning::ReceiptNotKnown,
        Warning::PerformanceNotKnown,
        Warning::NoticeTermMissing,
        Warning::MayStartEarlier,
        Warning::TermOverSixtyDays { days: 90 },
        Warning::GovernmentTermOverThirtyDays { days: 45 },
        Warning::TermNotChecked,
        Warning::PeriodicTermRule,
    ]
}

#[test]
fn every_warning_is_listed_and_worded() {
    let warnings = all_warnings();
    let codes: Vec<&str> = warnings.iter().map(Warning::code).collect();
    assert_eq!(codes, Warning::CODES, "the list of codes is complete");
    for warning in warnings {
        assert_ne!(
            warning.text(Lang::Nl),
            warning.text(Lang::En),
            "{warning:?} is translated"
        );
        let stored: Warning =
            serde_json::from_value(serde_json::to_value(&warning).unwrap()).unwrap();
        assert_eq!(stored, warning, "a kept warning is read back the same");
        let view = warning.view(Lang::Nl);
        assert_eq!(
            (view.code, view.message),
            (warning.code(), warning.text(Lang::Nl))
        );
    }
}

#[test]
fn every_error_is_listed_and_worded() {
    let date = day("2026-01-01");
    let id = "A".to_owned();
    let errors = [
        LawError::RateUnknown {
            kind: RateKind::Commercial,
            date,
        },
        LawError::DateOutOfRange { date },
        LawError::AmountTooLarge,
        LawError::PaymentNegative {
            date,
            amount: Cents(-1),
        },
        LawError::CostsNegative { amount: Cents(-1) },
        LawError::ClaimUnknown { id: id.clone() },
        LawError::ClaimTwice { id: id.clone() },
        LawError::ContractMissing { id: id.clone() },
        LawError::RegimeMixed { id },
    ];
    let codes: Vec<&str> = errors.iter().map(LawError::code).collect();
    assert_eq!(codes, LawError::CODES, "the list of codes is complete");
    for error in errors {
        assert_ne!(
            error.text(Lang::Nl),
            error.text(Lang::En),
            "{error:?} is translated"
        );
        assert_eq!(error.to_string(), error.text(Lang::En), "logs are English");
        for (name, value) in error.details() {
            assert!(
                error.text(Lang::Nl).contains(&value) || name == "kind",
                "{error:?} says {name}"
            );
        }
    }
}
