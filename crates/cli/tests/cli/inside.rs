//! No word of the command line writes a readable file into an administration, nor over its own files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use base64::Engine as _;
use serde_json::json;

use crate::books::TODAY;
use crate::desk::{call, desk};
use crate::home::{Home, files_under, sha256};

/// The files of the administration, and what is in those that never change by looking.
fn inside(home: &Home) -> (Vec<PathBuf>, BTreeMap<PathBuf, String>) {
    let files: Vec<PathBuf> = files_under(&home.path("boek.standvast"))
        .into_iter()
        // Made and taken away by each opening and closing, and by the backup of the day.
        .filter(|file| {
            let name = file.to_string_lossy().into_owned();
            !name.contains("administration.db-") && !name.contains("backups")
        })
        .collect();
    let hashes = files
        .iter()
        .filter(|file| file.file_name().is_some_and(|name| name == "keys.json"))
        .map(|file| (file.clone(), sha256(&std::fs::read(file).unwrap())))
        .collect();
    (files, hashes)
}

#[test]
fn every_word_that_writes_a_file_keeps_out_of_an_administration() {
    let home = desk();
    let approved = call(
        &home,
        "run_approve",
        json!({ "approve": "all", "date": TODAY, "customers": ["D0000", "D0007"] }),
    )
    .ok();
    let run = approved["run"].as_str().unwrap();
    let of = |channel: &str| {
        let letters = approved["letters"].as_array().unwrap().iter();
        let mut named = letters
            .filter(|letter| letter["channels"] == json!([channel]))
            .map(|letter| letter["letter"].as_str().unwrap());
        named.next().unwrap().to_string()
    };
    let (paper, mail) = (of("letter"), of("email"));
    call(
        &home,
        "run_printed",
        json!({ "run": run, "letters": [paper] }),
    )
    .ok();
    let proof = home.write("bewijs.pdf", "%PDF-1.4 bewijs");
    home.admin(&["confirm", &paper, "--proof", &proof, "--date", TODAY])
        .ok();
    let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let dot = base64::engine::general_purpose::STANDARD
        .decode(dot)
        .unwrap();
    let logo = home.write("logo.png", dot);
    home.admin(&["settings", "logo", "--file", &logo]).ok();
    home.admin(&["attach", "2026-100", &proof]).ok();
    let shown = home.admin(&["invoice", "2026-100", "--date", TODAY]).ok();
    let kept = shown["files"].as_array().unwrap().iter();
    let mut kept = kept.filter(|file| file["name"] == "bewijs.pdf");
    let kept = kept.next_back().unwrap()["id"]
        .as_str()
        .unwrap()
        .to_string();

    let words: Vec<Vec<&str>> = vec![
        vec!["letter", "show", &paper, "--out"],
        vec!["letter", "proof", &paper, "--out"],
        vec!["letter", "preview", "D0001", "--step", "reminder", "--out"],
        vec!["letter", "save", &paper, "--out"],
        vec!["letter", "copy", &paper, "--out"],
        vec![
            "texts",
            "preview",
            "reminder.nl",
            "--customer",
            "D0001",
            "--out",
        ],
        vec!["settings", "logo", "--out"],
        vec!["attachment", &kept, "--out"],
        vec!["mail", "draft", &mail, "--out"],
        vec!["mail", "paper", &mail, "--out"],
        vec!["runs", "save", run, "--out"],
        vec!["runs", "mails", run, "--out"],
        vec!["runs", "sheet", run, "--out"],
        vec!["print", run, "--out"],
        vec!["statement", "D0007", "--out"],
        vec!["test-page", "--out"],
        vec!["handover", "D0001", "--early", "--out"],
        vec!["run", "--approve", "all", "--out"],
        vec!["export", "--out"],
        vec!["calc", "costs", "--principal", "100,00", "--sheet"],
    ];
    let before = inside(&home);
    for (number, word) in words.iter().enumerate() {
        let places = ["keys.json", "nieuw/brief.pdf", "backups/brief.pdf"];
        for place in &places[..if number == 0 { 3 } else { 1 }] {
            let place = home.text(&format!("boek.standvast/{place}"));
            let mut all = word.clone();
            all.extend([place.as_str(), "--date", TODAY]);
            assert_eq!(
                home.admin(&all).refused(),
                "inside_administration",
                "{word:?} to {place}"
            );
        }
        assert_eq!(
            inside(&home),
            before,
            "{word:?} leaves the folder as it was"
        );
    }
    let row = call(&home, "run_letters", json!({ "run": run })).ok();
    for letter in row["letters"].as_array().unwrap() {
        assert!(
            letter["state"] == "approved" || letter["letter"] == json!(paper),
            "what was refused hands nothing over: {letter}"
        );
        assert!(
            letter["withdraw"] == true || letter["letter"] == json!(paper),
            "nor may it have left: {letter}"
        );
    }
    home.admin(&["today", "--date", TODAY]).ok();
}
