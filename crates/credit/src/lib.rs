//! The domain of credit control: customers, invoices, payments, letters, the dunning plan, what
//! to do today, matching of bank lines. Pure: facts and `today` in, decisions out.
//!
//! Facts are stored elsewhere; balances, stages, ageing and interest are derived here, each time.

mod ageing;
pub mod claim;
pub mod matching;
pub mod model;
mod proposal;
pub mod reasons;
mod today;
mod weaknesses;
pub mod words;

pub use ageing::{Ageing, AgeingRow, Bucket};
pub use claim::{
    CalcLine, CalcLineKind, Claim, CostsClaim, ImputedPayment, InvoiceClaim, PrincipalParts,
};
pub use matching::{MatchAllocation, MatchProposal, MatchReason};
pub use model::*;
pub use proposal::{Announcement, Proposal, ProposalKind};
pub use reasons::{Gate, Reason};
pub use today::Today;
pub use weaknesses::{Weakness, WeaknessText};
