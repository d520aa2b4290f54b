//! The administration at a glance, and the list of what is proposed, page by page.

use chrono::{DateTime, NaiveDate, Utc};
use credit::{Gate, Proposal, ProposalKind};
use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppResult;
use crate::picture::{CustomerPicture, Picture, Words, WorkItem, WorkKind, asked_once};
use crate::session::Context;
use crate::today::{AgeingBucket, ProposalView, ageing_view, proposal_view, proposals_by_amount};

/// How many rows a page holds at most.
pub(crate) const PAGE: u32 = 500;

/// For which day.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OverviewAsk {
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Cash that is expected in one week.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpectedWeek {
    /// Its Monday.
    #[ts(type = "IsoDate")]
    pub from: NaiveDate,
    /// Its Sunday.
    #[ts(type = "IsoDate")]
    pub through: NaiveDate,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Of how many invoices.
    pub invoices: u32,
}

/// When open invoices are expected: due date plus the customer's median days late.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpectedCash {
    /// Eight weeks, this one first.
    pub weeks: Vec<ExpectedWeek>,
    /// After the last of the weeks.
    #[ts(type = "Money")]
    pub later: Cents,
    /// Expected before today and not in yet: no day is guessed for it.
    #[ts(type = "Money")]
    pub past: Cents,
    /// Disputed, held, handed over, insolvent, without a due date: no day is guessed for it.
    #[ts(type = "Money")]
    pub unknown: Cents,
    /// The administration's own median of days late; null while too little was paid to say.
    pub median_days_late: Option<i64>,
    /// How many customers have a median of their own.
    pub customers_with_own: u32,
}

impl From<&credit::ExpectedCash> for ExpectedCash {
    fn from(cash: &credit::ExpectedCash) -> ExpectedCash {
        let week = |week: &credit::ExpectedWeek| ExpectedWeek {
            from: week.from,
            through: week.through,
            amount: week.amount,
            invoices: week.invoices,
        };
        ExpectedCash {
            weeks: cash.weeks.iter().map(week).collect(),
            later: cash.later,
            past: cash.past,
            unknown: cash.unknown,
            median_days_late: cash.median_days_late,
            customers_with_own: cash.customers_with_own,
        }
    }
}

/// The newest run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LastRun {
    /// Its id.
    pub run: String,
    /// Its day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// How many letters.
    pub letters: u64,
}

/// The whole administration on one day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Overview {
    /// The day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Number of facts in the log: changes whenever anything changed.
    pub revision: u64,
    /// Through which day bank data is known.
    #[ts(type = "IsoDate | null")]
    pub bank_through: Option<NaiveDate>,
    /// Whether that is old: as the gate judges it.
    #[ts(type = "Gate")]
    pub bank_gate: Gate,
    /// When the last backup was made.
    #[ts(type = "IsoDateTime | null")]
    pub backup_at: Option<DateTime<Utc>>,
    /// Customers with something open.
    pub customers: u32,
    /// Everybody ever known.
    pub known_customers: u32,
    /// Every invoice and credit note ever known.
    pub known_invoices: u32,
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
    /// Cards of work, most euros first; each customer stands under one.
    pub work: Vec<WorkItem>,
    /// What may come in, and when.
    pub expected: ExpectedCash,
    /// Bank lines that wait for a place with a customer: the count of the desk.
    pub waiting_lines: u64,
    /// Approved letters that are not handed over yet.
    pub waiting_letters: u32,
    /// Letters that left the program and are not confirmed as posted or sent.
    pub unconfirmed_letters: u32,
    /// E-mails that came back, or that the mail server refused for good.
    pub returned_mails: u32,
    /// E-mails of which nobody knows whether they arrived: the user has to say.
    pub uncertain_mails: u32,
    /// A backup was put back, and what left since this day is not known.
    #[ts(type = "IsoDate | null")]
    pub uncertain_since: Option<NaiveDate>,
    /// The newest run.
    pub last_run: Option<LastRun>,
}

/// The whole administration on one day.
///
/// # Errors
/// `date_before_facts`.
pub fn overview(context: &mut Context<'_>, request: OverviewAsk) -> AppResult<Overview> {
    let date = context.deciding_day(request.date)?;
    let picture = context.picture(date)?;
    let totals = picture.totals();
    Ok(Overview {
        date,
        revision: picture.revision,
        bank_through: picture.bank_through,
        bank_gate: picture.bank_gate,
        backup_at: context.last_backup(),
        customers: totals.customers,
        known_customers: u32::try_from(picture.customers.len()).unwrap_or(u32::MAX),
        known_invoices: totals.invoices,
        open: totals.open,
        overdue: totals.overdue,
        unallocated: totals.unallocated,
        moving: totals.moving,
        ageing: ageing_view(&totals.ageing),
        work: totals.work.clone(),
        expected: ExpectedCash::from(&totals.expected),
        waiting_lines: picture.waiting.0,
        waiting_letters: totals.waiting_letters,
        unconfirmed_letters: totals.unconfirmed_letters,
        returned_mails: picture.mail.returned,
        uncertain_mails: uncertain_mails(context, &picture),
        uncertain_since: picture.uncertain_since,
        last_run: picture.last_run.as_ref().map(|run| LastRun {
            run: run.id.to_string(),
            date: run.date,
            letters: run.letters,
        }),
    })
}

/// Mail of unknown fate; a message that is on its way right now has none yet.
fn uncertain_mails(context: &Context<'_>, picture: &Picture) -> u32 {
    let room = context.session.mail();
    let unanswered = picture.mail.unanswered.iter();
    let cut_off = unanswered.filter(|letter| !room.is_on_its_way(**letter));
    picture.mail.uncertain + u32::try_from(cut_off.count()).unwrap_or(u32::MAX)
}

/// In which order proposals come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ProposalOrder {
    /// Most euros first.
    #[default]
    Amount,
    /// Green, amber, red, and most euros first within.
    Gate,
}

/// Which proposals.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ProposalsAsk {
    /// Of customers that stand under this card.
    pub work: Option<WorkKind>,
    /// Only of this kind.
    #[ts(optional, type = "ProposalKind")]
    pub kind: Option<ProposalKind>,
    /// Only at this gate.
    #[ts(optional, type = "Gate")]
    pub gate: Option<Gate>,
    /// Part of the customer's name or number, or of an invoice's number.
    pub search: Option<String>,
    /// The order; most euros first when none.
    #[ts(optional, as = "Option<ProposalOrder>")]
    pub order: ProposalOrder,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give; at most 500.
    pub limit: u32,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// How many stand at each gate.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct GateCounts {
    /// Go.
    pub green: u32,
    /// Ask first.
    pub amber: u32,
    /// Do not go.
    pub red: u32,
}

/// One page of proposals.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposalsPage {
    /// How many match.
    pub total: u32,
    /// What they are about together, no invoice twice.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Of everything that matches apart from `gate`.
    pub counts: GateCounts,
    /// The page.
    pub proposals: Vec<ProposalView>,
}

/// What is proposed, page by page.
///
/// # Errors
/// `date_before_facts`.
pub fn proposals(context: &mut Context<'_>, request: ProposalsAsk) -> AppResult<ProposalsPage> {
    let date = context.deciding_day(request.date)?;
    let picture = context.picture(date)?;
    let words = Words::of(request.search.as_deref());
    let mut counts = GateCounts::default();
    let mut found = proposals_by_amount(&picture);
    found.retain(|(customer, proposal)| {
        let matches = request
            .work
            .is_none_or(|work| customer.card.is_some_and(|card| card.kind == work))
            && request.kind.is_none_or(|kind| proposal.kind == kind)
            && is_about(customer, proposal, &words);
        if matches {
            match proposal.gate {
                Gate::Green => counts.green += 1,
                Gate::Amber => counts.amber += 1,
                Gate::Red => counts.red += 1,
            }
        }
        matches && request.gate.is_none_or(|gate| proposal.gate == gate)
    });
    if request.order == ProposalOrder::Gate {
        found.sort_by_key(|(_, proposal)| proposal.gate);
    }
    let page = found
        .iter()
        .skip(request.offset as usize)
        .take(request.limit.min(PAGE) as usize)
        .map(|(customer, proposal)| proposal_view(&picture, customer, proposal, context.lang))
        .collect();
    Ok(ProposalsPage {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        amount: asked(&picture, &found),
        counts,
        proposals: page,
    })
}

fn is_about(customer: &CustomerPicture, proposal: &Proposal, words: &Words) -> bool {
    let missing = words.not_in(&customer.search);
    missing.is_empty()
        || customer.invoices.iter().any(|invoice| {
            proposal.lines.iter().any(|line| line.invoice == invoice.id)
                && missing.iter().all(|word| invoice.search.contains(word))
        })
}

/// What these are about, customer by customer, no invoice twice.
fn asked(picture: &Picture, found: &[(&CustomerPicture, &Proposal)]) -> Cents {
    let mut of: std::collections::HashMap<_, Vec<&Proposal>> =
        std::collections::HashMap::with_capacity(picture.customers.len().min(found.len()));
    for (customer, proposal) in found {
        of.entry(customer.id).or_default().push(proposal);
    }
    of.into_values().map(asked_once).sum()
}
