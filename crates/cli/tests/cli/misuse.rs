//! What goes wrong: in the arguments, in the folder, in who else has it open.

use crate::books::{TODAY, stocked};
use crate::home::Home;

#[test]
fn wrong_usage_is_two() {
    let home = Home::new();
    for args in [
        vec![],
        vec!["bestaat-niet"],
        vec!["calc"],
        vec!["calc", "costs"],
        vec!["calc", "costs", "--principal", "1.234"],
        vec!["calc", "costs", "--principal", "veel"],
        vec!["calc", "notice", "--sent", "3-11-2026"],
        vec![
            "calc",
            "interest",
            "--regime",
            "friendly",
            "--principal",
            "1",
            "--from",
            "2026-01-01",
            "--through",
            "2026-01-02",
        ],
        vec!["today", "--json"],
        vec!["run", "--json", "--admin", "x.standvast"],
        vec!["read"],
    ] {
        let answer = home.run(&args);
        assert_eq!(answer.code, 2, "{args:?} is wrong usage: {answer:?}");
        assert!(
            !answer.err.is_empty(),
            "{args:?} is explained on standard error"
        );
        assert!(
            answer.out.is_empty(),
            "{args:?} prints no answer: {answer:?}"
        );
    }
}

#[test]
fn help_and_version_are_no_errors() {
    let home = Home::new();
    let help = home.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(
        help.out.contains("Gebruik:") && help.out.contains("Wat vandaag te doen is"),
        "{}",
        help.out
    );
    let english = home.run(&["--lang", "en", "run", "--help"]);
    assert!(
        english.out.contains("Usage:") && english.out.contains("red never goes"),
        "{}",
        english.out
    );
    let version = home.run(&["--version"]);
    assert!(version.out.starts_with("standvast "), "{version:?}");
}

#[test]
fn folders_that_are_no_administration() {
    let home = Home::new();
    let key = home.text("wachtzin.txt");
    let at = |folder: &str, args: &[&str]| {
        home.run(
            &[
                &["--admin", folder, "--passphrase-file", &key, "--json"],
                args,
            ]
            .concat(),
        )
    };
    assert_eq!(
        at(&home.text("weg.standvast"), &["today"]).refused(),
        "not_found"
    );
    home.write("leeg.standvast/niets.txt", "x");
    assert_eq!(
        at(&home.text("leeg.standvast"), &["today"]).refused(),
        "not_an_administration"
    );
    let creditor = home.write("s.toml", crate::books::CREDITOR);
    let badly = at(
        &home.text("zonder-einde"),
        &["new", "--creditor", &creditor],
    );
    assert_eq!(badly.refused(), "bad_folder_name");
    let typo = home.write(
        "typo.toml",
        crate::books::CREDITOR.replace("legal_form", "rechtsvorm"),
    );
    assert_eq!(
        at(&home.text("a.standvast"), &["new", "--creditor", &typo]).refused(),
        "bad_creditor"
    );
    let iban = home.write("iban.toml", crate::books::CREDITOR.replace("NL91", "NL92"));
    assert_eq!(
        at(&home.text("a.standvast"), &["new", "--creditor", &iban]).refused(),
        "bad_creditor"
    );
    assert!(!home.path("a.standvast").exists(), "nothing half made");
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let home = Home::new();
    home.make();
    home.write("wachtzin.txt", "een andere wachtzin\n");
    assert_eq!(home.admin(&["today"]).refused(), "wrong_key");
    let verify = home.admin(&["verify"]);
    assert_eq!(verify.refused(), "wrong_key");
    assert_eq!(verify.json()["ok"], false, "verify keeps its own shape too");
}

#[test]
fn a_cut_off_database_is_said_and_left_alone() {
    let home = stocked(1);
    let database = home.path("boek.standvast/administration.db");
    let whole = std::fs::read(&database).unwrap();
    std::fs::write(&database, &whole[..whole.len() / 3]).unwrap();
    let answer = home.admin(&["today", "--date", TODAY]);
    assert_eq!(answer.refused(), "damaged", "{answer:?}");
    let after = std::fs::read(&database).unwrap();
    assert_eq!(
        after.len(),
        whole.len() / 3,
        "what is damaged is not written to"
    );
}

#[cfg(unix)]
#[test]
fn two_at_once_are_refused() {
    use std::time::{Duration, Instant};
    let home = stocked(1);
    let pipe = home.text("pijp.xml");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let args = home.opening(&["import", &pipe, "--json"]);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    // It opens the administration and then waits for somebody to write into the pipe.
    let mut first = home.start(&args);
    let begun = Instant::now();
    let second = loop {
        // It has to be the first: where the second came before it, it starts again.
        if first.try_wait().unwrap().is_some() {
            first = home.start(&args);
        }
        std::thread::sleep(Duration::from_millis(400));
        let answer = home.admin(&["today", "--date", TODAY]);
        if answer.code == 1 || begun.elapsed() > Duration::from_secs(60) {
            break answer;
        }
    };
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(second.refused(), "in_use");
    assert_eq!(
        home.admin(&["today", "--date", TODAY]).code,
        0,
        "a lock falls with its process"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = stocked(1);
    let locked = home.path("dicht");
    std::fs::create_dir(&locked).unwrap();
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o500)).unwrap();
    if std::fs::write(locked.join("proef"), "x").is_ok() {
        // The super user may write everywhere: nothing to see here.
        println!("skipped: this user may write to a read-only folder");
        return;
    }
    let out = locked.join("uit").to_string_lossy().into_owned();
    let run = home.admin(&["run", "--approve", "green", "--out", &out, "--date", TODAY]);
    assert_eq!(run.refused(), "read_only");
    let after = home
        .admin(&[
            "run",
            "--approve",
            "green",
            "--out",
            &home.text("uit"),
            "--date",
            TODAY,
        ])
        .ok();
    assert!(
        after["sent"].as_i64().unwrap() > 0,
        "nothing was lost: {after}"
    );
}

#[test]
fn a_file_in_the_way_of_the_letters_is_said() {
    let home = stocked(1);
    let out = home.write("uit", "dit is een bestand, geen map");
    let run = home.admin(&["run", "--approve", "green", "--out", &out, "--date", TODAY]);
    assert_eq!(run.code, 1, "{run:?}");
    let after = home
        .admin(&[
            "run",
            "--approve",
            "green",
            "--out",
            &home.text("uit2"),
            "--date",
            TODAY,
        ])
        .ok();
    assert!(
        after["sent"].as_i64().unwrap() > 0,
        "nothing was lost: {after}"
    );
}

/// The first thing that somebody tries is what the manual shows, on an administration without it.
#[test]
fn what_is_not_there_is_called_by_its_name() {
    let home = Home::new();
    home.make();
    let file = home.text("uit.pdf");
    let cases: [(&[&str], &str, &str); 9] = [
        (
            &["withdraw", "B-17", "--reason", "verkeerde prijs"],
            "unknown_letter",
            "B-17",
        ),
        (&["confirm", "B-9999"], "unknown_letter", "B-9999"),
        (&["letter", "show", "B-9999"], "unknown_letter", "B-9999"),
        (&["letter", "proof", "B-9999"], "unknown_letter", "B-9999"),
        (
            &["print", "R-9999", "--out", &file],
            "unknown_run",
            "R-9999",
        ),
        (&["runs", "letters", "R-9999"], "unknown_run", "R-9999"),
        (&["customer", "K-9999"], "unknown_customer", "K-9999"),
        (&["invoice", "2026-9999"], "unknown_invoice", "2026-9999"),
        (&["undo", "F-9999"], "unknown_fact", "F-9999"),
    ];
    for (words, code, name) in cases {
        for lang in ["nl", "en"] {
            let all = [words, &["--lang", lang, "--date", TODAY]].concat();
            let answer = home.admin(&all);
            assert_eq!(answer.refused(), code, "{words:?}");
            let told = answer.json()["error"]["message"].to_string();
            assert!(told.contains(name), "{words:?} in {lang}: {told}");
        }
    }
}
