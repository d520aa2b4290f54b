//! Where the administration stands: its folder, its size, whether a cloud drive copies it along.

use std::path::{Component, Path};

use serde::Serialize;
use ts_rs::TS;

use crate::error::AppResult;
use crate::recent::Nothing;
use crate::session::{Context, shown};

/// A service that copies folders to other computers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub enum Cloud {
    /// Microsoft's.
    #[serde(rename = "OneDrive")]
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Apple's.
    #[serde(rename = "iCloud")]
    ICloud,
    /// Google's.
    #[serde(rename = "Google Drive")]
    GoogleDrive,
    /// Nextcloud and ownCloud.
    Nextcloud,
}

/// Where the administration stands.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Place {
    /// Its folder.
    pub folder: String,
    /// The cloud drive that its folder seems to be in, by the names in its path.
    pub cloud: Option<Cloud>,
    /// Bytes of everything in it, backups included.
    pub bytes: u64,
    /// Bytes of the automatic backups in it.
    pub backup_bytes: u64,
    /// Whether files may be written there.
    pub writable: bool,
    /// Where the journal of what was sent stands; take it along to another computer.
    pub journal: Option<String>,
}

/// Where the open administration stands.
///
/// # Errors
/// `no_administration`.
pub fn administration_place(context: &mut Context<'_>, _: Nothing) -> AppResult<Place> {
    let journal = context.session.host().data_dir();
    let folder = context.folder()?.to_path_buf();
    let bytes = size_of(&folder);
    let writable = [folder.clone(), folder.join("administration.db")]
        .iter()
        .all(|path| std::fs::metadata(path).is_ok_and(|meta| !meta.permissions().readonly()));
    Ok(Place {
        cloud: cloud_of(&folder),
        bytes,
        backup_bytes: size_of(&folder.join("backups")),
        writable,
        journal: journal.map(|data| shown(&data.join("sent"))),
        folder: shown(&folder),
    })
}

/// Bytes of all files under a folder. What cannot be read counts as nothing: it is only a size.
fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    entries
        .filter_map(Result::ok)
        .map(|entry| match entry.metadata() {
            Ok(meta) if meta.is_dir() => size_of(&entry.path()),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        })
        .sum()
}

/// The cloud drive that a path is in, as far as its names tell. Links are followed first.
pub(crate) fn cloud_of(folder: &Path) -> Option<Cloud> {
    let real = folder
        .canonicalize()
        .unwrap_or_else(|_| folder.to_path_buf());
    real.components().find_map(|part| match part {
        // The administration's own folder may bear any name.
        Component::Normal(name) if real.file_name() != Some(name) => {
            cloud_named(&name.to_string_lossy())
        }
        _ => None,
    })
}

fn cloud_named(name: &str) -> Option<Cloud> {
    let name = name.to_lowercase();
    // `OneDrive - Bakkerij`, `GoogleDrive-jan@halm.example`, `Dropbox (Werk)`.
    let is = |word: &str| {
        name.strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    if is("onedrive") || is("skydrive") {
        Some(Cloud::OneDrive)
    } else if is("dropbox") {
        Some(Cloud::Dropbox)
    } else if is("icloud")
        || is("iclouddrive")
        || is("icloud drive")
        || name == "mobile documents"
        || name == "com~apple~clouddocs"
    {
        Some(Cloud::ICloud)
    } else if is("google drive") || is("googledrive") || name == "my drive" || name == "mijn drive"
    {
        Some(Cloud::GoogleDrive)
    } else if is("nextcloud") || is("owncloud") {
        Some(Cloud::Nextcloud)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cloud_drive_is_known_by_its_path() {
        for (path, cloud) in [
            (
                "/home/jan/OneDrive - De Halm/a.standvast",
                Some(Cloud::OneDrive),
            ),
            ("/home/jan/OneDrive/a.standvast", Some(Cloud::OneDrive)),
            (
                "/home/jan/Dropbox (Werk)/boeken/a.standvast",
                Some(Cloud::Dropbox),
            ),
            (
                "/Users/jan/Library/Mobile Documents/com~apple~CloudDocs/a.standvast",
                Some(Cloud::ICloud),
            ),
            ("/home/jan/iCloudDrive/a.standvast", Some(Cloud::ICloud)),
            (
                "/Users/jan/Library/CloudStorage/GoogleDrive-jan@halm.example/My Drive/a.standvast",
                Some(Cloud::GoogleDrive),
            ),
            ("/home/jan/Nextcloud/a.standvast", Some(Cloud::Nextcloud)),
            ("/home/jan/Documenten/a.standvast", None),
            ("/home/jan/Documenten/Dropboxdozen/a.standvast", None),
            ("/home/jan/Documenten/OneDrive.standvast", None),
        ] {
            assert_eq!(cloud_of(Path::new(path)), cloud, "{path}");
        }
    }
}
