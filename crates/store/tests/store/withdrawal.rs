//! Taking back: what has not left the house can be, what has or may have cannot, and a step never
//! leaves twice.

use std::collections::{BTreeMap, BTreeSet};

use credit::*;
use proptest::prelude::*;
use store::*;

use crate::desk::*;

fn approved(opened: &mut Administration, id: CustomerId, step: Step, bill: InvoiceId) -> LetterId {
    approve(opened, &letter(id, step, &[bill])).unwrap().value
}

/// One approval of two letters about one invoice: its fact, the reminder and the final reminder.
fn approved_together(
    opened: &mut Administration,
    id: CustomerId,
    bill: InvoiceId,
) -> (FactId, [LetterId; 2]) {
    let run = write(opened, |w| {
        w.approve(&run_on(today()), |run| {
            let mut add = |step| {
                run.add(&NewLetter {
                    letter: &letter(id, step, &[bill]),
                    info: serde_json::json!({}),
                    files: &[],
                })
            };
            Ok::<_, StoreError>([add(Step::Reminder)?, add(Step::FinalReminder)?])
        })
    })
    .unwrap();
    (run.fact.unwrap(), run.value)
}

fn withdraw(opened: &mut Administration, letter: LetterId) -> Result<FactId> {
    write(opened, |w| w.withdraw(&[letter], "verkeerde tekst"))
}

fn stays(opened: &Administration, letter: LetterId) -> Option<Stays> {
    opened.read().stays(letter).unwrap()
}

#[test]
fn a_letter_that_was_taken_back_is_out_of_the_way_and_kept() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let first = approved(&mut opened, id, Step::Reminder, bill);
    let files = opened.read().letter_files(first).unwrap();
    let bytes = opened.read().letter_bytes(files[0].id).unwrap();
    let before = opened.read().head().unwrap();
    let fact = withdraw(&mut opened, first).unwrap();

    let read = opened.read();
    assert_eq!(read.letter(first).unwrap().state, LetterState::Withdrawn);
    assert_eq!(
        read.withdrawal(first)
            .unwrap()
            .map(|told| (told.fact, told.reason)),
        Some((fact, "verkeerde tekst".to_owned()))
    );
    assert_eq!(
        read.letter_bytes(files[0].id).unwrap(),
        bytes,
        "what was kept stays kept, byte for byte"
    );
    assert!(read.pending().unwrap().is_empty(), "no run resumes it");
    assert!(
        read.account(id).unwrap().letters.is_empty(),
        "nothing is decided from it"
    );
    assert!(!read.is_sent(bill, Step::Reminder).unwrap());
    assert!(
        read.outbox_row(first).unwrap().is_none(),
        "it is not mailed"
    );
    assert_eq!(read.latest_departure().unwrap(), None);
    let run = &read.runs().unwrap()[0];
    assert_eq!((run.letters, run.pending), (0, 0), "and counts nowhere");
    assert!(
        read.customers_touched_since(FactId(before.facts as i64))
            .unwrap()
            .unwrap()
            .contains(&id),
        "whoever keeps something derived of this customer reads it again"
    );
    assert_sound(&opened);

    for refused in [
        write(&mut opened, |w| w.hand_over(first, "x.pdf")),
        write(&mut opened, |w| w.confirm(first, None, None)),
        write(&mut opened, |w| w.letter_saved(first, "x.pdf")),
        write(&mut opened, |w| w.mail_drafted(first, "a@b.example")),
        write(&mut opened, |w| w.mail_bounced(first, "a@b.example", "weg")),
        write(&mut opened, |w| w.withdraw(&[first], "")),
    ] {
        assert_eq!(refused.unwrap_err().code(), "letter_withdrawn");
    }
    let second = approved(&mut opened, id, Step::Reminder, bill);
    assert_eq!(
        approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
            .unwrap_err()
            .code(),
        "already_sent",
        "the step is free once, not for ever"
    );
    write(&mut opened, |w| w.hand_over(second, "x.pdf")).unwrap();
    assert_eq!(stays(&opened, second), Some(Stays::HandedOver));
    assert_sound(&opened);
}

#[test]
fn what_left_or_may_have_is_not_taken_back() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let other = write(&mut opened, |w| {
        Ok(w.insert_invoice(&invoice(id, "2026-002", 5_000))?.0)
    })
    .unwrap();
    type Act<'a> = &'a dyn Fn(&mut Writer<'_>, LetterId) -> Result<()>;
    let sending = |w: &mut Writer<'_>, id| w.mail_begin(id, &message()).map(|_| ());
    let ended = |w: &mut Writer<'_>, id, state| -> Result<()> {
        sending(w, id)?;
        w.mail_end(id, state, "", false, None).map(|_| ())
    };
    let acts: [(Act<'_>, Stays); 8] = [
        (&|w, id| w.hand_over(id, "x").map(|_| ()), Stays::HandedOver),
        (
            &|w, id| {
                w.hand_over(id, "x")?;
                w.confirm(id, None, None).map(|_| ())
            },
            Stays::Confirmed,
        ),
        (&|w, id| w.letter_saved(id, "x").map(|_| ()), Stays::Saved),
        (
            &|w, id| w.mail_drafted(id, "a@b.example").map(|_| ()),
            Stays::Draft,
        ),
        (&sending, Stays::Uncertain),
        (
            &|w, id| ended(w, id, MailState::Uncertain),
            Stays::Uncertain,
        ),
        (
            &|w, id| {
                ended(w, id, MailState::Uncertain)?;
                w.mail_settle(id, false, None).map(|_| ())
            },
            Stays::Uncertain,
        ),
        (&|w, id| ended(w, id, MailState::Sent), Stays::Mailed),
    ];
    let keys = [
        (bill, Step::Reminder),
        (bill, Step::FinalReminder),
        (bill, Step::Notice14Days),
        (bill, Step::FinalDemand),
        (other, Step::Reminder),
        (other, Step::FinalReminder),
        (other, Step::Notice14Days),
        (other, Step::FinalDemand),
    ];
    for ((act, why), (bill, step)) in acts.into_iter().zip(keys) {
        let letter = approved(&mut opened, id, step, bill);
        write(&mut opened, |w| act(w, letter)).unwrap();
        let refused = withdraw(&mut opened, letter).unwrap_err();
        assert!(
            matches!(refused, StoreError::LetterStays { why: found, .. } if found == why),
            "{refused} instead of {why:?}"
        );
        let raw = desk.raw();
        let forced = raw.execute(
            "INSERT INTO letter_withdrawal (fact, letter, reason) VALUES (1, ?1, '')",
            [letter.0],
        );
        assert!(
            forced.is_err(),
            "the database refuses what is {why:?} by itself too"
        );
    }
    assert_sound(&opened);
}

#[test]
fn a_mail_that_certainly_stayed_is_taken_back_with_its_letter() {
    let desk = Desk::new();
    let journal = desk.dir.path().join("journaal");
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    let (id, bill) = one_invoice(&mut opened);
    let first = approved(&mut opened, id, Step::Reminder, bill);
    let keys = opened.read().journal_keys(first).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    assert_eq!(
        stays(&opened, first),
        Some(Stays::MayHaveLeft),
        "noted before it goes, and nobody knows yet"
    );
    write(&mut opened, |w| {
        w.mail_begin(first, &message())?;
        w.mail_end(first, MailState::Refused, "no such user", true, None)
    })
    .unwrap();
    opened.journal_take_back(&keys, today()).unwrap();
    drop(opened);
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    assert_eq!(stays(&opened, first), None);
    withdraw(&mut opened, first).unwrap();
    drop(opened);
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    let second = approved(&mut opened, id, Step::Reminder, bill);
    let keys = opened.read().journal_keys(second).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    write(&mut opened, |w| w.hand_over(second, "x.pdf")).unwrap();
    assert_sound(&opened);
}

#[test]
fn an_older_copy_of_the_books_does_not_send_again_what_it_had_taken_back() {
    let desk = Desk::new();
    let journal = desk.dir.path().join("journaal");
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    let (id, bill) = one_invoice(&mut opened);
    let first = approved(&mut opened, id, Step::Reminder, bill);
    withdraw(&mut opened, first).unwrap();
    opened.close(None, now(), today()).unwrap();
    let old = std::fs::read(desk.database()).unwrap();
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    let second = approved(&mut opened, id, Step::Reminder, bill);
    let keys = opened.read().journal_keys(second).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    write(&mut opened, |w| w.hand_over(second, "x.pdf")).unwrap();
    opened.close(None, now(), today()).unwrap();
    std::fs::write(desk.database(), old).unwrap();
    let mut opened = desk.open();
    opened.attach_journal(&journal).unwrap();
    assert_eq!(
        opened.read().account(id).unwrap().sent_elsewhere,
        [(bill, Step::Reminder)],
        "the line of the letter that was taken back does not hide that the step left"
    );
    assert_eq!(
        approve(&mut opened, &letter(id, Step::Reminder, &[bill]))
            .unwrap_err()
            .code(),
        "already_sent"
    );
}

#[test]
fn undoing_an_approval_takes_back_what_has_not_left() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let (approval, [gone, waits]) = approved_together(&mut opened, id, bill);
    write(&mut opened, |w| w.hand_over(gone, "x.pdf")).unwrap();
    assert_eq!(
        opened.read().last_undoable().unwrap(),
        None,
        "a letter left last: what waits is not taken back unseen"
    );
    assert!(opened.read().undo_obstacles(approval).unwrap().is_empty());
    let fact = write(&mut opened, |w| w.undo(approval)).unwrap();
    let state = |letter| opened.read().letter(letter).unwrap().state;
    assert_eq!(
        (state(gone), state(waits)),
        (LetterState::HandedOver, LetterState::Withdrawn),
        "what left stays"
    );
    assert_eq!(
        opened.read().last_undoable().unwrap(),
        None,
        "there is no more of it to take back, and what came before it is not undone unseen"
    );
    assert_eq!(
        write(&mut opened, |w| w.undo(approval)).unwrap_err().code(),
        "left_the_house"
    );
    assert_eq!(
        write(&mut opened, |w| w.undo(fact)).unwrap_err().code(),
        "not_undoable",
        "taking back is not taken back: the letter can be approved again"
    );
    assert_sound(&opened);
}

#[test]
fn a_backup_carries_what_was_taken_back() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let first = approved(&mut opened, id, Step::Reminder, bill);
    withdraw(&mut opened, first).unwrap();
    let file = desk.dir.path().join("b.standvast-backup");
    opened.backup(&file, now(), today()).unwrap();
    let mut back = restore(
        &file,
        &desk.dir.path().join("terug.standvast"),
        Unlock::DataKey(&desk.key),
        None,
        now(),
        today(),
    )
    .unwrap();
    assert_eq!(
        back.read().letter(first).unwrap().state,
        LetterState::Withdrawn
    );
    approved(&mut back, id, Step::Reminder, bill);
    assert_sound(&back);
}

#[test]
fn the_books_guard_a_letter_that_was_taken_back() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let first = approved(&mut opened, id, Step::Reminder, bill);
    let second = approved(&mut opened, id, Step::FinalReminder, bill);
    withdraw(&mut opened, first).unwrap();
    drop(opened);
    let raw = desk.raw();
    raw.execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;")
        .unwrap();
    for sql in [
        format!("UPDATE letter SET withdrawn = NULL WHERE id = {first}"),
        format!("UPDATE letter_line SET withdrawn = NULL WHERE letter = {first}"),
        format!("UPDATE letter SET withdrawn = 1 WHERE id = {second}"),
        format!("UPDATE letter_line SET withdrawn = 1 WHERE letter = {second}"),
        format!("UPDATE letter SET state = 'handed_over' WHERE id = {first}"),
        format!("INSERT INTO letter_move (fact, letter, state) VALUES (1, {first}, 'handed_over')"),
        format!("INSERT INTO letter_withdrawal (fact, letter, reason) VALUES (1, {first}, '')"),
        format!("INSERT INTO letter_saved (fact, letter, file) VALUES (1, {first}, 'x')"),
        format!(
            "INSERT INTO mail_move (fact, letter, state, answer, address_failed) VALUES (1, {first}, 'sending', '', 0)"
        ),
        "UPDATE letter_withdrawal SET reason = 'x'".to_owned(),
        "DELETE FROM letter_withdrawal".to_owned(),
        "REPLACE INTO letter_withdrawal SELECT id, fact, letter, 'x' FROM letter_withdrawal"
            .to_owned(),
    ]
    .map(|sql| sql.replace(&first.to_string(), &first.0.to_string()))
    .map(|sql| sql.replace(&second.to_string(), &second.0.to_string()))
    {
        let outcome = raw.execute(&sql, []);
        assert!(outcome.is_err(), "{sql} must be refused, but: {outcome:?}");
    }
}

#[test]
fn a_restored_backup_holds_what_may_have_left_since_and_nothing_else() {
    let desk = Desk::new();
    let here = desk.dir.path().join("journaal");
    let mut opened = desk.open();
    opened.attach_journal(&here).unwrap();
    let (id, bill) = one_invoice(&mut opened);
    let noted = |opened: &mut Administration, letter| {
        let keys = opened.read().journal_keys(letter).unwrap();
        opened.journal_append(&keys, today()).unwrap();
    };
    let bounced = approved(&mut opened, id, Step::Reminder, bill);
    noted(&mut opened, bounced);
    write(&mut opened, |w| {
        w.mail_begin(bounced, &message())?;
        w.mail_end(bounced, MailState::Sent, "250 ok", false, None)?;
        w.mail_bounced(bounced, "post@voorbeeld.nl", "bestaat niet")
    })
    .unwrap();
    let left_since = approved(&mut opened, id, Step::FinalReminder, bill);
    let waits = approved(&mut opened, id, Step::Notice14Days, bill);
    let held = |opened: &Administration| {
        [bounced, left_since, waits]
            .map(|letter| opened.read().may_have_left_before_restore(letter).unwrap())
    };
    assert_eq!(held(&opened), [false; 3], "nothing was put back yet");
    let backup = desk.dir.path().join("kopie.standvast-backup");
    opened.backup(&backup, now(), today()).unwrap();
    noted(&mut opened, left_since);
    write(&mut opened, |w| w.hand_over(left_since, "2.pdf")).unwrap();
    drop(opened);

    let restored = |name: &str, journal: &str| {
        restore(
            &backup,
            &desk.dir.path().join(name),
            Unlock::DataKey(&desk.key),
            Some(&desk.dir.path().join(journal)),
            now(),
            today(),
        )
        .unwrap()
    };
    assert_eq!(
        held(&restored("hier.standvast", "journaal")),
        [false, true, false],
        "the journal knows the first because it went and came back, as the books say; the second \
         because it left since; the third not at all"
    );
    let mut elsewhere = restored("daar.standvast", "elders");
    assert_eq!(
        held(&elsewhere),
        [true; 3],
        "where nobody knows what left since, each may have"
    );
    write(&mut elsewhere, |w| w.settle_restored("nagekeken")).unwrap();
    assert_eq!(
        held(&elsewhere),
        [false; 3],
        "until the user said what left"
    );
}

#[derive(Clone, Debug)]
enum Act {
    Approve(usize, usize),
    ApproveAndCrash(usize, usize),
    Withdraw(usize),
    WithdrawAndCrash(usize),
    UndoApproval,
    /// The file is written and noted.
    HandOver(usize),
    /// The file is written, and then the power fails.
    HandOverAndCrash(usize),
    /// The journal is written, and then the power fails.
    NotedAndCrash(usize),
    MailRefused(usize),
    MailSent(usize),
    Confirm,
    /// A run finishes everything that waits.
    Rerun,
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0..2_usize, 0..2_usize).prop_map(|(bill, step)| Act::Approve(bill, step)),
        1 => (0..2_usize, 0..2_usize).prop_map(|(bill, step)| Act::ApproveAndCrash(bill, step)),
        3 => (0..4_usize).prop_map(Act::Withdraw),
        1 => (0..4_usize).prop_map(Act::WithdrawAndCrash),
        1 => Just(Act::UndoApproval),
        1 => (0..4_usize).prop_map(Act::HandOver),
        1 => (0..4_usize).prop_map(Act::HandOverAndCrash),
        1 => (0..4_usize).prop_map(Act::NotedAndCrash),
        1 => (0..4_usize).prop_map(Act::MailRefused),
        1 => (0..4_usize).prop_map(Act::MailSent),
        1 => Just(Act::Confirm),
        1 => Just(Act::Rerun),
        1 => Just(Act::Reopen),
    ];
    prop::collection::vec(act, 1..30)
}

/// The house, and everything that was seen to leave it.
struct House {
    desk: Desk,
    opened: Administration,
    customer: CustomerId,
    /// Which letters left for which step of which invoice.
    out: BTreeMap<(InvoiceId, Step), BTreeSet<LetterId>>,
}

impl House {
    fn reopen(self) -> House {
        let House {
            desk,
            opened,
            customer,
            out,
        } = self;
        drop(opened);
        let mut opened = desk.open();
        opened
            .attach_journal(&desk.dir.path().join("journaal"))
            .unwrap();
        House {
            desk,
            opened,
            customer,
            out,
        }
    }

    /// A letter that is or was approved and not confirmed.
    fn nth(&self, n: usize) -> Option<Letter> {
        let letters = self.opened.read().letters_of(self.customer).unwrap();
        let count = letters.len();
        letters.into_iter().nth(n.checked_rem(count)?)
    }

    fn noted(&mut self, letter: LetterId) {
        let keys = self.opened.read().journal_keys(letter).unwrap();
        self.opened.journal_append(&keys, today()).unwrap();
    }

    fn leaves(&mut self, letter: &Letter) {
        for line in &letter.lines {
            self.out
                .entry((line.invoice, line.step))
                .or_default()
                .insert(letter.id);
        }
    }

    fn mail(&mut self, letter: &Letter, state: MailState) {
        let keys = self.opened.read().journal_keys(letter.id).unwrap();
        let fresh = !self.opened.journal_knows(&keys);
        if letter.state == LetterState::Withdrawn
            || write(&mut self.opened, |w| w.mail_begin(letter.id, &message())).is_err()
        {
            return;
        }
        self.noted(letter.id);
        write(&mut self.opened, |w| {
            w.mail_end(letter.id, state, "", false, None)
        })
        .unwrap();
        if state == MailState::Sent {
            self.leaves(letter);
        } else if fresh {
            self.opened.journal_take_back(&keys, today()).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any order of approving, taking back, handing out, mailing, confirming, running again and
    /// crashing: a step of an invoice leaves in one letter at most.
    #[test]
    fn no_order_of_acts_sends_a_step_twice(acts in acts()) {
        let desk = Desk::new();
        let mut opened = desk.open();
        opened.attach_journal(&desk.dir.path().join("journaal")).unwrap();
        let (customer, bill) = one_invoice(&mut opened);
        let other = write(&mut opened, |w| Ok(w.insert_invoice(&invoice(customer, "2026-002", 5_000))?.0)).unwrap();
        let (bills, steps) = ([bill, other], [Step::Reminder, Step::FinalReminder]);
        let mut house = House { desk, opened, customer, out: BTreeMap::new() };
        for act in acts {
            match act {
                Act::Approve(bill, step) => {
                    let key = (bills[bill], steps[step]);
                    let free = !house.opened.read().is_sent(key.0, key.1).unwrap();
                    let done = approve(&mut house.opened, &letter(customer, key.1, &[key.0]));
                    prop_assert_eq!(done.is_ok(), free, "a step that was taken back is free, and no other");
                }
                Act::ApproveAndCrash(bill, step) => {
                    let record = letter(customer, steps[step], &[bills[bill]]);
                    let _ = write(&mut house.opened, |w| {
                        w.approve(&run_on(today()), |run| run.add(&NewLetter { letter: &record, info: serde_json::json!({}), files: &[] }))?;
                        Err::<(), _>(StoreError::Crypto)
                    });
                    house = house.reopen();
                }
                Act::Withdraw(n) => if let Some(letter) = house.nth(n) {
                    let out = house.out.values().any(|letters| letters.contains(&letter.id));
                    let done = withdraw(&mut house.opened, letter.id);
                    prop_assert!(done.is_err() || !out, "{:?} left, and was taken back", letter.id);
                }
                Act::WithdrawAndCrash(n) => if let Some(letter) = house.nth(n) {
                    let _ = write(&mut house.opened, |w| { w.withdraw(&[letter.id], "")?; Err::<(), _>(StoreError::Crypto) });
                    house = house.reopen();
                }
                Act::UndoApproval => {
                    let facts = house.opened.read().facts(None, 200).unwrap();
                    if let Some(fact) = facts.iter().find(|fact| fact.kind == FactKind::RunApproved) {
                        let _ = write(&mut house.opened, |w| w.undo(fact.id));
                    }
                }
                Act::HandOver(n) | Act::HandOverAndCrash(n) | Act::NotedAndCrash(n) => {
                    if let Some(letter) = house.nth(n).filter(|letter| letter.state == LetterState::Approved) {
                        house.noted(letter.id);
                        if !matches!(act, Act::NotedAndCrash(_)) {
                            house.leaves(&letter);
                        }
                        if matches!(act, Act::HandOver(_)) {
                            write(&mut house.opened, |w| w.hand_over(letter.id, "x.pdf")).unwrap();
                        } else {
                            house = house.reopen();
                        }
                    }
                }
                Act::MailRefused(n) => if let Some(letter) = house.nth(n) { house.mail(&letter, MailState::Refused); },
                Act::MailSent(n) => if let Some(letter) = house.nth(n) { house.mail(&letter, MailState::Sent); },
                Act::Confirm => {
                    let sent = house.opened.read().letters_of(customer).unwrap().into_iter().find(|letter| letter.state == LetterState::HandedOver);
                    if let Some(sent) = sent {
                        write(&mut house.opened, |w| w.confirm(sent.id, None, None)).unwrap();
                    }
                }
                Act::Rerun => for next in house.opened.read().pending().unwrap() {
                    house.noted(next.letter.id);
                    house.leaves(&next.letter);
                    write(&mut house.opened, |w| w.hand_over(next.letter.id, "x.pdf")).unwrap();
                },
                Act::Reopen => house = house.reopen(),
            }
        }
        for ((invoice, step), letters) in &house.out {
            prop_assert_eq!(letters.len(), 1, "{} {:?} left in {:?}", invoice, step, letters);
        }
        let taken_back: Vec<LetterId> = house.opened.read().letters_of(customer).unwrap().into_iter()
            .filter(|letter| letter.state == LetterState::Withdrawn).map(|letter| letter.id).collect();
        prop_assert!(!house.out.values().flatten().any(|letter| taken_back.contains(letter)), "what was taken back never left");
        let found = house.opened.read().verify().unwrap();
        prop_assert!(found.ok, "{:?}", found.problems);
    }
}

#[test]
fn the_last_act_is_never_one_before_it() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let noted = write(&mut opened, |w| {
        w.tell_note(&Note {
            fact: FactId(0),
            customer: id,
            date: today(),
            text: "belt terug".into(),
        })
    })
    .unwrap();
    let (approval, [one, other]) = approved_together(&mut opened, id, bill);
    let last = |opened: &Administration| {
        let last = opened.read().last_undoable().unwrap();
        last.map(|fact| fact.id)
    };
    assert_eq!(
        last(&opened),
        Some(approval),
        "an approval is taken back as a whole"
    );
    withdraw(&mut opened, one).unwrap();
    assert_eq!(
        last(&opened),
        None,
        "taking one letter back stays; the other is not taken back unseen"
    );
    assert_eq!(stays(&opened, other), None, "by itself it still can be");
    write(&mut opened, |w| w.undo(approval)).unwrap();
    withdraw(&mut opened, other).unwrap_err();
    assert_eq!(
        opened.read().last_act().unwrap().map(|fact| fact.kind),
        Some(FactKind::LettersWithdrawn),
        "the letter that was taken back by itself is the last act that stands"
    );

    let again = approved(&mut opened, id, Step::Reminder, bill);
    let approval = last(&opened).unwrap();
    write(&mut opened, |w| w.undo(approval)).unwrap();
    assert_eq!(
        opened.read().letter(again).unwrap().state,
        LetterState::Withdrawn
    );
    assert_ne!(
        opened.read().last_act().unwrap().map(|fact| fact.id),
        Some(approval),
        "an approval of which nothing stands is no act any more"
    );
    assert!(
        opened.read().fact(noted).unwrap().undone_by.is_none(),
        "and nothing older was touched"
    );
}
