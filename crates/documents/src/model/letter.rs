//! A letter to a customer, complete and decided, ready to be laid out.

use chrono::NaiveDate;
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};

use super::{Addressee, CalculationSheet, ClaimFigures, Letterhead, Signatory};

/// Which letter it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// A friendly reminder.
    Reminder,
    /// The last reminder; also the notice of default where one is needed (art. 6:82 BW).
    FinalReminder,
    /// The letter after which a consumer owes collection costs (art. 6:96 lid 6 BW).
    #[serde(rename = "notice_14_days")]
    Notice14Days,
    /// The demand with interest and costs that announces the handover.
    FinalDemand,
    /// A statement of account; asks nothing new.
    Statement,
}

impl LetterKind {
    /// All kinds, in the order of the dunning plan.
    pub const ALL: [LetterKind; 5] = [
        LetterKind::Reminder,
        LetterKind::FinalReminder,
        LetterKind::Notice14Days,
        LetterKind::FinalDemand,
        LetterKind::Statement,
    ];

    /// The word used in data and file names: `reminder`, `notice_14_days`, …
    pub fn code(self) -> &'static str {
        match self {
            LetterKind::Reminder => "reminder",
            LetterKind::FinalReminder => "final_reminder",
            LetterKind::Notice14Days => "notice_14_days",
            LetterKind::FinalDemand => "final_demand",
            LetterKind::Statement => "statement",
        }
    }
}

/// A letter, with every figure already calculated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Which letter.
    pub kind: LetterKind,
    /// The customer's language.
    pub lang: Lang,
    /// Date of the letter.
    pub date: NaiveDate,
    /// Town before the date.
    pub place: Option<String>,
    /// Who writes.
    pub sender: Letterhead,
    /// The creditor, when the sender collects for somebody else (Wet kwaliteit incassodienstverlening).
    pub on_behalf_of: Option<OnBehalfOf>,
    /// Who is written to.
    pub addressee: Addressee,
    /// Opening words with their comma; the usual words of the language when empty.
    pub salutation: Option<String>,
    /// Our reference, printed in the reference line and in the footer.
    pub reference: String,
    /// The customer's number with the creditor.
    pub customer_number: Option<String>,
    /// Letters that went before this one.
    pub earlier: Vec<EarlierLetter>,
    /// The invoices, credit notes and loose payments in this letter.
    pub invoices: Vec<InvoiceRow>,
    /// The claim; needed in a 14-day letter and a final demand.
    pub claim: Option<ClaimFigures>,
    /// The calculation, on the next page; needed where interest or costs are asked.
    pub calculation: Option<CalculationSheet>,
    /// How to pay.
    pub payment: PaymentDetails,
    /// Days to pay in, for letters where the plan sets a term. Never printed in a 14-day letter.
    pub term_days: Option<u16>,
    /// Makes the final reminder a notice of default with this many days (art. 6:82 lid 1 BW).
    pub notice_of_default: Option<u16>,
    /// Who signs.
    pub signatory: Signatory,
    /// Marks the letter as a copy of one that was sent on this day.
    pub copy_of: Option<NaiveDate>,
}

/// For whom the sender collects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBehalfOf {
    /// Name of the creditor.
    pub name: String,
    /// Address of the creditor.
    pub address: Vec<String>,
    /// What the claim is about, such as the delivery of goods.
    pub ground: Option<String>,
    /// The sender's number in the register of collection services.
    pub register_number: Option<String>,
}

/// A letter that went before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierLetter {
    /// Which letter.
    pub kind: LetterKind,
    /// Its date.
    pub date: NaiveDate,
}

/// What a row in the table of invoices is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// An invoice.
    #[default]
    Invoice,
    /// A credit note; its amounts are negative.
    CreditNote,
    /// A payment not yet allocated; its amount is negative.
    Payment,
}

/// A row of the table of invoices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceRow {
    /// What the row is.
    pub kind: InvoiceKind,
    /// Printed number.
    pub number: String,
    /// Date of the invoice.
    pub date: Option<NaiveDate>,
    /// Due date.
    pub due: Option<NaiveDate>,
    /// Amount of the invoice.
    pub amount: Cents,
    /// What was paid or credited of it.
    pub paid: Cents,
    /// What is still open.
    pub remaining: Cents,
    /// Whether collection costs are asked or announced over this row in this letter. Rows without
    /// stand apart, under a sentence that says so.
    pub bears_costs: bool,
    /// A remark in the row, such as a part that is disputed.
    pub note: Option<String>,
}

/// How to pay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentDetails {
    /// Account, with or without spaces.
    pub iban: String,
    /// Name of the account's holder.
    pub name: String,
    /// Bank identifier, not needed within the EEA.
    pub bic: Option<String>,
    /// Amount to pay now. In a 14-day letter best what is open of the invoices that bear costs.
    pub amount: Cents,
    /// Payment reference: an ISO 11649 RF reference, a Dutch payment reference, or text.
    pub reference: String,
    /// Whether a QR code is printed.
    pub qr: bool,
}
