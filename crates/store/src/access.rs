//! Reading and writing an open administration. A query that writes does not type-check on a
//! reader; a writer can read too.

use std::ops::Deref;

use chrono::{DateTime, NaiveDate, Utc};
use credit::FactId;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::journal::Journal;
use crate::log::{self, FactKind, OpenFact, Told};
use crate::vault::DataKey;

/// What readers know beside the database.
pub(crate) struct Context {
    /// The random id of the administration.
    pub id: String,
    /// The data key, from which the keys of the journal are derived.
    pub key: DataKey,
    /// The sent keys that this computer knows, once attached.
    pub journal: Option<Journal>,
}

/// Questions to an administration.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    connection: &'a Connection,
    context: &'a Context,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(connection: &'a Connection, context: &'a Context) -> Reader<'a> {
        Reader {
            connection,
            context,
        }
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.connection
    }

    pub(crate) fn context(&self) -> &'a Context {
        self.context
    }
}

/// Changes to an administration, within one transaction. Derefs to [`Reader`].
pub struct Writer<'a> {
    reader: Reader<'a>,
    at: DateTime<Utc>,
    day: NaiveDate,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(reader: Reader<'a>, at: DateTime<Utc>, day: NaiveDate) -> Writer<'a> {
        Writer { reader, at, day }
    }

    /// The day that the user calls today.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Writes one fact with its rows, or nothing when `rows` answers no words for it.
    pub(crate) fn record_if<T, E: From<StoreError>>(
        &mut self,
        kind: FactKind,
        rows: impl FnOnce(&mut OpenFact<'a>) -> Result<(Option<Told>, T), E>,
    ) -> Result<(Option<FactId>, T), E> {
        log::record(self.reader, self.at, self.day, kind, rows)
    }

    /// Writes one fact with its rows.
    pub(crate) fn record<T, E: From<StoreError>>(
        &mut self,
        kind: FactKind,
        rows: impl FnOnce(&mut OpenFact<'a>) -> Result<(Told, T), E>,
    ) -> Result<(FactId, T), E> {
        let (fact, value) = self.record_if(kind, |open| {
            let (told, value) = rows(open)?;
            Ok::<_, E>((Some(told), value))
        })?;
        // A fact with words is always written.
        fact.map(|fact| (fact, value))
            .ok_or_else(|| StoreError::OutOfRange.into())
    }
}
