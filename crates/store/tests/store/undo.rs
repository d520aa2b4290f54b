//! Undo: all that has not left the house, and nothing from under what came later.

use credit::*;
use law::Cents;
use proptest::prelude::*;
use store::*;

use crate::desk::*;

#[test]
fn later_facts_stand_in_the_way_and_are_named() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (added, billed, paid, noted) = write(&mut opened, |w| {
        let (id, added) = w.insert_customer(&customer("D1", "Kroon"))?;
        let (bill, billed) = w.insert_invoice(&invoice(id, "1", 100))?;
        let (_, paid) = w.pay(id, today(), Cents(100), &[(bill, Cents(100))])?;
        let noted = w.tell_note(&Note {
            fact: FactId(0),
            customer: id,
            text: "x".into(),
            date: today(),
        })?;
        Ok((added, billed, paid, noted))
    })
    .unwrap();
    assert_eq!(
        opened.read().undo_obstacles(added).unwrap(),
        [billed, paid, noted]
    );
    assert_eq!(opened.read().undo_obstacles(billed).unwrap(), [paid]);
    let refused = write(&mut opened, |w| w.undo(billed)).unwrap_err();
    assert!(
        matches!(&refused, StoreError::BuiltUpon { fact, by } if *fact == billed && by == &[paid]),
        "{refused}"
    );
    for fact in [noted, paid, billed, added] {
        assert_eq!(
            opened.read().last_undoable().unwrap().unwrap().id,
            fact,
            "the newest first"
        );
        write(&mut opened, |w| w.undo(fact)).unwrap();
        let again = write(&mut opened, |w| w.undo(fact)).unwrap_err();
        assert_eq!(again.code(), "already_undone");
        assert_sound(&opened);
    }
    assert_eq!(opened.read().last_undoable().unwrap(), None);
    assert_eq!(opened.read().customer_count().unwrap(), 0);
    // What was undone no longer takes its number.
    write(&mut opened, |w| w.insert_customer(&customer("D1", "Kroon"))).unwrap();
    assert_sound(&opened);
}

#[test]
fn a_change_is_undone_to_what_was_there_before() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let original = opened.read().customer(id).unwrap();
    let renamed = |name: &str| Customer {
        name: name.to_owned(),
        ..original.clone()
    };
    let (first, second) = write(&mut opened, |w| {
        Ok((
            w.update_customer(&renamed("Een"))?.unwrap(),
            w.update_customer(&renamed("Twee"))?.unwrap(),
        ))
    })
    .unwrap();
    assert_eq!(
        write(&mut opened, |w| w.update_customer(&renamed("Twee"))).unwrap(),
        None,
        "nothing differs"
    );
    let refused = write(&mut opened, |w| w.undo(first)).unwrap_err();
    assert!(
        matches!(&refused, StoreError::BuiltUpon { by, .. } if by == &[second]),
        "{refused}"
    );
    write(&mut opened, |w| w.undo(second)).unwrap();
    assert_eq!(opened.read().customer(id).unwrap().name, "Een");
    write(&mut opened, |w| w.undo(first)).unwrap();
    assert_eq!(opened.read().customer(id).unwrap(), original);
    let third = write(&mut opened, |w| w.update_customer(&renamed("Drie")))
        .unwrap()
        .unwrap();
    assert_sound(&opened);
    // An invoice that was told something can still be changed and changed back.
    let mut due = opened.read().invoice(bill).unwrap();
    due.due = None;
    let changed = write(&mut opened, |w| w.update_invoice(&due))
        .unwrap()
        .unwrap();
    write(&mut opened, |w| {
        w.pay(id, today(), Cents(1), &[(bill, Cents(1))])
    })
    .unwrap();
    write(&mut opened, |w| w.undo(changed)).unwrap();
    write(&mut opened, |w| w.undo(third)).unwrap();
    assert!(opened.read().invoice(bill).unwrap().due.is_some());
    assert_sound(&opened);
}

#[test]
fn settings_go_back_to_the_one_before() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let facts = write(&mut opened, |w| {
        Ok([w.put_setting("a", &1)?, w.put_setting("a", &2)?])
    })
    .unwrap();
    write(&mut opened, |w| w.undo(facts[1])).unwrap();
    assert_eq!(opened.read().setting::<i32>("a").unwrap(), Some(1));
    write(&mut opened, |w| w.undo(facts[0])).unwrap();
    assert_eq!(opened.read().setting::<i32>("a").unwrap(), None);
    assert_sound(&opened);
}

#[test]
fn what_left_the_house_stays() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let approved = approve(&mut opened, &letter(id, Step::Reminder, &[bill])).unwrap();
    let handed = write(&mut opened, |w| w.hand_over(approved.value, "brief.pdf")).unwrap();
    for fact in [approved.fact.unwrap(), handed] {
        let refused = write(&mut opened, |w| w.undo(fact)).unwrap_err();
        assert_eq!(refused.code(), "left_the_house");
    }
    let billed = opened
        .read()
        .facts(None, 100)
        .unwrap()
        .into_iter()
        .find(|fact| fact.kind == FactKind::InvoiceAdded)
        .unwrap();
    let refused = write(&mut opened, |w| w.undo(billed.id)).unwrap_err();
    assert!(
        matches!(&refused, StoreError::BuiltUpon { by, .. } if by == &[approved.fact.unwrap()]),
        "{refused}"
    );
    let created = opened.read().facts(None, 100).unwrap().pop().unwrap();
    assert_eq!(
        write(&mut opened, |w| w.undo(created.id))
            .unwrap_err()
            .code(),
        "not_undoable"
    );
    assert_eq!(
        write(&mut opened, |w| w.undo(FactId(9_999)))
            .unwrap_err()
            .code(),
        "not_found"
    );
}

/// Everything about the books that a reader can see, without ids of facts.
fn seen(administration: &Administration) -> String {
    let mut text = String::new();
    administration
        .read()
        .for_each_account(Accounts::All, |account| -> Result<()> {
            text.push_str(&format!("{account:?}\n"));
            Ok(())
        })
        .unwrap();
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever was done and undone, in whatever order is allowed: undoing all of it gives the
    /// books of before, and the log verifies at the end.
    #[test]
    fn undoing_everything_gives_back_the_books(acts in prop::collection::vec(0_u8..9, 1..14), picks in prop::collection::vec(any::<prop::sample::Index>(), 6)) {
        let desk = Desk::new();
        let mut opened = desk.open();
        let (id, bill) = one_invoice(&mut opened);
        let first = opened.read().head().unwrap().facts;
        let before = seen(&opened);
        for (count, act) in acts.iter().enumerate() {
            let done = write(&mut opened, |w| {
                match act {
                    0 => { w.tell_note(&Note { fact: FactId(0), customer: id, text: format!("{count}"), date: today() })?; }
                    1 => { w.pay(id, today(), Cents(100), &[(bill, Cents(60))])?; }
                    2 => { w.update_customer(&Customer { name: format!("Naam {count}"), ..w.customer(id)? })?; }
                    3 => { w.insert_invoice(&invoice(id, &format!("N{count}"), 500))?; }
                    4 => { w.update_invoice(&Invoice { due: Some(day("2026-10-02") + chrono::Days::new(count as u64)), ..w.invoice(bill)? })?; }
                    5 => { let other = w.insert_customer(&customer(&format!("M{count}"), "Tweeling"))?.0; w.merge_customers(other, id)?; }
                    6 => { if let Some(payment) = w.payments_of(id)?.pop() && let Some(allocation) = payment.allocations.first() { w.undo_allocation(allocation.id)?; } }
                    7 => { w.put_customer_plan(id, Some(&DunningPlan { steps: vec![], min_interval_days: count as u16 }))?; }
                    _ => { w.tell_hold(&Hold { fact: FactId(0), customer: id, invoice: Some(bill), until: today(), reason: String::new() })?; }
                }
                Ok(())
            });
            prop_assert!(done.is_ok(), "{:?}", done);
        }
        // Some facts in any order: a refusal is fine, a wrong book is not.
        let facts = opened.read().head().unwrap().facts;
        for pick in &picks {
            let fact = FactId(i64::try_from(first).unwrap() + 1 + i64::try_from(pick.index((facts - first).max(1) as usize)).unwrap());
            let _ = write(&mut opened, |w| w.undo(fact));
            let found = opened.read().verify().unwrap();
            prop_assert!(found.ok, "{:?}", found.problems);
        }
        // Then all that is left, newest first.
        while let Some(fact) = opened.read().last_undoable().unwrap().filter(|fact| fact.id.0 > i64::try_from(first).unwrap()) {
            let undone = write(&mut opened, |w| w.undo(fact.id));
            prop_assert!(undone.is_ok(), "{:?}: {:?}", fact, undone);
        }
        prop_assert_eq!(seen(&opened), before);
        let found = opened.read().verify().unwrap();
        prop_assert!(found.ok, "{:?}", found.problems);
    }
}
