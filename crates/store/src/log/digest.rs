//! The digest of rows: what lets a fact vouch for the rows that it made.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Statement};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::tables::Protected;
use crate::error::Result;
use crate::vault::hex;

/// How many rows, and the SHA-256 over all their columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowsDigest {
    /// Number of rows.
    pub rows: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// A digest in the making. Each value goes in with its type and length, so that no two
/// different rows can give the same bytes.
pub(crate) struct Digesting {
    rows: u64,
    hash: Sha256,
}

impl Digesting {
    pub fn new(table: &str) -> Digesting {
        Digesting {
            rows: 0,
            hash: Sha256::new()
                .chain_update(table.as_bytes())
                .chain_update([0]),
        }
    }

    /// Takes in the columns of a row from `first` on.
    pub fn row(&mut self, row: &Row<'_>, first: usize, columns: usize) -> rusqlite::Result<()> {
        self.rows += 1;
        for column in first..columns {
            match row.get_ref(column)? {
                ValueRef::Null => self.hash.update([0]),
                ValueRef::Integer(value) => {
                    self.hash.update([1]);
                    self.hash.update(value.to_le_bytes());
                }
                ValueRef::Real(value) => {
                    self.hash.update([2]);
                    self.hash.update(value.to_le_bytes());
                }
                ValueRef::Text(bytes) => self.bytes(3, bytes),
                ValueRef::Blob(bytes) => self.bytes(4, bytes),
            }
        }
        Ok(())
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.hash.update([kind]);
        self.hash.update((bytes.len() as u64).to_le_bytes());
        self.hash.update(bytes);
    }

    pub fn done(self) -> RowsDigest {
        RowsDigest {
            rows: self.rows,
            sha256: hex(&self.hash.finalize()),
        }
    }
}

/// The digest of the rows of `table` that the fact made.
pub(super) fn of_rows(connection: &Connection, table: &Protected, fact: i64) -> Result<RowsDigest> {
    let mut statement = connection.prepare_cached(&table.select_all("WHERE fact = ?1"))?;
    all(&mut statement, table, fact)
}

/// The digest of the ids of the rows of `table` that the fact undid.
pub(super) fn of_undone(
    connection: &Connection,
    table: &Protected,
    fact: i64,
) -> Result<RowsDigest> {
    let mut statement = connection.prepare_cached(&table.select_undone("= ?1"))?;
    all(&mut statement, table, fact)
}

fn all(statement: &mut Statement<'_>, table: &Protected, fact: i64) -> Result<RowsDigest> {
    let columns = statement.column_count();
    let mut digesting = Digesting::new(table.name);
    let mut rows = statement.query([fact])?;
    while let Some(row) = rows.next()? {
        digesting.row(row, 1, columns)?;
    }
    Ok(digesting.done())
}
