//! Nothing readable on disk: every file of the folder is searched for what was put in.

use std::fs;
use std::path::Path;

use credit::*;

use crate::desk::*;

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
        || bytes.windows(text.len() * 2).any(|window| {
            window
                .chunks(2)
                .zip(text.bytes())
                .all(|(pair, byte)| pair == [byte, 0])
        })
}

fn search(folder: &Path, texts: &[&str], seen: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            search(&path, texts, seen);
            continue;
        }
        seen.push(path.file_name().unwrap().to_string_lossy().into_owned());
        let bytes = fs::read(&path).unwrap();
        for text in texts {
            assert!(
                !contains(&bytes, text),
                "{text:?} is readable in {}",
                path.display()
            );
        }
    }
}

#[test]
fn no_name_no_text_no_key_is_readable() {
    let desk = Desk::new();
    let mut opened = desk.open();
    opened
        .attach_journal(&desk.dir.path().join("bakkerij.standvast").join("journaal"))
        .unwrap();
    let (customer, invoice) = one_invoice(&mut opened);
    import_lines(
        &mut opened,
        "1",
        &[line("2026-10-05", 5_000, "betaling factuur 2026-001")],
    );
    let stage = opened.stage().unwrap();
    let place = opened
        .stage_statement(stage, &statement("2", 0, 0))
        .unwrap();
    opened
        .stage_lines(stage, place, &[line("2026-10-06", 1, "wacht in de kast")])
        .unwrap();
    let approved = approve(&mut opened, &letter(customer, Step::Reminder, &[invoice])).unwrap();
    let keys = opened.read().journal_keys(approved.value).unwrap();
    opened.journal_append(&keys, today()).unwrap();
    opened
        .backup(
            &desk.folder().join("kopie.standvast-backup"),
            now(),
            today(),
        )
        .unwrap();
    let key_digits: String = desk
        .key
        .expose()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let texts = [
        "Cafe De Kroon",
        "2026-001",
        "Dorpsstraat",
        "betaling factuur",
        "wacht in de kast",
        "%PDF letter",
        "NL20INGB0001234567",
        "CREATE TABLE",
        "SQLite format",
        PASSPHRASE,
        &desk.recovery,
        &key_digits,
    ];
    // While open, with the journal of the database on disk.
    let mut seen = Vec::new();
    search(&desk.folder(), &texts, &mut seen);
    assert!(
        seen.iter().any(|name| name.ends_with("-wal")),
        "the journal must have been searched: {seen:?}"
    );
    assert!(
        seen.iter().any(|name| name.starts_with("sent-")),
        "{seen:?}"
    );
    drop(opened);
    search(&desk.folder(), &texts, &mut Vec::new());
    assert!(
        contains(b"x Cafe De Kroon y", "Cafe De Kroon"),
        "the search itself must be able to find"
    );
}
