//! What the user does with a letter while the mail server is waited for.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::post::{Delivery, Dial, Post, PostFailure, PostLine};
use serde_json::json;

use crate::home::{Home, ME};

/// Long enough for a slow machine, short enough to notice that something waits for ever.
const SOON: Duration = Duration::from_secs(60);

/// A server that says when a message came, and answers what the test tells it to.
#[derive(Clone)]
struct Slow {
    came: Sender<()>,
    answers: Arc<Mutex<Receiver<Delivery>>>,
}

impl Slow {
    fn new() -> (Slow, Receiver<()>, Sender<Delivery>) {
        let ((came, has_come), (answer, answers)) = (channel(), channel());
        let answers = Arc::new(Mutex::new(answers));
        (Slow { came, answers }, has_come, answer)
    }
}

impl Post for Slow {
    fn dial(&self, _: &Dial) -> Result<Box<dyn PostLine>, PostFailure> {
        Ok(Box::new(self.clone()))
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

impl PostLine for Slow {
    fn deliver(&mut self, _: &str, _: &str, _: &[u8]) -> Delivery {
        self.came.send(()).unwrap();
        let told = self.answers.lock().unwrap().recv_timeout(SOON);
        told.unwrap_or(Delivery::Uncertain(PostFailure::Timeout))
    }

    fn is_open(&self) -> bool {
        true
    }

    fn hang_up(&mut self) {}
}

fn put_off() -> Delivery {
    Delivery::PutOff(PostFailure::Answer {
        code: 450,
        text: "4.2.0 try again later".to_string(),
    })
}

#[test]
fn what_leaves_by_another_way_stays_known_to_this_computer() {
    let (post, came, answers) = Slow::new();
    // Opened once more: from then on the journal knows the letters of the sample too.
    let home = Home::new().again(Box::new(post));
    home.ok(
        "mail_account_set",
        json!({ "password": "géheim wachtwoord", "account": {
            "host": "localhost", "port": 465, "security": "tls", "user": ME,
            "sender_name": "Kruimel", "sender_address": ME, "per_minute": 600
        }}),
    );
    let mut waiting = home.waiting().into_iter().map(|(letter, _)| letter);
    let [handed_over, saved, stays] = [(); 3].map(|()| waiting.next().expect("three letters wait"));
    let all = json!([handed_over, saved, stays]);
    let backup = home.path("eerder.standvast-backup");
    home.ok("backup", json!({ "out": backup }));

    // Printing hands a letter over just so.
    let acts: [&dyn Fn(); 3] = [
        &|| {
            let out = home.path("bewaard.pdf");
            home.ok("letter_save", json!({ "letter": handed_over, "out": out }));
        },
        &|| {
            let out = home.path("voor-de-post.pdf");
            home.ok("mail_paper_save", json!({ "letter": saved, "out": out }));
        },
        &|| {},
    ];
    std::thread::scope(|scope| {
        let sending = scope.spawn(|| home.ok("mail_send", json!({ "letters": all })));
        for meanwhile in acts {
            came.recv_timeout(SOON).expect("the message goes");
            meanwhile();
            answers.send(put_off()).unwrap();
        }
        let sent = sending.join().unwrap();
        assert_eq!(sent["put_off"], 3, "no message left: {sent}");
    });

    // The books forget what happened since; only the journal of this computer knows it.
    home.ok("administration_close", json!({}));
    let restored = home.ok(
        "restore",
        json!({
            "file": backup, "folder": home.path("terug.standvast"),
            "passphrase": "roestige trompet wandelt"
        }),
    );
    assert_eq!(
        restored["journal"], true,
        "it is the same computer: {restored}"
    );
    home.ok("mail_password", json!({ "password": "géheim wachtwoord" }));
    for _ in 0..3 {
        answers
            .send(Delivery::Accepted("250 ok".to_string()))
            .unwrap();
    }
    let sent = home.ok("mail_send", json!({ "letters": all }));
    let held: Vec<_> = sent["held"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| (held["letter"].clone(), held["reason"]["code"].clone()))
        .collect();
    assert_eq!(
        held,
        [&handed_over, &saved].map(|letter| (json!(letter), json!("mail_restored"))),
        "what was handed over or saved while the server was waited for may have left: {sent}"
    );
    assert_eq!(
        sent["sent"], 1,
        "the one that only the server had, and put off, did not leave: {sent}"
    );
}
