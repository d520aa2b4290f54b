//! The keys of an administration: a random data key, wrapped by a passphrase and by a recovery
//! code, never on disk in clear.
//!
//! Changing the passphrase wraps the same data key anew; the database is not touched.

mod key;
mod keyfile;
mod recovery;
mod wrap;

pub use key::DataKey;
pub(crate) use key::keyed;
pub(crate) use keyfile::KeyFile;
pub use recovery::RecoveryCode;
pub use wrap::KdfCost;
pub(crate) use wrap::{hex, unhex};

/// With what an administration is opened.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// The passphrase of the user.
    Passphrase(&'a str),
    /// The recovery code of the recovery sheet.
    Recovery(&'a str),
    /// The data key, out of the keychain of the operating system.
    DataKey(&'a DataKey),
}

impl std::fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Unlock::Passphrase(_) => "Passphrase(<redacted>)",
            Unlock::Recovery(_) => "Recovery(<redacted>)",
            Unlock::DataKey(_) => "DataKey(<redacted>)",
        })
    }
}
