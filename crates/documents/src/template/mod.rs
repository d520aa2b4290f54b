//! The words of a letter, as the user may edit them: fields, blocks, checks.
//!
//! The language is small on purpose: `{{ field }}`, `{% if field %}…{% else %}…{% endif %}` and
//! nothing else. What a letter must say by law is a block that comes from code.

mod check;
mod fields;
mod render;
mod terms;

use law::Lang;
use serde::{Deserialize, Serialize};

use crate::LetterKind;

pub use check::{bare_fields, check};
pub use fields::{Field, fields};
pub(crate) use render::{Part, Rendered, Values, render};
pub(crate) use terms::other_term;

/// The editable words of a letter: a subject line and a body with named fields and blocks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Template {
    /// Subject line; fields allowed, blocks not.
    pub subject: String,
    /// Body: a blank line ends a paragraph, `**bold**` is bold, `{{ name }}` is a field or block.
    pub body: String,
}

impl Template {
    /// The template as shipped with the program.
    pub fn shipped(kind: LetterKind, lang: Lang) -> Template {
        let source = shipped_source(kind, lang);
        let (subject, body) = source.split_once("\n---\n").unwrap_or(("", source));
        Template {
            subject: subject.trim().to_owned(),
            body: body.trim().to_owned(),
        }
    }
}

fn shipped_source(kind: LetterKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (LetterKind::Reminder, Lang::Nl) => include_str!("../../templates/reminder.nl.txt"),
        (LetterKind::Reminder, Lang::En) => include_str!("../../templates/reminder.en.txt"),
        (LetterKind::FinalReminder, Lang::Nl) => {
            include_str!("../../templates/final_reminder.nl.txt")
        }
        (LetterKind::FinalReminder, Lang::En) => {
            include_str!("../../templates/final_reminder.en.txt")
        }
        (LetterKind::Notice14Days, Lang::Nl) => {
            include_str!("../../templates/notice_14_days.nl.txt")
        }
        (LetterKind::Notice14Days, Lang::En) => {
            include_str!("../../templates/notice_14_days.en.txt")
        }
        (LetterKind::FinalDemand, Lang::Nl) => include_str!("../../templates/final_demand.nl.txt"),
        (LetterKind::FinalDemand, Lang::En) => include_str!("../../templates/final_demand.en.txt"),
        (LetterKind::Statement, Lang::Nl) => include_str!("../../templates/statement.nl.txt"),
        (LetterKind::Statement, Lang::En) => include_str!("../../templates/statement.en.txt"),
    }
}

/// Something wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TemplateProblem {
    /// What is wrong.
    #[serde(flatten)]
    pub kind: TemplateProblemKind,
    /// Whether it is in the subject, else in the body.
    pub in_subject: bool,
    /// Line, from 1.
    pub line: Option<u32>,
}

/// What is wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum TemplateProblemKind {
    /// The template language cannot read it.
    #[error("cannot be read: {message}")]
    Syntax {
        /// What the reader said.
        message: String,
    },
    /// Something other than a field, a block or `if`, `else`, `endif`.
    #[error("only fields and if, else and endif may be used, not {words}")]
    NotAllowed {
        /// The words between the braces.
        words: String,
    },
    /// No such field.
    #[error("there is no field {name}")]
    UnknownField {
        /// The name.
        name: String,
    },
    /// A block that this letter must have is missing, or may be left out by an `if`.
    #[error("the block {name} must be in this letter, outside any if")]
    MissingBlock {
        /// The name.
        name: String,
    },
    /// A block stands twice.
    #[error("the block {name} may stand only once")]
    BlockTwice {
        /// The name.
        name: String,
    },
    /// A block stands in a paragraph with other words, or in the subject.
    #[error("the block {name} must stand alone, between blank lines")]
    BlockNotAlone {
        /// The name.
        name: String,
    },
    /// Words that set a term or a last day, in a letter whose term is locked.
    #[error("this letter may hold no other term or last day: {words}")]
    OtherTerm {
        /// The words.
        words: String,
    },
    /// It is too long or asks for too much work.
    #[error("is too long or asks for too much work")]
    TooMuchWork,
    /// Characters that no font has.
    #[error("no font has these characters: {characters}")]
    Unprintable {
        /// The characters.
        characters: String,
    },
    /// Subject or body is empty.
    #[error("is empty")]
    Empty,
}
