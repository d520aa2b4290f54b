//! What is owed on a day, claim by claim and payment by payment; the parts sum to the total.

use chrono::NaiveDate;
use serde::Serialize;

use super::ClaimCase;
use super::order::Ledger;
use crate::{Cents, Period, Rule, Warning};

/// What is owed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimStatement {
    /// Each claim, in the order of the case.
    pub claims: Vec<ClaimResult>,
    /// Each payment through the day, by date; those of one day in the order of the case.
    pub payments: Vec<PaymentResult>,
    /// Joint costs due by the day, paid or not.
    pub joint_costs_total: Cents,
    /// Joint costs due by the day that are still open.
    pub joint_costs_open: Cents,
    /// Principal, interest and costs that are open, joint costs included. What a payment could
    /// not be allocated to is not taken off.
    pub total_open: Cents,
    /// The interest of the day after, over all claims, summed and then rounded to the cent.
    pub per_day: Cents,
    /// What cannot be vouched for.
    pub warnings: Vec<Warning>,
}

/// One claim on the day of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimResult {
    /// Its name in the case.
    pub id: String,
    /// The principal at the start.
    pub principal: Cents,
    /// The principal that is still open.
    pub principal_open: Cents,
    /// The interest that is still open.
    pub interest_open: Cents,
    /// The costs due by the day that are still open.
    pub costs_open: Cents,
    /// All interest, paid or not: the sum of the lines.
    pub interest_total: Cents,
    /// All costs due by the day, paid or not.
    pub costs_total: Cents,
    /// The interest, period by period.
    pub lines: Vec<Period>,
    /// What payments took off.
    pub received: Vec<Received>,
}

/// What one payment took off one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Received {
    /// The day of the payment.
    pub date: NaiveDate,
    /// Off the costs.
    pub costs: Cents,
    /// Off the interest.
    pub interest: Cents,
    /// Off the principal.
    pub principal: Cents,
}

/// Where one payment went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentResult {
    /// Its day.
    pub date: NaiveDate,
    /// Its amount: the sum of the allocations and what was not allocated.
    pub amount: Cents,
    /// Where it went, in the order it was spent.
    pub allocations: Vec<Allocation>,
    /// What was left when nothing was open any more.
    pub unallocated: Cents,
}

/// The part of a payment that went to one claim or to joint costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The claim; none for joint costs.
    pub claim: Option<String>,
    /// To costs.
    pub costs: Cents,
    /// To interest.
    pub interest: Cents,
    /// To principal.
    pub principal: Cents,
    /// Why it went there.
    pub rule: Rule,
}

/// Draws up the statement of a ledger that has run through the day.
pub(super) fn draw(
    ledger: Ledger<'_>,
    case: &ClaimCase,
    payments: Vec<PaymentResult>,
    per_day: Cents,
    warnings: Vec<Warning>,
) -> ClaimStatement {
    let date = case.date;
    let (joint_costs_total, joint_costs_open) = (ledger.joint_total(date), ledger.joint_open(date));
    let claims: Vec<ClaimResult> = ledger
        .accounts
        .into_iter()
        .map(|mut account| ClaimResult {
            id: account.item.id.clone(),
            principal: account.item.principal,
            principal_open: account.principal_open(),
            interest_open: account.interest_open(),
            costs_open: account.costs_open(date),
            interest_total: account.interest_total(),
            costs_total: account.costs_total(date),
            received: std::mem::take(&mut account.received),
            lines: account.into_periods(),
        })
        .collect();
    let open = |claim: &ClaimResult| claim.principal_open + claim.interest_open + claim.costs_open;
    let total_open = claims.iter().map(open).sum::<Cents>() + joint_costs_open;
    ClaimStatement {
        claims,
        payments,
        joint_costs_total,
        joint_costs_open,
        total_open,
        per_day,
        warnings,
    }
}
