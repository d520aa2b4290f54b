//! What was handed over, and when.

use chrono::NaiveDate;
use credit::Account;
use serde::Serialize;
use store::Accounts;
use ts_rs::TS;

use crate::error::AppResult;
use crate::recent::Nothing;
use crate::session::Context;
use crate::today::ClaimView;

/// One dossier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierView {
    /// The fact; what `undo` takes.
    pub id: String,
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Day of the handover.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// File name of the dossier.
    pub file: String,
    /// SHA-256 of it.
    pub sha256: String,
    /// The claim on that day.
    pub claim: ClaimView,
    /// How many invoices.
    pub invoices: u32,
}

/// Every dossier, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Dossiers {
    /// The dossiers.
    pub dossiers: Vec<DossierView>,
}

/// What was handed over, newest first.
///
/// # Errors
/// What the store gives.
pub fn dossiers(context: &mut Context<'_>, _: Nothing) -> AppResult<Dossiers> {
    let mut dossiers = Vec::new();
    context
        .reader()?
        .for_each_account(Accounts::All, |account: Account| -> AppResult<()> {
            dossiers.extend(account.handovers.iter().map(|handover| DossierView {
                id: handover.fact.to_string(),
                customer: account.customer.id.to_string(),
                name: account.customer.name.clone(),
                date: handover.date,
                file: handover.file.clone(),
                sha256: handover.sha256.clone(),
                claim: ClaimView::from(&handover.claim),
                invoices: u32::try_from(handover.invoices.len()).unwrap_or(u32::MAX),
            }));
            Ok(())
        })?;
    dossiers.sort_by(|one, other| (other.date, &other.id).cmp(&(one.date, &one.id)));
    Ok(Dossiers { dossiers })
}
