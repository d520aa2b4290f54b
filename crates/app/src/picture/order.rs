//! The orders in which invoices are listed, each made when it is first asked and kept with the
//! picture: a list of hundreds of thousands of rows is then turned page by page without sorting.
//!
//! Invoices are numbered in the order in which customers hold them. What matches is marked in that
//! order, where memory is read straight on; a page then only looks at marks.

use std::sync::OnceLock;

use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CustomerPicture, InvoicePicture, Picture, natural, natural_into};

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

/// Invoices in one order; those without a value to sort by come last, either way round.
#[derive(Debug, Default)]
struct Order {
    places: Vec<u32>,
    known: usize,
}

/// The orders that were asked so far, and where each customer's invoices begin.
#[derive(Debug, Default)]
pub(super) struct Orders {
    asked: [OnceLock<Order>; 7],
    begins: OnceLock<Vec<u32>>,
}

/// What matches: a mark for each invoice, and what they are together.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    marks: Vec<bool>,
    /// How many.
    pub(crate) total: u32,
    /// What they were for together.
    pub(crate) amount: Cents,
    /// What is open of them together.
    pub(crate) open: Cents,
}

impl Picture {
    /// Marks the invoices that are wanted: `of_customer` says what there is to know of a customer, or
    /// that none of its invoices is.
    pub(crate) fn mark<'p, C>(
        &'p self,
        of_customer: impl Fn(&'p CustomerPicture) -> Option<C>,
        wanted: impl Fn(&C, &InvoicePicture) -> bool,
    ) -> Marked {
        let mut marked = Marked::default();
        for customer in &self.customers {
            let known = of_customer(customer);
            for invoice in &customer.invoices {
                let found = known.as_ref().is_some_and(|known| wanted(known, invoice));
                marked.marks.push(found);
                if found {
                    marked.total += 1;
                    marked.amount += invoice.amount;
                    marked.open += invoice.open;
                }
            }
        }
        marked
    }

    /// One page of what was marked, in an order.
    pub(crate) fn page_of(
        &self,
        marked: &Marked,
        sort: InvoiceSort,
        descending: bool,
        (offset, limit): (usize, usize),
    ) -> Vec<(&CustomerPicture, &InvoicePicture)> {
        let order = self.orders.asked[sort as usize].get_or_init(|| self.order(sort));
        let (known, unknown) = order.places.split_at(order.known.min(order.places.len()));
        let is_marked = |place: &&u32| marked.marks.get(**place as usize) == Some(&true);
        let take = |places: &mut dyn Iterator<Item = &u32>| -> Vec<u32> {
            places
                .filter(is_marked)
                .skip(offset)
                .take(limit)
                .copied()
                .collect()
        };
        let places = if descending {
            take(&mut known.iter().rev().chain(unknown))
        } else {
            take(&mut known.iter().chain(unknown))
        };
        places
            .into_iter()
            .filter_map(|place| self.at(place))
            .collect()
    }

    fn begins(&self) -> &[u32] {
        self.orders.begins.get_or_init(|| {
            let mut next = 0;
            self.customers
                .iter()
                .map(|customer| {
                    let begin = next;
                    next += u32::try_from(customer.invoices.len()).unwrap_or(0);
                    begin
                })
                .collect()
        })
    }

    /// The invoice of that number, with its customer.
    fn at(&self, place: u32) -> Option<(&CustomerPicture, &InvoicePicture)> {
        let begins = self.begins();
        // Of customers without invoices several begin at one place: the last of them has it.
        let whose = begins
            .partition_point(|begin| *begin <= place)
            .checked_sub(1)?;
        let customer = self.customers.get(whose)?;
        let within = place - begins.get(whose)?;
        Some((customer, customer.invoices.get(within as usize)?))
    }

    fn order(&self, sort: InvoiceSort) -> Order {
        match sort {
            InvoiceSort::Number => self.by_number(),
            InvoiceSort::Customer => self.by_customer(),
            InvoiceSort::Date => self.sorted(|invoice| Some(invoice.date)),
            InvoiceSort::Due => self.sorted(|invoice| invoice.due),
            InvoiceSort::Amount => self.sorted(|invoice| Some(invoice.amount)),
            InvoiceSort::Open => self.sorted(|invoice| Some(invoice.open)),
            InvoiceSort::DaysLate => self.sorted(|invoice| invoice.days_late(self.date)),
        }
    }

    fn sorted<K: Ord>(&self, key: impl Fn(&InvoicePicture) -> Option<K>) -> Order {
        let mut known: Vec<(K, u32)> = Vec::new();
        let mut unknown: Vec<u32> = Vec::new();
        let invoices = self
            .customers
            .iter()
            .flat_map(|customer| &customer.invoices);
        for (place, invoice) in (0_u32..).zip(invoices) {
            match key(invoice) {
                Some(key) => known.push((key, place)),
                None => unknown.push(place),
            }
        }
        known.sort_unstable();
        let mut places: Vec<u32> = known.into_iter().map(|(_, place)| place).collect();
        let count = places.len();
        places.append(&mut unknown);
        Order {
            places,
            known: count,
        }
    }

    /// By number: sixteen bytes of its key tell nearly all apart, and compare as one number.
    fn by_number(&self) -> Order {
        let mut key = String::new();
        let invoices = self
            .customers
            .iter()
            .flat_map(|customer| &customer.invoices);
        let mut keyed: Vec<(u128, u32)> = invoices
            .map(|invoice| {
                natural_into(&invoice.number, &mut key);
                begin_of(&key)
            })
            .zip(0_u32..)
            .collect();
        keyed.sort_unstable();
        for same in keyed.chunk_by_mut(|one, other| one.0 == other.0) {
            if same.len() > 1 {
                same.sort_by_cached_key(|(_, place)| {
                    let number = self.at(*place).map(|(_, invoice)| natural(&invoice.number));
                    (number, *place)
                });
            }
        }
        Order {
            known: keyed.len(),
            places: keyed.into_iter().map(|(_, place)| place).collect(),
        }
    }

    /// By the customer's name: customers are sorted, their invoices by number come with them.
    fn by_customer(&self) -> Order {
        let begins = self.begins();
        let mut customers: Vec<(&str, &CustomerPicture, u32)> = self
            .customers
            .iter()
            .zip(begins)
            .map(|(customer, begin)| (customer.folded.as_str(), customer.as_ref(), *begin))
            .collect();
        customers.sort_by_key(|(name, customer, _)| (*name, customer.id));
        let mut places = Vec::new();
        for (_, customer, begin) in customers {
            let mut own: Vec<(String, u32)> = customer
                .invoices
                .iter()
                .map(|invoice| natural(&invoice.number))
                .zip(begin..)
                .collect();
            own.sort_unstable();
            places.extend(own.into_iter().map(|(_, place)| place));
        }
        Order {
            known: places.len(),
            places,
        }
    }
}

/// The first sixteen bytes of a key, to compare as one number.
fn begin_of(key: &str) -> u128 {
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().zip(key.bytes()) {
        *place = byte;
    }
    u128::from_be_bytes(bytes)
}
