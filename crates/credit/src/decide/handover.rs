//! The proposal to hand over to a bailiff, agency or lawyer.

use law::Warning;

use super::figures::figures_of;
use super::{Case, Standing};
use crate::claim_of::claim_of_dossier;
use crate::gate;
use crate::proposal::{Proposal, ProposalKind};
use crate::reasons::{Gate, Reason};
use crate::{InvoiceId, LetterLine, Step};

pub(super) fn propose(case: &Case<'_>) -> Option<Proposal> {
    let due: Vec<&Standing<'_>> = case
        .standings
        .iter()
        .filter(|standing| standing.step() == Step::Handover && standing.is_free(case.today))
        .collect();
    let leader = due.first()?;
    let invoices: Vec<InvoiceId> = due
        .iter()
        .map(|standing| standing.item.invoice.id)
        .collect();
    let sheet = claim_of_dossier(case.account, case.books, case.rates, case.today, &invoices);
    let mut reasons = Vec::new();
    if let Some(letter) = leader.next.previous {
        reasons.push(Reason::AfterStep {
            previous: letter.step,
            left: letter.left(),
            days: (case.today - letter.left()).num_days(),
        });
    }
    reasons.extend(gate::customer(
        case.account,
        case.settled,
        case.books,
        case.today,
    ));
    reasons.extend(gate::predecessors(&due));
    reasons.extend(sheet.warnings.iter().find_map(|warning| match warning {
        Warning::RateNotVerified { verified_until, .. } if case.today > *verified_until => {
            Some(Reason::RateNotVerified {
                verified_until: *verified_until,
            })
        }
        _ => None,
    }));
    let lines =
        due.iter()
            .map(|standing| LetterLine {
                invoice: standing.item.invoice.id,
                step: Step::Handover,
                open: standing.item.parts.open,
                bears_costs: sheet.invoices.iter().any(|invoice| {
                    invoice.invoice == standing.item.invoice.id && invoice.bears_costs
                }),
            })
            .collect();
    Some(Proposal {
        customer: case.account.customer.id,
        name: case.account.customer.name.clone(),
        kind: ProposalKind::Handover,
        step: Some(Step::Handover),
        channels: leader.next.plan.channels.clone(),
        date: case.today,
        gate: Gate::Green,
        reasons,
        lines,
        claim: figures_of(&sheet),
        announced: None,
        notice_of_default_days: None,
        delivery_days: case.books.settings.delivery_days,
        plan_days: case.books.settings.plan_days,
        sheet: Some(sheet),
    })
}
