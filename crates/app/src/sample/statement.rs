//! The next bank statement of the sample, as a bank would give it: camt.053.

use std::fmt::Write as _;

use credit::Invoice;
use law::Cents;
use store::Administration;

use super::books::Entered;
use super::rng::Rng;
use super::{Plan, people};
use crate::error::AppResult;

/// One line of the statement.
struct Line {
    amount: Cents,
    name: String,
    iban: String,
    text: String,
    reason: Option<&'static str>,
}

/// Writes the statement of the sample's date.
pub(super) fn write(
    administration: &Administration,
    plan: &Plan,
    entered: &Entered,
    rng: &mut Rng,
) -> AppResult<String> {
    let reader = administration.read();
    let books = reader.books()?;
    let rates = law::RateTable::shipped();
    let mut open = Vec::new();
    for (customer, invoice) in entered.open.iter().take(4_000) {
        let account = reader.account(invoice.customer)?;
        let left = credit::open_principal(&account, &books, rates, invoice.id, plan.date);
        if left.is_positive() {
            open.push((*customer, invoice.clone(), left));
        }
    }
    Ok(camt(plan, entered, &lines(entered, &open, rng)))
}

type OpenInvoice = (usize, Invoice, Cents);

fn lines(entered: &Entered, open: &[OpenInvoice], rng: &mut Rng) -> Vec<Line> {
    let mut lines = Vec::new();
    let of = |customer: usize, amount: Cents, text: String| {
        let payer = entered.customers.get(customer);
        Line {
            amount,
            name: payer.map(|payer| payer.name.clone()).unwrap_or_default(),
            iban: payer
                .and_then(|payer| payer.ibans.first().cloned())
                .unwrap_or_default(),
            text,
            reason: None,
        }
    };
    // One of every nine customers pays one invoice, with its number.
    for (index, (customer, invoice, left)) in open.iter().enumerate() {
        if index % 9 == 0 && *customer > 20 {
            let text = match rng.between(1, 3) {
                1 => format!("Factuur {}", invoice.number),
                2 => format!("betaling fact.nr. {} met dank", invoice.number),
                _ => invoice.number.clone(),
            };
            lines.push(of(*customer, *left, text));
        }
    }
    let mine = |customer: usize| open.iter().filter(move |(whose, ..)| *whose == customer);
    // Several invoices at once, without numbers.
    let several: Vec<_> = mine(22).collect();
    if several.len() > 1 {
        lines.push(of(
            22,
            several.iter().map(|(.., left)| *left).sum(),
            "openstaand saldo".into(),
        ));
    }
    // A part.
    if let Some((_, invoice, left)) = mine(23).next() {
        lines.push(of(
            23,
            Cents(left.0 / 2),
            format!("deelbetaling {}", invoice.number),
        ));
    }
    // Too much.
    if let Some((_, invoice, left)) = mine(25).next() {
        lines.push(of(
            25,
            *left + Cents(1_000),
            format!("factuur {}", invoice.number),
        ));
    }
    // Two equal amounts, no number: a tie.
    if let Some((_, _, left)) = mine(6).next() {
        lines.push(of(6, *left, "betaling factuur".into()));
    }
    // Somebody else's number.
    if let (Some((_, _, left)), Some((_, other, _))) = (mine(26).next(), mine(27).next()) {
        lines.push(of(26, *left, format!("factuur {}", other.number)));
    }
    // Twins: two equal payments on one day, both real.
    for _ in 0..2 {
        lines.push(of(28, Cents(5_000), "aflossing".into()));
    }
    // Nobody we know.
    let stranger = Line {
        amount: Cents(31_415),
        name: "Stichting Onbekend".into(),
        iban: people::iban(9_999_999),
        text: "zie mail".into(),
        reason: None,
    };
    lines.push(stranger);
    // A supplier is paid, and a direct debit comes back.
    let supplier = Line {
        amount: Cents(-184_250),
        name: "Maalderij Zuid".into(),
        iban: people::iban(7_777_777),
        text: "inkoop 88213".into(),
        reason: None,
    };
    lines.push(supplier);
    let mut returned = of(29, Cents(-7_500), "terugboeking incasso".into());
    returned.reason = Some("MD06");
    lines.push(returned);
    lines
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn camt(plan: &Plan, entered: &Entered, lines: &[Line]) -> String {
    let own = people::creditor();
    let day = plan.date;
    let opened = day.pred_opt().unwrap_or(day);
    let total: Cents = lines.iter().map(|line| line.amount).sum();
    let number = entered.statements + 1;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = write!(
        xml,
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
         <GrpHdr><MsgId>STMT{number}</MsgId><CreDtTm>{day}T06:00:00</CreDtTm></GrpHdr>\n\
         <Stmt><Id>{number}</Id><ElctrncSeqNb>{number}</ElctrncSeqNb><CreDtTm>{day}T06:00:00</CreDtTm>\
         <Acct><Id><IBAN>{}</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>{}</Nm></Ownr></Acct>\n",
        own.iban,
        escape(&own.name)
    );
    balance(&mut xml, "OPBD", entered.balance, opened);
    balance(&mut xml, "CLBD", entered.balance + total, day);
    for (index, line) in lines.iter().enumerate() {
        entry(&mut xml, plan, index + 1, line);
    }
    xml.push_str("</Stmt></BkToCstmrStmt></Document>\n");
    xml
}

fn sign(amount: Cents) -> &'static str {
    if amount.is_negative() { "DBIT" } else { "CRDT" }
}

fn balance(xml: &mut String, code: &str, amount: Cents, day: chrono::NaiveDate) {
    let _ = writeln!(
        xml,
        "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt>\
         <CdtDbtInd>{}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>",
        amount.abs(),
        sign(amount)
    );
}

fn entry(xml: &mut String, plan: &Plan, number: usize, line: &Line) {
    let day = plan.date;
    let side = if line.amount.is_negative() {
        "Cdtr"
    } else {
        "Dbtr"
    };
    let _ = write!(
        xml,
        "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>\
         <AcctSvcrRef>S{}{number:05}</AcctSvcrRef><BkTxCd><Prtry><Cd>N100</Cd></Prtry></BkTxCd>\
         <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>\
         <RltdPties><{side}><Nm>{}</Nm></{side}><{side}Acct><Id><IBAN>{}</IBAN></Id></{side}Acct></RltdPties>\
         <RmtInf><Ustrd>{}</Ustrd></RmtInf>",
        line.amount.abs(),
        sign(line.amount),
        day.format("%Y%m%d"),
        escape(&line.name),
        line.iban,
        escape(&line.text)
    );
    if let Some(reason) = line.reason {
        let _ = write!(xml, "<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>");
    }
    xml.push_str("</TxDtls></NtryDtls></Ntry>\n");
}
