//! Money: whole euro cents, and the one place that rounds.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

/// An amount in euro cents. Negative amounts are credits.
///
/// On the wire and in text it is a string with a dot and two decimals: `"1234.56"`, `"-0.05"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(pub i64);

impl Cents {
    /// Nothing owed.
    pub const ZERO: Cents = Cents(0);
    /// The largest amount the program accepts, either way: ten billion euro. Far above any
    /// claim, far below the point where sums of many amounts could overflow.
    pub const LIMIT: Cents = Cents(1_000_000_000_000);

    /// Rounds an amount in euro to the cent, half away from zero.
    ///
    /// Amounts beyond what `i64` cents can hold saturate.
    pub fn round(euro: Decimal) -> Cents {
        use rust_decimal::prelude::ToPrimitive;
        let cents = (euro * Decimal::ONE_HUNDRED)
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        Cents(cents.to_i64().unwrap_or(if cents.is_sign_negative() {
            i64::MIN
        } else {
            i64::MAX
        }))
    }

    /// The amount in euro, exact.
    pub fn euro(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// Whether this is more than nothing.
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether this is nothing.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is a credit.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount without its sign.
    pub fn abs(self) -> Cents {
        Cents(self.0.saturating_abs())
    }
}

impl Add for Cents {
    type Output = Cents;
    fn add(self, other: Cents) -> Cents {
        Cents(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Cents) {
        *self = *self + other;
    }
}

impl Sub for Cents {
    type Output = Cents;
    fn sub(self, other: Cents) -> Cents {
        Cents(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Cents {
    fn sub_assign(&mut self, other: Cents) {
        *self = *self - other;
    }
}

impl Neg for Cents {
    type Output = Cents;
    fn neg(self) -> Cents {
        Cents(self.0.saturating_neg())
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(amounts: I) -> Cents {
        amounts.fold(Cents::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Cents> for Cents {
    fn sum<I: Iterator<Item = &'a Cents>>(amounts: I) -> Cents {
        amounts.copied().sum()
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

/// Why a text is not an amount in euro.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not digits with at most one dot.
    #[error("not an amount: write it like 1234.56")]
    Malformed,
    /// More than two decimals that are not zero.
    #[error("an amount in euro has at most two decimals")]
    TooPrecise,
    /// Larger than [`Cents::LIMIT`].
    #[error("the amount is larger than this program accepts")]
    TooLarge,
}

impl FromStr for Cents {
    type Err = AmountError;

    /// Reads `1234.56`, `1234`, `-0.05`. No thousands separators, no comma, no sign but a minus.
    fn from_str(text: &str) -> Result<Cents, AmountError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let well_formed = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
            && digits.matches('.').count() <= 1;
        if !well_formed {
            return Err(AmountError::Malformed);
        }
        let euro: Decimal = text.parse().map_err(|_| AmountError::TooLarge)?;
        if euro.normalize().scale() > 2 {
            return Err(AmountError::TooPrecise);
        }
        if euro.abs() > Cents::LIMIT.euro() {
            return Err(AmountError::TooLarge);
        }
        Ok(Cents::round(euro))
    }
}

impl serde::Serialize for Cents {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Cents {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Cents, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same_text() {
        for text in ["0.00", "0.05", "-0.05", "1234.56", "10000000000.00"] {
            assert_eq!(
                text.parse::<Cents>().unwrap().to_string(),
                text,
                "the wire form must round-trip"
            );
        }
        assert_eq!("12".parse(), Ok(Cents(1200)));
        assert_eq!(
            "12.500".parse(),
            Ok(Cents(1250)),
            "zeros beyond the cent change nothing"
        );
    }

    #[test]
    fn refuses_what_is_not_an_amount() {
        for text in [
            "", "-", ".5", "5.", "1,50", "1.2.3", "+1", "1e3", " 1", "NaN",
        ] {
            assert_eq!(
                text.parse::<Cents>(),
                Err(AmountError::Malformed),
                "{text:?}"
            );
        }
        assert_eq!("0.005".parse::<Cents>(), Err(AmountError::TooPrecise));
        assert_eq!(
            "10000000000.01".parse::<Cents>(),
            Err(AmountError::TooLarge)
        );
        assert_eq!(
            "99999999999999999999999999999999".parse::<Cents>(),
            Err(AmountError::TooLarge)
        );
    }

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Cents::round(Decimal::new(5, 3)), Cents(1));
        assert_eq!(Cents::round(Decimal::new(-5, 3)), Cents(-1));
        assert_eq!(Cents::round(Decimal::new(4999, 6)), Cents(0));
    }
}
