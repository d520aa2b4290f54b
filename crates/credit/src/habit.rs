//! How a customer usually pays: days after the due date, over what was paid in the last year.

use chrono::{Months, NaiveDate};

/// An invoice that was paid in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidInvoice {
    /// The day on which it was.
    pub paid_on: NaiveDate,
    /// Days after its due date; negative: early.
    pub days_late: i64,
}

/// How many paid invoices it takes before something is said about a habit.
const ENOUGH: usize = 3;

/// How many of the newest paid invoices are shown one by one.
const SHOWN: usize = 12;

/// How a customer usually pays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    /// Median of the days late; none with fewer than three paid invoices in the year.
    pub median_days_late: Option<i64>,
    /// Percent paid on or before the due date; none with fewer than three.
    pub on_time: Option<u8>,
    /// Days late of the last twelve paid invoices ever, oldest first.
    pub behaviour: Vec<i64>,
}

/// Whether an invoice was paid in the twelve months before a day.
fn in_last_year(paid: &PaidInvoice, today: NaiveDate) -> bool {
    let since = today.checked_sub_months(Months::new(12));
    paid.paid_on <= today && since.is_none_or(|since| paid.paid_on > since)
}

/// The days late of what was paid in the twelve months before a day.
pub fn last_year(paid: &[PaidInvoice], today: NaiveDate) -> Vec<i64> {
    paid.iter()
        .filter(|paid| in_last_year(paid, today))
        .map(|paid| paid.days_late)
        .collect()
}

/// The middle of a list; of two middles their mean, rounded to the later day. None with fewer
/// than three.
pub fn median(mut days: Vec<i64>) -> Option<i64> {
    if days.len() < ENOUGH {
        return None;
    }
    let upper = days.len() / 2;
    let (_, high, _) = days.select_nth_unstable(upper);
    let high = *high;
    if days.len() % 2 == 1 {
        return Some(high);
    }
    let low = days.get(..upper)?.iter().max()?;
    Some((low + high + 1).div_euclid(2))
}

impl Habit {
    /// The habit that shows from what was paid.
    pub fn of(mut paid: Vec<PaidInvoice>, today: NaiveDate) -> Habit {
        paid.sort_by_key(|paid| paid.paid_on);
        let year = last_year(&paid, today);
        let in_time = year.iter().filter(|days| **days <= 0).count();
        let on_time = (year.len() >= ENOUGH)
            .then(|| u8::try_from((in_time * 100 + year.len() / 2) / year.len()).ok())
            .flatten();
        let first = paid.len().saturating_sub(SHOWN);
        Habit {
            median_days_late: median(year),
            on_time,
            behaviour: paid.iter().skip(first).map(|paid| paid.days_late).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn paid(on: &str, days_late: i64) -> PaidInvoice {
        PaidInvoice {
            paid_on: day(on),
            days_late,
        }
    }

    #[test]
    fn the_median_is_the_middle_and_of_two_middles_the_later_mean() {
        assert_eq!(median(vec![9, 1, 4]), Some(4), "odd: the middle one");
        assert_eq!(median(vec![1, 4, 5, 9]), Some(5), "4.5 days is said as 5");
        assert_eq!(median(vec![-9, -4, -3, 0]), Some(-3), "-3.5 is said as -3");
        assert_eq!(median(vec![2, 4]), None, "two payments are no habit");
    }

    #[test]
    fn only_the_last_twelve_months_count_for_the_habit() {
        let today = day("2026-11-22");
        let habit = Habit::of(
            vec![
                paid("2026-03-01", 0),
                paid("2024-05-01", 90),
                paid("2026-01-01", -3),
                paid("2026-02-01", 12),
                paid("2025-11-22", 60),
            ],
            today,
        );
        assert_eq!(habit.median_days_late, Some(0), "of -3, 0 and 12");
        assert_eq!(habit.on_time, Some(67), "two of three in time");
        assert_eq!(
            habit.behaviour,
            [90, 60, -3, 12, 0],
            "what is shown goes back further, oldest first"
        );
    }

    #[test]
    fn at_most_twelve_are_shown_and_few_say_nothing() {
        let many = (1..=15)
            .map(|n| paid(&format!("2026-02-{n:02}"), n))
            .collect();
        let habit = Habit::of(many, day("2026-11-22"));
        assert_eq!(habit.behaviour, (4..=15).collect::<Vec<i64>>());
        let few = Habit::of(vec![paid("2026-02-01", 5)], day("2026-11-22"));
        assert_eq!((few.median_days_late, few.on_time), (None, None));
        assert_eq!(few.behaviour, [5]);
    }
}
