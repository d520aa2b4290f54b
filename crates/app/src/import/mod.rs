//! Files in: previewed, all or nothing per file, twice the same adds nothing.

mod bank;
mod customers;
mod e_invoice;
mod invoices;
mod open_items;

pub(crate) use customers::{blank_customer, guess_kind, keys_of};

use std::path::Path;

use credit::Creditor;
use exchange::open_items::Mapping;
use exchange::{Content, ReadFile};
use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::read::walk;
use crate::session::{Context, shown};

/// Import files.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Import {
    /// Files; folders are walked.
    pub paths: Vec<String>,
    /// Only say what would be added; change nothing.
    pub dry_run: Option<bool>,
    /// A file with the mapping of columns, as `read` prints it.
    pub map: Option<String>,
    /// Accepts e-invoices whose supplier is not the creditor.
    pub accept_supplier: Option<bool>,
}

/// How much was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Added {
    /// Customers.
    pub customers: u32,
    /// Invoices and credit notes.
    pub invoices: u32,
    /// Bank lines.
    pub bank_lines: u32,
}

/// Something to know about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProblemView {
    /// Stable code.
    pub code: String,
    /// `warning` or `error`.
    #[ts(type = "'info' | 'warning' | 'error'")]
    pub severity: &'static str,
    /// Line in the file.
    pub line: Option<u32>,
    /// In words.
    pub message: String,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefusalView {
    /// Stable code.
    pub code: String,
    /// In words, with what to do.
    pub message: String,
}

/// What one file did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileOutcome {
    /// The file.
    pub file: String,
    /// What it is: `bank_statement`, `e_invoice`, `open_items`, `refused` …
    pub kind: String,
    /// Its format, where it is known.
    pub format: Option<String>,
    /// Why it was refused.
    pub refused: Option<RefusalView>,
    /// What was added.
    pub added: Added,
    /// Known records that it changed.
    pub changed: u32,
    /// Records that were known already.
    pub duplicates: u32,
    /// Rows that could not be used, each with a problem that says why.
    pub skipped: u32,
    /// Everything to know.
    pub problems: Vec<ProblemView>,
    /// The fact; what `undo` takes. None when nothing was added, or in a dry run.
    pub id: Option<String>,
}

impl FileOutcome {
    fn of(path: &Path, kind: &str, format: Option<String>) -> FileOutcome {
        FileOutcome {
            file: shown(path),
            kind: kind.to_string(),
            format,
            refused: None,
            added: Added::default(),
            changed: 0,
            duplicates: 0,
            skipped: 0,
            problems: Vec::new(),
            id: None,
        }
    }

    fn refuse(path: &Path, format: Option<String>, code: &str, message: String) -> FileOutcome {
        let mut outcome = FileOutcome::of(path, "refused", format);
        outcome.refused = Some(RefusalView {
            code: code.to_string(),
            message,
        });
        outcome
    }
}

/// What the import did, file by file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Imported {
    /// Each file.
    pub files: Vec<FileOutcome>,
}

/// What every reader of a file needs to know.
pub(crate) struct Desk<'a> {
    pub(crate) creditor: &'a Creditor,
    pub(crate) lang: Lang,
    pub(crate) dry_run: bool,
    pub(crate) accept_supplier: bool,
    pub(crate) mapping: Option<&'a Mapping>,
    pub(crate) day: chrono::NaiveDate,
}

/// A problem of the files crate, worded.
pub(crate) fn problem_view(problem: &exchange::Problem, lang: Lang) -> ProblemView {
    ProblemView {
        code: problem.kind.code().to_string(),
        severity: match problem.kind.severity() {
            exchange::Severity::Warning => "warning",
            exchange::Severity::Error => "error",
        },
        line: problem.line.and_then(|line| u32::try_from(line).ok()),
        message: problem.kind.message(lang),
    }
}

/// Files larger than this are only read as a stream; no invoice or list is that large.
const LARGEST_WHOLE_FILE: u64 = 64 << 20;

/// Imports files. Each is booked whole or not at all; one that is refused leaves the others.
///
/// # Errors
/// `not_found`, `io`, `bad_json` for the mapping, `job_cancelled`.
pub fn import(context: &mut Context<'_>, request: Import) -> AppResult<Imported> {
    let mapping = request.map.as_deref().map(read_mapping).transpose()?;
    let paths = walk(&request.paths)?;
    let creditor = context
        .reader()?
        .creditor()?
        .ok_or_else(|| AppError::from(Code::NoAdministration))?;
    let desk = Desk {
        creditor: &creditor,
        lang: context.lang,
        dry_run: request.dry_run.unwrap_or(false),
        accept_supplier: request.accept_supplier.unwrap_or(false),
        mapping: mapping.as_ref(),
        day: context.day(None),
    };
    let running = context.session.jobs().start("import", Some(paths.len()));
    let mut files = Vec::new();
    for (done, path) in paths.iter().enumerate() {
        running.step(done)?;
        files.extend(import_file(context, &desk, path)?);
    }
    Ok(Imported { files })
}

fn read_mapping(path: &str) -> AppResult<Mapping> {
    let path = Path::new(path);
    let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        AppError::new(Code::BadJson)
            .with("path", path.display())
            .with("what", error)
    })
}

fn import_file(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    path: &Path,
) -> AppResult<Vec<FileOutcome>> {
    if bank::is_camt(path)? {
        return Ok(vec![bank::import_stream(context, desk, path)?]);
    }
    let size = std::fs::metadata(path)
        .map_err(|error| AppError::io(path, &error))?
        .len();
    if size > LARGEST_WHOLE_FILE {
        let message = crate::words::say(
            desk.lang,
            "Dit bestand is te groot voor een factuur of lijst, en het is geen camt-afschrift.",
            "This file is too large for an invoice or list, and it is no camt statement.",
        );
        return Ok(vec![FileOutcome::refuse(path, None, "too_large", message)]);
    }
    let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
    let read = {
        let reader = context.reader()?;
        let remembered = |fingerprint: &str| reader.csv_mapping(fingerprint).ok().flatten();
        exchange::read_with(&shown(path), &bytes, desk.mapping, &remembered)
    };
    let sha256 = crate::administration::sha256_hex(&bytes);
    let mut outcomes = Vec::new();
    for file in read {
        outcomes.push(import_read(context, desk, &file, &bytes, &sha256)?);
    }
    Ok(outcomes)
}

fn import_read(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    file: &ReadFile,
    bytes: &[u8],
    sha256: &str,
) -> AppResult<FileOutcome> {
    let path = Path::new(&file.name);
    let source = Source {
        path,
        format: file.format.as_deref().unwrap_or_default(),
        sha256,
        bytes,
        problems: &file.problems,
    };
    match &file.content {
        Content::Refused(refusal) => Ok(FileOutcome::refuse(
            path,
            file.format.clone(),
            refusal.code(),
            refusal.message(desk.lang),
        )),
        Content::Statements(statements) => {
            bank::import_statements(context, desk, &source, statements)
        }
        Content::Invoice(invoice) => e_invoice::import(context, desk, &source, invoice),
        Content::OpenItems(items) => open_items::import(context, desk, &source, items),
    }
}

/// A file as it was read.
pub(crate) struct Source<'a> {
    pub(crate) path: &'a Path,
    pub(crate) format: &'a str,
    pub(crate) sha256: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) problems: &'a [exchange::Problem],
}

impl Source<'_> {
    fn outcome(&self, kind: &str, lang: Lang) -> FileOutcome {
        let mut outcome = FileOutcome::of(self.path, kind, Some(self.format.to_string()));
        outcome.problems = self
            .problems
            .iter()
            .map(|problem| problem_view(problem, lang))
            .collect();
        outcome
    }

    fn new_import(&self, kind: &str) -> store::NewImport {
        store::NewImport {
            file: self.file_name(),
            kind: kind.to_string(),
            format: self.format.to_string(),
            sha256: self.sha256.to_string(),
        }
    }

    fn file_name(&self) -> String {
        self.path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }
}

/// A count as the wire has it.
pub(crate) fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl FileOutcome {
    fn take(&mut self, tally: invoices::Tally) {
        self.added = tally.added;
        self.changed = tally.changed;
        self.duplicates = tally.duplicates;
        self.skipped = tally.skipped;
        self.problems.extend(tally.problems);
    }
}
