//! What left: confirmed, exported, handed over, backed up, put back, verified.

use serde_json::Value;

use crate::books::{TODAY, stocked};
use crate::desk::call;
use crate::home::{Home, copy_folder, files_under, sha256};

fn sent(home: &Home, date: &str) -> Value {
    home.admin(&[
        "run",
        "--approve",
        "green",
        "--out",
        &home.text("uit"),
        "--date",
        date,
    ])
    .ok()
}

fn letters_of(home: &Home, folder: &str) -> Vec<Value> {
    home.admin(&["export", "--out", &home.text(folder)]).ok();
    let bytes = std::fs::read(home.path(folder).join("letters.json")).unwrap();
    serde_json::from_slice::<Value>(&bytes)
        .unwrap()
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn letters_json_lists_what_left() {
    let home = stocked(3);
    let run = sent(&home, TODAY);
    let letters = letters_of(&home, "export");
    assert_eq!(
        letters.len(),
        run["sent"].as_u64().unwrap() as usize,
        "one for each letter"
    );
    for letter in &letters {
        assert_eq!(letter["date"], TODAY, "the date of its run");
        assert_eq!(letter["state"], "handed_over");
        let same = run["letters"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["sha256"] == letter["sha256"]);
        let same = same.unwrap_or_else(|| panic!("{letter} was in the run"));
        for field in ["customer", "step", "channels", "invoices"] {
            assert_eq!(letter[field], same[field], "{field} is the run's");
        }
        for field in ["principal", "interest", "costs", "total"] {
            assert_eq!(
                letter["claim"][field], same["claim"][field],
                "{field} is the run's"
            );
        }
    }
    let letter = run["letters"][0]["letter"].as_str().unwrap();
    let proof = home.write("bewijs.txt", "aangetekend verzonden");
    home.admin(&["confirm", letter, "--proof", &proof, "--date", TODAY])
        .ok();
    let confirmed = letters_of(&home, "export2")
        .iter()
        .filter(|one| one["state"] == "confirmed")
        .count();
    assert_eq!(confirmed, 1, "that one was posted");
    assert_eq!(
        home.admin(&["confirm", "B-999"]).refused(),
        "unknown_letter"
    );
}

#[test]
fn a_dossier_is_a_zip_with_what_is_missing() {
    let home = stocked(1);
    let done = home
        .admin(&[
            "handover",
            "D0000",
            "--out",
            &home.text("dossier"),
            "--date",
            TODAY,
        ])
        .ok();
    let bytes = std::fs::read(done["file"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"PK"), "a ZIP");
    assert_eq!(done["sha256"], sha256(&bytes).as_str());
    assert_eq!(done["claim"]["principal"], "250.00");
    for missing in done["missing"].as_array().unwrap() {
        for field in ["code", "message", "what_to_do"] {
            assert!(missing[field].is_string(), "{field}: {missing}");
        }
    }
    let nobody = home.admin(&[
        "handover",
        "D9999",
        "--out",
        &home.text("dossier"),
        "--date",
        TODAY,
    ]);
    assert_eq!(nobody.refused(), "unknown_customer");
}

#[test]
fn a_backup_comes_back_and_sends_nothing_again() {
    let home = stocked(3);
    let backup = home.text("alles.bak");
    home.admin(&["backup", "--out", &backup]).ok();
    assert_eq!(
        home.admin(&["backup", "--out", &backup]).refused(),
        "already_exists"
    );
    let first = sent(&home, TODAY);
    assert!(first["sent"].as_i64().unwrap() > 0);

    let restored = home.text("terug.standvast");
    let key = home.text("wachtzin.txt");
    let at = |args: &[&str]| {
        home.run(
            &[
                &["--admin", &restored, "--passphrase-file", &key, "--json"],
                args,
            ]
            .concat(),
        )
    };
    at(&["restore", &backup]).ok();
    assert_eq!(at(&["restore", &backup]).refused(), "already_exists");
    let again = at(&[
        "run",
        "--approve",
        "green",
        "--out",
        &home.text("uit2"),
        "--date",
        TODAY,
    ])
    .ok();
    assert_eq!(
        again["sent"], 0,
        "this computer's journal knows what left after the backup: {again}"
    );
    assert_eq!(at(&["verify"]).ok()["ok"], true);
}

#[test]
fn elsewhere_a_backup_asks_before_it_sends() {
    let home = stocked(2);
    let backup = home.text("alles.bak");
    home.admin(&["backup", "--out", &backup]).ok();
    let away = Home::new();
    let (folder, code) = (away.text("terug.standvast"), home.text("code.txt"));
    let at = |args: &[&str]| {
        away.run(
            &[
                &["--admin", &folder, "--recovery-code-file", &code, "--json"],
                args,
            ]
            .concat(),
        )
    };
    at(&["restore", &backup]).ok();
    let run = at(&[
        "run",
        "--approve",
        "green",
        "--out",
        &away.text("uit"),
        "--date",
        TODAY,
    ])
    .ok();
    assert_eq!(
        run["sent"], 0,
        "another computer cannot know what left: {run}"
    );
    let asks = run["skipped"].to_string().contains("restored_unknown");
    assert!(asks, "and says so: {run}");
    at(&["settle-restored", "--note", "er is niets verzonden"]).ok();
    let run = at(&[
        "run",
        "--approve",
        "green",
        "--out",
        &away.text("uit"),
        "--date",
        TODAY,
    ])
    .ok();
    assert!(
        run["sent"].as_i64().unwrap() > 0,
        "once told, it goes on: {run}"
    );
}

#[test]
fn a_changed_byte_is_found() {
    let home = stocked(2);
    sent(&home, TODAY);
    let sound = home.admin(&["verify"]).ok();
    assert_eq!(sound["ok"], true);
    assert!(
        sound["facts"].as_u64().unwrap() > 5 && sound["head"].is_string(),
        "{sound}"
    );
    assert_eq!(sound["problems"], serde_json::json!([]));
    let database = home.path("boek.standvast/administration.db");
    let whole = std::fs::read(&database).unwrap();
    let mut found = 0;
    for place in 1..=6 {
        let mut changed = whole.clone();
        let at = whole.len() * place / 7;
        changed[at] ^= 0x20;
        std::fs::write(&database, &changed).unwrap();
        let answer = home.admin(&["verify"]);
        let value = answer.json();
        assert!(
            value["ok"].is_boolean() && value["problems"].is_array(),
            "its own shape, always: {value}"
        );
        assert_eq!(
            answer.code == 0,
            value["ok"] == true,
            "exit and answer agree: {value}"
        );
        found += usize::from(answer.code == 1);
    }
    assert!(found > 0, "a changed byte in the database is a problem");
    std::fs::write(&database, &whole).unwrap();
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn a_sample_is_the_same_for_the_same_seed() {
    let home = Home::new();
    let make = |name: &str, seed: &str| {
        let folder = home.text(&format!("{name}.standvast"));
        let key = home.text("wachtzin.txt");
        let args = [
            "sample",
            "--out",
            &folder,
            "--customers",
            "12",
            "--invoices",
            "20",
            "--seed",
            seed,
            "--date",
            TODAY,
            "--passphrase-file",
            &key,
            "--json",
        ];
        let made = home.run(&args).ok();
        assert!(
            made.get("passphrase").is_none(),
            "no key on standard output: {made}"
        );
        let out = home.text(&format!("{name}-export"));
        home.run(&[
            "--admin",
            &folder,
            "--passphrase-file",
            &key,
            "export",
            "--out",
            &out,
            "--json",
        ])
        .ok();
        let root = home.path(&format!("{name}-export"));
        files_under(&root)
            .into_iter()
            .map(|file| {
                let name = file.strip_prefix(&root).unwrap().to_path_buf();
                (name, sha256(&std::fs::read(&file).unwrap()))
            })
            .collect::<Vec<_>>()
    };
    let one = make("een", "7");
    assert!(!one.is_empty());
    assert_eq!(one, make("twee", "7"), "equal seed and date, equal export");
    assert_ne!(
        one,
        make("drie", "8"),
        "another seed, another administration"
    );
    assert!(
        home.path("een.camt.xml").exists(),
        "the next statement lies beside it"
    );
}

#[test]
fn a_copied_folder_is_whole() {
    let home = stocked(2);
    let away = Home::new();
    copy_folder(&home.path("boek.standvast"), &away.path("boek.standvast"));
    let ours = home.admin(&["today", "--date", TODAY]).ok();
    let theirs = away.admin(&["today", "--date", TODAY]).ok();
    assert_eq!(ours["proposals"], theirs["proposals"], "one thing to copy");
}

#[test]
fn what_waited_in_a_backup_and_left_after_it_does_not_leave_again() {
    let home = stocked(3);
    let ask = serde_json::json!({ "approve": "green" });
    let approved = call(&home, "run_approve", ask).ok();
    assert_ne!(approved["letters"], 0, "letters wait: {approved}");
    let backup = home.text("alles.bak");
    home.admin(&["backup", "--out", &backup]).ok();
    let first = sent(&home, TODAY);
    let left = first["resumed"].as_i64().unwrap();
    assert!(left > 0, "they leave after the backup: {first}");

    let (restored, key) = (home.text("terug.standvast"), home.text("wachtzin.txt"));
    let at = |args: &[&str]| {
        home.run(
            &[
                &["--admin", &restored, "--passphrase-file", &key, "--json"],
                args,
            ]
            .concat(),
        )
    };
    at(&["restore", &backup]).ok();
    let out = home.text("uit2");
    let go = ["run", "--approve", "green", "--out", &out, "--date", TODAY];
    let again = at(&go).ok();
    assert_eq!(
        again["sent"], 0,
        "the journal knows that they left: {again}"
    );
    let told = again["skipped"].to_string();
    assert!(
        told.contains("back-up teruggezet"),
        "and the user is told: {again}"
    );

    let away = Home::new();
    let (folder, code) = (away.text("elders.standvast"), home.text("code.txt"));
    let elsewhere = |args: &[&str]| {
        away.run(
            &[
                &["--admin", &folder, "--recovery-code-file", &code, "--json"],
                args,
            ]
            .concat(),
        )
    };
    elsewhere(&["restore", &backup]).ok();
    let out = away.text("uit");
    let go = ["run", "--approve", "green", "--out", &out, "--date", TODAY];
    let run = elsewhere(&go).ok();
    assert_eq!(run["sent"], 0, "nobody has said yet what left: {run}");
    elsewhere(&["settle-restored", "--note", "er is niets verzonden"]).ok();
    let run = elsewhere(&go).ok();
    assert_eq!(
        run["resumed"].as_i64(),
        Some(left),
        "once told, they go: {run}"
    );
}
