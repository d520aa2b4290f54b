//! Dossiers in words: what was handed over, who is ready, what is missing, what came back.

use serde_json::Value;

use super::gate;
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// What was handed over.
pub fn list(value: &Value, page: &Page) -> String {
    let rows = value.items("dossiers");
    if rows.is_empty() {
        return page.nothing(
            "Er is nog niets overgedragen. Wie klaar is: standvast dossiers ready.",
            "Nothing was handed over yet. Who is ready: standvast dossiers ready.",
        );
    }
    let mut text = Text::default();
    text.line(page.heading(page.say("Dossiers", "Dossiers")));
    let mut table = Table::new("llfllrrf");
    table.row(page.heads([
        ("dossier", "dossier"),
        ("dag", "day"),
        ("klant", "customer"),
        ("", ""),
        ("staat", "stands"),
        ("toen", "then"),
        ("nu open", "open now"),
        ("bij", "with"),
    ]));
    for row in rows {
        table.row([
            row.text("id"),
            page.day(&row.text("date")),
            row.text("name"),
            row.text("customer"),
            page.dossier_state(&row.text("state")),
            page.money(&row["claim"].text("total")),
            page.money(&row.text("open")),
            with(row),
        ]);
    }
    text.fitted(table, page);
    text.finish()
}

fn with(row: &Value) -> String {
    row["to"].text("name")
}

/// Who may be handed over.
pub fn ready(value: &Value, page: &Page) -> String {
    let rows = value.items("ready");
    if rows.is_empty() {
        return page.nothing(
            "Er is vandaag niemand om over te dragen.",
            "There is nobody to hand over today.",
        );
    }
    let mut text = Text::default();
    text.line(page.heading(page.say("Over te dragen", "To hand over")));
    for row in rows {
        let mut table = Table::new("lflrl");
        table.row([
            page.tint("●", gate(&row.text("gate"))),
            row.text("name"),
            row.text("customer"),
            page.money(&row["claim"].text("total")),
            gaps(row, page),
        ]);
        text.fitted(table, page);
        if let Some(first) = row.known("first") {
            let words = format!(
                "{} {}",
                page.say("Eerst:", "First:"),
                page.work(&first).to_lowercase()
            );
            text.told(&words, 4, page);
        }
        for reason in super::reasons(row) {
            text.told(&reason, 4, page);
        }
        let behind = row.count("behind");
        if behind > 0 {
            let many = page.many(behind, ("factuur", "facturen"), ("invoice", "invoices"));
            let words = page.say("Nog niet mee kan:", "Cannot go along yet:");
            text.told(&format!("{words} {many}"), 4, page);
        }
    }
    text.gap().line(page.say(
        "Wat er ontbreekt: standvast dossiers check KLANT. Overdragen: standvast handover KLANT --out MAP.",
        "What is missing: standvast dossiers check CUSTOMER. To hand over: standvast handover CUSTOMER --out FOLDER.",
    ));
    text.finish()
}

fn gaps(row: &Value, page: &Page) -> String {
    match (row.count("serious"), row.count("other")) {
        (0, 0) => page.tint(page.say("volledig", "complete"), Tint::Good),
        (0, other) => page.tint(
            &page.many(other, ("opmerking", "opmerkingen"), ("remark", "remarks")),
            Tint::Mind,
        ),
        (serious, _) => page.tint(
            &page.many(
                serious,
                ("ernstig gebrek", "ernstige gebreken"),
                ("serious gap", "serious gaps"),
            ),
            Tint::Wrong,
        ),
    }
}

/// A dossier before it is handed over.
pub fn check(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&format!(
        "{} {} ({})",
        page.say("Dossier van", "Dossier of"),
        value.text("name"),
        value.text("customer")
    )));
    claim(&value["claim"], page, &mut text);
    if !value.is("proposed") {
        text.told(
            page.say(
                "Het plan stelt nog niet voor om over te dragen.",
                "The plan does not propose to hand over yet.",
            ),
            2,
            page,
        );
    }
    for reason in super::reasons(value) {
        text.told(&reason, 2, page);
    }
    if value.is("early") {
        text.told(
            &page.tint(
                page.say(
                    "Hier zitten facturen in die nog niet mogen: overdragen kan alleen met --early.",
                    "It holds invoices that may not go yet: handing over needs --early.",
                ),
                Tint::Wrong,
            ),
            2,
            page,
        );
    }
    let invoices: Vec<String> = value
        .items("invoices")
        .iter()
        .map(|invoice| invoice.text("number"))
        .collect();
    text.told(&invoices.join(", "), 2, page);
    behind(value, page, &mut text);
    let gaps = value.items("gaps");
    text.gap();
    if gaps.is_empty() {
        text.line(page.tint(
            page.say("Er ontbreekt niets.", "Nothing is missing."),
            Tint::Good,
        ));
    } else {
        text.line(page.heading(page.say("Dit ontbreekt of is zwak", "Missing or weak")));
        for gap in gaps {
            let tint = if gap.is("serious") {
                Tint::Wrong
            } else {
                Tint::Mind
            };
            text.line(format!(
                "  {} {}",
                page.tint("●", tint),
                gap.text("message")
            ));
            text.told(&gap.text("what_to_do"), 4, page);
        }
    }
    text.gap()
        .line(page.heading(page.say("Dit komt erin", "This goes in")));
    let mut table = Table::new("fr");
    for file in value.items("contents") {
        table.row([
            file.text("path"),
            file["bytes"]
                .as_i64()
                .map(|bytes| page.bytes(bytes))
                .unwrap_or_default(),
        ]);
    }
    text.fitted(table, page);
    text.finish()
}

/// What is late too and stays in the plan.
pub fn behind(value: &Value, page: &Page, text: &mut Text) {
    let rows = value.items("behind");
    if rows.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Dit blijft in het plan", "This stays in the plan")));
    for row in rows {
        text.line(format!(
            "  {} {}  {}",
            page.tint("●", Tint::Mind),
            row.text("number"),
            page.money(&row.text("open"))
        ));
        text.told(&row.text("message"), 4, page);
        if let Some(from) = row.known("from") {
            let words = page.say("Overdragen kan vanaf", "It can be handed over from");
            text.told(&format!("{words} {}.", page.day(&from)), 4, page);
        }
    }
}

fn claim(claim: &Value, page: &Page, text: &mut Text) {
    let mut table = Table::new("lr");
    for (field, nl, en) in [
        ("principal", "Hoofdsom", "Principal"),
        ("interest", "Rente", "Interest"),
        ("costs", "Kosten", "Costs"),
        ("total", "Totaal", "Total"),
    ] {
        if let Some(amount) = claim.known(field) {
            table.row([page.say(nl, en).to_string(), page.money(&amount)]);
        }
    }
    text.table(&table);
}

/// One dossier.
pub fn one(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let dossier = &value["dossier"];
    text.line(page.heading(&format!(
        "{} {}: {} ({})",
        page.say("Dossier", "Dossier"),
        dossier.text("id"),
        dossier.text("name"),
        dossier.text("customer")
    )));
    let mut about = vec![page.dossier_state(&dossier.text("state"))];
    let to = &dossier["to"];
    if let Some(name) = to.known("name") {
        about.push(format!("{} {name}", page.party(&to.text("kind"))));
    }
    about.extend(to.known("reference"));
    text.told(&about.join(" · "), 2, page);
    text.told(&value.texts("numbers").join(", "), 2, page);
    text.gap().line(page.heading(page.say("Vandaag", "Today")));
    claim(&value["now"], page, &mut text);
    for (field, nl, en) in [
        (
            "paid_to_them",
            "Daar betaald, als u hoorde:",
            "Paid to them, as told:",
        ),
        (
            "costs",
            "Hun kosten, als u hoorde:",
            "Their costs, as told:",
        ),
    ] {
        let amount = page.some_money(&dossier.text(field));
        if !amount.is_empty() {
            text.line(format!("  {} {amount}", page.say(nl, en)));
        }
    }
    let moments = value.items("timeline");
    if !moments.is_empty() {
        text.gap()
            .line(page.heading(page.say("Wat er gebeurde", "What happened")));
        let mut table = Table::new("llf");
        for moment in moments {
            table.row([
                page.day(&moment.text("date")),
                page.tint(&moment.text("undo"), Tint::Faint),
                moment.text("text"),
            ]);
        }
        text.fitted(table, page);
    }
    text.finish()
}
