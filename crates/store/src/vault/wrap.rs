//! Wrapping the data key under a secret that a person knows: Argon2id, then XChaCha20-Poly1305.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use super::DataKey;
use crate::error::{Part, Result, StoreError};

/// How much work one guess of a passphrase costs (Argon2id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes that could be filled at the same time.
    pub lanes: u32,
}

impl Default for KdfCost {
    /// 64 MiB, three passes, one lane (RFC 9106, second recommended choice, with one lane).
    fn default() -> KdfCost {
        KdfCost {
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 1,
        }
    }
}

impl KdfCost {
    /// A cost that protects nothing, so that tests are quick.
    pub fn for_tests() -> KdfCost {
        KdfCost {
            memory_kib: 8,
            passes: 1,
            lanes: 1,
        }
    }

    /// Refuses costs from a doctored file that would eat the memory of the computer.
    fn params(self) -> Result<Params> {
        if self.memory_kib > 4 * 1024 * 1024 || self.passes > 1000 || self.lanes > 64 {
            return Err(StoreError::Damaged { part: Part::Keys });
        }
        Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| StoreError::Damaged { part: Part::Keys })
    }
}

/// The data key under one secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wrap {
    /// `argon2id13+xchacha20poly1305`.
    pub scheme: String,
    pub cost: KdfCost,
    pub salt: String,
    pub nonce: String,
    pub wrapped: String,
}

const SCHEME: &str = "argon2id13+xchacha20poly1305";

impl Wrap {
    /// Wraps `key` under `secret`; `bound` (administration, purpose) must be the same to unwrap.
    pub fn new(key: &DataKey, secret: &str, cost: KdfCost, bound: &str) -> Result<Wrap> {
        let mut salt = [0_u8; 16];
        let mut nonce = [0_u8; 24];
        getrandom::fill(&mut salt).map_err(|_| StoreError::Crypto)?;
        getrandom::fill(&mut nonce).map_err(|_| StoreError::Crypto)?;
        let cipher = cipher(secret, &salt, cost)?;
        let payload = Payload {
            msg: key.expose(),
            aad: bound.as_bytes(),
        };
        let wrapped = cipher
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| StoreError::Crypto)?;
        Ok(Wrap {
            scheme: SCHEME.to_owned(),
            cost,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: hex(&wrapped),
        })
    }

    /// The data key, or none when the secret is another.
    pub fn open(&self, secret: &str, bound: &str) -> Result<Option<DataKey>> {
        let damaged = || StoreError::Damaged { part: Part::Keys };
        if self.scheme != SCHEME {
            return Err(damaged());
        }
        let salt = unhex(&self.salt).ok_or_else(damaged)?;
        let nonce: [u8; 24] = unhex(&self.nonce)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(damaged)?;
        let wrapped = unhex(&self.wrapped).ok_or_else(damaged)?;
        let cipher = cipher(secret, &salt, self.cost)?;
        let payload = Payload {
            msg: &wrapped,
            aad: bound.as_bytes(),
        };
        let Ok(bytes) = cipher.decrypt(&XNonce::from(nonce), payload) else {
            return Ok(None);
        };
        let bytes = Zeroizing::new(bytes);
        let mut key = Zeroizing::new([0_u8; 32]);
        if bytes.len() != key.len() {
            return Err(damaged());
        }
        key.copy_from_slice(&bytes);
        Ok(Some(DataKey::from_bytes(*key)))
    }
}

fn cipher(secret: &str, salt: &[u8], cost: KdfCost) -> Result<XChaCha20Poly1305> {
    // One keyboard composes é, another sends e and an accent: both must open the same lock.
    let secret: Zeroizing<String> = Zeroizing::new(secret.nfkc().collect());
    let params = cost.params()?;
    let mut memory = vec![Block::default(); params.block_count()];
    let mut derived = Zeroizing::new([0_u8; 32]);
    let outcome = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(
            secret.as_bytes(),
            salt,
            derived.as_mut_slice(),
            &mut memory,
        );
    for block in &mut memory {
        block.zeroize();
    }
    outcome.map_err(|_| StoreError::Crypto)?;
    let mut key = Key::from(*derived);
    let cipher = XChaCha20Poly1305::new(&key);
    key.as_mut_slice().zeroize();
    Ok(cipher)
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| {
        DIGITS
            .get(usize::from(value))
            .copied()
            .map_or('0', char::from)
    };
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Reads hexadecimal; none when it is not.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    bytes
        .chunks_exact(2)
        .map(|pair| {
            let high = char::from(*pair.first()?).to_digit(16)?;
            let low = char::from(*pair.last()?).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        })
        .collect()
}
