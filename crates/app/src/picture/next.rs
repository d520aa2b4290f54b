//! What comes next, for an invoice and for a customer.

use chrono::NaiveDate;
use credit::{Account, Gate, InvoiceId, InvoiceState, Proposal, ProposalKind, Step};
use serde::Serialize;
use ts_rs::TS;

use super::invoice::InvoicePicture;
use super::work::main_of;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NextStep {
    /// What kind of thing.
    #[ts(type = "ProposalKind")]
    pub kind: ProposalKind,
    /// Level of the letter.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// When it is due; today or earlier: now.
    #[ts(type = "IsoDate | null")]
    pub on: Option<NaiveDate>,
    /// Whether it may go, when it is due.
    #[ts(type = "Gate | null")]
    pub gate: Option<Gate>,
}

/// What is proposed about an invoice today, else what its plan waits for.
pub(super) fn next_of_invoice(
    invoice: InvoiceId,
    state: &InvoiceState,
    proposals: &[Proposal],
    date: NaiveDate,
) -> Option<NextStep> {
    let about = proposals.iter().filter_map(|proposal| {
        let line = proposal.lines.iter().find(|line| line.invoice == invoice)?;
        Some((proposal, line))
    });
    // A letter says more about an invoice than a call about all of them.
    let rank = |proposal: &Proposal| match proposal.kind {
        ProposalKind::Letter => 0,
        ProposalKind::Handover => 1,
        _ => 2,
    };
    let now = about.min_by_key(|(proposal, _)| rank(proposal));
    if let Some((proposal, line)) = now {
        let step = match proposal.kind {
            ProposalKind::Letter => Some(line.step),
            _ => proposal.step,
        };
        return Some(NextStep {
            kind: proposal.kind,
            step,
            on: Some(date),
            gate: Some(proposal.gate),
        });
    }
    state.next.as_ref().map(|waiting| NextStep {
        kind: match waiting.step {
            Step::Handover => ProposalKind::Handover,
            _ => ProposalKind::Letter,
        },
        step: Some(waiting.step),
        on: Some(waiting.due_on),
        gate: None,
    })
}

/// What comes next for a customer. Of an insolvent one nothing does by itself: a letter that is held
/// back is no next step.
pub(super) fn next_of(
    account: &Account,
    proposals: &[Proposal],
    invoices: &[InvoicePicture],
    date: NaiveDate,
) -> Option<NextStep> {
    let insolvent = !account.insolvencies.is_empty();
    match main_of(proposals) {
        Some(main) if insolvent && main.gate == Gate::Red => None,
        None if insolvent => None,
        Some(main) => Some(NextStep {
            kind: main.kind,
            step: main.step,
            on: Some(date),
            gate: Some(main.gate),
        }),
        None => invoices
            .iter()
            .filter_map(|item| item.next)
            .min_by_key(|next| next.on),
    }
}
