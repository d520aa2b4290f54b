//! Lists of open items as packages and people make them.

use exchange::open_items::{Field, ItemKind, Mapping, OpenItems, fingerprint, read};
use exchange::{Content, Kind};
use law::Cents;

fn list(text: &str) -> OpenItems {
    let files = exchange::read("x.csv", text.as_bytes());
    match files.into_iter().next().unwrap().content {
        Content::OpenItems(items) => *items,
        other => panic!("{other:?} for {text}"),
    }
}

fn codes(items: &OpenItems) -> Vec<(&'static str, Option<u64>)> {
    items
        .problems
        .iter()
        .map(|p| (p.kind.code(), p.line))
        .collect()
}

fn opens(items: &OpenItems) -> Vec<i64> {
    items.rows.iter().map(|row| row.open.0).collect()
}

const HEADERS: &str =
    "Relatiecode;Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand;Soort\n";

#[test]
fn packages_are_understood_without_questions() {
    let files = [
        format!("{HEADERS}D1;Bakkerij Jansen;2026-001;2-3-2026;1-4-2026;1.210,00;210,00;Factuur\n"),
        "Relatienr;Relatie;Boekstuk;Boekdatum;Vervaldatum;Bedrag;Saldo;Dagboek\nD1;Bakkerij Jansen;2026-001;02-03-2026;01-04-2026;1210,00;210,00;VK\n".to_owned(),
        "AccountCode,AccountName,InvoiceNumber,InvoiceDate,DueDate,AmountDC,OutstandingDC,Type\nD1,Bakkerij Jansen,2026-001,2026-03-02,2026-04-01,1210.00,210.00,20\n".to_owned(),
        "Contact,ContactID,InvoiceID,InvoiceDate,DueDate,TotalPriceIncl,OutstandingAmount,Type\nBakkerij Jansen,D1,2026-001,2026-03-02,2026-04-01,\"1,210.00\",210.00,Invoice\n".to_owned(),
        "Kundennummer\tFirma\tRechnungsnummer\tRechnungsdatum\tFälligkeit\tRechnungsbetrag\tOffener Betrag\nD1\tBakkerij Jansen\t2026-001\t02.03.2026\t01.04.2026\t1.210,00\t210,00\n".to_owned(),
        "sep=|\nDeb.nr.|Naam|Factuurnr.|Datum|Vervalt|Factuurbedrag|Nog te betalen\nD1|Bakkerij Jansen|2026-001|2 mrt 2026|1 apr 2026|€ 1.210,00|€ 210,00\n".to_owned(),
    ];
    for text in files {
        let items = list(&text);
        let row = &items.rows[0];
        assert!(items.problems.is_empty(), "{text}: {:?}", items.problems);
        assert!(items.missing.is_empty(), "{text}");
        assert_eq!(row.customer_number.as_deref(), Some("D1"), "{text}");
        assert_eq!(row.name.as_deref(), Some("Bakkerij Jansen"), "{text}");
        assert_eq!(row.invoice_number.as_deref(), Some("2026-001"), "{text}");
        assert_eq!(
            row.invoice_date.map(|d| d.to_string()).as_deref(),
            Some("2026-03-02"),
            "{text}"
        );
        assert_eq!(
            row.due_date.map(|d| d.to_string()).as_deref(),
            Some("2026-04-01"),
            "{text}"
        );
        assert_eq!(
            (row.amount, row.open),
            (Some(Cents(121_000)), Cents(21_000)),
            "{text}: open is what is left"
        );
    }
}

#[test]
fn titles_totals_blanks_and_repeated_headers() {
    let text = format!(
        "Openstaande posten;;;;;;;\nPer 1-5-2026;;;;;;;\n\n{HEADERS}D1;A;1;1-3-2026;1-4-2026;10,00;10,00;\n;;;;;;;\n\
         D2;B;2;1-3-2026;1-4-2026;5,00;5,00;\n{HEADERS}D3;C;3;1-3-2026;1-4-2026;1,00;1,00;\nTotaal;;;;;16,00;16,00;\n"
    );
    let items = list(&text);
    assert_eq!(opens(&items), [1000, 500, 100]);
    assert_eq!(
        items.rows.iter().map(|row| row.line).collect::<Vec<_>>(),
        [5, 7, 9],
        "lines as an editor counts"
    );
    assert_eq!(
        (items.header_line, items.stated_total),
        (4, Some(Cents(1600)))
    );
    assert!(items.problems.is_empty(), "{:?}", items.problems);
    let wrong = list(&text.replace("16,00;16,00", "16,00;17,00"));
    assert_eq!(
        codes(&wrong),
        [("total_differs", Some(10))],
        "a total that is not the sum must be said"
    );
    let bare = list(&text.replace("Totaal;;;;;16,00;16,00;", ";;;;;16,00;16,00;"));
    assert_eq!(
        (bare.rows.len(), bare.problems.len()),
        (3, 0),
        "a total needs no word"
    );
}

#[test]
fn customers_above_their_rows() {
    let headers = "Factuurnr;Factuurdatum;Vervaldatum;Bedrag;Openstaand\n";
    let text = format!(
        "{headers}10001 Bakkerij Jansen;;;;\n1;1-3-2026;1-4-2026;10,00;10,00\n2;1-3-2026;1-4-2026;5,00;5,00\nSubtotaal;;;;15,00\n\
         10002 Slager De Boer;;;;\n3;1-3-2026;1-4-2026;7,00;7,00\nSubtotaal;;;;7,00\nTotaal;;;;22,00\n"
    );
    let items = list(&text);
    let named: Vec<(Option<&str>, Option<&str>)> = items
        .rows
        .iter()
        .map(|row| (row.customer_number.as_deref(), row.name.as_deref()))
        .collect();
    let jansen = (Some("10001"), Some("Bakkerij Jansen"));
    assert_eq!(
        named,
        [jansen, jansen, (Some("10002"), Some("Slager De Boer"))]
    );
    assert_eq!(items.stated_total, Some(Cents(2200)));
    assert!(
        items.missing.is_empty(),
        "the names are there: {:?}",
        items.missing
    );
    assert!(
        codes(&items)
            .iter()
            .all(|(code, _)| *code == "name_from_above"),
        "{:?}",
        codes(&items)
    );
}

#[test]
fn a_name_is_filled_down_only_where_the_list_is_made_so() {
    let headers = "Naam;Factuurnr;Vervaldatum;Openstaand\n";
    let once = list(&format!(
        "{headers}A;1;1-4-2026;1,00\n;2;1-4-2026;2,00\nB;3;1-4-2026;3,00\n"
    ));
    assert_eq!(once.rows[1].name.as_deref(), Some("A"));
    assert!(
        codes(&once).contains(&("name_from_above", Some(3))),
        "and it is said"
    );
    let repeated = list(&format!(
        "{headers}A;1;1-4-2026;1,00\nA;2;1-4-2026;2,00\n;3;1-4-2026;3,00\n"
    ));
    assert_eq!(
        repeated.rows[2].name, None,
        "names are repeated here, so an empty one is missing"
    );
    assert!(codes(&repeated).contains(&("name_missing", Some(4))));
}

#[test]
fn credit_notes_and_payments() {
    let text = format!(
        "{HEADERS}D1;A;1;1-3-2026;1-4-2026;10,00;10,00;Factuur\nD1;A;2;1-3-2026;;5,00;5,00;Creditnota\nD1;A;3;1-3-2026;;-4,00;-4,00;Creditnota\n\
         D1;A;4;1-3-2026;;-3,00;-3,00;\nD1;A;5;1-3-2026;;2,00;2,00;Betaling\n"
    );
    let items = list(&text);
    assert_eq!(opens(&items), [1000, -500, -400, -300, -200]);
    let kinds: Vec<ItemKind> = items.rows.iter().map(|row| row.kind).collect();
    use ItemKind as K;
    assert_eq!(
        kinds,
        [
            K::Invoice,
            K::CreditNote,
            K::CreditNote,
            K::CreditNote,
            K::Payment
        ]
    );
    assert!(
        items.problems.is_empty(),
        "no due date is asked for a credit note: {:?}",
        items.problems
    );
}

#[test]
fn all_problems_are_named_with_their_lines() {
    let text = format!(
        "{HEADERS}D1;A;1;31-2-2026;1-4-2026;10,00;10,00;\nD1;;2;1-3-2026;1-4-2026;5,00;5,00;\nD2;B;;1-3-2026;;7,00;7,00;\n\
         D3;C;4;1-3-2026;1-4-2026;8,00;acht;\nD3;C;5;1-3-2026;1-2-2026;1,00;1,00;\nD3;C;5;1-3-2026;1-4-2026;1,00;1,00;\n"
    );
    let items = list(&text);
    let expected = [
        ("bad_date", Some(2)),
        ("name_missing", Some(3)),
        ("invoice_number_missing", Some(4)),
        ("due_date_missing", Some(4)),
        ("amount_unreadable", Some(5)),
        ("due_before_invoice", Some(6)),
        ("invoice_twice", Some(7)),
    ];
    let codes: Vec<_> = codes(&items)
        .into_iter()
        .filter(|(code, _)| *code != "name_from_above")
        .collect();
    assert!(
        expected
            .iter()
            .all(|one| codes.contains(one) || one.0 == "name_missing"),
        "{codes:?}"
    );
    assert_eq!(
        (items.rows.len(), items.skipped, items.sum),
        (5, 1, Cents(2400)),
        "the unreadable row is left out"
    );
}

#[test]
fn a_term_counts_from_an_invoice_date_only_where_there_is_one() {
    let text = format!(
        "{HEADERS}D1;A;1;1-3-2026;;10,00;10,00;\nD1;A;2;;;10,00;10,00;\nD1;A;3;;1-4-2026;10,00;10,00;\n"
    );
    let items = list(&text);
    assert_eq!(
        codes(&items),
        [
            ("due_date_missing", Some(2)),
            ("due_date_unknown", Some(3)),
            ("invoice_date_missing", Some(4)),
        ],
        "one remark for each row: what is missing, and what comes of it"
    );
    let unknown = &items.problems[1].kind;
    for (lang, never, term) in [
        (law::Lang::Nl, "wordt nooit te laat", "betaaltermijn"),
        (law::Lang::En, "is never late", "payment term"),
    ] {
        let words = unknown.message(lang);
        assert!(words.contains(never), "{words}");
        assert!(!words.contains(term), "no term runs from no day: {words}");
    }
    let without =
        list("Klant;Factuurnummer;Vervaldatum;Openstaand\nA;1;;10,00\nB;2;1-4-2026;5,00\n");
    assert_eq!(
        codes(&without),
        [("column_missing", Some(1)), ("due_date_unknown", Some(2))],
        "also where the list has no column of invoice dates"
    );
}

#[test]
fn the_month_is_never_put_first_in_silence() {
    let rows =
        "D1;A;1;03/25/2026;04/01/2026;10.00;10.00;\nD1;A;2;03/02/2026;04/02/2026;10.00;10.00;\n";
    let items = list(&format!("{HEADERS}{rows}"));
    assert!(
        items.rows.iter().all(|row| row.invoice_date.is_none()),
        "the whole column is doubtful"
    );
    assert!(
        codes(&items).contains(&("month_first", Some(2))),
        "{:?}",
        codes(&items)
    );
    let mut mapping = items.mapping.clone();
    mapping.dates = exchange::open_items::DateOrder::MonthFirst;
    let chosen = read(format!("{HEADERS}{rows}").as_bytes(), Some(&mapping)).unwrap();
    let days: Vec<String> = chosen
        .rows
        .iter()
        .filter_map(|row| row.invoice_date)
        .map(|d| d.to_string())
        .collect();
    assert_eq!(days, ["2026-03-25", "2026-03-02"], "when a person says so");
    let mixed = list(&format!(
        "{HEADERS}{rows}D1;A;3;25/03/2026;1/4/2026;1,00;1,00;\n"
    ));
    assert!(
        codes(&mixed).contains(&("bad_date", Some(2))),
        "{:?}",
        codes(&mixed)
    );
    assert_eq!(
        mixed.rows[1].invoice_date.map(|d| d.to_string()).as_deref(),
        Some("2026-02-03"),
        "the day first"
    );
}

#[test]
fn spreadsheet_damage_is_repaired_or_said() {
    let headers = "Klantnummer;Naam;KvK;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n";
    let items = list(&format!(
        "{headers}1001.0;A;1234567;20260001.0;46083;46113;10,00\n1002;B;12345678;2.02600E+10;46083;46113;5,00\n1003;C;12;2.0260003E+7;46083;46113;1,00\n"
    ));
    assert_eq!(items.rows[0].customer_number.as_deref(), Some("1001"));
    assert_eq!(
        items.rows[0].kvk.as_deref(),
        Some("01234567"),
        "leading zeros come back"
    );
    assert_eq!(items.rows[0].invoice_number.as_deref(), Some("20260001"));
    assert_eq!(
        items.rows[0].invoice_date.map(|d| d.to_string()).as_deref(),
        Some("2026-03-02"),
        "a day count"
    );
    assert_eq!(
        items.rows[1].invoice_number, None,
        "what is lost is not made up"
    );
    assert!(codes(&items).contains(&("number_damaged", Some(3))));
    assert_eq!(items.rows[2].invoice_number.as_deref(), Some("20260003"));
    assert!(
        codes(&items).contains(&("check_digits_wrong", Some(4))),
        "a KvK number of two digits"
    );
}

#[test]
fn open_amounts_from_other_columns() {
    let ageing = list(
        "Klant;Factuurnr;Vervaldatum;Niet vervallen;0-30;31-60;> 60\nA;1;1-4-2026;;10,00;;\nB;2;1-2-2026;;;2,50;7,50\n",
    );
    assert_eq!(opens(&ageing), [1000, 1000]);
    assert!(
        codes(&ageing)
            .iter()
            .any(|(code, _)| *code == "open_from_ageing")
    );
    let sides =
        list("Klant;Factuurnr;Vervaldatum;Debet;Credit\nA;1;1-4-2026;10,00;\nA;2;1-4-2026;;4,00\n");
    assert_eq!(opens(&sides), [1000, -400]);
    let only_amount = list("Klant;Factuurnr;Vervaldatum;Bedrag\nA;1;1-4-2026;10,00\n");
    assert_eq!(opens(&only_amount), [1000]);
    assert!(
        codes(&only_amount)
            .iter()
            .any(|(code, _)| *code == "open_from_amount"),
        "and it is said"
    );
}

#[test]
fn encodings_of_spreadsheets() {
    let text = "Debiteur;Factuurnr;Vervaldatum;Openstaand\nCafé Zoë;1;1-4-2026;€ 10,00\n";
    let windows: Vec<u8> = text
        .chars()
        .map(|c| {
            if c == '€' {
                0x80
            } else {
                u8::try_from(u32::from(c)).unwrap()
            }
        })
        .collect();
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        windows,
        wide,
    ] {
        let items = read(&bytes, None).unwrap();
        assert_eq!(items.rows[0].name.as_deref(), Some("Café Zoë"));
        assert_eq!(items.rows[0].open, Cents(1000));
    }
}

#[test]
fn a_mapping_is_corrected_kept_and_recognised() {
    let text = format!("{HEADERS}D1;A;1;1-3-2026;1-4-2026;10,00;7,00;\n");
    let guessed = list(&text);
    let json = serde_json::to_string(&guessed.mapping).unwrap();
    let back: Mapping = serde_json::from_str(&json).unwrap();
    assert_eq!(back, guessed.mapping, "a mapping survives being kept");
    let short: Mapping =
        serde_json::from_str(r#"{"invoice_number":"Factuurnummer","name":"Relatiecode","due_date":"Vervaldatum","open":"Bedrag"}"#).unwrap();
    let corrected = read(text.as_bytes(), Some(&short)).unwrap();
    assert_eq!(
        (corrected.rows[0].name.as_deref(), corrected.rows[0].open),
        (Some("D1"), Cents(1000))
    );
    let kept = corrected.mapping.clone();
    assert_eq!(kept.fingerprint, fingerprint(&guessed.headers));
    let remembered = |print: &str| (print == kept.fingerprint).then(|| kept.clone());
    let files = exchange::read_with("x.csv", text.as_bytes(), None, &remembered);
    let Content::OpenItems(items) = &files[0].content else {
        panic!("must be read")
    };
    assert_eq!(
        items.rows[0].open,
        Cents(1000),
        "the next file of this make needs no question"
    );
    let other = list(&text.replace("Soort", "Anders"));
    assert_ne!(
        other.mapping.fingerprint, kept.fingerprint,
        "other headers are another make"
    );
    let unfit = read(text.replace("Soort", "Anders").as_bytes(), Some(&kept)).unwrap();
    assert!(
        codes(&unfit).contains(&("mapping_does_not_fit", Some(1))),
        "{:?}",
        codes(&unfit)
    );
    assert_eq!(unfit.mapping.columns[&Field::Open].header, "Openstaand");
    let strange = "Kolom A;Kolom B;Kolom C\n1;Jansen;10,00\n";
    assert_eq!(
        exchange::read("x", strange.as_bytes())[0].kind(),
        Kind::Refused,
        "nothing is guessed from nothing"
    );
    let by_hand: Mapping =
        serde_json::from_str(r#"{"invoice_number":"Kolom A","name":"Kolom B","open":"Kolom C"}"#)
            .unwrap();
    let files = exchange::read_with("x", strange.as_bytes(), Some(&by_hand), &|_| None);
    let Content::OpenItems(items) = &files[0].content else {
        panic!("{:?}", files[0].content)
    };
    assert_eq!(
        (items.rows[0].name.as_deref(), items.sum),
        (Some("Jansen"), Cents(1000))
    );
    assert_eq!(items.missing, [Field::InvoiceDate, Field::DueDate]);
}

#[test]
fn other_currencies_are_left_out() {
    let items = list(
        "Klant;Factuurnr;Vervaldatum;Valuta;Openstaand\nA;1;1-4-2026;EUR;10,00\nA;2;1-4-2026;USD;99,00\n",
    );
    assert_eq!((opens(&items), items.skipped), (vec![1000], 1));
    assert!(codes(&items).contains(&("other_currency", Some(3))));
}

#[test]
fn a_customer_may_be_called_total() {
    let text = format!(
        "{HEADERS}D1;Total Nederland N.V.;1;1-3-2026;1-4-2026;10,00;10,00;\nD1;Total Nederland N.V.;2;1-3-2026;;-3,00;-3,00;\n"
    );
    assert_eq!(
        opens(&list(&text)),
        [1000, -300],
        "his credit note is no total"
    );
    let above = "Factuurnr;Factuurdatum;Vervaldatum;Bedrag;Openstaand\nTotal Nederland N.V.;;;;\n1;1-3-2026;1-4-2026;10,00;10,00\nTotaal Total Nederland N.V.;;;;10,00\n";
    let items = list(above);
    assert_eq!(items.rows[0].name.as_deref(), Some("Total Nederland N.V."));
    assert_eq!(
        (opens(&items), items.stated_total),
        (vec![1000], Some(Cents(1000)))
    );
}
