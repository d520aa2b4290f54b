//! Documents with a fixed form that are not letters: recovery sheet, run sheet, calculation.

use chrono::{NaiveDate, NaiveDateTime};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};

/// The sheet that holds the recovery code of an administration.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    /// Name of the administration.
    pub administration: String,
    /// The code, in the groups in which it is to be typed.
    pub groups: Vec<String>,
    /// Date on which the code was made.
    pub date: NaiveDate,
    /// Language of the sheet.
    pub lang: Lang,
    /// Whether the code is printed as a QR code too.
    pub qr: bool,
}

/// What left the house in one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSheet {
    /// Name of the creditor.
    pub creditor: String,
    /// Name of the run.
    pub run: String,
    /// Date of the run.
    pub date: NaiveDate,
    /// When the sheet was made.
    pub made_at: Option<NaiveDateTime>,
    /// Language of the sheet.
    pub lang: Lang,
    /// The letters, one a row.
    pub letters: Vec<RunSheetRow>,
    /// Head of the chain of facts after the run, hexadecimal.
    pub chain_head: String,
    /// Number of facts in the chain.
    pub facts: u64,
}

/// One letter of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSheetRow {
    /// Name of the customer.
    pub customer: String,
    /// Which letter, in the words of the sheet's language.
    pub step: String,
    /// How it went, in the words of the sheet's language.
    pub channel: String,
    /// Amount asked.
    pub amount: Cents,
    /// SHA-256 of the document as it left, hexadecimal.
    pub sha256: String,
}
