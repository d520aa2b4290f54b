//! docs/errors.md: every code that crosses a boundary.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use app::{Code, Lang, Severity, catalogue};

use super::codes::{self, Coded};

const HEAD: &str = "\
# Codes

Generated from the code by `cargo xtask types`; do not edit.

Programs switch on codes, never on words. A code never changes its meaning. On the command line an
error is `{\"error\":{\"code\":…,\"message\":…,\"hint\":…,\"details\":{}}}` with exit status 1; the
window gets the same code. A hole such as `{path}` is filled with a value, which stands in `details`
too.
";

/// One group of codes: title, crate, enum and what they are.
const GROUPS: &[(&str, &str, &str, &str)] = &[
    (
        "The law: errors",
        "law",
        "LawError",
        "A calculation that cannot be made.",
    ),
    (
        "The law: warnings",
        "law",
        "Warning",
        "What a calculation cannot vouch for. The result stands beside it.",
    ),
    (
        "Files: refusals",
        "exchange",
        "Refusal",
        "A file that is not read at all. Nothing of it was imported.",
    ),
    (
        "Files: problems",
        "exchange",
        "ProblemKind",
        "What is wrong or doubtful inside a file that was read.",
    ),
    (
        "Decisions: reasons",
        "credit",
        "Reason",
        "Why a proposal is made, and why it may go, asks first, or does not go.",
    ),
    (
        "Decisions: matching",
        "credit",
        "MatchReason",
        "Why a bank line is taken to pay an invoice.",
    ),
    (
        "Decisions: plans",
        "credit",
        "PlanProblem",
        "Why a dunning plan is not accepted.",
    ),
    (
        "Dossiers: what is missing or weak",
        "credit",
        "Weakness",
        "What a bailiff, agency or court would ask for.",
    ),
];

/// The whole page.
///
/// # Errors
/// When the sources that hold the codes cannot be read.
pub fn markdown(root: &Path) -> io::Result<String> {
    let mut page = String::from(HEAD);
    page.push_str(&application());
    for (title, package, name, about) in GROUPS {
        let coded = codes::of(&root.join("crates").join(package).join("src"), name)?;
        page.push_str(&group(title, about, &coded));
    }
    Ok(page)
}

fn application() -> String {
    let mut text = String::from(
        "\n## The application\n\n| code | severity | Dutch | English |\n|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let entry = catalogue::entry(*code);
        let severity = match entry.severity {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let words = |lang| {
            let hint = entry.hint(lang).unwrap_or_default();
            cell(&format!("{} {hint}", entry.message(lang)))
        };
        let (nl, en) = (words(Lang::Nl), words(Lang::En));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| `{}` | {severity} | {nl} | {en} |", code.text());
    }
    text
}

fn group(title: &str, about: &str, coded: &[Coded]) -> String {
    let mut text = format!("\n## {title}\n\n{about}\n\n| code | meaning |\n|---|---|\n");
    for Coded { code, meaning } in coded {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| `{code}` | {} |", cell(meaning));
    }
    text
}

fn cell(text: &str) -> String {
    text.trim().replace('|', "\\|")
}
