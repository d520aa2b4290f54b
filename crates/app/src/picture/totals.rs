//! The figures over everybody: what is open, how old it is, the cards, the cash to expect.

use credit::{Ageing, ExpectedCash, ExpectedItem, Forecast};
use law::Cents;

use super::work::{WorkItem, cards};
use super::{CustomerFilter, CustomerPicture, InvoiceFilter, InvoicePicture, Picture};

/// What all customers are together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) ageing: Ageing,
    pub(crate) open: Cents,
    pub(crate) overdue: Cents,
    pub(crate) unallocated: Cents,
    /// What today's green and amber letters ask together.
    pub(crate) moving: Cents,
    /// Customers with something open.
    pub(crate) customers: u32,
    pub(crate) invoices: u32,
    pub(crate) work: Vec<WorkItem>,
    pub(crate) expected: ExpectedCash,
    pub(crate) waiting_letters: u32,
    pub(crate) unconfirmed_letters: u32,
}

impl Totals {
    /// The totals of a picture.
    pub(crate) fn of(picture: &Picture) -> Totals {
        let customers = || picture.customers.iter().map(AsRef::as_ref);
        let mut ageing = Ageing::default();
        let mut totals = Totals {
            ageing,
            open: Cents::ZERO,
            overdue: Cents::ZERO,
            unallocated: Cents::ZERO,
            moving: Cents::ZERO,
            customers: 0,
            invoices: 0,
            work: cards(customers(), picture.waiting),
            expected: expected(picture),
            waiting_letters: 0,
            unconfirmed_letters: 0,
        };
        for customer in customers() {
            ageing.merge(&customer.ageing);
            totals.unallocated += customer.unallocated;
            totals.moving += customer.moving;
            totals.customers += u32::from(customer.is(CustomerFilter::Open));
            totals.invoices += u32::try_from(customer.invoices.len()).unwrap_or(u32::MAX);
            totals.waiting_letters += customer.waiting_letters;
            totals.unconfirmed_letters += customer.unconfirmed_letters;
        }
        totals.ageing = ageing;
        totals.open = ageing.open();
        totals.overdue = ageing.overdue();
        totals
    }
}

fn expected(picture: &Picture) -> ExpectedCash {
    let all = picture.customers.iter().flat_map(|customer| &customer.year);
    let median = credit::median(all.copied().collect());
    let mut forecast = Forecast::new(picture.date, median);
    for customer in &picture.customers {
        forecast.add(
            customer.habit.median_days_late,
            customer.expected.iter().copied(),
        );
    }
    forecast.finish()
}

/// An invoice as the expectation takes it.
pub(crate) fn expected_item(customer: &CustomerPicture, invoice: &InvoicePicture) -> ExpectedItem {
    ExpectedItem {
        due: invoice.due,
        open: invoice.open,
        disputed: invoice.disputed,
        uncertain: customer.is(CustomerFilter::Insolvent)
            || invoice.is(InvoiceFilter::Held)
            || invoice.is(InvoiceFilter::HandedOver),
    }
}
