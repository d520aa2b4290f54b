//! Amounts, days and numbers as people and spreadsheets write them.

use chrono::{Days, NaiveDate};
use law::Cents;
use rust_decimal::Decimal;

use super::mapping::{DateOrder, DecimalSign};

/// An amount that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReadAmount {
    pub(super) cents: Cents,
    /// It was finer than a cent.
    pub(super) rounded: bool,
    /// Its one dot or comma can mean two things.
    pub(super) ambiguous: bool,
}

/// The signs of an amount, taken apart.
struct Parts {
    negative: bool,
    /// Digits, dots and commas; no other separators.
    body: String,
}

/// Takes off currency, sign, parentheses and blanks; nothing when other signs remain.
fn parts(text: &str) -> Option<Parts> {
    let mut plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{feff}')
        .collect();
    for sign in ["EUR", "eur", "Eur", "€", "\u{80}"] {
        plain = plain.replace(sign, "");
    }
    // A dash for the cents: "12,-".
    for dash in [",-", ",--", ",—", ",–", ".--"] {
        if let Some(whole) = plain.strip_suffix(dash) {
            plain = whole.to_owned();
            break;
        }
    }
    let mut negative = false;
    if let Some(inner) = plain.strip_prefix('(').and_then(|p| p.strip_suffix(')')) {
        negative = true;
        plain = inner.to_owned();
    }
    let upper = plain.to_ascii_uppercase();
    if let Some(rest) = upper.strip_suffix("CR").or_else(|| upper.strip_suffix('C')) {
        negative = !negative;
        plain = rest.to_owned();
    } else if let Some(rest) = upper.strip_suffix("DR").or_else(|| upper.strip_suffix('D')) {
        plain = rest.to_owned();
    }
    let minus = ['-', '−', '–', '—'];
    if let Some(rest) = plain
        .strip_prefix(minus)
        .or_else(|| plain.strip_suffix(minus))
    {
        negative = !negative;
        plain = rest.to_owned();
    } else if let Some(rest) = plain.strip_prefix('+') {
        plain = rest.to_owned();
    }
    let body: String = plain
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '_'))
        .collect();
    let fits = body.bytes().any(|b| b.is_ascii_digit())
        && body
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        && body.len() <= 30;
    fits.then_some(Parts { negative, body })
}

/// The decimal sign an amount gives away; nothing when it fits both.
pub(super) fn decimal_evidence(text: &str) -> Option<DecimalSign> {
    let body = parts(text)?.body;
    let (dots, commas) = (body.matches('.').count(), body.matches(',').count());
    let after = |sign: char| body.rsplit(sign).next().map_or(0, str::len);
    match (dots, commas) {
        (0, 0) => None,
        (0, 1) => (after(',') != 3 || body.starts_with("0,")).then_some(DecimalSign::Comma),
        (1, 0) => (after('.') != 3 || body.starts_with("0.")).then_some(DecimalSign::Dot),
        // Several of one kind can only be thousands.
        (0, _) => Some(DecimalSign::Dot),
        (_, 0) => Some(DecimalSign::Comma),
        _ if body.rfind(',') > body.rfind('.') => Some(DecimalSign::Comma),
        _ => Some(DecimalSign::Dot),
    }
}

/// Reads an amount. `sign` is what the other amounts of the file give away; an amount that can
/// only be read otherwise is read otherwise.
pub(super) fn amount(text: &str, sign: Option<DecimalSign>) -> Option<ReadAmount> {
    if let Some(value) = scientific(text) {
        return rounded(value, false);
    }
    let Parts { negative, body } = parts(text)?;
    let own = decimal_evidence(text);
    let ambiguous = own.is_none() && sign.is_none() && body.contains(['.', ',']);
    let (decimal, thousands) = match own.or(sign) {
        Some(DecimalSign::Comma) => (',', '.'),
        Some(DecimalSign::Dot) => ('.', ','),
        // One dot or comma with three digits after it, and nothing else to go by: thousands.
        None if body.contains(',') => ('.', ','),
        None => (',', '.'),
    };
    let (whole, fraction) = body.split_once(decimal).unwrap_or((&body, ""));
    if fraction.contains(['.', ',']) || !groups_of_three(whole, thousands) {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if whole.len() > 13 || fraction.len() > 14 {
        return None;
    }
    let plain = format!(
        "{}.{}",
        if whole.is_empty() { "0" } else { &whole },
        if fraction.is_empty() { "0" } else { fraction }
    );
    let value: Decimal = plain.parse().ok()?;
    rounded(if negative { -value } else { value }, ambiguous)
}

fn rounded(value: Decimal, ambiguous: bool) -> Option<ReadAmount> {
    (value.abs() <= Cents::LIMIT.euro()).then(|| ReadAmount {
        cents: Cents::round(value),
        rounded: value.normalize().scale() > 2,
        ambiguous,
    })
}

/// Spreadsheets write large or tiny numbers as 1.5E+3.
fn scientific(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let upper = text.to_ascii_uppercase();
    let (mantissa, exponent) = upper.split_once('E')?;
    let plain = mantissa.replace(',', ".");
    let fits = plain
        .trim_start_matches('-')
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.')
        && plain.bytes().any(|b| b.is_ascii_digit());
    let exponent: i32 = exponent.parse().ok()?;
    if !fits || !(-12..=12).contains(&exponent) || plain.len() > 20 {
        return None;
    }
    Decimal::from_scientific(&format!("{plain}E{exponent}")).ok()
}

/// Whether separators of thousands stand where they must.
fn groups_of_three(whole: &str, separator: char) -> bool {
    if !whole.contains(separator) {
        return whole.bytes().all(|b| b.is_ascii_digit());
    }
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_digit())
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

/// How a text can be read as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// In one way only.
    Sure(NaiveDate),
    /// With the day first it is this day; with the month first it would be another.
    DayFirst(NaiveDate),
    /// Only with the month first is it a day.
    MonthFirst(NaiveDate),
    /// A day that does not exist, or no day at all.
    No,
}

impl Day {
    /// The day in an order that was chosen.
    pub(super) fn in_order(self, text: &str, order: DateOrder) -> Option<NaiveDate> {
        match (self, order) {
            (Day::Sure(day), _)
            | (Day::DayFirst(day), DateOrder::DayFirst)
            | (Day::MonthFirst(day), DateOrder::MonthFirst) => Some(day),
            (Day::DayFirst(_), DateOrder::MonthFirst) => {
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
        (Some(day), Some(_)) => Day::DayFirst(day),
        (Some(day), None) => Day::Sure(day),
        (None, Some(day)) => Day::MonthFirst(day),
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
    if !rest.is_empty() && !(rest.contains(':') || rest.bytes().all(|b| b == b'0' || b == b' ')) {
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

/// A number or name that is an identification, with what a spreadsheet did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identification {
    /// As it stands.
    Plain(String),
    /// A spreadsheet changed it, and it could be restored.
    Restored(String),
    /// A spreadsheet changed it beyond repair.
    Damaged(String),
}

/// Undoes what spreadsheets do to numbers that are no amounts: `12345.0` and `1.2345E+7`.
pub(super) fn identification(text: &str) -> Identification {
    let text = text.trim().trim_start_matches('\'').trim();
    // Excel's way to keep a number as text: ="00123".
    if let Some(inner) = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')) {
        return Identification::Plain(inner.to_owned());
    }
    if let Some(whole) = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0"))
        && !whole.is_empty()
        && whole.bytes().all(|b| b.is_ascii_digit())
    {
        return Identification::Restored(whole.to_owned());
    }
    let upper = text.to_ascii_uppercase();
    let Some((mantissa, exponent)) = upper.split_once("E+") else {
        return Identification::Plain(text.to_owned());
    };
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let (Ok(exponent), true) = (
        exponent.parse::<usize>(),
        whole.len() == 1 && digits(whole) && digits(fraction),
    ) else {
        return Identification::Plain(text.to_owned());
    };
    if fraction.len() == exponent {
        Identification::Restored(format!("{whole}{fraction}"))
    } else {
        Identification::Damaged(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cents(text: &str) -> Option<i64> {
        amount(text, None).map(|read| read.cents.0)
    }

    #[test]
    fn amounts_as_people_write_them() {
        for (text, expected) in [
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("1'234.56", 123_456),
            ("1 234,56", 123_456),
            ("1\u{a0}234,56", 123_456),
            ("€ 1.234,56", 123_456),
            ("1.234,56 EUR", 123_456),
            ("12,00-", -1200),
            ("(12,00)", -1200),
            ("-€ 12,00", -1200),
            ("€ -12,00", -1200),
            ("−12.5", -1250),
            ("12,50 CR", -1250),
            ("12,50 DR", 1250),
            ("12,-", 1200),
            ("0,00", 0),
            ("1.234.567", 123_456_700),
            ("4965.8", 496_580),
            ("0,125", 13),
            ("1.5E+3", 150_000),
        ] {
            assert_eq!(cents(text), Some(expected), "{text:?}");
        }
        for text in [
            "",
            "-",
            "abc",
            "12.34.56",
            "1,2,3",
            "12/34",
            "2024-01-01",
            "1.23,45,6",
            "NaN",
            "€",
        ] {
            assert_eq!(cents(text), None, "{text:?} is no amount");
        }
    }

    #[test]
    fn a_lone_group_of_three_is_thousands_unless_the_file_says_otherwise() {
        let read = amount("1.234", None).unwrap();
        assert_eq!(
            (read.cents, read.ambiguous),
            (Cents(123_400), true),
            "taken as thousands, and said"
        );
        let dotted = amount("1.234", Some(DecimalSign::Dot)).unwrap();
        assert_eq!(
            (dotted.cents, dotted.rounded),
            (Cents(123), true),
            "decimals where the others have dots"
        );
        assert!(!amount("1.234", Some(DecimalSign::Comma)).unwrap().ambiguous);
    }

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
            assert_eq!(day(text), Day::DayFirst(date(2026, 4, 3)), "{text}");
        }
        assert_eq!(day("23-4-2026"), Day::Sure(date(2026, 4, 23)));
        assert_eq!(
            day("4/23/2026"),
            Day::MonthFirst(date(2026, 4, 23)),
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

    #[test]
    fn numbers_that_a_spreadsheet_touched() {
        assert_eq!(
            identification("12345.0"),
            Identification::Restored("12345".into())
        );
        assert_eq!(
            identification("1.2345678E+7"),
            Identification::Restored("12345678".into())
        );
        assert_eq!(
            identification("1.2345E+7"),
            Identification::Damaged("1.2345E+7".into())
        );
        assert_eq!(
            identification("=\"00123\""),
            Identification::Plain("00123".into())
        );
        for text in ["2026-001", "E+1", "F12.0x", "VF2024E+00"] {
            assert_eq!(
                identification(text),
                Identification::Plain(text.into()),
                "{text} is left alone"
            );
        }
    }

    proptest! {
        #[test]
        fn every_style_reads_back(cents in -99_999_999_999i64..99_999_999_999, style in 0usize..6) {
            let plain = Cents(cents.abs()).to_string();
            let (whole, fraction) = plain.split_once('.').unwrap();
            let grouped = |separator: &str| {
                let digits: Vec<char> = whole.chars().collect();
                digits.rchunks(3).rev().map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join(separator)
            };
            let minus = if cents < 0 { "-" } else { "" };
            let text = match style {
                0 => format!("{minus}{whole}.{fraction}"),
                1 => format!("{minus}{whole},{fraction}"),
                2 => format!("{minus}{},{fraction}", grouped(".")),
                3 => format!("{minus}{}.{fraction}", grouped(",")),
                4 => format!("€ {},{fraction}{minus}", grouped(" ")),
                _ => if cents < 0 { format!("({}.{fraction})", grouped("'")) } else { format!("{}.{fraction}", grouped("'")) },
            };
            prop_assert_eq!(amount(&text, None).map(|read| read.cents), Some(Cents(cents)), "{}", text);
        }

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
            let _ = (amount(&text, None), amount(&text, Some(DecimalSign::Comma)), day(&text), identification(&text));
            let _ = decimal_evidence(&text);
        }
    }
}
