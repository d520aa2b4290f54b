//! Which letters go and which do not: by the gate, and by what the user approved.

use chrono::NaiveDate;
use credit::{Account, Gate, Proposal, ProposalKind, Step};
use law::Lang;
use serde::{Deserialize, Serialize};
use store::Accounts;
use ts_rs::TS;

use crate::error::AppResult;
use crate::find;
use crate::jobs::Running;
use crate::session::Context;
use crate::today::{ReasonView, reasons};

/// Which letters to approve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Approve {
    /// None: only say what would go.
    #[default]
    None,
    /// All that are green.
    Green,
    /// Green and amber; that amber went is written down. Red never goes.
    All,
}

/// A letter that did not go.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Skipped {
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Level.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// Its gate.
    #[ts(type = "Gate")]
    pub gate: Gate,
    /// Why.
    pub reasons: Vec<ReasonView>,
}

/// Customers with the letters that go, and the letters that do not.
pub(super) type SortedOut = (Vec<credit::CustomerId>, Vec<Skipped>);

/// Sorts out today's letters, most euros first.
pub(super) fn sort_out(
    context: &Context<'_>,
    customers: Option<&[String]>,
    approve: Approve,
    date: NaiveDate,
    running: &Running,
) -> AppResult<SortedOut> {
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let books = reader.books()?;
    let only = match customers {
        None => None,
        Some(names) => Some(
            names
                .iter()
                .map(|name| Ok(find::customer(&reader, name)?.id))
                .collect::<AppResult<std::collections::HashSet<_>>>()?,
        ),
    };
    let mut going = Vec::new();
    let mut skipped = Vec::new();
    reader.for_each_account(Accounts::Unsettled, |account: Account| -> AppResult<()> {
        running.go_on()?;
        if only
            .as_ref()
            .is_some_and(|only| !only.contains(&account.customer.id))
        {
            return Ok(());
        }
        for proposal in crate::today::decide(&account, &books, &rates, date) {
            if proposal.kind != ProposalKind::Letter {
                continue;
            }
            if goes(&proposal, approve) {
                going.push((proposal.claim.total, account.customer.id));
            } else {
                skipped.push(skip(&proposal, lang));
            }
        }
        Ok(())
    })?;
    going.sort_by_key(|(total, customer)| (std::cmp::Reverse(*total), *customer));
    let mut customers: Vec<_> = going.into_iter().map(|(_, customer)| customer).collect();
    customers.dedup();
    Ok((customers, skipped))
}

/// Whether a proposal is a letter that goes when this much is approved.
pub(super) fn goes(proposal: &Proposal, approve: Approve) -> bool {
    proposal.kind == ProposalKind::Letter
        && match approve {
            Approve::None => false,
            Approve::Green => proposal.gate == Gate::Green,
            Approve::All => proposal.gate != Gate::Red,
        }
}

impl Skipped {
    /// A letter that does not go, with the reasons of its proposal.
    pub(super) fn of(proposal: &Proposal, lang: Lang) -> Skipped {
        Skipped {
            customer: proposal.customer.to_string(),
            name: proposal.name.clone(),
            step: proposal.step,
            gate: proposal.gate,
            reasons: reasons(proposal, lang),
        }
    }
}

/// A letter that was not approved, with why.
fn skip(proposal: &Proposal, lang: Lang) -> Skipped {
    let mut skipped = Skipped::of(proposal, lang);
    if proposal.gate != Gate::Red {
        skipped.reasons.push(ReasonView {
            code: "not_approved",
            message: match lang {
                Lang::Nl => "Niet goedgekeurd in deze ronde.".to_string(),
                Lang::En => "Not approved in this run.".to_string(),
            },
        });
    }
    skipped
}
