//! Money without a name on it, put by law: what is due first, then the oldest (art. 6:43 lid 2 BW).
//!
//! All invoices of one customer bear the same interest, so none is more onerous than another.

use std::collections::HashSet;

use chrono::NaiveDate;
use law::{Cents, RateTable};

use crate::claim_of::open_costs;
use crate::{Account, Books, InvoiceId, Step, claim_of_invoices, invoice_states};

/// Puts an amount received on `date` to invoices: first those that were named, in that order,
/// then by law. An invoice takes its open principal and, once a final demand has asked them, the
/// interest and costs that stand open with it. What no invoice can take is left out.
pub fn allocate_by_law(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    amount: Cents,
    named: &[InvoiceId],
) -> Vec<(InvoiceId, Cents)> {
    let mut order: Vec<InvoiceId> = named.to_vec();
    order.extend(
        by_law(account, books, rates, date)
            .into_iter()
            .filter(|id| !named.contains(id)),
    );
    let room = room(account, books, rates, date);
    let mut left = amount;
    let mut parts = Vec::new();
    for id in order {
        let takes = room(id).min(left);
        if takes.is_positive() {
            parts.push((id, takes));
            left -= takes;
        }
    }
    parts
}

/// The open invoices in the order of the law.
fn by_law(account: &Account, books: &Books, rates: &RateTable, date: NaiveDate) -> Vec<InvoiceId> {
    let mut open: Vec<_> = invoice_states(account, books, rates, date)
        .into_iter()
        .filter(|state| state.open.is_positive())
        .filter_map(|state| {
            let invoice = account
                .invoices
                .iter()
                .find(|known| known.id == state.invoice)?;
            let due = invoice.due.unwrap_or(invoice.date);
            Some((due > date, due, invoice.id))
        })
        .collect();
    open.sort_unstable();
    open.into_iter().map(|(_, _, id)| id).collect()
}

/// How much each invoice can take.
fn room(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
) -> impl Fn(InvoiceId) -> Cents {
    let demanded: HashSet<InvoiceId> = account
        .letters
        .iter()
        .filter(|letter| letter.step == Step::FinalDemand && letter.left() <= date)
        .flat_map(|letter| letter.lines.iter().map(|line| line.invoice))
        .collect();
    let ids: Vec<InvoiceId> = demanded.iter().copied().collect();
    let claim = claim_of_invoices(account, books, rates, date, &ids);
    let states = invoice_states(account, books, rates, date);
    let is_open = |id: &InvoiceId| {
        let mut states = states.iter();
        states.any(|state| state.invoice == *id && state.open.is_positive())
    };
    // Costs of several invoices are paid with the first of them that is open.
    let costs: Vec<(InvoiceId, Cents)> = open_costs(account, books, rates, date)
        .into_iter()
        .filter(|(over, _)| over.iter().any(|id| demanded.contains(id)))
        .filter_map(|(over, open)| {
            let first = over.iter().find(|id| is_open(id)).or(over.first())?;
            Some((*first, open))
        })
        .collect();
    move |id| {
        let principal = states
            .iter()
            .find(|state| state.invoice == id)
            .map_or(Cents::ZERO, |state| state.open);
        let interest: Cents = claim
            .invoices
            .iter()
            .filter(|claimed| claimed.invoice == id)
            .map(|claimed| claimed.interest_open)
            .sum();
        let costs: Cents = costs
            .iter()
            .filter(|(first, _)| *first == id)
            .map(|(_, open)| *open)
            .sum();
        principal + interest + costs
    }
}
