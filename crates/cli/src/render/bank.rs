//! The desk for bank money, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The lines that wait.
pub fn desk(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let counts = &value["counts"];
    let title = page
        .say(
            "Wachtend: {w}; zeker {c}, keuze nodig {k}, onbekend {u}, eraf {o}",
            "Waiting: {w}; certain {c}, choice needed {k}, unknown {u}, money out {o}",
        )
        .replace(
            "{w}",
            &page.many(
                counts.count("waiting"),
                ("bankregel", "bankregels"),
                ("bank line", "bank lines"),
            ),
        )
        .replace("{c}", &counts.count("certain").to_string())
        .replace("{k}", &counts.count("choice").to_string())
        .replace("{u}", &counts.count("unknown").to_string())
        .replace("{o}", &counts.count("out").to_string());
    let rows = value.items("rows");
    let classes = ["certain", "choice", "unknown", "out"];
    if classes.iter().all(|class| counts.count(class) == 0) {
        return page.nothing("Er wacht geen bankregel.", "No bank line waits.");
    }
    text.line(page.heading(&title));
    if rows.is_empty() {
        text.line(page.say("Geen regel voldoet daaraan.", "No line fits that."));
        return text.finish();
    }
    for row in rows {
        line(row, page, &mut text);
    }
    text.page_of(value, rows.len(), page);
    text.gap().line(page.say(
        "Boeken: standvast accept REGEL; alles wat zeker is: standvast bank certain; zelf zoeken: standvast bank candidates REGEL.",
        "To book: standvast accept LINE; all that is certain: standvast bank certain; to look: standvast bank candidates LINE.",
    ));
    text.finish()
}

fn line(row: &Value, page: &Page, text: &mut Text) {
    let mut table = Table::new("llrf");
    table.row([
        page.tint(&row.text("id"), Tint::Strong),
        page.day(&row.text("date")),
        page.money(&row.text("amount")),
        [row.text("payer"), row.text("description")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    ]);
    text.gap().fitted(table, page);
    if let Some(returned) = row.known("returned") {
        text.told(&returned, 4, page);
    }
    let proposals = row.items("proposals");
    if proposals.is_empty() && row["class"] != "out" {
        text.line(format!(
            "    {}",
            page.tint(
                page.say("Hier is niets van bekend.", "Nothing is known about it."),
                Tint::Faint
            )
        ));
    }
    for (place, proposal) in proposals.iter().enumerate() {
        let code = proposal.text("certainty");
        let tint = match code.as_str() {
            "certain" => Tint::Good,
            "likely" => Tint::Mind,
            _ => Tint::Faint,
        };
        let parts: Vec<String> = proposal
            .items("parts")
            .iter()
            .map(|part| {
                format!(
                    "{} {}",
                    part.text("number"),
                    page.money(&part.text("amount"))
                )
            })
            .chain(left(proposal, page))
            .collect();
        text.line(format!(
            "    {}{}: {} ({})",
            if place > 0 {
                page.say("of ", "or ")
            } else {
                ""
            },
            page.tint(&page.certainty(&code), tint),
            page.name(&proposal.text("name")),
            proposal.text("customer"),
        ));
        text.told(&parts.join(" + "), 6, page);
        if place == 0 {
            for reason in proposal.items("reasons") {
                text.told(&reason.text("words"), 6, page);
            }
        }
    }
    let alike = row.count("alike");
    if alike > 1 {
        let words = page.say(
            "Er wachten {} regels van deze tegenpartij.",
            "{} lines of this other side wait.",
        );
        text.line(format!(
            "    {}",
            page.tint(&words.replace("{}", &alike.to_string()), Tint::Faint)
        ));
    }
}

fn left(proposal: &Value, page: &Page) -> Option<String> {
    let rest = page.some_money(&proposal.text("unallocated"));
    (!rest.is_empty()).then(|| format!("{} {rest}", page.say("over", "left")))
}

/// Customers and open invoices for a line.
pub fn candidates(value: &Value, page: &Page) -> String {
    let customers = value.items("customers");
    let amount = page.money(&value.text("amount"));
    if customers.is_empty() {
        return page.nothing(
            "Geen klant past hierbij. Zoek met een deel van een naam of een factuurnummer erachter.",
            "No customer fits. Search with a part of a name or an invoice number after it.",
        );
    }
    let mut text = Text::default();
    text.line(
        page.heading(
            &page
                .say("Waar hoort {}?", "Where does {} belong?")
                .replace("{}", &amount),
        ),
    );
    for customer in customers {
        text.gap().told(
            &format!(
                "{} ({}) · {} {}",
                customer.text("name"),
                customer.text("customer"),
                page.money(&customer.text("open")),
                page.say("open", "open")
            ),
            2,
            page,
        );
        let mut table = Table::new("lllrl");
        for row in customer.items("invoices") {
            table.row([
                String::from(" "),
                row.text("number"),
                row.known("due")
                    .map(|due| page.day(&due))
                    .unwrap_or_default(),
                page.money(&row.text("open")),
                if row.is("named") {
                    page.tint(page.say("genoemd", "named"), Tint::Good)
                } else {
                    String::new()
                },
            ]);
        }
        text.fitted(table, page);
    }
    text.finish()
}

/// Money that is put to no invoice.
pub fn unallocated(value: &Value, page: &Page) -> String {
    let rows = value.items("rows");
    if rows.is_empty() {
        return page.nothing(
            "Al het ontvangen geld hoort bij een factuur.",
            "All money received is put to an invoice.",
        );
    }
    let mut text = Text::default();
    text.line(page.heading(&format!(
        "{} {}",
        page.money(&value.text("amount")),
        page.say("hoort nog bij geen factuur", "is put to no invoice yet")
    )));
    let mut table = Table::new("llflrrf");
    table.row(page.heads([
        ("betaling", "payment"),
        ("ontvangen", "received"),
        ("klant", "customer"),
        ("", ""),
        ("over", "left"),
        ("open", "open"),
        ("volgens de wet", "by law"),
    ]));
    for row in rows {
        let parts: Vec<String> = row
            .items("parts")
            .iter()
            .map(|part| {
                format!(
                    "{} {}",
                    part.text("number"),
                    page.money(&part.text("amount"))
                )
            })
            .collect();
        table.row([
            row.text("payment"),
            page.day(&row.text("date")),
            row.text("name"),
            row.text("customer"),
            page.money(&row.text("left")),
            page.some_money(&row.text("open")),
            parts.join(" + "),
        ]);
    }
    text.fitted(table, page);
    text.page_of(value, rows.len(), page);
    text.gap().line(page.say(
        "Toerekenen: standvast allocate BETALING; terugbetaald: standvast bank refund BETALING.",
        "To allocate: standvast allocate PAYMENT; paid back: standvast bank refund PAYMENT.",
    ));
    text.finish()
}

/// Accounts and statements.
pub fn statements(value: &Value, page: &Page) -> String {
    let rows = value.items("rows");
    if rows.is_empty() {
        return page.nothing(
            "Er is nog geen bankafschrift ingelezen.",
            "No bank statement was imported yet.",
        );
    }
    let mut text = Text::default();
    text.line(page.heading(page.say("Rekeningen", "Accounts")));
    let mut table = Table::new("lrlrl");
    for account in value.items("accounts") {
        table.row([
            account.text("account"),
            page.many(
                account.count("statements"),
                ("afschrift", "afschriften"),
                ("statement", "statements"),
            ),
            period(account, page),
            account
                .known("closing")
                .map(|closing| page.money(&closing))
                .unwrap_or_default(),
            if account.is("own") {
                page.say("op uw brieven", "on your letters").to_string()
            } else {
                String::new()
            },
        ]);
    }
    text.fitted(table, page);
    text.gap()
        .line(page.heading(page.say("Afschriften", "Statements")));
    let mut table = Table::new("llrrlf");
    for row in rows {
        let (balance, tint) = match row["balance"].as_str() {
            Some("ok") => (page.say("sluit", "adds up"), Tint::Good),
            Some("fails") => (page.say("sluit niet", "does not add up"), Tint::Wrong),
            _ => (page.say("geen saldo", "no balance"), Tint::Faint),
        };
        table.row([
            row.known("number").unwrap_or_else(|| row.text("id")),
            period(row, page),
            page.many(row.count("lines"), ("regel", "regels"), ("line", "lines")),
            row.known("closing")
                .map(|closing| page.money(&closing))
                .unwrap_or_default(),
            page.tint(balance, tint),
            row.text("file"),
        ]);
        if let Some(gap) = row.known("gap") {
            table.note(page.tint(&gap, Tint::Mind));
        }
    }
    text.fitted(table, page);
    text.page_of(value, rows.len(), page);
    text.finish()
}

/// `1 nov 2026 t/m 22 nov 2026`
fn period(row: &Value, page: &Page) -> String {
    match (row.known("from"), row.known("through")) {
        (Some(from), Some(through)) if from == through => page.day(&from),
        (Some(from), Some(through)) => format!(
            "{} {} {}",
            page.day(&from),
            page.say("t/m", "through"),
            page.day(&through)
        ),
        (from, through) => page.day(&from.or(through).unwrap_or_default()),
    }
}
