//! The claim of a customer on a date: every amount with the lines that were summed.

use chrono::NaiveDate;
use law::{Cents, Lang, Per, Rule, Warning};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{CustomerId, InvoiceId, LetterId, PaymentId};

pub(crate) mod lines;

/// The claim of one customer on a date, or the part of it that one letter is about.
///
/// `principal + interest + costs = total`; the principal is the sum over `invoices`, the interest
/// likewise, the costs the sum of `open` over `costs_items`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Whose debt it is.
    pub customer: CustomerId,
    /// The day of the claim; interest runs through it, that day included.
    pub date: NaiveDate,
    /// Open principal.
    pub principal: Cents,
    /// Open interest.
    pub interest: Cents,
    /// Open collection costs, VAT on them included.
    pub costs: Cents,
    /// The three together.
    pub total: Cents,
    /// Interest of the day after `date`, summed over the invoices, then rounded.
    pub per_day: Cents,
    /// Each invoice.
    pub invoices: Vec<InvoiceClaim>,
    /// Collection costs, one item for each letter they rest on.
    pub costs_items: Vec<CostsClaim>,
    /// How payments were imputed where costs or interest were due (art. 6:43 and 6:44 BW).
    pub payments: Vec<ImputedPayment>,
    /// Money of the customer that was put to no invoice; not subtracted from the total.
    pub unallocated: Cents,
    /// Credit notes that were set off against nothing, as a positive amount; not subtracted.
    pub open_credit: Cents,
    /// What is not known or doubtful.
    pub warnings: Vec<Warning>,
    /// Code of the refusal of the law engine, when interest could not be reckoned (such as
    /// `rate_unknown`); interest is then zero, never guessed.
    pub interest_unknown: Option<String>,
}

/// One invoice of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceClaim {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Its printed number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// Last day of payment.
    pub due: Option<NaiveDate>,
    /// From the amount of the invoice to what is still open.
    pub principal: PrincipalParts,
    /// Which law sets the interest.
    pub interest_rule: Option<Rule>,
    /// First day that bears interest; none when that is not known or interest is not asked.
    pub interest_from: Option<NaiveDate>,
    /// Why interest starts on that day.
    pub start_rule: Option<Rule>,
    /// Last day that bears interest: the day of the claim, or the day of an insolvency.
    pub interest_through: Option<NaiveDate>,
    /// Interest since the start.
    pub interest_total: Cents,
    /// The part of it that payments paid.
    pub interest_paid: Cents,
    /// The part of it that was waived.
    pub interest_waived: Cents,
    /// What is left: total less paid less waived.
    pub interest_open: Cents,
    /// The periods of interest; they sum to `interest_total`.
    pub lines: Vec<CalcLine>,
    /// Whether collection costs are asked over it.
    pub bears_costs: bool,
}

/// From the amount of an invoice to what is open: amount + all others (which are zero or
/// negative) = `open`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrincipalParts {
    /// Amount of the invoice.
    pub amount: Cents,
    /// Credit notes set off against it.
    pub credited: Cents,
    /// Paid before the program knew it.
    pub paid_before: Cents,
    /// Written off.
    pub written_off: Cents,
    /// Payments, as far as they went to principal.
    pub paid: Cents,
    /// The disputed part that this letter leaves out.
    pub disputed: Cents,
    /// What is open, or asked.
    pub open: Cents,
}

/// Collection costs that rest on one letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostsClaim {
    /// The 14-day letter or final demand they rest on; none: the letter that is being made.
    pub letter: Option<LetterId>,
    /// The invoices they are reckoned over.
    pub invoices: Vec<InvoiceId>,
    /// The principal they are reckoned over.
    pub base: Cents,
    /// The costs, without VAT.
    pub costs: Cents,
    /// VAT over them.
    pub vat: Cents,
    /// What earlier letters over the same principals asked already; negative or zero.
    pub asked_before: Cents,
    /// What was waived; negative or zero.
    pub waived: Cents,
    /// Costs and VAT, less what was asked before, less what was waived.
    pub amount: Cents,
    /// What payments paid of it; negative or zero.
    pub paid: Cents,
    /// What is left.
    pub open: Cents,
    /// The day from which they are due.
    pub due_from: NaiveDate,
    /// The scale, minimum and VAT; they sum to costs and VAT.
    pub lines: Vec<CalcLine>,
}

/// A payment that was imputed where costs or interest were due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImputedPayment {
    /// The payment.
    pub payment: PaymentId,
    /// Its day.
    pub date: NaiveDate,
    /// The part of it that was put to these invoices.
    pub amount: Cents,
    /// What went to costs.
    pub costs: Cents,
    /// What went to interest.
    pub interest: Cents,
    /// What went to principal.
    pub principal: Cents,
    /// What was left over when all was paid.
    pub rest: Cents,
}

/// What a line of a calculation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalcLineKind {
    /// The amount of the invoice.
    InvoiceAmount,
    /// Credit notes.
    Credited,
    /// Paid before the program knew it.
    PaidBefore,
    /// Written off.
    WrittenOff,
    /// Payments to principal.
    Paid,
    /// The disputed part left out.
    Disputed,
    /// A period of interest.
    Interest,
    /// A slice of the scale of collection costs.
    CostsTier,
    /// Brought up to the minimum.
    CostsMinimum,
    /// Brought down to the maximum.
    CostsMaximum,
    /// VAT over the costs.
    CostsVat,
}

/// One line of a calculation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalcLine {
    /// What the line is.
    pub kind: CalcLineKind,
    /// Amount over which was reckoned.
    pub base: Option<Cents>,
    /// Percentage.
    pub percent: Option<Decimal>,
    /// Whether the percentage is per year or per month, for interest.
    pub per: Option<Per>,
    /// First day, included.
    pub from: Option<NaiveDate>,
    /// Last day, included.
    pub through: Option<NaiveDate>,
    /// Number of days.
    pub days: Option<i64>,
    /// Outcome, rounded to the cent.
    pub amount: Cents,
    /// Rule of law it rests on; its article is `rule.article()`.
    pub rule: Option<Rule>,
}

impl CalcLine {
    /// What the line is, in a few words.
    pub fn text(&self, lang: Lang) -> &'static str {
        lines::text(self.kind, lang)
    }
}

impl Claim {
    /// A claim of nothing.
    pub fn nothing(customer: CustomerId, date: NaiveDate) -> Claim {
        Claim {
            customer,
            date,
            principal: Cents::ZERO,
            interest: Cents::ZERO,
            costs: Cents::ZERO,
            total: Cents::ZERO,
            per_day: Cents::ZERO,
            invoices: Vec::new(),
            costs_items: Vec::new(),
            payments: Vec::new(),
            unallocated: Cents::ZERO,
            open_credit: Cents::ZERO,
            warnings: Vec::new(),
            interest_unknown: None,
        }
    }
}
