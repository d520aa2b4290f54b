//! Dutch collection law as pure functions. Money and dates live here too. Knows no application.
//!
//! Every result explains itself: it carries the lines that were summed, and for each line the
//! rule and the article. Nothing here reads a clock, a file or a setting.

mod lang;
mod money;

pub use lang::Lang;
pub use money::{AmountError, Cents};
