//! Runs and letters in words.

use serde_json::Value;

use super::gate;
use crate::page::{Page, Text};
use crate::peek::Peek;
use crate::table::Table;

/// The runs.
pub fn runs(value: &Value, page: &Page) -> String {
    let rows = value.items("runs");
    if rows.is_empty() {
        return page.nothing("Er was nog geen ronde.", "There was no run yet.");
    }
    let mut text = Text::default();
    text.line(page.heading(page.say("Rondes", "Runs")));
    let mut table = Table::new("llrrrrf");
    table.row(page.heads([
        ("ronde", "run"),
        ("dag", "day"),
        ("brieven", "letters"),
        ("post", "post"),
        ("e-mail", "e-mail"),
        ("gevraagd", "asked"),
        ("", ""),
    ]));
    for row in rows {
        table.row([
            row.text("run"),
            page.day(&row.text("date")),
            row.count("letters").to_string(),
            row.count("paper").to_string(),
            row.count("mails").to_string(),
            page.money(&row.text("amount")),
            standing(row, page),
        ]);
    }
    text.fitted(table, page);
    text.page_of(value, rows.len(), page);
    text.finish()
}

/// `2 wachten, 5 niet bevestigd`
fn standing(row: &Value, page: &Page) -> String {
    let mut parts = Vec::new();
    let waiting = row.count("waiting");
    if waiting > 0 {
        parts.push(page.many(waiting, ("wacht", "wachten"), ("waits", "wait")));
    }
    let unconfirmed = row.count("unconfirmed");
    if unconfirmed > 0 {
        parts.push(format!(
            "{unconfirmed} {}",
            page.say("niet bevestigd", "not confirmed")
        ));
    }
    parts.join(", ")
}

/// The letters of a run.
pub fn of_run(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let run = &value["run"];
    text.line(page.heading(&format!(
        "{} {}, {} · {} · {}",
        page.say("Ronde", "Run"),
        run.text("run"),
        page.day(&run.text("date")),
        page.many(
            run.count("letters"),
            ("brief", "brieven"),
            ("letter", "letters")
        ),
        page.money(&run.text("amount")),
    )));
    table(value.items("letters"), page, &mut text);
    for changed in value.items("changed") {
        text.gap().told(
            &format!("{}: {}", changed.text("letter"), changed.text("message")),
            2,
            page,
        );
    }
    text.finish()
}

fn table(rows: &[Value], page: &Page, text: &mut Text) {
    let mut table = Table::new("lfllrlf");
    for row in rows {
        table.row([
            row.text("letter"),
            row.text("name"),
            row.text("customer"),
            page.step(&row.text("step")),
            page.money(&row["claim"].text("total")),
            page.channels(&row.texts("channels")),
            state(row, page),
        ]);
    }
    text.fitted(table, page);
}

fn state(row: &Value, page: &Page) -> String {
    let state = page.letter_state(&row.text("state"));
    match row.known("left_on") {
        Some(day) => format!("{state}, {}", page.day(&day)),
        None => state,
    }
}

/// What was approved, and nothing written yet.
pub fn approved(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let letters = value.items("letters");
    match value.known("run") {
        Some(run) if !letters.is_empty() => {
            let count = i64::try_from(letters.len()).unwrap_or(i64::MAX);
            text.line(page.heading(&format!(
                "{} {run}: {} {}",
                page.say("Ronde", "Run"),
                page.many(count, ("brief", "brieven"), ("letter", "letters")),
                page.say("goedgekeurd", "approved"),
            )));
            table(letters, page, &mut text);
            text.gap().line(page.say(
                "Nog niets is geschreven: standvast runs save RONDE, standvast runs mails RONDE of standvast mail send.",
                "Nothing is written yet: standvast runs save RUN, standvast runs mails RUN or standvast mail send.",
            ));
        }
        _ => {
            text.line(page.say(
                "Er is geen brief die nu kan gaan.",
                "There is no letter that may go now.",
            ));
        }
    }
    let skipped = value.items("skipped");
    if !skipped.is_empty() {
        text.gap()
            .line(page.heading(page.say("Niet gegaan", "Did not go")));
        for row in skipped {
            text.line(format!(
                "  {} {} ({})",
                page.tint("●", gate(&row.text("gate"))),
                page.name(&row.text("name")),
                row.text("customer")
            ));
            for reason in super::reasons(row) {
                text.told(&reason, 4, page);
            }
        }
    }
    text.finish()
}

/// E-mails that were written.
pub fn mails(value: &Value, page: &Page) -> String {
    let files = value.items("files");
    if files.is_empty() {
        return page.nothing(
            "Er is in deze ronde geen e-mail die wacht.",
            "No e-mail of this run waits.",
        );
    }
    let mut text = Text::default();
    let count = i64::try_from(files.len()).unwrap_or(i64::MAX);
    let counted = page.many(count, ("concept", "concepten"), ("draft", "drafts"));
    text.line(page.heading(&format!("{counted} {}", page.say("geschreven", "written"))));
    for file in files {
        text.line(format!("  {}", file.text("file")));
    }
    text.finish()
}

/// A kept letter.
pub fn kept(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let row = &value["letter"];
    text.line(page.heading(&format!(
        "{} {}: {}, {}",
        page.say("Brief", "Letter"),
        row.text("letter"),
        page.step(&row.text("step")),
        page.day(&row.text("date"))
    )));
    text.told(
        &format!("{} ({})", row.text("name"), row.text("customer")),
        2,
        page,
    );
    let mut table = Table::new("lf");
    let claim = &row["claim"];
    for (nl, en, words) in [
        ("Ronde", "Run", row.text("run")),
        ("Vraagt", "Asks", page.money(&claim.text("total"))),
        ("Facturen", "Invoices", row.texts("invoices").join(", ")),
        ("Gaat per", "Goes by", page.channels(&row.texts("channels"))),
        ("Staat", "Stands", state(row, page)),
        ("SHA-256", "SHA-256", value.text("sha256")),
    ] {
        if !words.is_empty() {
            table.row([page.say(nl, en).to_string(), words]);
        }
    }
    text.fitted(table, page);
    for reason in super::reasons(row) {
        text.told(&reason, 2, page);
    }
    written(value, page, &mut text);
    text.finish()
}

/// A kept file: a proof of sending.
pub fn kept_file(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(&value.text("name")));
    text.line(format!(
        "  {}, {}",
        value.text("media_type"),
        page.bytes(value.count("bytes"))
    ));
    let count = value.count("count");
    if count > 1 {
        let words = page.say(
            "Er zijn {} bewijzen; --number kiest.",
            "There are {} proofs; --number chooses.",
        );
        text.line(format!("  {}", words.replace("{}", &count.to_string())));
    }
    let mut table = Table::new("lf");
    for field in value.items("fields") {
        table.row([field.text("label"), field.text("value")]);
    }
    text.fitted(table, page);
    if let Some(words) = value.known("text") {
        text.gap().told(&words, 2, page);
    }
    written(value, page, &mut text);
    text.finish()
}

/// A letter that was drawn.
pub fn preview(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let proposal = &value["proposal"];
    text.line(page.heading(&format!(
        "{} {}: {} · {}",
        page.tint("●", gate(&proposal.text("gate"))),
        page.step(&proposal.text("step")),
        proposal.text("name"),
        page.money(&proposal["claim"].text("total")),
    )));
    for reason in super::reasons(proposal) {
        text.told(&reason, 2, page);
    }
    text.gap().told(&value.text("text"), 2, page);
    let mail = &value["mail"];
    if let Some(to) = mail.known("to") {
        text.gap().line(format!(
            "  {} {to}: {}",
            page.say("E-mail aan", "E-mail to"),
            mail.text("subject")
        ));
    }
    written(value, page, &mut text);
    text.finish()
}

fn written(value: &Value, page: &Page, text: &mut Text) {
    if let Some(file) = value.known("file") {
        text.gap()
            .line(format!("{} {file}", page.say("Geschreven:", "Written:")));
    }
}
