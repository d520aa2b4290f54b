//! Every real sample against what an independent reader found in it.

use exchange::{
    BalanceCheck, Content, Format, InvoiceKind, ReadFile, Statement, decimal_text, read,
    xml_decimal,
};
use serde_json::Value;

use super::samples;

fn truth() -> Option<Value> {
    let text = std::fs::read_to_string(samples::folder()?.join("truth.json")).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn only(name: &str, bytes: &[u8]) -> ReadFile {
    let mut files = read(name, bytes);
    assert_eq!(files.len(), 1, "{name} is one file");
    files.remove(0)
}

/// A number of the truth file in our own way of writing.
fn number(value: &Value) -> Option<String> {
    value
        .as_str()
        .map(|text| decimal_text(xml_decimal(text).unwrap()))
}

fn code(file: &ReadFile) -> &str {
    match &file.content {
        Content::Refused(refusal) => refusal.code(),
        _ => "read",
    }
}

#[test]
fn bank_statements_to_the_cent() {
    let Some(truth) = truth() else { return };
    let mut read_files = 0;
    for (name, bytes) in samples::files()
        .iter()
        .filter(|(name, _)| name.starts_with("camt/"))
    {
        let known = &truth[name];
        let file = only(name, bytes);
        let expected = known["statements"].as_array().unwrap();
        let version = known["version"].as_str().unwrap();
        if expected.is_empty() {
            let refused = if version.starts_with("pain") {
                "not_a_statement"
            } else {
                "no_statement"
            };
            assert_eq!(code(&file), refused, "{name}");
            assert_eq!(
                file.format.as_deref(),
                Some(version),
                "{name}: also what is refused is named"
            );
            continue;
        }
        let Content::Statements(statements) = &file.content else {
            panic!("{name}: {:?}", file.content)
        };
        assert_eq!(
            file.format.as_deref(),
            Some(version),
            "{name}: the version comes from the namespace"
        );
        assert_eq!(
            statements.len(),
            expected.len(),
            "{name}: number of statements"
        );
        for (statement, known) in statements.iter().zip(expected) {
            compare(name, version, statement, known);
        }
        read_files += 1;
    }
    assert_eq!(read_files, 19, "every readable camt sample was compared");
}

fn compare(name: &str, version: &str, statement: &Statement, known: &Value) {
    let end = &statement.end;
    assert_eq!(
        Some(statement.head.account.as_str()),
        known["account"].as_str(),
        "{name}: account"
    );
    assert_eq!(
        statement.head.number.as_deref(),
        known["seq"].as_str(),
        "{name}: number"
    );
    assert_eq!(
        statement.head.id.as_deref(),
        known["id"].as_str(),
        "{name}: identification"
    );
    assert_eq!(
        statement.entries.len() as u64,
        known["entries"].as_u64().unwrap(),
        "{name}: entries"
    );
    assert_eq!(
        Some(decimal_text(end.credit)),
        number(&known["credit"]),
        "{name}: money in"
    );
    assert_eq!(
        Some(decimal_text(end.debit)),
        number(&known["debit"]),
        "{name}: money out"
    );
    assert_eq!(
        end.not_booked,
        known["not_booked"].as_u64().unwrap(),
        "{name}: not booked"
    );
    let opening = end.opening.as_ref().map(|balance| balance.amount.number());
    let closing = end.closing.as_ref().map(|balance| balance.amount.number());
    assert_eq!(
        opening,
        number(&known["opening"]),
        "{name}: opening balance"
    );
    assert_eq!(
        closing,
        number(&known["closing"]),
        "{name}: closing balance"
    );
    let check = match known["reconciles"].as_bool() {
        _ if !version.starts_with("camt.053") => BalanceCheck::Unavailable,
        Some(true) => BalanceCheck::Ok,
        Some(false) => BalanceCheck::Fails,
        None => BalanceCheck::Unavailable,
    };
    assert_eq!(end.balance_check, check, "{name}: balance check");
    let count = |known: &Value| known.as_u64().unwrap() as usize;
    let details: usize = statement
        .entries
        .iter()
        .map(|entry| entry.details.len())
        .sum();
    assert_eq!(details, count(&known["txdtls"]), "{name}: details");
    let reversals = statement
        .entries
        .iter()
        .filter(|entry| entry.reversal)
        .count();
    assert_eq!(reversals, count(&known["reversals"]), "{name}: reversals");
    let batches = statement
        .entries
        .iter()
        .filter(|entry| entry.batch.is_some())
        .count();
    assert_eq!(batches, count(&known["batches"]), "{name}: batches");
    let several = statement
        .entries
        .iter()
        .filter(|entry| entry.details.len() > 1);
    assert_eq!(
        several.clone().count(),
        count(&known["entries_multi_tx"]),
        "{name}: entries with several details"
    );
    let all = statement.entries.iter().flat_map(|entry| &entry.details);
    let structured: usize = all
        .clone()
        .map(|detail| detail.references.structured.len())
        .sum();
    assert_eq!(
        structured,
        count(&known["structured_refs"]),
        "{name}: structured references"
    );
    let end_to_end = all
        .filter(|detail| detail.references.end_to_end.is_some())
        .count();
    assert_eq!(
        end_to_end,
        count(&known["endtoend_ids"]),
        "{name}: references from end to end"
    );
    for entry in &statement.entries {
        assert!(
            entry.booking_date.is_some(),
            "{name} line {}: a booking date",
            entry.line
        );
        assert!(
            known["entry_ccy"]
                .to_string()
                .contains(&entry.amount.currency),
            "{name}: currency"
        );
    }
}

#[test]
fn details_that_do_not_add_up_are_said() {
    let Some(folder) = samples::folder() else {
        return;
    };
    let bytes = std::fs::read(folder.join("camt/genkgo-camt054.v8.xml")).unwrap();
    let file = only("x", &bytes);
    let codes: Vec<&str> = file
        .problems
        .iter()
        .map(|problem| problem.kind.code())
        .collect();
    assert!(codes.contains(&"details_do_not_add_up"), "{codes:?}");
    assert!(
        codes.contains(&"batch_count_differs"),
        "three listed, two stated: {codes:?}"
    );
    let Content::Statements(statements) = &file.content else {
        panic!("must be read")
    };
    let entry = &statements[0].entries[0];
    assert_eq!(
        exchange::booked_lines(entry).len(),
        1,
        "an entry that does not add up is booked as a whole"
    );
}

#[test]
fn a_batch_that_adds_up_is_booked_by_its_parts() {
    let Some(folder) = samples::folder() else {
        return;
    };
    let bytes = std::fs::read(folder.join("camt/oca-test-camt053.xml")).unwrap();
    let Content::Statements(statements) = only("x", &bytes).content else {
        panic!("must be read")
    };
    let entry = &statements[0].entries[1];
    assert!(entry.reversal, "the bank says that it undoes something");
    assert_eq!(
        entry.amount.number(),
        "-664.05",
        "and the sign is that of the direction all the same"
    );
    let parts: Vec<String> = exchange::booked_lines(entry)
        .iter()
        .map(|line| line.amount.number())
        .collect();
    assert_eq!(
        parts,
        ["-564.05", "-100.00"],
        "never the total of the batch on each part"
    );
    assert_eq!(entry.return_reason.as_deref(), Some("AC06"));
    assert_eq!(
        entry.details[0].counterparty.name.as_deref(),
        Some("Test Customer")
    );
    let third = &statements[0].entries[2];
    assert_eq!(third.counterparty.name.as_deref(), Some("3rd party Media"));
    assert_eq!(
        third.remittance, "#RD PARTY MEDIA CUSNO 90782 4210773",
        "the bank's text stands in for none"
    );
}

#[test]
fn electronic_invoices_to_the_cent() {
    let Some(truth) = truth() else { return };
    let mut read_files = 0;
    for (name, bytes) in samples::files()
        .iter()
        .filter(|(name, _)| name.starts_with("einvoice/"))
    {
        let known = &truth[name];
        let file = only(name, bytes);
        if known["kind"] == "cii" {
            assert_eq!(
                (code(&file), file.format.as_deref()),
                ("not_yet_supported", Some("cii")),
                "{name}"
            );
            continue;
        }
        let Content::Invoice(invoice) = &file.content else {
            panic!("{name}: {:?}", file.content)
        };
        assert_eq!(file.format.as_deref(), Some("ubl"), "{name}");
        let text = |key: &str| known[key].as_str();
        assert_eq!(Some(invoice.number.as_str()), text("id"), "{name}: number");
        assert_eq!(
            invoice.date.map(|d| d.to_string()).as_deref(),
            text("issue"),
            "{name}: date"
        );
        assert_eq!(
            Some(invoice.payable.number()),
            number(&known["payable"]),
            "{name}: what is to be paid"
        );
        assert_eq!(
            Some(invoice.payable.currency.as_str()),
            text("currency"),
            "{name}: currency"
        );
        assert_eq!(
            invoice.tax_inclusive.as_ref().map(|a| a.number()),
            number(&known["tax_inclusive"]),
            "{name}"
        );
        assert_eq!(
            invoice.prepaid.as_ref().map(|a| a.number()),
            number(&known["prepaid"]),
            "{name}: prepaid"
        );
        assert_eq!(
            invoice.tax.as_ref().map(|a| a.number()),
            number(&known["tax"][0]),
            "{name}: VAT"
        );
        assert_eq!(
            invoice.payment_reference.as_deref(),
            text("payment_id"),
            "{name}: payment reference"
        );
        assert_eq!(
            invoice.credits.as_deref(),
            text("billing_reference"),
            "{name}: original invoice"
        );
        assert_eq!(
            invoice.attachments.len() as u64,
            known["embedded"].as_u64().unwrap(),
            "{name}: attachments"
        );
        let iban = text("iban").map(|iban| iban.replace(' ', ""));
        assert_eq!(invoice.ibans.first().cloned(), iban, "{name}: account");
        let credit = text("root") == Some("CreditNote");
        assert_eq!(
            invoice.kind == InvoiceKind::CreditNote,
            credit,
            "{name}: kind"
        );
        if let Some(due) = text("due") {
            assert_eq!(
                invoice.due.map(|d| d.to_string()).as_deref(),
                Some(due),
                "{name}: due date"
            );
        } else if !credit {
            assert_eq!(invoice.due, None, "{name}: a due date is never invented");
            let said = file
                .problems
                .iter()
                .any(|problem| problem.kind.code() == "due_date_missing");
            assert!(said, "{name}: a missing due date is said");
        }
        for (party, known) in [
            (&invoice.supplier, &known["supplier"]),
            (&invoice.customer, &known["customer"]),
        ] {
            assert_eq!(
                party.name.as_deref(),
                known["name"].as_str(),
                "{name}: name"
            );
            if let Some(vat) = known["vat"].as_str() {
                assert_eq!(
                    party.vat.as_deref(),
                    Some(vat.replace('.', "").as_str()),
                    "{name}: VAT number"
                );
            }
            if matches!(known["company_id"][0].as_str(), Some("0106" | "NL:KVK")) {
                assert_eq!(
                    party.kvk.as_deref(),
                    known["company_id"][1].as_str(),
                    "{name}: KvK"
                );
            }
        }
        read_files += 1;
    }
    assert!(
        samples::files().is_empty() || read_files == 16,
        "every UBL sample was compared, not {read_files}"
    );
}

#[test]
fn formats_to_come_are_refused_by_their_names() {
    let expected = |name: &str| -> (&'static str, &'static str) {
        match name {
            _ if name.contains("/Knab") => ("not_yet_supported", "csv/knab"),
            _ if name.contains("bunq") => ("not_yet_supported", "csv/bunq"),
            _ if name.starts_with("csv/ing") => ("not_yet_supported", "csv/ing"),
            _ if name.contains("ASNB") => ("not_yet_supported", "csv/asn"),
            _ if name.ends_with(".xsd") => ("schema_not_data", "xsd"),
            _ if name.contains("xaf40") => ("not_yet_supported", "xaf-4.0"),
            _ if name.starts_with("xaf/") => ("not_yet_supported", "xaf-3.2"),
            _ => ("not_a_statement", "pain.008.001.02"),
        }
    };
    for (name, bytes) in samples::files() {
        if ["csv/", "xaf/", "pain/"]
            .iter()
            .any(|folder| name.starts_with(folder))
        {
            let file = only(&name, &bytes);
            assert_eq!(
                (code(&file), file.format.as_deref().unwrap()),
                expected(&name),
                "{name}"
            );
        }
    }
}

#[test]
fn mt940_dialects_are_named() {
    let mut named = 0;
    for (name, bytes) in samples::files()
        .iter()
        .filter(|(name, _)| name.starts_with("mt940/"))
    {
        let file = only(name, bytes);
        assert_eq!(code(&file), "not_yet_supported", "{name}");
        let format = file.format.unwrap();
        assert!(format.starts_with("mt940"), "{name}: {format}");
        let bank = [
            ("dovadi-rabobank", "rabobank"),
            ("jejik-rabobank", "rabobank"),
            ("oca-test-rabo", "rabobank"),
            ("php-rabo", "rabobank"),
            ("zv-rabobank", "rabobank"),
            ("dovadi-ing", "ing"),
            ("oca-test-ing", "ing"),
            ("zv-ing", "ing"),
            ("php-ing", "ing"),
            ("abnamro", "abnamro"),
            ("php-abn", "abnamro"),
            ("knab", "knab"),
            ("triodos", "triodos"),
            ("sns", "sns"),
            ("ASN", "asn"),
            ("van_lanschot", "vanlanschot"),
            ("moneyou", "moneyou"),
        ];
        if let Some((_, bank)) = bank.iter().find(|(part, _)| name.contains(part)) {
            assert_eq!(format, format!("mt940/{bank}"), "{name}");
            named += 1;
        }
    }
    assert!(
        samples::files().is_empty() || named > 40,
        "most dialects can be told, {named}"
    );
}

#[test]
fn open_items_to_the_cent() {
    let Some(truth) = truth() else { return };
    for (name, bytes) in samples::files()
        .iter()
        .filter(|(name, _)| name.starts_with("openitems/"))
    {
        assert_eq!(
            exchange::recognise(bytes, name).format,
            Format::OpenItemsCsv,
            "{name}"
        );
        let file = only(name, bytes);
        let Content::OpenItems(items) = &file.content else {
            panic!("{name}: {:?}", file.content)
        };
        assert_eq!(
            items.rows.len() as u64,
            truth[name]["rows"].as_u64().unwrap(),
            "{name}: rows"
        );
        assert_eq!(
            items.sum.to_string(),
            truth[name]["total"].as_str().unwrap(),
            "{name}: sum"
        );
        let mapped =
            |field: exchange::open_items::Field| items.mapping.columns[&field].header.as_str();
        use exchange::open_items::Field as F;
        assert_eq!(mapped(F::InvoiceNumber), "Factuurnr.");
        assert_eq!(mapped(F::Name), "Naam");
        assert_eq!(mapped(F::CustomerNumber), "Deb.nr.");
        assert_eq!(mapped(F::InvoiceDate), "Boekstuk", "this column holds days");
        assert_eq!(mapped(F::DueDate), "Vervalt");
        assert_eq!(mapped(F::Amount), "Factuur", "this column holds amounts");
        assert_eq!(mapped(F::Open), "Saldo");
        assert!(items.missing.is_empty(), "{:?}", items.missing);
        assert_eq!(items.rows[2].open, law::Cents(3654));
        assert_eq!(items.rows[2].line, 4, "the line an editor shows");
        assert_eq!(
            items.rows[0].due_date.map(|d| d.to_string()).as_deref(),
            Some("2024-02-06")
        );
    }
}
