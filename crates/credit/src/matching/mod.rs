//! Which invoices a bank line pays: proposals with reasons and a certainty, best first.

mod book;
mod judge;
mod keys;
mod name;
mod propose;
mod readings;
mod returned;
mod sums;

use law::Cents;
use serde::{Deserialize, Serialize};

use crate::{BankLineId, Certainty, CustomerId, InvoiceId, PaymentId};

pub use book::Matcher;
pub use name::fold;

/// Why a proposal was made, or why it is not more certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchReason {
    /// The structured payment reference equals that of an invoice.
    PaymentReference,
    /// The end-to-end id equals the reference of an invoice.
    EndToEnd,
    /// The text names the number of an invoice.
    InvoiceNumber,
    /// The text names the creditor's number of the customer.
    CustomerNumber,
    /// The account is known of this customer.
    Iban,
    /// The name is that of the customer.
    Name,
    /// The amount is exactly that of one invoice.
    AmountExact,
    /// The amount is exactly the sum of several invoices.
    AmountSum,
    /// The amount is exactly what is left after an earlier part payment.
    AmountRemaining,
    /// The amount includes interest and costs that were asked.
    AmountWithCosts,
    /// Less than is open: a part payment.
    PartPayment,
    /// More than is open: the rest stays unallocated.
    Overpayment,
    /// More readings are equally good.
    SeveralCandidates,
    /// The reference points elsewhere than the rest does.
    WrongReference,
    /// The account is known of another customer.
    OtherCustomersIban,
    /// Money that went back: it reopens what an earlier payment paid.
    Returned,
}

impl MatchReason {
    /// The name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            MatchReason::PaymentReference => "payment_reference",
            MatchReason::EndToEnd => "end_to_end",
            MatchReason::InvoiceNumber => "invoice_number",
            MatchReason::CustomerNumber => "customer_number",
            MatchReason::Iban => "iban",
            MatchReason::Name => "name",
            MatchReason::AmountExact => "amount_exact",
            MatchReason::AmountSum => "amount_sum",
            MatchReason::AmountRemaining => "amount_remaining",
            MatchReason::AmountWithCosts => "amount_with_costs",
            MatchReason::PartPayment => "part_payment",
            MatchReason::Overpayment => "overpayment",
            MatchReason::SeveralCandidates => "several_candidates",
            MatchReason::WrongReference => "wrong_reference",
            MatchReason::OtherCustomersIban => "other_customers_iban",
            MatchReason::Returned => "returned",
        }
    }
}

/// A part of a proposal: so much to one invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MatchAllocation {
    /// The invoice.
    pub invoice: InvoiceId,
    /// How much; negative reopens.
    pub amount: Cents,
}

/// One reading of a bank line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchProposal {
    /// The bank line.
    pub line: BankLineId,
    /// How sure.
    pub certainty: Certainty,
    /// Why, strongest first.
    pub reasons: Vec<MatchReason>,
    /// Whose money it is.
    pub customer: CustomerId,
    /// What is put where.
    pub allocations: Vec<MatchAllocation>,
    /// What is left of the line, put to no invoice.
    pub unallocated: Cents,
    /// The earlier payment that a negative line takes back.
    pub reverses: Option<PaymentId>,
}
