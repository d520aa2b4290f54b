//! What was understood of files, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::{Table, cut};

/// How many rows of a file are shown.
const SHOWN: usize = 40;

/// What was understood.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    for file in value.items("files") {
        text.gap();
        let kind = page.file_kind(&file.text("kind"));
        let format = file
            .known("format")
            .map(|format| format!(" ({format})"))
            .unwrap_or_default();
        text.line(page.heading(&format!("{}  {kind}{format}", file.text("file"))));
        if let Some(message) = file["refused"].known("message") {
            text.line(format!("  {}", page.tint(&message, Tint::Wrong)));
        }
        for statement in file.items("statements") {
            self::statement(statement, page, &mut text);
        }
        invoices(file.items("invoices"), page, &mut text);
        audit_file(&file["audit_file"], page, &mut text);
        open_items(&file["open_items"], page, &mut text);
        problems(file.items("problems"), page, &mut text);
    }
    text.finish()
}

fn statement(statement: &Value, page: &Page, text: &mut Text) {
    let currency = statement.text("currency");
    let balance = |field: &str| {
        statement[field]
            .known("amount")
            .map(|amount| page.money_of(&currency, &amount))
    };
    let mut line = format!(
        "  {} {}",
        page.say("Rekening", "Account"),
        statement.text("account")
    );
    if let Some(number) = statement.known("number") {
        line.push_str(&format!(
            ", {} {number}",
            page.say("afschrift", "statement")
        ));
    }
    if let (Some(opening), Some(closing)) = (balance("opening"), balance("closing")) {
        line.push_str(&format!(": {opening} → {closing}"));
    }
    text.line(line);
    let (check, tint) = match statement.text("balance_check").as_str() {
        "ok" => (
            page.say("De saldi kloppen.", "The balances add up."),
            Tint::Good,
        ),
        "fails" => (
            page.say("De saldi kloppen NIET.", "The balances do NOT add up."),
            Tint::Wrong,
        ),
        _ => (
            page.say(
                "De saldi zijn niet te controleren.",
                "The balances cannot be checked.",
            ),
            Tint::Faint,
        ),
    };
    text.line(format!("  {}", page.tint(check, tint)));
    let mut table = Table::new("lrll");
    let entries = statement.items("entries");
    for entry in entries.iter().take(shown(entries.len(), page)) {
        let other = &entry["counterparty"];
        table.row([
            page.day(&entry.text("booking_date")),
            page.money_of(&entry.text("currency"), &entry.text("amount")),
            cut(
                &other.known("name").unwrap_or_else(|| other.text("iban")),
                30,
            ),
            page.tint(
                &cut(&entry.text("remittance").replace('\n', " "), 50),
                Tint::Faint,
            ),
        ]);
    }
    text.table(&table);
    rest(entries.len(), page, text);
}

fn invoices(invoices: &[Value], page: &Page, text: &mut Text) {
    let mut table = Table::new("lllrl");
    for invoice in invoices.iter().take(shown(invoices.len(), page)) {
        let kind = if invoice["kind"] == "credit_note" {
            page.say("creditnota", "credit note")
        } else {
            page.say("factuur", "invoice")
        };
        let due = invoice
            .known("due")
            .map(|due| format!("{} {}", page.say("vervalt", "due"), page.day(&due)))
            .unwrap_or_default();
        table.row([
            format!("{kind} {}", invoice.text("number")),
            page.day(&invoice.text("date")),
            due,
            page.money_of(&invoice.text("currency"), &invoice.text("payable")),
            format!(
                "{} → {}",
                invoice["supplier"].text("name"),
                invoice["customer"].text("name")
            ),
        ]);
    }
    text.table(&table);
    rest(invoices.len(), page, text);
}

fn audit_file(file: &Value, page: &Page, text: &mut Text) {
    if file.is_null() {
        return;
    }
    let items = page.many(
        file.count("open_items"),
        ("openstaande post", "openstaande posten"),
        ("open item", "open items"),
    );
    let customers = page.many(
        file.count("customers"),
        ("klant", "klanten"),
        ("customer", "customers"),
    );
    text.line(format!(
        "  XAF {}: {customers}, {items}, {}",
        file.text("version"),
        page.money(&file.text("open_sum"))
    ));
}

fn open_items(list: &Value, page: &Page, text: &mut Text) {
    if list.is_null() {
        return;
    }
    let rows = page.many(list.count("rows"), ("regel", "regels"), ("row", "rows"));
    text.line(format!("  {rows}, {}", page.money(&list.text("sum"))));
    let missing = list.texts("missing");
    if !missing.is_empty() {
        let words = format!(
            "{} {}",
            page.say("Ontbreekt:", "Missing:"),
            missing.join(", ")
        );
        text.line(format!("  {}", page.tint(&words, Tint::Mind)));
    }
}

fn problems(problems: &[Value], page: &Page, text: &mut Text) {
    for problem in problems.iter().take(shown(problems.len(), page)) {
        let line = match problem.count("line") {
            0 => String::new(),
            line => format!("{} {line}: ", page.say("regel", "line")),
        };
        let tint = if problem["severity"] == "error" {
            Tint::Wrong
        } else {
            Tint::Mind
        };
        text.line(format!(
            "  {}",
            page.tint(&format!("{line}{}", problem.text("message")), tint)
        ));
    }
    rest(problems.len(), page, text);
}

fn shown(count: usize, page: &Page) -> usize {
    if page.full { count } else { count.min(SHOWN) }
}

fn rest(count: usize, page: &Page, text: &mut Text) {
    if count > shown(count, page) {
        let more = (count - SHOWN).to_string();
        text.line(format!(
            "    {}",
            page.say(
                "… en nog {} (alles met --json)",
                "… and {} more (all with --json)"
            )
            .replace("{}", &more)
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn a_statement_shows_balances_and_entries() {
        let value = json!({"files": [{"file": "a.xml", "kind": "bank_statement", "format": "camt.053.001.02",
            "refused": null, "problems": [], "statements": [{"account": "NL77", "currency": "EUR", "number": "12",
            "opening": {"amount": "10.00"}, "closing": {"amount": "22.34"}, "balance_check": "ok",
            "entries": [{"booking_date": "2026-11-20", "amount": "12.34", "currency": "EUR",
                "counterparty": {"name": "Jansen"}, "remittance": "2026-1"}]}]}]});
        let words = text(&value, &Page::plain(Lang::Nl));
        for part in [
            "a.xml  bankafschrift (camt.053.001.02)",
            "Rekening NL77, afschrift 12: € 10,00 → € 22,34",
            "De saldi kloppen.",
            "20 nov 2026  € 12,34  Jansen  2026-1",
        ] {
            assert!(words.contains(part), "{part:?} is missing in:\n{words}");
        }
    }
}
