//! The files of dossiers: one that is out keeps its place and its name, whatever comes after it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::lists::Books;
use crate::still::today;

const HEAD: &str = "Klantnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n";

/// Books one more invoice that is late, and makes a dossier of what is.
fn hand_over(books: &Books, invoice: &str, folder: &Path) -> Value {
    let row = format!("D;Molen Vlietzicht B.V.;{invoice};01-08-2026;15-08-2026;100,00\n");
    books.book(HEAD, &row);
    let ask = json!({ "customer": "D", "out": folder, "early": true, "date": today() });
    books.ok("handover", ask)
}

fn name(made: &Value) -> String {
    let file = Path::new(made["file"].as_str().unwrap());
    file.file_name().unwrap().to_string_lossy().into_owned()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn a_dossier_never_takes_the_place_or_the_name_of_another() {
    let books = Books::new();
    let folder = books.path("dossiers");
    let folder = Path::new(&folder);
    let first = hand_over(&books, "F-1", folder);
    let second = hand_over(&books, "F-2", folder);
    let stem = name(&first).trim_end_matches(".zip").to_string();
    assert_eq!(
        name(&second),
        format!("{stem}_2.zip"),
        "one after the other"
    );
    let out = files(folder);

    books.ok("undo", json!({ "id": first["id"] }));
    let third = hand_over(&books, "F-3", folder);
    assert_eq!(
        name(&third),
        format!("{stem}_3.zip"),
        "the first was undone, and may be with somebody all the same"
    );
    let now = files(folder);
    for (name, bytes) in &out {
        assert_eq!(now.get(name), Some(bytes), "{name} is as it was");
    }

    books.ok("undo", json!({ "id": third["id"] }));
    let elsewhere = books.path("elders");
    let elsewhere = Path::new(&elsewhere);
    std::fs::create_dir(elsewhere).unwrap();
    let strange = elsewhere.join(format!("{stem}_4.zip"));
    std::fs::write(&strange, b"of another administration").unwrap();
    let shown = books.ok(
        "dossier_check",
        json!({ "customer": "D", "early": true, "date": today() }),
    );
    assert_eq!(
        shown["file"],
        format!("{stem}_4.zip"),
        "the check knows the names that are given, not yet the folder"
    );
    let fourth = hand_over(&books, "F-4", elsewhere);
    assert_eq!(
        name(&fourth),
        format!("{stem}_5.zip"),
        "three names were given, and the fourth is taken in this folder"
    );
    assert_eq!(
        std::fs::read(&strange).unwrap(),
        b"of another administration",
        "nothing was written over it"
    );
    let kept = books.ok("dossiers", json!({ "date": today() }));
    let listed: Vec<&str> = kept["dossiers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["file"].as_str().unwrap())
        .collect();
    assert!(
        listed.contains(&name(&fourth).as_str()) && listed.contains(&name(&second).as_str()),
        "each is known under the name that it has: {listed:?}"
    );
}
