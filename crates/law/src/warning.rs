//! What a result cannot vouch for: a stable code, the facts, and a sentence in two languages.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Cents, Lang, Percent, RateKind};

/// What a result cannot vouch for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Days were counted past the date through which the rates were verified.
    RateNotVerified {
        /// Which of the law's rates.
        kind: RateKind,
        /// The last day that is vouched for.
        verified_until: NaiveDate,
    },
    /// A percentage came from the user, not from the rates that were shipped.
    UserRate {
        /// Which of the law's rates.
        kind: RateKind,
        /// The first day of that percentage.
        start: NaiveDate,
        /// The percentage.
        percent: Percent,
    },
    /// A payment after the day of the statement was left out.
    PaymentAfterDate {
        /// The day of the payment.
        date: NaiveDate,
        /// Its amount.
        amount: Cents,
    },
    /// A notice that was received before the claim was due interrupts nothing.
    InterruptionBeforeDue {
        /// The day it was received.
        received: NaiveDate,
    },
    /// A notice that was received after the claim had lapsed interrupts nothing.
    InterruptionTooLate {
        /// The day it was received.
        received: NaiveDate,
        /// The last day on which it would have helped.
        last_safe_day: NaiveDate,
    },
    /// Interest cannot start yet: no agreed last day and no notice of default.
    DefaultNotKnown,
    /// Interest cannot start yet: neither an agreed last day nor a receipt of invoice or
    /// performance is known.
    ReceiptNotKnown,
    /// The invoice's receipt is known, the performance's is taken to be no later.
    PerformanceNotKnown,
    /// The notice of default has no term to pay.
    NoticeTermMissing,
    /// A business or government debtor: interest may have started before the notice ended.
    MayStartEarlier,
    /// A payment term over sixty days needs an express agreement that is not manifestly unfair.
    TermOverSixtyDays {
        /// The days agreed.
        days: i64,
    },
    /// A government may agree more than thirty days only for an objective reason.
    GovernmentTermOverThirtyDays {
        /// The days agreed.
        days: i64,
    },
    /// Whether the term that a large company agreed is too long cannot be checked.
    TermNotChecked,
    /// The rule for small periodic terms of a consumer since 1 October 2024 needs a person.
    PeriodicTermRule,
}

impl Warning {
    /// Every code, for the list of warnings.
    pub const CODES: &'static [&'static str] = &[
        "rate_not_verified",
        "user_rate",
        "payment_after_date",
        "interruption_before_due",
        "interruption_too_late",
        "default_not_known",
        "receipt_not_known",
        "performance_not_known",
        "notice_term_missing",
        "may_start_earlier",
        "term_over_sixty_days",
        "government_term_over_thirty_days",
        "term_not_checked",
        "periodic_term_rule",
    ];

    /// The code; it never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Warning::RateNotVerified { .. } => "rate_not_verified",
            Warning::UserRate { .. } => "user_rate",
            Warning::PaymentAfterDate { .. } => "payment_after_date",
            Warning::InterruptionBeforeDue { .. } => "interruption_before_due",
            Warning::InterruptionTooLate { .. } => "interruption_too_late",
            Warning::DefaultNotKnown => "default_not_known",
            Warning::ReceiptNotKnown => "receipt_not_known",
            Warning::PerformanceNotKnown => "performance_not_known",
            Warning::NoticeTermMissing => "notice_term_missing",
            Warning::MayStartEarlier => "may_start_earlier",
            Warning::TermOverSixtyDays { .. } => "term_over_sixty_days",
            Warning::GovernmentTermOverThirtyDays { .. } => "government_term_over_thirty_days",
            Warning::TermNotChecked => "term_not_checked",
            Warning::PeriodicTermRule => "periodic_term_rule",
        }
    }

    /// What to know, in one plain sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => self.dutch(),
            Lang::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Warning::RateNotVerified { kind, verified_until } => format!(
                "De {} is gecontroleerd tot en met {verified_until}; daarna is met het laatst bekende percentage gerekend.",
                kind.text(Lang::Nl)
            ),
            Warning::UserRate { kind, start, percent } => format!(
                "De {} van {percent}% vanaf {start} is door de gebruiker ingevoerd.",
                kind.text(Lang::Nl)
            ),
            Warning::PaymentAfterDate { date, amount } => {
                format!("De betaling van {amount} op {date} ligt na de datum van dit overzicht en telt niet mee.")
            }
            Warning::InterruptionBeforeDue { received } => {
                format!("De brief die op {received} is ontvangen, stuit niets: de vordering was nog niet opeisbaar.")
            }
            Warning::InterruptionTooLate { received, last_safe_day } => {
                format!("De brief die op {received} is ontvangen, kwam na {last_safe_day} en stuit niets meer.")
            }
            Warning::DefaultNotKnown => {
                "Het verzuim staat niet vast: er is geen overeengekomen laatste betaaldag en geen ingebrekestelling bekend.".to_owned()
            }
            Warning::ReceiptNotKnown => {
                "Er is geen overeengekomen laatste betaaldag, en niet bekend is wanneer de factuur of de prestatie is ontvangen.".to_owned()
            }
            Warning::PerformanceNotKnown => {
                "Aangenomen is dat de prestatie niet na de factuur is ontvangen.".to_owned()
            }
            Warning::NoticeTermMissing => {
                "De ingebrekestelling geeft geen termijn om te betalen.".to_owned()
            }
            Warning::MayStartEarlier => {
                "De rente kan eerder zijn ingegaan; daarvoor is nodig wanneer de factuur of de prestatie is ontvangen.".to_owned()
            }
            Warning::TermOverSixtyDays { days } => format!(
                "Een betaaltermijn van {days} dagen geldt alleen als zij uitdrukkelijk is overeengekomen en niet kennelijk onbillijk is voor de schuldeiser."
            ),
            Warning::GovernmentTermOverThirtyDays { days } => format!(
                "Een overheid mag {days} dagen alleen afspreken als daar een objectieve reden voor is, en nooit meer dan zestig."
            ),
            Warning::TermNotChecked => {
                "Of de betaaltermijn van deze grote onderneming te lang is, kan zonder datum van ontvangst niet worden nagegaan.".to_owned()
            }
            Warning::PeriodicTermRule => {
                "Voor kleine termijnen van een doorlopende overeenkomst gelden sinds 1 oktober 2024 eigen regels voor de kosten; laat dit nakijken.".to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Warning::RateNotVerified { kind, verified_until } => format!(
                "The {} was verified through {verified_until}; later days use the last known percentage.",
                kind.text(Lang::En)
            ),
            Warning::UserRate { kind, start, percent } => format!(
                "The {} of {percent}% from {start} was entered by the user.",
                kind.text(Lang::En)
            ),
            Warning::PaymentAfterDate { date, amount } => {
                format!("The payment of {amount} on {date} is after the date of this statement and does not count.")
            }
            Warning::InterruptionBeforeDue { received } => {
                format!("The letter received on {received} interrupts nothing: the claim was not yet due.")
            }
            Warning::InterruptionTooLate { received, last_safe_day } => {
                format!("The letter received on {received} came after {last_safe_day} and interrupts nothing.")
            }
            Warning::DefaultNotKnown => {
                "Default is not established: no agreed last day of payment and no notice of default is known.".to_owned()
            }
            Warning::ReceiptNotKnown => {
                "No last day of payment was agreed, and it is not known when the invoice or the performance was received.".to_owned()
            }
            Warning::PerformanceNotKnown => {
                "The performance is taken to have been received no later than the invoice.".to_owned()
            }
            Warning::NoticeTermMissing => "The notice of default gives no term to pay.".to_owned(),
            Warning::MayStartEarlier => {
                "Interest may have started earlier; that depends on when the invoice or the performance was received.".to_owned()
            }
            Warning::TermOverSixtyDays { days } => format!(
                "A payment term of {days} days holds only if it was expressly agreed and is not manifestly unfair to the creditor."
            ),
            Warning::GovernmentTermOverThirtyDays { days } => format!(
                "A government may agree {days} days only for an objective reason, and never more than sixty."
            ),
            Warning::TermNotChecked => {
                "Whether this large company's payment term is too long cannot be checked without a date of receipt.".to_owned()
            }
            Warning::PeriodicTermRule => {
                "Since 1 October 2024 small terms of a continuing contract have their own rules for costs; have this checked.".to_owned()
            }
        }
    }
}
