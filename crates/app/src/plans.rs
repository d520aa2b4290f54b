//! What a dunning plan would do: the same decisions as a run, with the plan changed. Writes nothing.

use chrono::NaiveDate;
use credit::{
    Account, Books, Channel, CustomerKind, DunningPlan, Gate, PlanStep, Proposal, ProposalKind,
    Step,
};
use law::{Cents, RateTable};
use serde::{Deserialize, Serialize};
use store::Accounts;
use ts_rs::TS;

use crate::error::AppResult;
use crate::find;
use crate::session::Context;
use crate::today::ReasonView;

/// Customers who get a letter more or less, listed at most.
const MOST_LISTED: usize = 50;

/// A step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PlanStep")]
pub struct PlanStepView {
    /// Which step.
    #[ts(type = "Step")]
    pub step: Step,
    /// Days after the due date (first step), or after the day the previous step left.
    pub after_days: u16,
    /// How it goes out; empty for a handover.
    #[ts(type = "Channel[]")]
    pub channels: Vec<Channel>,
}

/// A dunning plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "DunningPlan")]
pub struct PlanView {
    /// Least number of days between two letters to the same customer.
    pub min_interval_days: u16,
    /// The steps, mildest first.
    pub steps: Vec<PlanStepView>,
}

impl From<PlanView> for DunningPlan {
    fn from(plan: PlanView) -> DunningPlan {
        DunningPlan {
            steps: plan
                .steps
                .into_iter()
                .map(|step| PlanStep {
                    step: step.step,
                    after_days: step.after_days,
                    channels: step.channels,
                })
                .collect(),
            min_interval_days: plan.min_interval_days,
        }
    }
}

/// Whose plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PlanKind {
    /// Of consumers, and of customers whose kind is unknown.
    Consumer,
    /// Of businesses.
    Business,
    /// Of public authorities.
    Government,
}

impl PlanKind {
    fn kind(self) -> CustomerKind {
        match self {
            PlanKind::Consumer => CustomerKind::Consumer,
            PlanKind::Business => CustomerKind::Business,
            PlanKind::Government => CustomerKind::Government,
        }
    }

    fn holds_for(self, kind: CustomerKind) -> bool {
        match self {
            PlanKind::Consumer => matches!(kind, CustomerKind::Consumer | CustomerKind::Unknown),
            PlanKind::Business => kind == CustomerKind::Business,
            PlanKind::Government => kind == CustomerKind::Government,
        }
    }
}

/// Which plan to try.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PlanPreviewAsk {
    /// Whose plan it is.
    pub kind: PlanKind,
    /// The plan.
    pub plan: PlanView,
    /// Try it as the own plan of this customer, whose kind then counts.
    pub customer: Option<String>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What a step meets.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanStepPreview {
    /// The step.
    #[ts(type = "Step")]
    pub step: Step,
    /// Customers whose next step this is.
    pub customers: u32,
    /// Of them, letters that are due today and may go.
    pub today: u32,
    /// For how much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// The first day on which it meets somebody.
    #[ts(type = "IsoDate | null")]
    pub first_on: Option<NaiveDate>,
}

/// A step on its day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanDate {
    /// The step.
    #[ts(type = "Step")]
    pub step: Step,
    /// The day.
    #[ts(type = "IsoDate")]
    pub on: NaiveDate,
}

/// A customer who gets a letter, or no longer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanLetter {
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Which letter.
    #[ts(type = "Step")]
    pub step: Step,
}

/// What a plan would do.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct PlanPreview {
    /// Why it cannot be kept; empty: it can. Nothing below is filled in while there are problems.
    pub problems: Vec<ReasonView>,
    /// Each step and what it meets.
    pub steps: Vec<PlanStepPreview>,
    /// On real dates: an invoice that falls due today, step by step.
    pub dates: Vec<PlanDate>,
    /// Letters due today as the plan is now.
    pub before: u32,
    /// Letters due today as it would be.
    pub after: u32,
    /// Customers who would get a letter today that they do not get now; at most 50.
    pub added: Vec<PlanLetter>,
    /// Customers who would no longer get the letter that they get today; at most 50.
    pub removed: Vec<PlanLetter>,
}

/// What a plan would do today, before it is kept. Old bank data and a restored backup hold letters
/// back whatever the plan says; here they are left out of it, so that the plan shows.
///
/// # Errors
/// `unknown_customer`, `job_cancelled`.
pub fn plan_preview(context: &mut Context<'_>, request: PlanPreviewAsk) -> AppResult<PlanPreview> {
    let date = context.day(request.date);
    let lang = context.lang;
    let plan = DunningPlan::from(request.plan);
    let rates = context.rates()?;
    let running = context.session.jobs().start("plan_preview", None);
    let reader = context.reader()?;
    let customer = match &request.customer {
        Some(name) => Some(find::customer(&reader, name)?),
        None => None,
    };
    let kind = customer
        .as_ref()
        .map_or(request.kind.kind(), |customer| customer.kind);
    let problems: Vec<ReasonView> = credit::validate_plan(&plan, kind)
        .iter()
        .map(|problem| ReasonView {
            code: problem.code(),
            message: problem.message(lang),
        })
        .collect();
    if !problems.is_empty() {
        return Ok(PlanPreview {
            problems,
            ..PlanPreview::default()
        });
    }
    let mut books = reader.books()?;
    books.bank_through = Some(date);
    books.restored = None;
    let trial = Trial {
        plan: &plan,
        books: &books,
        rates: &rates,
        date,
    };
    let mut preview = PlanPreview {
        steps: plan.steps.iter().map(|step| empty(step.step)).collect(),
        dates: credit::plan_dates(&plan, kind, &books, &rates, date)
            .into_iter()
            .map(|(step, on)| PlanDate { step, on })
            .collect(),
        ..PlanPreview::default()
    };
    match customer {
        Some(customer) => trial.add(reader.account(customer.id)?, &mut preview),
        None => {
            let mut done = 0;
            reader.for_each_account(Accounts::Unsettled, |account| -> AppResult<()> {
                done += 1;
                running.step(done)?;
                // A plan of its own stays as it is.
                if request.kind.holds_for(account.customer.kind) && account.plan.is_none() {
                    trial.add(account, &mut preview);
                }
                Ok(())
            })?;
        }
    }
    Ok(preview)
}

fn empty(step: Step) -> PlanStepPreview {
    PlanStepPreview {
        step,
        customers: 0,
        today: 0,
        amount: Cents::ZERO,
        first_on: None,
    }
}

struct Trial<'a> {
    plan: &'a DunningPlan,
    books: &'a Books,
    rates: &'a RateTable,
    date: NaiveDate,
}

impl Trial<'_> {
    fn add(&self, mut account: Account, preview: &mut PlanPreview) {
        let before = self.letter(&account);
        account.plan = Some(self.plan.clone());
        let after = self.letter(&account);
        let step_of = |letter: &Option<Proposal>| letter.as_ref().and_then(|found| found.step);
        let named = |step: Step| PlanLetter {
            customer: account.customer.id.to_string(),
            name: account.customer.name.clone(),
            step,
        };
        let (had, has) = (step_of(&before), step_of(&after));
        preview.before += u32::from(had.is_some());
        preview.after += u32::from(has.is_some());
        if had != has {
            if let Some(step) = has
                && preview.added.len() < MOST_LISTED
            {
                preview.added.push(named(step));
            }
            if let Some(step) = had
                && preview.removed.len() < MOST_LISTED
            {
                preview.removed.push(named(step));
            }
        }
        let next = match &after {
            Some(letter) => letter.step.map(|step| (step, self.date)),
            None => self.next(&account),
        };
        let Some((step, on)) = next else { return };
        let Some(row) = preview.steps.iter_mut().find(|row| row.step == step) else {
            return;
        };
        row.customers += 1;
        row.first_on = Some(row.first_on.map_or(on, |first| first.min(on)));
        if let Some(letter) = after {
            row.today += 1;
            row.amount += letter.claim.total;
        }
    }

    /// The letter that may go today.
    fn letter(&self, account: &Account) -> Option<Proposal> {
        crate::today::decide(account, self.books, self.rates, self.date)
            .into_iter()
            .find(|proposal| proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red)
    }

    /// The step that comes first, and when; never before today.
    fn next(&self, account: &Account) -> Option<(Step, NaiveDate)> {
        credit::invoice_states(account, self.books, self.rates, self.date)
            .into_iter()
            .filter_map(|state| state.next)
            .map(|next| (next.due_on.max(self.date), std::cmp::Reverse(next.step)))
            .min()
            .map(|(on, step)| (step.0, on))
    }
}
