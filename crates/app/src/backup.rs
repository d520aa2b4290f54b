//! Backups: one file that holds the whole administration, and putting it back.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use store::{StoreError, Unlock};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::administration::{SessionState, checked_folder};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::recent::Nothing;
use crate::session::{Context, shown};
use crate::tell::Done;
use crate::whole_file::SavedFile;

/// Where to write the backup.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Backup {
    /// The file to make.
    pub out: String,
}

/// Writes one file that holds everything, under the administration's own keys.
///
/// # Errors
/// `already_exists`, `disk_full`, `read_only`, `io`.
pub fn backup(context: &mut Context<'_>, request: Backup) -> AppResult<SavedFile> {
    let file = PathBuf::from(&request.out);
    if file.exists() {
        return Err(AppError::new(Code::AlreadyExists).with("path", file.display()));
    }
    let (at, day) = (context.now(), context.day(None));
    let administration = context.administration()?;
    administration
        .backup(&file, at, day)
        .map_err(|error| AppError::of_store(&file, error))?;
    let folder = administration.folder().to_path_buf();
    crate::recent::note_backup(context.session.host(), &folder);
    let bytes = std::fs::read(&file).map_err(|error| AppError::reading(&file, &error))?;
    Ok(SavedFile {
        file: shown(&file),
        sha256: crate::digest::sha256_hex(&bytes),
    })
}

/// A backup to put back.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Restore {
    /// The backup.
    pub file: String,
    /// The folder to make; must not exist.
    pub folder: String,
    /// With the passphrase …
    pub passphrase: Option<String>,
    /// … or the recovery code.
    pub recovery_code: Option<String>,
}

/// A backup was put back, and is open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Restored {
    /// The folder.
    pub folder: String,
    /// Day the backup was made.
    #[ts(type = "IsoDate")]
    pub backup_day: NaiveDate,
    /// Whether this computer's journal knows what left after it. If not, everything due since
    /// then asks first.
    pub journal: bool,
    /// The session.
    pub session: SessionState,
}

/// Puts a backup back as a new administration, and opens it.
///
/// # Errors
/// `already_exists`, `wrong_key`, `not_a_backup`, `damaged`, `bad_folder_name`, `passphrase_needed`, and what
/// the file system says of the file or the folder.
pub fn restore(context: &mut Context<'_>, request: Restore) -> AppResult<Restored> {
    let host = context.session.host();
    let folder = checked_folder(&request.folder)?;
    let file = Path::new(&request.file);
    let info = store::backup_info(file).map_err(|error| not_read(file, error))?;
    let journal_dir = host.data_dir().map(|data| data.join("sent"));
    let passphrase = request.passphrase.map(Zeroizing::new);
    let code = request.recovery_code.map(Zeroizing::new);
    let unlock = match (&passphrase, &code) {
        (Some(passphrase), _) => Unlock::Passphrase(passphrase),
        (None, Some(code)) => Unlock::Recovery(code),
        (None, None) => return Err(Code::PassphraseNeeded.into()),
    };
    let mut restored = store::restore(
        file,
        &folder,
        unlock,
        journal_dir.as_deref(),
        host.now(),
        host.today(),
    )
    .map_err(|error| crate::administration::at_its_field(AppError::of_store(&folder, error)))?;
    crate::administration::attach_journal(&mut restored, host)?;
    let journal = matches!(
        restored.read().books()?.restored,
        Some(credit::PriorReach::Journal) | None
    );
    let session = crate::administration::entered(context, restored)?;
    Ok(Restored {
        folder: shown(&folder),
        backup_day: info.day,
        journal,
        session,
    })
}

/// Why a file cannot be put back.
fn not_read(file: &Path, error: StoreError) -> AppError {
    match error {
        StoreError::NotAnAdministration => {
            AppError::new(Code::NotABackup).with("path", file.display())
        }
        error => AppError::of_store(file, error),
    }
}

/// What left after the backup was made.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SettleRestored {
    /// What the user says: "nothing left since", or which letters did.
    pub note: String,
}

/// Says what left the house after a restored backup was made: from then on nothing asks for it.
///
/// # Errors
/// `reason_needed`.
pub fn settle_restored(context: &mut Context<'_>, request: SettleRestored) -> AppResult<Done> {
    let note = crate::tell::reason(&request.note)?;
    let day = context.day(None);
    let fact = context.write(day, |writer| Ok(writer.settle_restored(&note)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        "Vastgelegd wat er na de back-up is verzonden.".to_string(),
        "Recorded what left after the backup.".to_string(),
    ))
}

/// Why a backup in the administration's folder was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The backup of the day, made on closing.
    Daily,
    /// Made before the program changed the database's structure.
    BeforeUpdate,
    /// Put there by the user.
    Other,
}

/// A backup in the administration's folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupFile {
    /// Its path.
    pub file: String,
    /// The day that the user called today; null for a file that cannot be read.
    #[ts(type = "IsoDate | null")]
    pub day: Option<NaiveDate>,
    /// When it was made.
    #[ts(type = "IsoDateTime | null")]
    pub at: Option<DateTime<Utc>>,
    /// Why.
    pub reason: BackupReason,
    /// Its size.
    pub bytes: u64,
}

/// The backups in the administration's folder, and what a restored backup does not know.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Backups {
    /// Where they stand.
    pub folder: String,
    /// How many daily ones are kept.
    pub kept: u32,
    /// Newest first.
    pub files: Vec<BackupFile>,
    /// A backup was put back, and what left since this day is not known; `settle_restored` answers it.
    #[ts(type = "IsoDate | null")]
    pub uncertain_since: Option<NaiveDate>,
    /// A name for a backup that the user makes now.
    pub suggestion: String,
}

/// The backups in the administration's folder.
///
/// # Errors
/// `no_administration`. A file that cannot be read is listed without its day.
pub fn backups(context: &mut Context<'_>, _: Nothing) -> AppResult<Backups> {
    let today = context.day(None);
    let (name, uncertain_since) = {
        let reader = context.reader()?;
        let since = match reader.books()?.restored {
            Some(credit::PriorReach::Unknown { backup }) => Some(backup),
            _ => None,
        };
        (reader.creditor()?.map(|known| known.name), since)
    };
    let folder = context.folder()?.join("backups");
    let entries = std::fs::read_dir(&folder).map(Iterator::collect::<Vec<_>>);
    let mut files: Vec<BackupFile> = entries
        .unwrap_or_default()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| {
            let path = entry.path();
            path.extension()
                .is_some_and(|end| end == "standvast-backup")
        })
        .map(|entry| backup_file(&entry.path()))
        .collect();
    files.sort_by(|one, other| (other.at, &other.file).cmp(&(one.at, &one.file)));
    let name = crate::recent::file_name_of(&name.unwrap_or_default(), "administratie");
    Ok(Backups {
        folder: shown(&folder),
        kept: u32::try_from(crate::session::BACKUPS_KEPT).unwrap_or(u32::MAX),
        files,
        uncertain_since,
        suggestion: format!("{name} {today}.standvast-backup"),
    })
}

fn backup_file(path: &Path) -> BackupFile {
    let info = store::backup_info(path).ok();
    let name = path.to_string_lossy();
    let reason = if name.ends_with("-daily.standvast-backup") {
        BackupReason::Daily
    } else if name.contains("-version-") {
        BackupReason::BeforeUpdate
    } else {
        BackupReason::Other
    };
    BackupFile {
        file: shown(path),
        day: info.as_ref().map(|info| info.day),
        at: info.as_ref().map(|info| info.at),
        reason,
        bytes: std::fs::metadata(path).map_or(0, |meta| meta.len()),
    }
}
