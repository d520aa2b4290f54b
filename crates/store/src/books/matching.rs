//! What matching reads: per customer its accounts, its name and its open invoices.

use credit::{CustomerId, Invoice};
use law::Cents;
use serde::Serialize;

use super::account::{Accounts, nominally_open};
use crate::access::Reader;
use crate::error::{Result, StoreError};

/// An invoice with something left to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenInvoice {
    /// The invoice.
    pub invoice: Invoice,
    /// What is left of its principal by what was paid, allocated and written off.
    pub open: Cents,
}

/// A customer as matching sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatchCustomer {
    /// The customer.
    pub customer: CustomerId,
    /// The creditor's own number.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// The accounts it pays from.
    pub ibans: Vec<String>,
    /// Its invoices and credit notes that are not fully met.
    pub invoices: Vec<OpenInvoice>,
}

impl Reader<'_> {
    /// Hands out every customer with its open invoices, one at a time.
    pub fn for_each_match_customer<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(MatchCustomer) -> Result<(), E>,
    ) -> Result<(), E> {
        self.for_each_account(Accounts::All, |account| {
            let invoices = nominally_open(&account)
                .filter(|(_, open)| !open.is_zero())
                .map(|(invoice, open)| OpenInvoice {
                    invoice: invoice.clone(),
                    open,
                })
                .collect();
            each(MatchCustomer {
                customer: account.customer.id,
                number: account.customer.number,
                name: account.customer.name,
                ibans: account.customer.ibans,
                invoices,
            })
        })
    }
}
