//! Staging: what waits is no part of the books, and goes when it is left behind.

use store::*;

use crate::desk::*;

#[test]
fn what_was_left_behind_is_cleared_at_opening() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let stage = opened.stage().unwrap();
    let place = opened
        .stage_statement(stage, &statement("1", 0, 1))
        .unwrap();
    opened
        .stage_lines(stage, place, &[line("2026-10-05", 1, "half")])
        .unwrap();
    opened.stage_rows(stage, "customer", &[1, 2, 3]).unwrap();
    assert_eq!(
        opened.read().waiting_count().unwrap(),
        0,
        "staged is not booked"
    );
    drop(opened);
    let opened = desk.open();
    let left: i64 = desk
        .raw()
        .query_row("SELECT (SELECT count(*) FROM stage_line) + (SELECT count(*) FROM stage_row) + (SELECT count(*) FROM stage)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0);
    assert_sound(&opened);
}

#[test]
fn rows_come_back_in_order_while_they_are_booked() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let stage = opened.stage().unwrap();
    let names: Vec<String> = (0..1_234).map(|number| format!("Klant {number}")).collect();
    for part in names.chunks(100) {
        opened.stage_rows(stage, "customer", part).unwrap();
    }
    let (outcome, ()) = write(&mut opened, |w| {
        w.import(&new_import("klanten.csv"), |rows| {
            let reader = **rows;
            let mut number = 0;
            reader.for_each_staged(stage, "customer", |name: String| {
                assert_eq!(name, format!("Klant {number}"), "in the order of the file");
                number += 1;
                rows.insert_customer(&customer(&number.to_string(), &name))
                    .map(|_| ())
            })
        })
    })
    .unwrap();
    assert_eq!(outcome.counts.customers, 1_234);
    assert_eq!(opened.read().imports().unwrap()[0].counts, outcome.counts);
    opened.drop_stage(stage).unwrap();
    assert_sound(&opened);
}

#[test]
fn an_import_that_fails_leaves_nothing() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let stage = opened.stage().unwrap();
    let place = opened
        .stage_statement(stage, &statement("1", 0, 1))
        .unwrap();
    opened
        .stage_lines(stage, place, &[line("2026-10-05", 1, "x")])
        .unwrap();
    let before = opened.read().head().unwrap();
    let failed: Result<_> = write(&mut opened, |w| {
        w.import(&new_import("half.xml"), |rows| {
            rows.insert_customer(&customer("1", "Half"))?;
            rows.book_stage(stage)?;
            Err::<(), _>(StoreError::AmountMismatch)
        })
    });
    assert_eq!(failed.unwrap_err().code(), "amount_mismatch");
    assert_eq!(opened.read().head().unwrap(), before);
    assert_eq!(
        opened.read().customer_count().unwrap() + opened.read().waiting_count().unwrap(),
        0
    );
}

#[test]
fn an_undone_import_gives_back_what_it_changed() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let before = opened.read().account(id).unwrap();
    let (outcome, ()) = write(&mut opened, |w| {
        w.import(&new_import("open.csv"), |rows| {
            let mut changed = rows.customer(id)?;
            changed.email = Some("nieuw@voorbeeld.nl".into());
            changed.ibans = vec!["NL20INGB0001234567".into()];
            assert!(rows.update_customer(&changed)?);
            changed.phone = Some("0101234567".into());
            assert!(rows.update_customer(&changed)?, "twice in one import");
            let mut invoice = rows.invoice(bill)?;
            invoice.due = Some(day("2026-10-15"));
            assert!(rows.update_invoice(&invoice)?);
            assert!(!rows.update_invoice(&invoice)?, "nothing differs now");
            rows.insert_customer(&customer("D9", "Nieuw"))?;
            Ok::<_, StoreError>(())
        })
    })
    .unwrap();
    assert_eq!(outcome.counts.customers_changed, 2);
    assert_sound(&opened);
    let by_iban = CustomerKey::Iban("NL20INGB0001234567");
    assert_eq!(opened.read().customers_by(&by_iban).unwrap(), [id]);
    write(&mut opened, |w| w.undo(outcome.fact.unwrap())).unwrap();
    assert_eq!(opened.read().account(id).unwrap(), before);
    assert!(opened.read().customers_by(&by_iban).unwrap().is_empty());
    assert_eq!(opened.read().find_customer("D9").unwrap(), None);
    assert_sound(&opened);
}
