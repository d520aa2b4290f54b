//! The use cases of Standvast, their messages and error codes, and THE list of commands.
//!
//! Every edge (command line, window, development bridge) makes a [`Session`] with its own
//! [`Host`] and calls [`dispatch`]. Knows no tauri, reads no clock, asks no network.

pub mod administration;
pub mod agreement;
pub mod backup;
pub mod calc;
pub mod calc_sheet;
pub mod catalogue;
mod commands;
mod country;
pub mod creditor;
pub mod customer;
pub mod customer_detail;
pub mod customers;
pub mod desk;
mod digest;
mod error;
pub mod explain;
pub mod export;
mod find;
pub mod finding;
pub mod handover;
pub mod history;
mod host;
pub mod import;
pub mod invoice_detail;
pub mod invoice_moves;
pub mod invoices;
pub mod jobs;
pub mod kept;
pub mod kept_file;
mod letters;
pub mod mail;
pub mod matching;
pub mod overview;
pub mod paper;
pub mod picture;
pub mod place;
pub mod plans;
pub mod post;
pub mod preview;
pub mod rates;
pub mod read;
pub mod recent;
pub mod run;
mod run_sheet;
pub mod sample;
pub mod secrets;
mod session;
mod store_errors;
pub mod strength;
pub mod sums;
pub mod tell;
#[cfg(test)]
mod testing;
pub mod texts;
pub mod timeline;
pub mod today;
mod typescript;
pub mod verify;
pub mod whole_file;
mod words;

pub use catalogue::Code;
pub use commands::{Access, COMMANDS, Command, dispatch, typescript};
pub use error::{ApiError, AppError, AppResult, FieldProblem, Severity, Worded};
pub use host::{Host, Keychain, NoKeychain};
pub use jobs::{Job, Jobs};
pub use law::Lang;
pub use session::{Context, Session};
