//! Results as the command line prints them, with sentences in one language.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    Allocation, Cents, ClaimResult, ClaimStatement, CostLine, CostLineKind, Costs, Interest,
    InterestStart, Lang, Limitation, NoticeTerm, PaymentResult, Per, Percent, Period, Received,
    Warning,
};

/// A warning in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WarningView {
    /// The code; it never changes.
    pub code: &'static str,
    /// What to know, in one sentence.
    pub message: String,
}

impl Warning {
    /// This warning in one language.
    pub fn view(&self, lang: Lang) -> WarningView {
        WarningView {
            code: self.code(),
            message: self.text(lang),
        }
    }
}

fn warnings(warnings: &[Warning], lang: Lang) -> Vec<WarningView> {
    warnings.iter().map(|warning| warning.view(lang)).collect()
}

/// Collection costs in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CostsView {
    /// The principal they were computed over.
    pub principal: Cents,
    /// The costs without VAT.
    pub costs: Cents,
    /// The VAT over the costs.
    pub vat: Cents,
    /// Costs and VAT.
    pub total: Cents,
    /// What was summed to the costs.
    pub lines: Vec<CostLineView>,
    /// What cannot be vouched for.
    pub warnings: Vec<WarningView>,
}

/// A line of the costs in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CostLineView {
    /// What the line is.
    pub kind: CostLineKind,
    /// The slice of the principal; zero for a minimum or maximum.
    pub base: Cents,
    /// The percentage over it; none for a minimum or maximum.
    pub percent: Option<Percent>,
    /// The amount.
    pub amount: Cents,
    /// The rule and its article.
    pub basis: String,
}

impl Costs {
    /// These costs in one language.
    pub fn view(&self, lang: Lang) -> CostsView {
        let line = |line: &CostLine| CostLineView {
            kind: line.kind,
            base: line.base,
            percent: line.percent,
            amount: line.amount,
            basis: line.rule.basis(lang),
        };
        CostsView {
            principal: self.principal,
            costs: self.costs,
            vat: self.vat,
            total: self.total,
            lines: self.lines.iter().map(line).collect(),
            warnings: Vec::new(),
        }
    }
}

/// Interest in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterestView {
    /// The sum of the periods.
    pub interest: Cents,
    /// What was summed.
    pub periods: Vec<PeriodView>,
    /// What cannot be vouched for.
    pub warnings: Vec<WarningView>,
}

/// A period of interest in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodView {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub through: NaiveDate,
    /// The days, both ends included.
    pub days: i64,
    /// The percentage.
    pub percent: Percent,
    /// What bears the interest.
    pub base: Cents,
    /// The interest.
    pub interest: Cents,
    /// Whether the percentage is per year or per month.
    pub per: Per,
    /// The rule and its article.
    pub basis: String,
}

impl Period {
    /// This period in one language.
    pub fn view(&self, lang: Lang) -> PeriodView {
        PeriodView {
            from: self.from,
            through: self.through,
            days: self.days,
            percent: self.percent,
            base: self.base,
            interest: self.interest,
            per: self.per,
            basis: self.rule.basis(lang),
        }
    }
}

impl Interest {
    /// This interest in one language.
    pub fn view(&self, lang: Lang) -> InterestView {
        InterestView {
            interest: self.interest,
            periods: self
                .periods
                .iter()
                .map(|period| period.view(lang))
                .collect(),
            warnings: warnings(&self.warnings, lang),
        }
    }
}

/// The term of a 14-day letter in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticeView {
    /// The day the letter counts as delivered.
    pub delivered: NaiveDate,
    /// The first day of the fourteen.
    pub first_day: NaiveDate,
    /// The last day to pay without costs.
    pub last_day: NaiveDate,
    /// The bare legal date.
    pub costs_claimable_from: NaiveDate,
    /// The date the plan waits for.
    pub claimable_in_plan: NaiveDate,
    /// The rules with their articles.
    pub rules: Vec<String>,
}

impl NoticeTerm {
    /// This term in one language.
    pub fn view(&self, lang: Lang) -> NoticeView {
        NoticeView {
            delivered: self.delivered,
            first_day: self.first_day,
            last_day: self.last_day,
            costs_claimable_from: self.costs_claimable_from,
            claimable_in_plan: self.claimable_in_plan,
            rules: self.rules.iter().map(|rule| rule.basis(lang)).collect(),
        }
    }
}

/// A limitation in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LimitationView {
    /// The last day on which an interruption must have reached the debtor.
    pub last_safe_day: NaiveDate,
    /// The rules with their articles.
    pub basis: String,
    /// Interruptions that did not count.
    pub warnings: Vec<WarningView>,
}

impl Limitation {
    /// This limitation in one language.
    pub fn view(&self, lang: Lang) -> LimitationView {
        let basis: Vec<String> = self.rules.iter().map(|rule| rule.basis(lang)).collect();
        LimitationView {
            last_safe_day: self.last_safe_day,
            basis: basis.join("; "),
            warnings: warnings(&self.warnings, lang),
        }
    }
}

/// The start of interest in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterestStartView {
    /// The first interest day; none when the facts do not give an answer.
    pub interest_from: Option<NaiveDate>,
    /// The rule and its article.
    pub basis: String,
    /// What is missing or doubtful.
    pub warnings: Vec<WarningView>,
}

impl InterestStart {
    /// This start in one language.
    pub fn view(&self, lang: Lang) -> InterestStartView {
        InterestStartView {
            interest_from: self.interest_from,
            basis: self.rule.basis(lang),
            warnings: warnings(&self.warnings, lang),
        }
    }
}

/// What is owed on a day, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimStatementView {
    /// Each claim.
    pub claims: Vec<ClaimResultView>,
    /// Each payment.
    pub payments: Vec<PaymentResultView>,
    /// Everything open.
    pub total_open: Cents,
    /// The interest of the day after.
    pub per_day: Cents,
    /// What cannot be vouched for.
    pub warnings: Vec<WarningView>,
    /// Joint costs due by the day, paid or not.
    pub joint_costs_total: Cents,
    /// Joint costs that are still open; part of everything open.
    pub joint_costs_open: Cents,
}

/// One claim of a statement in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimResultView {
    /// Its name.
    pub id: String,
    /// The principal that is still open.
    pub principal_open: Cents,
    /// The interest that is still open.
    pub interest_open: Cents,
    /// The costs that are still open.
    pub costs_open: Cents,
    /// All interest, paid or not.
    pub interest_total: Cents,
    /// The interest, period by period.
    pub lines: Vec<PeriodView>,
    /// The principal at the start.
    pub principal: Cents,
    /// All costs due by the day, paid or not.
    pub costs_total: Cents,
    /// What payments took off.
    pub received: Vec<Received>,
}

/// One payment of a statement in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaymentResultView {
    /// Its day.
    pub date: NaiveDate,
    /// Its amount.
    pub amount: Cents,
    /// Where it went.
    pub allocations: Vec<AllocationView>,
    /// What was left.
    pub unallocated: Cents,
}

/// A part of a payment in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AllocationView {
    /// The claim; none for joint costs.
    pub claim: Option<String>,
    /// To costs.
    pub costs: Cents,
    /// To interest.
    pub interest: Cents,
    /// To principal.
    pub principal: Cents,
    /// Why it went there, and the article.
    pub basis: String,
}

impl ClaimStatement {
    /// This statement in one language.
    pub fn view(&self, lang: Lang) -> ClaimStatementView {
        ClaimStatementView {
            claims: self.claims.iter().map(|claim| claim.view(lang)).collect(),
            payments: self
                .payments
                .iter()
                .map(|payment| payment.view(lang))
                .collect(),
            total_open: self.total_open,
            per_day: self.per_day,
            warnings: warnings(&self.warnings, lang),
            joint_costs_total: self.joint_costs_total,
            joint_costs_open: self.joint_costs_open,
        }
    }
}

impl ClaimResult {
    /// This claim in one language.
    pub fn view(&self, lang: Lang) -> ClaimResultView {
        ClaimResultView {
            id: self.id.clone(),
            principal_open: self.principal_open,
            interest_open: self.interest_open,
            costs_open: self.costs_open,
            interest_total: self.interest_total,
            lines: self.lines.iter().map(|line| line.view(lang)).collect(),
            principal: self.principal,
            costs_total: self.costs_total,
            received: self.received.clone(),
        }
    }
}

impl PaymentResult {
    /// This payment in one language.
    pub fn view(&self, lang: Lang) -> PaymentResultView {
        let allocation = |part: &Allocation| AllocationView {
            claim: part.claim.clone(),
            costs: part.costs,
            interest: part.interest,
            principal: part.principal,
            basis: part.rule.basis(lang),
        };
        PaymentResultView {
            date: self.date,
            amount: self.amount,
            allocations: self.allocations.iter().map(allocation).collect(),
            unallocated: self.unallocated,
        }
    }
}
