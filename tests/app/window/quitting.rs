//! The close button while something is typed that is kept nowhere else: the window asks first, and
//! a page that cannot ask keeps nobody in.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{NAME, PHRASE, gone, key, made_by_call, state};
use crate::desk::{Desk, Page};

const QUESTION: &str = "Als u Standvast nu afsluit, gaat verloren";
const TYPED: &str = "0229 – 21 43 65";

/// A window with a telephone number in it that was typed, and not saved.
fn with_something_typed(desk: &Desk) -> Page {
    let page = desk.open(&[]);
    type_something(desk, &page);
    page
}

fn type_something(desk: &Desk, page: &Page) {
    made_by_call(page, &desk.file("De Lijn.standvast"), false);
    page.theme("light");
    page.says("Vandaag");
    key(page, "8", true, false);
    page.fill("phone", TYPED);
    page.says("Nog niet opgeslagen.");
}

fn typed(page: &Page) -> serde_json::Value {
    page.script(
        "return document.querySelector(\"input[name='phone']\")?.value ?? null",
        json!([]),
    )
    .unwrap()
}

/// How many questions stand in the window, and what has the keys.
fn asked(page: &Page) -> serde_json::Value {
    page.script(
        "return [document.querySelectorAll('[role=dialog]').length, document.activeElement.innerText]",
        json!([]),
    )
    .unwrap()
}

/// Presses a button that ends the window: it is gone before the driver could say that it pressed.
fn press_and_go(page: &Page, words: &str) {
    page.script(
        "const words = arguments[0];\
         const one = [...document.querySelectorAll('button')].find((it) => it.innerText.includes(words));\
         setTimeout(() => one.click(), 200)",
        json!([words]),
    )
    .unwrap();
}

#[test]
fn the_close_button_asks_first_about_what_was_typed() {
    let Some(desk) = Desk::set_up() else { return };
    let page = with_something_typed(&desk);

    desk.screen.close(NAME);
    page.says(QUESTION);
    page.says("instellingen die nog niet bewaard zijn");
    assert_eq!(
        asked(&page),
        json!([1, "Hier blijven"]),
        "Enter and Escape lose nothing"
    );
    page.picture("afsluiten-1440-light");
    key(&page, "Escape", false, false);
    page.wait_until(
        "the question to go",
        "!document.querySelector('[role=dialog]')",
    );
    page.wait_until(
        "the keys in the field again",
        "document.activeElement.name === 'phone'",
    );
    assert_eq!(typed(&page), TYPED);
    assert_eq!(state(&page), "open", "nothing was closed");

    // Longer than a page is waited for: who reads takes his time. Then once more, and it is one question.
    desk.screen.close(NAME);
    page.says(QUESTION);
    std::thread::sleep(Duration::from_secs(4));
    desk.screen.close(NAME);
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(asked(&page), json!([1, "Hier blijven"]));
    press_and_go(&page, "Toch afsluiten");
    gone(&desk);
    drop(page);

    let page = desk.open(&[]);
    page.says("Welkom terug");
}

#[test]
fn what_was_saved_meanwhile_is_not_asked_about() {
    let Some(desk) = Desk::set_up() else { return };
    let page = with_something_typed(&desk);
    page.press("Opslaan");
    page.wait_until(
        "it to be saved",
        "!document.body.innerText.includes('Nog niet opgeslagen.')",
    );
    let pressed = Instant::now();
    desk.screen.close(NAME);
    gone(&desk);
    assert!(
        pressed.elapsed() < Duration::from_secs(20),
        "nobody was waited for"
    );
}

#[test]
fn a_page_that_hangs_with_something_typed_still_closes() {
    let Some(desk) = Desk::set_up() else { return };
    let page = with_something_typed(&desk);
    page.script("setTimeout(() => { for (;;); }, 300)", json!([]))
        .unwrap();
    std::thread::sleep(Duration::from_millis(600));
    desk.screen.close(NAME);
    gone(&desk);
}

#[test]
fn a_second_start_leaves_what_was_typed_behind_the_lock() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open_once(&[]);
    type_something(&desk, &page);
    let (same, other) = (desk.file("De Lijn.standvast"), desk.file("Ander.standvast"));
    std::fs::create_dir(&other).unwrap();
    let start_again = |folder: &Path| {
        let mut second = desk.start(&[folder.to_str().unwrap()]);
        let ended = second.ends_within(Duration::from_secs(20));
        assert!(ended.is_some_and(|status| status.success()), "it ends");
        // Time for a page that would begin anew.
        std::thread::sleep(Duration::from_secs(1));
    };
    // A page that begins anew has forgotten this.
    let mark = || page.script("window.marked = true", json!([])).unwrap();
    let marked = || {
        page.script("return window.marked === true", json!([]))
            .unwrap()
    };

    mark();
    key(&page, "l", true, false);
    page.says("Wachtzin");
    for folder in [&same, &other] {
        start_again(folder);
        assert_eq!(marked(), true, "the page stays: {folder:?}");
        page.says(NAME);
    }
    page.fill_under("Wachtzin", PHRASE);
    page.press("Openen");
    page.says("Nog niet opgeslagen.");
    assert_eq!(typed(&page), TYPED);

    page.press("Opslaan");
    page.wait_until(
        "it to be saved",
        "!document.body.innerText.includes('Nog niet opgeslagen.')",
    );
    key(&page, "l", true, false);
    page.says("Wachtzin");
    start_again(&same);
    assert_eq!(marked(), true, "its lock stood there already");
    start_again(&other);
    page.wait_until("the other one", "window.marked !== true");
    let shown = page.call("app_info", json!({}))["session"]["folder"].clone();
    assert_eq!(
        shown,
        json!(other.canonicalize().unwrap()),
        "nothing was half typed"
    );
}
