//! Problems in English.

use law::Lang;

use super::{ProblemKind, field_name, number_name, written_number as amount};

/// What is wrong, in a sentence.
pub(super) fn message(problem: &ProblemKind) -> String {
    use ProblemKind as P;
    match problem {
        P::CharsetWrong { declared } => {
            format!(
                "The file says it is {declared} but holds other characters. They were read as well as possible."
            )
        }
        P::ControlCharacters => "Unreadable control characters were left out.".to_owned(),
        P::UnescapedAmpersand => {
            "An ampersand is not written as XML asks; it was taken as it stands.".to_owned()
        }
        P::BalanceFails {
            account,
            expected,
            stated,
        } => format!(
            "Account {account}: the opening balance plus the entries makes {expected}, but the closing balance is {stated}. Entries may be missing.",
            expected = amount(expected, Lang::En),
            stated = amount(stated, Lang::En)
        ),
        P::BalanceUnreadable => {
            "A balance cannot be read; the statement cannot be checked.".to_owned()
        }
        P::DetailUnreadable => {
            "The amount of a part cannot be read. The entry itself counts.".to_owned()
        }
        P::BalanceCurrencies { account } => {
            format!(
                "Account {account}: the opening and closing balances are in different currencies."
            )
        }
        P::BalanceUnavailable { account } => format!(
            "Account {account}: without an opening and a closing balance it cannot be checked that the statement is complete."
        ),
        P::ChainGap {
            account,
            closing,
            opening,
        } => format!(
            "Account {account}: a statement ends at {closing} and the next begins at {opening}. A statement is missing.",
            closing = amount(closing, Lang::En),
            opening = amount(opening, Lang::En)
        ),
        P::StatementRepeated { account } => {
            format!(
                "Account {account}: the same statement stands in the file twice; the second does not count."
            )
        }
        P::SummaryDiffers { account } => {
            format!("Account {account}: the bank's own count differs from the entries in the file.")
        }
        P::DetailsDoNotAddUp { entry, details } => {
            format!(
                "The parts of this entry add up to {details}, the entry is {entry}. The entry counts.",
                entry = amount(entry, Lang::En),
                details = amount(details, Lang::En)
            )
        }
        P::BatchCountDiffers { stated, listed } => {
            format!("The bank states {stated} payments in this batch but lists {listed}.")
        }
        P::BatchTotalDiffers { stated, entry } => {
            format!(
                "The bank states {stated} as the total of this batch; {entry} was booked.",
                stated = amount(stated, Lang::En),
                entry = amount(entry, Lang::En)
            )
        }
        P::OtherCurrency { currency } => {
            format!("This amount is in {currency}; Standvast handles euro only.")
        }
        P::BadDate { value } => format!("“{value}” is not a date that exists."),
        P::DateMissing => "This entry has no date.".to_owned(),
        P::NegativeAmount => {
            "This amount has a minus sign beside its direction; both were followed.".to_owned()
        }
        P::InvoiceNumberMissing => "The invoice number is missing.".to_owned(),
        P::NameMissing => "The customer's name is missing.".to_owned(),
        P::DueDateMissing => {
            "The due date is missing; when it is imported, your usual payment term counts from the invoice date."
                .to_owned()
        }
        P::DueDateUnknown => {
            "The due date and the invoice date are missing. So the invoice stays open and is never late; fill in the due date in the list, now or for the next time."
                .to_owned()
        }
        P::DueDatesDiffer => "There are several due dates; the last was taken.".to_owned(),
        P::InvoiceDateMissing => "The invoice date is missing.".to_owned(),
        P::DueBeforeInvoice => "The due date lies before the invoice date.".to_owned(),
        P::CheckDigitsWrong { number, value } => {
            format!(
                "“{value}” is not a valid {}. It was kept; please check it.",
                number_name(number, Lang::En)
            )
        }
        P::AttachmentUnreadable => {
            "A document inside the invoice could not be unpacked.".to_owned()
        }
        P::AmountUnreadable { column, value } => {
            format!("Column “{column}”: “{value}” is not an amount. This row was left out.")
        }
        P::AmountAmbiguous { value } => {
            format!("“{value}” was read as thousands, not as decimals. Please check it.")
        }
        P::AmountRounded { value } => format!("“{value}” was rounded to whole cents."),
        P::MonthFirst { column, value } => format!(
            "Column “{column}”: “{value}” can only be read with the month first. The dates in this column were not taken; say how they must be read."
        ),
        P::NumberDamaged { value } => {
            format!(
                "“{value}” is a number that a spreadsheet has damaged; the real number can no longer be seen."
            )
        }
        P::NumberRestored { value, restored } => format!("“{value}” was read as {restored}."),
        P::InvoiceTwice { number } => {
            format!("Invoice {number} stands in the list more than once for this customer.")
        }
        P::TotalDiffers { stated, sum } => {
            format!("The total in the file is {stated}; the rows add up to {sum}.")
        }
        P::NameFromAbove { name } => format!("The name “{name}” was taken from a row above."),
        P::ColumnMissing { field } => format!(
            "No column was found for “{}”.",
            field_name(*field, Lang::En)
        ),
        P::OpenFromAmount => {
            "There is no column for the open amount; the invoiced amount was taken.".to_owned()
        }
        P::OpenFromAgeing => "The open amount was added up from the columns by age.".to_owned(),
        P::RowLength { found, expected } => {
            format!("This row has {found} fields instead of {expected}.")
        }
        P::QuoteNotClosed => {
            "A quotation mark is never closed; the file was read without quotation marks."
                .to_owned()
        }
        P::RowSkipped { text } => format!("Left out: “{text}”."),
        P::MappingDoesNotFit => {
            "The remembered columns do not fit this file; the columns were guessed again."
                .to_owned()
        }
    }
}
