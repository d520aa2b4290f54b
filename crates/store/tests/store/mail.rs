//! Mail: kept before it leaves, at most once, and what comes back is not received.

use credit::*;
use store::*;

use crate::desk::*;

fn by_mail(customer: CustomerId, step: Step, invoices: &[InvoiceId]) -> Letter {
    Letter {
        channels: vec![Channel::Email],
        ..letter(customer, step, invoices)
    }
}

/// An administration with one letter that goes by mail only.
fn waiting() -> (Desk, Administration, LetterId) {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (customer, invoice) = one_invoice(&mut opened);
    let letter = by_mail(customer, Step::Reminder, &[invoice]);
    let approved = write(&mut opened, |w| {
        w.approve(&run_on(today()), |run| {
            run.add(&NewLetter {
                letter: &letter,
                info: serde_json::Value::Null,
                files: &[NewLetterFile {
                    kind: LetterFileKind::Eml,
                    name: "brief.eml".to_owned(),
                    media_type: "message/rfc822".to_owned(),
                    bytes: b"Subject: x\r\n\r\ny\r\n",
                }],
            })
        })
    })
    .unwrap();
    (desk, opened, approved.value)
}

fn message(bytes: &'static [u8]) -> NewMail<'static> {
    NewMail {
        sender: "wij@bakkerij.example",
        recipient: "post@voorbeeld.nl",
        message_id: "B-1.x@bakkerij.example",
        bytes,
    }
}

fn state(opened: &Administration, letter: LetterId) -> OutboxState {
    opened.read().outbox_row(letter).unwrap().unwrap().state
}

#[test]
fn what_is_on_its_way_is_never_begun_again() {
    let (desk, mut opened, letter) = waiting();
    assert_eq!(state(&opened, letter), OutboxState::Waiting);
    write(&mut opened, |w| w.mail_begin(letter, &message(b"een"))).unwrap();
    assert_eq!(
        state(&opened, letter),
        OutboxState::Uncertain,
        "until an answer is written down"
    );
    assert!(
        opened.read().pending().unwrap().is_empty(),
        "no run writes it out as a draft meanwhile"
    );
    let twice = write(&mut opened, |w| w.mail_begin(letter, &message(b"een"))).unwrap_err();
    assert_eq!(twice.code(), "letter_state");
    drop(opened);
    let raw = desk.raw();
    let direct = raw.execute(
        "INSERT INTO mail_move (fact, letter, state, answer, address_failed) VALUES (1, ?1, 'sending', '', 0)",
        [letter.0],
    );
    assert!(
        direct.unwrap_err().to_string().contains("may have left"),
        "the database itself refuses it too"
    );
}

#[test]
fn an_outcome_needs_an_attempt() {
    let (_desk, mut opened, letter) = waiting();
    let refused = write(&mut opened, |w| {
        w.mail_end(letter, MailState::Sent, "250 ok", false, None)
    });
    assert_eq!(refused.unwrap_err().code(), "letter_state");
    assert_eq!(state(&opened, letter), OutboxState::Waiting);
    for wrong in [MailState::Again, MailState::Bounced, MailState::Sending] {
        write(&mut opened, |w| w.mail_begin(letter, &message(b"een"))).unwrap();
        let refused = write(&mut opened, |w| w.mail_end(letter, wrong, "", false, None));
        assert!(refused.is_err(), "{wrong:?} is no answer of a server");
        write(&mut opened, |w| {
            w.mail_end(letter, MailState::PutOff, "", false, None)
        })
        .unwrap();
    }
}

#[test]
fn the_same_message_is_kept_once() {
    let (_desk, mut opened, letter) = waiting();
    let mut kept = Vec::new();
    for bytes in [b"een" as &[u8], b"een", b"twee"] {
        let (id, _) = write(&mut opened, |w| w.mail_begin(letter, &message(bytes))).unwrap();
        write(&mut opened, |w| {
            w.mail_end(letter, MailState::PutOff, "450 later", false, None)
        })
        .unwrap();
        kept.push(id);
    }
    assert_eq!(
        kept[0], kept[1],
        "a second try of the same bytes needs no second copy"
    );
    assert_ne!(kept[1], kept[2]);
    let row = opened.read().outbox_row(letter).unwrap().unwrap();
    assert_eq!(
        (row.tries, row.state, row.answer.as_str()),
        (3, OutboxState::PutOff, "450 later")
    );
    assert_eq!(
        opened.read().kept_mail(letter).unwrap().unwrap().bytes,
        b"twee"
    );
    assert_sound(&opened);
}

/// Sends the letter as the use case does.
fn send(opened: &mut Administration, letter: LetterId, on: &str) {
    write(opened, |w| {
        w.mail_begin(letter, &message(b"een"))?;
        w.mail_end(letter, MailState::Sent, "250 ok", false, Some(day(on)))?;
        if w.letter(letter)?.state == LetterState::Approved {
            w.hand_over(letter, "e-mail")?;
            w.confirm(letter, Some(day(on)), None)?;
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn what_comes_back_counts_as_not_received_until_it_leaves_again() {
    let (_desk, mut opened, letter) = waiting();
    let customer = opened.read().letter(letter).unwrap().customer;
    send(&mut opened, letter, "2026-11-03");
    assert_eq!(
        opened.read().letter(letter).unwrap().state,
        LetterState::Confirmed
    );
    assert!(!opened.read().account(customer).unwrap().email_failed);

    write(&mut opened, |w| {
        w.mail_bounced(letter, "Post@Voorbeeld.nl", "no such user")
    })
    .unwrap();
    assert_eq!(state(&opened, letter), OutboxState::Bounced);
    assert_eq!(
        opened.read().letter(letter).unwrap().state,
        LetterState::Approved,
        "nothing may rest on a letter that nobody received"
    );
    assert!(
        opened.read().account(customer).unwrap().email_failed,
        "the next goes by post"
    );
    let mut streamed = false;
    opened
        .read()
        .for_each_account(Accounts::All, |account| -> Result<()> {
            streamed |= account.email_failed && account.letters[0].state == LetterState::Approved;
            Ok(())
        })
        .unwrap();
    assert!(streamed, "one account and all accounts must tell the same");
    let draft = write(&mut opened, |w| w.mail_drafted(letter, "post@voorbeeld.nl"));
    assert_eq!(
        draft.unwrap_err().code(),
        "letter_state",
        "a draft would hide that it came back"
    );

    write(&mut opened, |w| w.mail_posted(letter, day("2026-11-05"))).unwrap();
    let posted = opened.read().letter(letter).unwrap();
    assert_eq!(
        (posted.state, posted.left_on),
        (LetterState::Confirmed, Some(day("2026-11-05"))),
        "its terms run from the day it was posted"
    );
    assert_eq!(state(&opened, letter), OutboxState::Posted);
    assert_sound(&opened);
}

#[test]
fn a_corrected_address_is_trusted_again() {
    let (_desk, mut opened, letter) = waiting();
    let customer = opened.read().letter(letter).unwrap().customer;
    write(&mut opened, |w| {
        w.mail_begin(letter, &message(b"een"))?;
        w.mail_end(
            letter,
            MailState::Refused,
            "550 5.1.1 no such user",
            true,
            None,
        )
    })
    .unwrap();
    assert!(opened.read().account(customer).unwrap().email_failed);
    write(&mut opened, |w| {
        w.update_customer(&Customer {
            email: Some("goed@voorbeeld.nl".into()),
            ..w.customer(customer)?
        })
    })
    .unwrap();
    assert!(
        !opened.read().account(customer).unwrap().email_failed,
        "it is another address"
    );
    assert_eq!(state(&opened, letter), OutboxState::Refused);
    send(&mut opened, letter, "2026-11-04");
    assert_eq!(
        state(&opened, letter),
        OutboxState::Sent,
        "and the letter may go there"
    );
}

#[test]
fn only_the_user_settles_what_nobody_knows() {
    let (_desk, mut opened, letter) = waiting();
    let refused = write(&mut opened, |w| w.mail_settle(letter, true, None));
    assert_eq!(
        refused.unwrap_err().code(),
        "letter_state",
        "nothing is unknown yet"
    );
    write(&mut opened, |w| w.mail_begin(letter, &message(b"een"))).unwrap();
    write(&mut opened, |w| w.mail_settle(letter, false, None)).unwrap();
    assert_eq!(
        state(&opened, letter),
        OutboxState::Waiting,
        "it may go again"
    );
    write(&mut opened, |w| {
        w.mail_begin(letter, &message(b"een"))?;
        w.mail_end(letter, MailState::Uncertain, "", false, None)?;
        w.mail_settle(letter, true, Some(day("2026-11-03")))
    })
    .unwrap();
    assert_eq!(state(&opened, letter), OutboxState::Sent);
    let again = write(&mut opened, |w| w.mail_begin(letter, &message(b"een")));
    assert_eq!(
        again.unwrap_err().code(),
        "letter_state",
        "what arrived is not sent again"
    );
}

#[test]
fn a_letter_that_was_handed_over_by_hand_is_a_draft_until_it_is_confirmed() {
    let (_desk, mut opened, letter) = waiting();
    write(&mut opened, |w| w.hand_over(letter, "/uit/brief.eml")).unwrap();
    assert_eq!(state(&opened, letter), OutboxState::Draft);
    write(&mut opened, |w| w.confirm(letter, None, None)).unwrap();
    assert_eq!(state(&opened, letter), OutboxState::ByHand);
    let page = opened
        .read()
        .outbox(&OutboxQuery {
            limit: 10,
            ..OutboxQuery::default()
        })
        .unwrap();
    assert_eq!((page.total, page.counts.of(OutboxState::ByHand)), (1, 1));
    let none = OutboxQuery {
        state: Some(OutboxState::Waiting),
        limit: 10,
        ..OutboxQuery::default()
    };
    assert_eq!(opened.read().outbox(&none).unwrap().rows, []);
}
