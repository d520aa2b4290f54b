//! A home for one test: a sample administration with letters that wait, and a mail server.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use app::post::Post;
use app::{ApiError, Host, Keychain, Lang, Session};
use chrono::{DateTime, Local, NaiveDate, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::lines::smtp;
use crate::server::{Manners, Server};

pub const ME: &str = "debiteuren@kruimel.example";

/// A keychain that the test can look into.
#[derive(Clone, Default)]
pub struct Keys(pub Arc<Mutex<HashMap<String, Vec<u8>>>>);

impl Keychain for Keys {
    fn unavailable(&self) -> Option<String> {
        None
    }

    fn load(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, String> {
        Ok(self
            .0
            .lock()
            .unwrap()
            .get(name)
            .cloned()
            .map(Zeroizing::new))
    }

    fn save(&self, name: &str, key: &[u8]) -> Result<(), String> {
        self.0
            .lock()
            .unwrap()
            .insert(name.to_string(), key.to_vec());
        Ok(())
    }

    fn delete(&self, name: &str) -> Result<(), String> {
        self.0.lock().unwrap().remove(name);
        Ok(())
    }
}

struct Machine {
    folder: PathBuf,
    keys: Keys,
    post: Box<dyn Post>,
}

#[allow(
    clippy::disallowed_methods,
    reason = "the machine of a test has a clock"
)]
impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn data_dir(&self) -> Option<PathBuf> {
        Some(self.folder.join("data"))
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        Some(self.folder.clone())
    }

    fn keychain(&self) -> &dyn Keychain {
        &self.keys
    }

    fn post(&self) -> &dyn Post {
        self.post.as_ref()
    }
}

/// A home.
pub struct Home {
    folder: TempDir,
    pub keys: Keys,
    pub session: Session,
}

impl Home {
    /// With a sample administration, its letters of today approved and waiting.
    pub fn new() -> Home {
        Home::with(Box::new(smtp()))
    }

    pub fn with(post: Box<dyn Post>) -> Home {
        let folder = TempDir::new().unwrap();
        let keys = Keys::default();
        let session = session(folder.path(), &keys, post);
        let home = Home {
            folder,
            keys,
            session,
        };
        home.ok(
            "sample_create",
            json!({ "folder": home.admin(), "customers": 24, "invoices": 80, "seed": 5, "passphrase": "roestige trompet wandelt" }),
        );
        home.ok("run_approve", json!({ "approve": "all" }));
        assert!(
            home.waiting().len() >= 4,
            "the tests need letters that go by mail: {}",
            home.outbox()
        );
        home
    }

    /// The program again, after it ended.
    pub fn again(self, post: Box<dyn Post>) -> Home {
        let Home {
            folder,
            keys,
            session,
        } = self;
        drop(session);
        let session = self::session(folder.path(), &keys, post);
        let home = Home {
            folder,
            keys,
            session,
        };
        home.ok(
            "administration_open",
            json!({ "folder": home.admin(), "passphrase": "roestige trompet wandelt" }),
        );
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn admin(&self) -> String {
        self.path("kruimel.standvast").to_str().unwrap().to_string()
    }

    pub fn call(&self, name: &str, payload: Value) -> Result<Value, ApiError> {
        app::dispatch(&self.session, name, payload, Lang::Nl)
    }

    pub fn ok(&self, name: &str, payload: Value) -> Value {
        self.call(name, payload)
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    pub fn refused(&self, name: &str, payload: Value) -> ApiError {
        match self.call(name, payload) {
            Ok(answer) => panic!("{name} should have been refused: {answer}"),
            Err(error) => error,
        }
    }

    /// Sets the account up with this server.
    pub fn account(&self, server: &Server, more: Value) {
        let mut account = json!({
            "host": "localhost", "port": server.port, "security": "tls", "user": "bakker@kruimel.example",
            "sender_name": "Kruimel & Zn. Débiteuren", "sender_address": ME, "per_minute": 600
        });
        for (name, value) in more.as_object().unwrap() {
            account[name] = value.clone();
        }
        self.ok(
            "mail_account_set",
            json!({ "account": account, "password": "géheim wachtwoord" }),
        );
    }

    pub fn outbox(&self) -> Value {
        self.ok("outbox", json!({ "limit": 500 }))
    }

    /// Letters in a state, as (letter, address).
    pub fn in_state(&self, state: &str) -> Vec<(String, String)> {
        let page = self.ok("outbox", json!({ "state": state, "limit": 500 }));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        page["messages"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (text(&row["letter"]), text(&row["to"])))
            .collect()
    }

    pub fn waiting(&self) -> Vec<(String, String)> {
        self.in_state("waiting")
    }

    /// How many facts there are.
    pub fn facts(&self) -> u64 {
        self.ok("verify", json!({}))["facts"].as_u64().unwrap()
    }
}

fn session(folder: &Path, keys: &Keys, post: Box<dyn Post>) -> Session {
    Session::new(Box::new(Machine {
        folder: folder.to_path_buf(),
        keys: keys.clone(),
        post,
    }))
}

/// A server that takes everything.
pub fn server() -> Server {
    Server::new(Manners::default())
}
