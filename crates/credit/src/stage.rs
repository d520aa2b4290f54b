//! Where an invoice stands in the plan: the step it had, the step that comes, and from when.
//!
//! The stage is the highest step among the letter lines of the invoice. The next step is the next
//! in the plan. Days count from the day the previous letter left. After a 14-day letter the plan
//! goes on when its costs may be asked. A consumer for whom a demand left but never a 14-day
//! letter (it was taken for a business) gets the 14-day letter still.

use chrono::NaiveDate;
use law::{NoticeTerm, notice_term};

use crate::days::later;
use crate::plan_of::{as_consumer, has_left, interest_from, notice_of_default, plan, term_agreed};
use crate::{Account, Books, Invoice, Letter, PlanStep, Step};

/// The step that comes next for an invoice.
#[derive(Clone, Debug)]
pub(crate) struct Next<'a> {
    pub plan: &'a PlanStep,
    /// The first day on which it may go.
    pub due_on: NaiveDate,
    /// The letter that went before.
    pub previous: Option<&'a Letter>,
    /// The term of that letter, when it was a 14-day letter.
    pub notice: Option<NoticeTerm>,
    /// A 14-day letter that has to wait for a default that is not there.
    pub not_in_default: bool,
}

impl Next<'_> {
    pub fn step(&self) -> Step {
        self.plan.step
    }

    /// Whether the 14 days of the previous letter, and the plan's wait after them, still run.
    pub fn in_running_notice(&self, today: NaiveDate) -> bool {
        self.notice
            .as_ref()
            .is_some_and(|term| today < term.claimable_in_plan)
    }
}

/// The letters of an invoice with the step each counts as, in order of leaving.
pub(crate) fn letters_of<'a>(account: &'a Account, invoice: &Invoice) -> Vec<(&'a Letter, Step)> {
    let mut letters: Vec<(&Letter, Step)> = account
        .letters
        .iter()
        .flat_map(|letter| {
            letter
                .lines
                .iter()
                .filter(|line| line.invoice == invoice.id)
                .map(move |line| (letter, line.step))
        })
        .collect();
    letters.sort_by_key(|(letter, step)| (letter.left(), *step));
    letters
}

/// The highest step an invoice had.
pub(crate) fn stage(letters: &[(&Letter, Step)]) -> Option<Step> {
    letters.iter().map(|(_, step)| *step).max()
}

/// The next step of an invoice; none without a due date, or when the plan has run out.
pub(crate) fn next<'a>(
    account: &'a Account,
    books: &'a Books,
    invoice: &'a Invoice,
) -> Option<Next<'a>> {
    let due = invoice.due?;
    let plan = plan(account, books);
    let letters = letters_of(account, invoice);
    let Some((previous, previous_step)) = letters.last().copied() else {
        let first = plan.steps.first()?;
        let due_on = later(due, first.after_days.max(1));
        let next = Next {
            plan: first,
            due_on,
            previous: None,
            notice: None,
            not_in_default: false,
        };
        return Some(wait_for_default(next, account, books, invoice));
    };
    let chosen = choose(&plan.steps, &letters, account)?;
    let notice = (previous_step == Step::Notice14Days)
        .then(|| notice_term(previous.left(), previous.delivery_days, previous.plan_days));
    let from = notice
        .as_ref()
        .map_or(previous.left(), |term| term.claimable_in_plan);
    let due_on = later(from, chosen.after_days);
    let next = Next {
        plan: chosen,
        due_on,
        previous: Some(previous),
        notice,
        not_in_default: false,
    };
    Some(wait_for_default(next, account, books, invoice))
}

/// The first step of the plan above the stage; for a consumer also a 14-day letter that a demand
/// overtook.
fn choose<'a>(
    steps: &'a [PlanStep],
    letters: &[(&Letter, Step)],
    account: &Account,
) -> Option<&'a PlanStep> {
    let stage = stage(letters)?;
    let sent = |step: Step| letters.iter().any(|(_, sent)| *sent == step);
    let overtaken = as_consumer(account.customer.kind)
        && stage == Step::FinalDemand
        && !sent(Step::Notice14Days);
    steps.iter().find(|step| {
        (step.step > stage || (overtaken && step.step == Step::Notice14Days)) && !sent(step.step)
    })
}

/// A 14-day letter comes after default (art. 6:96 lid 6 BW), interest and costs of a business
/// likewise: without an agreed term these steps wait for the notice of default or the thirty days.
fn wait_for_default<'a>(
    mut next: Next<'a>,
    account: &Account,
    books: &Books,
    invoice: &Invoice,
) -> Next<'a> {
    if term_agreed(account, books) {
        return next;
    }
    let waits = match next.step() {
        Step::Reminder | Step::FinalReminder => false,
        Step::Notice14Days => true,
        Step::FinalDemand | Step::Handover => !as_consumer(account.customer.kind),
    };
    if waits {
        match interest_from(account, books, invoice).interest_from {
            Some(first) => next.due_on = next.due_on.max(first),
            None => next.not_in_default = notice_of_default(account, invoice).is_none(),
        }
    }
    next
}

/// The 14-day letter that covers an invoice with costs, once it has left.
pub(crate) fn notice_for<'a>(account: &'a Account, invoice: &Invoice) -> Option<&'a Letter> {
    account
        .letters
        .iter()
        .filter(|letter| has_left(letter))
        .find(|letter| {
            letter.lines.iter().any(|line| {
                line.invoice == invoice.id && line.step == Step::Notice14Days && line.bears_costs
            })
        })
}
