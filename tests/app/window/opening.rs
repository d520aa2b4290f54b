//! How an administration comes to the window: from the command line, a second start, the keychain.

use std::sync::Arc;
use std::time::Duration;

use app::{Lang, NoKeychain, Session};
use serde_json::json;
use standvast_desktop::Computer;

use super::{NAME, PHRASE, made_by_call, state};
use crate::desk::{Desk, until};

#[test]
fn a_folder_on_the_command_line_shows_its_lock() {
    let Some(desk) = Desk::set_up() else { return };
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, false);
    page.call("administration_close", json!({}));
    drop(page);

    let page = desk.open(&[folder.to_str().unwrap()]);
    page.says("De Lijn");
    page.says("Wachtzin");
    assert_eq!(
        state(&page),
        "locked",
        "chosen, and its key is not in memory"
    );
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Vandaag");
    assert_eq!(state(&page), "open");
}

#[test]
fn a_second_start_brings_the_first_window_forward_and_ends() {
    let Some(desk) = Desk::set_up() else { return };
    let mut first = desk.start(&[]);
    until("the window", Duration::from_secs(30), || {
        desk.screen
            .titles()
            .iter()
            .any(|title| title.starts_with("Standvast"))
            .then_some(())
    });
    let mut second = desk.start(&[]);
    let ended = second
        .ends_within(Duration::from_secs(20))
        .expect("the second one ends");
    assert!(ended.success(), "that is no failure");
    assert_eq!(
        first.ends_within(Duration::from_millis(300)),
        None,
        "the first one stays"
    );
    let windows = desk
        .screen
        .titles()
        .into_iter()
        .filter(|title| title.starts_with("Standvast"));
    assert_eq!(windows.count(), 1, "and there is one window");
    desk.screen.close("Standvast");
    let ended = first
        .ends_within(Duration::from_secs(20))
        .expect("its close button ends it");
    assert!(ended.success());
}

#[test]
fn without_a_keychain_the_reason_is_told_and_the_passphrase_opens() {
    let Some(desk) = Desk::with_keychain(false) else {
        return;
    };
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, true);
    let status = page.call("keychain_status", json!({ "folder": folder }));
    assert_eq!(status["available"], false, "no service answers on this bus");
    assert!(
        status["why"]
            .as_str()
            .is_some_and(|why| why.contains("GNOME Keyring")),
        "the user learns what is missing: {status}"
    );
    page.call("administration_lock", json!({}));
    page.theme("light");
    page.says(NAME);
    assert!(
        !page.can_press("Openen met de sleutelbos"),
        "what cannot work is not offered"
    );
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Vandaag");
}

#[test]
fn a_keychain_that_went_away_leaves_the_passphrase() {
    let Some(mut desk) = Desk::set_up() else {
        return;
    };
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, true);
    let status = page.call("keychain_status", json!({ "folder": folder }));
    assert_eq!(
        status,
        json!({ "available": true, "stored": true, "why": null })
    );
    page.call("administration_lock", json!({}));
    desk.lose_keychain();
    let answer = page.promise(
        "return window.__TAURI_INTERNALS__.invoke('call', args[0]).catch((error) => error);",
        json!([{ "name": "administration_open", "lang": "nl",
                 "payload": { "folder": folder, "keychain": true } }]),
    );
    assert_eq!(answer["value"]["code"], "keychain_unavailable", "{answer}");
    page.theme("light");
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Vandaag");
}

#[test]
fn a_folder_that_another_program_holds_is_refused_with_a_word() {
    let Some(desk) = Desk::set_up() else { return };
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, false);
    page.call("administration_close", json!({}));

    let computer = Computer::with(desk.file("ander programma"), Box::new(NoKeychain("geen")));
    let other = Arc::new(Session::new(Box::new(computer)));
    let asked = json!({ "folder": folder, "passphrase": PHRASE });
    app::dispatch(&other, "administration_open", asked, Lang::Nl).unwrap();

    page.theme("light");
    page.says("Welkom terug");
    page.press(NAME);
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Deze administratie is al geopend");
    page.says("Eén venster tegelijk");
    page.picture("al-geopend-1440-light");
    assert_eq!(state(&page), "closed", "two windows could both send");

    other.close().unwrap();
    page.press("Opnieuw proberen");
    page.says("Vandaag");
    assert_eq!(state(&page), "open");
}
