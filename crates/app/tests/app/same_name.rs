//! Lists that give no more of a customer than the name: the same list twice adds nothing, and who it
//! is, is proven, plain, or told to be in doubt.

use app::{Lang, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still::{self, today};

const HEAD: &str = "Naam;Factuurnummer;Vervaldatum;Openstaand\n";

struct Books {
    session: Session,
    folder: TempDir,
}

impl Books {
    fn new() -> Books {
        let folder = TempDir::new().unwrap();
        let books = Books {
            session: still::session(folder.path()),
            folder,
        };
        let made = books.path("voorbeeld.standvast");
        let ask =
            json!({ "folder": made, "customers": 5, "invoices": 10, "seed": 3, "date": today() });
        books.ok("sample_create", ask);
        books
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn ok(&self, name: &str, payload: Value) -> Value {
        app::dispatch(&self.session, name, payload, Lang::Nl)
            .unwrap_or_else(|error| panic!("{name}: {}: {}", error.code, error.message))
    }

    /// Books a list as the window does: looked at first, and what was seen is what is booked.
    fn book(&self, head: &str, rows: &str) -> Outcome {
        let list = self.path("posten.csv");
        std::fs::write(&list, format!("{head}{rows}")).unwrap();
        let preview = self.ok("import_preview", json!({ "paths": [list] }));
        let booked = self.ok(
            "import",
            json!({ "paths": [list], "seen": preview["seen"] }),
        );
        let (shown, booked) = (&preview["files"][0], &booked["files"][0]);
        for what in ["added", "changed", "duplicates"] {
            assert_eq!(
                shown[what], booked[what],
                "the preview tells what is booked"
            );
        }
        let told = shown["problems"].as_array().unwrap();
        Outcome {
            customers: shown["added"]["customers"].as_u64().unwrap(),
            invoices: shown["added"]["invoices"].as_u64().unwrap(),
            changed: shown["changed"].as_u64().unwrap(),
            doubts: told
                .iter()
                .filter(|one| one["code"] == "possible_twin")
                .count(),
        }
    }

    /// The customers of that name.
    fn named(&self, name: &str) -> Vec<Value> {
        let page = self.ok("customers", json!({ "search": name, "limit": 50 }));
        page["rows"].as_array().unwrap().clone()
    }
}

#[derive(Debug, PartialEq)]
struct Outcome {
    customers: u64,
    invoices: u64,
    changed: u64,
    doubts: usize,
}

fn added(customers: u64, invoices: u64) -> Outcome {
    Outcome {
        customers,
        invoices,
        changed: 0,
        doubts: 0,
    }
}

#[test]
fn the_same_list_twice_adds_nothing() {
    let books = Books::new();
    let rows = "Molen Vlietzicht;M-1;15-10-2026;100,00\n\
                Kwekerij Ooievaar;M-2;15-10-2026;50,00\n\
                molen vlietzicht;M-3;15-10-2026;25,00\n";
    assert_eq!(
        books.book(HEAD, rows),
        added(2, 3),
        "rows of one name in one file are one customer"
    );
    assert_eq!(books.book(HEAD, rows), added(0, 0), "all of it is known");
    let newer = "Molen Vlietzicht;M-1;15-10-2026;40,00\n\
                 Kwekerij Ooievaar;M-2;15-10-2026;50,00\n\
                 Kwekerij Ooievaar;M-4;15-11-2026;75,00\n";
    let outcome = books.book(HEAD, newer);
    assert_eq!(
        outcome,
        Outcome {
            changed: 1,
            ..added(0, 1)
        },
        "what was paid is lowered, what is new is added, nobody is doubled"
    );
    assert_eq!(books.named("vlietzicht")[0]["open"], "65.00");
}

#[test]
fn what_the_user_filled_in_makes_nobody_a_stranger() {
    let books = Books::new();
    books.book(HEAD, "Molen Vlietzicht;M-1;15-10-2026;100,00\n");
    let id = books.named("vlietzicht")[0]["id"].clone();
    let set = json!({ "customer": id, "number": "V-1", "postcode": "1234 AB", "city": "Delft", "street": "Kade 1" });
    books.ok("set_customer", set);
    assert_eq!(
        books.book(HEAD, "Molen Vlietzicht;M-2;15-10-2026;10,00\n"),
        added(0, 1),
        "the list still gives the name only, and there is one of that name"
    );
}

#[test]
fn a_namesake_with_a_number_is_a_doubt_until_an_invoice_proves_it() {
    let books = Books::new();
    let full = "Klantnummer;Naam;Factuurnummer;Vervaldatum;Openstaand\n";
    let two =
        "71;Bakkerij Zonnedauw;Z-1;15-10-2026;10,00\n72;Bakkerij Zonnedauw;Z-2;15-10-2026;20,00\n";
    assert_eq!(books.book(full, two), added(2, 2), "two numbers are two");
    let proven = "Bakkerij Zonnedauw;Z-2;15-10-2026;20,00\n";
    assert_eq!(
        books.book(HEAD, proven),
        added(0, 0),
        "the invoice says which of the two"
    );
    let unknown =
        "Bakkerij Zonnedauw;Z-8;15-10-2026;5,00\nBakkerij Zonnedauw;Z-9;15-10-2026;5,00\n";
    assert_eq!(
        books.book(HEAD, unknown),
        Outcome {
            doubts: 1,
            ..added(1, 2)
        },
        "neither the wrong one nor a silent third, and told once"
    );
    assert_eq!(books.book(HEAD, unknown), added(0, 0), "and not once more");
    assert_eq!(books.named("zonnedauw").len(), 3);
}

#[test]
fn merged_namesakes_stay_one() {
    let books = Books::new();
    let full = "Klantnummer;Naam;Factuurnummer;Vervaldatum;Openstaand\n";
    books.book(full, "71;Bakkerij Zonnedauw;Z-1;15-10-2026;10,00\n");
    let bare = "Bakkerij Zonnedauw;Z-2;15-10-2026;5,00\n";
    assert_eq!(
        books.book(HEAD, bare),
        Outcome {
            doubts: 1,
            ..added(1, 1)
        },
        "one with a number may be another"
    );
    let both = books.named("zonnedauw");
    let with = |number: bool| {
        let one = both.iter().find(|one| one["number"].is_null() != number);
        one.unwrap()["id"].clone()
    };
    books.ok(
        "merge_customers",
        json!({ "from": with(false), "into": with(true) }),
    );
    assert_eq!(
        books.book(HEAD, "Bakkerij Zonnedauw;Z-3;15-11-2026;5,00\n"),
        added(0, 1),
        "the user said who that name is"
    );
}

#[test]
fn a_better_list_recognises_by_the_invoices_who_had_a_name_only() {
    let books = Books::new();
    books.book(HEAD, "Molen Vlietzicht;M-1;15-10-2026;100,00\n");
    let full = "Klantnummer;Naam;Factuurnummer;Vervaldatum;Openstaand\n";
    let outcome = books.book(
        full,
        "9;Molen Vlietzicht;M-2;15-10-2026;1,00\n9;Molen Vlietzicht;M-1;15-10-2026;100,00\n",
    );
    assert_eq!(
        outcome,
        Outcome {
            changed: 1,
            ..added(0, 1)
        },
        "a later row of the same number proves it for the first"
    );
    assert_eq!(books.named("vlietzicht")[0]["number"], "9");
    books.book(HEAD, "Kwekerij Ooievaar;K-1;15-10-2026;1,00\n");
    assert_eq!(
        books.book(full, "12;Kwekerij Ooievaar;K-2;15-10-2026;1,00\n"),
        Outcome {
            doubts: 1,
            ..added(1, 1)
        },
        "without proof it is told that they may be one"
    );
}

#[test]
fn a_list_in_doubt_by_postcode_is_not_booked_twice_either() {
    let books = Books::new();
    let full = "Klantnummer;Naam;Postcode;Plaats;Factuurnummer;Vervaldatum;Openstaand\n";
    let two = "71;De Kroon;1234 AB;Delft;Z-1;15-10-2026;10,00\n72;De Kroon;1234 AB;Delft;Z-2;15-10-2026;20,00\n";
    books.book(full, two);
    let without = "Naam;Postcode;Plaats;Factuurnummer;Vervaldatum;Openstaand\n";
    let rows = "De Kroon;1234 AB;Delft;Z-5;15-10-2026;10,00\nDe Kroon;1234 AB;Delft;Z-6;15-10-2026;10,00\n";
    let first = books.book(without, rows);
    assert_eq!((first.customers, first.invoices), (1, 2), "{first:?}");
    assert!(first.doubts > 0, "which of the two is not known: {first:?}");
    assert_eq!(books.book(without, rows), added(0, 0));
}
