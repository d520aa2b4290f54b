//! Worked scenarios, day by day, and tests that try to break the promises.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code
)]
// Cents are written as euros and cents: 1_000_00.
#![allow(clippy::inconsistent_digit_grouping)]

pub use credit::*;

#[path = "../../src/sample.rs"]
mod sample;

mod business;
mod consumer;
mod gates;
mod golden;
mod handover;
mod imputation;
mod promises;
mod volume;
mod world;
