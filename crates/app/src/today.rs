//! What to do today: the list of cli.md, and the cards of work that the window shows.

use chrono::{DateTime, NaiveDate, Utc};
use credit::{Account, Books, Channel, Gate, Proposal, ProposalKind, Step};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppResult;
use crate::picture::{CustomerPicture, Picture, WorkItem, WorkKind};
use crate::session::Context;

/// For which day.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct TodayRequest {
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// One reason, worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Reason")]
pub struct ReasonView {
    /// Stable code.
    pub code: &'static str,
    /// In words.
    pub message: String,
}

/// What a letter asks or announces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Claim")]
pub struct ClaimView {
    /// Open principal.
    #[ts(type = "Money")]
    pub principal: Cents,
    /// Interest asked.
    #[ts(type = "Money")]
    pub interest: Cents,
    /// Costs asked, VAT on them included.
    #[ts(type = "Money")]
    pub costs: Cents,
    /// The three together.
    #[ts(type = "Money")]
    pub total: Cents,
    /// What a 14-day letter announces.
    #[ts(type = "Money | null")]
    pub costs_announced: Option<Cents>,
    /// From which day the plan asks it.
    #[ts(type = "IsoDate | null")]
    pub costs_from: Option<NaiveDate>,
}

impl From<&credit::ClaimFigures> for ClaimView {
    fn from(claim: &credit::ClaimFigures) -> ClaimView {
        ClaimView {
            principal: claim.principal,
            interest: claim.interest,
            costs: claim.costs,
            total: claim.total,
            costs_announced: claim.costs_announced,
            costs_from: claim.costs_from,
        }
    }
}

/// One thing to do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Proposal")]
pub struct ProposalView {
    /// The customer's id.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// What to do.
    #[ts(type = "ProposalKind")]
    pub kind: ProposalKind,
    /// The card under which its customer stands.
    pub work: WorkKind,
    /// Level of the letter.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// How it goes out.
    #[ts(type = "Channel[]")]
    pub channels: Vec<Channel>,
    /// Whether it may go.
    #[ts(type = "Gate")]
    pub gate: Gate,
    /// Why, and why not.
    pub reasons: Vec<ReasonView>,
    /// Printed numbers of the invoices.
    pub invoices: Vec<String>,
    /// Due date of the oldest.
    #[ts(type = "IsoDate | null")]
    pub oldest_due: Option<NaiveDate>,
    /// What it asks.
    pub claim: ClaimView,
}

/// One bucket of the ageing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AgeingBucket {
    /// How late.
    #[ts(type = "AgeingName")]
    pub bucket: credit::Bucket,
    /// Open principal, credits negative.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// How many invoices and credit notes.
    pub invoices: u32,
}

/// What to do today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Today {
    /// The day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Through which day bank data is known.
    #[ts(type = "IsoDate | null")]
    pub bank_through: Option<NaiveDate>,
    /// When the last backup was made.
    #[ts(type = "IsoDateTime | null")]
    pub backup_at: Option<DateTime<Utc>>,
    /// Number of customers with something open.
    pub customers: u32,
    /// Open principal, credits negative.
    #[ts(type = "Money")]
    pub open: Cents,
    /// The part of it that is past its due date.
    #[ts(type = "Money")]
    pub overdue: Cents,
    /// Money of customers that is put to no invoice.
    #[ts(type = "Money")]
    pub unallocated: Cents,
    /// What today's green and amber letters ask together.
    #[ts(type = "Money")]
    pub moving: Cents,
    /// By days late.
    pub ageing: Vec<AgeingBucket>,
    /// Cards of work, most euros first.
    pub work: Vec<WorkItem>,
    /// What to do, most euros first.
    pub proposals: Vec<ProposalView>,
}

/// Whether a font of the letters can print a text.
pub(crate) fn printable(text: &str) -> bool {
    documents::can_print(text).is_ok()
}

/// What to do today.
///
/// # Errors
/// `date_before_facts`.
pub fn today(context: &mut Context<'_>, request: TodayRequest) -> AppResult<Today> {
    let date = context.deciding_day(request.date)?;
    let picture = context.picture(date)?;
    let totals = picture.totals();
    Ok(Today {
        date,
        bank_through: picture.bank_through,
        backup_at: context.last_backup(),
        customers: totals.customers,
        open: totals.open,
        overdue: totals.overdue,
        unallocated: totals.unallocated,
        moving: totals.moving,
        ageing: ageing_view(&totals.ageing),
        work: totals.work.clone(),
        proposals: proposals_by_amount(&picture)
            .into_iter()
            .map(|(customer, proposal)| proposal_view(&picture, customer, proposal, context.lang))
            .collect(),
    })
}

/// The buckets of an ageing.
pub(crate) fn ageing_view(ageing: &credit::Ageing) -> Vec<AgeingBucket> {
    ageing
        .rows
        .iter()
        .map(|row| AgeingBucket {
            bucket: row.bucket,
            amount: row.amount,
            invoices: row.invoices,
        })
        .collect()
}

/// Every proposal with its customer, most euros first.
pub(crate) fn proposals_by_amount(picture: &Picture) -> Vec<(&CustomerPicture, &Proposal)> {
    let mut proposals: Vec<(&CustomerPicture, &Proposal)> = picture
        .customers
        .iter()
        .flat_map(|customer| {
            let proposals = customer.proposals.iter();
            proposals.map(|proposal| (customer.as_ref(), proposal))
        })
        .collect();
    proposals.sort_by_key(|(customer, proposal)| {
        let total = std::cmp::Reverse(proposal.claim.total);
        (total, customer.id, proposal.kind)
    });
    proposals
}

/// One proposal, worded.
pub(crate) fn proposal_view(
    picture: &Picture,
    customer: &CustomerPicture,
    proposal: &Proposal,
    lang: Lang,
) -> ProposalView {
    let due = |id| {
        let mut invoices = customer.invoices.iter();
        invoices.find(|invoice| invoice.id == id)?.due
    };
    let lines = || proposal.lines.iter();
    ProposalView {
        customer: customer.id.to_string(),
        name: customer.name.clone(),
        kind: proposal.kind,
        work: customer.card.map_or(WorkKind::Review, |card| card.kind),
        step: proposal.step,
        channels: proposal.channels.clone(),
        gate: proposal.gate,
        reasons: reasons(proposal, lang),
        invoices: lines()
            .map(|line| picture.invoice_name(customer, line.invoice))
            .collect(),
        oldest_due: lines().filter_map(|line| due(line.invoice)).min(),
        claim: ClaimView::from(&proposal.claim),
    }
}

/// The reasons of a proposal, worded.
pub(crate) fn reasons(proposal: &Proposal, lang: Lang) -> Vec<ReasonView> {
    proposal
        .reasons
        .iter()
        .map(|reason| ReasonView {
            code: reason.code(),
            message: reason.message(lang),
        })
        .collect()
}

/// Every proposal of one customer, with its calculation.
pub(crate) fn decide(
    account: &Account,
    books: &Books,
    rates: &law::RateTable,
    date: NaiveDate,
) -> Vec<Proposal> {
    credit::decide(account, books, rates, date, &printable)
}
