//! What interest was agreed or follows from the law, and how days are counted.

use serde::{Deserialize, Serialize};

use crate::{Percent, RateKind};

/// Whether a percentage is per year or per month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// Per year.
    Year,
    /// Per month.
    Month,
}

/// When unpaid contractual interest joins the base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Compound {
    /// Never: simple interest, the default when nothing was agreed.
    #[default]
    None,
    /// On each anniversary of the first interest day.
    Year,
    /// After each month counted from the first interest day.
    Month,
}

/// Interest agreed in the contract, that runs on in default (art. 6:119 lid 3 and 6:119a BW).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContractInterest {
    /// The percentage agreed.
    pub percent: Percent,
    /// Per year or per month.
    pub per: Per,
    /// Whether and when unpaid interest joins the base; simple when absent.
    #[serde(default)]
    pub compound: Compound,
}

/// Where the percentage comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InterestBasis {
    /// The law's rate, compounding on each anniversary.
    Statutory {
        /// Which of the law's rates.
        kind: RateKind,
        /// Points agreed above it.
        surcharge: Percent,
    },
    /// An agreed percentage.
    Contract(ContractInterest),
}

/// By how many days a year's interest is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayCount {
    /// The days of the interest year that is running, 365 or 366; a full year gives exactly the
    /// percentage.
    #[default]
    #[serde(rename = "year")]
    InterestYear,
    /// Always 365.
    #[serde(rename = "365")]
    Always365,
}

/// Everything about interest but the amount and the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InterestTerms {
    /// Where the percentage comes from.
    pub basis: InterestBasis,
    /// By how many days a year's interest is divided.
    pub day_count: DayCount,
}

impl InterestTerms {
    /// The law's rate without a surcharge, over the days of the interest year.
    pub fn statutory(kind: RateKind) -> InterestTerms {
        InterestTerms {
            basis: InterestBasis::Statutory {
                kind,
                surcharge: Percent::ZERO,
            },
            day_count: DayCount::InterestYear,
        }
    }

    /// An agreed percentage, over the days of the interest year.
    pub fn contract(contract: ContractInterest) -> InterestTerms {
        InterestTerms {
            basis: InterestBasis::Contract(contract),
            day_count: DayCount::InterestYear,
        }
    }
}
