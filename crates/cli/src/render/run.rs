//! A run, in words.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{gate, reasons};
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// What a run did.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let sent = value.count("sent");
    if sent == 0 {
        text.line(page.heading(page.say("Er is niets verzonden.", "Nothing was sent.")));
    } else {
        let letters = page.many(sent, ("brief", "brieven"), ("letter", "letters"));
        let title = match value.known("run") {
            Some(run) => format!("{} {run}: {letters}", page.say("Ronde", "Run")),
            None => letters,
        };
        text.line(page.heading(&title));
    }
    if value.count("resumed") > 0 {
        text.line(
            page.say(
                "Waarvan {} uit een eerdere ronde die was afgebroken.",
                "Of which {} from an earlier run that was cut off.",
            )
            .replace("{}", &value.count("resumed").to_string()),
        );
    }
    letters(value, page, &mut text);
    skipped(value, page, &mut text);
    if sent > 0 {
        text.gap().line(page.say(
            "De bestanden zijn nog niet verstuurd: post de brieven en verzend de e-mails, en leg dat vast met 'standvast confirm BRIEF'.",
            "The files have not been sent yet: post the letters, send the e-mails, and note it with 'standvast confirm LETTER'.",
        ));
    } else if !value.items("skipped").is_empty() {
        text.gap().line(page.say(
            "Verzenden: standvast run --approve green --out MAP (all: ook oranje; rood gaat nooit).",
            "To send: standvast run --approve green --out FOLDER (all: amber too; red never goes).",
        ));
    }
    if let Some(sheet) = value["sheet"].known("file") {
        text.line(format!(
            "{} {sheet}",
            page.say("Verzendlijst:", "Run sheet:")
        ));
    }
    text.finish()
}

fn letters(value: &Value, page: &Page, text: &mut Text) {
    if value.items("letters").is_empty() {
        return;
    }
    let mut table = Table::new("lllrll");
    for letter in value.items("letters") {
        table.row([
            letter.text("letter"),
            format!(
                "{} ({})",
                page.name(&letter.text("name")),
                letter.text("customer")
            ),
            page.step(&letter.text("step")),
            page.money(&letter["claim"].text("total")),
            page.numbers(&letter.texts("invoices"), 3),
            page.channels(&letter.texts("channels")),
        ]);
        for file in files(letter) {
            table.note(page.tint(&file, Tint::Faint));
        }
    }
    text.gap().table(&table);
}

fn files(letter: &Value) -> Vec<String> {
    let all: Vec<String> = letter
        .items("files")
        .iter()
        .filter_map(|file| file.known("file"))
        .collect();
    if all.is_empty() {
        letter.known("file").into_iter().collect()
    } else {
        all
    }
}

fn skipped(value: &Value, page: &Page, text: &mut Text) {
    let skipped = value.items("skipped");
    if skipped.is_empty() {
        return;
    }
    let title = page.say("Niet verzonden", "Not sent");
    text.gap()
        .line(format!("{} ({})", page.heading(title), skipped.len()));
    let mut table = Table::new("lll");
    for letter in skipped {
        let code = letter.text("gate");
        table.row([
            page.tint("●", gate(&code)),
            format!(
                "{} ({})",
                page.name(&letter.text("name")),
                letter.text("customer")
            ),
            page.step(&letter.text("step")),
        ]);
        for reason in reasons(letter) {
            table.note(page.tint(&reason, gate(&code)));
        }
    }
    text.table(&table);
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for letter in skipped {
        *counts.entry(letter.text("gate")).or_default() += 1;
    }
    let named = |code: &str, nl: &str, en: &str| {
        counts
            .get(code)
            .map(|count| format!("{count} {}", page.say(nl, en)))
    };
    let summary: Vec<String> = [
        named("green", "groen", "green"),
        named("amber", "oranje", "amber"),
        named("red", "rood", "red"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !summary.is_empty() {
        text.line(format!("  {}", page.tint(&summary.join(", "), Tint::Faint)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn a_run_says_what_went_where_and_what_did_not() {
        let value = json!({
            "run": "R-1", "sent": 1, "resumed": 1, "held": 1,
            "letters": [{"letter": "B-1", "customer": "K-1", "name": "Jansen", "step": "reminder",
                "channels": ["email"], "file": "/uit/a.eml", "claim": {"total": "100.00"},
                "invoices": ["2026-1"]}],
            "skipped": [{"customer": "K-2", "name": "Pietersen", "step": "final_demand", "gate": "red",
                "reasons": [{"code": "dispute", "message": "Factuur 2026-2 is betwist."}]}],
            "sheet": {"file": "/uit/lijst.pdf"}
        });
        let words = text(&value, &Page::plain(Lang::Nl));
        for part in [
            "Ronde R-1: 1 brief",
            "Waarvan 1 uit een eerdere ronde",
            "B-1  Jansen (K-1)  herinnering  € 100,00  2026-1  e-mail",
            "/uit/a.eml",
            "Niet verzonden (1)",
            "Factuur 2026-2 is betwist.",
            "1 rood",
            "Verzendlijst: /uit/lijst.pdf",
        ] {
            assert!(words.contains(part), "{part:?} is missing in:\n{words}");
        }
    }
}
