//! Worked scenarios, day by day, and tests that try to break the promises.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code
)]

pub use credit::*;

#[path = "../../src/sample.rs"]
mod sample;

mod business;
mod consumer;
mod gates;
mod golden;
mod imputation;
mod promises;
mod world;
