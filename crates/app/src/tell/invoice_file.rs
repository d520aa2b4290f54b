//! Files kept with invoices: added by hand, and saved again.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use store::{FileId, NewFile};
use ts_rs::TS;

use super::Done;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::whole_file::{SavedFile, write_whole};

/// The largest file that is kept; more is no invoice but a film.
const LARGEST: u64 = 32 * 1024 * 1024;

/// A file to keep with an invoice.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct InvoiceFileAdd {
    /// The invoice.
    pub invoice: String,
    /// The file.
    pub file: String,
}

/// Keeps a file with an invoice.
///
/// # Errors
/// `unknown_invoice`, `not_found`, `file_empty`, `file_too_large`, `file_not_pdf`, `file_kept` when the same bytes
/// are there already.
pub fn invoice_file_add(context: &mut Context<'_>, request: InvoiceFileAdd) -> AppResult<Done> {
    let invoice = find::invoice(&context.reader()?, &request.invoice)?;
    let file = read_file(Path::new(&request.file))?;
    let day = context.day(None);
    let (_, fact) = context.write(day, |writer| Ok(writer.attach_file(invoice.id, &file)?))?;
    let fact = fact.ok_or_else(|| {
        AppError::new(Code::FileKept)
            .with("file", &file.name)
            .with("invoice", &invoice.number)
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{} is bij factuur {} bewaard.", file.name, invoice.number),
        format!("{} is kept with invoice {}.", file.name, invoice.number),
    ))
}

fn read_file(path: &Path) -> AppResult<NewFile> {
    let failed = |error: std::io::Error| AppError::reading(path, &error);
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let meta = std::fs::metadata(path).map_err(failed)?;
    if meta.len() > LARGEST {
        return Err(AppError::new(Code::FileTooLarge)
            .with("file", name)
            .with("limit", LARGEST / 1024 / 1024));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    if bytes.is_empty() {
        return Err(AppError::new(Code::FileEmpty).with("file", name));
    }
    let media_type = media_type(&bytes);
    if name.to_lowercase().ends_with(".pdf") && media_type != "application/pdf" {
        return Err(AppError::new(Code::FileNotPdf).with("file", name));
    }
    Ok(NewFile {
        media_type: media_type.to_string(),
        name,
        bytes,
    })
}

/// By what the bytes are, not by what the name says.
fn media_type(bytes: &[u8]) -> &'static str {
    let text = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => "application/pdf",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [b'P', b'K', 3, 4, ..] => "application/zip",
        _ if String::from_utf8_lossy(text)
            .trim_start_matches('\u{FEFF}')
            .trim_start()
            .starts_with('<') =>
        {
            "application/xml"
        }
        _ => "application/octet-stream",
    }
}

/// The id of a kept file.
///
/// # Errors
/// `unknown_file`.
pub(crate) fn file_id(text: &str) -> AppResult<FileId> {
    let unknown = |_| AppError::new(Code::UnknownFile).with("file", text);
    text.trim().parse().map(FileId).map_err(unknown)
}

/// A kept file to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct InvoiceFileSave {
    /// The file's id.
    pub file: String,
    /// The file to write.
    pub out: String,
}

/// Saves a file that was kept with an invoice, as it was.
///
/// # Errors
/// `unknown_file`, `read_only`, `disk_full`.
pub fn invoice_file_save(
    context: &mut Context<'_>,
    request: InvoiceFileSave,
) -> AppResult<SavedFile> {
    let unknown = || AppError::new(Code::UnknownFile).with("file", &request.file);
    let id = file_id(&request.file)?;
    let bytes = context
        .reader()?
        .file_bytes(id)
        .map_err(|error| match error {
            store::StoreError::NotFound { .. } => unknown(),
            other => other.into(),
        })?;
    write_whole(&PathBuf::from(&request.out), &bytes)
}
