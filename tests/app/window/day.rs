//! A user's day in the real window: read the bank in, match, look at the letters, approve, save,
//! confirm, hand over, lock and come back. Pictures of every room are kept on the way.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{key, state};
use crate::desk::{Desk, Page};

fn go(page: &Page, digit: &str, says: &str) {
    key(page, digit, true, false);
    page.says(says);
}

#[test]
fn a_day_from_the_bank_file_to_the_dossier() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");
    let folder = desk.file("Korenaar.standvast");
    let made = page.call("sample_create", json!({ "folder": folder }));
    let passphrase = made["passphrase"].as_str().expect("a sample").to_string();
    let statement = PathBuf::from(made["statement"].as_str().expect("its statement"));
    page.theme("light");
    page.says("Er staat");

    read_the_bank_in(&desk, &page, &statement);
    let matched = match_what_is_certain(&page);
    let sent = make_the_letters(&desk, &page);
    look_round(&page);
    hand_over(&desk, &page);

    key(&page, "l", true, false);
    page.says("op slot");
    assert_eq!(state(&page), "locked", "the key has left memory");
    page.fill_under("Wachtzin", &passphrase);
    page.press("Openen");
    // Back where one was.
    page.says("Klaar om over te dragen");
    drop(page);

    // What the window did is in the books, and the log holds.
    let page = desk.open(&[folder.to_str().unwrap()]);
    page.fill_under("Wachtzin", &passphrase);
    page.press("Openen");
    page.says("Er staat");
    let runs = page.call("runs", json!({ "offset": 0, "limit": 10 }));
    assert_eq!(
        runs["runs"][0]["letters"], sent,
        "the run is kept with its letters: {runs}"
    );
    assert_eq!(runs["runs"][0]["unconfirmed"], 0, "and confirmed: {runs}");
    let dossiers = page.call("dossiers", json!({}));
    assert_eq!(dossiers["dossiers"].as_array().map(Vec::len), Some(1));
    let left = page.call("overview", json!({}))["waiting_lines"].clone();
    assert!(
        left.as_u64().unwrap() < matched,
        "the certain lines have their place: {left} of {matched} wait"
    );
    let verified = page.call("verify", json!({}));
    assert_eq!(verified["ok"], true, "{verified}");
}

fn read_the_bank_in(desk: &Desk, page: &Page, statement: &Path) {
    go(page, "4", "Inlezen");
    page.press_tab("Inlezen");
    page.says("Lees bank en facturen in");
    page.picture("inlezen-leeg-1440-light");
    desk.chooser.will_choose(statement);
    page.press("Bestand kiezen");
    page.says("Dit komt erbij");
    page.in_room("inlezen");
    page.press("Boek in");
    page.says("Ingelezen:");
}

/// How many lines waited.
fn match_what_is_certain(page: &Page) -> u64 {
    page.press_tab("Koppelen");
    page.says("te koppelen");
    page.in_room("koppelen");
    let waiting = page.call("overview", json!({}))["waiting_lines"]
        .as_u64()
        .unwrap();
    assert!(waiting > 0, "the statement brought lines");
    page.press("zekere");
    page.says("regels gekoppeld");
    waiting
}

/// How many letters were made.
fn make_the_letters(desk: &Desk, page: &Page) -> u64 {
    go(page, "5", "De ronde van vandaag");
    page.says("Kan weg");
    page.wait_until(
        "the letter beside the run",
        "document.querySelector('.run-letter .pdf-picture canvas')",
    );
    page.in_room("aanmanen");
    key(page, "Enter", false, true);
    page.says("Dit gaat er gebeuren");
    page.picture("goedkeuren-1440-light");
    key(page, "Enter", false, false);
    page.says("Opslaan als één PDF");
    page.in_room("ronde");
    let run = page.call("runs", json!({ "offset": 0, "limit": 1 }))["runs"][0].clone();
    let pdf = desk.file("brieven.pdf");
    desk.chooser.will_choose(&pdf);
    page.press("Opslaan als één PDF");
    page.says("De brieven zijn opgeslagen");
    let bytes = std::fs::read(&pdf).expect("the letters lie where they were asked for");
    assert!(bytes.starts_with(b"%PDF-"));
    let mails = desk.file("mails");
    std::fs::create_dir_all(&mails).unwrap();
    desk.chooser.will_choose(&mails);
    page.press("Opslaan als e-mails");
    page.says("e-mails opgeslagen");
    let kept = std::fs::read_dir(&mails).unwrap().count() as u64;
    assert_eq!(
        Some(kept),
        run["mails"].as_u64(),
        "one draft for each e-mail"
    );
    page.press("Bevestigen");
    page.says("Alles is de deur uit en bevestigd.");
    run["letters"].as_u64().unwrap()
}

fn look_round(page: &Page) {
    for (digit, name, shows) in [
        ("1", "vandaag-gedaan", ".today-sentence"),
        ("2", "klanten", ".paged-row:not([aria-busy])"),
        ("3", "facturen", ".paged-row:not([aria-busy])"),
        ("7", "rekenmachine", "#room h1"),
        ("8", "instellingen", "#room h1"),
    ] {
        key(page, digit, true, false);
        page.wait_until(name, &format!("document.querySelector('{shows}')"));
        page.in_room(name);
    }
}

fn hand_over(desk: &Desk, page: &Page) {
    go(page, "6", "Klaar om over te dragen");
    page.in_room("dossiers");
    key(page, "Enter", false, false);
    page.says("Wat er in het dossier komt");
    page.picture("dossier-1440-light");
    page.press("Overdragen…");
    page.says("Aan wie?");
    let folder = desk.file("dossiers");
    std::fs::create_dir_all(&folder).unwrap();
    page.fill_under("Map voor het bestand", folder.to_str().unwrap());
    page.press_last("Overdragen");
    page.says("Het dossier staat klaar");
    page.picture("dossier-klaar-1440-light");
    let made = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(made, 1, "one file for the bailiff");
    key(page, "Escape", false, false);
}
