//! Places for the recovery code and its sheet, kept free before an administration is made: nobody else's
//! file is overwritten, and the code is not lost because a path turns out wrong afterwards.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use app::{AppError, AppResult, Code};
use zeroize::Zeroizing;

/// An empty file that holds a place. It goes away again when nothing is written.
pub struct Reserved {
    path: PathBuf,
    /// Open until it is filled, so that what is written goes into the file that was made.
    file: Option<File>,
    filled: bool,
}

impl Reserved {
    /// Makes the empty file, for its owner only where the system knows owners. It may not stand in
    /// the folder of the administration that is to be made.
    ///
    /// # Errors
    /// `inside_administration`, `already_exists`, `read_only`, `io`.
    pub fn reserve(path: &Path, administration: &Path) -> AppResult<Reserved> {
        let absolute =
            |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        if absolute(path).starts_with(absolute(administration)) {
            return Err(AppError::new(Code::InsideAdministration).with("path", path.display()));
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| AppError::io(folder, &error))?;
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let file = options
            .open(path)
            .map_err(|error| AppError::io(path, &error))?;
        Ok(Reserved {
            path: path.to_path_buf(),
            file: Some(file),
            filled: false,
        })
    }

    /// Writes the recovery code.
    ///
    /// # Errors
    /// `disk_full`, `io`.
    pub fn write_code(mut self, groups: &[String]) -> AppResult<()> {
        let Some(mut file) = self.file.take() else {
            return Ok(());
        };
        let code = Zeroizing::new(format!("{}\n", groups.join("-")));
        file.write_all(code.as_bytes())
            .and_then(|()| file.sync_all())
            .map_err(|error| AppError::io(&self.path, &error))?;
        self.filled = true;
        Ok(())
    }

    /// Lets `write` put a file of its own in this place.
    ///
    /// # Errors
    /// What `write` gives.
    pub fn give_to<T, E>(mut self, write: impl FnOnce(&Path) -> Result<T, E>) -> Result<T, E> {
        // Not every system renames over a file that is open.
        self.file = None;
        let written = write(&self.path);
        self.filled = written.is_ok();
        written
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if !self.filled {
            // Nothing, or not all of it, was written: what is there would only mislead.
            self.file = None;
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
