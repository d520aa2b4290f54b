//! The domain of credit control: customers, invoices, payments, letters, the dunning plan, what
//! to do today, matching of bank lines. Pure: facts and `today` in, decisions out.
//!
//! Facts are stored elsewhere; balances, stages, ageing and interest are derived here, each time.

mod ageing;
mod allocate;
pub mod claim;
mod claim_of;
mod costs_due;
mod costs_share;
mod customer_day;
mod days;
mod decide;
mod engine;
mod expected;
mod gate;
mod habit;
mod kind_guess;
mod ledger;
mod limitation;
pub mod matching;
pub mod model;
mod plan_check;
mod plan_dates;
mod plan_of;
mod proposal;
pub mod reasons;
#[cfg(test)]
mod sample;
mod settle;
mod stage;
mod states;
mod today;
mod unallocated;
mod weaknesses;
pub mod words;

pub use ageing::{Ageing, AgeingRow, Bucket};
pub use allocate::allocate_by_law;
pub use claim::{
    CalcLine, CalcLineKind, Claim, CostsClaim, ImputedPayment, InvoiceClaim, PrincipalParts,
};
pub use claim_of::{claim_of, claim_of_dossier, claim_of_invoices, open_principal};
pub use customer_day::{CustomerDay, customer_day};
pub use decide::{
    BehindWhy, HandoverScope, PromiseState, StaysBehind, decide, handover_scope, promise_state,
};
pub use expected::{ExpectedCash, ExpectedIn, ExpectedItem, ExpectedPlace, ExpectedWeek, Forecast};
pub use gate::{bank_gate, stops};
pub use habit::{Habit, PaidInvoice, last_year, median};
pub use kind_guess::kind_from_facts;
pub use ledger::{SetOff, set_offs};
pub use limitation::{SafeDay, last_safe_day};
pub use matching::{MatchAllocation, MatchProposal, MatchReason, Matcher};
pub use model::*;
pub use plan_check::{PlanProblem, validate_plan};
pub use plan_dates::plan_dates;
pub use proposal::{Announcement, Proposal, ProposalKind};
pub use reasons::{Gate, Reason};
pub use states::{InvoiceState, Waiting, invoice_states};
pub use today::{Today, TodayBuilder};
pub use unallocated::{Unallocated, unallocated};
pub use weaknesses::{Weakness, WeaknessText, weaknesses};
