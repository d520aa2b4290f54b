//! Why a proposal is made, and why it may or may not go: codes with what they need to be worded.

mod words;

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

use crate::{Channel, InsolvencyKind, Step};

/// Whether something may leave the house.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Gate {
    /// Goes.
    #[default]
    Green,
    /// Asks first, and the answer is written down.
    Amber,
    /// Does not go.
    Red,
}

/// One reason, with what is needed to word it. [`Reason::gate`] says how heavy it weighs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// First step: the invoice is so many days past its due date.
    PastDue {
        /// Number of the oldest invoice in the letter.
        invoice: String,
        /// Its due date.
        due: NaiveDate,
        /// Days after the due date.
        days: i64,
    },
    /// Next step: so many days after the previous one left.
    AfterStep {
        /// The previous step.
        previous: Step,
        /// Day it left.
        left: NaiveDate,
        /// Days since.
        days: i64,
    },
    /// The 14 days ran out and the plan waited long enough.
    NoticeRanOut {
        /// Day the 14-day letter left.
        left: NaiveDate,
        /// Last day of the 14 days.
        last_day: NaiveDate,
        /// Day from which the plan asks costs.
        claimable: NaiveDate,
    },
    /// Steps were missed; this one is caught up once.
    CaughtUp {
        /// Day it could have gone.
        due_on: NaiveDate,
    },
    /// The final reminder also is the notice of default.
    NoticeOfDefault {
        /// Days it gives from delivery.
        days: u16,
    },
    /// No bank data was ever imported.
    BankDataMissing,
    /// Bank data is older than wished.
    BankDataOld {
        /// Day through which it is known.
        through: NaiveDate,
        /// Age in bank days.
        bank_days: i64,
    },
    /// Bank data is too old to send anything.
    BankDataTooOld {
        /// Day through which it is known.
        through: NaiveDate,
        /// Age in bank days.
        bank_days: i64,
    },
    /// Money of this customer was not put to any invoice.
    UnallocatedMoney {
        /// How much.
        amount: Cents,
    },
    /// Bank lines that may be this customer's are not booked.
    UnbookedLine {
        /// How many.
        lines: u32,
    },
    /// A payment came in so recently that more may be in transit.
    RecentPayment {
        /// Day of the payment.
        date: NaiveDate,
        /// Its amount.
        amount: Cents,
    },
    /// A credit note was not set off against an invoice.
    OpenCredit {
        /// How much is open in the customer's favour, positive.
        amount: Cents,
    },
    /// Whether the customer is a consumer is not known.
    KindUnknown,
    /// The predecessor was handed over, but nobody confirmed that it was posted or sent.
    PredecessorUnconfirmed {
        /// The previous step.
        step: Step,
        /// Date of that letter.
        date: NaiveDate,
    },
    /// The predecessor was approved but never written out.
    PredecessorNotHandedOver {
        /// The previous step.
        step: Step,
        /// Date of that letter.
        date: NaiveDate,
    },
    /// The customer disputes the invoice.
    Dispute {
        /// Number of the invoice.
        invoice: String,
        /// Since when.
        since: NaiveDate,
        /// The disputed part; all when none.
        amount: Option<Cents>,
    },
    /// A part is disputed and was left out of what is asked.
    DisputedPartLeftOut {
        /// Number of the invoice.
        invoice: String,
        /// The part left out.
        amount: Cents,
    },
    /// The customer, or one invoice, is paused.
    Hold {
        /// Number of the invoice; none: all.
        invoice: Option<String>,
        /// Last day.
        until: NaiveDate,
        /// Why, as told by the user.
        why: String,
    },
    /// Insolvency or debt help.
    Insolvency {
        /// What kind.
        kind: InsolvencyKind,
        /// Since when.
        since: NaiveDate,
    },
    /// A promise to pay is still running.
    PromiseRunning {
        /// Promised amount.
        amount: Cents,
        /// Last day.
        by: NaiveDate,
    },
    /// A promise to pay was not kept.
    PromiseBroken {
        /// Promised amount.
        amount: Cents,
        /// Last day.
        by: NaiveDate,
        /// What came in.
        paid: Cents,
    },
    /// A letter by post is wanted, but the postal address is not known.
    NoAddress,
    /// There is no e-mail address; the letter goes by post.
    NoEmail,
    /// The last mail to this address came back; the letter goes by post.
    EmailFailed,
    /// No font can print this name or address.
    UnprintableName {
        /// What cannot be printed.
        name: String,
    },
    /// After a restored backup nobody knows what left since then.
    RestoredUnknown {
        /// Day of the backup.
        backup: NaiveDate,
    },
    /// The journal of this computer says that this step left already.
    SentElsewhere {
        /// Number of the invoice.
        invoice: String,
        /// The step that left.
        step: Step,
    },
    /// Interest was reckoned with a rate that may have changed.
    RateNotVerified {
        /// Last day for which the rates were verified.
        verified_until: NaiveDate,
    },
    /// Interest could not be reckoned and is left out.
    InterestUnknown {
        /// Last day for which the rates were verified.
        verified_until: NaiveDate,
    },
    /// A second minimum of 40 euro for the same recurring contract within six months.
    SecondMinimumWithinSixMonths {
        /// Day the earlier 14-day letter left.
        earlier: NaiveDate,
        /// Name of the contract, when it has one.
        contract: Option<String>,
    },
    /// An earlier minimum within six months, and whether the contract recurs is not known.
    RecurringUnknown {
        /// Day the earlier 14-day letter left.
        earlier: NaiveDate,
    },
    /// The creditor's terms have their own clause on costs or interest for consumers.
    TermsNameCosts,
    /// It collects for others, from a natural person, without a number in the Wki register.
    WkiRegisterMissing,
    /// The term was not agreed and no notice of default ran out, so a 14-day letter is too early.
    NotInDefault {
        /// Number of the invoice.
        invoice: String,
    },
    /// The 14 days are still running.
    NoticeRunning {
        /// Last day of the 14 days.
        last_day: NaiveDate,
        /// Day from which the plan goes on.
        claimable: NaiveDate,
    },
    /// A letter went so recently that the next one waits.
    IntervalRunning {
        /// Day the last letter left.
        last: NaiveDate,
        /// First day on which the next may go.
        from: NaiveDate,
    },
    /// An invoice has no due date, so it cannot be reminded.
    DueDateMissing {
        /// Number of the invoice.
        invoice: String,
    },
    /// Neither an e-mail address nor a postal address is known.
    AddressMissing {
        /// The channel that is needed first.
        channel: Channel,
    },
    /// The claim lapses soon.
    LimitationNear {
        /// Number of the invoice.
        invoice: String,
        /// Last day on which an interruption is surely in time.
        last_safe_day: NaiveDate,
    },
    /// The claim may have lapsed already.
    LimitationPassed {
        /// Number of the invoice.
        invoice: String,
        /// Last day on which an interruption was surely in time.
        last_safe_day: NaiveDate,
    },
    /// Whether goods were sold is not known, so two years were reckoned with.
    GoodsUnknown,
}

impl Reason {
    /// The name on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::PastDue { .. } => "past_due",
            Reason::AfterStep { .. } => "after_step",
            Reason::NoticeRanOut { .. } => "notice_ran_out",
            Reason::CaughtUp { .. } => "caught_up",
            Reason::NoticeOfDefault { .. } => "notice_of_default",
            Reason::BankDataMissing => "bank_data_missing",
            Reason::BankDataOld { .. } => "bank_data_old",
            Reason::BankDataTooOld { .. } => "bank_data_too_old",
            Reason::UnallocatedMoney { .. } => "unallocated_money",
            Reason::UnbookedLine { .. } => "unbooked_line",
            Reason::RecentPayment { .. } => "recent_payment",
            Reason::OpenCredit { .. } => "open_credit",
            Reason::KindUnknown => "kind_unknown",
            Reason::PredecessorUnconfirmed { .. } => "predecessor_unconfirmed",
            Reason::PredecessorNotHandedOver { .. } => "predecessor_not_handed_over",
            Reason::Dispute { .. } => "dispute",
            Reason::DisputedPartLeftOut { .. } => "disputed_part_left_out",
            Reason::Hold { .. } => "hold",
            Reason::Insolvency { .. } => "insolvency",
            Reason::PromiseRunning { .. } => "promise_running",
            Reason::PromiseBroken { .. } => "promise_broken",
            Reason::NoAddress => "no_address",
            Reason::NoEmail => "no_email",
            Reason::EmailFailed => "email_failed",
            Reason::UnprintableName { .. } => "unprintable_name",
            Reason::RestoredUnknown { .. } => "restored_unknown",
            Reason::SentElsewhere { .. } => "sent_elsewhere",
            Reason::RateNotVerified { .. } => "rate_not_verified",
            Reason::InterestUnknown { .. } => "interest_unknown",
            Reason::SecondMinimumWithinSixMonths { .. } => "second_minimum_within_six_months",
            Reason::RecurringUnknown { .. } => "recurring_unknown",
            Reason::TermsNameCosts => "terms_name_costs",
            Reason::WkiRegisterMissing => "wki_register_missing",
            Reason::NotInDefault { .. } => "not_in_default",
            Reason::NoticeRunning { .. } => "notice_running",
            Reason::IntervalRunning { .. } => "interval_running",
            Reason::DueDateMissing { .. } => "due_date_missing",
            Reason::AddressMissing { .. } => "address_missing",
            Reason::LimitationNear { .. } => "limitation_near",
            Reason::LimitationPassed { .. } => "limitation_passed",
            Reason::GoodsUnknown => "goods_unknown",
        }
    }

    /// How heavy the reason weighs on sending.
    pub fn gate(&self) -> Gate {
        match self {
            Reason::PastDue { .. }
            | Reason::AfterStep { .. }
            | Reason::NoticeRanOut { .. }
            | Reason::CaughtUp { .. }
            | Reason::NoticeOfDefault { .. }
            | Reason::DisputedPartLeftOut { .. }
            | Reason::PromiseBroken { .. }
            | Reason::NoEmail
            | Reason::EmailFailed
            | Reason::LimitationNear { .. }
            | Reason::GoodsUnknown => Gate::Green,
            Reason::BankDataMissing
            | Reason::BankDataOld { .. }
            | Reason::UnallocatedMoney { .. }
            | Reason::UnbookedLine { .. }
            | Reason::RecentPayment { .. }
            | Reason::OpenCredit { .. }
            | Reason::KindUnknown
            | Reason::PredecessorUnconfirmed { .. }
            | Reason::RestoredUnknown { .. }
            | Reason::RateNotVerified { .. }
            | Reason::InterestUnknown { .. }
            | Reason::RecurringUnknown { .. }
            | Reason::TermsNameCosts
            | Reason::WkiRegisterMissing
            | Reason::DueDateMissing { .. }
            | Reason::AddressMissing { .. }
            | Reason::LimitationPassed { .. } => Gate::Amber,
            Reason::BankDataTooOld { .. }
            | Reason::PredecessorNotHandedOver { .. }
            | Reason::Dispute { .. }
            | Reason::Hold { .. }
            | Reason::Insolvency { .. }
            | Reason::PromiseRunning { .. }
            | Reason::NoAddress
            | Reason::UnprintableName { .. }
            | Reason::SentElsewhere { .. }
            | Reason::SecondMinimumWithinSixMonths { .. }
            | Reason::NotInDefault { .. }
            | Reason::IntervalRunning { .. }
            | Reason::NoticeRunning { .. } => Gate::Red,
        }
    }
}

/// The worst of the reasons; green when there are none.
pub fn worst(reasons: &[Reason]) -> Gate {
    reasons.iter().map(Reason::gate).max().unwrap_or_default()
}
