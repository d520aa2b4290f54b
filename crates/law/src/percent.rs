//! Percentages: exact decimals, written without trailing zeros.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

/// A percentage from 0 through 1000 with at most six decimals.
///
/// On the wire and in text it is a string with a dot and no trailing zeros: `"10.4"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

/// Why something is not a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PercentError {
    /// Not digits with at most one dot.
    #[error("not a percentage: write it like 10.4")]
    Malformed,
    /// Below 0, above 1000, or more than six decimals.
    #[error("a percentage lies between 0 and 1000 and has at most six decimals")]
    OutOfRange,
}

impl Percent {
    /// No interest, or no surcharge.
    pub const ZERO: Percent = Percent(Decimal::ZERO);

    /// A percentage from a decimal; refused outside 0 through 1000 or beyond six decimals.
    pub fn new(value: Decimal) -> Result<Percent, PercentError> {
        let value = value.normalize();
        let in_range = value >= Decimal::ZERO && value <= Decimal::ONE_THOUSAND;
        if in_range && value.scale() <= 6 {
            Ok(Percent(value))
        } else {
            Err(PercentError::OutOfRange)
        }
    }

    /// The percentage as a decimal: 10.4 for 10.4%.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// Whether this is 0%.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Both together. Two percentages within range never overflow; the sum may exceed 1000.
    pub(crate) fn plus(self, other: Percent) -> Percent {
        Percent((self.0 + other.0).normalize())
    }

    /// A monthly percentage as a yearly one; may exceed 1000.
    pub(crate) fn twelvefold(self) -> Percent {
        Percent((self.0 * Decimal::from(12)).normalize())
    }

    /// The whole number `percent`, for the figures that stand in the law itself.
    pub(crate) const fn whole(percent: u32) -> Percent {
        Percent(Decimal::from_parts(percent, 0, 0, false, 0))
    }

    /// Tenths of a percent, for the figures that stand in the law itself.
    pub(crate) const fn tenths(tenths: u32) -> Percent {
        Percent(Decimal::from_parts(tenths, 0, 0, false, 1))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl FromStr for Percent {
    type Err = PercentError;

    /// Reads `6`, `10.4`, `0.50`. No sign, no comma, no percent sign.
    fn from_str(text: &str) -> Result<Percent, PercentError> {
        let well_formed = text.starts_with(|c: char| c.is_ascii_digit())
            && text.ends_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || c == '.')
            && text.matches('.').count() <= 1;
        if !well_formed {
            return Err(PercentError::Malformed);
        }
        Percent::new(text.parse().map_err(|_| PercentError::OutOfRange)?)
    }
}

impl serde::Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Percent {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Percent, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_without_trailing_zeros() {
        for (text, written) in [
            ("10.40", "10.4"),
            ("6", "6"),
            ("0.00", "0"),
            ("100", "100"),
            ("1000.0", "1000"),
        ] {
            assert_eq!(
                text.parse::<Percent>().unwrap().to_string(),
                written,
                "the contract wants no trailing zeros"
            );
        }
        assert_eq!(Percent::tenths(5).to_string(), "0.5");
        assert_eq!(
            "12".parse::<Percent>().unwrap(),
            Percent::whole(12),
            "equal percentages must compare equal"
        );
        assert_eq!("0.50".parse::<Percent>().unwrap(), Percent::tenths(5));
    }

    #[test]
    fn refuses_what_is_not_a_percentage() {
        for text in ["", "-1", "1,5", ".5", "5.", "6%", "1e2", "1.2.3"] {
            assert_eq!(
                text.parse::<Percent>(),
                Err(PercentError::Malformed),
                "{text:?}"
            );
        }
        for text in ["1000.1", "0.1234567", "99999999999999999999999999999999999"] {
            assert_eq!(
                text.parse::<Percent>(),
                Err(PercentError::OutOfRange),
                "{text:?}"
            );
        }
    }
}
