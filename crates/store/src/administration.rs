//! One open administration: the only owner of its folder as long as it lives.

use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::access::{Context, Reader, Writer};
use crate::backup::{self, KeepBackups};
use crate::books::clear_abandoned;
use crate::connection;
use crate::error::{Part, Result, StoreError};
use crate::folder::Folder;
use crate::log::{FactKind, Told};
use crate::migrations::{MIGRATIONS, migrate, pending, version};
use crate::vault::{DataKey, KdfCost, KeyFile, RecoveryCode, Unlock};

/// How opening went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The version that the database had before it was brought up to date, if it was.
    pub migrated_from: Option<u32>,
    /// The backup that was made before that.
    pub backup: Option<PathBuf>,
}

/// An open administration.
pub struct Administration {
    connection: Connection,
    context: Context,
    keys: KeyFile,
    folder: Folder,
    opened: Opened,
    /// Held until the end, and let go with the process.
    _lock: File,
}

impl std::fmt::Debug for Administration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Administration")
            .field("folder", &self.folder.path())
            .finish_non_exhaustive()
    }
}

impl Administration {
    /// Makes a new administration in a folder that does not exist yet and ends in `.standvast`.
    ///
    /// The recovery code is given once, and is kept nowhere.
    pub fn create(
        folder: &Path,
        passphrase: &str,
        cost: KdfCost,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<(Administration, RecoveryCode)> {
        let (keys, key, code) = KeyFile::new(passphrase, cost)?;
        let folder = Folder::new(folder);
        folder.create()?;
        let made = Administration::fill(&folder, keys, key, at, day);
        if made.is_err() {
            // A half-made folder would be in the way of the next try.
            let _nothing_left = std::fs::remove_dir_all(folder.path());
        }
        Ok((made?, code))
    }

    fn fill(
        folder: &Folder,
        keys: KeyFile,
        key: DataKey,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<Administration> {
        let lock = folder.lock()?;
        keys.write(&folder.keys())?;
        let connection = connection::create(&folder.database(), &key)?;
        migrate(&connection, MIGRATIONS)?;
        let context = Context {
            id: keys.administration().to_owned(),
            key,
            journal: None,
        };
        let mut made = Administration {
            connection,
            context,
            keys,
            folder: folder.clone(),
            opened: Opened::default(),
            _lock: lock,
        };
        let id = made.id().to_owned();
        made.write(at, day, |w| {
            w.record(FactKind::Created, |_| {
                Ok::<_, StoreError>((
                    Told::general(serde_json::json!({ "administration": id }))?,
                    (),
                ))
            })
        })?;
        Ok(made)
    }

    /// Opens an administration: takes the lock, proves the key, brings the database up to date
    /// (with a backup before that), and clears what a broken-off import left.
    pub fn open(
        folder: &Path,
        unlock: Unlock<'_>,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<Administration> {
        Administration::open_with(folder, unlock, at, day, MIGRATIONS)
    }

    pub(crate) fn open_with(
        folder: &Path,
        unlock: Unlock<'_>,
        at: DateTime<Utc>,
        day: NaiveDate,
        migrations: &[&str],
    ) -> Result<Administration> {
        let folder = Folder::new(folder);
        folder.check()?;
        let lock = folder.lock()?;
        let keys = KeyFile::read(&folder.keys())?;
        let key = keys.unlock(unlock)?;
        let connection = connection::open(&folder.database(), &key)?;
        let context = Context {
            id: keys.administration().to_owned(),
            key,
            journal: None,
        };
        let mut opened = Administration {
            connection,
            context,
            keys,
            folder,
            opened: Opened::default(),
            _lock: lock,
        };
        opened.bring_up_to_date(migrations, at, day)?;
        clear_abandoned(&opened.connection)?;
        Ok(opened)
    }

    fn bring_up_to_date(
        &mut self,
        migrations: &[&str],
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<()> {
        if pending(&self.connection, migrations)?.is_empty() {
            return Ok(());
        }
        let from = version(&self.connection)?;
        if from > 0 {
            let made = backup::automatic(self, &format!("version-{from}"), at, day)?;
            self.opened.backup = Some(made);
        }
        migrate(&self.connection, migrations)?;
        self.opened.migrated_from = Some(from);
        Ok(())
    }

    /// The random id of the administration, hexadecimal; the same in all its copies.
    pub fn id(&self) -> &str {
        &self.context.id
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The data key, for the keychain of the operating system.
    pub fn data_key(&self) -> &DataKey {
        &self.context.key
    }

    /// How opening went.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// Wraps the data key under another passphrase; the recovery code stays.
    pub fn change_passphrase(
        &mut self,
        passphrase: &str,
        cost: KdfCost,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<()> {
        let keys = self
            .keys
            .with_passphrase(&self.context.key, passphrase, cost)?;
        self.put_keys(keys, "passphrase", at, day)
    }

    /// Makes a new recovery code; the old one no longer opens this administration (it still
    /// opens backups that were made before).
    pub fn new_recovery_code(
        &mut self,
        cost: KdfCost,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<RecoveryCode> {
        let (keys, code) = self.keys.with_new_recovery(&self.context.key, cost)?;
        self.put_keys(keys, "recovery_code", at, day)?;
        Ok(code)
    }

    fn put_keys(
        &mut self,
        keys: KeyFile,
        what: &str,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<()> {
        keys.write(&self.folder.keys())?;
        self.keys = keys;
        self.write(at, day, |w| {
            w.record(FactKind::KeysChanged, |_| {
                Ok::<_, StoreError>((Told::general(serde_json::json!({ "what": what }))?, ()))
            })
        })?;
        Ok(())
    }

    /// Asks.
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.connection, &self.context)
    }

    /// Changes: everything that `change` does is on the disk when this answers, or nothing is.
    ///
    /// `at` is the moment for the log, `day` the day that the user calls today.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        at: DateTime<Utc>,
        day: NaiveDate,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
                .map_err(StoreError::from)?;
        let mut writer = Writer::new(Reader::new(&self.connection, &self.context), at, day);
        // Dropping the transaction on an error takes everything back.
        let value = change(&mut writer)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Closes: a backup if none was made on this day, then tidies up and writes the journal of
    /// the database back. Dropping without it loses nothing.
    pub fn close(self, keep: Option<KeepBackups>, at: DateTime<Utc>, day: NaiveDate) -> Result<()> {
        if let Some(keep) = keep {
            backup::daily(&self, keep, at, day)?;
        }
        self.connection
            .execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")?;
        let Administration { connection, .. } = self;
        connection.close().map_err(|(_, error)| error.into())
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn context_mut(&mut self) -> &mut Context {
        &mut self.context
    }

    pub(crate) fn keys(&self) -> &KeyFile {
        &self.keys
    }

    pub(crate) fn files(&self) -> &Folder {
        &self.folder
    }

    /// Refuses a database whose pages do not authenticate or do not hang together.
    pub(crate) fn check_pages(&self) -> Result<()> {
        if connection::is_sound(&self.connection)? {
            Ok(())
        } else {
            Err(StoreError::Damaged {
                part: Part::Database,
            })
        }
    }
}
