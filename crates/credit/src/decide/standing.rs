//! Where each open invoice stands today, and what keeps it out of a letter.

use chrono::NaiveDate;

use crate::ledger::Item;
use crate::reasons::Reason;
use crate::settle::Settled;
use crate::stage::{Next, next};
use crate::{Account, Books, Step};

/// An open invoice with its next step.
pub(crate) struct Standing<'a> {
    /// Index in the ledger.
    pub index: usize,
    pub item: &'a Item<'a>,
    pub next: Next<'a>,
    /// Why this invoice stays out, whatever the others do.
    pub block: Option<Reason>,
}

impl Standing<'_> {
    pub fn step(&self) -> Step {
        self.next.step()
    }

    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.next.due_on <= today
    }

    pub fn is_free(&self, today: NaiveDate) -> bool {
        self.is_due(today) && self.block.is_none()
    }
}

/// All open invoices that the plan has a next step for, oldest due first.
pub(crate) fn standings<'a>(
    settled: &'a Settled<'a>,
    books: &'a Books,
    today: NaiveDate,
) -> Vec<Standing<'a>> {
    let account = settled.ledger.account;
    let mut standings: Vec<Standing<'a>> = settled
        .ledger
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.parts.open.is_positive() && !item.handed_over)
        .filter(|(_, item)| item.invoice.due.is_some_and(|due| due < today))
        .filter_map(|(index, item)| {
            let next = next(account, books, item.invoice)?;
            let block = block(account, item, &next, today);
            Some(Standing {
                index,
                item,
                next,
                block,
            })
        })
        .collect();
    standings.sort_by_key(|standing| (standing.item.invoice.due, standing.item.invoice.id));
    standings
}

fn block(account: &Account, item: &Item<'_>, next: &Next<'_>, today: NaiveDate) -> Option<Reason> {
    let invoice = item.invoice;
    let number = || invoice.number.clone();
    if !item.asked().is_positive() {
        let dispute = account
            .disputes
            .iter()
            .find(|dispute| dispute.invoice == invoice.id)?;
        return Some(Reason::Dispute {
            invoice: number(),
            since: dispute.date,
            amount: dispute.amount,
        });
    }
    let hold = account
        .holds
        .iter()
        .filter(|hold| hold.invoice == Some(invoice.id) && today <= hold.until)
        .max_by_key(|hold| hold.until);
    if let Some(hold) = hold {
        let why = hold.reason.clone();
        return Some(Reason::Hold {
            invoice: Some(number()),
            until: hold.until,
            why,
        });
    }
    if account.sent_elsewhere.contains(&(invoice.id, next.step())) {
        return Some(Reason::SentElsewhere {
            invoice: number(),
            step: next.step(),
        });
    }
    next.not_in_default
        .then(|| Reason::NotInDefault { invoice: number() })
}
