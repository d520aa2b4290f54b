//! What the program says that it did: names, amounts and days, and no codes.

use app::{Lang, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still::{self, today};

struct Home {
    session: Session,
    _folder: TempDir,
    statement: String,
}

impl Home {
    /// The sample administration with its next statement read in.
    fn new() -> Home {
        let folder = TempDir::new().unwrap();
        let mut home = Home {
            session: still::session(folder.path()),
            statement: String::new(),
            _folder: folder,
        };
        let path = home._folder.path().join("voorbeeld.standvast");
        let request =
            json!({ "folder": path, "customers": 40, "invoices": 300, "seed": 3, "date": today() });
        let made = home.call("sample_create", request, Lang::Nl);
        home.statement = made["statement"].as_str().unwrap().to_string();
        home.call("import", json!({ "paths": [home.statement] }), Lang::Nl);
        home
    }

    fn call(&self, name: &str, payload: Value, lang: Lang) -> Value {
        app::dispatch(&self.session, name, payload, lang)
            .unwrap_or_else(|error| panic!("{name}: {} {}", error.code, error.message))
    }

    /// What an act says in Dutch and in English: it is done, undone, and done again.
    fn both(&self, name: &str, payload: &Value) -> [String; 2] {
        [Lang::Nl, Lang::En].map(|lang| {
            let done = self.call(name, payload.clone(), lang);
            self.call("undo", json!({ "id": done["id"] }), lang);
            done["done"].as_str().unwrap().to_string()
        })
    }

    fn name_of(&self, customer: &str) -> String {
        let found = self.call("customer", json!({ "customer": customer }), Lang::Nl);
        found["customer"]["name"].as_str().unwrap().to_string()
    }

    fn newest(&self, lang: Lang) -> String {
        let history = self.call("history", json!({ "limit": 1 }), lang);
        history["acts"][0]["what"].as_str().unwrap().to_string()
    }
}

#[test]
fn a_line_that_is_set_aside_is_told_by_payer_amount_and_day() {
    let home = Home::new();
    let page = home.call(
        "bank_desk",
        json!({ "limit": 50, "filter": "unknown" }),
        Lang::Nl,
    );
    let line = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["alike"] == 1 && row["payer"].is_string())
        .expect("a line of somebody who is nobody's twin");
    let payer = line["payer"].as_str().unwrap();
    let day = line["date"].as_str().unwrap().parse().unwrap();
    let amount: law::Cents = line["amount"].as_str().unwrap().parse().unwrap();
    let request = json!({ "line": line["id"], "reason": "prive" });
    for act in ["dismiss", "dismiss_like"] {
        let [nl, en] = home.both(act, &request);
        for (said, lang) in [(nl, Lang::Nl), (en, Lang::En)] {
            let (sum, day) = (
                credit::words::amount(amount, lang),
                credit::words::date(day, lang),
            );
            for part in [payer, &sum, &day, "prive"] {
                assert!(said.contains(part), "{act}: {part} in: {said}");
            }
            let code = line["id"].as_str().unwrap();
            assert!(!said.contains(code), "{act}: nobody knows {code}: {said}");
        }
    }
}

#[test]
fn money_that_is_put_to_invoices_is_told_by_whose_it_is() {
    let home = Home::new();
    let customers = home.call("customers", json!({ "limit": 500 }), Lang::Nl);
    let customer = customers["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| {
            let open: law::Cents = row["open"].as_str().unwrap().parse().unwrap();
            open > law::Cents(10_000)
        })
        .expect("somebody owes");
    let (id, name) = (
        customer["id"].as_str().unwrap(),
        customer["name"].as_str().unwrap(),
    );
    home.call(
        "pay",
        json!({ "customer": id, "amount": "400000.00" }),
        Lang::Nl,
    );
    let page = home.call("unallocated", json!({ "limit": 200 }), Lang::Nl);
    let loose = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["customer"] == id)
        .expect("far too much was paid")
        .clone();
    let invoice = home.call(
        "invoice_add",
        json!({ "customer": id, "number": "LATER-1", "date": today(), "due": today(), "amount": "12.50" }),
        Lang::Nl,
    );
    assert!(invoice["id"].is_string(), "{invoice}");
    let request = json!({
        "payment": loose["payment"],
        "parts": [{ "invoice": "LATER-1", "amount": "12.50" }],
    });
    let [nl, en] = home.both("allocate", &request);
    let said = [
        format!("€ 12,50 van {name} van 20 november 2026 is toegedeeld aan factuur LATER-1."),
        format!("€12.50 from {name} of 20 November 2026 was put to invoice LATER-1."),
    ];
    assert_eq!([nl, en], said);
}

#[test]
fn customers_that_are_made_one_are_told_by_name() {
    let home = Home::new();
    let (from, into) = (home.name_of("K-2"), home.name_of("K-3"));
    let [nl, en] = home.both("merge_customers", &json!({ "from": "K-2", "into": "K-3" }));
    assert_eq!(
        nl,
        format!("{from} is samengevoegd met {into}.").replace("..", ".")
    );
    assert_eq!(
        en,
        format!("{from} was merged into {into}.").replace("..", ".")
    );
}

#[test]
fn a_refund_is_told_as_money_that_went_back() {
    let home = Home::new();
    let name = home.name_of("K-3");
    home.call(
        "pay",
        json!({ "customer": "K-3", "amount": "400000.00" }),
        Lang::Nl,
    );
    let page = home.call("unallocated", json!({ "limit": 200 }), Lang::Nl);
    let loose = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["customer"] == "K-3")
        .expect("far too much was paid")
        .clone();
    home.call("refund", json!({ "payment": loose["payment"] }), Lang::Nl);
    let amount: law::Cents = loose["left"].as_str().unwrap().parse().unwrap();
    let sum = |lang| credit::words::amount(amount, lang);
    assert_eq!(
        home.newest(Lang::Nl),
        format!("{} terugbetaald aan {name}", sum(Lang::Nl)),
        "it was not received, and there is no amount below zero"
    );
    assert_eq!(
        home.newest(Lang::En),
        format!("{} paid back to {name}", sum(Lang::En))
    );
}

#[test]
fn a_letter_that_left_and_a_customer_at_the_bailiff_have_words_of_their_own() {
    let home = Home::new();
    let acts = |lang| -> Vec<String> {
        let mut before = None;
        let mut said = Vec::new();
        loop {
            let page = home.call("history", json!({ "limit": 200, "before": before }), lang);
            let acts = page["acts"].as_array().unwrap().clone();
            let Some(last) = acts.last() else {
                return said;
            };
            before = last["id"].as_str().map(str::to_string);
            said.extend(
                acts.iter()
                    .map(|act| act["what"].as_str().unwrap().to_string()),
            );
        }
    };
    for (lang, letter, out, given) in [
        (
            Lang::Nl,
            "Brief aan ",
            " is het programma uit",
            " overgedragen",
        ),
        (
            Lang::En,
            "Letter to ",
            " is out of the program",
            " handed over",
        ),
    ] {
        let said = acts(lang);
        let letters: Vec<&String> = said.iter().filter(|act| act.starts_with(letter)).collect();
        assert!(
            letters.iter().any(|act| act.ends_with(out)),
            "the sample's letters left: {letters:?}"
        );
        assert!(
            !letters.iter().any(|act| act.ends_with(given)),
            "a letter is not handed over: {letters:?}"
        );
    }
}

#[test]
fn an_outbox_says_addresses_and_no_names() {
    let home = Home::new();
    let page = home.call(
        "outbox",
        json!({ "state": "draft", "limit": 200 }),
        Lang::Nl,
    );
    let rows = page["messages"].as_array().unwrap();
    assert!(!rows.is_empty(), "the sample has drafts of its own");
    for row in rows {
        let to = row["to"].as_str().unwrap();
        assert!(
            to.contains('@') && !to.contains(['<', '"', ' ']),
            "the name stands beside it: {to}"
        );
    }
}

/// The remarks of a preview: code and words.
fn remarks(home: &Home, file: &str, text: &str, lang: Lang) -> Vec<(String, String)> {
    let path = home._folder.path().join(file);
    std::fs::write(&path, text).unwrap();
    let preview = home.call("import_preview", json!({ "paths": [path] }), lang);
    let problems = preview["files"][0]["problems"].as_array().unwrap();
    let of = |problem: &Value, field: &str| problem[field].as_str().unwrap().to_string();
    problems
        .iter()
        .map(|problem| (of(problem, "code"), of(problem, "message")))
        .collect()
}

#[test]
fn an_entry_in_another_currency_is_remarked_once_and_as_money() {
    let home = Home::new();
    let text = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
        <GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>kronor</Id><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id></Acct>\
        <Ntry><Amt Ccy=\"SEK\">200000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>\
        <BookgDt><Dt>2026-11-19</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>";
    for (lang, money) in [(Lang::Nl, "-SEK 200.000,00"), (Lang::En, "-SEK 200,000.00")] {
        let told: Vec<(String, String)> = remarks(&home, "kronor.xml", text, lang)
            .into_iter()
            .filter(|(_, words)| words.contains("SEK"))
            .collect();
        assert_eq!(told.len(), 1, "one entry, one remark: {told:?}");
        assert_eq!(told[0].0, "line_skipped", "it says what was done with it");
        assert!(told[0].1.contains(money), "{told:?}");
    }
}

#[test]
fn an_invoice_without_a_due_date_is_remarked_once_with_what_was_assumed() {
    let home = Home::new();
    let profile = home.call("settings", json!({}), Lang::Nl);
    let own = &profile["creditor"];
    let text = format!(
        "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" \
         xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" \
         xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\
         <cbc:ID>ZONDER-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate>\
         <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\
         <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>{}</cbc:Name></cac:PartyName></cac:Party>\
         </cac:AccountingSupplierParty><cac:AccountingCustomerParty><cac:Party><cac:PartyName>\
         <cbc:Name>Nieuwe Klant B.V.</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>\
         <cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>{}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>\
         <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"EUR\">12.50</cbc:PayableAmount>\
         </cac:LegalMonetaryTotal></Invoice>",
        own["name"].as_str().unwrap(),
        own["iban"].as_str().unwrap(),
    );
    let term = own["term_days"].as_u64().unwrap();
    let due = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + chrono::Days::new(term);
    for lang in [Lang::Nl, Lang::En] {
        let told: Vec<(String, String)> = remarks(&home, "zonder.xml", &text, lang)
            .into_iter()
            .filter(|(code, _)| code.starts_with("due_date"))
            .collect();
        assert_eq!(told.len(), 1, "one thing is missing, one remark: {told:?}");
        let words = &told[0].1;
        for part in [credit::words::date(due, lang), format!("{term} ")] {
            assert!(words.contains(&part), "what was assumed, {part}: {words}");
        }
    }
}
