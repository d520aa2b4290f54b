//! Text: shaping, measuring, breaking into lines. Lengths in millimetres, sizes in points.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

mod breaks;
mod rich;
mod shape;

pub(crate) use breaks::{break_lines, extent};
pub(crate) use rich::{Span, parse_bold};
pub(crate) use shape::{Glyph, shape};

use crate::fonts::Weight;

/// Millimetres in a point.
pub(crate) const MM: f32 = 25.4 / 72.0;

/// Size and colour of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    /// Font size in points.
    pub(crate) size: f32,
    /// Distance of base lines in millimetres.
    pub(crate) leading: f32,
    /// How dark: 0 is black, 1 white.
    pub(crate) grey: f32,
}

impl Style {
    pub(crate) const BODY: Style = Style {
        size: 10.0,
        leading: 4.9,
        grey: 0.1,
    };
    pub(crate) const TABLE: Style = Style {
        size: 9.0,
        leading: 4.2,
        grey: 0.1,
    };
    pub(crate) const SMALL: Style = Style {
        size: 8.0,
        leading: 3.7,
        grey: 0.38,
    };
}

/// A line of text, shaped, not yet placed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// Runs of one weight.
    pub(crate) runs: Vec<(Weight, Vec<Glyph>)>,
    /// The words, for search and snapshots.
    pub(crate) text: String,
    /// Width in millimetres.
    pub(crate) width: f32,
    /// Text of the glyphs that no single character maps to.
    pub(crate) names: Vec<(Weight, u16, String)>,
}

impl Line {
    /// Shapes text that stays on one line.
    pub(crate) fn of(weight: Weight, text: &str, size: f32) -> Line {
        let mut line = Line::default();
        for (i, word) in text.split(' ').enumerate() {
            if i > 0 {
                line.push(weight, " ", size);
            }
            if !word.is_empty() {
                line.push(weight, word, size);
            }
        }
        line
    }

    /// Adds a word at the end.
    pub(crate) fn push(&mut self, weight: Weight, text: &str, size: f32) {
        let word = shape(weight, text);
        match self.runs.last_mut() {
            Some((last, glyphs)) if *last == weight => glyphs.extend_from_slice(&word.glyphs),
            _ => self.runs.push((weight, word.glyphs.clone())),
        }
        self.text.push_str(text);
        self.width += word.width(size);
        self.names.extend(
            word.names
                .iter()
                .map(|(glyph, name)| (weight, *glyph, name.clone())),
        );
    }
}
