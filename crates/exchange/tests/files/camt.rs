//! Bank files of our own making, one for each rule.

use std::io::{BufReader, Read};

use exchange::camt::{CamtEvent, CamtReader};
use exchange::{BalanceCheck, Content, Entry, ReadFile, Refusal, Statement, read};

/// A message of a version around statements.
fn message(version: &str, container: &str, inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{version}\">\n\
         <{container}><GrpHdr><MsgId>M</MsgId></GrpHdr>{inner}</{container}>\n</Document>"
    )
}

fn balance(code: &str, amount: &str, day: &str) -> String {
    format!(
        "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd>\
         <Dt><Dt>{day}</Dt></Dt></Bal>",
        amount.trim_start_matches('-'),
        if amount.starts_with('-') {
            "DBIT"
        } else {
            "CRDT"
        }
    )
}

fn entry(amount: &str, direction: &str, rest: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt>{rest}</Ntry>"
    )
}

fn stmt(inner: &str) -> String {
    format!(
        "<Stmt><Id>S</Id><Acct><Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id></Acct>{inner}</Stmt>"
    )
}

fn file(text: &str) -> ReadFile {
    let mut files = read("x.xml", text.as_bytes());
    assert_eq!(files.len(), 1);
    files.remove(0)
}

fn statements(text: &str) -> (Vec<Statement>, Vec<&'static str>) {
    let file = file(text);
    let codes = file.problems.iter().map(|p| p.kind.code()).collect();
    match file.content {
        Content::Statements(statements) => (statements, codes),
        other => panic!("{other:?}"),
    }
}

fn plain(inner: &str) -> (Vec<Statement>, Vec<&'static str>) {
    statements(&message("camt.053.001.02", "BkToCstmrStmt", inner))
}

fn one(rest: &str, direction: &str) -> Entry {
    let (mut statements, _) = plain(&stmt(&entry("10.00", direction, rest)));
    statements.remove(0).entries.remove(0)
}

fn refusal(text: &str) -> Refusal {
    match file(text).content {
        Content::Refused(refusal) => refusal,
        other => panic!("must be refused: {other:?}"),
    }
}

#[test]
fn amounts_with_padding_and_without_decimals() {
    let (statements, _) = plain(&stmt(
        &(entry("000000000000149.87", "CRDT", "")
            + &entry("7", "DBIT", "")
            + &entry("0.12500", "CRDT", "")),
    ));
    let amounts: Vec<String> = statements[0]
        .entries
        .iter()
        .map(|e| e.amount.number())
        .collect();
    assert_eq!(amounts, ["149.87", "-7.00", "0.125"]);
    assert_eq!(
        statements[0].entries[2].amount.cents(),
        None,
        "an eighth of a euro is not rounded in silence"
    );
    assert_eq!(
        statements[0].head.account, "NL91ABNA0417164300",
        "without blanks"
    );
}

#[test]
fn balances_and_what_lies_between() {
    let body = |closing: &str| {
        stmt(
            &(balance("PRCD", "-10.00", "2026-03-01")
                + &balance("CLBD", closing, "2026-03-02")
                + &entry("25.00", "CRDT", "")),
        )
    };
    let (ok, codes) = plain(&body("15.00"));
    assert_eq!(
        ok[0].end.balance_check,
        BalanceCheck::Ok,
        "PRCD opens as well as OPBD does"
    );
    assert!(codes.is_empty(), "{codes:?}");
    let (wrong, codes) = plain(&body("15.01"));
    assert_eq!(
        (wrong[0].end.balance_check, wrong[0].entries.len()),
        (BalanceCheck::Fails, 1),
        "entries stay"
    );
    assert_eq!(codes, ["balance_fails"]);
    let (none, codes) = plain(&stmt(&entry("25.00", "CRDT", "")));
    assert_eq!(
        none[0].end.balance_check,
        BalanceCheck::Unavailable,
        "absent is not wrong"
    );
    assert_eq!(codes, ["balance_unavailable"]);
}

#[test]
fn a_missing_statement_shows_in_the_chain() {
    let day = |id: &str, from: &str, to: &str, day: &str| {
        format!(
            "<Stmt><Id>{id}</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>{}{}</Stmt>",
            balance("OPBD", from, day),
            balance("CLBD", to, day)
        )
    };
    let monday = day("1", "1.00", "1.00", "2026-03-02");
    let wednesday = day("3", "5.00", "5.00", "2026-03-04");
    let thursday = day("4", "5.00", "5.00", "2026-03-05");
    let (_, codes) = plain(&(monday.clone() + &wednesday + &thursday));
    assert_eq!(codes, ["chain_gap"], "Tuesday is missing");
    let other =
        day("2", "9.00", "9.00", "2026-03-03").replace("NL91ABNA0417164300", "NL20INGB0001234567");
    let (_, codes) = plain(&(wednesday.clone() + &other + &thursday));
    assert!(
        codes.is_empty(),
        "another account's balances are no gap: {codes:?}"
    );
    let tuesday = day("2", "1.00", "5.00", "2026-03-03");
    let (_, codes) = plain(&(thursday + &wednesday + &tuesday + &monday));
    assert_eq!(
        codes,
        ["balance_fails"],
        "newest first is no gap; Tuesday alone does not add up"
    );
}

#[test]
fn only_booked_entries_count() {
    let pending = entry("3.00", "CRDT", "").replace("<Sts>BOOK</Sts>", "<Sts>PDNG</Sts>");
    let information =
        entry("4.00", "CRDT", "").replace("<Sts>BOOK</Sts>", "<Sts><Cd>INFO</Cd></Sts>");
    let booked = entry("5.00", "CRDT", "").replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>");
    let (statements, _) = plain(&stmt(&(pending + &information + &booked)));
    assert_eq!(
        (statements[0].entries.len(), statements[0].end.not_booked),
        (1, 2)
    );
    assert_eq!(exchange::decimal_text(statements[0].end.credit), "5.00");
}

#[test]
fn the_three_messages_and_any_version() {
    let cases = [
        ("camt.053.001.08", "BkToCstmrStmt", "Stmt"),
        ("camt.052.001.06", "BkToCstmrAcctRpt", "Rpt"),
        ("camt.054.001.13", "BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    ];
    for (version, container, element) in cases {
        let inner = stmt(
            &(balance("OPBD", "0.00", "2026-03-02")
                + &balance("CLBD", "10.00", "2026-03-02")
                + &entry("10.00", "CRDT", "")),
        );
        let text = message(
            version,
            container,
            &inner.replace("Stmt>", &format!("{element}>")),
        );
        let answer = file(&text);
        assert_eq!(answer.format.as_deref(), Some(version));
        let Content::Statements(statements) = answer.content else {
            panic!("{version} must be read")
        };
        let expected = if element == "Stmt" {
            BalanceCheck::Ok
        } else {
            BalanceCheck::Unavailable
        };
        assert_eq!(statements[0].end.balance_check, expected, "{version}");
        let wrapped = format!(
            "<?xml version=\"1.0\"?><!-- an envelope --><env:Message xmlns:env=\"urn:x\"><AppHdr xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.001.001.02\">\
             <Fr><FIId/></Fr></AppHdr>{}</env:Message>",
            text.split_once("?>\n").unwrap().1
        );
        assert_eq!(
            file(&wrapped).format.as_deref(),
            Some(version),
            "inside an envelope"
        );
    }
    let prefixed = message(
        "camt.053.001.02",
        "BkToCstmrStmt",
        &stmt(&entry("1.00", "CRDT", "")),
    )
    .replace("</", "</n:")
    .replace("<n:", "<")
    .replace("</", "\u{1}")
    .replace('<', "<n:")
    .replace("<n:?", "<?")
    .replace('\u{1}', "</n:")
    .replace("</n:n:", "</n:")
    .replace("xmlns=", "xmlns:n=");
    assert_eq!(
        file(&prefixed).format.as_deref(),
        Some("camt.053.001.02"),
        "with a prefix: {prefixed}"
    );
}

#[test]
fn days_are_local_and_the_year_four_is_none() {
    let with = |booking: &str| one("", "CRDT").booking_date.map(|_| booking.to_owned());
    assert!(with("x").is_some());
    let read_day = |booking: &str, value: &str| {
        let text = entry("1.00", "CRDT", "")
            .replace(
                "<BookgDt><Dt>2026-03-02</Dt></BookgDt>",
                &format!("<BookgDt>{booking}</BookgDt>"),
            )
            .replace(
                "<ValDt><Dt>2026-03-02</Dt></ValDt>",
                &format!("<ValDt>{value}</ValDt>"),
            );
        let (statements, codes) = plain(&stmt(&text));
        let entry = &statements[0].entries[0];
        (
            entry.booking_date.map(|d| d.to_string()),
            entry.value_date.map(|d| d.to_string()),
            codes,
        )
    };
    let (booked, value, _) = read_day(
        "<DtTm>2026-03-01T23:59:59.5+01:00</DtTm>",
        "<Dt>0004-11-30</Dt>",
    );
    assert_eq!(
        booked.as_deref(),
        Some("2026-03-01"),
        "the local day counts"
    );
    let (winter, summer, _) = read_day(
        "<DtTm>2026-01-04T23:00:00.000Z</DtTm>",
        "<DtTm>2026-07-04T22:00Z</DtTm>",
    );
    assert_eq!(
        (winter.as_deref(), summer.as_deref()),
        (Some("2026-01-05"), Some("2026-07-05")),
        "midnight in the Netherlands, told in UTC, is the day that begins"
    );
    assert_eq!(value, None, "Rabobank's year four means none");
    let (booked, _, codes) = read_day("<Dt>2026-02-30</Dt>", "<Dt>2026-03-02</Dt>");
    assert_eq!(
        booked.as_deref(),
        Some("2026-03-02"),
        "the value date stands in"
    );
    assert!(codes.contains(&"bad_date"), "{codes:?}");
    let (booked, _, codes) = read_day("", "");
    assert_eq!(booked, None, "no day is invented");
    assert!(codes.contains(&"date_missing"), "{codes:?}");
}

const PAYER: &str =
    "<Dbtr><Nm>Betaler</Nm></Dbtr><DbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct>";
const PAYEE: &str = "<Cdtr><Pty><Nm>Ontvanger</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></CdtrAcct>";

fn details(parties: &str, rest: &str) -> String {
    format!("<NtryDtls><TxDtls><RltdPties>{parties}</RltdPties>{rest}</TxDtls></NtryDtls>")
}

#[test]
fn the_other_side_goes_by_direction() {
    let both = format!("{PAYER}{PAYEE}");
    assert_eq!(
        one(&details(&both, ""), "CRDT")
            .counterparty
            .name
            .as_deref(),
        Some("Betaler")
    );
    let stranger = both.replace("NL91ABNA0417164300", "NL39RABO0300065264");
    assert_eq!(
        one(&details(&stranger, ""), "DBIT")
            .counterparty
            .name
            .as_deref(),
        Some("Ontvanger")
    );
    let ultimate = format!("{PAYER}<UltmtDbtr><Nm>Werkelijke betaler</Nm></UltmtDbtr>");
    let party = one(&details(&ultimate, ""), "CRDT").counterparty;
    assert_eq!(
        party.ultimate_name.as_deref(),
        Some("Werkelijke betaler"),
        "the real payer behind a service"
    );
    assert_eq!(party.name.as_deref(), Some("Betaler"));
}

#[test]
fn of_what_came_back_the_parties_are_those_of_the_original() {
    let returned = "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>";
    let both = format!("{PAYER}{PAYEE}");
    let entry = one(&details(&both, returned), "DBIT");
    assert_eq!(
        entry.counterparty.name.as_deref(),
        Some("Betaler"),
        "own account is never the other side"
    );
    assert_eq!(entry.return_reason.as_deref(), Some("MD06"));
    let nameless = "<Dbtr><Nm>Wij</Nm></Dbtr><Cdtr><Nm>Leverancier</Nm></Cdtr>";
    let entry = one(&details(nameless, returned), "CRDT");
    assert_eq!(
        entry.counterparty.name.as_deref(),
        Some("Leverancier"),
        "our own payment came back"
    );
}

#[test]
fn every_place_of_a_reference_is_read() {
    let refs = "<Refs><EndToEndId>NOTPROVIDED</EndToEndId><MndtId>M-1</MndtId><AcctSvcrRef>BANK1</AcctSvcrRef></Refs>";
    let remittance = "<RmtInf><Ustrd>Factuur 2026-001</Ustrd><Ustrd>en 2026-002</Ustrd><Strd><RfrdDocInf><Nb>2026-003</Nb></RfrdDocInf>\
        <CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>5000056789012345</Ref></CdtrRefInf></Strd></RmtInf>\
        <AddtlTxInf>tekst van de bank</AddtlTxInf>";
    let entry = one(
        &(details(PAYER, &format!("{refs}{remittance}")) + "<AddtlNtryInf>boeking</AddtlNtryInf>"),
        "CRDT",
    );
    assert_eq!(entry.remittance, "Factuur 2026-001 en 2026-002");
    assert_eq!(entry.references.end_to_end, None, "NOTPROVIDED is none");
    assert_eq!(entry.references.mandate.as_deref(), Some("M-1"));
    assert_eq!(
        entry.references.bank.as_deref(),
        Some("BANK1"),
        "that of the only transaction"
    );
    let structured = &entry.references.structured[0];
    assert_eq!(
        (structured.reference.as_str(), structured.issuer.as_deref()),
        ("5000056789012345", Some("CUR"))
    );
    assert_eq!(entry.references.documents, ["2026-003"]);
    assert_eq!(entry.additional, ["tekst van de bank", "boeking"]);
    assert!(
        entry.texts().contains(&"2026-003"),
        "matching sees every text"
    );
    let bare = one(
        "<NtryDtls><TxDtls/></NtryDtls><AddtlNtryInf>alles staat hier 2026-004</AddtlNtryInf>",
        "CRDT",
    );
    assert_eq!(
        bare.remittance, "alles staat hier 2026-004",
        "SNS puts the whole text here"
    );
}

#[test]
fn batches_and_their_parts() {
    let part = |amount: &str| {
        format!("<TxDtls><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>")
    };
    let batch = |parts: &str, count: u32| {
        format!(
            "<NtryDtls><Btch><PmtInfId>B1</PmtInfId><NbOfTxs>{count}</NbOfTxs><TtlAmt Ccy=\"EUR\">10.00</TtlAmt></Btch>{parts}</NtryDtls>"
        )
    };
    let fits = one(&batch(&(part("4.00") + &part("6.00")), 2), "CRDT");
    assert_eq!(exchange::booked_lines(&fits).len(), 2);
    let (statements, codes) = plain(&stmt(&entry(
        "10.00",
        "CRDT",
        &batch(&(part("4.00") + &part("6.01")), 2),
    )));
    assert_eq!(
        exchange::booked_lines(&statements[0].entries[0]).len(),
        1,
        "the entry is the amount that counts"
    );
    assert!(codes.contains(&"details_do_not_add_up"), "{codes:?}");
    let without = one(&batch("", 20), "CRDT");
    assert_eq!(exchange::booked_lines(&without).len(), 1);
    assert_eq!(without.batch.as_ref().unwrap().count, Some(20));
    let (_, codes) = plain(&stmt(&entry(
        "10.00",
        "CRDT",
        &batch(&(part("4.00") + &part("6.00")), 3),
    )));
    assert!(codes.contains(&"batch_count_differs"), "{codes:?}");
    let unknown = one(&batch("<TxDtls/><TxDtls/>", 2), "CRDT");
    assert_eq!(
        exchange::booked_lines(&unknown).len(),
        1,
        "parts without amounts cannot be booked apart"
    );
}

#[test]
fn charges_inside_an_entry_do_not_change_it() {
    let detail = "<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy=\"EUR\">10.26</Amt></InstdAmt></AmtDtls></TxDtls></NtryDtls>";
    let (statements, codes) = plain(&stmt(&entry("10.00", "CRDT", detail)));
    assert_eq!(statements[0].entries[0].amount.number(), "10.00");
    assert_eq!(
        exchange::booked_lines(&statements[0].entries[0])[0]
            .amount
            .number(),
        "10.00"
    );
    assert_eq!(
        codes,
        ["balance_unavailable"],
        "what was instructed may differ"
    );
}

#[test]
fn the_banks_own_summary_is_a_second_check() {
    let summary = |sum: &str| {
        format!(
            "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>{sum}</Sum><TtlNetNtryAmt>7.00</TtlNetNtryAmt><CdtDbtInd>DBIT</CdtDbtInd></TtlNtries>\
             <TtlCdtNtries><Sum>3.00</Sum></TtlCdtNtries><TtlDbtNtries><Sum>10.00</Sum></TtlDbtNtries></TxsSummry>"
        )
    };
    let entries = entry("3.00", "CRDT", "") + &entry("10.00", "DBIT", "");
    let (_, codes) = plain(&stmt(&(summary("13.00") + &entries)));
    assert_eq!(codes, ["balance_unavailable"]);
    let (_, codes) = plain(&stmt(&(summary("14.00") + &entries)));
    assert!(codes.contains(&"summary_differs"), "{codes:?}");
}

#[test]
fn what_no_booking_can_do_without_refuses_the_file() {
    let good = entry("10.00", "CRDT", "");
    let text = |bad: String| {
        message(
            "camt.053.001.02",
            "BkToCstmrStmt",
            &stmt(&(good.clone() + "\n" + &bad)),
        )
    };
    for (bad, field, value) in [
        (good.replace("10.00", "10,00"), "Amt", "10,00"),
        (good.replace("10.00", ""), "Amt", ""),
        (good.replace(">CRDT<", ">CRTD<"), "CdtDbtInd", "CRTD"),
        (good.replace("\"EUR\"", "\"\""), "Ccy", ""),
    ] {
        let expected = Refusal::BadValue {
            field: field.to_owned(),
            value: value.to_owned(),
            line: 4,
        };
        assert_eq!(
            refusal(&text(bad)),
            expected,
            "with the line on which it stands"
        );
    }
    let nameless = message(
        "camt.053.001.02",
        "BkToCstmrStmt",
        &format!("<Stmt><Id>1</Id>{good}</Stmt>"),
    );
    assert_eq!(refusal(&nameless).code(), "account_missing");
    assert_eq!(
        refusal(&message("camt.053.001.02", "BkToCstmrStmt", "")).code(),
        "no_statement"
    );
}

#[test]
fn unsafe_xml_is_refused() {
    let good = message(
        "camt.053.001.02",
        "BkToCstmrStmt",
        &stmt(&entry("1.00", "CRDT", "")),
    );
    let bomb = good.replacen(
        "?>\n",
        "?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n",
        1,
    );
    assert_eq!(
        file(&bomb).content,
        Content::Refused(Refusal::UnsafeXml { line: 2 }),
        "no document type"
    );
    let mut deep = good.clone();
    let tower = "<x>".repeat(5000) + &"</x>".repeat(5000);
    deep = deep.replace("<GrpHdr>", &format!("<GrpHdr>{tower}"));
    assert_eq!(refusal(&deep).code(), "unsafe_xml", "no endless nesting");
    let long = good.replace("<MsgId>M", &format!("<MsgId>{}", "M".repeat(9_000_000)));
    assert_eq!(refusal(&long).code(), "too_large", "no endless text");
    assert_eq!(
        refusal(&(good.clone() + "<x/>")).code(),
        "malformed_xml",
        "nothing after the end"
    );
    assert_eq!(
        refusal(&good.replace("</Ntry>", "</Nry>")).code(),
        "malformed_xml"
    );
    assert!(
        matches!(file(&(good + "  \n\n")).content, Content::Statements(_)),
        "blanks after the end are fine"
    );
}

#[test]
fn a_forgotten_ampersand_is_read_and_said() {
    let text = |name: &str| details(&format!("<Dbtr><Nm>{name}</Nm></Dbtr>"), "");
    let entry = one(
        &text("Jansen &amp; Zn &#233;&#x20AC; <![CDATA[<B&V>]]>"),
        "CRDT",
    );
    assert_eq!(
        entry.counterparty.name.as_deref(),
        Some("Jansen & Zn é€ <B&V>")
    );
    for (written, expected) in [("Jansen & Zn", "Jansen & Zn"), ("A &B; C", "A &B; C")] {
        let (statements, codes) = plain(&stmt(&super::camt::entry("1.00", "CRDT", &text(written))));
        assert_eq!(
            statements[0].entries[0].counterparty.name.as_deref(),
            Some(expected)
        );
        assert!(codes.contains(&"unescaped_ampersand"), "{codes:?}");
    }
}

/// A bank file of any length that exists only while it is read.
struct Endless {
    left: u32,
    pending: Vec<u8>,
    at: usize,
    done: bool,
}

impl Endless {
    fn new(entries: u32) -> Endless {
        let head = message("camt.053.001.02", "BkToCstmrStmt", "|");
        let start = head.split('|').next().unwrap();
        let pending = format!(
            "{start}<Stmt><Id>1</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>{}{}",
            balance("OPBD", "0.00", "2026-03-01"),
            balance(
                "CLBD",
                &law::Cents(i64::from(entries) * 1000).to_string(),
                "2026-03-02"
            )
        );
        Endless {
            left: entries,
            pending: pending.into_bytes(),
            at: 0,
            done: false,
        }
    }
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.pending.len() {
            self.at = 0;
            self.pending = if self.left > 0 {
                self.left -= 1;
                let rest = format!(
                    "<AcctSvcrRef>{}</AcctSvcrRef>{}\n",
                    self.left,
                    details(
                        PAYER,
                        "<RmtInf><Ustrd>Factuur 2026-001 van de maand maart, met dank</Ustrd></RmtInf>"
                    )
                );
                entry("10.00", "CRDT", &rest).into_bytes()
            } else if self.done {
                Vec::new()
            } else {
                self.done = true;
                b"</Stmt></BkToCstmrStmt></Document>".to_vec()
            };
        }
        let n = buffer.len().min(self.pending.len() - self.at);
        buffer[..n].copy_from_slice(&self.pending[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

#[test]
fn twenty_thousand_entries_stream_by() {
    let mut reader = CamtReader::new(BufReader::new(Endless::new(20_000)));
    let (mut entries, mut ended) = (0_u32, 0);
    while let Some(event) = reader.next_event().unwrap() {
        match event {
            CamtEvent::StatementStart(head) => assert_eq!(head.account, "NL91ABNA0417164300"),
            CamtEvent::Entry(_) => entries += 1,
            CamtEvent::StatementEnd(_, end) => {
                ended += 1;
                assert_eq!(end.balance_check, BalanceCheck::Ok, "20,000 times ten euro");
            }
        }
    }
    assert_eq!((entries, ended), (20_000, 1));
    assert_eq!(reader.version(), Some("camt.053.001.02"));
    assert!(reader.problems().is_empty());
}
