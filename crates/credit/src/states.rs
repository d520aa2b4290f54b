//! How each invoice of a customer stands: what is open, its step, and what comes when.

use chrono::NaiveDate;
use law::{Cents, RateTable};
use serde::{Deserialize, Serialize};

use crate::claim::PrincipalParts;
use crate::days::later;
use crate::ledger::Item;
use crate::plan_of::plan;
use crate::reasons::Reason;
use crate::settle::{Settled, settle};
use crate::stage::{letters_of, next, stage};
use crate::{Account, Books, InvoiceId, InvoiceKind, Step};

/// What an invoice is waiting for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The next step.
    pub step: Step,
    /// The first day on which it may go.
    pub due_on: NaiveDate,
    /// What keeps it until then, when there is more to say than the plan's days.
    pub reason: Option<Reason>,
}

/// How one invoice or credit note stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceState {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Invoice or credit note.
    pub kind: InvoiceKind,
    /// From its amount to what is open.
    pub principal: PrincipalParts,
    /// Open principal; negative for a credit note.
    pub open: Cents,
    /// The part that is disputed.
    pub disputed: Cents,
    /// Days after the due date; zero or less is not late.
    pub days_late: i64,
    /// The highest step it had.
    pub stage: Option<Step>,
    /// What comes next; none when nothing is open, when it was handed over, or without a due date.
    pub next: Option<Waiting>,
    /// Whether it was handed over.
    pub handed_over: bool,
    /// The day on which payments had met all of it; none while something is open, and for what
    /// was credited or written off without a payment.
    pub paid_on: Option<NaiveDate>,
}

/// How all invoices and credit notes of a customer stand on a day, in the order of the account.
pub fn invoice_states(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
) -> Vec<InvoiceState> {
    let settled = settle(account, books, rates, today);
    states_settled(&settled, books, today)
}

pub(crate) fn states_settled(
    settled: &Settled<'_>,
    books: &Books,
    today: NaiveDate,
) -> Vec<InvoiceState> {
    let invoices = settled.ledger.account.invoices.iter();
    invoices
        .map(|invoice| state(settled, books, invoice, today))
        .collect()
}

/// The day of the payment that brought an invoice to nothing. Where costs or interest took a
/// part, that is the last payment.
fn paid_on(item: &Item<'_>) -> Option<NaiveDate> {
    if item.parts.open.is_positive() {
        return None;
    }
    let mut left = item.base();
    let met = item.receipts.iter().find(|receipt| {
        left -= receipt.amount;
        !left.is_positive()
    });
    let received: Cents = item.receipts.iter().map(|receipt| receipt.amount).sum();
    let beyond = received > -item.parts.paid;
    let last = item.receipts.last();
    if beyond { last } else { met }.map(|receipt| receipt.date)
}

fn state(
    settled: &Settled<'_>,
    books: &Books,
    invoice: &crate::Invoice,
    today: NaiveDate,
) -> InvoiceState {
    let account = settled.ledger.account;
    let days_late = invoice.due.map_or(0, |due| (today - due).num_days());
    let item = settled
        .ledger
        .index(invoice.id)
        .and_then(|index| settled.ledger.items.get(index));
    let Some(item) = item else {
        let open = settled
            .ledger
            .credits
            .iter()
            .find(|credit| credit.invoice.id == invoice.id)
            .map_or(Cents::ZERO, |credit| -credit.open);
        let principal = PrincipalParts {
            amount: invoice.amount,
            credited: open - invoice.amount + invoice.paid_before,
            paid_before: -invoice.paid_before,
            open,
            ..PrincipalParts::default()
        };
        return InvoiceState {
            invoice: invoice.id,
            kind: InvoiceKind::CreditNote,
            principal,
            open,
            disputed: Cents::ZERO,
            days_late,
            stage: None,
            next: None,
            handed_over: false,
            paid_on: None,
        };
    };
    let waits = item.parts.open.is_positive() && !item.handed_over;
    InvoiceState {
        invoice: invoice.id,
        kind: invoice.kind,
        principal: item.parts,
        open: item.parts.open,
        disputed: item.disputed,
        days_late,
        stage: stage(&letters_of(account, invoice)),
        next: waits
            .then(|| waiting(account, books, invoice, today))
            .flatten(),
        handed_over: item.handed_over,
        paid_on: paid_on(item),
    }
}

fn waiting(
    account: &Account,
    books: &Books,
    invoice: &crate::Invoice,
    today: NaiveDate,
) -> Option<Waiting> {
    let next = next(account, books, invoice)?;
    let waiting = |due_on, reason| {
        Some(Waiting {
            step: next.step(),
            due_on,
            reason,
        })
    };
    if let Some(term) = &next.notice
        && today < term.claimable_in_plan
    {
        let (last_day, claimable) = (term.last_day, term.claimable_in_plan);
        return waiting(
            next.due_on,
            Some(Reason::NoticeRunning {
                last_day,
                claimable,
            }),
        );
    }
    if next.not_in_default {
        let invoice = invoice.number.clone();
        return waiting(next.due_on, Some(Reason::NotInDefault { invoice }));
    }
    let last = account.letters.iter().map(crate::Letter::left).max();
    let interval = plan(account, books).min_interval_days;
    match last.map(|last| (last, later(last, interval))) {
        Some((last, from)) if from > next.due_on && next.step() != Step::Handover => {
            let running = (today < from).then_some(Reason::IntervalRunning { last, from });
            waiting(from, running)
        }
        _ => waiting(next.due_on, None),
    }
}
