//! Whole rounds through the use cases: each letter at most once, whatever happens on the way.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use app::post::{Delivery, Dial, Post, PostFailure, PostLine};
use serde_json::{Value, json};

use crate::home::{Home, ME, server};
use crate::lines::smtp;
use crate::server::{Manners, Server, Then};

fn header(bytes: &[u8], name: &str) -> String {
    use mailparse::MailHeaderMap as _;
    mailparse::parse_mail(bytes)
        .unwrap()
        .headers
        .get_first_value(name)
        .unwrap_or_default()
}

#[test]
fn everything_that_waits_is_sent_once_and_kept_as_it_left() {
    let home = Home::new();
    let server = server();
    home.account(&server, json!({ "reply_to": "antwoord@kruimel.example" }));
    let waiting = home.waiting();
    let sent = home.ok("mail_send", json!({}));
    assert_eq!(sent["sent"], waiting.len(), "{sent}");
    let received = server.received();
    assert_eq!(received.len(), waiting.len());
    for (letter, address) in &waiting {
        let copy = home.path("kopie.eml");
        home.ok(
            "mail_message_save",
            json!({ "letter": letter, "out": copy }),
        );
        let kept = std::fs::read(&copy).unwrap();
        let got = received.iter().find(|message| message.bytes == kept);
        let got =
            got.unwrap_or_else(|| panic!("{letter} must have arrived byte for byte as it is kept"));
        assert_eq!(&got.to, address);
        assert_eq!(got.from, ME);
        assert!(
            header(&kept, "From").contains("Débiteuren"),
            "{}",
            header(&kept, "From")
        );
        assert!(header(&kept, "Reply-To").contains("antwoord@"));
        assert_eq!(header(&kept, "X-Unsent"), "", "it is no draft");
        let subject = header(&kept, "Subject");
        assert!(!subject.is_empty() && !subject.contains("=?"), "{subject}");
        let message = home.ok("mail_message", json!({ "letter": letter }));
        assert_eq!(
            (&message["sent"], &message["subject"]),
            (&json!(true), &json!(subject))
        );
        assert_eq!(message["files"][0]["media_type"], "application/pdf");
        assert!(
            message["events"].as_array().unwrap().iter().any(|event| {
                event["answer"]
                    .as_str()
                    .unwrap()
                    .contains("aangenomen als 4XyZ")
            }),
            "the server's words are kept: {message}"
        );
    }
    let again = home.ok("mail_send", json!({}));
    assert_eq!(again["sent"], 0);
    let named = home.refused("mail_retry", json!({ "letters": [waiting[0].0] }));
    assert_eq!(named.code, "mail_state", "also not by name");
    assert_eq!(server.received().len(), waiting.len(), "nothing left twice");
    assert!(home.waiting().is_empty());
    assert_eq!(home.ok("verify", json!({}))["ok"], true);
    let run = home.ok("runs", json!({ "offset": 0, "limit": 1 }))["runs"][0]["run"].clone();
    let letters = home.ok("run_letters", json!({ "run": run }))["letters"].clone();
    for row in letters.as_array().unwrap() {
        let by_mail = row["channels"] == json!(["email"]);
        if by_mail {
            assert_eq!(
                (&row["state"], &row["proof"]),
                (&json!("confirmed"), &json!(true)),
                "{row}"
            );
            let draft = home.refused(
                "run_save_mails",
                json!({ "run": run, "out": home.path("uit"), "letters": [row["letter"]] }),
            );
            assert_eq!(draft.code, "mail_left", "a draft would send it twice");
        } else {
            assert_ne!(
                row["state"], "confirmed",
                "what goes on paper is not posted by mailing its copy: {row}"
            );
        }
    }
}

#[test]
fn in_test_mode_everything_comes_to_oneself_and_nothing_counts() {
    let home = Home::new();
    let server = server();
    home.account(&server, json!({ "test_mode": true }));
    let (waiting, before) = (home.waiting(), home.facts());
    let sent = home.ok("mail_send", json!({}));
    assert_eq!(
        (&sent["test"], &sent["sent"]),
        (&json!(true), &json!(waiting.len()))
    );
    assert_eq!(home.facts(), before, "nothing is written down");
    assert_eq!(home.waiting(), waiting, "they wait as before");
    assert_eq!(home.outbox()["test_mode"], true);
    for message in server.received() {
        assert_eq!(message.to, ME, "no customer gets anything");
        let subject = header(&message.bytes, "Subject");
        assert!(
            waiting
                .iter()
                .any(|(_, address)| subject.starts_with(&format!("[TEST → {address}] "))),
            "{subject}"
        );
        assert!(
            header(&message.bytes, "To").contains(ME),
            "nor is named as the one it is sent to"
        );
    }
}

#[test]
fn one_refusal_holds_up_no_other_and_a_corrected_address_gets_it() {
    let home = Home::new();
    let waiting = home.waiting();
    let (bad, address) = waiting[1].clone();
    let server = Server::new(Manners {
        recipients: [(address.clone(), (9, "550 5.1.1 no such user here"))].into(),
        ..Manners::default()
    });
    home.account(&server, json!({}));
    let sent = home.ok("mail_send", json!({}));
    assert_eq!(
        (&sent["refused"], &sent["sent"]),
        (&json!(1), &json!(waiting.len() - 1)),
        "{sent}"
    );
    assert_eq!(home.in_state("refused"), [(bad.clone(), address)]);
    let row = home.ok("outbox", json!({ "state": "refused" }))["messages"][0].clone();
    assert!(
        row["answer"]
            .as_str()
            .unwrap()
            .contains("no such user here"),
        "{row}"
    );
    assert_eq!(
        home.ok("mail_send", json!({}))["sent"],
        0,
        "what was refused for good is not tried by itself"
    );
    home.ok(
        "set_customer",
        json!({ "customer": row["customer"], "email": "goed@klant.example" }),
    );
    assert_eq!(
        home.ok("mail_retry", json!({ "letters": [bad] }))["sent"],
        1
    );
    assert_eq!(server.received().last().unwrap().to, "goed@klant.example");
}

#[test]
fn what_was_put_off_goes_the_next_time() {
    let home = Home::new();
    let waiting = home.waiting();
    let (letter, address) = waiting[0].clone();
    let server = Server::new(Manners {
        recipients: [(address, (1, "450 4.2.0 try again in a minute"))].into(),
        ..Manners::default()
    });
    home.account(&server, json!({}));
    let sent = home.ok("mail_send", json!({}));
    assert_eq!(sent["put_off"], 1, "{sent}");
    assert_eq!(home.in_state("put_off").len(), 1);
    let again = home.ok("mail_send", json!({}));
    assert_eq!(again["sent"], 1);
    assert_eq!(again["messages"][0]["letter"], json!(letter));
    assert_eq!(again["messages"][0]["tries"], 2);
    assert_eq!(server.received().len(), waiting.len());
}

#[test]
fn what_nobody_knows_is_never_sent_again_by_itself() {
    let home = Home::new();
    let server = Server::new(Manners {
        then: vec![Then::HangUp],
        ..Manners::default()
    });
    home.account(&server, json!({}));
    let count = home.waiting().len();
    let sent = home.ok("mail_send", json!({}));
    assert_eq!(
        (&sent["uncertain"], &sent["sent"]),
        (&json!(1), &json!(count - 1)),
        "the others go on a new line: {sent}"
    );
    let (letter, _) = home.in_state("uncertain")[0].clone();
    assert_eq!(home.ok("mail_send", json!({}))["sent"], 0);
    assert_eq!(
        home.refused("mail_retry", json!({ "letters": [letter] }))
            .code,
        "mail_state"
    );
    assert_eq!(
        home.refused(
            "mail_draft_save",
            json!({ "letter": letter, "out": home.path("x.eml") })
        )
        .code,
        "mail_state",
        "nor does a draft of it lie around"
    );
    home.ok(
        "mail_settle",
        json!({ "letter": letter, "outcome": "again" }),
    );
    assert_eq!(
        home.ok("mail_send", json!({}))["sent"],
        1,
        "the user's word lets it go"
    );
    let received = server.received();
    assert_eq!(received.len(), count + 1);
    let ids: Vec<String> = received
        .iter()
        .map(|message| header(&message.bytes, "Message-ID"))
        .collect();
    assert_eq!(
        ids[0], ids[count],
        "its receiver can tell the double by its identity"
    );
}

#[test]
fn what_the_user_saw_arrive_counts_as_sent() {
    let home = Home::new();
    let server = Server::new(Manners {
        then: vec![Then::HangUp],
        ..Manners::default()
    });
    home.account(&server, json!({}));
    home.ok("mail_send", json!({}));
    let (letter, _) = home.in_state("uncertain")[0].clone();
    home.ok(
        "mail_settle",
        json!({ "letter": letter, "outcome": "arrived" }),
    );
    assert!(
        home.in_state("sent")
            .iter()
            .any(|(sent, _)| *sent == letter)
    );
    assert_eq!(home.ok("mail_send", json!({}))["sent"], 0);
    assert_eq!(
        home.refused(
            "mail_settle",
            json!({ "letter": letter, "outcome": "again" })
        )
        .code,
        "mail_state"
    );
}

/// Hands the message over, and then the program ends.
struct Dying;

struct DyingLine(Box<dyn PostLine>);

impl Post for Dying {
    fn dial(&self, dial: &Dial) -> Result<Box<dyn PostLine>, PostFailure> {
        Ok(Box::new(DyingLine(smtp().dial(dial)?)))
    }

    fn pause(&self, _: Duration) {}
}

impl PostLine for DyingLine {
    fn deliver(&mut self, sender: &str, recipient: &str, message: &[u8]) -> Delivery {
        self.0.deliver(sender, recipient, message);
        panic!("the program ends here");
    }

    fn is_open(&self) -> bool {
        true
    }

    fn hang_up(&mut self) {}
}

#[test]
fn a_crash_after_the_last_byte_leaves_it_to_the_user() {
    let home = Home::with(Box::new(Dying));
    let server = server();
    home.account(&server, json!({}));
    let count = home.waiting().len();
    let died = std::panic::catch_unwind(AssertUnwindSafe(|| home.call("mail_send", json!({}))));
    assert!(died.is_err(), "it must have died on the way");
    let home = home.again(Box::new(smtp()));
    assert_eq!(server.received().len(), 1, "it had arrived");
    assert_eq!(home.in_state("uncertain").len(), 1, "and nobody here knows");
    home.account(&server, json!({}));
    assert_eq!(home.ok("mail_send", json!({}))["sent"], count - 1);
    assert_eq!(server.received().len(), count, "so it did not go again");
    let out = home.path("uit");
    home.ok("run", json!({ "approve": "none", "out": out }));
    let (letter, _) = home.in_state("uncertain")[0].clone();
    assert_eq!(
        home.in_state("uncertain").len(),
        1,
        "a run does not write {letter} out as a draft either"
    );
    assert_eq!(home.ok("verify", json!({}))["ok"], true);
}

#[test]
fn the_rest_of_the_program_goes_on_and_the_user_can_stop_it() {
    let home = Home::new();
    let server = server();
    home.account(&server, json!({ "per_minute": 2 }));
    let count = home.waiting().len();
    std::thread::scope(|scope| {
        let sending = scope.spawn(|| home.ok("mail_send", json!({})));
        let began = Instant::now();
        while server.received().len() < 2 {
            assert!(began.elapsed() < Duration::from_secs(20), "two go at once");
            std::thread::sleep(Duration::from_millis(20));
        }
        let asked = Instant::now();
        home.outbox();
        assert!(
            asked.elapsed() < Duration::from_secs(5),
            "others are answered while it waits for its pace"
        );
        assert_eq!(home.refused("mail_send", json!({})).code, "mail_busy");
        let job = home.ok("job_state", json!({}))["job"].clone();
        assert_eq!(
            (&job["job"], &job["total"]),
            (&json!("mail_send"), &json!(count)),
            "{job}"
        );
        home.ok("job_cancel", json!({ "job": "mail_send" }));
        let sent = sending.join().unwrap();
        assert_eq!(
            (&sent["cancelled"], &sent["sent"], &sent["left"]),
            (&json!(true), &json!(2), &json!(count - 2)),
            "{sent}"
        );
    });
    assert_eq!(home.waiting().len(), count - 2, "the others wait");
}

#[test]
fn locking_waits_for_the_message_on_its_way_and_stops_the_rest() {
    let home = Home::new();
    let server = Server::new(Manners {
        then: vec![Then::BeSilent(Duration::from_millis(1_000)); 1],
        ..Manners::default()
    });
    home.account(&server, json!({}));
    std::thread::scope(|scope| {
        let sending = scope.spawn(|| home.ok("mail_send", json!({})));
        let began = Instant::now();
        while server.received().is_empty() {
            assert!(began.elapsed() < Duration::from_secs(20), "the first goes");
            std::thread::sleep(Duration::from_millis(10));
        }
        home.ok("administration_lock", json!({}));
        let sent = sending.join().unwrap();
        assert_eq!(
            (&sent["cancelled"], &sent["uncertain"]),
            (&json!(true), &json!(1)),
            "{sent}"
        );
    });
    assert_eq!(
        server.received().len(),
        1,
        "nothing leaves a locked administration"
    );
    assert_eq!(home.refused("mail_send", json!({})).code, "locked");
    home.ok(
        "administration_open",
        json!({ "folder": home.admin(), "passphrase": "roestige trompet wandelt" }),
    );
    assert_eq!(
        home.in_state("uncertain").len(),
        1,
        "its fate was written down before the lock fell"
    );
    assert_eq!(
        home.ok("overview", json!({}))["uncertain_mails"],
        1,
        "the first screen asks what became of it"
    );
    assert_eq!(
        home.refused("mail_send", json!({})).code,
        "mail_password_needed",
        "the lock forgot the password"
    );
}

#[test]
fn whoever_paid_meanwhile_gets_no_reminder() {
    let home = Home::new();
    let server = server();
    home.account(&server, json!({}));
    let rows = home.ok("outbox", json!({ "state": "waiting", "limit": 500 }))["messages"].clone();
    let run = rows[0]["run"].clone();
    let letters = home.ok("run_letters", json!({ "run": run }))["letters"].clone();
    let letter = letters
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["letter"] == rows[0]["letter"])
        .unwrap();
    let invoice = letter["invoices"][0].as_str().unwrap();
    let numbered =
        json!({ "customer": letter["customer"], "amount": "0.01", "invoices": [invoice] });
    let paid = home.call("pay", numbered);
    if paid.is_err() {
        home.ok(
            "pay",
            json!({ "customer": letter["customer"], "amount": "1.00" }),
        );
        home.ok("hold", json!({ "customer": letter["customer"], "until": "2099-01-01", "reason": "belt morgen" }));
    }
    let sent = home.ok("mail_send", json!({}));
    let held = sent["held"].as_array().unwrap();
    assert_eq!(held.len(), 1, "{sent}");
    assert_eq!(held[0]["letter"], rows[0]["letter"]);
    assert!(
        held[0]["reason"]["code"]
            .as_str()
            .unwrap()
            .starts_with("mail_"),
        "{sent}"
    );
    assert_eq!(home.waiting().len(), 1, "it stays here");
}

#[test]
fn what_came_back_goes_by_post() {
    let home = Home::new();
    let server = server();
    home.account(&server, json!({}));
    home.ok("mail_send", json!({}));
    let mails = home.ok("outbox", json!({ "state": "sent", "limit": 500 }))["messages"].clone();
    let row = mails
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["on_paper"] == false)
        .unwrap();
    let letter = row["letter"].as_str().unwrap();
    assert_eq!(
        home.refused("mail_bounce", json!({ "letter": letter, "reason": " " }))
            .code,
        "reason_needed"
    );
    home.ok(
        "mail_bounce",
        json!({ "letter": letter, "reason": "mailbox bestaat niet" }),
    );
    assert_eq!(home.in_state("bounced").len(), 1);
    let seen = |what: &str| home.ok("overview", json!({}))[what].clone();
    assert_eq!(seen("returned_mails"), 1, "the first screen says so");
    let pdf = home.path("brief.pdf");
    home.ok("mail_paper_save", json!({ "letter": letter, "out": pdf }));
    assert!(
        std::fs::read(&pdf).unwrap().starts_with(b"%PDF"),
        "the letter itself, to print"
    );
    home.ok("mail_posted", json!({ "letter": letter }));
    assert_eq!(home.in_state("posted").len(), 1);
    assert_eq!(seen("returned_mails"), 0, "and nothing is left to do");
    assert_eq!(home.ok("mail_send", json!({}))["sent"], 0);
    assert_eq!(home.ok("verify", json!({}))["ok"], true);
}

#[test]
fn without_an_account_there_are_drafts_and_links() {
    let home = Home::new();
    assert_eq!(home.refused("mail_send", json!({})).code, "mail_no_account");
    let rows = home.ok("outbox", json!({ "state": "waiting", "limit": 500 }))["messages"].clone();
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["on_paper"] == false)
        .unwrap();
    let (letter, to) = (row["letter"].as_str().unwrap(), row["to"].as_str().unwrap());
    let link = home.ok("mailto", json!({ "letter": letter }));
    let url = link["url"].as_str().unwrap();
    assert!(
        url.starts_with(&format!("mailto:{to}?subject=")) && url.len() <= 1_900,
        "{url}"
    );
    assert_eq!(
        link["file_missing"], true,
        "a link carries no file, and says so"
    );
    let out = home.path("concept.eml");
    home.ok("mail_draft_save", json!({ "letter": letter, "out": out }));
    assert_eq!(header(&std::fs::read(&out).unwrap(), "X-Unsent"), "1");
    // The sample has drafts of its own.
    let is = |state: &str| home.in_state(state).iter().any(|(one, _)| one == letter);
    assert!(is("draft"));
    let server = server();
    home.account(&server, json!({}));
    home.ok("mail_send", json!({}));
    assert!(
        is("draft"),
        "a draft may have been sent by hand: it does not go by itself"
    );
    home.ok("confirm", json!({ "letter": letter }));
    assert!(is("by_hand"));
}

#[test]
fn what_is_wrong_with_the_account_changes_nothing() {
    let home = Home::new();
    let server = Server::new(Manners {
        password: "iets anders",
        ..Manners::default()
    });
    home.account(&server, json!({}));
    let before = home.facts();
    let refused = home.refused("mail_send", json!({}));
    assert_eq!(refused.code, "mail_login_refused");
    assert!(
        refused.message.contains("authentication failed"),
        "{}",
        refused.message
    );
    let tested = home.refused("mail_account_test", json!({}));
    assert_eq!(tested.code, "mail_login_refused");
    assert_eq!(tested.fields[0].field, "password");
    assert_eq!(home.facts(), before);
    let right = home.ok(
        "mail_account_test",
        json!({ "password": "iets anders", "send": true }),
    );
    assert_eq!(right["sent_to"], ME);
    assert_eq!(server.received()[0].to, ME);
    let other = json!({ "account": {
        "host": "elders.example", "port": 465, "security": "tls", "user": "x", "sender_name": "", "sender_address": ME
    } });
    assert_eq!(
        home.refused("mail_account_test", other).code,
        "mail_password_needed",
        "the password of one server is never offered to another"
    );
    let bad = json!({ "account": {
        "host": "https://x", "port": 465, "security": "tls", "user": "", "sender_name": "", "sender_address": "x"
    } });
    let fields: Vec<String> = home
        .refused("mail_account_set", bad)
        .fields
        .iter()
        .map(|one| one.field.clone())
        .collect();
    assert_eq!(fields, ["host", "user", "sender_address"]);
}

#[test]
fn a_server_that_refuses_the_sender_stops_the_round() {
    let home = Home::new();
    let server = Server::new(Manners {
        sender_refusal: Some("553 5.7.1 not your address"),
        ..Manners::default()
    });
    home.account(&server, json!({}));
    let count = home.waiting().len();
    let sent = home.ok("mail_send", json!({}));
    assert_eq!(
        (&sent["put_off"], &sent["left"]),
        (&json!(1), &json!(count - 1)),
        "{sent}"
    );
    assert!(
        sent["stopped"]["message"]
            .as_str()
            .unwrap()
            .contains("not your address"),
        "{sent}"
    );
    assert_eq!(
        home.in_state("refused").len(),
        0,
        "nobody's address is blamed"
    );
}

#[test]
fn the_password_is_in_the_keychain_or_nowhere() {
    let home = Home::new();
    let server = server();
    home.account(&server, json!({}));
    let view = home.ok("mail_account", json!({}));
    assert_eq!(
        (&view["password"], &view["keychain"]),
        (&json!("session"), &json!(true))
    );
    assert!(
        home.keys.0.lock().unwrap().is_empty(),
        "nobody asked to remember it"
    );
    home.ok(
        "mail_password",
        json!({ "password": "géheim wachtwoord", "remember": true }),
    );
    let entries: Vec<String> = home.keys.0.lock().unwrap().keys().cloned().collect();
    assert!(
        entries.len() == 1 && entries[0].ends_with(".mail"),
        "beside the key of the administration: {entries:?}"
    );
    home.ok("administration_lock", json!({}));
    home.ok(
        "administration_open",
        json!({ "folder": home.admin(), "passphrase": "roestige trompet wandelt" }),
    );
    assert_eq!(home.ok("mail_account", json!({}))["password"], "keychain");
    home.ok("mail_account_remove", json!({}));
    assert!(
        home.keys.0.lock().unwrap().is_empty(),
        "it goes with the account"
    );
    assert_eq!(home.ok("mail_account", json!({}))["account"], Value::Null);
}
