//! Words for things that more than one use case names.

use chrono::NaiveDate;
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

/// A day as people write it: `22 november 2026`.
pub(crate) fn day(day: NaiveDate, lang: Lang) -> String {
    credit::words::date(day, lang)
}

/// What `verify` found, in words.
pub(crate) fn verify_problem(code: &str, subject: &str, lang: Lang) -> String {
    let (nl, en) = match code {
        "chain_broken" => (
            "De keten van vastleggingen is verbroken: hier is iets gewijzigd",
            "The chain of facts is broken: something was changed here",
        ),
        "fact_missing" => ("Een vastlegging ontbreekt", "A fact is missing"),
        "tail_missing" => (
            "De laatste vastleggingen ontbreken",
            "The last facts are missing",
        ),
        "rows_changed" => (
            "Een gegeven wijkt af van wat is vastgelegd",
            "A record differs from what was recorded",
        ),
        "rows_without_fact" => (
            "Een gegeven staat er zonder vastlegging",
            "A record stands there without a fact",
        ),
        "undone_changed" => (
            "Wat ongedaan is gemaakt, wijkt af van wat is vastgelegd",
            "What was undone differs from what was recorded",
        ),
        "bytes_changed" => (
            "Een bewaarde brief of bijlage is gewijzigd",
            "A kept letter or file was changed",
        ),
        "cache_drifted" => (
            "Een afgeleid gegeven klopt niet met waar het uit volgt",
            "A derived record does not follow from the facts",
        ),
        "reference_broken" => (
            "Een verwijzing wijst naar iets dat er niet is",
            "A reference points at something that is not there",
        ),
        "pages_damaged" => (
            "Het bestand is beschadigd; zet de laatste back-up terug",
            "The file is damaged; restore the latest backup",
        ),
        _ => ("Er klopt iets niet", "Something is not right"),
    };
    format!("{} ({subject}: {code}).", say(lang, nl, en))
}

/// Which details of a customer differ in a fact that tells both versions.
pub(crate) fn changed_fields(data: &serde_json::Value, lang: Lang) -> String {
    const FIELDS: &[(&str, &str, &str)] = &[
        ("name", "naam", "name"),
        ("number", "klantnummer", "customer number"),
        ("attention", "ter attentie van", "for the attention of"),
        ("kind", "soort klant", "kind of customer"),
        ("kvk", "KvK-nummer", "trade register number"),
        ("vat", "btw-nummer", "VAT number"),
        ("email", "e-mailadres", "e-mail address"),
        ("phone", "telefoon", "telephone"),
        ("address", "adres", "address"),
        ("language", "taal van brieven", "language of letters"),
        ("ibans", "rekeningen", "accounts"),
        ("agreed_interest", "afgesproken rente", "agreed interest"),
        ("term_agreed", "afgesproken termijn", "agreed term"),
        ("buys_goods", "koopt goederen", "buys goods"),
        (
            "recurring",
            "doorlopende overeenkomst",
            "recurring contract",
        ),
    ];
    let changed: Vec<String> = FIELDS
        .iter()
        .filter(|(field, _, _)| data["before"][field] != data["after"][field])
        .map(|(_, nl, en)| say(lang, nl, en))
        .collect();
    credit::words::list(&changed, lang)
}
