//! What is owed on a day: claims, costs and payments together, by articles 6:43 and 6:44 BW.
//!
//! Payments are taken day by day, and within a day in the order of the case. Each payment goes
//! first to the claims the debtor designated, in that order; what is left, and any payment
//! without designation, goes to what is due that day, the most onerous first (the yearly rate of
//! that day), then the oldest first interest day, then in proportion to open principal. Only when
//! all that is due is paid, the rest goes to claims that are not due yet, in the same order.
//! Within a claim: costs that are due, interest that has accrued (the oldest first), principal.
//!
//! Decisions:
//! - A claim is due from [`ClaimItem::due_from`], and without that from its first interest day:
//!   on its last day to pay the debtor still has the whole day, and it comes behind claims that
//!   are late already.
//! - Joint costs of one staffel come before each claim they were computed over; without
//!   [`CostsItem::over`] that is every claim. A claim that went [`CostsItem::apart`] pays them with
//!   what came in through that day; later money designated to it passes them by, and reaches them
//!   only with what it leaves.
//! - Credits get nothing from payments. They bear negative interest and lower the total.
//! - A payment below zero is refused; one after the day of the statement is left out with a
//!   warning; one of zero changes nothing.

mod account;
mod case;
mod order;
mod statement;

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use case::{Apart, ClaimCase, ClaimItem, CostsItem, PaymentDay, PaymentItem, SplitAt};
pub use statement::{Allocation, ClaimResult, ClaimStatement, PaymentResult, Received};

use crate::accrual::check_date;
use crate::{Cents, LawError, RateTable, Warning};
use account::{Account, JointCosts};
use order::Ledger;

/// The statement of a case on its day.
///
/// Interest runs through `case.date`, that day included. Refused where the rates begin too late,
/// where a name is unknown or used twice, and where a payment or costs are negative.
pub fn claim(case: &ClaimCase, rates: &RateTable) -> Result<ClaimStatement, LawError> {
    check_date(case.date)?;
    let mut ledger = open_ledger(case, rates)?;
    let mut warnings = Vec::new();
    let mut payments = Vec::new();
    let mut in_order: Vec<&PaymentItem> = case.payments.iter().collect();
    in_order.sort_by_key(|payment| payment.date);
    for payment in in_order {
        let (date, amount) = (payment.date, payment.amount);
        if date > case.date {
            warnings.push(Warning::PaymentAfterDate { date, amount });
        } else {
            payments.push(ledger.take_payment(payment, case)?);
        }
    }
    let per_day = close(&mut ledger, case, &mut warnings)?;
    Ok(statement::draw(ledger, case, payments, per_day, warnings))
}

fn open_ledger<'a>(case: &'a ClaimCase, rates: &'a RateTable) -> Result<Ledger<'a>, LawError> {
    let mut by_id = HashMap::with_capacity(case.claims.len());
    let mut accounts = Vec::with_capacity(case.claims.len());
    for (index, item) in case.claims.iter().enumerate() {
        if by_id.insert(item.id.as_str(), index).is_some() {
            return Err(LawError::ClaimTwice {
                id: item.id.clone(),
            });
        }
        accounts.push(Account::open(item, case.day_count, rates)?);
    }
    let mut ledger = Ledger {
        accounts,
        joint: Vec::new(),
        by_id,
    };
    for costs in &case.costs {
        enter_costs(&mut ledger, costs)?;
    }
    for payment in &case.payments {
        check_date(payment.date)?;
        if payment.amount.is_negative() {
            let (date, amount) = (payment.date, payment.amount);
            return Err(LawError::PaymentNegative { date, amount });
        }
        payment
            .designated
            .iter()
            .try_for_each(|id| ledger.index(id).map(drop))?;
    }
    Ok(ledger)
}

fn enter_costs(ledger: &mut Ledger<'_>, costs: &CostsItem) -> Result<(), LawError> {
    check_date(costs.due_from)?;
    if costs.amount.is_negative() {
        return Err(LawError::CostsNegative {
            amount: costs.amount,
        });
    }
    let over = costs.over.iter().flatten().map(|id| ledger.index(id));
    let over = over.collect::<Result<Vec<usize>, LawError>>()?;
    let apart = costs.apart.iter();
    let apart = apart.map(|apart| Ok((ledger.index(&apart.claim)?, apart.after)));
    let apart = apart.collect::<Result<Vec<(usize, NaiveDate)>, LawError>>()?;
    match &costs.claim {
        Some(id) => {
            let index = ledger.index(id)?;
            if let Some(account) = ledger.accounts.get_mut(index) {
                account.add_costs(costs.due_from, costs.amount);
            }
        }
        None => ledger.joint.push(JointCosts {
            due_from: costs.due_from,
            amount: costs.amount,
            open: costs.amount,
            over: costs.over.is_some().then_some(over),
            apart,
        }),
    }
    Ok(())
}

/// Runs all interest through the day of the statement; gives the interest of the day after.
fn close(
    ledger: &mut Ledger<'_>,
    case: &ClaimCase,
    warnings: &mut Vec<Warning>,
) -> Result<Cents, LawError> {
    let tomorrow = case
        .date
        .succ_opt()
        .ok_or(LawError::DateOutOfRange { date: case.date })?;
    let mut per_day = Decimal::ZERO;
    for account in &mut ledger.accounts {
        account.run_through(case.date)?;
        let exact = account.exact_on(tomorrow)?;
        let mut doubts = account.doubts();
        if !exact.is_zero() {
            doubts.extend(account.doubts_about(tomorrow));
        }
        for doubt in doubts {
            if !warnings.contains(&doubt) {
                warnings.push(doubt);
            }
        }
        per_day = per_day.checked_add(exact).ok_or(LawError::AmountTooLarge)?;
    }
    Ok(Cents::round(per_day))
}
