//! Money that came in and was put to no invoice: whose it is, how long it waits, where it could go.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::words::amount;
use credit::{CustomerId, PaymentId};
use law::{Cents, RateTable};
use serde::{Deserialize, Serialize};
use store::{LoosePayment, Reader};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;
use crate::tell::Done;

/// Which page.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct UnallocatedAsk {
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many to give at most; 50 when none.
    pub limit: Option<u32>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Where loose money could go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoosePart {
    /// The invoice's id: what `allocate` takes.
    pub invoice: String,
    /// Its printed number.
    pub number: String,
    /// Day by which it had to be paid.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
    /// How much would go to it.
    #[ts(type = "Money")]
    pub amount: Cents,
}

/// A payment with money left over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnallocatedRow {
    /// The payment (`P-17`).
    pub payment: String,
    /// Whose it is.
    pub customer: String,
    /// The customer's name.
    pub name: String,
    /// Day it was received.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// How many days ago that is.
    pub days: u32,
    /// How much was received.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is left of it.
    #[ts(type = "Money")]
    pub left: Cents,
    /// Whether it came over the bank.
    pub bank: bool,
    /// What the customer has open.
    #[ts(type = "Money")]
    pub open: Cents,
    /// Where it would go by law.
    pub parts: Vec<LoosePart>,
}

/// A page of loose money, the oldest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnallocatedPage {
    /// How many payments have money left over.
    pub total: u32,
    /// What is left over in all.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// The page.
    pub rows: Vec<UnallocatedRow>,
}

/// Money that was put to no invoice, the oldest first.
///
/// # Errors
/// What the store gives.
pub fn unallocated(
    context: &mut Context<'_>,
    request: UnallocatedAsk,
) -> AppResult<UnallocatedPage> {
    let day = context.day(request.date);
    let rates = context.rates()?;
    let reader = context.reader()?;
    let loose = net(reader.loose_payments()?);
    let (offset, limit) = (request.offset.unwrap_or(0), request.limit.unwrap_or(50));
    let mut rows = Vec::new();
    for payment in loose.iter().skip(offset as usize).take(limit as usize) {
        rows.push(row(&reader, &rates, payment, day)?);
    }
    Ok(UnallocatedPage {
        total: crate::import::count(loose.len() as u64),
        amount: loose.iter().map(|payment| payment.left).sum(),
        rows,
    })
}

/// Money that went back to a customer is taken off what came in from it, the oldest first.
fn net(all: Vec<LoosePayment>) -> Vec<LoosePayment> {
    let mut back: HashMap<CustomerId, Cents> = HashMap::new();
    for payment in all.iter().filter(|payment| payment.left.is_negative()) {
        *back.entry(payment.customer).or_default() -= payment.left;
    }
    let mut left = Vec::new();
    for mut payment in all.into_iter().filter(|payment| payment.left.is_positive()) {
        if let Some(back) = back.get_mut(&payment.customer) {
            let taken = (*back).min(payment.left);
            *back -= taken;
            payment.left -= taken;
        }
        if payment.left.is_positive() {
            left.push(payment);
        }
    }
    left
}

fn row(
    reader: &Reader<'_>,
    rates: &RateTable,
    payment: &LoosePayment,
    day: NaiveDate,
) -> AppResult<UnallocatedRow> {
    let account = reader.account(payment.customer)?;
    let books = reader.books()?;
    let found = |id: credit::InvoiceId| account.invoices.iter().find(|of| of.id == id);
    let parts = credit::allocate_by_law(&account, &books, rates, payment.date, payment.left, &[])
        .into_iter()
        .map(|(id, amount)| LoosePart {
            invoice: id.to_string(),
            number: found(id).map_or_else(|| id.to_string(), |of| of.number.clone()),
            due: found(id).and_then(|of| of.due),
            amount,
        })
        .collect();
    let open = credit::invoice_states(&account, &books, rates, day)
        .iter()
        .map(|state| state.open)
        .sum();
    Ok(UnallocatedRow {
        payment: payment.payment.to_string(),
        customer: payment.customer.to_string(),
        name: account.customer.name.clone(),
        date: payment.date,
        days: u32::try_from((day - payment.date).num_days().max(0)).unwrap_or(u32::MAX),
        amount: payment.amount,
        left: payment.left,
        bank: payment.line.is_some(),
        open,
        parts,
    })
}

/// Loose money that was paid back.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Refund {
    /// The payment (`P-17`).
    pub payment: String,
    /// The day; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Notes that what is left of a payment was paid back outside the bank statements. Money that goes
/// back over the bank comes in with the statement, and is put to the customer there.
///
/// # Errors
/// `unknown_payment`, `nothing_left`, `future_date`.
pub fn refund(context: &mut Context<'_>, request: Refund) -> AppResult<Done> {
    let today = context.session.host().today();
    let (date, lang) = (context.day(request.date), context.lang);
    if date > today {
        return Err(AppError::new(Code::FutureDate)
            .with_day("date", date)
            .with_day("today", today));
    }
    let nothing = || AppError::new(Code::NothingLeft).with("payment", &request.payment);
    let id: PaymentId = request.payment.trim().parse().map_err(|_| nothing())?;
    let loose = net(context.reader()?.loose_payments()?);
    let payment = loose
        .into_iter()
        .find(|payment| payment.payment == id)
        .ok_or_else(nothing)?;
    let name = context.reader()?.customer(payment.customer)?.name;
    let fact = context
        .write(date, |writer| {
            Ok(writer.pay(payment.customer, date, -payment.left, &[])?)
        })?
        .1;
    let sum = amount(payment.left, lang);
    Ok(Done::new(
        fact,
        lang,
        format!("{sum} is terugbetaald aan {name}."),
        format!("{sum} was paid back to {name}."),
    ))
}
