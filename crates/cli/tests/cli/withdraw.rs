//! Letters that are taken back before they leave, and made again: once.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::books::TODAY;
use crate::desk::{call, desk};
use crate::home::{Home, files_under};

fn approve(home: &Home) -> Value {
    call(
        home,
        "run_approve",
        json!({ "approve": "all", "date": TODAY }),
    )
    .ok()
}

fn rows(home: &Home, run: &Value) -> Vec<Value> {
    let found = call(home, "run_letters", json!({ "run": run })).ok();
    found["letters"].as_array().unwrap().clone()
}

fn names(letters: &[Value]) -> Vec<String> {
    letters
        .iter()
        .map(|letter| letter["letter"].as_str().unwrap().to_owned())
        .collect()
}

fn exported(home: &Home, folder: &str) -> Vec<Value> {
    home.admin(&["export", "--out", &home.text(folder)]).ok();
    let bytes = std::fs::read(home.path(folder).join("letters.json")).unwrap();
    serde_json::from_slice::<Vec<Value>>(&bytes).unwrap()
}

#[test]
fn a_letter_that_was_taken_back_is_made_again_once() {
    let home = desk();
    let approved = approve(&home);
    let run = approved["run"].clone();
    let letters = names(approved["letters"].as_array().unwrap());
    assert!(letters.len() >= 2, "{approved}");
    for letter in approved["letters"].as_array().unwrap() {
        assert_eq!(letter["withdraw"], true, "nothing has left yet: {letter}");
    }
    let done = home
        .admin(&["withdraw", &letters[0], "--reason", "verkeerde tekst"])
        .ok();
    assert!(done["id"].as_str().unwrap().starts_with("F-"), "{done}");
    assert_eq!(done["done"], "Eén brief is teruggenomen.");
    let row = rows(&home, &run)
        .into_iter()
        .find(|row| row["letter"] == letters[0].as_str())
        .unwrap();
    assert_eq!(row["state"], "withdrawn");
    assert_eq!(row["withdrawn"]["reason"], "verkeerde tekst");
    let runs = call(&home, "runs", json!({ "offset": 0, "limit": 1 })).ok();
    assert_eq!(runs["runs"][0]["withdrawn"], 1, "{runs}");
    assert_eq!(
        runs["runs"][0]["waiting"].as_u64().unwrap() as usize,
        letters.len() - 1
    );
    // It is gone for everything that leaves.
    for (name, request) in [
        (
            "letter_save",
            json!({ "letter": letters[0], "out": home.text("x.pdf") }),
        ),
        (
            "letter_copy",
            json!({ "letter": letters[0], "out": home.text("x.pdf") }),
        ),
        (
            "run_printed",
            json!({ "run": run, "letters": [letters[0]] }),
        ),
        (
            "run_save",
            json!({ "run": run, "out": home.text("x.pdf"), "letters": [letters[0]] }),
        ),
        (
            "mail_draft_save",
            json!({ "letter": letters[0], "out": home.text("x.eml") }),
        ),
        (
            "mail_paper_save",
            json!({ "letter": letters[0], "out": home.text("x.pdf") }),
        ),
        ("confirm", json!({ "letter": letters[0] })),
        ("letters_withdraw", json!({ "letters": [letters[0]] })),
    ] {
        assert_eq!(
            call(&home, name, request).refused(),
            "letter_withdrawn",
            "{name}"
        );
    }
    assert!(!home.path("x.pdf").exists() && !home.path("x.eml").exists());
    call(&home, "letter_pdf", json!({ "letter": letters[0] })).ok();

    // The next run finishes the others, and makes this one again with a new number.
    let out = home.text("uit");
    let made = home
        .admin(&["run", "--approve", "all", "--out", &out, "--date", TODAY])
        .ok();
    assert_eq!(
        made["resumed"].as_u64().unwrap() as usize,
        letters.len() - 1,
        "{made}"
    );
    assert_eq!(made["sent"].as_u64().unwrap() as usize, letters.len());
    let left = exported(&home, "export");
    let mut seen = BTreeSet::new();
    for letter in &left {
        assert_ne!(letter["letter"], letters[0].as_str(), "it never left");
        for invoice in letter["invoices"].as_array().unwrap() {
            assert!(
                seen.insert((invoice.to_string(), letter["step"].to_string())),
                "{invoice} had this step twice: {letter}"
            );
        }
    }
    let again = home
        .admin(&["run", "--approve", "all", "--out", &out, "--date", TODAY])
        .ok();
    assert_eq!(again["sent"], 0, "and not a third time");
    let pdfs = files_under(&home.path("uit")).len();
    assert!(pdfs >= letters.len(), "{pdfs} files");
    home.admin(&["verify"]).ok();
}

#[test]
fn an_email_that_was_printed_and_posted_counts_as_left() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let mails: Vec<Value> = rows(&home, &run)
        .into_iter()
        .filter(|letter| letter["channels"] == json!(["email"]))
        .map(|letter| letter["letter"].clone())
        .collect();
    let posted = json!({ "run": run, "letters": [mails[0]] });
    let noted = call(&home, "run_printed", posted.clone()).ok();
    assert_eq!(noted["done"], "Eén brief staat als geprint genoteerd.");
    let row = rows(&home, &run)
        .into_iter()
        .find(|row| row["letter"] == mails[0])
        .unwrap();
    assert_eq!(row["state"], "handed_over");
    assert_eq!(row["withdraw"], false, "it may be in the post");
    assert_eq!(
        call(&home, "run_printed", posted).refused(),
        "handed_over_before",
        "once"
    );
    let outbox = call(&home, "outbox", json!({ "run": run, "limit": 10 })).ok();
    let waits: BTreeSet<&str> = outbox["messages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|message| message["state"] == "waiting")
        .filter_map(|message| message["letter"].as_str())
        .collect();
    assert!(
        !waits.contains(mails[0].as_str().unwrap()),
        "it is not mailed as well: {outbox}"
    );
    assert_eq!(waits.len(), mails.len() - 1, "the others are: {outbox}");
    call(&home, "confirm", json!({ "letter": mails[0] })).ok();
    home.admin(&["verify"]).ok();
}

#[test]
fn what_left_is_not_taken_back_and_says_why() {
    let home = desk();
    let approved = approve(&home);
    let run = approved["run"].clone();
    let all = approved["letters"].as_array().unwrap().clone();
    let paper = all
        .iter()
        .find(|letter| letter["channels"] == json!(["letter"]))
        .unwrap()["letter"]
        .clone();
    let mail = all
        .iter()
        .find(|letter| letter["channels"] == json!(["email"]))
        .map(|letter| letter["letter"].clone());
    call(
        &home,
        "run_printed",
        json!({ "run": run, "letters": [paper] }),
    )
    .ok();
    let refused = home.admin(&["withdraw", paper.as_str().unwrap()]);
    assert_eq!(refused.refused(), "letter_stays");
    let mut stays = 1;
    if let Some(mail) = &mail {
        // A file of it was written: it may be posted from there.
        call(
            &home,
            "mail_paper_save",
            json!({ "letter": mail, "out": home.text("post.pdf") }),
        )
        .ok();
        assert_eq!(
            home.admin(&["withdraw", mail.as_str().unwrap()]).refused(),
            "letter_stays"
        );
        stays += 1;
    }
    // Of two named letters, of which one stays, none is taken back.
    let other = all
        .iter()
        .map(|letter| letter["letter"].clone())
        .find(|letter| *letter != paper && Some(letter) != mail.as_ref())
        .unwrap();
    let both = home.admin(&["withdraw", other.as_str().unwrap(), paper.as_str().unwrap()]);
    assert_eq!(both.refused(), "letter_stays");
    // The last act was a file that was written: nothing else is taken back unseen.
    assert_eq!(home.admin(&["undo"]).refused(), "last_act_stays");
    // Undoing the approval takes the rest back, and says that some stay.
    let history = call(&home, "history", json!({ "limit": 50 })).ok();
    let acts = history["acts"].as_array().unwrap();
    let approval = acts
        .iter()
        .find(|act| act["what"].as_str().unwrap().contains("goedgekeurd"))
        .unwrap();
    let undone = home.admin(&["undo", approval["id"].as_str().unwrap()]).ok();
    let words = undone["done"].as_str().unwrap();
    assert!(
        words.contains("teruggenomen") && words.contains("de deur uit"),
        "{words}"
    );
    let withdrawn = rows(&home, &run)
        .iter()
        .filter(|row| row["state"] == "withdrawn")
        .count();
    assert_eq!(withdrawn, all.len() - stays);
    let nothing = call(&home, "letters_withdraw", json!({ "run": run }));
    assert_eq!(nothing.refused(), "nothing_to_withdraw");
    home.admin(&["verify"]).ok();
}

#[test]
fn taking_back_is_not_undone_but_approved_again() {
    let home = desk();
    let approved = approve(&home);
    let done = call(
        &home,
        "letters_withdraw",
        json!({ "run": approved["run"], "reason": "eerst de prijs nakijken" }),
    )
    .ok();
    assert_eq!(
        done["letters"].as_array().unwrap().len(),
        approved["letters"].as_array().unwrap().len()
    );
    assert_eq!(home.admin(&["undo"]).refused(), "withdrawn_stays");
    let id = done["id"].as_str().unwrap();
    assert_eq!(home.admin(&["undo", id]).refused(), "withdrawn_stays");
    let history = call(&home, "history", json!({ "limit": 5 })).ok();
    let newest = &history["acts"][0];
    assert!(
        newest["what"]
            .as_str()
            .unwrap()
            .contains("eerst de prijs nakijken"),
        "{newest}"
    );
    assert_eq!(newest["undo"], false);
    let again = approve(&home);
    assert_eq!(
        again["letters"].as_array().unwrap().len(),
        approved["letters"].as_array().unwrap().len(),
        "all of them are due again"
    );
    let history = call(&home, "history", json!({ "limit": 1 })).ok();
    assert_eq!(history["acts"][0]["undo"], true, "the new approval can go");
}
