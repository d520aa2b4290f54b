//! A run that is refused: what it leaves behind, and what a later run does with that.

use serde_json::{Value, json};

use crate::books::{TODAY, statement, stocked};
use crate::desk::call;
use crate::home::{Answer, Home, copy_folder, files_under};

fn run(home: &Home, approve: &str, out: &str, date: &str) -> Answer {
    home.admin(&["run", "--approve", approve, "--out", out, "--date", date])
}

fn runs(home: &Home) -> Value {
    call(home, "runs", json!({ "offset": 0, "limit": 10 })).ok()
}

/// What was skipped as changed since it was approved: customer's name and why.
fn changed(report: &Value) -> Vec<(String, String)> {
    let skipped = report["skipped"].as_array().unwrap().iter();
    skipped
        .filter(|one| one["reasons"][0]["code"] == "changed_since_approval")
        .map(|one| {
            let text = |value: &Value| value.as_str().unwrap().to_string();
            (text(&one["name"]), text(&one["reasons"][0]["message"]))
        })
        .collect()
}

/// A home whose run was cut off by the disk after it had approved everything: nothing was written.
/// Hands out what the run would have sent as well.
fn cut_off() -> (Home, Value) {
    let home = stocked(3);
    let untouched = home.path("onaangeroerd");
    for name in ["boek.standvast", "appdata"] {
        copy_folder(&home.path(name), &untouched.join(name));
    }
    let whole = run(&home, "all", &home.text("proef"), TODAY).ok();
    for name in ["boek.standvast", "appdata", "proef"] {
        std::fs::remove_dir_all(home.path(name)).unwrap();
    }
    for name in ["boek.standvast", "appdata"] {
        copy_folder(&untouched.join(name), &home.path(name));
    }
    // Where each file would be written before it gets its name, something else stands.
    for letter in whole["letters"].as_array().unwrap() {
        for file in letter["files"].as_array().unwrap() {
            let file = std::path::Path::new(file["file"].as_str().unwrap());
            let name = file.file_name().unwrap().to_string_lossy();
            std::fs::create_dir_all(home.path("uit").join(format!("{name}.part"))).unwrap();
        }
    }
    let refused = run(&home, "all", &home.text("uit"), TODAY);
    assert_eq!(refused.code, 1, "{refused:?}");
    let left = &runs(&home)["runs"][0];
    let sent = whole["letters"].as_array().unwrap().len();
    assert_eq!(left["waiting"], sent, "all were approved and wait: {left}");
    (home, whole)
}

#[test]
fn a_run_that_is_refused_for_its_place_approves_nothing() {
    let home = stocked(2);
    let before = home.admin(&["verify"]).ok()["facts"].clone();
    let inside = home.text("boek.standvast/brieven");
    assert_eq!(
        run(&home, "all", &inside, TODAY).refused(),
        "inside_administration"
    );
    assert!(
        !home.path("boek.standvast/brieven").exists(),
        "not even an empty folder"
    );
    assert_eq!(runs(&home)["total"], 0, "nothing was approved");
    assert_eq!(home.admin(&["verify"]).ok()["facts"], before);
    let after = run(&home, "all", &home.text("uit"), TODAY).ok();
    assert_eq!(after["resumed"], 0, "{after}");
    assert_ne!(after["sent"], 0, "elsewhere it goes: {after}");
    let strange: Vec<_> = files_under(&home.path("uit"))
        .into_iter()
        .filter(|file| {
            !file
                .extension()
                .is_some_and(|end| end == "pdf" || end == "eml")
        })
        .collect();
    assert!(
        strange.is_empty(),
        "trying the place leaves nothing: {strange:?}"
    );
}

#[test]
fn who_paid_after_a_run_was_cut_off_gets_no_letter_from_the_next() {
    let (home, whole) = cut_off();
    let first = &whole["letters"][0];
    let (name, customer) = (&first["name"], &first["customer"]);
    let paid = json!({
        "customer": customer, "date": TODAY, "amount": first["claim"]["total"],
        "invoices": first["invoices"],
    });
    call(&home, "pay", paid).ok();
    let next = run(&home, "none", &home.text("elders"), TODAY).ok();
    let stayed = changed(&next);
    assert_eq!(stayed.len(), 1, "one paid: {next}");
    assert_eq!(json!(stayed[0].0), *name);
    assert!(stayed[0].1.contains("voldaan"), "{stayed:?}");
    let others = whole["letters"].as_array().unwrap().len() - 1;
    assert_eq!(next["resumed"], others, "the others go, once: {next}");
    let theirs = format!("_{}_", customer.as_str().unwrap());
    let found = files_under(&home.path("elders"));
    assert!(
        !found
            .iter()
            .any(|file| file.to_string_lossy().contains(&theirs)),
        "nothing to who paid: {found:?}"
    );
    let again = run(&home, "none", &home.text("elders"), TODAY).ok();
    assert_eq!(again["sent"], 0, "nobody gets a second: {again}");
    assert_eq!(changed(&again).len(), 1, "and that one waits for the user");
}

#[test]
fn a_letter_that_was_not_written_can_be_taken_back() {
    let (home, whole) = cut_off();
    let row = call(&home, "run_letters", json!({ "run": whole["run"] })).ok();
    for letter in row["letters"].as_array().unwrap() {
        assert_eq!(
            letter["withdraw"], true,
            "nothing of it was written: {letter}"
        );
        let id = letter["letter"].as_str().unwrap();
        home.admin(&["withdraw", id, "--date", TODAY]).ok();
    }
    let again = run(&home, "all", &home.text("elders"), TODAY).ok();
    assert_eq!(
        (&again["resumed"], &again["sent"]),
        (&json!(0), &whole["sent"]),
        "they are made anew, each once"
    );
}

#[test]
fn a_later_run_finishes_nothing_that_is_no_longer_right() {
    let (home, whole) = cut_off();
    let later = "2026-12-21";
    let next = run(&home, "none", &home.text("elders"), later).ok();
    assert_eq!(next["sent"], 0, "nobody knows who paid since: {next}");
    let count = whole["letters"].as_array().unwrap().len();
    let all_say = |next: &Value, words: &str| {
        let stayed = changed(next);
        assert_eq!(stayed.len(), count, "{next}");
        assert!(
            stayed.iter().all(|(_, why)| why.contains(words)),
            "{stayed:?}"
        );
    };
    all_say(&next, "bankgegevens");
    let bank = statement(
        2,
        "2026-12-20",
        95_000,
        &[("2026-12-20", -100, "Bank", "kosten")],
    );
    let file = home.write("bank2.xml", bank);
    home.admin(&["import", &file, "--date", later]).ok();
    let next = run(&home, "none", &home.text("elders"), later).ok();
    assert_eq!(
        next["sent"], 0,
        "a term would run from a day long gone: {next}"
    );
    all_say(&next, "23 november 2026");
    let waiting = call(&home, "run_letters", json!({ "run": whole["run"] })).ok();
    for letter in waiting["letters"].as_array().unwrap() {
        let id = letter["letter"].as_str().unwrap();
        home.admin(&["withdraw", id, "--date", later]).ok();
    }
    let next = run(&home, "all", &home.text("elders"), later).ok();
    assert_eq!(next["sent"], count, "made anew they go: {next}");
    for letter in next["letters"].as_array().unwrap() {
        assert!(letter["date"].as_str().unwrap() >= later, "{letter}");
    }
}

#[test]
fn a_run_that_was_cut_off_on_friday_is_finished_on_monday() {
    let (home, whole) = cut_off();
    let next = run(&home, "none", &home.text("elders"), "2026-11-26").ok();
    assert_eq!(
        (&next["resumed"], &next["letters"][0]["date"]),
        (&whole["sent"], &json!(TODAY)),
        "the same letters, three days on: {next}"
    );
}

/// A run that stopped between the names of its files and the record: the letters lie there.
#[test]
fn what_lies_there_already_is_recorded_and_not_written_again() {
    let (home, whole) = cut_off();
    let out = home.path("uit");
    std::fs::remove_dir_all(&out).unwrap();
    let letter = &whole["letters"][0];
    let id = letter["letter"].as_str().unwrap();
    let kept = home.text("brief.eml");
    let untouched = home.path("voor");
    for name in ["boek.standvast", "appdata"] {
        copy_folder(&home.path(name), &untouched.join(name));
    }
    let file = letter["files"][0]["file"].as_str().unwrap();
    let name = std::path::Path::new(file).file_name().unwrap();
    call(&home, "letter_save", json!({ "letter": id, "out": kept })).ok();
    for name in ["boek.standvast", "appdata"] {
        std::fs::remove_dir_all(home.path(name)).unwrap();
        copy_folder(&untouched.join(name), &home.path(name));
    }
    std::fs::create_dir_all(&out).unwrap();
    std::fs::copy(&kept, out.join(name)).unwrap();
    let paid = json!({
        "customer": letter["customer"], "date": TODAY, "amount": letter["claim"]["total"],
        "invoices": letter["invoices"],
    });
    call(&home, "pay", paid).ok();
    let next = run(&home, "none", &home.text("elders"), TODAY).ok();
    assert_eq!(changed(&next), [], "it may be out: {next}");
    let told = next["letters"].as_array().unwrap().iter();
    let told = told
        .clone()
        .find(|one| one["letter"] == id)
        .expect("it is told");
    assert_eq!(
        told["file"],
        out.join(name).to_string_lossy().as_ref(),
        "recorded where it lies"
    );
    assert!(
        !home.path("elders").join(name).exists(),
        "and not written twice"
    );
}

/// When the journal cannot be written no letter of a run gets its name.
#[cfg(unix)]
#[test]
fn no_letter_of_a_run_leaves_before_the_journal_knows() {
    let home = stocked(2);
    let untouched = home.path("onaangeroerd");
    copy_folder(&home.path("boek.standvast"), &untouched);
    run(&home, "all", &home.text("proef"), TODAY).ok();
    let journal = files_under(&home.path("appdata"))
        .into_iter()
        .find(|file| file.extension().is_some_and(|end| end == "journal"))
        .expect("a journal of what left");
    std::fs::remove_dir_all(home.path("boek.standvast")).unwrap();
    copy_folder(&untouched, &home.path("boek.standvast"));
    std::fs::remove_file(&journal).unwrap();
    std::os::unix::fs::symlink("/nergens/te/vinden", &journal).unwrap();
    let failed = run(&home, "all", &home.text("uit"), TODAY);
    assert_eq!(failed.code, 1, "{failed:?}");
    let found = files_under(&home.path("uit"));
    assert!(
        found.is_empty(),
        "nothing leaves, nor half of it: {found:?}"
    );
    std::fs::remove_file(&journal).unwrap();
    let after = run(&home, "all", &home.text("uit"), TODAY).ok();
    assert_ne!(
        after["resumed"], 0,
        "once it can be written they go: {after}"
    );
}
