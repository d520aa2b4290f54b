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
}
