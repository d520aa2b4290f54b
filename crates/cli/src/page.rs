//! The page that text is written on: its language, its width, whether it has colours.

use std::ops::Deref;

use app::Lang;

use crate::table::{Table, cut};
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
        Page {
            words: Words::new(lang),
            colours: false,
            width: 110,
            full: false,
        }
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

    /// The text.
    pub fn finish(&self) -> String {
        let text = self.0.join("\n");
        format!("{}\n", text.trim_end())
    }
}
