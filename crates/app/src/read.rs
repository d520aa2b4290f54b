//! What Standvast understands of files. Writes nothing.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::error::{AppError, AppResult};
use crate::session::{Context, shown};

/// Which files.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Read {
    /// Files; folders are walked.
    pub files: Vec<String>,
}

/// What was understood: an element for each file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReadReport {
    /// As `standvast read` prints it.
    #[ts(type = "Record<string, unknown>[]")]
    pub files: Vec<Value>,
}

/// Reads files.
///
/// # Errors
/// `not_found`, `io` for a path that cannot be read. A file that is refused is an answer.
pub fn read(context: &mut Context<'_>, request: Read) -> AppResult<ReadReport> {
    let mut files = Vec::new();
    for path in walk(&request.files)? {
        let bytes = std::fs::read(&path).map_err(|error| AppError::reading(&path, &error))?;
        let reports = exchange::read_report(&shown(&path), &bytes, context.lang);
        for report in reports {
            files.push(serde_json::to_value(report).map_err(|error| {
                AppError::new(crate::catalogue::Code::Internal).with("what", error)
            })?);
        }
    }
    Ok(ReadReport { files })
}

/// The files that paths name, folders walked, in a stable order.
///
/// # Errors
/// `not_found`, `io`.
pub(crate) fn walk(paths: &[String]) -> AppResult<Vec<std::path::PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        collect(Path::new(path), &mut files)?;
    }
    Ok(files)
}

fn collect(path: &Path, files: &mut Vec<std::path::PathBuf>) -> AppResult<()> {
    let meta = std::fs::metadata(path).map_err(|error| AppError::reading(path, &error))?;
    if !meta.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let mut inside: Vec<std::path::PathBuf> = std::fs::read_dir(path)
        .and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.path()))
                .collect()
        })
        .map_err(|error| AppError::reading(path, &error))?;
    inside.sort();
    for entry in inside {
        let hidden = entry
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // An administration beside the files is not a file to read.
        let ours = entry.extension().is_some_and(|end| end == "standvast");
        if !hidden && !ours {
            collect(&entry, files)?;
        }
    }
    Ok(())
}
