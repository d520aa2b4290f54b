//! Any file in, what it holds out. One table says which reader serves which format.

use crate::archive;
use crate::camt;
use crate::format::{Format, Kind};
use crate::invoice::Invoice;
use crate::open_items::{self, Mapping, OpenItems};
use crate::problem::Problem;
use crate::recognise::recognise;
use crate::refusal::Refusal;
use crate::statement::Statement;
use crate::ubl;

/// One file that was read, or one member of an archive.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    /// The name; for a member of an archive `archive.zip/member.xml`.
    pub name: String,
    /// The name of the format, where it is known.
    pub format: Option<String>,
    /// What it holds.
    pub content: Content,
    /// Everything that was wrong.
    pub problems: Vec<Problem>,
    /// The bytes of an invoice inside an archive; empty for a file by itself.
    pub bytes: Vec<u8>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Bank statements.
    Statements(Vec<Statement>),
    /// One electronic invoice.
    Invoice(Box<Invoice>),
    /// A list of open items.
    OpenItems(Box<OpenItems>),
    /// Nothing; the reason.
    Refused(Refusal),
}

impl ReadFile {
    /// What the file is good for.
    pub fn kind(&self) -> Kind {
        match &self.content {
            Content::Statements(_) => Kind::BankStatement,
            Content::Invoice(_) => Kind::EInvoice,
            Content::OpenItems(_) => Kind::OpenItems,
            Content::Refused(_) => Kind::Refused,
        }
    }
}

/// What a reader gives: the format as the whole file shows it, the content and the problems.
type Outcome = Result<(Option<String>, Content, Vec<Problem>), Refusal>;

/// Finds the mapping that was made for a list with these headers before.
pub type Mappings<'m> = dyn Fn(&str) -> Option<Mapping> + 'm;

/// Reads any file; an archive is opened and each of its members answered. Columns are guessed.
pub fn read(name: &str, bytes: &[u8]) -> Vec<ReadFile> {
    read_with(name, bytes, None, &|_| None)
}

/// As [`read()`], with a mapping that a person made for this file, and with the mappings that are
/// remembered under the [`open_items::fingerprint`] of a list's headers.
pub fn read_with(
    name: &str,
    bytes: &[u8],
    mapping: Option<&Mapping>,
    remembered: &Mappings<'_>,
) -> Vec<ReadFile> {
    let format = recognise(bytes, name).format;
    if format != Format::Zip {
        return vec![read_one(name, bytes, &format, mapping, remembered)];
    }
    let members = match archive::open(bytes) {
        Ok(members) => members,
        Err(refusal) => return vec![refused(name, &format, refusal)],
    };
    let mut files = Vec::new();
    for member in members {
        let name = format!("{name}/{}", member.name);
        files.push(match member.content {
            Ok(bytes) => match recognise(&bytes, &name).format {
                Format::Zip => refused(&name, &Format::Zip, Refusal::NestedArchive),
                inner => {
                    let mut file = read_one(&name, &bytes, &inner, mapping, remembered);
                    if matches!(file.content, Content::Invoice(_)) {
                        file.bytes = bytes;
                    }
                    file
                }
            },
            Err(refusal) => refused(&name, &Format::Unknown, refusal),
        });
    }
    if files.is_empty() {
        files.push(refused(name, &format, Refusal::EmptyArchive));
    }
    files
}

/// The dispatch: a new format is one line here, one module with its reader, and one line less in
/// [`crate::Recognised::refusal`].
fn read_one(
    name: &str,
    bytes: &[u8],
    format: &Format,
    mapping: Option<&Mapping>,
    remembered: &Mappings<'_>,
) -> ReadFile {
    let outcome = match format {
        Format::Camt(_) => statements(bytes),
        Format::Ubl => invoice(bytes),
        Format::OpenItemsCsv => list(bytes, mapping, remembered),
        // A person who says which column is which knows more than the headers show.
        Format::Unknown | Format::CustomersCsv if mapping.is_some() => {
            list(bytes, mapping, remembered)
        }
        Format::Unknown | Format::CustomersCsv => match known_table(bytes, remembered) {
            Some(mapping) => list(bytes, Some(&mapping), remembered),
            None => Err(refusal(name, bytes)),
        },
        _ => Err(refusal(name, bytes)),
    };
    match outcome {
        Ok((precise, content, problems)) => {
            let format = precise.or_else(|| format.name().map(|name| name.into_owned()));
            ReadFile {
                name: name.to_owned(),
                format,
                content,
                problems,
                bytes: Vec::new(),
            }
        }
        Err(refusal) => refused(name, format, refusal),
    }
}

fn refusal(name: &str, bytes: &[u8]) -> Refusal {
    recognise(bytes, name)
        .refusal()
        .unwrap_or(Refusal::UnknownFormat { root: None })
}

/// The mapping of a table whose columns a person pointed out before, although their names say
/// nothing by themselves.
fn known_table(bytes: &[u8], remembered: &Mappings<'_>) -> Option<Mapping> {
    let look = open_items::look(bytes, None)?;
    remembered(&look.mapping.fingerprint)
}

fn refused(name: &str, format: &Format, refusal: Refusal) -> ReadFile {
    let format = format.name().map(|name| name.into_owned());
    ReadFile {
        name: name.to_owned(),
        format,
        content: Content::Refused(refusal),
        problems: Vec::new(),
        bytes: Vec::new(),
    }
}

fn statements(bytes: &[u8]) -> Outcome {
    let (version, statements, problems) = camt::read_all(bytes)?;
    Ok((Some(version), Content::Statements(statements), problems))
}

fn invoice(bytes: &[u8]) -> Outcome {
    let (invoice, problems) = ubl::read(bytes)?;
    Ok((None, Content::Invoice(Box::new(invoice)), problems))
}

fn list(bytes: &[u8], mapping: Option<&Mapping>, remembered: &Mappings<'_>) -> Outcome {
    let mut items = open_items::read(bytes, mapping)?;
    if mapping.is_none()
        && let Some(known) = remembered(&items.mapping.fingerprint)
    {
        items = open_items::read(bytes, Some(&known))?;
    }
    let problems = items.problems.clone();
    let format = Format::OpenItemsCsv.name().map(|name| name.into_owned());
    Ok((format, Content::OpenItems(Box::new(items)), problems))
}
