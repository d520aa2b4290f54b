//! Counting days: calendar days added, and bank days between two dates.

use chrono::{Days, NaiveDate};
use law::calendar::is_working_day;

/// So many calendar days later; the last of all dates when there is none so late.
pub(crate) fn later(date: NaiveDate, days: impl Into<u64>) -> NaiveDate {
    date.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// So many calendar months earlier.
pub(crate) fn months_before(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_sub_months(chrono::Months::new(months))
        .unwrap_or(NaiveDate::MIN)
}

/// Bank days after `from`, through `through`: 0 when no bank day lies in between.
///
/// Counting stops after `enough`, so that a date of long ago costs nothing.
pub(crate) fn bank_days(from: NaiveDate, through: NaiveDate, enough: i64) -> i64 {
    let mut count = 0;
    for day in from.iter_days().skip(1).take_while(|day| *day <= through) {
        if count >= enough {
            break;
        }
        count += i64::from(is_working_day(day));
    }
    count
}

/// The day that lies so many bank days after another.
pub(crate) fn plus_bank_days(from: NaiveDate, count: u16) -> NaiveDate {
    from.iter_days()
        .skip(1)
        .filter(|day| is_working_day(*day))
        .take(usize::from(count))
        .last()
        .unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn bank_days_leave_out_weekends_and_holidays() {
        assert_eq!(
            bank_days(day("2026-11-20"), day("2026-11-23"), 99),
            1,
            "Friday to Monday"
        );
        assert_eq!(
            bank_days(day("2026-12-24"), day("2026-12-29"), 99),
            2,
            "Christmas counts for nothing"
        );
        assert_eq!(bank_days(day("2026-11-23"), day("2026-11-23"), 99), 0);
        assert_eq!(
            bank_days(day("2026-11-24"), day("2026-11-23"), 99),
            0,
            "data of tomorrow is not old"
        );
        assert_eq!(
            bank_days(day("1990-01-01"), day("2026-11-23"), 12),
            12,
            "counting stops in time"
        );
        assert_eq!(plus_bank_days(day("2026-11-20"), 2), day("2026-11-24"));
        assert_eq!(plus_bank_days(day("2026-11-20"), 0), day("2026-11-20"));
    }
}
