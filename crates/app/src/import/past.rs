//! The imports of the past, each with what it brought and whether it can be undone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use store::{FactKind, ImportCounts};
use ts_rs::TS;

use super::count;
use crate::error::AppResult;
use crate::session::Context;
use crate::words::say;

/// Which page.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ImportsAsk {
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many to give at most; 50 when none.
    pub limit: Option<u32>,
}

/// An import of the past.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportRow {
    /// Its id.
    pub id: String,
    /// Its fact; what `undo` takes.
    pub fact: String,
    /// Day it was done.
    #[ts(type = "IsoDate")]
    pub day: NaiveDate,
    /// Name of the file.
    pub file: String,
    /// What it was.
    #[ts(type = "'bank_statement' | 'e_invoice' | 'open_items'")]
    pub kind: String,
    /// New customers.
    pub customers: u32,
    /// New invoices.
    pub invoices: u32,
    /// New bank lines.
    pub bank_lines: u32,
    /// Records that it changed.
    pub changed: u32,
    /// Whether it was undone.
    pub undone: bool,
    /// Whether it can be undone now.
    pub undo: bool,
    /// Why it cannot.
    pub why_not: Option<String>,
    /// How many later facts build on it.
    pub later: u32,
    /// Whether it can be undone together with those.
    pub undo_later: bool,
}

/// A page of imports, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportsPage {
    /// How many there are.
    pub total: u32,
    /// The page.
    pub rows: Vec<ImportRow>,
}

/// The imports of the past, newest first.
///
/// # Errors
/// What the store gives.
pub fn imports(context: &mut Context<'_>, request: ImportsAsk) -> AppResult<ImportsPage> {
    let reader = context.reader()?;
    let all = reader.imports()?;
    let total = count(all.len() as u64);
    let offset = request.offset.unwrap_or(0) as usize;
    let limit = request.limit.unwrap_or(50) as usize;
    let mut rows = Vec::new();
    for import in all.into_iter().skip(offset).take(limit) {
        let (later, kinds) = if import.undone {
            (0, Vec::new())
        } else {
            context.reader()?.undo_obstacle_kinds(import.fact)?
        };
        let why_not = why_not(context, later, &kinds);
        let ImportCounts {
            customers,
            customers_changed,
            invoices,
            invoices_changed,
            bank_lines,
            ..
        } = import.counts;
        rows.push(ImportRow {
            id: import.id.to_string(),
            fact: import.fact.to_string(),
            day: import.day,
            file: import.file,
            kind: import.kind,
            customers: count(customers),
            invoices: count(invoices),
            bank_lines: count(bank_lines),
            changed: count(customers_changed + invoices_changed),
            undone: import.undone,
            undo: !import.undone && why_not.is_none(),
            why_not,
            later: count(later),
            undo_later: later > 0 && kinds.iter().all(|kind| kind.is_undoable()),
        });
    }
    Ok(ImportsPage { total, rows })
}

/// What stands in the way of undoing an import, in words.
fn why_not(context: &Context<'_>, later: u64, kinds: &[FactKind]) -> Option<String> {
    if later == 0 {
        return None;
    }
    let lang = context.lang;
    let words: Vec<String> = kinds
        .iter()
        .filter_map(|kind| {
            let (nl, en) = match kind {
                FactKind::LineBooked => ("gekoppelde bankregels", "matched bank lines"),
                FactKind::LineDismissed => ("opzijgelegde bankregels", "bank lines set aside"),
                FactKind::Imported => ("latere bestanden", "later files"),
                FactKind::Paid | FactKind::Allocated => ("betalingen", "payments"),
                FactKind::RunApproved => ("brieven", "letters"),
                FactKind::CustomerChanged | FactKind::CustomersMerged => {
                    ("wijzigingen bij klanten", "changes to customers")
                }
                FactKind::InvoiceChanged => ("wijzigingen van facturen", "changes to invoices"),
                FactKind::WriteOff | FactKind::Waiver => ("afboekingen", "write-offs"),
                FactKind::Handover => ("overdrachten", "handovers"),
                _ => return None,
            };
            Some(say(lang, nl, en))
        })
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let list = if words.is_empty() {
        say(lang, "latere handelingen", "later acts")
    } else {
        credit::words::list(&words, lang)
    };
    Some(say(
        lang,
        &format!("Hierop bouwen voort: {list} ({later})."),
        &format!("What builds on it: {list} ({later})."),
    ))
}
