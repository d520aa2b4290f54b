//! Dates, amounts and lists as people write them, in Dutch and English.

use chrono::{Datelike, NaiveDate};
use law::{Cents, Lang};

use crate::{Channel, CustomerKind, InsolvencyKind, Step};

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

/// A date in full: `9 december 2026`, `9 December 2026`.
pub fn date(day: NaiveDate, lang: Lang) -> String {
    let months = match lang {
        Lang::Nl => &MONTHS_NL,
        Lang::En => &MONTHS_EN,
    };
    format!(
        "{} {} {}",
        day.day(),
        months[day.month0() as usize],
        day.year()
    )
}

/// An amount with its sign: `€ 1.234,56` in Dutch, `€1,234.56` in English.
pub fn amount(cents: Cents, lang: Lang) -> String {
    let digits = (cents.0.unsigned_abs() / 100).to_string();
    let rest = cents.0.unsigned_abs() % 100;
    let (separator, point, symbol) = match lang {
        Lang::Nl => ('.', ',', "€ "),
        Lang::En => (',', '.', "€"),
    };
    let mut grouped = String::with_capacity(digits.len() + 8);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    let minus = if cents.is_negative() { "-" } else { "" };
    match lang {
        Lang::Nl => format!("{symbol}{minus}{grouped}{point}{rest:02}"),
        Lang::En => format!("{minus}{symbol}{grouped}{point}{rest:02}"),
    }
}

/// A list in a sentence: `2026-1, 2026-2 en 2026-3`.
pub fn list(items: &[String], lang: Lang) -> String {
    let and = match lang {
        Lang::Nl => " en ",
        Lang::En => " and ",
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{}{and}{last}", most.join(", ")),
    }
}

/// A number of days: `1 dag`, `3 dagen`.
pub fn days(count: i64, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 dag".to_owned(),
        (Lang::Nl, _) => format!("{count} dagen"),
        (Lang::En, 1) => "1 day".to_owned(),
        (Lang::En, _) => format!("{count} days"),
    }
}

/// The name of a step of the plan, without an article.
pub fn step(step: Step, lang: Lang) -> &'static str {
    match (lang, step) {
        (Lang::Nl, Step::Reminder) => "herinnering",
        (Lang::Nl, Step::FinalReminder) => "laatste herinnering",
        (Lang::Nl, Step::Notice14Days) => "veertiendagenbrief",
        (Lang::Nl, Step::FinalDemand) => "sommatie",
        (Lang::Nl, Step::Handover) => "overdracht",
        (Lang::En, Step::Reminder) => "reminder",
        (Lang::En, Step::FinalReminder) => "final reminder",
        (Lang::En, Step::Notice14Days) => "14-day letter",
        (Lang::En, Step::FinalDemand) => "final demand",
        (Lang::En, Step::Handover) => "handover",
    }
}

/// The name of a channel.
pub fn channel(channel: Channel, lang: Lang) -> &'static str {
    match (lang, channel) {
        (Lang::Nl, Channel::Letter) => "post",
        (Lang::Nl, Channel::Email) => "e-mail",
        (Lang::En, Channel::Letter) => "post",
        (Lang::En, Channel::Email) => "e-mail",
    }
}

/// The name of a kind of customer.
pub fn customer_kind(kind: CustomerKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Nl, CustomerKind::Unknown) => "nog niet bekend",
        (Lang::Nl, CustomerKind::Consumer) => "consument",
        (Lang::Nl, CustomerKind::Business) => "bedrijf",
        (Lang::Nl, CustomerKind::Government) => "overheid",
        (Lang::En, CustomerKind::Unknown) => "not yet known",
        (Lang::En, CustomerKind::Consumer) => "consumer",
        (Lang::En, CustomerKind::Business) => "business",
        (Lang::En, CustomerKind::Government) => "government",
    }
}

/// The name of a kind of insolvency or debt help.
pub fn insolvency(kind: InsolvencyKind, lang: Lang) -> &'static str {
    use InsolvencyKind::{
        Administration, Bankruptcy, DebtCounselling, DebtRestructuring, Moratorium,
        SuspensionOfPayments,
    };
    match (lang, kind) {
        (Lang::Nl, Bankruptcy) => "faillissement",
        (Lang::Nl, SuspensionOfPayments) => "surseance van betaling",
        (Lang::Nl, DebtRestructuring) => "schuldsanering (WSNP)",
        (Lang::Nl, Moratorium) => "moratorium",
        (Lang::Nl, DebtCounselling) => "schuldhulp",
        (Lang::Nl, Administration) => "bewind of curatele",
        (Lang::En, Bankruptcy) => "bankruptcy",
        (Lang::En, SuspensionOfPayments) => "suspension of payments",
        (Lang::En, DebtRestructuring) => "statutory debt restructuring (WSNP)",
        (Lang::En, Moratorium) => "moratorium",
        (Lang::En, DebtCounselling) => "debt counselling",
        (Lang::En, Administration) => "administration or guardianship",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_amounts_the_way_readers_expect() {
        assert_eq!(
            amount(Cents(123_456_789), Lang::Nl),
            "€ 1.234.567,89",
            "dots group, a comma divides"
        );
        assert_eq!(
            amount(Cents(-5), Lang::Nl),
            "€ -0,05",
            "a credit keeps its sign"
        );
        assert_eq!(
            amount(Cents(100_000), Lang::En),
            "€1,000.00",
            "English groups with commas"
        );
    }

    #[test]
    fn writes_dates_and_lists_in_full() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 9).unwrap();
        assert_eq!(date(day, Lang::Nl), "9 december 2026");
        assert_eq!(date(day, Lang::En), "9 December 2026");
        let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(list(&items, Lang::Nl), "a, b en c");
        assert_eq!(list(&items[..1], Lang::Nl), "a");
    }
}
