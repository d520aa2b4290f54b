//! Bank statements: what a bank file says happened on an account.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::amount::Amount;

/// One statement of one account. A file may hold hundreds, many of them without entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Account, numbers and balances.
    pub head: StatementHead,
    /// The booked entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// The count and the check at the end.
    pub end: StatementEnd,
    /// The same statement, entry for entry, already stood in this file: its entries are no twins
    /// of the earlier ones and must not be booked again.
    pub repeated: bool,
}

/// What is known of a statement before its entries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatementHead {
    /// The account: an IBAN without spaces, or another identification where there is none.
    pub account: String,
    /// The account's currency: as stated, else that of the balances or of the first entry.
    pub currency: Option<String>,
    /// The bank's electronic sequence number, else its legal one, without padding zeros.
    pub number: Option<String>,
    /// The bank's identification of this statement.
    pub id: Option<String>,
    /// The name of the account's holder, where the file gives it.
    pub holder: Option<String>,
    /// The line in the file on which the statement begins.
    pub line: u64,
}

/// What is known of a statement after its entries.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementEnd {
    /// The balance before the first entry.
    pub opening: Option<Balance>,
    /// The balance after the last entry.
    pub closing: Option<Balance>,
    /// Whether opening plus entries makes closing.
    pub balance_check: BalanceCheck,
    /// Number of booked entries.
    pub booked: u64,
    /// Number of pending and informative entries, which are not among the entries.
    pub not_booked: u64,
    /// Sum of the booked money in, zero or more.
    pub credit: Decimal,
    /// Sum of the booked money out, zero or more.
    pub debit: Decimal,
}

/// A balance at the end of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// The day; an opening balance may carry the date of the previous closing balance.
    pub date: Option<NaiveDate>,
    /// The balance; negative when the account is overdrawn.
    pub amount: Amount,
}

/// The result of adding a statement up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BalanceCheck {
    /// Opening plus money in minus money out is closing.
    Ok,
    /// It is not; the entries stand all the same.
    Fails,
    /// The file does not state both balances, or is of a kind that has none.
    Unavailable,
}

/// One booked entry. Its amount is the amount that counts; details only explain it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day on which the bank booked it; the value date where the file states no other.
    pub booking_date: Option<NaiveDate>,
    /// The day from which it counts for interest.
    pub value_date: Option<NaiveDate>,
    /// Money in is positive.
    pub amount: Amount,
    /// The bank undoes something it booked earlier. The sign is already right.
    pub reversal: bool,
    /// The other side.
    pub counterparty: Counterparty,
    /// The text of the payment, joined; where there is none, the bank's own text.
    pub remittance: String,
    /// The references.
    pub references: References,
    /// Texts of the bank beside the remittance text.
    pub additional: Vec<String>,
    /// Why a payment came back: an ISO code such as `MD06`.
    pub return_reason: Option<String>,
    /// What the bank calls this kind of entry: its own code, else the ISO codes with dots.
    pub bank_code: Option<String>,
    /// The entry is the total of a batch.
    pub batch: Option<Batch>,
    /// The transactions the bank lists under this entry.
    pub details: Vec<Detail>,
    /// Whether the details have known amounts in the entry's currency that add up to the entry.
    pub details_add_up: bool,
    /// The line in the file on which the entry begins.
    pub line: u64,
}

/// What a bank says of a batch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// How many transactions it says there are.
    pub count: Option<u64>,
    /// The total it states, without sign.
    pub total: Option<Amount>,
    /// The identification of the batch, as the one who delivered it named it.
    pub id: Option<String>,
}

/// One transaction under an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Money in is positive; nothing when the file does not state it.
    pub amount: Option<Amount>,
    /// The other side.
    pub counterparty: Counterparty,
    /// The text of the payment, joined.
    pub remittance: String,
    /// The references.
    pub references: References,
    /// Texts of the bank beside the remittance text.
    pub additional: Vec<String>,
    /// Why a payment came back: an ISO code such as `MD06`.
    pub return_reason: Option<String>,
}

/// The other side of a payment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counterparty {
    /// Who paid or was paid; the ultimate party where the file names no other.
    pub name: Option<String>,
    /// The account: an IBAN without spaces, or another account number.
    pub iban: Option<String>,
    /// On whose behalf it was paid, such as the real payer behind a payment service.
    pub ultimate_name: Option<String>,
    /// The bank of the other side.
    pub bic: Option<String>,
}

/// The references of an entry or a detail. A reference that says "not provided" is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    /// The bank's own reference of this booking.
    pub bank: Option<String>,
    /// The reference the payer gave from end to end.
    pub end_to_end: Option<String>,
    /// The structured payment references, in the order of the file.
    pub structured: Vec<StructuredReference>,
    /// The mandate of a direct debit.
    pub mandate: Option<String>,
    /// Numbers of the documents (invoices) that the payer says he pays.
    pub documents: Vec<String>,
}

/// A structured payment reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructuredReference {
    /// The reference itself.
    pub reference: String,
    /// Who issued the numbering: `CUR` for a Dutch betalingskenmerk, `ISO` for RF.
    pub issuer: Option<String>,
}

impl Entry {
    /// Every text in which a payer may have written an invoice number: the remittance text, the
    /// bank's texts and the references, of the entry and of its details.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = texts_of(&self.remittance, &self.additional, &self.references);
        for detail in &self.details {
            texts.extend(texts_of(
                &detail.remittance,
                &detail.additional,
                &detail.references,
            ));
        }
        texts
    }
}

fn texts_of<'a>(
    remittance: &'a str,
    additional: &'a [String],
    references: &'a References,
) -> Vec<&'a str> {
    let mut texts = vec![remittance];
    texts.extend(additional.iter().map(String::as_str));
    texts.extend(references.structured.iter().map(|s| s.reference.as_str()));
    texts.extend(references.documents.iter().map(String::as_str));
    texts.extend(references.end_to_end.as_deref());
    texts.retain(|text| !text.is_empty());
    texts
}
