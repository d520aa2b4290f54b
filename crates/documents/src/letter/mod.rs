//! A letter: model and template → body → pages, or plain words for an e-mail.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; money is added as whole cents"
)]

mod address;
mod body;
mod claim;
pub(crate) mod format;
mod head;
mod invoices;
mod layout;
mod notice;
mod plain;
mod rules;
mod words;

pub(crate) use claim::calculation_blocks;
pub(crate) use head::around;
pub(crate) use layout::compose;
pub use notice::{TERM_EN, TERM_NL};
pub(crate) use plain::mail_text;
pub(crate) use words::words;
pub use words::{LetterBlock, LetterWords};
