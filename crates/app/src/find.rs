//! Finds the customer, invoice, letter or fact that a request names.

use std::collections::HashSet;

use credit::{Customer, CustomerId, FactId, Invoice, InvoiceId, LetterId};
use store::{CustomerKey, Reader, StoreError};

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};

/// The customer by Standvast's number (`K-17`) or the creditor's own.
///
/// # Errors
/// `unknown_customer`, `ambiguous_customer`.
pub(crate) fn customer(reader: &Reader<'_>, text: &str) -> AppResult<Customer> {
    let text = text.trim();
    let unknown = || AppError::new(Code::UnknownCustomer).with("customer", text);
    // The creditor's own number goes first when somebody numbers his customers `K-17` himself.
    let own = reader.customers_by(&CustomerKey::Number(text))?;
    match own.as_slice() {
        [only] => return Ok(reader.customer(*only)?),
        [] => {}
        several => {
            let choices: Vec<String> = several.iter().map(CustomerId::to_string).collect();
            return Err(AppError::new(Code::AmbiguousCustomer)
                .with("customer", text)
                .with("choices", choices.join(", ")));
        }
    }
    let id = reader.find_customer(text)?.ok_or_else(unknown)?;
    Ok(reader.customer(reader.is_same(id)?)?)
}

/// How the window names an invoice: nothing printed looks like this, so it is never taken for a number.
const BY_ID: &str = "id:";

/// The name under which every command knows an invoice, whatever its printed number.
pub(crate) fn invoice_id(id: InvoiceId) -> String {
    format!("{BY_ID}{}", id.0)
}

/// The invoice by its printed number, `number@customer` where that is not unique, or the name that
/// [`invoice_id`] gives.
///
/// # Errors
/// `unknown_invoice`, `ambiguous_invoice`, `unknown_customer`.
pub(crate) fn invoice(reader: &Reader<'_>, text: &str) -> AppResult<Invoice> {
    let text = text.trim();
    let unknown = || AppError::new(Code::UnknownInvoice).with("invoice", text);
    if let Some(id) = text.strip_prefix(BY_ID) {
        let id = id.parse().map(InvoiceId).map_err(|_| unknown())?;
        return match reader.invoice(id) {
            Err(StoreError::NotFound { .. }) => Err(unknown()),
            found => Ok(found?),
        };
    }
    let mut found = reader.invoices_numbered(text)?;
    if found.is_empty() {
        let (number, whose) = text.rsplit_once('@').ok_or_else(unknown)?;
        let whose = customer(reader, whose)?;
        return reader.invoice_of(whose.id, number)?.ok_or_else(unknown);
    }
    if found.len() > 1 {
        let choices: Vec<String> = found
            .iter()
            .map(|invoice| format!("{}@{}", invoice.number, invoice.customer))
            .collect();
        return Err(AppError::new(Code::AmbiguousInvoice)
            .with("invoice", text)
            .with("choices", choices.join(", ")));
    }
    found.pop().ok_or_else(unknown)
}

/// The printed numbers of invoices, with the customer where a number alone is not unique.
#[derive(Debug, Default)]
pub(crate) struct InvoiceNames(HashSet<String>);

impl InvoiceNames {
    /// Reads which numbers are not unique.
    ///
    /// # Errors
    /// What the store gives.
    pub(crate) fn read(reader: &Reader<'_>) -> AppResult<InvoiceNames> {
        Ok(InvoiceNames(reader.shared_numbers()?))
    }

    /// `2026-0012`, or `2026-0012@K-17`.
    pub(crate) fn name(&self, number: &str, customer: CustomerId) -> String {
        if self.0.contains(number) {
            format!("{number}@{customer}")
        } else {
            number.to_string()
        }
    }
}

/// A letter's id.
///
/// # Errors
/// `unknown_letter`.
pub(crate) fn letter(text: &str) -> AppResult<LetterId> {
    text.trim()
        .parse()
        .map_err(|_| AppError::new(Code::UnknownLetter).with("letter", text))
}

/// A fact's id.
///
/// # Errors
/// `unknown_fact`.
pub(crate) fn fact(text: &str) -> AppResult<FactId> {
    text.trim()
        .parse()
        .map_err(|_| AppError::new(Code::UnknownFact).with("id", text))
}
