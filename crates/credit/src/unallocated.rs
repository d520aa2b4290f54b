//! Money of a customer that is put to no invoice, part by part.

use chrono::NaiveDate;
use law::{Cents, RateTable};

use crate::settle::settle;
use crate::{Account, Books, InvoiceId, PaymentId};

/// Why money is put to no invoice; the parts of it sum to what [`crate::customer_day`] calls
/// unallocated, as long as that is not negative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unallocated {
    /// What payments leave that nobody put anywhere; what was paid back is negative.
    pub payments: Vec<(PaymentId, Cents)>,
    /// What was put to an invoice beyond what it owed.
    pub beyond: Vec<(InvoiceId, Cents)>,
    /// What was left when principal, interest and costs were all paid.
    pub after_costs: Cents,
    /// What went back that was on no invoice any more; negative or zero.
    pub gone_back: Cents,
}

impl Unallocated {
    /// All of it together.
    pub fn total(&self) -> Cents {
        let payments: Cents = self.payments.iter().map(|(_, amount)| *amount).sum();
        let beyond: Cents = self.beyond.iter().map(|(_, amount)| *amount).sum();
        payments + beyond + self.after_costs + self.gone_back
    }
}

/// The parts of a customer's unallocated money on a day.
pub fn unallocated(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
) -> Unallocated {
    let settled = settle(account, books, rates, today);
    let (items, after_costs) = settled.taken_over.unwrap_or_default();
    let payments = account
        .payments
        .iter()
        .map(|payment| (payment.id, payment.unallocated()))
        .filter(|(_, amount)| !amount.is_zero())
        .collect();
    let beyond = settled
        .ledger
        .items
        .iter()
        .enumerate()
        .filter(|(index, _)| !items.contains(index))
        .map(|(_, item)| {
            let received: Cents = item.receipts.iter().map(|receipt| receipt.amount).sum();
            (item.invoice.id, received - item.base())
        })
        .filter(|(_, amount)| amount.is_positive())
        .collect();
    Unallocated {
        payments,
        beyond,
        after_costs,
        gone_back: settled.ledger.gone_back,
    }
}
