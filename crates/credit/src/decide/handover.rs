//! The proposal to hand over to a bailiff, agency or lawyer.

use chrono::NaiveDate;
use law::{RateTable, Warning};

use super::figures::figures_of;
use super::{Case, Standing, standings};
use crate::claim_of::claim_of_invoices;
use crate::gate;
use crate::proposal::{Proposal, ProposalKind};
use crate::reasons::{Gate, Reason};
use crate::settle::settle;
use crate::{Account, Books, InvoiceId, LetterLine, Step};

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
    let sheet = claim_of_invoices(case.account, case.books, case.rates, case.today, &invoices);
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

/// The invoices that a handover on this day takes along: those the plan proposes; when there are
/// none, those that had a final demand; when there are none either, all that are past due. Only
/// open ones that were not handed over before.
pub fn handover_scope(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
) -> Vec<InvoiceId> {
    let settled = settle(account, books, rates, date);
    let standings = standings(&settled, books, date);
    let ids = |wanted: &dyn Fn(&Standing<'_>) -> bool| -> Vec<InvoiceId> {
        standings
            .iter()
            .filter(|standing| wanted(standing))
            .map(|standing| standing.item.invoice.id)
            .collect()
    };
    let proposed = ids(&|standing| standing.step() == Step::Handover && standing.is_free(date));
    if !proposed.is_empty() {
        return proposed;
    }
    let demanded = ids(&|standing| {
        let own = |line: &LetterLine| {
            line.invoice == standing.item.invoice.id && line.step == Step::FinalDemand
        };
        account
            .letters
            .iter()
            .any(|letter| letter.lines.iter().any(own))
    });
    if !demanded.is_empty() {
        return demanded;
    }
    settled
        .ledger
        .items
        .iter()
        .filter(|item| item.parts.open.is_positive() && !item.handed_over)
        .filter(|item| item.invoice.due.is_some_and(|due| due < date))
        .map(|item| item.invoice.id)
        .collect()
}
