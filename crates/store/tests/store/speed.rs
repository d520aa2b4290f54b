//! Speed and size: the limits hold for an unoptimised build on a slow machine; a release build is
//! many times quicker. What is printed tells how far.

use std::time::{Duration, Instant};

use store::*;

use crate::desk::*;

/// `STANDVAST_SCALE=10` measures ten times as much.
fn scale() -> u32 {
    std::env::var("STANDVAST_SCALE")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
}

fn timed<T>(what: &str, limit: Duration, act: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let value = act();
    let took = start.elapsed();
    println!("{what}: {took:?}");
    assert!(took < limit, "{what} took {took:?}, more than {limit:?}");
    value
}

/// Stages and books lines in the way of a big file: some thousand at a time.
fn import_many(opened: &mut Administration, thousands: i64) -> StageCounts {
    let stage = opened.stage().unwrap();
    let place = opened
        .stage_statement(stage, &statement("1", 0, 100))
        .unwrap();
    for part in 0..thousands {
        let lines: Vec<NewLine> = (0..1_000)
            .map(|number| {
                line(
                    "2026-10-05",
                    100 + number % 50,
                    &format!("betaling {part}-{}", number / 3),
                )
            })
            .collect();
        opened.stage_lines(stage, place, &lines).unwrap();
    }
    let counts = write(opened, |w| {
        w.import(&new_import("groot.xml"), |rows| rows.book_stage(stage))
    })
    .unwrap()
    .1;
    opened.drop_stage(stage).unwrap();
    counts
}

#[test]
fn ten_thousand_lines_come_in_quickly_and_again() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let thousands = i64::from(10 * scale());
    let (first, again) = (
        Duration::from_secs(10) * scale(),
        Duration::from_secs(5) * scale(),
    );
    let counts = timed("bank lines in", first, || {
        import_many(&mut opened, thousands)
    });
    assert_eq!(
        counts.added,
        thousands.unsigned_abs() * 1_000,
        "all are new, equal ones among them"
    );
    let counts = timed("the same again", again, || {
        import_many(&mut opened, thousands)
    });
    assert_eq!(
        (counts.added, counts.duplicates),
        (0, thousands.unsigned_abs() * 1_000)
    );
    assert_eq!(
        opened.read().waiting_count().unwrap(),
        thousands.unsigned_abs() * 1_000
    );
}

#[test]
fn many_accounts_are_read_in_one_pass() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (customers, each) = (2_000 * scale() as usize, 5);
    timed("invoices in", Duration::from_secs(30) * scale(), || {
        write(&mut opened, |w| {
            w.import(&new_import("open.csv"), |rows| {
                let mut ids = Vec::new();
                for number in 0..customers {
                    ids.push(rows.insert_customer(&customer(
                        &number.to_string(),
                        &format!("Klant {number}"),
                    ))?);
                }
                // Not in the order of the customers: as a ledger gives them.
                for number in 0..each {
                    for id in &ids {
                        rows.insert_invoice(&invoice(*id, &format!("{id}-{number}"), 1_000))?;
                    }
                }
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
    });
    let (mut accounts, mut invoices) = (0, 0);
    timed("invoices out", Duration::from_secs(5) * scale(), || {
        opened
            .read()
            .for_each_account(Accounts::All, |account| -> Result<()> {
                accounts += 1;
                invoices += account.invoices.len();
                Ok(())
            })
            .unwrap();
    });
    assert_eq!((accounts, invoices), (customers, customers * each));
    timed("verify", Duration::from_secs(10) * scale(), || {
        assert_sound(&opened)
    });
}
