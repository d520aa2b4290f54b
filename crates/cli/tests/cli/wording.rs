//! Answers in words, on paper as wide as anybody's.

use crate::books::{TODAY, statement, stocked};
use crate::home::Home;

#[test]
fn a_day_in_dutch() {
    let home = stocked(2);
    let today = home.words(&["today", "--date", TODAY]);
    assert_eq!(today.code, 0, "{today:?}");
    for part in [
        "Vandaag, 23 nov 2026",
        "€ 657,07",
        "31 t/m 60 dagen",
        "Hotel Proefvoorbeeld 0 B.V.",
        "Brieven die kunnen gaan",
    ] {
        assert!(
            today.out.contains(part),
            "{part:?} is missing in:\n{}",
            today.out
        );
    }
    assert!(!today.out.contains('\u{1b}'), "no colours into a file");
    let english = home.words(&["--lang", "en", "today", "--date", TODAY]);
    assert!(
        english.out.contains("Today, 23 Nov 2026") && english.out.contains("€ 657.07"),
        "{}",
        english.out
    );
}

#[test]
fn an_import_a_match_and_a_run_in_dutch() {
    let home = stocked(2);
    let lines = [(
        "2026-11-23",
        25_000,
        "Hotel Proefvoorbeeld 0 B.V.",
        "factuur 2026-100",
    )];
    let bank = home.write("bank2.xml", statement(2, "2026-11-23", 95_000, &lines));
    let import = home.words(&["import", &bank]);
    assert!(
        import.out.contains("bankafschrift") && import.out.contains("1 bankregel erbij"),
        "{}",
        import.out
    );
    let dry = home.words(&["import", &bank, "--dry-run"]);
    assert!(
        dry.out.contains("Proef: er is niets gewijzigd."),
        "{}",
        dry.out
    );
    let found = home.words(&["match", "--accept", "certain"]);
    assert!(
        found.out.contains("1 geboekt") && found.out.contains("factuurnummer"),
        "{}",
        found.out
    );
    let run = home.words(&[
        "run",
        "--approve",
        "green",
        "--out",
        &home.text("uit"),
        "--date",
        "2026-11-24",
    ]);
    assert!(
        run.out.contains("Ronde R-") && run.out.contains("standvast confirm"),
        "{}",
        run.out
    );
    let dossier = home.words(&[
        "handover",
        "D0001",
        "--out",
        &home.text("d"),
        "--date",
        "2026-11-24",
    ]);
    assert!(
        dossier.out.contains("Hoofdsom") && dossier.out.contains("€ 287,07"),
        "{}",
        dossier.out
    );
    let note = home.words(&["note", "D0001", "gebeld"]);
    assert!(
        note.out.contains("Ongedaan maken: standvast undo F-"),
        "{}",
        note.out
    );
    let verify = home.words(&["verify"]);
    assert!(
        verify.out.contains("Alles is zoals het is vastgelegd."),
        "{}",
        verify.out
    );
}

#[test]
fn errors_say_what_to_do() {
    let home = Home::new();
    home.make();
    let unknown = home.words(&["note", "K-99", "x"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.out.is_empty(), "an error is no answer: {unknown:?}");
    assert!(
        unknown.err.contains("Er is geen klant K-99."),
        "{}",
        unknown.err
    );
    assert!(
        unknown.err.contains("klantnummer"),
        "with what to do: {}",
        unknown.err
    );
    let file = home.write("x.txt", "zomaar wat");
    let refused = home.words(&["import", &file]);
    assert_eq!(refused.code, 1);
    assert!(refused.out.contains("geweigerd"), "{}", refused.out);
}

#[test]
fn calculations_read_like_a_note() {
    let home = Home::new();
    let costs = home.run(&["calc", "costs", "--principal", "986,42"]);
    assert!(
        costs.out.contains("€ 147,96") && costs.out.contains("15%"),
        "{}",
        costs.out
    );
    let notice = home.run(&["calc", "notice", "--sent", "2026-11-03"]);
    assert!(notice.out.contains("19 nov 2026"), "{}", notice.out);
    let start = home.run(&[
        "calc",
        "interest-start",
        "--debtor",
        "business",
        "--due",
        "2026-03-31",
    ]);
    assert!(
        start.out.contains("Rente vanaf 1 apr 2026"),
        "{}",
        start.out
    );
    let list = home.run(&["commands", "--json"]).ok();
    let names: Vec<&str> = list["commands"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    for name in ["today", "run", "match_lines", "calc_claim"] {
        assert!(names.contains(&name), "{name} is in the list: {names:?}");
    }
}
