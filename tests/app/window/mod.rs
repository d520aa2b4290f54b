//! The program in a real window: what a user does on the first day and after.

mod closing;
mod day;
mod first_day;
mod opening;
mod quitting;
mod sample;
mod sealed;
mod speed;

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::desk::{Desk, Page, until};

pub const NAME: &str = "Touwslagerij De Lijn";
pub const PHRASE: &str = "vier koeien in de natte wei";

/// Fills in the creditor of a new administration and goes on to the passphrase.
fn fill_in_creditor(page: &Page) {
    page.press("Nieuwe administratie");
    for (field, text) in [
        ("name", NAME),
        ("kvk", "68750110"),
        ("street", "Kade 1"),
        ("postcode", "1621 AA"),
        ("city", "Hoorn"),
        ("iban", "NL91ABNA0417164300"),
        ("email", "post@delijn.example"),
    ] {
        page.fill(field, text);
    }
    page.press("Verder");
    page.says("Kies een wachtzin");
}

/// Makes an administration as a user would, up to the recovery sheet.
fn make(page: &Page, folder: &Path, remember: bool) {
    fill_in_creditor(page);
    page.fill_under("Wachtzin", PHRASE);
    page.fill_under("Nog een keer", PHRASE);
    if remember {
        page.tick("Onthouden in de sleutelbos");
    }
    page.fill_under(
        "Waar de administratie komt te staan",
        folder.to_str().unwrap(),
    );
    page.press("Administratie maken");
    page.says("Bewaar uw herstelblad");
}

/// Saves the recovery sheet and enters.
fn save_sheet(desk: &Desk, page: &Page) -> PathBuf {
    let sheet = desk.file("Herstelblad De Lijn.pdf");
    desk.chooser.will_choose(&sheet);
    page.press("Herstelblad opslaan");
    page.says("Opgeslagen");
    page.press("Naar Vandaag");
    sheet
}

/// Makes an administration the short way, for tests about something else.
fn made_by_call(page: &Page, folder: &Path, remember: bool) {
    let creditor = json!({
        "name": NAME, "legal_form": "private_limited", "street": "Kade 1", "address_extra": "",
        "postcode": "1621 AA", "city": "Hoorn", "country": "NL", "kvk": "68750110", "vat": "",
        "iban": "NL91ABNA0417164300", "email": "post@delijn.example", "phone": "",
        "term_days": 14, "term_agreed": false, "collection_vat": false,
        "collects_for_others": false, "register_number": null, "window": "left",
    });
    let made = page.call(
        "administration_create",
        json!({ "folder": folder, "creditor": creditor, "passphrase": PHRASE, "remember": remember }),
    );
    assert_eq!(made["session"]["state"], "open", "{made}");
}

/// Waits until no window of the program is shown any more.
fn gone(desk: &Desk) {
    until("the program to end", Duration::from_secs(40), || {
        desk.screen
            .titles()
            .iter()
            .all(|title| !title.contains("Standvast"))
            .then_some(())
    });
}

/// Presses a key of the window's table.
fn key(page: &Page, key: &str, control: bool, shift: bool) {
    page.script(
        "const keys = { key: arguments[0], ctrlKey: arguments[1], shiftKey: arguments[2],\
           bubbles: true, cancelable: true };\
         const at = document.activeElement ?? document.body;\
         at.dispatchEvent(new KeyboardEvent('keydown', keys));\
         at.dispatchEvent(new KeyboardEvent('keyup', keys))",
        json!([key, control, shift]),
    )
    .unwrap();
}

/// The session as the program has it, whatever the page shows.
fn state(page: &Page) -> Value {
    page.call("app_info", json!({}))["session"]["state"].clone()
}
