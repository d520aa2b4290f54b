//! The statutory rates as a list: what was shipped, what the user added, and how far it is verified.

use chrono::NaiveDate;
use law::{Percent, RateKind};
use serde::Serialize;
use ts_rs::TS;

use crate::error::AppResult;
use crate::recent::Nothing;
use crate::session::Context;

/// One rate.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RateView {
    /// Which of the law's rates.
    #[ts(type = "'consumer' | 'commercial' | 'government'")]
    pub kind: RateKind,
    /// First day.
    #[ts(type = "IsoDate")]
    pub from: NaiveDate,
    /// Last day; null for the newest.
    #[ts(type = "IsoDate | null")]
    pub through: Option<NaiveDate>,
    /// Percent per year.
    #[ts(type = "string")]
    pub percent: Percent,
    /// Where it was found.
    pub source: String,
    /// Whether the user added it.
    pub own: bool,
}

/// The rates.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RatesView {
    /// The last day through which the shipped rates were verified.
    #[ts(type = "IsoDate")]
    pub verified_until: NaiveDate,
    /// Every rate, by kind, newest first. Governments take the commercial rate where they have none.
    pub rates: Vec<RateView>,
}

/// The statutory rates, with those that the user added when an administration is open.
///
/// # Errors
/// What the store gives.
pub fn rates(context: &mut Context<'_>, _: Nothing) -> AppResult<RatesView> {
    let table = crate::calc::rates(context)?;
    let mut rates: Vec<RateView> = Vec::new();
    // By kind and day; a row of the user's stands after the shipped one of its day, and replaces it.
    for listed in table.rows() {
        let row = &listed.row;
        if let Some(before) = rates.last_mut().filter(|before| before.kind == row.kind) {
            if before.from == row.start {
                rates.pop();
                if let Some(before) = rates.last_mut().filter(|before| before.kind == row.kind) {
                    before.through = row.start.pred_opt();
                }
            } else {
                before.through = row.start.pred_opt();
            }
        }
        rates.push(RateView {
            kind: row.kind,
            from: row.start,
            through: None,
            percent: row.percent,
            source: row.source.clone(),
            own: listed.user,
        });
    }
    rates.sort_by_key(|rate| (rate.kind, std::cmp::Reverse(rate.from)));
    Ok(RatesView {
        verified_until: table.verified_until(),
        rates,
    })
}
