//! The preview of an import: what it would add, change and skip, and why. Everything is booked in
//! one transaction that is taken back, so that the preview cannot differ from the import.

use law::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::seen::{ImportCustomerRow, ImportInvoiceRow};
use super::statement_look::{ImportBankLine, ImportStatement};
use super::table::{TableRead, look_at};
use super::{
    Added, ColumnsOf, FileOutcome, Import, ProblemView, RefusalView, SeenFile, count, take_in,
};
use crate::error::AppResult;
use crate::session::Context;
use crate::words::say;

/// How many problems of one file a preview tells.
const PROBLEMS: usize = 500;

/// Which files to look at.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ImportPreviewAsk {
    /// Files; folders are walked.
    pub paths: Vec<String>,
    /// The columns of single files, as a person pointed them out.
    pub columns: Option<Vec<ColumnsOf>>,
    /// Accepts e-invoices whose supplier is not the creditor.
    pub accept_supplier: Option<bool>,
}

/// What importing the files would do. Nothing was booked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportPreview {
    /// Each file; an archive gives one for each member.
    pub files: Vec<FilePreview>,
    /// The files as they were seen: give them back to `import`, so that it books these and no others.
    pub seen: Vec<SeenFile>,
    /// Whether there is anything to book.
    pub anything: bool,
}

/// What importing one file would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FilePreview {
    /// The file that was given.
    pub path: String,
    /// Its name; with the member, in an archive.
    pub name: String,
    /// What it is.
    #[ts(type = "'bank_statement' | 'e_invoice' | 'open_items' | 'refused'")]
    pub kind: String,
    /// What it was recognised as, in words.
    pub what: String,
    /// Its format, where it is known.
    pub format: Option<String>,
    /// Why it is not read, with what to do.
    pub refused: Option<RefusalView>,
    /// What it adds.
    pub added: Added,
    /// Known records that it changes.
    pub changed: u32,
    /// Records that are known already.
    pub duplicates: u32,
    /// Rows that cannot be used.
    pub skipped: u32,
    /// Its statements; of many only those that tell something.
    pub statements: Vec<ImportStatement>,
    /// How many statements there are.
    pub statement_count: u32,
    /// How many of them are new.
    pub statements_new: u32,
    /// The first bank lines that it adds.
    pub lines: Vec<ImportBankLine>,
    /// What the new lines bring in.
    #[ts(type = "Money")]
    pub money_in: Cents,
    /// What goes out with them, zero or less.
    #[ts(type = "Money")]
    pub money_out: Cents,
    /// The first invoices that it adds or changes.
    pub invoices: Vec<ImportInvoiceRow>,
    /// How many invoices it changes.
    pub invoices_changed: u32,
    /// What is open of the invoices that it adds.
    #[ts(type = "Money")]
    pub open: Cents,
    /// The first customers that it adds or changes.
    pub customers: Vec<ImportCustomerRow>,
    /// How many customers it changes.
    pub customers_changed: u32,
    /// The first problems.
    pub problems: Vec<ProblemView>,
    /// How many problems there are.
    pub problem_count: u32,
    /// The table, where columns can be pointed out.
    pub table: Option<TableRead>,
}

/// Says what importing files would do. Nothing is booked.
///
/// # Errors
/// `not_found`, `io`, `job_cancelled`.
pub fn import_preview(
    context: &mut Context<'_>,
    request: ImportPreviewAsk,
) -> AppResult<ImportPreview> {
    let import = Import {
        paths: request.paths,
        dry_run: Some(true),
        map: None,
        accept_supplier: request.accept_supplier,
        columns: request.columns,
        seen: None,
    };
    let mut files = Vec::new();
    let mut seen = Vec::new();
    for (file, outcomes) in take_in(context, &import)? {
        for outcome in outcomes {
            let table = table_of(context, &file, &outcome, &import)?;
            files.push(preview(context, &file, outcome, table));
        }
        seen.push(file);
    }
    let anything = files.iter().any(|file: &FilePreview| {
        file.added != Added::default() || file.changed > 0 || file.statements_new > 0
    });
    Ok(ImportPreview {
        files,
        seen,
        anything,
    })
}

/// The table of a list, or of a file that could be one if somebody pointed out its columns.
fn table_of(
    context: &Context<'_>,
    file: &SeenFile,
    outcome: &FileOutcome,
    import: &Import,
) -> AppResult<Option<TableRead>> {
    let code = outcome
        .refused
        .as_ref()
        .map(|refused| refused.code.as_str());
    let could_be = outcome.kind == "open_items"
        || code == Some("columns_missing")
        || outcome.format.as_deref() == Some("customers/csv")
        || (code == Some("unknown_format") && outcome.format.is_none());
    // A member of an archive has no path of its own to point columns out for.
    if !could_be || outcome.file != file.path {
        return Ok(None);
    }
    let given = import.columns.iter().flatten();
    let map = given
        .filter(|of| of.path == file.path)
        .map(|of| &of.map)
        .next();
    look_at(context, &file.path, map)
}

fn preview(
    context: &Context<'_>,
    file: &SeenFile,
    outcome: FileOutcome,
    table: Option<TableRead>,
) -> FilePreview {
    let bank = outcome.bank.unwrap_or_default();
    let seen = outcome.seen;
    let problem_count = count(outcome.problems.len() as u64);
    let mut problems = outcome.problems;
    problems.truncate(PROBLEMS);
    FilePreview {
        path: file.path.clone(),
        name: name_of(&outcome.file, &file.path),
        what: what(context, &outcome.kind, outcome.format.as_deref()),
        kind: outcome.kind,
        format: outcome.format,
        refused: outcome.refused,
        added: outcome.added,
        changed: outcome.changed,
        duplicates: outcome.duplicates,
        skipped: outcome.skipped,
        statements: bank.statements,
        statement_count: bank.statement_count,
        statements_new: bank.statements_new,
        lines: bank.lines,
        money_in: bank.money_in,
        money_out: bank.money_out,
        invoices: seen.invoices,
        invoices_changed: seen.invoices_changed,
        open: seen.open,
        customers: seen.customers,
        customers_changed: seen.customers_changed,
        problems,
        problem_count,
        table,
    }
}

/// `november.xml`, or `facturen.zip/2026-0012.xml`.
fn name_of(file: &str, path: &str) -> String {
    let folder = std::path::Path::new(path).parent();
    let inside = folder.and_then(|folder| std::path::Path::new(file).strip_prefix(folder).ok());
    inside.map_or_else(
        || file.to_string(),
        |inside| inside.to_string_lossy().into_owned(),
    )
}

fn what(context: &Context<'_>, kind: &str, format: Option<&str>) -> String {
    let lang = context.lang;
    match kind {
        "bank_statement" => {
            let format = format.unwrap_or("camt");
            let short = format.get(..8).unwrap_or(format);
            say(
                lang,
                &format!("Bankafschrift ({short})"),
                &format!("Bank statement ({short})"),
            )
        }
        "e_invoice" => say(lang, "E-factuur (UBL)", "E-invoice (UBL)"),
        "open_items" => say(lang, "Lijst met openstaande posten", "List of open items"),
        _ => say(lang, "Niet te gebruiken", "Cannot be used"),
    }
}
