//! A text tried on everybody who could get it.

use chrono::NaiveDate;
use credit::{Account, ProposalKind};
use documents::{Letter, LetterKind, Template};
use law::{Lang, RateTable};
use serde::{Deserialize, Serialize};
use store::Accounts;
use ts_rs::TS;

use crate::error::AppResult;
use crate::letters::{
    Desk, check_template, could_get, document_words, named_template, plausible_letter, step_of,
    template_of,
};
use crate::session::Context;

/// Problems that are listed; what is beyond them is counted.
const MOST_LISTED: usize = 200;

/// A text to try.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct TemplateCheck {
    /// Its name.
    pub name: String,
    /// The text.
    pub text: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Something wrong with a text for one customer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateProblemRow {
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// What is wrong, in words.
    pub problem: String,
}

/// On whom a text was tried, and for whom it does not hold.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct TemplateChecked {
    /// On how many customers.
    pub tried: u32,
    /// Customers who could get it, and have nothing open to try it with, or whose letter cannot be
    /// made whatever its words (a name that cannot be printed).
    pub skipped: u32,
    /// What is wrong, by customer.
    pub problems: Vec<TemplateProblemRow>,
    /// Problems beyond those that are listed.
    pub more: u32,
}

/// Tries a text on every customer who could ever get it. Long work.
///
/// # Errors
/// `invalid_fields`, `template_refused`, `template_incomplete`, `job_cancelled`.
pub fn template_check(
    context: &mut Context<'_>,
    request: TemplateCheck,
) -> AppResult<TemplateChecked> {
    let (kind, language) = named_template(&request.name)?;
    check_template(&request.name, &request.text)?;
    let date = context.day(request.date);
    let rates = context.rates()?;
    let running = context.session.jobs().start("template_check", None);
    let reader = context.reader()?;
    let desk = Desk::open(&reader)?;
    let trial = Trial {
        lang: context.lang,
        kind,
        rates: &rates,
        date,
        now: desk.template(kind, language),
        new: template_of(&request.text),
        bare: documents::template::bare_fields(&template_of(&request.text)),
        desk: &desk,
    };
    let mut checked = TemplateChecked::default();
    reader.for_each_account(Accounts::Unsettled, |account| -> AppResult<()> {
        running.step(usize::try_from(checked.tried).unwrap_or(usize::MAX))?;
        if account.customer.language != language || !could_get(&account, &desk.books, kind) {
            return Ok(());
        }
        let problems = match trial.letter(&account) {
            Ok(Some(letter)) => trial.problems(&letter),
            // Nothing open, or a letter that cannot be made whatever its words.
            Ok(None) | Err(_) => None,
        };
        let Some(problems) = problems else {
            checked.skipped += 1;
            return Ok(());
        };
        checked.tried += 1;
        for problem in problems {
            if checked.problems.len() < MOST_LISTED {
                checked.problems.push(TemplateProblemRow {
                    customer: account.customer.id.to_string(),
                    name: account.customer.name.clone(),
                    problem,
                });
            } else {
                checked.more += 1;
            }
        }
        Ok(())
    })?;
    Ok(checked)
}

struct Trial<'a> {
    lang: Lang,
    kind: LetterKind,
    rates: &'a RateTable,
    date: NaiveDate,
    now: Template,
    new: Template,
    /// Fields that the text names outside any `if`.
    bare: Vec<String>,
    desk: &'a Desk,
}

impl Trial<'_> {
    /// The letter that is due, else one that could be.
    fn letter(&self, account: &Account) -> AppResult<Option<Letter>> {
        due_letter(self.desk, account, self.kind, self.rates, self.date)?.map_or_else(
            || plausible_letter(self.desk, account, self.kind, self.rates, self.date),
            |letter| Ok(Some(letter)),
        )
    }

    /// What is wrong with the new words in a letter; nothing to tell when it cannot be drawn with
    /// the words of now either: that is no fault of the words.
    fn problems(&self, letter: &Letter) -> Option<Vec<String>> {
        let pages = |template| documents::letter_pages(letter, template, &self.desk.setup);
        let mut problems = Vec::new();
        match (pages(&self.new), pages(&self.now)) {
            (Err(_), Err(_)) => return None,
            (Err(error), Ok(_)) => problems.push(worded(&error, self.lang)),
            (Ok(pages), Ok(before)) if pages > before => problems.push(match self.lang {
                Lang::Nl => format!("de brief telt {pages} bladen in plaats van {before}"),
                Lang::En => format!("the letter has {pages} pages instead of {before}"),
            }),
            (Ok(_), _) => {}
        }
        let said = documents::letter_words(letter);
        for (name, value) in &said.fields {
            // Whether there were earlier letters is not known of a letter that is not due.
            let known = *name != "earlier_letters" || !letter.earlier.is_empty();
            if value.is_empty() && known && self.bare.iter().any(|bare| bare == name) {
                problems.push(match self.lang {
                    Lang::Nl => format!("het veld {name} is hier leeg"),
                    Lang::En => format!("the field {name} is empty here"),
                });
            }
        }
        Some(problems)
    }
}

/// The letter of this kind that is due for a customer today.
///
/// # Errors
/// What composing gives.
pub(super) fn due_letter(
    desk: &Desk,
    account: &Account,
    kind: LetterKind,
    rates: &RateTable,
    date: NaiveDate,
) -> AppResult<Option<Letter>> {
    let Some(step) = step_of(kind) else {
        return Ok(None);
    };
    crate::today::decide(account, &desk.books, rates, date)
        .into_iter()
        .find(|proposal| proposal.kind == ProposalKind::Letter && proposal.step == Some(step))
        .map(|proposal| desk.compose(account, &proposal))
        .transpose()
}

/// Why a letter cannot be drawn, worded.
pub(super) fn worded(error: &documents::DocumentError, lang: Lang) -> String {
    let (nl, en) = document_words(error);
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}
