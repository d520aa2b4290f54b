//! Corrections of a customer. What the user corrected outlives every import.

use credit::{AgreedInterest, Customer, CustomerKind};
use law::Lang;
use serde::Deserialize;
use ts_rs::TS;

use super::{Done, reason};
use crate::catalogue::Code;
use crate::country;
use crate::creditor::{compact, looks_like_email};
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;

/// What to change; fields left out stay as they are, empty text clears.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetCustomer {
    /// The customer.
    #[ts(optional = false)]
    pub customer: String,
    /// Regime of law; needs a reason.
    #[ts(optional, type = "CustomerKind")]
    pub kind: Option<CustomerKind>,
    /// Why.
    pub reason: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// The creditor's own customer number.
    pub number: Option<String>,
    /// Whom letters are for.
    pub attention: Option<String>,
    /// Trade register number.
    pub kvk: Option<String>,
    /// VAT number.
    pub vat: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Extra address line.
    pub address_extra: Option<String>,
    /// Postal code.
    pub postcode: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country, two letters.
    pub country: Option<String>,
    /// Language of letters.
    #[ts(optional, type = "Language")]
    pub language: Option<Lang>,
    /// An account it pays from, added to those that are known.
    pub iban: Option<String>,
    /// Whether the payment term was agreed.
    pub term_agreed: Option<bool>,
    /// Whether it buys goods (a consumer's purchase lapses in 2 years).
    pub buys_goods: Option<bool>,
    /// Whether its invoices are terms of a recurring contract.
    pub recurring: Option<bool>,
    /// Agreed interest, percent per year.
    pub interest_per_year: Option<String>,
    /// Agreed interest, percent per month.
    pub interest_per_month: Option<String>,
}

fn text(change: Option<&String>, place: &mut Option<String>) {
    if let Some(new) = change {
        let new = new.trim();
        *place = (!new.is_empty()).then(|| new.to_string());
    }
}

fn plain(change: Option<&String>, place: &mut String) {
    if let Some(new) = change {
        *place = new.trim().to_string();
    }
}

/// Corrects a customer.
///
/// # Errors
/// `unknown_customer`, `reason_needed` for a change of kind, `invalid_fields`.
pub fn set_customer(context: &mut Context<'_>, request: SetCustomer) -> AppResult<Done> {
    let day = context.day(None);
    let before = find::customer(&context.reader()?, &request.customer)?;
    let after = changed(&before, &request)?;
    let fact = context
        .write(day, |writer| Ok(writer.update_customer(&after)?))?
        .ok_or_else(|| AppError::new(Code::InvalidFields).field("customer", Code::FieldRequired))?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{} is bijgewerkt.", after.name),
        format!("{} was updated.", after.name),
    ))
}

fn changed(before: &Customer, request: &SetCustomer) -> AppResult<Customer> {
    let mut after = before.clone();
    check(request)?;
    if let Some(kind) = request.kind {
        let why = reason(request.reason.as_deref().unwrap_or_default())?;
        after.kind = kind;
        after.kind_reason = Some(why);
    }
    plain(request.name.as_ref(), &mut after.name);
    text(request.number.as_ref(), &mut after.number);
    text(request.attention.as_ref(), &mut after.attention);
    text(
        request.kvk.as_ref().map(|kvk| compact(kvk)).as_ref(),
        &mut after.kvk,
    );
    text(
        request
            .vat
            .as_ref()
            .map(|vat| compact(vat).replace('.', ""))
            .as_ref(),
        &mut after.vat,
    );
    text(request.email.as_ref(), &mut after.email);
    text(request.phone.as_ref(), &mut after.phone);
    plain(request.street.as_ref(), &mut after.address.street);
    plain(request.address_extra.as_ref(), &mut after.address.extra);
    plain(
        request.postcode.as_ref().map(|code| compact(code)).as_ref(),
        &mut after.address.postcode,
    );
    plain(request.city.as_ref(), &mut after.address.city);
    if let Some(written) = &request.country {
        after.address.country = country::code(written).ok_or_else(|| {
            AppError::new(Code::InvalidFields).field("country", Code::FieldCountry)
        })?;
    }
    if let Some(language) = request.language {
        after.language = language;
    }
    if let Some(iban) = request.iban.as_ref().map(|iban| compact(iban))
        && !iban.is_empty()
        && !after.ibans.contains(&iban)
    {
        after.ibans.push(iban);
    }
    after.term_agreed = request.term_agreed.or(after.term_agreed);
    after.buys_goods = request.buys_goods.or(after.buys_goods);
    after.recurring = request.recurring.or(after.recurring);
    let agreed = [
        (&request.interest_per_year, false),
        (&request.interest_per_month, true),
    ];
    for (percent, per_month) in agreed {
        if let Some(percent) = percent {
            after.agreed_interest = agreed_interest(percent, per_month)?;
        }
    }
    mark_corrected(before, &mut after);
    Ok(after)
}

fn agreed_interest(percent: &str, per_month: bool) -> AppResult<Option<AgreedInterest>> {
    if percent.trim().is_empty() {
        return Ok(None);
    }
    let field = if per_month {
        "interest_per_month"
    } else {
        "interest_per_year"
    };
    let wrong = || AppError::new(Code::InvalidFields).field(field, Code::FieldInvalid);
    let percent: rust_decimal::Decimal = percent
        .trim()
        .replace(',', ".")
        .parse()
        .map_err(|_| wrong())?;
    if percent.is_sign_negative() || percent > rust_decimal::Decimal::ONE_HUNDRED {
        return Err(wrong());
    }
    Ok(Some(AgreedInterest {
        percent,
        per_month,
        compounding: false,
    }))
}

fn check(request: &SetCustomer) -> AppResult<()> {
    let mut error = AppError::new(Code::InvalidFields);
    let given = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_string();
    if request.name.is_some() && given(&request.name).is_empty() {
        error = error.field("name", Code::FieldRequired);
    }
    if !given(&request.email).is_empty() && !looks_like_email(&given(&request.email)) {
        error = error.field("email", Code::FieldEmail);
    }
    let iban = compact(&given(&request.iban));
    if !iban.is_empty() && !exchange::numbers::is_iban(&iban) {
        error = error.field("iban", Code::FieldIban);
    }
    let kvk = compact(&given(&request.kvk));
    if !kvk.is_empty() && !exchange::numbers::is_kvk(&kvk) {
        error = error.field("kvk", Code::FieldKvk);
    }
    if error.fields.is_empty() {
        Ok(())
    } else {
        Err(error)
    }
}

/// Marks what now differs as corrected by hand, so that imports leave it alone.
fn mark_corrected(before: &Customer, after: &mut Customer) {
    let changes: [(&str, bool); 11] = [
        (
            "kind",
            before.kind != after.kind || before.kind_reason != after.kind_reason,
        ),
        ("name", before.name != after.name),
        ("number", before.number != after.number),
        ("attention", before.attention != after.attention),
        ("kvk", before.kvk != after.kvk),
        ("vat", before.vat != after.vat),
        ("email", before.email != after.email),
        ("phone", before.phone != after.phone),
        ("iban", before.ibans != after.ibans),
        ("address", before.address != after.address),
        ("language", before.language != after.language),
    ];
    for (field, changed) in changes {
        if changed && !after.corrected.iter().any(|known| known == field) {
            after.corrected.push(field.to_string());
        }
    }
}
