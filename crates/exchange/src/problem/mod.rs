//! What was wrong with a file that could be read, each with its line where one is known.

mod dutch;
mod english;

use law::{Cents, Lang};
use serde::Serialize;

use crate::open_items::Field;

/// Something the user should know about a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is, with its particulars.
    pub kind: ProblemKind,
    /// The line in the file, counted from 1.
    pub line: Option<u64>,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The data stands; the user should look.
    Warning,
    /// Something is missing or could not be taken over.
    Error,
}

/// The kinds of problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// The file's characters are in another encoding than it declares.
    CharsetWrong {
        /// What the file declares.
        declared: String,
    },
    /// Control characters were left out.
    ControlCharacters,
    /// An ampersand that is not written as XML asks; it was taken as it stands.
    UnescapedAmpersand,
    /// Opening plus entries does not make closing.
    BalanceFails {
        /// The account.
        account: String,
        /// What closing should be.
        expected: String,
        /// What the file states.
        stated: String,
    },
    /// A balance that cannot be read, so that the statement cannot be checked.
    BalanceUnreadable,
    /// The amount of a transaction under an entry that cannot be read; the entry stands.
    DetailUnreadable,
    /// The balances are in different currencies.
    BalanceCurrencies {
        /// The account.
        account: String,
    },
    /// The file lacks a balance, so that the statement cannot be checked.
    BalanceUnavailable {
        /// The account.
        account: String,
    },
    /// The closing balance of a statement is not the opening balance of the next: one is missing.
    ChainGap {
        /// The account.
        account: String,
        /// Where the earlier statement ends.
        closing: String,
        /// Where the next begins.
        opening: String,
    },
    /// The same statement stands in the file twice; the second was left out.
    StatementRepeated {
        /// The account.
        account: String,
    },
    /// The bank's own count or sum differs from the entries.
    SummaryDiffers {
        /// The account.
        account: String,
    },
    /// The transactions under an entry do not add up to it; the entry stands.
    DetailsDoNotAddUp {
        /// The entry.
        entry: String,
        /// The sum of its details.
        details: String,
    },
    /// The bank states another number of transactions in a batch than it lists.
    BatchCountDiffers {
        /// What it states.
        stated: u64,
        /// What it lists.
        listed: u64,
    },
    /// The bank states another total of a batch than the entry has.
    BatchTotalDiffers {
        /// What it states.
        stated: String,
        /// The entry.
        entry: String,
    },
    /// An entry in another currency than euro.
    OtherCurrency {
        /// The currency.
        currency: String,
    },
    /// A date that does not exist or is no date.
    BadDate {
        /// What stands there.
        value: String,
    },
    /// An entry without a date.
    DateMissing,
    /// An amount written with a minus sign where the direction says it already.
    NegativeAmount,
    /// An invoice without a number.
    InvoiceNumberMissing,
    /// No customer's name.
    NameMissing,
    /// No due date: the usual payment term stands in for it.
    DueDateMissing,
    /// Neither a due date nor an invoice date in a row: the invoice is open, and never late.
    DueDateUnknown,
    /// Several due dates; the last was taken.
    DueDatesDiffer,
    /// No invoice date.
    InvoiceDateMissing,
    /// A due date before the invoice date.
    DueBeforeInvoice,
    /// A number whose check digits are wrong; it was kept.
    CheckDigitsWrong {
        /// What it should be: `iban`, `vat`, `kvk` or `oin`.
        number: String,
        /// What stands there.
        value: String,
    },
    /// A document inside an invoice that cannot be unpacked.
    AttachmentUnreadable,
    /// An amount that cannot be read; the row was left out.
    AmountUnreadable {
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// An amount in which the dot or comma can mean two things; it was taken as thousands.
    AmountAmbiguous {
        /// What stands there.
        value: String,
    },
    /// An amount finer than a cent, rounded to the cent.
    AmountRounded {
        /// What stands there.
        value: String,
    },
    /// Dates that can only be read with the month first: the column was not read.
    MonthFirst {
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// A number that a spreadsheet has changed beyond repair.
    NumberDamaged {
        /// What stands there.
        value: String,
    },
    /// A number that a spreadsheet has changed and that could be restored.
    NumberRestored {
        /// What stands there.
        value: String,
        /// What it was taken for.
        restored: String,
    },
    /// An invoice number that stands in the list more than once for the same customer.
    InvoiceTwice {
        /// The number.
        number: String,
    },
    /// The total in the file is not the sum of its rows.
    TotalDiffers {
        /// What the file states.
        stated: Cents,
        /// The sum of the rows above it.
        sum: Cents,
    },
    /// The name was taken from a row above.
    NameFromAbove {
        /// The name.
        name: String,
    },
    /// A required field for which no column was found.
    ColumnMissing {
        /// The field.
        field: Field,
    },
    /// There is no column for what is open, so the invoiced amount was taken.
    OpenFromAmount,
    /// What is open was added up from the columns by age.
    OpenFromAgeing,
    /// A row that has fewer or more fields than the headers.
    RowLength {
        /// Fields in the row.
        found: u64,
        /// Fields in the header.
        expected: u64,
    },
    /// A quotation mark that is never closed; the file was read without quotation marks.
    QuoteNotClosed,
    /// A row that was left out, and what it holds.
    RowSkipped {
        /// The start of the row.
        text: String,
    },
    /// The remembered mapping does not fit this file; the columns were guessed again.
    MappingDoesNotFit,
}

impl Problem {
    /// A problem on a line.
    pub fn at(line: u64, kind: ProblemKind) -> Problem {
        Problem {
            kind,
            line: Some(line),
        }
    }

    /// A problem of the whole file.
    pub fn of_file(kind: ProblemKind) -> Problem {
        Problem { kind, line: None }
    }
}

impl ProblemKind {
    /// The code, such as `chain_gap`.
    pub fn code(&self) -> &'static str {
        use ProblemKind as P;
        match self {
            P::CharsetWrong { .. } => "charset_wrong",
            P::ControlCharacters => "control_characters",
            P::UnescapedAmpersand => "unescaped_ampersand",
            P::BalanceFails { .. } => "balance_fails",
            P::BalanceUnreadable => "balance_unreadable",
            P::DetailUnreadable => "detail_unreadable",
            P::BalanceCurrencies { .. } => "balance_currencies",
            P::BalanceUnavailable { .. } => "balance_unavailable",
            P::ChainGap { .. } => "chain_gap",
            P::StatementRepeated { .. } => "statement_repeated",
            P::SummaryDiffers { .. } => "summary_differs",
            P::DetailsDoNotAddUp { .. } => "details_do_not_add_up",
            P::BatchCountDiffers { .. } => "batch_count_differs",
            P::BatchTotalDiffers { .. } => "batch_total_differs",
            P::OtherCurrency { .. } => "other_currency",
            P::BadDate { .. } => "bad_date",
            P::DateMissing => "date_missing",
            P::NegativeAmount => "negative_amount",
            P::InvoiceNumberMissing => "invoice_number_missing",
            P::NameMissing => "name_missing",
            P::DueDateMissing => "due_date_missing",
            P::DueDateUnknown => "due_date_unknown",
            P::DueDatesDiffer => "due_dates_differ",
            P::InvoiceDateMissing => "invoice_date_missing",
            P::DueBeforeInvoice => "due_before_invoice",
            P::CheckDigitsWrong { .. } => "check_digits_wrong",
            P::AttachmentUnreadable => "attachment_unreadable",
            P::AmountUnreadable { .. } => "amount_unreadable",
            P::AmountAmbiguous { .. } => "amount_ambiguous",
            P::AmountRounded { .. } => "amount_rounded",
            P::MonthFirst { .. } => "month_first",
            P::NumberDamaged { .. } => "number_damaged",
            P::NumberRestored { .. } => "number_restored",
            P::InvoiceTwice { .. } => "invoice_twice",
            P::TotalDiffers { .. } => "total_differs",
            P::NameFromAbove { .. } => "name_from_above",
            P::ColumnMissing { .. } => "column_missing",
            P::OpenFromAmount => "open_from_amount",
            P::OpenFromAgeing => "open_from_ageing",
            P::RowLength { .. } => "row_length",
            P::QuoteNotClosed => "quote_not_closed",
            P::RowSkipped { .. } => "row_skipped",
            P::MappingDoesNotFit => "mapping_does_not_fit",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        use ProblemKind as P;
        match self {
            P::BalanceFails { .. }
            | P::BalanceCurrencies { .. }
            | P::BalanceUnreadable
            | P::ChainGap { .. }
            | P::BadDate { .. }
            | P::DateMissing
            | P::InvoiceNumberMissing
            | P::NameMissing
            | P::AmountUnreadable { .. }
            | P::MonthFirst { .. }
            | P::NumberDamaged { .. }
            | P::TotalDiffers { .. }
            | P::ColumnMissing { .. }
            | P::QuoteNotClosed => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// What is wrong, in a sentence.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => dutch::message(self),
            Lang::En => english::message(self),
        }
    }
}

fn number_name(number: &str, lang: Lang) -> &str {
    match (number, lang) {
        ("iban", _) => "IBAN",
        ("vat", Lang::Nl) => "btw-nummer",
        ("vat", Lang::En) => "VAT number",
        ("kvk", Lang::Nl) => "KvK-nummer",
        ("kvk", Lang::En) => "KvK number",
        ("oin", _) => "OIN",
        _ => number,
    }
}

/// What a field is called in the window.
pub(crate) fn field_name(field: Field, lang: Lang) -> &'static str {
    let (nl, en) = match field {
        Field::InvoiceNumber => ("factuurnummer", "invoice number"),
        Field::Name => ("naam", "name"),
        Field::CustomerNumber => ("klantnummer", "customer number"),
        Field::InvoiceDate => ("factuurdatum", "invoice date"),
        Field::DueDate => ("vervaldatum", "due date"),
        Field::Amount => ("factuurbedrag", "invoiced amount"),
        Field::Open => ("openstaand bedrag", "open amount"),
        Field::Debit => ("debet", "debit"),
        Field::Credit => ("credit", "credit"),
        Field::Kind => ("soort", "kind"),
        Field::Currency => ("munt", "currency"),
        Field::PaymentReference => ("betalingskenmerk", "payment reference"),
        Field::Description => ("omschrijving", "description"),
        Field::Kvk => ("KvK-nummer", "KvK number"),
        Field::Vat => ("btw-nummer", "VAT number"),
        Field::Email => ("e-mail", "e-mail"),
        Field::Phone => ("telefoon", "telephone"),
        Field::Contact => ("contactpersoon", "contact"),
        Field::Address => ("adres", "address"),
        Field::HouseNumber => ("huisnummer", "house number"),
        Field::Postcode => ("postcode", "postcode"),
        Field::City => ("plaats", "town"),
        Field::Country => ("land", "country"),
        Field::Iban => ("IBAN", "IBAN"),
        Field::Language => ("taal", "language"),
    };
    if lang == Lang::Nl { nl } else { en }
}

/// An amount as people write it: `-15555.28` becomes -15.555,28. What is no amount stays as it is.
pub(crate) fn written_number(value: &str, lang: Lang) -> String {
    let (sign, digits) = match value.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", value),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return value.to_owned();
    }
    let (thousands, decimals) = match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    };
    let mut written = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push(thousands);
        }
        written.push(digit);
    }
    if !part.is_empty() {
        written.push(decimals);
        written.push_str(part);
    }
    written
}

#[cfg(test)]
mod amounts {
    use law::Lang;

    use super::written_number;

    #[test]
    fn an_amount_is_written_as_the_reader_writes_it() {
        for (value, nl, en) in [
            ("15555.28", "15.555,28", "15,555.28"),
            ("-1234567.5", "-1.234.567,5", "-1,234,567.5"),
            ("999.00", "999,00", "999.00"),
            ("0.00", "0,00", "0.00"),
            ("12,34 EUR", "12,34 EUR", "12,34 EUR"),
        ] {
            assert_eq!(written_number(value, Lang::Nl), nl, "Dutch, of {value}");
            assert_eq!(written_number(value, Lang::En), en, "English, of {value}");
        }
    }
}
