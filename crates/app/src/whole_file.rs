//! A file that is there whole or not at all: written beside its place, then renamed into it. What
//! must be recorded before it is there can be recorded in between.

use std::io::Write as _;
use std::path::{Component, Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::catalogue::Code;
use crate::digest::sha256_hex;
use crate::error::{AppError, AppResult};
use crate::session::shown;

/// A file that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SavedFile {
    /// Its path.
    pub file: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// Writes a readable file so that it is there whole or not at all, and never in an administration. Every
/// file that the user asks for is written by this, also at the edges.
///
/// # Errors
/// `inside_administration`, `disk_full`, `read_only`, `io`.
pub fn write_whole(file: &Path, bytes: &[u8]) -> AppResult<SavedFile> {
    Beside::write(file, bytes)?.into_place()
}

/// A folder that files are about to be written to, made and tried: as an absolute path.
///
/// # Errors
/// `inside_administration`, `disk_full`, `read_only`, `io`; no file is there then.
pub(crate) fn folder_to_fill(folder: &Path) -> AppResult<PathBuf> {
    may_hold_readable(folder)?;
    std::fs::create_dir_all(folder).map_err(|error| AppError::io(folder, &error))?;
    // Never gets its place: it only shows that files can be made here.
    let tried = Beside::write(&folder.join("standvast"), b"?");
    drop(tried.map_err(|error| error.with("path", shown(folder)))?);
    std::path::absolute(folder).map_err(|error| AppError::io(folder, &error))
}

/// Refuses a folder that is that of an administration, or lies in one. Everything in there is
/// encrypted, and its owner may copy it anywhere for that reason.
///
/// # Errors
/// `inside_administration`.
pub(crate) fn may_hold_readable(folder: &Path) -> AppResult<()> {
    if really(folder).ancestors().any(store::is_administration) {
        return Err(AppError::new(Code::InsideAdministration).with("path", shown(folder)));
    }
    Ok(())
}

/// Where a folder lies, or would, once links are followed and `..` is taken out; only to compare, not to
/// show (Windows has its own way of writing it).
fn really(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    for known in whole.ancestors() {
        let (Ok(mut real), Ok(rest)) = (known.canonicalize(), whole.strip_prefix(known)) else {
            continue;
        };
        let mut went_back = false;
        for part in rest.components() {
            match part {
                Component::Normal(name) => real.push(name),
                Component::ParentDir => went_back |= real.pop(),
                Component::Prefix(_) | Component::RootDir | Component::CurDir => {}
            }
        }
        // Where `..` led back to what exists, a link may lie on the way; there is no `..` left now.
        return if went_back { really(&real) } else { real };
    }
    whole
}

/// A file that stands beside its place under a name of its own.
pub(crate) struct Beside {
    fresh: PathBuf,
    place: PathBuf,
    sha256: String,
    moved: bool,
}

impl Beside {
    /// Writes the bytes beside the place, safe on the disk.
    ///
    /// # Errors
    /// `inside_administration`, `disk_full`, `read_only`, `io`; nothing is left behind then.
    pub(crate) fn write(place: &Path, bytes: &[u8]) -> AppResult<Beside> {
        let folder = match place.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        may_hold_readable(folder).map_err(|error| error.with("path", shown(place)))?;
        std::fs::create_dir_all(folder).map_err(|error| AppError::io(folder, &error))?;
        let mut name = place.file_name().unwrap_or_default().to_os_string();
        name.push(".part");
        let beside = Beside {
            fresh: folder.join(name),
            place: place.to_path_buf(),
            sha256: sha256_hex(bytes),
            moved: false,
        };
        // What an attempt left that was cut off, or a link: never written through.
        let _ = std::fs::remove_file(&beside.fresh);
        std::fs::File::create_new(&beside.fresh)
            .and_then(|mut out| {
                out.write_all(bytes)?;
                out.sync_all()
            })
            .map_err(|error| AppError::io(place, &error))?;
        Ok(beside)
    }

    /// Renames it into its place.
    ///
    /// # Errors
    /// `read_only`, `io`; nothing is left behind then.
    pub(crate) fn into_place(mut self) -> AppResult<SavedFile> {
        std::fs::rename(&self.fresh, &self.place)
            .map_err(|error| AppError::io(&self.place, &error))?;
        self.moved = true;
        Ok(SavedFile {
            file: shown(&self.place),
            sha256: self.sha256.clone(),
        })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.moved {
            // What is left of the attempt helps nobody.
            let _ = std::fs::remove_file(&self.fresh);
        }
    }
}
