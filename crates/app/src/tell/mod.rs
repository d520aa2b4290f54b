//! What the user tells the program: plain records, each one fact, each with its undo.

mod agreements;
mod configure;
mod customer;
mod invoice;
mod invoice_file;
mod loose;
mod money;
mod set_off;
mod slips;
mod undo;

pub use agreements::{
    DisputeRequest, HoldRequest, InsolvencyRequest, NoteRequest, PromiseRequest, dispute, hold,
    insolvency, note, promise,
};
pub use configure::{Configure, SettingLimit, SettingsView, configure, settings};
pub use customer::{SetCustomer, set_customer};
pub use invoice::{InvoiceAdd, invoice_add};
pub(crate) use invoice_file::file_id;
pub use invoice_file::{InvoiceFileAdd, InvoiceFileSave, invoice_file_add, invoice_file_save};
pub use loose::{Allocate, Dismiss, MergeCustomers, allocate, dismiss, merge_customers};
pub use money::{Pay, Waive, WriteOffRequest, pay, waive, write_off};
pub use set_off::{CreditSetOff, SetOffOutcome, credit_set_off, credit_set_off_preview};
pub(crate) use undo::fact_range;
pub use undo::{Undo, undo};

use credit::FactId;
use law::Lang;
use serde::Serialize;
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};

/// Something was recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Done {
    /// The fact; what `undo` takes.
    pub id: String,
    /// What was done, in words.
    pub done: String,
}

impl Done {
    /// The fact, with words in the caller's language.
    pub(crate) fn new(fact: FactId, lang: Lang, nl: String, en: String) -> Done {
        let done = match lang {
            Lang::Nl => nl,
            Lang::En => en,
        };
        // What the user wrote may have brought its own full stop.
        let doubled = done.ends_with("..") && !done.ends_with("...");
        Done {
            id: fact.to_string(),
            done: match done.strip_suffix('.') {
                Some(once) if doubled => once.to_string(),
                _ => done,
            },
        }
    }
}

/// A reason that says something, and is not a book.
pub(crate) fn reason(text: &str) -> AppResult<String> {
    said("reason", text, slips::REASON)
}

/// Words that say something, of at most so many characters.
fn said(field: &str, text: &str, most: usize) -> AppResult<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Code::ReasonNeeded.into());
    }
    if text.chars().count() > most {
        return Err(AppError::new(Code::InvalidFields).field(field, Code::FieldTooLong));
    }
    Ok(text.to_string())
}
