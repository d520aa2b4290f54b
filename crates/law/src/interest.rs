//! Interest over one amount without payments, in periods that sum to it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::accrual::Accrual;
use crate::{Cents, InterestTerms, LawError, Per, Percent, RateTable, Rule, Warning};

/// One period: the same percentage over the same base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub through: NaiveDate,
    /// The days, both ends included.
    pub days: i64,
    /// The percentage.
    pub percent: Percent,
    /// Whether the percentage is per year or per month.
    pub per: Per,
    /// What bears the interest: open principal and what interest has joined it. With monthly
    /// steps the exact base is not rounded; this is it to the cent.
    pub base: Cents,
    /// The interest, rounded to the cent, half away from zero.
    pub interest: Cents,
    /// The rule it rests on.
    pub rule: Rule,
}

/// Interest over an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// The sum of the periods.
    pub interest: Cents,
    /// What was summed.
    pub periods: Vec<Period>,
    /// What cannot be vouched for.
    pub warnings: Vec<Warning>,
}

/// Interest over `principal` from the first through the last interest day, both included.
///
/// A new period starts at a change of rate and on each anniversary of `from`; each period is
/// rounded to the cent, then added. `through` before `from` gives nothing. A credit (a negative
/// principal) bears negative interest. Refused where the rates begin later than `from`.
pub fn interest(
    terms: &InterestTerms,
    principal: Cents,
    from: NaiveDate,
    through: NaiveDate,
    rates: &RateTable,
) -> Result<Interest, LawError> {
    let mut accrual = Accrual::new(terms, principal, from, rates)?;
    accrual.run_through(through)?;
    Ok(Interest {
        interest: accrual.accrued(),
        warnings: accrual.doubts(),
        periods: accrual.into_periods(),
    })
}
