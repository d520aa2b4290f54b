//! A fact in the making: rows are written under its number, then it is sealed with their digest.

use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::{DateTime, NaiveDate, Utc};
use credit::FactId;
use rusqlite::Connection;
use serde::Serialize;

use super::fact::{Body, FactKind, Link, Subject, last_link};
use super::tables::{Protected, TABLES, protected};
use super::{digest, tables};
use crate::access::Reader;
use crate::error::{Result, StoreError};
use crate::sql::moment;

/// What a finished fact says, beside its rows.
pub(crate) struct Told {
    pub subject: Option<Subject>,
    pub data: serde_json::Value,
}

impl Told {
    /// A fact about `subject`, with `data` as its JSON.
    pub fn about(subject: Subject, data: impl Serialize) -> Result<Told> {
        Ok(Told {
            subject: Some(subject),
            data: serde_json::to_value(data)?,
        })
    }

    /// A fact about the administration itself.
    pub fn general(data: impl Serialize) -> Result<Told> {
        Ok(Told {
            subject: None,
            data: serde_json::to_value(data)?,
        })
    }
}

/// A fact that is being written. Derefs to the reader of the same transaction.
pub(crate) struct OpenFact<'a> {
    reader: Reader<'a>,
    /// Its number.
    pub seq: i64,
    /// The day that the user calls today.
    pub day: NaiveDate,
    made: Vec<&'static str>,
    unmade: Vec<&'static str>,
}

impl<'a> Deref for OpenFact<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> OpenFact<'a> {
    /// The connection, for writing.
    pub fn connection(&self) -> &'a Connection {
        self.reader.connection()
    }

    /// Notes that rows of `table` were made, and gives the id of the last one.
    pub fn made(&mut self, table: &'static str) -> i64 {
        if !self.made.contains(&table) {
            self.made.push(table);
        }
        self.connection().last_insert_rowid()
    }

    /// Notes that rows of `table` were marked as undone by this fact.
    pub fn unmade(&mut self, table: &'static str) {
        if !self.unmade.contains(&table) {
            self.unmade.push(table);
        }
    }

    /// Whether rows of any other table than `table` were made.
    pub fn made_more_than(&self, table: &str) -> bool {
        self.made.iter().any(|made| *made != table)
    }

    fn digests(
        &self,
        of: fn(&Connection, &Protected, i64) -> Result<digest::RowsDigest>,
        names: &[&'static str],
    ) -> Result<BTreeMap<String, digest::RowsDigest>> {
        let mut digests = BTreeMap::new();
        for name in names {
            if let Some(table) = protected(name) {
                let digest = of(self.connection(), table, self.seq)?;
                if digest.rows > 0 {
                    digests.insert((*name).to_owned(), digest);
                }
            }
        }
        Ok(digests)
    }

    fn seal(self, at: DateTime<Utc>, kind: FactKind, told: Told) -> Result<FactId> {
        let body = Body {
            data: told.data,
            rows: self.digests(digest::of_rows, &self.made)?,
            undone: self.digests(digest::of_undone, &self.unmade)?,
        };
        let (last, prev) = last_link(self.connection())?;
        let (subject_kind, subject) = told.subject.map(Subject::parts).unzip();
        let (at, day, body) = (
            moment(at),
            self.day.to_string(),
            serde_json::to_string(&body)?,
        );
        let link = Link {
            seq: last + 1,
            at: &at,
            day: &day,
            kind: kind.code(),
            subject_kind,
            subject,
            body: &body,
        };
        self.connection()
            .prepare_cached(
                "INSERT INTO fact (seq, at, day, kind, subject_kind, subject, body, prev, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(rusqlite::params![
                link.seq,
                at,
                day,
                link.kind,
                subject_kind,
                subject,
                body,
                prev,
                link.hash(&prev)
            ])?;
        Ok(FactId(self.seq))
    }
}

/// Writes one fact: all of it, or nothing.
///
/// `rows` writes the rows and says what the fact tells; no fact is made when it answers none.
pub(crate) fn record<'a, T, E: From<StoreError>>(
    reader: Reader<'a>,
    at: DateTime<Utc>,
    day: NaiveDate,
    kind: FactKind,
    rows: impl FnOnce(&mut OpenFact<'a>) -> Result<(Option<Told>, T), E>,
) -> Result<(Option<FactId>, T), E> {
    let connection = reader.connection();
    run(connection, "SAVEPOINT one_fact")?;
    let outcome = (|| {
        let seq = last_link(connection)?.0 + 1;
        let mut open = OpenFact {
            reader,
            seq,
            day,
            made: Vec::new(),
            unmade: Vec::new(),
        };
        let (told, value) = rows(&mut open)?;
        let fact = told.map(|told| open.seal(at, kind, told)).transpose()?;
        Ok((fact, value))
    })();
    match &outcome {
        Ok((Some(_), _)) => run(connection, "RELEASE one_fact")?,
        Ok((None, _)) => {
            run(connection, "ROLLBACK TO one_fact")?;
            run(connection, "RELEASE one_fact")?;
        }
        Err(_) => {
            // A full disk ends the whole transaction by itself: then there is nothing to roll
            // back, and the first error is the one to tell.
            let _rolled_back = run(connection, "ROLLBACK TO one_fact")
                .and_then(|()| run(connection, "RELEASE one_fact"));
        }
    }
    outcome
}

fn run(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// The names of all protected tables that can hold undone rows.
pub(super) fn undoable() -> impl Iterator<Item = &'static tables::Protected> {
    TABLES.iter().filter(|table| table.undoable)
}
