//! Lines of a bank statement, as matching reads them.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use super::BankLineId;

/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// One of several readings, or a weak one.
    Possible,
    /// The best reading by far, but not beyond doubt.
    Likely,
    /// Beyond reasonable doubt; may be booked without asking.
    Certain,
}

/// Money in or out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Credited to the creditor's account.
    In,
    /// Debited.
    Out,
}

/// One line of a bank statement (an entry, or one detail of a batch), in euro.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankLine {
    /// The program's own id.
    pub id: BankLineId,
    /// The creditor's own account.
    pub account: String,
    /// Day it was booked.
    pub date: NaiveDate,
    /// Signed amount: money in is positive.
    pub amount: Cents,
    /// Name of the other side.
    pub name: Option<String>,
    /// Account of the other side.
    pub iban: Option<String>,
    /// All free text, joined.
    pub remittance: String,
    /// Structured payment reference (betalingskenmerk, RF).
    pub reference: Option<String>,
    /// The payer's own end-to-end id.
    pub end_to_end: Option<String>,
    /// Whether the bank marks it as the reversal of an earlier entry.
    pub reversal: bool,
    /// Why a payment came back (AC04, MD06 …).
    pub return_reason: Option<String>,
}

impl BankLine {
    /// Money in or out.
    pub fn direction(&self) -> Direction {
        if self.amount.is_negative() {
            Direction::Out
        } else {
            Direction::In
        }
    }
}
