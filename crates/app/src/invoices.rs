//! The list of invoices and credit notes: searched, filtered, sorted, page by page.

use chrono::NaiveDate;
use credit::{InvoiceKind, Step};
use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppResult;
use crate::find;
use crate::overview::PAGE;
use crate::picture::{
    CustomerPicture, Flags, InvoiceFilter, InvoicePicture, InvoiceSort, NextStep, Words,
};
use crate::session::Context;

/// Which invoices.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct InvoicesAsk {
    /// Words that must all occur in the number, the payment reference, or with the customer.
    pub search: Option<String>,
    /// All of them must hold.
    #[ts(optional, as = "Option<Vec<InvoiceFilter>>")]
    pub filters: Vec<InvoiceFilter>,
    /// Only of this customer.
    pub customer: Option<String>,
    /// The order; by number when none.
    #[ts(optional, as = "Option<InvoiceSort>")]
    pub sort: InvoiceSort,
    /// The other way round; those without a value to sort by stay last.
    #[ts(optional, as = "Option<bool>")]
    pub descending: bool,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give; at most 500.
    pub limit: u32,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// One invoice or credit note in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InvoiceRow {
    /// What every command takes as this very invoice, whatever its printed number.
    pub id: String,
    /// Its printed number.
    pub number: String,
    /// Invoice or credit note.
    #[ts(type = "'invoice' | 'credit_note'")]
    pub kind: InvoiceKind,
    /// The customer's id.
    pub customer: String,
    /// The customer's name.
    pub name: String,
    /// Date on it.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Last day of payment.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
    /// Its amount; negative for a credit note.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is open of it; negative for a credit note.
    #[ts(type = "Money")]
    pub open: Cents,
    /// Days after the due date; null when it is not late.
    pub days_late: Option<i64>,
    /// The last step that left.
    #[ts(type = "Step | null")]
    pub stage: Option<Step>,
    /// What comes next.
    pub next: Option<NextStep>,
    /// What holds for it.
    pub flags: Vec<InvoiceFilter>,
}

impl InvoiceRow {
    /// The row of an invoice.
    pub(crate) fn of(
        customer: &CustomerPicture,
        invoice: &InvoicePicture,
        date: NaiveDate,
    ) -> InvoiceRow {
        InvoiceRow {
            id: find::invoice_id(invoice.id),
            number: invoice.number.to_string(),
            kind: invoice.kind,
            customer: customer.id.to_string(),
            name: customer.name.clone(),
            date: invoice.date,
            due: invoice.due,
            amount: invoice.amount,
            open: invoice.open,
            days_late: invoice.days_late(date).filter(|days| *days > 0),
            stage: invoice.stage,
            next: invoice.next,
            flags: invoice.flags.list(),
        }
    }
}

/// One page of invoices.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InvoicesPage {
    /// How many match.
    pub total: u32,
    /// What they were for together.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is open of them together.
    #[ts(type = "Money")]
    pub open: Cents,
    /// The page.
    pub rows: Vec<InvoiceRow>,
}

/// The list of invoices.
///
/// # Errors
/// `unknown_customer`.
pub fn invoices(context: &mut Context<'_>, request: InvoicesAsk) -> AppResult<InvoicesPage> {
    let date = context.day(request.date);
    let whose = match &request.customer {
        Some(customer) => Some(find::customer(&context.reader()?, customer)?.id),
        None => None,
    };
    let picture = context.picture(date)?;
    let words = Words::of(request.search.as_deref());
    let filters: Flags = request.filters.iter().copied().collect();
    // A word may stand with the customer; what does not must stand with the invoice.
    let marked = picture.mark(
        |customer| {
            let asked = whose.is_none_or(|whose| customer.id == whose);
            asked.then(|| words.not_in(&customer.search))
        },
        |missing, invoice| {
            invoice.flags.hold(filters) && missing.iter().all(|word| invoice.search.contains(word))
        },
    );
    let limit = request.limit.min(PAGE) as usize;
    let part = (request.offset as usize, limit);
    let rows = picture.page_of(&marked, request.sort, request.descending, part);
    Ok(InvoicesPage {
        total: marked.total,
        amount: marked.amount,
        open: marked.open,
        rows: rows
            .into_iter()
            .map(|(customer, invoice)| InvoiceRow::of(customer, invoice, date))
            .collect(),
    })
}
