//! Letters that left, or are about to leave.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use super::{CustomerId, InvoiceId, LetterId, RunId, Step};

/// How a letter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// On paper, by post.
    Letter,
    /// By e-mail, the letter attached.
    Email,
}

/// Where a letter stands in the outbox. Only forward: drafted → approved → handed over → confirmed; one
/// that was approved and has not left can be taken back, and that is the end of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterState {
    /// Taken back before it left: it never was a step. No [`Account`](crate::Account) holds one.
    Withdrawn,
    /// Approved by the user, its bytes fixed; not yet in the user's hands.
    Approved,
    /// Written where the user asked; the user has to post or send it.
    HandedOver,
    /// The user, or a mail server, said that it was posted or sent.
    Confirmed,
}

/// What a letter asks for, or announces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimFigures {
    /// Open principal of the invoices in the letter.
    pub principal: Cents,
    /// Interest asked, through the letter's date.
    pub interest: Cents,
    /// Collection costs asked, VAT on them included where it may be.
    pub costs: Cents,
    /// Sum of the three.
    pub total: Cents,
    /// What a 14-day letter announces will be due.
    pub costs_announced: Option<Cents>,
    /// From which day the plan asks those costs.
    pub costs_from: Option<NaiveDate>,
}

/// One invoice in a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterLine {
    /// The invoice.
    pub invoice: InvoiceId,
    /// The step of the plan that this letter counts as for this invoice; one row per
    /// (invoice, step) can ever exist.
    pub step: Step,
    /// Its open principal on the letter's date.
    pub open: Cents,
    /// Whether costs (announced or asked) are reckoned over it.
    pub bears_costs: bool,
}

/// A letter or e-mail that was approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The program's own id.
    pub id: LetterId,
    /// The run it is of.
    pub run: RunId,
    /// To whom.
    pub customer: CustomerId,
    /// Level of the letter.
    pub step: Step,
    /// Day of the run.
    pub run_date: NaiveDate,
    /// Date it bears: the next posting day when it goes by post.
    pub date: NaiveDate,
    /// How it travels.
    pub channels: Vec<Channel>,
    /// Where it stands.
    pub state: LetterState,
    /// Day it was posted or sent according to the user; else the letter's date counts.
    pub left_on: Option<NaiveDate>,
    /// Whether proof of sending was added.
    pub proof: bool,
    /// What it asks.
    pub claim: ClaimFigures,
    /// Delivery days reckoned with, for the 14-day letter.
    pub delivery_days: u8,
    /// Days that the plan waits after sending a 14-day letter.
    pub plan_days: u16,
    /// Whether it was a notice of default (art. 6:82 BW), with how many days from delivery.
    pub notice_of_default_days: Option<u16>,
    /// The invoices in it.
    pub lines: Vec<LetterLine>,
}

impl Letter {
    /// The day from which the next step counts.
    pub fn left(&self) -> NaiveDate {
        self.left_on.unwrap_or(self.date)
    }
}
