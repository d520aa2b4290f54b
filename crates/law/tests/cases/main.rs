//! The worked cases of Dutch collection law, and what must hold for every case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod claim_file;
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

/// The cells of a table, row by row; cells are parted by spaces, an empty cell is a dash.
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let cells: Vec<&str> = line.split_whitespace().collect();
            cells
                .try_into()
                .unwrap_or_else(|cells| panic!("{cells:?} has not {N} cells"))
        })
}
