//! A session of a small sample, on a fixed day, for tests of what a session does.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use law::Lang;
use serde_json::{Value, json};

use crate::host::{Host, Keychain, NoKeychain};
use crate::post::{NoPost, Post};
use crate::session::Session;

/// The day of the sample.
pub(crate) const DAY: &str = "2026-11-22";

struct Desk {
    data: PathBuf,
    keychain: NoKeychain,
}

impl Host for Desk {
    fn now(&self) -> DateTime<Utc> {
        format!("{DAY}T09:00:00Z").parse().unwrap()
    }
    fn today(&self) -> NaiveDate {
        DAY.parse().unwrap()
    }
    fn data_dir(&self) -> Option<PathBuf> {
        Some(self.data.clone())
    }
    fn documents_dir(&self) -> Option<PathBuf> {
        None
    }
    fn keychain(&self) -> &dyn Keychain {
        &self.keychain
    }

    fn post(&self) -> &dyn Post {
        &NoPost
    }
}

/// A session with a small sample open.
pub(crate) fn sample(dir: &Path) -> Session {
    let session = Session::new(Box::new(Desk {
        data: dir.join("data"),
        keychain: NoKeychain("none in tests"),
    }));
    call(
        &session,
        "sample_create",
        json!({ "folder": dir.join("x.standvast"), "customers": 24, "invoices": 60, "date": DAY }),
    )
    .unwrap();
    session
}

/// Calls a command; its error is its code.
pub(crate) fn call(session: &Session, name: &str, request: Value) -> Result<Value, String> {
    crate::dispatch(session, name, request, Lang::Nl).map_err(|error| error.code)
}
