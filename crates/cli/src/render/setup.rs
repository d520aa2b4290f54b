//! How an administration is set up, in words: settings, rates, backups, place, the mail account.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The settings.
pub fn settings(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let creditor = &value["creditor"];
    text.line(page.heading(&creditor.text("name")));
    let address: Vec<String> = ["street", "address_extra", "postcode", "city"]
        .iter()
        .filter_map(|field| creditor.known(field))
        .collect();
    text.told(&address.join(", "), 2, page);
    let mut table = Table::new("lf");
    for (field, nl, en) in [
        ("kvk", "KvK-nummer", "Trade register"),
        ("vat", "Btw-nummer", "VAT number"),
        ("iban", "Rekening", "Account"),
        ("email", "E-mail", "E-mail"),
        ("phone", "Telefoon", "Telephone"),
    ] {
        if let Some(known) = creditor.known(field) {
            table.row([page.say(nl, en).to_string(), known]);
        }
    }
    let days = creditor.count("term_days");
    table.row([
        page.say("Betaaltermijn", "Payment term").to_string(),
        page.many(days, ("dag", "dagen"), ("day", "days")),
    ]);
    table.row([
        page.say("Logo op brieven", "Logo on letters").to_string(),
        page.yes(value.is("logo")).to_string(),
    ]);
    text.fitted(table, page);
    text.gap()
        .line(page.heading(page.say("Instellingen", "Settings")));
    let mut table = Table::new("lrll");
    let kept = &value["settings"];
    for limit in value.items("limits") {
        let field = limit.text("field");
        let from_to = format!("{} – {}", limit.count("min"), limit.count("max"));
        let note = if kept[&field] == limit["default"] {
            from_to
        } else {
            let was = page.say("standaard", "default");
            format!("{from_to} ({was} {})", limit.count("default"))
        };
        table.row([
            field.clone(),
            kept.text(&field),
            page.setting(&field),
            page.tint(&note, Tint::Faint),
        ]);
    }
    table.row([
        "always_365".to_string(),
        page.yes(kept.is("always_365")).to_string(),
        page.setting("always_365"),
        String::new(),
    ]);
    text.table(&table);
    let templates = value.texts("templates");
    if !templates.is_empty() {
        text.gap().told(
            &format!(
                "{} {}",
                page.say("Teksten die u wijzigde:", "Texts you changed:"),
                templates.join(", ")
            ),
            0,
            page,
        );
    }
    text.gap().line(page.say(
        "Plannen: standvast plan. Teksten: standvast texts. Rente: standvast rates.",
        "Plans: standvast plan. Texts: standvast texts. Rates: standvast rates.",
    ));
    text.finish()
}

/// The rates.
pub fn rates(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let mut above = String::new();
    let mut table = Table::new("lrlf");
    for rate in value.items("rates") {
        let kind = rate.text("kind");
        if kind != above {
            if !above.is_empty() {
                text.fitted(std::mem::replace(&mut table, Table::new("lrlf")), page);
            }
            text.gap().line(page.heading(&page.rate_kind(&kind)));
            above = kind;
        }
        table.row([
            page.day(&rate.text("from")),
            page.percent(&rate.text("percent")),
            if rate.is("own") {
                page.tint(page.say("van u", "yours"), Tint::Mind)
            } else {
                String::new()
            },
            rate.text("source"),
        ]);
    }
    text.fitted(table, page);
    let words = page.say("Nagekeken t/m {}.", "Verified through {}.");
    text.gap()
        .line(words.replace("{}", &page.day(&value.text("verified_until"))));
    text.finish()
}

/// The automatic backups.
pub fn backups(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let files = value.items("files");
    if files.is_empty() {
        text.line(page.say(
            "Er is nog geen automatische back-up.",
            "There is no automatic backup yet.",
        ));
    } else {
        text.line(page.heading(page.say("Automatische back-ups", "Automatic backups")));
        let mut table = Table::new("lrll");
        for file in files {
            table.row([
                file.known("day")
                    .map_or_else(|| "?".to_string(), |day| page.day(&day)),
                page.bytes(file.count("bytes")),
                page.backup_reason(&file.text("reason")),
                file.text("file"),
            ]);
        }
        text.table(&table);
        let words = page.say("De laatste {} blijven bewaard.", "The last {} are kept.");
        text.line(format!(
            "  {}",
            page.tint(
                &words.replace("{}", &value.count("kept").to_string()),
                Tint::Faint
            )
        ));
    }
    if let Some(since) = value.known("uncertain_since") {
        let words = page.say(
            "Een back-up is teruggezet, en wat er sinds {} is verzonden is niet bekend: standvast settle-restored --note …",
            "A backup was put back, and what left since {} is not known: standvast settle-restored --note …",
        );
        text.gap()
            .told(&words.replace("{}", &page.day(&since)), 0, page);
    }
    text.finish()
}

/// Where the administration stands.
pub fn place(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&value.text("folder")));
    let mut table = Table::new("ll");
    table.row([
        page.say("Grootte", "Size").to_string(),
        format!(
            "{} ({} {})",
            page.bytes(value.count("bytes")),
            page.say("waarvan back-ups", "of which backups"),
            page.bytes(value.count("backup_bytes"))
        ),
    ]);
    if let Some(journal) = value.known("journal") {
        table.row([
            page.say("Neem ook mee", "Take along too").to_string(),
            journal,
        ]);
    }
    text.table(&table);
    if let Some(cloud) = value.known("cloud") {
        let words = page.say(
            "Deze map lijkt in {} te staan. Werk er dan nooit op twee computers tegelijk in.",
            "This folder seems to be in {}. Then never work in it on two computers at once.",
        );
        text.gap().told(&words.replace("{}", &cloud), 0, page);
    }
    if value["writable"] == false {
        text.gap().line(page.say(
            "In deze map kan niet geschreven worden.",
            "This folder cannot be written to.",
        ));
    }
    text.finish()
}

/// Administrations opened lately.
pub fn recent(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(format!("Standvast {}", value.text("version")));
    let rows = value.items("recent");
    if rows.is_empty() {
        text.line(page.say(
            "Op deze computer is nog geen administratie geopend.",
            "No administration was opened on this computer yet.",
        ));
        return text.finish();
    }
    let mut table = Table::new("flll");
    for row in rows {
        table.row([
            row.text("name"),
            row.known("opened")
                .map(|day| page.day(&day))
                .unwrap_or_default(),
            row.text("folder"),
            if row.is("exists") {
                String::new()
            } else {
                page.tint(page.say("niet meer daar", "no longer there"), Tint::Mind)
            },
        ]);
    }
    text.fitted(table, page);
    text.finish()
}

/// The logo.
pub fn logo(value: &Value, page: &Page) -> String {
    let logo = &value["logo"];
    if logo.is_null() {
        return page.nothing("Er is nog geen logo.", "There is no logo yet.");
    }
    let mut text = Text::default();
    text.line(format!(
        "{} × {}, {}",
        logo.count("width"),
        logo.count("height"),
        logo.text("media_type")
    ));
    if let Some(file) = value.known("file") {
        text.line(format!("{} {file}", page.say("Geschreven:", "Written:")));
    }
    text.finish()
}

/// The mail account.
pub fn mail_account(value: &Value, page: &Page) -> String {
    let account = &value["account"];
    if account.is_null() {
        return page.nothing(
            "Er is nog geen mailaccount: standvast mail account --file account.json.",
            "There is no mail account yet: standvast mail account --file account.json.",
        );
    }
    let mut text = Text::default();
    text.line(page.heading(&format!(
        "{} <{}>",
        account.text("sender_name"),
        account.text("sender_address")
    )));
    let mut table = Table::new("ll");
    for (nl, en, words) in [
        (
            "Server",
            "Server",
            format!(
                "{}:{} ({})",
                account.text("host"),
                account.text("port"),
                account.text("security")
            ),
        ),
        ("Gebruiker", "User", account.text("user")),
        ("Antwoord aan", "Reply to", account.text("reply_to")),
        (
            "Per minuut hoogstens",
            "At most a minute",
            account.text("per_minute"),
        ),
    ] {
        if !words.is_empty() {
            table.row([page.say(nl, en).to_string(), words]);
        }
    }
    text.table(&table);
    if account.is("test_mode") {
        text.line(page.tint(
            page.say(
                "Proefstand: alles gaat naar uzelf.",
                "Test mode: everything goes to yourself.",
            ),
            Tint::Mind,
        ));
    }
    text.finish()
}

/// What is known of a provider.
pub fn preset(value: &Value, page: &Page) -> String {
    let preset = &value["preset"];
    if preset.is_null() {
        return page.nothing(
            "Van deze aanbieder is niets zeker. Vraag hem naar de server voor uitgaande mail.",
            "Nothing is known for sure of this provider. Ask it for its server for outgoing mail.",
        );
    }
    let mut text = Text::default();
    text.line(page.heading(&preset.text("provider")));
    text.line(format!(
        "  {}:{} ({}), {}",
        preset.text("host"),
        preset.text("port"),
        preset.text("security"),
        preset.text("user")
    ));
    if let Some(hint) = preset.known("hint") {
        text.told(&hint, 2, page);
    }
    text.finish()
}

/// A trial of the account.
pub fn tested(value: &Value, page: &Page) -> String {
    let words = page.say("{} liet u binnen.", "{} let you in.");
    let mut text = Text::default();
    text.line(words.replace("{}", &value.text("host")));
    if let Some(to) = value.known("sent_to") {
        let words = page.say("Een bericht ging naar {}.", "A message went to {}.");
        text.line(words.replace("{}", &to));
    }
    text.finish()
}

/// A kept e-mail.
pub fn message(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&value.text("subject")));
    let mut table = Table::new("ll");
    let sizes: Vec<String> = value
        .items("files")
        .iter()
        .map(|file| {
            format!(
                "{} ({})",
                file.text("name"),
                page.bytes(file.count("bytes"))
            )
        })
        .collect();
    for (nl, en, words) in [
        ("Brief", "Letter", value.text("letter")),
        ("Staat", "Stands", page.mail_state(&value.text("state"))),
        ("Van", "From", value.text("from")),
        ("Aan", "To", value.text("to")),
        ("Bijlagen", "Files", sizes.join(", ")),
        ("SHA-256", "SHA-256", value.text("sha256")),
    ] {
        if !words.is_empty() {
            table.row([page.say(nl, en).to_string(), words]);
        }
    }
    text.table(&table);
    text.gap().told(&value.text("text"), 2, page);
    let events = value.items("events");
    if !events.is_empty() {
        text.gap()
            .line(page.heading(page.say("Wat ermee gebeurde", "What happened to it")));
        let mut table = Table::new("lff");
        for event in events {
            table.row([
                page.day(&event.text("at")),
                event.text("what"),
                event.text("answer"),
            ]);
        }
        text.fitted(table, page);
    }
    text.finish()
}
