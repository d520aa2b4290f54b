//! What was wrong with a file that could be read, each with its line where one is known.

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
    /// No due date: ask for the payment term.
    DueDateMissing,
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
            Lang::Nl => self.dutch(),
            Lang::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        use ProblemKind as P;
        match self {
            P::CharsetWrong { declared } => {
                format!("Het bestand zegt dat het {declared} is, maar bevat andere tekens. De tekens zijn zo goed mogelijk gelezen.")
            }
            P::ControlCharacters => "Onleesbare stuurtekens zijn weggelaten.".to_owned(),
            P::UnescapedAmpersand => "Een &-teken staat er anders dan XML voorschrijft; het is letterlijk overgenomen.".to_owned(),
            P::BalanceFails { account, expected, stated } => format!(
                "Rekening {account}: beginsaldo plus mutaties is {expected}, maar het eindsaldo is {stated}. Mogelijk ontbreken mutaties."
            ),
            P::BalanceCurrencies { account } => format!("Rekening {account}: begin- en eindsaldo staan in verschillende munten."),
            P::BalanceUnavailable { account } => {
                format!("Rekening {account}: zonder begin- en eindsaldo is niet te controleren of het afschrift volledig is.")
            }
            P::ChainGap { account, closing, opening } => format!(
                "Rekening {account}: een afschrift eindigt op {closing} en het volgende begint op {opening}. Er ontbreekt een afschrift."
            ),
            P::StatementRepeated { account } => {
                format!("Rekening {account}: hetzelfde afschrift staat twee keer in het bestand; het tweede telt niet mee.")
            }
            P::SummaryDiffers { account } => {
                format!("Rekening {account}: de telling van de bank zelf wijkt af van de mutaties in het bestand.")
            }
            P::DetailsDoNotAddUp { entry, details } => format!(
                "De onderdelen van deze boeking tellen op tot {details}, de boeking is {entry}. De boeking geldt."
            ),
            P::BatchCountDiffers { stated, listed } => {
                format!("De bank noemt {stated} betalingen in deze verzamelboeking, maar somt er {listed} op.")
            }
            P::BatchTotalDiffers { stated, entry } => {
                format!("De bank noemt {stated} als totaal van deze verzamelboeking; geboekt is {entry}.")
            }
            P::OtherCurrency { currency } => format!("Dit bedrag is in {currency}; Standvast verwerkt alleen euro."),
            P::BadDate { value } => format!("“{value}” is geen bestaande datum."),
            P::DateMissing => "Deze boeking heeft geen datum.".to_owned(),
            P::NegativeAmount => "Dit bedrag heeft een minteken naast de aanduiding bij of af; beide zijn gevolgd.".to_owned(),
            P::InvoiceNumberMissing => "Het factuurnummer ontbreekt.".to_owned(),
            P::NameMissing => "De naam van de klant ontbreekt.".to_owned(),
            P::DueDateMissing => "De vervaldatum ontbreekt. Geef aan welke betalingstermijn geldt.".to_owned(),
            P::DueDatesDiffer => "Er staan verschillende vervaldata in; de laatste is genomen.".to_owned(),
            P::InvoiceDateMissing => "De factuurdatum ontbreekt.".to_owned(),
            P::DueBeforeInvoice => "De vervaldatum ligt vóór de factuurdatum.".to_owned(),
            P::CheckDigitsWrong { number, value } => {
                format!("“{value}” is geen geldig {}. Het is wel overgenomen; kijk het na.", number_name(number, Lang::Nl))
            }
            P::AttachmentUnreadable => "Een bijlage in de factuur kon niet worden uitgepakt.".to_owned(),
            P::AmountUnreadable { column, value } => {
                format!("Kolom “{column}”: “{value}” is geen bedrag. Deze regel is overgeslagen.")
            }
            P::AmountAmbiguous { value } => format!("“{value}” is gelezen als duizendtallen, niet als decimalen. Kijk het na."),
            P::AmountRounded { value } => format!("“{value}” is afgerond op hele centen."),
            P::MonthFirst { column, value } => format!(
                "Kolom “{column}”: “{value}” kan alleen met de maand voorop worden gelezen. De data in deze kolom zijn niet overgenomen; geef aan hoe ze gelezen moeten worden."
            ),
            P::NumberDamaged { value } => {
                format!("“{value}” is een nummer dat door een spreadsheet is aangetast; het echte nummer is niet meer te zien.")
            }
            P::NumberRestored { value, restored } => format!("“{value}” is gelezen als {restored}."),
            P::InvoiceTwice { number } => format!("Factuur {number} staat voor deze klant meer dan één keer in de lijst."),
            P::TotalDiffers { stated, sum } => format!("Het totaal in het bestand is {stated}, de regels tellen op tot {sum}."),
            P::NameFromAbove { name } => format!("De naam “{name}” is overgenomen van een regel erboven."),
            P::ColumnMissing { field } => format!("Er is geen kolom gevonden voor “{}”.", field_name(*field, Lang::Nl)),
            P::OpenFromAmount => "Er is geen kolom met het openstaande bedrag; het factuurbedrag is genomen.".to_owned(),
            P::OpenFromAgeing => "Het openstaande bedrag is opgeteld uit de ouderdomskolommen.".to_owned(),
            P::RowLength { found, expected } => format!("Deze regel heeft {found} velden in plaats van {expected}."),
            P::QuoteNotClosed => "Een aanhalingsteken wordt nergens gesloten; het bestand is zonder aanhalingstekens gelezen.".to_owned(),
            P::RowSkipped { text } => format!("Overgeslagen: “{text}”."),
            P::MappingDoesNotFit => "De onthouden kolomindeling past niet bij dit bestand; de kolommen zijn opnieuw geraden.".to_owned(),
        }
    }

    fn english(&self) -> String {
        use ProblemKind as P;
        match self {
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
                "Account {account}: the opening balance plus the entries makes {expected}, but the closing balance is {stated}. Entries may be missing."
            ),
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
                "Account {account}: a statement ends at {closing} and the next begins at {opening}. A statement is missing."
            ),
            P::StatementRepeated { account } => {
                format!(
                    "Account {account}: the same statement stands in the file twice; the second does not count."
                )
            }
            P::SummaryDiffers { account } => {
                format!(
                    "Account {account}: the bank's own count differs from the entries in the file."
                )
            }
            P::DetailsDoNotAddUp { entry, details } => {
                format!(
                    "The parts of this entry add up to {details}, the entry is {entry}. The entry counts."
                )
            }
            P::BatchCountDiffers { stated, listed } => {
                format!("The bank states {stated} payments in this batch but lists {listed}.")
            }
            P::BatchTotalDiffers { stated, entry } => {
                format!("The bank states {stated} as the total of this batch; {entry} was booked.")
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
                "The due date is missing. Say which payment term applies.".to_owned()
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
