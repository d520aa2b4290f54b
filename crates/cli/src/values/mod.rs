//! Amounts, dates and percentages as people type them, brought to the form of the wire.

mod parts;

use std::sync::OnceLock;

use app::Lang;
use chrono::{Datelike, NaiveDate};

pub use parts::{Part, Party, Setting, Share, StepDays, part, party, setting, share, step_days};

static LANG: OnceLock<Lang> = OnceLock::new();

/// Sets the language in which a wrong value is explained. The first call counts.
pub fn speak(lang: Lang) {
    let _ = LANG.set(lang);
}

fn say(nl: &str, en: &str) -> String {
    match LANG.get() {
        Some(Lang::En) => en.to_string(),
        _ => nl.to_string(),
    }
}

/// The largest amount that is accepted, in whole euro; the same limit as that of the core.
const LARGEST: u64 = 10_000_000_000;

/// An amount in euro: `1234.56`, `1234,56` or `1.234,56`; gives `1234.56`.
///
/// # Errors
/// In words, for what is not an amount, has more than two decimals, or can be read two ways.
pub fn amount(text: &str) -> Result<String, String> {
    let wrong = || {
        say(
            "dit is geen bedrag; schrijf het als 1234.56",
            "this is not an amount; write it like 1234.56",
        )
    };
    let text = text.trim();
    let (minus, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text),
    };
    let digits = digits.strip_prefix('€').map_or(digits, str::trim_start);
    let (whole, cents) = halves(digits)?.ok_or_else(wrong)?;
    let euro: u64 = whole.parse().unwrap_or(u64::MAX);
    if euro > LARGEST || (euro == LARGEST && cents.bytes().any(|digit| digit != b'0')) {
        return Err(say(
            "dit bedrag is groter dan Standvast aanneemt (tien miljard euro)",
            "this amount is larger than Standvast accepts (ten billion euro)",
        ));
    }
    Ok(format!("{minus}{euro}.{cents:0<2}"))
}

/// Whole euro and decimals, nothing when the text is no amount.
fn halves(text: &str) -> Result<Option<(String, String)>, String> {
    let plain = text
        .bytes()
        .all(|c| c.is_ascii_digit() || c == b'.' || c == b',');
    if !plain || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(None);
    }
    let Some(last) = text.rfind(['.', ',']) else {
        return Ok(Some((text.to_string(), String::new())));
    };
    let mark = if text[last..].starts_with(',') {
        ','
    } else {
        '.'
    };
    let other = if mark == ',' { '.' } else { ',' };
    let (head, tail) = (&text[..last], &text[last + 1..]);
    if text.matches(mark).count() > 1 {
        // 1.234.567: the same mark twice can only set thousands apart.
        return Ok(if text.contains(other) {
            None
        } else {
            grouped(text, mark).map(whole)
        });
    }
    match (tail.len(), head.contains(other)) {
        (1 | 2, false) => Ok(Some((head.to_string(), tail.to_string()))),
        (1 | 2, true) => Ok(grouped(head, other).map(|head| (head, tail.to_string()))),
        (0, _) => Ok(None),
        (3, false) if head.len() <= 3 => Err(say(
            "dit bedrag kan op twee manieren gelezen worden; schrijf het als 1234.56",
            "this amount can be read in two ways; write it like 1234.56",
        )),
        _ => Err(say(
            "een bedrag heeft hoogstens twee decimalen; schrijf het als 1234.56",
            "an amount has at most two decimals; write it like 1234.56",
        )),
    }
}

fn whole(digits: String) -> (String, String) {
    (digits, String::new())
}

/// The digits of a number whose thousands are set apart, nothing when the groups are wrong.
fn grouped(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let right = (1..=3).contains(&first.len())
        && rest
            .iter()
            .all(|group| group.len() == 3 && group.bytes().all(|c| c.is_ascii_digit()));
    right.then(|| format!("{first}{}", rest.concat()))
}

/// A day: `2026-11-22`.
///
/// # Errors
/// In words, for what is not a day of the calendar between 1900 and 2200.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(place, c)| match place {
            4 | 7 => c == b'-',
            _ => c.is_ascii_digit(),
        });
    let day = shaped
        .then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
        .flatten();
    match day {
        Some(day) if (1900..2200).contains(&day.year()) => Ok(day),
        Some(_) => Err(say(
            "een datum ligt tussen 1900 en 2200",
            "a date lies between 1900 and 2200",
        )),
        None => Err(say(
            "dit is geen datum; schrijf jaar-maand-dag, zoals 2026-11-22",
            "this is not a date; write year-month-day, like 2026-11-22",
        )),
    }
}

/// A percentage: `10.4` or `10,4`; gives `10.4`.
///
/// # Errors
/// In words, for what is not a percentage from 0 through 1000.
pub fn percent(text: &str) -> Result<String, String> {
    let text = text
        .trim()
        .trim_end_matches('%')
        .trim_end()
        .replace(',', ".");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    let right = digits(whole)
        && digits(decimals)
        && decimals.trim_end_matches('0').len() <= 6
        && whole.parse::<u32>().is_ok_and(|whole| whole <= 1000);
    if right {
        Ok(text)
    } else {
        Err(say(
            "dit is geen percentage; schrijf het als 10.4",
            "this is not a percentage; write it like 10.4",
        ))
    }
}

/// A path as text.
///
/// # Errors
/// Never; what is not Unicode in it is replaced.
pub fn path(text: &str) -> Result<String, std::convert::Infallible> {
    Ok(text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_the_netherlands_and_computers_write_them() {
        for (typed, wire) in [
            ("986.42", "986.42"),
            ("986,42", "986.42"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("1.234.567", "1234567.00"),
            ("1.234.567,8", "1234567.80"),
            ("3500", "3500.00"),
            ("-5", "-5.00"),
            ("-0,05", "-0.05"),
            ("€ 12,50", "12.50"),
            ("007", "7.00"),
            ("1000000000", "1000000000.00"),
            ("10000000000", "10000000000.00"),
        ] {
            assert_eq!(
                amount(typed).as_deref(),
                Ok(wire),
                "{typed} has one meaning"
            );
        }
    }

    #[test]
    fn an_amount_with_two_meanings_is_refused() {
        for typed in [
            "1.234",
            "1,234",
            "12.500",
            "1.23.4",
            "1.2345",
            "1,2,3",
            "1.234,567",
            "",
        ] {
            assert!(amount(typed).is_err(), "{typed} must not be guessed");
        }
        for typed in [
            "abc",
            "1e3",
            "--5",
            "+5",
            ".50",
            "5.",
            "٣",
            "10000000000.01",
            "99999999999999999999",
        ] {
            assert!(
                amount(typed).is_err(),
                "{typed} is no amount that can be booked"
            );
        }
    }

    #[test]
    fn dates_are_whole_days_of_this_age() {
        assert_eq!(
            date("2028-02-29").ok(),
            NaiveDate::from_ymd_opt(2028, 2, 29)
        );
        for typed in [
            "2026-2-3",
            "22-11-2026",
            "2027-02-29",
            "2026-13-01",
            "9999-12-31",
            "morgen",
            "2026-11-2२",
        ] {
            assert!(
                date(typed).is_err(),
                "{typed} is not a day that can be meant"
            );
        }
    }

    #[test]
    fn percentages_and_parts() {
        assert_eq!(percent("2,5").as_deref(), Ok("2.5"));
        assert_eq!(percent("8%").as_deref(), Ok("8"));
        assert!(percent("-1").is_err() && percent("1001").is_err() && percent("1.2.3").is_err());
        assert_eq!(
            part("A=B=12,50"),
            Ok(Part {
                invoice: "A=B".into(),
                amount: "12.50".into()
            }),
            "an invoice number may hold the sign itself"
        );
        assert!(part("2026-17").is_err());
    }
}
