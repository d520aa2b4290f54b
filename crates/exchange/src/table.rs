//! Delimited text: lines, fields and the sign between them.

use csv::ReaderBuilder;

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line in the file on which it begins, counted from 1.
    pub(crate) line: u64,
    pub(crate) fields: Vec<String>,
}

impl Row {
    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }
}

/// A table that was taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    /// A quotation mark was never closed, so that quotation marks were not heeded.
    pub(crate) broken_quotes: bool,
}

/// The signs that can stand between fields.
pub(crate) const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// More line breaks than any single field has: a quotation mark was left open.
const BREAKS_LIMIT: usize = 20;

/// Takes a text apart at a delimiter.
pub(crate) fn split(text: &str, delimiter: u8) -> Table {
    // A first line "sep=;" is a note to Excel.
    let (text, first_line) = match text.split_once('\n') {
        Some((first, rest)) if first.trim().to_ascii_lowercase().starts_with("sep=") => (rest, 2),
        _ => (text, 1),
    };
    let rows = rows(text, delimiter, true, first_line);
    let swallowed = |row: &Row| {
        row.fields
            .iter()
            .any(|field| field.matches('\n').count() > BREAKS_LIMIT)
    };
    if rows.iter().any(swallowed) || open_at_the_end(&rows, text) {
        let mut rows = self::rows(text, delimiter, false, first_line);
        for field in rows.iter_mut().flat_map(|row| &mut row.fields) {
            *field = field.trim().trim_matches('"').to_owned();
        }
        return Table {
            rows,
            broken_quotes: true,
        };
    }
    Table {
        rows,
        broken_quotes: false,
    }
}

/// Whether the last field runs over a line break up to the very end without a closing mark.
fn open_at_the_end(rows: &[Row], text: &str) -> bool {
    let last = rows.last().and_then(|row| row.fields.last());
    last.is_some_and(|field| field.trim_end().contains('\n')) && !text.trim_end().ends_with('"')
}

fn rows(text: &str, delimiter: u8, quoting: bool, first_line: u64) -> Vec<Row> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let breaks: Vec<usize> = line_starts(text);
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    // The text is valid UTF-8 and flexible records have no wrong length, so this cannot fail.
    while let Ok(true) = reader.read_record(&mut record) {
        let start = record
            .position()
            .map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
        // The reader passes over blank lines in silence; the row begins after them.
        let blank = text.get(start..).map_or(0, |rest| {
            rest.len() - rest.trim_start_matches(['\r', '\n']).len()
        });
        let line = breaks.partition_point(|at| *at <= start + blank) as u64;
        rows.push(Row {
            line: line + first_line - 1,
            fields: record.iter().map(str::to_owned).collect(),
        });
    }
    rows
}

/// Where each line begins. LF, CRLF and a lone CR end a line.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (index, byte) in bytes.iter().enumerate() {
        let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
        if ends {
            starts.push(index + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_are_counted_over_blank_lines_and_breaks_in_fields() {
        let table = split("a;b\r\n\r\n\"x\r\ny\";2\r\n\r\n;\r\nlast;3", b';');
        let lines: Vec<u64> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(
            lines,
            [1, 3, 6, 7],
            "the line must be the one an editor shows"
        );
        assert!(table.rows[2].is_blank());
        assert_eq!(
            split("sep=;\na;b\n", b';').rows[0],
            Row {
                line: 2,
                fields: vec!["a".into(), "b".into()]
            }
        );
    }

    #[test]
    fn an_open_quotation_mark_does_not_swallow_the_file() {
        let text = format!("a;b\n\"x;1\n{}", "y;2\n".repeat(40));
        let table = split(&text, b';');
        assert!(table.broken_quotes, "it must be said");
        assert_eq!(table.rows.len(), 42, "every row must be there");
        assert_eq!(table.rows[1].fields, ["x", "1"]);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-c;,\"\r\n\té]{0,200}") {
            for delimiter in DELIMITERS {
                let table = split(&text, delimiter);
                let most = text.matches(['\n', '\r']).count() as u64 + 1;
                prop_assert!(table.rows.iter().all(|row| row.line >= 1 && row.line <= most));
            }
        }
    }
}
