//! Files on their way into the books: bank lines wait in the database first, then everything is
//! booked in one transaction; in a trial that is taken back.

use std::path::{Path, PathBuf};

use exchange::open_items::Mapping;
use exchange::{Content, Format, ReadFile};
use store::Writer;

use super::staged::{FileRead, Staged};
use super::{Desk, FileOutcome, Import, SeenFile, Source, bank, e_invoice, open_items};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::read::walk;
use crate::session::{Context, shown};

/// Files larger than this are only read as a stream; no invoice or list is that large.
const LARGEST_WHOLE_FILE: u64 = 64 << 20;

/// A file on its way into the books.
enum Prepared {
    /// Bank lines that wait.
    Staged(Box<Staged>),
    /// A member of an archive.
    Member(Box<ReadFile>, String),
    /// A file that is read when its turn comes, so that one is in memory at a time.
    Whole(PathBuf),
    /// Refused already.
    Refused(Box<FileOutcome>),
}

/// Each path with what it gave. In a dry run everything is booked and taken back.
pub(crate) fn take_in(
    context: &mut Context<'_>,
    request: &Import,
) -> AppResult<Vec<(SeenFile, Vec<FileOutcome>)>> {
    let mapping = request.map.as_deref().map(read_mapping).transpose()?;
    let columns: Vec<(String, Mapping)> = request
        .columns
        .iter()
        .flatten()
        .map(|of| (of.path.clone(), of.map.to_mapping()))
        .collect();
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
        columns: &columns,
        seen: request.seen.as_deref().unwrap_or_default(),
        day: context.day(None),
        jobs: context.session.jobs(),
    };
    let mut prepared = Vec::new();
    let result = prepare(context, &desk, &paths, &mut prepared)
        .and_then(|()| book(context, &desk, &prepared));
    for (_, jobs) in &prepared {
        for job in jobs {
            if let Prepared::Staged(staged) = job {
                context.administration()?.drop_stage(staged.stage())?;
            }
        }
    }
    result
}

/// The files with what is to be done for each.
type Work = Vec<(SeenFile, Vec<Prepared>)>;

fn prepare(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    paths: &[PathBuf],
    prepared: &mut Work,
) -> AppResult<()> {
    for (done, path) in paths.iter().enumerate() {
        let running = desk.jobs.start("import", Some(paths.len()));
        running.step(done)?;
        let sha256 = crate::digest::sha256_of(path)?;
        desk.check_unchanged(path, &sha256)?;
        let seen = SeenFile {
            path: shown(path),
            sha256,
        };
        let jobs = prepare_file(context, desk, path, &seen.sha256)?;
        prepared.push((seen, jobs));
    }
    Ok(())
}

fn prepare_file(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    path: &Path,
    sha256: &str,
) -> AppResult<Vec<Prepared>> {
    let head = bank::head_of(path)?;
    if matches!(head, Format::Camt(_)) {
        return Ok(vec![match bank::stage_stream(context, desk, path)? {
            bank::Ready::Staged(staged) => Prepared::Staged(staged),
            bank::Ready::Refused(outcome) => Prepared::Refused(outcome),
        }]);
    }
    let size = std::fs::metadata(path)
        .map_err(|error| AppError::reading(path, &error))?
        .len();
    if size > LARGEST_WHOLE_FILE {
        let message = crate::words::say(
            desk.lang,
            "Dit bestand is te groot voor een factuur of lijst, en het is geen camt-afschrift.",
            "This file is too large for an invoice or list, and it is no camt statement.",
        );
        let outcome = FileOutcome::refuse(path, None, "too_large", message);
        return Ok(vec![Prepared::Refused(Box::new(outcome))]);
    }
    if head != Format::Zip {
        return Ok(vec![Prepared::Whole(path.to_path_buf())]);
    }
    let bytes = std::fs::read(path).map_err(|error| AppError::reading(path, &error))?;
    let members = {
        let reader = context.reader()?;
        let remembered = |fingerprint: &str| reader.csv_mapping(fingerprint).ok().flatten();
        exchange::read_with(&shown(path), &bytes, desk.mapping_of(path), &remembered)
    };
    let mut jobs = Vec::new();
    for member in members {
        jobs.push(match &member.content {
            Content::Statements(statements) => {
                let file = FileRead {
                    path: PathBuf::from(&member.name),
                    format: member.format.clone().unwrap_or_default(),
                    sha256: sha256.to_string(),
                    problems: member.problems.clone(),
                };
                let staged = bank::stage_statements(context, desk, file, statements)?;
                Prepared::Staged(Box::new(staged))
            }
            _ => Prepared::Member(Box::new(member), sha256.to_string()),
        });
    }
    Ok(jobs)
}

fn book(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    prepared: &Work,
) -> AppResult<Vec<(SeenFile, Vec<FileOutcome>)>> {
    let mut outcomes = Vec::new();
    let result = context.write(desk.day, |writer| {
        for (done, (seen, jobs)) in prepared.iter().enumerate() {
            let running = desk.jobs.start("import", Some(prepared.len()));
            running.step(done)?;
            drop(running);
            let mut of_file = Vec::new();
            for job in jobs {
                match job {
                    Prepared::Staged(staged) => of_file.push(staged.book(writer, desk)?),
                    Prepared::Member(file, sha256) => {
                        of_file.push(book_read(writer, desk, file, &file.bytes, sha256)?);
                    }
                    Prepared::Whole(path) => of_file.extend(book_whole(writer, desk, path, seen)?),
                    Prepared::Refused(outcome) => of_file.push(outcome.as_ref().clone()),
                }
            }
            outcomes.push((seen.clone(), of_file));
        }
        if desk.dry_run {
            // Nothing of a trial stays: an error takes everything back.
            return Err(AppError::from(Code::JobCancelled));
        }
        Ok(())
    });
    match result {
        Err(error) if !(desk.dry_run && outcomes.len() == prepared.len()) => Err(error),
        _ => {
            if desk.dry_run {
                for outcome in outcomes.iter_mut().flat_map(|(_, files)| files) {
                    outcome.id = None;
                }
            }
            Ok(outcomes)
        }
    }
}

fn book_whole(
    writer: &mut Writer<'_>,
    desk: &Desk<'_>,
    path: &Path,
    seen: &SeenFile,
) -> AppResult<Vec<FileOutcome>> {
    let bytes = std::fs::read(path).map_err(|error| AppError::reading(path, &error))?;
    let sha256 = crate::digest::sha256_hex(&bytes);
    if sha256 != seen.sha256 {
        return Err(AppError::new(Code::FileChanged).with("path", shown(path)));
    }
    let read = {
        let remembered = |fingerprint: &str| writer.csv_mapping(fingerprint).ok().flatten();
        exchange::read_with(&shown(path), &bytes, desk.mapping_of(path), &remembered)
    };
    read.iter()
        .map(|file| book_read(writer, desk, file, &bytes, &sha256))
        .collect()
}

fn read_mapping(path: &str) -> AppResult<Mapping> {
    let path = Path::new(path);
    let bytes = std::fs::read(path).map_err(|error| AppError::reading(path, &error))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        AppError::new(Code::BadJson)
            .with("path", path.display())
            .with("what", error)
    })
}

fn book_read(
    writer: &mut Writer<'_>,
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
        // A statement is put in the waiting table before; this one became one under our hands.
        Content::Statements(_) => Err(AppError::new(Code::FileChanged).with("path", &file.name)),
        Content::Invoice(invoice) => e_invoice::import(writer, desk, &source, invoice),
        Content::OpenItems(items) => open_items::import(writer, desk, &source, items),
    }
}
