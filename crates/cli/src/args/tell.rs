//! Arguments of what the user tells the program.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::values;

/// A bank line to book.
#[derive(Debug, Args, Serialize)]
pub struct Accept {
    /// Bank line (L-17)
    pub line: String,
    /// Whose money it is
    #[arg(long)]
    pub customer: Option<String>,
    /// What is put where: INVOICE=AMOUNT; may be repeated
    #[arg(long = "part", value_name = "INVOICE=AMOUNT", value_parser = values::part)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<values::Part>,
}

/// A letter that left.
#[derive(Debug, Args, Serialize)]
pub struct Confirm {
    /// Letter (B-17)
    pub letter: String,
    /// Day it was posted or sent; else the date it bears
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub left_on: Option<NaiveDate>,
    /// Proof of sending, to keep
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub proof: Option<String>,
}

/// Letters to take back.
#[derive(Debug, Args, Serialize)]
pub struct Withdraw {
    /// Letters (B-17) that were approved and have not left: all of them, or none
    #[arg(required = true)]
    pub letters: Vec<String>,
    /// Why, for later
    #[arg(long)]
    pub reason: Option<String>,
}

/// Regime of law of a customer.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Consumer.
    Consumer,
    /// Business.
    Business,
    /// Government.
    Government,
    /// Not yet known.
    Unknown,
}

/// Language of a customer's letters.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterLanguage {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// A correction of a customer. Empty text clears a field.
#[derive(Debug, Args, Serialize)]
pub struct SetCustomer {
    /// Customer
    pub customer: String,
    /// Consumer, business or government; needs --reason
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// Why
    #[arg(long)]
    pub reason: Option<String>,
    /// Name
    #[arg(long)]
    pub name: Option<String>,
    /// Your own customer number
    #[arg(long)]
    pub number: Option<String>,
    /// Whom letters are for
    #[arg(long)]
    pub attention: Option<String>,
    /// Trade register number
    #[arg(long)]
    pub kvk: Option<String>,
    /// VAT number
    #[arg(long)]
    pub vat: Option<String>,
    /// E-mail address
    #[arg(long)]
    pub email: Option<String>,
    /// Telephone number
    #[arg(long)]
    pub phone: Option<String>,
    /// Street and house number
    #[arg(long)]
    pub street: Option<String>,
    /// Extra address line
    #[arg(long)]
    pub address_extra: Option<String>,
    /// Postal code
    #[arg(long)]
    pub postcode: Option<String>,
    /// Town
    #[arg(long)]
    pub city: Option<String>,
    /// Country, two letters
    #[arg(long)]
    pub country: Option<String>,
    /// Language of letters
    #[arg(long, value_enum)]
    pub language: Option<LetterLanguage>,
    /// An account it pays from, added to those that are known
    #[arg(long)]
    pub iban: Option<String>,
    /// Whether the payment term was agreed
    #[arg(long, value_name = "true|false")]
    pub term_agreed: Option<bool>,
    /// Whether it buys goods (a consumer's purchase lapses in 2 years)
    #[arg(long, value_name = "true|false")]
    pub buys_goods: Option<bool>,
    /// Whether its invoices are terms of a recurring contract
    #[arg(long, value_name = "true|false")]
    pub recurring: Option<bool>,
    /// Agreed interest, percent per year
    #[arg(long, value_name = "PERCENT")]
    pub interest_per_year: Option<String>,
    /// Agreed interest, percent per month
    #[arg(long, value_name = "PERCENT", conflicts_with = "interest_per_year")]
    pub interest_per_month: Option<String>,
}

/// A cash or card payment.
#[derive(Debug, Args, Serialize)]
pub struct Pay {
    /// Customer
    pub customer: String,
    /// Amount
    #[arg(value_parser = values::amount, allow_negative_numbers = true)]
    pub amount: String,
    /// Invoice that the customer named; may be repeated
    #[arg(long = "for", value_name = "INVOICE")]
    pub invoices: Vec<String>,
}

/// A part of an invoice to give up.
#[derive(Debug, Args, Serialize)]
pub struct WriteOff {
    /// Invoice
    pub invoice: String,
    /// Amount
    #[arg(value_parser = values::amount, allow_negative_numbers = true)]
    pub amount: String,
    /// Why
    #[arg(long)]
    pub reason: String,
}

/// A credit note to set off.
#[derive(Debug, Args, Serialize)]
pub struct SetOff {
    /// Credit note
    pub credit: String,
    /// Invoice that it is set off against
    pub invoice: String,
    /// Say what it would do; book nothing
    #[arg(long)]
    #[serde(skip)]
    pub preview: bool,
}

/// Interest or costs to give up.
#[derive(Debug, Args, Serialize)]
pub struct Waive {
    /// Customer
    pub customer: String,
    /// Interest to give up
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount, allow_hyphen_values = true)]
    pub interest: Option<String>,
    /// Costs to give up
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount, allow_hyphen_values = true)]
    pub costs: Option<String>,
    /// Why
    #[arg(long)]
    pub reason: String,
}

/// A pause.
#[derive(Debug, Args, Serialize)]
pub struct Hold {
    /// Customer, or invoice
    pub subject: String,
    /// Last day of the pause
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub until: NaiveDate,
    /// Why
    #[arg(long)]
    pub reason: String,
}

/// A dispute.
#[derive(Debug, Args, Serialize)]
pub struct Dispute {
    /// Invoice
    pub invoice: String,
    /// The disputed part; else all of it
    #[arg(long, value_parser = values::amount, allow_hyphen_values = true)]
    pub amount: Option<String>,
    /// What the customer says
    #[arg(long)]
    pub reason: String,
}

/// A promise.
#[derive(Debug, Args, Serialize)]
pub struct Promise {
    /// Customer
    pub customer: String,
    /// Amount
    #[arg(value_parser = values::amount, allow_negative_numbers = true)]
    pub amount: String,
    /// Last day
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub by: NaiveDate,
}

/// What kind of insolvency or debt help.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum InsolvencyKind {
    /// Bankruptcy.
    Bankruptcy,
    /// Suspension of payments.
    #[value(alias = "suspension-of-payments")]
    SuspensionOfPayments,
    /// Statutory debt restructuring.
    #[value(alias = "debt-restructuring")]
    DebtRestructuring,
    /// Moratorium.
    Moratorium,
    /// Municipal debt counselling.
    #[value(alias = "debt-counselling")]
    DebtCounselling,
    /// Administration or guardianship.
    Administration,
}

/// An insolvency.
#[derive(Debug, Args, Serialize)]
pub struct Insolvency {
    /// Customer
    pub customer: String,
    /// What kind
    #[arg(long, value_enum)]
    pub kind: InsolvencyKind,
}

/// A note.
#[derive(Debug, Args, Serialize)]
pub struct Note {
    /// Customer
    pub customer: String,
    /// Text
    pub text: String,
}

/// What to undo.
#[derive(Debug, Args, Serialize)]
pub struct Undo {
    /// What to undo (F-17); else the last act
    pub id: Option<String>,
    /// And what later acts build on it, the newest first: all of it, or nothing
    #[arg(long)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
}
