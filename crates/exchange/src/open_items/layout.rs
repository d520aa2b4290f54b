//! Where the headers stand, and what sign stands between the fields.

use std::collections::BTreeSet;

use super::aliases::{self, Content, normalise};
use super::item::Field;
use super::mapping::Mapping;
use crate::table::{self, Table};

/// How far down the headers may stand, under titles and addresses.
const HEADER_ROWS: usize = 40;

/// How many lines are looked at to find them.
const HEAD_LINES: usize = 200;

/// Headers that only lists of payments have.
const MOVED: [&str; 14] = [
    "tegenrekening",
    "tegenrekeningiban",
    "tegenrekeningnummer",
    "counterparty",
    "counterpartyiban",
    "transactiereferentie",
    "transactieid",
    "transactionid",
    "transactiecode",
    "afbij",
    "saldonamutatie",
    "mutatiesoort",
    "balanceafter",
    "startsaldo",
];

/// A table with its headers found.
pub(crate) struct Layout {
    pub(super) table: Table,
    /// Which row holds the headers.
    pub(super) header: usize,
    /// The sign between fields.
    pub(super) delimiter: char,
}

/// What a table is about, by its headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    OpenItems,
    Customers,
    Other,
}

impl Layout {
    pub(super) fn headers(&self) -> &[String] {
        self.table
            .rows
            .get(self.header)
            .map_or(&[], |row| row.fields.as_slice())
    }

    /// What the table is about.
    pub(crate) fn subject(&self) -> Subject {
        subject(self.headers())
    }
}

/// Finds the headers: the row in which most fields are named, by the delimiter that shows most.
/// With a mapping, the row that holds all of its headers.
pub(crate) fn find(text: &str, mapping: Option<&Mapping>) -> Option<Layout> {
    let head_end = text
        .match_indices('\n')
        .nth(HEAD_LINES)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..head_end];
    let mut best: Option<(u32, u8, u64)> = None;
    for delimiter in table::DELIMITERS {
        if !head.contains(char::from(delimiter)) {
            continue;
        }
        let table = table::split(head, delimiter);
        let scored = table
            .rows
            .iter()
            .take(HEADER_ROWS)
            .map(|row| (score(&row.fields, mapping), row.line))
            .max_by_key(|(score, line)| (*score, std::cmp::Reverse(*line)));
        let Some((score, line)) = scored.filter(|(score, _)| *score > 0) else {
            continue;
        };
        if best.is_none_or(|(known, ..)| score > known) {
            best = Some((score, delimiter, line));
        }
    }
    let (_, delimiter, line) = best?;
    let table = table::split(text, delimiter);
    let header = table.rows.iter().position(|row| row.line == line)?;
    Some(Layout {
        table,
        header,
        delimiter: char::from(delimiter),
    })
}

/// A table of which no header is known: the sign that gives most rows of the same width, and the
/// first row of that width as headers.
pub(crate) fn widest(text: &str) -> Option<Layout> {
    let mut best: Option<(usize, Layout)> = None;
    for delimiter in table::DELIMITERS {
        let table = table::split(text, delimiter);
        let widths = table
            .rows
            .iter()
            .take(HEADER_ROWS)
            .map(|row| row.fields.len());
        let Some(width) = widths.max().filter(|width| *width > 1) else {
            continue;
        };
        let wide = |row: &table::Row| row.fields.len() == width;
        let rows = table
            .rows
            .iter()
            .take(HEADER_ROWS)
            .filter(|row| wide(row))
            .count();
        let Some(header) = table.rows.iter().position(wide).filter(|_| rows > 1) else {
            continue;
        };
        let score = rows * width;
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            let delimiter = char::from(delimiter);
            best = Some((
                score,
                Layout {
                    table,
                    header,
                    delimiter,
                },
            ));
        }
    }
    best.map(|(_, layout)| layout)
}

/// How much a row looks like headers: the certainty of the different fields it names.
fn score(cells: &[String], mapping: Option<&Mapping>) -> u32 {
    if let Some(mapping) = mapping.filter(|m| !m.columns.is_empty()) {
        let has = |header: &str| {
            cells
                .iter()
                .any(|cell| normalise(cell) == normalise(header))
        };
        if mapping.columns.values().all(|column| has(&column.header)) {
            return 1_000_000;
        }
    }
    if cells.len() < 2 {
        return 0;
    }
    let mut fields = BTreeSet::new();
    let mut total = 0;
    for cell in cells {
        let known = aliases::fields_of(cell);
        if let Some((field, certainty)) =
            known.into_iter().find(|(field, _)| !fields.contains(field))
        {
            fields.insert(field);
            total += u32::from(certainty);
        }
    }
    if fields.len() < 2 { 0 } else { total }
}

fn subject(headers: &[String]) -> Subject {
    let fields: BTreeSet<Field> = headers
        .iter()
        .flat_map(|header| aliases::fields_of(header))
        .map(|(field, _)| field)
        .collect();
    let sure: BTreeSet<Field> = headers
        .iter()
        .flat_map(|header| aliases::fields_of(header))
        .filter(|(_, certainty)| *certainty >= 80)
        .map(|(field, _)| field)
        .collect();
    let amounts = fields
        .iter()
        .any(|field| field.content() == Content::Amounts)
        || headers.iter().any(|header| aliases::is_ageing(header));
    let who = [Field::Name, Field::CustomerNumber]
        .iter()
        .any(|field| fields.contains(field));
    let number = fields.contains(&Field::InvoiceNumber);
    let dates = [Field::DueDate, Field::InvoiceDate]
        .iter()
        .any(|field| sure.contains(field));
    let contact = [
        Field::Email,
        Field::Phone,
        Field::Kvk,
        Field::Vat,
        Field::Address,
        Field::Postcode,
        Field::City,
    ];
    let contacts = contact.iter().filter(|field| sure.contains(field)).count();
    // A column for the other side's account or the bank's reference: money that moved, not owed.
    let moved = headers
        .iter()
        .any(|header| MOVED.contains(&normalise(header).as_str()));
    if moved {
        return Subject::Other;
    }
    let due = sure.contains(&Field::DueDate);
    if amounts && ((who && (number || dates)) || (number && due)) {
        Subject::OpenItems
    } else if who && contacts >= 2 && !dates {
        Subject::Customers
    } else if amounts && who && headers.iter().any(|header| aliases::is_ageing(header)) {
        Subject::OpenItems
    } else {
        Subject::Other
    }
}
