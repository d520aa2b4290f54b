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

/// Where a name leads counts, not how it is written.
#[test]
fn a_way_back_out_of_the_folder_is_no_way_into_it() {
    let (session, home) = sample();
    let folder = home.path().join("voorbeeld.standvast");
    for outside in [folder.join("../uit"), folder.join("backups/../../uit2/x")] {
        call(&session, "export", json!({ "out": outside })).expect("that is beside it");
        assert!(outside.join("creditor.json").is_file());
    }
    let before = readable(&folder);
    let inside = home.path().join("niet/../voorbeeld.standvast/zz");
    assert_eq!(
        call(&session, "export", json!({ "out": inside })),
        Err("inside_administration".to_string()),
        "a folder that is not there yet does not hide where it leads"
    );
    assert_eq!(readable(&folder), before, "not one file was written");
    assert!(!home.path().join("niet").exists(), "nor a folder made");
}

#[cfg(unix)]
#[test]
fn a_link_into_the_folder_is_followed() {
    use std::os::unix::fs::symlink;
    let (session, home) = sample();
    let folder = home.path().join("voorbeeld.standvast");
    std::fs::create_dir_all(folder.join("backups")).unwrap();
    symlink(folder.join("backups"), home.path().join("koppeling")).unwrap();
    symlink(&folder, home.path().join("anders")).unwrap();
    let before = readable(&folder);
    for through in [
        "koppeling/z",
        "koppeling",
        "anders/uit",
        "niet/../koppeling/z",
    ] {
        assert_eq!(
            call(
                &session,
                "export",
                json!({ "out": home.path().join(through) })
            ),
            Err("inside_administration".to_string()),
            "{through} leads into it"
        );
    }
    let back = home.path().join("koppeling/../../uit");
    call(&session, "export", json!({ "out": back })).expect("and out of it again");
    assert!(home.path().join("uit/creditor.json").is_file());
    // A link where the file is written before it gets its name is not written through.
    let out = home.path().join("uit3");
    std::fs::create_dir_all(&out).unwrap();
    symlink(folder.join("keys.json"), out.join("creditor.json.part")).unwrap();
    call(&session, "export", json!({ "out": out })).unwrap();
    assert_eq!(readable(&folder), before, "nothing in it changed");
}

/// The files of the folder that nothing but a key or a person changes, with their bytes.
fn readable(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut todo = vec![folder.to_path_buf()];
    while let Some(folder) = todo.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                todo.push(path);
            } else if !name.contains("administration.db") {
                let bytes = std::fs::read(&path).unwrap_or_default();
                found.push((path, bytes));
            }
        }
    }
    found.sort();
    found
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
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(
        note(),
        Err("not_found".to_string()),
        "an empty folder of that name is not the administration"
    );
    std::fs::remove_dir(&folder).unwrap();
    std::fs::rename(&away, &folder).unwrap();
    assert_eq!(facts(), before, "and half of it would be worse");
    note().expect("once it is back, work goes on");
}
