//! Files in: previewed, all or nothing, twice the same adds nothing.

mod bank;
mod bank_line;
mod customers;
mod e_invoice;
mod invoices;
mod marks;
mod open_items;
mod past;
mod preview;
mod same_name;
mod seen;
mod staged;
mod statement_look;
mod still_open;
mod table;
mod take_in;

pub use past::{ImportsAsk, ImportsPage, imports};
pub use preview::{ImportPreview, ImportPreviewAsk, import_preview};
pub use table::{ColumnMap, TableAsk, TableRead, table_read};

use take_in::take_in;

pub(crate) use customers::{blank_customer, guess_kind, keys_of};

use std::path::Path;

use credit::Creditor;
use exchange::open_items::Mapping;
use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::jobs::Jobs;
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
    /// The columns of single files, as a person pointed them out.
    pub columns: Option<Vec<ColumnsOf>>,
    /// The files as a preview saw them; one that changed since is not booked.
    pub seen: Option<Vec<SeenFile>>,
}

/// The columns of one file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ColumnsOf {
    /// The file.
    pub path: String,
    /// Which column holds what.
    pub map: ColumnMap,
}

/// A file as a preview saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenFile {
    /// The file.
    pub path: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
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
    /// The rows of lists and invoices, for the preview.
    #[serde(skip)]
    pub(crate) seen: seen::Seen,
    /// The statements, for the preview.
    #[serde(skip)]
    pub(crate) bank: Option<statement_look::BankSeen>,
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
            seen: seen::Seen::default(),
            bank: None,
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
    /// What `undo` takes for all of them together; none when nothing was added.
    pub id: Option<String>,
    /// What was done, in words.
    pub done: String,
}

/// What every reader of a file needs to know.
pub(crate) struct Desk<'a> {
    pub(crate) creditor: &'a Creditor,
    pub(crate) lang: Lang,
    pub(crate) dry_run: bool,
    pub(crate) accept_supplier: bool,
    pub(crate) mapping: Option<&'a Mapping>,
    pub(crate) columns: &'a [(String, Mapping)],
    pub(crate) seen: &'a [SeenFile],
    pub(crate) day: chrono::NaiveDate,
    pub(crate) jobs: &'a Jobs,
}

impl Desk<'_> {
    /// Refuses a file that is not the one that the preview saw.
    fn check_unchanged(&self, path: &Path, sha256: &str) -> AppResult<()> {
        let path = shown(path);
        match self.seen.iter().find(|seen| seen.path == path) {
            Some(seen) if seen.sha256 != sha256 => {
                Err(AppError::new(Code::FileChanged).with("path", path))
            }
            _ => Ok(()),
        }
    }

    /// The mapping that was pointed out for a file.
    fn mapping_of(&self, path: &Path) -> Option<&Mapping> {
        let path = shown(path);
        self.columns
            .iter()
            .find(|(of, _)| *of == path)
            .map(|(_, mapping)| mapping)
            .or(self.mapping)
    }
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

/// Imports files: all of them in one go, or none. One that is refused leaves the others.
///
/// # Errors
/// `not_found`, `io`, `bad_json` for the mapping, `file_changed`, `job_cancelled`.
pub fn import(context: &mut Context<'_>, request: Import) -> AppResult<Imported> {
    let before = context.reader()?.head()?.facts;
    let files: Vec<FileOutcome> = take_in(context, &request)?
        .into_iter()
        .flat_map(|(_, outcomes)| outcomes)
        .collect();
    let after = context.reader()?.head()?.facts;
    let lang = context.lang;
    let sum = |of: fn(&FileOutcome) -> u32| files.iter().map(of).sum::<u32>();
    Ok(Imported {
        id: crate::tell::fact_range(before, after),
        done: done(
            lang,
            [
                sum(|file| file.added.bank_lines),
                sum(|file| file.added.invoices),
                sum(|file| file.added.customers),
                sum(|file| file.changed),
            ],
        ),
        files,
    })
}

/// `Ingelezen: 214 bankregels, 12 facturen.`
fn done(lang: Lang, [lines, invoices, customers, changed]: [u32; 4]) -> String {
    let many = |count: u32, one: (&str, &str), more: (&str, &str)| {
        let (nl, en) = if count == 1 { one } else { more };
        (count > 0).then(|| format!("{count} {}", crate::words::say(lang, nl, en)))
    };
    let parts: Vec<String> = [
        many(
            lines,
            ("bankregel", "bank line"),
            ("bankregels", "bank lines"),
        ),
        many(invoices, ("factuur", "invoice"), ("facturen", "invoices")),
        many(
            customers,
            ("nieuwe klant", "new customer"),
            ("nieuwe klanten", "new customers"),
        ),
        many(changed, ("wijziging", "change"), ("wijzigingen", "changes")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return crate::words::say(
            lang,
            "Er stond niets nieuws in; er is niets gewijzigd.",
            "There was nothing new in it; nothing was changed.",
        );
    }
    let list = credit::words::list(&parts, lang);
    crate::words::say(
        lang,
        &format!("Ingelezen: {list}."),
        &format!("Imported: {list}."),
    )
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
        self.seen = tally.seen;
        self.added = tally.added;
        self.changed = tally.changed;
        self.duplicates = tally.duplicates;
        self.skipped = tally.skipped;
        self.problems.extend(tally.problems);
    }
}
