//! Backups: one file that holds all, encrypted under the same keys.
//!
//! A backup is a copy of the database, checked page by page, with the keys that open it. It opens
//! with the passphrase and the recovery code that held when it was made.

mod container;
mod restore;

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::backup::{Backup, StepResult};

use crate::administration::Administration;
use crate::connection;
use crate::error::{Part, Result, StoreError};
use crate::folder::{beside, create_private_folder};
use crate::sql::moment;
use container::{Manifest, write_container};

pub use container::{BackupInfo, backup_info};
pub use restore::restore;

/// How many automatic backups are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepBackups {
    /// Number of daily backups.
    pub copies: usize,
}

impl Default for KeepBackups {
    fn default() -> KeepBackups {
        KeepBackups { copies: 7 }
    }
}

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupMade {
    /// The file.
    pub file: PathBuf,
    /// Its size in bytes.
    pub size: u64,
}

/// What backup files end in.
pub(crate) const EXTENSION: &str = "standvast-backup";

impl Administration {
    /// Writes a backup to a file that does not exist yet.
    pub fn backup(&self, to: &Path, at: DateTime<Utc>, day: NaiveDate) -> Result<BackupMade> {
        if to.exists() {
            return Err(StoreError::AlreadyExists {
                path: to.to_owned(),
            });
        }
        let copy = beside(&beside(to));
        let made = self.copy_database(&copy).and_then(|()| {
            let manifest = Manifest::new(self.id(), &moment(at), day);
            write_container(to, manifest, &self.keys().bytes()?, &copy)
        });
        for leftover in [
            copy.clone(),
            with_suffix(&copy, "-wal"),
            with_suffix(&copy, "-shm"),
            with_suffix(&copy, "-journal"),
        ] {
            let _absent = std::fs::remove_file(leftover);
        }
        Ok(BackupMade {
            file: to.to_owned(),
            size: made?,
        })
    }

    /// Copies the database as it is now under the same key, and checks every page of the copy.
    fn copy_database(&self, to: &Path) -> Result<()> {
        let _stale = std::fs::remove_file(to);
        let mut target = connection::bare(to, self.data_key())?;
        {
            let copying = Backup::new(self.connection(), &mut target)?;
            loop {
                match copying.step(1000)? {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ => return Err(StoreError::InUse),
                }
            }
        }
        // One file, without a journal beside it.
        target.execute_batch("PRAGMA journal_mode = DELETE;")?;
        if !connection::is_sound(&target)? {
            return Err(StoreError::Damaged {
                part: Part::Database,
            });
        }
        target.close().map_err(|(_, error)| StoreError::from(error))
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes a backup in the folder of the administration.
pub(crate) fn automatic(
    administration: &Administration,
    reason: &str,
    at: DateTime<Utc>,
    day: NaiveDate,
) -> Result<PathBuf> {
    administration.still_there()?;
    let folder = administration.files().backups();
    create_private_folder(&folder)?;
    let file = folder.join(format!("{day}-{reason}.{EXTENSION}"));
    if file.exists() {
        // The same reason on the same day: the earlier one is the safer one to keep.
        return Ok(file);
    }
    administration.backup(&file, at, day)?;
    Ok(file)
}

/// Makes the backup of the day, if there is none, and drops the oldest daily ones.
pub(crate) fn daily(
    administration: &Administration,
    keep: KeepBackups,
    at: DateTime<Utc>,
    day: NaiveDate,
) -> Result<()> {
    automatic(administration, "daily", at, day)?;
    let mut daily: Vec<PathBuf> = std::fs::read_dir(administration.files().backups())?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.to_string_lossy()
                .ends_with(&format!("-daily.{EXTENSION}"))
        })
        .collect();
    // The names begin with the day.
    daily.sort();
    let surplus = daily.len().saturating_sub(keep.copies.max(1));
    for old in daily.into_iter().take(surplus) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}
