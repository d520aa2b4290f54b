//! The list of customers: searched, filtered, sorted, page by page.

use std::cmp::{Ordering, Reverse};

use chrono::NaiveDate;
use credit::CustomerKind;
use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppResult;
use crate::overview::PAGE;
use crate::picture::{CustomerFilter, CustomerPicture, Flags, NextStep, Words};
use crate::session::Context;

/// By what customers are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustomerSort {
    /// By name.
    #[default]
    Name,
    /// By what is open.
    Open,
    /// By what is late.
    Late,
    /// By the oldest due date of what is open.
    Oldest,
    /// By percent paid in time.
    OnTime,
    /// By the day of what comes next.
    Next,
}

/// Which customers.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CustomersAsk {
    /// Words that must all occur in name, numbers, town, postal code or e-mail address.
    pub search: Option<String>,
    /// All of them must hold.
    #[ts(optional, as = "Option<Vec<CustomerFilter>>")]
    pub filters: Vec<CustomerFilter>,
    /// The order; by name when none.
    #[ts(optional, as = "Option<CustomerSort>")]
    pub sort: CustomerSort,
    /// The other way round; those without a value to sort by stay last.
    #[ts(optional, as = "Option<bool>")]
    pub descending: bool,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give; at most 500.
    pub limit: u32,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// One customer in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CustomerRow {
    /// The program's own id.
    pub id: String,
    /// The creditor's own number.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// Its town.
    pub city: Option<String>,
    /// Under which regime of law.
    #[ts(type = "CustomerKind")]
    pub kind: CustomerKind,
    /// Open principal, credits negative.
    #[ts(type = "Money")]
    pub open: Cents,
    /// The part of it that is past its due date.
    #[ts(type = "Money")]
    pub late: Cents,
    /// Money that is put to no invoice.
    #[ts(type = "Money")]
    pub unallocated: Cents,
    /// Open invoices.
    pub invoices: u32,
    /// Oldest due date of what is open.
    #[ts(type = "IsoDate | null")]
    pub oldest_due: Option<NaiveDate>,
    /// Days after it; null when not late.
    pub days_late: Option<i64>,
    /// Of what was paid in the last twelve months: percent in time; null with fewer than three.
    pub on_time: Option<u8>,
    /// Median of days late of the same; negative: early.
    pub median_days_late: Option<i64>,
    /// Days late of the last twelve paid invoices, oldest first.
    pub behaviour: Vec<i64>,
    /// What comes next.
    pub next: Option<NextStep>,
    /// What holds for it.
    pub flags: Vec<CustomerFilter>,
}

impl CustomerRow {
    /// The row of a customer on a day.
    pub(crate) fn of(customer: &CustomerPicture, date: NaiveDate) -> CustomerRow {
        CustomerRow {
            id: customer.id.to_string(),
            number: customer.number.clone(),
            name: customer.name.clone(),
            city: Some(customer.city.clone()).filter(|city| !city.is_empty()),
            kind: customer.kind,
            open: customer.ageing.open(),
            late: customer.ageing.overdue(),
            unallocated: customer.unallocated,
            invoices: customer.open_invoices(),
            oldest_due: customer.oldest_due,
            days_late: customer
                .oldest_due
                .map(|due| (date - due).num_days())
                .filter(|days| *days > 0),
            on_time: customer.habit.on_time,
            median_days_late: customer.habit.median_days_late,
            behaviour: customer.habit.behaviour.clone(),
            next: customer.next,
            flags: customer.flags.list(),
        }
    }
}

/// One page of customers.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CustomersPage {
    /// How many match.
    pub total: u32,
    /// What they owe together.
    #[ts(type = "Money")]
    pub open: Cents,
    /// The part of it that is late.
    #[ts(type = "Money")]
    pub late: Cents,
    /// The page.
    pub rows: Vec<CustomerRow>,
}

/// The list of customers.
///
/// # Errors
/// What reading gives.
pub fn customers(context: &mut Context<'_>, request: CustomersAsk) -> AppResult<CustomersPage> {
    let date = context.day(request.date);
    let picture = context.picture(date)?;
    let words = Words::of(request.search.as_deref());
    let filters: Flags = request.filters.iter().copied().collect();
    let mut found: Vec<&CustomerPicture> = picture
        .customers
        .iter()
        .map(AsRef::as_ref)
        .filter(|customer| customer.flags.hold(filters) && words.are_in(&customer.search))
        .collect();
    sort(&mut found, request.sort, request.descending);
    Ok(CustomersPage {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        open: found.iter().map(|customer| customer.ageing.open()).sum(),
        late: found.iter().map(|customer| customer.ageing.overdue()).sum(),
        rows: found
            .iter()
            .skip(request.offset as usize)
            .take(request.limit.min(PAGE) as usize)
            .map(|customer| CustomerRow::of(customer, date))
            .collect(),
    })
}

fn sort(found: &mut [&CustomerPicture], by: CustomerSort, descending: bool) {
    match by {
        CustomerSort::Name => arrange(found, descending, |c| Some(c.folded.as_str())),
        CustomerSort::Open => arrange(found, descending, |c| Some(c.ageing.open())),
        CustomerSort::Late => arrange(found, descending, |c| Some(c.ageing.overdue())),
        CustomerSort::Oldest => arrange(found, descending, |c| c.oldest_due),
        CustomerSort::OnTime => arrange(found, descending, |c| c.habit.on_time),
        CustomerSort::Next => arrange(found, descending, |c| c.next.and_then(|next| next.on)),
    }
}

/// Sorts by a key; who has none comes last either way, equals stand by name.
fn arrange<'p, K: Ord + Copy>(
    found: &mut [&'p CustomerPicture],
    descending: bool,
    key: impl Fn(&'p CustomerPicture) -> Option<K>,
) {
    found.sort_by(|one, other| {
        let (mine, theirs) = (key(one), key(other));
        let by_key = match (mine, theirs) {
            (Some(mine), Some(theirs)) if descending => Reverse(mine).cmp(&Reverse(theirs)),
            (Some(mine), Some(theirs)) => mine.cmp(&theirs),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        by_key
            .then_with(|| one.folded.cmp(&other.folded))
            .then(one.id.cmp(&other.id))
    });
}
