//! A second way into an open administration, that only reads: it answers while the first one writes.
//!
//! The database keeps a log of writes beside it, so a reader sees everything as it was at one moment,
//! whatever is being written meanwhile, and holds up nobody.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::access::{Context, Reader};
use crate::administration::Administration;
use crate::connection;
use crate::error::Result;
use crate::folder::Folder;
use crate::known_folder::last_backup;
use crate::log::Verification;

/// After so many steps of the database, long work looks whether it must stop.
const STEPS_BETWEEN_LOOKS: i32 = 100;

/// A second way in, that only reads. To be dropped before the administration is closed.
pub struct Reading {
    connection: Connection,
    context: Context,
    folder: PathBuf,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

/// An administration as it was at one moment.
pub struct Snapshot<'a> {
    _transaction: Transaction<'a>,
    reading: &'a Reading,
}

impl Administration {
    /// Opens a second way in, that only reads. What this computer's journal knows is taken over as
    /// it is now: attach it before.
    pub fn reading(&self) -> Result<Reading> {
        let path = Folder::new(self.folder()).database();
        let Context { id, key, journal } = self.read().context();
        Ok(Reading {
            connection: connection::beside(&path, key)?,
            context: Context {
                id: id.clone(),
                key: key.clone(),
                journal: journal.clone(),
            },
            folder: self.folder().to_path_buf(),
        })
    }
}

impl Reading {
    /// One more way in, beside this one.
    pub fn another(&self) -> Result<Reading> {
        let Context { id, key, journal } = &self.context;
        let path = Folder::new(&self.folder).database();
        Ok(Reading {
            connection: connection::beside(&path, key)?,
            context: Context {
                id: id.clone(),
                key: key.clone(),
                journal: journal.clone(),
            },
            folder: self.folder.clone(),
        })
    }

    /// Everything as it is now, until it is dropped.
    pub fn snapshot(&self) -> Result<Snapshot<'_>> {
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        Ok(Snapshot {
            _transaction: transaction,
            reading: self,
        })
    }

    /// The folder of the administration.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// When the newest of the automatic backups was made; none when there is none.
    pub fn last_backup(&self) -> Option<DateTime<Utc>> {
        last_backup(&self.folder)
    }
}

impl Snapshot<'_> {
    /// Asks.
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.reading.connection, &self.reading.context)
    }

    /// Verifies as [`Reader::verify`] does, until `stop` says so: then it answers nothing, soon.
    ///
    /// It takes a way in of its own, which knows no page yet: each is read from the disk.
    pub fn verify_until(
        &self,
        stop: impl Fn() -> bool + Clone + Send + 'static,
    ) -> Result<Option<Verification>> {
        let mut apart = self.reading.another()?;
        apart
            .connection
            .progress_handler(STEPS_BETWEEN_LOOKS, Some(stop.clone()))?;
        let found = apart.snapshot()?.read().verify();
        // What was stopped looks like a database that refused.
        if stop() { Ok(None) } else { found.map(Some) }
    }
}
