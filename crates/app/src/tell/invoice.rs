//! An invoice typed by hand.

use chrono::{Days, NaiveDate};
use credit::{Customer, CustomerId, CustomerKind, Invoice, InvoiceId, InvoiceKind};
use law::{Cents, Lang};
use serde::Deserialize;
use ts_rs::TS;

use super::Done;
use super::slips::{self, Slips};
use crate::catalogue::Code;
use crate::country;
use crate::creditor::compact;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;

/// The customer of an invoice typed by hand: one that is known, or a new one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(untagged)]
#[ts(optional_fields)]
pub enum InvoiceCustomer {
    /// Known: its number.
    Known(String),
    /// New, or known by its number, trade register number or name and postcode.
    New {
        /// Name.
        name: String,
        /// The creditor's own customer number.
        number: Option<String>,
        /// Regime of law.
        #[ts(type = "CustomerKind")]
        kind: Option<CustomerKind>,
        /// Trade register number.
        kvk: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Street and number.
        street: Option<String>,
        /// Postal code.
        postcode: Option<String>,
        /// Town.
        city: Option<String>,
        /// Country.
        country: Option<String>,
        /// Language of letters.
        #[ts(type = "Language")]
        language: Option<Lang>,
    },
}

/// An invoice typed by hand.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct InvoiceAdd {
    /// Printed number.
    pub number: String,
    /// Whose.
    pub customer: InvoiceCustomer,
    /// Date on it.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Last day of payment; by the creditor's usual term when none.
    #[ts(optional, type = "IsoDate")]
    pub due: Option<NaiveDate>,
    /// Amount including VAT; negative for a credit note.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// VAT in it.
    #[ts(optional, type = "Money")]
    pub vat: Option<Cents>,
    /// Payment reference.
    pub payment_reference: Option<String>,
    /// Number of the invoice that it credits.
    pub credits: Option<String>,
    /// Recurring contract it is a term of.
    pub contract: Option<String>,
    /// Day the customer received it.
    #[ts(optional, type = "IsoDate")]
    pub received: Option<NaiveDate>,
    /// What it is for.
    pub description: Option<String>,
}

/// Adds an invoice typed by hand.
///
/// # Errors
/// `unknown_customer`, `duplicate_invoice`, `invalid_fields`.
pub fn invoice_add(context: &mut Context<'_>, request: InvoiceAdd) -> AppResult<Done> {
    let day = context.day(None);
    if request.number.trim().is_empty() || request.amount.is_zero() {
        let field = if request.amount.is_zero() {
            "amount"
        } else {
            "number"
        };
        return Err(AppError::new(Code::InvalidFields).field(field, Code::FieldRequired));
    }
    if let InvoiceCustomer::New {
        country: Some(written),
        ..
    } = &request.customer
        && country::code(written).is_none()
    {
        return Err(AppError::new(Code::InvalidFields).field("country", Code::FieldCountry));
    }
    check(&request, day)?;
    let term_days = context
        .reader()?
        .creditor()?
        .map_or(14, |creditor| creditor.term_days);
    let known = known_customer(context, &request.customer)?;
    let lang = context.lang;
    let fact = context.write(day, |writer| {
        let customer = match known {
            Some(id) => id,
            None => {
                writer
                    .insert_customer(&new_customer(&request.customer, day))?
                    .0
            }
        };
        if writer
            .invoice_of(customer, request.number.trim())?
            .is_some()
        {
            return Err(AppError::new(Code::DuplicateInvoice).with("invoice", &request.number));
        }
        let invoice = Invoice {
            id: InvoiceId(0),
            customer,
            number: request.number.trim().to_string(),
            kind: if request.amount.is_negative() {
                InvoiceKind::CreditNote
            } else {
                InvoiceKind::Invoice
            },
            date: request.date,
            due: request.due.or_else(|| {
                request
                    .date
                    .checked_add_days(Days::new(u64::from(term_days)))
            }),
            amount: request.amount,
            paid_before: Cents::ZERO,
            vat: request.vat,
            payment_reference: request.payment_reference.clone(),
            credits: request.credits.clone(),
            contract: request.contract.clone(),
            received: request.received,
            description: request.description.clone(),
        };
        Ok(writer.insert_invoice(&invoice)?.1)
    })?;
    let named = |invoice, note| {
        if request.amount.is_negative() {
            note
        } else {
            invoice
        }
    };
    Ok(Done::new(
        fact,
        lang,
        format!(
            "{} {} toegevoegd.",
            named("Factuur", "Creditnota"),
            request.number
        ),
        format!(
            "{} {} added.",
            named("Invoice", "Credit note"),
            request.number
        ),
    ))
}

/// # Errors
/// `invalid_fields`, with the fields that cannot be meant.
fn check(request: &InvoiceAdd, today: NaiveDate) -> AppResult<()> {
    let mut slips = Slips::new(today)
        .happened("date", request.date)
        .ahead("date", request.date, slips::INVOICE_AHEAD)
        .line("number", &request.number);
    if let Some(due) = request.due {
        slips = slips
            .when(due < request.date, "due", Code::FieldBeforeInvoice)
            .ahead("due", due, slips::INVOICE_AHEAD);
    }
    if let Some(received) = request.received {
        slips = slips
            .when(
                received < request.date,
                "received",
                Code::FieldBeforeInvoice,
            )
            .when(received > today, "received", Code::FieldToCome);
    }
    if let Some(vat) = request.vat {
        slips = slips.vat("vat", vat, request.amount);
    }
    let mut lines = vec![
        ("payment_reference", &request.payment_reference),
        ("credits", &request.credits),
        ("contract", &request.contract),
        ("description", &request.description),
    ];
    if let InvoiceCustomer::New {
        name,
        number: _,
        kind: _,
        kvk: _,
        email,
        street,
        postcode,
        city,
        country: _,
        language: _,
    } = &request.customer
    {
        slips = slips.line("name", name);
        lines.extend([
            ("email", email),
            ("street", street),
            ("postcode", postcode),
            ("city", city),
        ]);
    }
    for (field, text) in lines {
        slips = slips.line(field, text.as_deref().unwrap_or_default());
    }
    slips.check()
}

fn known_customer(
    context: &Context<'_>,
    customer: &InvoiceCustomer,
) -> AppResult<Option<CustomerId>> {
    let reader = context.reader()?;
    match customer {
        InvoiceCustomer::Known(text) => Ok(Some(find::customer(&reader, text)?.id)),
        InvoiceCustomer::New {
            name,
            number,
            kvk,
            postcode,
            ..
        } => {
            let keys = crate::import::keys_of(
                number.as_deref(),
                kvk.as_deref(),
                None,
                name,
                postcode.as_deref().unwrap_or_default(),
            );
            for key in keys {
                if let [only] = reader.customers_by(&key)?.as_slice() {
                    return Ok(Some(*only));
                }
            }
            Ok(None)
        }
    }
}

fn new_customer(customer: &InvoiceCustomer, day: NaiveDate) -> Customer {
    let mut new = crate::import::blank_customer(day);
    if let InvoiceCustomer::New {
        name,
        number,
        kind,
        kvk,
        email,
        street,
        postcode,
        city,
        country,
        language,
    } = customer
    {
        new.name.clone_from(name);
        new.number.clone_from(number);
        new.kvk = kvk.as_deref().map(compact);
        new.email.clone_from(email);
        new.address.street = street.clone().unwrap_or_default();
        new.address.postcode = postcode.as_deref().map(compact).unwrap_or_default();
        new.address.city = city.clone().unwrap_or_default();
        new.address.country = country
            .as_deref()
            .and_then(country::code)
            .unwrap_or_else(|| "NL".to_string());
        new.language = language.unwrap_or_default();
        match kind {
            Some(kind) => {
                new.kind = *kind;
                new.kind_reason = Some("opgegeven bij het invoeren van de factuur".to_string());
            }
            None => crate::import::guess_kind(&mut new, None),
        }
    }
    new
}
