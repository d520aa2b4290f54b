//! A bank statement of 10,000 entries into the encrypted administration: duplicates checked, matched
//! against 10,000 open invoices, and the same file once more.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use exchange::camt::CamtReader;
use serde_json::{Value, json};

use crate::machine::{Desk, time_of_sha256};
use crate::report::Report;
use crate::statement;

const CUSTOMERS: u32 = 2_000;
const INVOICES: u32 = 10_000;
const ENTRIES: usize = 10_000;
/// A file ten times as large, to see that memory does not grow with it.
const MANY_ENTRIES: usize = 100_000;

/// Makes the administration and the statements.
pub fn prepare(folder: &Path) -> Result<(), Box<dyn Error>> {
    let desk = Desk::new(folder);
    desk.make_sample(CUSTOMERS, INVOICES)?;
    let payers = statement::payers(&desk)?;
    println!("  {} open invoices to pay", payers.len());
    statement::write(&folder.join("statement.camt.xml"), &payers, ENTRIES, 1)?;
    statement::write(&folder.join("large.camt.xml"), &payers, MANY_ENTRIES, 2)
}

/// Measures the import, the matching, and the same again.
pub fn measure(folder: &Path, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let desk = Desk::new(folder);
    desk.open_sample()?;
    let file = folder.join("statement.camt.xml");
    let paths = json!({ "paths": [&file] });

    let (imported, import) = desk.timed("import", paths.clone())?;
    let (matched, matching) = desk.timed("match_lines", json!({ "accept": "none" }))?;
    report.at_least("lines added", added(&imported), ENTRIES as u128);
    let lines = matched["lines"].as_u64().unwrap_or_default();
    report.at_least("lines that were matched", lines.into(), ENTRIES as u128);
    let proposed = matched["proposed"].as_u64().unwrap_or_default();
    report.at_least(
        "of them with a proposal",
        proposed.into(),
        ENTRIES as u128 / 2,
    );
    report.note("import alone", &format!("{} ms", import.as_millis()));
    report.note("matching alone", &format!("{} ms", matching.as_millis()));
    report.time(
        "import and matching",
        import + matching,
        Duration::from_secs(2),
    );

    let (twice, again) = desk.timed("import", paths)?;
    report.at_most("lines added by the same file again", added(&twice), 0);
    report.time("the same file again", again, Duration::from_secs(1));

    let large = json!({ "paths": [folder.join("large.camt.xml")], "dry_run": true });
    let (_, took) = desk.timed("import", large)?;
    let size = std::fs::metadata(folder.join("large.camt.xml"))?.len();
    let said = format!("{} ms", took.as_millis());
    report.note(
        &format!("dry run of a file of {} MB", size / 1_000_000),
        &said,
    );
    report.memory(150);
    relate(&file, report, import)
}

fn added(answer: &Value) -> u128 {
    answer["files"][0]["added"]["bank_lines"]
        .as_u64()
        .unwrap_or_default()
        .into()
}

/// Relates the import to only reading the same XML, and to hashing it.
fn relate(file: &Path, report: &Report, import: Duration) -> Result<(), Box<dyn Error>> {
    let bytes = std::fs::read(file)?;
    let start = Instant::now();
    let mut reader = CamtReader::new(&bytes[..]);
    let mut events = 0_u32;
    while reader
        .next_event()
        .map_err(|refusal| refusal.code())?
        .is_some()
    {
        events += 1;
    }
    let read = start.elapsed();
    std::hint::black_box(events);
    report.ratio(
        "import, in times of only reading the same XML",
        import,
        read,
    );
    let hashed = time_of_sha256(&bytes);
    report.ratio(
        "import, in times of SHA-256 over the same file",
        import,
        hashed,
    );
    Ok(())
}
