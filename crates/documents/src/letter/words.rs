//! What fields and blocks of a template say in one letter: for whoever edits its words.

use super::body::{field_texts, invoice_count};
use super::format::pick;
use super::plain::block_text;
use crate::Letter;
use crate::template::fields;

/// What the fields and the blocks of a letter's template say in this letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterWords {
    /// Fields in the order of the list of fields, with their value here; empty: nothing to say.
    pub fields: Vec<(&'static str, String)>,
    /// Blocks with what they say here, and whether the letter may not be without.
    pub blocks: Vec<LetterBlock>,
}

/// A block as it stands in one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterBlock {
    /// Its name.
    pub name: &'static str,
    /// What it says, as plain lines.
    pub text: String,
    /// Whether it must stay.
    pub locked: bool,
}

/// What the fields and blocks say.
pub(crate) fn words(letter: &Letter) -> LetterWords {
    let texts = field_texts(letter);
    let value = |name: &str| {
        if name == "one_invoice" {
            let one = invoice_count(letter) == 1;
            return pick(
                letter.lang,
                if one { "ja" } else { "nee" },
                if one { "yes" } else { "no" },
            )
            .to_owned();
        }
        texts
            .iter()
            .find(|(known, _)| *known == name)
            .map_or_else(String::new, |(_, text)| text.replace('\u{A0}', " "))
    };
    let (mut named, mut blocks) = (Vec::new(), Vec::new());
    for field in fields(letter.kind) {
        if field.block {
            blocks.push(LetterBlock {
                name: field.name,
                text: block_text(letter, field.name),
                locked: field.required,
            });
        } else {
            named.push((field.name, value(field.name)));
        }
    }
    LetterWords {
        fields: named,
        blocks,
    }
}
