//! Days as people and spreadsheets write them.

use chrono::{Days, NaiveDate};

use super::mapping::DateOrder;

/// How a text can be read as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// In one way only.
    Sure(NaiveDate),
    /// With the day first it is this day; with the month first it would be another.
    Eitherway(NaiveDate),
    /// Only with the month first is it a day.
    OnlyByMonth(NaiveDate),
    /// A day that does not exist, or no day at all.
    No,
}

impl Day {
    /// The day in an order that was chosen.
    pub(super) fn in_order(self, text: &str, order: DateOrder) -> Option<NaiveDate> {
        match (self, order) {
            (Day::Sure(day), _)
            | (Day::Eitherway(day), DateOrder::DayFirst)
            | (Day::OnlyByMonth(day), DateOrder::MonthFirst) => Some(day),
            (Day::Eitherway(_), DateOrder::MonthFirst) => {
                numbers(text).and_then(|[a, b, y]| ymd(y, a, b))
            }
            _ => None,
        }
    }
}

/// Reads a day: 3-4-2026, 2026-04-03, 20260403, 3 apr 2026, or a spreadsheet's count of days
/// since 1900. A time after it is passed over.
pub(super) fn day(text: &str) -> Day {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if digits && text.len() == 8 {
        return compact_day(text);
    }
    if let Some(day) = serial(text) {
        return Day::Sure(day);
    }
    if let Some(day) = named_month(text) {
        return Day::Sure(day);
    }
    let Some([a, b, c]) = numbers(text) else {
        return Day::No;
    };
    if a >= 1000 {
        return ymd(a, b, c).map_or(Day::No, Day::Sure);
    }
    match (ymd(c, b, a), ymd(c, a, b)) {
        (Some(day), Some(other)) if day == other => Day::Sure(day),
        (Some(day), Some(_)) => Day::Eitherway(day),
        (Some(day), None) => Day::Sure(day),
        (None, Some(day)) => Day::OnlyByMonth(day),
        (None, None) => Day::No,
    }
}

/// Whether a text is a day with the year last that only the day-first order explains.
pub(super) fn needs_day_first(text: &str) -> bool {
    numbers(text)
        .is_some_and(|[a, b, c]| a < 1000 && ymd(c, b, a).is_some() && ymd(c, a, b).is_none())
}

fn compact_day(text: &str) -> Day {
    let number =
        |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<u32>().ok());
    let (Some(y), Some(m), Some(d)) = (number(0..4), number(4..6), number(6..8)) else {
        return Day::No;
    };
    ymd(y, m, d).map_or(Day::No, Day::Sure)
}

/// Three numbers with -, / or . between them, and perhaps a time after them.
fn numbers(text: &str) -> Option<[u32; 3]> {
    let text = text.trim();
    let date = text.split(['T', ' ']).next()?;
    let rest = &text[date.len()..];
    let is_time = rest.contains(':') || rest.bytes().all(|b| b == b'0' || b == b' ');
    if !is_time {
        return None;
    }
    let separator = date.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let mut numbers = [0_u32; 3];
    let mut parts = date.trim_end_matches('.').split(separator);
    for number in &mut numbers {
        let part = parts.next()?;
        if part.is_empty() || part.len() > 4 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    let year_last = numbers[0] < 1000;
    let two_digits = year_last
        && date
            .rsplit(separator)
            .next()
            .is_some_and(|year| year.len() == 2);
    if two_digits {
        numbers[2] += 2000;
    }
    parts.next().is_none().then_some(numbers)
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1950..=2199).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A day count of a spreadsheet: 1 is 1 January 1900, and 29 February 1900 is counted though it
/// never was. Only counts from 1954 to 2091 are taken for days.
fn serial(text: &str) -> Option<NaiveDate> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 5 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let count: u64 = whole
        .parse()
        .ok()
        .filter(|count| (20_000..70_000).contains(count))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(count))
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january", "januar"],
    &["feb", "februari", "february", "februar"],
    &[
        "mrt", "maart", "mar", "march", "marz", "maerz", "mär", "märz",
    ],
    &["apr", "april"],
    &["mei", "may", "mai"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december", "dez", "dezember"],
];

/// A day with its month in words: 3 april 2026, 3-apr-26, April 3, 2026.
fn named_month(text: &str) -> Option<NaiveDate> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split([' ', '-', '/', '.', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let &[a, b, c] = words.get(..3)? else {
        return None;
    };
    let rest_is_time = words[3..].iter().all(|word| word.contains(':'));
    let month_of = |word: &str| {
        MONTHS
            .iter()
            .position(|names| names.contains(&word))
            .map(|index| index as u32 + 1)
    };
    let number = |word: &str| {
        (word.len() <= 4)
            .then(|| word.parse::<u32>().ok())
            .flatten()
    };
    let (day, month, year) = match (month_of(a), month_of(b)) {
        (None, Some(month)) => (number(a)?, month, c),
        (Some(month), None) => (number(b)?, month, c),
        _ => return None,
    };
    let full = number(year)? + if year.len() == 2 { 2000 } else { 0 };
    rest_is_time.then(|| ymd(full, month, day)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_as_people_and_spreadsheets_write_them() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        for text in [
            "2026-04-03",
            "20260403",
            "3 apr 2026",
            "3 april 2026",
            "03-APR-26",
            "April 3, 2026",
            "46115",
            "46115.0",
            "2026-04-03T00:00:00",
            "2026-04-03 00:00:00",
        ] {
            assert_eq!(day(text), Day::Sure(date(2026, 4, 3)), "{text}");
        }
        for text in [
            "3-4-2026",
            "03/04/2026",
            "3.4.2026",
            "3-4-26",
            "03-04-2026 00:00",
        ] {
            assert_eq!(day(text), Day::Eitherway(date(2026, 4, 3)), "{text}");
        }
        assert_eq!(day("23-4-2026"), Day::Sure(date(2026, 4, 23)));
        assert_eq!(
            day("4/23/2026"),
            Day::OnlyByMonth(date(2026, 4, 23)),
            "never read in silence"
        );
        for text in [
            "",
            "31-2-2026",
            "2026-13-01",
            "1-1",
            "12345",
            "123456",
            "abc",
            "1-2-3-4",
            "29-02-2025",
        ] {
            assert_eq!(day(text), Day::No, "{text:?} is no day");
        }
    }

    proptest! {
        #[test]
        fn days_read_back(days in 0i64..60_000) {
            let date = NaiveDate::from_ymd_opt(1960, 1, 1).unwrap() + chrono::TimeDelta::days(days);
            prop_assert_eq!(day(&date.format("%Y-%m-%d").to_string()), Day::Sure(date));
            prop_assert_eq!(day(&date.format("%Y%m%d").to_string()), Day::Sure(date));
            let text = date.format("%d-%m-%Y").to_string();
            prop_assert_eq!(day(&text).in_order(&text, DateOrder::DayFirst), Some(date), "day first is the default");
            let text = date.format("%m/%d/%Y").to_string();
            prop_assert_eq!(day(&text).in_order(&text, DateOrder::MonthFirst), Some(date), "month first when asked");
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}") {
            let _ = (day(&text), needs_day_first(&text), day(&text).in_order(&text, DateOrder::MonthFirst));
        }
    }
}
