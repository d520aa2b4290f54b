//! What to do today for one customer: a pure function of facts and the day.

mod figures;
mod handover;
mod letter;
mod others;
mod promise;
mod scope;
mod standing;

use chrono::NaiveDate;
use law::RateTable;

use crate::proposal::Proposal;
use crate::settle::{Settled, settle};
use crate::{Account, Books};

pub(crate) use promise::paid_since;
pub use promise::{PromiseState, promise_state};
pub use scope::{BehindWhy, HandoverScope, StaysBehind, handover_scope};
pub(crate) use standing::{Standing, standings};

/// What decisions about one customer read.
pub(crate) struct Case<'a> {
    pub account: &'a Account,
    pub books: &'a Books,
    pub rates: &'a RateTable,
    pub today: NaiveDate,
    pub settled: &'a Settled<'a>,
    pub standings: &'a [Standing<'a>],
    /// Whether a font can print a text.
    pub printable: &'a dyn Fn(&str) -> bool,
}

/// What to do today for one customer. At most one letter: at the most severe level that an invoice
/// has reached, over all that is due; each invoice in it counts as its own next step. Invoices that
/// are disputed, held or were sent from elsewhere have a red proposal of their own.
///
/// `printable` tells whether a font can print a text.
pub fn decide(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
    printable: &dyn Fn(&str) -> bool,
) -> Vec<Proposal> {
    let settled = settle(account, books, rates, today);
    decide_settled(&settled, books, rates, today, printable)
}

pub(crate) fn decide_settled(
    settled: &Settled<'_>,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
    printable: &dyn Fn(&str) -> bool,
) -> Vec<Proposal> {
    let account = settled.ledger.account;
    let owes = |item: &crate::ledger::Item<'_>| {
        item.parts.open.is_positive()
            && !item.handed_over
            && item.invoice.due.is_none_or(|due| due < today)
    };
    if !settled.ledger.items.iter().any(owes) {
        return Vec::new();
    }
    let standings = standings(settled, books, today);
    let case = Case {
        account,
        books,
        rates,
        today,
        settled,
        standings: &standings,
        printable,
    };
    let mut proposals = Vec::new();
    proposals.extend(letter::propose(&case));
    proposals.extend(handover::propose(&case));
    proposals.extend(others::blocked(&case));
    proposals.extend(others::call(&case));
    proposals.extend(others::interrupt(&case));
    proposals.extend(others::review(&case));
    proposals.into_iter().map(Proposal::with_gate).collect()
}
