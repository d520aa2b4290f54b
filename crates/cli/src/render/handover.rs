//! A dossier, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The dossier, the claim, and what is missing.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(page.say("Dossier gemaakt", "Dossier made")));
    text.line(format!("  {}", value.text("file")));
    text.line(page.tint(&format!("  SHA-256 {}", value.text("sha256")), Tint::Faint));
    text.gap();
    claim(&value["claim"], page, &mut text);
    if let Some(per_day) = value.known("per_day") {
        let words = page.say(
            "Elke dag later komt er {} rente bij.",
            "Each later day adds {} interest.",
        );
        text.line(format!("  {}", words.replace("{}", &page.money(&per_day))));
    }
    super::dossiers::behind(value, page, &mut text);
    let missing = value.items("missing");
    if missing.is_empty() {
        text.gap().line(page.tint(
            page.say("Er ontbreekt niets.", "Nothing is missing."),
            Tint::Good,
        ));
    } else {
        text.gap()
            .line(page.heading(page.say("Dit ontbreekt nog", "Still missing")));
        for item in missing {
            text.line(format!(
                "  {} {}",
                page.tint("●", Tint::Mind),
                item.text("message")
            ));
            if let Some(todo) = item.known("what_to_do") {
                text.line(format!("    {todo}"));
            }
        }
    }
    if let Some(id) = value.known("id") {
        let undo = page.say("Ongedaan maken: standvast undo", "To undo: standvast undo");
        text.gap()
            .line(page.tint(&format!("{undo} {id}"), Tint::Faint));
    }
    text.finish()
}

fn claim(claim: &Value, page: &Page, text: &mut Text) {
    let mut table = Table::new("lr");
    for (field, nl, en) in [
        ("principal", "Hoofdsom", "Principal"),
        ("interest", "Rente", "Interest"),
        ("costs", "Kosten", "Costs"),
        ("total", "Totaal", "Total"),
    ] {
        let amount = page.money(&claim.text(field));
        let tint = if field == "total" {
            Tint::Strong
        } else {
            Tint::Faint
        };
        let amount = if field == "total" {
            page.tint(&amount, tint)
        } else {
            amount
        };
        table.row([page.say(nl, en).to_string(), amount]);
    }
    text.table(&table);
}
