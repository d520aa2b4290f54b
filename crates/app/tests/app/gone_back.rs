//! Money out that is a customer's: the first screen and the desk count the same lines, whatever was
//! asked first and whatever was booked in between.

use serde_json::{Value, json};

use crate::lists::Books;
use crate::still::today;

/// A bank line: amount, other side, its account, text.
type Line<'a> = (&'a str, &'a str, &'a str, &'a str);

const ALFA: &str = "NL20INGB0001234567";
const SHOP: &str = "NL39RABO0300065264";

/// An administration with what customers owe, of which the first paid in cash.
fn books() -> Books {
    let books = Books::new();
    let head = "Klantnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n";
    let rows = "D1;Alfa B.V.;A100;01-10-2026;15-10-2026;500,00\n\
                D1;Alfa B.V.;A200;01-10-2026;15-10-2026;300,00\n\
                D2;Jan Beta;B100;01-10-2026;15-10-2026;70,00\n\
                D3;Joke Gamma;C100;01-10-2026;15-10-2026;70,00\n";
    books.book(head, rows);
    let pay =
        json!({ "customer": "D1", "amount": "500.00", "invoices": ["A100"], "date": "2026-11-02" });
    books.ok("pay", pay);
    books
}

/// Imports a statement of these lines, all of one day.
fn import(books: &Books, number: u32, lines: &[Line<'_>]) {
    let mut entries = String::new();
    for (amount, name, iban, text) in lines {
        let (side, party) = match amount.strip_prefix('-') {
            Some(_) => ("DBIT", "Cdtr"),
            None => ("CRDT", "Dbtr"),
        };
        let amount = amount.trim_start_matches('-');
        entries += &format!(
            "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>BOOK</Sts>\
             <BookgDt><Dt>2026-11-1{number}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><{party}><Nm>{name}</Nm></{party}>\
             <{party}Acct><Id><IBAN>{iban}</IBAN></Id></{party}Acct></RltdPties>\
             <RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        );
    }
    let whole = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\
         <BkToCstmrStmt><GrpHdr><MsgId>M{number}</MsgId><CreDtTm>2026-11-19T23:00:00</CreDtTm></GrpHdr><Stmt><Id>S{number}</Id>\
         <CreDtTm>2026-11-19T23:00:00</CreDtTm><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>{entries}\
         </Stmt></BkToCstmrStmt></Document>"
    );
    let file = books.path("bank.xml");
    std::fs::write(&file, whole).unwrap();
    let told = books.ok("import", json!({ "paths": [file] }));
    assert_eq!(
        told["files"][0]["added"]["bank_lines"],
        lines.len(),
        "all of it is new: {told}"
    );
}

/// How many lines wait, by the first screen and by the desk, which must agree.
fn waiting(books: &Books, when: &str) -> u64 {
    let overview = books.ok("overview", json!({ "date": today() }));
    let page = books.ok("bank_desk", json!({ "limit": 500 }));
    let counts = &page["counts"];
    let of = |class: &str| counts[class].as_u64().unwrap();
    let listed = |wanted: &dyn Fn(&str) -> bool| {
        let rows = page["rows"].as_array().unwrap().iter();
        rows.filter(|row| wanted(row["class"].as_str().unwrap()))
            .count() as u64
    };
    assert_eq!(
        of("waiting"),
        listed(&|class| class != "out"),
        "{when}: the head of the desk counts its list: {counts}"
    );
    assert_eq!(of("out"), listed(&|class| class == "out"), "{when}");
    assert_eq!(
        overview["waiting_lines"],
        of("waiting"),
        "{when}: the first screen counts what the desk shows"
    );
    of("waiting")
}

/// The line with this text.
fn line(books: &Books, text: &str) -> Value {
    let page = books.ok("bank_desk", json!({ "limit": 500 }));
    let rows = page["rows"].as_array().unwrap();
    let found = rows.iter().find(|row| row["description"] == text);
    found.unwrap_or_else(|| panic!("{text} waits")).clone()
}

fn accept(books: &Books, text: &str) -> Value {
    let ask = json!({ "line": line(books, text)["id"], "date": today() });
    books.ok("match_accept", ask)
}

#[test]
fn money_that_went_back_waits_until_it_is_booked_and_no_longer() {
    let books = books();
    let none = waiting(&books, "nothing was imported");
    import(&books, 1, &[("-500.00", "Energie B.V.", SHOP, "termijn")]);
    assert_eq!(
        waiting(&books, "a supplier got as much as a customer paid"),
        none
    );
    import(
        &books,
        2,
        &[("-500.00", "ALFA", ALFA, "terug factuur A100")],
    );
    assert_eq!(
        waiting(&books, "the text names an invoice"),
        none + 1,
        "it is the customer's, although name and account are not known so"
    );
    assert_eq!(line(&books, "terug factuur A100")["class"], "choice");
    let done = accept(&books, "terug factuur A100");
    assert_eq!(
        done["done"], "€ 500,00 aan ALFA op 12 november 2026 is geboekt.",
        "money out goes to somebody, and is told without a sign"
    );
    assert_eq!(waiting(&books, "it was booked"), none);
    import(&books, 3, &[("-500.00", "Alfa B.V.", ALFA, "tweede")]);
    assert_eq!(
        waiting(&books, "the same once more"),
        none,
        "what went back already does not go back again"
    );
    books.ok("undo", json!({}));
    books.ok("undo", json!({}));
    assert_eq!(waiting(&books, "the booking was undone"), none + 1);
}

#[test]
fn the_desk_sees_at_once_what_a_booking_says_of_money_out() {
    let books = books();
    let lines = [
        ("300.00", "Alfa B.V.", ALFA, "factuur A200"),
        // From another account, so that the amount alone says to look again.
        ("-300.00", "Alfa B.V.", SHOP, "retour"),
    ];
    import(&books, 1, &lines);
    let before = waiting(&books, "nobody paid as much yet");
    assert_eq!(line(&books, "retour")["class"], "out");
    accept(&books, "factuur A200");
    assert_eq!(
        waiting(&books, "somebody did"),
        before,
        "one was booked, and the other is a customer's now"
    );
    assert_eq!(line(&books, "retour")["class"], "choice");
    books.ok("undo", json!({}));
    assert_eq!(waiting(&books, "that was undone"), before);
}

#[test]
fn an_account_that_pays_for_many_says_nothing_of_money_out() {
    let books = books();
    let lines = [
        ("70.00", "Betaaldienst", SHOP, "factuur B100"),
        ("70.00", "Betaaldienst", SHOP, "factuur C100"),
    ];
    import(&books, 1, &lines);
    let both = waiting(&books, "two came in");
    accept(&books, "factuur B100");
    import(&books, 2, &[("-70.00", "Betaaldienst", SHOP, "abonnement")]);
    assert_eq!(
        waiting(&books, "it paid for one customer so far"),
        both,
        "one was booked; the account is that customer's as far as is known"
    );
    accept(&books, "factuur C100");
    assert_eq!(
        waiting(&books, "it paid for two"),
        both - 2,
        "nobody can tell by the account whose it is"
    );
}
