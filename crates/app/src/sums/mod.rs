//! A sum, part by part: which customers, invoices, letters or payments it is made of, and the rule by
//! which they count. The parts sum to it, to the cent.
//!
//! Everything is read from the picture that the lists are read from, so a sum and its explanation
//! cannot differ, and twenty thousand parts are grouped by customer and given in pages.

mod found;
mod loose;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;
use credit::{Bucket, ExpectedIn};
use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::explain::ExplainedLine;
use crate::find;
use crate::overview::PAGE;
use crate::picture::CustomerPicture;
use crate::session::Context;
use found::Finding;

/// Which sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SumOf {
    /// What is open.
    Open,
    /// The part of it that is past its due date.
    Late,
    /// The part of it that is so many days late; `bucket` says how many.
    Bucket,
    /// What the letters ask that may go today, or ask a decision.
    Moving,
    /// What is expected in one week; `week` is its Monday.
    Week,
    /// What was expected before today and is not in yet.
    Past,
    /// What is expected after the last of the weeks.
    Later,
    /// For what no day is guessed.
    Unknown,
    /// Money that is put to no invoice.
    Unallocated,
}

/// Which sum, and which page of its parts.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SumAsk {
    /// Which sum.
    pub of: SumOf,
    /// Of this customer only, invoice by invoice; of everybody, customer by customer, when none.
    pub customer: Option<String>,
    /// Only this invoice of it.
    pub invoice: Option<String>,
    /// How late, for `bucket`.
    #[ts(optional, type = "AgeingName")]
    pub bucket: Option<Bucket>,
    /// The Monday of the week, for `week`.
    #[ts(optional, type = "IsoDate")]
    pub week: Option<NaiveDate>,
    /// How many parts to pass over.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub offset: u32,
    /// How many parts to give; at most 500, and 100 when none.
    pub limit: Option<u32>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What the parts of a sum are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SumBy {
    /// Customers, each with parts of its own.
    Customer,
    /// Invoices and credit notes.
    Invoice,
    /// Letters.
    Letter,
    /// Money that came in.
    Payment,
}

/// One part of a sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SumPart {
    /// What opens it: a customer's or an invoice's id; null when there is nothing to open.
    pub id: Option<String>,
    /// Its name or number.
    pub label: String,
    /// What else is to be known about it.
    pub note: Option<String>,
    /// How many parts it has itself; zero when it cannot be opened further.
    pub parts: u32,
    /// What it adds to the sum.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// How its amount came; the lines sum to it.
    pub lines: Vec<ExplainedLine>,
}

/// A sum, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExplainedSum {
    /// The day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// The sum.
    #[ts(type = "Money")]
    pub total: Cents,
    /// What counts, in words.
    pub rule: String,
    /// What its parts are.
    pub by: SumBy,
    /// How many parts there are.
    pub count: u32,
    /// The parts of this page.
    pub parts: Vec<SumPart>,
    /// What the parts after this page are together.
    #[ts(type = "Money")]
    pub rest: Cents,
    /// What is not in the sum although one might think so.
    pub notes: Vec<String>,
}

const USUAL: u32 = 100;

/// What counts, with everything that is needed to say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Open,
    Late,
    Bucket(Bucket),
    Moving,
    Expected(ExpectedIn),
    Unallocated,
}

impl Rule {
    fn of(request: &SumAsk) -> AppResult<Rule> {
        let missing = |field: &str| {
            AppError::new(Code::BadRequest)
                .with("name", "explain_sum")
                .with("what", field)
        };
        Ok(match request.of {
            SumOf::Open => Rule::Open,
            SumOf::Late => Rule::Late,
            SumOf::Bucket => Rule::Bucket(request.bucket.ok_or_else(|| missing("bucket"))?),
            SumOf::Moving => Rule::Moving,
            SumOf::Week => {
                let monday = request.week.ok_or_else(|| missing("week"))?;
                Rule::Expected(ExpectedIn::Week(monday))
            }
            SumOf::Past => Rule::Expected(ExpectedIn::Past),
            SumOf::Later => Rule::Expected(ExpectedIn::Later),
            SumOf::Unknown => Rule::Expected(ExpectedIn::Unknown),
            SumOf::Unallocated => Rule::Unallocated,
        })
    }
}

/// Explains a sum.
///
/// # Errors
/// `unknown_customer`, `unknown_invoice`, `bad_request` when the bucket or the week is missing.
pub fn explain_sum(context: &mut Context<'_>, request: SumAsk) -> AppResult<ExplainedSum> {
    let (date, lang) = (context.day(request.date), context.lang);
    let rule = Rule::of(&request)?;
    let rates = context.rates()?;
    let picture = context.picture(date)?;
    let reader = context.reader()?;
    let whose = match &request.customer {
        Some(customer) => Some(find::customer(&reader, customer)?.id),
        None => None,
    };
    let only = match &request.invoice {
        Some(number) => Some(find::invoice(&reader, number)?),
        None => None,
    };
    if let Some(invoice) = &only
        && whose.is_some_and(|whose| invoice.customer != whose)
    {
        return Err(AppError::new(Code::UnknownInvoice).with("invoice", &invoice.number));
    }
    let finding = Finding::new(
        &picture,
        rule,
        only.as_ref().map(|invoice| invoice.id),
        lang,
    );
    let whose = whose.or(only.as_ref().map(|invoice| invoice.customer));
    let (by, parts) = match whose {
        None => (SumBy::Customer, finding.customers()),
        Some(id) => {
            let customer = picture
                .customer(id)
                .ok_or_else(|| crate::customer_detail::unknown(id))?;
            match rule {
                Rule::Unallocated => {
                    let account = reader.account(id)?;
                    let books = reader.books()?;
                    let found = credit::unallocated(&account, &books, &rates, date);
                    (
                        SumBy::Payment,
                        loose::parts(&account, found, customer, lang),
                    )
                }
                Rule::Moving => (SumBy::Letter, finding.letters(customer)),
                _ => (SumBy::Invoice, finding.invoices(customer)),
            }
        }
    };
    let total: Cents = parts.iter().map(|part| part.amount).sum();
    let first = request.offset as usize;
    let limit = request.limit.unwrap_or(USUAL).min(PAGE) as usize;
    let after = parts.iter().skip(first + limit);
    let unallocated = match whose {
        None => picture.totals().unallocated,
        Some(id) => picture
            .customer(id)
            .map_or(Cents::ZERO, |one| one.unallocated),
    };
    Ok(ExplainedSum {
        date,
        total,
        rule: words::rule(rule, by, lang),
        by,
        count: u32::try_from(parts.len()).unwrap_or(u32::MAX),
        rest: after.map(|part| part.amount).sum(),
        parts: parts
            .iter()
            .skip(first)
            .take(limit)
            .map(|part| finding.worded(part))
            .collect(),
        notes: words::notes(rule, only.is_some(), unallocated, lang),
    })
}

/// Whose parts these are.
fn named(customer: &CustomerPicture) -> String {
    customer.name.clone()
}
