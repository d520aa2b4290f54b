//! Where received money belongs, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::{Table, cut};

/// The result of matching.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let lines = page.many(
        value.count("lines"),
        ("bankregel", "bankregels"),
        ("bank line", "bank lines"),
    );
    let title = page
        .say(
            "{l}: {a} geboekt, {p} voorgesteld, {u} zonder voorstel",
            "{l}: {a} booked, {p} proposed, {u} without a proposal",
        )
        .replace("{l}", &lines)
        .replace("{a}", &value.count("accepted").to_string())
        .replace("{p}", &value.count("proposed").to_string())
        .replace("{u}", &value.count("unmatched").to_string());
    text.line(page.heading(&title));
    let (booked, open): (Vec<&Value>, Vec<&Value>) = value
        .items("proposals")
        .iter()
        .partition(|proposal| proposal.is("accepted"));
    list(page.say("Geboekt", "Booked"), &booked, page, &mut text);
    list(page.say("Voorstellen", "Proposals"), &open, page, &mut text);
    if !open.is_empty() {
        text.gap().line(page.say(
            "Boeken: standvast accept REGEL, of alles wat zeker is: standvast match --accept certain.",
            "To book: standvast accept LINE, or all that is certain: standvast match --accept certain.",
        ));
    }
    text.finish()
}

fn list(title: &str, proposals: &[&Value], page: &Page, text: &mut Text) {
    if proposals.is_empty() {
        return;
    }
    text.gap().line(page.heading(title));
    let mut table = Table::new("llrlll");
    let mut above = String::new();
    for proposal in proposals {
        let line = proposal.text("line");
        let again = line == above;
        let or = |known: String| if again { String::new() } else { known };
        let code = proposal.text("certainty");
        let tint = match code.as_str() {
            "certain" => Tint::Good,
            "likely" => Tint::Mind,
            _ => Tint::Faint,
        };
        let reading = page.certainty(&code);
        table.row([
            or(line.clone()),
            or(page.day(&proposal.text("date"))),
            or(page.money(&proposal.text("amount"))),
            or(cut(&proposal.text("payer"), 28)),
            page.tint(
                &if again {
                    format!("{} {reading}", page.say("of", "or"))
                } else {
                    reading
                },
                tint,
            ),
            division(proposal, page),
        ]);
        let reasons: Vec<String> = proposal
            .texts("reasons")
            .iter()
            .map(|code| page.match_reason(code))
            .collect();
        table.note(page.tint(&reasons.join(", "), Tint::Faint));
        above = line;
    }
    text.table(&table);
}

/// `2026-1 € 100,00 + 2026-2 € 50,00 (K-1)`
fn division(proposal: &Value, page: &Page) -> String {
    let mut parts: Vec<String> = proposal
        .items("allocations")
        .iter()
        .map(|part| {
            format!(
                "{} {}",
                part.text("invoice"),
                page.money(&part.text("amount"))
            )
        })
        .collect();
    let rest = proposal.text("unallocated");
    if !matches!(rest.as_str(), "" | "0.00") {
        parts.push(format!(
            "{} {}",
            page.say("over", "left"),
            page.money(&rest)
        ));
    }
    format!("{} ({})", parts.join(" + "), proposal.text("customer"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn a_second_reading_of_a_line_stands_under_the_first() {
        let proposal = |certainty: &str, customer: &str| {
            json!({"line": "L-1", "date": "2026-11-20", "amount": "150.00", "payer": "Jansen",
                "certainty": certainty, "accepted": false, "reasons": ["iban", "amount_exact"],
                "customer": customer, "unallocated": "50.00",
                "allocations": [{"invoice": "2026-1", "amount": "100.00"}]})
        };
        let value = json!({"lines": 1, "accepted": 0, "proposed": 1, "unmatched": 0,
            "proposals": [proposal("likely", "K-1"), proposal("possible", "K-2")]});
        let words = text(&value, &Page::plain(Lang::Nl));
        assert!(
            words.contains("1 bankregel: 0 geboekt, 1 voorgesteld"),
            "{words}"
        );
        assert!(
            words.contains("2026-1 € 100,00 + over € 50,00 (K-1)"),
            "{words}"
        );
        assert!(words.contains("of mogelijk"), "{words}");
        assert!(
            words.contains("bekende rekening, precies het bedrag"),
            "{words}"
        );
        assert_eq!(
            words.matches("L-1").count(),
            1,
            "a line is named once: {words}"
        );
    }
}
