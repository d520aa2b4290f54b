//! The desk for bank money and the preview of an import, as the window calls them.

use std::collections::BTreeMap;
use std::path::Path;

use app::{Lang, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::still::{self, today};

struct Desk {
    session: Session,
    folder: TempDir,
    statement: String,
}

impl Desk {
    /// The sample administration; its next statement lies ready.
    fn new() -> Desk {
        let folder = TempDir::new().unwrap();
        let mut desk = Desk {
            session: still::session(folder.path()),
            folder,
            statement: String::new(),
        };
        let path = desk.path("voorbeeld.standvast");
        let request =
            json!({ "folder": path, "customers": 40, "invoices": 300, "seed": 3, "date": today() });
        let made = desk.ok("sample_create", request);
        desk.statement = made["statement"].as_str().unwrap().to_string();
        desk
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn call(&self, name: &str, payload: Value) -> Result<Value, String> {
        app::dispatch(&self.session, name, payload, Lang::Nl)
            .map_err(|error| format!("{}: {}", error.code, error.message))
    }

    fn ok(&self, name: &str, payload: Value) -> Value {
        self.call(name, payload)
            .unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    fn import(&self) -> Value {
        self.ok("import", json!({ "paths": [self.statement] }))
    }

    fn page(&self) -> Value {
        self.ok("bank_desk", json!({ "limit": 500 }))
    }

    fn lines(&self, class: &str) -> Vec<Value> {
        let page = self.ok("bank_desk", json!({ "limit": 500, "filter": class }));
        page["rows"].as_array().unwrap().clone()
    }

    /// What the desk knows between calls must be what reading everything anew gives.
    fn check(&self, after: &str) {
        let page = self.page();
        let anew = self.ok("match_lines", json!({}));
        let mut of_line: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for proposal in anew["proposals"].as_array().unwrap() {
            let parts: Vec<String> = proposal["allocations"]
                .as_array()
                .unwrap()
                .iter()
                .map(|part| format!("{} {}", part["invoice"], part["amount"]))
                .collect();
            of_line
                .entry(proposal["line"].as_str().unwrap().to_string())
                .or_default()
                .push(format!(
                    "{} {} {parts:?} {}",
                    proposal["certainty"], proposal["customer"], proposal["unallocated"]
                ));
        }
        let rows = page["rows"].as_array().unwrap();
        assert_eq!(
            rows.len() as u64,
            anew["lines"].as_u64().unwrap(),
            "{after}: as many lines wait"
        );
        let mut certain = 0;
        for row in rows {
            let line = row["id"].as_str().unwrap();
            let shown: Vec<String> = row["proposals"]
                .as_array()
                .unwrap()
                .iter()
                .map(|proposal| {
                    let parts: Vec<String> = proposal["parts"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|part| format!("{} {}", part["number"], part["amount"]))
                        .collect();
                    format!(
                        "{} {} {parts:?} {}",
                        proposal["certainty"], proposal["customer"], proposal["unallocated"]
                    )
                })
                .collect();
            let fresh = of_line.remove(line).unwrap_or_default();
            let (mut one, mut other) = (shown.clone(), fresh.clone());
            one.sort();
            other.sort();
            assert_eq!(one, other, "{after}: the same readings of {line}");
            certain += u64::from(row["class"] == "certain");
        }
        assert_eq!(
            page["counts"]["certain"].as_u64().unwrap(),
            certain,
            "{after}: the count of what is certain is that of the rows"
        );
    }
}

fn accept(desk: &Desk, line: &Value, at: usize) -> Value {
    let proposal = &line["proposals"][at];
    let parts: Vec<Value> = proposal["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| json!({ "invoice": part["invoice"], "amount": part["amount"] }))
        .collect();
    desk.ok(
        "match_accept",
        json!({ "line": line["id"], "customer": proposal["customer"], "parts": parts }),
    )
}

#[test]
fn the_desk_follows_every_fact_without_reading_everything_again() {
    let desk = Desk::new();
    desk.page();
    desk.import();
    desk.check("an import");
    let certain = desk.lines("certain");
    assert!(
        certain.len() >= 3,
        "the sample's statement has lines that are certain"
    );
    let first = accept(&desk, &certain[0], 0);
    desk.check("accepting what is certain");
    let choice = desk.lines("choice");
    let done = accept(
        &desk,
        &choice[0],
        choice[0]["proposals"].as_array().unwrap().len() - 1,
    );
    desk.check("accepting the last of several readings");
    desk.ok("undo", json!({ "id": done["id"] }));
    desk.check("undoing that");
    desk.ok("undo", json!({ "id": first["id"] }));
    desk.check("undoing the first");
    let out = desk.lines("out");
    desk.ok(
        "dismiss",
        json!({ "line": out[0]["id"], "reason": "leverancier" }),
    );
    desk.check("setting aside");
    let whose = certain[1]["proposals"][0].clone();
    let invoice = whose["parts"][0]["number"].clone();
    desk.ok(
        "pay",
        json!({ "customer": whose["customer"], "amount": "10.00", "invoices": [invoice] }),
    );
    desk.check("a payment at the counter");
    desk.ok("undo", json!({}));
    desk.ok(
        "set_customer",
        json!({ "customer": whose["customer"], "name": "Heel Iets Anders B.V." }),
    );
    desk.check("another name");
    desk.ok(
        "write_off",
        json!({ "invoice": invoice, "amount": "1.00", "reason": "afronding" }),
    );
    desk.check("a write-off");
}

#[test]
fn what_is_certain_is_booked_at_once_and_undone_at_once() {
    let desk = Desk::new();
    desk.import();
    let before = desk.page();
    let booked = desk.ok("accept_certain", json!({}));
    assert_eq!(
        booked["lines"], before["counts"]["certain"],
        "every certain line is booked"
    );
    assert!(
        booked["id"].as_str().unwrap().contains(".."),
        "one undo for all: {booked}"
    );
    assert_eq!(desk.page()["counts"]["certain"], 0);
    assert_eq!(desk.page()["counts"]["done_today"], booked["lines"]);
    desk.ok("undo", json!({ "id": booked["id"] }));
    assert_eq!(
        desk.page()["counts"],
        before["counts"],
        "everything waits as before"
    );
    desk.check("undoing many");
}

#[test]
fn a_line_may_be_money_of_two_customers() {
    let desk = Desk::new();
    desk.import();
    let line = desk.lines("unknown").remove(0);
    let amount: i64 = line["amount"]
        .as_str()
        .unwrap()
        .replace('.', "")
        .parse()
        .unwrap();
    let shares = |rest: i64| {
        json!([
            { "customer": "K-1", "amount": "1.00", "parts": [] },
            { "customer": "K-2", "amount": format!("{}.{:02}", rest / 100, rest % 100), "parts": [] },
        ])
    };
    let wrong = desk.call(
        "match_accept",
        json!({ "line": line["id"], "shares": shares(amount) }),
    );
    assert!(wrong.is_err(), "the shares must be the whole line");
    desk.ok(
        "match_accept",
        json!({ "line": line["id"], "shares": shares(amount - 100) }),
    );
    let loose = desk.ok("unallocated", json!({}));
    let whose: Vec<&str> = loose["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["customer"].as_str().unwrap())
        .collect();
    assert!(
        whose.contains(&"K-1") && whose.contains(&"K-2"),
        "{whose:?}"
    );
    if line["iban"].is_string() {
        let known = desk.ok("bank_candidates", json!({ "line": line["id"] }));
        let before: Vec<&str> = known["customers"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["paid_before"] == true)
            .map(|row| row["customer"].as_str().unwrap())
            .collect();
        assert_eq!(
            before,
            ["K-1", "K-2"],
            "for whom the account paid is remembered"
        );
    }
}

#[test]
fn parts_beside_shares_go_to_the_share_of_their_own_customer() {
    let desk = Desk::new();
    desk.import();
    let line = desk.lines("unknown").remove(0);
    let amount: law::Cents = line["amount"].as_str().unwrap().parse().unwrap();
    let open = desk.ok("invoices", json!({ "filters": ["open"], "limit": 1 }));
    let invoice = &open["rows"][0];
    let other = ["K-1", "K-2"]
        .into_iter()
        .find(|customer| invoice["customer"] != *customer)
        .unwrap();
    let asked = |number: &serde_json::Value, whose: &str| {
        json!({
            "line": line["id"],
            "shares": [
                { "customer": whose, "amount": "1.00" },
                { "customer": other, "amount": (amount - law::Cents(100)).to_string() },
            ],
            "parts": [{ "invoice": number, "amount": "1.00" }],
        })
    };
    let whose = invoice["customer"].as_str().unwrap();
    let stranger = ["K-3", "K-4"]
        .into_iter()
        .find(|customer| *customer != whose && *customer != other)
        .unwrap();
    let wrong = desk.call("match_accept", asked(&invoice["id"], stranger));
    assert!(wrong.is_err(), "an invoice of somebody without a share");
    desk.ok("match_accept", asked(&invoice["id"], whose));
    let after = desk.ok("invoice_detail", json!({ "invoice": invoice["id"] }));
    let left =
        |row: &serde_json::Value| -> law::Cents { row["open"].as_str().unwrap().parse().unwrap() };
    assert_eq!(
        left(&after["row"]),
        left(invoice) - law::Cents(100),
        "its part was put to it"
    );
}

#[test]
fn an_invoice_that_is_named_and_paid_is_said_to_be_paid() {
    let desk = Desk::new();
    desk.import();
    let named = |line: &Value| {
        line["proposals"][0]["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .find(|reason| reason["code"] == "invoice_number")
            .map(|reason| reason["words"].as_str().unwrap().to_string())
    };
    let line = desk
        .lines("certain")
        .into_iter()
        .find(|line| named(line).is_some())
        .expect("the sample names an invoice in a description");
    let number = line["proposals"][0]["parts"][0]["number"].as_str().unwrap();
    assert_eq!(
        named(&line).unwrap(),
        format!("De omschrijving noemt factuur {number}."),
        "what is open is only named"
    );
    accept(&desk, &line, 0);
    let of = |field: &str| line[field].as_str().unwrap_or_default();
    let again = format!(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>\
         <Stmt><Id>nog eens</Id><Acct><Id><IBAN>{}</IBAN></Id></Acct><Ntry><Amt Ccy=\"EUR\">{}</Amt>\
         <CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls>\
         <RltdPties><Dbtr><Nm>{}</Nm></Dbtr><DbtrAcct><Id><IBAN>{}</IBAN></Id></DbtrAcct></RltdPties>\
         <RmtInf><Ustrd>{number}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>",
        of("account"),
        of("amount"),
        of("payer"),
        of("iban"),
    );
    let path = desk.path("nog-eens.xml");
    std::fs::write(&path, again).unwrap();
    desk.ok("import", json!({ "paths": [path] }));
    let rows = desk.page()["rows"].as_array().unwrap().clone();
    let twice = rows
        .iter()
        .find(|row| row["description"] == number)
        .expect("the second payment waits");
    assert_eq!(
        named(twice).as_deref(),
        Some(format!("De omschrijving noemt factuur {number}, die al betaald is.").as_str()),
        "{twice}"
    );
}

#[test]
fn loose_money_is_put_by_law_or_paid_back() {
    let desk = Desk::new();
    let customer = "K-3";
    let paid = desk.ok(
        "pay",
        json!({ "customer": customer, "amount": "500000.00" }),
    );
    let find = || {
        let page = desk.ok("unallocated", json!({ "limit": 200 }));
        let rows = page["rows"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["customer"] == customer)
    };
    let row = find().expect("far too much was paid");
    assert_eq!(row["amount"], "500000.00");
    desk.ok("refund", json!({ "payment": row["payment"] }));
    assert!(find().is_none(), "what was paid back is not left over");
    assert!(
        desk.call("refund", json!({ "payment": row["payment"] }))
            .is_err(),
        "nothing is paid back twice"
    );
    desk.ok("undo", json!({}));
    assert!(find().is_some(), "and it can be undone");
    desk.ok("undo", json!({ "id": paid["id"] }));
}

#[test]
fn the_first_screen_and_the_desk_count_the_same_lines() {
    let desk = Desk::new();
    desk.import();
    let agree = |when: &str| {
        let (overview, counts) = (desk.ok("overview", json!({})), desk.page());
        let counts = &counts["counts"];
        let of = |class: &str| counts[class].as_u64().unwrap();
        assert_eq!(
            overview["waiting_lines"], counts["waiting"],
            "{when}: one definition of what waits"
        );
        assert_eq!(
            of("waiting"),
            of("certain") + of("choice") + of("unknown"),
            "{when}: all but money out that is nobody's: {counts}"
        );
        of("waiting")
    };
    let all = agree("an import");
    let back: Vec<Value> = desk.page()["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["class"] != "out" && row["amount"].as_str().unwrap().starts_with('-'))
        .cloned()
        .collect();
    let [back] = back.as_slice() else {
        panic!("the sample's bank takes one payment back: {back:?}");
    };
    desk.ok(
        "dismiss",
        json!({ "line": back["id"], "reason": "geen klant" }),
    );
    assert_eq!(
        agree("it was set aside") + 1,
        all,
        "what was taken back waited too"
    );
    desk.ok("undo", json!({}));
    assert_eq!(agree("that was undone"), all);
}

#[test]
fn all_lines_of_a_counterparty_are_set_aside_as_one_act() {
    let desk = Desk::new();
    desk.import();
    let before = desk.page()["counts"].clone();
    let line = desk.lines("out").remove(0);
    let done = desk.ok(
        "dismiss_like",
        json!({ "line": line["id"], "reason": "leverancier" }),
    );
    let after = desk.page()["counts"].clone();
    let gone = before["out"].as_u64().unwrap() - after["out"].as_u64().unwrap();
    assert_eq!(
        gone,
        line["alike"].as_u64().unwrap(),
        "as many as were said to be alike"
    );
    assert_eq!(
        before["waiting"], after["waiting"],
        "money out that is nobody's never waited for a place"
    );
    desk.ok("undo", json!({ "id": done["id"] }));
    assert_eq!(desk.page()["counts"], before);
}

#[test]
fn a_preview_says_what_the_import_does_and_books_nothing() {
    let desk = Desk::new();
    let ask = || desk.ok("import_preview", json!({ "paths": [desk.statement] }));
    let preview = ask();
    assert_eq!(preview["anything"], true);
    let file = &preview["files"][0];
    assert_eq!(file["statements"][0]["balance"]["result"], "ok", "{file}");
    assert_eq!(file["statements"][0]["chain"]["result"], "ok", "{file}");
    assert_eq!(desk.page()["counts"]["waiting"], 0, "nothing was booked");
    let booked = desk.ok(
        "import",
        json!({ "paths": [desk.statement], "seen": preview["seen"] }),
    );
    assert_eq!(
        booked["files"][0]["added"], file["added"],
        "exactly what was shown"
    );
    let again = ask();
    assert_eq!(
        again["anything"], false,
        "the same file twice has nothing to book: {again}"
    );
    assert_eq!(again["files"][0]["duplicates"], file["added"]["bank_lines"]);
    desk.ok("undo", json!({ "id": booked["id"] }));
    assert_eq!(
        ask()["files"][0]["added"],
        file["added"],
        "undone, it can be read again"
    );
}

#[test]
fn a_file_that_changed_since_it_was_shown_is_not_booked() {
    let desk = Desk::new();
    let preview = desk.ok("import_preview", json!({ "paths": [desk.statement] }));
    let text = std::fs::read_to_string(&desk.statement).unwrap();
    std::fs::write(&desk.statement, format!("{text}\n")).unwrap();
    let refused = desk.call(
        "import",
        json!({ "paths": [desk.statement], "seen": preview["seen"] }),
    );
    assert!(refused.unwrap_err().starts_with("file_changed"));
    assert_eq!(desk.page()["counts"]["waiting"], 0);
}

#[test]
fn a_gap_and_a_wrong_sum_are_said_with_days_and_euro() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(&desk.statement).unwrap();
    // The opening balance moves by a euro: the statement before no longer ends in it.
    let at = text
        .find("<Cd>OPBD</Cd>")
        .expect("the sample states its opening balance");
    let amount = text[at..].find("<Amt Ccy=\"EUR\">").unwrap() + at + 15;
    let end = text[amount..].find('<').unwrap() + amount;
    let cents: i64 = text[amount..end].replace('.', "").parse().unwrap();
    let moved = format!("{}.{:02}", (cents + 100) / 100, (cents + 100) % 100);
    let broken = format!("{}{moved}{}", &text[..amount], &text[end..]);
    let path = desk.path("gat.xml");
    std::fs::write(&path, broken).unwrap();
    let preview = desk.ok("import_preview", json!({ "paths": [path] }));
    let statement = &preview["files"][0]["statements"][0];
    assert_eq!(statement["balance"]["result"], "wrong", "{statement}");
    assert_eq!(statement["chain"]["result"], "wrong", "{statement}");
    for check in ["balance", "chain"] {
        let words = statement[check]["words"].as_str().unwrap();
        assert!(words.contains("€ 1,00"), "the difference is said: {words}");
    }
    desk.ok("import", json!({ "paths": [path] }));
    let rows = desk.ok("statements", json!({}));
    assert!(
        rows["rows"][0]["gap"].as_str().unwrap().contains("€ 1,00"),
        "{rows}"
    );
}

#[test]
fn all_files_of_a_call_are_booked_or_none() {
    let desk = Desk::new();
    let list = desk.path("lijst.csv");
    std::fs::write(
        &list,
        "Factuurnr;Klant;Factuurdatum;Vervaldatum;Saldo\nX-1;Proef Een B.V.;1-10-2026;15-10-2026;12,50\n",
    )
    .unwrap();
    let missing = desk.path("er-is-niets.xml");
    let paths = json!({ "paths": [list, missing] });
    assert!(
        desk.call("import", paths)
            .unwrap_err()
            .starts_with("not_found")
    );
    let preview = desk.ok("import_preview", json!({ "paths": [list] }));
    assert_eq!(
        preview["files"][0]["added"]["invoices"], 1,
        "nothing of the list was booked"
    );
    assert_eq!(preview["files"][0]["open"], "12.50");
}

#[test]
fn columns_are_pointed_out_and_remembered() {
    let desk = Desk::new();
    let path = desk.path("vreemd.csv");
    std::fs::write(
        &path,
        "Lijst van nu\nkol a;kol b;kol c;kol d\nN-1;Jansen B.V.;12,50;1-10-2026\nN-2;Pieters;1.000,00;2-10-2026\n",
    )
    .unwrap();
    let preview = desk.ok("import_preview", json!({ "paths": [path] }));
    let table = &preview["files"][0]["table"];
    assert!(
        table.is_object(),
        "a table that nobody knows can be pointed out: {preview}"
    );
    assert_eq!(table["header_line"], 2);
    let column = |field: &str, header: &str, index: u32| json!({ "field": field, "header": header, "index": index });
    let map = json!({
        "columns": [
            column("invoice_number", "kol a", 0),
            column("name", "kol b", 1),
            column("open", "kol c", 2),
            column("invoice_date", "kol d", 3),
        ],
        "dates": "day_first",
        "decimal": null,
    });
    let columns = json!([{ "path": path, "map": map }]);
    let shown = desk.ok(
        "import_preview",
        json!({ "paths": [path], "columns": columns }),
    );
    assert_eq!(shown["files"][0]["added"]["invoices"], 2, "{shown}");
    assert_eq!(shown["files"][0]["open"], "1012.50");
    let booked = desk.ok("import", json!({ "paths": [path], "columns": columns }));
    assert_eq!(booked["files"][0]["added"]["invoices"], 2);
    let next = desk.path("volgende.csv");
    std::fs::write(
        &next,
        "kol a;kol b;kol c;kol d\nN-3;Jansen B.V.;5,00;3-10-2026\n",
    )
    .unwrap();
    let read = desk.ok("table_read", json!({ "path": next }));
    assert_eq!(
        read["remembered"], true,
        "the next list of this make needs no question: {read}"
    );
    assert_eq!(
        desk.ok("import_preview", json!({ "paths": [next] }))["files"][0]["added"]["invoices"],
        1
    );
    desk.ok("undo", json!({ "id": booked["id"] }));
    let last = Path::new(&path);
    assert!(last.exists());
}

#[test]
fn an_import_is_undone_with_what_builds_on_it() {
    let desk = Desk::new();
    let booked = desk.import();
    desk.ok("accept_certain", json!({}));
    let row = || desk.ok("imports", json!({ "limit": 1 }))["rows"][0].clone();
    let found = row();
    assert_eq!(found["undo"], false, "matched lines build on it: {found}");
    assert_eq!(found["undo_later"], true, "{found}");
    assert!(desk.call("undo", json!({ "id": booked["id"] })).is_err());
    desk.ok("undo", json!({ "id": found["fact"], "later": true }));
    assert_eq!(row()["undone"], true);
    assert_eq!(desk.page()["counts"]["waiting"], 0);
    let verified = desk.ok("verify", json!({}));
    assert_eq!(verified["ok"], true, "the log still holds: {verified}");
}
