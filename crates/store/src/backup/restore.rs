//! Restoring: a backup becomes a new folder, whole or not at all, and knows that it was restored.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use super::container::{BackupInfo, read_container};
use crate::administration::Administration;
use crate::books::RestoredState;
use crate::error::{Result, StoreError};
use crate::folder::{EXTENSION, Folder, beside, create_private_folder, put_in_place, write_whole};
use crate::journal::Journal;
use crate::vault::Unlock;

/// Restores a backup to a folder that does not exist yet, and opens it.
///
/// `journal` is the directory of this computer's journal of sent keys: when it reaches as far as
/// the backup, it tells what left since; else everything since the backup's day is uncertain
/// until the user settles it. Every page is checked before the folder gets its name.
pub fn restore(
    file: &Path,
    target: &Path,
    unlock: Unlock<'_>,
    journal: Option<&Path>,
    at: DateTime<Utc>,
    day: NaiveDate,
) -> Result<Administration> {
    if target
        .extension()
        .is_none_or(|extension| extension != EXTENSION)
    {
        return Err(StoreError::NotAnAdministration);
    }
    if target.exists() {
        return Err(StoreError::AlreadyExists {
            path: target.to_owned(),
        });
    }
    let temporary = beside(target);
    let _stale = std::fs::remove_dir_all(&temporary);
    let prepared = prepare(file, &temporary, unlock, journal, at, day);
    let key = match prepared {
        Ok(key) => key,
        Err(error) => {
            let _nothing_left = std::fs::remove_dir_all(&temporary);
            return Err(error);
        }
    };
    put_in_place(&temporary, target)?;
    let mut restored = Administration::open(target, Unlock::DataKey(&key), at, day)?;
    if let Some(directory) = journal {
        restored.attach_journal(directory)?;
    }
    Ok(restored)
}

/// Unpacks, checks and marks the copy under its temporary name.
fn prepare(
    file: &Path,
    temporary: &Path,
    unlock: Unlock<'_>,
    journal: Option<&Path>,
    at: DateTime<Utc>,
    day: NaiveDate,
) -> Result<crate::vault::DataKey> {
    create_private_folder(temporary)?;
    let folder = Folder::new(temporary);
    let (info, keys) = read_container(file, &folder.database())?;
    write_whole(&folder.keys(), &keys)?;
    let mut copy = Administration::open(temporary, unlock, at, day)?;
    copy.check_pages()?;
    mark(&mut copy, &info, journal, at, day)?;
    let key = copy.data_key().clone();
    copy.close(None, at, day)?;
    Ok(key)
}

fn mark(
    copy: &mut Administration,
    info: &BackupInfo,
    journal: Option<&Path>,
    at: DateTime<Utc>,
    day: NaiveDate,
) -> Result<()> {
    let reaches = match journal {
        Some(directory) => Journal::reaches(directory, copy.id(), copy.connection())?,
        None => false,
    };
    let state = RestoredState {
        backup: info.day,
        journal: reaches,
        settled: false,
    };
    copy.write(at, day, |w| w.mark_restored(state)).map(|_| ())
}
