//! Whose invoice it is: the same customer by the creditor's number, else KvK, VAT number, else
//! name and postcode, else by name as `same_name` says. A doubt makes two.

use chrono::NaiveDate;
use credit::{Address, Customer, CustomerId, CustomerKind};
use law::Lang;
use store::{CustomerKey, Reader};

use super::same_name::Namesakes;
use crate::error::AppResult;

/// What a file says of a customer. Empty text means: does not say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) number: Option<String>,
    pub(crate) name: String,
    pub(crate) attention: Option<String>,
    pub(crate) kvk: Option<String>,
    pub(crate) oin: Option<String>,
    pub(crate) vat: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) address: Address,
    pub(crate) iban: Option<String>,
    pub(crate) language: Option<Lang>,
}

/// A customer of whom nothing is known yet.
pub(crate) fn blank_customer(day: NaiveDate) -> Customer {
    Customer {
        id: CustomerId(0),
        number: None,
        name: String::new(),
        attention: None,
        kind: CustomerKind::Unknown,
        kind_reason: None,
        kvk: None,
        vat: None,
        email: None,
        phone: None,
        address: Address {
            country: "NL".to_string(),
            ..Address::default()
        },
        language: Lang::Nl,
        ibans: Vec::new(),
        agreed_interest: None,
        term_agreed: None,
        buys_goods: None,
        recurring: None,
        corrected: Vec::new(),
        since: day,
    }
}

/// Takes the kind of customer from what is known, never from a guess: a register number, a
/// government number, a legal form in the name.
pub(crate) fn guess_kind(customer: &mut Customer, oin: Option<&str>) {
    let found = credit::kind_from_facts(
        &customer.name,
        customer.kvk.as_deref(),
        oin,
        customer.vat.as_deref(),
    );
    if let (Some((kind, reason)), CustomerKind::Unknown) = (found, customer.kind) {
        customer.kind = kind;
        customer.kind_reason = Some(reason);
    }
}

/// The keys by which a customer may be known, strongest first.
pub(crate) fn keys_of<'a>(
    number: Option<&'a str>,
    kvk: Option<&'a str>,
    vat: Option<&'a str>,
    name: &'a str,
    postcode: &'a str,
) -> Vec<CustomerKey<'a>> {
    let mut keys = Vec::new();
    keys.extend(number.map(CustomerKey::Number));
    keys.extend(kvk.map(CustomerKey::Kvk));
    keys.extend(vat.map(CustomerKey::Vat));
    keys.push(CustomerKey::NameAndPostcode(name, postcode));
    keys
}

/// Which known customer this is.
pub(crate) enum Identity {
    /// This one.
    Known(CustomerId),
    /// None.
    New,
    /// Perhaps one of these: a new one is made, and the user may merge them.
    Doubt(Vec<CustomerId>),
}

/// Finds the customer that a file speaks of.
pub(crate) fn identify(
    reader: &Reader<'_>,
    found: &Found,
    namesakes: &Namesakes,
) -> AppResult<Identity> {
    let keys = keys_of(
        found.number.as_deref(),
        found.kvk.as_deref(),
        found.vat.as_deref(),
        &found.name,
        &found.address.postcode,
    );
    for key in keys {
        let by_number = matches!(key, CustomerKey::Number(_));
        match reader.customers_by(&key)?.as_slice() {
            [] => {}
            [only] if by_number => return Ok(Identity::Known(*only)),
            [only] => {
                let known = reader.customer(*only)?;
                let contradicts = |ours: &Option<String>, theirs: &Option<String>| matches!((ours, theirs), (Some(ours), Some(theirs)) if ours != theirs);
                let doubtful = contradicts(&known.number, &found.number)
                    || contradicts(&known.kvk, &found.kvk);
                return Ok(if doubtful {
                    Identity::Doubt(vec![*only])
                } else {
                    Identity::Known(*only)
                });
            }
            several => {
                let settled = namesakes.one_of(reader, found, several)?;
                return Ok(settled.unwrap_or_else(|| Identity::Doubt(several.to_vec())));
            }
        }
    }
    namesakes.identify(reader, found)
}

/// The customer with what the file says filled in. What the user corrected stays; what is known
/// is only replaced by a file that is not older than the newest one seen (`fresh`).
pub(crate) fn updated(known: &Customer, found: &Found, fresh: bool) -> Customer {
    let mut customer = known.clone();
    let free = |field: &str| !known.corrected.iter().any(|corrected| corrected == field);
    let fill = |field: &str, place: &mut Option<String>, new: &Option<String>| {
        if let (true, Some(new)) = (free(field) && (place.is_none() || fresh), new) {
            *place = Some(new.clone());
        }
    };
    fill("kvk", &mut customer.kvk, &found.kvk);
    fill("vat", &mut customer.vat, &found.vat);
    fill("email", &mut customer.email, &found.email);
    fill("phone", &mut customer.phone, &found.phone);
    fill("attention", &mut customer.attention, &found.attention);
    if customer.number.is_none() && free("number") {
        customer.number.clone_from(&found.number);
    }
    let deliverable = found.address.is_deliverable();
    if free("address") && deliverable && (fresh || !customer.address.is_deliverable()) {
        customer.address = found.address.clone();
    }
    if let Some(iban) = &found.iban
        && !customer.ibans.contains(iban)
    {
        customer.ibans.push(iban.clone());
    }
    if free("kind") {
        guess_kind(&mut customer, found.oin.as_deref());
    }
    customer
}

/// A new customer as the file describes it.
pub(crate) fn new_customer(found: &Found, day: NaiveDate) -> Customer {
    let mut customer = blank_customer(day);
    customer.name.clone_from(&found.name);
    customer.number.clone_from(&found.number);
    customer.attention.clone_from(&found.attention);
    customer.kvk.clone_from(&found.kvk);
    customer.vat.clone_from(&found.vat);
    customer.email.clone_from(&found.email);
    customer.phone.clone_from(&found.phone);
    customer.address = found.address.clone();
    customer.ibans.extend(found.iban.clone());
    customer.language = found.language.unwrap_or(
        // A letter abroad is read more easily in English; the user may say otherwise.
        if matches!(customer.address.country.as_str(), "" | "NL" | "BE" | "SR") {
            Lang::Nl
        } else {
            Lang::En
        },
    );
    guess_kind(&mut customer, found.oin.as_deref());
    customer
}
