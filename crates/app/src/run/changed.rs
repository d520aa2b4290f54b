//! What happened since a letter was approved, while it waits: a payment, a dispute, a pause. A
//! letter's bytes never change any more, so the user should know before it leaves.

use chrono::NaiveDate;
use credit::{Account, Books, Letter, LetterState};
use law::{Lang, RateTable};
use serde::Serialize;
use ts_rs::TS;

use crate::error::AppResult;
use crate::session::Context;

/// So many days after its date a letter may still leave: a weekend. The days that the plan waits after a
/// 14-day letter count from that date, and leave no more room than this.
const MOST_DAYS: i64 = 3;

/// A letter that waits and no longer fits the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangedLetter {
    /// The letter.
    pub letter: String,
    /// What happened since it was approved, in words.
    pub message: String,
}

/// The waiting letters among these for which something changed since they were approved, as it stands
/// on a day.
///
/// # Errors
/// What the store gives.
pub(super) fn changed(
    context: &Context<'_>,
    letters: &[Letter],
    today: NaiveDate,
) -> AppResult<Vec<ChangedLetter>> {
    let lang = context.lang;
    let mut found = Vec::new();
    let waiting = || {
        letters
            .iter()
            .filter(|letter| letter.state == LetterState::Approved)
    };
    if waiting().next().is_none() {
        return Ok(found);
    }
    let rates = context.rates()?;
    let reader = context.reader()?;
    let books = reader.books()?;
    for letter in waiting() {
        if reader.may_have_left_before_restore(letter.id)? {
            found.push(ChangedLetter {
                letter: letter.id.to_string(),
                message: restored_words(lang).to_string(),
            });
            continue;
        }
        let account = reader.account(letter.customer)?;
        if let Some(message) = why(&account, letter, &books, &rates, today, lang) {
            found.push(ChangedLetter {
                letter: letter.id.to_string(),
                message,
            });
        }
    }
    Ok(found)
}

/// Of a letter that waits in a restored backup, and may have left before that was put back.
pub(crate) fn restored_words(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "Er is een back-up teruggezet. Deze brief ging daarvoor misschien al de deur uit: kijk dat na voor u hem verstuurt."
        }
        Lang::En => {
            "A backup was put back. This letter may have left before that: check it before you send it."
        }
    }
}

fn why(
    account: &Account,
    letter: &Letter,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
    lang: Lang,
) -> Option<String> {
    let states = credit::invoice_states(account, books, rates, today);
    let about = |invoice| letter.lines.iter().any(|line| line.invoice == invoice);
    for line in &letter.lines {
        let state = states.iter().find(|state| state.invoice == line.invoice)?;
        let number = account
            .invoices
            .iter()
            .find(|invoice| invoice.id == line.invoice)
            .map_or("", |invoice| invoice.number.as_str());
        if state.handed_over {
            return Some(match lang {
                Lang::Nl => format!("Factuur {number} is intussen overgedragen."),
                Lang::En => format!("Invoice {number} was handed over in the meantime."),
            });
        }
        if state.open >= line.open {
            continue;
        }
        let open = credit::words::amount(state.open, lang);
        return Some(match (lang, state.open.is_positive()) {
            (Lang::Nl, true) => format!("Van factuur {number} staat nu nog maar {open} open."),
            (Lang::Nl, false) => format!("Factuur {number} is intussen voldaan."),
            (Lang::En, true) => format!("Only {open} of invoice {number} is open now."),
            (Lang::En, false) => format!("Invoice {number} was settled in the meantime."),
        });
    }
    // All of these hold a letter back, so they came after it was approved.
    if !account.insolvencies.is_empty() {
        return Some(match lang {
            Lang::Nl => "Er is intussen een insolventie of schuldhulp gemeld.".to_string(),
            Lang::En => "An insolvency or debt help was noted in the meantime.".to_string(),
        });
    }
    let held = account
        .holds
        .iter()
        .find(|hold| hold.until >= today && hold.invoice.is_none_or(about));
    if let Some(hold) = held {
        let until = credit::words::date(hold.until, lang);
        return Some(match lang {
            Lang::Nl => format!("Dit rust intussen tot en met {until}: {}", hold.reason),
            Lang::En => format!(
                "This rests through {until} in the meantime: {}",
                hold.reason
            ),
        });
    }
    let disputed = account
        .disputes
        .iter()
        .find(|dispute| dispute.date >= letter.run_date && about(dispute.invoice));
    if let Some(dispute) = disputed {
        return Some(match lang {
            Lang::Nl => format!("Er is intussen een betwisting gemeld: {}", dispute.reason),
            Lang::En => format!("A dispute was noted in the meantime: {}", dispute.reason),
        });
    }
    // A promise that runs, or bank data that has grown too old to know who paid.
    if let Some(reason) = credit::stops(account, books, today).first() {
        return Some(reason.message(lang));
    }
    let dated = credit::words::date(letter.date, lang);
    ((today - letter.date).num_days() > MOST_DAYS).then(|| match lang {
        Lang::Nl => format!(
            "Deze brief draagt de datum {dated}. Neem hem terug en maak hem opnieuw, dan kloppen datum en termijn."
        ),
        Lang::En => format!(
            "This letter bears the date {dated}. Take it back and make it again, so that its date and term are right."
        ),
    })
}
