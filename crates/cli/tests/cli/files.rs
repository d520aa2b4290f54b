//! Files in: what is understood, what is booked, what is refused, and that nothing is booked twice.

use serde_json::Value;

use crate::books::{Buyer, TODAY, e_invoice, e_invoice_by, statement, stocked};
use crate::home::{Home, files_under};

fn added(outcome: &Value, what: &str) -> i64 {
    outcome["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["added"][what].as_i64().unwrap())
        .sum()
}

#[test]
fn an_import_has_the_shape_of_the_contract_and_adds_nothing_twice() {
    let home = stocked(3);
    let invoices = home.text("facturen");
    let again = home
        .admin(&["import", &invoices, &home.text("bank.xml")])
        .ok();
    let files = again["files"].as_array().unwrap();
    assert_eq!(files.len(), 5, "four invoices and a statement: {again}");
    for file in files {
        for field in ["customers", "invoices", "bank_lines"] {
            assert_eq!(
                file["added"][field], 0,
                "twice the same file adds nothing: {file}"
            );
        }
        for field in ["changed", "duplicates", "skipped"] {
            assert!(file[field].is_u64(), "{field} is a number: {file}");
        }
        assert_eq!(file["duplicates"], 1, "each holds one known record: {file}");
        assert!(
            file["problems"].is_array() && file["kind"].is_string(),
            "{file}"
        );
    }
    let kinds: Vec<&str> = files
        .iter()
        .filter_map(|file| file["kind"].as_str())
        .collect();
    assert!(
        kinds.contains(&"e_invoice") && kinds.contains(&"bank_statement"),
        "{kinds:?}"
    );
}

#[test]
fn a_dry_run_changes_nothing() {
    let home = Home::new();
    home.make();
    let file = home.write(
        "f.xml",
        e_invoice(
            "1",
            &Buyer::business(1),
            "2026-10-01",
            "2026-10-15",
            "100.00",
        ),
    );
    let dry = home.admin(&["import", &file, "--dry-run"]).ok();
    assert_eq!(added(&dry, "invoices"), 1, "it says what would be added");
    assert_eq!(
        home.admin(&["today"]).ok()["open"],
        "0.00",
        "and adds nothing"
    );
    let wet = home.admin(&["import", &file]).ok();
    assert_eq!((added(&wet, "invoices"), added(&wet, "customers")), (1, 1));
    assert_eq!(home.admin(&["today"]).ok()["open"], "100.00");
}

#[test]
fn one_refused_file_leaves_the_others_booked() {
    let home = Home::new();
    home.make();
    let buyer = Buyer::business(1);
    home.write(
        "map/goed.xml",
        e_invoice("1", &buyer, "2026-10-01", "2026-10-15", "100.00"),
    );
    let own = e_invoice("2", &buyer, "2026-10-01", "2026-10-15", "50.00");
    home.write("map/half.xml", &own[..own.len() * 2 / 3]);
    let strange = e_invoice_by(
        "Andermans Zaak",
        "87654321",
        "NL20INGB0001234567",
        "3",
        &buyer,
        "2026-10-01",
        "2026-10-15",
        "9.00",
    );
    let strange = home.write("map/vreemd.xml", strange);
    let answer = home.admin(&["import", &home.text("map")]);
    assert_eq!(answer.code, 1, "a refused file is a failure: {answer:?}");
    let value = answer.json();
    assert_eq!(
        added(&value, "invoices"),
        1,
        "the good one is booked: {value}"
    );
    assert!(
        value["error"]["code"].is_string(),
        "an exit of 1 has an error: {value}"
    );
    let refused: Vec<&Value> = value["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|file| file["kind"] == "refused")
        .collect();
    assert_eq!(refused.len(), 2, "{value}");
    assert_eq!(home.admin(&["today"]).ok()["open"], "100.00");
    assert_eq!(
        home.admin(&["import", &strange]).refused(),
        "not_own_invoice"
    );
    let taken = home.admin(&["import", &strange, "--accept-supplier"]).ok();
    assert_eq!(added(&taken, "invoices"), 1, "the user may know better");
}

#[test]
fn a_list_of_open_items_is_read_by_its_columns() {
    let home = Home::new();
    home.make();
    let list = home.write(
        "open.csv",
        "Factuurnummer;Klantnummer;Klantnaam;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand\n\
         2026-1;D1;Bakker Één;01-10-2026;15-10-2026;1.234,56;1.234,56\n\
         2026-2;D1;Bakker Één;05-10-2026;19-10-2026;100,00;40,00\n",
    );
    let outcome = home.admin(&["import", &list]).ok();
    assert_eq!(added(&outcome, "invoices"), 2, "{outcome}");
    assert_eq!(
        added(&outcome, "customers"),
        1,
        "one customer number is one customer: {outcome}"
    );
    let today = home.admin(&["today", "--date", TODAY]).ok();
    assert_eq!(
        today["open"], "1274.56",
        "what is open, not what was invoiced: {today}"
    );
}

#[test]
fn files_that_cannot_be_anything_are_refused_in_words() {
    let home = Home::new();
    home.make();
    let bank = statement(1, "2026-11-22", 0, &[("2026-11-22", 100, "A", "b")]);
    let cases = [
        ("leeg.xml", Vec::new()),
        ("tekst.txt", b"zomaar wat tekst".to_vec()),
        ("half.xml", bank.as_bytes()[..bank.len() / 2].to_vec()),
        (
            "ruis.bin",
            (0..2000_u32).map(|n| (n * 7919 % 251) as u8).collect(),
        ),
        ("diep.xml", "<a>".repeat(5000).into_bytes()),
    ];
    for (name, bytes) in cases {
        let file = home.write(name, bytes);
        let read = home.run(&["read", &file, "--json"]).ok();
        let entry = &read["files"][0];
        assert_eq!(entry["kind"], "refused", "{name}: {entry}");
        for field in ["code", "message"] {
            assert!(
                entry["refused"][field].is_string(),
                "{name} says why: {entry}"
            );
        }
        let import = home.admin(&["import", &file]);
        assert_eq!(
            import.refused(),
            entry["refused"]["code"].as_str().unwrap(),
            "{name}: both say the same"
        );
    }
    assert_eq!(
        home.admin(&["import", &home.text("weg.xml")]).refused(),
        "not_found"
    );
    assert_eq!(
        home.run(&["read", &home.text("weg.xml"), "--json"])
            .refused(),
        "not_found"
    );
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn reading_says_what_stands_in_a_statement_and_an_invoice() {
    let home = Home::new();
    let lines = [
        ("2026-11-20", 12_34, "Jansen", "factuur 7"),
        ("2026-11-21", -500, "Bank", "kosten"),
    ];
    let bank = home.write("bank.xml", statement(9, "2026-11-22", 10_000, &lines));
    let invoice = home.write(
        "f.xml",
        e_invoice(
            "7",
            &Buyer::business(1),
            "2026-10-01",
            "2026-10-15",
            "12.34",
        ),
    );
    let read = home.run(&["read", &bank, &invoice, "--json"]).ok();
    let file = &read["files"][0];
    assert_eq!(
        (file["kind"].as_str(), file["format"].as_str()),
        (Some("bank_statement"), Some("camt.053.001.02"))
    );
    assert!(file["refused"].is_null());
    let statement = &file["statements"][0];
    assert_eq!(statement["account"], "NL91ABNA0417164300");
    assert_eq!(statement["balance_check"], "ok");
    assert_eq!(statement["opening"]["amount"], "100.00");
    assert_eq!(statement["closing"]["amount"], "107.34");
    assert_eq!(statement["not_booked"], 0);
    let entry = &statement["entries"][0];
    assert_eq!(
        (entry["amount"].as_str(), entry["booking_date"].as_str()),
        (Some("12.34"), Some("2026-11-20"))
    );
    assert_eq!(entry["counterparty"]["name"], "Jansen");
    assert_eq!(entry["remittance"], "factuur 7");
    assert_eq!(
        statement["entries"][1]["amount"], "-5.00",
        "money out is negative"
    );
    let file = &read["files"][1];
    assert_eq!(file["kind"], "e_invoice");
    let invoice = &file["invoices"][0];
    assert_eq!(invoice["number"], "7");
    assert_eq!(invoice["due"], "2026-10-15");
    assert_eq!(invoice["payable"], "12.34");
    assert_eq!(invoice["customer"]["kvk"], "20000001");
    assert_eq!(invoice["supplier"]["kvk"], "12345678");
    let before = files_under(home.root());
    home.run(&["read", &bank]);
    assert_eq!(files_under(home.root()), before, "reading writes nothing");
}

#[test]
fn no_name_is_readable_in_the_folder() {
    let home = stocked(2);
    home.admin(&["note", "D0000", "Gebeld met de heer Zwijgzaam"])
        .ok();
    home.admin(&["backup", "--out", &home.text("alles.bak")])
        .ok();
    let mut kept = files_under(&home.path("boek.standvast"));
    kept.extend(files_under(&home.path("appdata")));
    kept.push(home.path("alles.bak"));
    assert!(kept.len() > 3, "there is something to search: {kept:?}");
    for file in kept {
        let bytes = std::fs::read(&file).unwrap();
        for secret in [
            "Hotel Proefvoorbeeld",
            "Testpersoon",
            "Zwijgzaam",
            "2026-100",
            "crediteuren0",
        ] {
            let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let found = [secret.as_bytes(), &wide]
                .iter()
                .any(|needle| bytes.windows(needle.len()).any(|part| part == *needle));
            assert!(!found, "{secret:?} is readable in {}", file.display());
        }
    }
}

#[test]
fn names_of_every_length_and_script_survive() {
    let home = Home::new();
    home.make();
    let long: String = "Ünïcødé 株式会社 ".repeat(20).chars().take(200).collect();
    let name = long.trim().to_string();
    assert!(
        name.chars().count() >= 199,
        "a name of two hundred characters"
    );
    let buyer = Buyer {
        name: name.clone(),
        ..Buyer::business(5)
    };
    let file = home.write(
        "f.xml",
        e_invoice("1", &buyer, "2026-10-01", "2026-10-15", "1000000000.00"),
    );
    home.admin(&["import", &file]).ok();
    let today = home.admin(&["today", "--date", TODAY]).ok();
    assert_eq!(
        today["open"], "1000000000.00",
        "a billion is an amount like any other"
    );
    let named = today["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .all(|proposal| proposal["name"] == name.as_str());
    assert!(named, "the name is kept whole: {today}");
    let words = home.words(&["today", "--date", TODAY]);
    assert_eq!(words.code, 0, "{words:?}");
    assert!(words.out.contains("€ 1.000.000.000,00"), "{}", words.out);
    assert!(
        words.out.lines().all(|line| line.chars().count() < 400),
        "names are cut in tables"
    );
}

#[test]
fn a_customer_number_under_two_names_is_told_before_and_after() {
    let home = Home::new();
    home.make();
    let list = "Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n\
                7;Bakkerij Zonnemeer;A-1;01-10-2026;15-10-2026;100,00\n\
                7;Molen De Hoop;A-2;01-10-2026;15-10-2026;50,00\n\
                8;Kaas en Zo;A-3;01-10-2026;15-10-2026;25,00\n\
                8;kaas en zo;A-4;01-10-2026;15-10-2026;25,00\n";
    let file = home.write("posten.csv", list);
    for dry in [true, false] {
        let mut words = vec!["import", file.as_str()];
        if dry {
            words.push("--dry-run");
        }
        let outcome = home.admin(&words).ok();
        let problems = outcome["files"][0]["problems"].as_array().unwrap();
        let told: Vec<&Value> = problems
            .iter()
            .filter(|problem| problem["code"] == "customer_names_differ")
            .collect();
        assert_eq!(told.len(), 1, "capitals make no other name: {outcome}");
        assert_eq!(
            told[0]["line"], 3,
            "where the second name stands: {outcome}"
        );
        let message = told[0]["message"].as_str().unwrap();
        assert!(
            message.contains("Bakkerij Zonnemeer") && message.contains('7'),
            "who gets it: {message}"
        );
        assert_eq!(
            added(&outcome, "customers"),
            2,
            "two numbers are two customers"
        );
    }
}
