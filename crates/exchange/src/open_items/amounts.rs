//! Amounts as people and spreadsheets write them.

use law::Cents;
use rust_decimal::Decimal;

use super::mapping::DecimalSign;

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
        fn no_text_makes_it_panic(text in "\\PC{0,30}") {
            let _ = (amount(&text, None), amount(&text, Some(DecimalSign::Comma)), decimal_evidence(&text));
        }
    }
}
