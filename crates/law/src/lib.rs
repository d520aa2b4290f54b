//! Dutch collection law as pure functions. Money and dates live here too. Knows no application.
//!
//! Every result explains itself: it carries the lines that were summed, and for each line the
//! rule and the article. Nothing here reads a clock, a file or a setting.

mod accrual;
pub mod calendar;
pub mod claim;
pub mod costs;
mod error;
pub mod interest;
pub mod interest_start;
mod lang;
pub mod limitation;
mod money;
pub mod notice;
mod percent;
pub mod rates;
mod rule;
mod rule_text;
mod terms;
pub mod view;
mod warning;

pub use claim::{
    Allocation, Apart, ClaimCase, ClaimItem, ClaimResult, ClaimStatement, CostsItem, PaymentDay,
    PaymentItem, PaymentResult, Received, SplitAt, claim,
};
pub use costs::{CostLine, CostLineKind, Costs, CostsVat, collection_costs};
pub use error::LawError;
pub use interest::{Interest, Period, interest};
pub use interest_start::{DebtorKind, InterestStart, InterestStartFacts, interest_start};
pub use lang::Lang;
pub use limitation::{ClaimKind, Limitation, limitation};
pub use money::{AmountError, Cents};
pub use notice::{NoticeTerm, notice_term};
pub use percent::{Percent, PercentError};
pub use rates::{ListedRate, RateDataError, RateKind, RateRow, RateTable};
pub use rule::Rule;
pub use terms::{Compound, ContractInterest, DayCount, InterestBasis, InterestTerms, Per};
pub use warning::Warning;
