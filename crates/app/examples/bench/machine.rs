//! The machine that the figures are measured on: a day that stands still, a folder, no keychain.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use app::post::{NoPost, Post};
use app::{Host, Keychain, Lang, NoKeychain, Session};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The day on which everything is measured.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

/// A machine whose clock stands still.
struct Still {
    folder: PathBuf,
    keychain: NoKeychain,
}

impl Host for Still {
    fn now(&self) -> DateTime<Utc> {
        today().and_time(chrono::NaiveTime::MIN).and_utc()
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

/// A session on such a machine.
pub struct Desk {
    session: Session,
    folder: PathBuf,
}

impl Desk {
    /// A session that keeps its data in `folder`.
    pub fn new(folder: &Path) -> Desk {
        let keychain = NoKeychain("not used for measuring");
        let still = Still {
            folder: folder.to_path_buf(),
            keychain,
        };
        Desk {
            session: Session::new(Box::new(still)),
            folder: folder.to_path_buf(),
        }
    }

    /// Calls a command as the window does.
    pub fn call(&self, name: &str, payload: Value) -> Result<Value, Box<dyn Error>> {
        app::dispatch(&self.session, name, payload, Lang::En)
            .map_err(|error| format!("{name}: {} {}", error.code, error.message).into())
    }

    /// Calls a command and says how long it took.
    pub fn timed(&self, name: &str, payload: Value) -> Result<(Value, Duration), Box<dyn Error>> {
        let start = Instant::now();
        let answer = self.call(name, payload)?;
        Ok((answer, start.elapsed()))
    }

    /// Makes the sample, with its passphrase beside it, and closes it.
    pub fn make_sample(&self, customers: u32, invoices: u32) -> Result<(), Box<dyn Error>> {
        let made = self.call(
            "sample_create",
            json!({
                "folder": self.administration(),
                "customers": customers,
                "invoices": invoices,
                "seed": 7,
                "date": today(),
            }),
        )?;
        fs::write(
            self.folder.join("passphrase"),
            made["passphrase"].as_str().unwrap_or_default(),
        )?;
        self.session
            .close()
            .map_err(|error| format!("close: {}", error.code.text()))?;
        Ok(())
    }

    /// Opens the sample; says how long it took.
    pub fn open_sample(&self) -> Result<Duration, Box<dyn Error>> {
        let request = json!({ "folder": self.administration(), "passphrase": self.passphrase()? });
        Ok(self.timed("administration_open", request)?.1)
    }

    /// The passphrase of the sample.
    pub fn passphrase(&self) -> Result<String, Box<dyn Error>> {
        Ok(fs::read_to_string(self.folder.join("passphrase"))?)
    }

    /// The folder of the sample.
    pub fn administration(&self) -> PathBuf {
        self.folder.join("bench.standvast")
    }
}

/// How long SHA-256 takes over these bytes: the measure that figures are related to.
pub fn time_of_sha256(bytes: &[u8]) -> Duration {
    let start = Instant::now();
    let digest = Sha256::digest(bytes);
    let took = start.elapsed();
    // The work must not be left out because nobody looks at it.
    std::hint::black_box(digest);
    took
}

/// The most memory this process ever had, in MB (10^6 bytes), where the system tells.
pub fn peak_memory_mb() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024 / 1_000_000)
}
