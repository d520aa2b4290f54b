//! Dunning plans and the texts of letters, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The plans as they are kept.
pub fn plans(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let plans = &value["settings"]["plans"];
    for (kind, nl, en) in [
        (
            "consumer",
            "Consumenten, en klanten van onbekende soort",
            "Consumers, and customers of unknown kind",
        ),
        ("business", "Bedrijven", "Businesses"),
        ("government", "Overheden", "Public authorities"),
    ] {
        let plan = &plans[kind];
        if plan.is_null() {
            continue;
        }
        text.gap().line(page.heading(page.say(nl, en)));
        let mut table = Table::new("lf");
        for (place, step) in plan.items("steps").iter().enumerate() {
            table.row([page.step(&step.text("step")), when(step, place, page)]);
        }
        text.fitted(table, page);
        let words = page
            .say(
                "Tussen twee brieven aan één klant liggen minstens {}.",
                "At least {} lie between two letters to one customer.",
            )
            .replace(
                "{}",
                &page.many(
                    plan.count("min_interval_days"),
                    ("dag", "dagen"),
                    ("day", "days"),
                ),
            );
        text.line(format!("  {}", page.tint(&words, Tint::Faint)));
    }
    text.finish()
}

/// `7 dagen na de vorige stap, per post`
fn when(step: &Value, place: usize, page: &Page) -> String {
    let days = step.count("after_days");
    let count = page.many(days, ("dag", "dagen"), ("day", "days"));
    let when = match (days, place) {
        (0, 0) => page.say("op de vervaldag", "on the due date").to_string(),
        (_, 0) => format!(
            "{count} {}",
            page.say("na de vervaldag", "after the due date")
        ),
        (0, _) => page
            .say(
                "zodra het mag na de vorige stap",
                "as soon as it may after the step before",
            )
            .to_string(),
        _ => format!(
            "{count} {}",
            page.say("na de vorige stap", "after the step before")
        ),
    };
    let channels = page.channels(&step.texts("channels"));
    if channels.is_empty() {
        when
    } else {
        format!("{when}, {} {channels}", page.say("per", "by"))
    }
}

/// What a plan would do.
pub fn preview(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let problems = value.items("problems");
    if !problems.is_empty() {
        text.line(page.heading(page.say(
            "Dit plan kan niet bewaard worden.",
            "This plan cannot be kept.",
        )));
        for problem in problems {
            text.told(&problem.text("message"), 2, page);
        }
        return text.finish();
    }
    text.line(
        page.heading(
            &page
                .say(
                    "Vandaag {n} in plaats van {v}.",
                    "Today {n} instead of {v}.",
                )
                .replace(
                    "{n}",
                    &page.many(
                        value.count("after"),
                        ("brief", "brieven"),
                        ("letter", "letters"),
                    ),
                )
                .replace("{v}", &value.count("before").to_string()),
        ),
    );
    let mut table = Table::new("llrrl");
    table.row(page.heads([
        ("stap", "step"),
        ("vervalt iets vandaag, dan", "due today, then on"),
        ("klanten", "customers"),
        ("vandaag", "today"),
        ("", ""),
    ]));
    for step in value.items("steps") {
        let code = step.text("step");
        let on = value
            .items("dates")
            .iter()
            .find(|date| date["step"] == code)
            .map(|date| page.day(&date.text("on")))
            .unwrap_or_default();
        let today = step.count("today");
        table.row([
            page.step(&code),
            on,
            step.count("customers").to_string(),
            if today > 0 {
                page.money(&step.text("amount"))
            } else {
                String::new()
            },
            if today > 0 {
                page.many(today, ("brief", "brieven"), ("letter", "letters"))
            } else {
                String::new()
            },
        ]);
    }
    text.fitted(table, page);
    for (field, nl, en) in [
        ("added", "Komt erbij", "Added"),
        ("removed", "Valt weg", "Removed"),
    ] {
        let rows = value.items(field);
        if rows.is_empty() {
            continue;
        }
        text.gap().line(page.heading(page.say(nl, en)));
        let mut table = Table::new("lfl");
        for row in rows {
            table.row([
                row.text("customer"),
                row.text("name"),
                page.step(&row.text("step")),
            ]);
        }
        text.fitted(table, page);
    }
    text.finish()
}

/// The texts.
pub fn texts(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(page.say("Teksten van brieven", "Texts of letters")));
    let mut table = Table::new("lll");
    for row in value.items("templates") {
        let step = row.known("step").map_or_else(
            || {
                page.say("rekeningoverzicht", "statement of account")
                    .to_string()
            },
            |step| page.step(&step),
        );
        let changed = if row.is("changed") {
            page.say("door u gewijzigd", "changed by you").to_string()
        } else {
            String::new()
        };
        table.row([row.text("name"), step, page.tint(&changed, Tint::Mind)]);
    }
    text.fitted(table, page);
    text.finish()
}

/// One text.
pub fn one_text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&value.text("name"))).gap();
    // As it is in the file that `texts set` takes: nothing is broken or moved in.
    for line in value.text("text").split('\n') {
        text.line(line);
    }
    text.gap().line(page.heading(page.say("Velden", "Fields")));
    let mut table = Table::new("lff");
    for field in value.items("fields") {
        table.row([
            format!("{{{{ {} }}}}", field.text("name")),
            field.text("what"),
            field.text("example").replace('\n', " "),
        ]);
    }
    text.fitted(table, page);
    let locked = value.items("locked");
    if !locked.is_empty() {
        text.gap()
            .line(page.heading(page.say("Blokken die blijven", "Blocks that stay")));
        for block in locked {
            text.told(
                &format!("{{{{ {} }}}}: {}", block.text("name"), block.text("what")),
                2,
                page,
            );
        }
    }
    text.finish()
}

/// On whom a text was tried.
pub fn checked(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let tried = page.many(
        value.count("tried"),
        ("klant", "klanten"),
        ("customer", "customers"),
    );
    let problems = value.items("problems");
    if problems.is_empty() {
        text.line(
            page.say("De tekst past bij alle {}.", "The text holds for all {}.")
                .replace("{}", &tried),
        );
        return text.finish();
    }
    let title = page
        .say(
            "Geprobeerd bij {}; dit past niet:",
            "Tried on {}; this does not hold:",
        )
        .replace("{}", &tried);
    text.line(page.heading(&title));
    for problem in problems {
        text.told(
            &format!(
                "{} ({}): {}",
                problem.text("name"),
                problem.text("customer"),
                problem.text("problem")
            ),
            2,
            page,
        );
    }
    if value.count("more") > 0 {
        let words = page.say("… en nog {}", "… and {} more");
        text.line(format!(
            "  {}",
            words.replace("{}", &value.count("more").to_string())
        ));
    }
    text.finish()
}

/// A text that was drawn.
pub fn drawn(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = match value["of"].as_str() {
        Some("due") => page.say("De brief van vandaag aan {}", "Today's letter to {}"),
        Some("possible") => page.say(
            "Zoals hij aan {} zou zijn; vandaag gaat hij niet",
            "As it would be to {}; it does not go today",
        ),
        _ => page.say("Aan een verzonnen klant: {}", "To an invented customer: {}"),
    };
    text.told(&title.replace("{}", &value.text("name")), 0, page);
    if let Some(file) = value.known("file") {
        text.line(format!("  {} {file}", page.say("Geschreven:", "Written:")));
    }
    text.finish()
}

/// On whom a text can be drawn.
pub fn sample_customers(value: &Value, page: &Page) -> String {
    let rows = value.items("customers");
    if rows.is_empty() {
        return page.nothing(
            "Niemand kan deze brief nu krijgen; texts preview tekent hem op een verzonnen klant.",
            "Nobody could get this letter now; texts preview draws it on an invented customer.",
        );
    }
    let mut text = Text::default();
    let mut table = Table::new("lfl");
    for row in rows {
        let due = if row.is("due") {
            page.tint(page.say("vandaag", "today"), Tint::Good)
        } else {
            String::new()
        };
        table.row([row.text("customer"), row.text("name"), due]);
    }
    text.fitted(table, page);
    text.finish()
}
