//! The words of the rooms: each answers in text and in JSON, and refuses what it cannot do.

use serde_json::{Value, json};

use crate::books::{TODAY, statement, stocked};
use crate::home::Home;

/// Three businesses and a person, all late, and a statement with money to place.
fn house() -> Home {
    let home = stocked(3);
    let lines = [
        (
            "2026-11-23",
            25_000,
            "Hotel Proefvoorbeeld 0 B.V.",
            "factuur 2026-100",
        ),
        ("2026-11-23", 40_000, "Familie Onbekend", "voor ons samen"),
        ("2026-11-23", 1_000, "Familie Onbekend", "restje"),
    ];
    let bank = home.write("bank2.xml", statement(2, "2026-11-23", 95_000, &lines));
    home.admin(&["import", &bank, "--date", TODAY]).ok();
    home
}

fn dated<'a>(args: &[&'a str]) -> Vec<&'a str> {
    let mut all = args.to_vec();
    all.extend(["--date", TODAY]);
    all
}

/// The text of words that succeed; none of it is a JSON document or an unfilled hole.
fn text(home: &Home, args: &[&str]) -> String {
    let answer = home.words(&dated(args));
    assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
    assert!(
        !answer.out.trim_start().starts_with('{'),
        "{args:?} answers in words, not in JSON: {}",
        answer.out
    );
    answer.out
}

/// The document of words that succeed.
fn doc(home: &Home, args: &[&str]) -> Value {
    home.admin(&dated(args)).ok()
}

/// What the core answers, asked directly.
fn core(home: &Home, name: &str, mut request: Value) -> Value {
    if let Value::Object(fields) = &mut request {
        fields.insert("date".to_string(), json!(TODAY));
    }
    let file = home.write("vraag.json", request.to_string());
    home.admin(&["call", name, "--file", &file, "--date", TODAY])
        .ok()
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is missing in:\n{text}");
    }
}

/// The id of the waiting line of this amount.
fn line_of(home: &Home, amount: &str) -> String {
    let lines = doc(home, &["bank", "lines"]);
    let row = lines["rows"].as_array().unwrap().iter();
    let row = row.clone().find(|row| row["amount"] == amount);
    row.unwrap_or_else(|| panic!("no line of {amount}: {lines}"))["id"]
        .as_str()
        .unwrap()
        .to_string()
}

#[test]
fn customers_are_listed_filtered_and_shown() {
    let home = house();
    let all = doc(&home, &["customers"]);
    assert_eq!(all["total"], 4);
    assert_eq!(
        all,
        core(&home, "customers", json!({"offset": 0, "limit": 50})),
        "the document is that of the core"
    );
    let some = doc(
        &home,
        &[
            "customers",
            "hotel",
            "--filter",
            "late",
            "--sort",
            "open",
            "--descending",
            "--limit",
            "1",
        ],
    );
    assert_eq!(
        (&some["total"], &some["rows"][0]["open"]),
        (&json!(3), &json!("324.14"))
    );
    assert_eq!(some["rows"].as_array().unwrap().len(), 1);
    let words = text(&home, &["customers", "--limit", "2"]);
    holds(
        &words,
        &["4 klanten · € 981,21 open", "herinnering", "2 van 4"],
    );
    assert_eq!(
        text(&home, &["customers", "bestaatniet"]),
        "Geen klant voldoet daaraan.\n"
    );

    let one = text(&home, &["customer", "D0000"]);
    holds(
        &one,
        &[
            "Hotel Proefvoorbeeld 0 B.V. (K-",
            "Proefstraat 12",
            "KvK 20000000",
            "2026-100",
            "€ 250,00",
            "Hierna",
        ],
    );
    let kept = doc(&home, &["customer", "D0000"]);
    assert!(
        kept["customer"].is_object() && kept["row"].is_null(),
        "the kept records stay the document"
    );
    let detail = doc(&home, &["customer", "D0000", "--detail"]);
    assert_eq!(detail["row"]["open"], "250.00");
    assert_eq!(
        home.admin(&["customer", "D9999"]).refused(),
        "unknown_customer"
    );
    for wrong in [
        &["customers", "--filter", "rich"][..],
        &["customers", "--limit", "501"],
        &["customers", "--limit", "0"],
    ] {
        assert_eq!(home.admin(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn invoices_are_listed_shown_and_explained() {
    let home = house();
    let late = doc(
        &home,
        &["invoices", "--filter", "late", "--customer", "D0001"],
    );
    assert_eq!(
        (&late["total"], &late["rows"][0]["number"]),
        (&json!(1), &json!("2026-101"))
    );
    holds(
        &text(&home, &["invoices", "--sort", "amount", "--descending"]),
        &["4 facturen", "2026-102", "€ 324,14", "39 dagen"],
    );
    assert_eq!(
        text(&home, &["invoices", "--filter", "paid"]),
        "Geen factuur voldoet daaraan.\n"
    );
    holds(
        &text(&home, &["invoice", "2026-100"]),
        &[
            "Factuur 2026-100",
            "Hotel Proefvoorbeeld 0 B.V.",
            "15 okt 2026",
            "Vordering op 23 nov 2026",
            "art. 6:119a",
        ],
    );
    assert_eq!(
        home.admin(&["invoice", "2026-555"]).refused(),
        "unknown_invoice"
    );
    assert_eq!(home.admin(&["invoice"]).code, 2, "an invoice, or a file");

    let by_invoice = doc(&home, &["why", "2026-100"]);
    let by_customer = doc(&home, &["why", "D0000", "--invoice", "2026-100"]);
    assert_eq!(by_invoice, by_customer, "an invoice leads to its customer");
    assert_eq!(by_invoice["parts"][0]["amount"], "250.00");
    holds(
        &text(&home, &["why", "D0000"]),
        &["Vordering op 23 nov 2026", "€ 250,00", "Elke dag later"],
    );
    assert_eq!(
        home.admin(&["why", "niemand"]).refused(),
        "unknown_customer"
    );
    assert_eq!(
        home.admin(&["why", "D0000", "--invoice", "x"]).refused(),
        "unknown_invoice"
    );
}

#[test]
fn what_is_remembered_is_found_and_what_was_done_is_listed() {
    let home = house();
    let found = doc(&home, &["find", "hotel", "0"]);
    assert_eq!(found["customers"][0]["name"], "Hotel Proefvoorbeeld 0 B.V.");
    holds(
        &text(&home, &["find", "2026-101"]),
        &["Facturen", "2026-101", "€ 287,07"],
    );
    holds(&text(&home, &["find", "zzzz"]), &["Niets gevonden."]);
    assert_eq!(home.admin(&["find"]).code, 2);

    let acts = doc(&home, &["history", "--limit", "1"]);
    assert_eq!(acts["acts"].as_array().unwrap().len(), 1);
    let newest = acts["acts"][0]["id"].as_str().unwrap();
    let earlier = doc(&home, &["history", "--before", newest]);
    assert!(
        earlier["acts"]
            .as_array()
            .unwrap()
            .iter()
            .all(|act| act["id"] != newest)
    );
    holds(&text(&home, &["history"]), &["ingelezen", "kan terug"]);
    let imports = doc(&home, &["imports"]);
    assert_eq!(imports["rows"][0]["bank_lines"], 3);
    holds(&text(&home, &["imports"]), &["bank2.xml", "3 bankregels"]);

    let overview = doc(&home, &["overview"]);
    assert_eq!(overview["open"], "981.21");
    holds(
        &text(&home, &["overview"]),
        &[
            "Hoe het ervoor staat op 23 nov 2026",
            "€ 981,21",
            "Verwacht",
            "31 t/m 60 dagen",
        ],
    );
    let proposals = doc(&home, &["proposals", "--work", "letters", "--limit", "1"]);
    assert_eq!(proposals["proposals"].as_array().unwrap().len(), 1);
    holds(
        &text(&home, &["proposals"]),
        &["voorstellen", "herinnering"],
    );
    assert_eq!(
        text(&home, &["proposals", "--work", "handover"]),
        "Er wordt niets voorgesteld.\n"
    );
}

#[test]
fn a_sum_is_explained_part_by_part() {
    let home = house();
    let open = doc(&home, &["sum", "open"]);
    assert_eq!(
        (&open["total"], &open["count"]),
        (&json!("981.21"), &json!(4))
    );
    holds(
        &text(&home, &["sum", "open"]),
        &["€ 981,21", "Hotel Proefvoorbeeld 2 B.V.", "€ 324,14"],
    );
    holds(
        &text(&home, &["sum", "open", "--limit", "1"]),
        &["… en nog 3 samen"],
    );
    let one = doc(
        &home,
        &["sum", "bucket", "--bucket", "31-60", "--customer", "D0001"],
    );
    assert_eq!(one["total"], "287.07");
    holds(
        &text(&home, &["sum", "late", "--customer", "D0001"]),
        &["2026-101"],
    );
    holds(
        &text(&home, &["sum", "bucket", "--bucket", "90+"]),
        &["€ 0,00", "niets om op te tellen"],
    );
    for wrong in [
        &["sum"][..],
        &["sum", "bucket"],
        &["sum", "week"],
        &["sum", "profit"],
    ] {
        assert_eq!(home.admin(wrong).code, 2, "{wrong:?}");
    }
    assert_eq!(
        home.admin(&["sum", "open", "--customer", "D9999"])
            .refused(),
        "unknown_customer"
    );
}

#[test]
fn bank_lines_are_looked_at_split_and_paid_back() {
    let home = house();
    let lines = doc(&home, &["bank", "lines", "--filter", "unknown"]);
    assert_eq!(
        lines["counts"]["waiting"], 3,
        "the statement's three; money that went out to nobody known waits for nothing: {lines}"
    );
    holds(
        &text(&home, &["bank", "lines"]),
        &[
            "Wachtend: 3 bankregels",
            "€ 400,00",
            "Familie Onbekend",
            "2026-100 € 250,00",
            "standvast accept",
        ],
    );
    let line = line_of(&home, "400.00");
    let candidates = doc(&home, &["bank", "candidates", &line, "hotel"]);
    assert_eq!(candidates["customers"].as_array().unwrap().len(), 3);
    holds(
        &text(&home, &["bank", "candidates", &line, "hotel"]),
        &["Waar hoort € 400,00?", "2026-101"],
    );
    holds(
        &text(&home, &["bank", "candidates", &line]),
        &["Geen klant past hierbij."],
    );

    let short = ["bank", "split", &line, "--share", "D0001=100"];
    assert_eq!(home.admin(&short).code, 1, "shares are the whole line");
    assert_eq!(
        home.admin(&["bank", "split", &line, "--share", "D0001"])
            .code,
        2
    );
    let split = [
        "bank",
        "split",
        &line,
        "--share",
        "D0001=287,07+2026-101=287,07",
        "--share",
        "D0002=112,93",
    ];
    doc(&home, &split);
    assert_eq!(doc(&home, &["invoice", "2026-101"])["row"]["open"], "0.00");
    let loose = doc(&home, &["bank", "unallocated"]);
    assert_eq!(loose["amount"], "112.93", "what was put nowhere is left");
    holds(
        &text(&home, &["bank", "unallocated"]),
        &["€ 112,93 hoort nog bij geen factuur", "2026-102"],
    );
    let payment = loose["rows"][0]["payment"].as_str().unwrap();
    let told = text(&home, &["bank", "refund", payment]);
    holds(&told, &["Ongedaan maken: standvast undo"]);
    assert_eq!(
        text(&home, &["bank", "unallocated"]),
        "Al het ontvangen geld hoort bij een factuur.\n"
    );
    assert_eq!(home.admin(&["bank", "refund", "P-999"]).code, 1);

    let certain = doc(&home, &["bank", "certain"]);
    assert_eq!(
        (&certain["lines"], &certain["amount"]),
        (&json!(1), &json!("250.00"))
    );
    let rest = line_of(&home, "10.00");
    doc(
        &home,
        &["dismiss", &rest, "--reason", "geen klant", "--alike"],
    );
    assert_eq!(
        doc(&home, &["bank", "lines", "--filter", "unknown"])["total"],
        0
    );
    holds(
        &text(&home, &["bank", "statements"]),
        &["NL91ABNA0417164300", "2 afschriften", "sluit"],
    );
    assert_eq!(
        doc(&home, &["bank", "statements", "--limit", "1"])["total"],
        2
    );
    assert_eq!(
        home.admin(&["bank"]).code,
        2,
        "a group alone says its words"
    );
}

#[test]
fn a_run_is_approved_looked_at_written_and_confirmed() {
    let home = house();
    assert_eq!(text(&home, &["runs"]), "Er was nog geen ronde.\n");
    let pdf = home.text("proef.pdf");
    let drawn = doc(
        &home,
        &[
            "letter", "preview", "D0001", "--step", "reminder", "--out", &pdf,
        ],
    );
    assert_eq!(drawn["file"], pdf.as_str());
    assert!(
        std::fs::read(&pdf).unwrap().starts_with(b"%PDF"),
        "a drawn letter is a PDF"
    );
    assert_eq!(
        doc(&home, &["runs"])["total"],
        0,
        "drawing approves nothing"
    );
    assert_eq!(
        home.admin(&dated(&[
            "letter",
            "preview",
            "D0001",
            "--step",
            "final_demand"
        ]))
        .refused(),
        "no_letter_due"
    );

    let approved = doc(
        &home,
        &[
            "runs",
            "approve",
            "--approve",
            "all",
            "--customer",
            "D0001",
            "--customer",
            "P0001",
        ],
    );
    assert_eq!(
        approved["letters"].as_array().unwrap().len(),
        2,
        "{approved}"
    );
    let run = approved["run"].as_str().unwrap();
    let letter = approved["letters"][0]["letter"].as_str().unwrap();
    holds(&text(&home, &["runs"]), &[run, "2 wachten"]);
    holds(
        &text(&home, &["runs", "letters", run]),
        &["2 brieven", letter, "herinnering", "wacht"],
    );
    let kept = home.text("bewaard.pdf");
    holds(
        &text(&home, &["letter", "show", letter, "--out", &kept]),
        &["Brief", letter, "wacht", "Geschreven:"],
    );
    assert!(std::fs::read(&kept).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        doc(&home, &["runs", "letters", run])["run"]["waiting"],
        2,
        "looking hands nothing over"
    );

    let mails = doc(
        &home,
        &["runs", "mails", run, "--out", &home.text("concepten")],
    );
    assert_eq!(mails["files"].as_array().unwrap().len(), 2);
    assert_eq!(doc(&home, &["runs", "letters", run])["run"]["waiting"], 0);
    let sheet = home.text("rondelijst.pdf");
    doc(&home, &["runs", "sheet", run, "--out", &sheet]);
    assert!(std::fs::read(&sheet).unwrap().starts_with(b"%PDF"));
    doc(&home, &["runs", "confirm", run, "--left-on", TODAY]);
    holds(
        &text(&home, &["runs", "letters", run]),
        &["weg, 23 nov 2026"],
    );
    let copy = home.text("kopie.pdf");
    doc(&home, &["letter", "copy", letter, "--out", &copy]);
    assert!(std::fs::read(&copy).unwrap().starts_with(b"%PDF"));
    assert_eq!(home.admin(&["runs", "letters", "R-999"]).code, 1);
    assert_eq!(home.admin(&["letter", "show", "B-999"]).code, 1);
    assert_eq!(
        home.admin(&["runs", "confirm", run]).code,
        2,
        "the day must be said"
    );
}

#[test]
fn paper_letters_are_written_or_noted_as_printed() {
    let home = house();
    for customer in ["D0001", "D0002"] {
        doc(&home, &["set", customer, "--email", ""]);
    }
    let approved = doc(
        &home,
        &[
            "runs",
            "approve",
            "--customer",
            "D0001",
            "--customer",
            "D0002",
        ],
    );
    let run = approved["run"].as_str().unwrap();
    let letters: Vec<&str> = approved["letters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["letter"].as_str().unwrap())
        .collect();
    let out = home.text("ronde.pdf");
    doc(
        &home,
        &[
            "runs", "save", run, "--out", &out, "--letter", letters[0], "--duplex",
        ],
    );
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        doc(&home, &["runs"])["runs"][0]["waiting"],
        1,
        "only the letter that was named left"
    );
    doc(&home, &["runs", "printed", run, letters[1]]);
    assert_eq!(doc(&home, &["runs"])["runs"][0]["waiting"], 0);
    let saved = home.text("brief.pdf");
    doc(&home, &["letter", "save", letters[1], "--out", &saved]);
    assert!(std::fs::read(&saved).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        home.admin(&["runs", "printed", run]).code,
        2,
        "which letters must be said"
    );
}

#[test]
fn a_proof_of_sending_is_kept_and_shown() {
    let home = house();
    let out = home.text("brieven");
    let run = doc(
        &home,
        &[
            "run",
            "--approve",
            "all",
            "--customer",
            "D0001",
            "--out",
            &out,
        ],
    );
    let letter = run["letters"][0]["letter"].as_str().unwrap();
    let none = home.admin(&["letter", "proof", letter]);
    assert_eq!(none.code, 1, "nothing is kept yet: {none:?}");
    let proof = home.write("bewijs.pdf", "%PDF-1.4 bewijs");
    doc(&home, &["confirm", letter, "--proof", &proof]);
    let back = home.text("terug.pdf");
    let shown = text(&home, &["letter", "proof", letter, "--out", &back]);
    holds(&shown, &["bewijs.pdf", "15 B", "Geschreven:"]);
    assert_eq!(
        std::fs::read_to_string(&back).unwrap(),
        "%PDF-1.4 bewijs",
        "byte for byte"
    );
    assert_eq!(doc(&home, &["letter", "proof", letter])["count"], 1);
    assert_eq!(
        home.admin(&["letter", "proof", letter, "--number", "2"])
            .code,
        1
    );
    assert_eq!(
        home.admin(&["letter", "proof", letter, "--number", "0"])
            .code,
        2
    );
}

#[test]
fn what_others_build_on_goes_back_together_when_asked() {
    let home = house();
    let import = doc(&home, &["imports", "--limit", "1"])["rows"][0]["fact"].clone();
    let import = import.as_str().unwrap();
    doc(&home, &["bank", "certain"]);
    assert_eq!(
        home.admin(&["undo", import]).refused(),
        "cannot_undo",
        "money of it was booked"
    );
    assert_eq!(doc(&home, &["invoice", "2026-100"])["row"]["open"], "0.00");
    holds(&text(&home, &["imports"]), &["kan terug met --later"]);
    doc(&home, &["undo", import, "--later"]);
    assert_eq!(
        doc(&home, &["invoice", "2026-100"])["row"]["open"],
        "250.00"
    );
    holds(&text(&home, &["imports"]), &["teruggedraaid"]);
}

#[test]
fn a_letter_is_drawn_with_words_of_its_own() {
    let home = house();
    let ask = ["letter", "preview", "D0001", "--step", "reminder"];
    let plain = doc(&home, &ask);
    let own = plain["text"]
        .as_str()
        .unwrap()
        .replacen("---", "---\nZoals besproken.\n", 1);
    let file = home.write("eigen.txt", &own);
    let words = text(&home, &[&ask[..], &["--text", &file]].concat());
    holds(
        &words,
        &[
            "Zoals besproken.",
            "Hotel Proefvoorbeeld 1 B.V.",
            "€ 287,07",
            "E-mail aan",
        ],
    );
    let bare = home.write("kaal.txt", "Onderwerp\n---\nBetaal.");
    let refused = home.admin(&dated(&[&ask[..], &["--text", &bare]].concat()));
    assert_eq!(refused.code, 1, "what must stay is missing: {refused:?}");
    assert_eq!(
        home.admin(&["letter", "preview", "D0001"]).code,
        2,
        "which letter?"
    );
}
