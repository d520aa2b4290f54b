//! Amounts, dates and numbers in the customer's language. Parts that belong together are joined
//! by no-break spaces, which copy as plain ones.

use chrono::{Datelike, NaiveDate};
use law::{Cents, Lang};
use rust_decimal::Decimal;

const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_NL: [&str; 12] = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];
const SHORT_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// One of two wordings.
pub(crate) fn pick<'a>(lang: Lang, nl: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

/// `1.234,56` or `1,234.56`.
pub(crate) fn number(amount: Cents, lang: Lang) -> String {
    let (thousands, decimal) = match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    };
    let cents = amount.0.unsigned_abs();
    let sign = if amount.is_negative() { "-" } else { "" };
    format!(
        "{sign}{}{decimal}{:02}",
        grouped(cents / 100, thousands),
        cents % 100
    )
}

/// `€ 1.234,56` or `€1,234.56`.
pub(crate) fn money(amount: Cents, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("€\u{A0}{}", number(amount, lang)),
        Lang::En if amount.is_negative() => format!("-€{}", number(amount.abs(), lang)),
        Lang::En => format!("€{}", number(amount, lang)),
    }
}

fn grouped(mut whole: u64, separator: char) -> String {
    let mut groups = Vec::new();
    while whole >= 1000 {
        groups.push(format!("{separator}{:03}", whole % 1000));
        whole /= 1000;
    }
    groups.push(whole.to_string());
    groups.into_iter().rev().collect()
}

/// `22 november 2026`.
pub(crate) fn long_date(date: NaiveDate, lang: Lang) -> String {
    let months = match lang {
        Lang::Nl => MONTHS_NL,
        Lang::En => MONTHS_EN,
    };
    dated(date, &months)
}

/// `22 nov 2026`.
pub(crate) fn short_date(date: NaiveDate, lang: Lang) -> String {
    let months = match lang {
        Lang::Nl => SHORT_NL,
        Lang::En => SHORT_EN,
    };
    dated(date, &months)
}

fn dated(date: NaiveDate, months: &[&str; 12]) -> String {
    let month = usize::try_from(date.month0())
        .ok()
        .and_then(|m| months.get(m))
        .copied()
        .unwrap_or_default();
    format!("{}\u{A0}{month}\u{A0}{}", date.day(), date.year())
}

/// `15%`, `10,4%` or `10.4%`.
pub(crate) fn percent(value: Decimal, lang: Lang) -> String {
    let text = value.normalize().to_string();
    format!(
        "{}%",
        if lang == Lang::Nl {
            text.replace('.', ",")
        } else {
            text
        }
    )
}

/// An account number in groups of four.
pub(crate) fn iban(text: &str) -> String {
    let compact: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    compact
        .chunks(4)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("\u{A0}")
}

/// `a`, `a en b`, `a, b en c`.
pub(crate) fn listed(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), pick(lang, "en", "and")),
    }
}

/// Dates as a list; those of one month share its name: `9 en 16 november 2026`.
pub(crate) fn listed_dates(dates: &[NaiveDate], lang: Lang) -> String {
    let same_month = dates
        .windows(2)
        .all(|pair| (pair[0].year(), pair[0].month()) == (pair[1].year(), pair[1].month()));
    let last = dates.len().saturating_sub(1);
    let words = dates.iter().enumerate().map(|(i, date)| {
        if same_month && i < last {
            date.day().to_string()
        } else {
            long_date(*date, lang)
        }
    });
    listed(&words.collect::<Vec<_>>(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_both_languages() {
        assert_eq!(money(Cents(123_456), Lang::Nl), "€\u{A0}1.234,56");
        assert_eq!(
            money(Cents(123_456_789_005), Lang::Nl),
            "€\u{A0}1.234.567.890,05"
        );
        assert_eq!(money(Cents(-5), Lang::Nl), "€\u{A0}-0,05");
        assert_eq!(money(Cents(-123_456), Lang::En), "-€1,234.56");
        assert_eq!(number(Cents(0), Lang::Nl), "0,00");
        assert_eq!(
            number(Cents(i64::MIN), Lang::En),
            "-92,233,720,368,547,758.08",
            "no amount can overflow"
        );
    }

    #[test]
    fn dates_percentages_lists() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(long_date(date, Lang::Nl), "22\u{A0}november\u{A0}2026");
        assert_eq!(short_date(date, Lang::En), "22\u{A0}Nov\u{A0}2026");
        assert_eq!(percent(Decimal::new(1040, 2), Lang::Nl), "10,4%");
        assert_eq!(
            listed(&["a".into(), "b".into(), "c".into()], Lang::Nl),
            "a, b en c"
        );
        assert_eq!(
            iban("NL20INGB0001234567"),
            "NL20\u{A0}INGB\u{A0}0001\u{A0}2345\u{A0}67"
        );
    }
}
