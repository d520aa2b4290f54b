//! The list of today: what is open, how old it is, and what to do, most euros first.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use crate::ageing::Ageing;
use crate::proposal::Proposal;

/// What to do today over all customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// The day.
    pub date: NaiveDate,
    /// Through which day bank data is known.
    pub bank_through: Option<NaiveDate>,
    /// Open principal, open credits negative; the sum of all buckets.
    pub open: Cents,
    /// The part of it whose due date has passed.
    pub overdue: Cents,
    /// Money of customers that was put to no invoice, positive.
    pub unallocated: Cents,
    /// Open amounts by days late.
    pub ageing: Ageing,
    /// Number of customers with something open.
    pub customers: u32,
    /// What to do, most euros first.
    pub proposals: Vec<Proposal>,
}
