//! Cash and card payments, write-offs, waived interest and costs.

use chrono::NaiveDate;
use credit::{FactId, Waiver, WriteOff, words};
use law::Cents;
use serde::Deserialize;
use ts_rs::TS;

use super::slips::Slips;
use super::{Done, reason};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;

/// A cash or card payment.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Pay {
    /// The customer.
    pub customer: String,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Day it was received; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
    /// The invoices that the customer named, in that order; by law when none.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub invoices: Vec<String>,
}

/// Books a cash or card payment. Without invoices it is put by law: what is due, the most
/// onerous, the oldest first (art. 6:43 lid 2 BW). What remains stays visible, unallocated.
///
/// # Errors
/// `unknown_customer`, `unknown_invoice`, `amount_not_positive`, `future_date`, `invalid_fields` for a day of more
/// than twenty years ago.
pub fn pay(context: &mut Context<'_>, request: Pay) -> AppResult<Done> {
    let today = context.session.host().today();
    let date = context.day(request.date);
    if !request.amount.is_positive() {
        return Err(Code::AmountNotPositive.into());
    }
    if date > today {
        return Err(AppError::new(Code::FutureDate)
            .with_day("date", date)
            .with_day("today", today));
    }
    Slips::new(today).happened("date", date).check()?;
    let rates = context.rates()?;
    let (customer, parts) = {
        let reader = context.reader()?;
        let customer = find::customer(&reader, &request.customer)?;
        let mut named = Vec::new();
        for number in &request.invoices {
            let invoice = match reader.invoice_of(customer.id, number)? {
                Some(invoice) => invoice,
                None => find::invoice(&reader, number)?,
            };
            if invoice.customer != customer.id {
                return Err(AppError::new(Code::UnknownInvoice)
                    .with("invoice", format!("{number}@{}", customer.id)));
            }
            named.push(invoice.id);
        }
        let account = reader.account(customer.id)?;
        let books = reader.books()?;
        let parts = credit::allocate_by_law(&account, &books, &rates, date, request.amount, &named);
        (customer, parts)
    };
    let fact = context
        .write(date, |writer| {
            Ok(writer.pay(customer.id, date, request.amount, &parts)?)
        })?
        .1;
    let put: Cents = parts.iter().map(|(_, amount)| *amount).sum();
    let rest = request.amount - put;
    let (nl, en) = if rest.is_zero() {
        (String::new(), String::new())
    } else {
        let rest = words::amount(rest, context.lang);
        (
            format!(" {rest} is nog niet toegerekend."),
            format!(" {rest} is not allocated yet."),
        )
    };
    let sum = words::amount(request.amount, context.lang);
    let day = words::date(date, context.lang);
    Ok(Done::new(
        fact,
        context.lang,
        format!("{sum} van {} geboekt op {day}.{nl}", customer.name),
        format!("{sum} from {} booked on {day}.{en}", customer.name),
    ))
}

/// A part of an invoice to give up.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct WriteOffRequest {
    /// The invoice.
    pub invoice: String,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Why.
    pub reason: String,
    /// When; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Gives up a part of an invoice.
///
/// # Errors
/// `unknown_invoice`, `amount_not_positive`, `amount_too_large`, `reason_needed`.
pub fn write_off(context: &mut Context<'_>, request: WriteOffRequest) -> AppResult<Done> {
    let date = context.day(request.date);
    let reason = reason(&request.reason)?;
    if !request.amount.is_positive() {
        return Err(Code::AmountNotPositive.into());
    }
    let rates = context.rates()?;
    let invoice = {
        let reader = context.reader()?;
        let invoice = find::invoice(&reader, &request.invoice)?;
        let account = reader.account(invoice.customer)?;
        let open = credit::open_principal(&account, &reader.books()?, &rates, invoice.id, date);
        if request.amount > open {
            return Err(AppError::new(Code::AmountTooLarge)
                .with_amount("amount", request.amount)
                .with_amount("open", open));
        }
        invoice
    };
    let write_off = WriteOff {
        fact: FactId(0),
        customer: invoice.customer,
        invoice: invoice.id,
        amount: request.amount,
        date,
        reason,
    };
    let fact = context.write(date, |writer| Ok(writer.tell_write_off(&write_off)?))?;
    let sum = words::amount(request.amount, context.lang);
    Ok(Done::new(
        fact,
        context.lang,
        format!("{sum} van factuur {} afgeboekt.", invoice.number),
        format!("{sum} of invoice {} written off.", invoice.number),
    ))
}

/// Interest or costs to give up.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Waive {
    /// The customer.
    pub customer: String,
    /// Interest.
    #[serde(default)]
    #[ts(optional, type = "Money")]
    pub interest: Option<Cents>,
    /// Costs.
    #[serde(default)]
    #[ts(optional, type = "Money")]
    pub costs: Option<Cents>,
    /// Why.
    pub reason: String,
    /// When; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Gives up interest or costs.
///
/// # Errors
/// `unknown_customer`, `amount_not_positive`, `amount_too_large` for more than all that the customer owes,
/// `reason_needed`.
pub fn waive(context: &mut Context<'_>, request: Waive) -> AppResult<Done> {
    let date = context.day(request.date);
    let reason = reason(&request.reason)?;
    let interest = request.interest.unwrap_or_default();
    let costs = request.costs.unwrap_or_default();
    if interest.is_negative() || costs.is_negative() || (interest + costs).is_zero() {
        return Err(Code::AmountNotPositive.into());
    }
    let rates = context.rates()?;
    let (customer, owed) = {
        let reader = context.reader()?;
        let customer = find::customer(&reader, &request.customer)?;
        let account = reader.account(customer.id)?;
        let all: Vec<_> = account.invoices.iter().map(|invoice| invoice.id).collect();
        let books = reader.books()?;
        let claim = credit::claim_of_invoices(&account, &books, &rates, date, &all);
        (customer, claim.total)
    };
    // More than that would give up what has not come yet.
    if interest + costs > owed {
        return Err(AppError::new(Code::AmountTooLarge)
            .with_amount("amount", interest + costs)
            .with_amount("open", owed));
    }
    let waiver = Waiver {
        fact: FactId(0),
        customer: customer.id,
        interest,
        costs,
        date,
        reason,
    };
    let fact = context.write(date, |writer| Ok(writer.tell_waiver(&waiver)?))?;
    let given_up: Vec<String> = [
        (interest, "rente", "interest"),
        (costs, "incassokosten", "collection costs"),
    ]
    .into_iter()
    .filter(|(amount, ..)| !amount.is_zero())
    .map(|(amount, nl, en)| {
        let sum = words::amount(amount, context.lang);
        format!("{sum} {}", crate::words::say(context.lang, nl, en))
    })
    .collect();
    Ok(Done::new(
        fact,
        context.lang,
        format!(
            "{}: {} kwijtgescholden.",
            customer.name,
            given_up.join(" en ")
        ),
        format!("{}: {} waived.", customer.name, given_up.join(" and ")),
    ))
}
