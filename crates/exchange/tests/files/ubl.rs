//! Electronic invoices of our own making, one for each rule.

use exchange::{Content, Invoice, InvoiceKind, ReadFile, read};
use law::Cents;

fn invoice_text(root: &str, head: &str, payable: &str, rest: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:{root}-2\" \
         xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" \
         xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\n\
         <cbc:ID>2026-001</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate>{head}\
         <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\
         <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Wij</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>\
         {CUSTOMER}{rest}\
         <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"EUR\">{payable}</cbc:PayableAmount></cac:LegalMonetaryTotal></{root}>"
    )
}

const CUSTOMER: &str = "<cac:AccountingCustomerParty><cbc:SupplierAssignedAccountID>D100</cbc:SupplierAssignedAccountID><cac:Party>\
    <cbc:EndpointID schemeID=\"0106\">12345678</cbc:EndpointID><cac:PartyName><cbc:Name>Bakkerij</cbc:Name></cac:PartyName>\
    <cac:PostalAddress><cbc:StreetName>Dorpsstraat</cbc:StreetName><cbc:BuildingNumber>1</cbc:BuildingNumber><cbc:CityName>Ons Dorp</cbc:CityName>\
    <cbc:PostalZone>1234 ab</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>\
    <cac:PartyTaxScheme><cbc:CompanyID>NL 8104.33.941.B01</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>\
    <cac:PartyLegalEntity><cbc:RegistrationName>Bakkerij Jansen B.V.</cbc:RegistrationName></cac:PartyLegalEntity>\
    <cac:Contact><cbc:Name>J. Jansen</cbc:Name><cbc:Telephone>020-1234567</cbc:Telephone><cbc:ElectronicMail>j@example.nl</cbc:ElectronicMail></cac:Contact>\
    </cac:Party></cac:AccountingCustomerParty>";

const DUE: &str =
    "<cbc:DueDate>2026-04-01</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>";

fn file(text: &str) -> ReadFile {
    read("x.xml", text.as_bytes()).remove(0)
}

fn invoice(text: &str) -> (Invoice, Vec<&'static str>) {
    let file = file(text);
    let codes = file.problems.iter().map(|p| p.kind.code()).collect();
    match file.content {
        Content::Invoice(invoice) => (*invoice, codes),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_customer_with_everything() {
    let (invoice, codes) = invoice(&invoice_text("Invoice", DUE, "121.00", ""));
    let customer = &invoice.customer;
    assert_eq!(
        customer.name.as_deref(),
        Some("Bakkerij Jansen B.V."),
        "the registered name goes on letters"
    );
    assert_eq!(customer.trading_name.as_deref(), Some("Bakkerij"));
    assert_eq!(
        customer.kvk.as_deref(),
        Some("12345678"),
        "from the address on the network when nothing else says"
    );
    assert_eq!(
        customer.vat.as_deref(),
        Some("NL810433941B01"),
        "without blanks and points"
    );
    assert_eq!(customer.email.as_deref(), Some("j@example.nl"));
    assert_eq!(customer.contact.as_deref(), Some("J. Jansen"));
    assert_eq!(customer.address.street.as_deref(), Some("Dorpsstraat 1"));
    assert_eq!(customer.address.postcode.as_deref(), Some("1234AB"));
    assert_eq!(
        customer.peppol_id,
        Some(("0106".to_owned(), "12345678".to_owned()))
    );
    assert_eq!(invoice.customer_number.as_deref(), Some("D100"));
    assert_eq!(invoice.owed(), Some(Cents(12_100)));
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn credit_notes_by_root_by_type_and_by_sign() {
    let (note, codes) = invoice(&invoice_text("CreditNote", "", "50.00", ""));
    assert_eq!(
        (note.kind, note.owed()),
        (InvoiceKind::CreditNote, Some(Cents(-5000))),
        "stated positive, owed negative"
    );
    assert!(
        codes.is_empty(),
        "a credit note needs no due date: {codes:?}"
    );
    let (negative, _) = invoice(&invoice_text("Invoice", DUE, "-50.00", ""));
    assert_eq!(
        (negative.kind, negative.owed()),
        (InvoiceKind::CreditNote, Some(Cents(-5000)))
    );
    assert_eq!(negative.payable.number(), "-50.00", "as stated");
    let (typed, _) = invoice(&invoice_text(
        "Invoice",
        &DUE.replace("380", "381"),
        "50.00",
        "",
    ));
    assert_eq!(typed.owed(), Some(Cents(-5000)));
}

#[test]
fn due_dates_are_found_or_asked_for() {
    let means = |days: &[&str]| -> String {
        days.iter().map(|day| format!("<cac:PaymentMeans><cbc:PaymentDueDate>{day}</cbc:PaymentDueDate></cac:PaymentMeans>")).collect()
    };
    let (found, _) = invoice(&invoice_text(
        "CreditNote",
        "",
        "1.00",
        &means(&["2026-04-05"]),
    ));
    assert_eq!(
        found.due.map(|d| d.to_string()).as_deref(),
        Some("2026-04-05")
    );
    let (several, codes) = invoice(&invoice_text(
        "Invoice",
        "",
        "1.00",
        &means(&["2026-05-05", "2026-04-05"]),
    ));
    assert_eq!(
        several.due.map(|d| d.to_string()).as_deref(),
        Some("2026-05-05"),
        "nobody is reminded too early"
    );
    assert!(codes.contains(&"due_dates_differ"), "{codes:?}");
    let terms = "<cac:PaymentTerms><cbc:Note>Binnen 30 dagen</cbc:Note></cac:PaymentTerms>";
    let (none, codes) = invoice(&invoice_text("Invoice", "", "1.00", terms));
    assert_eq!(
        (none.due, none.terms.as_deref()),
        (None, Some("Binnen 30 dagen")),
        "free text is kept, not guessed at"
    );
    assert_eq!(codes, ["due_date_missing"]);
    let (_, codes) = invoice(&invoice_text(
        "Invoice",
        &DUE.replace("2026-04", "2026-01"),
        "1.00",
        "",
    ));
    assert_eq!(codes, ["due_before_invoice"]);
    let (bad, codes) = invoice(&invoice_text(
        "Invoice",
        &DUE.replace("2026-04-01", "2026-02-30"),
        "1.00",
        "",
    ));
    assert_eq!(
        (bad.due, codes),
        (None, vec!["bad_date", "due_date_missing"])
    );
    for (written, meant) in [
        ("2026-04-01+02:00", "2026-04-01"),
        ("2026-04-01T22:00:00Z", "2026-04-02"),
    ] {
        let (zoned, _) = invoice(&invoice_text(
            "Invoice",
            &DUE.replace("2026-04-01", written),
            "1.00",
            "",
        ));
        assert_eq!(
            zoned.due.map(|d| d.to_string()).as_deref(),
            Some(meant),
            "{written}: a day is that day, a moment the Dutch day"
        );
    }
}

#[test]
fn the_vat_is_that_of_the_invoices_currency() {
    let totals = "<cac:TaxTotal><cbc:TaxAmount currencyID=\"SEK\">99.00</cbc:TaxAmount></cac:TaxTotal>\
                  <cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">21.00</cbc:TaxAmount></cac:TaxTotal>";
    let (invoice, _) = invoice(&invoice_text("Invoice", DUE, "121.00", totals));
    assert_eq!(
        invoice.tax.map(|tax| tax.number()).as_deref(),
        Some("21.00")
    );
}

#[test]
fn attachments_are_unpacked() {
    let attach = |data: &str| {
        format!(
            "<cac:AdditionalDocumentReference><cbc:ID>F</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject \
             mimeCode=\"application/pdf\" filename=\"factuur.pdf\">{data}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
        )
    };
    let (invoice_with, _) = invoice(&invoice_text(
        "Invoice",
        DUE,
        "1.00",
        &attach("JVBERi0x\n  Ljc="),
    ));
    let attachment = &invoice_with.attachments[0];
    assert_eq!(
        (attachment.name.as_deref(), attachment.bytes.as_slice()),
        (Some("factuur.pdf"), &b"%PDF-1.7"[..])
    );
    assert!(attachment.is_pdf());
    let (_, codes) = invoice(&invoice_text("Invoice", DUE, "1.00", &attach("!!!")));
    assert_eq!(
        codes,
        ["attachment_unreadable"],
        "the invoice stands without it"
    );
}

#[test]
fn wrong_check_digits_are_doubts() {
    let means = "<cac:PaymentMeans><cbc:PaymentID>K1</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>NL92 ABNA 0417 1643 00</cbc:ID>\
                 </cac:PayeeFinancialAccount></cac:PaymentMeans>";
    let (invoice, codes) = invoice(&invoice_text("Invoice", DUE, "1.00", means));
    assert_eq!(invoice.ibans, ["NL92ABNA0417164300"], "kept as it is");
    assert_eq!(codes, ["check_digits_wrong"]);
    assert_eq!(invoice.payment_reference.as_deref(), Some("K1"));
}

#[test]
fn what_is_refused() {
    let code = |text: &str| match file(text).content {
        Content::Refused(refusal) => refusal.code(),
        other => panic!("{other:?}"),
    };
    let good = invoice_text("Invoice", DUE, "1.00", "");
    assert_eq!(code(&good.replace("PayableAmount", "Payable")), "bad_value");
    assert_eq!(
        code(&invoice_text("Invoice", DUE, "een euro", "")),
        "bad_value"
    );
    assert_eq!(
        code(&good.replace("<cbc:ID>2026-001</cbc:ID>", "")),
        "bad_value"
    );
    assert_eq!(
        code(&good.replace("</cac:LegalMonetaryTotal>", "")),
        "malformed_xml"
    );
    let bomb = good.replacen("?>\n", "?><!DOCTYPE Invoice [<!ENTITY a \"b\">]>\n", 1);
    assert_eq!(code(&bomb), "unsafe_xml");
    let tower = "<cbc:x>".repeat(50_000) + &"</cbc:x>".repeat(50_000);
    assert_eq!(
        code(&invoice_text("Invoice", DUE, "1.00", &tower)),
        "unsafe_xml",
        "no endless nesting"
    );
    let envelope = format!(
        "<e:Envelope xmlns:e=\"urn:x\">{}</e:Envelope>",
        good.split_once("?>\n").unwrap().1
    );
    assert!(
        matches!(file(&envelope).content, Content::Invoice(_)),
        "an envelope is no hindrance"
    );
}
