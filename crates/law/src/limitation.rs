//! Limitation: until when a claim can be saved, and what an interruption does.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Rule, Warning};

/// The longest new term after an interruption, in years (art. 3:319 lid 2 BW).
const LONGEST_NEW_TERM: u32 = 5;

/// What a claim is for; it decides how fast it lapses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// Payment under a contract: five years (art. 3:307 lid 1 BW).
    Contract,
    /// The price of goods sold to a consumer: two years (art. 7:28 BW).
    ConsumerSale,
    /// Payable per year or shorter, such as rent and interest: five years (art. 3:308 BW).
    Periodic,
    /// A judgment: twenty years (art. 3:324 BW).
    Judgment,
}

impl ClaimKind {
    /// The term in years.
    pub fn years(self) -> u32 {
        match self {
            ClaimKind::Contract | ClaimKind::Periodic => 5,
            ClaimKind::ConsumerSale => 2,
            ClaimKind::Judgment => 20,
        }
    }

    /// The rule that sets the term.
    pub fn rule(self) -> Rule {
        match self {
            ClaimKind::Contract => Rule::LimitationContract,
            ClaimKind::ConsumerSale => Rule::LimitationConsumerSale,
            ClaimKind::Periodic => Rule::LimitationPeriodic,
            ClaimKind::Judgment => Rule::LimitationJudgment,
        }
    }
}

/// Until when a claim can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limitation {
    /// The last day on which an interruption must have reached the debtor.
    pub last_safe_day: NaiveDate,
    /// The rules it rests on: the term, and the new term when there was an interruption.
    pub rules: Vec<Rule>,
    /// Interruptions that did not count.
    pub warnings: Vec<Warning>,
}

/// The last day on which a claim can still be saved by an interruption.
///
/// `due` is the day the claim became due, for a judgment its date; `interruptions` are the days
/// on which the debtor received them, in any order. An interruption before the due day or after
/// the claim lapsed counts for nothing and gives a warning. Counted cautiously: no term is
/// extended over a weekend, and from 29 February a term ends on the 28th.
pub fn limitation(due: NaiveDate, kind: ClaimKind, interruptions: &[NaiveDate]) -> Limitation {
    let original = plus_years(due, kind.years());
    let mut limitation = Limitation {
        last_safe_day: original,
        rules: vec![kind.rule()],
        warnings: Vec::new(),
    };
    let mut received: Vec<NaiveDate> = interruptions.to_vec();
    received.sort_unstable();
    for received in received {
        let last_safe_day = limitation.last_safe_day;
        if received < due {
            limitation
                .warnings
                .push(Warning::InterruptionBeforeDue { received });
        } else if received > last_safe_day {
            limitation.warnings.push(Warning::InterruptionTooLate {
                received,
                last_safe_day,
            });
        } else {
            let renewed = plus_years(received, kind.years().min(LONGEST_NEW_TERM));
            limitation.last_safe_day = renewed.max(last_safe_day);
            if !limitation.rules.contains(&Rule::LimitationNewTerm) {
                limitation.rules.push(Rule::LimitationNewTerm);
            }
        }
    }
    limitation
}

fn plus_years(date: NaiveDate, years: u32) -> NaiveDate {
    date.checked_add_months(Months::new(12 * years))
        .unwrap_or(NaiveDate::MAX)
}
