//! Invoices of a customer that a dossier leaves in the plan: why, and from when they can go.

use chrono::NaiveDate;
use credit::HandoverScope;
use law::{Cents, Lang, RateTable};
use serde::Serialize;
use ts_rs::TS;

use super::prepare::Prepared;
use crate::catalogue::Code;
use crate::error::AppError;

/// An invoice that is late too but stays in the plan.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierBehind {
    /// Its id.
    pub id: String,
    /// Its printed number.
    pub number: String,
    /// Last day of payment.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
    /// Open principal.
    #[ts(type = "Money")]
    pub open: Cents,
    /// Stable code of why.
    pub code: &'static str,
    /// Why, in words.
    pub message: String,
    /// The first day on which the plan can hand it over; null when that cannot be said.
    #[ts(type = "IsoDate | null")]
    pub from: Option<NaiveDate>,
}

/// What stays behind, oldest due first.
pub(super) fn behind(prepared: &Prepared, scope: &HandoverScope, lang: Lang) -> Vec<DossierBehind> {
    let mut behind: Vec<DossierBehind> = scope
        .behind
        .iter()
        .filter_map(|stays| {
            let mut invoices = prepared.account.invoices.iter();
            let invoice = invoices.find(|invoice| invoice.id == stays.invoice)?;
            Some(DossierBehind {
                id: invoice.id.to_string(),
                number: invoice.number.clone(),
                due: invoice.due,
                open: stays.open,
                code: stays.why.code(),
                message: stays.why.text(lang),
                from: stays.from,
            })
        })
        .collect();
    behind.sort_by_key(|stays| (stays.due.is_none(), stays.due));
    behind
}

/// Nothing of the customer may go yet: what it waits for, and until when.
pub(super) fn too_early(prepared: &Prepared, rates: &RateTable, lang: Lang) -> AppError {
    let (account, date) = (&prepared.account, prepared.date);
    let now = credit::handover_scope(account, &prepared.books, rates, date, false);
    let behind = behind(prepared, &now, lang);
    let why: Vec<String> = behind
        .iter()
        .map(|stays| format!("{}: {}", stays.number, stays.message))
        .collect();
    AppError::new(Code::HandoverTooEarly)
        .with("customer", &account.customer.name)
        .with("why", why.join(" "))
}
