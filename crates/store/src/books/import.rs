//! Imports: one file, one fact, all or nothing.

use std::ops::Deref;

use chrono::NaiveDate;
use credit::{Customer, CustomerId, FactId, ImportId, Invoice, InvoiceId};
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::invoice_file::{FileId, NewFile};
use super::stage::{StageCounts, StageId, StatementIndex};
use super::{customer, invoice, invoice_file, stage};
use crate::access::{Reader, Writer};
use crate::error::{Result, StoreError};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::day;

/// A file that is about to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImport {
    /// Its name, without the folder.
    pub file: String,
    /// What it is (`bank_statement`, `e_invoice`, …).
    pub kind: String,
    /// Its format.
    pub format: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// What an import added and changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportCounts {
    /// New customers.
    pub customers: u64,
    /// Customers that were changed.
    pub customers_changed: u64,
    /// New invoices and credit notes.
    pub invoices: u64,
    /// Invoices that were changed.
    pub invoices_changed: u64,
    /// Files that were kept with invoices.
    pub files: u64,
    /// New statements.
    pub statements: u64,
    /// New bank lines.
    pub bank_lines: u64,
    /// Bank lines that were known already.
    pub duplicate_lines: u64,
}

/// What became of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportOutcome {
    /// Its id; none when the file told nothing new, and nothing was written.
    pub import: Option<ImportId>,
    /// Its fact, for `undo`.
    pub fact: Option<FactId>,
    /// What it added and changed.
    pub counts: ImportCounts,
}

/// An import of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Its fact, for `undo`.
    pub fact: FactId,
    /// Day it was done.
    pub day: NaiveDate,
    /// Name of the file.
    pub file: String,
    /// What it is.
    pub kind: String,
    /// Its format.
    pub format: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// What it added and changed.
    pub counts: ImportCounts,
    /// Whether it was undone.
    pub undone: bool,
}

/// The rows of one import, as they are written. Derefs to [`Reader`], which sees them at once.
pub struct ImportRows<'f, 'a> {
    fact: &'f mut OpenFact<'a>,
    import: i64,
    counts: ImportCounts,
}

impl<'a> Deref for ImportRows<'_, 'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        self.fact
    }
}

impl ImportRows<'_, '_> {
    /// The import that is being written.
    pub fn id(&self) -> ImportId {
        ImportId(self.import)
    }

    /// How many lines each staged statement has, and how many of them are new, once booked.
    pub fn staged_places(&self, stage: StageId) -> Result<Vec<(StatementIndex, u64, u64)>> {
        stage::places(self.fact, self.import, stage)
    }

    /// Adds a customer.
    pub fn insert_customer(&mut self, customer: &Customer) -> Result<CustomerId> {
        let id = customer::insert(self.fact, customer)?;
        self.counts.customers += 1;
        Ok(id)
    }

    /// Changes a customer; false when nothing differs.
    pub fn update_customer(&mut self, customer: &Customer) -> Result<bool> {
        let changed = customer::update(self.fact, customer)?;
        self.counts.customers_changed += u64::from(changed);
        Ok(changed)
    }

    /// Adds an invoice.
    pub fn insert_invoice(&mut self, invoice: &Invoice) -> Result<InvoiceId> {
        let id = invoice::insert(self.fact, invoice)?;
        self.counts.invoices += 1;
        Ok(id)
    }

    /// Changes an invoice; false when nothing differs.
    pub fn update_invoice(&mut self, invoice: &Invoice) -> Result<bool> {
        let changed = invoice::update(self.fact, invoice)?;
        self.counts.invoices_changed += u64::from(changed);
        Ok(changed)
    }

    /// Keeps a file with an invoice; the same bytes are kept once.
    pub fn attach_file(&mut self, invoice: InvoiceId, file: &NewFile) -> Result<FileId> {
        let (id, new) = invoice_file::attach(self.fact, invoice, file)?;
        self.counts.files += u64::from(new);
        Ok(id)
    }

    /// Books staged statements and lines; those that are known already are passed over.
    pub fn book_stage(&mut self, stage: StageId) -> Result<StageCounts> {
        let counts = stage::book(self.fact, self.import, stage)?;
        self.counts.statements += counts.statements;
        self.counts.bank_lines += counts.added;
        self.counts.duplicate_lines += counts.duplicates;
        Ok(counts)
    }
}

impl Writer<'_> {
    /// Imports one file: all rows that `rows` writes are one fact, or nothing.
    pub fn import<T, E: From<StoreError>>(
        &mut self,
        import: &NewImport,
        rows: impl FnOnce(&mut ImportRows<'_, '_>) -> Result<T, E>,
    ) -> Result<(ImportOutcome, T), E> {
        let (fact, (id, counts, value)) = self.record_if(FactKind::Imported, |fact| {
            let id = begin(fact, import)?;
            let mut writing = ImportRows { fact, import: id, counts: ImportCounts::default() };
            let value = rows(&mut writing)?;
            let counts = writing.counts;
            let about = Subject::Import(ImportId(id));
            let data = serde_json::json!({ "file": import.file, "format": import.format, "counts": counts });
            let told = fact.made_more_than("import").then(|| Told::about(about, data)).transpose()?;
            Ok::<_, E>((told, (id, counts, value)))
        })?;
        let outcome = ImportOutcome {
            import: fact.map(|_| ImportId(id)),
            fact,
            counts,
        };
        Ok((outcome, value))
    }
}

fn begin(fact: &mut OpenFact<'_>, import: &NewImport) -> Result<i64> {
    fact.connection()
        .prepare_cached(
            "INSERT INTO import (fact, file, kind, format, sha256) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            fact.seq,
            import.file,
            import.kind,
            import.format,
            import.sha256
        ])?;
    Ok(fact.made("import"))
}

impl Reader<'_> {
    /// The imports of the past, newest first, undone ones among them.
    pub fn imports(&self) -> Result<Vec<Import>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT i.id, i.fact, f.day, i.file, i.kind, i.format, i.sha256,
               json_extract(f.body, '$.data.counts'), i.undone IS NOT NULL
             FROM import i JOIN fact f ON f.seq = i.fact ORDER BY i.id DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut imports = Vec::new();
        while let Some(row) = rows.next()? {
            let counts: Option<String> = row.get(7)?;
            imports.push(Import {
                id: ImportId(row.get(0)?),
                fact: FactId(row.get(1)?),
                day: day(row, 2)?,
                file: row.get(3)?,
                kind: row.get(4)?,
                format: row.get(5)?,
                sha256: row.get(6)?,
                counts: counts
                    .map(|text| serde_json::from_str(&text))
                    .transpose()?
                    .unwrap_or_default(),
                undone: row.get(8)?,
            });
        }
        Ok(imports)
    }

    /// Whether a file of these bytes was imported before, and not undone.
    pub fn is_imported(&self, sha256: &str) -> Result<bool> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM import WHERE sha256 = ?1 AND undone IS NULL)",
            )?
            .query_row([sha256], |row| row.get(0))?)
    }
}
