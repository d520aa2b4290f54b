//! Mail in words: what was sent, and how each letter stands.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// What became of a round.
pub fn sent(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    if value["test"] == true {
        text.line(page.tint(
            page.say(
                "Proefstand: alles ging naar uzelf, niets telt als verzonden.",
                "Test mode: everything went to yourself, nothing counts as sent.",
            ),
            Tint::Mind,
        ));
    }
    let mut table = Table::new("lr");
    for (field, nl, en) in [
        ("sent", "Verzonden", "Sent"),
        ("refused", "Geweigerd", "Refused"),
        ("put_off", "Uitgesteld", "Put off"),
        ("uncertain", "Onzeker", "Not sure"),
        ("left", "Niet geprobeerd", "Not tried"),
    ] {
        let count = value[field].as_u64().unwrap_or_default();
        if count > 0 || field == "sent" {
            table.row([page.say(nl, en).to_string(), count.to_string()]);
        }
    }
    text.table(&table);
    for held in value.items("held") {
        text.line(format!(
            "  {} {}: {}",
            page.tint("●", Tint::Mind),
            held.text("name"),
            held["reason"].text("message")
        ));
    }
    if let Some(stopped) = value["stopped"].as_object() {
        let why = Value::Object(stopped.clone());
        text.gap().line(page.tint(&why.text("message"), Tint::Mind));
    }
    text.finish()
}

/// How the letters stand.
pub fn outbox(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let messages = value.items("messages");
    if messages.is_empty() {
        text.line(page.say("Er zijn geen e-mails.", "There are no e-mails."));
        return text.finish();
    }
    let mut table = Table::new("llfrff");
    for row in messages {
        table.row([
            row.text("letter"),
            page.mail_state(&row.text("state")),
            row.text("name"),
            page.money(&row.text("amount")),
            row.known("to").unwrap_or_else(|| "–".to_string()),
            row.text("answer"),
        ]);
    }
    text.fitted(table, page);
    text.page_of(value, messages.len(), page);
    text.finish()
}
