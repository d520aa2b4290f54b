//! A text on one letter, drawn as that letter would leave, while it is typed; and the customers on whom it
//! can be looked at. Where nobody has anything open, on an invented customer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use credit::ProposalKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check::due_letter;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::letters::{
    Desk, check_template, could_get, example, named_template, plausible_letter, step_of,
    template_of,
};
use crate::session::Context;

/// Customers that are listed to choose from.
const MOST: usize = 100;
/// Customers whose language is looked up: an administration may hold nobody who reads this letter's.
const TRIED: usize = 2_000;

/// For which text.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SampleCustomersAsk {
    /// Its name: `reminder.nl`.
    pub name: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A customer on whom a text can be looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleCustomer {
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Whether it gets this letter today.
    pub due: bool,
}

/// Customers on whom a text can be looked at.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct SampleCustomers {
    /// Who get this letter today first, then who could get it one day. A hundred at most.
    pub customers: Vec<SampleCustomer>,
}

/// The customers on whom a text can be looked at: who have something open, could get this letter by
/// their plan, and read its language.
///
/// # Errors
/// `invalid_fields` for a name that there is not.
pub fn sample_customers(
    context: &mut Context<'_>,
    request: SampleCustomersAsk,
) -> AppResult<SampleCustomers> {
    let (kind, language) = named_template(&request.name)?;
    let date = context.day(request.date);
    let picture = context.picture(date)?;
    let reader = context.reader()?;
    let books = reader.books()?;
    let step = step_of(kind);
    let is_due = |customer: &crate::picture::CustomerPicture| {
        step.is_some()
            && customer
                .proposals
                .iter()
                .any(|proposal| proposal.kind == ProposalKind::Letter && proposal.step == step)
    };
    let mut found = SampleCustomers::default();
    let mut tried = 0;
    for due in [true, false] {
        for seen in &picture.customers {
            if found.customers.len() == MOST || tried == TRIED {
                return Ok(found);
            }
            let open = seen
                .invoices
                .iter()
                .any(|invoice| invoice.open.is_positive());
            if is_due(seen) != due || !open {
                continue;
            }
            tried += 1;
            if reader.customer(seen.id)?.language != language {
                continue;
            }
            if due || could_get(&reader.account(seen.id)?, &books, kind) {
                found.customers.push(SampleCustomer {
                    customer: seen.id.to_string(),
                    name: seen.name.clone(),
                    due,
                });
            }
        }
    }
    Ok(found)
}

/// A text to look at on one letter.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SampleLetterAsk {
    /// Its name: `reminder.nl`.
    pub name: String,
    /// Its words; the kept ones when none.
    pub text: Option<String>,
    /// On which customer; an invented one when none.
    pub customer: Option<String>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Whose letter is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SampleOf {
    /// A customer's who gets it today.
    Due,
    /// A customer's as it would be if it were due.
    Possible,
    /// An invented customer's: nobody of that name is in the books.
    Invented,
}

/// A letter with a text, drawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleLetter {
    /// The PDF, base64.
    pub pdf: String,
    /// How many pages it has.
    pub pages: u32,
    /// Name of the customer on it.
    pub name: String,
    /// Whose letter it is.
    pub of: SampleOf,
}

/// Draws a text on one letter, as that letter would leave; records nothing.
///
/// # Errors
/// `invalid_fields`, `template_refused`, `template_incomplete`, `unknown_customer`, `nothing_open`,
/// `document_failed`.
pub fn sample_letter(
    context: &mut Context<'_>,
    request: SampleLetterAsk,
) -> AppResult<SampleLetter> {
    let (kind, language) = named_template(&request.name)?;
    if let Some(text) = &request.text {
        check_template(&request.name, text)?;
    }
    let date = context.day(request.date);
    let rates = context.rates()?;
    let reader = context.reader()?;
    let desk = Desk::open(&reader)?;
    let template = match &request.text {
        Some(text) => template_of(text),
        None => desk.template(kind, language),
    };
    let (account, invented) = match &request.customer {
        Some(name) => (reader.account(find::customer(&reader, name)?.id)?, false),
        None => (example(kind, language, date), true),
    };
    let due = match invented {
        true => None,
        false => due_letter(&desk, &account, kind, &rates, date)?,
    };
    let of = match (invented, &due) {
        (true, _) => SampleOf::Invented,
        (false, Some(_)) => SampleOf::Due,
        (false, None) => SampleOf::Possible,
    };
    let letter = match due {
        Some(letter) => letter,
        None => plausible_letter(&desk, &account, kind, &rates, date)?.ok_or_else(|| {
            AppError::new(Code::NothingOpen).with("customer", &account.customer.name)
        })?,
    };
    let pdf = documents::print_letter(&letter, &template, &desk.setup)?;
    Ok(SampleLetter {
        pdf: STANDARD.encode(&pdf.bytes),
        pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
        name: account.customer.name,
        of,
    })
}
