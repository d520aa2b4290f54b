//! Loose ends: money that waits with its customer, lines that are nobody's, customers that are one.

use credit::{InvoiceId, Payment, PaymentId, words};
use law::{Cents, Lang};
use serde::Deserialize;
use store::Reader;
use ts_rs::TS;

use super::{Done, reason};
use crate::catalogue::Code;
use crate::desk::of_line;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::matching::{Part, part_invoice};
use crate::session::Context;
use crate::words::say;

/// What is left of a payment, and where to put it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Allocate {
    /// The payment (`P-17`), or the customer whose loose money it is.
    pub payment: String,
    /// What is put where; by law when none.
    pub parts: Option<Vec<Part>>,
}

/// Puts what is left of a payment to invoices: as told, else by law.
///
/// # Errors
/// `unknown_customer`, `unknown_invoice`, `out_of_range` when more is put than is left.
pub fn allocate(context: &mut Context<'_>, request: Allocate) -> AppResult<Done> {
    let day = context.day(None);
    let rates = context.rates()?;
    let lang = context.lang;
    let (payment, parts, said) = {
        let reader = context.reader()?;
        let payments = match request.payment.trim().parse::<PaymentId>() {
            Ok(id) => vec![reader.payment(id)?],
            Err(_) => reader.payments_of(find::customer(&reader, &request.payment)?.id)?,
        };
        // Of several loose payments the oldest goes first; the next call takes the next.
        let nothing = || AppError::new(Code::NothingOpen).with("customer", &request.payment);
        let payment = payments
            .into_iter()
            .find(|payment| payment.unallocated().is_positive())
            .ok_or_else(nothing)?;
        let parts = match &request.parts {
            Some(parts) => parts
                .iter()
                .map(|part| {
                    let customer = Some(payment.customer.to_string());
                    let invoice = part_invoice(&reader, &part.invoice, &customer)?;
                    Ok((invoice.id, part.amount))
                })
                .collect::<AppResult<Vec<_>>>()?,
            None => {
                let account = reader.account(payment.customer)?;
                let (books, left) = (reader.books()?, payment.unallocated());
                credit::allocate_by_law(&account, &books, &rates, payment.date, left, &[])
            }
        };
        if parts.is_empty() {
            return Err(nothing());
        }
        let said = put_in_words(&reader, &payment, &parts, lang)?;
        (payment.id, parts, said)
    };
    let fact = context.write(day, |writer| Ok(writer.allocate(payment, &parts)?))?;
    Ok(Done::new(fact, lang, said.clone(), said))
}

/// How much of whose payment was put to which invoices.
fn put_in_words(
    reader: &Reader<'_>,
    payment: &Payment,
    parts: &[(InvoiceId, Cents)],
    lang: Lang,
) -> AppResult<String> {
    let total: Cents = parts.iter().map(|(_, amount)| *amount).sum();
    let (sum, day) = (words::amount(total, lang), words::date(payment.date, lang));
    let name = reader.customer(payment.customer)?.name;
    let mut numbers: Vec<String> = Vec::new();
    for (invoice, _) in parts {
        let number = reader.invoice(*invoice)?.number;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    let invoices = words::list(&numbers, lang);
    let (nl, en) = match numbers.len() {
        1 => ("factuur", "invoice"),
        _ => ("de facturen", "invoices"),
    };
    Ok(say(
        lang,
        &format!("{sum} van {name} van {day} is toegedeeld aan {nl} {invoices}."),
        &format!("{sum} from {name} of {day} was put to {en} {invoices}."),
    ))
}

/// A bank line that is no customer's.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Dismiss {
    /// The line (`L-17`).
    pub line: String,
    /// What it is.
    pub reason: String,
}

/// Sets a bank line aside.
///
/// # Errors
/// `unknown_line`, `line_booked`, `reason_needed`.
pub fn dismiss(context: &mut Context<'_>, request: Dismiss) -> AppResult<Done> {
    let day = context.day(None);
    let reason = reason(&request.reason)?;
    let line = request
        .line
        .trim()
        .parse()
        .map_err(|_| AppError::new(Code::UnknownLine).with("line", &request.line))?;
    let one = of_line(&context.reader()?.bank_line(line)?, context.lang);
    let fact = context.write(day, |writer| Ok(writer.dismiss_line(line, &reason)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{one} is opzijgelegd: {reason}"),
        format!("{one} was set aside: {reason}"),
    ))
}

/// Two customers that are one.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MergeCustomers {
    /// The one that goes.
    pub from: String,
    /// The one that stays.
    pub into: String,
}

/// Makes two customers one: invoices, payments and letters go along.
///
/// # Errors
/// `unknown_customer`, `invalid_fields` for one and the same.
pub fn merge_customers(context: &mut Context<'_>, request: MergeCustomers) -> AppResult<Done> {
    let day = context.day(None);
    let (from, into) = {
        let reader = context.reader()?;
        (
            find::customer(&reader, &request.from)?,
            find::customer(&reader, &request.into)?,
        )
    };
    if from.id == into.id {
        return Err(AppError::new(Code::InvalidFields).field("into", Code::FieldInvalid));
    }
    let fact = context.write(day, |writer| Ok(writer.merge_customers(from.id, into.id)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{} is samengevoegd met {}.", from.name, into.name),
        format!("{} was merged into {}.", from.name, into.name),
    ))
}
