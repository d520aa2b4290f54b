//! SHA-256, by which bytes are compared: in memory, or of a file of any size.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{AppError, AppResult};

/// SHA-256 as lower-case hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The SHA-256 of a file, read in pieces.
pub(crate) fn sha256_of(path: &Path) -> AppResult<String> {
    let inner = File::open(path).map_err(|error| AppError::reading(path, &error))?;
    let mut whole = Hashing {
        inner,
        hash: Sha256::new(),
    };
    std::io::copy(&mut whole, &mut std::io::sink())
        .map_err(|error| AppError::reading(path, &error))?;
    Ok(hex(&whole.hash.finalize()))
}

/// Hashes what is read through it.
struct Hashing<R> {
    inner: R,
    hash: Sha256,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.hash.update(&buffer[..read]);
        Ok(read)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
