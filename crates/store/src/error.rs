//! Everything that can go wrong with an administration, as one typed error with stable codes.

use std::path::PathBuf;

use chrono::NaiveDate;
use credit::{
    AllocationId, BankLineId, CustomerId, FactId, InvoiceId, LetterId, PaymentId, RunId, Step,
};

use crate::books::{FileId, LetterFileId, StageId, Stays};

/// Which part of an administration a damage was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `administration.db`.
    Database,
    /// `keys.json`.
    Keys,
    /// A backup file.
    Backup,
}

impl Part {
    /// The name in the details of an error.
    pub fn code(self) -> &'static str {
        match self {
            Part::Database => "database",
            Part::Keys => "keys",
            Part::Backup => "backup",
        }
    }
}

/// What a reference in a call failed to find, with the name by which it was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No customer of that id.
    Customer(CustomerId),
    /// No invoice of that id.
    Invoice(InvoiceId),
    /// No bank line of that id.
    BankLine(BankLineId),
    /// No payment of that id.
    Payment(PaymentId),
    /// No allocation of that id.
    Allocation(AllocationId),
    /// No letter of that id.
    Letter(LetterId),
    /// No run of that id.
    Run(RunId),
    /// No fact of that id.
    Fact(FactId),
    /// No file of that id kept with an invoice.
    File(FileId),
    /// No file of that id kept with a letter.
    LetterFile(LetterFileId),
    /// No staged import of that id.
    Stage(StageId),
    /// The creditor was not told yet.
    Creditor,
    /// No folder or file of that name.
    Path(PathBuf),
}

impl Missing {
    /// The name in the details of an error.
    pub fn code(&self) -> &'static str {
        match self {
            Missing::Customer(_) => "customer",
            Missing::Invoice(_) => "invoice",
            Missing::BankLine(_) => "bank_line",
            Missing::Payment(_) => "payment",
            Missing::Allocation(_) => "allocation",
            Missing::Letter(_) => "letter",
            Missing::Run(_) => "run",
            Missing::Fact(_) => "fact",
            Missing::File(_) => "file",
            Missing::LetterFile(_) => "letter_file",
            Missing::Stage(_) => "stage",
            Missing::Creditor => "creditor",
            Missing::Path(_) => "path",
        }
    }

    /// The name by which it was looked for; there is one creditor, so that has none.
    pub fn name(&self) -> Option<String> {
        Some(match self {
            Missing::Customer(id) => id.to_string(),
            Missing::Invoice(id) => id.to_string(),
            Missing::BankLine(id) => id.to_string(),
            Missing::Payment(id) => id.to_string(),
            Missing::Allocation(id) => id.to_string(),
            Missing::Letter(id) => id.to_string(),
            Missing::Run(id) => id.to_string(),
            Missing::Fact(id) => id.to_string(),
            Missing::File(FileId(id)) | Missing::LetterFile(LetterFileId(id)) => id.to_string(),
            Missing::Stage(StageId(id)) => id.to_string(),
            Missing::Path(path) => path.display().to_string(),
            Missing::Creditor => return None,
        })
    }
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())?;
        match self.name() {
            Some(name) => write!(f, " {name}"),
            None => Ok(()),
        }
    }
}

/// Why an administration could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The passphrase, or the key from the keychain, does not open this administration.
    #[error("the passphrase or key does not open this administration")]
    WrongKey,
    /// A well-formed recovery code of another administration, or an older one.
    #[error("the recovery code does not open this administration")]
    WrongRecoveryCode,
    /// A recovery code with a typing error: its check group does not fit.
    #[error("this is not a recovery code; check it for typing errors")]
    MalformedRecoveryCode,
    /// A file is damaged; the latest good backup has to be restored.
    #[error("the {} is damaged: restore the latest backup", part.code())]
    Damaged {
        /// Which part.
        part: Part,
    },
    /// The folder or file may not be written.
    #[error("the administration cannot be written: it is read-only")]
    ReadOnly,
    /// No room on the disk; nothing was changed.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// Made by a newer version of the program.
    #[error("this administration was made by a newer version of the program")]
    NewerVersion {
        /// The version that was found.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// Another window or program has it open.
    #[error("the administration is open elsewhere")]
    InUse,
    /// The folder or file is something else.
    #[error("this is not an administration")]
    NotAnAdministration,
    /// The target exists.
    #[error("{} exists already", path.display())]
    AlreadyExists {
        /// What exists.
        path: PathBuf,
    },
    /// Something that was referred to is not there.
    #[error("there is no {what}")]
    NotFound {
        /// What.
        what: Missing,
    },
    /// This step already exists for this invoice; it can never exist twice.
    #[error("invoice {invoice} already had this step")]
    AlreadySent {
        /// The invoice.
        invoice: InvoiceId,
        /// The step.
        step: Step,
    },
    /// A letter's state can only go forward.
    #[error("letter {letter} is already past that state")]
    LetterState {
        /// The letter.
        letter: LetterId,
    },
    /// A letter that left, or may have, is not taken back.
    #[error("letter {letter} is not taken back: {}", why.code())]
    LetterStays {
        /// The letter.
        letter: LetterId,
        /// Why.
        why: Stays,
    },
    /// The letter was taken back; nothing happens to it any more.
    #[error("letter {letter} was taken back")]
    LetterWithdrawn {
        /// The letter.
        letter: LetterId,
    },
    /// The fact, or what it holds, has left the house.
    #[error("fact {fact} has left the house and cannot be undone")]
    LeftTheHouse {
        /// The fact.
        fact: FactId,
    },
    /// Facts of this kind are not undone.
    #[error("fact {fact} is of a kind that cannot be undone")]
    NotUndoable {
        /// The fact.
        fact: FactId,
    },
    /// The fact was undone before.
    #[error("fact {fact} was already undone")]
    AlreadyUndone {
        /// The fact.
        fact: FactId,
        /// The fact that undid it.
        by: FactId,
    },
    /// Later facts build on it: these have to be undone first.
    #[error("later facts build on fact {fact}")]
    BuiltUpon {
        /// The fact.
        fact: FactId,
        /// The facts that build on it, oldest first.
        by: Vec<FactId>,
    },
    /// The bank line is booked or dismissed already.
    #[error("the bank line is booked already")]
    LineBooked,
    /// Parts do not add up, or more was put to invoices than there is money.
    #[error("the parts do not add up to the amount")]
    AmountMismatch,
    /// A payment of one customer cannot be put to an invoice of another.
    #[error("the invoice belongs to another customer")]
    OtherCustomer,
    /// Two customers with the same number, two invoices with the same number of one customer, …
    #[error("there is one like that already")]
    Duplicate,
    /// Both customers carry an invoice of the same number with things built on it.
    #[error("both customers have things booked on invoices with the same number")]
    MergeConflict {
        /// The numbers.
        invoices: Vec<String>,
    },
    /// An amount or a date beyond what the program accepts.
    #[error("a value is beyond what the program accepts")]
    OutOfRange,
    /// A run or a fact before the newest letter that left.
    #[error("the day is before the newest fact that left the house")]
    DateBeforeFacts {
        /// Day of that fact.
        newest: NaiveDate,
    },
    /// The computer's random numbers, or key derivation, failed.
    #[error("the cryptography of this computer failed")]
    Crypto,
    /// A stored record could not be read back.
    #[error("a stored record cannot be read: {0}")]
    Record(#[from] serde_json::Error),
    /// The database refused.
    #[error("the database refused: {0}")]
    Database(rusqlite::Error),
    /// The file system refused.
    #[error("the file system refused: {0}")]
    Io(std::io::Error),
}

impl StoreError {
    /// The stable code on which a user interface switches.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::WrongKey => "wrong_key",
            StoreError::WrongRecoveryCode => "wrong_recovery_code",
            StoreError::MalformedRecoveryCode => "malformed_recovery_code",
            StoreError::Damaged { .. } => "damaged",
            StoreError::ReadOnly => "read_only",
            StoreError::DiskFull => "disk_full",
            StoreError::NewerVersion { .. } => "newer_version",
            StoreError::InUse => "in_use",
            StoreError::NotAnAdministration => "not_an_administration",
            StoreError::AlreadyExists { .. } => "already_exists",
            StoreError::NotFound { .. } => "not_found",
            StoreError::AlreadySent { .. } => "already_sent",
            StoreError::LetterState { .. } => "letter_state",
            StoreError::LetterStays { .. } => "letter_stays",
            StoreError::LetterWithdrawn { .. } => "letter_withdrawn",
            StoreError::LeftTheHouse { .. } => "left_the_house",
            StoreError::NotUndoable { .. } => "not_undoable",
            StoreError::AlreadyUndone { .. } => "already_undone",
            StoreError::BuiltUpon { .. } => "built_upon",
            StoreError::LineBooked => "line_booked",
            StoreError::AmountMismatch => "amount_mismatch",
            StoreError::OtherCustomer => "other_customer",
            StoreError::Duplicate => "duplicate",
            StoreError::MergeConflict { .. } => "merge_conflict",
            StoreError::OutOfRange => "out_of_range",
            StoreError::DateBeforeFacts { .. } => "date_before_facts",
            StoreError::Crypto => "crypto",
            StoreError::Record(_) => "record",
            StoreError::Database(_) => "database",
            StoreError::Io(_) => "io",
        }
    }

    /// The codes of all variants, for the list of errors in the documentation.
    pub const CODES: &'static [&'static str] = &[
        "wrong_key",
        "wrong_recovery_code",
        "malformed_recovery_code",
        "damaged",
        "read_only",
        "disk_full",
        "newer_version",
        "in_use",
        "not_an_administration",
        "already_exists",
        "not_found",
        "already_sent",
        "letter_state",
        "letter_stays",
        "letter_withdrawn",
        "left_the_house",
        "not_undoable",
        "already_undone",
        "built_upon",
        "line_booked",
        "amount_mismatch",
        "other_customer",
        "duplicate",
        "merge_conflict",
        "out_of_range",
        "date_before_facts",
        "crypto",
        "record",
        "database",
        "io",
    ];

    /// The parameters of the error, by name, as text.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            StoreError::Damaged { part } => vec![("part", part.code().to_owned())],
            StoreError::NewerVersion { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            StoreError::AlreadyExists { path } => vec![("path", path.display().to_string())],
            StoreError::NotFound { what } => {
                let name = match what {
                    Missing::Path(_) => "path",
                    _ => "id",
                };
                let mut details = vec![("what", what.code().to_owned())];
                details.extend(what.name().map(|text| (name, text)));
                details
            }
            StoreError::AlreadySent { invoice, step } => {
                vec![
                    ("invoice", invoice.to_string()),
                    ("step", step.code().to_owned()),
                ]
            }
            StoreError::LetterState { letter } | StoreError::LetterWithdrawn { letter } => {
                vec![("letter", letter.to_string())]
            }
            StoreError::LetterStays { letter, why } => {
                vec![
                    ("letter", letter.to_string()),
                    ("why", why.code().to_owned()),
                ]
            }
            StoreError::LeftTheHouse { fact } | StoreError::NotUndoable { fact } => {
                vec![("fact", fact.to_string())]
            }
            StoreError::AlreadyUndone { fact, by } => {
                vec![("fact", fact.to_string()), ("by", by.to_string())]
            }
            StoreError::BuiltUpon { fact, by } => {
                vec![("fact", fact.to_string()), ("by", listed(by))]
            }
            StoreError::MergeConflict { invoices } => vec![("invoices", invoices.join(", "))],
            StoreError::DateBeforeFacts { newest } => vec![("newest", newest.to_string())],
            _ => Vec::new(),
        }
    }
}

fn listed(facts: &[FactId]) -> String {
    facts
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Shorthand for a missing thing.
pub(crate) fn missing(what: Missing) -> StoreError {
    StoreError::NotFound { what }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> StoreError {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreError::ReadOnly,
            _ => StoreError::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        use rusqlite::ErrorCode;
        let Some(code) = error.sqlite_error_code() else {
            return StoreError::Database(error);
        };
        match code {
            // The key is proven before the first read, so that unreadable pages mean damage.
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => StoreError::Damaged {
                part: Part::Database,
            },
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => StoreError::ReadOnly,
            ErrorCode::DiskFull => StoreError::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::InUse,
            ErrorCode::ConstraintViolation => match error.sqlite_error() {
                Some(inner) if inner.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE => {
                    StoreError::Duplicate
                }
                Some(inner) if inner.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_CHECK => {
                    StoreError::OutOfRange
                }
                _ => StoreError::Database(error),
            },
            _ => StoreError::Database(error),
        }
    }
}

/// The result of everything in this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
