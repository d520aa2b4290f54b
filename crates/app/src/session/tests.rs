//! What only reads does not wait for what writes, and locking waits for what reads.

use std::sync::mpsc;
use std::thread::Scope;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::testing::{call, sample};

/// Long enough for a slow machine, short enough to notice that something waits for ever.
const SOON: Duration = Duration::from_secs(60);

#[test]
fn what_only_reads_is_answered_while_long_work_writes() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let before = call(&session, "overview", json!({})).unwrap();
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let writing = &session;
        let writer = scope.spawn(move || {
            let session = writing;
            session.with_context(Lang::Nl, Access::Open, |context| {
                let running = context.session.jobs().start("import", Some(10));
                let date = context.day(None);
                context.write(date, |writer| {
                    writer.put_setting("kleur", &"groen")?;
                    begun.send(()).unwrap();
                    may_go_on.recv().unwrap();
                    running.step(1)
                })
            })
        });
        has_begun.recv().unwrap();
        // Asked from a thread of its own: if it had to wait, the test would end, not hang.
        let (answer, answered) = mpsc::channel();
        let asked = &session;
        scope.spawn(move || {
            for (name, request) in [
                ("overview", json!({})),
                ("customers", json!({ "offset": 0, "limit": 5 })),
                ("settings", json!({})),
                ("job_state", json!({})),
                ("app_info", json!({})),
                ("bank_desk", json!({})),
                ("verify", json!({})),
            ] {
                answer.send((name, call(asked, name, request))).unwrap();
            }
        });
        let mut answers: Vec<(&str, Result<Value, String>)> = Vec::new();
        while answers.len() < 7 {
            let Ok(next) = answered.recv_timeout(SOON) else {
                break;
            };
            answers.push(next);
        }
        go_on.send(()).unwrap();
        assert!(writer.join().unwrap().is_ok(), "the writer ends well");
        let got: Vec<&str> = answers.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            got,
            [
                "overview",
                "customers",
                "settings",
                "job_state",
                "app_info",
                "bank_desk",
                "verify"
            ],
            "all are answered before the writer is done"
        );
        assert_eq!(
            answers[0].1.as_ref().unwrap()["revision"],
            before["revision"],
            "what is not finished is not seen"
        );
        assert_eq!(answers[3].1.as_ref().unwrap()["job"]["label"], "import");
        assert_eq!(answers[4].1.as_ref().unwrap()["session"]["state"], "open");
    });
    let after = call(&session, "overview", json!({})).unwrap();
    assert_eq!(
        after["revision"].as_u64(),
        before["revision"].as_u64().map(|facts| facts + 1),
        "what is finished is seen at once"
    );
}

#[test]
fn short_answers_do_not_wait_for_long_ones() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let checking = &session;
        let long = scope.spawn(move || {
            let session = checking;
            session.with_context(Lang::Nl, Access::Apart, |context| {
                begun.send(()).unwrap();
                may_go_on.recv().unwrap();
                Ok(context.reader()?.customer_count()?)
            })
        });
        has_begun.recv().unwrap();
        let (answer, answered) = mpsc::channel();
        let asked = &session;
        scope.spawn(move || {
            for (name, request) in [
                ("overview", json!({})),
                ("bank_desk", json!({})),
                ("note", json!({ "customer": "K-1", "text": "belt terug" })),
            ] {
                answer.send(call(asked, name, request).is_ok()).unwrap();
            }
        });
        let answers: Vec<bool> = (0..3)
            .map_while(|_| answered.recv_timeout(SOON).ok())
            .collect();
        go_on.send(()).unwrap();
        assert_eq!(long.join().unwrap().unwrap(), 24, "the long one ends well");
        assert_eq!(
            answers,
            [true, true, true],
            "a screen, another long answer and an act, all before it is done"
        );
    });
}

/// Locks from a thread of its own, while something is being read.
fn begin_to_lock<'scope>(
    scope: &'scope Scope<'scope, '_>,
    session: &'scope Session,
) -> mpsc::Receiver<Result<Value, String>> {
    let (locked, is_locked) = mpsc::channel();
    scope.spawn(move || {
        locked
            .send(call(session, "administration_lock", json!({})))
            .unwrap();
    });
    assert!(
        is_locked.recv_timeout(Duration::from_millis(300)).is_err(),
        "the key stays while anything is still read with it"
    );
    is_locked
}

#[test]
fn locking_waits_for_who_reads_and_lets_no_more_in() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let reading = &session;
        let reader = scope.spawn(move || {
            let session = reading;
            session.with_context(Lang::Nl, Access::Read, |context| {
                begun.send(()).unwrap();
                may_go_on.recv().unwrap();
                Ok(context.reader()?.customer_count()?)
            })
        });
        has_begun.recv().unwrap();
        let is_locked = begin_to_lock(scope, &session);
        go_on.send(()).unwrap();
        assert_eq!(
            reader.join().unwrap().unwrap(),
            24,
            "the reader got its answer"
        );
        let answer = is_locked.recv_timeout(SOON).unwrap().unwrap();
        assert_eq!(answer["session"]["state"], "locked");
    });
    for name in ["overview", "settings"] {
        assert_eq!(call(&session, name, json!({})), Err("locked".to_owned()));
    }
    assert!(session.readers().is_none(), "nothing derived is kept");
}

#[test]
fn locking_stops_long_questions() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let first_look = Mutex::new(Some((begun, may_go_on)));
    session.jobs().on_look(move || {
        // It is held where it looks for the first time, deep in the check, so that the lock certainly
        // comes while it is under way.
        if let Some((begun, may_go_on)) = lock(&first_look).take() {
            begun.send(()).unwrap();
            may_go_on.recv_timeout(SOON).unwrap();
        }
    });
    std::thread::scope(|scope| {
        let asking = &session;
        let check = scope.spawn(move || call(asking, "verify", json!({})));
        assert_eq!(
            has_begun.recv_timeout(SOON),
            Ok(()),
            "a check looks whether it must stop"
        );
        let is_locked = begin_to_lock(scope, &session);
        go_on.send(()).unwrap();
        assert_eq!(
            check.join().unwrap(),
            Err("job_cancelled".to_owned()),
            "it does not check on to the end while somebody waits for the lock"
        );
        let answer = is_locked.recv_timeout(SOON).unwrap().unwrap();
        assert_eq!(answer["session"]["state"], "locked");
    });
}

#[test]
fn a_command_that_only_reads_cannot_write() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let refused = session.with_context(Lang::Nl, Access::Read, |context| {
        let date = context.day(None);
        context.write(date, |writer| Ok(writer.put_setting("kleur", &"groen")?))
    });
    assert!(refused.is_err(), "it has no way to write");
}

#[test]
fn only_another_administration_is_chosen_instead_of_a_locked_one() {
    let dir = TempDir::new().unwrap();
    let session = sample(dir.path());
    let other = dir.path().join("ander.standvast");
    assert!(!session.choose(other.clone()), "one is open");
    call(&session, "administration_lock", json!({})).unwrap();
    let name = || call(&session, "app_info", json!({})).unwrap()["session"]["name"].clone();
    let before = name();
    for same in ["x.standvast", "data/../x.standvast"] {
        assert!(
            !session.choose(dir.path().join(same)),
            "its lock is shown already, and what was typed waits behind it: {same}"
        );
        assert_eq!(name(), before);
    }
    assert!(session.choose(other));
    assert_ne!(name(), before);
}
