//! Why a calculation is refused: a stable code, the facts, and a sentence in two languages.

use chrono::NaiveDate;

use crate::{Cents, Lang, RateKind};

/// Why a calculation is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// The rates begin after this day.
    #[error("{}", self.text(Lang::En))]
    RateUnknown {
        /// Which of the law's rates.
        kind: RateKind,
        /// The first day without a rate.
        date: NaiveDate,
    },
    /// A day before 1900 or after 2199: a typing error rather than a date.
    #[error("{}", self.text(Lang::En))]
    DateOutOfRange {
        /// The day.
        date: NaiveDate,
    },
    /// The amounts grow beyond what can be owed.
    #[error("{}", self.text(Lang::En))]
    AmountTooLarge,
    /// A payment below zero: enter a refund as a claim instead.
    #[error("{}", self.text(Lang::En))]
    PaymentNegative {
        /// The day of the payment.
        date: NaiveDate,
        /// Its amount.
        amount: Cents,
    },
    /// Costs below zero.
    #[error("{}", self.text(Lang::En))]
    CostsNegative {
        /// The amount.
        amount: Cents,
    },
    /// Costs or a payment name a claim that is not in the case.
    #[error("{}", self.text(Lang::En))]
    ClaimUnknown {
        /// The name given.
        id: String,
    },
    /// Two claims have one name.
    #[error("{}", self.text(Lang::En))]
    ClaimTwice {
        /// The name.
        id: String,
    },
    /// Contractual interest without the percentage that was agreed.
    #[error("{}", self.text(Lang::En))]
    ContractMissing {
        /// The claim.
        id: String,
    },
    /// An agreed percentage next to a statutory rate, or a surcharge next to a contractual one.
    #[error("{}", self.text(Lang::En))]
    RegimeMixed {
        /// The claim.
        id: String,
    },
}

impl LawError {
    /// Every code, for the list of errors.
    pub const CODES: &'static [&'static str] = &[
        "rate_unknown",
        "date_out_of_range",
        "amount_too_large",
        "payment_negative",
        "costs_negative",
        "claim_unknown",
        "claim_twice",
        "contract_missing",
        "regime_mixed",
    ];

    /// The code; it never changes.
    pub fn code(&self) -> &'static str {
        match self {
            LawError::RateUnknown { .. } => "rate_unknown",
            LawError::DateOutOfRange { .. } => "date_out_of_range",
            LawError::AmountTooLarge => "amount_too_large",
            LawError::PaymentNegative { .. } => "payment_negative",
            LawError::CostsNegative { .. } => "costs_negative",
            LawError::ClaimUnknown { .. } => "claim_unknown",
            LawError::ClaimTwice { .. } => "claim_twice",
            LawError::ContractMissing { .. } => "contract_missing",
            LawError::RegimeMixed { .. } => "regime_mixed",
        }
    }

    /// The facts of the refusal by name, for machines.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            LawError::RateUnknown { kind, date } => {
                vec![("kind", kind.code().to_owned()), ("date", date.to_string())]
            }
            LawError::DateOutOfRange { date } => vec![("date", date.to_string())],
            LawError::AmountTooLarge => Vec::new(),
            LawError::PaymentNegative { date, amount } => {
                vec![("date", date.to_string()), ("amount", amount.to_string())]
            }
            LawError::CostsNegative { amount } => vec![("amount", amount.to_string())],
            LawError::ClaimUnknown { id }
            | LawError::ClaimTwice { id }
            | LawError::ContractMissing { id }
            | LawError::RegimeMixed { id } => vec![("claim", id.clone())],
        }
    }

    /// What is wrong, in one plain sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => self.dutch(),
            Lang::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            LawError::RateUnknown { kind, date } => {
                format!(
                    "Er is geen percentage bekend voor de {} op {date}.",
                    kind.text(Lang::Nl)
                )
            }
            LawError::DateOutOfRange { date } => {
                format!("{date} ligt buiten de jaren 1900 tot en met 2199.")
            }
            LawError::AmountTooLarge => "De bedragen worden te groot om te berekenen.".to_owned(),
            LawError::PaymentNegative { date, amount } => {
                format!("De betaling van {date} is negatief ({amount}).")
            }
            LawError::CostsNegative { amount } => {
                format!("Kosten kunnen niet negatief zijn ({amount}).")
            }
            LawError::ClaimUnknown { id } => format!("Er is geen vordering met de naam {id}."),
            LawError::ClaimTwice { id } => format!("De naam {id} is aan twee vorderingen gegeven."),
            LawError::ContractMissing { id } => {
                format!("Bij vordering {id} ontbreekt welke rente is overeengekomen.")
            }
            LawError::RegimeMixed { id } => format!(
                "Vordering {id} heeft tegelijk een wettelijke en een overeengekomen rente; kies er een."
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            LawError::RateUnknown { kind, date } => {
                format!(
                    "No percentage is known for the {} on {date}.",
                    kind.text(Lang::En)
                )
            }
            LawError::DateOutOfRange { date } => {
                format!("{date} lies outside the years 1900 through 2199.")
            }
            LawError::AmountTooLarge => "The amounts grow too large to calculate.".to_owned(),
            LawError::PaymentNegative { date, amount } => {
                format!("The payment of {date} is negative ({amount}).")
            }
            LawError::CostsNegative { amount } => format!("Costs cannot be negative ({amount})."),
            LawError::ClaimUnknown { id } => format!("There is no claim named {id}."),
            LawError::ClaimTwice { id } => format!("Two claims are named {id}."),
            LawError::ContractMissing { id } => {
                format!("Claim {id} does not say which interest was agreed.")
            }
            LawError::RegimeMixed { id } => {
                format!("Claim {id} has both a statutory and an agreed interest; choose one.")
            }
        }
    }
}
