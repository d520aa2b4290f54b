//! Invoices in words: the list, one of them, and why its claim is what it is.

use serde_json::Value;

use super::customers;
use crate::page::{Page, Text, Tint, wrapped};
use crate::peek::Peek;
use crate::table::Table;

/// The list.
pub fn list(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let rows = value.items("rows");
    if rows.is_empty() {
        return page.nothing("Geen factuur voldoet daaraan.", "No invoice fits that.");
    }
    let total = page.many(
        value.count("total"),
        ("factuur", "facturen"),
        ("invoice", "invoices"),
    );
    text.line(page.heading(&format!(
        "{total} · {} {}",
        page.money(&value.text("open")),
        page.say("open", "open"),
    )));
    let mut table = Table::new("lfllrrrff");
    table.row(page.heads([
        ("nummer", "number"),
        ("klant", "customer"),
        ("", ""),
        ("vervalt", "due"),
        ("bedrag", "amount"),
        ("open", "open"),
        ("te laat", "late"),
        ("hierna", "next"),
        ("", ""),
    ]));
    for row in rows {
        table.row([
            row.text("number"),
            row.text("name"),
            row.text("customer"),
            due(row, page),
            page.money(&row.text("amount")),
            page.some_money(&row.text("open")),
            page.late(row),
            page.upcoming(&row["next"]),
            page.remarks(row),
        ]);
    }
    text.fitted(table, page);
    text.page_of(value, rows.len(), page);
    text.finish()
}

/// What setting a credit note off would do.
pub fn set_off(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let mut table = Table::new("lr");
    for (nl, en, field) in [
        (
            "tegoed op de creditnota",
            "left of the credit note",
            "credit_before",
        ),
        ("gaat van de factuur af", "goes off the invoice", "taken"),
        (
            "daarna open op de factuur",
            "open of the invoice after it",
            "open_after",
        ),
        (
            "daarna over van de creditnota",
            "left of the credit note after it",
            "credit_after",
        ),
    ] {
        table.row([page.say(nl, en).to_owned(), page.money(&value.text(field))]);
    }
    text.fitted(table, page);
    for remark in value.items("remarks") {
        text.line(remark.as_str().unwrap_or_default());
    }
    text.line(page.say("Er is niets geboekt.", "Nothing was booked."));
    text.finish()
}

fn due(row: &Value, page: &Page) -> String {
    row.known("due")
        .map(|due| page.day(&due))
        .unwrap_or_default()
}

/// How many invoices of a customer stand in full.
const PAID: usize = 8;

/// The invoices of a customer: what is open, and the newest of the rest.
pub fn items(rows: &[Value], page: &Page, text: &mut Text) {
    text.gap()
        .line(page.heading(page.say("Facturen", "Invoices")));
    if rows.is_empty() {
        text.line(format!(
            "  {}",
            page.say("Er zijn geen facturen.", "There are no invoices.")
        ));
        return;
    }
    let (open, done): (Vec<&Value>, Vec<&Value>) =
        rows.iter().partition(|row| row.text("open") != "0.00");
    let mut table = Table::new("llrrrff");
    for row in open.iter().chain(done.iter().take(PAID)) {
        table.row([
            row.text("number"),
            due(row, page),
            page.money(&row.text("amount")),
            page.some_money(&row.text("open")),
            page.late(row),
            page.upcoming(&row["next"]),
            page.remarks(row),
        ]);
    }
    text.fitted(table, page);
    if done.len() > PAID {
        let words = page.say("… en nog {} betaalde", "… and {} more paid");
        text.line(format!(
            "  {}",
            page.tint(
                &words.replace("{}", &(done.len() - PAID).to_string()),
                Tint::Faint
            )
        ));
    }
}

/// One invoice.
pub fn one(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let row = &value["row"];
    let what = if row["kind"] == "credit_note" {
        page.say("Creditnota", "Credit note")
    } else {
        page.say("Factuur", "Invoice")
    };
    text.line(page.heading(&format!("{what} {}", row.text("number"))));
    text.told(
        &format!("{} ({})", row.text("name"), row.text("customer")),
        2,
        page,
    );
    if let Some(description) = value.known("description") {
        text.told(&description, 2, page);
    }
    let mut table = Table::new("lrf");
    table.row([
        page.say("Datum", "Date").to_string(),
        page.day(&row.text("date")),
        String::new(),
    ]);
    table.row([
        page.say("Vervalt", "Due").to_string(),
        match row.known("due") {
            Some(due) => page.day(&due),
            None => "–".to_string(),
        },
        value.text("due_why"),
    ]);
    table.row([
        page.say("Bedrag", "Amount").to_string(),
        page.money(&row.text("amount")),
        value
            .known("vat")
            .map(|vat| {
                format!(
                    "{} {}",
                    page.say("waarvan btw", "of which VAT"),
                    page.money(&vat)
                )
            })
            .unwrap_or_default(),
    ]);
    table.row([
        page.say("Open", "Open").to_string(),
        page.money(&row.text("open")),
        [page.late(row), page.flags(&row.texts("flags"))]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    ]);
    text.gap().fitted(table, page);
    let next = page.next(&row["next"]);
    if !next.is_empty() {
        text.gap().line(format!(
            "{} {next}",
            page.heading(page.say("Hierna:", "Next:"))
        ));
        if let Some(why) = value.known("next_why") {
            text.told(&why, 2, page);
        }
    }
    moves(value.items("moves"), page, &mut text);
    claim(&value["growth"], page, &mut text);
    customers::agreements(value.items("agreements"), page, &mut text);
    customers::letters(value.items("letters"), page, &mut text);
    files(value.items("files"), page, &mut text);
    text.finish()
}

fn moves(rows: &[Value], page: &Page, text: &mut Text) {
    if rows.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Hoe wat open is ontstond", "How what is open came about")));
    let mut table = Table::new("lfrrl");
    table.row(page.heads([("", ""), ("", ""), ("", ""), ("open", "open"), ("", "")]));
    for row in rows {
        table.row([
            page.day(&row.text("date")),
            row.text("label"),
            page.money(&row.text("amount")),
            page.money(&row.text("open_after")),
            page.tint(&row.text("ref"), Tint::Faint),
        ]);
    }
    text.fitted(table, page);
}

fn files(rows: &[Value], page: &Page, text: &mut Text) {
    if rows.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Bewaarde bestanden", "Kept files")));
    let mut table = Table::new("lfr");
    for row in rows {
        table.row([
            row.text("id"),
            row.text("name"),
            page.bytes(row.count("bytes")),
        ]);
    }
    text.fitted(table, page);
}

/// A claim, explained.
pub fn explained(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    claim(value, page, &mut text);
    text.finish()
}

fn claim(value: &Value, page: &Page, text: &mut Text) {
    let title = format!(
        "{} {}: {}",
        page.say("Vordering op", "Claim on"),
        page.day(&value.text("date")),
        page.money(&value.text("total"))
    );
    text.gap().line(page.heading(&title));
    let mut table = Table::new("fr");
    let room = page.width.saturating_sub(6);
    for part in value.items("parts") {
        table.row([part.text("title"), page.money(&part.text("amount"))]);
        for line in wrapped(&part.text("note"), room) {
            table.note(page.tint(&line, Tint::Faint));
        }
        let lines = part.items("lines");
        // One line that only repeats its part says nothing.
        if lines.len() > 1 || lines.iter().any(|line| !line["percent"].is_null()) {
            for line in lines {
                for piece in wrapped(&reckoning(line, page), room) {
                    table.note(piece);
                }
            }
        }
        let mut articles: Vec<String> = lines
            .iter()
            .filter_map(|line| line.known("article"))
            .collect();
        articles.dedup();
        for article in articles {
            for piece in wrapped(&article, room) {
                table.note(page.tint(&piece, Tint::Faint));
            }
        }
    }
    text.fitted(table, page);
    let per_day = value.text("per_day");
    if !matches!(per_day.as_str(), "" | "0.00") {
        let words = page.say(
            "Elke dag later komt er {} rente bij.",
            "Each later day adds {} interest.",
        );
        text.gap().line(words.replace("{}", &page.money(&per_day)));
    }
    for warning in value.texts("warnings") {
        text.gap().told(
            &format!("{} {warning}", page.say("Let op:", "Mind:")),
            0,
            page,
        );
    }
}

/// `Rente over € 1.184,80 · 4% · 28 okt 2026 t/m 22 nov 2026 · 26 dagen: € 3,38`
fn reckoning(line: &Value, page: &Page) -> String {
    let mut parts = vec![line.text("label")];
    parts.extend(line.known("percent").map(|percent| page.percent(&percent)));
    if let (Some(from), Some(through)) = (line.known("from"), line.known("through")) {
        parts.push(format!(
            "{} {} {}",
            page.day(&from),
            page.say("t/m", "through"),
            page.day(&through)
        ));
    }
    if let Some(days) = line["days"].as_i64() {
        parts.push(page.many(days, ("dag", "dagen"), ("day", "days")));
    }
    format!(
        "{}: {}",
        parts.join(" · "),
        page.money(&line.text("amount"))
    )
}
