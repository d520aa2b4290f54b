//! Collection costs that are due: which letter they rest on, over what, and from which day.
//!
//! Consumer (and unknown): only a 14-day letter that has run out. The scale is taken over what was
//! still open of its invoices on `claimable_in_plan` (HR 2016:2704: a part paid in time bears no
//! costs), never more than the letter announced. They are due from that day and asked in the final
//! demand.
//!
//! Business and government: the final demand asks one scale over all that stands in it; due from
//! the day it left. A later demand adds at most what one scale over all principals of those letters
//! that were still open comes to, less what was asked; when the earlier ones are paid, it stands by
//! itself. Never more than the letter asked.

use chrono::NaiveDate;
use law::{Cents, Costs, CostsVat, RateTable, collection_costs, notice_term};

use crate::ledger::Ledger;
use crate::plan_of::{as_consumer, costs_vat, has_left};
use crate::settle;
use crate::{Books, Letter, LetterId, Step};

/// Costs that rest on one letter.
#[derive(Clone, Debug)]
pub(crate) struct CostEntry {
    pub letter: Option<LetterId>,
    /// Index in the ledger and the principal reckoned with, per invoice.
    pub bases: Vec<(usize, Cents)>,
    /// The scale over all of `bases` (and, for an increment, over earlier open ones too).
    pub costs: Costs,
    /// What earlier letters asked over the same scale; zero or negative.
    pub asked_before: Cents,
    /// Zero or negative.
    pub waived: Cents,
    /// What the letter itself said, at most.
    pub most: Cents,
    pub due_from: NaiveDate,
}

impl CostEntry {
    /// Costs and VAT, less what was asked before, less what was waived.
    pub fn amount(&self) -> Cents {
        (self.costs.total + self.asked_before + self.waived)
            .min(self.most)
            .max(Cents::ZERO)
    }

    pub fn items(&self) -> Vec<usize> {
        self.bases.iter().map(|(item, _)| *item).collect()
    }
}

/// All costs of a customer that are due by a day, oldest first, waivers taken off.
pub(crate) fn entries(
    ledger: &Ledger<'_>,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
) -> Vec<CostEntry> {
    let mut entries = if as_consumer(ledger.account.customer.kind) {
        after_notices(ledger, books, today)
    } else {
        after_demands(ledger, books, rates, today)
    };
    entries.sort_by_key(|entry| (entry.due_from, entry.letter));
    waive(ledger, &mut entries);
    entries
}

fn waive(ledger: &Ledger<'_>, entries: &mut [CostEntry]) {
    let mut waived: Cents = ledger
        .account
        .waivers
        .iter()
        .map(|waiver| waiver.costs.max(Cents::ZERO))
        .sum();
    for entry in entries {
        let taken = waived.min(entry.amount());
        entry.waived -= taken;
        waived -= taken;
    }
}

fn after_notices(ledger: &Ledger<'_>, books: &Books, today: NaiveDate) -> Vec<CostEntry> {
    let account = ledger.account;
    account
        .letters
        .iter()
        .filter(|letter| has_left(letter))
        .filter_map(|letter| {
            let bases = notice_bases(ledger, letter);
            if bases.is_empty() {
                return None;
            }
            let term = notice_term(letter.left(), letter.delivery_days, letter.plan_days);
            let due_from = term.claimable_in_plan;
            let announced = letter.claim.costs_announced.unwrap_or(Cents::LIMIT);
            let bases = bases
                .into_iter()
                .map(|(item, stated)| {
                    let left = ledger
                        .items
                        .get(item)
                        .map_or(Cents::ZERO, |item| item.left_before(due_from));
                    (item, left.min(stated))
                })
                .filter(|(_, base)| base.is_positive())
                .collect();
            (due_from <= today).then(|| entry_of(letter, bases, announced, due_from, books))
        })
        .filter(|entry| entry.amount().is_positive())
        .collect()
}

/// The invoices of a 14-day letter that bear costs in it, with what the letter said was open.
pub(crate) fn notice_bases(ledger: &Ledger<'_>, letter: &Letter) -> Vec<(usize, Cents)> {
    letter
        .lines
        .iter()
        .filter(|line| line.step == Step::Notice14Days && line.bears_costs)
        .filter_map(|line| ledger.index(line.invoice).map(|item| (item, line.open)))
        .collect()
}

fn entry_of(
    letter: &Letter,
    bases: Vec<(usize, Cents)>,
    most: Cents,
    due_from: NaiveDate,
    books: &Books,
) -> CostEntry {
    let base = bases.iter().map(|(_, base)| *base).sum();
    CostEntry {
        letter: Some(letter.id),
        costs: at_most(base, most, costs_vat(books)),
        bases,
        asked_before: Cents::ZERO,
        waived: Cents::ZERO,
        most,
        due_from,
    }
}

/// The scale over a base; without VAT when VAT would make it more than the letter said.
fn at_most(base: Cents, most: Cents, vat: CostsVat) -> Costs {
    let costs = collection_costs(base, vat);
    if costs.total > most {
        collection_costs(base, CostsVat::None)
    } else {
        costs
    }
}

fn after_demands(
    ledger: &Ledger<'_>,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
) -> Vec<CostEntry> {
    let mut letters: Vec<&Letter> = ledger
        .account
        .letters
        .iter()
        .filter(|letter| {
            has_left(letter) && letter.step == Step::FinalDemand && letter.left() <= today
        })
        .collect();
    letters.sort_by_key(|letter| (letter.left(), letter.id));
    let mut entries: Vec<CostEntry> = Vec::new();
    for letter in letters {
        let stated: Vec<(usize, Cents)> = letter
            .lines
            .iter()
            .filter(|line| line.bears_costs)
            .filter_map(|line| ledger.index(line.invoice).map(|item| (item, line.open)))
            .collect();
        if stated.is_empty() {
            continue;
        }
        let open = open_before(ledger, books, rates, &entries, letter.left());
        let bases = stated
            .into_iter()
            .map(|(item, stated)| {
                (
                    item,
                    stated.min(open.get(item).copied().unwrap_or_default()),
                )
            })
            .filter(|(_, base)| base.is_positive())
            .collect();
        let mut entry = increment(bases, &entries, &open, letter.left(), books);
        entry.letter = Some(letter.id);
        entry.most = letter.claim.costs;
        if entry.amount().is_positive() {
            entries.push(entry);
        }
    }
    entries
}

/// Open principal per item on the morning of a day, by the costs known so far.
fn open_before(
    ledger: &Ledger<'_>,
    books: &Books,
    rates: &RateTable,
    entries: &[CostEntry],
    day: NaiveDate,
) -> Vec<Cents> {
    if entries.is_empty() {
        return ledger
            .items
            .iter()
            .map(|item| item.left_before(day))
            .collect();
    }
    let mut earlier = ledger.clone();
    for item in &mut earlier.items {
        item.receipts.retain(|receipt| receipt.date < day);
    }
    let yesterday = day.pred_opt().unwrap_or(day);
    settle::open_principals(&earlier, books, rates, entries, yesterday)
}

/// The costs that a new demand over these principals may ask, earlier demands taken into account.
pub(crate) fn increment(
    bases: Vec<(usize, Cents)>,
    earlier: &[CostEntry],
    open: &[Cents],
    due_from: NaiveDate,
    books: &Books,
) -> CostEntry {
    let still_open = |item: usize| open.get(item).is_some_and(|open| open.is_positive());
    let mut union = bases.clone();
    let mut asked = Cents::ZERO;
    for entry in earlier
        .iter()
        .filter(|entry| entry.bases.iter().any(|(item, _)| still_open(*item)))
    {
        asked += (entry.costs.total + entry.asked_before).min(entry.most);
        for (item, base) in entry.bases.iter().filter(|(item, _)| still_open(*item)) {
            match union.iter_mut().find(|(have, _)| have == item) {
                Some((_, have)) => *have = (*have).max(*base),
                None => union.push((*item, *base)),
            }
        }
    }
    let costs = collection_costs(union.iter().map(|(_, base)| *base).sum(), costs_vat(books));
    let own = collection_costs(bases.iter().map(|(_, base)| *base).sum(), costs_vat(books));
    // An earlier minimum must not make this demand dearer than it would be by itself.
    let asked_before = -asked.min(costs.total).max(costs.total - own.total);
    CostEntry {
        letter: None,
        bases,
        costs,
        asked_before,
        waived: Cents::ZERO,
        most: Cents::LIMIT,
        due_from,
    }
}
