//! The worked cases of Dutch collection law, and what must hold for every case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod claims;
mod costs;
mod dates;
mod imputation;
mod interest;
mod properties;
mod rates;
mod words;

use chrono::NaiveDate;
use law::Cents;

pub fn day(text: &str) -> NaiveDate {
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is not a date"))
}

pub fn euro(text: &str) -> Cents {
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is not an amount"))
}
