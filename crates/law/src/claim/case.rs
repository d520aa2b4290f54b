//! What a statement is computed from, in the shape of the command line's file.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Cents, ContractInterest, DayCount, InterestBasis, LawError, Percent, RateKind};

/// Whether the day of a payment still bears interest over the old base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaymentDay {
    /// It does: interest runs through the day of payment (art. 6:119a lid 1, 6:114 lid 2 BW).
    #[default]
    Included,
    /// It does not: that day bears interest over what is left.
    Excluded,
}

/// At which payments the interest of a claim is cut into periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SplitAt {
    /// At every payment of the case.
    #[default]
    EveryPayment,
    /// At those payments only of which the claim got something: fewer roundings.
    OwnPayments,
}

/// Claims, costs and payments of one debtor, and the day to compute them on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimCase {
    /// The day of the statement; the last interest day.
    pub date: NaiveDate,
    /// By how many days a year's interest is divided.
    #[serde(default)]
    pub day_count: DayCount,
    /// Whether a payment's day still bears interest over the old base.
    #[serde(default)]
    pub payment_day: PaymentDay,
    /// At which payments interest is cut into periods. Not in the contract's example.
    #[serde(default)]
    pub split: SplitAt,
    /// The claims.
    pub claims: Vec<ClaimItem>,
    /// The costs.
    #[serde(default)]
    pub costs: Vec<CostsItem>,
    /// The payments, in any order; those of one day in the order they came.
    #[serde(default)]
    pub payments: Vec<PaymentItem>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ClaimWire", into = "ClaimWire")]
pub struct ClaimItem {
    /// Its name in this case.
    pub id: String,
    /// Which interest it bears.
    pub basis: InterestBasis,
    /// The principal; negative for a credit.
    pub principal: Cents,
    /// The first interest day; none when no interest runs.
    pub interest_from: Option<NaiveDate>,
    /// The first day on which it counts as due; `interest_from` when absent, always when that is
    /// absent too.
    pub due_from: Option<NaiveDate>,
    /// A payment before this day does not go to interest: the creditor had not asked it yet. The
    /// interest stays open. Always asked when absent.
    pub interest_asked_from: Option<NaiveDate>,
}

/// Collection costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostsItem {
    /// The claim they belong to; none for joint costs of one staffel.
    #[serde(deserialize_with = "Option::deserialize")]
    pub claim: Option<String>,
    /// The amount, VAT included when it is asked.
    pub amount: Cents,
    /// The first day on which they are due; before it they do not exist.
    pub due_from: NaiveDate,
    /// Joint costs only: the claims they were computed over; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Vec<String>>,
    /// Joint costs only: claims that have shares of their own from some day on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
}

/// A claim that no longer goes along with others: later payments on it leave these costs alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// The claim.
    pub claim: String,
    /// The last day of which payments on it go to these costs.
    pub after: NaiveDate,
}

/// One payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentItem {
    /// The day the creditor's account was credited (art. 6:114 lid 2 BW).
    pub date: NaiveDate,
    /// The amount.
    pub amount: Cents,
    /// The claims the debtor designated, in that order.
    #[serde(default, rename = "for")]
    pub designated: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Regime {
    Consumer,
    Commercial,
    Government,
    Contract,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimWire {
    id: String,
    regime: Regime,
    #[serde(default)]
    surcharge: Percent,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contract: Option<ContractInterest>,
    principal: Cents,
    #[serde(deserialize_with = "Option::deserialize")]
    interest_from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    interest_asked_from: Option<NaiveDate>,
}

impl TryFrom<ClaimWire> for ClaimItem {
    type Error = LawError;

    fn try_from(wire: ClaimWire) -> Result<ClaimItem, LawError> {
        let statutory = |kind| InterestBasis::Statutory {
            kind,
            surcharge: wire.surcharge,
        };
        let basis = match (wire.regime, wire.contract) {
            (Regime::Contract, Some(contract)) if wire.surcharge.is_zero() => {
                InterestBasis::Contract(contract)
            }
            (Regime::Contract, None) => return Err(LawError::ContractMissing { id: wire.id }),
            (_, Some(_)) => return Err(LawError::RegimeMixed { id: wire.id }),
            (Regime::Consumer, None) => statutory(RateKind::Consumer),
            (Regime::Commercial, None) => statutory(RateKind::Commercial),
            (Regime::Government, None) => statutory(RateKind::Government),
        };
        Ok(ClaimItem {
            id: wire.id,
            basis,
            principal: wire.principal,
            interest_from: wire.interest_from,
            due_from: wire.due_from,
            interest_asked_from: wire.interest_asked_from,
        })
    }
}

impl From<ClaimItem> for ClaimWire {
    fn from(item: ClaimItem) -> ClaimWire {
        let (regime, surcharge, contract) = match item.basis {
            InterestBasis::Statutory {
                kind: RateKind::Consumer,
                surcharge,
            } => (Regime::Consumer, surcharge, None),
            InterestBasis::Statutory {
                kind: RateKind::Commercial,
                surcharge,
            } => (Regime::Commercial, surcharge, None),
            InterestBasis::Statutory {
                kind: RateKind::Government,
                surcharge,
            } => (Regime::Government, surcharge, None),
            InterestBasis::Contract(contract) => (Regime::Contract, Percent::ZERO, Some(contract)),
        };
        ClaimWire {
            id: item.id,
            regime,
            surcharge,
            contract,
            principal: item.principal,
            interest_from: item.interest_from,
            due_from: item.due_from,
            interest_asked_from: item.interest_asked_from,
        }
    }
}
