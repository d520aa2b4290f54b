//! Guesses which column holds what: by its header, and by what stands in it.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::{self, Content, normalise};
use super::item::Field;
use super::mapping::{Column, Mapping, fingerprint};
use super::{amounts, days};
use crate::table::Row;

/// How many rows are looked at.
const SAMPLE: usize = 500;

/// What stands in a column, in hundredths of its filled cells.
#[derive(Debug, Default)]
struct Profile {
    filled: usize,
    dates: usize,
    /// Dates that show as such: with signs or words between the numbers.
    plain_dates: usize,
    amounts: usize,
    /// Amounts with decimals.
    decimals: usize,
    /// Only digits.
    digits: usize,
}

impl Profile {
    fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Profile {
        let mut profile = Profile::default();
        for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
            profile.filled += 1;
            let digits = cell.bytes().all(|b| b.is_ascii_digit());
            let date = days::day(cell) != days::Day::No;
            profile.dates += usize::from(date);
            profile.plain_dates += usize::from(date && cell.contains(['-', '/', ' ']) && !digits);
            profile.amounts += usize::from(amounts::amount(cell, None).is_some());
            profile.decimals += usize::from(amounts::decimal_evidence(cell).is_some());
            profile.digits += usize::from(digits);
        }
        profile
    }

    /// How well the content fits a field, 0 to 100; nothing when it does not.
    fn fit(&self, field: Field, certainty: u8) -> Option<usize> {
        if self.filled == 0 {
            return Some(80);
        }
        let share = |count: usize| count * 100 / self.filled;
        let weak = certainty < 90;
        let fit = match field.content() {
            Content::Dates => share(self.dates),
            Content::Amounts if weak && self.decimals == 0 => 0,
            Content::Amounts => share(self.amounts),
            Content::Text => match field {
                Field::InvoiceNumber
                    if weak && (share(self.plain_dates) > 50 || share(self.decimals) > 50) =>
                {
                    0
                }
                Field::Name if share(self.digits) > 80 || share(self.plain_dates) > 50 => 0,
                Field::CustomerNumber | Field::PaymentReference if share(self.plain_dates) > 50 => {
                    0
                }
                _ => 100,
            },
        };
        (fit >= 60).then_some(fit)
    }
}

/// Guesses the columns of a table.
pub(super) fn guess(headers: &[String], rows: &[Row]) -> Mapping {
    let mut candidates: Vec<(usize, usize, Field)> = Vec::new();
    for (index, header) in headers.iter().enumerate() {
        let named = aliases::fields_of(header);
        if named.is_empty() {
            continue;
        }
        let cells = rows.iter().take(SAMPLE).filter(|row| row.fields.len() > 1);
        let profile = Profile::of(
            cells
                .filter_map(|row| row.fields.get(index))
                .map(String::as_str),
        );
        for (field, certainty) in named {
            if let Some(fit) = profile.fit(field, certainty) {
                candidates.push((usize::from(certainty) * fit / 100, index, field));
            }
        }
    }
    candidates.sort_by_key(|(score, index, _)| (std::cmp::Reverse(*score), *index));
    let mut columns = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (score, index, field) in candidates {
        if columns.contains_key(&field) || !taken.insert(index) {
            continue;
        }
        let confidence = u8::try_from(score.min(100)).unwrap_or(100);
        let header = headers.get(index).cloned().unwrap_or_default();
        columns.insert(
            field,
            Column {
                header: header.trim().to_owned(),
                index: Some(index),
                confidence,
            },
        );
    }
    Mapping {
        fingerprint: fingerprint(headers),
        columns,
        ..Mapping::default()
    }
}

/// A mapping that was made before, fitted to these headers; nothing when it was made for others
/// or names a header that is not there.
pub(super) fn fitted(mapping: &Mapping, headers: &[String]) -> Option<Mapping> {
    let own = fingerprint(headers);
    if !mapping.fingerprint.is_empty() && mapping.fingerprint != own {
        return None;
    }
    let mut fitted = Mapping {
        fingerprint: own,
        ..mapping.clone()
    };
    for column in fitted.columns.values_mut() {
        let wanted = normalise(&column.header);
        let is_it = |index: &usize| {
            headers
                .get(*index)
                .is_some_and(|header| normalise(header) == wanted)
        };
        let index = column
            .index
            .filter(is_it)
            .or_else(|| (0..headers.len()).find(is_it))?;
        column.index = Some(index);
    }
    (!fitted.columns.is_empty()).then_some(fitted)
}
