//! The file of a backup.
//!
//! ```text
//! "standvast-backup 1\n"   19 bytes
//! length of the manifest    4 bytes, little-endian
//! manifest                  JSON: administration, at, day, keys_bytes, database_bytes
//! keys.json                 keys_bytes
//! administration.db         database_bytes, encrypted
//! SHA-256                   32 bytes, of everything before
//! ```

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Missing, Part, Result, StoreError, missing};
use crate::folder::{beside, create_private_file, put_in_place};

const MAGIC: &[u8; 19] = b"standvast-backup 1\n";
/// No manifest and no `keys.json` is larger: guards against a doctored length.
const SMALL: u64 = 1 << 20;

/// What stands at the head of a backup; nothing in it tells whose books they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    administration: String,
    at: String,
    day: NaiveDate,
    keys_bytes: u64,
    database_bytes: u64,
}

impl Manifest {
    pub fn new(administration: &str, at: &str, day: NaiveDate) -> Manifest {
        Manifest {
            administration: administration.to_owned(),
            at: at.to_owned(),
            day,
            keys_bytes: 0,
            database_bytes: 0,
        }
    }

    fn info(&self) -> Result<BackupInfo> {
        Ok(BackupInfo {
            administration: self.administration.clone(),
            at: DateTime::parse_from_rfc3339(&self.at)
                .map_err(|_| damaged())?
                .with_timezone(&Utc),
            day: self.day,
        })
    }
}

/// What can be told of a backup without its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// The id of the administration.
    pub administration: String,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The day that the user called today.
    pub day: NaiveDate,
}

fn damaged() -> StoreError {
    StoreError::Damaged { part: Part::Backup }
}

/// Writes through, and hashes what goes through.
struct Hashing<T> {
    inner: T,
    hash: Sha256,
}

impl<T: Write> Write for Hashing<T> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

impl<T: Read> Read for Hashing<T> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.hash.update(bytes.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// Writes the file beside its place, then renames it; answers its size.
pub(super) fn write_container(
    to: &Path,
    mut manifest: Manifest,
    keys: &[u8],
    database: &Path,
) -> Result<u64> {
    let temporary = beside(to);
    let written = (|| {
        let mut source = File::open(database)?;
        manifest.keys_bytes = keys.len() as u64;
        manifest.database_bytes = source.metadata()?.len();
        let manifest = serde_json::to_vec(&manifest)?;
        let length = u32::try_from(manifest.len()).map_err(|_| StoreError::OutOfRange)?;
        let file = BufWriter::with_capacity(1 << 16, create_private_file(&temporary)?);
        let mut out = Hashing {
            inner: file,
            hash: Sha256::new(),
        };
        out.write_all(MAGIC)?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(&manifest)?;
        out.write_all(keys)?;
        std::io::copy(&mut source, &mut out)?;
        let Hashing { mut inner, hash } = out;
        inner.write_all(&hash.finalize())?;
        let file = inner
            .into_inner()
            .map_err(|error| StoreError::from(error.into_error()))?;
        file.sync_all()?;
        let size = file.metadata()?.len();
        drop(file);
        put_in_place(&temporary, to)?;
        Ok(size)
    })();
    if written.is_err() {
        let _absent = std::fs::remove_file(&temporary);
    }
    written
}

fn open(file: &Path) -> Result<(Hashing<BufReader<File>>, Manifest)> {
    let opened = File::open(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => missing(Missing::Path(file.to_owned())),
        _ => StoreError::from(error),
    })?;
    let mut source = Hashing {
        inner: BufReader::with_capacity(1 << 16, opened),
        hash: Sha256::new(),
    };
    let mut magic = [0; MAGIC.len()];
    if source.read_exact(&mut magic).is_err() || magic != *MAGIC {
        return Err(StoreError::NotAnAdministration);
    }
    let mut length = [0; 4];
    source.read_exact(&mut length).map_err(|_| damaged())?;
    let manifest = read_small(&mut source, u64::from(u32::from_le_bytes(length)))?;
    let manifest = serde_json::from_slice(&manifest).map_err(|_| damaged())?;
    Ok((source, manifest))
}

fn read_small(source: &mut impl Read, length: u64) -> Result<Vec<u8>> {
    if length > SMALL {
        return Err(damaged());
    }
    let mut bytes = Vec::new();
    source.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(damaged())
    }
}

/// What can be told of a backup without its keys; its contents are not checked.
pub fn backup_info(file: &Path) -> Result<BackupInfo> {
    open(file)?.1.info()
}

/// Takes a backup apart: writes the database to `database`, and answers what it is and the bytes
/// of `keys.json`. Refuses a file of which one bit is wrong.
pub(super) fn read_container(file: &Path, database: &Path) -> Result<(BackupInfo, Vec<u8>)> {
    let (mut source, manifest) = open(file)?;
    let keys = read_small(&mut source, manifest.keys_bytes)?;
    let mut target = create_private_file(database)?;
    let copied = std::io::copy(
        &mut (&mut source).take(manifest.database_bytes),
        &mut target,
    )?;
    target.sync_all()?;
    let Hashing { mut inner, hash } = source;
    let mut expected = Vec::new();
    (&mut inner).take(33).read_to_end(&mut expected)?;
    if copied != manifest.database_bytes || expected != hash.finalize().as_slice() {
        return Err(damaged());
    }
    Ok((manifest.info()?, keys))
}
