//! Puts invoices, costs and receipts to the law engine and reads its answer back.
//!
//! Each receipt is one payment designated to its invoice (art. 6:43 lid 1 BW). What an invoice and
//! those that share costs with it cannot take does not spill to other invoices: it stays with the
//! customer as unallocated money. Money that came in after the interest froze counts as of the day
//! of freezing, in the debtor's favour.

use chrono::NaiveDate;
use law::{
    Apart, Cents, ClaimCase, ClaimItem, ClaimStatement, CostsItem, InterestTerms, LawError,
    PaymentDay, PaymentItem, RateTable, SplitAt, Warning, claim,
};

use crate::ledger::Receipt;
use crate::{CalcLine, CalcLineKind, ImputedPayment};

/// An invoice as the engine takes it.
#[derive(Clone, Debug)]
pub(crate) struct EngineItem {
    /// Index in the ledger.
    pub item: usize,
    pub principal: Cents,
    pub due: Option<NaiveDate>,
    pub interest_from: Option<NaiveDate>,
    pub asked_from: Option<NaiveDate>,
    pub receipts: Vec<Receipt>,
}

/// Costs as the engine takes them.
#[derive(Clone, Debug)]
pub(crate) struct EngineCosts {
    pub items: Vec<usize>,
    /// Items that go along through a day only: later money for them is not for these costs.
    pub apart: Vec<(usize, NaiveDate)>,
    pub amount: Cents,
    pub due_from: NaiveDate,
}

impl EngineCosts {
    /// As far as they rest on these items; none of them, and nothing is asked.
    pub fn only_of(mut self, items: &[usize]) -> EngineCosts {
        self.items.retain(|item| items.contains(item));
        self.apart.retain(|(item, _)| items.contains(item));
        if self.items.is_empty() {
            self.amount = Cents::ZERO;
        }
        self
    }

    /// The one item they rest on, when it is one.
    fn only(&self) -> Option<usize> {
        match (self.items.as_slice(), self.apart.as_slice()) {
            ([only], []) => Some(*only),
            _ => None,
        }
    }

    /// Whether money for an item goes to these costs on a day, once they are due.
    fn goes_with(&self, item: usize, day: NaiveDate) -> bool {
        let mut apart = self.apart.iter();
        self.items.contains(&item) && !apart.any(|(apart, after)| *apart == item && *after < day)
    }
}

/// What is to be reckoned.
#[derive(Clone, Debug)]
pub(crate) struct EngineCase {
    pub through: NaiveDate,
    pub terms: InterestTerms,
    pub items: Vec<EngineItem>,
    pub costs: Vec<EngineCosts>,
}

/// What came of one invoice.
#[derive(Clone, Debug)]
pub(crate) struct EngineOutcome {
    pub item: usize,
    pub principal_open: Cents,
    pub interest_total: Cents,
    pub interest_open: Cents,
    /// Filled in by [`crate::settle`].
    pub interest_waived: Cents,
    pub lines: Vec<CalcLine>,
}

/// What came of all.
#[derive(Clone, Debug, Default)]
pub(crate) struct EngineAnswer {
    pub items: Vec<EngineOutcome>,
    /// What is open of each of the costs, in the order given.
    pub costs_open: Vec<Cents>,
    /// How receipts were imputed, with the item each was for.
    pub payments: Vec<(usize, ImputedPayment)>,
    /// What no invoice could take.
    pub surplus: Cents,
    pub per_day: Cents,
    pub warnings: Vec<Warning>,
    /// Why interest is missing.
    pub interest_unknown: Option<String>,
}

/// Reckons; where the law engine refuses (no rate so early), once more without interest.
pub(crate) fn reckon(mut case: EngineCase, rates: &RateTable) -> EngineAnswer {
    match attempt(&case, rates) {
        Ok(answer) => answer,
        Err(refusal) => {
            for item in &mut case.items {
                item.interest_from = None;
            }
            let mut answer = attempt(&case, rates).unwrap_or_default();
            answer.interest_unknown = Some(refusal.code().to_owned());
            answer
        }
    }
}

fn attempt(case: &EngineCase, rates: &RateTable) -> Result<EngineAnswer, LawError> {
    let mut receipts = receipts_in_order(case);
    let surplus = leave_out_surplus(case, &mut receipts, rates)?;
    let statement = claim(&law_case(case, &receipts, |_| true), rates)?;
    let payments = imputed(&receipts, &statement);
    let costs_open = costs_open(case, &statement, &payments);
    let items = case
        .items
        .iter()
        .zip(&statement.claims)
        .map(|(item, result)| EngineOutcome {
            item: item.item,
            principal_open: result.principal_open,
            interest_total: result.interest_total,
            interest_open: result.interest_open,
            interest_waived: Cents::ZERO,
            lines: result.lines.iter().map(interest_line).collect(),
        })
        .collect();
    Ok(EngineAnswer {
        items,
        costs_open,
        payments: worth_telling(payments, case),
        surplus,
        per_day: statement.per_day,
        warnings: statement.warnings,
        interest_unknown: None,
    })
}

/// A receipt with the item it is for, and what is left of it to impute.
struct Incoming {
    item: usize,
    receipt: Receipt,
    date: NaiveDate,
    amount: Cents,
}

fn receipts_in_order(case: &EngineCase) -> Vec<Incoming> {
    let mut incoming: Vec<Incoming> = case
        .items
        .iter()
        .flat_map(|item| {
            item.receipts.iter().map(|receipt| Incoming {
                item: item.item,
                receipt: *receipt,
                date: receipt.date.min(case.through),
                amount: receipt.amount,
            })
        })
        .collect();
    incoming.sort_by_key(|incoming| (incoming.date, incoming.receipt.payment, incoming.item));
    incoming
}

fn law_case(case: &EngineCase, receipts: &[Incoming], wanted: impl Fn(usize) -> bool) -> ClaimCase {
    let id = |item: usize| item.to_string();
    let groups = groups(case);
    let claims = case
        .items
        .iter()
        .filter(|item| wanted(item.item))
        .map(|item| ClaimItem {
            id: id(item.item),
            basis: case.terms.basis,
            principal: item.principal,
            interest_from: item.interest_from,
            due_from: item.due.and_then(|due| due.succ_opt()),
            interest_asked_from: item.asked_from,
        })
        .collect();
    let costs = case
        .costs
        .iter()
        .filter(|costs| costs.items.iter().any(|item| wanted(*item)))
        .map(|costs| CostsItem {
            claim: costs.only().map(id),
            amount: costs.amount,
            due_from: costs.due_from,
            over: costs
                .only()
                .is_none()
                .then(|| costs.items.iter().map(|item| id(*item)).collect()),
            apart: costs
                .apart
                .iter()
                .map(|(item, after)| Apart {
                    claim: id(*item),
                    after: *after,
                })
                .collect(),
        })
        .collect();
    let payments = receipts
        .iter()
        .filter(|incoming| wanted(incoming.item))
        .map(|incoming| PaymentItem {
            date: incoming.date,
            amount: incoming.amount,
            designated: designated(&groups, incoming.item)
                .into_iter()
                .map(id)
                .collect(),
        })
        .collect();
    ClaimCase {
        date: case.through,
        day_count: case.terms.day_count,
        payment_day: PaymentDay::Included,
        split: SplitAt::OwnPayments,
        claims,
        costs,
        payments,
    }
}

/// The invoice a receipt is for, then those that share costs with it, so that nothing spills
/// further.
fn designated(groups: &[Vec<usize>], item: usize) -> Vec<usize> {
    let group = groups.iter().find(|group| group.contains(&item));
    let others = group
        .into_iter()
        .flatten()
        .copied()
        .filter(|other| *other != item);
    std::iter::once(item).chain(others).collect()
}

/// Lowers receipts by what their own invoice, and those that share costs with it, cannot take.
fn leave_out_surplus(
    case: &EngineCase,
    receipts: &mut [Incoming],
    rates: &RateTable,
) -> Result<Cents, LawError> {
    let mut surplus = Cents::ZERO;
    for group in groups(case) {
        let within = |item: usize| group.contains(&item);
        let principal: Cents = case
            .items
            .iter()
            .filter(|item| within(item.item))
            .map(|item| item.principal)
            .sum();
        let received: Cents = receipts
            .iter()
            .filter(|incoming| within(incoming.item))
            .map(|incoming| incoming.amount)
            .sum();
        if received <= principal {
            continue;
        }
        let statement = claim(&law_case(case, receipts, within), rates)?;
        let own = receipts
            .iter_mut()
            .filter(|incoming| group.contains(&incoming.item));
        for (incoming, result) in own.zip(&statement.payments) {
            incoming.amount -= result.unallocated;
            surplus += result.unallocated;
        }
    }
    Ok(surplus)
}

/// Items that share costs, directly or through others.
fn groups(case: &EngineCase) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = case.items.iter().map(|item| vec![item.item]).collect();
    for costs in &case.costs {
        let (mut joined, apart): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|group| group.iter().any(|item| costs.items.contains(item)));
        groups = apart;
        if !joined.is_empty() {
            groups.push(sorted(joined.drain(..).flatten().collect()));
        }
    }
    groups
}

fn sorted(mut items: Vec<usize>) -> Vec<usize> {
    items.sort_unstable();
    items
}

fn imputed(receipts: &[Incoming], statement: &ClaimStatement) -> Vec<(usize, ImputedPayment)> {
    receipts
        .iter()
        .zip(&statement.payments)
        .map(|(incoming, result)| {
            let mut payment = ImputedPayment {
                payment: incoming.receipt.payment,
                date: incoming.receipt.date,
                amount: incoming.receipt.amount,
                costs: Cents::ZERO,
                interest: Cents::ZERO,
                principal: Cents::ZERO,
                rest: incoming.receipt.amount - incoming.amount,
            };
            for allocation in &result.allocations {
                payment.costs += allocation.costs;
                payment.interest += allocation.interest;
                payment.principal += allocation.principal;
            }
            (incoming.item, payment)
        })
        .collect()
}

/// Only payments that paid more than principal, or left a rest, need an explanation.
fn worth_telling(
    payments: Vec<(usize, ImputedPayment)>,
    case: &EngineCase,
) -> Vec<(usize, ImputedPayment)> {
    let asked = |item: usize, date: NaiveDate| {
        case.items
            .iter()
            .any(|known| known.item == item && known.asked_from.is_some_and(|from| from <= date))
            || case
                .costs
                .iter()
                .any(|costs| costs.goes_with(item, date) && costs.due_from <= date)
    };
    payments
        .into_iter()
        .filter(|(item, payment)| asked(*item, payment.date) || payment.rest.is_positive())
        .collect()
}

/// Joint costs are one sum in the answer; payments tell which of them were paid.
fn costs_open(
    case: &EngineCase,
    statement: &ClaimStatement,
    payments: &[(usize, ImputedPayment)],
) -> Vec<Cents> {
    let mut open: Vec<Cents> = case
        .costs
        .iter()
        .map(|costs| {
            if costs.due_from <= case.through {
                costs.amount
            } else {
                Cents::ZERO
            }
        })
        .collect();
    let groups = groups(case);
    for (item, payment) in payments {
        let group = groups.iter().find(|group| group.contains(item));
        let shares = |costs: &EngineCosts| {
            group.is_some_and(|group| costs.items.iter().any(|item| group.contains(item)))
        };
        let day = payment.date.min(case.through);
        let mut left = payment.costs;
        for own in [true, false] {
            for (costs, open) in case.costs.iter().zip(open.iter_mut()) {
                if costs.goes_with(*item, day) == own && shares(costs) && costs.due_from <= day {
                    let paid = left.min(*open);
                    *open -= paid;
                    left -= paid;
                }
            }
        }
    }
    let stated: Cents = statement.joint_costs_open
        + statement
            .claims
            .iter()
            .map(|claim| claim.costs_open)
            .sum::<Cents>();
    debug_assert_eq!(
        open.iter().sum::<Cents>(),
        stated,
        "costs per letter must sum to the statement"
    );
    open
}

fn interest_line(period: &law::Period) -> CalcLine {
    CalcLine {
        kind: CalcLineKind::Interest,
        base: Some(period.base),
        percent: Some(period.percent.value()),
        per: Some(period.per),
        from: Some(period.from),
        through: Some(period.through),
        days: Some(period.days),
        amount: period.interest,
        rule: Some(period.rule),
    }
}
