//! Text with bold words.

use crate::fonts::Weight;

/// Words of one weight. A line feed breaks the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) weight: Weight,
    pub(crate) text: String,
}

impl Span {
    pub(crate) fn regular(text: impl Into<String>) -> Span {
        Span {
            weight: Weight::Regular,
            text: text.into(),
        }
    }

    pub(crate) fn bold(text: impl Into<String>) -> Span {
        Span {
            weight: Weight::Bold,
            text: text.into(),
        }
    }
}

/// Splits at `**`; a pair that is never closed is printed as it stands.
pub(crate) fn parse_bold(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("**") {
        let Some((inside, tail)) = after.split_once("**") else {
            break;
        };
        if !before.is_empty() {
            spans.push(Span::regular(before));
        }
        if !inside.is_empty() {
            spans.push(Span::bold(inside));
        }
        rest = tail;
    }
    if !rest.is_empty() {
        spans.push(Span::regular(rest));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_words_are_cut_out() {
        assert_eq!(
            parse_bold("a **b** c"),
            [Span::regular("a "), Span::bold("b"), Span::regular(" c")]
        );
        assert_eq!(
            parse_bold("2 ** 3"),
            [Span::regular("2 ** 3")],
            "an open pair is text"
        );
        assert_eq!(parse_bold(""), []);
    }
}
