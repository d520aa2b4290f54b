//! The desk for bank money: lines that wait, where they belong and why, what is left over, and the
//! statements they came from.

mod acts;
mod candidates;
mod gone_back;
mod known;
mod loose;
mod page;
mod statements;
mod words;

pub use acts::{AcceptedCertain, DismissLike, accept_certain, dismiss_like};
pub use candidates::{Candidates, CandidatesAsk, bank_candidates};
pub(crate) use gone_back::gone_back;
pub(crate) use known::{Known, learn};
pub use loose::{Refund, UnallocatedAsk, UnallocatedPage, refund, unallocated};
pub use page::{DeskAsk, DeskPage, bank_desk};
pub use statements::{StatementsAsk, StatementsPage, statements};
pub(crate) use words::of_line;
