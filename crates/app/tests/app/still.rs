//! A computer on which it is always the same day: no keychain, no mail, and one folder for everything.

use std::path::{Path, PathBuf};

use app::post::{NoPost, Post};
use app::{Host, Keychain, NoKeychain, Session};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

struct Still {
    folder: PathBuf,
    keychain: NoKeychain,
}

/// The day it always is.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

impl Host for Still {
    fn now(&self) -> DateTime<Utc> {
        today().and_time(NaiveTime::MIN).and_utc()
    }
    fn today(&self) -> NaiveDate {
        today()
    }
    fn data_dir(&self) -> Option<PathBuf> {
        Some(self.folder.join("data"))
    }
    fn documents_dir(&self) -> Option<PathBuf> {
        Some(self.folder.clone())
    }
    fn keychain(&self) -> &dyn Keychain {
        &self.keychain
    }
    fn post(&self) -> &dyn Post {
        &NoPost
    }
}

/// A session on that computer, in which nothing is open yet.
pub fn session(folder: &Path) -> Session {
    Session::new(Box::new(Still {
        folder: folder.to_path_buf(),
        keychain: NoKeychain("not used in tests"),
    }))
}
