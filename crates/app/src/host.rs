//! What a use case needs from the machine it runs on: the clock, folders, the keychain, the way
//! out for mail. Each edge (command line, window, bridge) gives its own; nothing else reads them.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use zeroize::Zeroizing;

use crate::post::Post;

/// The surroundings of a use case.
pub trait Host: Send + Sync {
    /// The time, for the log.
    fn now(&self) -> DateTime<Utc>;

    /// The calendar day where the user is.
    fn today(&self) -> NaiveDate;

    /// Where this user's application data lives: recent files, the journal of sent letters.
    fn data_dir(&self) -> Option<PathBuf>;

    /// Where a new administration is proposed.
    fn documents_dir(&self) -> Option<PathBuf>;

    /// The keychain of the operating system, where there is one.
    fn keychain(&self) -> &dyn Keychain;

    /// The way out for mail: the only thing that reaches a server.
    fn post(&self) -> &dyn Post;
}

/// The keychain of the operating system.
pub trait Keychain: Send + Sync {
    /// Why it cannot be used, or nothing.
    fn unavailable(&self) -> Option<String>;

    /// The data key of an administration, if it was remembered.
    fn load(&self, administration: &str) -> Result<Option<Zeroizing<Vec<u8>>>, String>;

    /// Remembers a data key.
    fn save(&self, administration: &str, key: &[u8]) -> Result<(), String>;

    /// Forgets a data key.
    fn delete(&self, administration: &str) -> Result<(), String>;
}

/// No keychain: the passphrase or the recovery code each time.
#[derive(Debug)]
pub struct NoKeychain(
    /// Why there is none.
    pub &'static str,
);

impl Keychain for NoKeychain {
    fn unavailable(&self) -> Option<String> {
        Some(self.0.to_string())
    }

    fn load(&self, _: &str) -> Result<Option<Zeroizing<Vec<u8>>>, String> {
        Err(self.0.to_string())
    }

    fn save(&self, _: &str, _: &[u8]) -> Result<(), String> {
        Err(self.0.to_string())
    }

    fn delete(&self, _: &str) -> Result<(), String> {
        Err(self.0.to_string())
    }
}
