//! The check of what is kept, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;

/// Whether everything is as it was recorded.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    if value.is("ok") {
        let words = page.say(
            "Alles is zoals het is vastgelegd.",
            "Everything is as it was recorded.",
        );
        text.line(page.tint(words, Tint::Good));
    } else {
        let words = page.say(
            "NIET alles is zoals het is vastgelegd.",
            "NOT everything is as it was recorded.",
        );
        text.line(page.tint(words, Tint::Wrong));
    }
    for problem in value.items("problems") {
        let subject = problem.text("subject");
        text.line(format!(
            "  {} {subject}: {}",
            page.tint("●", Tint::Wrong),
            problem.text("message")
        ));
    }
    text.line(page.many(
        value.count("facts"),
        ("vastlegging", "vastleggingen"),
        ("fact", "facts"),
    ));
    text.line(page.tint(
        &format!(
            "{} {}",
            page.say("Kop van de keten:", "Head of the chain:"),
            value.text("head")
        ),
        Tint::Faint,
    ));
    if !value.is("ok") {
        text.gap().line(page.say(
            "Werk niet verder in deze administratie. Zet een back-up terug met 'standvast restore'.",
            "Do not go on working in this administration. Restore a backup with 'standvast restore'.",
        ));
    }
    text.finish()
}
