//! A claim with payments, in words.

use serde_json::Value;

use super::{calc, warnings};
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The claims, the payments and what is open.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = format!(
        "{} {}",
        page.say("Nog te betalen", "Still to pay"),
        page.money(&value.text("total_open"))
    );
    text.line(page.heading(&title));
    text.line(
        page.say(
            "Per dag komt er {} rente bij.",
            "Each day adds {} interest.",
        )
        .replace("{}", &page.money(&value.text("per_day"))),
    );
    open(value, page, &mut text);
    payments(value, page, &mut text);
    for claim in value.items("claims") {
        if !claim.items("lines").is_empty() {
            let title = format!("{} {}", page.say("Rente", "Interest"), claim.text("id"));
            text.gap().line(page.heading(&title));
            calc::periods(claim.items("lines"), page, &mut text);
        }
    }
    warnings(value, page, &mut text);
    text.finish()
}

fn open(value: &Value, page: &Page, text: &mut Text) {
    let mut table = Table::new("lrrr");
    table.row([
        String::new(),
        page.say("hoofdsom", "principal").to_string(),
        page.say("rente", "interest").to_string(),
        page.say("kosten", "costs").to_string(),
    ]);
    for claim in value.items("claims") {
        table.row([
            claim.text("id"),
            page.money(&claim.text("principal_open")),
            page.money(&claim.text("interest_open")),
            page.money(&claim.text("costs_open")),
        ]);
    }
    if !matches!(value.text("joint_costs_open").as_str(), "" | "0.00") {
        table.row([
            page.say("samen", "joint").to_string(),
            String::new(),
            String::new(),
            page.money(&value.text("joint_costs_open")),
        ]);
    }
    text.gap().table(&table);
}

fn payments(value: &Value, page: &Page, text: &mut Text) {
    if value.items("payments").is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Betalingen", "Payments")));
    let mut table = Table::new("lrlrrr");
    for payment in value.items("payments") {
        let mut first = Some((
            page.day(&payment.text("date")),
            page.money(&payment.text("amount")),
        ));
        for part in payment.items("allocations") {
            let (day, amount) = first.take().unwrap_or_default();
            table.row([
                day,
                amount,
                part.known("claim")
                    .unwrap_or_else(|| page.say("samen", "joint").to_string()),
                format!(
                    "{} {}",
                    page.say("kosten", "costs"),
                    page.money(&part.text("costs"))
                ),
                format!(
                    "{} {}",
                    page.say("rente", "interest"),
                    page.money(&part.text("interest"))
                ),
                format!(
                    "{} {}",
                    page.say("hoofdsom", "principal"),
                    page.money(&part.text("principal"))
                ),
            ]);
            if let Some(basis) = part.known("basis") {
                table.note(page.tint(&basis, Tint::Faint));
            }
        }
        let rest = payment.text("unallocated");
        if !matches!(rest.as_str(), "" | "0.00") {
            let (day, amount) = first.take().unwrap_or_default();
            let left = format!("{} {}", page.say("over", "left"), page.money(&rest));
            table.row([
                day,
                amount,
                left,
                String::new(),
                String::new(),
                String::new(),
            ]);
        }
    }
    text.table(&table);
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn a_payment_shows_where_it_went() {
        let value = json!({
            "claims": [{"id": "A", "principal_open": "659.86", "interest_open": "17.07", "costs_open": "0.00", "lines": []}],
            "payments": [{"date": "2026-03-31", "amount": "500.00", "unallocated": "0.00",
                "allocations": [{"claim": "A", "costs": "150.00", "interest": "9.86", "principal": "340.14"}]}],
            "total_open": "676.93", "per_day": "0.07", "warnings": []});
        let words = text(&value, &Page::plain(Lang::Nl));
        for part in [
            "Nog te betalen € 676,93",
            "€ 0,07",
            "31 mrt 2026  € 500,00  A",
            "kosten € 150,00",
            "hoofdsom € 340,14",
        ] {
            assert!(words.contains(part), "{part:?} is missing in:\n{words}");
        }
    }
}
