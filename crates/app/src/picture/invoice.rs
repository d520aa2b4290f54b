//! One invoice or credit note as the lists show it.

use chrono::NaiveDate;
use credit::{Account, InvoiceId, InvoiceKind, InvoiceState, Proposal, Step};
use law::Cents;

use super::flags::{Flags, InvoiceFilter, holding};
use super::next::{NextStep, next_of_invoice};
use super::search::searchable;

/// One invoice or credit note on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvoicePicture {
    pub(crate) id: InvoiceId,
    pub(crate) number: Box<str>,
    pub(crate) kind: InvoiceKind,
    pub(crate) date: NaiveDate,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) amount: Cents,
    pub(crate) open: Cents,
    /// What credit notes took off; negative or zero.
    pub(crate) credited: Cents,
    /// What was paid, before the program knew it too; negative or zero.
    pub(crate) paid: Cents,
    /// What was written off; negative or zero. Amount, credited, paid and this are what is open.
    pub(crate) written_off: Cents,
    pub(crate) disputed: Cents,
    pub(crate) stage: Option<Step>,
    pub(crate) next: Option<NextStep>,
    pub(crate) flags: Flags,
    /// Number and payment reference, as they are searched.
    pub(crate) search: Box<str>,
}

impl InvoicePicture {
    /// Days after the due date while it is open; zero or less is not late.
    pub(crate) fn days_late(&self, date: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| self.open.is_positive())?;
        Some((date - due).num_days())
    }

    /// Whether this holds for it.
    pub(crate) fn is(&self, flag: InvoiceFilter) -> bool {
        self.flags.has(flag)
    }
}

/// The invoice of this state on the day.
pub(super) fn invoice_picture(
    account: &Account,
    invoice: &credit::Invoice,
    state: &InvoiceState,
    proposals: &[Proposal],
    date: NaiveDate,
) -> InvoicePicture {
    let owed = state.open.is_positive();
    let late = owed && state.days_late > 0;
    let paid_a_part = !state.principal.paid.is_zero() || !state.principal.paid_before.is_zero();
    let is_invoice = invoice.kind == InvoiceKind::Invoice;
    let holds = [
        (InvoiceFilter::Open, !state.open.is_zero()),
        (InvoiceFilter::Late, late),
        (
            InvoiceFilter::NotDue,
            owed && !late && invoice.due.is_some(),
        ),
        (InvoiceFilter::Paid, is_invoice && !owed),
        (InvoiceFilter::PartPaid, owed && paid_a_part),
        (InvoiceFilter::CreditNote, !is_invoice),
        (
            InvoiceFilter::Held,
            owed && is_held(account, Some(invoice.id), date),
        ),
        (InvoiceFilter::Disputed, state.disputed.is_positive()),
        (InvoiceFilter::HandedOver, state.handed_over),
        (InvoiceFilter::NoDueDate, owed && invoice.due.is_none()),
    ];
    InvoicePicture {
        id: invoice.id,
        number: invoice.number.as_str().into(),
        kind: invoice.kind,
        date: invoice.date,
        due: invoice.due,
        amount: invoice.amount,
        open: state.open,
        credited: state.principal.credited,
        paid: state.principal.paid + state.principal.paid_before,
        written_off: state.principal.written_off,
        disputed: state.disputed,
        stage: state.stage,
        next: next_of_invoice(invoice.id, state, proposals, date),
        flags: holding(&holds),
        search: searchable([
            invoice.number.as_str(),
            invoice.payment_reference.as_deref().unwrap_or_default(),
        ])
        .into(),
    }
}

/// Whether a pause of the whole customer, or of this invoice, still runs.
pub(super) fn is_held(account: &Account, invoice: Option<InvoiceId>, date: NaiveDate) -> bool {
    account
        .holds
        .iter()
        .any(|hold| date <= hold.until && (hold.invoice.is_none() || hold.invoice == invoice))
}
