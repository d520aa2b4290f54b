//! Tables out, as Dutch spreadsheets open them: semicolons, a byte order mark, CRLF, decimal
//! commas. No cell can become a formula.

use chrono::NaiveDate;
use law::Cents;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, written so that no spreadsheet takes it for a formula.
    Text(String),
    /// An amount in euro, with a decimal comma and without thousands: `-1234,56`.
    Amount(Cents),
    /// A day: `2026-04-03`.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<Cents> for Cell {
    fn from(amount: Cents) -> Cell {
        Cell::Amount(amount)
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Cell {
        Cell::Date(date)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Cell::Text(text) => quoted(text),
            Cell::Amount(amount) => amount.to_string().replace('.', ","),
            Cell::Date(date) => date.format("%Y-%m-%d").to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Empty => String::new(),
        }
    }
}

/// Writes a table: a row of headers and rows of cells.
pub fn csv_out(headers: &[&str], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let headers: Vec<String> = headers.iter().map(|header| quoted(header)).collect();
    out.push_str(&headers.join(";"));
    out.push_str("\r\n");
    for row in rows {
        let cells: Vec<String> = row.iter().map(Cell::written).collect();
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// Text with quotation marks where they are needed. Text that a spreadsheet would calculate gets
/// an apostrophe before it, which spreadsheets show as plain text; a telephone number such as
/// `+31 20 …` gets one too, because its plus is no better known than another's.
fn quoted(text: &str) -> String {
    let first = text
        .trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}'])
        .chars()
        .next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠')
    );
    let plain: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let plain = if formula { format!("'{plain}") } else { plain };
    if plain.contains([';', '"', '\n', '\r', ',', '\t', '\''])
        || plain.starts_with(' ')
        || plain.ends_with(' ')
    {
        format!("\"{}\"", plain.replace('"', "\"\""))
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_table_that_dutch_spreadsheets_open() {
        let rows = vec![
            vec![
                Cell::from("Jansen; \"De\" Bakker"),
                Cell::from(Cents(-123_456)),
                NaiveDate::from_ymd_opt(2026, 4, 3).into(),
            ],
            vec![
                Cell::Number(7),
                Cell::from(None::<Cents>),
                Cell::from("plain"),
            ],
        ];
        let text = String::from_utf8(csv_out(&["Naam", "Bedrag", "Datum"], &rows)).unwrap();
        assert_eq!(
            text,
            "\u{feff}Naam;Bedrag;Datum\r\n\"Jansen; \"\"De\"\" Bakker\";-1234,56;2026-04-03\r\n7;;plain\r\n"
        );
    }

    #[test]
    fn no_cell_becomes_a_formula() {
        for evil in [
            "=1+1",
            "+SUM(A1)",
            "-2+3",
            "@x",
            "\t=1",
            " =cmd|' /C calc'!A0",
            "\u{a0}=1",
            "\r=1",
            "＝1",
        ] {
            let cell = quoted(evil);
            let shown = cell.trim_start_matches('"');
            assert!(shown.starts_with('\''), "{evil:?} became {cell:?}");
        }
        assert_eq!(quoted("A=B"), "A=B", "a sign in the middle is harmless");
    }

    proptest! {
        #[test]
        fn every_cell_reads_back_as_one_cell(text in "\\PC{0,40}") {
            let bytes = csv_out(&["a", "b"], &[vec![Cell::from(text.as_str()), Cell::from("x")]]);
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
            let record = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(record.len(), 2);
            prop_assert_eq!(record[0].trim_start_matches('\''), text.trim_start_matches('\''));
        }
    }
}
