//! Lists of open items as delimited text, from any bookkeeping package.

mod aliases;
mod amounts;
mod cells;
mod days;
mod guess;
mod identifications;
mod item;
mod layout;
mod look;
mod mapping;
mod rows;

pub use item::{Field, ItemKind, OpenItem, OpenItems};
pub use look::{TableLook, look};
pub use mapping::{Column, DateOrder, DecimalSign, Mapping, fingerprint};

pub(crate) use aliases::normalise;
pub(crate) use item::names_of;
pub(crate) use layout::{Subject, find as find_layout};

use crate::charset;
use crate::problem::{Problem, ProblemKind};
use crate::refusal::Refusal;

/// The largest list.
const SIZE_LIMIT: usize = 200 * 1024 * 1024;

/// Reads a list of open items. `mapping` is one that was made for these headers before, or by
/// hand; without it, or when it does not fit, the columns are guessed.
///
/// # Errors
/// A file in which no row of headers can be found.
pub fn read(bytes: &[u8], mapping: Option<&Mapping>) -> Result<OpenItems, Refusal> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Refusal::TooLarge);
    }
    let text = charset::decode_text(bytes);
    let layout = layout::find(&text, mapping).ok_or(Refusal::UnknownFormat { root: None })?;
    let headers: Vec<String> = layout
        .headers()
        .iter()
        .map(|header| header.trim().to_owned())
        .collect();
    let header_line = layout
        .table
        .rows
        .get(layout.header)
        .map_or(1, |row| row.line);
    let body = layout
        .table
        .rows
        .get(layout.header + 1..)
        .unwrap_or_default();
    let mut problems = Vec::new();
    if layout.table.broken_quotes {
        problems.push(Problem::of_file(ProblemKind::QuoteNotClosed));
    }
    let fitted = mapping.and_then(|mapping| guess::fitted(mapping, &headers));
    if mapping.is_some() && fitted.is_none() {
        problems.push(Problem::at(header_line, ProblemKind::MappingDoesNotFit));
    }
    let mapping = fitted.unwrap_or_else(|| guess::guess(&headers, body));
    let ageing: Vec<usize> = (0..headers.len())
        .filter(|index| aliases::is_ageing(&headers[*index]))
        .collect();
    let has = |field: Field| mapping.columns.contains_key(&field);
    let open_known =
        has(Field::Open) || has(Field::Debit) || has(Field::Credit) || !ageing.is_empty();
    let missing = missing(&mapping, open_known);
    for field in &missing {
        problems.push(Problem::at(
            header_line,
            ProblemKind::ColumnMissing { field: *field },
        ));
    }
    if !open_known && has(Field::Amount) {
        problems.push(Problem::at(header_line, ProblemKind::OpenFromAmount));
    } else if !has(Field::Open) && !has(Field::Debit) && !has(Field::Credit) && !ageing.is_empty() {
        problems.push(Problem::at(header_line, ProblemKind::OpenFromAgeing));
    }
    let mut reader = rows::RowReader::new(&mapping, &headers, body, ageing);
    for row in body {
        reader.take(row);
    }
    reader.finish();
    let rows::RowReader {
        rows,
        problems: of_rows,
        skipped,
        stated_total,
        ..
    } = reader;
    problems.extend(of_rows);
    problems.sort_by_key(|problem| problem.line);
    // A list whose customers stand above their rows needs no column for them.
    let named = !rows.is_empty() && rows.iter().all(|row| row.name.is_some());
    let nameless = |field: &Field| *field == Field::Name && named;
    problems
        .retain(|p| !matches!(&p.kind, ProblemKind::ColumnMissing { field } if nameless(field)));
    let missing = missing
        .into_iter()
        .filter(|field| !nameless(field))
        .collect();
    let sum = rows.iter().map(|row| row.open).sum();
    Ok(OpenItems {
        rows,
        problems,
        sum,
        mapping,
        headers,
        header_line,
        missing,
        skipped,
        stated_total,
    })
}

/// The required fields that no column gives. What was invoiced stands in for what is open.
fn missing(mapping: &Mapping, open_known: bool) -> Vec<Field> {
    Field::REQUIRED
        .into_iter()
        .filter(|field| !mapping.columns.contains_key(field))
        .filter(|field| {
            *field != Field::Open || !(open_known || mapping.columns.contains_key(&Field::Amount))
        })
        .collect()
}
