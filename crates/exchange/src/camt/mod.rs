//! ISO 20022 bank messages (camt.053, camt.052, camt.054), of any version, as a stream.
//!
//! Elements are matched on their local names; the version is only reported. One entry is held
//! at a time, so a file of any size needs little memory.

mod checks;
mod entry;
mod party;
mod reader;
mod references;
mod statement;

pub use checks::read_all;
pub use reader::{CamtEvent, CamtMessage, CamtReader};

pub(crate) use reader::camt_version as version_of;
