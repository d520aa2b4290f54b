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

/// A recovery code that was drawn and opens nothing yet.
pub struct NewRecoveryCode {
    keys: KeyFile,
    code: RecoveryCode,
}

impl NewRecoveryCode {
    /// The code, for its sheet.
    pub fn code(&self) -> &RecoveryCode {
        &self.code
    }
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

    /// Refuses when its files are gone from its folder: they may be moved or taken away while it is open,
    /// and what is written then is lost.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] with the folder.
    pub fn still_there(&self) -> Result<()> {
        self.folder.still_there()
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

    /// Draws a new recovery code. The one of now stays in force until
    /// [`replace_recovery_code`](Administration::replace_recovery_code).
    pub fn draw_recovery_code(&self, cost: KdfCost) -> Result<NewRecoveryCode> {
        let (keys, code) = self.keys.with_new_recovery(&self.context.key, cost)?;
        Ok(NewRecoveryCode { keys, code })
    }

    /// Puts a drawn recovery code in force and hands it over; the old one no longer opens this
    /// administration (it still opens backups that were made before). When it cannot be handed
    /// over, nobody has the new code: the old one is in force again.
    pub fn replace_recovery_code<T, E: From<StoreError>>(
        &mut self,
        new: NewRecoveryCode,
        at: DateTime<Utc>,
        day: NaiveDate,
        hand_over: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let before = self.keys.clone();
        self.put_keys(new.keys, "recovery_code", at, day)?;
        let handed_over = hand_over();
        if handed_over.is_err() {
            // Whether the log can still be told matters less than that the old sheet opens.
            before.write(&self.folder.keys())?;
            self.keys = before;
            let _told = self.write(at, day, |w| note_keys(w, "recovery_code_kept"));
        }
        handed_over
    }

    /// Replaces the keys and records it: both, or neither.
    fn put_keys(
        &mut self,
        keys: KeyFile,
        what: &str,
        at: DateTime<Utc>,
        day: NaiveDate,
    ) -> Result<()> {
        let place = self.folder.keys();
        let put = self.write(at, day, |w| {
            note_keys(w, what)?;
            // After the fact: only a commit that fails has anything to put back.
            keys.write(&place)
        });
        if put.is_ok() {
            self.keys = keys;
        } else if self.keys.write(&place).is_err()
            && let Ok(there) = KeyFile::read(&place)
        {
            // The disk takes nothing any more: what is there is what opens.
            self.keys = there;
        }
        put
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

    /// Lets the database grow to so many pages and no further, as a full disk would; for tests.
    #[doc(hidden)]
    pub fn limit_pages_for_tests(&mut self, pages: Option<u32>) -> Result<()> {
        let pages = pages.unwrap_or(u32::MAX - 1);
        self.connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
        Ok(())
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

fn note_keys(w: &mut Writer<'_>, what: &str) -> Result<()> {
    w.record(FactKind::KeysChanged, |_| {
        Ok::<_, StoreError>((Told::general(serde_json::json!({ "what": what }))?, ()))
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_made_before_the_database_is_brought_up_to_date() {
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join("a.standvast");
        let at: DateTime<Utc> = "2026-11-03T09:30:00Z".parse().unwrap();
        let day: NaiveDate = "2026-11-03".parse().unwrap();
        let (mut made, _) =
            Administration::create(&path, "x", KdfCost::for_tests(), at, day).unwrap();
        made.write(at, day, |w| w.put_setting("kleur", "groen"))
            .unwrap();
        let key = made.data_key().clone();
        drop(made);
        let mut steps = MIGRATIONS.to_vec();
        let next = "CREATE TABLE later (x INTEGER PRIMARY KEY) STRICT;";
        steps.push(next);
        let open = |steps: &[&str]| {
            Administration::open_with(&path, Unlock::DataKey(&key), at, day, steps)
        };
        let opened = open(&steps).unwrap();
        let known = u32::try_from(MIGRATIONS.len()).unwrap();
        assert_eq!(opened.opened().migrated_from, Some(known));
        let backup = opened.opened().backup.clone().unwrap();
        assert_eq!(
            opened.read().setting::<String>("kleur").unwrap().as_deref(),
            Some("groen")
        );
        drop(opened);
        let refused = open(MIGRATIONS).unwrap_err();
        assert_eq!(
            refused.code(),
            "newer_version",
            "an older program keeps off"
        );
        // The way back: the backup still has the version of before.
        let back = dir.path().join("terug.standvast");
        let restored =
            crate::restore(&backup, &back, Unlock::DataKey(&key), None, at, day).unwrap();
        assert_eq!(version(restored.connection()).unwrap(), known);
        assert_eq!(
            restored
                .read()
                .setting::<String>("kleur")
                .unwrap()
                .as_deref(),
            Some("groen")
        );
    }

    #[test]
    fn a_migration_that_fails_leaves_the_books_as_they_were() {
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join("a.standvast");
        let at: DateTime<Utc> = "2026-11-03T09:30:00Z".parse().unwrap();
        let day: NaiveDate = "2026-11-03".parse().unwrap();
        let (made, _) = Administration::create(&path, "x", KdfCost::for_tests(), at, day).unwrap();
        let key = made.data_key().clone();
        drop(made);
        let mut steps = MIGRATIONS.to_vec();
        steps.push("CREATE TABLE later (x INTEGER) STRICT; THIS IS NO SQL;");
        assert!(Administration::open_with(&path, Unlock::DataKey(&key), at, day, &steps).is_err());
        let opened = Administration::open(&path, Unlock::DataKey(&key), at, day).unwrap();
        assert!(opened.read().verify().unwrap().ok);
    }

    #[test]
    fn keys_that_cannot_be_recorded_are_not_in_force() {
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join("a.standvast");
        let at: DateTime<Utc> = "2026-11-03T09:30:00Z".parse().unwrap();
        let day: NaiveDate = "2026-11-03".parse().unwrap();
        let cost = KdfCost::for_tests();
        let (mut made, old) = Administration::create(&path, "x", cost, at, day).unwrap();
        // What a fact refers to is missing, which only the commit finds: the keys are written by then.
        made.connection
            .execute_batch(
                "CREATE TABLE one (id INTEGER PRIMARY KEY);
                 CREATE TABLE other (one INTEGER REFERENCES one DEFERRABLE INITIALLY DEFERRED);
                 CREATE TRIGGER late AFTER INSERT ON fact BEGIN INSERT INTO other VALUES (9); END;",
            )
            .unwrap();
        assert!(made.change_passphrase("nieuw", cost, at, day).is_err());
        let new = made.draw_recovery_code(cost).unwrap();
        let code = new.code().clone();
        let mut handed_over = false;
        let replaced = made.replace_recovery_code(new, at, day, || {
            handed_over = true;
            Ok::<_, StoreError>(())
        });
        assert!(
            replaced.is_err() && !handed_over,
            "nobody is given a code that opens nothing"
        );
        let on_disk = KeyFile::read(&made.folder.keys()).unwrap();
        for keys in [&on_disk, &made.keys] {
            assert!(
                keys.unlock(Unlock::Passphrase("x")).is_ok(),
                "the old passphrase opens"
            );
            assert!(
                keys.unlock(Unlock::Recovery(old.expose())).is_ok(),
                "the old sheet opens"
            );
            assert!(keys.unlock(Unlock::Passphrase("nieuw")).is_err());
            assert!(keys.unlock(Unlock::Recovery(code.expose())).is_err());
        }
    }
}
