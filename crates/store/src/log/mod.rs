//! The log: each change is one fact, chained to the one before, with a digest of its rows.

mod digest;
mod fact;
mod open_fact;
pub(crate) mod tables;
mod undo;
mod verify;

pub(crate) use fact::{COLUMNS, head, of_row, read_fact};
pub use fact::{Fact, FactKind, Head, Subject};
pub(crate) use open_fact::{OpenFact, Told, record};
pub use verify::{Problem, Verification};
