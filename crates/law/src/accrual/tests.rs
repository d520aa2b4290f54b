//! Case I14, and a clock that can be set back.

use super::*;
use crate::RateKind;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_law_without_compounding_gives_less() {
    // Case I14 shows what simple interest over a trade claim would come to.
    for (day_count, expected) in [
        (DayCount::Always365, 434_750),
        (DayCount::InterestYear, 434_411),
    ] {
        let terms = InterestTerms {
            day_count,
            ..InterestTerms::statutory(RateKind::Commercial)
        };
        let mut accrual = Accrual::new(
            &terms,
            Cents(1_000_000),
            day("2023-01-01"),
            RateTable::shipped(),
        )
        .unwrap();
        accrual.pace = Pace::Years { compound: false };
        accrual.run_through(day("2026-11-22")).unwrap();
        assert_eq!(accrual.accrued(), Cents(expected), "I14 over {day_count:?}");
    }
}

#[test]
fn a_step_back_leaves_no_trace() {
    let terms = InterestTerms::statutory(RateKind::Consumer);
    let mut accrual = Accrual::new(
        &terms,
        Cents(100_000),
        day("2024-05-01"),
        RateTable::shipped(),
    )
    .unwrap();
    accrual.run_through(day("2024-12-31")).unwrap();
    let before = accrual.clone();
    accrual.run_through(day("2026-03-31")).unwrap();
    accrual.go_back(before.position());
    assert_eq!(accrual.periods, before.periods, "later lines are forgotten");
    accrual.run_through(day("2026-11-22")).unwrap();
    let mut straight = before;
    straight.run_through(day("2026-11-22")).unwrap();
    assert_eq!(accrual.periods, straight.periods, "and come again the same");
}

#[test]
fn running_the_clock_twice_adds_nothing() {
    let terms = InterestTerms::statutory(RateKind::Consumer);
    let mut accrual = Accrual::new(
        &terms,
        Cents(100_000),
        day("2024-05-01"),
        RateTable::shipped(),
    )
    .unwrap();
    accrual.run_through(day("2025-05-01")).unwrap();
    let once = accrual.accrued();
    accrual.run_through(day("2025-05-01")).unwrap();
    accrual.run_through(day("2024-12-31")).unwrap();
    assert_eq!(accrual.accrued(), once, "a day counts once");
}
