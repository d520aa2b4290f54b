//! Terms of letters, limitation, and the start of interest: cases L01 to L15 and T01 to T08.

use chrono::{Days, NaiveDate};
use law::calendar::{is_delivery_day, is_working_day};
use law::{
    ClaimKind, DebtorKind, InterestStartFacts, Lang, Rule, Warning, interest_start, limitation,
    notice_term,
};

use crate::{day, rows};

/// Id, sent, and for two delivery days: delivered, first day, last day, claimable from; then the
/// last day for three delivery days.
const NOTICES: &str = "
    L01 2026-11-02 2026-11-04 2026-11-05 2026-11-18 2026-11-19 2026-11-19
    L02 2026-11-03 2026-11-05 2026-11-06 2026-11-19 2026-11-20 2026-11-20
    L03 2026-11-04 2026-11-06 2026-11-07 2026-11-20 2026-11-21 2026-11-23
    L04 2026-11-05 2026-11-07 2026-11-08 2026-11-23 2026-11-24 2026-11-24
    L05 2026-11-07 2026-11-11 2026-11-12 2026-11-25 2026-11-26 2026-11-26
    L06 2026-11-08 2026-11-11 2026-11-12 2026-11-25 2026-11-26 2026-11-26
    L07 2026-11-23 2026-11-25 2026-11-26 2026-12-09 2026-12-10 2026-12-10
    L08 2026-12-23 2026-12-29 2026-12-30 2027-01-12 2027-01-13 2027-01-13
    L09 2026-12-24 2026-12-30 2026-12-31 2027-01-13 2027-01-14 2027-01-14
";

#[test]
fn terms_of_fourteen_day_letters() {
    for [id, sent, delivered, first, last, claimable, last_of_three] in rows(NOTICES) {
        let term = notice_term(day(sent), 2, 24);
        assert_eq!(term.delivered, day(delivered), "{id}: delivered");
        assert_eq!(term.first_day, day(first), "{id}: first day");
        assert_eq!(
            term.last_day,
            day(last),
            "{id}: last day, after the Algemene termijnenwet"
        );
        assert_eq!(
            term.costs_claimable_from,
            day(claimable),
            "{id}: the bare legal date"
        );
        assert_eq!(
            notice_term(day(sent), 3, 24).last_day,
            day(last_of_three),
            "{id}: last day with three delivery days"
        );
        let too_early = day(sent) + Days::new(15);
        assert!(
            term.last_day > too_early,
            "L15: fifteen days after sending is too early ({id})"
        );
    }
}

#[test]
fn the_contracts_example_of_a_notice() {
    let view = notice_term(day("2026-11-03"), 2, 24).view(Lang::Nl);
    let json = serde_json::to_value(view).unwrap();
    assert_eq!(
        json["claimable_in_plan"], "2026-11-27",
        "sent + 24 days is later than the legal date"
    );
    assert_eq!(json["costs_claimable_from"], "2026-11-20");
    assert_eq!(
        json["rules"].as_array().unwrap().len(),
        3,
        "delivery, fourteen days, the plan's wait"
    );
}

#[test]
fn every_letter_of_these_years_keeps_the_term() {
    let through = day("2040-12-31");
    for sent in day("2024-01-01")
        .iter_days()
        .take_while(|day| *day <= through)
    {
        for (delivery_days, least, most) in [(2, 16, 21), (3, 17, 23)] {
            let term = notice_term(sent, delivery_days, 24);
            let days = (term.last_day - sent).num_days();
            assert!(
                (least..=most).contains(&days),
                "L10: {sent} gives {days} days"
            );
            assert!(
                is_delivery_day(term.delivered),
                "L10: {sent} arrives on a delivery day"
            );
            assert!(
                is_working_day(term.last_day),
                "L10: {sent} ends on a working day"
            );
            let full = (term.last_day - term.first_day).num_days() + 1;
            assert!(full >= 14, "L10: {sent} leaves {full} full days");
            assert!(
                term.claimable_in_plan >= term.costs_claimable_from,
                "the plan never runs ahead"
            );
            assert!(
                term.claimable_in_plan >= sent + Days::new(24),
                "the plan waits 24 days"
            );
        }
    }
}

#[test]
fn too_short_settings_are_raised() {
    let sent = day("2026-11-03");
    assert_eq!(
        notice_term(sent, 0, 0),
        notice_term(sent, 2, 21),
        "two delivery days and 21 days at least"
    );
    assert_eq!(
        notice_term(sent, 2, 0).claimable_in_plan,
        day("2026-11-24"),
        "sent + 21"
    );
    assert_eq!(
        notice_term(sent, 2, 40).claimable_in_plan,
        day("2026-12-13"),
        "a longer wait is kept"
    );
    let _no_panic = notice_term(NaiveDate::MAX, 255, u16::MAX);
}

#[test]
fn limitation_cases() {
    let table = "
    T05                2024-03-31 contract      -                     2029-03-31
    T06                2025-03-31 consumer-sale -                     2027-03-31
    T07                2024-03-31 contract      2026-06-15            2031-06-15
    3:308              2024-03-31 periodic      -                     2029-03-31
    3:324              2024-03-31 judgment      -                     2044-03-31
    7:28-renewed       2025-03-31 consumer-sale 2026-01-10            2028-01-10
    two-letters        2024-03-31 contract      2027-05-01,2026-06-15 2032-05-01
    judgment-early     2024-03-31 judgment      2030-01-01            2044-03-31
    judgment-late      2024-03-31 judgment      2044-03-31            2049-03-31
    29-February        2024-02-29 contract      -                     2029-02-28
    on-the-last-day    2024-03-31 contract      2029-03-31            2034-03-31
    ";
    for [id, due, kind, received, last] in rows(table) {
        let kind: ClaimKind = serde_json::from_value(kind.into()).unwrap();
        let received: Vec<NaiveDate> = received
            .split(',')
            .filter(|text| *text != "-")
            .map(day)
            .collect();
        let result = limitation(day(due), kind, &received);
        assert_eq!(result.last_safe_day, day(last), "{id}");
        assert!(result.warnings.is_empty(), "{id}: every letter counts");
        assert_eq!(
            result.rules.contains(&Rule::LimitationNewTerm),
            !received.is_empty(),
            "{id}: says why"
        );
    }
}

#[test]
fn letters_outside_the_term_interrupt_nothing() {
    let late = limitation(
        day("2020-01-31"),
        ClaimKind::ConsumerSale,
        &[day("2022-02-01")],
    );
    assert_eq!(
        late.last_safe_day,
        day("2022-01-31"),
        "what has lapsed does not revive"
    );
    assert_eq!(
        late.warnings,
        [Warning::InterruptionTooLate {
            received: day("2022-02-01"),
            last_safe_day: day("2022-01-31")
        }]
    );
    let early = limitation(day("2024-03-31"), ClaimKind::Contract, &[day("2024-03-01")]);
    assert_eq!(
        early.last_safe_day,
        day("2029-03-31"),
        "a letter before the due day changes nothing"
    );
    assert_eq!(
        early.warnings,
        [Warning::InterruptionBeforeDue {
            received: day("2024-03-01")
        }]
    );
}

fn facts(debtor: DebtorKind) -> InterestStartFacts {
    InterestStartFacts::of(debtor)
}

#[test]
fn start_with_an_agreed_day() {
    for (debtor, rule) in [
        (DebtorKind::Business, Rule::StartAgreedCommercial),
        (DebtorKind::Government, Rule::StartAgreedGovernment),
        (DebtorKind::Consumer, Rule::StartFatalTerm),
    ] {
        let start = interest_start(&InterestStartFacts {
            due: Some(day("2026-11-14")),
            ..facts(debtor)
        });
        assert_eq!(
            start.interest_from,
            Some(day("2026-11-15")),
            "T02: a Saturday is not moved ({debtor:?})"
        );
        assert_eq!(start.rule, rule, "T02: {debtor:?}");
        assert!(
            start.warnings.is_empty(),
            "T02: nothing is in doubt ({debtor:?})"
        );
    }
}

#[test]
fn start_thirty_days_after_receipt() {
    let received = |invoice: Option<&str>, performance: Option<&str>, debtor| {
        interest_start(&InterestStartFacts {
            invoice_received: invoice.map(day),
            performance_received: performance.map(day),
            ..facts(debtor)
        })
    };
    for debtor in [DebtorKind::Business, DebtorKind::Government] {
        let both = received(Some("2026-09-01"), Some("2026-08-20"), debtor);
        assert_eq!(
            both.interest_from,
            Some(day("2026-10-02")),
            "T01: {debtor:?}"
        );
        assert!(
            both.warnings.is_empty(),
            "T01: nothing is in doubt ({debtor:?})"
        );
    }
    let invoice = received(Some("2026-09-01"), None, DebtorKind::Business);
    assert_eq!(
        invoice.interest_from,
        Some(day("2026-10-02")),
        "T01 without the performance's day"
    );
    assert_eq!(
        invoice.warnings,
        [Warning::PerformanceNotKnown],
        "the assumption is said"
    );
    let later = received(Some("2026-09-01"), Some("2026-09-10"), DebtorKind::Business);
    assert_eq!(
        later.interest_from,
        Some(day("2026-10-11")),
        "an invoice before the performance waits for it"
    );
    assert_eq!(later.rule, Rule::StartThirtyDaysPerformance);
    let performance = received(None, Some("2026-09-10"), DebtorKind::Business);
    assert_eq!(
        performance.interest_from,
        Some(day("2026-10-11")),
        "no certain invoice: from the performance"
    );
    let consumer = received(Some("2026-09-01"), Some("2026-08-20"), DebtorKind::Consumer);
    assert_eq!(
        consumer.interest_from, None,
        "a consumer has no thirty-day rule"
    );
    assert_eq!(consumer.warnings, [Warning::DefaultNotKnown]);
}

#[test]
fn start_after_a_notice_of_default() {
    for debtor in [
        DebtorKind::Consumer,
        DebtorKind::Business,
        DebtorKind::Government,
    ] {
        let with = |days| {
            interest_start(&InterestStartFacts {
                notice_received: Some(day("2026-11-04")),
                notice_days: days,
                ..facts(debtor)
            })
        };
        assert_eq!(
            with(Some(14)).interest_from,
            Some(day("2026-11-19")),
            "T08: {debtor:?}"
        );
        assert_eq!(
            with(Some(14)).rule,
            Rule::StartNoticeOfDefault,
            "T08: {debtor:?}"
        );
        for days in [None, Some(0)] {
            assert_eq!(
                with(days).interest_from,
                None,
                "without a term there is no default ({debtor:?})"
            );
            assert_eq!(with(days).warnings, [Warning::NoticeTermMissing]);
        }
    }
}

#[test]
fn start_is_not_guessed() {
    let business = interest_start(&facts(DebtorKind::Business));
    assert_eq!(
        (business.interest_from, business.warnings.len()),
        (None, 1),
        "no date at all"
    );
    assert_eq!(business.warnings, [Warning::ReceiptNotKnown]);
    assert_eq!(
        interest_start(&facts(DebtorKind::Government)).interest_from,
        None
    );
    let consumer = interest_start(&facts(DebtorKind::Consumer));
    assert_eq!(consumer.warnings, [Warning::DefaultNotKnown]);
    let json = serde_json::to_value(consumer.view(Lang::En)).unwrap();
    assert!(json["interest_from"].is_null(), "the contract wants null");
    assert_eq!(json["warnings"][0]["code"], "default_not_known");
}

#[test]
fn a_day_that_was_only_printed_starts_nothing() {
    let printed = |debtor| InterestStartFacts {
        due: Some(day("2026-10-15")),
        due_agreed: false,
        ..facts(debtor)
    };
    assert_eq!(
        interest_start(&printed(DebtorKind::Consumer)).interest_from,
        None,
        "needs a notice of default"
    );
    let noticed = InterestStartFacts {
        notice_received: Some(day("2026-11-04")),
        notice_days: Some(14),
        ..printed(DebtorKind::Consumer)
    };
    assert_eq!(
        interest_start(&noticed).interest_from,
        Some(day("2026-11-19"))
    );
    let generous = InterestStartFacts {
        invoice_received: Some(day("2026-09-01")),
        performance_received: Some(day("2026-09-01")),
        ..printed(DebtorKind::Business)
    };
    assert_eq!(
        interest_start(&generous).interest_from,
        Some(day("2026-10-16")),
        "the creditor gave longer than thirty days and is held to it"
    );
}

#[test]
fn long_terms_are_flagged_or_void() {
    let term = |debtor, due: &str, large_debtor| {
        interest_start(&InterestStartFacts {
            due: Some(day(due)),
            invoice_received: Some(day("2026-09-01")),
            performance_received: Some(day("2026-08-20")),
            large_debtor,
            ..facts(debtor)
        })
    };
    let large = term(DebtorKind::Business, "2026-10-31", true);
    assert_eq!(
        large.interest_from,
        Some(day("2026-10-02")),
        "T03: sixty days are void, thirty apply"
    );
    assert_eq!(large.rule, Rule::StartLargeCompany, "T03");
    let ninety = term(DebtorKind::Business, "2026-11-30", false);
    assert_eq!(
        ninety.interest_from,
        Some(day("2026-12-01")),
        "T04: allowed"
    );
    assert_eq!(
        ninety.warnings,
        [Warning::TermOverSixtyDays { days: 90 }],
        "T04: but flagged"
    );
    let sixty = term(DebtorKind::Business, "2026-10-31", false);
    assert!(sixty.warnings.is_empty(), "sixty days need no reason");
    let government = term(DebtorKind::Government, "2026-10-31", false);
    assert_eq!(
        government.warnings,
        [Warning::GovernmentTermOverThirtyDays { days: 60 }]
    );
    let unchecked = interest_start(&InterestStartFacts {
        due: Some(day("2026-10-31")),
        large_debtor: true,
        ..facts(DebtorKind::Business)
    });
    assert_eq!(
        unchecked.warnings,
        [Warning::TermNotChecked],
        "a term cannot be judged without its start"
    );
}
