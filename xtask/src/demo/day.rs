//! One day's work: statement in, money matched, the run, a dossier, a backup, the check.

use serde_json::Value;

use crate::trouble::Outcome;

use super::folder::Folder;
use super::terminal::Terminal;

const CUSTOMERS: &str = "60";
const INVOICES: &str = "180";

/// What each command answered.
pub struct Day {
    /// `import`.
    pub imported: Value,
    /// `match`.
    pub matched: Value,
    /// `today`, before the run.
    pub today: Value,
    /// `run`.
    pub run: Value,
    /// The customer that was handed over, and `handover`'s answer.
    pub handover: Option<(String, Value)>,
    /// `verify`.
    pub verified: Value,
}

/// Does a day's work.
pub fn work(terminal: &Terminal, folder: &Folder) -> Outcome<Day> {
    println!("Making the administration of a wholesale in bakery ingredients …");
    let administration = folder.administration.to_string_lossy();
    let sample = ["sample", "--out", &administration];
    let size = ["--customers", CUSTOMERS, "--invoices", INVOICES];
    terminal.make(&[&sample[..], &size[..]].concat())?;

    println!("Importing the bank statement, matching what came in …");
    let imported = terminal.ask(&["import", &folder.statement.to_string_lossy()])?;
    let matched = terminal.ask(&["match", "--accept", "certain"])?;

    println!("Making the run …");
    let today = terminal.ask(&["today"])?;
    let letters = folder.letters.to_string_lossy();
    let run = terminal.ask(&["run", "--approve", "green", "--out", &letters])?;

    println!("Making a dossier for the bailiff, a backup, and checking everything …");
    let handover = hand_over(terminal, folder, &today)?;
    terminal.ask(&["backup", "--out", &folder.backup.to_string_lossy()])?;
    let verified = terminal.ask(&["verify"])?;
    Ok(Day {
        imported,
        matched,
        today,
        run,
        handover,
        verified,
    })
}

/// Hands over the first customer that today's work proposes for it.
fn hand_over(
    terminal: &Terminal,
    folder: &Folder,
    today: &Value,
) -> Outcome<Option<(String, Value)>> {
    let Some(proposal) = first_handover(today) else {
        return Ok(None);
    };
    let customer = proposal["customer"].as_str().unwrap_or_default();
    let name = proposal["name"].as_str().unwrap_or(customer).to_string();
    let out = folder.dossier.to_string_lossy();
    let dossier = terminal.ask(&["handover", customer, "--out", &out])?;
    Ok(Some((name, dossier)))
}

/// Red is never handed over; green before amber.
fn first_handover(today: &Value) -> Option<&Value> {
    let proposals = today["proposals"].as_array()?;
    let with = |gate: &str| {
        proposals
            .iter()
            .find(|one| one["kind"] == "handover" && one["gate"] == gate)
    };
    with("green").or_else(|| with("amber"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_red_handover_is_left_alone() {
        let today = json!({ "proposals": [
            { "kind": "letter", "gate": "green", "customer": "K-1" },
            { "kind": "handover", "gate": "red", "customer": "K-2" },
            { "kind": "handover", "gate": "amber", "customer": "K-3" },
            { "kind": "handover", "gate": "green", "customer": "K-4" },
        ]});
        assert_eq!(
            first_handover(&today).map(|one| &one["customer"]),
            Some(&json!("K-4"))
        );
        assert_eq!(first_handover(&json!({ "proposals": [] })), None);
    }
}
