//! When open invoices may be expected to come in: the due date and how late one usually is.

use chrono::{Datelike, Days, NaiveDate};
use law::Cents;

/// How many weeks are told apart.
const WEEKS: u64 = 8;

/// What is expected in one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedWeek {
    /// Its Monday.
    pub from: NaiveDate,
    /// Its Sunday.
    pub through: NaiveDate,
    /// How much.
    pub amount: Cents,
    /// Of how many invoices.
    pub invoices: u32,
}

/// When open invoices are expected; the amounts add up to everything that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedCash {
    /// Eight weeks, this one first.
    pub weeks: Vec<ExpectedWeek>,
    /// After the last of them.
    pub later: Cents,
    /// Expected before today and not in yet: no day is guessed for it.
    pub past: Cents,
    /// No day is guessed for it.
    pub unknown: Cents,
    /// Median of days late over the administration; none while too little was paid to say.
    pub median_days_late: Option<i64>,
    /// How many customers have a median of their own.
    pub customers_with_own: u32,
}

/// An open invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedItem {
    /// Last day of payment.
    pub due: Option<NaiveDate>,
    /// What is open of it.
    pub open: Cents,
    /// The part of it that is disputed.
    pub disputed: Cents,
    /// Whether it is held, handed over or in an insolvency: then no day is guessed.
    pub uncertain: bool,
}

/// Where an open amount stands in the expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedIn {
    /// Expected before today and not in yet.
    Past,
    /// In the week that begins on this Monday.
    Week(NaiveDate),
    /// After the last of the weeks.
    Later,
    /// No day is guessed for it.
    Unknown,
}

/// What is expected of one open invoice, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedPlace {
    /// The day it is expected; none where no day is guessed.
    pub day: Option<NaiveDate>,
    /// Days after the due date that were reckoned with.
    pub late: i64,
    /// Where that day falls.
    pub within: ExpectedIn,
    /// What is expected then.
    pub amount: Cents,
    /// The disputed part, for which no day is guessed.
    pub unknown: Cents,
}

impl ExpectedPlace {
    /// How much of the invoice stands in one place.
    pub fn part(&self, within: ExpectedIn) -> Cents {
        let known = if self.within == within {
            self.amount
        } else {
            Cents::ZERO
        };
        let unknown = if within == ExpectedIn::Unknown {
            self.unknown
        } else {
            Cents::ZERO
        };
        known + unknown
    }
}

/// Puts open invoices in their weeks, one customer at a time.
#[derive(Clone, Debug)]
pub struct Forecast {
    today: NaiveDate,
    cash: ExpectedCash,
}

impl Forecast {
    /// A forecast of nothing. `median` is the administration's own, for customers without one.
    pub fn new(today: NaiveDate, median: Option<i64>) -> Forecast {
        let back = u64::from(today.weekday().num_days_from_monday());
        let monday = today.checked_sub_days(Days::new(back)).unwrap_or(today);
        let weeks = (0..WEEKS)
            .filter_map(|week| {
                let from = monday.checked_add_days(Days::new(7 * week))?;
                let through = from.checked_add_days(Days::new(6))?;
                Some(ExpectedWeek {
                    from,
                    through,
                    amount: Cents::ZERO,
                    invoices: 0,
                })
            })
            .collect();
        Forecast {
            today,
            cash: ExpectedCash {
                weeks,
                later: Cents::ZERO,
                past: Cents::ZERO,
                unknown: Cents::ZERO,
                median_days_late: median,
                customers_with_own: 0,
            },
        }
    }

    /// Adds the open invoices of one customer, with its own median when it has one.
    pub fn add(&mut self, own: Option<i64>, items: impl IntoIterator<Item = ExpectedItem>) {
        self.cash.customers_with_own += u32::from(own.is_some());
        for item in items {
            if let Some(place) = self.place(own, item) {
                self.enter(place);
            }
        }
    }

    /// Where an invoice of a customer with this median stands; none when nothing is open of it.
    pub fn place(&self, own: Option<i64>, item: ExpectedItem) -> Option<ExpectedPlace> {
        if !item.open.is_positive() {
            return None;
        }
        let late = own.or(self.cash.median_days_late).unwrap_or(0);
        let day = item
            .due
            .filter(|_| !item.uncertain)
            .and_then(|due| due.checked_add_signed(chrono::TimeDelta::days(late)));
        let Some(day) = day else {
            return Some(ExpectedPlace {
                day: None,
                late,
                within: ExpectedIn::Unknown,
                amount: item.open,
                unknown: Cents::ZERO,
            });
        };
        let week = || self.cash.weeks.iter().find(|week| day <= week.through);
        let within = if day < self.today {
            ExpectedIn::Past
        } else {
            week().map_or(ExpectedIn::Later, |week| ExpectedIn::Week(week.from))
        };
        let unknown = item.disputed.min(item.open).max(Cents::ZERO);
        Some(ExpectedPlace {
            day: Some(day),
            late,
            within,
            amount: item.open - unknown,
            unknown,
        })
    }

    fn enter(&mut self, place: ExpectedPlace) {
        self.cash.unknown += place.unknown;
        if place.amount.is_zero() {
            return;
        }
        match place.within {
            ExpectedIn::Past => self.cash.past += place.amount,
            ExpectedIn::Later => self.cash.later += place.amount,
            ExpectedIn::Unknown => self.cash.unknown += place.amount,
            ExpectedIn::Week(from) => {
                let mut weeks = self.cash.weeks.iter_mut();
                if let Some(week) = weeks.find(|week| week.from == from) {
                    week.amount += place.amount;
                    week.invoices += 1;
                }
            }
        }
    }

    /// The forecast.
    pub fn finish(self) -> ExpectedCash {
        self.cash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn item(due: &str, euros: i64) -> ExpectedItem {
        ExpectedItem {
            due: Some(day(due)),
            open: Cents(euros * 100),
            disputed: Cents::ZERO,
            uncertain: false,
        }
    }

    fn total(cash: &ExpectedCash) -> Cents {
        let weeks: Cents = cash.weeks.iter().map(|week| week.amount).sum();
        weeks + cash.later + cash.past + cash.unknown
    }

    #[test]
    fn eight_weeks_from_monday_this_one_first() {
        let cash = Forecast::new(day("2026-11-22"), None).finish();
        let first = cash.weeks.first().unwrap();
        assert_eq!(
            (first.from, first.through),
            (day("2026-11-16"), day("2026-11-22")),
            "a Sunday is the last day of its week"
        );
        assert_eq!(cash.weeks.len(), 8);
        assert_eq!(cash.weeks.last().unwrap().through, day("2027-01-10"));
    }

    #[test]
    fn the_own_median_goes_before_that_of_the_administration() {
        let mut forecast = Forecast::new(day("2026-11-23"), Some(7));
        forecast.add(Some(-3), [item("2026-11-30", 10)]);
        forecast.add(None, [item("2026-11-30", 20)]);
        let cash = forecast.finish();
        let amounts: Vec<i64> = cash.weeks.iter().map(|week| week.amount.0).collect();
        assert_eq!(
            amounts[..3],
            [1000, 0, 2000],
            "an early payer three days before, the other a week after"
        );
        assert_eq!(cash.customers_with_own, 1);
    }

    #[test]
    fn what_should_have_been_in_already_gets_no_day() {
        let mut forecast = Forecast::new(day("2026-11-23"), None);
        forecast.add(None, [item("2026-11-22", 5), item("2026-11-23", 7)]);
        let cash = forecast.finish();
        assert_eq!(cash.past, Cents(500), "yesterday is past");
        assert_eq!(cash.weeks[0].amount, Cents(700), "today is not");
        assert_eq!(cash.weeks[0].invoices, 1);
    }

    #[test]
    fn no_day_is_guessed_where_nobody_can_know() {
        let today = day("2026-11-23");
        let mut forecast = Forecast::new(today, None);
        let held = ExpectedItem {
            uncertain: true,
            ..item("2026-12-01", 10)
        };
        let undated = ExpectedItem {
            due: None,
            ..item("2026-12-01", 20)
        };
        let disputed = ExpectedItem {
            disputed: Cents(3_000),
            ..item("2026-12-01", 100)
        };
        let far = item("2027-06-01", 40);
        forecast.add(None, [held, undated, disputed, far]);
        let cash = forecast.finish();
        assert_eq!(
            cash.unknown,
            Cents(6_000),
            "held, undated, the disputed part"
        );
        assert_eq!(
            cash.weeks[1].amount,
            Cents(7_000),
            "the rest of the disputed one"
        );
        assert_eq!(cash.later, Cents(4_000), "after the eight weeks");
        assert_eq!(total(&cash), Cents(17_000), "nothing is lost on the way");
    }
}
