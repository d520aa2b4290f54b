//! What files are, told by their content; archives; refusals in words.

use exchange::{ArchiveFile, Content, Format, Kind, ReadFile, read, recognise, zip_out};
use law::Lang;

fn code(file: &ReadFile) -> &'static str {
    match &file.content {
        Content::Refused(refusal) => refusal.code(),
        _ => "read",
    }
}

fn format(text: &str) -> Format {
    recognise(text.as_bytes(), "anything.pdf").format
}

#[test]
fn refusals_name_the_file_and_say_what_to_do() {
    let xml = |root: &str, space: &str| {
        format!("<?xml version=\"1.0\"?><{root} xmlns=\"{space}\"><a/></{root}>")
    };
    let cases: Vec<(Vec<u8>, &str, Option<&str>)> = vec![
        (Vec::new(), "empty_file", None),
        (b" \r\n\t ".to_vec(), "empty_file", None),
        (b"\xef\xbb\xbf\n".to_vec(), "empty_file", None),
        (b"<!DOCTYPE html><html><body>Log in</body></html>".to_vec(), "web_page", Some("html")),
        (b"<html><head><meta charset=utf-8></head>".to_vec(), "web_page", Some("html")),
        (b"%PDF-1.7\n1 0 obj".to_vec(), "pdf_without_invoice", Some("pdf")),
        (b"%PDF-1.7\n/F (factur-x.xml)".to_vec(), "not_yet_supported", Some("factur-x")),
        (b"%PDF-1.7\n/UF <feff>\0f\0a\0c\0t\0u\0r\0-\0x\0.\0x\0m\0l".to_vec(), "not_yet_supported", Some("factur-x")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "not_yet_supported", Some("xls")),
        (xml("schema", "http://www.w3.org/2001/XMLSchema").into_bytes(), "schema_not_data", Some("xsd")),
        (xml("auditfile", "http://www.auditfiles.nl/XAF/3.1").into_bytes(), "not_yet_supported", Some("xaf-3.1")),
        (xml("auditfile", "x/BCPP/1.0/structures/XmlAuditfileFinancieel3.2.1").into_bytes(), "not_yet_supported", Some("xaf-3.2.1")),
        (xml("auditfile", "http://www.auditfiles.nl/XAF/4.0").into_bytes(), "not_yet_supported", Some("xaf-4.0")),
        (xml("auditfile", "").into_bytes(), "not_yet_supported", Some("xaf")),
        (xml("Document", "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09").into_bytes(), "not_a_statement", Some("pain.001.001.09")),
        (xml("Document", "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03").into_bytes(), "not_a_statement", Some("pain.002.001.03")),
        (xml("Document", "urn:iso:std:iso:20022:tech:xsd:camt.056.001.08").into_bytes(), "not_a_statement", Some("camt.056.001.08")),
        (b"Datum,Naam,Type,Valuta,Bruto,Factuurnummer,Transactiereferentie,Saldo\n1-3-2026,A,x,EUR,1,2,3,4\n".to_vec(), "unknown_format", None),
        (xml("Order", "urn:oasis:names:specification:ubl:schema:xsd:Order-2").into_bytes(), "unknown_format", Some("xml")),
        (b"Beste lezer,\n\nbijgaand de lijst.\n".to_vec(), "unknown_format", None),
        (vec![0, 1, 2, 3, 255, 254, 7], "unknown_format", None),
        (b"Datum;Rekening;Boeksaldo;Valutasaldo\n20260301;NL20INGB0001234567;10,00;10,00\n".to_vec(), "day_balances", Some("csv/day_balances")),
        (b"Code;Bedrijf;KvK-nummer;BTW-nummer;E-mail;Telefoon\n1;A;12345678;;a@b.nl;020\n".to_vec(), "not_yet_supported", Some("customers/csv")),
        (b":20:X\n:25:NL20INGB0001234567\n:13D:2603011200+0100\n:28C:1\n:34F:EUR0,\n".to_vec(), "not_yet_supported", Some("mt942")),
        (b"123456789\tEUR\t20260301\t1,00\t2,00\t20260301\t1,00\tSEPA OVERBOEKING\n".to_vec(), "not_yet_supported", Some("csv/abnamro")),
        (
            b"\"IBAN/BBAN\",\"Munt\",\"BIC\",\"Volgnr\",\"Datum\",\"Rentedatum\",\"Bedrag\",\"Saldo na trn\",\"Naam initi\xebrende partij\"\n\"NL39RABO0300065264\",\"EUR\",\"RABONL2U\",\"1\",\"2026-03-01\",\"2026-03-01\",\"+1,00\",\"+1,00\",\"\"\n".to_vec(),
            "not_yet_supported",
            Some("csv/rabobank"),
        ),
    ];
    for (bytes, expected, name) in cases {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let file = read("x", &bytes).remove(0);
        assert_eq!(
            (code(&file), file.format.as_deref()),
            (expected, name),
            "{shown}"
        );
        assert_eq!(file.kind(), Kind::Refused);
        let Content::Refused(refusal) = &file.content else {
            continue;
        };
        let (dutch, english) = (refusal.message(Lang::Nl), refusal.message(Lang::En));
        assert!(
            dutch.len() > 30 && english.len() > 30 && dutch != english,
            "{dutch} / {english}"
        );
    }
}

#[test]
fn names_decide_nothing() {
    let list = "Klant;Factuurnr;Vervaldatum;Openstaand\nA;1;1-4-2026;10,00\n";
    for name in ["x.xml", "x.pdf", "x", "x.940"] {
        assert_eq!(
            recognise(list.as_bytes(), name).format,
            Format::OpenItemsCsv,
            "{name}"
        );
    }
    assert_eq!(
        format(
            "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"><ID/></Invoice>"
        ),
        Format::Ubl
    );
    assert_eq!(
        format(
            "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>"
        ),
        Format::Cii
    );
}

#[test]
fn an_archive_is_opened_and_each_member_answered() {
    let list = "Klant;Factuurnr;Vervaldatum;Openstaand\nA;1;1-4-2026;10,00\n";
    let inner = zip_out(&[ArchiveFile::new("x.csv", list)]).unwrap();
    let packed = zip_out(&[
        ArchiveFile::new("map/lijst.csv", list),
        ArchiveFile::new("leeg.xml", Vec::new()),
        ArchiveFile::new("binnen.zip", inner),
        ArchiveFile::new("__MACOSX/._lijst.csv", b"x".to_vec()),
    ])
    .unwrap();
    let files = read("bank.zip", &packed);
    let answers: Vec<(&str, &str)> = files
        .iter()
        .map(|file| (file.name.as_str(), code(file)))
        .collect();
    assert_eq!(
        answers,
        [
            ("bank.zip/map/lijst.csv", "read"),
            ("bank.zip/leeg.xml", "empty_file"),
            ("bank.zip/binnen.zip", "nested_archive")
        ]
    );
    assert_eq!(
        code(&read("x.zip", &packed[..packed.len() / 2])[0]),
        "damaged_archive"
    );
    let empty = zip_out(&[]).unwrap();
    assert_eq!(code(&read("x.zip", &empty)[0]), "empty_archive");
    let sheet = zip_out(&[
        ArchiveFile::new("[Content_Types].xml", "x"),
        ArchiveFile::new("xl/workbook.xml", "x"),
    ])
    .unwrap();
    assert_eq!(read("x.zip", &sheet)[0].format.as_deref(), Some("xlsx"));
}

#[test]
fn an_archive_that_explodes_is_stopped() {
    let bomb = zip_out(&[ArchiveFile::new("nullen.xml", vec![b' '; 40_000_000])]).unwrap();
    assert!(
        bomb.len() < 100_000,
        "it looks harmless: {} bytes",
        bomb.len()
    );
    assert_eq!(code(&read("x.zip", &bomb)[0]), "too_large");
}

#[test]
fn the_report_has_the_shape_of_the_contract() {
    let text = super::identity::message(&[super::identity::statement(
        "1",
        &[super::identity::Line {
            day: 2,
            cents: -1234,
            reference: Some("R"),
            text: "x".into(),
        }],
    )]);
    let report = exchange::read_report("a.xml", text.as_bytes(), Lang::Nl).remove(0);
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["kind"], "bank_statement");
    assert_eq!(json["format"], "camt.053.001.02");
    assert!(json["refused"].is_null());
    assert_eq!(json["problems"][0]["code"], "balance_unavailable");
    assert_eq!(json["problems"][0]["severity"], "warning");
    let statement = &json["statements"][0];
    assert_eq!(statement["balance_check"], "unavailable");
    assert!(statement["opening"].is_null());
    let entry = &statement["entries"][0];
    assert_eq!(entry["amount"], "-12.34");
    assert_eq!(
        (&entry["booking_date"], &entry["currency"]),
        (&"2026-03-02".into(), &"EUR".into())
    );
    assert_eq!(entry["references"]["bank"], "R");
    assert_eq!(entry["details"][0]["amount"], "-12.34");
    let refused = exchange::read_report("b", b"", Lang::En).remove(0);
    let json = serde_json::to_value(&refused).unwrap();
    assert_eq!(
        (&json["kind"], &json["refused"]["code"]),
        (&"refused".into(), &"empty_file".into())
    );
    assert!(json["problems"].as_array().unwrap().is_empty());
    let list = "Klant;Factuurnr;Openstaand\nA;1;10,00\n";
    let json =
        serde_json::to_value(exchange::read_report("c", list.as_bytes(), Lang::Nl).remove(0))
            .unwrap();
    assert_eq!(json["open_items"]["rows"], 1);
    assert_eq!(json["open_items"]["sum"], "10.00");
    assert_eq!(json["open_items"]["mapping"]["open"], "Openstaand");
    assert_eq!(
        json["open_items"]["missing"],
        serde_json::json!(["invoice_date", "due_date"])
    );
}
