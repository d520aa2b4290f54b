//! The recovery sheet: for the printer as long as its code is known, and never written by that.

use app::{Lang, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still;

const PASSPHRASE: &str = "molen boter lantaarn regen";

fn call(session: &Session, name: &str, payload: Value) -> Result<Value, String> {
    app::dispatch(session, name, payload, Lang::Nl).map_err(|error| error.code)
}

#[test]
fn the_sheet_is_printed_as_long_as_its_code_is_known() {
    let home = TempDir::new().unwrap();
    let session = still::session(home.path());
    let folder = home.path().join("lijn.standvast");
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
    let sheet = || call(&session, "recovery_sheet_pdf", json!({}));
    assert_eq!(sheet(), Err("no_administration".to_string()));
    call(&session, "administration_create", request).unwrap();
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
