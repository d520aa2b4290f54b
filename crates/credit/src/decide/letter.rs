//! The one letter of a customer today: its level, its invoices, its channels, its gate.

use chrono::NaiveDate;

use super::figures::{self, Figures};
use super::{Case, Standing};
use crate::days::later;
use crate::gate;
use crate::plan_of::{as_consumer, plan, term_agreed};
use crate::proposal::{Proposal, ProposalKind};
use crate::reasons::{Gate, Reason};
use crate::{LetterLine, Step};

pub(super) fn propose(case: &Case<'_>) -> Option<Proposal> {
    let leader = leader(case)?;
    if held_by_interval(case) {
        return None;
    }
    let level = leader.step();
    let mut lines: Vec<&Standing<'_>> = case
        .standings
        .iter()
        .filter(|standing| belongs(case, standing, level))
        .collect();
    lines.sort_by_key(|standing| (standing.item.invoice.due, standing.item.invoice.id));
    let (channels, mut reasons) = gate::channels(case.account, leader.next.plan);
    let date = gate::letter_date(&channels, case.today);
    let figures = figures::of_letter(case, level, date, &lines);
    let mut all = why_now(case, leader);
    all.append(&mut reasons);
    all.extend(gate::customer(
        case.account,
        case.settled,
        case.books,
        case.today,
    ));
    all.extend(gate::predecessors(&lines));
    all.extend(gate::printable(case.account, case.printable));
    all.extend(disputed_parts(&lines));
    all.extend(figures.reasons.iter().cloned());
    let notice_of_default_days = notice_of_default(case, level, &lines);
    if let Some(days) = notice_of_default_days {
        all.push(Reason::NoticeOfDefault { days });
    }
    if level == Step::Notice14Days {
        all.extend(gate::notice(case, &lines, figures.announced.as_ref(), date));
    }
    let Figures {
        claim,
        announced,
        sheet,
        bearing,
        ..
    } = figures;
    Some(Proposal {
        customer: case.account.customer.id,
        name: case.account.customer.name.clone(),
        kind: ProposalKind::Letter,
        step: Some(level),
        channels,
        date,
        gate: Gate::Green,
        reasons: all,
        lines: lines
            .iter()
            .map(|standing| line_of(standing, &bearing, &sheet))
            .collect(),
        claim,
        announced,
        notice_of_default_days,
        delivery_days: case.books.settings.delivery_days,
        plan_days: case.books.settings.plan_days,
        sheet: Some(sheet),
    })
}

fn line_of(standing: &Standing<'_>, bearing: &[usize], sheet: &crate::Claim) -> LetterLine {
    let invoice = standing.item.invoice.id;
    let stated = sheet
        .invoices
        .iter()
        .find(|stated| stated.invoice == invoice);
    LetterLine {
        invoice,
        step: standing.step(),
        open: stated.map_or(standing.item.asked(), |stated| stated.principal.open),
        bears_costs: bearing.contains(&standing.index),
    }
}

/// The oldest of the invoices that have reached the most severe step today.
fn leader<'a, 'b>(case: &'b Case<'a>) -> Option<&'b Standing<'a>> {
    let candidates = || {
        case.standings
            .iter()
            .filter(|standing| standing.is_free(case.today) && standing.step() != Step::Handover)
    };
    let level = candidates().map(Standing::step).max()?;
    candidates().find(|standing| standing.step() == level)
}

/// At least so many days between two letters to one customer.
fn held_by_interval(case: &Case<'_>) -> bool {
    let interval = plan(case.account, case.books).min_interval_days;
    last_letter(case).is_some_and(|last| case.today < later(last, interval))
}

fn last_letter(case: &Case<'_>) -> Option<NaiveDate> {
    case.account.letters.iter().map(crate::Letter::left).max()
}

/// Whether an invoice stands in a letter of this level, counting as its own next step.
///
/// A 14-day letter and a demand count only on their day and only as such a letter; a notice of
/// default only as a final reminder. An earlier reminder that stands beside an older invoice may
/// come before its day.
fn belongs(case: &Case<'_>, standing: &Standing<'_>, level: Step) -> bool {
    let step = standing.step();
    if standing.block.is_some() || step > level || standing.next.in_running_notice(case.today) {
        return false;
    }
    let due = standing.is_due(case.today);
    match step {
        Step::Reminder => due,
        Step::FinalReminder => {
            (due || standing.next.previous.is_some())
                && (level == Step::FinalReminder || term_agreed(case.account, case.books))
        }
        Step::Notice14Days | Step::FinalDemand => due && step == level,
        Step::Handover => false,
    }
}

fn why_now(case: &Case<'_>, leader: &Standing<'_>) -> Vec<Reason> {
    let today = case.today;
    let mut reasons = vec![match (leader.next.previous, &leader.next.notice) {
        (Some(letter), Some(term)) => Reason::NoticeRanOut {
            left: letter.left(),
            last_day: term.last_day,
            claimable: term.claimable_in_plan,
        },
        (Some(letter), None) => Reason::AfterStep {
            previous: letter
                .lines
                .iter()
                .find(|line| line.invoice == leader.item.invoice.id)
                .map_or(letter.step, |line| line.step),
            left: letter.left(),
            days: (today - letter.left()).num_days(),
        },
        (None, _) => {
            let due = leader.item.invoice.due.unwrap_or(today);
            Reason::PastDue {
                invoice: leader.item.invoice.number.clone(),
                due,
                days: (today - due).num_days(),
            }
        }
    }];
    if (today - leader.next.due_on).num_days() >= 7 {
        reasons.push(Reason::CaughtUp {
            due_on: leader.next.due_on,
        });
    }
    reasons
}

fn disputed_parts(lines: &[&Standing<'_>]) -> Vec<Reason> {
    lines
        .iter()
        .filter(|standing| standing.item.disputed.is_positive())
        .map(|standing| Reason::DisputedPartLeftOut {
            invoice: standing.item.invoice.number.clone(),
            amount: standing.item.disputed,
        })
        .collect()
}

/// Without an agreed term the final reminder is the notice of default (art. 6:82 lid 1 BW).
fn notice_of_default(case: &Case<'_>, level: Step, lines: &[&Standing<'_>]) -> Option<u16> {
    let counts = lines
        .iter()
        .any(|standing| standing.step() == Step::FinalReminder);
    (level == Step::FinalReminder && counts && !term_agreed(case.account, case.books))
        .then_some(case.books.settings.notice_of_default_days)
}

/// Whether the customer is treated as a consumer; for the modules beside this one.
pub(super) fn consumer(case: &Case<'_>) -> bool {
    as_consumer(case.account.customer.kind)
}
