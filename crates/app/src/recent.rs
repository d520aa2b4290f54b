//! The program itself: version, day, the administrations opened lately, settings of this computer.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::administration::SessionState;
use crate::error::AppResult;
use crate::host::Host;
use crate::session::Context;

/// A request or answer without content.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, TS)]
#[serde(default)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// An administration that was opened lately.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecentAdministration {
    /// Its folder.
    pub folder: String,
    /// The creditor's name.
    pub name: String,
    /// When it was last opened.
    #[ts(type = "IsoDateTime | null")]
    pub opened: Option<DateTime<Utc>>,
    /// Whether the folder is still there.
    pub exists: bool,
    /// Whether this computer's keychain knows it.
    pub keychain: bool,
}

/// What the window shows first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AppInfo {
    /// The program's version.
    pub version: &'static str,
    /// The calendar day.
    #[ts(type = "IsoDate")]
    pub today: NaiveDate,
    /// `linux`, `macos` or `windows`.
    #[ts(type = "Platform")]
    pub platform: &'static str,
    /// Whether this is a debug build.
    pub dev: bool,
    /// Administrations opened lately, newest first.
    pub recent: Vec<RecentAdministration>,
    /// Where a new administration is proposed.
    pub default_folder: String,
    /// Minutes without a key or a click before the window locks; null: never.
    pub lock_after_minutes: Option<u32>,
    /// The session.
    pub session: SessionState,
}

/// Minutes of idleness before the window locks; null: never.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct LockAfter {
    /// 1 to 240, or null.
    pub minutes: Option<u32>,
}

/// For which name a folder is wanted.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FolderSuggest {
    /// The creditor's name.
    pub name: String,
}

/// A folder that does not exist yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FolderSuggestion {
    /// The whole path, ending in `.standvast`.
    pub folder: String,
}

/// What is remembered on this computer, outside any administration. No customer stands in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    recent: Vec<RememberedAdministration>,
    lock_after_minutes: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct RememberedAdministration {
    folder: PathBuf,
    name: String,
    id: String,
    opened: DateTime<Utc>,
    keychain: bool,
    /// When a backup was last written where the user chose.
    #[serde(default)]
    backup: Option<DateTime<Utc>>,
}

impl Default for Remembered {
    fn default() -> Remembered {
        Remembered {
            recent: Vec::new(),
            lock_after_minutes: Some(15),
        }
    }
}

const RECENT_KEPT: usize = 12;

fn remembered_file(host: &dyn Host) -> Option<PathBuf> {
    Some(host.data_dir()?.join("window.json"))
}

fn recall(host: &dyn Host) -> Remembered {
    // A missing or unreadable file only means that nothing is remembered.
    remembered_file(host)
        .and_then(|file| fs::read(file).ok())
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

fn remember(host: &dyn Host, remembered: &Remembered) {
    // Best effort: failing to remember must not fail the work itself.
    let Some(file) = remembered_file(host) else {
        return;
    };
    let Ok(bytes) = serde_json::to_vec_pretty(remembered) else {
        return;
    };
    if let Some(folder) = file.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let fresh = file.with_extension("json.new");
    if fs::write(&fresh, bytes).is_ok() {
        let _ = fs::rename(&fresh, &file);
    }
}

/// The name of an administration, as it was when last opened here, else as its folder says.
pub(crate) fn name_of(host: &dyn Host, folder: &Path) -> String {
    let known = recall(host)
        .recent
        .into_iter()
        .find(|known| known.folder == folder);
    let stem = || {
        folder
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    known.map_or_else(stem, |known| known.name)
}

/// Notes that an administration was opened.
pub(crate) fn note_opened(host: &dyn Host, folder: &Path, name: &str, id: &str, keychain: bool) {
    let mut remembered = recall(host);
    let backup = backup_of(&remembered, folder);
    remembered.recent.retain(|known| known.folder != folder);
    remembered.recent.insert(
        0,
        RememberedAdministration {
            folder: folder.to_path_buf(),
            name: name.to_string(),
            id: id.to_string(),
            opened: host.now(),
            keychain,
            backup,
        },
    );
    remembered.recent.truncate(RECENT_KEPT);
    remember(host, &remembered);
}

fn backup_of(remembered: &Remembered, folder: &Path) -> Option<DateTime<Utc>> {
    let known = |known: &&RememberedAdministration| known.folder == folder;
    remembered.recent.iter().find(known)?.backup
}

/// Notes that a backup of an administration was written where the user chose.
pub(crate) fn note_backup(host: &dyn Host, folder: &Path) {
    let mut remembered = recall(host);
    for known in &mut remembered.recent {
        if known.folder == folder {
            known.backup = Some(host.now());
        }
    }
    remember(host, &remembered);
}

/// When a backup of an administration was last written where the user chose, from this computer.
pub(crate) fn backup_noted(host: &dyn Host, folder: &Path) -> Option<DateTime<Utc>> {
    backup_of(&recall(host), folder)
}

/// Version, day, recent administrations and the session.
///
/// # Errors
/// None.
pub fn app_info(context: &mut Context<'_>, _: Nothing) -> AppResult<AppInfo> {
    let host = context.session.host();
    let remembered = recall(host);
    let recent = remembered
        .recent
        .into_iter()
        .map(|known| RecentAdministration {
            exists: known.folder.is_dir(),
            folder: known.folder.to_string_lossy().into_owned(),
            name: known.name,
            opened: Some(known.opened),
            keychain: known.keychain,
        })
        .collect();
    Ok(AppInfo {
        version: env!("CARGO_PKG_VERSION"),
        today: host.today(),
        platform: if cfg!(windows) {
            "windows"
        } else if cfg!(target_os = "macos") {
            "macos"
        } else {
            "linux"
        },
        dev: cfg!(debug_assertions),
        recent,
        default_folder: home_for_administrations(host)
            .to_string_lossy()
            .into_owned(),
        lock_after_minutes: remembered.lock_after_minutes,
        session: context.session.state_view(),
    })
}

/// Sets how long the window waits before it locks.
///
/// # Errors
/// None; a number outside 1 to 240 is brought within it.
pub fn lock_after_set(context: &mut Context<'_>, request: LockAfter) -> AppResult<LockAfter> {
    let host = context.session.host();
    let mut remembered = recall(host);
    remembered.lock_after_minutes = request.minutes.map(|minutes| minutes.clamp(1, 240));
    remember(host, &remembered);
    Ok(LockAfter {
        minutes: remembered.lock_after_minutes,
    })
}

fn home_for_administrations(host: &dyn Host) -> PathBuf {
    host.documents_dir().unwrap_or_default().join("Standvast")
}

/// A free folder for a new administration: the creditor's name made safe for every file system.
///
/// # Errors
/// None.
pub fn folder_suggest(
    context: &mut Context<'_>,
    request: FolderSuggest,
) -> AppResult<FolderSuggestion> {
    let home = home_for_administrations(context.session.host());
    let name = file_name_of(&request.name, "administratie");
    let mut folder = home.join(format!("{name}.standvast"));
    let mut number = 2;
    while folder.exists() {
        folder = home.join(format!("{name} {number}.standvast"));
        number += 1;
    }
    Ok(FolderSuggestion {
        folder: folder.to_string_lossy().into_owned(),
    })
}

/// A name made safe as a file name on Windows, macOS and Linux; `fallback` when nothing is left.
pub(crate) fn file_name_of(name: &str, fallback: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "<>:\"/\\|?*".contains(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let words: Vec<&str> = safe.split_whitespace().collect();
    let mut safe = words.join(" ");
    while safe.len() > 80 {
        safe.pop();
    }
    let safe = safe.trim_matches(['.', ' ']).to_string();
    let reserved = ["CON", "PRN", "AUX", "NUL"];
    let device = |stem: &str| {
        reserved.contains(&stem)
            || (stem.len() == 4
                && (stem.starts_with("COM") || stem.starts_with("LPT"))
                && stem.ends_with(|c: char| c.is_ascii_digit()))
    };
    if safe.is_empty() || device(&safe.to_uppercase()) {
        fallback.to_string()
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::file_name_of;

    #[test]
    fn names_are_safe_on_every_file_system() {
        assert_eq!(file_name_of("Kruimel & Zn. B.V.", "x"), "Kruimel & Zn. B.V");
        assert_eq!(file_name_of("a/b\\c:d", "x"), "a b c d");
        assert_eq!(
            file_name_of("..", "x"),
            "x",
            "a folder above must not be reachable"
        );
        assert_eq!(
            file_name_of("com1", "x"),
            "x",
            "Windows reserves device names"
        );
        assert!(
            file_name_of(&"é".repeat(300), "x").len() <= 80,
            "paths on Windows are short"
        );
    }
}
