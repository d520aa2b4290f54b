//! An import, in words.

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;

/// What was added.
pub fn text(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    if value.is("dry_run") {
        text.line(page.heading(page.say(
            "Proef: er is niets gewijzigd.",
            "Trial: nothing was changed.",
        )))
        .gap();
    }
    for file in value.items("files") {
        one(file, page, &mut text);
    }
    if value.items("files").is_empty() {
        text.line(page.say("Geen bestanden gevonden.", "No files found."));
    }
    totals(value, page, &mut text);
    text.finish()
}

fn one(file: &Value, page: &Page, text: &mut Text) {
    let refused = file["kind"] == "refused" || !file["refused"].is_null();
    let kind = page.file_kind(if refused {
        "refused"
    } else {
        file["kind"].as_str().unwrap_or("")
    });
    let tint = if refused { Tint::Wrong } else { Tint::Good };
    text.line(format!("{}  {}", file.text("file"), page.tint(&kind, tint)));
    if let Some(message) = file["refused"].known("message") {
        text.line(format!("    {message}"));
    }
    if !refused {
        text.line(format!("    {}", counts(file, page)));
    }
    for problem in file.items("problems") {
        let line = match problem.count("line") {
            0 => String::new(),
            line => format!("{} {line}: ", page.say("regel", "line")),
        };
        let message = problem
            .known("message")
            .unwrap_or_else(|| problem.text("code"));
        let tint = if problem["severity"] == "error" {
            Tint::Wrong
        } else {
            Tint::Mind
        };
        text.line(format!(
            "    {}",
            page.tint(&format!("{line}{message}"), tint)
        ));
    }
}

/// `3 facturen, 1 klant erbij; 2 stonden er al`
pub(super) fn counts(file: &Value, page: &Page) -> String {
    let added = &file["added"];
    let new: Vec<String> = [
        ("invoices", ("factuur", "facturen"), ("invoice", "invoices")),
        ("customers", ("klant", "klanten"), ("customer", "customers")),
        (
            "bank_lines",
            ("bankregel", "bankregels"),
            ("bank line", "bank lines"),
        ),
    ]
    .into_iter()
    .filter(|(field, _, _)| added.count(field) > 0)
    .map(|(field, nl, en)| page.many(added.count(field), nl, en))
    .collect();
    let mut parts = vec![if new.is_empty() {
        page.say("niets nieuws", "nothing new").to_string()
    } else {
        format!("{} {}", new.join(", "), page.say("erbij", "added"))
    }];
    for (field, nl, en) in [
        ("changed", "bijgewerkt", "changed"),
        ("duplicates", "al bekend", "known already"),
        ("skipped", "overgeslagen", "skipped"),
    ] {
        if file.count(field) > 0 {
            parts.push(format!("{} {}", file.count(field), page.say(nl, en)));
        }
    }
    parts.join("; ")
}

fn totals(value: &Value, page: &Page, text: &mut Text) {
    let files = value.items("files");
    if files.len() < 2 {
        return;
    }
    let sum = |field: &str| {
        files
            .iter()
            .map(|file| file["added"].count(field))
            .sum::<i64>()
    };
    let whole = serde_json::json!({
        "added": {
            "invoices": sum("invoices"), "customers": sum("customers"), "bank_lines": sum("bank_lines"),
        },
        "duplicates": files.iter().map(|file| file.count("duplicates")).sum::<i64>(),
        "changed": files.iter().map(|file| file.count("changed")).sum::<i64>(),
    });
    text.gap().line(format!(
        "{}: {}",
        page.many(
            i64::try_from(files.len()).unwrap_or(i64::MAX),
            ("bestand", "bestanden"),
            ("file", "files")
        ),
        counts(&whole, page)
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn each_file_says_what_it_brought_and_why_it_was_refused() {
        let value = json!({"files": [
            {"file": "a.xml", "kind": "e_invoice", "added": {"customers": 1, "invoices": 2},
             "duplicates": 3, "problems": [{"code": "x", "severity": "warning", "line": 4, "message": "Vreemd."}]},
            {"file": "b.xml", "kind": "refused", "added": {}, "refused": {"code": "truncated", "message": "Afgekapt."}}
        ]});
        let words = text(&value, &Page::plain(Lang::Nl));
        for part in [
            "a.xml  e-factuur",
            "2 facturen, 1 klant erbij; 3 al bekend",
            "regel 4: Vreemd.",
            "b.xml  geweigerd",
            "Afgekapt.",
            "2 bestanden: 2 facturen, 1 klant erbij",
        ] {
            assert!(words.contains(part), "{part:?} is missing in:\n{words}");
        }
    }
}
