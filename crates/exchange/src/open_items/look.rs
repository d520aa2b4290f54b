//! A look at a table before it is read: its signs, its headers, its first rows and what each column
//! seems to hold. For a window in which a person points out the columns.

use super::guess;
use super::item::Field;
use super::layout::{self, Layout};
use super::mapping::Mapping;
use crate::charset;

/// How many rows are shown.
const ROWS: usize = 20;

/// A table as a person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct TableLook {
    /// The sign between fields.
    pub delimiter: char,
    /// The name of the encoding.
    pub encoding: &'static str,
    /// The line on which the headers stand.
    pub header_line: u64,
    /// The headers.
    pub headers: Vec<String>,
    /// The first rows under them, with their lines.
    pub rows: Vec<(u64, Vec<String>)>,
    /// How many rows stand under the headers.
    pub total: usize,
    /// The mapping that was given, when it fits, else a guess.
    pub mapping: Mapping,
    /// Whether the mapping that was given fits.
    pub fits: bool,
    /// Fields that an open item needs and for which no column was found.
    pub missing: Vec<Field>,
}

/// Looks at delimited text; nothing when it is no table at all.
pub fn look(bytes: &[u8], mapping: Option<&Mapping>) -> Option<TableLook> {
    if bytes.len() > super::SIZE_LIMIT {
        return None;
    }
    let encoding = charset::name_of(bytes);
    let binary = bytes.iter().take(1024).any(|byte| *byte == 0);
    if binary && !encoding.starts_with("UTF-16") {
        return None;
    }
    let text = charset::decode_text(bytes);
    let Layout {
        table,
        header,
        delimiter,
    } = layout::find(&text, mapping)
        .or_else(|| layout::find(&text, None))
        .or_else(|| layout::widest(&text))?;
    let head = table.rows.get(header)?;
    let headers: Vec<String> = head
        .fields
        .iter()
        .map(|cell| cell.trim().to_owned())
        .collect();
    let body = table.rows.get(header + 1..).unwrap_or_default();
    let fitted = mapping.and_then(|mapping| guess::fitted(mapping, &headers));
    let fits = fitted.is_some();
    let mapping = fitted.unwrap_or_else(|| guess::guess(&headers, body));
    let has = |field: Field| mapping.columns.contains_key(&field);
    let ageing = headers
        .iter()
        .any(|header| super::aliases::is_ageing(header));
    let open_known = has(Field::Open) || has(Field::Debit) || has(Field::Credit) || ageing;
    let missing = super::missing(&mapping, open_known);
    let shown = body.iter().filter(|row| !row.is_blank()).take(ROWS);
    Some(TableLook {
        delimiter,
        encoding,
        header_line: head.line,
        rows: shown.map(|row| (row.line, row.fields.clone())).collect(),
        total: body.iter().filter(|row| !row.is_blank()).count(),
        headers,
        mapping,
        fits,
        missing,
    })
}

impl Field {
    /// Every field, in the order in which a person looks for them.
    pub const ALL: [Field; 25] = [
        Field::InvoiceNumber,
        Field::Name,
        Field::CustomerNumber,
        Field::InvoiceDate,
        Field::DueDate,
        Field::Open,
        Field::Amount,
        Field::Debit,
        Field::Credit,
        Field::Kind,
        Field::Currency,
        Field::PaymentReference,
        Field::Description,
        Field::Email,
        Field::Phone,
        Field::Contact,
        Field::Address,
        Field::HouseNumber,
        Field::Postcode,
        Field::City,
        Field::Country,
        Field::Kvk,
        Field::Vat,
        Field::Iban,
        Field::Language,
    ];

    /// What it is called in the window.
    pub fn words(self, lang: law::Lang) -> &'static str {
        crate::problem::field_name(self, lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_strange_headers_can_still_be_pointed_out() {
        let text = b"Lijst\r\nA;B;C\r\n1;Jansen;12,00\r\n2;Pieters;13,00\r\n";
        let look = look(text, None).unwrap();
        assert_eq!(look.delimiter, ';');
        assert_eq!(
            look.headers,
            ["A", "B", "C"],
            "the title is no row of headers"
        );
        assert_eq!(look.header_line, 2);
        assert_eq!(look.total, 2);
        assert!(
            look.missing.contains(&Field::InvoiceNumber),
            "nothing was guessed, so it must be asked"
        );
    }

    #[test]
    fn what_is_known_is_guessed_and_a_mapping_that_fits_is_kept() {
        let text = "Factuurnr;Klant;Factuurdatum;Vervaldatum;Saldo;Telefoon\n1;Jansen;1-1-2026;31-1-2026;12,00;06\n";
        let first = look(text.as_bytes(), None).unwrap();
        assert!(first.missing.is_empty(), "{:?}", first.missing);
        let again = look(text.as_bytes(), Some(&first.mapping)).unwrap();
        assert!(again.fits, "its own mapping must fit");
        assert_eq!(again.encoding, "UTF-8");
        assert!(look(b"no table here", None).is_none());
    }
}
