//! Which percentage, in which steps, and when unpaid interest joins the base.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::{Compound, ContractInterest, InterestBasis, Per, Percent, RateKind, RateTable};

/// In which steps interest goes from its first day, and when unpaid interest joins the base.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pace {
    /// Interest years; days over the length of the year; each line rounded before it joins.
    Years { compound: bool },
    /// Months counted from the first day; part months by days; the base is never rounded.
    Months {
        /// Percent per month.
        percent: Decimal,
        joins_every: u32,
    },
}

impl Pace {
    /// The months of one step.
    pub fn months(self) -> u32 {
        match self {
            Pace::Years { .. } => 12,
            Pace::Months { .. } => 1,
        }
    }

    /// Whether unpaid interest joins the base when this step begins.
    pub fn joins_at(self, step: u32) -> bool {
        match self {
            Pace::Years { compound } => compound,
            Pace::Months { joins_every, .. } => step.is_multiple_of(joins_every),
        }
    }
}

/// Which percentage, as shown on a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    Statutory { kind: RateKind, surcharge: Percent },
    Agreed { percent: Percent, per: Per },
}

impl Source {
    /// Percent per year on a day; none before the rates begin.
    pub fn yearly_percent(self, rates: &RateTable, day: NaiveDate) -> Option<Decimal> {
        match self {
            Source::Statutory { kind, surcharge } => {
                let percent = rates.percent_on(kind, day)?;
                Some(percent.plus(surcharge).value())
            }
            Source::Agreed { percent, per } => Some(match per {
                Per::Year => percent.value(),
                Per::Month => percent.twelvefold().value(),
            }),
        }
    }
}

pub(super) fn of(basis: &InterestBasis) -> (Source, Pace) {
    match *basis {
        InterestBasis::Statutory { kind, surcharge } => {
            let source = Source::Statutory { kind, surcharge };
            (source, Pace::Years { compound: true })
        }
        InterestBasis::Contract(contract) => agreed(contract),
    }
}

/// Simple interest per month is twelve times as much per year, by days. What compounds goes in
/// months where either the percentage or the compounding is monthly.
fn agreed(contract: ContractInterest) -> (Source, Pace) {
    let (percent, per) = (contract.percent, contract.per);
    let months = |percent, joins_every| Pace::Months {
        percent,
        joins_every,
    };
    let pace = match (per, contract.compound) {
        (Per::Year, Compound::None) => Pace::Years { compound: false },
        (Per::Year, Compound::Year) => Pace::Years { compound: true },
        (Per::Year, Compound::Month) => months(percent.value() / Decimal::from(12), 1),
        (Per::Month, Compound::None) => {
            let source = Source::Agreed {
                percent: percent.twelvefold(),
                per: Per::Year,
            };
            return (source, Pace::Years { compound: false });
        }
        (Per::Month, Compound::Year) => months(percent.value(), 12),
        (Per::Month, Compound::Month) => months(percent.value(), 1),
    };
    (Source::Agreed { percent, per }, pace)
}
