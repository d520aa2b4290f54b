//! What is open of each invoice before a list is booked, counted as lists count: every payment is
//! on its invoice, whatever the law puts it to.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use credit::{CustomerId, Invoice, InvoiceId};
use law::Cents;
use store::Reader;

use crate::error::AppResult;

/// What is open of the invoices of the customers of one file.
#[derive(Debug, Default)]
pub(crate) struct StillOpen {
    customers: HashMap<CustomerId, HashMap<InvoiceId, Cents>>,
}

impl StillOpen {
    /// What is open of an invoice, never less than nothing.
    pub(crate) fn of(&mut self, reader: &Reader<'_>, invoice: &Invoice) -> AppResult<Cents> {
        let known = match self.customers.entry(invoice.customer) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(open_invoices(reader, invoice.customer)?),
        };
        // One that this very file added: nothing else is on it yet.
        let new = || invoice.amount - invoice.paid_before;
        let open = known.get(&invoice.id).copied().unwrap_or_else(new);
        Ok(open.max(Cents::ZERO))
    }

    /// Notes that the list lowered an invoice: the next row may be of the same one.
    pub(crate) fn lowered(&mut self, invoice: &Invoice, open: Cents) {
        let known = self.customers.entry(invoice.customer).or_default();
        known.insert(invoice.id, open);
    }
}

fn open_invoices(
    reader: &Reader<'_>,
    customer: CustomerId,
) -> AppResult<HashMap<InvoiceId, Cents>> {
    let invoices = reader.invoices_of(customer)?;
    let mut open: HashMap<InvoiceId, Cents> = invoices
        .iter()
        .map(|invoice| (invoice.id, invoice.amount - invoice.paid_before))
        .collect();
    let mut less = |invoice: InvoiceId, amount: Cents| {
        if let Some(open) = open.get_mut(&invoice) {
            *open -= amount;
        }
    };
    for write_off in reader.write_offs_of(customer)? {
        less(write_off.invoice, write_off.amount);
    }
    for payment in reader.payments_of(customer)? {
        for part in &payment.allocations {
            less(part.invoice, part.amount);
        }
    }
    // A whole account takes longer to read, and few customers have a credit note.
    if invoices
        .iter()
        .any(|invoice| invoice.credited_numbers().next().is_some())
    {
        for set_off in credit::set_offs(&reader.account(customer)?) {
            less(set_off.invoice, set_off.amount);
        }
    }
    Ok(open)
}
