//! Customers and what they have open, for whoever puts a bank line by hand.

use chrono::NaiveDate;
use credit::{BankLineId, CustomerId};
use law::Cents;
use serde::{Deserialize, Serialize};
use store::{CustomerQuery, Reader};
use ts_rs::TS;

use super::known::{Known, at_hand};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;

/// For which line, and what was typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CandidatesAsk {
    /// The bank line (`L-17`).
    pub line: String,
    /// Words of a customer's name, its number or town, or the number of an invoice; those that the
    /// line points at when none.
    pub search: Option<String>,
}

/// An open invoice or credit note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OpenItemRow {
    /// Its id: what `match_accept` and `allocate` take.
    pub invoice: String,
    /// Its printed number.
    pub number: String,
    /// Its day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Day by which it had to be paid.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
    /// What was invoiced.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is open; negative for a credit note.
    #[ts(type = "Money")]
    pub open: Cents,
    /// Whether the line, or what was typed, names it.
    pub named: bool,
}

/// A customer that a line may be of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CandidateRow {
    /// Its id.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// The creditor's own number.
    pub number: Option<String>,
    /// Its town.
    pub city: String,
    /// Whether money from the line's account was put to it before: alone, or with others.
    pub paid_before: bool,
    /// What is open in all.
    #[ts(type = "Money")]
    pub open: Cents,
    /// What is open, oldest due first, credit notes last.
    pub invoices: Vec<OpenItemRow>,
}

/// Customers that a line may be of.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Candidates {
    /// The line's amount.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// The customers, likeliest first.
    pub customers: Vec<CandidateRow>,
}

/// How many customers are given.
const MOST: u32 = 12;

/// How many invoices of one customer are given.
const MOST_INVOICES: usize = 200;

/// Customers and their open invoices, to put a bank line by hand.
///
/// # Errors
/// `unknown_line`.
pub fn bank_candidates(context: &mut Context<'_>, request: CandidatesAsk) -> AppResult<Candidates> {
    let unknown = || AppError::new(Code::UnknownLine).with("line", &request.line);
    let id: BankLineId = request.line.trim().parse().map_err(|_| unknown())?;
    at_hand(context, |reader, known| {
        candidates(&reader, known, id, &request)
    })
}

fn candidates(
    reader: &Reader<'_>,
    known: &Known,
    id: BankLineId,
    request: &CandidatesAsk,
) -> AppResult<Candidates> {
    let unknown = || AppError::new(Code::UnknownLine).with("line", &request.line);
    let line = reader.bank_line(id).map_err(|_| unknown())?;
    let search = request.search.as_deref().map(str::trim).unwrap_or_default();
    let mut customers: Vec<CustomerId> = Vec::new();
    let mut named: Vec<credit::InvoiceId> = Vec::new();
    if search.is_empty() {
        for proposal in known.matcher.propose(&line) {
            customers.push(proposal.customer);
            named.extend(proposal.allocations.iter().map(|part| part.invoice));
        }
        customers.extend(known.matcher.customers_of(&line));
        customers.extend(known.paid_from(&line));
    } else {
        for invoice in reader.invoices_numbered(search)? {
            customers.push(reader.is_same(invoice.customer)?);
            named.push(invoice.id);
        }
        let query = CustomerQuery {
            text: search.to_string(),
            limit: MOST,
            ..CustomerQuery::default()
        };
        customers.extend(reader.customers(&query)?.customers.iter().map(|of| of.id));
    }
    let mut seen = std::collections::HashSet::new();
    customers.retain(|customer| seen.insert(*customer));
    let before = known.paid_from(&line);
    let mut rows = Vec::new();
    for customer in customers.into_iter().take(MOST as usize) {
        let mut row = row(reader, known, customer, &named)?;
        row.paid_before = before.contains(&customer);
        rows.push(row);
    }
    Ok(Candidates {
        amount: line.amount,
        customers: rows,
    })
}

fn row(
    reader: &Reader<'_>,
    known: &Known,
    id: CustomerId,
    named: &[credit::InvoiceId],
) -> AppResult<CandidateRow> {
    let customer = reader.customer(id)?;
    let open = known.matcher.open_of(id);
    let mut invoices = Vec::new();
    for (invoice, open) in open.iter().take(MOST_INVOICES) {
        let found = reader.invoice(*invoice)?;
        invoices.push(OpenItemRow {
            invoice: invoice.to_string(),
            number: found.number,
            date: found.date,
            due: found.due,
            amount: found.amount,
            open: *open,
            named: named.contains(invoice),
        });
    }
    Ok(CandidateRow {
        customer: id.to_string(),
        name: customer.name,
        number: customer.number,
        city: customer.address.city,
        paid_before: false,
        open: open.iter().map(|(_, open)| *open).sum(),
        invoices,
    })
}
