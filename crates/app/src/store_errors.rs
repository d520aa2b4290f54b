//! Errors of the other crates, as errors of the application.

use law::{Lang, LawError};
use store::StoreError;

use crate::catalogue::Code;
use crate::error::AppError;

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> AppError {
        let code = match &error {
            StoreError::WrongKey => Code::WrongKey,
            StoreError::WrongRecoveryCode => Code::WrongRecoveryCode,
            StoreError::MalformedRecoveryCode => Code::MalformedRecoveryCode,
            StoreError::Damaged { .. } => Code::Damaged,
            StoreError::ReadOnly => Code::ReadOnly,
            StoreError::DiskFull => Code::DiskFull,
            StoreError::NewerVersion { .. } => Code::NewerVersion,
            StoreError::InUse => Code::InUse,
            StoreError::NotAnAdministration => Code::NotAnAdministration,
            StoreError::AlreadyExists { .. } => Code::AlreadyExists,
            StoreError::AlreadySent { .. } => Code::AlreadySent,
            StoreError::AlreadyUndone { .. } => Code::AlreadyUndone,
            StoreError::LeftTheHouse { .. }
            | StoreError::NotUndoable { .. }
            | StoreError::BuiltUpon { .. } => Code::CannotUndo,
            StoreError::DateBeforeFacts { .. } => Code::DateBeforeFacts,
            StoreError::NotFound { what } => return not_found(what, &error),
            StoreError::Duplicate => Code::Duplicate,
            StoreError::LineBooked => Code::LineBooked,
            StoreError::OtherCustomer => Code::OtherCustomer,
            StoreError::AmountMismatch | StoreError::OutOfRange => Code::OutOfRange,
            StoreError::LetterState { .. } => Code::LetterState,
            StoreError::LetterWithdrawn { .. } => Code::LetterWithdrawn,
            StoreError::LetterStays { letter, why } => {
                let words = |lang| crate::run::why_words(*why, lang);
                return AppError::new(Code::LetterStays)
                    .with("letter", letter)
                    .with_words("why", words(Lang::Nl), words(Lang::En));
            }
            StoreError::Io(_) => Code::Io,
            _ => Code::Database,
        };
        let mut worded = AppError::new(code);
        if matches!(
            code,
            Code::Database | Code::Io | Code::Damaged | Code::OutOfRange
        ) {
            worded = worded.with("what", &error);
        }
        if code == Code::CannotUndo {
            let (nl, en) = match &error {
                StoreError::LeftTheHouse { .. } => {
                    ("het is de deur al uit", "it has left the house")
                }
                StoreError::BuiltUpon { .. } => (
                    "wat later is vastgelegd, bouwt hierop",
                    "what was entered later builds on it",
                ),
                _ => (
                    "zo'n vastlegging wordt niet teruggedraaid",
                    "an entry of this kind is not taken back",
                ),
            };
            worded = worded.with_words("why", nl, en);
        }
        if let StoreError::DateBeforeFacts { newest } = &error {
            return worded.with_day("latest", *newest);
        }
        for (name, value) in error.details() {
            worded = worded.with(name, value);
        }
        worded
    }
}

fn not_found(what: &store::Missing, error: &StoreError) -> AppError {
    use store::Missing;
    let (code, name) = match what {
        Missing::Customer => (Code::UnknownCustomer, "customer"),
        Missing::Invoice => (Code::UnknownInvoice, "invoice"),
        Missing::Letter => (Code::UnknownLetter, "letter"),
        Missing::Run => (Code::UnknownRun, "run"),
        Missing::File => (Code::UnknownFile, "file"),
        Missing::Fact | Missing::Allocation => (Code::UnknownFact, "id"),
        Missing::BankLine => (Code::UnknownLine, "line"),
        Missing::Path(path) => return AppError::new(Code::NotFound).with("path", path.display()),
        _ => (Code::Database, "what"),
    };
    let worded = AppError::new(code).with("what", error);
    if worded.params.contains_key(name) {
        worded
    } else {
        worded.with(name, "")
    }
}

impl From<LawError> for AppError {
    fn from(error: LawError) -> AppError {
        let mut worded = AppError::worded(error.code(), error.text(Lang::Nl), error.text(Lang::En));
        for (name, value) in error.details() {
            worded = worded.with(name, value);
        }
        worded
    }
}

impl From<documents::DocumentError> for AppError {
    fn from(error: documents::DocumentError) -> AppError {
        let (nl, en) = crate::letters::document_words(&error);
        AppError::new(Code::DocumentFailed).with_words("what", &nl, &en)
    }
}

impl From<documents::EmailError> for AppError {
    fn from(error: documents::EmailError) -> AppError {
        AppError::new(Code::DocumentFailed).with("what", error)
    }
}
