//! The end of a window: by its close button, or by a crash.

use std::time::Duration;

use serde_json::json;

use super::{NAME, PHRASE, gone, made_by_call, state};
use crate::desk::{Desk, until};

#[test]
fn the_close_button_closes_the_administration_first() {
    let Some(desk) = Desk::set_up() else { return };
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, false);
    page.theme("light");
    page.says("Vandaag");
    page.resize(1200, 800);
    desk.screen.close(NAME);
    gone(&desk);
    let place = until("the place of the window", Duration::from_secs(20), || {
        std::fs::read_to_string(desk.data().join("place.json")).ok()
    });
    let place: serde_json::Value = serde_json::from_str(&place).unwrap();
    assert_eq!(
        (&place["width"], &place["height"]),
        (&json!(1200), &json!(800)),
        "remembered"
    );
    until("the checkpoint", Duration::from_secs(20), || {
        let journals = std::fs::read_dir(&folder)
            .unwrap()
            .flatten()
            .filter(|entry| {
                entry.file_name().to_string_lossy().ends_with("-wal")
                    && entry.metadata().is_ok_and(|file| file.len() > 0)
            });
        (journals.count() == 0).then_some(())
    });
    drop(page);

    let page = desk.open(&[]);
    page.says("Welkom terug");
    assert_eq!(page.size(), (1200, 800), "the window comes back as it was");
}

#[test]
fn after_a_crash_the_administration_opens_again() {
    let Some(desk) = Desk::set_up() else { return };
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, false);
    assert_eq!(state(&page), "open");
    // Killed, driver and all, with the administration open.
    drop(page);

    let page = desk.open(&[]);
    page.says("Welkom terug");
    page.press(NAME);
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Vandaag");
    let verified = page.call("verify", json!({}));
    assert_eq!(
        verified["ok"], true,
        "nothing that was confirmed is lost: {verified}"
    );
}
