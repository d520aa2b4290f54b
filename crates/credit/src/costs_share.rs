//! Costs of one letter over several invoices, divided when only some of these are handed over.
//!
//! A dossier claims the scale over its own invoices, never the costs of invoices that stay behind
//! (art. 6:96 lid 5 and 6 BW, Besluit BIK: costs are reckoned over the principal that is claimed).
//! A later dossier of the same letter adds what the scale over both is more. So all dossiers together
//! claim what the letter asked, to the cent, and each by itself no more than the scale allows. What
//! was waived or paid of joint costs is taken off the earliest dossier first.

use chrono::NaiveDate;
use law::{Cents, Costs, CostsVat, collection_costs};

use crate::claim::{CostsClaim, lines};
use crate::costs_due::CostEntry;
use crate::plan_of::costs_vat;
use crate::settle::Settled;
use crate::{Books, FactId};

/// Which invoices of a letter stand together with those that are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    /// All that were not handed over: what is owed together.
    Along,
    /// Only themselves and what was paid: the others stay behind.
    Behind,
}

/// When an invoice left the plan; what did not comes after all that did.
type Order = (bool, Option<(NaiveDate, FactId)>);

fn order_of(settled: &Settled<'_>, item: usize) -> Order {
    let handed = settled.ledger.items.get(item).and_then(|item| {
        let mut handovers = settled.ledger.account.handovers.iter();
        handovers.find(|handover| {
            handover.withdrawn().is_none() && handover.invoices.contains(&item.invoice.id)
        })
    });
    let handed = handed.map(|handover| (handover.date, handover.fact));
    (handed.is_none(), handed)
}

/// The part of an entry that rests on these invoices; nothing when none does.
pub(crate) fn share(
    settled: &Settled<'_>,
    books: &Books,
    entry: &CostEntry,
    open: Cents,
    items: &[usize],
    others: Others,
) -> Option<CostsClaim> {
    let own = items
        .iter()
        .filter(|item| entry.bases.iter().any(|(covered, _)| covered == *item))
        .map(|item| order_of(settled, *item))
        .max()?;
    let is_open = |item: usize| {
        let item = settled.ledger.items.get(item);
        item.is_some_and(|item| item.parts.open.is_positive())
    };
    let along = |item: usize| {
        items.contains(&item)
            || (order_of(settled, item) == own && (others == Others::Along || !is_open(item)))
    };
    let earlier: Vec<usize> = of(entry, |item| {
        !items.contains(&item) && order_of(settled, item) < own
    });
    let through: Vec<usize> = of(entry, |item| earlier.contains(&item) || along(item));
    let before = part(entry, books, &earlier);
    let with = part(entry, books, &through);
    let amount = with.amount - before.amount;
    let paid = entry.amount() - open;
    let left = |amount: Cents| (amount - paid).max(Cents::ZERO);
    let open = left(with.amount) - left(before.amount);
    Some(CostsClaim {
        letter: entry.letter,
        invoices: through
            .iter()
            .filter_map(|item| settled.ledger.items.get(*item).map(|item| item.invoice.id))
            .collect(),
        base: with.costs.principal,
        costs: with.costs.costs,
        vat: with.costs.vat,
        asked_before: amount - with.waived - with.costs.total,
        waived: with.waived,
        amount,
        paid: open - amount,
        open,
        due_from: entry.due_from,
        lines: lines::of_costs(&with.costs),
    })
}

fn of(entry: &CostEntry, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
    entry
        .items()
        .into_iter()
        .filter(|item| wanted(*item))
        .collect()
}

struct Part {
    costs: Costs,
    waived: Cents,
    amount: Cents,
}

/// What an entry would come to if it covered only these items; never more than their own scale.
fn part(entry: &CostEntry, books: &Books, items: &[usize]) -> Part {
    if entry.bases.iter().all(|(item, _)| items.contains(item)) {
        return Part {
            costs: entry.costs.clone(),
            waived: entry.waived,
            amount: entry.amount(),
        };
    }
    let vat = if entry.costs.vat.is_zero() {
        CostsVat::None
    } else {
        costs_vat(books)
    };
    let sum = |inside: bool| -> Cents {
        let bases = entry.bases.iter();
        bases
            .filter(|(item, _)| items.contains(item) == inside)
            .map(|(_, base)| *base)
            .sum()
    };
    let own = collection_costs(sum(true), vat);
    let costs = collection_costs(entry.costs.principal - sum(false), vat);
    let waived = entry.waived.max(-costs.total);
    let amount = (costs.total + entry.asked_before + waived)
        .min(entry.most)
        .min(own.total)
        .max(Cents::ZERO);
    Part {
        costs,
        waived,
        amount,
    }
}
