//! Files kept with invoices: the e-invoice as it came in, a PDF embedded in it.

use credit::{FactId, InvoiceId};
use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::vault::hex;

/// A kept file of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileId(pub i64);

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl NewFile {
    /// SHA-256 of the bytes, hexadecimal.
    pub(crate) fn sha256(&self) -> String {
        hex(&Sha256::digest(&self.bytes))
    }
}

/// What is known of a kept file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileInfo {
    /// Its id.
    pub id: FileId,
    /// The invoice.
    pub invoice: InvoiceId,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<FileInfo> {
    Ok(FileInfo {
        id: FileId(row.get(0)?),
        invoice: InvoiceId(row.get(1)?),
        name: row.get(2)?,
        media_type: row.get(3)?,
        sha256: row.get(4)?,
        size: row.get::<_, i64>(5)?.unsigned_abs(),
    })
}

impl Reader<'_> {
    /// The files kept with an invoice.
    pub fn invoice_files(&self, invoice: InvoiceId) -> Result<Vec<FileInfo>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, invoice, name, media_type, sha256, size FROM invoice_file
             WHERE invoice = ?1 AND undone IS NULL ORDER BY id",
        )?;
        let found = statement
            .query_map([invoice.0], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The files kept with any of these invoices, the newest first.
    pub fn files_of(&self, invoices: &[InvoiceId]) -> Result<Vec<FileInfo>> {
        let ids = serde_json::to_string(invoices)?;
        let mut statement = self.connection().prepare_cached(
            "SELECT id, invoice, name, media_type, sha256, size FROM invoice_file
             WHERE undone IS NULL AND invoice IN (SELECT value FROM json_each(?1)) ORDER BY id DESC",
        )?;
        let found = statement
            .query_map([ids], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// What is known of a kept file.
    pub fn file_info(&self, file: FileId) -> Result<FileInfo> {
        self.connection()
            .prepare_cached(
                "SELECT id, invoice, name, media_type, sha256, size FROM invoice_file WHERE id = ?1",
            )?
            .query_row([file.0], of_row)
            .optional()?
            .ok_or_else(|| missing(Missing::File(file)))
    }

    /// The bytes of a kept file.
    pub fn file_bytes(&self, file: FileId) -> Result<Vec<u8>> {
        self.connection()
            .prepare_cached("SELECT bytes FROM invoice_file WHERE id = ?1")?
            .query_row([file.0], |row| row.get(0))
            .optional()?
            .ok_or_else(|| missing(Missing::File(file)))
    }
}

impl Writer<'_> {
    /// Keeps a file with an invoice; the same bytes are kept once.
    pub fn attach_file(
        &mut self,
        invoice: InvoiceId,
        file: &NewFile,
    ) -> Result<(FileId, Option<FactId>)> {
        let (fact, (id, _)) = self.record_if(FactKind::FileAttached, |fact| {
            super::invoice::find(fact.connection(), invoice)?;
            let (id, new) = attach(fact, invoice, file)?;
            let data = serde_json::json!({ "name": file.name, "sha256": file.sha256() });
            let told = new
                .then(|| Told::about(Subject::Invoice(invoice), data))
                .transpose()?;
            Ok::<_, StoreError>((told, (id, new)))
        })?;
        Ok((id, fact))
    }
}

/// Keeps a file under an open fact; false beside the id when it was kept already.
pub(crate) fn attach(
    fact: &mut OpenFact<'_>,
    invoice: InvoiceId,
    file: &NewFile,
) -> Result<(FileId, bool)> {
    let sha256 = file.sha256();
    let kept: Option<i64> = fact
        .connection()
        .prepare_cached(
            "SELECT id FROM invoice_file WHERE invoice = ?1 AND sha256 = ?2 AND undone IS NULL",
        )?
        .query_row(params![invoice.0, sha256], |row| row.get(0))
        .optional()?;
    if let Some(kept) = kept {
        return Ok((FileId(kept), false));
    }
    let size = i64::try_from(file.bytes.len()).map_err(|_| StoreError::OutOfRange)?;
    fact.connection()
        .prepare_cached(
            "INSERT INTO invoice_file (fact, invoice, name, media_type, sha256, size, bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            fact.seq,
            invoice.0,
            file.name,
            file.media_type,
            sha256,
            size,
            file.bytes
        ])?;
    Ok((FileId(fact.made("invoice_file")), true))
}
