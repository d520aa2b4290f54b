//! Holidays, working days, days on which post is handed in and days on which it is delivered.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Easter Sunday of a year of the Gregorian calendar; `None` outside the years a date can hold.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let rest = year.rem_euclid(100);
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * to_sunday) / 451;
    let day_of_march = epact + to_sunday - 7 * shift + 22;
    let march_first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    march_first.checked_add_days(Days::new(u64::try_from(day_of_march - 1).ok()?))
}

/// Whether a day is a holiday, one list for delivery of post and for terms (art. 3 Algemene
/// termijnenwet): New Year, Good Friday, Easter Monday, King's Day, every 5 May, Ascension, Whit
/// Monday, both days of Christmas.
///
/// Easter Sunday and Whit Sunday are not in it: as Sundays they count already.
pub fn is_holiday(date: NaiveDate) -> bool {
    matches!(
        (date.month(), date.day()),
        (1, 1) | (5, 5) | (12, 25) | (12, 26)
    ) || is_kings_day(date)
        || easter(date.year())
            .is_some_and(|easter| matches!((date - easter).num_days(), -2 | 1 | 39 | 50))
}

/// King's Day is 27 April, on the 26th when that is a Sunday; until 2013 Queen's Day was 30
/// April, on the 29th when that was a Sunday.
fn is_kings_day(date: NaiveDate) -> bool {
    let nominal = if date.year() >= 2014 { 27 } else { 30 };
    date.month() == 4
        && ((date.day() == nominal && date.weekday() != Weekday::Sun)
            || (date.day() + 1 == nominal && date.weekday() == Weekday::Sat))
}

/// Whether a day is Monday through Friday and no holiday.
pub fn is_working_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(date)
}

/// The first working day from a day on; that day itself when it is one.
pub fn next_working_day_from(date: NaiveDate) -> NaiveDate {
    first_from(date, is_working_day)
}

/// Whether letters are handed to the post on a day: Monday through Friday, no holiday.
pub fn is_posting_day(date: NaiveDate) -> bool {
    is_working_day(date)
}

/// The first day from `today` on on which letters are handed to the post; today when it is one.
pub fn next_posting_day(today: NaiveDate) -> NaiveDate {
    first_from(today, is_posting_day)
}

/// Whether post is delivered on a day: Tuesday through Saturday, no holiday.
pub fn is_delivery_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sun | Weekday::Mon) && !is_holiday(date)
}

/// The `n`th delivery day after the day of sending; the day of sending itself when `n` is 0.
pub fn delivery_day(sent: NaiveDate, n: u8) -> NaiveDate {
    (0..n).fold(sent, |day, _| {
        first_from(plus_days(day, 1), is_delivery_day)
    })
}

/// The first day from `date` on that is wanted. At the end of all dates, that last date.
fn first_from(date: NaiveDate, wanted: fn(NaiveDate) -> bool) -> NaiveDate {
    date.iter_days()
        .find(|day| wanted(*day))
        .unwrap_or(NaiveDate::MAX)
}

/// A number of days later. At the end of all dates, that last date.
pub(crate) fn plus_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_on_the_days_of_the_almanac() {
        for known in [
            "1818-03-22",
            "1900-04-15",
            "1943-04-25",
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2016-03-27",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
            "2076-04-19",
            "2285-03-22",
        ] {
            let known = day(known);
            assert_eq!(
                easter(known.year()),
                Some(known),
                "Easter of {}",
                known.year()
            );
        }
    }

    #[test]
    fn easter_is_always_a_sunday_between_22_march_and_25_april() {
        for year in 1583..4000 {
            let easter = easter(year).unwrap();
            assert_eq!(
                easter.weekday(),
                Weekday::Sun,
                "Easter of {year} must be a Sunday"
            );
            let from = NaiveDate::from_ymd_opt(year, 3, 22).unwrap();
            let through = NaiveDate::from_ymd_opt(year, 4, 25).unwrap();
            assert!(
                (from..=through).contains(&easter),
                "Easter of {year} is {easter}"
            );
        }
        assert_eq!(
            easter(i32::MAX),
            None,
            "a year no date can hold has no Easter"
        );
    }

    #[test]
    fn the_holidays_of_2026_are_these_and_no_others() {
        let holidays: Vec<String> = day("2026-01-01")
            .iter_days()
            .take(365)
            .filter(|day| is_holiday(*day))
            .map(|day| day.to_string())
            .collect();
        assert_eq!(
            holidays,
            [
                "2026-01-01",
                "2026-04-03",
                "2026-04-06",
                "2026-04-27",
                "2026-05-05",
                "2026-05-14",
                "2026-05-25",
                "2026-12-25",
                "2026-12-26",
            ],
            "one list serves delivery and term"
        );
    }

    #[test]
    fn the_sovereigns_birthday_is_never_kept_on_a_sunday() {
        for (kept, moved_from) in [
            ("2014-04-26", "2014-04-27"),
            ("2025-04-26", "2025-04-27"),
            ("2006-04-29", "2006-04-30"),
        ] {
            assert!(is_holiday(day(kept)), "{kept} was kept instead of a Sunday");
            assert!(!is_holiday(day(moved_from)), "{moved_from} was a Sunday");
        }
        assert!(is_holiday(day("2013-04-30")), "Queen's Day until 2013");
        assert!(!is_holiday(day("2014-04-30")), "no longer from 2014");
        assert!(!is_holiday(day("2013-04-27")), "not yet in 2013");
    }

    #[test]
    fn post_leaves_on_working_days_and_arrives_tuesday_through_saturday() {
        assert_eq!(
            next_posting_day(day("2026-11-21")),
            day("2026-11-23"),
            "Saturday waits for Monday"
        );
        assert_eq!(
            next_posting_day(day("2026-11-23")),
            day("2026-11-23"),
            "a posting day stays"
        );
        assert_eq!(
            next_working_day_from(day("2026-12-25")),
            day("2026-12-28"),
            "Christmas and the weekend"
        );
        assert_eq!(
            delivery_day(day("2026-12-23"), 2),
            day("2026-12-29"),
            "over Christmas, Sunday and Monday"
        );
        assert_eq!(
            delivery_day(NaiveDate::MAX, 2),
            NaiveDate::MAX,
            "the end of all dates is no panic"
        );
    }
}
