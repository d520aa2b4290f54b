//! What can be told of an administration without opening it, and of its own backups.

use std::path::Path;

use chrono::{DateTime, Utc};

use crate::administration::Administration;
use crate::error::Result;
use crate::folder::Folder;
use crate::vault::{KeyFile, Unlock};

/// The id of the administration in a folder; needs no key.
///
/// # Errors
/// `not_found`, `not_an_administration`, `damaged`.
pub fn administration_id(folder: &Path) -> Result<String> {
    let folder = Folder::new(folder);
    folder.check()?;
    Ok(KeyFile::read(&folder.keys())?.administration().to_owned())
}

impl Administration {
    /// Whether the passphrase opens this administration.
    ///
    /// # Errors
    /// `wrong_key` when it does not.
    pub fn check_passphrase(&self, passphrase: &str) -> Result<()> {
        self.keys().unlock(Unlock::Passphrase(passphrase)).map(drop)
    }

    /// Whether the recovery code opens this administration.
    ///
    /// # Errors
    /// `wrong_recovery_code`, `malformed_recovery_code`.
    pub fn check_recovery_code(&self, code: &str) -> Result<()> {
        self.keys().unlock(Unlock::Recovery(code)).map(drop)
    }

    /// When the newest of the automatic backups was made; none when there is none.
    pub fn last_backup(&self) -> Option<DateTime<Utc>> {
        last_backup(self.folder())
    }
}

/// When the newest of the automatic backups in a folder was made.
pub(crate) fn last_backup(folder: &Path) -> Option<DateTime<Utc>> {
    let newest = std::fs::read_dir(Folder::new(folder).backups())
        .ok()?
        .filter_map(|entry| entry.ok()?.metadata().ok()?.modified().ok())
        .max()?;
    Some(newest.into())
}
