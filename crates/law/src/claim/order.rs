//! Where a payment goes: designation, then what is due, most onerous, oldest, in proportion.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::account::{Account, JointCosts, Taken};
use super::{Allocation, ClaimCase, PaymentDay, PaymentItem, PaymentResult, Received, SplitAt};
use crate::{Cents, LawError, Rule};

/// All claims and joint costs of a case while payments are taken off them.
pub(super) struct Ledger<'a> {
    pub accounts: Vec<Account<'a>>,
    pub joint: Vec<JointCosts>,
    pub by_id: HashMap<&'a str, usize>,
}

/// One payment on its way.
struct Purse {
    date: NaiveDate,
    left: Cents,
    allocations: Vec<(Option<usize>, Taken, Rule)>,
}

impl Purse {
    /// Writes down what was taken; a place that gets something twice has one allocation.
    fn spend(&mut self, place: Option<usize>, taken: Taken, rule: Rule) {
        if taken.sum().is_zero() {
            return;
        }
        self.left -= taken.sum();
        match self
            .allocations
            .iter_mut()
            .find(|(have, ..)| *have == place)
        {
            Some((_, have, _)) => {
                have.costs += taken.costs;
                have.interest += taken.interest;
                have.principal += taken.principal;
            }
            None => self.allocations.push((place, taken, rule)),
        }
    }
}

impl Ledger<'_> {
    pub fn index(&self, id: &str) -> Result<usize, LawError> {
        self.by_id
            .get(id)
            .copied()
            .ok_or_else(|| LawError::ClaimUnknown { id: id.to_owned() })
    }

    pub fn joint_open(&self, day: NaiveDate) -> Cents {
        self.joint
            .iter()
            .filter(|costs| costs.due_from <= day)
            .map(|costs| costs.open)
            .sum()
    }

    pub fn joint_total(&self, day: NaiveDate) -> Cents {
        self.joint
            .iter()
            .filter(|costs| costs.due_from <= day)
            .map(|costs| costs.amount)
            .sum()
    }

    /// Runs interest to the payment, then spends it.
    pub fn take_payment(
        &mut self,
        payment: &PaymentItem,
        case: &ClaimCase,
    ) -> Result<PaymentResult, LawError> {
        let date = payment.date;
        let mut purse = Purse {
            date,
            left: payment.amount,
            allocations: Vec::new(),
        };
        if payment.amount.is_positive() {
            let before = self.run_to_payment(date, case.payment_day)?;
            for id in &payment.designated {
                let index = self.index(id)?;
                self.spend_on_joint(&mut purse, Some(index));
                self.spend_on(&mut purse, index, None, Rule::PaymentDesignated);
            }
            self.spend_on_joint(&mut purse, None);
            self.spend_by_law(&mut purse);
            if case.split == SplitAt::OwnPayments {
                self.undo_cuts(&purse, before);
            }
        }
        Ok(self.write_down(purse, payment))
    }

    fn run_to_payment(
        &mut self,
        date: NaiveDate,
        payment_day: PaymentDay,
    ) -> Result<Vec<crate::accrual::Position>, LawError> {
        let through = match payment_day {
            PaymentDay::Included => date,
            PaymentDay::Excluded => date.pred_opt().ok_or(LawError::DateOutOfRange { date })?,
        };
        let before = self.accounts.iter().map(Account::position).collect();
        self.accounts
            .iter_mut()
            .try_for_each(|account| account.run_through(through))?;
        Ok(before)
    }

    fn undo_cuts(&mut self, purse: &Purse, before: Vec<crate::accrual::Position>) {
        for (index, (account, position)) in self.accounts.iter_mut().zip(before).enumerate() {
            if !purse
                .allocations
                .iter()
                .any(|(place, ..)| *place == Some(index))
            {
                account.go_back(position);
            }
        }
    }

    /// Joint costs that were computed over a claim; with none given, all that are left.
    fn spend_on_joint(&mut self, purse: &mut Purse, over: Option<usize>) {
        let day = purse.date;
        for costs in self.joint.iter_mut().filter(|costs| costs.due_from <= day) {
            if over.is_none_or(|claim| costs.goes_with(claim, day)) {
                let taken = Taken {
                    costs: purse.left.min(costs.open),
                    ..Taken::default()
                };
                costs.open -= taken.costs;
                purse.spend(None, taken, Rule::PaymentJointCosts);
            }
        }
    }

    fn spend_on(&mut self, purse: &mut Purse, index: usize, limit: Option<Cents>, rule: Rule) {
        if let Some(account) = self.accounts.get_mut(index) {
            let limit = limit.unwrap_or(purse.left).min(purse.left);
            let taken = account.take(limit, purse.date);
            purse.spend(Some(index), taken, rule);
        }
    }

    /// Article 6:43 lid 2 BW over everything that is still open.
    fn spend_by_law(&mut self, purse: &mut Purse) {
        let rank = |account: &Account<'_>| {
            (
                Reverse(account.is_due(purse.date)),
                Reverse(account.weight(purse.date)),
                account.age(),
            )
        };
        let open = self.accounts.iter().enumerate();
        let mut ranked: Vec<_> = open
            .filter(|(_, account)| account.payable(purse.date).is_positive())
            .map(|(index, account)| (rank(account), index))
            .collect();
        ranked.sort();
        for equals in ranked.chunk_by(|one, other| one.0 == other.0) {
            if !purse.left.is_positive() {
                return;
            }
            let equals: Vec<usize> = equals.iter().map(|(_, index)| *index).collect();
            self.spend_on_equals(purse, &equals);
        }
    }

    fn spend_on_equals(&mut self, purse: &mut Purse, equals: &[usize]) {
        let open: Vec<Open> = equals
            .iter()
            .filter_map(|index| self.accounts.get(*index))
            .map(|account| Open {
                payable: account.payable(purse.date),
                principal: account.principal_open(),
            })
            .collect();
        let rule = if equals.len() > 1 {
            Rule::PaymentProportional
        } else {
            Rule::PaymentOrder
        };
        for (index, share) in equals.iter().zip(in_proportion(purse.left, &open)) {
            self.spend_on(purse, *index, Some(share), rule);
        }
    }

    fn write_down(&mut self, purse: Purse, payment: &PaymentItem) -> PaymentResult {
        let mut allocations = Vec::with_capacity(purse.allocations.len());
        for (
            place,
            Taken {
                costs,
                interest,
                principal,
            },
            rule,
        ) in purse.allocations
        {
            let account = place.and_then(|index| self.accounts.get_mut(index));
            let claim = account.map(|account| {
                account.received.push(Received {
                    date: payment.date,
                    costs,
                    interest,
                    principal,
                });
                account.item.id.clone()
            });
            allocations.push(Allocation {
                claim,
                costs,
                interest,
                principal,
                rule,
            });
        }
        PaymentResult {
            date: payment.date,
            amount: payment.amount,
            allocations,
            unallocated: purse.left,
        }
    }
}

/// What is open of one of several equal claims.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub payable: Cents,
    pub principal: Cents,
}

/// Divides an amount in proportion to open principal; no claim gets more than what can be paid
/// on it, and what it cannot take goes to the others in proportion. Shares are rounded to the
/// cent, the last one takes the odd cent.
pub(super) fn in_proportion(amount: Cents, open: &[Open]) -> Vec<Cents> {
    let mut shares = vec![Cents::ZERO; open.len()];
    let mut rest = amount;
    let mut sharing: Vec<usize> = (0..open.len()).collect();
    while rest.is_positive() && !sharing.is_empty() {
        let proposed = divide(rest, open, &sharing);
        let payable = |index: usize| open.get(index).map_or(Cents::ZERO, |open| open.payable);
        let full: Vec<usize> = sharing
            .iter()
            .zip(&proposed)
            .filter(|(index, share)| **share > payable(**index))
            .map(|(index, _)| *index)
            .collect();
        let given = match full.is_empty() {
            true => sharing.iter().copied().zip(proposed).collect::<Vec<_>>(),
            false => full.iter().map(|index| (*index, payable(*index))).collect(),
        };
        for (index, share) in given {
            rest -= share;
            if let Some(have) = shares.get_mut(index) {
                *have = share;
            }
        }
        sharing.retain(|index| !full.contains(index));
        if full.is_empty() {
            break;
        }
    }
    shares
}

/// One division without regard to what can be taken; sums to the amount.
fn divide(amount: Cents, open: &[Open], sharing: &[usize]) -> Vec<Cents> {
    let weigh = |by: fn(&Open) -> Cents| -> Vec<Cents> {
        sharing
            .iter()
            .map(|index| open.get(*index).map_or(Cents::ZERO, by))
            .collect()
    };
    let mut weights = weigh(|open| open.principal);
    if !weights.iter().copied().sum::<Cents>().is_positive() {
        weights = weigh(|open| open.payable);
    }
    let whole: Cents = weights.iter().sum();
    let mut rest = amount;
    let last = weights.len().saturating_sub(1);
    let share = |weight: Cents| {
        let part = (amount.euro() * weight.euro()).checked_div(whole.euro());
        Cents::round(part.unwrap_or(Decimal::ZERO))
    };
    weights
        .iter()
        .enumerate()
        .map(|(index, weight)| {
            let given = if index == last {
                rest
            } else {
                share(*weight).min(rest)
            };
            rest -= given;
            given
        })
        .collect()
}
