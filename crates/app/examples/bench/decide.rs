//! Today's decisions for 100,000 open invoices of 20,000 customers, from an opened administration.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use store::{Accounts, Administration, StoreError, Unlock};

use crate::machine::{Desk, time_of_sha256, today};
use crate::report::Report;

const CUSTOMERS: u32 = 20_000;
const INVOICES: u32 = 100_000;

/// Makes the administration.
pub fn prepare(folder: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    Desk::new(folder).make_sample(CUSTOMERS, INVOICES)?;
    println!("  made in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Measures the decisions.
pub fn measure(folder: &Path, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let desk = Desk::new(folder);
    let opened = desk.open_sample()?;
    report.note(
        "opening, passphrase included",
        &format!("{} ms", opened.as_millis()),
    );
    let (answer, first) = desk.timed("today", json!({}))?;
    let (_, again) = desk.timed("today", json!({}))?;
    let buckets = answer["ageing"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let open: u64 = buckets
        .iter()
        .filter_map(|bucket| bucket["invoices"].as_u64())
        .sum();
    report.at_least(
        "open invoices that were decided on",
        open.into(),
        INVOICES.into(),
    );
    let proposals = answer["proposals"].as_array().map_or(0, Vec::len);
    report.at_least("proposals", proposals as u128, 1_000);
    report.time("today, the first time", first, Duration::from_secs(2));
    report.time("today, again", again, Duration::from_secs(2));
    report.memory(400);
    drop(desk);
    relate(folder, report, again)
}

/// Relates the decisions to reading the same rows without deciding anything, and to hashing the
/// same bytes.
fn relate(folder: &Path, report: &Report, decided: Duration) -> Result<(), Box<dyn Error>> {
    let desk = Desk::new(folder);
    let at = today().and_time(chrono::NaiveTime::MIN).and_utc();
    let passphrase = desk.passphrase()?;
    let unlock = Unlock::Passphrase(&passphrase);
    let administration = Administration::open(&desk.administration(), unlock, at, today())?;
    let start = Instant::now();
    let mut accounts = 0_u32;
    administration
        .read()
        .for_each_account(Accounts::Unsettled, |_| {
            accounts += 1;
            Ok::<(), StoreError>(())
        })?;
    let walked = start.elapsed();
    report.note("accounts that were read", &accounts.to_string());
    report.ratio(
        "deciding, in times of only reading the same accounts",
        decided,
        walked,
    );
    let bytes = std::fs::read(desk.administration().join("administration.db"))?;
    let hashed = time_of_sha256(&bytes);
    report.ratio(
        "deciding, in times of SHA-256 over the database",
        decided,
        hashed,
    );
    Ok(())
}
