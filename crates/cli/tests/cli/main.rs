//! `standvast` as its users run it: the built program, in a home of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod books;
mod calc;
mod desk;
mod dossiers;
mod dossiers_behind;
mod files;
mod flow;
mod home;
mod inside;
mod keeping;
mod keys;
mod kills;
mod loose;
mod mail;
mod misuse;
mod outbox;
mod refused;
mod rooms;
mod set_off;
mod setup;
mod slips;
mod texts;
mod withdraw;
mod wording;
