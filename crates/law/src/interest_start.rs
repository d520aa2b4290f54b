//! From which day interest runs: agreed last day, thirty days, or notice of default.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::plus_days;
use crate::{Rule, Warning};

/// The statutory payment term of a trade contract in days (art. 6:119a lid 2 BW).
const STATUTORY_DAYS: u64 = 30;
/// The longest agreed term that needs no reason (art. 6:119a lid 5 BW).
const LONGEST_PLAIN_TERM: i64 = 60;

/// What kind of customer owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DebtorKind {
    /// Acts in a profession or business.
    Business,
    /// A natural person not acting in a profession or business.
    Consumer,
    /// A government body.
    Government,
}

/// What is known about when payment had to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterestStartFacts {
    /// What kind of customer owes.
    pub debtor: DebtorKind,
    /// The last day to pay.
    pub due: Option<NaiveDate>,
    /// Whether that day was agreed, rather than only printed on the invoice.
    pub due_agreed: bool,
    /// The day the invoice was received.
    pub invoice_received: Option<NaiveDate>,
    /// The day the goods or the service were received.
    pub performance_received: Option<NaiveDate>,
    /// The day a notice of default was received.
    pub notice_received: Option<NaiveDate>,
    /// The days to pay that the notice gave.
    pub notice_days: Option<u16>,
    /// The customer is a large company and the creditor a small or medium one (art. 6:119a lid 6
    /// BW).
    pub large_debtor: bool,
}

impl InterestStartFacts {
    /// Nothing known yet but the kind of customer. A due day filled in later counts as agreed
    /// unless `due_agreed` is set to false.
    pub fn of(debtor: DebtorKind) -> InterestStartFacts {
        InterestStartFacts {
            debtor,
            due: None,
            due_agreed: true,
            invoice_received: None,
            performance_received: None,
            notice_received: None,
            notice_days: None,
            large_debtor: false,
        }
    }

    fn trade(&self) -> bool {
        self.debtor != DebtorKind::Consumer
    }

    /// The later of invoice and performance: the day the thirty days are counted from.
    fn received(&self) -> Option<NaiveDate> {
        self.invoice_received.max(self.performance_received)
    }
}

/// From which day interest runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestStart {
    /// The first interest day; none when the facts do not give an answer.
    pub interest_from: Option<NaiveDate>,
    /// The rule it rests on, or the rule that was not met.
    pub rule: Rule,
    /// What is missing or doubtful.
    pub warnings: Vec<Warning>,
}

impl InterestStart {
    fn on(day: NaiveDate, rule: Rule) -> InterestStart {
        InterestStart {
            interest_from: Some(day),
            rule,
            warnings: Vec::new(),
        }
    }

    fn unknown(rule: Rule, warning: Warning) -> InterestStart {
        InterestStart {
            interest_from: None,
            rule,
            warnings: vec![warning],
        }
    }

    fn warn(mut self, warning: Warning) -> InterestStart {
        self.warnings.push(warning);
        self
    }
}

/// The first day that bears interest.
///
/// An agreed last day comes first (art. 6:83 sub a, 6:119a lid 1 BW); it is not moved over a
/// weekend, because the Algemene termijnenwet is not for contracts. Without one a business or
/// government has thirty days from the receipt of invoice or performance, whichever is later; a
/// consumer must have had a notice of default. A day that was only printed on the invoice starts
/// nothing, but interest does not run before it either.
pub fn interest_start(facts: &InterestStartFacts) -> InterestStart {
    match facts.due {
        Some(due) if facts.due_agreed => agreed(facts, due),
        Some(due) => not_before(by_law(facts), plus_days(due, 1)),
        None => by_law(facts),
    }
}

fn by_law(facts: &InterestStartFacts) -> InterestStart {
    if facts.trade() {
        thirty_days(facts)
    } else {
        after_notice(facts)
    }
}

fn not_before(mut start: InterestStart, day: NaiveDate) -> InterestStart {
    start.interest_from = start.interest_from.map(|from| from.max(day));
    start
}

fn agreed(facts: &InterestStartFacts, due: NaiveDate) -> InterestStart {
    let day = plus_days(due, 1);
    let days = facts.received().map(|received| (due - received).num_days());
    match facts.debtor {
        DebtorKind::Consumer => InterestStart::on(day, Rule::StartFatalTerm),
        DebtorKind::Government => {
            let start = InterestStart::on(day, Rule::StartAgreedGovernment);
            match days {
                Some(days) if days > 30 => {
                    start.warn(Warning::GovernmentTermOverThirtyDays { days })
                }
                _ => start,
            }
        }
        DebtorKind::Business if facts.large_debtor => agreed_with_large(facts, day, days),
        DebtorKind::Business => {
            let start = InterestStart::on(day, Rule::StartAgreedCommercial);
            match days {
                Some(days) if days > LONGEST_PLAIN_TERM => {
                    start.warn(Warning::TermOverSixtyDays { days })
                }
                _ => start,
            }
        }
    }
}

/// A term that a large company may not agree with a small one is void; thirty days apply.
fn agreed_with_large(
    facts: &InterestStartFacts,
    day: NaiveDate,
    days: Option<i64>,
) -> InterestStart {
    let agreed = InterestStart::on(day, Rule::StartAgreedCommercial);
    match (facts.received(), days) {
        (Some(received), Some(days)) if days > longest_with_large(received) => InterestStart::on(
            plus_days(received, STATUTORY_DAYS + 1),
            Rule::StartLargeCompany,
        ),
        (Some(_), _) => agreed,
        (None, _) => agreed.warn(Warning::TermNotChecked),
    }
}

/// Thirty days since 1 July 2022, sixty in the five years before, no limit of its own earlier. The
/// day of receipt stands for the day of the contract, which is not known here.
fn longest_with_large(received: NaiveDate) -> i64 {
    let since =
        |year, month| NaiveDate::from_ymd_opt(year, month, 1).is_some_and(|day| received >= day);
    if since(2022, 7) {
        30
    } else if since(2017, 7) {
        60
    } else {
        i64::MAX
    }
}

fn thirty_days(facts: &InterestStartFacts) -> InterestStart {
    let rule = |commercial| match facts.debtor {
        DebtorKind::Government => Rule::StartThirtyDaysGovernment,
        _ => commercial,
    };
    let after = |received| plus_days(received, STATUTORY_DAYS + 1);
    match (facts.invoice_received, facts.performance_received) {
        (Some(invoice), Some(performance)) if invoice >= performance => {
            InterestStart::on(after(invoice), rule(Rule::StartThirtyDaysInvoice))
        }
        (_, Some(performance)) => {
            InterestStart::on(after(performance), rule(Rule::StartThirtyDaysPerformance))
        }
        (Some(invoice), None) => {
            InterestStart::on(after(invoice), rule(Rule::StartThirtyDaysInvoice))
                .warn(Warning::PerformanceNotKnown)
        }
        (None, None) if facts.notice_received.is_some() => {
            let start = after_notice(facts);
            if start.interest_from.is_some() {
                start.warn(Warning::MayStartEarlier)
            } else {
                start
            }
        }
        (None, None) => InterestStart::unknown(Rule::StartNeedsDate, Warning::ReceiptNotKnown),
    }
}

fn after_notice(facts: &InterestStartFacts) -> InterestStart {
    match (facts.notice_received, facts.notice_days) {
        (Some(received), Some(days)) if days > 0 => InterestStart::on(
            plus_days(received, u64::from(days) + 1),
            Rule::StartNoticeOfDefault,
        ),
        (Some(_), _) => {
            InterestStart::unknown(Rule::StartNoticeOfDefault, Warning::NoticeTermMissing)
        }
        (None, _) => InterestStart::unknown(Rule::StartNeedsDefault, Warning::DefaultNotKnown),
    }
}
