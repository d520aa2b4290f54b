//! A computer for tests: one folder, a day that may be fixed, a keychain in memory or none.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::post::Post;
use app::{Host, Keychain};
use chrono::{DateTime, Local, NaiveDate, Utc};
use post::Smtp;
use zeroize::Zeroizing;

/// The surroundings of the use cases in a test.
pub(crate) struct TestComputer {
    data: PathBuf,
    date: Option<NaiveDate>,
    keychain: Box<dyn Keychain>,
    post: Smtp,
}

impl TestComputer {
    pub(crate) fn new(
        data: PathBuf,
        date: Option<NaiveDate>,
        keychain: Box<dyn Keychain>,
        post: Smtp,
    ) -> TestComputer {
        TestComputer {
            data,
            date,
            keychain,
            post,
        }
    }
}

impl Host for TestComputer {
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
        self.date.unwrap_or_else(|| Local::now().date_naive())
    }

    fn data_dir(&self) -> Option<PathBuf> {
        Some(self.data.clone())
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        Some(self.data.join("Documents"))
    }

    fn keychain(&self) -> &dyn Keychain {
        self.keychain.as_ref()
    }

    fn post(&self) -> &dyn Post {
        &self.post
    }
}

/// Keys in memory: gone when the bridge ends.
#[derive(Default)]
pub(crate) struct MemoryKeychain(Mutex<HashMap<String, Zeroizing<Vec<u8>>>>);

impl MemoryKeychain {
    fn keys(&self) -> MutexGuard<'_, HashMap<String, Zeroizing<Vec<u8>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keychain for MemoryKeychain {
    fn unavailable(&self) -> Option<String> {
        None
    }

    fn load(&self, administration: &str) -> Result<Option<Zeroizing<Vec<u8>>>, String> {
        Ok(self.keys().get(administration).cloned())
    }

    fn save(&self, administration: &str, key: &[u8]) -> Result<(), String> {
        self.keys()
            .insert(administration.to_string(), Zeroizing::new(key.to_vec()));
        Ok(())
    }

    fn delete(&self, administration: &str) -> Result<(), String> {
        self.keys().remove(administration);
        Ok(())
    }
}
