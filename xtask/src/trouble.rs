//! What stops a task, in words for whoever typed it.

use std::fmt;
use std::io;
use std::path::Path;

/// Why a task stopped.
#[derive(Debug)]
pub struct Trouble(String);

/// How a task ends.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl Trouble {
    /// Trouble in these words.
    pub fn new(words: impl Into<String>) -> Trouble {
        Trouble(words.into())
    }

    /// A file or folder that could not be read or written.
    pub fn at(path: &Path, error: &io::Error) -> Trouble {
        Trouble(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
