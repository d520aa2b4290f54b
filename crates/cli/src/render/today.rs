//! What to do today, in words.

use serde_json::Value;

use super::{gate, reasons};
use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// How many lines a list shows before the rest is only counted.
const SHOWN: usize = 25;

/// The cards of work in the order in which a day goes.
const CARDS: [(&str, &str, &str); 7] = [
    ("letters", "Brieven die kunnen gaan", "Letters that may go"),
    (
        "decide",
        "Brieven die een besluit vragen",
        "Letters that ask a decision",
    ),
    ("call", "Bellen", "To call"),
    ("handover", "Overdragen", "To hand over"),
    ("limitation", "Dreigt te verjaren", "About to lapse"),
    ("review", "Uitzoeken", "To look into"),
    ("held", "Tegengehouden", "Held back"),
];

/// The list of today.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = format!(
        "{} {}",
        page.say("Vandaag,", "Today,"),
        page.day(&value.text("date"))
    );
    text.line(page.heading(&title));
    text.line(known_through(value, page)).gap();
    figures(value, page, &mut text);
    ageing(value, page, &mut text);
    bank(value, page, &mut text);
    let mut any = false;
    for (work, nl, en) in CARDS {
        let found: Vec<&Value> = value
            .items("proposals")
            .iter()
            .filter(|proposal| proposal["work"] == work)
            .collect();
        if !found.is_empty() {
            any = true;
            card(page.say(nl, en), &found, page, &mut text);
        }
    }
    if !any {
        text.gap().line(page.say(
            "Er is vandaag niets te doen.",
            "There is nothing to do today.",
        ));
    }
    text.finish()
}

fn known_through(value: &Value, page: &Page) -> String {
    let bank = match value.known("bank_through") {
        Some(day) => format!(
            "{} {}",
            page.say("Bank t/m", "Bank through"),
            page.day(&day)
        ),
        None => page.tint(page.say("Geen bankgegevens", "No bank data"), Tint::Mind),
    };
    let backup = match value.known("backup_at") {
        Some(day) => format!(
            "{} {}",
            page.say("laatste back-up", "last backup"),
            page.day(&day)
        ),
        None => page.say("nog geen back-up", "no backup yet").to_string(),
    };
    format!("{bank} · {backup}")
}

fn figures(value: &Value, page: &Page, text: &mut Text) {
    let customers = page.many(
        value.count("customers"),
        ("klant", "klanten"),
        ("customer", "customers"),
    );
    let mut table = Table::new("lrl");
    let rows = [
        ("open", page.say("Openstaand", "Open"), customers),
        ("overdue", page.say("Te laat", "Overdue"), String::new()),
        (
            "unallocated",
            page.say("Niet toegerekend", "Not allocated"),
            String::new(),
        ),
        (
            "moving",
            page.say("In de brieven van vandaag", "In today's letters"),
            String::new(),
        ),
    ];
    for (field, label, beside) in rows {
        let amount = value.text(field);
        if matches!(field, "open" | "overdue") || !matches!(amount.as_str(), "" | "0.00") {
            table.row([
                label.to_string(),
                page.money(&amount),
                page.tint(&beside, Tint::Faint),
            ]);
        }
    }
    text.table(&table);
}

fn ageing(value: &Value, page: &Page, text: &mut Text) {
    if value.items("ageing").is_empty() {
        return;
    }
    text.gap()
        .line(page.heading(page.say("Ouderdom", "Ageing")));
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
    text.table(&table);
}

fn bank(value: &Value, page: &Page, text: &mut Text) {
    if let Some(card) = value
        .items("work")
        .iter()
        .find(|card| card["kind"] == "bank")
    {
        let lines = page.many(
            card.count("count"),
            ("bankregel", "bankregels"),
            ("bank line", "bank lines"),
        );
        text.gap().line(format!(
            "{} {} ({}): standvast match",
            lines,
            page.say("nog te verwerken", "still to match"),
            page.money(&card.text("amount"))
        ));
    }
}

fn card(title: &str, found: &[&Value], page: &Page, text: &mut Text) {
    text.gap()
        .line(format!("{} ({})", page.heading(title), found.len()));
    let shown = if page.full {
        found.len()
    } else {
        found.len().min(SHOWN)
    };
    let mut table = Table::new("lllrll");
    for proposal in &found[..shown] {
        let code = proposal.text("gate");
        let claim = &proposal["claim"];
        table.row([
            page.tint("●", gate(&code)),
            format!(
                "{} ({})",
                page.name(&proposal.text("name")),
                proposal.text("customer")
            ),
            page.step(&proposal.text("step")),
            page.money(&claim.text("total")),
            page.numbers(&proposal.texts("invoices"), 3),
            page.channels(&proposal.texts("channels")),
        ]);
        if let Some(announced) = claim.known("costs_announced") {
            table.note(page.tint(&announcement(&announced, claim, page), Tint::Faint));
        }
        for reason in reasons(proposal) {
            let tint = if code == "green" {
                Tint::Faint
            } else {
                gate(&code)
            };
            table.note(page.tint(&reason, tint));
        }
    }
    text.table(&table);
    if shown < found.len() {
        let rest = found.len() - shown;
        text.line(format!(
            "    {}",
            page.say(
                "… en nog {} (alles met --all)",
                "… and {} more (all with --all)"
            )
            .replace("{}", &rest.to_string())
        ));
    }
}

fn announcement(announced: &str, claim: &Value, page: &Page) -> String {
    let costs = page.money(announced);
    match claim.known("costs_from") {
        Some(from) => page
            .say(
                "Kondigt {} kosten aan, vanaf {d}.",
                "Announces {} costs, from {d}.",
            )
            .replace("{d}", &page.day(&from))
            .replace("{}", &costs),
        None => page
            .say("Kondigt {} kosten aan.", "Announces {} costs.")
            .replace("{}", &costs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn a_day_reads_from_figures_to_work() {
        let value = json!({
            "date": "2026-11-22", "bank_through": "2026-11-21", "backup_at": null, "customers": 1,
            "open": "1234.56", "overdue": "1000.00", "unallocated": "0.00", "moving": "1000.00",
            "ageing": [{"bucket": "1-30", "amount": "1000.00", "invoices": 1}],
            "work": [{"kind": "bank", "count": 2, "amount": "50.00"}],
            "proposals": [{
                "customer": "K-1", "name": "Jansen", "kind": "letter", "work": "letters",
                "step": "notice_14_days", "channels": ["letter", "email"], "gate": "green",
                "reasons": [{"code": "past_due", "message": "12 dagen te laat."}],
                "invoices": ["2026-1"],
                "claim": {"total": "1000.00", "costs_announced": "150.00", "costs_from": "2026-12-16"}
            }]
        });
        let words = text(&value, &Page::plain(Lang::Nl));
        for part in [
            "Vandaag, 22 nov 2026",
            "Bank t/m 21 nov 2026 · nog geen back-up",
            "€ 1.234,56  1 klant",
            "1 t/m 30 dagen  € 1.000,00  1 post",
            "2 bankregels nog te verwerken (€ 50,00): standvast match",
            "Brieven die kunnen gaan (1)",
            "●  Jansen (K-1)  veertiendagenbrief  € 1.000,00  2026-1  post + e-mail",
            "Kondigt € 150,00 kosten aan, vanaf 16 dec 2026.",
            "12 dagen te laat.",
        ] {
            assert!(words.contains(part), "{part:?} is missing in:\n{words}");
        }
    }

    #[test]
    fn long_lists_say_how_much_they_leave_out() {
        let proposal = json!({"work": "call", "name": "X", "customer": "K-1", "claim": {}});
        let value = json!({"date": "2026-11-22", "proposals": vec![proposal; 40]});
        let words = text(&value, &Page::plain(Lang::Nl));
        assert!(words.contains("… en nog 15 (alles met --all)"), "{words}");
    }
}
