//! Columns that line up, also with accents and wide characters.

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At the left.
    Left,
    /// At the right: numbers.
    Right,
    /// At the left, and cut when the line would not fit: names, texts.
    Fitted,
}

/// What is left at least of a text that is cut.
const LEAST: usize = 12;

enum Row {
    Cells(Vec<String>),
    Note(String),
}

/// A table without lines.
pub struct Table {
    sides: Vec<Side>,
    rows: Vec<Row>,
}

impl Table {
    /// A table with these columns: `l` left, `r` right, `f` left and cut when the line would not fit.
    pub fn new(columns: &str) -> Table {
        let side = |c| match c {
            'r' => Side::Right,
            'f' => Side::Fitted,
            _ => Side::Left,
        };
        Table {
            sides: columns.chars().map(side).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(Row::Cells(cells.to_vec()));
    }

    /// Adds a line under the last row that stands outside the columns.
    pub fn note(&mut self, text: String) {
        self.rows.push(Row::Note(text));
    }

    /// The lines of a page so wide: of what may be cut, the widest gives way first. Amounts never do.
    pub fn within(mut self, page: usize) -> Vec<String> {
        let mut widths = self.widths();
        let gaps = 2 * widths.iter().filter(|wide| **wide > 0).count();
        let mut over = (widths.iter().sum::<usize>() + gaps).saturating_sub(page);
        while over > 0 {
            let widest = widths
                .iter_mut()
                .zip(&self.sides)
                .filter(|(wide, side)| **side == Side::Fitted && **wide > LEAST)
                .max_by_key(|(wide, _)| **wide);
            match widest {
                Some((wide, _)) => *wide -= 1,
                None => break,
            }
            over -= 1;
        }
        for row in &mut self.rows {
            if let Row::Cells(cells) = row {
                for ((cell, side), wide) in cells.iter_mut().zip(&self.sides).zip(&widths) {
                    if *side == Side::Fitted {
                        *cell = cut(cell, *wide);
                    }
                }
            }
        }
        self.lines()
    }

    /// The lines, each moved in by two spaces.
    pub fn lines(&self) -> Vec<String> {
        let widths = self.widths();
        self.rows
            .iter()
            .map(|row| self.line(row, &widths))
            .collect()
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = vec![0; self.sides.len()];
        for row in &self.rows {
            if let Row::Cells(cells) = row {
                for (place, cell) in widths.iter_mut().zip(cells) {
                    *place = width(cell).max(*place);
                }
            }
        }
        widths
    }

    fn line(&self, row: &Row, widths: &[usize]) -> String {
        let cells = match row {
            Row::Note(text) => return format!("    {text}"),
            Row::Cells(cells) => cells,
        };
        let mut line = String::new();
        for ((cell, side), wide) in cells.iter().zip(&self.sides).zip(widths) {
            if *wide == 0 {
                continue;
            }
            let room = " ".repeat(wide - width(cell));
            line.push_str("  ");
            match side {
                Side::Left | Side::Fitted => line.extend([cell.as_str(), &room]),
                Side::Right => line.extend([room.as_str(), cell]),
            }
        }
        line.trim_end().to_string()
    }
}

/// How many places of a terminal a text takes. Colours take none.
pub fn width(text: &str) -> usize {
    let mut total = 0;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            // A colour: everything through its final letter.
            chars.by_ref().find(char::is_ascii_alphabetic);
        } else {
            total += places(c);
        }
    }
    total
}

fn places(c: char) -> usize {
    match c as u32 {
        0..0x20 | 0x7f..0xa0 => 0,
        // Marks that stand on the character before them, and what is not seen.
        0x0300..=0x036f | 0x0483..=0x0489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff => 0,
        0x200b..=0x200f | 0x20d0..=0x20ff | 0x2060..=0x2064 | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f => {
            0
        }
        // Characters of East Asian scripts, and pictures.
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 => 2,
        0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 => 2,
        0x1f300..=0x1f64f | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// A text of at most so many places, with … where something was left out.
pub fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_string();
    }
    let mut taken = 0;
    let mut short: String = text
        .chars()
        .take_while(|c| {
            taken += places(*c);
            taken < most
        })
        .collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_stands_in_them() {
        let mut table = Table::new("lr");
        table.row(["Café".to_string(), "€ 1,00".to_string()]);
        table.row(["Cafe\u{301}".to_string(), "€ 1.000,00".to_string()]);
        table.row(["\u{1b}[31m東京\u{1b}[0m".to_string(), "€ 10,00".to_string()]);
        let lines = table.lines();
        let wide: Vec<usize> = lines.iter().map(|line| width(line)).collect();
        assert!(
            wide.windows(2).all(|pair| pair[0] == pair[1]),
            "amounts end on one place: {lines:?}"
        );
    }

    #[test]
    fn a_narrow_page_cuts_names_and_never_amounts() {
        let name = "Ångström & Zonen Internationale Groothandelsmaatschappij voor Bakkerij-ingrediënten B.V.";
        let table = || {
            let mut table = Table::new("frf");
            table.row([
                name.to_string(),
                "€ 1.234.567,89".to_string(),
                "a".repeat(40),
            ]);
            table.row(["X".to_string(), "€ 1,00".to_string(), String::new()]);
            table
        };
        let wide = table().within(400);
        assert!(wide[0].contains(name), "what fits stays whole: {wide:?}");
        for page in [60, 80, 110] {
            let lines = table().within(page);
            assert!(
                lines.iter().all(|line| width(line) <= page),
                "{page} places must be enough: {lines:?}"
            );
            assert!(lines[0].contains("€ 1.234.567,89"), "{lines:?}");
            assert!(lines[0].contains('…'), "it says that it was cut: {lines:?}");
        }
        let cramped = table().within(10);
        assert!(cramped[0].contains("€ 1.234.567,89"), "{cramped:?}");
    }

    #[test]
    fn long_names_are_cut_at_a_character() {
        assert_eq!(cut("Jansen", 10), "Jansen");
        assert_eq!(cut("Bakkerij De Korenaar", 10), "Bakkerij…");
        assert!(
            width(&cut(&"東".repeat(200), 11)) <= 11,
            "wide characters count double"
        );
    }
}
