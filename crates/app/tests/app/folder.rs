//! The folder of an open administration: backups made by hand, and a folder that goes away.

use app::{Lang, Session};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still::{self, today};

fn sample() -> (Session, TempDir) {
    let home = TempDir::new().unwrap();
    let session = still::session(home.path());
    let folder = home.path().join("voorbeeld.standvast");
    let request =
        json!({ "folder": folder, "customers": 24, "invoices": 80, "seed": 3, "date": today() });
    call(&session, "sample_create", request).unwrap();
    (session, home)
}

fn call(session: &Session, name: &str, payload: Value) -> Result<Value, String> {
    app::dispatch(session, name, payload, Lang::Nl).map_err(|error| error.code)
}

#[test]
fn a_backup_made_by_hand_is_as_good_as_one_made_at_closing() {
    let (session, home) = sample();
    let age = || call(&session, "overview", json!({})).unwrap()["backup_at"].clone();
    assert_eq!(age(), Value::Null, "nothing was closed yet");
    let out = home.path().join("vrijdag.standvast-backup");
    call(&session, "backup", json!({ "out": out })).unwrap();
    let known: DateTime<Utc> = serde_json::from_value(age()).expect("it counts at once");
    assert_eq!(known.date_naive(), today());
    assert_eq!(
        call(&session, "backup", json!({ "out": out })),
        Err("already_exists".to_string()),
        "a backup is never overwritten"
    );
}

#[test]
fn nothing_readable_is_written_into_the_folder_of_an_administration() {
    let (session, home) = sample();
    let folder = home.path().join("voorbeeld.standvast");
    let found = || std::fs::read_dir(&folder).unwrap().count();
    let before = found();
    for inside in [
        folder.clone(),
        folder.join("uitvoer"),
        folder.join("x/../y"),
    ] {
        assert_eq!(
            call(&session, "export", json!({ "out": inside })),
            Err("inside_administration".to_string()),
            "whoever copies the folder takes only encrypted files along"
        );
    }
    assert_eq!(found(), before, "not even an empty folder");
    let beside = home.path().join("uitvoer");
    call(&session, "export", json!({ "out": beside })).expect("beside it is fine");
}

// Windows keeps an open folder where it is.
#[cfg(unix)]
#[test]
fn nothing_is_written_to_a_folder_that_is_gone() {
    let (session, home) = sample();
    let (folder, away) = (
        home.path().join("voorbeeld.standvast"),
        home.path().join("weg"),
    );
    let note = || {
        let said = json!({ "customer": "K-1", "text": "Belt morgen terug." });
        call(&session, "note", said)
    };
    let facts = || call(&session, "verify", json!({})).unwrap()["facts"].clone();
    let before = facts();
    std::fs::rename(&folder, &away).unwrap();
    assert_eq!(
        note(),
        Err("not_found".to_string()),
        "what is written to a folder that is gone is lost"
    );
    std::fs::rename(&away, &folder).unwrap();
    assert_eq!(facts(), before, "and half of it would be worse");
    note().expect("once it is back, work goes on");
}
