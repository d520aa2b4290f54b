//! A customer: who it is, how to reach it, under which regime of law.

use chrono::NaiveDate;
use law::Lang;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::CustomerId;

/// Under which regime of law a customer stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum CustomerKind {
    /// Not yet known; treated as a consumer and asked about.
    #[default]
    Unknown,
    /// A natural person who does not act in a profession or business.
    Consumer,
    /// A company or a natural person acting in a profession or business.
    Business,
    /// A public authority (art. 6:119b BW).
    Government,
}

/// A postal address. Empty strings mean unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Street and house number, one or more lines.
    pub street: String,
    /// Extra line above the street (building, department), or empty.
    pub extra: String,
    /// Postal code, Dutch ones stored as `1234AB`.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// ISO 3166 country code, `NL` when empty.
    pub country: String,
}

impl Address {
    /// Whether a letter could be delivered: a street and a town are known.
    pub fn is_deliverable(&self) -> bool {
        !self.street.trim().is_empty() && !self.city.trim().is_empty()
    }
}

/// Interest agreed in a contract in place of statutory interest (art. 6:119 lid 3 BW).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedInterest {
    /// Percent per year or per month.
    pub percent: Decimal,
    /// Whether `percent` is per month.
    pub per_month: bool,
    /// Whether interest bears interest, over the same period.
    pub compounding: bool,
}

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// The program's own stable id.
    pub id: CustomerId,
    /// The creditor's own customer number.
    pub number: Option<String>,
    /// Name as it stands on a letter.
    pub name: String,
    /// Whom the letter is for within the customer ("t.a.v.").
    pub attention: Option<String>,
    /// Regime of law.
    pub kind: CustomerKind,
    /// Why that kind: what the user said, or what was found in a file.
    pub kind_reason: Option<String>,
    /// Number in the trade register, 8 digits.
    pub kvk: Option<String>,
    /// VAT number.
    pub vat: Option<String>,
    /// E-mail address for reminders.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Address,
    /// Language of letters.
    pub language: Lang,
    /// Accounts it is known to pay from.
    pub ibans: Vec<String>,
    /// Interest agreed by contract.
    pub agreed_interest: Option<AgreedInterest>,
    /// Whether the payment term was agreed (overrules the creditor's general answer).
    pub term_agreed: Option<bool>,
    /// Whether what it buys are goods (a consumer's purchase lapses in 2 years, art. 7:28 BW).
    pub buys_goods: Option<bool>,
    /// Recurring contract under which its invoices fall, when it is one (art. 6:96 BW, Stb. 2024, 44).
    pub recurring: Option<bool>,
    /// Fields that the user corrected by hand: imports leave these alone.
    pub corrected: Vec<String>,
    /// First day it was known.
    pub since: NaiveDate,
}
