//! How things stand, what is proposed, what was done, what was imported: in words.

use serde_json::Value;

use super::gate;
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The whole administration on one day.
pub fn overview(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&format!(
        "{} {}",
        page.say("Hoe het ervoor staat op", "How things stand on"),
        page.day(&value.text("date"))
    )));
    let mut table = Table::new("lrf");
    let customers = page.many(
        value.count("customers"),
        ("klant", "klanten"),
        ("customer", "customers"),
    );
    let bank = match value.known("bank_through") {
        Some(day) => format!(
            "{} {}",
            page.say("bank t/m", "bank through"),
            page.day(&day)
        ),
        None => page.say("geen bankgegevens", "no bank data").to_string(),
    };
    for (field, nl, en, note) in [
        ("open", "Openstaand", "Open", customers),
        ("overdue", "Te laat", "Late", bank),
        ("moving", "In beweging", "Moving", String::new()),
        (
            "unallocated",
            "Nog toe te wijzen",
            "To allocate",
            String::new(),
        ),
    ] {
        table.row([
            page.say(nl, en).to_string(),
            page.money(&value.text(field)),
            note,
        ]);
    }
    text.fitted(table, page);
    ageing(value, page, &mut text);
    work(value, page, &mut text);
    expected(&value["expected"], page, &mut text);
    for (field, nl, en) in [
        (
            "waiting_lines",
            (
                "bankregel wacht op een plaats",
                "bankregels wachten op een plaats",
            ),
            ("bank line waits for a place", "bank lines wait for a place"),
        ),
        (
            "waiting_letters",
            (
                "goedgekeurde brief is nog niet weg",
                "goedgekeurde brieven zijn nog niet weg",
            ),
            (
                "approved letter did not leave yet",
                "approved letters did not leave yet",
            ),
        ),
        (
            "unconfirmed_letters",
            (
                "brief is nog niet bevestigd",
                "brieven zijn nog niet bevestigd",
            ),
            (
                "letter is not confirmed yet",
                "letters are not confirmed yet",
            ),
        ),
    ] {
        if value.count(field) > 0 {
            text.gap().line(page.many(value.count(field), nl, en));
        }
    }
    text.finish()
}

fn ageing(value: &Value, page: &Page, text: &mut Text) {
    let mut table = Table::new("lrr");
    for bucket in value.items("ageing") {
        table.row([
            page.bucket(&bucket.text("bucket")),
            page.money(&bucket.text("amount")),
            page.many(
                bucket.count("invoices"),
                ("post", "posten"),
                ("item", "items"),
            ),
        ]);
    }
    text.gap().table(&table);
}

fn work(value: &Value, page: &Page, text: &mut Text) {
    let cards = value.items("work");
    text.gap().line(page.heading(page.say("Werk", "Work")));
    if cards.is_empty() {
        text.line(format!(
            "  {}",
            page.say("Er is niets te doen.", "There is nothing to do.")
        ));
        return;
    }
    let mut table = Table::new("lrr");
    for card in cards {
        table.row([
            page.work(&card.text("kind")),
            card.count("count").to_string(),
            page.money(&card.text("amount")),
        ]);
    }
    text.table(&table);
}

fn expected(value: &Value, page: &Page, text: &mut Text) {
    let weeks = value.items("weeks");
    if weeks.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Verwacht", "Expected")));
    let mut table = Table::new("lrl");
    for week in weeks {
        let invoices = week.count("invoices");
        table.row([
            format!(
                "{} {}",
                page.say("week van", "week of"),
                page.day(&week.text("from"))
            ),
            page.money(&week.text("amount")),
            if invoices > 0 {
                page.many(invoices, ("factuur", "facturen"), ("invoice", "invoices"))
            } else {
                String::new()
            },
        ]);
    }
    for (field, nl, en) in [
        ("later", "later", "later"),
        (
            "past",
            "had al binnen moeten zijn",
            "should have come in already",
        ),
        ("unknown", "zonder dag", "without a day"),
    ] {
        let amount = page.some_money(&value.text(field));
        if !amount.is_empty() {
            table.row([page.say(nl, en).to_string(), amount, String::new()]);
        }
    }
    text.table(&table);
}

/// What is proposed.
pub fn proposals(value: &Value, page: &Page) -> String {
    let rows = value.items("proposals");
    if rows.is_empty() {
        return page.nothing("Er wordt niets voorgesteld.", "Nothing is proposed.");
    }
    let mut text = Text::default();
    let counts = &value["counts"];
    let total = page.many(
        value.count("total"),
        ("voorstel", "voorstellen"),
        ("proposal", "proposals"),
    );
    text.line(page.heading(&format!(
        "{total} · {} · {} {}, {} {}, {} {}",
        page.money(&value.text("amount")),
        counts.count("green"),
        page.say("groen", "green"),
        counts.count("amber"),
        page.say("oranje", "amber"),
        counts.count("red"),
        page.say("rood", "red"),
    )));
    for row in rows {
        let code = row.text("gate");
        let mut table = Table::new("lfllrf");
        table.row([
            page.tint("●", gate(&code)),
            row.text("name"),
            row.text("customer"),
            page.proposal(&row.text("kind"), &row.text("step")),
            page.money(&row["claim"].text("total")),
            page.numbers(&row.texts("invoices"), 3),
        ]);
        text.fitted(table, page);
        for reason in super::reasons(row) {
            text.told(&reason, 4, page);
        }
    }
    text.page_of(value, rows.len(), page);
    text.finish()
}

/// A sum, part by part.
pub fn sum(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&format!(
        "{}: {}",
        page.day(&value.text("date")),
        page.money(&value.text("total"))
    )));
    text.told(&value.text("rule"), 2, page);
    let parts = value.items("parts");
    if parts.is_empty() {
        text.line(format!(
            "  {}",
            page.say(
                "Er is niets om op te tellen.",
                "There is nothing to add up."
            )
        ));
    }
    let mut table = Table::new("lffr");
    for part in parts {
        // An invoice is named by its number already; its id is for programs.
        let id = part.known("id").filter(|id| !id.starts_with("id:"));
        table.row([
            id.unwrap_or_default(),
            part.text("label"),
            part.text("note"),
            page.money(&part.text("amount")),
        ]);
    }
    text.gap().fitted(table, page);
    let rest = page.some_money(&value.text("rest"));
    if !rest.is_empty() {
        let more = value.count("count") - i64::try_from(parts.len()).unwrap_or(i64::MAX);
        let words = page
            .say("… en nog {n} samen {a}", "… and {n} more, {a} together")
            .replace("{n}", &more.to_string())
            .replace("{a}", &rest);
        text.line(format!("  {}", page.tint(&words, Tint::Faint)));
    }
    for note in value.texts("notes") {
        text.gap().told(&note, 0, page);
    }
    text.finish()
}

/// The newest acts.
pub fn history(value: &Value, page: &Page) -> String {
    let acts = value.items("acts");
    if acts.is_empty() {
        return page.nothing("Er is nog niets gedaan.", "Nothing was done yet.");
    }
    let mut text = Text::default();
    let mut table = Table::new("llfl");
    for act in acts {
        table.row([
            act.text("id"),
            page.day(&act.text("day")),
            act.text("what"),
            if act.is("undo") {
                page.tint(page.say("kan terug", "can be undone"), Tint::Faint)
            } else {
                String::new()
            },
        ]);
    }
    text.fitted(table, page);
    if let Some(last) = acts.last() {
        let words = page.say(
            "Eerder: standvast history --before",
            "Earlier: standvast history --before",
        );
        text.gap()
            .line(page.tint(&format!("{words} {}", last.text("id")), Tint::Faint));
    }
    text.finish()
}

/// The imports of the past.
pub fn imports(value: &Value, page: &Page) -> String {
    let rows = value.items("rows");
    if rows.is_empty() {
        return page.nothing("Er is nog niets ingelezen.", "Nothing was imported yet.");
    }
    let mut text = Text::default();
    let mut table = Table::new("lllffl");
    for row in rows {
        let parts: Vec<String> = [
            ("invoices", ("factuur", "facturen"), ("invoice", "invoices")),
            ("customers", ("klant", "klanten"), ("customer", "customers")),
            (
                "bank_lines",
                ("bankregel", "bankregels"),
                ("bank line", "bank lines"),
            ),
            (
                "changed",
                ("bijgewerkt", "bijgewerkt"),
                ("changed", "changed"),
            ),
        ]
        .into_iter()
        .filter(|(field, _, _)| row.count(field) > 0)
        .map(|(field, nl, en)| page.many(row.count(field), nl, en))
        .collect();
        table.row([
            row.text("fact"),
            page.day(&row.text("day")),
            page.file_kind(&row.text("kind")),
            row.text("file"),
            parts.join(", "),
            undoable(row, page),
        ]);
    }
    text.fitted(table, page);
    text.page_of(value, rows.len(), page);
    text.finish()
}

fn undoable(row: &Value, page: &Page) -> String {
    let words = if row.is("undone") {
        page.say("teruggedraaid", "undone")
    } else if row.is("undo") {
        page.say("kan terug", "can be undone")
    } else if row.is("undo_later") {
        page.say("kan terug met --later", "can be undone with --later")
    } else {
        ""
    };
    page.tint(words, Tint::Faint)
}
