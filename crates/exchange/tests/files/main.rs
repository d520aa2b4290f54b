//! Whole files through the crate: real samples against an independent reader, our own fixtures,
//! and damage of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod camt;
mod damage;
mod identity;
mod open_items;
mod recognise;
mod samples;
mod truth;
mod ubl;
