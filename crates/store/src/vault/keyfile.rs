//! `keys.json`: the wrapped data key beside the database, written whole or not at all.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::wrap::{Wrap, hex};
use super::{DataKey, KdfCost, RecoveryCode, Unlock};
use crate::error::{Missing, Part, Result, StoreError, missing};
use crate::folder::write_whole;

const FORMAT: &str = "standvast-keys";
const VERSION: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Content {
    format: String,
    version: u32,
    administration: String,
    passphrase: Wrap,
    recovery: Wrap,
    /// Tells whether a key is the data key of this administration, without the database.
    key_check: String,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    #[serde(flatten)]
    content: Content,
    /// SHA-256 of the rest: tells a damaged file from a wrong passphrase. Not a protection
    /// against a forger; the wraps and the key check are.
    checksum: String,
}

/// The keys of one administration, as `keys.json` holds them.
#[derive(Clone)]
pub(crate) struct KeyFile {
    content: Content,
}

impl KeyFile {
    /// Makes the keys of a new administration: its data key and recovery code are random.
    pub fn new(passphrase: &str, cost: KdfCost) -> Result<(KeyFile, DataKey, RecoveryCode)> {
        let mut id = [0_u8; 16];
        getrandom::fill(&mut id).map_err(|_| StoreError::Crypto)?;
        let administration = hex(&id);
        let key = DataKey::random()?;
        let code = RecoveryCode::random()?;
        let content = Content {
            format: FORMAT.to_owned(),
            version: VERSION,
            passphrase: Wrap::new(
                &key,
                passphrase,
                cost,
                &bound(&administration, "passphrase"),
            )?,
            recovery: Wrap::new(
                &key,
                code.expose(),
                cost,
                &bound(&administration, "recovery"),
            )?,
            key_check: key_check(&key, &administration)?,
            administration,
        };
        Ok((KeyFile { content }, key, code))
    }

    /// The random id of the administration, hexadecimal.
    pub fn administration(&self) -> &str {
        &self.content.administration
    }

    /// The data key, or why not.
    pub fn unlock(&self, unlock: Unlock<'_>) -> Result<DataKey> {
        let id = &self.content.administration;
        let key = match unlock {
            Unlock::Passphrase(secret) => self
                .content
                .passphrase
                .open(secret, &bound(id, "passphrase"))?
                .ok_or(StoreError::WrongKey)?,
            Unlock::Recovery(typed) => {
                let code = RecoveryCode::parse(typed)?;
                self.content
                    .recovery
                    .open(code.expose(), &bound(id, "recovery"))?
                    .ok_or(StoreError::WrongRecoveryCode)?
            }
            Unlock::DataKey(key) => key.clone(),
        };
        if key_check(&key, id)? == self.content.key_check {
            Ok(key)
        } else {
            Err(StoreError::WrongKey)
        }
    }

    /// The same keys under another passphrase.
    pub fn with_passphrase(&self, key: &DataKey, secret: &str, cost: KdfCost) -> Result<KeyFile> {
        let mut content = self.content.clone();
        let bound = bound(&content.administration, "passphrase");
        content.passphrase = Wrap::new(key, secret, cost, &bound)?;
        Ok(KeyFile { content })
    }

    /// The same keys under a new recovery code; the old one no longer opens anything.
    pub fn with_new_recovery(
        &self,
        key: &DataKey,
        cost: KdfCost,
    ) -> Result<(KeyFile, RecoveryCode)> {
        let mut content = self.content.clone();
        let bound = bound(&content.administration, "recovery");
        let code = RecoveryCode::random()?;
        content.recovery = Wrap::new(key, code.expose(), cost, &bound)?;
        Ok((KeyFile { content }, code))
    }

    /// Reads `keys.json`.
    pub fn read(path: &Path) -> Result<KeyFile> {
        let bytes = std::fs::read(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => missing(Missing::Path(path.to_owned())),
            _ => StoreError::from(error),
        })?;
        KeyFile::parse(&bytes)
    }

    /// Reads the bytes of a `keys.json`.
    pub fn parse(bytes: &[u8]) -> Result<KeyFile> {
        let damaged = || StoreError::Damaged { part: Part::Keys };
        let sealed: Sealed = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        if sealed.content.format != FORMAT || checksum(&sealed.content)? != sealed.checksum {
            return Err(damaged());
        }
        if sealed.content.version > VERSION {
            return Err(StoreError::NewerVersion {
                found: sealed.content.version,
                known: VERSION,
            });
        }
        Ok(KeyFile {
            content: sealed.content,
        })
    }

    /// The bytes of `keys.json`.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let sealed = Sealed {
            checksum: checksum(&self.content)?,
            content: self.content.clone(),
        };
        Ok(serde_json::to_vec_pretty(&sealed)?)
    }

    /// Writes `keys.json`, whole or not at all.
    pub fn write(&self, path: &Path) -> Result<()> {
        write_whole(path, &self.bytes()?)
    }
}

fn bound(administration: &str, purpose: &str) -> String {
    format!("{FORMAT}/{VERSION}/{administration}/{purpose}")
}

fn key_check(key: &DataKey, administration: &str) -> Result<String> {
    Ok(hex(&key.derive(
        "standvast key check",
        administration.as_bytes(),
    )?))
}

fn checksum(content: &Content) -> Result<String> {
    Ok(hex(&Sha256::digest(serde_json::to_vec(content)?)))
}
