//! The first day: make an administration, save its sheet, lock it, come back.

use super::{NAME, PHRASE, fill_in_creditor, make, save_sheet, state};
use crate::desk::Desk;

#[test]
fn an_administration_is_made_locked_and_opened_again() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");
    assert_eq!(page.size(), (1440, 900), "the window is made for this size");
    page.pictures("welkom", "Welkom bij Standvast");

    let folder = desk.file("De Lijn.standvast");
    make(&page, &folder, true);
    assert!(!page.can_press("Naar Vandaag"), "the sheet comes first");
    page.picture("herstelblad-1440-light");
    let sheet = save_sheet(&desk, &page);
    let asked = desk.chooser.last_asked().expect("the system's own dialog");
    assert!(
        asked.saving && asked.title == "Herstelblad opslaan",
        "{asked:?}"
    );
    assert_eq!(
        asked.name.as_deref(),
        Some("Herstelblad Touwslagerij De Lijn.pdf"),
        "a name is proposed"
    );
    assert_eq!(
        &std::fs::read(&sheet).unwrap()[..5],
        b"%PDF-",
        "the sheet can be printed"
    );

    page.says("Vandaag");
    assert_eq!(state(&page), "open");
    page.pictures("vandaag-leeg", "Vandaag");

    page.call("administration_lock", serde_json::json!({}));
    page.theme("light");
    page.says("Deze administratie is op slot");
    page.says(NAME);
    page.pictures("slot", "Openen met de sleutelbos");

    // The keychain of the computer remembers it.
    page.press("Openen met de sleutelbos");
    page.says("Vandaag");
    assert_eq!(state(&page), "open");
}

#[test]
fn a_wrong_passphrase_is_told_in_words_and_the_right_one_opens() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");
    let folder = desk.file("De Lijn.standvast");
    make(&page, &folder, false);
    save_sheet(&desk, &page);
    page.says("Vandaag");
    drop(page);

    // The next day.
    let page = desk.open(&[]);
    page.says("Welkom terug");
    page.pictures("welkom-terug", "Laatst geopend");
    page.press(NAME);
    page.says("Geef de wachtzin");
    assert!(
        !page.can_press("Openen met de sleutelbos"),
        "it was not to be remembered"
    );
    page.fill_under("Wachtzin", "vijf koeien in de natte wei");
    page.press("Openen");
    page.says("Deze wachtzin past niet op deze administratie");
    page.picture("verkeerde-wachtzin-1440-light");
    assert_eq!(
        state(&page),
        "closed",
        "nothing opens on a wrong passphrase"
    );
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Vandaag");
    assert_eq!(state(&page), "open");
}

#[test]
fn a_dialog_that_is_cancelled_changes_nothing() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");
    desk.chooser.will_cancel();
    page.press("Administratie openen");
    let asked = crate::desk::until("the dialog", std::time::Duration::from_secs(20), || {
        desk.chooser.last_asked()
    });
    assert!(
        asked.folder && !asked.saving,
        "an administration is one folder: {asked:?}"
    );
    page.says("Welkom bij Standvast");
    // And the window still works.
    fill_in_creditor(&page);
    assert_eq!(state(&page), "closed");
}
