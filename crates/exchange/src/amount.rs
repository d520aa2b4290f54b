//! An amount as a file states it: a decimal number and a currency.

use std::fmt;
use std::str::FromStr;

use law::{Cents, Lang};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::problem::written_number;

/// An amount in any currency, exact as the file gives it. Bank files state euro, but also kronor
/// without decimals and dinars with three; only euro becomes [`Cents`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The number, signed: money in is positive.
    pub value: Decimal,
    /// The ISO 4217 code, in capitals.
    pub currency: String,
}

impl Amount {
    /// An amount in a currency.
    pub fn new(value: Decimal, currency: &str) -> Amount {
        Amount {
            value,
            currency: currency.to_owned(),
        }
    }

    /// The amount in euro cents; nothing when it is another currency or finer than a cent.
    pub fn cents(&self) -> Option<Cents> {
        let fits = self.currency == "EUR"
            && self.value.normalize().scale() <= 2
            && self.value.abs() <= Cents::LIMIT.euro();
        fits.then(|| Cents::round(self.value))
    }

    /// As people write it: `-SEK 200.000,00` in Dutch, `-SEK 200,000.00` in English.
    pub fn written(&self, lang: Lang) -> String {
        let currency = if self.currency == "EUR" {
            "€"
        } else {
            &self.currency
        };
        let number = written_number(&self.number(), lang);
        match number.strip_prefix('-') {
            Some(number) => format!("-{currency} {number}"),
            None => format!("{currency} {number}"),
        }
    }

    /// The number alone: a dot, at least two decimals, more only where they are not zero.
    pub fn number(&self) -> String {
        decimal_text(self.value)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.number())
    }
}

/// Writes a number with a dot and at least two decimals; further decimals only where they are
/// not zero. Minus zero is written as zero.
pub fn decimal_text(value: Decimal) -> String {
    let mut exact = value.normalize();
    if exact.is_zero() {
        return "0.00".to_owned();
    }
    if exact.scale() < 2 {
        exact.rescale(2);
    }
    exact.to_string()
}

/// Serialises a number the way [`decimal_text`] writes it.
pub fn serialize_decimal<S: Serializer>(value: &Decimal, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&decimal_text(*value))
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        serialize_decimal(&self.value, out)
    }
}

/// Reads a number as XML files write it: digits with at most one dot, an optional sign, any
/// number of leading zeros, at most five decimals that count. Nothing when it is anything else
/// or has more than fifteen digits before the dot.
pub fn xml_decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > 15 || fraction.len() > 5 {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let plain = if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    };
    let value = Decimal::from_str(&plain).ok()?;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_banks_write() {
        for (text, written) in [
            ("000000000000149.87", "149.87"),
            ("200000", "200000.00"),
            ("0.00000", "0.00"),
            ("1.23450", "1.2345"),
            (".5", "0.50"),
            ("7.", "7.00"),
            (" 12.30 ", "12.30"),
            ("-0", "0.00"),
        ] {
            let value = xml_decimal(text).unwrap();
            assert_eq!(
                decimal_text(value),
                written,
                "{text:?} must be read to the last decimal"
            );
        }
    }

    #[test]
    fn refuses_what_is_not_a_number() {
        for text in [
            "",
            ".",
            "-",
            "1,50",
            "1e3",
            "0x10",
            "1.2.3",
            "1 000",
            "1.123456",
            "1234567890123456",
            "٣",
        ] {
            assert_eq!(
                xml_decimal(text),
                None,
                "{text:?} must not become an amount"
            );
        }
    }

    #[test]
    fn only_euro_cents_become_cents() {
        let amount = |text: &str, currency: &str| Amount::new(xml_decimal(text).unwrap(), currency);
        assert_eq!(amount("12.30", "EUR").cents(), Some(Cents(1230)));
        assert_eq!(
            amount("12.305", "EUR").cents(),
            None,
            "half a cent is never rounded away silently"
        );
        assert_eq!(amount("12.30", "USD").cents(), None, "dollars are not euro");
    }

    proptest! {
        #[test]
        fn cents_survive_the_way_through_text(cents in -999_999_999_999i64..999_999_999_999) {
            let text = Cents(cents).to_string();
            let value = xml_decimal(&text).unwrap();
            prop_assert_eq!(decimal_text(value), text);
            prop_assert_eq!(Amount::new(value, "EUR").cents(), Some(Cents(cents)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,24}") {
            let _ = xml_decimal(&text);
        }
    }
}
