//! A table as a person sees it who points out its columns.

use std::path::Path;

use exchange::open_items::{Column, DateOrder, DecimalSign, Field, Mapping, TableLook, look};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::count;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;

/// Which table.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct TableAsk {
    /// The file.
    pub path: String,
    /// The columns as pointed out so far.
    pub map: Option<ColumnMap>,
}

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnMap {
    /// The columns that are used.
    pub columns: Vec<MappedColumn>,
    /// How dates such as 3-4-2026 are read.
    #[ts(type = "'day_first' | 'month_first'")]
    pub dates: DateOrder,
    /// The decimal sign; told from the amounts when none.
    #[ts(type = "'comma' | 'dot' | null")]
    pub decimal: Option<DecimalSign>,
}

/// A column and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappedColumn {
    /// What it holds: a field of `TableRead`.
    #[ts(type = "string")]
    pub field: Field,
    /// Its header.
    pub header: String,
    /// Which column it is, counted from 0.
    pub index: u32,
}

impl ColumnMap {
    pub(crate) fn to_mapping(&self) -> Mapping {
        let column = |mapped: &MappedColumn| Column {
            header: mapped.header.clone(),
            index: usize::try_from(mapped.index).ok(),
            confidence: 100,
        };
        Mapping {
            fingerprint: String::new(),
            columns: self
                .columns
                .iter()
                .map(|mapped| (mapped.field, column(mapped)))
                .collect(),
            dates: self.dates,
            decimal: self.decimal,
        }
    }
}

/// A field that a column can hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableField {
    /// Its name, for `ColumnMap`.
    #[ts(type = "string")]
    pub field: Field,
    /// What it is called.
    pub words: String,
    /// Whether an open item cannot do without it.
    pub needed: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableColumn {
    /// Which one it is, counted from 0.
    pub index: u32,
    /// Its header.
    pub header: String,
    /// The first values in it.
    pub samples: Vec<String>,
    /// What it holds, as far as is known.
    #[ts(type = "string | null")]
    pub field: Option<Field>,
    /// How sure that is, 0 to 100.
    pub certainty: u32,
}

/// A table: its signs, its columns, its first rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableRead {
    /// The file.
    pub path: String,
    /// The sign between fields.
    pub delimiter: String,
    /// The name of the encoding.
    pub encoding: String,
    /// The line on which the headers stand.
    pub header_line: u32,
    /// How many rows stand under them.
    pub rows: u32,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// The first rows.
    pub first: Vec<Vec<String>>,
    /// What columns can hold.
    pub fields: Vec<TableField>,
    /// Fields that an open item needs and that no column holds yet.
    #[ts(type = "string[]")]
    pub missing: Vec<Field>,
    /// The columns as they will be used.
    pub map: ColumnMap,
    /// Whether the columns are those of an earlier file with these headers.
    pub remembered: bool,
}

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// Looks at a table. Writes nothing.
///
/// # Errors
/// `not_found`, `io`, `not_a_table`.
pub fn table_read(context: &mut Context<'_>, request: TableAsk) -> AppResult<TableRead> {
    look_at(context, &request.path, request.map.as_ref())?
        .ok_or_else(|| AppError::new(Code::NotATable).with("path", &request.path))
}

/// A table with the columns that were pointed out, else those that are remembered, else guessed.
pub(crate) fn look_at(
    context: &Context<'_>,
    path: &str,
    map: Option<&ColumnMap>,
) -> AppResult<Option<TableRead>> {
    let bytes = std::fs::read(path).map_err(|error| AppError::reading(Path::new(path), &error))?;
    let given = map.map(ColumnMap::to_mapping);
    let Some(mut seen) = look(&bytes, given.as_ref()) else {
        return Ok(None);
    };
    let mut remembered = false;
    if given.is_none() {
        let known: Option<Mapping> = context.reader()?.csv_mapping(&seen.mapping.fingerprint)?;
        if let Some(again) = known.and_then(|known| look(&bytes, Some(&known)))
            && again.fits
        {
            remembered = true;
            seen = again;
        }
    }
    Ok(Some(table(context, path, &seen, remembered)))
}

fn table(context: &Context<'_>, path: &str, seen: &TableLook, remembered: bool) -> TableRead {
    let held = |index: usize| {
        seen.mapping
            .columns
            .iter()
            .find(|(_, column)| column.index == Some(index))
    };
    let columns = seen
        .headers
        .iter()
        .enumerate()
        .map(|(index, header)| {
            let known = held(index);
            TableColumn {
                index: count(index as u64),
                header: header.clone(),
                samples: seen
                    .rows
                    .iter()
                    .filter_map(|(_, row)| row.get(index))
                    .map(|cell| cell.trim().to_string())
                    .filter(|cell| !cell.is_empty())
                    .take(SAMPLES)
                    .collect(),
                field: known.map(|(field, _)| *field),
                certainty: known.map_or(0, |(_, column)| u32::from(column.confidence)),
            }
        })
        .collect();
    let needed = |field: &Field| matches!(field, Field::InvoiceNumber | Field::Name | Field::Open);
    TableRead {
        path: path.to_string(),
        delimiter: seen.delimiter.to_string(),
        encoding: seen.encoding.to_string(),
        header_line: count(seen.header_line),
        rows: count(seen.total as u64),
        columns,
        first: seen.rows.iter().map(|(_, row)| row.clone()).collect(),
        fields: Field::ALL
            .iter()
            .map(|field| TableField {
                field: *field,
                words: field.words(context.lang).to_string(),
                needed: needed(field),
            })
            .collect(),
        missing: seen.missing.clone(),
        map: ColumnMap {
            columns: seen
                .mapping
                .columns
                .iter()
                .filter_map(|(field, column)| {
                    Some(MappedColumn {
                        field: *field,
                        header: column.header.clone(),
                        index: count(column.index? as u64),
                    })
                })
                .collect(),
            dates: seen.mapping.dates,
            decimal: seen.mapping.decimal,
        },
        remembered,
    }
}
