//! The outbox: a reminder exists once.

use std::collections::BTreeMap;

use credit::*;
use proptest::prelude::*;
use store::*;

use crate::desk::*;

#[test]
fn a_step_exists_once_for_an_invoice() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let reminder = letter(id, Step::Reminder, &[bill]);
    approve(&mut opened, &reminder).unwrap();
    let refused = approve(&mut opened, &reminder).unwrap_err();
    assert!(
        matches!(refused, StoreError::AlreadySent { invoice, step: Step::Reminder } if invoice == bill),
        "{refused}"
    );
    assert_eq!(refused.code(), "already_sent");
    assert_eq!(
        opened.read().runs().unwrap().len(),
        1,
        "the refused run left nothing"
    );
    let twice = letter(id, Step::FinalReminder, &[bill, bill]);
    assert_eq!(
        approve(&mut opened, &twice).unwrap_err().code(),
        "already_sent",
        "not twice in one letter either"
    );
    approve(&mut opened, &letter(id, Step::FinalReminder, &[bill])).unwrap();
    assert_sound(&opened);
}

#[test]
fn a_run_without_letters_is_no_run() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let head = opened.read().head().unwrap();
    let approved = write(&mut opened, |w| {
        w.approve(&run_on(today()), |_| Ok::<_, StoreError>(7))
    })
    .unwrap();
    assert_eq!(
        (approved.run, approved.fact, approved.value),
        (None, None, 7)
    );
    assert_eq!(opened.read().head().unwrap(), head);
}

#[test]
fn a_letter_goes_forward_only_and_keeps_its_bytes() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let approved = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    let state_refused = |opened: &mut Administration,
                         act: &dyn Fn(&mut Writer<'_>) -> Result<FactId>| {
        assert_eq!(
            write(opened, |w| act(w)).unwrap_err().code(),
            "letter_state"
        );
    };
    state_refused(&mut opened, &|w| w.confirm(approved, None, None));
    assert_eq!(
        opened.read().latest_departure().unwrap(),
        None,
        "approved is not gone yet"
    );
    drop(opened);
    let mut opened = desk.open();
    let pending = opened.read().pending().unwrap();
    assert_eq!(pending[0].out, "/uit");
    assert_eq!(pending[0].info["to"], "Cafe De Kroon");
    let bytes = opened.read().letter_bytes(pending[0].files[0].id).unwrap();
    assert_eq!(
        bytes,
        format!("%PDF letter of {id} reminder").into_bytes(),
        "the same bytes after a restart"
    );
    write(&mut opened, |w| w.hand_over(approved, "001 Kroon.pdf")).unwrap();
    state_refused(&mut opened, &|w| w.hand_over(approved, "again.pdf"));
    assert!(opened.read().pending().unwrap().is_empty());
    assert_eq!(
        opened.read().handed_over_as(approved).unwrap().as_deref(),
        Some("001 Kroon.pdf")
    );
    assert_eq!(opened.read().latest_departure().unwrap(), Some(today()));
    let proof = NewFile {
        name: "bewijs.jpg".into(),
        media_type: "image/jpeg".into(),
        bytes: vec![1, 2, 3],
    };
    write(&mut opened, |w| {
        w.confirm(approved, Some(day("2026-11-04")), None)
    })
    .unwrap();
    state_refused(&mut opened, &|w| {
        w.confirm(approved, Some(day("2026-11-05")), None)
    });
    write(&mut opened, |w| w.confirm(approved, None, Some(&proof))).unwrap();
    let read = opened.read().letter(approved).unwrap();
    assert_eq!(
        (read.state, read.left(), read.proof),
        (LetterState::Confirmed, day("2026-11-04"), true)
    );
    assert_eq!(
        opened.read().letter_proofs(approved).unwrap()[0].bytes,
        [1, 2, 3]
    );
    assert_sound(&opened);
}

#[test]
fn no_run_before_what_left() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let approved = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    write(&mut opened, |w| w.hand_over(approved, "a")).unwrap();
    let early = write(&mut opened, |w| {
        w.approve(&run_on(day("2026-11-02")), |_| Ok::<_, StoreError>(()))
    });
    assert!(
        matches!(early.unwrap_err(), StoreError::DateBeforeFacts { newest } if newest == today())
    );
}

#[test]
fn the_journal_knows_what_a_restored_backup_does_not() {
    let desk = Desk::new();
    let here = desk.dir.path().join("journaal");
    let there = desk.dir.path().join("elders");
    let mut opened = desk.open();
    opened.attach_journal(&here).unwrap();
    let (id, bill) = one_invoice(&mut opened);
    let first = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    let keys = opened.read().journal_keys(first).unwrap();
    assert!(opened.journal_append(&keys, today()).unwrap());
    write(&mut opened, |w| w.hand_over(first, "1.pdf")).unwrap();
    let backup = desk.dir.path().join("kopie.standvast-backup");
    opened.backup(&backup, now(), today()).unwrap();
    // After the backup: a second letter, and an invoice that the backup does not know.
    let later = write(&mut opened, |w| {
        Ok(w.insert_invoice(&invoice(id, "2026-002", 5_000))?.0)
    })
    .unwrap();
    let second = approve(
        &mut opened,
        &letter(id, Step::FinalReminder, &[bill, later]),
    )
    .unwrap()
    .value;
    let keys = opened.read().journal_keys(second).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    write(&mut opened, |w| w.hand_over(second, "2.pdf")).unwrap();
    drop(opened);

    let restore_to = |name: &str, journal: &std::path::Path| {
        restore(
            &backup,
            &desk.dir.path().join(name),
            Unlock::Passphrase(PASSPHRASE),
            Some(journal),
            now(),
            today(),
        )
        .unwrap()
    };
    let mut restored = restore_to("hier.standvast", &here);
    assert_eq!(
        restored.read().restored().unwrap(),
        Some(PriorReach::Journal)
    );
    let account = restored.read().account(id).unwrap();
    assert_eq!(account.sent_elsewhere, [(bill, Step::FinalReminder)]);
    let refused = approve(&mut restored, &letter(id, Step::FinalReminder, &[bill])).unwrap_err();
    assert_eq!(
        refused.code(),
        "already_sent",
        "what left before is never sent again"
    );
    // Imported anew under another customer id and invoice id, it is known again.
    let other = write(&mut restored, |w| {
        w.insert_customer(&customer("D5", "Tussenin"))?;
        let other = w.insert_customer(&customer("D6", "Kroon anders"))?.0;
        w.insert_invoice(&invoice(other, "2026-002", 5_000))?;
        Ok(other)
    })
    .unwrap();
    let account = restored.read().account(other).unwrap();
    assert_eq!(
        account.sent_elsewhere,
        [(account.invoices[0].id, Step::FinalReminder)]
    );
    let mut streamed = 0;
    restored
        .read()
        .for_each_account(Accounts::All, |account| -> Result<()> {
            streamed += account.sent_elsewhere.len();
            Ok(())
        })
        .unwrap();
    assert_eq!(streamed, 2);
    write(&mut restored, |w| w.settle_restored("nagekeken")).unwrap();
    assert_eq!(restored.read().restored().unwrap(), None);
    assert_eq!(
        restored.read().account(id).unwrap().sent_elsewhere.len(),
        1,
        "settled or not: never again"
    );
    drop(restored);

    // On another computer nothing tells; a journal begun there does not change that.
    let mut elsewhere = restore_to("daar.standvast", &there);
    let unknown = Some(PriorReach::Unknown { backup: today() });
    assert_eq!(elsewhere.read().restored().unwrap(), unknown);
    assert!(
        elsewhere
            .read()
            .account(id)
            .unwrap()
            .sent_elsewhere
            .is_empty()
    );
    let folder = elsewhere.folder().to_owned();
    drop(elsewhere);
    elsewhere =
        Administration::open(&folder, Unlock::Passphrase(PASSPHRASE), now(), today()).unwrap();
    elsewhere.attach_journal(&there).unwrap();
    assert_eq!(elsewhere.read().restored().unwrap(), unknown);
    write(&mut elsewhere, |w| w.settle_restored("gebeld met kantoor")).unwrap();
    assert_eq!(elsewhere.read().restored().unwrap(), None);
    assert_sound(&elsewhere);
}

#[test]
fn a_journal_that_stayed_behind_does_not_vouch() {
    // The books moved to another computer and sent from there; the old computer's journal is
    // older than the backup and must not be believed.
    let desk = Desk::new();
    let old = desk.dir.path().join("oud");
    let mut opened = desk.open();
    opened.attach_journal(&old).unwrap();
    let (id, bill) = one_invoice(&mut opened);
    let first = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    let keys = opened.read().journal_keys(first).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    write(&mut opened, |w| w.hand_over(first, "1.pdf")).unwrap();
    drop(opened);
    let mut elsewhere = desk.open();
    elsewhere
        .attach_journal(&desk.dir.path().join("nieuw"))
        .unwrap();
    let second = approve(&mut elsewhere, &letter(id, Step::FinalReminder, &[bill]))
        .unwrap()
        .value;
    let keys = elsewhere.read().journal_keys(second).unwrap();
    elsewhere.journal_append(&keys, today()).unwrap();
    write(&mut elsewhere, |w| w.hand_over(second, "2.pdf")).unwrap();
    let backup = desk.dir.path().join("b.standvast-backup");
    elsewhere.backup(&backup, now(), today()).unwrap();
    let back = restore(
        &backup,
        &desk.dir.path().join("terug.standvast"),
        Unlock::DataKey(&desk.key),
        Some(&old),
        now(),
        today(),
    )
    .unwrap();
    assert_eq!(
        back.read().restored().unwrap(),
        Some(PriorReach::Unknown { backup: today() })
    );
}

#[test]
fn a_folder_put_back_by_hand_is_noticed() {
    let desk = Desk::new();
    let journal = desk.dir.path().join("journaal");
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    opened.close(None, now(), today()).unwrap();
    let old = std::fs::read(desk.database()).unwrap();
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    let sent = approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
        .unwrap()
        .value;
    let keys = opened.read().journal_keys(sent).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    write(&mut opened, |w| w.hand_over(sent, "1.pdf")).unwrap();
    opened.close(None, now(), today()).unwrap();
    std::fs::write(desk.database(), old).unwrap();
    // A journal whose last line was cut off by a crash is still read.
    let path = std::fs::read_dir(&journal)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str("0011");
    std::fs::write(&path, text).unwrap();
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    assert_eq!(opened.read().restored().unwrap(), Some(PriorReach::Journal));
    assert_eq!(
        opened.read().account(id).unwrap().sent_elsewhere,
        [(bill, Step::Reminder)]
    );
    let second = approve(&mut opened, &letter(id, Step::FinalReminder, &[bill]))
        .unwrap()
        .value;
    let keys = opened.read().journal_keys(second).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    drop(opened);
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    assert_eq!(
        opened.read().account(id).unwrap().sent_elsewhere,
        [(bill, Step::Reminder)],
        "still known after a later letter was added behind the torn line"
    );
}

#[derive(Clone, Debug)]
enum Act {
    Approve(usize, usize),
    ApproveAndCrash(usize, usize),
    HandOver,
    HandOverAndCrash,
    Confirm,
    UndoLast,
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        (0..2_usize, 0..3_usize).prop_map(|(bill, step)| Act::Approve(bill, step)),
        (0..2_usize, 0..3_usize).prop_map(|(bill, step)| Act::ApproveAndCrash(bill, step)),
        Just(Act::HandOver),
        Just(Act::HandOverAndCrash),
        Just(Act::Confirm),
        Just(Act::UndoLast),
        Just(Act::Reopen),
    ];
    prop::collection::vec(act, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// Any sequence of approving, handing over, crashing before the commit, undoing and opening
    /// again: each step leaves for each invoice at most once, and exactly once when it was approved.
    #[test]
    fn any_sequence_sends_each_step_once(acts in acts()) {
        let desk = Desk::new();
        let mut opened = desk.open();
        let (id, bill) = one_invoice(&mut opened);
        let other = write(&mut opened, |w| Ok(w.insert_invoice(&invoice(id, "2026-002", 5_000))?.0)).unwrap();
        let (bills, steps) = ([bill, other], [Step::Reminder, Step::FinalReminder, Step::FinalDemand]);
        let mut approved: BTreeMap<(InvoiceId, Step), LetterId> = BTreeMap::new();
        let mut left: BTreeMap<LetterId, u32> = BTreeMap::new();
        for act in acts {
            match act {
                Act::Approve(bill, step) => {
                    let key = (bills[bill], steps[step]);
                    match approve(&mut opened, &letter(id, key.1, &[key.0])) {
                        Ok(done) => prop_assert_eq!(approved.insert(key, done.value), None, "approved twice"),
                        Err(StoreError::AlreadySent { .. }) => prop_assert!(approved.contains_key(&key)),
                        Err(other) => prop_assert!(false, "{}", other),
                    }
                }
                Act::ApproveAndCrash(bill, step) => {
                    let record = letter(id, steps[step], &[bills[bill]]);
                    let _ = write(&mut opened, |w| {
                        w.approve(&run_on(today()), |run| run.add(&NewLetter { letter: &record, info: serde_json::json!({}), files: &[] }))?;
                        Err::<(), _>(StoreError::Crypto)
                    });
                    drop(opened);
                    opened = desk.open();
                }
                Act::HandOver => {
                    if let Some(next) = opened.read().pending().unwrap().first() {
                        write(&mut opened, |w| w.hand_over(next.letter.id, "x.pdf")).unwrap();
                        *left.entry(next.letter.id).or_default() += 1;
                    }
                }
                Act::HandOverAndCrash => {
                    if let Some(next) = opened.read().pending().unwrap().first() {
                        let _ = write(&mut opened, |w| { w.hand_over(next.letter.id, "x.pdf")?; Err::<(), _>(StoreError::Crypto) });
                    }
                    drop(opened);
                    opened = desk.open();
                }
                Act::Confirm => {
                    if let Some(sent) = opened.read().letters_of(id).unwrap().into_iter().find(|letter| letter.state == LetterState::HandedOver) {
                        write(&mut opened, |w| w.confirm(sent.id, None, None)).unwrap();
                    }
                }
                Act::UndoLast => {
                    if let Some(fact) = opened.read().last_undoable().unwrap() {
                        let undone = write(&mut opened, |w| w.undo(fact.id));
                        prop_assert!(undone.is_ok() == approved.keys().all(|(invoice, _)| fact.subject != Some(Subject::Invoice(*invoice)))
                            || undone.is_err(), "an invoice with a letter cannot go");
                        if undone.is_ok() && fact.kind == FactKind::RunApproved {
                            // Its letters were taken back, as far as they had not left.
                            approved.retain(|_, letter| opened.read().letter(*letter).unwrap().state != LetterState::Withdrawn);
                        } else if undone.is_ok() {
                            // Bring it back, so that the next acts have something to work on.
                            let again = match fact.subject {
                                Some(Subject::Invoice(invoice)) => { prop_assert!(!approved.keys().any(|(bill, _)| *bill == invoice)); true }
                                _ => false,
                            };
                            if again { return Ok(()); }
                        }
                    }
                }
                Act::Reopen => {
                    drop(opened);
                    opened = desk.open();
                }
            }
        }
        while let Some(next) = opened.read().pending().unwrap().first() {
            write(&mut opened, |w| w.hand_over(next.letter.id, "x.pdf")).unwrap();
            *left.entry(next.letter.id).or_default() += 1;
        }
        for ((invoice, step), letter) in &approved {
            prop_assert_eq!(left.get(letter), Some(&1), "{} {:?} left exactly once", invoice, step);
            prop_assert!(opened.read().is_sent(*invoice, *step).unwrap());
        }
        prop_assert_eq!(left.len(), approved.len(), "nothing left that was not approved");
        let found = opened.read().verify().unwrap();
        prop_assert!(found.ok, "{:?}", found.problems);
    }
}

#[test]
fn a_letter_confirmed_without_a_day_left_on_the_day_it_was_handed_over() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let waited = approve(&mut opened, &letter(id, Step::Notice14Days, &[bill]))
        .unwrap()
        .value;
    let later = day("2026-11-06");
    opened
        .write(now(), later, |w| w.hand_over(waited, "001 Kroon.pdf"))
        .unwrap();
    opened
        .write(now(), day("2026-11-20"), |w| w.confirm(waited, None, None))
        .unwrap();
    let read = opened.read().letter(waited).unwrap();
    assert_eq!(
        read.left(),
        later,
        "its days do not begin before anybody could post it: {}",
        read.date
    );
    assert_sound(&opened);
}
