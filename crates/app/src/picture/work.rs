//! Under which card of work a customer stands: one card each, so that nobody and no euro is
//! counted twice.

use std::collections::{BTreeMap, HashSet};

use credit::{Gate, Proposal, ProposalKind, Reason, Step};
use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CustomerPicture;

/// A card of work, in the order in which they are asked: what can go first, what waits last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum WorkKind {
    /// Letters that may go.
    Letters,
    /// Letters that ask a decision.
    Decide,
    /// To hand over.
    Handover,
    /// Claims that lapse soon.
    Limitation,
    /// Customers to call.
    Call,
    /// Customers to call about a promise that they did not keep.
    Promise,
    /// Things that are not known.
    Review,
    /// What is held back.
    Held,
    /// Bank lines to match.
    Bank,
}

/// How many of one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WorkDetail {
    /// The step.
    #[ts(type = "Step")]
    pub step: Step,
    /// How many.
    pub count: u32,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WorkItem {
    /// Which.
    pub kind: WorkKind,
    /// How many customers, or bank lines.
    pub count: u32,
    /// For how much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// How many green.
    pub green: u32,
    /// How many amber.
    pub amber: u32,
    /// How many red.
    pub red: u32,
    /// By step.
    pub detail: Vec<WorkDetail>,
}

impl WorkItem {
    /// An empty card.
    pub(crate) fn empty(kind: WorkKind) -> WorkItem {
        WorkItem {
            kind,
            count: 0,
            amount: Cents::ZERO,
            green: 0,
            amber: 0,
            red: 0,
            detail: Vec::new(),
        }
    }
}

/// The card that a proposal asks for by itself.
pub(crate) fn work_of(proposal: &Proposal) -> WorkKind {
    let promise = |reason: &Reason| matches!(reason, Reason::PromiseBroken { .. });
    match (proposal.kind, proposal.gate) {
        (ProposalKind::Letter, Gate::Green) => WorkKind::Letters,
        (ProposalKind::Letter, Gate::Amber) => WorkKind::Decide,
        (ProposalKind::Letter | ProposalKind::Handover, Gate::Red) => WorkKind::Held,
        (ProposalKind::Handover, _) => WorkKind::Handover,
        (ProposalKind::Interrupt, _) => WorkKind::Limitation,
        (ProposalKind::Review, _) => WorkKind::Review,
        (ProposalKind::Call, _) if proposal.reasons.iter().any(promise) => WorkKind::Promise,
        (ProposalKind::Call, _) => WorkKind::Call,
    }
}

/// The one card under which a customer stands, and with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) kind: WorkKind,
    /// Of the proposal that comes first.
    pub(crate) gate: Gate,
    pub(crate) step: Option<Step>,
    /// What the proposals of this card are about together, no invoice twice.
    pub(crate) asked: Cents,
}

impl Standing {
    /// Where a customer with these proposals stands.
    pub(crate) fn of(proposals: &[Proposal]) -> Option<Standing> {
        let main = main_of(proposals)?;
        let kind = work_of(main);
        let own = proposals
            .iter()
            .filter(|proposal| work_of(proposal) == kind);
        Some(Standing {
            kind,
            gate: main.gate,
            step: main.step,
            asked: asked_once(own),
        })
    }
}

/// What comes first for a customer: of its card, the proposal that asks most.
pub(crate) fn main_of(proposals: &[Proposal]) -> Option<&Proposal> {
    proposals
        .iter()
        .min_by_key(|proposal| (work_of(proposal), std::cmp::Reverse(proposal.claim.total)))
}

/// What the letters that may go today ask together.
pub(crate) fn moving_of(proposals: &[Proposal]) -> Cents {
    proposals
        .iter()
        .filter(|proposal| proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red)
        .map(|proposal| proposal.claim.total)
        .sum()
}

/// What proposals of one customer are about together, no invoice twice.
pub(crate) fn asked_once<'a>(proposals: impl IntoIterator<Item = &'a Proposal>) -> Cents {
    let mut seen = HashSet::new();
    let mut asked = Cents::ZERO;
    for proposal in proposals {
        let fresh: Vec<_> = proposal
            .lines
            .iter()
            .filter(|line| !seen.contains(&line.invoice))
            .collect();
        asked += if fresh.len() == proposal.lines.len() {
            proposal.claim.total
        } else {
            fresh.iter().map(|line| line.open).sum()
        };
        seen.extend(proposal.lines.iter().map(|line| line.invoice));
    }
    asked
}

/// The cards over all customers, most euros first; the waiting bank lines are one of them.
pub(crate) fn cards<'a>(
    customers: impl Iterator<Item = &'a CustomerPicture>,
    waiting: (u64, Cents),
) -> Vec<WorkItem> {
    let mut cards: BTreeMap<WorkKind, (WorkItem, BTreeMap<Step, u32>)> = BTreeMap::new();
    for customer in customers {
        let Some(standing) = customer.card else {
            continue;
        };
        let (item, steps) = cards
            .entry(standing.kind)
            .or_insert_with(|| (WorkItem::empty(standing.kind), BTreeMap::new()));
        item.count += 1;
        item.amount += standing.asked;
        match standing.gate {
            Gate::Green => item.green += 1,
            Gate::Amber => item.amber += 1,
            Gate::Red => item.red += 1,
        }
        if let Some(step) = standing.step {
            *steps.entry(step).or_default() += 1;
        }
    }
    let mut items: Vec<WorkItem> = cards
        .into_values()
        .map(|(mut item, steps)| {
            item.detail = steps
                .into_iter()
                .map(|(step, count)| WorkDetail { step, count })
                .collect();
            item
        })
        .collect();
    if waiting.0 > 0 {
        items.push(WorkItem {
            count: u32::try_from(waiting.0).unwrap_or(u32::MAX),
            amount: waiting.1,
            ..WorkItem::empty(WorkKind::Bank)
        });
    }
    items.sort_by_key(|item| std::cmp::Reverse((item.amount, item.count)));
    items
}
