//! The statements of a bank file for its preview: do they add up, do they follow on what is known,
//! how much of them is new.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::words::{amount, date};
use exchange::{BalanceCheck, StatementEnd, StatementHead};
use law::Cents;
use serde::Serialize;
use store::{ImportRows, Reader, StageId, StatementIndex};
use ts_rs::TS;

use super::seen::SHOWN;
use super::{Desk, count};
use crate::creditor::compact;
use crate::error::AppResult;
use crate::words::say;

/// How a check of a statement came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CheckResult {
    /// It is right.
    Ok,
    /// Worth a look, but nothing is lost.
    Mind,
    /// Something is missing or wrong.
    Wrong,
    /// It cannot be checked.
    Unknown,
}

/// A check of a statement, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementCheck {
    /// How it came out.
    pub result: CheckResult,
    /// In words, with days and euro.
    pub words: String,
}

/// A statement in a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportStatement {
    /// The account.
    pub account: String,
    /// Whether it is the account on the creditor's letters.
    pub own: bool,
    /// The bank's number of it.
    pub number: Option<String>,
    /// First day.
    #[ts(type = "IsoDate | null")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[ts(type = "IsoDate | null")]
    pub through: Option<NaiveDate>,
    /// Opening balance.
    #[ts(type = "Money | null")]
    pub opening: Option<Cents>,
    /// Closing balance.
    #[ts(type = "Money | null")]
    pub closing: Option<Cents>,
    /// Lines in it.
    pub lines: u32,
    /// Lines that are new.
    pub added: u32,
    /// Whether opening and lines make closing.
    pub balance: StatementCheck,
    /// Whether it follows on the last known statement of the account.
    pub chain: StatementCheck,
}

/// A bank line in a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportBankLine {
    /// Day it was booked.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Money in is positive.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// The other side.
    pub name: Option<String>,
    /// Its account.
    pub iban: Option<String>,
    /// The text.
    pub description: String,
    /// The creditor's account.
    pub account: String,
}

/// What a bank file holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct BankSeen {
    pub(crate) statements: Vec<ImportStatement>,
    pub(crate) statement_count: u32,
    pub(crate) statements_new: u32,
    pub(crate) lines: Vec<ImportBankLine>,
    pub(crate) money_in: Cents,
    pub(crate) money_out: Cents,
}

/// A statement as the chain sees it: its last day and closing balance.
type Link = (Option<NaiveDate>, Cents);

/// Looks at statements before and after their booking.
pub(crate) struct StatementLook<'d> {
    desk: &'d Desk<'d>,
    all: Vec<ImportStatement>,
    seen: BankSeen,
    /// The closing balances of this file, by account.
    closed: HashMap<String, Vec<Link>>,
}

impl<'d> StatementLook<'d> {
    pub(crate) fn new(desk: &'d Desk<'d>) -> StatementLook<'d> {
        StatementLook {
            desk,
            all: Vec::new(),
            seen: BankSeen::default(),
            closed: HashMap::new(),
        }
    }

    /// Looks at a statement while what was known before still is what is known.
    pub(crate) fn before(
        &mut self,
        reader: &Reader<'_>,
        head: &StatementHead,
        end: &StatementEnd,
        (first, last): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> AppResult<()> {
        let balance = |of: &Option<exchange::Balance>| {
            let of = of.as_ref()?;
            Some((of.date, of.amount.cents()?))
        };
        let (opening, closing) = (balance(&end.opening), balance(&end.closing));
        let from = first.or(opening.and_then(|(day, _)| day));
        let through = closing.and_then(|(day, _)| day).or(last);
        let chain = self.chain(reader, &head.account, opening, from)?;
        if let Some((_, amount)) = closing {
            let links = self.closed.entry(compact(&head.account)).or_default();
            links.push((through, amount));
        }
        let moved = Cents::round(end.credit - end.debit);
        self.all.push(ImportStatement {
            account: head.account.clone(),
            own: compact(&head.account) == compact(&self.desk.creditor.iban),
            number: head.number.clone(),
            from,
            through,
            opening: opening.map(|(_, amount)| amount),
            closing: closing.map(|(_, amount)| amount),
            lines: 0,
            added: 0,
            balance: self.balance(end.balance_check, opening, closing, moved),
            chain,
        });
        Ok(())
    }

    fn balance(
        &self,
        check: BalanceCheck,
        opening: Option<Link>,
        closing: Option<Link>,
        moved: Cents,
    ) -> StatementCheck {
        let lang = self.desk.lang;
        let (result, words) = match (check, opening, closing) {
            (BalanceCheck::Ok, ..) => (
                CheckResult::Ok,
                say(
                    lang,
                    "Begin plus bij en af is precies het eindsaldo.",
                    "Opening plus money in and out is exactly the closing balance.",
                ),
            ),
            (BalanceCheck::Fails, Some((_, opening)), Some((_, closing))) => {
                let off = amount((closing - opening - moved).abs(), lang);
                (
                    CheckResult::Wrong,
                    say(
                        lang,
                        &format!(
                            "De regels komen {off} anders uit dan het eindsaldo. Mogelijk ontbreken er regels; download het afschrift opnieuw."
                        ),
                        &format!(
                            "The lines come out {off} away from the closing balance. Lines may be missing; download the statement again."
                        ),
                    ),
                )
            }
            _ => (
                CheckResult::Unknown,
                say(
                    lang,
                    "Dit bestand noemt geen begin- en eindsaldo; of het volledig is, is niet te controleren.",
                    "This file states no opening and closing balance; whether it is complete cannot be checked.",
                ),
            ),
        };
        StatementCheck { result, words }
    }

    fn chain(
        &self,
        reader: &Reader<'_>,
        account: &str,
        opening: Option<Link>,
        from: Option<NaiveDate>,
    ) -> AppResult<StatementCheck> {
        let lang = self.desk.lang;
        let answer = |result, nl: &str, en: &str| StatementCheck {
            result,
            words: say(lang, nl, en),
        };
        let Some((opened, opening)) = opening else {
            return Ok(answer(
                CheckResult::Unknown,
                "Zonder beginsaldo is niet te zien of dit aansluit op het vorige afschrift.",
                "Without an opening balance it cannot be seen whether this follows on the statement before.",
            ));
        };
        let here = self.closed.get(&compact(account));
        let same = |link: &&Link| link.1 == opening;
        let link = here
            .and_then(|links| links.iter().rev().find(same))
            .copied();
        let known = reader.last_closing(account, opened.or(from))?;
        let before = match (known, here.and_then(|links| links.last()).copied()) {
            (Some(known), Some(here)) if here.0 >= known.0 => Some(here),
            (Some(known), _) => Some(known),
            (None, here) => here,
        };
        let Some((ended, closing)) = before else {
            return Ok(answer(
                CheckResult::Ok,
                "Het eerste afschrift van deze rekening.",
                "The first statement of this account.",
            ));
        };
        if link.is_some() || closing == opening || reader.closes_with(account, opening)? {
            return Ok(answer(
                CheckResult::Ok,
                "Sluit aan op het vorige afschrift.",
                "Follows on the statement before.",
            ));
        }
        let day =
            |day: Option<NaiveDate>| day.map_or_else(|| "?".to_string(), |day| date(day, lang));
        let (end, begin) = (day(ended), day(from.or(opened)));
        let (was, is) = (amount(closing, lang), amount(opening, lang));
        if let (Some(ended), Some(begins)) = (ended, from.or(opened))
            && begins <= ended
        {
            return Ok(answer(
                CheckResult::Mind,
                &format!(
                    "Overlapt: begint op {begin}, terwijl u al een afschrift tot en met {end} hebt. Wat al bekend is, komt er niet nog eens bij."
                ),
                &format!(
                    "Overlaps: begins on {begin}, while you have a statement through {end} already. What is known is not added again."
                ),
            ));
        }
        let gap = amount((opening - closing).abs(), lang);
        Ok(answer(
            CheckResult::Wrong,
            &format!(
                "Er ontbreekt een afschrift: het vorige eindigde op {end} met {was}, dit begint op {begin} met {is} ({gap} verschil)."
            ),
            &format!(
                "A statement is missing: the one before ended on {end} with {was}, this one begins on {begin} with {is} ({gap} apart)."
            ),
        ))
    }

    /// Counts what was new, once the lines stand in the books.
    pub(crate) fn after(
        &mut self,
        rows: &ImportRows<'_, '_>,
        stage: StageId,
        places: &[(StatementIndex, String)],
    ) -> AppResult<()> {
        for (place, lines, added) in rows.staged_places(stage)? {
            let index = places.iter().position(|(known, _)| *known == place);
            if let Some(statement) = index.and_then(|index| self.all.get_mut(index)) {
                (statement.lines, statement.added) = (count(lines), count(added));
            }
        }
        let limit = u32::try_from(SHOWN).unwrap_or(u32::MAX);
        self.seen.lines = rows
            .lines_of_import(rows.id(), limit)?
            .into_iter()
            .map(|line| ImportBankLine {
                date: line.date,
                amount: line.amount,
                name: line.name,
                iban: line.iban,
                description: line.remittance,
                account: line.account,
            })
            .collect();
        (self.seen.money_in, self.seen.money_out) = rows.sums_of_import(rows.id())?;
        Ok(())
    }

    /// What was seen: statements with something in them or something wrong with them go first to be
    /// shown when there are hundreds.
    pub(crate) fn seen(self, statements_new: u32) -> BankSeen {
        let mut seen = self.seen;
        seen.statements_new = statements_new;
        seen.statement_count = count(self.all.len() as u64);
        let telling = |statement: &ImportStatement| {
            statement.lines > 0 || statement.chain.result == CheckResult::Wrong
        };
        seen.statements = if self.all.len() > 20 {
            self.all.into_iter().filter(telling).take(SHOWN).collect()
        } else {
            self.all
        };
        seen
    }
}
