//! Customers in words: the list, one of them, what was found.

use serde_json::Value;

use super::gate;
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The list.
pub fn list(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let rows = value.items("rows");
    if rows.is_empty() {
        return page.nothing("Geen klant voldoet daaraan.", "No customer fits that.");
    }
    let total = page.many(
        value.count("total"),
        ("klant", "klanten"),
        ("customer", "customers"),
    );
    text.line(page.heading(&format!(
        "{total} · {} {} · {} {}",
        page.money(&value.text("open")),
        page.say("open", "open"),
        page.money(&value.text("late")),
        page.say("te laat", "late"),
    )));
    let mut table = Table::new("lfrrrff");
    table.row(page.heads([
        ("klant", "customer"),
        ("naam", "name"),
        ("open", "open"),
        ("te laat", "late"),
        ("sinds", "for"),
        ("hierna", "next"),
        ("", ""),
    ]));
    for row in rows {
        table.row([
            row.text("id"),
            row.text("name"),
            page.money(&row.text("open")),
            page.some_money(&row.text("late")),
            page.late(row),
            page.upcoming(&row["next"]),
            page.remarks(row),
        ]);
    }
    text.fitted(table, page);
    text.page_of(value, rows.len(), page);
    text.finish()
}

/// One customer.
pub fn one(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let row = &value["row"];
    text.line(page.heading(&format!("{} ({})", row.text("name"), row.text("id"))));
    let mut about = vec![page.kind(&row.text("kind"))];
    about.extend(value.known("kind_reason"));
    text.line(format!("  {}", about.join(": ")));
    let address: Vec<String> = [
        "attention",
        "street",
        "address_extra",
        "postcode",
        "postal_city",
    ]
    .iter()
    .filter_map(|field| value.known(field))
    .collect();
    let reach: Vec<String> = ["email", "phone"]
        .iter()
        .filter_map(|field| value.known(field))
        .collect();
    let mut numbers: Vec<String> = Vec::new();
    numbers.extend(
        row.known("number")
            .map(|number| format!("{} {number}", page.say("klantnummer", "customer number"))),
    );
    numbers.extend(value.known("kvk").map(|kvk| format!("KvK {kvk}")));
    for part in [address.join(", "), reach.join(" · "), numbers.join(" · ")] {
        if !part.is_empty() {
            text.told(&part, 2, page);
        }
    }
    figures(value, page, &mut text);
    next(value, page, &mut text);
    super::invoices::items(value.items("items"), page, &mut text);
    agreements(value.items("agreements"), page, &mut text);
    letters(value.items("letters"), page, &mut text);
    timeline(value.items("timeline"), page, &mut text);
    text.finish()
}

fn figures(value: &Value, page: &Page, text: &mut Text) {
    let (row, claim) = (&value["row"], &value["claim"]);
    let mut table = Table::new("lrf");
    let late = row["median_days_late"].as_i64().map(|days| {
        page.say(
            "betaalt meestal na de vervaldag: {}",
            "usually pays after the due date: {}",
        )
        .replace("{}", &page.many(days, ("dag", "dagen"), ("day", "days")))
    });
    let rows = [
        ("open", "Open", "Open", late.unwrap_or_default()),
        ("late", "Te laat", "Late", page.late(row)),
        (
            "unallocated",
            "Nog toe te wijzen",
            "To allocate",
            String::new(),
        ),
    ];
    for (field, nl, en, note) in rows {
        let amount = page.some_money(&row.text(field));
        if field == "open" || !amount.is_empty() {
            table.row([
                page.say(nl, en).to_string(),
                page.money(&row.text(field)),
                note,
            ]);
        }
    }
    let total = page.some_money(&claim.text("total"));
    if !total.is_empty() && claim.text("total") != row.text("open") {
        let parts = format!(
            "{} {}, {} {}, {} {}",
            page.say("hoofdsom", "principal"),
            page.money(&claim.text("principal")),
            page.say("rente", "interest"),
            page.money(&claim.text("interest")),
            page.say("kosten", "costs"),
            page.money(&claim.text("costs")),
        );
        table.row([
            page.say("Vordering nu", "Claim now").to_string(),
            total,
            parts,
        ]);
    }
    text.gap().fitted(table, page);
}

fn next(value: &Value, page: &Page, text: &mut Text) {
    let proposals = value.items("proposals");
    let title = page.heading(page.say("Hierna", "Next"));
    if proposals.is_empty() {
        let next = page.next(&value["row"]["next"]);
        let words = if next.is_empty() {
            page.say("Er is niets te doen.", "There is nothing to do.")
                .to_string()
        } else {
            next
        };
        text.gap().line(title).line(format!("  {words}"));
        return;
    }
    text.gap().line(title);
    for proposal in proposals {
        let code = proposal.text("gate");
        text.line(format!(
            "  {} {} {}  {}",
            page.tint("●", gate(&code)),
            page.proposal(&proposal.text("kind"), &proposal.text("step")),
            page.money(&proposal["claim"].text("total")),
            page.numbers(&proposal.texts("invoices"), 4),
        ));
        for reason in super::reasons(proposal) {
            text.told(&reason, 4, page);
        }
    }
}

/// Promises, pauses, disputes and insolvencies.
pub fn agreements(rows: &[Value], page: &Page, text: &mut Text) {
    if rows.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Afspraken", "Agreements")));
    let mut table = Table::new("llf");
    for row in rows {
        let mut words = row.text("title");
        if let Some(reason) = row.known("reason") {
            words.push_str(&format!(": {reason}"));
        }
        table.row([
            row.text("id"),
            if row.is("active") {
                page.tint(page.say("geldt", "holds"), Tint::Mind)
            } else {
                page.tint(page.say("voorbij", "over"), Tint::Faint)
            },
            words,
        ]);
    }
    text.fitted(table, page);
}

/// Letters of a customer or an invoice.
pub fn letters(rows: &[Value], page: &Page, text: &mut Text) {
    if rows.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Brieven", "Letters")));
    let mut table = Table::new("lllrlf");
    for row in rows {
        table.row([
            row.text("letter"),
            page.day(&row.text("date")),
            page.step(&row.text("step")),
            page.money(&row["claim"].text("total")),
            page.channels(&row.texts("channels")),
            page.letter_state(&row.text("state")),
        ]);
    }
    text.fitted(table, page);
}

/// How many moments of a history a card shows.
const MOMENTS: usize = 12;

fn timeline(rows: &[Value], page: &Page, text: &mut Text) {
    if rows.is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Wat er gebeurde", "What happened")));
    let mut table = Table::new("llfrf");
    for row in rows.iter().take(MOMENTS) {
        table.row([
            page.day(&row.text("date")),
            row.text("id"),
            row.text("title"),
            row.known("amount")
                .map(|amount| page.money(&amount))
                .unwrap_or_default(),
            row.text("detail"),
        ]);
    }
    text.fitted(table, page);
    if rows.len() > MOMENTS {
        let words = page.say("… en nog {} eerdere", "… and {} earlier");
        text.line(format!(
            "  {}",
            page.tint(
                &words.replace("{}", &(rows.len() - MOMENTS).to_string()),
                Tint::Faint
            )
        ));
    }
}

/// What was found.
pub fn found(value: &Value, page: &Page) -> String {
    let (customers, invoices) = (value.items("customers"), value.items("invoices"));
    if customers.is_empty() && invoices.is_empty() {
        return page.nothing(
            "Niets gevonden. Probeer een deel van een naam, een nummer of een plaats.",
            "Nothing found. Try a part of a name, a number or a town.",
        );
    }
    let mut text = Text::default();
    if !customers.is_empty() {
        text.line(page.heading(page.say("Klanten", "Customers")));
        let mut table = Table::new("lffr");
        for row in customers {
            table.row([
                row.text("id"),
                row.text("name"),
                row.text("city"),
                page.money(&row.text("open")),
            ]);
        }
        text.fitted(table, page);
    }
    if !invoices.is_empty() {
        text.gap()
            .line(page.heading(page.say("Facturen", "Invoices")));
        let mut table = Table::new("lflr");
        for row in invoices {
            table.row([
                row.text("number"),
                row.text("name"),
                row.known("due")
                    .map(|due| page.day(&due))
                    .unwrap_or_default(),
                page.money(&row.text("open")),
            ]);
        }
        text.fitted(table, page);
    }
    text.finish()
}

#[cfg(test)]
mod tests {
    use app::Lang;
    use serde_json::json;

    use super::*;
    use crate::table::width;

    fn page_of(total: u64) -> Value {
        let row = json!({
            "id": "K-5", "number": "1005", "city": "Groningen", "kind": "business",
            "name": "Ångström & Zonen Internationale Groothandelsmaatschappij voor Bakkerij-ingrediënten B.V.",
            "open": "1234567.89", "late": "1234567.89", "days_late": 3, "flags": ["held", "no_email"],
            "next": {"kind": "letter", "step": "final_reminder", "on": "2026-11-22", "gate": "green"},
        });
        json!({"total": total, "open": "1234567.89", "late": "0.00", "rows": [row]})
    }

    #[test]
    fn the_long_name_gives_way_and_the_amount_does_not() {
        for places in [60, 80, 110, 200] {
            for lang in [Lang::Nl, Lang::En] {
                let words = list(&page_of(1), &Page::narrow(lang, places));
                let amount = if lang == Lang::Nl {
                    "€ 1.234.567,89"
                } else {
                    "€ 1,234,567.89"
                };
                let row = words
                    .lines()
                    .find(|line| line.contains("K-5"))
                    .unwrap_or_default();
                assert_eq!(row.matches(amount).count(), 2, "{words}");
                assert!(
                    places < 80 || width(row) <= places,
                    "{places} places are enough: {row}"
                );
                assert!(
                    !words.contains("of 1;") && !words.contains("van 1;"),
                    "{words}"
                );
            }
        }
        let wide = list(&page_of(412), &Page::narrow(Lang::Nl, 200));
        assert!(wide.contains("Bakkerij-ingrediënten B.V."), "{wide}");
        assert!(wide.contains("1 van 412; verder met --offset"), "{wide}");
        assert!(wide.contains("laatste herinnering, 22 nov 2026"), "{wide}");
    }

    #[test]
    fn nothing_is_said_in_words() {
        let page = Page::plain(Lang::En);
        assert_eq!(
            list(&json!({"rows": []}), &page),
            "No customer fits that.\n"
        );
        assert!(found(&json!({}), &page).starts_with("Nothing found."));
    }
}
