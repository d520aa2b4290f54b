//! What is not a letter that goes: blocked invoices, calls, interruptions, things to look at.

use law::Cents;

use super::promise::{PromiseState, paid_since, promise_state};
use super::{Case, Standing};
use crate::claim_of::principals_only;
use crate::gate;
use crate::ledger::Item;
use crate::limitation::{last_safe_day, surely_far};
use crate::proposal::{Proposal, ProposalKind};
use crate::reasons::{Gate, Reason};
use crate::{Channel, ClaimFigures, CustomerKind, LetterLine, Step};

/// Days before the last safe day from which an interruption is proposed.
const INTERRUPT_DAYS: i64 = 90;

/// A proposal over principals only.
fn plain(case: &Case<'_>, kind: ProposalKind, items: &[usize], reasons: Vec<Reason>) -> Proposal {
    let sheet = principals_only(case.settled, case.today, items);
    let next_step = |index: usize| {
        case.standings
            .iter()
            .find(|standing| standing.index == index)
            .map_or(Step::Reminder, Standing::step)
    };
    let lines = items
        .iter()
        .filter_map(|index| {
            case.settled
                .ledger
                .items
                .get(*index)
                .map(|item| (*index, item))
        })
        .map(|(index, item)| LetterLine {
            invoice: item.invoice.id,
            step: next_step(index),
            open: item.parts.open,
            bears_costs: false,
        })
        .collect();
    let principal: Cents = items
        .iter()
        .filter_map(|index| case.settled.ledger.items.get(*index))
        .map(|item| item.parts.open)
        .sum();
    Proposal {
        customer: case.account.customer.id,
        name: case.account.customer.name.clone(),
        kind,
        step: None,
        channels: Vec::new(),
        date: case.today,
        gate: Gate::Green,
        reasons,
        lines,
        claim: ClaimFigures {
            principal,
            total: principal,
            ..ClaimFigures::default()
        },
        announced: None,
        notice_of_default_days: None,
        delivery_days: case.books.settings.delivery_days,
        plan_days: case.books.settings.plan_days,
        sheet: Some(sheet),
    }
}

/// Invoices whose step is due but which are disputed, held, sent from elsewhere, or not in default.
pub(super) fn blocked(case: &Case<'_>) -> Vec<Proposal> {
    case.standings
        .iter()
        .filter(|standing| standing.is_due(case.today))
        .filter_map(|standing| standing.block.clone().map(|block| (standing, block)))
        .map(|(standing, block)| {
            let kind = match standing.step() {
                Step::Handover => ProposalKind::Handover,
                _ => ProposalKind::Letter,
            };
            let (channels, reasons) = gate::channels(case.account, standing.next.plan);
            let reasons = std::iter::once(block).chain(reasons).collect();
            Proposal {
                step: Some(standing.step()),
                channels,
                ..plain(case, kind, &[standing.index], reasons)
            }
        })
        .collect()
}

/// Overdue items that are open, by index.
fn overdue(case: &Case<'_>) -> Vec<usize> {
    let late = |item: &Item<'_>| {
        item.parts.open.is_positive()
            && !item.handed_over
            && item.invoice.due.is_some_and(|due| due < case.today)
    };
    let items = case.settled.ledger.items.iter().enumerate();
    items
        .filter(|(_, item)| late(item))
        .map(|(index, _)| index)
        .collect()
}

/// A broken promise asks for a call, until a note says that somebody did, or a new promise.
pub(super) fn call(case: &Case<'_>) -> Option<Proposal> {
    let account = case.account;
    let latest = account
        .promises
        .iter()
        .max_by_key(|promise| (promise.date, promise.fact))?;
    let transit = case.books.settings.transit_days;
    let broken = promise_state(account, latest, transit, case.today) == PromiseState::Broken;
    let called = account.notes.iter().any(|note| note.date > latest.by);
    let items = overdue(case);
    if !broken || called || items.is_empty() || !account.insolvencies.is_empty() {
        return None;
    }
    let reason = Reason::PromiseBroken {
        amount: latest.amount,
        by: latest.by,
        paid: paid_since(account, latest),
    };
    Some(plain(case, ProposalKind::Call, &items, vec![reason]))
}

/// Claims that lapse soon.
pub(super) fn interrupt(case: &Case<'_>) -> Option<Proposal> {
    let mut reasons = Vec::new();
    let mut items = Vec::new();
    for index in overdue(case) {
        let Some(item) = case.settled.ledger.items.get(index) else {
            continue;
        };
        if surely_far(item.invoice, case.today) {
            continue;
        }
        let Some(safe) = last_safe_day(case.account, item.invoice) else {
            continue;
        };
        let left = (safe.last_safe_day - case.today).num_days();
        if left > INTERRUPT_DAYS {
            continue;
        }
        let (invoice, last_safe_day) = (item.invoice.number.clone(), safe.last_safe_day);
        reasons.push(if left < 0 {
            Reason::LimitationPassed {
                invoice,
                last_safe_day,
            }
        } else {
            Reason::LimitationNear {
                invoice,
                last_safe_day,
            }
        });
        if safe.goods_unknown && !reasons.contains(&Reason::GoodsUnknown) {
            reasons.push(Reason::GoodsUnknown);
        }
        items.push(index);
    }
    (!items.is_empty()).then(|| plain(case, ProposalKind::Interrupt, &items, reasons))
}

/// What has to be known before letters can go well: kind, due dates, an address.
pub(super) fn review(case: &Case<'_>) -> Option<Proposal> {
    let mut items = overdue(case);
    let mut reasons = Vec::new();
    if case.account.customer.kind == CustomerKind::Unknown && !items.is_empty() {
        reasons.push(Reason::KindUnknown);
    }
    if !items.is_empty() && gate::unreachable(case.account) {
        reasons.push(Reason::AddressMissing {
            channel: Channel::Letter,
        });
    }
    if reasons.is_empty() {
        items.clear();
    }
    for (index, item) in case.settled.ledger.items.iter().enumerate() {
        if item.invoice.due.is_none() && item.parts.open.is_positive() && !item.handed_over {
            reasons.push(Reason::DueDateMissing {
                invoice: item.invoice.number.clone(),
            });
            items.push(index);
        }
    }
    (!reasons.is_empty()).then(|| plain(case, ProposalKind::Review, &items, reasons))
}
