//! Our own invoices and statements, made by the tests.

use crate::home::Home;

/// The creditor of every test.
pub const CREDITOR: &str = r#"
name = "Proefbakkerij De Korenmaat"
legal_form = "eenmanszaak"
address = "Molenpad 4, 8011 AB Zwolle"
kvk = "12345678"
iban = "NL91ABNA0417164300"
email = "boekhouding@korenmaat.example"
phone = "038 000 00 00"
term_days = 14
term_agreed = true
collects_for_others = false
collection_vat = false
window = "left"
"#;

/// The creditor's account.
pub const ACCOUNT: &str = "NL91ABNA0417164300";

/// The day on which most tests look: a Monday after everything below.
pub const TODAY: &str = "2026-11-23";

/// A customer on an invoice.
#[derive(Clone)]
pub struct Buyer {
    pub number: String,
    pub name: String,
    pub kvk: Option<String>,
    pub email: Option<String>,
}

impl Buyer {
    /// A business with a number.
    pub fn business(index: usize) -> Buyer {
        Buyer {
            number: format!("D{index:04}"),
            name: format!("Hotel Proefvoorbeeld {index} B.V."),
            kvk: Some(format!("{}", 20_000_000 + index)),
            email: Some(format!("crediteuren{index}@hotel.example")),
        }
    }

    /// A person with a number.
    pub fn person(index: usize) -> Buyer {
        Buyer {
            number: format!("P{index:04}"),
            name: format!("Mevrouw T. Testpersoon-{index}"),
            kvk: None,
            email: Some(format!("t{index}@thuis.example")),
        }
    }
}

/// An e-invoice of ours.
pub fn e_invoice(number: &str, buyer: &Buyer, date: &str, due: &str, amount: &str) -> String {
    e_invoice_by(
        "Proefbakkerij De Korenmaat",
        "12345678",
        ACCOUNT,
        number,
        buyer,
        date,
        due,
        amount,
    )
}

/// An e-invoice of anybody.
#[allow(clippy::too_many_arguments, reason = "an invoice has that many parts")]
pub fn e_invoice_by(
    supplier: &str,
    kvk: &str,
    iban: &str,
    number: &str,
    buyer: &Buyer,
    date: &str,
    due: &str,
    amount: &str,
) -> String {
    let scheme = |kvk: &str| format!("<cbc:CompanyID schemeID=\"0106\">{kvk}</cbc:CompanyID>");
    let buyer_kvk = buyer.kvk.as_deref().map(scheme).unwrap_or_default();
    let contact = buyer
        .email
        .as_deref()
        .map(|email| {
            format!("<cac:Contact><cbc:ElectronicMail>{email}</cbc:ElectronicMail></cac:Contact>")
        })
        .unwrap_or_default();
    let name = buyer.name.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0</cbc:CustomizationID>
  <cbc:ID>{number}</cbc:ID>
  <cbc:IssueDate>{date}</cbc:IssueDate>
  <cbc:DueDate>{due}</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyLegalEntity><cbc:RegistrationName>{supplier}</cbc:RegistrationName>{}</cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>
    <cbc:SupplierAssignedAccountID>{}</cbc:SupplierAssignedAccountID>
    <cac:Party>
      <cac:PostalAddress>
        <cbc:StreetName>Proefstraat 12</cbc:StreetName><cbc:CityName>Deventer</cbc:CityName>
        <cbc:PostalZone>7411 AB</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
      <cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName>{buyer_kvk}</cac:PartyLegalEntity>
      {contact}
    </cac:Party>
  </cac:AccountingCustomerParty>
  <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount><cbc:ID>{iban}</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">0.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:TaxExclusiveAmount currencyID="EUR">{amount}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">{amount}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">{amount}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</Invoice>
"#,
        scheme(kvk),
        buyer.number,
    )
}

/// A line of a statement: day, amount in cents, who, text.
pub type Line<'a> = (&'a str, i64, &'a str, &'a str);

/// A statement that adds up, through a day.
pub fn statement(number: u32, through: &str, opening: i64, lines: &[Line<'_>]) -> String {
    let closing = opening + lines.iter().map(|line| line.1).sum::<i64>();
    let entries: String = lines
        .iter()
        .enumerate()
        .map(|(index, line)| entry(number, index, line))
        .collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M{number}</MsgId><CreDtTm>{through}T23:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S{number}</Id><ElctrncSeqNb>{number}</ElctrncSeqNb><CreDtTm>{through}T23:00:00</CreDtTm>
<Acct><Id><IBAN>{ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>
{}{}{entries}</Stmt></BkToCstmrStmt></Document>
"#,
        balance("PRCD", opening, through),
        balance("CLBD", closing, through),
    )
}

fn euro(cents: i64) -> String {
    format!("{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

fn sign(cents: i64) -> &'static str {
    if cents < 0 { "DBIT" } else { "CRDT" }
}

fn balance(kind: &str, cents: i64, day: &str) -> String {
    format!(
        "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt>\
         <CdtDbtInd>{}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>\n",
        euro(cents),
        sign(cents),
    )
}

fn entry(number: u32, index: usize, (day, cents, name, text): &Line<'_>) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>\
         <AcctSvcrRef>R{number}-{index}</AcctSvcrRef>\
         <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\
         <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties>\
         <RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n",
        euro(*cents),
        sign(*cents),
    )
}

/// An administration with overdue invoices of several businesses and one person, and bank data
/// through the day before [`TODAY`].
pub fn stocked(businesses: usize) -> Home {
    let home = Home::new();
    home.make();
    for index in 0..businesses {
        let number = format!("2026-{:03}", 100 + index);
        let amount = format!("{}.{:02}", 250 + 37 * index, (index * 7) % 100);
        let invoice = e_invoice(
            &number,
            &Buyer::business(index),
            "2026-10-01",
            "2026-10-15",
            &amount,
        );
        home.write(&format!("facturen/{number}.xml"), invoice);
    }
    let person = e_invoice(
        "2026-900",
        &Buyer::person(1),
        "2026-10-01",
        "2026-10-15",
        "120.00",
    );
    home.write("facturen/2026-900.xml", person);
    let bank = statement(
        1,
        "2026-11-22",
        100_000,
        &[("2026-11-22", -5_000, "Meelfabriek", "meel")],
    );
    home.write("bank.xml", bank);
    let (invoices, bank) = (home.text("facturen"), home.text("bank.xml"));
    home.admin(&["import", &invoices, &bank, "--date", TODAY])
        .ok();
    home
}
