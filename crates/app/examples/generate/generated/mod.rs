//! The generated files: where they are and what they must hold.

mod codes;
mod errors;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file that is generated.
pub struct Generated {
    /// Where it is.
    pub path: PathBuf,
    /// What it must hold.
    pub text: String,
}

impl Generated {
    /// Whether the file on disk holds that. Line ends are git's business.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|there| there.replace("\r\n", "\n") == self.text)
    }
}

/// Every generated file.
///
/// # Errors
/// When the sources that hold the codes cannot be read.
pub fn all() -> io::Result<Vec<Generated>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.canonicalize()?;
    Ok(vec![
        Generated {
            path: root.join("ui/src/backend/api.gen.ts"),
            text: app::typescript(),
        },
        Generated {
            path: root.join("docs/errors.md"),
            text: errors::markdown(&root)?,
        },
    ])
}
