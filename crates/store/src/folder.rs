//! The folder of an administration: its files, its lock, and writing a file whole or not at all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Missing, Result, StoreError, missing};

/// What the folder of an administration ends in.
pub const EXTENSION: &str = "standvast";

/// Whether a folder is that of an administration.
pub fn is_administration(folder: &Path) -> bool {
    Folder::new(folder).holds()
}

/// The files of one administration.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub fn new(path: &Path) -> Folder {
        Folder(path.to_owned())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn database(&self) -> PathBuf {
        self.0.join("administration.db")
    }

    pub fn keys(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// Makes the folder; refuses one that exists.
    pub fn create(&self) -> Result<()> {
        if self
            .0
            .extension()
            .is_none_or(|extension| extension != EXTENSION)
        {
            return Err(StoreError::NotAnAdministration);
        }
        if self.0.exists() {
            return Err(StoreError::AlreadyExists {
                path: self.0.clone(),
            });
        }
        create_private_folder(&self.0)
    }

    /// Whether the files of an administration are there.
    fn holds(&self) -> bool {
        self.database().is_file() && self.keys().is_file()
    }

    /// Refuses when the files are gone: a folder may be moved or taken away while it is open, and
    /// nothing may be made in its place then.
    pub fn still_there(&self) -> Result<()> {
        if self.holds() {
            Ok(())
        } else {
            Err(missing(Missing::Path(self.0.clone())))
        }
    }

    /// Refuses folders that hold no administration.
    pub fn check(&self) -> Result<()> {
        if !self.0.exists() {
            return Err(missing(Missing::Path(self.0.clone())));
        }
        if !self.holds() {
            return Err(StoreError::NotAnAdministration);
        }
        if fs::metadata(self.database())?.permissions().readonly() {
            return Err(StoreError::ReadOnly);
        }
        Ok(())
    }

    /// Takes the lock; it is held as long as the answer lives, and falls with the process.
    pub fn lock(&self) -> Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(self.0.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// Only the user may read it (Unix; on Windows the profile's own rights hold).
pub(crate) fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = options;
}

/// Makes a folder, and the ones above it, for the user only.
pub(crate) fn create_private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    Ok(builder.create(path)?)
}

/// Makes an empty file for the user only, so that what fills it later never was readable.
pub(crate) fn create_private_file(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    private(&mut options);
    Ok(options.open(path)?)
}

/// Writes a file beside its place, makes sure it is on the disk, and renames it into place.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = beside(path);
    let written = (|| {
        let mut file = create_private_file(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        put_in_place(&beside, path)
    })();
    if written.is_err() {
        let _nothing_left = fs::remove_file(&beside);
    }
    written
}

/// The name under which a file is written before it gets its own.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".tmp");
    path.with_file_name(name)
}

/// Renames a finished file or folder into place, and makes sure the rename is on the disk.
pub(crate) fn put_in_place(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)?;
    #[cfg(unix)]
    if let Some(parent) = to.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}
