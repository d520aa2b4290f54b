//! Prints letters as separate PDFs on one core and says how many a second, and how large.
//!
//! `letters [COUNT] [FOLDER]`; with a folder, one letter of each kind and language is written there.
#![allow(clippy::print_stdout, clippy::float_arithmetic, missing_docs)]

#[path = "../tests/documents/fixtures.rs"]
#[allow(dead_code)]
mod fixtures;

use std::time::Instant;

use documents::{DocumentError, LetterKind, PageSetup, Template, print_letter};
use law::{Cents, Lang};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let count: usize = args.next().map_or(Ok(1_000), |text| text.parse())?;
    if let Some(folder) = args.next() {
        write_samples(std::path::Path::new(&folder))?;
    }
    let letters: Vec<_> = (0..count)
        .map(|i| {
            let mut letter = fixtures::letter(LetterKind::FinalDemand, Lang::Nl);
            letter.addressee.name = format!("Klant {} van Dam {}", names(i), i);
            letter.reference = format!("S-2026-{i:05}");
            letter.payment.reference = format!("{:016}", 5_000_056_789_012_345_u64 + i as u64);
            for (k, row) in letter.invoices.iter_mut().enumerate() {
                row.number = format!("2026-{:05}", i * 7 + k);
                row.remaining = Cents(row.remaining.0 + i as i64 * 13);
            }
            letter
        })
        .collect();
    let template = Template::shipped(LetterKind::FinalDemand, Lang::Nl);
    let setup = PageSetup::default();
    let start = Instant::now();
    let mut largest = 0;
    let mut total = 0;
    for letter in &letters {
        let size = print_letter(letter, &template, &setup)?.bytes.len();
        largest = largest.max(size);
        total += size;
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{count} letters in {seconds:.2} s: {:.0} per second",
        count as f64 / seconds
    );
    println!(
        "mean {} bytes, largest {largest} bytes",
        total / count.max(1)
    );
    Ok(())
}

fn names(i: usize) -> &'static str {
    [
        "Anker",
        "Ångström",
        "Bakema",
        "Çelik",
        "Dörr",
        "Łukasz",
        "Eik",
        "Féline",
    ][i % 8]
}

fn write_samples(folder: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(folder)?;
    for (name, letter, template) in fixtures::all() {
        let pdf = print_letter(
            &letter,
            &template,
            &PageSetup {
                fold_marks: true,
                ..PageSetup::default()
            },
        )?;
        std::fs::write(folder.join(format!("{name}.pdf")), pdf.bytes)?;
        let pages = documents::preview_letter(&letter, &template, &PageSetup::default())?;
        for (i, page) in pages.iter().enumerate() {
            std::fs::write(folder.join(format!("{name}.{}.svg", i + 1)), page)?;
        }
    }
    for (name, pdf) in others()? {
        std::fs::write(folder.join(format!("{name}.pdf")), pdf.bytes)?;
    }
    Ok(())
}

fn others() -> Result<Vec<(&'static str, documents::Pdf)>, DocumentError> {
    use documents::*;
    let date = fixtures::day(2026, 11, 22);
    let groups = [
        "K7QF", "2MXD", "9PTB", "4HWN", "C3VJ", "8RGS", "5YKD", "1ZQM",
    ]
    .map(str::to_owned)
    .to_vec();
    let recovery = RecoverySheet {
        administration: "Kruimel & Zn.".into(),
        groups,
        date,
        lang: Lang::Nl,
        qr: true,
    };
    let row = |i: i64| RunSheetRow {
        customer: format!("Klant nummer {i} en zonen te Middelburg"),
        step: "herinnering".into(),
        channel: "post en e-mail".into(),
        amount: Cents(12_345 * i),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
    };
    let run = RunSheet {
        creditor: "Kruimel & Zn. B.V.".into(),
        run: "2026-11-22-1".into(),
        date,
        made_at: None,
        lang: Lang::Nl,
        letters: (1..60).map(row).collect(),
        chain_head: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        facts: 4711,
    };
    let mut notice = fixtures::letter(LetterKind::Notice14Days, Lang::Nl);
    for row in notice.invoices.iter_mut().skip(2) {
        row.bears_costs = false;
        row.note = Some("Een deel van € 50,00 is betwist.".into());
    }
    if let Some(costs) = notice
        .claim
        .as_mut()
        .and_then(|claim| claim.costs_announced.as_mut())
    {
        (costs.base, costs.costs) = (Cents(23_045), Cents(4_000));
        costs.lines = vec![CalculationLine {
            text: "het wettelijke minimum".into(),
            amount: Cents(4_000),
            ..CalculationLine::default()
        }];
    }
    let mut long = fixtures::letter(LetterKind::FinalReminder, Lang::En);
    long.invoices = (0..120)
        .flat_map(|_| fixtures::invoices())
        .take(120)
        .collect();
    let setup = PageSetup {
        window: Window::Right,
        ..PageSetup::default()
    };
    let shipped = Template::shipped;
    Ok(vec![
        ("recovery", print_recovery_sheet(&recovery)?),
        ("run", print_run_sheet(&run)?),
        (
            "test_page_left",
            print_test_page(&PageSetup::default(), Lang::Nl, date)?,
        ),
        ("test_page_right", print_test_page(&setup, Lang::En, date)?),
        (
            "notice_split",
            print_letter(
                &notice,
                &shipped(LetterKind::Notice14Days, Lang::Nl),
                &setup,
            )?,
        ),
        (
            "long",
            print_letter(&long, &shipped(LetterKind::FinalReminder, Lang::En), &setup)?,
        ),
    ])
}
