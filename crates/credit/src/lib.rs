//! The domain of credit control: customers, invoices, payments, letters, the dunning plan, what
//! to do today, matching of bank lines. Pure: facts and `today` in, decisions out.
//!
//! Facts are stored elsewhere; balances, stages, ageing and interest are derived here, each time.

pub mod model;

pub use model::*;
