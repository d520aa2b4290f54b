//! Extrajudicial collection costs: the tiers of the Besluit BIK, minimum, maximum and VAT.

use serde::{Deserialize, Serialize};

use crate::{Cents, Percent, Rule, Warning};

/// The least that collection costs come to (art. 2 lid 2 Besluit BIK).
pub const MINIMUM: Cents = Cents(4_000);
/// The most that collection costs come to (art. 2 lid 1 Besluit BIK).
pub const MAXIMUM: Cents = Cents(677_500);
/// A consumer's periodic term below this has its own rules for costs since 1 October 2024.
pub const PERIODIC_TERM_BELOW: Cents = Cents(26_667);

/// The general VAT rate (art. 9 lid 1 Wet OB).
const VAT: Percent = Percent::whole(21);

/// Width of each slice of the principal, and its percentage; the last slice has no end.
const TIERS: [(Option<Cents>, Percent); 5] = [
    (Some(Cents(250_000)), Percent::whole(15)),
    (Some(Cents(250_000)), Percent::whole(10)),
    (Some(Cents(500_000)), Percent::whole(5)),
    (Some(Cents(19_000_000)), Percent::whole(1)),
    (None, Percent::tenths(5)),
];

/// Whether VAT comes on top of the costs (art. 2 lid 3 Besluit BIK).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostsVat {
    /// No VAT: the creditor collects himself, or can deduct it.
    #[default]
    None,
    /// The creditor has declared both: a VAT-taxed service collects, and he cannot deduct that
    /// VAT.
    DeclaredNotDeductible,
}

/// What a line of the costs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CostLineKind {
    /// A percentage over a slice of the principal.
    Tier,
    /// What is added to come to the minimum.
    Minimum,
    /// What is taken off to come to the maximum; negative.
    Maximum,
}

/// One line of the costs; the lines sum to the costs without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CostLine {
    /// What the line is.
    pub kind: CostLineKind,
    /// The slice of the principal in euro; zero for a minimum or maximum. The slices sum to the
    /// principal.
    pub base: Cents,
    /// The percentage over the slice; none for a minimum or maximum.
    pub percent: Option<Percent>,
    /// The amount, rounded to the cent.
    pub amount: Cents,
    /// The rule it rests on.
    pub rule: Rule,
}

/// Collection costs over a principal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// The principal they were computed over.
    pub principal: Cents,
    /// The costs without VAT.
    pub costs: Cents,
    /// The VAT over the costs, after minimum and maximum.
    pub vat: Cents,
    /// Costs and VAT.
    pub total: Cents,
    /// What was summed.
    pub lines: Vec<CostLine>,
    /// The rule by which VAT came on top, when it did.
    pub vat_rule: Option<Rule>,
}

/// The costs of collecting a principal out of court (art. 6:96 BW, art. 2 Besluit BIK).
///
/// The principal is that of all claims in one letter together, without interest (art. 6:96 lid
/// 7). Zero or less gives no costs. Each line is rounded to the cent, half away from zero.
pub fn collection_costs(principal: Cents, vat: CostsVat) -> Costs {
    let lines = cost_lines(principal);
    let costs: Cents = lines.iter().map(|line| line.amount).sum();
    let (vat, vat_rule) = match vat {
        CostsVat::DeclaredNotDeductible if costs.is_positive() => {
            (share(costs, VAT), Some(Rule::CostsVat))
        }
        _ => (Cents::ZERO, None),
    };
    Costs {
        principal,
        costs,
        vat,
        total: costs + vat,
        lines,
        vat_rule,
    }
}

/// The costs alone, without their lines: what [`collection_costs`] sums to without VAT.
pub fn collection_costs_amount(principal: Cents) -> Cents {
    if !principal.is_positive() {
        return Cents::ZERO;
    }
    let sum: Cents = slices(principal)
        .map(|(base, percent)| share(base, percent))
        .sum();
    sum.clamp(MINIMUM, MAXIMUM)
}

/// What to know about the costs of one term of a consumer's continuing contract: below
/// [`PERIODIC_TERM_BELOW`] the rules that hold since 1 October 2024 ask for a person's look.
pub fn periodic_term_warning(term: Cents) -> Option<Warning> {
    (term.is_positive() && term < PERIODIC_TERM_BELOW).then_some(Warning::PeriodicTermRule)
}

fn cost_lines(principal: Cents) -> Vec<CostLine> {
    if !principal.is_positive() {
        return Vec::new();
    }
    let mut lines: Vec<CostLine> = slices(principal)
        .map(|(base, percent)| CostLine {
            kind: CostLineKind::Tier,
            base,
            percent: Some(percent),
            amount: share(base, percent),
            rule: Rule::CostsTier,
        })
        .collect();
    let sum: Cents = lines.iter().map(|line| line.amount).sum();
    let bounded = sum.clamp(MINIMUM, MAXIMUM);
    if bounded != sum {
        let (kind, rule) = if bounded > sum {
            (CostLineKind::Minimum, Rule::CostsMinimum)
        } else {
            (CostLineKind::Maximum, Rule::CostsMaximum)
        };
        lines.push(CostLine {
            kind,
            base: Cents::ZERO,
            percent: None,
            amount: bounded - sum,
            rule,
        });
    }
    lines
}

/// The slices of a positive principal, each with its percentage.
fn slices(principal: Cents) -> impl Iterator<Item = (Cents, Percent)> {
    let mut rest = principal;
    TIERS.iter().map_while(move |(width, percent)| {
        let base = width.map_or(rest, |width| width.min(rest));
        rest -= base;
        base.is_positive().then_some((base, *percent))
    })
}

fn share(base: Cents, percent: Percent) -> Cents {
    Cents::round(base.euro() * percent.value() / rust_decimal::Decimal::ONE_HUNDRED)
}
