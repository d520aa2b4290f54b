//! Lists that give no more of a customer than the name: the same list twice adds nothing, and who it
//! is, is proven, plain, or told to be in doubt.

use serde_json::{Value, json};

use crate::lists::{Books, Outcome, added};

const HEAD: &str = "Naam;Factuurnummer;Vervaldatum;Openstaand\n";

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

/// Columns that tell people of one name apart, each with three of them.
const APART: [(&str, [&str; 3]); 5] = [
    (
        "E-mail",
        [
            "jan@vries.example",
            "joke@elders.example",
            "jeroen@derde.example",
        ],
    ),
    ("Telefoon", ["06 11111111", "06 22222222", "+31 6 33333333"]),
    (
        "IBAN",
        [
            "NL20INGB0001234567",
            "NL39RABO0300065264",
            "NL69INGB0123456789",
        ],
    ),
    ("Adres", ["Kade 1", "Plein 9", "Kade 11"]),
    ("Plaats", ["Delft", "Leiden", "Gouda"]),
];

fn head_with(column: &str) -> String {
    format!("Naam;{column};Factuurnummer;Vervaldatum;Openstaand\n")
}

/// A row of somebody whose name goes with the column, so that one administration holds all columns.
fn row(column: &str, said: &str, number: &str) -> String {
    format!("J. de Vries {column};{said};{number}-{column};15-10-2026;10,00\n")
}

#[test]
fn people_of_one_name_are_never_one_customer() {
    let books = Books::new();
    for (column, [first, second, third]) in APART {
        let head = head_with(column);
        let both = row(column, first, "N-1") + &row(column, second, "N-2");
        assert_eq!(
            books.book(&head, &both),
            Outcome {
                doubts: 1,
                ..added(2, 2)
            },
            "another {column} may be another person, and that is told"
        );
        assert_eq!(
            books.book(&head, &both),
            added(0, 0),
            "{column}: the same list again is known"
        );
        let backwards = row(column, second, "N-2") + &row(column, first, "N-1");
        assert_eq!(
            books.book(&head, &backwards),
            added(0, 0),
            "{column}: in any order"
        );
        assert_eq!(
            books.book(&head, &row(column, third, "N-3")),
            Outcome {
                doubts: 1,
                ..added(1, 1)
            },
            "{column}: neither of the two is this one"
        );
        let people = books.named(&format!("vries {column}"));
        let open: Vec<_> = people.iter().map(|one| one["open"].clone()).collect();
        assert_eq!(
            open,
            ["10.00", "10.00", "10.00"],
            "{column}: each owes its own"
        );
    }
}

#[test]
fn who_is_reached_in_the_same_way_is_known_among_namesakes() {
    let books = Books::new();
    for (column, [first, second, _]) in &APART[..4] {
        let head = head_with(column);
        books.book(
            &head,
            &(row(column, first, "N-1") + &row(column, second, "N-2")),
        );
        assert_eq!(
            books.book(
                &head,
                &(row(column, second, "N-8") + &row(column, first, "N-9"))
            ),
            added(0, 2),
            "{column}: the list of a month later, with other invoices, adds nobody"
        );
        let mut open: Vec<_> = books
            .named(&format!("vries {column}"))
            .iter()
            .map(|one| one["open"].clone())
            .collect();
        open.sort_by_key(Value::to_string);
        assert_eq!(open, ["20.00", "20.00"], "{column}: each owes its own");
        assert_eq!(
            books.book(&head, &row(column, "", "N-10")),
            Outcome {
                doubts: 1,
                ..added(1, 1)
            },
            "{column}: without it nobody can tell which of them it is"
        );
    }
}

#[test]
fn a_town_alone_tells_apart_and_proves_nobody() {
    let books = Books::new();
    let head = head_with("Plaats");
    books.book(
        &head,
        &(row("Plaats", "Delft", "N-1") + &row("Plaats", "Leiden", "N-2")),
    );
    assert_eq!(
        books.book(&head, &row("Plaats", "Leiden", "N-8")),
        Outcome {
            doubts: 1,
            ..added(1, 1)
        },
        "a town has many of one name"
    );
}

#[test]
fn what_is_filled_in_or_written_otherwise_later_makes_nobody_new() {
    let books = Books::new();
    let head = "Naam;E-mail;Adres;Factuurnummer;Vervaldatum;Openstaand\n";
    books.book(head, "J. de Vries;;;N-1;15-10-2026;10,00\n");
    assert_eq!(
        books.book(
            head,
            "J. de Vries;jan@vries.example;;N-2;15-10-2026;10,00\n"
        ),
        Outcome {
            changed: 1,
            ..added(0, 1)
        },
        "an e-mail address that was not known yet contradicts nothing"
    );
    let known = "J. de Vries;nieuw@vries.example;Dorpsstraat 12-a;N-1;15-10-2026;10,00\n";
    assert_eq!(
        books.book(head, known),
        Outcome {
            changed: 1,
            ..added(0, 0)
        },
        "an invoice that is known proves who it is, whatever else changed"
    );
    for (email, street) in [
        ("NIEUW@Vries.example", "DORPSSTR. 12A"),
        ("jan@vries.example", ""),
    ] {
        let outcome = books.book(
            head,
            &format!("j. de vries;{email};{street};N-{email};15-10-2026;10,00\n"),
        );
        assert_eq!(
            (outcome.customers, outcome.doubts),
            (0, 0),
            "{email} {street}: in another spelling, or as it was before"
        );
    }
    assert_eq!(books.named("vries").len(), 1);
}

#[test]
fn what_the_user_corrected_hides_nobody() {
    let set = [
        ("E-mail", json!({ "email": "jan@nieuw.example" })),
        ("Telefoon", json!({ "phone": "010 1234567" })),
        ("IBAN", json!({ "iban": "NL91ABNA0417164300" })),
        ("Adres", json!({ "street": "Laan 3", "city": "Gouda" })),
    ];
    let books = Books::new();
    let correct = |who: &str, correction: &Value| {
        let mut correction = correction.clone();
        correction["customer"] = books.named(&format!("vries {who}"))[0]["id"].clone();
        books.ok("set_customer", correction);
    };
    for ((column, [first, second, third]), (of, correction)) in APART.into_iter().zip(set) {
        assert_eq!(column, of, "each column has its correction");
        let head = head_with(column);
        let who = format!("{column} leeg");
        books.book(&head, &row(&who, "", "N-1"));
        correct(&who, &correction);
        let outcome = books.book(&head, &row(&who, first, "N-2"));
        assert_eq!(
            (outcome.customers, outcome.invoices, outcome.doubts),
            (0, 1, 0),
            "{column}: the user's own entry says nothing of the list"
        );
        let both = row(&who, first, "N-2") + &row(&who, second, "N-3");
        let outcome = books.book(&head, &both);
        assert_eq!(
            (outcome.customers, outcome.invoices, outcome.doubts),
            (1, 1, 1),
            "{column}: two in one list are two"
        );
        let again = books.book(&head, &both);
        assert_eq!(again, added(0, 0), "{column}: and stay so");

        let who = format!("{column} gevuld");
        books.book(&head, &row(&who, first, "N-1"));
        correct(&who, &correction);
        assert_eq!(
            books.book(&head, &row(&who, first, "N-2")),
            added(0, 1),
            "{column}: the list still says what it always said"
        );
        let outcome = books.book(&head, &row(&who, third, "N-3"));
        assert_eq!(
            (outcome.customers, outcome.doubts),
            (1, 1),
            "{column}: what the list said before the correction still tells a stranger"
        );
    }
}

#[test]
fn people_who_were_merged_are_known_by_what_either_of_them_had() {
    let books = Books::new();
    let head = head_with("E-mail");
    let (first, second) = ("jan@vries.example", "joke@elders.example");
    books.book(&head, &(row("", first, "N-1") + &row("", second, "N-2")));
    let both = books.named("vries");
    books.ok(
        "merge_customers",
        json!({ "from": both[0]["id"], "into": both[1]["id"] }),
    );
    let outcome = books.book(&head, &(row("", first, "N-3") + &row("", second, "N-4")));
    assert_eq!(
        (outcome.customers, outcome.invoices, outcome.doubts),
        (0, 2, 0),
        "the user said that they are one"
    );
}
