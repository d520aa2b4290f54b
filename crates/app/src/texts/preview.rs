//! A text drawn on a letter, before it is kept.

use chrono::NaiveDate;
use credit::Account;
use documents::Letter;
use serde::{Deserialize, Serialize};
use store::Accounts;
use ts_rs::TS;

use super::check::{due_letter, worded};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::letters::{
    Desk, check_template, could_get, example, named_template, plausible_letter, template_of,
};
use crate::session::Context;

/// A letter's text to look at.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct TemplatePreview {
    /// Which letter: `reminder.nl`, `final_demand.en` …
    pub name: String,
    /// Its text; the kept one when none.
    pub text: Option<String>,
    /// On which customer; the first who gets this letter today when none.
    pub customer: Option<String>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What a letter would look like.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplatePreviewed {
    /// The pages, as SVG.
    pub pages: Vec<String>,
    /// On which customer.
    pub customer: String,
    /// How many letters of this kind and language are due today.
    pub due: u32,
    /// Whether the letter that is shown is not due: an example of how it would be.
    pub example: bool,
    /// Customers for whom the text cannot be used, with why.
    pub problems: Vec<String>,
}

/// Draws a letter's text on a real customer, and tries it on every letter of today. When nobody gets
/// this letter today, on a customer with something open, and without one on an invented customer.
///
/// # Errors
/// `template_refused`, `template_incomplete`, `unknown_customer`, `document_failed`, and
/// `nothing_open` for a customer without anything open.
pub fn template_preview(
    context: &mut Context<'_>,
    request: TemplatePreview,
) -> AppResult<TemplatePreviewed> {
    let (kind, language) = named_template(&request.name)?;
    let date = context.day(request.date);
    let rates = context.rates()?;
    if let Some(text) = &request.text {
        check_template(&request.name, text)?;
    }
    let own = request.text.as_deref().map(template_of);
    let reader = context.reader()?;
    let desk = Desk::open(&reader)?;
    let template = own.unwrap_or_else(|| desk.template(kind, language));
    let draw = |letter: &Letter| documents::preview_letter(letter, &template, &desk.setup);
    let only = match &request.customer {
        Some(name) => Some(crate::find::customer(&reader, name)?.id),
        None => None,
    };
    let mut shown: Option<(Vec<String>, String)> = None;
    let mut candidate: Option<Account> = None;
    let (mut due, mut problems) = (0, Vec::new());
    reader.for_each_account(Accounts::Unsettled, |account| -> AppResult<()> {
        let wanted = only.is_none_or(|id| id == account.customer.id);
        if account.customer.language != language && !(wanted && only.is_some()) {
            return Ok(());
        }
        let name = account.customer.name.clone();
        match due_letter(&desk, &account, kind, &rates, date) {
            Ok(Some(letter)) if letter.lang == language => {
                due += 1;
                match draw(&letter) {
                    Err(error) => {
                        problems.push(format!("{name}: {}", worded(&error, context.lang)))
                    }
                    Ok(pages) if shown.is_none() && wanted => shown = Some((pages, name)),
                    Ok(_) => {}
                }
            }
            Err(error) => problems.push(format!("{name}: {}", error.to_api(context.lang).message)),
            Ok(_)
                if wanted
                    && candidate.is_none()
                    && (only.is_some() || could_get(&account, &desk.books, kind)) =>
            {
                candidate = Some(account);
            }
            Ok(_) => {}
        }
        Ok(())
    })?;
    let not_due = shown.is_none();
    let (pages, customer) = match shown {
        Some(shown) => shown,
        None => {
            if let (Some(name), None) = (&request.customer, &candidate) {
                return Err(AppError::new(Code::NothingOpen).with("customer", name));
            }
            let account = candidate.unwrap_or_else(|| example(kind, language, date));
            let letter = match plausible_letter(&desk, &account, kind, &rates, date)? {
                Some(letter) => letter,
                None => {
                    let invented = example(kind, language, date);
                    plausible_letter(&desk, &invented, kind, &rates, date)?.ok_or_else(|| {
                        AppError::new(Code::NothingOpen).with("customer", &account.customer.name)
                    })?
                }
            };
            (draw(&letter)?, letter.addressee.name)
        }
    };
    Ok(TemplatePreviewed {
        pages,
        customer,
        due,
        example: not_due,
        problems,
    })
}
