//! Finds customers and invoices by what somebody typed, best first.

use chrono::NaiveDate;
use credit::matching::fold;
use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppResult;
use crate::find;
use crate::overview::PAGE;
use crate::picture::{CustomerPicture, InvoicePicture, Words};
use crate::session::Context;

/// What was typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct FindAsk {
    /// The text.
    pub text: String,
    /// How many of each to give at most.
    pub limit: u32,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A customer that was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundCustomer {
    /// Its id.
    pub id: String,
    /// The creditor's own number.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// Its town.
    pub city: Option<String>,
    /// Open principal.
    #[ts(type = "Money")]
    pub open: Cents,
}

/// An invoice that was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundInvoice {
    /// Its id.
    pub id: String,
    /// Its printed number.
    pub number: String,
    /// The customer's id.
    pub customer: String,
    /// The customer's name.
    pub name: String,
    /// What is open of it.
    #[ts(type = "Money")]
    pub open: Cents,
    /// Last day of payment.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
}

/// What was found, best first.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Found {
    /// Customers.
    pub customers: Vec<FoundCustomer>,
    /// Invoices and credit notes.
    pub invoices: Vec<FoundInvoice>,
}

/// How well something fits: the less the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    NumberStarts,
    NameStarts,
    WordStarts,
    Within,
}

/// Finds customers and invoices.
///
/// # Errors
/// What reading gives.
pub fn find(context: &mut Context<'_>, request: FindAsk) -> AppResult<Found> {
    let typed = fold(&request.text);
    if typed.is_empty() {
        return Ok(Found::default());
    }
    let words = Words::of(Some(&request.text));
    let date = context.day(request.date);
    let picture = context.picture(date)?;
    let limit = request.limit.min(PAGE) as usize;
    let mut customers = Vec::new();
    let mut invoices = Vec::new();
    for customer in &picture.customers {
        if let Some(fit) = fit_of_customer(customer, &typed, &words) {
            customers.push((fit, customer.as_ref()));
        }
        for invoice in &customer.invoices {
            if let Some(fit) = fit_of_invoice(invoice, &typed) {
                invoices.push((fit, customer.as_ref(), invoice));
            }
        }
    }
    best(&mut customers, limit, |(fit, customer)| {
        (*fit, customer.folded.as_str(), customer.id)
    });
    best(&mut invoices, limit, |(fit, _, invoice)| {
        // Of equals, what is open goes first, then the newest.
        let newest = std::cmp::Reverse((invoice.date, invoice.id));
        (*fit, invoice.open.is_zero(), newest)
    });
    Ok(Found {
        customers: customers
            .into_iter()
            .map(|(_, customer)| FoundCustomer {
                id: customer.id.to_string(),
                number: customer.number.clone(),
                name: customer.name.clone(),
                city: Some(customer.city.clone()).filter(|city| !city.is_empty()),
                open: customer.ageing.open(),
            })
            .collect(),
        invoices: invoices
            .into_iter()
            .map(|(_, customer, invoice)| FoundInvoice {
                id: find::invoice_id(invoice.id),
                number: invoice.number.to_string(),
                customer: customer.id.to_string(),
                name: customer.name.clone(),
                open: invoice.open,
                due: invoice.due,
            })
            .collect(),
    })
}

/// Keeps the best; one letter may fit everything, so not all of it is sorted.
fn best<'p, T, K: Ord + 'p>(found: &mut Vec<T>, limit: usize, key: impl Fn(&T) -> K)
where
    T: 'p,
{
    if found.len() > limit && limit > 0 {
        found.select_nth_unstable_by(limit - 1, |one, other| key(one).cmp(&key(other)));
    }
    found.truncate(limit);
    found.sort_by_key(key);
}

fn fit_of_customer(customer: &CustomerPicture, typed: &str, words: &Words) -> Option<Fit> {
    if !words.are_in(&customer.search) {
        return None;
    }
    let name = customer.folded.as_str();
    let mut lines = customer.search.lines();
    let starts_a_word = name
        .match_indices(typed)
        .any(|(at, _)| at > 0 && name[..at].ends_with(' '));
    Some(if lines.any(|line| line == typed) {
        Fit::Exact
    } else if name.starts_with(typed) {
        Fit::NameStarts
    } else if starts_a_word {
        Fit::WordStarts
    } else if customer
        .search
        .lines()
        .skip(1)
        .any(|line| line.starts_with(typed))
    {
        Fit::NumberStarts
    } else {
        Fit::Within
    })
}

fn fit_of_invoice(invoice: &InvoicePicture, typed: &str) -> Option<Fit> {
    let at = invoice.search.find(typed)?;
    let mut lines = invoice.search.lines();
    Some(if lines.any(|line| line == typed) {
        Fit::Exact
    } else if at == 0 {
        Fit::NumberStarts
    } else if invoice.search[..at].ends_with(['\n', ' ']) {
        Fit::WordStarts
    } else {
        Fit::Within
    })
}
