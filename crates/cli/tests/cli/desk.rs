//! Letters as the window makes them: approved without a folder, looked at, printed, saved, mailed,
//! confirmed, copied. Each exactly once, whatever is clicked twice or goes wrong in between.

use serde_json::{Value, json};

use crate::books::{Buyer, TODAY, e_invoice, stocked};
use crate::home::{Answer, Home, copy_folder, files_under, sha256};

fn call_on(home: &Home, day: &str, name: &str, request: Value) -> Answer {
    let file = home.write(&format!("{name}.json"), request.to_string());
    home.admin(&["call", name, "--file", &file, "--date", day])
}

pub fn call(home: &Home, name: &str, request: Value) -> Answer {
    call_on(home, TODAY, name, request)
}

/// Two businesses by e-mail, two by post, one person.
pub fn desk() -> Home {
    let home = stocked(2);
    for index in 7..9 {
        let number = format!("2026-{index}00");
        let by_post = Buyer {
            email: None,
            ..Buyer::business(index)
        };
        let invoice = e_invoice(&number, &by_post, "2026-10-01", "2026-10-15", "480.00");
        home.write(&format!("post/{number}.xml"), invoice);
    }
    home.admin(&["import", &home.text("post"), "--date", TODAY])
        .ok();
    home
}

fn approve(home: &Home) -> Value {
    call(home, "run_approve", json!({ "approve": "all" })).ok()
}

fn letters(home: &Home, run: &Value) -> Vec<Value> {
    let found = call(home, "run_letters", json!({ "run": run })).ok();
    found["letters"].as_array().unwrap().clone()
}

fn by_channel(letters: &[Value], channel: &str) -> Vec<Value> {
    letters
        .iter()
        .filter(|letter| letter["channels"] == json!([channel]))
        .map(|letter| letter["letter"].clone())
        .collect()
}

fn states(home: &Home, run: &Value) -> Vec<String> {
    letters(home, run)
        .iter()
        .map(|letter| letter["state"].as_str().unwrap().to_string())
        .collect()
}

fn run_row(home: &Home) -> Value {
    let all = call(home, "runs", json!({ "offset": 0, "limit": 10 })).ok();
    assert_eq!(all["total"], 1, "one run was made: {all}");
    all["runs"][0].clone()
}

#[test]
fn letters_are_approved_printed_mailed_and_confirmed() {
    let home = desk();
    let done = approve(&home);
    let run = done["run"].clone();
    assert_eq!(done["letters"].as_array().unwrap().len(), 5, "{done}");
    assert!(
        files_under(&home.path("uit")).is_empty(),
        "approving writes nothing to disk"
    );
    let row = run_row(&home);
    assert_eq!(
        (
            &row["letters"],
            &row["paper"],
            &row["mails"],
            &row["waiting"]
        ),
        (&json!(5), &json!(2), &json!(3), &json!(5)),
        "{row}"
    );

    let shown = call(&home, "run_pdf", json!({ "run": run, "duplex": true })).ok();
    assert!(
        shown["pdf"].as_str().unwrap().starts_with("JVBERi"),
        "a PDF"
    );
    let paper = by_channel(&letters(&home, &run), "letter");
    assert_eq!(shown["letters"], json!(paper), "the paper letters alone");
    assert_eq!(
        shown["pages"], 4,
        "two letters of one page, each on a sheet of its own"
    );
    assert_eq!(run_row(&home)["waiting"], 5, "looking records nothing");

    call(
        &home,
        "run_printed",
        json!({ "run": run, "letters": paper }),
    )
    .ok();
    assert_eq!(run_row(&home)["waiting"], 3, "the paper letters left");
    let mails = call(
        &home,
        "run_save_mails",
        json!({ "run": run, "out": home.text("mails") }),
    )
    .ok();
    assert_eq!(mails["files"].as_array().unwrap().len(), 3);
    for file in mails["files"].as_array().unwrap() {
        let bytes = std::fs::read(file["file"].as_str().unwrap()).unwrap();
        assert_eq!(file["sha256"], sha256(&bytes).as_str(), "the bytes as kept");
        assert!(
            String::from_utf8_lossy(&bytes).contains("X-Unsent: 1"),
            "a draft, not a sent mail"
        );
    }
    let row = run_row(&home);
    assert_eq!(
        (&row["waiting"], &row["unconfirmed"]),
        (&json!(0), &json!(5))
    );

    call(
        &home,
        "run_confirm",
        json!({ "run": run, "left_on": TODAY }),
    )
    .ok();
    assert_eq!(states(&home, &run), ["confirmed"; 5]);
    assert_eq!(
        call(
            &home,
            "run_confirm",
            json!({ "run": run, "left_on": TODAY })
        )
        .refused(),
        "nothing_to_confirm"
    );
    let sheet = home.text("lijst.pdf");
    call(&home, "run_sheet_save", json!({ "run": run, "out": sheet })).ok();
    assert!(std::fs::read(&sheet).unwrap().starts_with(b"%PDF"));
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn what_is_clicked_twice_happens_once() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let again = approve(&home);
    assert_eq!(
        again["run"],
        Value::Null,
        "nothing is due any more: {again}"
    );
    assert_eq!(again["letters"], json!([]));

    let paper = by_channel(&letters(&home, &run), "letter");
    let printed = json!({ "run": run, "letters": paper });
    call(&home, "run_printed", printed.clone()).ok();
    assert_eq!(
        call(&home, "run_printed", printed).refused(),
        "handed_over_before"
    );

    let out = home.text("brieven.pdf");
    let saved = call(&home, "run_save", json!({ "run": run, "out": out })).ok();
    let once_more = call(&home, "run_save", json!({ "run": run, "out": out })).ok();
    assert_eq!(saved, once_more, "the same bytes in the same place");
    let folder = json!({ "run": run, "out": home.text("mails") });
    let first = call(&home, "run_save_mails", folder.clone()).ok();
    assert_eq!(
        call(&home, "run_save_mails", folder).ok(),
        first,
        "the same files"
    );
    assert_eq!(
        files_under(&home.path("mails")).len(),
        3,
        "and no others beside them"
    );
    assert_eq!(states(&home, &run), ["handed_over"; 5]);

    home.admin(&["export", "--out", &home.text("export")]).ok();
    let kept = std::fs::read(home.path("export/letters.json")).unwrap();
    let kept: Value = serde_json::from_slice(&kept).unwrap();
    assert_eq!(kept.as_array().unwrap().len(), 5, "each step once");
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn the_letter_that_was_looked_at_is_the_letter_that_is_kept() {
    let home = desk();
    let looked = call(
        &home,
        "letter_preview",
        json!({ "customer": "D0000", "step": "reminder" }),
    )
    .ok();
    assert_eq!(looked["text"], looked["text_default"]);
    assert!(
        looked["mail"]["to"]
            .as_str()
            .unwrap()
            .contains("hotel.example"),
        "it goes by e-mail: {}",
        looked["mail"]
    );
    assert_eq!(looked["proposal"]["step"], "reminder");
    let names = |list: &str| -> Vec<String> {
        looked[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_string())
            .collect()
    };
    assert_eq!(names("locked"), ["invoices_table", "payment_block"]);
    assert!(names("fields").contains(&"amount".to_string()));

    let done = approve(&home);
    let letter = done["letters"]
        .as_array()
        .unwrap()
        .iter()
        .find(|letter| letter["customer"] == looked["proposal"]["customer"])
        .unwrap();
    assert_eq!(
        letter["channels"],
        json!(["email"]),
        "kept as an e-mail only"
    );
    let kept = call(&home, "letter_pdf", json!({ "letter": letter["letter"] })).ok();
    assert_eq!(
        kept["pdf"], looked["pdf"],
        "byte for byte, out of the e-mail"
    );
    let out = home.text("brief.pdf");
    let saved = call(
        &home,
        "letter_save",
        json!({ "letter": letter["letter"], "out": out }),
    )
    .ok();
    assert_eq!(saved["sha256"], kept["sha256"]);
    assert_eq!(
        letters(&home, &done["run"])
            .iter()
            .find(|one| one["letter"] == letter["letter"])
            .unwrap()["state"],
        "handed_over",
        "a letter on the user's disk has left"
    );
}

#[test]
fn a_letter_goes_with_its_own_words_and_keeps_what_the_law_wants() {
    let home = desk();
    let ask = json!({ "customer": "D0007", "step": "reminder" });
    let text = call(&home, "letter_preview", ask.clone()).ok()["text"]
        .as_str()
        .unwrap()
        .to_string();
    let preview = |text: &str| {
        call(
            &home,
            "letter_preview",
            json!({ "customer": "D0007", "step": "reminder", "text": text }),
        )
    };
    let bad = text.replace("{{ payment_block }}", "Betaal maar.");
    let refused = preview(&bad);
    assert_eq!(refused.refused(), "template_incomplete");
    assert!(
        refused.out.contains("payment_block"),
        "it names what is missing: {refused:?}"
    );
    assert_eq!(
        preview(&text.replace("{{ amount }}", "{{ bedrag }}")).refused(),
        "template_refused"
    );
    assert_eq!(
        preview(&format!("{text}\n\n冰")).refused(),
        "template_refused"
    );
    let own = text.replace("{{ closing }}", "Met groet van Marja.\n\n{{ closing }}");
    assert_ne!(
        preview(&own).ok()["pdf"],
        call(&home, "letter_preview", ask).ok()["pdf"],
        "its own words are drawn"
    );

    let with = |text: &str, step: &str| {
        json!({
            "approve": "all", "customers": ["D0007", "D0008"],
            "texts": [{ "customer": "D0007", "step": step, "text": text }],
        })
    };
    assert_eq!(
        call(&home, "run_approve", with(&bad, "reminder")).refused(),
        "template_incomplete"
    );
    let none = call(&home, "runs", json!({ "offset": 0, "limit": 5 })).ok();
    assert_eq!(
        none["total"], 0,
        "a refused text approves nothing, for nobody"
    );

    let done = call(&home, "run_approve", with(&own, "reminder")).ok();
    let edited: Vec<&Value> = done["letters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|letter| &letter["edited"])
        .collect();
    assert_eq!(
        done["letters"].as_array().unwrap().len(),
        2,
        "only those two: {done}"
    );
    assert_eq!(
        edited
            .iter()
            .filter(|edited| **edited == &json!(true))
            .count(),
        1,
        "the books say whose words they are"
    );
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn words_for_another_step_are_not_sent_and_not_replaced() {
    let home = desk();
    let text = "Let op\n---\n{{ invoices_table }}\n\n{{ legal_notice }}\n\n{{ payment_block }}";
    let done = call(
        &home,
        "run_approve",
        json!({
            "approve": "all", "customers": ["D0007"],
            "texts": [{ "customer": "D0007", "step": "final_reminder", "text": text }],
        }),
    )
    .ok();
    assert_eq!(done["run"], Value::Null, "{done}");
    let why = done["skipped"][0]["reasons"].as_array().unwrap();
    assert_eq!(why.last().unwrap()["code"], "text_for_other_step");
}

#[test]
fn a_customer_that_is_held_is_refused_by_name_and_comes_back() {
    let home = desk();
    call(
        &home,
        "hold",
        json!({ "subject": "D0007", "until": TODAY, "reason": "vandaag overgeslagen" }),
    )
    .ok();
    let ask = json!({ "approve": "all", "customers": ["D0007"] });
    let done = call(&home, "run_approve", ask.clone()).ok();
    assert_eq!(done["run"], Value::Null, "red never goes: {done}");
    assert_eq!(done["skipped"][0]["gate"], "red");
    assert!(
        !done["skipped"][0]["reasons"].as_array().unwrap().is_empty(),
        "it says why"
    );
    let tomorrow = call_on(&home, "2026-11-24", "run_approve", ask).ok();
    assert_eq!(
        tomorrow["letters"].as_array().unwrap().len(),
        1,
        "a pause through today is over tomorrow: {tomorrow}"
    );
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let all = letters(&home, &run);
    let (paper, mails) = (by_channel(&all, "letter"), by_channel(&all, "email"));
    let out = home.text("x.pdf");
    let cases = [
        ("run_letters", json!({ "run": "R-99" }), "unknown_run"),
        ("run_pdf", json!({ "run": "onzin" }), "unknown_run"),
        (
            "run_pdf",
            json!({ "run": run, "letters": ["B-999"] }),
            "unknown_letter",
        ),
        (
            "run_pdf",
            json!({ "run": run, "letters": [mails[0]] }),
            "not_on_paper",
        ),
        (
            "run_printed",
            json!({ "run": run, "letters": [] }),
            "nothing_to_print",
        ),
        (
            "run_save_mails",
            json!({ "run": run, "letters": [paper[0]], "out": home.text("m") }),
            "not_by_mail",
        ),
        (
            "letter_copy",
            json!({ "letter": paper[0], "out": out }),
            "letter_not_left",
        ),
        ("letter_pdf", json!({ "letter": "B-999" }), "unknown_letter"),
        (
            "letter_save",
            json!({ "letter": paper[0], "out": home.text("x.eml") }),
            "not_by_mail",
        ),
        (
            "run_confirm",
            json!({ "run": run, "left_on": TODAY }),
            "nothing_to_confirm",
        ),
        (
            "run_sheet_save",
            json!({ "run": "R-99", "out": out }),
            "unknown_run",
        ),
        (
            "run_approve",
            json!({ "approve": "all", "customers": ["D9999"] }),
            "unknown_customer",
        ),
        (
            "letter_preview",
            json!({ "customer": "D0007", "step": "reminder" }),
            "no_letter_due",
        ),
        (
            "statement_preview",
            json!({ "customer": "D9999" }),
            "unknown_customer",
        ),
    ];
    for (name, request, code) in cases {
        assert_eq!(
            call(&home, name, request.clone()).refused(),
            code,
            "{name} {request}"
        );
    }
    let wall = home.write("geen-map", "een bestand");
    let blocked = call(
        &home,
        "run_save",
        json!({ "run": run, "out": format!("{wall}/brieven.pdf") }),
    );
    assert!(!blocked.refused().is_empty());
    assert_eq!(
        states(&home, &run),
        ["approved"; 5],
        "what was refused changed nothing"
    );

    call(
        &home,
        "run_printed",
        json!({ "run": run, "letters": paper }),
    )
    .ok();
    for (day, code) in [
        ("2026-11-22", "left_before_made"),
        ("2026-11-25", "future_date"),
    ] {
        let refused = call(&home, "run_confirm", json!({ "run": run, "left_on": day }));
        assert_eq!(refused.refused(), code, "{day}");
    }
}

#[test]
fn a_run_of_mails_has_nothing_to_print() {
    let home = stocked(1);
    let run = approve(&home)["run"].clone();
    for (name, request) in [
        ("run_pdf", json!({ "run": run })),
        ("run_save", json!({ "run": run, "out": home.text("x.pdf") })),
    ] {
        assert_eq!(
            call(&home, name, request).refused(),
            "nothing_to_print",
            "{name}"
        );
    }
    assert!(!home.path("x.pdf").exists(), "nothing was written");
}

#[test]
fn a_copy_is_marked_noted_and_no_step() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    call(
        &home,
        "run_save",
        json!({ "run": run, "out": home.text("brieven.pdf") }),
    )
    .ok();
    let letter = by_channel(&letters(&home, &run), "letter")[0].clone();
    let before = home.admin(&["verify"]).ok()["facts"].clone();
    let out = home.text("kopie.pdf");
    call(
        &home,
        "letter_copy",
        json!({ "letter": letter, "out": out }),
    )
    .ok();
    let kept = call(&home, "letter_pdf", json!({ "letter": letter })).ok();
    let copy = std::fs::read(&out).unwrap();
    assert!(copy.starts_with(b"%PDF"));
    assert_ne!(
        kept["sha256"],
        sha256(&copy).as_str(),
        "the copy bears its mark"
    );
    assert_eq!(letters(&home, &run).len(), 5, "no letter more");
    let after = home.admin(&["verify"]).ok()["facts"].clone();
    assert_eq!(
        after.as_u64().unwrap(),
        before.as_u64().unwrap() + 1,
        "one note with the customer"
    );
}

#[test]
fn the_command_line_finishes_what_the_window_approved() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let out = home.text("uit");
    let finished = home
        .admin(&["run", "--approve", "all", "--out", &out, "--date", TODAY])
        .ok();
    assert_eq!(finished["resumed"], 5, "{finished}");
    assert_eq!(finished["sent"], 5, "and nothing beside them");
    assert_eq!(states(&home, &run), ["handed_over"; 5]);
    let mut kept: Vec<String> = finished["letters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|letter| letter["sha256"].as_str().unwrap().to_string())
        .collect();
    kept.sort();
    let mut found: Vec<String> = files_under(&home.path("uit"))
        .iter()
        .filter(|file| file.to_string_lossy().contains("_K-"))
        .map(|file| sha256(&std::fs::read(file).unwrap()))
        .collect();
    found.sort();
    assert_eq!(found, kept, "each letter once, with its own bytes");
}

#[test]
fn what_changed_while_a_letter_waits_is_said() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let changed = || {
        let found = call(&home, "run_letters", json!({ "run": run })).ok();
        found["changed"].as_array().unwrap().clone()
    };
    assert_eq!(changed(), Vec::<Value>::new(), "nothing happened yet");
    call(
        &home,
        "pay",
        json!({
            "customer": "D0007", "date": TODAY, "amount": "480.00",
            "invoices": ["2026-700"],
        }),
    )
    .ok();
    call(
        &home,
        "hold",
        json!({ "subject": "D0008", "until": "2026-12-24", "reason": "belt terug" }),
    )
    .ok();
    let said: Vec<String> = changed()
        .iter()
        .map(|one| one["message"].as_str().unwrap().to_string())
        .collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said.iter().any(|words| words.contains("voldaan")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|words| words.contains("belt terug")),
        "{said:?}"
    );
    let out = home.text("uit");
    let finished = home
        .admin(&["run", "--approve", "none", "--out", &out, "--date", TODAY])
        .ok();
    assert_eq!(finished["resumed"], 3, "the others go: {finished}");
    let why: Vec<&Value> = finished["skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["reasons"][0]["code"])
        .collect();
    assert_eq!(why, [&json!("changed_since_approval"); 2], "{finished}");
    assert_eq!(changed().len(), 2, "these two wait for the user");
    let paper = by_channel(&letters(&home, &run), "letter");
    call(
        &home,
        "run_printed",
        json!({ "run": run, "letters": paper }),
    )
    .ok();
    assert_eq!(
        changed(),
        Vec::<Value>::new(),
        "what left cannot be called back"
    );
}

#[test]
fn a_statement_is_looked_at_before_it_is_written() {
    let home = desk();
    let before = home.admin(&["verify"]).ok()["facts"].clone();
    let shown = call(&home, "statement_preview", json!({ "customer": "D0007" })).ok();
    assert!(
        shown["pdf"].as_str().unwrap().starts_with("JVBERi"),
        "a PDF"
    );
    assert_eq!(shown["pages"], 1);
    assert_eq!(
        home.admin(&["verify"]).ok()["facts"],
        before,
        "looking writes nothing"
    );
    assert_eq!(
        approve(&home)["letters"].as_array().unwrap().len(),
        5,
        "a statement is no step of the plan"
    );
}

/// The ways in which letters leave the window.
fn ways(home: &Home, run: &Value) -> Vec<(&'static str, Value, &'static str)> {
    let all = letters(home, run);
    let (paper, mails) = (by_channel(&all, "letter"), by_channel(&all, "email"));
    vec![
        ("run_printed", json!({ "run": run, "letters": paper }), ""),
        (
            "run_save",
            json!({ "run": run, "out": home.text("weg/brieven.pdf") }),
            "weg/brieven.pdf",
        ),
        (
            "run_save_mails",
            json!({ "run": run, "out": home.text("weg") }),
            "weg",
        ),
        (
            "letter_save",
            json!({ "letter": mails[0], "out": home.text("weg/een.eml") }),
            "weg/een.eml",
        ),
    ]
}

/// When the journal cannot be written nothing leaves: whatever the way, the file never gets its name.
#[cfg(unix)]
#[test]
fn nothing_leaves_before_the_journal_knows() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let untouched = home.path("onaangeroerd");
    for name in ["boek.standvast", "appdata"] {
        copy_folder(&home.path(name), &untouched.join(name));
    }
    let back = |home: &Home| {
        for name in ["boek.standvast", "appdata", "weg"] {
            let _ = std::fs::remove_dir_all(home.path(name));
            if untouched.join(name).exists() {
                copy_folder(&untouched.join(name), &home.path(name));
            }
        }
    };
    // Where this computer keeps it shows once something left.
    let (name, request, _) = ways(&home, &run).remove(0);
    call(&home, name, request).ok();
    let journal = files_under(&home.path("appdata"))
        .into_iter()
        .find(|file| file.extension().is_some_and(|end| end == "journal"))
        .expect("a journal of what left");

    for (name, request, place) in ways(&home, &run) {
        back(&home);
        if let Some(folder) = journal.parent() {
            std::fs::create_dir_all(folder).unwrap();
        }
        let _ = std::fs::remove_file(&journal);
        std::os::unix::fs::symlink("/nergens/te/vinden", &journal).unwrap();
        let failed = call(&home, name, request.clone());
        assert_ne!(failed.code, 0, "{name} must stop: {failed:?}");
        assert_eq!(
            states(&home, &run),
            ["approved"; 5],
            "{name}: all still wait"
        );
        assert_eq!(
            files_under(&home.path("weg")),
            Vec::<std::path::PathBuf>::new(),
            "{name}: nothing stands in {place}, nor half of it beside it"
        );
        std::fs::remove_file(&journal).unwrap();
        call(&home, name, request).ok();
        assert!(
            states(&home, &run).contains(&"handed_over".to_string()),
            "{name}: now it goes"
        );
    }
}

/// The computer stopped after a file got its name and before that was recorded.
#[test]
fn a_file_that_was_not_recorded_is_made_again_with_the_same_bytes() {
    let home = desk();
    let run = approve(&home)["run"].clone();
    let untouched = home.path("onaangeroerd");
    copy_folder(&home.path("boek.standvast"), &untouched);
    for (name, request, _) in ways(&home, &run) {
        let _ = std::fs::remove_dir_all(home.path("boek.standvast"));
        copy_folder(&untouched, &home.path("boek.standvast"));
        let _ = std::fs::remove_dir_all(home.path("weg"));
        let first = call(&home, name, request.clone()).ok();
        let left = files_under(&home.path("weg"));
        let bytes = |files: &[std::path::PathBuf]| -> Vec<String> {
            files
                .iter()
                .map(|file| sha256(&std::fs::read(file).unwrap()))
                .collect()
        };
        let hashes = bytes(&left);
        // The record is lost; the journal and the files are not.
        let _ = std::fs::remove_dir_all(home.path("boek.standvast"));
        copy_folder(&untouched, &home.path("boek.standvast"));
        assert_eq!(
            states(&home, &run),
            ["approved"; 5],
            "{name}: they wait again"
        );
        assert_eq!(
            approve(&home)["run"],
            Value::Null,
            "{name}: and are not made a second time"
        );
        let again = call(&home, name, request).ok();
        if name != "run_printed" {
            assert_eq!(again, first, "{name}: the same answer");
        }
        assert_eq!(
            files_under(&home.path("weg")),
            left,
            "{name}: the same files"
        );
        assert_eq!(bytes(&left), hashes, "{name}: the same bytes");
    }
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn a_backup_from_before_does_not_print_again() {
    let home = desk();
    let backup = home.text("alles.bak");
    home.admin(&["backup", "--out", &backup]).ok();
    let run = approve(&home)["run"].clone();
    let paper = by_channel(&letters(&home, &run), "letter");
    call(
        &home,
        "run_printed",
        json!({ "run": run, "letters": paper }),
    )
    .ok();

    let restored = home.text("terug.standvast");
    let key = home.text("wachtzin.txt");
    let at = |args: &[&str]| {
        let whose = ["--admin", &restored, "--passphrase-file", &key, "--json"];
        home.run(&[&whose, args].concat())
    };
    at(&["restore", &backup]).ok();
    let ask = home.write("ask.json", json!({ "approve": "all" }).to_string());
    let again = at(&["call", "run_approve", "--file", &ask, "--date", TODAY]).ok();
    let paper_again: Vec<&Value> = again["letters"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|letter| letter["channels"] == json!(["letter"]))
        .collect();
    assert_eq!(
        paper_again,
        Vec::<&Value>::new(),
        "this computer's journal knows what was printed: {again}"
    );
}
