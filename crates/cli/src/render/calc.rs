//! Calculations by law, in words: what was reckoned, line by line, with the article.

use serde_json::Value;

use super::warnings;
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// Collection costs.
pub fn costs(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = format!(
        "{} {}",
        page.say("Incassokosten over", "Collection costs over"),
        page.money(&value.text("principal"))
    );
    text.line(page.heading(&title));
    let mut table = Table::new("lrl");
    let shared = shared_basis(value.items("lines"));
    for line in value.items("lines") {
        let how = match (line.known("percent"), line.text("kind").as_str()) {
            (Some(percent), _) => format!(
                "{} {} {}",
                page.percent(&percent),
                page.say("van", "of"),
                page.money(&line.text("base"))
            ),
            (None, "minimum") => page.say("minimum", "minimum").to_string(),
            (None, "maximum") => page.say("maximum", "maximum").to_string(),
            (None, other) => other.to_string(),
        };
        let basis = own_basis(line, shared.as_ref(), page);
        table.row([how, page.money(&line.text("amount")), basis]);
    }
    text.table(&table);
    if let Some(basis) = shared {
        text.line(format!("  {}", page.tint(&basis, Tint::Faint)));
    }
    text.gap();
    let mut sums = Table::new("lr");
    sums.row([
        page.say("Kosten", "Costs").to_string(),
        page.money(&value.text("costs")),
    ]);
    sums.row([
        page.say("Btw", "VAT").to_string(),
        page.money(&value.text("vat")),
    ]);
    sums.row([
        page.say("Totaal", "Total").to_string(),
        page.tint(&page.money(&value.text("total")), Tint::Strong),
    ]);
    text.table(&sums);
    warnings(value, page, &mut text);
    text.finish()
}

/// Adds periods of interest as a table.
pub fn periods(list: &[Value], page: &Page, text: &mut Text) {
    let mut table = Table::new("lrrrrl");
    let shared = shared_basis(list);
    for period in list {
        let percent = page.percent(&period.text("percent"));
        let per = match period.text("per").as_str() {
            "month" => page.say(" p/mnd", " p/month"),
            _ => "",
        };
        table.row([
            format!(
                "{} – {}",
                page.day(&period.text("from")),
                page.day(&period.text("through"))
            ),
            page.many(period.count("days"), ("dag", "dagen"), ("day", "days")),
            format!("{percent}{per}"),
            page.money(&period.text("base")),
            page.money(&period.text("interest")),
            own_basis(period, shared.as_ref(), page),
        ]);
    }
    text.table(&table);
    if let Some(basis) = shared {
        text.line(format!("  {}", page.tint(&basis, Tint::Faint)));
    }
}

/// The rule that every line stands on, when it is one.
fn shared_basis(lines: &[Value]) -> Option<String> {
    let first = lines.first()?.known("basis")?;
    lines
        .iter()
        .all(|line| line.text("basis") == first)
        .then_some(first)
}

fn own_basis(line: &Value, shared: Option<&String>, page: &Page) -> String {
    match shared {
        Some(_) => String::new(),
        None => page.tint(&line.text("basis"), Tint::Faint),
    }
}

/// Interest.
pub fn interest(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = format!(
        "{} {}",
        page.say("Rente", "Interest"),
        page.money(&value.text("interest"))
    );
    text.line(page.heading(&title));
    periods(value.items("periods"), page, &mut text);
    warnings(value, page, &mut text);
    text.finish()
}

/// The dates of a 14-day letter.
pub fn notice(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(page.say("Veertiendagenbrief", "14-day letter")));
    let mut table = Table::new("lr");
    for (field, nl, en) in [
        ("delivered", "Bezorgd", "Delivered"),
        ("first_day", "Eerste dag", "First day"),
        ("last_day", "Laatste dag", "Last day"),
        (
            "costs_claimable_from",
            "Kosten verschuldigd vanaf",
            "Costs due from",
        ),
        (
            "claimable_in_plan",
            "Het plan wacht tot",
            "The plan waits until",
        ),
    ] {
        table.row([page.say(nl, en).to_string(), page.day(&value.text(field))]);
    }
    text.table(&table).gap();
    for rule in value.texts("rules") {
        text.line(page.tint(&rule, Tint::Faint));
    }
    text.finish()
}

/// Limitation.
pub fn limitation(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = page
        .say("Stuit uiterlijk op {}", "Interrupt by {}")
        .replace("{}", &page.day(&value.text("last_safe_day")));
    text.line(page.heading(&title))
        .line(page.tint(&value.text("basis"), Tint::Faint));
    warnings(value, page, &mut text);
    text.finish()
}

/// Start of interest.
pub fn interest_start(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = match value.known("interest_from") {
        Some(day) => format!(
            "{} {}",
            page.say("Rente vanaf", "Interest from"),
            page.day(&day)
        ),
        None => page
            .say(
                "De gegevens zijn niet genoeg om te zeggen vanaf wanneer rente loopt.",
                "The facts are not enough to say from when interest runs.",
            )
            .to_string(),
    };
    text.line(page.heading(&title))
        .line(page.tint(&value.text("basis"), Tint::Faint));
    warnings(value, page, &mut text);
    text.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn costs_show_each_line_and_the_sum() {
        let value = json!({"principal": "986.42", "costs": "147.96", "vat": "0.00", "total": "147.96",
            "lines": [{"kind": "slice", "base": "986.42", "percent": "15", "amount": "147.96", "basis": "art. 2"}],
            "warnings": [{"code": "x", "message": "Kijk uit."}]});
        let words = costs(&value, &Page::plain(Lang::Nl));
        for part in [
            "Incassokosten over € 986,42",
            "15% van € 986,42  € 147,96",
            "art. 2",
            "Totaal  € 147,96",
            "Let op: Kijk uit.",
        ] {
            assert!(words.contains(part), "{part:?} is missing in:\n{words}");
        }
    }

    #[test]
    fn interest_shows_its_periods() {
        let value = json!({"interest": "211.39", "periods": [{"from": "2025-03-15", "through": "2025-12-31",
            "days": 292, "percent": "6", "base": "3500.00", "interest": "168.00", "per": "year", "basis": "art. 6:119"}]});
        let words = interest(&value, &Page::plain(Lang::En));
        assert!(
            words.contains("15 Mar 2025 – 31 Dec 2025  292 days  6%  € 3,500.00  € 168.00"),
            "{words}"
        );
    }
}
