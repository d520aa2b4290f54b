//! Making, restoring, backing up and exporting, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// A new administration; its recovery code when nobody asked to keep it elsewhere.
pub fn made(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = format!(
        "{} {}",
        page.say("Administratie gemaakt:", "Administration made:"),
        value.text("name")
    );
    text.line(page.heading(&title))
        .line(format!("  {}", value.text("folder")));
    for (field, nl, en) in [
        ("recovery_sheet", "Herstelblad:", "Recovery sheet:"),
        ("recovery_code_file", "Herstelcode in:", "Recovery code in:"),
    ] {
        if let Some(file) = value.known(field) {
            text.line(format!("  {} {file}", page.say(nl, en)));
        }
    }
    let groups = value.texts("recovery_code");
    if !groups.is_empty() {
        text.gap()
            .line(page.heading(page.say("Herstelcode", "Recovery code")));
        text.line(format!("  {}", page.tint(&groups.join("-"), Tint::Strong)));
        text.gap().line(page.say(
            "Schrijf deze code op en bewaar haar niet bij deze computer. Zij wordt niet nog eens getoond, en wie zijn\nwachtzin vergeet komt alleen hiermee nog in de administratie. Een nieuw blad: standvast recovery-sheet.",
            "Write this code down and keep it away from this computer. It is not shown again, and who forgets the\npassphrase gets in with it only. A new sheet: standvast recovery-sheet.",
        ));
    }
    for notice in value.texts("notices") {
        text.gap().line(notice);
    }
    text.finish()
}

/// The recovery code opens.
pub fn unlocked(value: &Value, page: &Page) -> String {
    let words = page.say(
        "De herstelcode opent de administratie van {}.",
        "The recovery code opens the administration of {}.",
    );
    format!("{}\n", words.replace("{}", &value.text("name")))
}

/// A file was written.
pub fn saved(name: &str, value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = match name {
        "backup" => page.say("Back-up gemaakt", "Backup made"),
        "recovery_sheet_save" => page.say(
            "Nieuw herstelblad gemaakt; de oude code opent niet meer",
            "New recovery sheet made; the old code no longer opens",
        ),
        "mail_message_save" | "mail_draft_save" => page.say("E-mail bewaard", "E-mail saved"),
        "invoice_file_save" => page.say("Bestand geschreven", "File written"),
        _ => page.say("PDF gemaakt", "PDF made"),
    };
    text.line(page.heading(title))
        .line(format!("  {}", value.text("file")));
    text.line(page.tint(&format!("  SHA-256 {}", value.text("sha256")), Tint::Faint));
    text.finish()
}

/// A backup was put back.
pub fn restored(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let title = page
        .say("Back-up van {} teruggezet", "Backup of {} restored")
        .replace("{}", &page.day(&value.text("backup_day")));
    text.line(page.heading(&title))
        .line(format!("  {}", value.text("folder")));
    text.line(if value.is("journal") {
        page.say(
            "Deze computer weet wat er sindsdien is verzonden: niets gaat dubbel.",
            "This computer knows what was sent since: nothing goes twice.",
        )
    } else {
        page.say(
            "Deze computer weet niet wat er sindsdien is verzonden. Alles wat sindsdien aan de beurt was vraagt daarom eerst\neen besluit, tot u zegt wat er verzonden is: standvast settle-restored --note …",
            "This computer does not know what was sent since. All that was due since then asks a decision first, until you\nsay what left: standvast settle-restored --note …",
        )
    });
    text.finish()
}

/// A sample administration.
pub fn sample(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    text.line(page.heading(page.say(
        "Voorbeeldadministratie gemaakt",
        "Sample administration made",
    )));
    let mut table = Table::new("ll");
    for (field, nl, en) in [
        ("folder", "Map", "Folder"),
        ("statement", "Volgend bankafschrift", "Next bank statement"),
        ("customers", "Klanten", "Customers"),
        ("invoices", "Openstaande facturen", "Open invoices"),
    ] {
        if let Some(known) = value.known(field) {
            table.row([page.say(nl, en).to_string(), known]);
        }
    }
    text.table(&table);
    text.finish()
}

/// An export.
pub fn exported(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let files = value.items("files");
    let count = i64::try_from(files.len()).unwrap_or(i64::MAX);
    let counted = page.many(count, ("bestand", "bestanden"), ("file", "files"));
    let title = page.say("Alles uitgevoerd", "Everything exported");
    text.line(format!("{} ({counted})", page.heading(title)));
    for file in files {
        text.line(format!("  {}", file.text("file")));
    }
    text.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn a_recovery_code_is_shown_only_when_it_is_kept_nowhere() {
        let page = Page::plain(Lang::Nl);
        let shown = made(
            &json!({"name": "X", "folder": "x", "recovery_code": ["AAAA", "BBBB"]}),
            &page,
        );
        assert!(
            shown.contains("AAAA-BBBB") && shown.contains("Schrijf deze code op"),
            "{shown}"
        );
        let kept = made(
            &json!({"name": "X", "folder": "x", "recovery_sheet": "/b.pdf"}),
            &page,
        );
        assert!(
            kept.contains("Herstelblad: /b.pdf") && !kept.contains("Schrijf"),
            "{kept}"
        );
    }
}
