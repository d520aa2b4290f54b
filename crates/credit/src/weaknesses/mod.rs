//! What is missing or weak in a claim before it goes to a bailiff or a court.

mod found;
mod words;

use chrono::NaiveDate;
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};

use crate::InsolvencyKind;

pub use found::weaknesses;

/// One thing that is missing or weak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Weakness {
    /// Whether the customer is a consumer is not known.
    KindUnknown,
    /// A 14-day letter left, but there is no proof of sending.
    NoticeProofMissing {
        /// Day it left.
        left: NaiveDate,
    },
    /// No 14-day letter left for these invoices, so no costs can be claimed from a consumer.
    NoticeMissing {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// The 14 days are still running.
    NoticeRunning {
        /// Day from which costs may be asked.
        claimable: NaiveDate,
    },
    /// No final demand left for these invoices.
    FinalDemandMissing {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// The final demand left, but its term still runs.
    FinalDemandRunning {
        /// Numbers of the invoices.
        invoices: Vec<String>,
        /// The first day on which all of them can be handed over.
        from: NaiveDate,
    },
    /// A letter was handed over but never confirmed as posted or sent.
    LetterUnconfirmed {
        /// Date of the letter.
        date: NaiveDate,
    },
    /// A business without a number in the trade register.
    KvkMissing,
    /// No complete postal address.
    AddressMissing,
    /// The creditor's terms name costs or interest for consumers.
    TermsNameCosts,
    /// Whether the creditor's terms name costs was never answered.
    TermsUnknown,
    /// A claim lapses soon, or may have lapsed.
    LimitationNear {
        /// Number of the invoice.
        invoice: String,
        /// Last safe day.
        last_safe_day: NaiveDate,
    },
    /// No copy of these invoices is in the administration.
    InvoiceCopyMissing {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// The payment term was not agreed, and no notice of default ran out.
    NotInDefault {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// A known defence has to stand in the writ (art. 111 lid 3 Rv).
    DisputeKnown {
        /// Number of the invoice.
        invoice: String,
        /// What the customer says.
        reason: String,
    },
    /// The claim is larger than the cantonal court decides (art. 93 Rv).
    AboveCantonalLimit {
        /// The claim.
        total: Cents,
    },
    /// Interest was reckoned past the last day for which rates were verified.
    RateNotVerified {
        /// Last verified day.
        verified_until: NaiveDate,
    },
    /// Interest could not be reckoned.
    InterestUnknown,
    /// From which day interest runs is not known.
    InterestStartUnknown {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// Money of the customer was put to no invoice.
    UnallocatedMoney {
        /// How much.
        amount: Cents,
    },
    /// A credit note was set off against nothing.
    OpenCredit {
        /// How much.
        amount: Cents,
    },
    /// Insolvency or debt help: the claim has to be filed elsewhere.
    Insolvency {
        /// What kind.
        kind: InsolvencyKind,
        /// Since when.
        since: NaiveDate,
    },
    /// Collects for others without a number in the Wki register.
    WkiRegisterMissing,
    /// Small periodic terms of a consumer: costs since 1 October 2024 need a person's look.
    PeriodicTermRule,
    /// No due date.
    DueDateMissing {
        /// Number of the invoice.
        invoice: String,
    },
}

/// A weakness in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeaknessText {
    /// What is missing or weak.
    pub message: String,
    /// What to do about it.
    pub what_to_do: String,
}

impl Weakness {
    /// The name on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Weakness::KindUnknown => "kind_unknown",
            Weakness::NoticeProofMissing { .. } => "notice_proof_missing",
            Weakness::NoticeMissing { .. } => "notice_missing",
            Weakness::NoticeRunning { .. } => "notice_running",
            Weakness::FinalDemandMissing { .. } => "final_demand_missing",
            Weakness::FinalDemandRunning { .. } => "final_demand_running",
            Weakness::LetterUnconfirmed { .. } => "letter_unconfirmed",
            Weakness::KvkMissing => "kvk_missing",
            Weakness::AddressMissing => "address_missing",
            Weakness::TermsNameCosts => "terms_name_costs",
            Weakness::TermsUnknown => "terms_unknown",
            Weakness::LimitationNear { .. } => "limitation_near",
            Weakness::InvoiceCopyMissing { .. } => "invoice_copy_missing",
            Weakness::NotInDefault { .. } => "not_in_default",
            Weakness::DisputeKnown { .. } => "dispute_known",
            Weakness::AboveCantonalLimit { .. } => "above_cantonal_limit",
            Weakness::RateNotVerified { .. } => "rate_not_verified",
            Weakness::InterestUnknown => "interest_unknown",
            Weakness::InterestStartUnknown { .. } => "interest_start_unknown",
            Weakness::UnallocatedMoney { .. } => "unallocated_money",
            Weakness::OpenCredit { .. } => "open_credit",
            Weakness::Insolvency { .. } => "insolvency",
            Weakness::WkiRegisterMissing => "wki_register_missing",
            Weakness::PeriodicTermRule => "periodic_term_rule",
            Weakness::DueDateMissing { .. } => "due_date_missing",
        }
    }

    /// What is missing, and what to do about it.
    pub fn text(&self, lang: Lang) -> WeaknessText {
        let (message, what_to_do) = match lang {
            Lang::Nl => words::dutch(self),
            Lang::En => words::english(self),
        };
        WeaknessText {
            message,
            what_to_do: what_to_do.to_owned(),
        }
    }
}
