//! Pauses, disputes, promises, insolvencies and notes.

use chrono::{Days, NaiveDate};
use credit::{Dispute, FactId, Hold, Insolvency, InsolvencyKind, Note, Promise, words};
use law::Cents;
use serde::Deserialize;
use ts_rs::TS;

use super::slips::{self, Slips};
use super::{Done, reason, said};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;

/// The number that the store replaces by the true one.
const NEW: FactId = FactId(0);

/// A pause of a customer or of one invoice.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct HoldRequest {
    /// The customer or the invoice.
    pub subject: String,
    /// Last day of the pause.
    #[ts(type = "IsoDate")]
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Pauses a customer, or an invoice when no customer has that number.
///
/// # Errors
/// `past_date`, `reason_needed`, `unknown_invoice`, `invalid_fields` for more than five years.
pub fn hold(context: &mut Context<'_>, request: HoldRequest) -> AppResult<Done> {
    let today = context.day(request.date);
    if request.until < today {
        return Err(AppError::new(Code::PastDate).with_day("date", request.until));
    }
    Slips::new(today)
        .ahead("until", request.until, slips::PAUSE_AHEAD)
        .check()?;
    let reason = reason(&request.reason)?;
    let (customer, invoice, name) = {
        let reader = context.reader()?;
        match find::customer(&reader, &request.subject) {
            Ok(customer) => (customer.id, None, customer.name),
            Err(error) if error.code == Code::UnknownCustomer => {
                let invoice = find::invoice(&reader, &request.subject)?;
                (invoice.customer, Some(invoice.id), invoice.number)
            }
            Err(error) => return Err(error),
        }
    };
    let hold = Hold {
        fact: NEW,
        customer,
        invoice,
        until: request.until,
        reason,
    };
    let fact = context.write(today, |writer| Ok(writer.tell_hold(&hold)?))?;
    let until = words::date(request.until, context.lang);
    Ok(Done::new(
        fact,
        context.lang,
        format!("{name} rust tot en met {until}."),
        format!("{name} rests through {until}."),
    ))
}

/// A dispute of an invoice.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct DisputeRequest {
    /// The invoice.
    pub invoice: String,
    /// The disputed part; all of it when none.
    #[ts(optional, type = "Money")]
    pub amount: Option<Cents>,
    /// What the customer says.
    pub reason: String,
    /// Since when; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Notes a dispute.
///
/// # Errors
/// `unknown_invoice`, `amount_not_positive`, `amount_too_large`, `reason_needed`.
pub fn dispute(context: &mut Context<'_>, request: DisputeRequest) -> AppResult<Done> {
    let today = context.day(request.date);
    let reason = reason(&request.reason)?;
    let invoice = find::invoice(&context.reader()?, &request.invoice)?;
    if let Some(amount) = request.amount {
        if !amount.is_positive() {
            return Err(Code::AmountNotPositive.into());
        }
        if amount > invoice.amount {
            return Err(AppError::new(Code::AmountTooLarge)
                .with_amount("amount", amount)
                .with_amount("open", invoice.amount));
        }
    }
    let dispute = Dispute {
        fact: NEW,
        customer: invoice.customer,
        invoice: invoice.id,
        amount: request.amount,
        reason,
        date: today,
    };
    let fact = context.write(today, |writer| Ok(writer.tell_dispute(&dispute)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("Factuur {} staat als betwist genoteerd.", invoice.number),
        format!("Invoice {} is noted as disputed.", invoice.number),
    ))
}

/// A promise to pay.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PromiseRequest {
    /// The customer.
    pub customer: String,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Last day.
    #[ts(type = "IsoDate")]
    pub by: NaiveDate,
    /// Day it was made; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A promise keeps reminders back: one further off than this many days is a slip, or no promise.
const FARTHEST_PROMISE: u64 = 366;

/// Notes a promise.
///
/// # Errors
/// `unknown_customer`, `amount_not_positive`, `past_date`, `far_promise`, `promise_too_large` for more than
/// twice what is asked: interest up to that day and costs that come due fit in that.
pub fn promise(context: &mut Context<'_>, request: PromiseRequest) -> AppResult<Done> {
    let today = context.day(request.date);
    if !request.amount.is_positive() {
        return Err(Code::AmountNotPositive.into());
    }
    if request.by < today {
        return Err(AppError::new(Code::PastDate).with_day("date", request.by));
    }
    if request.by > today + Days::new(FARTHEST_PROMISE) {
        return Err(AppError::new(Code::FarPromise).with_day("date", request.by));
    }
    let rates = context.rates()?;
    let (customer, asked) = {
        let reader = context.reader()?;
        let customer = find::customer(&reader, &request.customer)?;
        let account = reader.account(customer.id)?;
        let all: Vec<_> = account.invoices.iter().map(|invoice| invoice.id).collect();
        let claim = credit::claim_of_invoices(&account, &reader.books()?, &rates, today, &all);
        (customer, claim.total)
    };
    if asked.is_positive() && request.amount > asked + asked {
        return Err(AppError::new(Code::PromiseTooLarge)
            .with_amount("amount", request.amount)
            .with_amount("asked", asked));
    }
    let promise = Promise {
        fact: NEW,
        customer: customer.id,
        amount: request.amount,
        by: request.by,
        date: today,
    };
    let fact = context.write(today, |writer| Ok(writer.tell_promise(&promise)?))?;
    let sum = words::amount(request.amount, context.lang);
    let by = words::date(request.by, context.lang);
    Ok(Done::new(
        fact,
        context.lang,
        format!("{} betaalt {sum} uiterlijk {by}.", customer.name),
        format!("{} pays {sum} by {by}.", customer.name),
    ))
}

/// An insolvency or debt help.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct InsolvencyRequest {
    /// The customer.
    pub customer: String,
    /// What kind.
    #[ts(
        type = "'bankruptcy' | 'suspension_of_payments' | 'debt_restructuring' | 'moratorium' | 'debt_counselling' | 'administration'"
    )]
    pub kind: InsolvencyKind,
    /// Since when; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Notes an insolvency: nothing is sent any more.
///
/// # Errors
/// `unknown_customer`, `future_date`.
pub fn insolvency(context: &mut Context<'_>, request: InsolvencyRequest) -> AppResult<Done> {
    let date = context.day(request.date);
    let customer = find::customer(&context.reader()?, &request.customer)?;
    let insolvency = Insolvency {
        fact: NEW,
        customer: customer.id,
        kind: request.kind,
        date,
    };
    let fact = context.write(date, |writer| Ok(writer.tell_insolvency(&insolvency)?))?;
    let since = words::date(date, context.lang);
    Ok(Done::new(
        fact,
        context.lang,
        format!(
            "{}: insolventie genoteerd per {since}; er gaat niets meer uit.",
            customer.name
        ),
        format!(
            "{}: insolvency noted as of {since}; nothing is sent any more.",
            customer.name
        ),
    ))
}

/// A note.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct NoteRequest {
    /// The customer.
    pub customer: String,
    /// The text.
    pub text: String,
    /// When; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Keeps a note.
///
/// # Errors
/// `unknown_customer`, `reason_needed` for an empty note, `invalid_fields` for one of more than 5,000 characters.
pub fn note(context: &mut Context<'_>, request: NoteRequest) -> AppResult<Done> {
    let date = context.day(request.date);
    let text = said("text", &request.text, slips::NOTE)?;
    let customer = find::customer(&context.reader()?, &request.customer)?;
    let note = Note {
        fact: NEW,
        customer: customer.id,
        text,
        date,
    };
    let fact = context.write(date, |writer| Ok(writer.tell_note(&note)?))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("Notitie bewaard bij {}.", customer.name),
        format!("Note kept with {}.", customer.name),
    ))
}
