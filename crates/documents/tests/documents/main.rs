//! Documents judged from outside: the PDF as other programs read it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    missing_docs
)]

mod fixtures;
mod letters;
mod limits;
mod qr;
mod sheets;
mod templates;
mod tools;
