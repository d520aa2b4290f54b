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

impl AppError {
    /// What the store said about a file or folder that was named to it.
    pub(crate) fn of_store(path: &std::path::Path, error: StoreError) -> AppError {
        match &error {
            StoreError::Io(io) => AppError::io(path, io),
            _ => AppError::from(error).with("path", path.display()),
        }
    }
}

fn not_found(what: &store::Missing, error: &StoreError) -> AppError {
    use store::Missing;
    match what {
        Missing::Customer(id) => AppError::new(Code::UnknownCustomer).with("customer", id),
        Missing::Invoice(id) => {
            AppError::new(Code::UnknownInvoice).with("invoice", crate::find::invoice_id(*id))
        }
        Missing::Letter(id) => AppError::new(Code::UnknownLetter).with("letter", id),
        Missing::Run(id) => AppError::new(Code::UnknownRun).with("run", id),
        Missing::File(id) => AppError::new(Code::UnknownFile).with("file", id.0),
        Missing::Fact(id) => AppError::new(Code::UnknownFact).with("id", id),
        Missing::Allocation(id) => AppError::new(Code::UnknownFact).with("id", id),
        Missing::BankLine(id) => AppError::new(Code::UnknownLine).with("line", id),
        Missing::Path(path) => AppError::new(Code::NotFound).with("path", path.display()),
        Missing::Payment(_) | Missing::LetterFile(_) | Missing::Stage(_) | Missing::Creditor => {
            AppError::new(Code::Database).with("what", error)
        }
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

#[cfg(test)]
mod tests {
    use credit::{AllocationId, BankLineId, CustomerId, FactId, InvoiceId, LetterId, RunId};
    use store::{FileId, Missing};

    use super::*;

    #[test]
    fn what_is_not_there_is_named() {
        let cases = [
            (
                Missing::Customer(CustomerId(17)),
                "unknown_customer",
                "K-17",
            ),
            (Missing::Invoice(InvoiceId(17)), "unknown_invoice", "id:17"),
            (Missing::BankLine(BankLineId(17)), "unknown_line", "L-17"),
            (
                Missing::Allocation(AllocationId(17)),
                "unknown_fact",
                "A-17",
            ),
            (Missing::Letter(LetterId(17)), "unknown_letter", "B-17"),
            (Missing::Run(RunId(17)), "unknown_run", "R-17"),
            (Missing::Fact(FactId(17)), "unknown_fact", "F-17"),
            (Missing::File(FileId(17)), "unknown_file", "17"),
            (Missing::Path("/nergens".into()), "not_found", "/nergens"),
            (Missing::Payment(credit::PaymentId(17)), "database", "P-17"),
            (Missing::Creditor, "database", "creditor"),
        ];
        for (what, code, name) in cases {
            let error = AppError::from(StoreError::NotFound { what });
            for lang in [Lang::Nl, Lang::En] {
                let shown = error.to_api(lang);
                assert_eq!(shown.code, code);
                assert!(
                    shown.message.contains(name),
                    "a sentence without its name helps nobody: {}",
                    shown.message
                );
            }
        }
    }
}
