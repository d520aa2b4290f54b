//! Whether a promise to pay is running, kept or broken.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use crate::days::plus_bank_days;
use crate::{Account, Promise};

/// How a promise stands. It runs through its last day and the days money may be in transit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PromiseState {
    /// Not yet kept, still in time.
    Running,
    /// Enough came in since it was made.
    Kept,
    /// Time is over and too little came in.
    Broken,
}

/// What came in since a promise was made.
pub(crate) fn paid_since(account: &Account, promise: &Promise) -> Cents {
    account
        .payments
        .iter()
        .filter(|payment| payment.date >= promise.date)
        .map(|payment| payment.amount)
        .sum::<Cents>()
        .max(Cents::ZERO)
}

/// How a promise stands on a day, from payments since the day it was made.
pub fn promise_state(
    account: &Account,
    promise: &Promise,
    transit_days: u16,
    today: NaiveDate,
) -> PromiseState {
    if paid_since(account, promise) >= promise.amount {
        PromiseState::Kept
    } else if today <= plus_bank_days(promise.by, transit_days) {
        PromiseState::Running
    } else {
        PromiseState::Broken
    }
}
