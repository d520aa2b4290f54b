//! What was agreed or told that holds something back: promises, pauses, disputes, insolvencies.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::{Account, Books, FactId, InvoiceId, PromiseState};
use law::{Cents, Lang};
use serde::Serialize;
use store::{Reader, StoreError};
use ts_rs::TS;

use crate::error::AppResult;
use crate::words::say;

/// What kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AgreementKind {
    /// A promise to pay.
    Promise,
    /// A pause.
    Hold,
    /// A dispute.
    Dispute,
    /// An insolvency or debt help.
    Insolvency,
}

/// A promise, pause, dispute or insolvency that counts today, or did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Agreement {
    /// The fact; what `undo` takes.
    pub id: String,
    /// What kind.
    pub kind: AgreementKind,
    /// Whether it still holds something back today.
    pub active: bool,
    /// In words.
    pub title: String,
    /// What was said.
    pub reason: Option<String>,
    /// Number of the invoice it is about; null: the customer.
    pub invoice: Option<String>,
    /// How much.
    #[ts(type = "Money | null")]
    pub amount: Option<Cents>,
    /// Since when.
    #[ts(type = "IsoDate")]
    pub since: NaiveDate,
    /// Last day.
    #[ts(type = "IsoDate | null")]
    pub until: Option<NaiveDate>,
    /// Whether it can be undone now.
    pub undo: bool,
}

/// Tells which facts can be undone now; each is looked up once.
pub(crate) struct Undoable<'a> {
    reader: Reader<'a>,
    known: HashMap<FactId, bool>,
}

impl<'a> Undoable<'a> {
    /// Nothing is looked up yet.
    pub(crate) fn new(reader: Reader<'a>) -> Undoable<'a> {
        Undoable {
            reader,
            known: HashMap::new(),
        }
    }

    /// Whether a fact can be undone at once.
    ///
    /// # Errors
    /// What reading gives.
    pub(crate) fn can(&mut self, fact: FactId) -> AppResult<bool> {
        if let Some(known) = self.known.get(&fact) {
            return Ok(*known);
        }
        let can = match self.reader.undo_obstacles(fact) {
            Ok(obstacles) => obstacles.is_empty(),
            Err(
                StoreError::LeftTheHouse { .. }
                | StoreError::NotUndoable { .. }
                | StoreError::AlreadyUndone { .. },
            ) => false,
            Err(other) => return Err(other.into()),
        };
        self.known.insert(fact, can);
        Ok(can)
    }
}

/// What naming and dating agreements needs.
pub(crate) struct Around<'a> {
    pub(crate) account: &'a Account,
    pub(crate) books: &'a Books,
    pub(crate) reader: Reader<'a>,
    pub(crate) date: NaiveDate,
    pub(crate) lang: Lang,
    /// How an invoice is named.
    pub(crate) number: &'a dyn Fn(InvoiceId) -> String,
    /// Whether a part of an invoice is open and disputed.
    pub(crate) disputed: &'a dyn Fn(InvoiceId) -> bool,
}

/// The agreements with a customer, those that hold first, then the newest first.
///
/// # Errors
/// What reading gives.
pub(crate) fn agreements(
    around: &Around<'_>,
    undoable: &mut Undoable<'_>,
) -> AppResult<Vec<Agreement>> {
    let mut found = Vec::new();
    promises(around, undoable, &mut found)?;
    holds(around, undoable, &mut found)?;
    disputes(around, undoable, &mut found)?;
    insolvencies(around, undoable, &mut found)?;
    found.sort_by_key(|agreement| std::cmp::Reverse((agreement.active, agreement.since)));
    Ok(found)
}

fn promises(
    around: &Around<'_>,
    undoable: &mut Undoable<'_>,
    found: &mut Vec<Agreement>,
) -> AppResult<()> {
    let lang = around.lang;
    for promise in &around.account.promises {
        let transit = around.books.settings.transit_days;
        let state = credit::promise_state(around.account, promise, transit, around.date);
        let (amount, by) = (
            credit::words::amount(promise.amount, lang),
            credit::words::date(promise.by, lang),
        );
        let title = match state {
            PromiseState::Running => say(
                lang,
                &format!("Toezegging van {amount}, uiterlijk {by}"),
                &format!("Promise of {amount}, by {by}"),
            ),
            PromiseState::Kept => say(
                lang,
                &format!("Toezegging van {amount} uiterlijk {by}: nagekomen"),
                &format!("Promise of {amount} by {by}: kept"),
            ),
            PromiseState::Broken => say(
                lang,
                &format!("Toezegging van {amount} uiterlijk {by}: niet nagekomen"),
                &format!("Promise of {amount} by {by}: not kept"),
            ),
        };
        found.push(Agreement {
            id: promise.fact.to_string(),
            kind: AgreementKind::Promise,
            active: state == PromiseState::Running,
            title,
            reason: None,
            invoice: None,
            amount: Some(promise.amount),
            since: promise.date,
            until: Some(promise.by),
            undo: undoable.can(promise.fact)?,
        });
    }
    Ok(())
}

fn holds(
    around: &Around<'_>,
    undoable: &mut Undoable<'_>,
    found: &mut Vec<Agreement>,
) -> AppResult<()> {
    let lang = around.lang;
    for hold in &around.account.holds {
        let until = credit::words::date(hold.until, lang);
        let invoice = hold.invoice.map(around.number);
        let what = match &invoice {
            Some(number) => say(
                lang,
                &format!("Factuur {number}"),
                &format!("Invoice {number}"),
            ),
            None => say(lang, "De hele klant", "The whole customer"),
        };
        found.push(Agreement {
            id: hold.fact.to_string(),
            kind: AgreementKind::Hold,
            active: around.date <= hold.until,
            title: say(
                lang,
                &format!("{what} rust tot en met {until}"),
                &format!("{what} rests through {until}"),
            ),
            reason: Some(hold.reason.clone()),
            invoice,
            amount: None,
            since: around.reader.fact(hold.fact)?.day,
            until: Some(hold.until),
            undo: undoable.can(hold.fact)?,
        });
    }
    Ok(())
}

fn disputes(
    around: &Around<'_>,
    undoable: &mut Undoable<'_>,
    found: &mut Vec<Agreement>,
) -> AppResult<()> {
    let lang = around.lang;
    for dispute in &around.account.disputes {
        let number = (around.number)(dispute.invoice);
        let title = match dispute.amount {
            None => say(
                lang,
                &format!("Factuur {number} is betwist"),
                &format!("Invoice {number} is disputed"),
            ),
            Some(part) => {
                let part = credit::words::amount(part, lang);
                say(
                    lang,
                    &format!("Van factuur {number} is {part} betwist"),
                    &format!("Of invoice {number}, {part} is disputed"),
                )
            }
        };
        found.push(Agreement {
            id: dispute.fact.to_string(),
            kind: AgreementKind::Dispute,
            active: (around.disputed)(dispute.invoice),
            title,
            reason: Some(dispute.reason.clone()),
            invoice: Some(number),
            amount: dispute.amount,
            since: dispute.date,
            until: None,
            undo: undoable.can(dispute.fact)?,
        });
    }
    Ok(())
}

fn insolvencies(
    around: &Around<'_>,
    undoable: &mut Undoable<'_>,
    found: &mut Vec<Agreement>,
) -> AppResult<()> {
    for insolvency in &around.account.insolvencies {
        found.push(Agreement {
            id: insolvency.fact.to_string(),
            kind: AgreementKind::Insolvency,
            active: true,
            title: capital(credit::words::insolvency(insolvency.kind, around.lang)),
            reason: None,
            invoice: None,
            amount: None,
            since: insolvency.date,
            until: None,
            undo: undoable.can(insolvency.fact)?,
        });
    }
    Ok(())
}

/// A word at the beginning of a sentence.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
