//! The sample administration in the window: what it shows is what the core decides.

use std::path::Path;
use std::sync::Arc;

use app::{Lang, NoKeychain, Session};
use serde_json::{Value, json};
use standvast_desktop::Computer;

use crate::desk::Desk;

/// What opens every sample that was made without a passphrase of its own.
const OPENS_A_SAMPLE: &str = "molen boter lantaarn regen";

/// Copies a closed administration, as a user would copy the folder.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// "1234.56" as the window writes it in Dutch.
fn euros(amount: &Value) -> String {
    let amount = amount.as_str().expect("an amount");
    let (minus, digits) = match amount.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", amount),
    };
    let (whole, cents) = digits.split_once('.').expect("two decimals");
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{minus}€ {grouped},{cents}")
}

#[test]
fn vandaag_shows_what_the_core_decides() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");
    page.press("Rondkijken");
    page.says("Hoe groot");
    page.picture("voorbeeld-1440-light");
    page.click(".dialog-foot .button-primary");
    page.says("Het voorbeeld staat klaar");
    page.says(OPENS_A_SAMPLE);
    page.picture("voorbeeld-klaar-1440-light");
    page.press("Naar Vandaag");
    page.says("Er staat");
    page.pictures("vandaag", "Er staat");
    let shown = page.text();
    let asked = page.call("today", json!({}));
    let folder = page.call("app_info", json!({}))["session"]["folder"].clone();
    page.call("administration_close", json!({}));
    drop(page);

    // The same folder, copied, and asked by the same commands in this process.
    let copied = desk.file("kopie.standvast");
    copy(Path::new(folder.as_str().unwrap()), &copied);
    let computer = Computer::with(desk.file("andere computer"), Box::new(NoKeychain("geen")));
    let session = Arc::new(Session::new(Box::new(computer)));
    let call = |name: &str, payload| app::dispatch(&session, name, payload, Lang::Nl).unwrap();
    call(
        "administration_open",
        json!({ "folder": copied, "passphrase": OPENS_A_SAMPLE }),
    );
    let today = call("today", json!({}));
    for figure in [
        "date",
        "open",
        "overdue",
        "ageing",
        "work",
        "proposals",
        "bank_through",
    ] {
        assert_eq!(
            asked[figure], today[figure],
            "{figure} in the window and in the core"
        );
    }
    assert!(
        today["customers"].as_u64().is_some_and(|count| count >= 40),
        "a whole sample"
    );
    for amount in [&today["open"], &today["overdue"]] {
        let words = euros(amount);
        assert!(
            shown.contains(&words),
            "the window must say {words}: {shown}"
        );
    }
    for work in today["work"].as_array().unwrap() {
        let words = euros(&work["amount"]);
        assert!(
            shown.contains(&words),
            "the card {} must say {words}",
            work["kind"]
        );
    }
    session.close().unwrap();
}

#[test]
fn the_euros_of_the_test_are_the_windows_own() {
    assert_eq!(euros(&json!("48210.00")), "€ 48.210,00");
    assert_eq!(euros(&json!("1234567.80")), "€ 1.234.567,80");
    assert_eq!(euros(&json!("-0.50")), "\u{2212}€ 0,50");
}
