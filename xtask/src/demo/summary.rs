//! What the demo did, and where everything is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::day::Day;
use super::folder::Folder;
use super::terminal::Terminal;

/// Prints what was done and where everything is.
pub fn print(day: &Day, folder: &Folder, terminal: &Terminal) {
    println!("\nStandvast: a day's work, {}\n", text(&day.today["date"]));
    bank(day);
    today(&day.today);
    letters(day, folder);
    dossier(day);
    let facts = number(&day.verified["facts"]);
    let fine = if day.verified["ok"] == true {
        "and everything checks out"
    } else {
        "with PROBLEMS"
    };
    row("check", &format!("{facts} facts in the log, {fine}"));
    places(folder, terminal);
}

fn bank(day: &Day) {
    let lines: u64 = list(&day.imported["files"])
        .iter()
        .map(|file| number(&file["added"]["bank_lines"]))
        .sum();
    row(
        "bank",
        &format!(
            "{lines} lines imported, known through {}",
            text(&day.today["bank_through"])
        ),
    );
    let of = |name: &str| number(&day.matched[name]);
    row(
        "money",
        &format!(
            "{} lines booked for certain, {} proposed to you, {} unknown",
            of("accepted"),
            of("proposed"),
            of("unmatched")
        ),
    );
}

fn today(today: &Value) {
    row(
        "open",
        &format!(
            "{}, of which {} late",
            euros(&today["open"]),
            euros(&today["overdue"])
        ),
    );
    let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
    let mut gates: BTreeMap<&str, u64> = BTreeMap::new();
    for proposal in list(&today["proposals"]) {
        *kinds
            .entry(proposal["kind"].as_str().unwrap_or("other"))
            .or_default() += 1;
        if proposal["kind"] == "letter" {
            *gates
                .entry(proposal["gate"].as_str().unwrap_or("?"))
                .or_default() += 1;
        }
    }
    row("today", &counted(&kinds));
    row("letters due", &counted(&gates));
}

fn letters(day: &Day, folder: &Folder) {
    let sent = list(&day.run["letters"]);
    let mut steps: BTreeMap<&str, u64> = BTreeMap::new();
    for letter in sent {
        *steps
            .entry(letter["step"].as_str().unwrap_or("?"))
            .or_default() += 1;
    }
    row(
        "run",
        &format!(
            "{} letters made ({}), {} held back",
            number(&day.run["sent"]),
            counted(&steps),
            number(&day.run["held"])
        ),
    );
    let asked = sent
        .iter()
        .filter_map(|letter| cents(&letter["claim"]["total"]))
        .sum();
    row(
        "asked",
        &format!(
            "{} in {} PDF files and {} e-mails",
            grouped(asked),
            files_ending(&folder.letters, "pdf"),
            files_ending(&folder.letters, "eml")
        ),
    );
}

fn dossier(day: &Day) {
    let Some((name, dossier)) = &day.handover else {
        row("dossier", "nobody has to be handed over today");
        return;
    };
    row(
        "dossier",
        &format!("{name}, {}", euros(&dossier["claim"]["total"])),
    );
    for missing in list(&dossier["missing"]) {
        row("", &format!("still missing: {}", text(&missing["message"])));
    }
}

fn places(folder: &Folder, terminal: &Terminal) {
    println!("\nEverything is in {}", folder.whole.display());
    let of = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    row(&of(&folder.administration), "the administration, encrypted");
    row(
        &of(&folder.statement),
        "the bank statement that was imported",
    );
    row(
        &of(&folder.letters),
        "the letters as PDF, the e-mails as .eml",
    );
    row(&of(&folder.dossier), "the dossier for the bailiff, a ZIP");
    row(&of(&folder.backup), "a backup, encrypted too");
    row(
        &of(&folder.passphrase),
        &format!("the passphrase: {}", folder.passphrase()),
    );
    println!(
        "\nGo on in the window:    cargo xtask app {}",
        quoted(&folder.administration)
    );
    println!("or at the command line: {}\n", terminal.typed("today"));
}

fn row(name: &str, what: &str) {
    println!("  {name:<26}  {what}");
}

fn counted(counts: &BTreeMap<&str, u64>) -> String {
    if counts.is_empty() {
        return "nothing".to_string();
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|(what, count)| format!("{count} × {}", what.replace('_', " ")))
        .collect();
    parts.join(", ")
}

fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') {
        format!("\"{path}\"")
    } else {
        path
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("(unknown)")
}

fn files_ending(folder: &Path, end: &str) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().extension().is_some_and(|found| found == end))
        .count()
}

fn euros(value: &Value) -> String {
    cents(value).map_or_else(|| "(unknown)".to_string(), grouped)
}

/// An amount as the command line writes it, in cents.
fn cents(value: &Value) -> Option<i64> {
    let (whole, part) = value.as_str()?.split_once('.')?;
    if part.len() != 2 {
        return None;
    }
    format!("{whole}{part}").parse().ok()
}

/// `€ 1,234.56`.
fn grouped(cents: i64) -> String {
    let minus = if cents < 0 { "-" } else { "" };
    let euros = (cents.unsigned_abs() / 100).to_string();
    let mut text = String::new();
    for (place, digit) in euros.chars().enumerate() {
        if place > 0 && (euros.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("€ {minus}{text}.{:02}", cents.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn amounts_are_grouped_and_keep_their_sign() {
        assert_eq!(euros(&json!("1234567.05")), "€ 1,234,567.05");
        assert_eq!(euros(&json!("-12.00")), "€ -12.00");
        assert_eq!(euros(&json!("-0.40")), "€ -0.40");
        assert_eq!(
            euros(&json!(null)),
            "(unknown)",
            "what is not known is said"
        );
    }

    #[test]
    fn counts_are_read_as_words() {
        let counts = BTreeMap::from([("final_demand", 2), ("reminder", 5)]);
        assert_eq!(counted(&counts), "2 × final demand, 5 × reminder");
    }
}
