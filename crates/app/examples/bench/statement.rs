//! A bank statement as a bank would give it, of any size: most lines pay an open invoice in one of
//! the ways people do, the rest is other money.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use credit::CustomerId;
use law::{Cents, RateTable};
use store::{Accounts, Administration, StoreError, Unlock};

use crate::machine::{Desk, today};

/// An open invoice, and who would pay it.
pub struct Payer {
    customer: CustomerId,
    name: String,
    iban: String,
    number: String,
    open: Cents,
    account: String,
}

/// Every open invoice of the sample.
pub fn payers(desk: &Desk) -> Result<Vec<Payer>, Box<dyn Error>> {
    let at = today().and_time(chrono::NaiveTime::MIN).and_utc();
    let passphrase = desk.passphrase()?;
    let unlock = Unlock::Passphrase(&passphrase);
    let administration = Administration::open(&desk.administration(), unlock, at, today())?;
    let reader = administration.read();
    let books = reader.books()?;
    let mut payers = Vec::new();
    reader.for_each_account(Accounts::Unsettled, |account| {
        let states = credit::invoice_states(&account, &books, RateTable::shipped(), today());
        for (invoice, state) in account.invoices.iter().zip(&states) {
            if state.open.is_positive() {
                payers.push(Payer {
                    customer: account.customer.id,
                    name: account.customer.name.clone(),
                    iban: account.customer.ibans.first().cloned().unwrap_or_default(),
                    number: invoice.number.clone(),
                    open: state.open,
                    account: books.creditor.iban.clone(),
                });
            }
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(payers)
}

/// Writes a statement of so many entries.
pub fn write(
    path: &Path,
    payers: &[Payer],
    entries: usize,
    number: u32,
) -> Result<(), Box<dyn Error>> {
    let first = payers.first().ok_or("nobody has anything to pay")?;
    let mut out = BufWriter::new(File::create(path)?);
    let amounts: Vec<Cents> = (0..entries).map(|index| line(payers, index).0).collect();
    let closing = amounts
        .iter()
        .fold(Cents(100_000), |sum, amount| sum + *amount);
    let day = today();
    write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
         <GrpHdr><MsgId>BENCH{number}</MsgId><CreDtTm>{day}T06:00:00</CreDtTm></GrpHdr>\
         <Stmt><Id>BENCH-{number}</Id><CreDtTm>{day}T06:00:00</CreDtTm>\
         <Acct><Id><IBAN>{}</IBAN></Id><Ccy>EUR</Ccy></Acct>\n",
        first.account
    )?;
    balance(&mut out, "OPBD", Cents(100_000))?;
    balance(&mut out, "CLBD", closing)?;
    for index in 0..entries {
        entry(&mut out, payers, index, number)?;
    }
    writeln!(out, "</Stmt></BkToCstmrStmt></Document>")?;
    Ok(out.flush()?)
}

fn balance(out: &mut impl Write, kind: &str, amount: Cents) -> std::io::Result<()> {
    writeln!(
        out,
        "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt>\
         <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{}</Dt></Dt></Bal>",
        today()
    )
}

/// The amount and the words of one line; none of the payer's own money when the payer is none.
fn line(payers: &[Payer], index: usize) -> (Cents, Option<&Payer>, String) {
    let payer = &payers[index * 7 % payers.len()];
    match index % 10 {
        0..=5 => (payer.open, Some(payer), format!("Factuur {}", payer.number)),
        6 => (payer.open, Some(payer), format!("klant {}", payer.customer)),
        7 => (payer.open, Some(payer), "met dank".to_string()),
        8 => (
            Cents(payer.open.0 / 2 + 1),
            Some(payer),
            format!("deel {}", payer.number),
        ),
        _ => (
            Cents(1_000 + index as i64 % 9_000),
            None,
            format!("Pin {index} winkel"),
        ),
    }
}

fn entry(out: &mut impl Write, payers: &[Payer], index: usize, number: u32) -> std::io::Result<()> {
    let (amount, payer, words) = line(payers, index);
    let day = today();
    let party = payer.map_or_else(String::new, |payer| {
        format!(
            "<RltdPties><Dbtr><Nm>{}</Nm></Dbtr><DbtrAcct><Id><IBAN>{}</IBAN></Id></DbtrAcct></RltdPties>",
            xml(&payer.name),
            payer.iban
        )
    });
    writeln!(
        out,
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>\
         <AcctSvcrRef>B{number}R{index:07}</AcctSvcrRef><NtryDtls><TxDtls>\
         <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>\
         <AmtDtls><TxAmt><Amt Ccy=\"EUR\">{amount}</Amt></TxAmt></AmtDtls>{party}\
         <RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
        xml(&words)
    )
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
