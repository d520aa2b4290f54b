//! What the program proposes to do today for one customer.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use crate::claim::{CalcLine, Claim};
use crate::reasons::{Gate, Reason, worst};
use crate::{Channel, ClaimFigures, CustomerId, LetterLine, Step};

/// What kind of thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalKind {
    /// Send a letter.
    Letter,
    /// Call the customer.
    Call,
    /// Hand over to a bailiff, agency or lawyer.
    Handover,
    /// Interrupt the limitation of a claim.
    Interrupt,
    /// Look at something that is not known.
    Review,
}

impl ProposalKind {
    /// The name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            ProposalKind::Letter => "letter",
            ProposalKind::Call => "call",
            ProposalKind::Handover => "handover",
            ProposalKind::Interrupt => "interrupt",
            ProposalKind::Review => "review",
        }
    }
}

/// Costs that a 14-day letter announces (art. 6:96 lid 6 BW).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Open principal of the invoices that bear costs in it.
    pub base: Cents,
    /// The costs, without VAT.
    pub costs: Cents,
    /// VAT over them, when it may be asked.
    pub vat: Cents,
    /// Both together: what the letter announces.
    pub total: Cents,
    /// The scale, minimum and VAT; they sum to `total`.
    pub lines: Vec<CalcLine>,
    /// Last of the 14 days when the letter leaves on its date.
    pub last_day: NaiveDate,
    /// The day from which the plan asks the costs.
    pub claimable: NaiveDate,
}

/// One thing to do for one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// What to do.
    pub kind: ProposalKind,
    /// Level of the letter; also set for a handover.
    pub step: Option<Step>,
    /// How it goes out; empty for what is no letter.
    pub channels: Vec<Channel>,
    /// Date of the letter: the next posting day when it goes by post, else today.
    pub date: NaiveDate,
    /// The worst of the reasons.
    pub gate: Gate,
    /// Why, and why not.
    pub reasons: Vec<Reason>,
    /// The invoices, oldest due first, each with the step it counts as.
    pub lines: Vec<LetterLine>,
    /// What it asks or announces.
    pub claim: ClaimFigures,
    /// What a 14-day letter announces.
    pub announced: Option<Announcement>,
    /// Makes the final reminder a notice of default with this many days from delivery.
    pub notice_of_default_days: Option<u16>,
    /// Delivery days reckoned with.
    pub delivery_days: u8,
    /// Days the plan waits after a 14-day letter.
    pub plan_days: u16,
    /// The whole calculation; none in the list of today, where only figures are kept.
    pub sheet: Option<Claim>,
}

impl Proposal {
    pub(crate) fn with_gate(mut self) -> Proposal {
        self.gate = worst(&self.reasons);
        self
    }
}
