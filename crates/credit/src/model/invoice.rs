//! Invoices, credit notes, payments and what was put where.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use super::{AllocationId, BankLineId, CustomerId, InvoiceId, PaymentId};

/// Invoice or credit note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// A sum owed by the customer.
    #[default]
    Invoice,
    /// A sum in the customer's favour; its amount is negative.
    CreditNote,
}

/// An invoice or credit note, in euro.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// The program's own id.
    pub id: InvoiceId,
    /// Who owes it.
    pub customer: CustomerId,
    /// Printed number.
    pub number: String,
    /// Invoice or credit note.
    pub kind: InvoiceKind,
    /// Date on it.
    pub date: NaiveDate,
    /// Last day of payment; unknown means it cannot be reminded yet.
    pub due: Option<NaiveDate>,
    /// Original amount including VAT; negative for a credit note.
    pub amount: Cents,
    /// What was already paid when it first came in (an open-items list gives what remains).
    pub paid_before: Cents,
    /// VAT in it, when known.
    pub vat: Option<Cents>,
    /// Payment reference printed on it.
    pub payment_reference: Option<String>,
    /// Number of the invoice that this credit note credits; several on a line each, first to last.
    pub credits: Option<String>,
    /// Name of the recurring contract it is a term of.
    pub contract: Option<String>,
    /// Day the customer received it, when known.
    pub received: Option<NaiveDate>,
    /// What it is for.
    pub description: Option<String>,
}

impl Invoice {
    /// The numbers of the invoices that this credit note is set off against, first to last.
    pub fn credited_numbers(&self) -> impl Iterator<Item = &str> {
        let named = self.credits.as_deref().unwrap_or_default().lines();
        named.map(str::trim).filter(|number| !number.is_empty())
    }
}

/// Where a payment came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentSource {
    /// A line of a bank statement.
    Bank(BankLineId),
    /// Cash or card, told by the user.
    Told,
}

/// A part of a payment, put to one invoice (the designation of art. 6:43 lid 1 BW, or the
/// creditor's reading of it). How it splits into costs, interest and principal is derived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// Its own id: one allocation can be undone by itself.
    pub id: AllocationId,
    /// The invoice it was put to.
    pub invoice: InvoiceId,
    /// How much; negative reopens the invoice.
    pub amount: Cents,
}

/// Money received from a customer, or (negative) returned to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The program's own id.
    pub id: PaymentId,
    /// Whose money it is.
    pub customer: CustomerId,
    /// Day the creditor's account was credited (art. 6:114 lid 2 BW).
    pub date: NaiveDate,
    /// Amount; negative when it went back.
    pub amount: Cents,
    /// Where it came from.
    pub source: PaymentSource,
    /// What was put where; the rest is unallocated and stays visible with the customer.
    pub allocations: Vec<Allocation>,
}

impl Payment {
    /// What was not put to any invoice.
    pub fn unallocated(&self) -> Cents {
        self.amount
            - self
                .allocations
                .iter()
                .map(|allocation| allocation.amount)
                .sum()
    }
}
