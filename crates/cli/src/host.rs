//! The machine as a use case sees it from a terminal: clock, folders, no keychain.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use app::post::Post;
use app::{Host, Keychain, NoKeychain};
use chrono::{DateTime, NaiveDate, Utc};
use directories::{ProjectDirs, UserDirs};
use post::Smtp;

/// The day that `--date` puts in the place of today, while a command decides. Opening and
/// closing (and the daily backup) go by the clock.
#[derive(Clone, Debug, Default)]
pub struct Day(Arc<Mutex<Option<NaiveDate>>>);

impl Day {
    /// Sets the day, or gives the clock back.
    pub fn set(&self, day: Option<NaiveDate>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = day;
    }

    fn get(&self) -> Option<NaiveDate> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The machine.
#[derive(Debug)]
pub struct CliHost {
    day: Day,
    keychain: NoKeychain,
    post: Smtp,
}

impl CliHost {
    /// The machine, on the day that `day` says.
    pub fn new(day: Day) -> CliHost {
        CliHost {
            day,
            keychain: NoKeychain("the command line does not read the keychain"),
            post: Smtp::system(),
        }
    }
}

impl Host for CliHost {
    #[allow(
        clippy::disallowed_methods,
        reason = "the edge is where the clock is read"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[allow(
        clippy::disallowed_methods,
        reason = "the edge is where the clock is read"
    )]
    fn today(&self) -> NaiveDate {
        self.day
            .get()
            .unwrap_or_else(|| chrono::Local::now().date_naive())
    }

    fn data_dir(&self) -> Option<PathBuf> {
        match std::env::var_os("STANDVAST_DATA_DIR") {
            Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
            _ => ProjectDirs::from("", "", "Standvast").map(|dirs| dirs.data_dir().to_path_buf()),
        }
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        let user = UserDirs::new()?;
        Some(
            user.document_dir()
                .unwrap_or_else(|| user.home_dir())
                .to_path_buf(),
        )
    }

    fn keychain(&self) -> &dyn Keychain {
        &self.keychain
    }

    fn post(&self) -> &dyn Post {
        &self.post
    }
}
