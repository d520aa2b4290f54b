//! Archives out: the same files always give the same bytes, with a list of checksums inside.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::csv_out::{Cell, csv_out};

/// The name of the list of checksums.
pub const MANIFEST: &str = "manifest.csv";

/// A file to put into an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveFile {
    /// Its path inside the archive, with `/` between folders.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl ArchiveFile {
    /// A file at a path.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> ArchiveFile {
        ArchiveFile {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

/// Why an archive cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// A path that is empty, absolute, climbs out of the archive or holds forbidden signs.
    #[error("{0:?} is no path for a file in an archive")]
    BadPath(String),
    /// Two files with the same path; capitals do not tell paths apart.
    #[error("{0:?} stands in the archive twice")]
    Twice(String),
    /// The archive could not be written.
    #[error("the archive could not be written")]
    Unwritable,
}

/// SHA-256 of bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    crate::hex(&Sha256::digest(bytes))
}

/// The list of files with sizes in bytes and checksums, in the order given.
pub fn manifest(files: &[ArchiveFile]) -> Vec<u8> {
    let rows: Vec<Vec<Cell>> = files
        .iter()
        .map(|file| {
            let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
            vec![
                file.path.as_str().into(),
                Cell::Number(size),
                sha256(&file.bytes).into(),
            ]
        })
        .collect();
    csv_out(&["path", "bytes", "sha256"], &rows)
}

/// Packs files in the order given, with [`MANIFEST`] last. The same files give the same bytes:
/// no clock, no owner, no operating system goes in.
///
/// # Errors
/// A path that no archive should hold, or one that stands there twice.
pub fn zip_with_manifest(files: &[ArchiveFile]) -> Result<Vec<u8>, ArchiveError> {
    let mut all = files.to_vec();
    all.push(ArchiveFile::new(MANIFEST, manifest(files)));
    zip_out(&all)
}

/// Packs files in the order given, without a manifest.
///
/// # Errors
/// A path that no archive should hold, or one that stands there twice.
pub fn zip_out(files: &[ArchiveFile]) -> Result<Vec<u8>, ArchiveError> {
    let mut seen = BTreeSet::new();
    for file in files {
        if !is_path(&file.path) {
            return Err(ArchiveError::BadPath(file.path.clone()));
        }
        if !seen.insert(file.path.to_lowercase()) {
            return Err(ArchiveError::Twice(file.path.clone()));
        }
    }
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer
            .start_file(file.path.as_str(), options)
            .map_err(|_| ArchiveError::Unwritable)?;
        writer
            .write_all(&file.bytes)
            .map_err(|_| ArchiveError::Unwritable)?;
    }
    writer
        .finish()
        .map(Cursor::into_inner)
        .map_err(|_| ArchiveError::Unwritable)
}

/// Whether a path stays inside the archive and can be unpacked on every system.
fn is_path(path: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && !part.ends_with(['.', ' '])
            && !part.chars().any(|c| {
                c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            })
    };
    path.len() <= 240 && path.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn files() -> Vec<ArchiveFile> {
        vec![
            ArchiveFile::new("00-overzicht.pdf", b"%PDF-1.7".to_vec()),
            ArchiveFile::new("facturen/2026-001.pdf", vec![0_u8; 5000]),
            ArchiveFile::new("brieven/é.txt", "één".as_bytes().to_vec()),
        ]
    }

    #[test]
    fn equal_files_give_equal_bytes_and_read_back() {
        let packed = zip_with_manifest(&files()).unwrap();
        assert_eq!(
            packed,
            zip_with_manifest(&files()).unwrap(),
            "the archive must not depend on the clock"
        );
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        for file in files() {
            let mut bytes = Vec::new();
            archive
                .by_name(&file.path)
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            assert_eq!(bytes, file.bytes, "{}", file.path);
        }
        let mut list = String::new();
        archive
            .by_name(MANIFEST)
            .unwrap()
            .read_to_string(&mut list)
            .unwrap();
        assert!(
            list.contains(&format!(
                "facturen/2026-001.pdf;5000;{}",
                sha256(&[0_u8; 5000])
            )),
            "{list}"
        );
        assert_eq!(
            list.lines().count(),
            4,
            "one line for each file and one of headers"
        );
    }

    #[test]
    fn known_checksum() {
        assert_eq!(
            sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn paths_stay_inside() {
        for path in [
            "", "/x", "../x", "a/../b", "a//b", "a\\b", "C:x", "a/", ".", "a?.txt", "x.", "\u{7}",
        ] {
            let packed = zip_out(&[ArchiveFile::new(path, b"x".to_vec())]);
            assert_eq!(
                packed,
                Err(ArchiveError::BadPath(path.to_owned())),
                "{path:?}"
            );
        }
        let twice = [
            ArchiveFile::new("a.txt", b"1".to_vec()),
            ArchiveFile::new("A.TXT", b"2".to_vec()),
        ];
        assert_eq!(
            zip_out(&twice),
            Err(ArchiveError::Twice("A.TXT".to_owned())),
            "one would overwrite the other"
        );
    }
}
