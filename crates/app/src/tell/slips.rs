//! What nobody means: a day of another century, more VAT than the amount, a book pasted as a reason.
//!
//! Each is a slip of the keys, and would stand in letters, dossiers and interest. None is a rule of
//! law: who really means it is asked to look again, and no sum depends on it.

use chrono::{Months, NaiveDate};
use law::Cents;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};

/// Longest line: a name, a number, a line of an address.
const LINE: usize = 200;
/// Longest reason.
pub(super) const REASON: usize = 1000;
/// Longest note.
pub(super) const NOTE: usize = 5000;

/// Furthest back that something can have happened.
const YEARS_BACK: u32 = 20;
/// Furthest ahead that an invoice can be dated or due.
pub(super) const INVOICE_AHEAD: u32 = 2;
/// Furthest ahead that a pause can last.
pub(super) const PAUSE_AHEAD: u32 = 5;

/// The fields of a request in which something cannot be meant.
pub(super) struct Slips {
    today: NaiveDate,
    error: AppError,
}

impl Slips {
    pub(super) fn new(today: NaiveDate) -> Slips {
        Slips {
            today,
            error: AppError::new(Code::InvalidFields),
        }
    }

    /// Notes a field where this holds.
    pub(super) fn when(mut self, wrong: bool, field: &str, code: Code) -> Slips {
        if wrong {
            self.error = self.error.field(field, code);
        }
        self
    }

    /// A line of some words.
    pub(super) fn line(self, field: &str, text: &str) -> Slips {
        let long = text.trim().chars().count() > LINE;
        self.when(long, field, Code::FieldTooLong)
    }

    /// A day on which something happened.
    pub(super) fn happened(self, field: &str, day: NaiveDate) -> Slips {
        let first = self.today.checked_sub_months(Months::new(12 * YEARS_BACK));
        let long_ago = first.is_some_and(|first| day < first);
        self.when(long_ago, field, Code::FieldLongAgo)
    }

    /// A day at most so many years ahead.
    pub(super) fn ahead(self, field: &str, day: NaiveDate, years: u32) -> Slips {
        let last = self.today.checked_add_months(Months::new(12 * years));
        let far = last.is_some_and(|last| day > last);
        self.when(far, field, Code::FieldFarAhead)
    }

    /// VAT that is a part of an amount: of its sign, and less.
    pub(super) fn vat(self, field: &str, vat: Cents, amount: Cents) -> Slips {
        let part = vat.is_zero()
            || vat.is_negative() == amount.is_negative() && vat.0.abs() < amount.0.abs();
        self.when(!part, field, Code::FieldVat)
    }

    /// # Errors
    /// `invalid_fields`, with every field that was noted.
    pub(super) fn check(self) -> AppResult<()> {
        if self.error.fields.is_empty() {
            return Ok(());
        }
        Err(self.error)
    }
}
