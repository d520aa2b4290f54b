//! The encrypted administration, tried from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod backups;
mod bank;
mod books;
mod desk;
mod folder;
mod mail;
mod outbox;
mod schema;
mod secrecy;
mod speed;
mod staging;
mod tamper;
mod undo;
mod vault;
mod withdrawal;
