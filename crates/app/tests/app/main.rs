//! The use cases from outside, and the rules of the house. One binary; each file is a subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../../examples/generate/generated/mod.rs"]
mod generated;

mod current;
mod desk;
mod dossier_files;
mod folder;
mod gone_back;
mod lists;
mod network;
mod next_list;
mod recovery;
mod rings;
mod said;
mod same_name;
mod sources;
mod still;
