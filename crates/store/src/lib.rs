//! The encrypted administration: one creditor's books in one folder, SQLCipher underneath.
//!
//! Facts are stored, balances are not. Every change is one fact of a chained log; every row bears
//! the number of the fact that made it, and the fact holds a digest of its rows. `undo` marks
//! rows and never deletes them. Letters that left cannot be changed at all.
//!
//! No clock is read here: moments and days are parameters. Files are written whole, or not.

mod access;
mod administration;
mod backup;
mod books;
mod connection;
mod error;
mod folder;
mod journal;
mod known_folder;
mod log;
mod migrations;
mod reading;
mod sql;
mod vault;

pub use access::{Reader, Writer};
pub use administration::{Administration, NewRecoveryCode, Opened};
pub use backup::{BackupInfo, BackupMade, KeepBackups, backup_info, restore};
pub use books::*;
pub use error::{Missing, Part, Result, StoreError};
pub use folder::{EXTENSION, is_administration};
pub use journal::SentKey;
pub use known_folder::administration_id;
pub use log::{Fact, FactKind, Head, Problem, Subject, Verification};
pub use reading::{Reading, Snapshot};
pub use sql::name_key;
pub use vault::{DataKey, KdfCost, RecoveryCode, Unlock};
