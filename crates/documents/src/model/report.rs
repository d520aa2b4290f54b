//! A document of headings, paragraphs and tables: dossier overview, run sheet, recovery sheet.

use chrono::NaiveDate;
use law::Lang;
use serde::{Deserialize, Serialize};

/// A document that is not a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Title on the first page and in the document's properties.
    pub title: String,
    /// Line below the title.
    pub subtitle: Option<String>,
    /// Who made it, for the document's properties and the head of the page.
    pub author: String,
    /// Language of the page numbers and of hyphenation.
    pub lang: Lang,
    /// Date of the document.
    pub date: NaiveDate,
    /// Text at the left of the footer on each page.
    pub footer: String,
    /// The contents.
    pub blocks: Vec<ReportBlock>,
}

/// A block of a report. Text may hold `**bold**`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReportBlock {
    /// A heading; level 1 is the largest.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        text: String,
    },
    /// A list with dots.
    List {
        /// The items.
        items: Vec<String>,
    },
    /// Names with values, one pair a line.
    KeyValues {
        /// The pairs.
        pairs: Vec<(String, String)>,
    },
    /// A table whose head is repeated on each page.
    Table {
        /// The columns.
        columns: Vec<ReportColumn>,
        /// The cells, row by row; missing cells are empty.
        rows: Vec<Vec<String>>,
        /// A bold last row.
        total: Option<Vec<String>>,
    },
    /// Large letters in groups, such as a recovery code.
    Code {
        /// The groups, several on a line.
        groups: Vec<String>,
    },
    /// A QR code with a caption.
    Qr {
        /// The bytes in the code.
        payload: Vec<u8>,
        /// Words beside the code.
        caption: String,
    },
    /// A new page.
    PageBreak,
}

/// A column of a report's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportColumn {
    /// Words at the head.
    pub title: String,
    /// Where the cells stand.
    pub align: Align,
    /// Share of the width; columns share what there is in this proportion.
    pub share: u16,
}

/// Where a cell's text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// At the right, for amounts.
    Right,
}
