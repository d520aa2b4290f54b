//! What the user tells the program about a customer or an invoice. Plain records.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use super::{CustomerId, FactId, InvoiceId};

/// A pause (pauze) of one invoice, or of the whole customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The fact that told it; what `undo` takes.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// One invoice, or all when none.
    pub invoice: Option<InvoiceId>,
    /// Last day of the pause.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A dispute (betwisting) of an invoice or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// The invoice.
    pub invoice: InvoiceId,
    /// The disputed part; all when none.
    pub amount: Option<Cents>,
    /// What the customer says.
    pub reason: String,
    /// Since when.
    pub date: NaiveDate,
}

/// A promise (toezegging) to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// How much was promised.
    pub amount: Cents,
    /// Last day of the promise.
    pub by: NaiveDate,
    /// Day it was made.
    pub date: NaiveDate,
}

/// What kind of insolvency or debt help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InsolvencyKind {
    /// Faillissement.
    Bankruptcy,
    /// Surseance van betaling.
    SuspensionOfPayments,
    /// Schuldsanering natuurlijke personen (WSNP).
    DebtRestructuring,
    /// Moratorium (art. 5 Wgs, art. 287b Fw).
    Moratorium,
    /// Municipal debt counselling.
    DebtCounselling,
    /// Under administration (bewind) or guardianship.
    Administration,
}

/// An insolvency or a form of debt help: nothing is sent any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insolvency {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// What kind.
    pub kind: InsolvencyKind,
    /// Since when; interest freezes on that day.
    pub date: NaiveDate,
}

/// A part of an invoice that the creditor gives up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteOff {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// The invoice.
    pub invoice: InvoiceId,
    /// How much.
    pub amount: Cents,
    /// When.
    pub date: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Interest or costs that the creditor gives up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// Interest given up.
    pub interest: Cents,
    /// Costs given up.
    pub costs: Cents,
    /// When.
    pub date: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A note: a call, a visit, anything worth keeping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// The text.
    pub text: String,
    /// When.
    pub date: NaiveDate,
}

/// Who takes a dossier over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// A bailiff (gerechtsdeurwaarder).
    Bailiff,
    /// A collection agency (incassobureau).
    Agency,
    /// A lawyer (advocaat).
    Lawyer,
}

/// To whom a dossier was handed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedTo {
    /// What they are.
    pub kind: PartyKind,
    /// Their name.
    pub name: String,
    /// Their reference of this dossier, once known.
    #[serde(default)]
    pub reference: Option<String>,
    /// Where to write to them.
    #[serde(default)]
    pub email: Option<String>,
}

/// What came back, or happened, after a handover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandoverEventKind {
    /// It was given to somebody, or their reference became known.
    GivenTo,
    /// The customer paid them. That money is not the creditor's yet: it counts when the bank says so.
    PaidToThem,
    /// They charged costs to the creditor.
    Costs,
    /// A settlement was reached (schikking, regeling).
    Settlement,
    /// It was taken back: the customer stands in the dunning plan again.
    Withdrawn,
    /// They say it cannot be collected.
    Uncollectable,
    /// A court decided.
    Judgment,
    /// Anything else worth keeping.
    Note,
}

/// One event of a dossier that was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverEvent {
    /// The fact that told it; what `undo` takes.
    pub fact: FactId,
    /// What happened.
    pub kind: HandoverEventKind,
    /// How much, where there is an amount.
    pub amount: Option<Cents>,
    /// When.
    pub date: NaiveDate,
    /// In the user's words; may be empty.
    pub text: String,
    /// To whom it was given, for [`HandoverEventKind::GivenTo`].
    pub to: Option<HandedTo>,
}

/// Claims that were handed over to a bailiff, agency or lawyer: out of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// The fact that told it.
    pub fact: FactId,
    /// The customer.
    pub customer: CustomerId,
    /// When.
    pub date: NaiveDate,
    /// The invoices handed over.
    pub invoices: Vec<InvoiceId>,
    /// Claim on that date.
    pub claim: super::ClaimFigures,
    /// SHA-256 of the dossier, hexadecimal.
    pub sha256: String,
    /// File name of the dossier.
    pub file: String,
    /// What happened since, by date.
    #[serde(default)]
    pub events: Vec<HandoverEvent>,
}

impl Handover {
    /// The day it was taken back, if it was: its invoices are in the plan again.
    pub fn withdrawn(&self) -> Option<NaiveDate> {
        self.events
            .iter()
            .find(|event| event.kind == HandoverEventKind::Withdrawn)
            .map(|event| event.date)
    }

    /// Whether somebody still has it: it was not taken back, nor told to be uncollectable.
    pub fn is_out(&self) -> bool {
        use HandoverEventKind::{Uncollectable, Withdrawn};
        let mut events = self.events.iter();
        !events.any(|event| matches!(event.kind, Withdrawn | Uncollectable))
    }

    /// Who has it, as last told.
    pub fn party(&self) -> Option<&HandedTo> {
        self.events.iter().rev().find_map(|event| event.to.as_ref())
    }

    /// The sum of what was told of one kind.
    pub fn sum_of(&self, kind: HandoverEventKind) -> Cents {
        self.events
            .iter()
            .filter(|event| event.kind == kind)
            .filter_map(|event| event.amount)
            .sum()
    }
}
