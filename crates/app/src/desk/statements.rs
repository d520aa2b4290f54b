//! The bank accounts, and their statements with the chain between them.

use chrono::NaiveDate;
use credit::words::{amount, date};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use store::DeskStatement;
use ts_rs::TS;

use crate::creditor::compact;
use crate::error::AppResult;
use crate::import::count;
use crate::session::Context;
use crate::words::say;

/// Which page.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct StatementsAsk {
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many to give at most; 50 when none.
    pub limit: Option<u32>,
}

/// A bank account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BankAccountRow {
    /// The account.
    pub account: String,
    /// Whether it is the one on the creditor's letters.
    pub own: bool,
    /// How many statements there are.
    pub statements: u32,
    /// First day.
    #[ts(type = "IsoDate | null")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[ts(type = "IsoDate | null")]
    pub through: Option<NaiveDate>,
    /// The last closing balance.
    #[ts(type = "Money | null")]
    pub closing: Option<Cents>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementRow {
    /// Its number in the books.
    pub id: u32,
    /// The account.
    pub account: String,
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
    /// How many lines came with it.
    pub lines: u32,
    /// Whether opening and lines make closing.
    #[ts(type = "'ok' | 'fails' | 'unavailable'")]
    pub balance: String,
    /// What is missing between the statement before and this one, in words.
    pub gap: Option<String>,
    /// The file it came from.
    pub file: String,
}

/// Accounts and a page of statements, the latest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StatementsPage {
    /// The accounts, the busiest first.
    pub accounts: Vec<BankAccountRow>,
    /// How many statements there are.
    pub total: u32,
    /// The page.
    pub rows: Vec<StatementRow>,
}

/// The bank accounts and their statements.
///
/// # Errors
/// What the store gives.
pub fn statements(context: &mut Context<'_>, request: StatementsAsk) -> AppResult<StatementsPage> {
    let lang = context.lang;
    let reader = context.reader()?;
    let own = reader
        .creditor()?
        .map(|creditor| compact(&creditor.iban))
        .unwrap_or_default();
    let accounts = reader
        .bank_accounts()?
        .into_iter()
        .map(|account| BankAccountRow {
            own: account.account == own,
            account: account.account,
            statements: count(account.statements),
            from: account.from,
            through: account.through,
            closing: account.closing,
        })
        .collect();
    let (offset, limit) = (request.offset.unwrap_or(0), request.limit.unwrap_or(50));
    let rows = reader
        .desk_statements(offset, limit)?
        .into_iter()
        .map(|statement| StatementRow {
            gap: gap(&statement, lang),
            id: count(statement.id.unsigned_abs()),
            account: statement.account,
            number: statement.number,
            from: statement.from,
            through: statement.through,
            opening: statement.opening,
            closing: statement.closing,
            lines: count(statement.lines),
            balance: statement.balance_check,
            file: statement.file,
        })
        .collect();
    Ok(StatementsPage {
        accounts,
        total: count(reader.statement_count()?),
        rows,
    })
}

/// Whether a statement is missing before this one. One that begins before the other ended overlaps
/// it, and misses nothing.
fn gap(statement: &DeskStatement, lang: Lang) -> Option<String> {
    let ((ended, closing), opening) = (statement.before?, statement.opening?);
    let overlaps = matches!((ended, statement.from), (Some(ended), Some(from)) if from <= ended);
    if statement.follows || opening == closing || overlaps {
        return None;
    }
    let apart = amount((opening - closing).abs(), lang);
    let day = ended.map_or_else(String::new, |day| date(day, lang));
    Some(say(
        lang,
        &format!("Na {day} ontbreekt een afschrift: {apart} verschil."),
        &format!("A statement is missing after {day}: {apart} apart."),
    ))
}
