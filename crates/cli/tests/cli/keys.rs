//! Keys: where they come from, what they open, where a recovery code goes.

use crate::books::CREDITOR;
use crate::home::{Home, PASSPHRASE, copy_folder};

#[test]
fn a_new_administration_opens_by_passphrase_and_by_code_alone() {
    let home = Home::new();
    let creditor = home.write("schuldeiser.toml", CREDITOR);
    let (sheet, code) = (home.text("blad.pdf"), home.text("code.txt"));
    let made = home
        .admin(&[
            "new",
            "--creditor",
            &creditor,
            "--recovery-sheet",
            &sheet,
            "--recovery-code-file",
            &code,
        ])
        .ok();
    assert_eq!(made["folder"], home.text("boek.standvast"));
    assert_eq!(made["name"], "Proefbakkerij De Korenmaat");
    assert!(
        made.get("recovery_code").is_none(),
        "a code that is kept elsewhere is not printed"
    );
    assert!(
        std::fs::read(&sheet).unwrap().starts_with(b"%PDF"),
        "the sheet is a PDF"
    );
    let written = std::fs::read_to_string(&code).unwrap();
    let groups: Vec<&str> = written.trim_end().split('-').collect();
    assert!(groups.len() > 4, "the code in groups: {written:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&code).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else may read the code");
    }
    let folder = home.text("boek.standvast");
    let opened = home
        .run(&[
            "--admin",
            &folder,
            "unlock-test",
            "--recovery-code-file",
            &code,
            "--json",
        ])
        .ok();
    assert_eq!(opened["ok"], true);
    assert_eq!(opened["name"], "Proefbakkerij De Korenmaat");
    let today = home.run(&[
        "--admin",
        &folder,
        "--recovery-code-file",
        &code,
        "today",
        "--json",
    ]);
    assert_eq!(today.code, 0, "any command opens by the code: {today:?}");
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn the_code_alone_is_enough_for_a_new_passphrase_and_a_new_sheet() {
    let home = Home::new();
    home.make();
    let (folder, code) = (home.text("boek.standvast"), home.text("code.txt"));
    let new = home.write("nieuw.txt", "molen regen fiets lantaarn boter\n");
    let by_code = |words: &[&str], code: &str| {
        let mut all = vec!["--admin", &folder, "--recovery-code-file", code, "--json"];
        all.extend(words);
        home.run(&all)
    };
    let right = std::fs::read_to_string(&code).unwrap();
    let torn = home.write(
        "scheef.txt",
        right.replace('-', "").chars().rev().collect::<String>(),
    );
    let change = ["passphrase", "--new-passphrase-file", &new];
    assert_eq!(by_code(&change, &torn).refused(), "malformed_recovery_code");
    home.admin(&["today"]).ok();
    by_code(&change, &code).ok();
    assert_eq!(
        home.admin(&["today"]).refused(),
        "wrong_key",
        "the forgotten passphrase no longer opens"
    );
    by_code(&["today"], &code).ok();
    let sheet = home.text("nieuw-blad.pdf");
    by_code(&["recovery-sheet", "--out", &sheet], &code).ok();
    assert!(home.path("nieuw-blad.pdf").exists());
    assert_eq!(
        by_code(&["today"], &code).refused(),
        "wrong_recovery_code",
        "the new sheet ends the old code"
    );
}

#[test]
fn a_sheet_that_is_refused_leaves_the_old_code() {
    let home = Home::new();
    home.make();
    let (folder, code) = (home.text("boek.standvast"), home.text("code.txt"));
    let by_code = |words: &[&str]| {
        let mut all = vec!["--admin", &folder, "--recovery-code-file", &code, "--json"];
        all.extend(words);
        home.run(&all)
    };
    home.write("bestand", "");
    for place in ["boek.standvast/blad.pdf", "bestand/blad.pdf"] {
        let out = home.text(place);
        let answer = by_code(&["recovery-sheet", "--out", &out]);
        assert_ne!(answer.code, 0, "{place}: {answer:?}");
        by_code(&["today"]).ok();
    }
}

#[test]
fn the_code_opens_a_copy_in_a_fresh_home() {
    let home = Home::new();
    home.make();
    let away = Home::new();
    copy_folder(&home.path("boek.standvast"), &away.path("kopie.standvast"));
    std::fs::copy(home.path("code.txt"), away.path("code.txt")).unwrap();
    std::fs::remove_file(away.path("wachtzin.txt")).unwrap();
    let (folder, code) = (away.text("kopie.standvast"), away.text("code.txt"));
    let args = [
        "--admin",
        &folder,
        "unlock-test",
        "--recovery-code-file",
        &code,
        "--json",
    ];
    assert_eq!(
        away.run(&args).ok()["ok"],
        true,
        "nothing else of the first computer is needed"
    );
}

#[test]
fn a_code_that_nobody_keeps_is_shown_once() {
    let home = Home::new();
    let creditor = home.write("schuldeiser.toml", CREDITOR);
    let made = home.admin(&["new", "--creditor", &creditor]).ok();
    let groups: Vec<&str> = made["recovery_code"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|group| group.as_str())
        .collect();
    let code = home.write("zelf.txt", groups.join("-"));
    let folder = home.text("boek.standvast");
    let args = [
        "--admin",
        &folder,
        "unlock-test",
        "--recovery-code-file",
        &code,
        "--json",
    ];
    assert_eq!(home.run(&args).ok()["ok"], true, "what was printed opens");
}

#[test]
fn nothing_is_overwritten() {
    let home = Home::new();
    let creditor = home.write("schuldeiser.toml", CREDITOR);
    let kept = home.write("code.txt", "iemand anders zijn code");
    let args = [
        "new",
        "--creditor",
        &creditor,
        "--recovery-code-file",
        &kept,
    ];
    assert_eq!(home.admin(&args).refused(), "already_exists");
    assert_eq!(
        std::fs::read_to_string(&kept).unwrap(),
        "iemand anders zijn code"
    );
    assert!(
        !home.path("boek.standvast").exists(),
        "no administration without its code"
    );
    let sheet = home.write("blad.pdf", "een blad");
    let args = ["new", "--creditor", &creditor, "--recovery-sheet", &sheet];
    assert_eq!(home.admin(&args).refused(), "already_exists");
    let deep = home.text("bestand/blad.pdf");
    home.write("bestand", "");
    let inside = home.text("boek.standvast/blad.pdf");
    for place in [&deep, &inside] {
        let args = ["new", "--creditor", &creditor, "--recovery-sheet", place];
        assert_eq!(home.admin(&args).code, 1, "{place}");
        assert!(
            !home.path("boek.standvast").exists(),
            "no administration without its sheet: {place}"
        );
    }
    home.make_over();
    let again = home.text("tweede.txt");
    let args = [
        "new",
        "--creditor",
        &creditor,
        "--recovery-code-file",
        &again,
    ];
    assert_eq!(
        home.admin(&args).refused(),
        "already_exists",
        "an administration is not made twice"
    );
    assert!(
        !home.path("tweede.txt").exists(),
        "no empty code file stays behind"
    );
}

#[test]
fn what_was_made_is_said_and_its_code_shown_when_the_sheet_fails_after_all() {
    let home = Home::new();
    let creditor = home.write("schuldeiser.toml", CREDITOR);
    // The name fits, and the one under which the sheet is written beside it does not.
    let sheet = home.text(&format!("{}.pdf", "a".repeat(249)));
    let args = ["new", "--creditor", &creditor, "--recovery-sheet", &sheet];
    let answer = home.admin(&args);
    answer.refused();
    let made = answer.json();
    assert_eq!(made["name"], "Proefbakkerij De Korenmaat", "{made}");
    assert_eq!(made["recovery_sheet"], serde_json::Value::Null);
    assert_eq!(made["notices"][0], "Het herstelblad is niet geschreven.");
    assert!(
        !std::path::Path::new(&sheet).exists(),
        "no empty sheet stays behind"
    );
    let groups: Vec<&str> = made["recovery_code"]
        .as_array()
        .expect("the code is shown, or nobody ever has it")
        .iter()
        .filter_map(|group| group.as_str())
        .collect();
    let code = home.write("zelf.txt", groups.join("-"));
    let folder = home.text("boek.standvast");
    let test = ["--admin", &folder, "unlock-test", "--recovery-code-file"];
    let test = [&test[..], &[&code, "--json"]].concat();
    assert_eq!(home.run(&test).ok()["ok"], true, "what was shown opens");

    let kept = Home::new();
    kept.write("schuldeiser.toml", CREDITOR);
    let (sheet, code) = (
        kept.text(&format!("{}.pdf", "a".repeat(249))),
        kept.text("code.txt"),
    );
    let words = kept.words(&[
        "new",
        "--creditor",
        &kept.text("schuldeiser.toml"),
        "--recovery-sheet",
        &sheet,
        "--recovery-code-file",
        &code,
    ]);
    assert_eq!(words.code, 1);
    assert!(
        words.out.contains("Administratie gemaakt") && words.err.contains("Niet gelukt"),
        "{words:?}"
    );
    let written = std::fs::read_to_string(&code).unwrap();
    assert!(
        !words.out.contains(written.trim()),
        "a code that is kept is not shown"
    );
}

impl Home {
    /// Makes the administration after a code file stands in the way.
    fn make_over(&self) {
        let creditor = self.text("schuldeiser.toml");
        self.admin(&["new", "--creditor", &creditor]).ok();
    }
}

#[test]
fn a_passphrase_comes_from_its_file_then_the_environment_and_never_from_nowhere() {
    let home = Home::new();
    home.make();
    let folder = home.text("boek.standvast");
    let nobody = home.run(&["--admin", &folder, "today", "--json"]);
    assert_eq!(nobody.refused(), "passphrase_needed");
    let with = |value: &str| {
        let output = home
            .command()
            .args(["--admin", &folder, "verify", "--json"])
            .env("STANDVAST_PASSPHRASE", value)
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    assert_eq!(with(PASSPHRASE).0, Some(0));
    assert!(with("iets anders").1.contains("\"wrong_key\""));
    assert!(
        with("").1.contains("\"passphrase_needed\""),
        "an empty one is none"
    );
    for (text, opens) in [
        (PASSPHRASE.to_string(), true),
        (format!("{PASSPHRASE}\r\n"), true),
        (format!("{PASSPHRASE}\n\n"), false),
        (format!(" {PASSPHRASE}\n"), false),
    ] {
        let file = home.write("ander.txt", &text);
        let answer = home.run(&[
            "--admin",
            &folder,
            "--passphrase-file",
            &file,
            "verify",
            "--json",
        ]);
        assert_eq!(
            answer.code == 0,
            opens,
            "only one newline is not part of it: {text:?}"
        );
    }
    let refused = home.run(&[
        "--admin",
        &folder,
        "today",
        "--passphrase",
        PASSPHRASE,
        "--json",
    ]);
    assert_eq!(refused.code, 2, "never from an argument");
}

#[test]
fn a_weak_passphrase_is_warned_about_and_used() {
    let home = Home::new();
    home.write("wachtzin.txt", "geheim");
    let creditor = home.write("schuldeiser.toml", CREDITOR);
    let made = home.admin(&["new", "--creditor", &creditor]);
    made.ok();
    assert!(
        made.err.contains("makkelijk te raden"),
        "it is said: {made:?}"
    );
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn codes_are_told_apart_from_typing_errors() {
    let home = Home::new();
    home.make();
    let folder = home.text("boek.standvast");
    let code = std::fs::read_to_string(home.path("code.txt")).unwrap();
    let attempt = |text: &str| {
        let file = home.write("poging.txt", text);
        home.run(&[
            "--admin",
            &folder,
            "unlock-test",
            "--recovery-code-file",
            &file,
            "--json",
        ])
    };
    let mut typo: Vec<char> = code.trim_end().chars().collect();
    typo[0] = if typo[0] == '7' { '8' } else { '7' };
    assert_eq!(
        attempt(&typo.iter().collect::<String>()).refused(),
        "malformed_recovery_code"
    );
    assert_eq!(attempt("").refused(), "malformed_recovery_code");
    let lower = attempt(&code.to_lowercase().replace('-', " "));
    assert_eq!(
        lower.ok()["ok"],
        true,
        "small letters and spaces are the same code"
    );
    let other = Home::new();
    other.make();
    let strange = std::fs::read_to_string(other.path("code.txt")).unwrap();
    assert_eq!(attempt(&strange).refused(), "wrong_recovery_code");
}

#[test]
fn a_new_recovery_sheet_ends_the_old_code() {
    let home = Home::new();
    home.make();
    let sheet = home.text("nieuw.pdf");
    home.admin(&["recovery-sheet", "--out", &sheet]).ok();
    assert!(std::fs::read(&sheet).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        home.admin(&["recovery-sheet", "--out", &sheet]).refused(),
        "already_exists"
    );
    let (folder, code) = (home.text("boek.standvast"), home.text("code.txt"));
    let old = home.run(&[
        "--admin",
        &folder,
        "unlock-test",
        "--recovery-code-file",
        &code,
        "--json",
    ]);
    assert_eq!(
        old.refused(),
        "wrong_recovery_code",
        "a lost sheet is made worthless"
    );
    assert_eq!(
        home.admin(&["verify"]).ok()["ok"],
        true,
        "the passphrase still opens"
    );
}
