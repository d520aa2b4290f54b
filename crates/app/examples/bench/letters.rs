//! A thousand letters as separate PDFs, on one core: two weights, no logo, calculation sheet included.

use std::error::Error;
use std::time::{Duration, Instant};

use documents::{Letter, LetterKind, PageSetup, Template, print_letter};
use law::{Cents, Lang};

use crate::machine::time_of_sha256;
use crate::report::Report;

#[path = "../../../documents/tests/documents/fixtures.rs"]
#[allow(
    dead_code,
    reason = "the letters that the documents crate is tested with"
)]
mod fixtures;

const COUNT: usize = 1_000;
const LARGEST: u128 = 60_000;
const LEAST_A_SECOND: u128 = 300;

/// Measures the printing.
pub fn measure(report: &mut Report) -> Result<(), Box<dyn Error>> {
    let letters: Vec<Letter> = (0..COUNT).map(letter).collect();
    let template = Template::shipped(LetterKind::FinalDemand, Lang::Nl);
    let setup = PageSetup::default();
    let mut printed = Vec::new();
    let mut largest = 0;
    let mut took = Duration::ZERO;
    let mut pages = 0;
    for letter in &letters {
        let start = Instant::now();
        let pdf = print_letter(letter, &template, &setup)?;
        took += start.elapsed();
        largest = largest.max(pdf.bytes.len() as u128);
        pages += pdf.pages;
        printed.extend_from_slice(&pdf.bytes);
    }
    report.at_least("pages", pages as u128, COUNT as u128 * 2);
    let a_second = COUNT as u128 * 1_000_000 / took.as_micros().max(1);
    report.at_least("letters a second on one core", a_second, LEAST_A_SECOND);
    report.at_most("bytes of the largest", largest, LARGEST - 1);
    let hashed = time_of_sha256(&printed);
    report.ratio(
        "printing, in times of SHA-256 over the same bytes",
        took,
        hashed,
    );
    Ok(())
}

/// No two letters are the same: a cache of pages would not help.
fn letter(index: usize) -> Letter {
    let mut letter = fixtures::letter(LetterKind::FinalDemand, Lang::Nl);
    letter.addressee.name = format!("Bakkerij De Korst {index} en zonen");
    letter.reference = format!("S-2026-{index:05}");
    for (place, row) in letter.invoices.iter_mut().enumerate() {
        row.number = format!("2026-{:05}", index * 7 + place);
        row.remaining = Cents(row.remaining.0 + index as i64 * 13);
    }
    letter
}
