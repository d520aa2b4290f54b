//! Words for things that more than one use case names.

use credit::{Channel, Step};
use law::Lang;

/// One of two languages.
pub(crate) fn say(lang: Lang, nl: &str, en: &str) -> String {
    match lang {
        Lang::Nl => nl.to_string(),
        Lang::En => en.to_string(),
    }
}

/// How a letter travels.
pub(crate) fn channels(channels: &[Channel], lang: Lang) -> String {
    let names: Vec<&str> = channels
        .iter()
        .map(|channel| credit::words::channel(*channel, lang))
        .collect();
    names.join(" + ")
}

/// A step of the plan.
pub(crate) fn step(step: Step, lang: Lang) -> String {
    credit::words::step(step, lang).to_string()
}

/// What `verify` found, in words.
pub(crate) fn verify_problem(code: &str, subject: &str, lang: Lang) -> String {
    let (nl, en) = match code {
        "fact_changed" => ("De vastlegging is gewijzigd", "The fact was changed"),
        "chain_broken" => (
            "De keten van vastleggingen is verbroken",
            "The chain of facts is broken",
        ),
        "letter_changed" => (
            "De bewaarde brief is gewijzigd",
            "The kept letter was changed",
        ),
        "row_changed" => (
            "Een gegeven wijkt af van wat is vastgelegd",
            "A record differs from what was recorded",
        ),
        "row_missing" => (
            "Een vastgelegd gegeven ontbreekt",
            "A recorded record is missing",
        ),
        "tail_missing" => (
            "De laatste vastleggingen ontbreken",
            "The last facts are missing",
        ),
        _ => ("Er klopt iets niet", "Something is not right"),
    };
    format!("{} ({subject}: {code}).", say(lang, nl, en))
}
