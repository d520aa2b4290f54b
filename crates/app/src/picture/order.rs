//! The orders in which invoices are listed, each made when it is first asked and kept with the
//! picture: a list of a hundred thousand rows is then turned page by page without sorting again.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CustomerPicture, InvoicePicture, Picture, natural};

/// By what invoices are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceSort {
    /// By number, as people read it.
    #[default]
    Number,
    /// By the customer's name.
    Customer,
    /// By date.
    Date,
    /// By due date.
    Due,
    /// By amount.
    Amount,
    /// By what is open.
    Open,
    /// By days late.
    DaysLate,
}

/// Where an invoice stands: its customer's place, and its place with the customer.
type Place = (u32, u32);

/// Places in one order; those without a value to sort by come last, either way round.
#[derive(Debug, Default)]
struct Order {
    places: Vec<Place>,
    known: usize,
}

/// The orders that were asked so far.
#[derive(Debug, Default)]
pub(super) struct Orders([OnceLock<Order>; 7]);

impl Picture {
    /// All invoices in an order.
    pub(crate) fn invoices_by(
        &self,
        sort: InvoiceSort,
        descending: bool,
    ) -> Box<dyn Iterator<Item = (&CustomerPicture, &InvoicePicture)> + '_> {
        let order = self.orders.0[sort as usize].get_or_init(|| self.order(sort));
        let (known, unknown) = order.places.split_at(order.known.min(order.places.len()));
        let at = |place: &Place| {
            let customer = self.customers.get(place.0 as usize)?;
            let invoice = customer.invoices.get(place.1 as usize)?;
            Some((customer.as_ref(), invoice))
        };
        if descending {
            Box::new(known.iter().rev().chain(unknown).filter_map(at))
        } else {
            Box::new(known.iter().chain(unknown).filter_map(at))
        }
    }

    fn order(&self, sort: InvoiceSort) -> Order {
        match sort {
            InvoiceSort::Number => self.sorted(|_, invoice| Some(natural(&invoice.number))),
            InvoiceSort::Customer => self.sorted(|customer, _| Some(customer.folded.as_str())),
            InvoiceSort::Date => self.sorted(|_, invoice| Some(invoice.date)),
            InvoiceSort::Due => self.sorted(|_, invoice| invoice.due),
            InvoiceSort::Amount => self.sorted(|_, invoice| Some(invoice.amount)),
            InvoiceSort::Open => self.sorted(|_, invoice| Some(invoice.open)),
            InvoiceSort::DaysLate => self.sorted(|_, invoice| invoice.days_late(self.date)),
        }
    }

    fn sorted<'p, K: Ord>(
        &'p self,
        key: impl Fn(&'p CustomerPicture, &'p InvoicePicture) -> Option<K>,
    ) -> Order {
        let mut known: Vec<(K, Place)> = Vec::new();
        let mut unknown: Vec<Place> = Vec::new();
        for (place, customer) in (0_u32..).zip(&self.customers) {
            for (within, invoice) in (0_u32..).zip(&customer.invoices) {
                match key(customer, invoice) {
                    Some(key) => known.push((key, (place, within))),
                    None => unknown.push((place, within)),
                }
            }
        }
        known.sort_unstable();
        let mut places: Vec<Place> = known.into_iter().map(|(_, place)| place).collect();
        let count = places.len();
        places.append(&mut unknown);
        Order {
            places,
            known: count,
        }
    }
}
