//! Ways to divide the amount of a line over one customer's open invoices.

use law::Cents;

use super::book::{Matcher, Party};
use super::propose::Evidence;
use super::sums::{Sum, sums_to};
use super::{MatchAllocation, MatchReason};
use crate::{BankLine, InvoiceId};

/// One way to divide the line.
pub(super) struct Reading {
    pub allocations: Vec<MatchAllocation>,
    pub amount: Option<MatchReason>,
    pub tie: bool,
}

impl Matcher {
    /// Ways to divide the line over this customer's open invoices.
    pub(super) fn readings(
        &self,
        line: &BankLine,
        known: &Evidence,
        party: &Party,
    ) -> Vec<Reading> {
        let named: Vec<(InvoiceId, Cents)> = known
            .named
            .iter()
            .filter_map(|(id, ..)| self.invoices.get(id).map(|open| (*id, open.open)))
            .filter(|(_, open)| !open.is_zero())
            .collect();
        let has_claim = named.iter().any(|(_, open)| open.is_positive());
        let mut readings = if has_claim {
            self.named_readings(line.amount, &named, party)
        } else {
            self.unnamed_readings(line.amount, party, known.named.is_empty())
        };
        // A demand's total, interest and costs included, is as exact as the principal alone.
        if !readings
            .iter()
            .any(|reading| reading.amount.is_some_and(is_exact))
        {
            let demand = self.demand_reading(line.amount, party);
            readings.extend(demand);
            readings.sort_by_key(|reading| !reading.amount.is_some_and(is_exact));
        }
        readings
    }

    fn named_readings(
        &self,
        amount: Cents,
        named: &[(InvoiceId, Cents)],
        party: &Party,
    ) -> Vec<Reading> {
        let sum: Cents = named.iter().map(|(_, open)| *open).sum();
        if amount == sum {
            return vec![self.whole(named)];
        }
        let positives: Vec<(InvoiceId, Cents)> = named
            .iter()
            .copied()
            .filter(|(_, open)| open.is_positive())
            .collect();
        if amount < sum {
            return self.less_than_named(amount, &positives, party);
        }
        self.more_than_named(amount, sum, named, party)
    }

    /// Less than the named invoices come to: some of them, another one altogether, or a part.
    fn less_than_named(
        &self,
        amount: Cents,
        named: &[(InvoiceId, Cents)],
        party: &Party,
    ) -> Vec<Reading> {
        let opens: Vec<Cents> = named.iter().map(|(_, open)| *open).collect();
        if let Sum::One(positions) = sums_to(amount, &opens) {
            return vec![self.whole(&picked(named, &positions))];
        }
        let credits = self.with_open(&party.credits);
        let net: Cents = opens.iter().sum::<Cents>() + credits.iter().map(|(_, open)| *open).sum();
        if !credits.is_empty() && net == amount {
            return vec![self.whole(&[named, &credits].concat())];
        }
        let part = Reading {
            allocations: fill(amount, named),
            amount: Some(MatchReason::PartPayment),
            tie: false,
        };
        // The very amount of another open invoice makes the number doubtful.
        let others: Vec<(InvoiceId, Cents)> = self
            .with_open(&party.invoices)
            .into_iter()
            .filter(|(id, open)| *open == amount && !named.iter().any(|(known, _)| known == id))
            .collect();
        let mut readings: Vec<Reading> = others
            .iter()
            .map(|other| Reading {
                tie: true,
                ..self.whole(std::slice::from_ref(other))
            })
            .collect();
        readings.push(Reading {
            tie: !others.is_empty(),
            ..part
        });
        readings
    }

    /// More than the named invoices come to: others besides, or too much.
    fn more_than_named(
        &self,
        amount: Cents,
        sum: Cents,
        named: &[(InvoiceId, Cents)],
        party: &Party,
    ) -> Vec<Reading> {
        let others: Vec<(InvoiceId, Cents)> = self
            .with_open(&party.invoices)
            .into_iter()
            .filter(|(id, _)| !named.iter().any(|(known, _)| known == id))
            .collect();
        let opens: Vec<Cents> = others.iter().map(|(_, open)| *open).collect();
        if let Sum::One(positions) = sums_to(amount - sum, &opens) {
            return vec![self.whole(&[named, &picked(&others, &positions)].concat())];
        }
        vec![Reading {
            allocations: allocations(named),
            amount: Some(MatchReason::Overpayment),
            tie: false,
        }]
    }

    /// No open invoice is named: the amount has to tell.
    fn unnamed_readings(&self, amount: Cents, party: &Party, nothing_named: bool) -> Vec<Reading> {
        let open = self.with_open(&party.invoices);
        let opens: Vec<Cents> = open.iter().map(|(_, open)| *open).collect();
        match sums_to(amount, &opens) {
            Sum::One(positions) => return vec![self.whole(&picked(&open, &positions))],
            Sum::Several(combinations) => {
                return combinations
                    .iter()
                    .map(|positions| Reading {
                        tie: true,
                        ..self.whole(&picked(&open, positions))
                    })
                    .collect();
            }
            Sum::None => {}
        }
        let credits = self.with_open(&party.credits);
        let all = [open.as_slice(), &credits].concat();
        if !credits.is_empty() && all.iter().map(|(_, open)| *open).sum::<Cents>() == amount {
            return vec![self.whole(&all)];
        }
        let total: Cents = opens.iter().sum();
        if total.is_zero() || !nothing_named {
            // Paid already, or named what was paid: the money stays with the customer.
            return vec![Reading {
                allocations: Vec::new(),
                amount: Some(MatchReason::Overpayment),
                tie: false,
            }];
        }
        let reason = if amount < total {
            MatchReason::PartPayment
        } else {
            MatchReason::Overpayment
        };
        vec![Reading {
            allocations: fill(amount, &open),
            amount: Some(reason),
            tie: false,
        }]
    }

    /// Exactly what a final demand asked: principals as far as open, the rest with the first.
    fn demand_reading(&self, amount: Cents, party: &Party) -> Option<Reading> {
        let (_, invoices) = party
            .demands
            .iter()
            .rev()
            .find(|(total, _)| *total == amount)?;
        let open = self.with_open(invoices);
        let principal: Cents = open.iter().map(|(_, open)| *open).sum();
        let mut parts = allocations(&open);
        let first = parts.first_mut()?;
        first.amount += (amount - principal).max(Cents::ZERO);
        (principal <= amount).then_some(Reading {
            allocations: parts,
            amount: Some(MatchReason::AmountWithCosts),
            tie: false,
        })
    }

    fn with_open(&self, ids: &[InvoiceId]) -> Vec<(InvoiceId, Cents)> {
        ids.iter()
            .filter_map(|id| self.invoices.get(id).map(|open| (*id, open.open)))
            .filter(|(_, open)| !open.is_zero())
            .collect()
    }

    /// All of these, exactly.
    pub(super) fn whole(&self, parts: &[(InvoiceId, Cents)]) -> Reading {
        let part_paid = |id: &InvoiceId| self.invoices.get(id).is_some_and(|known| known.part_paid);
        let amount = match parts {
            [(only, _)] if part_paid(only) => MatchReason::AmountRemaining,
            [_] => MatchReason::AmountExact,
            _ => MatchReason::AmountSum,
        };
        Reading {
            allocations: allocations(parts),
            amount: Some(amount),
            tie: false,
        }
    }
}

pub(super) fn is_exact(reason: MatchReason) -> bool {
    matches!(
        reason,
        MatchReason::AmountExact
            | MatchReason::AmountRemaining
            | MatchReason::AmountSum
            | MatchReason::AmountWithCosts
    )
}

fn allocations(parts: &[(InvoiceId, Cents)]) -> Vec<MatchAllocation> {
    parts
        .iter()
        .map(|(invoice, amount)| MatchAllocation {
            invoice: *invoice,
            amount: *amount,
        })
        .collect()
}

fn picked(parts: &[(InvoiceId, Cents)], positions: &[usize]) -> Vec<(InvoiceId, Cents)> {
    positions
        .iter()
        .filter_map(|position| parts.get(*position).copied())
        .collect()
}

/// Fills invoices in order until the amount is used up.
fn fill(amount: Cents, parts: &[(InvoiceId, Cents)]) -> Vec<MatchAllocation> {
    let mut rest = amount;
    let mut filled = Vec::new();
    for (invoice, open) in parts {
        let taken = rest.min(*open);
        if taken.is_positive() {
            filled.push(MatchAllocation {
                invoice: *invoice,
                amount: taken,
            });
            rest -= taken;
        }
    }
    filled
}
