//! The whole administration on one day, derived from the facts and kept in memory while it is open:
//! what every list, search and card is read from.
//!
//! A cache and no more: facts are stored, this follows from them. It is built once for a day; after
//! that the facts that came since say which customers to derive again. What every customer depends
//! on (a setting, a rate, an import, a merge) has all of it derived again.

mod customer;
mod flags;
mod invoice;
mod next;
mod order;
mod search;
#[cfg(test)]
mod tests;
mod totals;
mod work;

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use credit::{Books, CustomerId, FactId, InvoiceId, PriorReach};
use law::{Cents, RateTable};
use store::{Accounts, MailTrouble, Missing, Reader, StoreError};

use crate::error::AppResult;

pub(crate) use customer::{CustomerPicture, Rules};
pub(crate) use flags::Flags;
pub use flags::{CustomerFilter, InvoiceFilter};
pub(crate) use invoice::InvoicePicture;
pub use next::NextStep;
pub use order::InvoiceSort;
pub(crate) use search::{Words, natural, natural_into};
pub(crate) use totals::{Totals, expected_item};
pub(crate) use work::asked_once;
pub use work::{WorkDetail, WorkItem, WorkKind};

/// When more customers than this were touched, reading all of them in one pass is quicker.
const ONE_BY_ONE: usize = 250;

/// The newest run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LastRun {
    pub(crate) id: credit::RunId,
    pub(crate) date: NaiveDate,
    pub(crate) letters: u64,
}

/// Everybody and everything on one day.
#[derive(Debug)]
pub(crate) struct Picture {
    /// The day.
    pub(crate) date: NaiveDate,
    /// How many facts it follows from.
    pub(crate) revision: u64,
    /// All customers, by id.
    pub(crate) customers: Vec<Arc<CustomerPicture>>,
    /// Through which day bank data is known.
    pub(crate) bank_through: Option<NaiveDate>,
    /// How its age weighs.
    pub(crate) bank_gate: credit::Gate,
    /// Since when it is not known what left.
    pub(crate) uncertain_since: Option<NaiveDate>,
    /// Bank lines that wait for a place with a customer: how many, and how much came in with them.
    pub(crate) waiting: (u64, Cents),
    pub(crate) last_run: Option<LastRun>,
    pub(crate) mail: MailTrouble,
    totals: OnceLock<Totals>,
    shared: OnceLock<Arc<HashSet<String>>>,
    orders: order::Orders,
}

impl Picture {
    /// The picture of a day, made from an earlier one where that saves work. Of the bank's lines only
    /// `gone_back` knows which money out is a customer's.
    ///
    /// # Errors
    /// What reading gives.
    pub(crate) fn of(
        reader: &Reader<'_>,
        rates: &RateTable,
        date: NaiveDate,
        before: Option<&Arc<Picture>>,
        gone_back: impl FnOnce() -> AppResult<u64>,
    ) -> AppResult<Arc<Picture>> {
        let revision = reader.head()?.facts;
        let before = before.filter(|before| before.date == date && before.revision <= revision);
        if let Some(same) = before.filter(|before| before.revision == revision) {
            return Ok(Arc::clone(same));
        }
        let books = reader.books()?;
        let rules = Rules {
            books: &books,
            rates,
            date,
        };
        let touched = match before {
            None => None,
            Some(before) => {
                let since = FactId(i64::try_from(before.revision).unwrap_or(i64::MAX));
                let touched = reader.customers_touched_since(since)?;
                touched
                    .filter(|touched| touched.len() <= ONE_BY_ONE)
                    .map(|touched| (before, touched))
            }
        };
        let mut shared = OnceLock::new();
        let customers = match touched {
            Some((before, touched)) => {
                let mut customers = before.customers.clone();
                let mut same_numbers = true;
                for id in touched {
                    let customer = derive(reader, id, &rules)?;
                    same_numbers &= have_same_numbers(before.customer(id), customer.as_ref());
                    if customer.as_ref().is_none_or(|customer| customer.id != id) {
                        take_out(&mut customers, id);
                    }
                    if let Some(customer) = customer {
                        put_in(&mut customers, customer);
                    }
                }
                if same_numbers {
                    shared = before.shared.clone();
                }
                customers
            }
            None => derive_all(reader, &rules)?,
        };
        let mut picture = Picture::around(reader, &books, date, revision, customers)?;
        picture.shared = shared;
        picture.waiting.0 += gone_back()?;
        // Known from the start, so that nobody who opens a customer waits for it.
        picture.shared();
        Ok(Arc::new(picture))
    }

    fn around(
        reader: &Reader<'_>,
        books: &Books,
        date: NaiveDate,
        revision: u64,
        customers: Vec<Arc<CustomerPicture>>,
    ) -> AppResult<Picture> {
        let last_run = reader.last_run()?.map(|run| LastRun {
            id: run.id,
            date: run.date,
            letters: run.letters,
        });
        Ok(Picture {
            date,
            revision,
            customers,
            bank_through: books.bank_through,
            bank_gate: credit::bank_gate(books, date),
            uncertain_since: match books.restored {
                Some(PriorReach::Unknown { backup }) => Some(backup),
                _ => None,
            },
            waiting: reader.waiting_money()?,
            last_run,
            mail: reader.mail_trouble()?,
            totals: OnceLock::new(),
            shared: OnceLock::new(),
            orders: order::Orders::default(),
        })
    }

    /// The figures over all customers.
    pub(crate) fn totals(&self) -> &Totals {
        self.totals.get_or_init(|| Totals::of(self))
    }

    /// One customer.
    pub(crate) fn customer(&self, id: CustomerId) -> Option<&CustomerPicture> {
        let place = self
            .customers
            .binary_search_by_key(&id, |customer| customer.id);
        place
            .ok()
            .and_then(|place| self.customers.get(place))
            .map(Arc::as_ref)
    }

    /// An invoice's number as commands take it: with its customer where it is not unique.
    pub(crate) fn invoice_name(&self, customer: &CustomerPicture, id: InvoiceId) -> String {
        let Some(invoice) = customer.invoices.iter().find(|invoice| invoice.id == id) else {
            return id.to_string();
        };
        if self.shared().contains(&*invoice.number) {
            format!("{}@{}", invoice.number, customer.id)
        } else {
            invoice.number.to_string()
        }
    }

    /// Numbers that stand on more than one invoice.
    fn shared(&self) -> &HashSet<String> {
        self.shared.get_or_init(|| {
            let mut once: HashSet<&str> = HashSet::new();
            let invoices = self
                .customers
                .iter()
                .flat_map(|customer| &customer.invoices);
            invoices
                .filter(|invoice| !once.insert(&invoice.number))
                .map(|invoice| invoice.number.to_string())
                .collect::<HashSet<_>>()
                .into()
        })
    }
}

/// Whether a customer's invoices still bear the numbers that they bore.
fn have_same_numbers(before: Option<&CustomerPicture>, now: Option<&CustomerPicture>) -> bool {
    let numbers = |customer: Option<&CustomerPicture>| {
        let invoices = customer.map(|customer| customer.invoices.as_slice());
        let numbers = invoices.unwrap_or_default().iter();
        numbers
            .map(|invoice| invoice.number.clone())
            .collect::<Vec<_>>()
    };
    match (before, now) {
        (Some(before), Some(now)) if before.id != now.id => false,
        _ => numbers(before) == numbers(now),
    }
}

/// Takes a customer out of a list by id.
fn take_out(customers: &mut Vec<Arc<CustomerPicture>>, id: CustomerId) {
    if let Ok(place) = customers.binary_search_by_key(&id, |customer| customer.id) {
        customers.remove(place);
    }
}

/// Puts a customer into a list by id, in place of what was known of it.
fn put_in(customers: &mut Vec<Arc<CustomerPicture>>, customer: CustomerPicture) {
    match customers.binary_search_by_key(&customer.id, |known| known.id) {
        Ok(place) => {
            if let Some(known) = customers.get_mut(place) {
                *known = Arc::new(customer);
            }
        }
        Err(place) => customers.insert(place, Arc::new(customer)),
    }
}

fn derive_all(reader: &Reader<'_>, rules: &Rules<'_>) -> AppResult<Vec<Arc<CustomerPicture>>> {
    let mut customers = Vec::new();
    reader.for_each_account(Accounts::All, |account| -> AppResult<()> {
        customers.push(Arc::new(CustomerPicture::of(&account, rules)));
        Ok(())
    })?;
    Ok(customers)
}

/// The customer that an id stands for now; none when it is no customer any more.
fn derive(
    reader: &Reader<'_>,
    id: CustomerId,
    rules: &Rules<'_>,
) -> AppResult<Option<CustomerPicture>> {
    match reader.account(id) {
        Ok(account) => Ok(Some(CustomerPicture::of(&account, rules))),
        Err(StoreError::NotFound {
            what: Missing::Customer(_),
        }) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
