//! Electronic invoices: what a seller's own invoice file says.

use chrono::NaiveDate;
use law::Cents;

use crate::amount::Amount;

/// One electronic invoice or credit note. Nothing in it is guessed.
#[derive(Clone, Debug, PartialEq)]
pub struct Invoice {
    /// The printed number.
    pub number: String,
    /// Invoice or credit note; an invoice with a negative total is a credit note.
    pub kind: InvoiceKind,
    /// The type code in the file (380, 381, 384, 389, 326 …).
    pub type_code: Option<String>,
    /// The day of the invoice.
    pub date: Option<NaiveDate>,
    /// The day by which it must be paid; nothing when the file does not state it.
    pub due: Option<NaiveDate>,
    /// The payment term as free text, as written.
    pub terms: Option<String>,
    /// What is to be paid, as stated: after prepayments and rounding. For a credit note most
    /// files state it positive; [`Invoice::owed`] gives the signed amount.
    pub payable: Amount,
    /// The VAT in the invoice's currency.
    pub tax: Option<Amount>,
    /// The total with VAT, before prepayments.
    pub tax_inclusive: Option<Amount>,
    /// What was paid in advance.
    pub prepaid: Option<Amount>,
    /// Who sells.
    pub supplier: Party,
    /// Who buys.
    pub customer: Party,
    /// The customer's number in the seller's books, where the file gives it.
    pub customer_number: Option<String>,
    /// The reference the buyer asked for.
    pub buyer_reference: Option<String>,
    /// The order number.
    pub order_reference: Option<String>,
    /// The accounts to pay to, without spaces.
    pub ibans: Vec<String>,
    /// The reference to pay with.
    pub payment_reference: Option<String>,
    /// The number of the invoice that this credit note (or correction) is about.
    pub credits: Option<String>,
    /// Notes to the whole invoice.
    pub notes: Vec<String>,
    /// Documents inside the file, often the invoice as PDF.
    pub attachments: Vec<Attachment>,
}

/// Invoice or credit note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// Money is asked.
    Invoice,
    /// Money is given back.
    CreditNote,
}

impl Invoice {
    /// What the customer owes by this document, in euro: negative for a credit note, whichever
    /// sign the file uses. Nothing when it is another currency or finer than a cent.
    pub fn owed(&self) -> Option<Cents> {
        let cents = self.payable.cents()?;
        Some(match self.kind {
            InvoiceKind::Invoice => cents,
            InvoiceKind::CreditNote => -cents.abs(),
        })
    }
}

/// A seller or buyer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The name by which it is registered, else the name it trades under.
    pub name: Option<String>,
    /// The name it trades under, where it differs.
    pub trading_name: Option<String>,
    /// Number in the Dutch commercial register.
    pub kvk: Option<String>,
    /// Number of a Dutch government organisation.
    pub oin: Option<String>,
    /// VAT number, without spaces and dots.
    pub vat: Option<String>,
    /// Any other registration number, as written.
    pub company_id: Option<String>,
    /// Address on the Peppol network: scheme and number.
    pub peppol_id: Option<(String, String)>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number, as written.
    pub phone: Option<String>,
    /// A person to turn to.
    pub contact: Option<String>,
    /// Where it is.
    pub address: Address,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Street and house number on one line.
    pub street: Option<String>,
    /// Further lines, in order.
    pub more: Vec<String>,
    /// Postcode; a Dutch one as `1234AB`.
    pub postcode: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// ISO 3166 code of two letters, in capitals.
    pub country: Option<String>,
}

/// A document inside an invoice file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name, where stated.
    pub name: Option<String>,
    /// Its media type, as stated.
    pub mime: Option<String>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// Whether the bytes are those of a PDF, whatever the file says they are.
    pub fn is_pdf(&self) -> bool {
        self.bytes.starts_with(b"%PDF-")
    }
}
