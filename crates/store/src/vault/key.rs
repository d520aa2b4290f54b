//! The data key. Where the operating system may keep it is the application's matter.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::{Result, StoreError};

/// The random 256-bit key under which the database is encrypted. Wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey(Box<[u8; 32]>);

impl DataKey {
    /// Takes over 32 bytes, as a keychain gives them back.
    pub fn from_bytes(mut bytes: [u8; 32]) -> DataKey {
        let key = DataKey(Box::new(bytes));
        bytes.zeroize();
        key
    }

    /// Draws a new key from the operating system.
    pub(crate) fn random() -> Result<DataKey> {
        let mut key = DataKey(Box::new([0; 32]));
        getrandom::fill(key.0.as_mut_slice()).map_err(|_| StoreError::Crypto)?;
        Ok(key)
    }

    /// The bytes, for a keychain.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as SQLCipher reads a raw key: `x'…'` with 64 hexadecimal digits.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(96));
        text.push_str("PRAGMA key = \"x'");
        for byte in self.0.iter() {
            let _infallible = write!(text, "{byte:02x}");
        }
        text.push_str("'\";");
        text
    }

    /// A value derived from the key for one purpose: what names the purpose, then the message.
    pub(crate) fn derive(&self, purpose: &str, message: &[u8]) -> Result<[u8; 32]> {
        let mut mac = keyed(self.0.as_slice())?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message);
        Ok(mac.finalize().into_bytes().into())
    }
}

/// HMAC-SHA256 under a key of any length.
pub(crate) fn keyed(key: &[u8]) -> Result<Hmac<Sha256>> {
    <Hmac<Sha256> as KeyInit>::new_from_slice(key).map_err(|_| StoreError::Crypto)
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(<redacted>)")
    }
}
