//! The page that text is written on: its language, its width, whether it has colours.

use std::ops::Deref;

use app::Lang;
use serde_json::Value;

use crate::peek::Peek;
use crate::table::{Table, cut, width};
use crate::terminal;
use crate::words::Words;

/// A page.
pub struct Page {
    words: Words,
    colours: bool,
    /// How many places a line has.
    pub width: usize,
    /// Whether long lists stand on it whole.
    pub full: bool,
}

impl Deref for Page {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

/// A colour with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// May go, is right.
    Good,
    /// Asks a decision.
    Mind,
    /// May not go, is wrong.
    Wrong,
    /// Stands back.
    Faint,
    /// Stands out.
    Strong,
}

impl Page {
    /// The page of this terminal.
    pub fn new(lang: Lang, full: bool) -> Page {
        Page {
            words: Words::new(lang),
            colours: terminal::colours(),
            width: terminal::width(),
            full,
        }
    }

    #[cfg(test)]
    pub fn plain(lang: Lang) -> Page {
        Page::narrow(lang, 110)
    }

    #[cfg(test)]
    pub fn narrow(lang: Lang, width: usize) -> Page {
        Page {
            words: Words::new(lang),
            colours: false,
            width,
            full: false,
        }
    }

    /// A list with nothing in it, in words.
    pub fn nothing(&self, nl: &str, en: &str) -> String {
        format!("{}\n", self.say(nl, en))
    }

    /// An amount, or nothing for zero: in a column where most are.
    pub fn some_money(&self, wire: &str) -> String {
        match wire {
            "0.00" | "" => String::new(),
            amount => self.money(amount),
        }
    }

    /// What comes next in a list: with its day where there is room for it.
    pub fn upcoming(&self, next: &Value) -> String {
        if self.width < 100 && !next.is_null() {
            self.proposal(&next.text("kind"), &next.text("step"))
        } else {
            self.next(next)
        }
    }

    /// What holds for a customer or an invoice, in a list with room for it.
    pub fn remarks(&self, row: &Value) -> String {
        if self.width < 100 {
            String::new()
        } else {
            self.flags(&row.texts("flags"))
        }
    }

    /// The headings of a table's columns.
    pub fn heads<const N: usize>(&self, heads: [(&str, &str); N]) -> [String; N] {
        heads.map(|(nl, en)| self.tint(self.say(nl, en), Tint::Faint))
    }

    /// Colours a text.
    pub fn tint(&self, text: &str, tint: Tint) -> String {
        if !self.colours || text.is_empty() {
            return text.to_string();
        }
        let code = match tint {
            Tint::Good => "32",
            Tint::Mind => "33",
            Tint::Wrong => "31",
            Tint::Faint => "2",
            Tint::Strong => "1",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// A heading.
    pub fn heading(&self, text: &str) -> String {
        self.tint(text, Tint::Strong)
    }

    /// A name, cut to what fits in a table.
    pub fn name(&self, text: &str) -> String {
        cut(text, self.width * 3 / 11)
    }
}

/// Lines that become a text.
#[derive(Default)]
pub struct Text(Vec<String>);

impl Text {
    /// Adds a line.
    pub fn line(&mut self, line: impl Into<String>) -> &mut Text {
        self.0.push(line.into());
        self
    }

    /// Adds an empty line, unless one stands there or nothing does.
    pub fn gap(&mut self) -> &mut Text {
        if self.0.last().is_some_and(|line| !line.is_empty()) {
            self.0.push(String::new());
        }
        self
    }

    /// Adds a table.
    pub fn table(&mut self, table: &Table) -> &mut Text {
        self.0.extend(table.lines());
        self
    }

    /// Adds a table that keeps to the page.
    pub fn fitted(&mut self, table: Table, page: &Page) -> &mut Text {
        self.0.extend(table.within(page.width));
        self
    }

    /// Adds the text of a paragraph, broken where the page ends, moved in by so many spaces.
    pub fn told(&mut self, text: &str, indent: usize, page: &Page) -> &mut Text {
        for line in wrapped(text, page.width.saturating_sub(indent)) {
            self.0.push(if line.is_empty() {
                line
            } else {
                format!("{}{line}", " ".repeat(indent))
            });
        }
        self
    }

    /// Adds how much of a list this page shows, and how to see the rest.
    pub fn page_of(&mut self, value: &Value, shown: usize, page: &Page) -> &mut Text {
        let total = value["total"].as_u64().unwrap_or_default();
        if total > shown as u64 {
            let words = page.say(
                "{n} van {t}; verder met --offset, meer tegelijk met --limit.",
                "{n} of {t}; on with --offset, more at once with --limit.",
            );
            let words = words
                .replace("{n}", &shown.to_string())
                .replace("{t}", &total.to_string());
            self.gap().line(page.tint(&words, Tint::Faint));
        }
        self
    }

    /// The text.
    pub fn finish(&self) -> String {
        let text = self.0.join("\n");
        format!("{}\n", text.trim_end())
    }
}

/// The lines of a text, broken between words where so many places are full.
pub fn wrapped(text: &str, room: usize) -> Vec<String> {
    let room = room.max(20);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && width(&line) + 1 + width(word) > room {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
