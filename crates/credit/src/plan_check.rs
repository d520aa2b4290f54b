//! Whether a dunning plan that the user changed can be followed, and is lawful.

use law::Lang;
use serde::{Deserialize, Serialize};

use crate::plan_of::as_consumer;
use crate::{Channel, CustomerKind, DunningPlan, PlanStep, Step, words};

/// Least days between two letters that a plan may have.
const LEAST_INTERVAL: u16 = 3;
/// Most days of any wait; more is a typing error.
const MOST_DAYS: u16 = 365;

/// What is wrong with a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PlanProblem {
    /// There is no step at all.
    Empty,
    /// A step stands before one that is milder, or twice.
    WrongOrder {
        /// The step that stands too late.
        step: Step,
    },
    /// A consumer's final demand needs a 14-day letter before it.
    NoticeMissing,
    /// A 14-day letter is for consumers only.
    NoticeNotNeeded,
    /// The notice of default and the 14-day letter need a final reminder before them.
    FinalReminderMissing,
    /// A letter has no channel.
    NoChannel {
        /// The step.
        step: Step,
    },
    /// The 14-day letter should go by post: an e-mail does not prove that it arrived.
    NoticeNotByPost,
    /// The first reminder would go on or before the due date.
    BeforeDue,
    /// A wait that is shorter than the least interval between letters can never be kept.
    ShorterThanInterval {
        /// The step.
        step: Step,
    },
    /// A wait of more than a year.
    TooLong {
        /// The step.
        step: Step,
    },
    /// Less than three days between two letters is no reasonable time to pay.
    IntervalTooShort,
}

impl PlanProblem {
    /// The name on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            PlanProblem::Empty => "empty",
            PlanProblem::WrongOrder { .. } => "wrong_order",
            PlanProblem::NoticeMissing => "notice_missing",
            PlanProblem::NoticeNotNeeded => "notice_not_needed",
            PlanProblem::FinalReminderMissing => "final_reminder_missing",
            PlanProblem::NoChannel { .. } => "no_channel",
            PlanProblem::NoticeNotByPost => "notice_not_by_post",
            PlanProblem::BeforeDue => "before_due",
            PlanProblem::ShorterThanInterval { .. } => "shorter_than_interval",
            PlanProblem::TooLong { .. } => "too_long",
            PlanProblem::IntervalTooShort => "interval_too_short",
        }
    }

    /// What is wrong, in one plain sentence.
    pub fn message(&self, lang: Lang) -> String {
        let step = |step: &Step| words::step(*step, lang);
        match (lang, self) {
            (Lang::Nl, PlanProblem::Empty) => "Het plan heeft geen enkele stap.".into(),
            (Lang::Nl, PlanProblem::WrongOrder { step: late }) => format!("De {} staat op de verkeerde plaats of twee keer in het plan.", step(late)),
            (Lang::Nl, PlanProblem::NoticeMissing) => "Bij consumenten moet vóór de sommatie een veertiendagenbrief komen, anders zijn er geen incassokosten verschuldigd.".into(),
            (Lang::Nl, PlanProblem::NoticeNotNeeded) => "Een veertiendagenbrief is alleen voor consumenten.".into(),
            (Lang::Nl, PlanProblem::FinalReminderMissing) => "Vóór de veertiendagenbrief moet een laatste herinnering komen: die stelt zo nodig in gebreke.".into(),
            (Lang::Nl, PlanProblem::NoChannel { step: which }) => format!("Voor de {} is niet gekozen hoe die wordt verstuurd.", step(which)),
            (Lang::Nl, PlanProblem::NoticeNotByPost) => "De veertiendagenbrief moet (ook) per post: van een e-mail is de ontvangst niet te bewijzen.".into(),
            (Lang::Nl, PlanProblem::BeforeDue) => "De eerste stap moet minstens één dag na de vervaldatum komen.".into(),
            (Lang::Nl, PlanProblem::ShorterThanInterval { step: which }) => format!("De wachttijd voor de {} is korter dan de kortste tijd tussen twee brieven.", step(which)),
            (Lang::Nl, PlanProblem::TooLong { step: which }) => format!("De wachttijd voor de {} is langer dan een jaar.", step(which)),
            (Lang::Nl, PlanProblem::IntervalTooShort) => format!("Tussen twee brieven moeten minstens {} zitten.", words::days(i64::from(LEAST_INTERVAL), lang)),
            (Lang::En, PlanProblem::Empty) => "The plan has no steps.".into(),
            (Lang::En, PlanProblem::WrongOrder { step: late }) => format!("The {} stands in the wrong place or twice.", step(late)),
            (Lang::En, PlanProblem::NoticeMissing) => "For consumers a 14-day letter has to come before the final demand; without it no collection costs are due.".into(),
            (Lang::En, PlanProblem::NoticeNotNeeded) => "A 14-day letter is for consumers only.".into(),
            (Lang::En, PlanProblem::FinalReminderMissing) => "A final reminder has to come before the 14-day letter: it gives notice of default where needed.".into(),
            (Lang::En, PlanProblem::NoChannel { step: which }) => format!("How the {} is sent was not chosen.", step(which)),
            (Lang::En, PlanProblem::NoticeNotByPost) => "The 14-day letter has to go by post (as well): receipt of an e-mail cannot be proved.".into(),
            (Lang::En, PlanProblem::BeforeDue) => "The first step has to come at least one day after the due date.".into(),
            (Lang::En, PlanProblem::ShorterThanInterval { step: which }) => format!("The wait for the {} is shorter than the least time between two letters.", step(which)),
            (Lang::En, PlanProblem::TooLong { step: which }) => format!("The wait for the {} is longer than a year.", step(which)),
            (Lang::En, PlanProblem::IntervalTooShort) => format!("At least {} have to lie between two letters.", words::days(i64::from(LEAST_INTERVAL), lang)),
        }
    }
}

/// Everything that is wrong with a plan for a kind of customer; nothing: it can be used.
///
/// The 21 days after a 14-day letter need no check here: the demand waits for the letter's own term
/// and the plan days of the settings, never fewer than 21, and `after_days` only adds to them.
pub fn validate_plan(plan: &DunningPlan, kind: CustomerKind) -> Vec<PlanProblem> {
    let mut problems = Vec::new();
    if plan.steps.is_empty() {
        problems.push(PlanProblem::Empty);
    }
    for pair in plan.steps.windows(2) {
        if let [before, after] = pair
            && after.step <= before.step
        {
            problems.push(PlanProblem::WrongOrder { step: after.step });
        }
    }
    problems.extend(notice_problems(plan, kind));
    if plan.min_interval_days < LEAST_INTERVAL {
        problems.push(PlanProblem::IntervalTooShort);
    }
    for (position, step) in plan.steps.iter().enumerate() {
        let previous = position
            .checked_sub(1)
            .and_then(|before| plan.steps.get(before));
        problems.extend(step_problems(plan, step, previous));
    }
    problems
}

fn notice_problems(plan: &DunningPlan, kind: CustomerKind) -> Vec<PlanProblem> {
    let has = |step: Step| plan.steps.iter().any(|known| known.step == step);
    let mut problems = Vec::new();
    let notice = plan
        .steps
        .iter()
        .find(|step| step.step == Step::Notice14Days);
    if !as_consumer(kind) {
        problems.extend(notice.map(|_| PlanProblem::NoticeNotNeeded));
        return problems;
    }
    if notice.is_none() && has(Step::FinalDemand) {
        problems.push(PlanProblem::NoticeMissing);
    }
    if let Some(notice) = notice {
        if !has(Step::FinalReminder) {
            problems.push(PlanProblem::FinalReminderMissing);
        }
        if !notice.channels.is_empty() && !notice.channels.contains(&Channel::Letter) {
            problems.push(PlanProblem::NoticeNotByPost);
        }
    }
    problems
}

fn step_problems(
    plan: &DunningPlan,
    step: &PlanStep,
    previous: Option<&PlanStep>,
) -> Vec<PlanProblem> {
    let mut problems = Vec::new();
    if step.channels.is_empty() && step.step != Step::Handover {
        problems.push(PlanProblem::NoChannel { step: step.step });
    }
    if step.after_days > MOST_DAYS {
        problems.push(PlanProblem::TooLong { step: step.step });
    }
    match previous {
        None if step.after_days == 0 => problems.push(PlanProblem::BeforeDue),
        None => {}
        Some(previous) => {
            let own_wait = previous.step == Step::Notice14Days || step.step == Step::Handover;
            if !own_wait && step.after_days < plan.min_interval_days {
                problems.push(PlanProblem::ShorterThanInterval { step: step.step });
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plans;

    #[test]
    fn the_plans_as_shipped_have_no_problem() {
        let plans = Plans::default();
        for kind in [
            CustomerKind::Unknown,
            CustomerKind::Consumer,
            CustomerKind::Business,
            CustomerKind::Government,
        ] {
            assert_eq!(validate_plan(plans.of(kind), kind), [], "{kind:?}");
        }
    }

    #[test]
    fn a_consumer_never_gets_a_demand_without_a_14_day_letter() {
        let business = Plans::default().business;
        let problems = validate_plan(&business, CustomerKind::Unknown);
        assert_eq!(
            problems,
            [PlanProblem::NoticeMissing],
            "unknown is treated as a consumer"
        );
    }

    #[test]
    fn every_kind_of_mistake_is_told() {
        let mut plan = Plans::default().consumer;
        plan.min_interval_days = 1;
        plan.steps.swap(0, 1);
        plan.steps[0].after_days = 0;
        plan.steps[2].channels = vec![Channel::Email];
        plan.steps[3].channels.clear();
        plan.steps[4].after_days = 400;
        let codes: Vec<&str> = validate_plan(&plan, CustomerKind::Consumer)
            .iter()
            .map(PlanProblem::code)
            .collect();
        assert_eq!(
            codes,
            [
                "wrong_order",
                "notice_not_by_post",
                "interval_too_short",
                "before_due",
                "no_channel",
                "too_long",
            ],
            "a plan editor shows all problems at once"
        );
        plan = Plans::default().business;
        plan.steps[1].after_days = 3;
        let problems = validate_plan(&plan, CustomerKind::Business);
        assert_eq!(
            problems,
            [PlanProblem::ShorterThanInterval {
                step: Step::FinalReminder
            }]
        );
    }
}
