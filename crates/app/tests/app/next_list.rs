//! The next list of open items after something was done here that lowers an invoice: what both know
//! is taken off once.

use serde_json::{Value, json};

use crate::lists::Books;
use crate::still::today;

const HEAD: &str = "Klantnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand\n";

/// A row of an invoice of 250 euro.
fn row(customer: &str, invoice: &str, open: &str) -> String {
    format!("{customer};Molen {customer};{invoice};01-11-2026;15-11-2026;250,00;{open}\n")
}

/// An administration with an invoice of 250 of each of these customers.
fn books(customers: &[&str]) -> Books {
    let books = Books::new();
    let rows: Vec<String> = customers
        .iter()
        .map(|customer| row(customer, &format!("F-{customer}"), "250,00"))
        .collect();
    books.book(HEAD, &rows.concat());
    books
}

fn set_off(books: &Books, customer: &str, amount: &str) {
    let note = format!("C-{customer}");
    let add = json!({ "number": note, "customer": customer, "date": "2026-11-05", "due": "2026-11-15", "amount": amount });
    books.ok("invoice_add", add);
    let ask = json!({ "credit": note, "invoice": format!("F-{customer}"), "date": today() });
    books.ok("credit_set_off", ask);
}

fn open(books: &Books, invoice: &str) -> Value {
    let seen = books.ok(
        "invoice_detail",
        json!({ "invoice": invoice, "date": today() }),
    );
    seen["row"]["open"].clone()
}

/// What the list that says this does: how many records change, and which remarks are made.
fn says(books: &Books, customer: &str, amount: &str) -> (u64, Vec<String>) {
    let file = books.booked(HEAD, &row(customer, &format!("F-{customer}"), amount));
    let told = file["problems"].as_array().unwrap();
    (
        file["changed"].as_u64().unwrap(),
        told.iter()
            .map(|one| one["code"].as_str().unwrap().to_string())
            .collect(),
    )
}

const NOTHING: (u64, Vec<String>) = (0, Vec::new());

#[test]
fn a_list_that_knows_of_a_set_off_takes_it_off_no_second_time() {
    let books = books(&["S", "W", "A"]);
    set_off(&books, "S", "-150.00");
    let off = |customer: &str, amount: &str| json!({ "invoice": format!("F-{customer}"), "amount": amount, "reason": "te veel gerekend" });
    books.ok("write_off", off("W", "30.00"));
    set_off(&books, "A", "-100.00");
    books.ok("write_off", off("A", "20.00"));
    let pay = json!({ "customer": "A", "amount": "30.00", "date": today(), "invoices": ["F-A"] });
    books.ok("pay", pay);
    for (customer, amount) in [("S", "100.00"), ("W", "220.00"), ("A", "100.00")] {
        let invoice = format!("F-{customer}");
        assert_eq!(
            open(&books, &invoice),
            amount,
            "{customer}: as it was told here"
        );
        assert_eq!(
            says(&books, customer, &amount.replace('.', ",")),
            NOTHING,
            "{customer}: the list agrees, so nothing changes"
        );
        assert_eq!(
            open(&books, &invoice),
            amount,
            "{customer}: and nothing did"
        );
    }
    assert_eq!(
        open(&books, "C-S"),
        "0.00",
        "nothing of the credit note came back"
    );
}

#[test]
fn a_list_that_says_less_lowers_by_the_difference_alone() {
    let books = books(&["S", "W"]);
    set_off(&books, "S", "-150.00");
    let off = json!({ "invoice": "F-W", "amount": "30.00", "reason": "te veel gerekend" });
    books.ok("write_off", off);
    for customer in ["S", "W"] {
        let invoice = format!("F-{customer}");
        assert_eq!(
            says(&books, customer, "60,00"),
            (1, Vec::new()),
            "{customer}"
        );
        assert_eq!(
            open(&books, &invoice),
            "60.00",
            "{customer}: what the list says"
        );
        assert_eq!(says(&books, customer, "60,00"), NOTHING, "{customer}: once");
        let twice = row(customer, &invoice, "40,00").repeat(2);
        books.book(HEAD, &twice);
        assert_eq!(
            open(&books, &invoice),
            "40.00",
            "{customer}: a row that stands twice lowers once"
        );
    }
    assert_eq!(
        open(&books, "C-S"),
        "0.00",
        "nothing of the credit note came back"
    );
}

#[test]
fn a_list_that_knows_nothing_of_a_set_off_is_told_about_and_changes_nothing() {
    let books = books(&["S"]);
    set_off(&books, "S", "-150.00");
    assert_eq!(
        says(&books, "S", "250,00"),
        (0, vec!["open_differs".to_string()]),
        "more than is open here is never asked without a word"
    );
    assert_eq!(open(&books, "F-S"), "100.00");
    let pay = json!({ "customer": "S", "amount": "120.00", "date": today(), "invoices": ["F-S"] });
    books.ok("pay", pay);
    assert_eq!(
        says(&books, "S", "0,00"),
        NOTHING,
        "what was paid beyond the invoice makes no difference to a list"
    );
}

#[test]
fn a_due_date_that_was_nowhere_comes_with_the_next_list() {
    let books = Books::new();
    let row = |due: &str| format!("Z;Zonder B.V.;Y-1;;{due};100,00;100,00\n");
    let first = books.booked(HEAD, &row(""));
    assert_eq!(
        first["problems"][0]["code"], "due_date_unknown",
        "nothing stands in for it: {first}"
    );
    let due = |books: &Books| {
        let seen = books.ok(
            "invoice_detail",
            json!({ "invoice": "Y-1", "date": today() }),
        );
        seen["row"]["due"].clone()
    };
    assert_eq!(due(&books), Value::Null, "none is invented");
    let next = books.booked(HEAD, &row("15-11-2026"));
    assert_eq!(next["changed"], 1, "{next}");
    assert_eq!(due(&books), "2026-11-15", "as the remark said");
}
