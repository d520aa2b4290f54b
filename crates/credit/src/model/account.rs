//! All facts about one customer, and the facts of the whole administration, as decisions read them.

use chrono::NaiveDate;

use super::{
    Creditor, Customer, Dispute, DunningPlan, Handover, Hold, Insolvency, Invoice, Letter, Note,
    Payment, PriorReach, Promise, Settings, Waiver, WriteOff,
};

/// All facts about one customer. Undone facts are not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The customer.
    pub customer: Customer,
    /// Its invoices and credit notes.
    pub invoices: Vec<Invoice>,
    /// Its payments, with what was put where.
    pub payments: Vec<Payment>,
    /// Letters that were approved, handed over or confirmed.
    pub letters: Vec<Letter>,
    /// Pauses.
    pub holds: Vec<Hold>,
    /// Disputes.
    pub disputes: Vec<Dispute>,
    /// Promises.
    pub promises: Vec<Promise>,
    /// Insolvencies and debt help.
    pub insolvencies: Vec<Insolvency>,
    /// Write-offs.
    pub write_offs: Vec<WriteOff>,
    /// Waived interest and costs.
    pub waivers: Vec<Waiver>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Handovers.
    pub handovers: Vec<Handover>,
    /// A plan of its own.
    pub plan: Option<DunningPlan>,
    /// Bank lines of unknown destiny that may be this customer's (matched by account or name,
    /// not yet booked): their number. Money that may be a payment holds letters back.
    pub unbooked_lines: u32,
    /// (invoice, step) pairs that the journal of this computer knows to have left, although this
    /// administration (a restored backup) does not: never sent again.
    pub sent_elsewhere: Vec<(super::InvoiceId, super::Step)>,
    /// Whether the last mail to the customer's present address came back, or was refused because
    /// of the address: letters go by post until the address is corrected.
    pub email_failed: bool,
}

/// The facts of the administration that every decision reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Books {
    /// The creditor.
    pub creditor: Creditor,
    /// Settings and plans.
    pub settings: Settings,
    /// Through which day bank data is known; none: never imported.
    pub bank_through: Option<NaiveDate>,
    /// Set after a backup was restored.
    pub restored: Option<PriorReach>,
}
