//! Breaking text into lines: at spaces, hyphens and soft hyphens; inside a word as a last resort.

use unicode_normalization::char::is_combining_mark;

use super::{Line, Span, shape};
use crate::fonts::{Weight, tidy};

/// Words between which a line may break.
struct Token {
    pieces: Vec<(Weight, String)>,
    /// A space follows, that disappears at the end of a line.
    space: Option<Weight>,
    /// A hyphen is printed when the line breaks here.
    soft: bool,
    /// The line ends here.
    newline: bool,
}

/// Breaks text into lines no wider than `width` millimetres.
pub(crate) fn break_lines(spans: &[Span], size: f32, width: f32) -> Vec<Line> {
    let mut setter = Setter {
        size,
        width,
        lines: Vec::new(),
        line: Line::default(),
        space: None,
        soft: None,
    };
    for token in tokens(spans) {
        setter.place(&token);
    }
    if !setter.line.runs.is_empty() || setter.lines.is_empty() {
        setter.finish_line();
    }
    setter.lines
}

/// Width in millimetres of the widest line when nothing is broken, and of the widest piece that has
/// no place to break.
pub(crate) fn extent(spans: &[Span], size: f32) -> (f32, f32) {
    let (mut widest, mut longest, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
    for token in tokens(spans) {
        let width = measure(&token.pieces, size);
        longest = longest.max(width + hyphen(&token, size));
        line += width;
        widest = widest.max(line);
        line += token
            .space
            .map_or(0.0, |weight| shape(weight, " ").width(size));
        if token.newline {
            line = 0.0;
        }
    }
    (widest, longest)
}

fn hyphen(token: &Token, size: f32) -> f32 {
    if token.soft {
        shape(last_weight(token), "-").width(size)
    } else {
        0.0
    }
}

fn last_weight(token: &Token) -> Weight {
    token
        .pieces
        .last()
        .map_or(Weight::Regular, |(weight, _)| *weight)
}

fn measure(pieces: &[(Weight, String)], size: f32) -> f32 {
    pieces
        .iter()
        .map(|(weight, text)| shape(*weight, text).width(size))
        .sum()
}

struct Setter {
    size: f32,
    width: f32,
    lines: Vec<Line>,
    line: Line,
    /// Space owed before the next word of this line.
    space: Option<Weight>,
    /// Hyphen owed if the line breaks before the next word.
    soft: Option<Weight>,
}

impl Setter {
    fn place(&mut self, token: &Token) {
        let needed = measure(&token.pieces, self.size) + hyphen(token, self.size);
        let gap = self
            .space
            .map_or(0.0, |weight| shape(weight, " ").width(self.size));
        if !self.line.runs.is_empty() && self.line.width + gap + needed > self.width {
            self.break_here();
        }
        if let Some(weight) = self.space.take() {
            self.line.push(weight, " ", self.size);
        }
        self.soft = None;
        if needed > self.width {
            self.place_torn(&token.pieces);
        } else {
            for (weight, text) in &token.pieces {
                self.line.push(*weight, text, self.size);
            }
        }
        self.space = token.space;
        if token.soft {
            self.soft = Some(last_weight(token));
        }
        if token.newline {
            self.soft = None;
            self.space = None;
            self.finish_line();
        }
    }

    fn break_here(&mut self) {
        if let Some(weight) = self.soft.take() {
            self.line.push(weight, "-", self.size);
        }
        self.space = None;
        self.finish_line();
    }

    fn finish_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
    }

    /// A word wider than the line: as many characters on each line as fit, at least one.
    fn place_torn(&mut self, pieces: &[(Weight, String)]) {
        for (weight, text) in pieces {
            let mut rest = text.as_str();
            while !rest.is_empty() {
                let room = self.width - self.line.width;
                let cut = fitting(*weight, rest, self.size, room, self.line.runs.is_empty());
                if cut == 0 {
                    self.finish_line();
                    continue;
                }
                let (head, tail) = rest.split_at(cut);
                self.line.push(*weight, head, self.size);
                rest = tail;
            }
        }
    }
}

/// Bytes of the longest beginning that fits; `force` takes one character even when it does not.
fn fitting(weight: Weight, text: &str, size: f32, room: f32, force: bool) -> usize {
    let mut cut = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        // A mark stays with the letter that carries it.
        if text[end..].starts_with(is_combining_mark) {
            continue;
        }
        let first = cut == 0;
        if shape(weight, &text[..end]).width(size) > room && !(force && first) {
            break;
        }
        cut = end;
    }
    if cut == 0 && force { text.len() } else { cut }
}

fn tokens(spans: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut pieces: Vec<(Weight, String)> = Vec::new();
    for span in spans {
        let text = tidy(&span.text);
        let mut chars = text.chars().peekable();
        let mut word = String::new();
        while let Some(c) = chars.next() {
            let breaks = match c {
                '\n' | '\u{AD}' | '\u{200B}' => true,
                // Not before a digit: "-5", "2026-0287" and telephone numbers stay whole.
                '-' | '–' | '/' => {
                    word.push(c);
                    word.chars().count() > 1
                        && chars.peek().is_some_and(|next| next.is_alphabetic())
                }
                c if is_breaking_space(c) => true,
                c => {
                    word.push(c);
                    false
                }
            };
            if !breaks {
                continue;
            }
            if !word.is_empty() {
                pieces.push((span.weight, std::mem::take(&mut word)));
            }
            tokens.push(Token {
                pieces: std::mem::take(&mut pieces),
                space: is_breaking_space(c).then_some(span.weight),
                soft: c == '\u{AD}',
                newline: c == '\n',
            });
        }
        if !word.is_empty() {
            pieces.push((span.weight, word));
        }
    }
    if !pieces.is_empty() {
        tokens.push(Token {
            pieces,
            space: None,
            soft: false,
            newline: false,
        });
    }
    tokens
}

fn is_breaking_space(c: char) -> bool {
    c != '\n' && c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, width: f32) -> Vec<String> {
        break_lines(&[Span::regular(text)], 10.0, width)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn breaks_at_spaces_and_keeps_amounts_whole() {
        let lines = texts("u betaalt €\u{A0}1.234,56 aan ons", 30.0);
        assert!(
            lines.len() > 1,
            "the text is wider than the line: {lines:?}"
        );
        assert!(
            lines.iter().any(|line| line.contains("€\u{A0}1.234,56")),
            "an amount is not torn: {lines:?}"
        );
    }

    #[test]
    fn a_soft_hyphen_shows_only_at_a_break() {
        assert_eq!(texts("aan\u{AD}maning", 100.0), ["aanmaning"]);
        assert_eq!(texts("aan\u{AD}maning", 13.0), ["aan-", "maning"]);
    }

    #[test]
    fn a_word_without_breaks_is_torn_at_the_edge() {
        let lines = texts(&"W".repeat(200), 40.0);
        assert_eq!(lines.concat().len(), 200, "nothing is lost");
        for line in break_lines(&[Span::regular("W".repeat(200))], 10.0, 40.0) {
            assert!(line.width <= 40.0, "no line is wider than the room");
        }
    }

    #[test]
    fn line_feeds_and_empty_text() {
        assert_eq!(texts("a\n\nb", 40.0), ["a", "", "b"]);
        assert_eq!(texts("", 40.0), [""]);
    }
}
