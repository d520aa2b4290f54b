//! The books: one file per concept, with what is read and what is written.

mod account;
mod bank;
pub(crate) mod caches;
mod creditor;
mod customer;
mod customer_list;
mod export;
mod import;
mod invoice;
mod invoice_file;
mod letter;
mod matching;
pub(crate) mod merge;
mod outbox;
mod payment;
mod remembered;
mod setting;
mod stage;
mod stage_identity;
mod told;
mod told_rows;

pub use account::Accounts;
pub use bank::Statement;
pub use customer::CustomerKey;
pub use customer_list::{CustomerPage, CustomerQuery, CustomerSort};
pub use import::{Import, ImportCounts, ImportOutcome, ImportRows, NewImport};
pub use invoice_file::{FileId, FileInfo, NewFile};
pub use letter::{LetterFileId, LetterFileInfo, LetterFileKind, LetterProof, PendingLetter, Run};
pub use matching::{MatchCustomer, OpenInvoice};
pub use outbox::{Approved, NewLetter, NewLetterFile, NewRun, OpenRun};
pub use payment::NewPayment;
pub use remembered::Template;
pub(crate) use setting::RestoredState;
pub(crate) use stage::clear_abandoned;
pub use stage::{NewLine, NewStatement, StageCounts, StageId, StatementIndex};
