//! Mail against a real server on this computer: TLS, login, refusals, broken lines, and each
//! message at most once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a failed unwrap here is a failed test"
)]

mod authority;
mod dialling;
mod home;
mod lines;
mod meanwhile;
mod sending;
mod server;
