//! The desktop application as a whole: its wiring, its policy, and a real window.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    missing_docs
)]

mod policy;
mod wiring;

#[cfg(target_os = "linux")]
mod desk;
#[cfg(target_os = "linux")]
mod window;
