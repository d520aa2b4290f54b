//! Costs of one letter over several invoices, divided once some of these were handed over.
//!
//! A dossier claims the scale over its own invoices, never the costs of invoices that stay behind
//! (art. 6:96 lid 5 and 6 BW, Besluit BIK: costs are reckoned over the principal that is claimed).
//! A later dossier of the same letter adds what the scale over both is more. So all dossiers together
//! claim what the letter asked, to the cent, and each by itself no more than the scale allows.
//!
//! Money that came in through the day of a handover paid the costs as they were then asked, jointly:
//! it is taken off the earliest dossier first, as is what was waived. Later money pays the share of
//! the invoice that it is for, so that who pays what is asked for an invoice has paid it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::{Cents, Costs, CostsVat, collection_costs};

use crate::claim::{CostsClaim, lines};
use crate::costs_due::CostEntry;
use crate::engine::EngineCosts;
use crate::ledger::Ledger;
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

/// The part of an entry that one dossier took along, or that stayed behind.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub items: Vec<usize>,
    pub amount: Cents,
    /// The day its invoices were handed over; none for what stayed behind.
    pub handed_over: Option<NaiveDate>,
}

/// An entry in its shares, in the order in which dossiers took them along; what stayed behind last.
pub(crate) fn shares(ledger: &Ledger<'_>, books: &Books, entry: &CostEntry) -> Vec<Share> {
    let mut taken_along: BTreeMap<(NaiveDate, FactId), Vec<usize>> = BTreeMap::new();
    let mut behind: Vec<usize> = Vec::new();
    for item in entry.items() {
        let left = left_the_plan(ledger, item);
        left.map_or(&mut behind, |left| taken_along.entry(left).or_default())
            .push(item);
    }
    let groups = taken_along
        .into_iter()
        .map(|((date, _), items)| (items, Some(date)))
        .chain((!behind.is_empty()).then_some((behind, None)));
    let mut through: Vec<usize> = Vec::new();
    let mut before = Cents::ZERO;
    groups
        .map(|(items, handed_over)| {
            through.extend(&items);
            let with = part(entry, books, &through).amount;
            let amount = with - before;
            before = with;
            Share {
                items,
                amount,
                handed_over,
            }
        })
        .collect()
}

/// When an invoice was handed over, and by which fact.
fn left_the_plan(ledger: &Ledger<'_>, item: usize) -> Option<(NaiveDate, FactId)> {
    let item = ledger.items.get(item)?;
    let mut handovers = ledger.account.handovers.iter();
    let handed = handovers.find(|handover| {
        handover.withdrawn().is_none() && handover.invoices.contains(&item.invoice.id)
    })?;
    Some((handed.date, handed.fact))
}

/// The shares as the engine takes them: of an entry that was divided each goes with all invoices
/// through the day of a handover, and with its own after it.
pub(crate) fn of_engine(shares: Vec<Share>, due_from: NaiveDate) -> Vec<EngineCosts> {
    let left: Vec<(usize, Option<NaiveDate>)> = shares
        .iter()
        .flat_map(|share| share.items.iter().map(|item| (*item, share.handed_over)))
        .collect();
    let parted = |share: &Share, item: usize, day: Option<NaiveDate>| {
        let days = [share.handed_over, day].into_iter().flatten();
        (!share.items.contains(&item)).then(|| days.min()).flatten()
    };
    shares
        .iter()
        .map(|share| EngineCosts {
            items: left.iter().map(|(item, _)| *item).collect(),
            apart: left
                .iter()
                .filter_map(|(item, day)| Some((*item, parted(share, *item, *day)?)))
                .collect(),
            amount: share.amount,
            due_from,
        })
        .collect()
}

/// The part of an entry that rests on these invoices; nothing when none does. `open` is what is
/// open of each of its shares.
pub(crate) fn claimed(
    settled: &Settled<'_>,
    books: &Books,
    entry: &CostEntry,
    open: &[Cents],
    items: &[usize],
    others: Others,
) -> Option<CostsClaim> {
    let is_open = |item: usize| {
        let item = settled.ledger.items.get(item);
        item.is_some_and(|item| item.parts.open.is_positive())
    };
    let along = |item: &usize| items.contains(item) || others == Others::Along || !is_open(*item);
    let mut before: Vec<usize> = Vec::new();
    let mut through: Option<Vec<usize>> = None;
    let (mut amount, mut left) = (Cents::ZERO, Cents::ZERO);
    for (share, open) in shares(&settled.ledger, books, entry).into_iter().zip(open) {
        if share.items.iter().any(|item| items.contains(item)) {
            let with: Vec<usize> = share.items.iter().copied().filter(along).collect();
            let all: Vec<usize> = before.iter().chain(&with).copied().collect();
            let own = if with.len() == share.items.len() {
                share.amount
            } else {
                part(entry, books, &all).amount - part(entry, books, &before).amount
            };
            amount += own;
            left += (own - (share.amount - *open)).max(Cents::ZERO);
            through = Some(all);
        }
        before.extend(share.items);
    }
    let through = through?;
    let with = part(entry, books, &through);
    Some(CostsClaim {
        letter: entry.letter,
        invoices: entry
            .items()
            .into_iter()
            .filter(|item| through.contains(item))
            .filter_map(|item| settled.ledger.items.get(item).map(|item| item.invoice.id))
            .collect(),
        base: with.costs.principal,
        costs: with.costs.costs,
        vat: with.costs.vat,
        asked_before: amount - with.waived - with.costs.total,
        waived: with.waived,
        amount,
        paid: left - amount,
        open: left,
        due_from: entry.due_from,
        lines: lines::of_costs(&with.costs),
    })
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
