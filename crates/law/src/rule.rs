//! The rules of law that results rest on, each with its article.

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::rule_text::{dutch, english};

/// A rule of law, or of prudence, that a line rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A percentage over each slice of the principal.
    CostsTier,
    /// Collection costs are at least 40 euro.
    CostsMinimum,
    /// Collection costs are at most 6,775 euro.
    CostsMaximum,
    /// VAT on top, for a creditor who pays it and cannot deduct it.
    CostsVat,
    /// Interest in default, not on a trade contract.
    ConsumerInterest,
    /// Interest on a trade contract between businesses.
    CommercialInterest,
    /// Interest on a trade contract with a government.
    GovernmentInterest,
    /// Statutory interest with points agreed above it.
    StatutoryPlusSurcharge,
    /// Interest agreed in the contract.
    ContractInterest,
    /// A letter counts as delivered on the second delivery day.
    NoticeDelivery,
    /// Fourteen days, from the day after receipt.
    NoticeFourteenDays,
    /// A term does not end on a weekend or holiday.
    NoticeTermExtended,
    /// The plan waits longer than the law asks.
    NoticePlan,
    /// A claim from contract lapses after five years.
    LimitationContract,
    /// The price of a consumer sale lapses after two years.
    LimitationConsumerSale,
    /// What is payable per year or shorter lapses after five years.
    LimitationPeriodic,
    /// A judgment can be enforced for twenty years.
    LimitationJudgment,
    /// After an interruption a new term begins.
    LimitationNewTerm,
    /// Commercial interest starts after the agreed last day.
    StartAgreedCommercial,
    /// Government interest starts after the agreed last day.
    StartAgreedGovernment,
    /// Without an agreed day: thirty days after the invoice.
    StartThirtyDaysInvoice,
    /// Without an agreed day: thirty days after the performance.
    StartThirtyDaysPerformance,
    /// The same thirty days, for a government.
    StartThirtyDaysGovernment,
    /// A large company may not bind a small one to a long term.
    StartLargeCompany,
    /// Default when an agreed term expires.
    StartFatalTerm,
    /// Default when the term of a notice expires.
    StartNoticeOfDefault,
    /// No interest without default.
    StartNeedsDefault,
    /// No commercial interest without a date to count from.
    StartNeedsDate,
    /// The debtor says which claim is paid.
    PaymentDesignated,
    /// Without designation: due, most onerous, oldest.
    PaymentOrder,
    /// Equally onerous and equally old: in proportion.
    PaymentProportional,
    /// Costs of several claims together come before each of them.
    PaymentJointCosts,
}

impl Rule {
    /// Every rule.
    pub const ALL: &'static [Rule] = &[
        Rule::CostsTier,
        Rule::CostsMinimum,
        Rule::CostsMaximum,
        Rule::CostsVat,
        Rule::ConsumerInterest,
        Rule::CommercialInterest,
        Rule::GovernmentInterest,
        Rule::StatutoryPlusSurcharge,
        Rule::ContractInterest,
        Rule::NoticeDelivery,
        Rule::NoticeFourteenDays,
        Rule::NoticeTermExtended,
        Rule::NoticePlan,
        Rule::LimitationContract,
        Rule::LimitationConsumerSale,
        Rule::LimitationPeriodic,
        Rule::LimitationJudgment,
        Rule::LimitationNewTerm,
        Rule::StartAgreedCommercial,
        Rule::StartAgreedGovernment,
        Rule::StartThirtyDaysInvoice,
        Rule::StartThirtyDaysPerformance,
        Rule::StartThirtyDaysGovernment,
        Rule::StartLargeCompany,
        Rule::StartFatalTerm,
        Rule::StartNoticeOfDefault,
        Rule::StartNeedsDefault,
        Rule::StartNeedsDate,
        Rule::PaymentDesignated,
        Rule::PaymentOrder,
        Rule::PaymentProportional,
        Rule::PaymentJointCosts,
    ];

    /// The article of law, or the judgment that settled it, as lawyers cite it.
    pub fn article(&self) -> &'static str {
        match self {
            Rule::CostsTier | Rule::CostsMaximum => "art. 2 lid 1 Besluit BIK",
            Rule::CostsMinimum => "art. 2 lid 2 Besluit BIK",
            Rule::CostsVat => "art. 2 lid 3 Besluit BIK",
            Rule::ConsumerInterest => "art. 6:119 BW",
            Rule::CommercialInterest => "art. 6:119a BW",
            Rule::GovernmentInterest => "art. 6:119b BW",
            Rule::StatutoryPlusSurcharge | Rule::ContractInterest => "art. 6:119 lid 3 BW",
            Rule::NoticeDelivery => "HR 25-11-2016, ECLI:NL:HR:2016:2704",
            Rule::NoticeFourteenDays | Rule::NoticePlan => "art. 6:96 lid 6 BW",
            Rule::NoticeTermExtended => "art. 1 Algemene termijnenwet",
            Rule::LimitationContract => "art. 3:307 lid 1 BW",
            Rule::LimitationConsumerSale => "art. 7:28 BW",
            Rule::LimitationPeriodic => "art. 3:308 BW",
            Rule::LimitationJudgment => "art. 3:324 BW",
            Rule::LimitationNewTerm => "art. 3:319 BW",
            Rule::StartAgreedCommercial => "art. 6:119a lid 1 BW",
            Rule::StartAgreedGovernment => "art. 6:119b lid 1 BW",
            Rule::StartThirtyDaysInvoice
            | Rule::StartThirtyDaysPerformance
            | Rule::StartNeedsDate => "art. 6:119a lid 2 BW",
            Rule::StartThirtyDaysGovernment => "art. 6:119b lid 2 BW",
            Rule::StartLargeCompany => "art. 6:119a lid 6 BW",
            Rule::StartFatalTerm => "art. 6:83 sub a BW",
            Rule::StartNoticeOfDefault => "art. 6:82 lid 1 BW",
            Rule::StartNeedsDefault => "art. 6:81 BW",
            Rule::PaymentDesignated => "art. 6:43 lid 1 BW",
            Rule::PaymentOrder | Rule::PaymentProportional => "art. 6:43 lid 2 BW",
            Rule::PaymentJointCosts => "art. 6:44 lid 1 BW",
        }
    }

    /// The rule in one plain sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => dutch(*self),
            Lang::En => english(*self),
        }
        .to_owned()
    }

    /// The sentence and its article together, as results print it.
    pub fn basis(&self, lang: Lang) -> String {
        format!(
            "{} ({})",
            self.text(lang).trim_end_matches('.'),
            self.article()
        )
    }
}
