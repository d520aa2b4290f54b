//! The words that set an administration up: plans, texts, settings, rates, and the manual.

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::{Answer, Home};

fn words(home: &Home, args: &[&str]) -> Answer {
    let mut all = args.to_vec();
    all.extend(["--date", TODAY]);
    home.words(&all)
}

fn doc(home: &Home, args: &[&str]) -> Value {
    let mut all = args.to_vec();
    all.extend(["--date", TODAY]);
    home.admin(&all).ok()
}

fn holds(answer: &Answer, parts: &[&str]) {
    assert_eq!(answer.code, 0, "{answer:?}");
    for part in parts {
        assert!(
            answer.out.contains(part),
            "{part:?} is missing in:\n{}",
            answer.out
        );
    }
}

fn days(home: &Home) -> Value {
    doc(home, &["settings"])["settings"]["plans"]["business"]["steps"][0]["after_days"].clone()
}

#[test]
fn a_plan_is_shown_tried_changed_and_taken_back() {
    let home = stocked(2);
    holds(
        &words(&home, &["plan"]),
        &[
            "Bedrijven",
            "2 dagen na de vervaldag, per e-mail",
            "zodra het mag",
        ],
    );
    assert_eq!(
        doc(&home, &["plan", "show"]),
        doc(&home, &["settings"]),
        "the document is that of the settings"
    );
    let later = [
        "plan",
        "preview",
        "--kind",
        "business",
        "--days",
        "reminder=60",
    ];
    let tried = doc(&home, &later);
    assert_eq!((&tried["before"], &tried["after"]), (&json!(2), &json!(0)));
    holds(
        &words(&home, &later),
        &[
            "Vandaag 0 brieven in plaats van 2.",
            "Valt weg",
            "Hotel Proefvoorbeeld 1 B.V.",
        ],
    );
    assert_eq!(days(&home), 2, "trying keeps nothing");

    let done = doc(
        &home,
        &["plan", "set", "--kind", "business", "--days", "reminder=60"],
    );
    assert_eq!(days(&home), 60);
    doc(&home, &["undo", done["id"].as_str().unwrap()]);
    assert_eq!(days(&home), 2);

    doc(
        &home,
        &[
            "plan",
            "set",
            "--kind",
            "business",
            "--customer",
            "D0000",
            "--days",
            "reminder=60",
        ],
    );
    assert_eq!(
        doc(&home, &["customer", "D0000", "--detail"])["own_plan"],
        true
    );
    assert_eq!(days(&home), 2, "only that customer's");
    doc(&home, &["plan", "reset", "D0000"]);
    assert_eq!(
        doc(&home, &["customer", "D0000", "--detail"])["own_plan"],
        false
    );

    let tight = ["plan", "set", "--kind", "business", "--interval", "30"];
    assert_eq!(home.admin(&tight).refused(), "plan_invalid");
    holds(
        &words(
            &home,
            &["plan", "preview", "--kind", "business", "--interval", "30"],
        ),
        &["kan niet bewaard worden"],
    );
    assert_eq!(
        home.admin(&[
            "plan",
            "set",
            "--kind",
            "business",
            "--days",
            "notice_14_days=7"
        ])
        .refused(),
        "invalid_fields",
        "a business has no such step"
    );
    for wrong in [
        &["plan", "set", "--kind", "business"][..],
        &["plan", "set", "--days", "reminder=3"],
        &["plan", "set", "--kind", "business", "--days", "sommatie=3"],
    ] {
        assert_eq!(home.admin(wrong).code, 2, "{wrong:?}");
    }
    let whole = doc(&home, &["settings"])["settings"]["plans"]["business"].clone();
    let file = home.write("plan.json", whole.to_string());
    doc(
        &home,
        &["plan", "set", "--kind", "government", "--file", &file],
    );
}

#[test]
fn a_text_is_shown_tried_drawn_and_kept() {
    let home = stocked(2);
    holds(
        &words(&home, &["texts"]),
        &["reminder.nl", "rekeningoverzicht"],
    );
    let shown = doc(&home, &["texts", "show", "reminder.nl"]);
    holds(
        &words(&home, &["texts", "show", "reminder.nl"]),
        &["{{ payment_block }}", "Velden", "Blokken die blijven"],
    );
    let own = shown["text"]
        .as_str()
        .unwrap()
        .replacen("---", "---\nBeste relatie,\n", 1);
    let file = home.write("herinnering.txt", &own);
    let checked = doc(&home, &["texts", "check", "reminder.nl", "--file", &file]);
    assert_eq!(checked["problems"], json!([]), "{checked}");
    holds(
        &words(&home, &["texts", "check", "reminder.nl", "--file", &file]),
        &["past bij alle"],
    );
    let pdf = home.text("proef.pdf");
    let drawn = doc(
        &home,
        &[
            "texts",
            "preview",
            "reminder.nl",
            "--file",
            &file,
            "--out",
            &pdf,
        ],
    );
    assert_eq!(drawn["of"], "due", "somebody gets this letter today");
    assert_eq!(drawn["file"], pdf.as_str());
    let who = doc(&home, &["texts", "customers", "reminder.nl"]);
    assert_eq!(who["customers"][0]["due"], true);
    holds(
        &words(&home, &["texts", "customers", "reminder.nl"]),
        &["Hotel Proefvoorbeeld 1 B.V.", "vandaag"],
    );
    let other = home.text("engels.pdf");
    let invented = ["texts", "preview", "final_demand.en", "--out", &other];
    assert_eq!(
        doc(&home, &invented)["of"],
        "invented",
        "nobody reads English here"
    );
    holds(&words(&home, &invented), &["verzonnen klant"]);
    assert!(
        std::fs::read(&pdf).unwrap().starts_with(b"%PDF"),
        "the preview is a PDF"
    );
    assert_eq!(
        doc(&home, &["texts", "show", "reminder.nl"])["text"],
        shown["text"],
        "drawing keeps nothing"
    );
    doc(&home, &["texts", "set", "reminder.nl", "--file", &file]);
    assert_eq!(doc(&home, &["texts", "show", "reminder.nl"])["text"], own);
    holds(&words(&home, &["texts"]), &["door u gewijzigd"]);

    assert_eq!(
        home.admin(&["texts", "show", "onzin.nl"]).refused(),
        "invalid_fields"
    );
    let bare = home.write("kaal.txt", "Onderwerp\n---\nBetaal nu.");
    assert_eq!(
        home.admin(&["texts", "set", "reminder.nl", "--file", &bare])
            .code,
        1,
        "what must stay is missing"
    );
    assert_eq!(
        home.admin(&["texts", "set", "reminder.nl", "--file", "/er/is/niets"])
            .refused(),
        "not_found"
    );
}

#[test]
fn settings_rates_and_the_logo_are_set_by_their_words() {
    let home = stocked(1);
    doc(
        &home,
        &[
            "settings",
            "set",
            "delivery_days=2",
            "bank_amber_days=4",
            "always_365=true",
        ],
    );
    let kept = doc(&home, &["settings"]);
    assert_eq!(
        (
            &kept["settings"]["delivery_days"],
            &kept["settings"]["always_365"]
        ),
        (&json!(2), &json!(true))
    );
    holds(
        &words(&home, &["settings"]),
        &[
            "Proefbakkerij De Korenmaat",
            "delivery_days",
            "standaard 3",
            "dagen die de post",
        ],
    );
    assert_eq!(
        home.admin(&["settings", "set", "delivery_days=9"])
            .refused(),
        "invalid_fields"
    );
    assert_eq!(
        home.admin(&["settings", "set", "onzin=1"]).refused(),
        "invalid_fields"
    );
    assert_eq!(home.admin(&["settings", "set", "delivery_days"]).code, 2);

    let other = crate::books::CREDITOR.replace("038 000 00 00", "038 111 11 11");
    let file = home.write("nieuw.toml", other);
    doc(&home, &["settings", "creditor", "--file", &file]);
    assert_eq!(
        doc(&home, &["settings"])["creditor"]["phone"],
        "038 111 11 11"
    );

    holds(
        &words(&home, &["settings", "logo"]),
        &["Er is nog geen logo."],
    );
    assert_eq!(
        home.admin(&["settings", "logo", "--out", &home.text("x.png")])
            .refused(),
        "not_found"
    );
    let no_picture = home.write("logo.png", "geen plaatje");
    assert_eq!(
        home.admin(&["settings", "logo", "--file", &no_picture])
            .code,
        1
    );

    let bare = home.run(&["rates", "--json"]).ok();
    assert!(
        bare["rates"].as_array().unwrap().len() > 20,
        "rates need no administration"
    );
    let add = [
        "rates",
        "add",
        "--kind",
        "consumer",
        "--from",
        "2027-01-01",
        "--percent",
        "5,5",
        "--source",
        "Staatsblad",
    ];
    doc(&home, &add);
    let own = doc(&home, &["rates"]);
    let own = own["rates"]
        .as_array()
        .unwrap()
        .iter()
        .find(|rate| rate["own"] == true)
        .cloned();
    assert_eq!(own.unwrap()["percent"], "5.5");
    holds(
        &words(&home, &["rates"]),
        &[
            "wettelijke rente",
            "5,5%",
            "van u",
            "Nagekeken t/m 31 dec 2026.",
        ],
    );
    assert_eq!(home.admin(&["rates", "add", "--kind", "consumer"]).code, 2);
}

#[test]
fn a_logo_is_put_on_letters_given_back_and_taken_away() {
    use base64::Engine as _;
    let home = stocked(1);
    let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let dot = base64::engine::general_purpose::STANDARD
        .decode(dot)
        .unwrap();
    let file = home.write("logo.png", &dot);
    doc(&home, &["settings", "logo", "--file", &file]);
    assert_eq!(doc(&home, &["settings", "logo"])["logo"]["width"], 1);
    let back = home.text("terug.png");
    holds(
        &words(&home, &["settings", "logo", "--out", &back]),
        &["1 × 1, image/png", "Geschreven:"],
    );
    assert_eq!(std::fs::read(&back).unwrap(), dot, "byte for byte");
    doc(&home, &["settings", "logo", "--remove"]);
    assert_eq!(doc(&home, &["settings", "logo"])["logo"], Value::Null);
    let both = ["settings", "logo", "--remove", "--file", &file];
    assert_eq!(home.admin(&both).code, 2, "one thing at a time");
}

#[test]
fn backups_place_and_recent_say_where_things_are() {
    let home = stocked(1);
    holds(
        &words(&home, &["place"]),
        &["boek.standvast", "Grootte", "Neem ook mee"],
    );
    assert!(doc(&home, &["backups"])["kept"].as_u64().unwrap() > 0);
    holds(&words(&home, &["backups"]), &["back-up"]);
    holds(
        &home.run(&["recent"]),
        &["Standvast", "Proefbakkerij De Korenmaat"],
    );
}

#[test]
fn files_are_kept_with_invoices_and_given_back() {
    let home = stocked(1);
    let file = home.write("factuur.pdf", "%PDF-1.4 proef");
    doc(&home, &["attach", "2026-100", &file]);
    let shown = doc(&home, &["invoice", "2026-100"]);
    let files = shown["files"].as_array().unwrap();
    assert_eq!(files.len(), 2, "the e-invoice itself is kept too: {shown}");
    let ours = files.iter().find(|file| file["name"] == "factuur.pdf");
    let id = ours.unwrap()["id"].as_str().unwrap().to_string();
    holds(
        &words(&home, &["invoice", "2026-100"]),
        &["Bewaarde bestanden", "factuur.pdf"],
    );
    let back = home.text("terug.pdf");
    doc(&home, &["attachment", &id, "--out", &back]);
    assert_eq!(
        std::fs::read_to_string(&back).unwrap(),
        "%PDF-1.4 proef",
        "byte for byte"
    );
    assert_eq!(
        home.admin(&["attach", "2026-555", &file]).refused(),
        "unknown_invoice"
    );
    assert_eq!(
        home.admin(&["attachment", "999", "--out", &back]).refused(),
        "unknown_file"
    );
}

#[test]
fn dossiers_are_checked_shown_and_told_about() {
    let home = stocked(1);
    holds(
        &words(&home, &["dossiers"]),
        &["Er is nog niets overgedragen."],
    );
    holds(
        &words(&home, &["dossiers", "ready"]),
        &["niemand om over te dragen"],
    );
    let check = doc(&home, &["dossiers", "check", "D0000"]);
    assert_eq!(check["claim"]["principal"], "250.00");
    holds(
        &words(&home, &["dossiers", "check", "D0000"]),
        &[
            "Dossier van Hotel",
            "€ 250,00",
            "Dit ontbreekt",
            "00-overzicht.pdf",
        ],
    );
    assert_eq!(
        home.admin(&["dossiers", "show", "D0000"]).refused(),
        "unknown_dossier"
    );
    doc(
        &home,
        &[
            "handover",
            "D0000",
            "--out",
            &home.text("d"),
            "--to",
            "bailiff=Dijk",
        ],
    );
    let told = [
        "dossiers",
        "tell",
        "D0000",
        "--kind",
        "paid_to_them",
        "--amount",
        "100,00",
    ];
    doc(&home, &told);
    holds(
        &words(&home, &["dossiers"]),
        &["Hotel", "loopt daar", "Dijk"],
    );
    holds(
        &words(&home, &["dossiers", "show", "D0000"]),
        &[
            "deurwaarder Dijk",
            "Daar betaald, als u hoorde: € 100,00",
            "2026-100",
        ],
    );
    assert_eq!(
        home.admin(&[
            "dossiers", "tell", "D0000", "--kind", "costs", "--date", TODAY
        ])
        .refused(),
        "invalid_fields"
    );
    assert_eq!(
        home.admin(&["dossiers", "tell", "D0000", "--kind", "lost"])
            .code,
        2
    );
}

#[test]
fn a_trial_of_an_import_shows_what_the_window_shows() {
    let home = stocked(1);
    let lines = [(
        "2026-11-24",
        25_000,
        "Hotel Proefvoorbeeld 0 B.V.",
        "factuur 2026-100",
    )];
    let bank = home.write(
        "bank3.xml",
        crate::books::statement(3, "2026-11-24", 90_000, &lines),
    );
    let preview = doc(&home, &["import", &bank, "--preview"]);
    assert_eq!(preview["files"][0]["added"]["bank_lines"], 1);
    let chain = preview["files"][0]["statements"][0]["chain"]["words"]
        .as_str()
        .unwrap();
    let dry = words(&home, &["import", &bank, "--dry-run"]);
    holds(
        &dry,
        &[
            "Proef: er is niets gewijzigd.",
            "1 bankregel erbij",
            "€ 250,00",
            "Hotel Proefvoorbeeld 0 B.V.",
            chain,
        ],
    );
    let kept = doc(&home, &["import", &bank, "--dry-run"]);
    assert_eq!(
        (&kept["dry_run"], &kept["files"][0]["added"]["bank_lines"]),
        (&json!(true), &json!(1)),
        "the document of an import keeps its shape"
    );
    assert_eq!(
        doc(&home, &["bank", "statements"])["total"],
        1,
        "nothing was booked"
    );
    let junk = home.write("x.txt", "zomaar wat");
    assert_eq!(
        home.words(&["import", &junk, "--dry-run"]).code,
        1,
        "a refused file is a failure"
    );
    assert_eq!(home.admin(&["import", &junk, "--preview"]).code, 1);
}

#[test]
fn a_calculation_writes_its_sheet_when_asked() {
    let home = Home::new();
    let sheet = home.text("kosten.pdf");
    let args = [
        "calc",
        "costs",
        "--principal",
        "986.42",
        "--sheet",
        &sheet,
        "--about",
        "factuur 7",
    ];
    let mut asked = args.to_vec();
    asked.push("--json");
    let done = home.run(&asked).ok();
    assert_eq!(done["costs"], "147.96", "the calculation stays the answer");
    assert_eq!(done["sheet"]["file"], sheet.as_str());
    assert!(std::fs::read(&sheet).unwrap().starts_with(b"%PDF"));
    holds(&home.run(&args), &["€ 147,96", "Blad: "]);
    assert_eq!(
        home.run(&["calc", "costs", "--principal", "1", "--about", "x"])
            .code,
        2,
        "about what sheet?"
    );
}

#[test]
fn the_manual_is_the_page_in_the_documentation() {
    let home = Home::new();
    let manual = home.run(&["manual", "--lang", "en"]);
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/cli.md");
    let kept = std::fs::read_to_string(page).expect("docs/cli.md is there");
    assert!(
        manual.out == kept.replace('\r', ""),
        "docs/cli.md is not what the program says; run: cargo xtask types"
    );
    holds(
        &home.run(&["manual"]),
        &["# De opdrachtregel", "### bank split"],
    );
    for (args, part) in [
        (
            &["customers", "--help"][..],
            "Voorbeeld:\n  standvast customers",
        ),
        (
            &["plan", "set", "--help"],
            "standvast plan set --kind business",
        ),
        (&["--help", "--lang", "en"], "Customers and invoices:"),
    ] {
        holds(&home.run(args), &[part]);
    }
}
