//! The words of a letter, as the user may edit them.

use law::Lang;
use serde::{Deserialize, Serialize};

use crate::LetterKind;

/// The editable words of a letter: a subject line and a body with named fields and blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Subject line; fields allowed, blocks not.
    pub subject: String,
    /// Body: a blank line ends a paragraph, `**bold**` is bold, `{{ name }}` is a field or block.
    pub body: String,
}

impl Template {
    /// The template as shipped with the program.
    pub fn shipped(_kind: LetterKind, _lang: Lang) -> Template {
        Template {
            subject: String::new(),
            body: String::new(),
        }
    }
}

/// A field or block that a template may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name as written between `{{` and `}}`.
    pub name: &'static str,
    /// What it becomes, in Dutch.
    pub nl: &'static str,
    /// What it becomes, in English.
    pub en: &'static str,
    /// Whether it is a block (a table, the payment details, locked words) that must stand alone in
    /// its paragraph.
    pub block: bool,
    /// Whether the template is refused without it.
    pub required: bool,
}

/// The fields and blocks a template of this kind may name.
pub fn fields(_kind: LetterKind) -> Vec<Field> {
    Vec::new()
}

/// Something wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TemplateProblem {
    /// What is wrong.
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
    /// No such field.
    #[error("there is no field {name}")]
    UnknownField {
        /// The name.
        name: String,
    },
    /// A block that this letter must have is missing.
    #[error("the block {name} must be in this letter")]
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
    /// It asks for too much work, or recurses.
    #[error("asks for too much work")]
    TooMuchWork,
    /// Subject or body is empty.
    #[error("is empty")]
    Empty,
}

/// Everything wrong in a template; empty when it may be used.
pub fn check(_kind: LetterKind, _lang: Lang, _template: &Template) -> Vec<TemplateProblem> {
    Vec::new()
}
