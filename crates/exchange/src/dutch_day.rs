//! The calendar day that a date of a file means in the Netherlands. A plain day is that day. A time
//! with a zone is a moment, and one and the same moment is written in UTC in one file and as a day
//! in another: so it becomes the Dutch day, else the same money would be booked twice.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, Weekday};

/// The day of a text that is a day or a time, with or without a zone; nothing when it is neither.
pub(crate) fn dutch_day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()?;
    let rest = text.get(10..)?;
    if !(rest.is_empty() || rest.starts_with(['T', ' ', 'Z', '+', '-'])) {
        return None;
    }
    Some(moment(day, rest).map_or(day, day_of))
}

/// The moment of a day with a time and a zone. A zone after a day without a time moves nothing:
/// the day is what was meant.
fn moment(day: NaiveDate, rest: &str) -> Option<DateTime<FixedOffset>> {
    let time = rest.strip_prefix(['T', ' '])?;
    let zoned = match time.strip_suffix(['Z', 'z']) {
        Some(utc) => format!("{day}T{utc}+00:00"),
        None => format!("{day}T{time}"),
    };
    ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"]
        .iter()
        .find_map(|written| DateTime::parse_from_str(&zoned, written).ok())
}

/// The Dutch day of a moment: an hour ahead of UTC, two in summer.
fn day_of(moment: DateTime<FixedOffset>) -> NaiveDate {
    let utc = moment.naive_utc();
    let hours = if is_summer(utc) { 2 } else { 1 };
    (utc + Duration::hours(hours)).date()
}

/// Whether it is summer time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last
/// Sunday of October (Directive 2000/84/EC, articles 2 and 3).
fn is_summer(utc: NaiveDateTime) -> bool {
    let turn = |month| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let sunday = last.week(Weekday::Sun).first_day();
        sunday.and_hms_opt(1, 0, 0)
    };
    matches!((turn(3), turn(10)), (Some(begin), Some(end)) if begin <= utc && utc < end)
}

#[cfg(test)]
mod tests {
    use super::dutch_day;

    #[test]
    fn a_moment_is_the_dutch_day() {
        for (text, expected, why) in [
            ("2014-01-05", "2014-01-05", "a plain day is that day"),
            (
                "2014-01-05Z",
                "2014-01-05",
                "a zone after a day moves nothing",
            ),
            (
                "2014-01-05+02:00",
                "2014-01-05",
                "a zone after a day moves nothing",
            ),
            (
                "2014-01-04T23:00:00",
                "2014-01-04",
                "without a zone it is local",
            ),
            ("2014-01-04T23:00Z", "2014-01-05", "winter: an hour ahead"),
            (
                "2014-01-04T22:59:59.999Z",
                "2014-01-04",
                "still the day before",
            ),
            (
                "2014-07-04T22:00:00Z",
                "2014-07-05",
                "summer: two hours ahead",
            ),
            ("2014-07-04T21:59:59Z", "2014-07-04", "still the day before"),
            ("2026-03-01T23:59:59.5+01:00", "2026-03-01", "Dutch already"),
            ("2026-07-01T00:00:00+02:00", "2026-07-01", "Dutch already"),
            (
                "2026-07-01T00:00:00+0200",
                "2026-07-01",
                "the zone without a colon",
            ),
            (
                "2026-03-28T23:00:00Z",
                "2026-03-29",
                "the night before the clock goes ahead",
            ),
            (
                "2026-03-29T22:00:00Z",
                "2026-03-30",
                "the evening after it went ahead",
            ),
            (
                "2026-10-24T22:00:00Z",
                "2026-10-25",
                "the night before the clock goes back",
            ),
            (
                "2026-10-25T22:59:00Z",
                "2026-10-25",
                "the evening after it went back",
            ),
            (
                "2026-12-31T23:00:00Z",
                "2027-01-01",
                "the new year begins an hour earlier",
            ),
            (
                "2026-03-01T25:00:00Z",
                "2026-03-01",
                "a time that does not exist moves nothing",
            ),
        ] {
            let day = dutch_day(text).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some(expected), "{text}: {why}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2026-02-30",
            "2026-3-1",
            "2026-03-01x",
            "01-03-2026",
            "2026-03-0é",
        ] {
            assert_eq!(dutch_day(text), None, "{text}: no day is invented");
        }
    }
}
