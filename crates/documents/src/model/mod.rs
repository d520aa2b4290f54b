//! What a document is made from: plain data, no application types, everything already decided.
//!
//! The caller has done the law and the sums; nothing here adds, rounds or looks anything up,
//! except that the composer refuses figures that contradict each other.

mod claim;
mod letter;
mod party;
mod report;

pub use claim::{
    AnnouncedCosts, CalculationLine, CalculationSection, CalculationSheet, ClaimFigures,
};
pub use letter::{
    EarlierLetter, InvoiceKind, InvoiceRow, Letter, LetterKind, OnBehalfOf, PaymentDetails,
};
pub use party::{Addressee, Letterhead, Logo, PageSetup, Signatory, Window};
pub use report::{Align, Report, ReportBlock, ReportColumn};
