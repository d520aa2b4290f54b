//! The close button while something is typed that is kept nowhere else: the window asks first, and
//! a page that cannot ask keeps nobody in.

use std::time::{Duration, Instant};

use serde_json::json;

use super::{NAME, gone, key, made_by_call, state};
use crate::desk::{Desk, Page};

const QUESTION: &str = "Als u Standvast nu afsluit, gaat verloren";
const TYPED: &str = "0229 – 21 43 65";

/// A window with a telephone number in it that was typed, and not saved.
fn with_something_typed(desk: &Desk) -> Page {
    let folder = desk.file("De Lijn.standvast");
    let page = desk.open(&[]);
    made_by_call(&page, &folder, false);
    page.theme("light");
    page.says("Vandaag");
    key(&page, "8", true, false);
    page.fill("phone", TYPED);
    page.says("Nog niet opgeslagen.");
    page
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
