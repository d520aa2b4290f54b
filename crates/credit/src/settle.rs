//! What every invoice stands at once costs and interest were asked: articles 6:43 and 6:44 BW.
//!
//! Payments' allocations are designations (6:43 lid 1). Until a final demand that asks interest has
//! left, a payment goes to principal: nothing else was asked. After it, 6:44 strictly: costs that
//! are due, interest, principal. Costs of a 14-day letter are due from the day it ran out, also when
//! the demand had not left yet: the letter announced exactly that. Principal that was paid before
//! interest was ever asked leaves no interest behind.
//!
//! Waived costs never were. Waived interest is taken off what is open; where payments had been
//! read as paying it already, they are read as paying principal instead.

use chrono::NaiveDate;
use law::{Cents, RateTable};

use crate::costs_due::{self, CostEntry};
use crate::costs_share;
use crate::days::later;
use crate::engine::{EngineAnswer, EngineCase, EngineItem, reckon};
use crate::ledger::Ledger;
use crate::plan_of::{as_consumer, frozen_on, has_left, interest_from, interest_terms};
use crate::{Account, Books, Step};

/// The ledger of a customer with costs and payments settled.
#[derive(Clone, Debug)]
pub(crate) struct Settled<'a> {
    pub ledger: Ledger<'a>,
    pub entries: Vec<CostEntry>,
    /// Per item: since when interest is asked.
    pub asked_from: Vec<Option<NaiveDate>>,
    /// Items whose payments also went to costs and interest, and what was left of those payments.
    pub taken_over: Option<(Vec<usize>, Cents)>,
}

/// What to do with disputed parts of principals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disputes {
    /// They are part of the claim.
    Kept,
    /// A letter asks only what is not disputed.
    LeftOut,
}

/// Settles a customer's ledger on a day.
pub(crate) fn settle<'a>(
    account: &'a Account,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
) -> Settled<'a> {
    let ledger = Ledger::of(account);
    let matters = account.letters.iter().any(|letter| {
        letter.step >= Step::Notice14Days
            || letter
                .lines
                .iter()
                .any(|line| line.step == Step::Notice14Days)
    });
    if !matters {
        let asked_from = vec![None; ledger.items.len()];
        return Settled {
            ledger,
            entries: Vec::new(),
            asked_from,
            taken_over: None,
        };
    }
    let asked_from = asked_from(&ledger);
    let entries = costs_due::entries(&ledger, books, rates, today);
    let mut settled = Settled {
        ledger,
        entries,
        asked_from,
        taken_over: None,
    };
    if settled.needs_engine() {
        let answer = settled.reckon(books, rates, today, &[], Disputes::Kept);
        settled.take_over(&answer);
    }
    settled
}

/// Open principals per item given costs that are due; for demands one after another.
pub(crate) fn open_principals(
    ledger: &Ledger<'_>,
    books: &Books,
    rates: &RateTable,
    entries: &[CostEntry],
    day: NaiveDate,
) -> Vec<Cents> {
    let asked_from = asked_from(ledger);
    let mut settled = Settled {
        ledger: ledger.clone(),
        entries: entries.to_vec(),
        asked_from,
        taken_over: None,
    };
    for item in &mut settled.ledger.items {
        let received: Cents = item.receipts.iter().map(|receipt| receipt.amount).sum();
        let base = item.base();
        item.parts.paid = -received.min(base);
        item.parts.open = base + item.parts.paid;
    }
    if settled.needs_engine() {
        let answer = settled.reckon(books, rates, day, &[], Disputes::Kept);
        settled.take_over(&answer);
    }
    settled
        .ledger
        .items
        .iter()
        .map(|item| item.parts.open)
        .collect()
}

/// Per item the day the first final demand that asked its interest left.
fn asked_from(ledger: &Ledger<'_>) -> Vec<Option<NaiveDate>> {
    let consumer = as_consumer(ledger.account.customer.kind);
    let mut asked: Vec<Option<NaiveDate>> = vec![None; ledger.items.len()];
    let demands = ledger
        .account
        .letters
        .iter()
        .filter(|letter| has_left(letter) && letter.step == Step::FinalDemand);
    for letter in demands {
        for line in &letter.lines {
            let asks = line.step == Step::FinalDemand || (line.bears_costs && !consumer);
            if let Some(slot) = ledger
                .index(line.invoice)
                .and_then(|item| asked.get_mut(item))
                && asks
            {
                *slot = Some(slot.map_or(letter.left(), |have| have.min(letter.left())));
            }
        }
    }
    asked
}

impl Settled<'_> {
    /// Whether any money came in once costs or interest could take a part of it.
    fn needs_engine(&self) -> bool {
        self.ledger.items.iter().enumerate().any(|(index, item)| {
            let costs = self
                .entries
                .iter()
                .filter(|entry| entry.bases.iter().any(|(covered, _)| *covered == index))
                .map(|entry| entry.due_from)
                .min();
            let first = match (costs, self.asked_from.get(index).copied().flatten()) {
                (Some(costs), Some(asked)) => Some(costs.min(asked)),
                (costs, asked) => costs.or(asked),
            };
            first.is_some_and(|first| item.receipts.iter().any(|receipt| receipt.date >= first))
        })
    }

    /// Reckons all invoices whose costs or interest were asked, and `also`, through a day.
    pub fn reckon(
        &self,
        books: &Books,
        rates: &RateTable,
        date: NaiveDate,
        also: &[usize],
        disputes: Disputes,
    ) -> EngineAnswer {
        let concerned = |index: usize| {
            also.contains(&index)
                || self.asked_from.get(index).copied().flatten().is_some()
                || self
                    .entries
                    .iter()
                    .any(|entry| entry.bases.iter().any(|(item, _)| *item == index))
        };
        let concerned: Vec<usize> = (0..self.ledger.items.len())
            .filter(|index| concerned(*index))
            .collect();
        self.reckon_only(books, rates, date, &concerned, disputes)
    }

    /// Reckons just these invoices, and the costs that rest on any of them.
    pub fn reckon_only(
        &self,
        books: &Books,
        rates: &RateTable,
        date: NaiveDate,
        items: &[usize],
        disputes: Disputes,
    ) -> EngineAnswer {
        let account = self.ledger.account;
        let through = frozen_on(account).map_or(date, |frozen| frozen.min(date));
        let engine_items = items
            .iter()
            .filter_map(|index| self.ledger.items.get(*index).map(|item| (*index, item)))
            .map(|(index, item)| EngineItem {
                item: index,
                principal: match disputes {
                    Disputes::Kept => item.base(),
                    Disputes::LeftOut => item.base() - item.disputed,
                },
                due: item.invoice.due,
                interest_from: interest_from(account, books, item.invoice).interest_from,
                asked_from: Some(
                    self.asked_from
                        .get(index)
                        .copied()
                        .flatten()
                        .unwrap_or_else(|| later(date, 1_u32)),
                ),
                receipts: item.receipts.clone(),
            })
            .collect();
        let costs = self
            .entries
            .iter()
            .flat_map(|entry| {
                costs_share::of_engine(
                    costs_share::shares(&self.ledger, books, entry),
                    entry.due_from,
                )
            })
            .map(|costs| costs.only_of(items))
            .collect();
        let terms = interest_terms(account, books);
        let mut answer = reckon(
            EngineCase {
                through,
                terms,
                items: engine_items,
                costs,
            },
            rates,
        );
        waive_interest(account, &mut answer);
        if through < date {
            answer.per_day = Cents::ZERO;
        }
        answer
    }

    /// What is open of the shares of each entry, by an answer that was reckoned with these entries.
    pub fn open_of_entries(
        &self,
        books: &Books,
        answer: &EngineAnswer,
    ) -> Vec<(&CostEntry, Vec<Cents>)> {
        let mut open = answer.costs_open.iter().copied();
        self.entries
            .iter()
            .map(|entry| {
                let shares = costs_share::shares(&self.ledger, books, entry).len();
                (entry, open.by_ref().take(shares).collect())
            })
            .collect()
    }

    fn take_over(&mut self, answer: &EngineAnswer) {
        for outcome in &answer.items {
            if let Some(item) = self.ledger.items.get_mut(outcome.item) {
                let received: Cents = item.receipts.iter().map(|receipt| receipt.amount).sum();
                let base = item.base();
                // What lay beyond the principal was counted as unallocated; costs and interest
                // take their part of it now.
                self.ledger.unallocated -= (received - base).max(Cents::ZERO);
                item.parts.open = outcome.principal_open;
                item.parts.paid = outcome.principal_open - base;
                item.disputed = item.disputed.min(item.parts.open);
            }
        }
        self.ledger.unallocated += answer.surplus;
        let items = answer.items.iter().map(|outcome| outcome.item).collect();
        self.taken_over = Some((items, answer.surplus));
    }
}

/// Takes waived interest off, oldest invoice first.
fn waive_interest(account: &Account, answer: &mut EngineAnswer) {
    let mut waived: Cents = account
        .waivers
        .iter()
        .map(|waiver| waiver.interest.max(Cents::ZERO))
        .sum();
    for outcome in &mut answer.items {
        let open = waived.min(outcome.interest_open);
        outcome.interest_open -= open;
        outcome.interest_waived += open;
        waived -= open;
    }
    for outcome in &mut answer.items {
        let paid = outcome.interest_total - outcome.interest_open - outcome.interest_waived;
        let shifted = waived
            .min(paid)
            .min(outcome.principal_open)
            .max(Cents::ZERO);
        outcome.principal_open -= shifted;
        outcome.interest_waived += shifted;
        waived -= shifted;
    }
}
