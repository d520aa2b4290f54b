//! The dunning plan: steps, days and channels, as data that the user can change.

use serde::{Deserialize, Serialize};

use super::{Channel, CustomerKind};

/// A step of the dunning plan, in the order of severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A friendly reminder (herinnering).
    Reminder,
    /// The last reminder (laatste herinnering); notice of default where the term was not agreed.
    FinalReminder,
    /// The 14-day letter to a consumer (veertiendagenbrief, art. 6:96 lid 6 BW).
    #[serde(rename = "notice_14_days")]
    Notice14Days,
    /// The demand with interest and costs (sommatie).
    FinalDemand,
    /// The proposal to hand over to a bailiff, agency or lawyer.
    Handover,
}

impl Step {
    /// The name on the wire and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Step::Reminder => "reminder",
            Step::FinalReminder => "final_reminder",
            Step::Notice14Days => "notice_14_days",
            Step::FinalDemand => "final_demand",
            Step::Handover => "handover",
        }
    }

    /// All steps, mildest first.
    pub const ALL: [Step; 5] = [
        Step::Reminder,
        Step::FinalReminder,
        Step::Notice14Days,
        Step::FinalDemand,
        Step::Handover,
    ];
}

/// How a step goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanStep {
    /// Which step.
    pub step: Step,
    /// Days after the due date (first step) or after the day the previous step left.
    pub after_days: u16,
    /// Channels, all of them used when possible. `[email]` falls back to post when there is no
    /// e-mail address; post never falls back to e-mail.
    pub channels: Vec<Channel>,
}

/// The steps for one kind of customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DunningPlan {
    /// The steps, mildest first.
    pub steps: Vec<PlanStep>,
    /// Least number of days between two letters to the same customer.
    pub min_interval_days: u16,
}

/// The plans of an administration: one per kind of customer, and exceptions per customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plans {
    /// For consumers and customers of unknown kind.
    pub consumer: DunningPlan,
    /// For businesses.
    pub business: DunningPlan,
    /// For public authorities.
    pub government: DunningPlan,
}

impl Plans {
    /// The plan for a kind of customer.
    pub fn of(&self, kind: CustomerKind) -> &DunningPlan {
        match kind {
            CustomerKind::Unknown | CustomerKind::Consumer => &self.consumer,
            CustomerKind::Business => &self.business,
            CustomerKind::Government => &self.government,
        }
    }
}

fn step(step: Step, after_days: u16, channels: &[Channel]) -> PlanStep {
    PlanStep {
        step,
        after_days,
        channels: channels.to_vec(),
    }
}

impl Default for Plans {
    /// The plans as shipped: polite, lawful, quick.
    fn default() -> Plans {
        use Channel::{Email, Letter};
        let business = DunningPlan {
            steps: vec![
                step(Step::Reminder, 2, &[Email]),
                step(Step::FinalReminder, 7, &[Email]),
                step(Step::FinalDemand, 7, &[Letter]),
                step(Step::Handover, 10, &[]),
            ],
            min_interval_days: 7,
        };
        Plans {
            consumer: DunningPlan {
                steps: vec![
                    step(Step::Reminder, 2, &[Email]),
                    step(Step::FinalReminder, 7, &[Email]),
                    step(Step::Notice14Days, 7, &[Letter]),
                    // The demand waits for `claimable_in_plan` of the 14-day letter; its own days
                    // count from there.
                    step(Step::FinalDemand, 0, &[Letter]),
                    step(Step::Handover, 10, &[]),
                ],
                min_interval_days: 7,
            },
            government: business.clone(),
            business,
        }
    }
}
