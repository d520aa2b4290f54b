//! What an import would do, in words: all that the window shows before it imports.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The trial of an import.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(page.say(
        "Proef: er is niets gewijzigd.",
        "Trial: nothing was changed.",
    )));
    let files = value.items("files");
    if files.is_empty() {
        text.line(page.say("Geen bestanden gevonden.", "No files found."));
    }
    for file in files {
        one(file, page, &mut text);
    }
    if !files.is_empty() && !value.is("anything") {
        text.gap().line(page.say(
            "Er is niets nieuws om in te lezen.",
            "There is nothing new to import.",
        ));
    }
    text.finish()
}

fn one(file: &Value, page: &Page, text: &mut Text) {
    let refused = file["kind"] == "refused" || !file["refused"].is_null();
    let tint = if refused { Tint::Wrong } else { Tint::Good };
    let what = file
        .known("what")
        .unwrap_or_else(|| page.file_kind(&file.text("kind")));
    text.gap()
        .line(format!("{}  {}", file.text("name"), page.tint(&what, tint)));
    if let Some(message) = file["refused"].known("message") {
        text.told(&message, 4, page);
        return;
    }
    text.line(format!("    {}", super::import::counts(file, page)));
    statements(file, page, text);
    lines(file, page, text);
    invoices(file, page, text);
    customers(file, page, text);
    problems(file, page, text);
}

fn mark(page: &Page, result: &str) -> String {
    match result {
        "ok" => page.tint("✓", Tint::Good),
        "wrong" => page.tint("✗", Tint::Wrong),
        "mind" => page.tint("!", Tint::Mind),
        _ => page.tint("–", Tint::Faint),
    }
}

fn statements(file: &Value, page: &Page, text: &mut Text) {
    for statement in file.items("statements") {
        let days: Vec<String> = ["from", "through"]
            .iter()
            .filter_map(|field| statement.known(field))
            .map(|day| page.day(&day))
            .collect();
        text.line(format!(
            "    {} {}: {}, {}",
            page.say("Afschrift", "Statement"),
            statement.text("number"),
            statement.text("account"),
            days.join(" – ")
        ));
        for check in ["balance", "chain"] {
            let check = &statement[check];
            if let Some(words) = check.known("words") {
                text.line(format!(
                    "      {} {words}",
                    mark(page, &check.text("result"))
                ));
            }
        }
    }
}

/// How many lines or invoices of a file stand here.
const SHOWN: usize = 10;

fn more(shown: usize, total: i64, page: &Page, text: &mut Text) {
    let rest = total - i64::try_from(shown).unwrap_or(i64::MAX);
    if rest > 0 {
        let words = page.say("… en nog {}", "… and {} more");
        text.line(format!(
            "      {}",
            page.tint(&words.replace("{}", &rest.to_string()), Tint::Faint)
        ));
    }
}

fn lines(file: &Value, page: &Page, text: &mut Text) {
    let rows = file.items("lines");
    if rows.is_empty() {
        return;
    }
    let words = page
        .say(
            "Nieuwe bankregels: {i} erbij, {o} eraf",
            "New bank lines: {i} in, {o} out",
        )
        .replace("{i}", &page.money(&file.text("money_in")))
        .replace("{o}", &page.money(&file.text("money_out")));
    text.line(format!("    {words}"));
    let mut table = Table::new("llrff");
    for row in rows.iter().take(SHOWN) {
        table.row([
            String::from("   "),
            page.day(&row.text("date")),
            page.money(&row.text("amount")),
            row.text("name"),
            row.text("description"),
        ]);
    }
    text.fitted(table, page);
    more(
        rows.len().min(SHOWN),
        file["added"].count("bank_lines"),
        page,
        text,
    );
}

fn invoices(file: &Value, page: &Page, text: &mut Text) {
    let rows = file.items("invoices");
    if rows.is_empty() {
        return;
    }
    text.line(format!(
        "    {} {}",
        page.say(
            "Facturen; open van wat erbij komt:",
            "Invoices; open of what is added:"
        ),
        page.money(&file.text("open"))
    ));
    let mut table = Table::new("llflrf");
    for row in rows.iter().take(SHOWN) {
        table.row([
            String::from("   "),
            row.text("number"),
            row.text("customer"),
            row.known("due")
                .map(|due| page.day(&due))
                .unwrap_or_default(),
            page.money(&row.text("open")),
            if row.is("known") {
                page.say("wijzigt", "changes").to_string()
            } else if row.is("new_customer") {
                page.say("nieuwe klant", "new customer").to_string()
            } else {
                String::new()
            },
        ]);
        for change in changes(row, page) {
            table.note(format!("    {change}"));
        }
    }
    text.fitted(table, page);
    let total = file["added"].count("invoices") + file.count("invoices_changed");
    more(rows.len().min(SHOWN), total, page, text);
}

fn customers(file: &Value, page: &Page, text: &mut Text) {
    let changed: Vec<&Value> = file
        .items("customers")
        .iter()
        .filter(|row| row.is("known"))
        .collect();
    if changed.is_empty() {
        return;
    }
    text.line(format!(
        "    {}",
        page.say("Klanten die wijzigen:", "Customers that change:")
    ));
    for row in changed.iter().take(SHOWN) {
        text.told(&row.text("name"), 6, page);
        for change in changes(row, page) {
            text.told(&change, 8, page);
        }
    }
    more(
        changed.len().min(SHOWN),
        file.count("customers_changed"),
        page,
        text,
    );
}

/// `Uiterste betaaldag: 15 okt 2026 → 30 okt 2026`, one for each value that a file changes.
fn changes(row: &Value, page: &Page) -> Vec<String> {
    let worded = |change: &Value| {
        let shown = |field: &str| {
            let known = change.known(field).unwrap_or_else(|| "–".to_string());
            match change["kind"].as_str() {
                Some("money") => page.money(&known),
                Some("date") => page.day(&known),
                _ => known,
            }
        };
        format!(
            "{}: {} → {}",
            change.text("what"),
            shown("from"),
            shown("to")
        )
    };
    row.items("changes").iter().map(worded).collect()
}

fn problems(file: &Value, page: &Page, text: &mut Text) {
    let rows = file.items("problems");
    for problem in rows {
        let line = match problem.count("line") {
            0 => String::new(),
            line => format!("{} {line}: ", page.say("regel", "line")),
        };
        text.told(&format!("{line}{}", problem.text("message")), 4, page);
    }
    more(rows.len(), file.count("problem_count"), page, text);
}
