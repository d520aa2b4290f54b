//! An administration into which lists of open items are booked as the window does.

use app::{Lang, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still::{self, today};

pub struct Books {
    session: Session,
    folder: TempDir,
}

impl Books {
    pub fn new() -> Books {
        let folder = TempDir::new().unwrap();
        let books = Books {
            session: still::session(folder.path()),
            folder,
        };
        let made = books.path("voorbeeld.standvast");
        let ask =
            json!({ "folder": made, "customers": 5, "invoices": 10, "seed": 3, "date": today() });
        books.ok("sample_create", ask);
        books
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    pub fn ok(&self, name: &str, payload: Value) -> Value {
        app::dispatch(&self.session, name, payload, Lang::Nl)
            .unwrap_or_else(|error| panic!("{name}: {}: {}", error.code, error.message))
    }

    /// Books a list as the window does: looked at first, and what was seen is what is booked.
    pub fn book(&self, head: &str, rows: &str) -> Outcome {
        let file = self.booked(head, rows);
        let told = file["problems"].as_array().unwrap();
        Outcome {
            customers: file["added"]["customers"].as_u64().unwrap(),
            invoices: file["added"]["invoices"].as_u64().unwrap(),
            changed: file["changed"].as_u64().unwrap(),
            doubts: told
                .iter()
                .filter(|one| one["code"] == "possible_twin")
                .count(),
        }
    }

    /// The same, with all that is told of the file.
    pub fn booked(&self, head: &str, rows: &str) -> Value {
        let list = self.path("posten.csv");
        std::fs::write(&list, format!("{head}{rows}")).unwrap();
        let mut preview = self.ok("import_preview", json!({ "paths": [list] }));
        let booked = self.ok(
            "import",
            json!({ "paths": [list], "seen": preview["seen"] }),
        );
        let (shown, booked) = (preview["files"][0].take(), &booked["files"][0]);
        for what in ["added", "changed", "duplicates", "problems"] {
            assert_eq!(
                shown[what], booked[what],
                "the preview tells what is booked"
            );
        }
        shown
    }

    /// The customers of that name.
    pub fn named(&self, name: &str) -> Vec<Value> {
        let page = self.ok("customers", json!({ "search": name, "limit": 50 }));
        page["rows"].as_array().unwrap().clone()
    }
}

#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub customers: u64,
    pub invoices: u64,
    pub changed: u64,
    pub doubts: usize,
}

pub fn added(customers: u64, invoices: u64) -> Outcome {
    Outcome {
        customers,
        invoices,
        changed: 0,
        doubts: 0,
    }
}
