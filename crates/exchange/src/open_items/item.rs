//! The rows of a list of open items, and the columns they can have.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use super::mapping::Mapping;
use crate::problem::Problem;

/// A list of open items: the rows that could be read, and everything that was wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenItems {
    /// The rows, in the order of the file.
    pub rows: Vec<OpenItem>,
    /// Everything that was wrong, with line numbers.
    pub problems: Vec<Problem>,
    /// Sum of what is open in the rows.
    pub sum: Cents,
    /// Which column was taken for what.
    pub mapping: Mapping,
    /// The headers, in order, for a window in which the mapping is corrected.
    pub headers: Vec<String>,
    /// The line on which the headers stand.
    pub header_line: u64,
    /// Required fields for which no column was found.
    pub missing: Vec<Field>,
    /// Rows that are no open item: totals, groups, repeated headers, and rows that could not be read.
    pub skipped: u64,
    /// What a total row in the file says is open, where there is one.
    pub stated_total: Option<Cents>,
}

/// One open item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenItem {
    /// The line in the file.
    pub line: u64,
    /// The customer's number in the creditor's books.
    pub customer_number: Option<String>,
    /// The customer's name.
    pub name: Option<String>,
    /// The printed number of the invoice.
    pub invoice_number: Option<String>,
    /// The day of the invoice.
    pub invoice_date: Option<NaiveDate>,
    /// The day by which it must be paid.
    pub due_date: Option<NaiveDate>,
    /// What was invoiced; negative for a credit note.
    pub amount: Option<Cents>,
    /// What is still open; negative for a credit note.
    pub open: Cents,
    /// What kind of item it is.
    pub kind: ItemKind,
    /// Payment reference.
    pub payment_reference: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Number in the commercial register, with its leading zeros.
    pub kvk: Option<String>,
    /// VAT number, without spaces and dots.
    pub vat: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// A person to turn to.
    pub contact: Option<String>,
    /// Street and house number.
    pub address: Option<String>,
    /// Postcode; a Dutch one as `1234AB`.
    pub postcode: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country, as written.
    pub country: Option<String>,
    /// The customer's account, without spaces.
    pub iban: Option<String>,
    /// The language to write in, as written.
    pub language: Option<String>,
}

/// What an open item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Money is asked.
    #[default]
    Invoice,
    /// Money is to be given back.
    CreditNote,
    /// Money that came in and belongs to no invoice yet.
    Payment,
}

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The printed number of the invoice.
    InvoiceNumber,
    /// The customer's name.
    Name,
    /// The customer's number in the creditor's books.
    CustomerNumber,
    /// The day of the invoice.
    InvoiceDate,
    /// The day by which it must be paid.
    DueDate,
    /// What was invoiced.
    Amount,
    /// What is still open.
    Open,
    /// Open debit, where debit and credit have their own columns.
    Debit,
    /// Open credit, where debit and credit have their own columns.
    Credit,
    /// What kind of item it is.
    Kind,
    /// Currency.
    Currency,
    /// Payment reference.
    PaymentReference,
    /// Description.
    Description,
    /// Number in the commercial register.
    Kvk,
    /// VAT number.
    Vat,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// A person to turn to.
    Contact,
    /// Street, with or without house number.
    Address,
    /// House number, where it has its own column.
    HouseNumber,
    /// Postcode.
    Postcode,
    /// Town.
    City,
    /// Country.
    Country,
    /// The customer's account.
    Iban,
    /// Language.
    Language,
}

impl Field {
    /// The fields without which an open item cannot be followed up.
    pub const REQUIRED: [Field; 5] = [
        Field::InvoiceNumber,
        Field::Name,
        Field::InvoiceDate,
        Field::DueDate,
        Field::Open,
    ];

    /// The name in files and on the wire, such as `invoice_number`.
    pub fn name(self) -> &'static str {
        match self {
            Field::InvoiceNumber => "invoice_number",
            Field::Name => "name",
            Field::CustomerNumber => "customer_number",
            Field::InvoiceDate => "invoice_date",
            Field::DueDate => "due_date",
            Field::Amount => "amount",
            Field::Open => "open",
            Field::Debit => "debit",
            Field::Credit => "credit",
            Field::Kind => "kind",
            Field::Currency => "currency",
            Field::PaymentReference => "payment_reference",
            Field::Description => "description",
            Field::Kvk => "kvk",
            Field::Vat => "vat",
            Field::Email => "email",
            Field::Phone => "phone",
            Field::Contact => "contact",
            Field::Address => "address",
            Field::HouseNumber => "house_number",
            Field::Postcode => "postcode",
            Field::City => "city",
            Field::Country => "country",
            Field::Iban => "iban",
            Field::Language => "language",
        }
    }
}

/// The columns of a mapping by their headers, as `read` reports them.
pub(crate) fn names_of(mapping: &Mapping) -> BTreeMap<&'static str, &str> {
    mapping
        .columns
        .iter()
        .map(|(field, column)| (field.name(), column.header.as_str()))
        .collect()
}
