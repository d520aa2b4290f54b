//! The recovery sheet: for the printer as long as its code is known, and never written by that.

use std::path::Path;

use app::{Lang, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still;

const PASSPHRASE: &str = "molen boter lantaarn regen";

fn call(session: &Session, name: &str, payload: Value) -> Result<Value, String> {
    app::dispatch(session, name, payload, Lang::Nl).map_err(|error| error.code)
}

/// A new administration, and its recovery code.
fn made(session: &Session, folder: &Path) -> String {
    let creditor = json!({
        "name": "Touwslagerij De Lijn", "legal_form": "", "street": "Westerdijk 12",
        "address_extra": "", "postcode": "1621 LA", "city": "Hoorn", "country": "NL",
        "kvk": "", "vat": "", "iban": "NL20INGB0001234567", "email": "", "phone": "",
        "term_days": 14, "term_agreed": false, "collection_vat": false,
        "collects_for_others": false, "window": "left",
    });
    let request = json!({
        "folder": folder, "passphrase": PASSPHRASE, "creditor": creditor, "remember": false,
    });
    let made = call(session, "administration_create", request).unwrap();
    let groups = made["recovery_code"].as_array().unwrap();
    let groups: Vec<&str> = groups.iter().filter_map(Value::as_str).collect();
    groups.join("-")
}

#[test]
fn the_sheet_is_printed_as_long_as_its_code_is_known() {
    let home = TempDir::new().unwrap();
    let session = still::session(home.path());
    let folder = home.path().join("lijn.standvast");
    let sheet = || call(&session, "recovery_sheet_pdf", json!({}));
    assert_eq!(sheet(), Err("no_administration".to_string()));
    made(&session, &folder);
    let found = || std::fs::read_dir(home.path()).unwrap().count();
    let before = found();
    let pdf = sheet().unwrap()["pdf"].as_str().unwrap().to_string();
    assert!(pdf.starts_with("JVBERi"), "a PDF, in base64");
    assert_eq!(found(), before, "nothing was written");

    session.close().unwrap();
    let open = json!({ "folder": folder, "passphrase": PASSPHRASE, "remember": false });
    call(&session, "administration_open", open).unwrap();
    assert_eq!(
        sheet(),
        Err("passphrase_needed".to_string()),
        "the code is kept nowhere"
    );
}

#[test]
fn a_sheet_that_finds_no_place_leaves_the_code_of_now() {
    let home = TempDir::new().unwrap();
    let session = still::session(home.path());
    let folder = home.path().join("lijn.standvast");
    let code = made(&session, &folder);
    let keys = || std::fs::read(folder.join("keys.json")).unwrap();
    let before = keys();
    let stands_there = home.path().join("een map");
    std::fs::create_dir(&stands_there).unwrap();
    std::fs::write(home.path().join("een bestand"), "").unwrap();
    for place in [
        folder.join("blad.pdf"),
        home.path().join("een bestand/blad.pdf"),
        // Refuses only when the sheet is put in its place: the new code is in force by then.
        stands_there,
    ] {
        for proof in ["passphrase", "recovery_code"] {
            let secret = if proof == "passphrase" {
                PASSPHRASE
            } else {
                &code
            };
            let asked = json!({ "file": place, proof: secret });
            let answer = call(&session, "recovery_sheet_save", asked);
            assert!(answer.is_err(), "{place:?}");
            let old = call(&session, "recovery_test", json!({ "recovery_code": code }));
            assert!(
                old.is_ok(),
                "the sheet that lies in the drawer opens: {place:?}, {old:?}"
            );
            let same: Value = serde_json::from_slice(&keys()).unwrap();
            let was: Value = serde_json::from_slice(&before).unwrap();
            assert_eq!(
                same, was,
                "and what is on the disk is what it was: {place:?}"
            );
        }
    }
    let left = std::fs::read_dir(home.path()).unwrap();
    let left = left.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".part")
    });
    assert_eq!(
        left.count(),
        0,
        "no sheet of a code that opens nothing stays behind"
    );
    let acts = call(&session, "history", json!({ "limit": 2 })).unwrap();
    assert!(
        acts["acts"][0]["what"]
            .as_str()
            .unwrap()
            .contains("de oude herstelcode geldt weer"),
        "who reads the log sees that nothing came of it: {acts}"
    );

    let place = home.path().join("blad.pdf");
    let asked = json!({ "file": place, "passphrase": PASSPHRASE });
    call(&session, "recovery_sheet_save", asked).unwrap();
    assert!(std::fs::read(&place).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        call(&session, "recovery_test", json!({ "recovery_code": code })),
        Err("wrong_recovery_code".to_string()),
        "only now the old sheet is done with"
    );
}

#[test]
fn what_touches_keys_says_that_it_is_locked() {
    let home = TempDir::new().unwrap();
    let session = still::session(home.path());
    made(&session, &home.path().join("lijn.standvast"));
    let all = || {
        [
            (
                "passphrase_change",
                json!({ "passphrase": PASSPHRASE, "new_passphrase": "regen lantaarn boter molen" }),
            ),
            ("keychain_remember", json!({})),
            ("keychain_forget", json!({})),
            (
                "recovery_sheet_save",
                json!({ "file": home.path().join("blad.pdf") }),
            ),
            ("recovery_sheet_pdf", json!({})),
        ]
        .map(|(name, request)| call(&session, name, request).unwrap_err())
    };
    call(&session, "administration_lock", json!({})).unwrap();
    assert_eq!(all(), ["locked"; 5], "who has to unlock is told so");
    call(&session, "administration_close", json!({})).unwrap();
    assert_eq!(all(), ["no_administration"; 5]);
}
