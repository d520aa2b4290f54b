//! Pages: marks at places in millimetres from the upper left corner of an A4 sheet.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

mod flow;
pub(crate) mod geometry;
mod table;

pub(crate) use flow::{Flow, Frame, Slice, base_line};
pub(crate) use table::{Column, Row, Table};

use std::sync::Arc;

use crate::fonts::Weight;
use crate::qr::QrMatrix;
use crate::text::{Line, Style};

/// Something drawn.
#[derive(Clone, Debug)]
pub(crate) enum Mark {
    /// A line of text; `y` is its base line.
    Text {
        x: f32,
        y: f32,
        line: Line,
        style: Style,
    },
    /// A straight line.
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        thickness: f32,
        grey: f32,
    },
    /// A QR code without its quiet zone, which the layout leaves free.
    Qr {
        x: f32,
        y: f32,
        side: f32,
        code: Arc<QrMatrix>,
    },
    /// The logo.
    Logo {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
}

impl Mark {
    /// Text that starts at `x`.
    pub(crate) fn text(x: f32, y: f32, weight: Weight, text: &str, style: Style) -> Mark {
        Mark::Text {
            x,
            y,
            line: Line::of(weight, &crate::fonts::tidy(text), style.size),
            style,
        }
    }

    /// Text that ends at `right`.
    pub(crate) fn text_right(right: f32, y: f32, weight: Weight, text: &str, style: Style) -> Mark {
        let line = Line::of(weight, &crate::fonts::tidy(text), style.size);
        Mark::Text {
            x: right - line.width,
            y,
            line,
            style,
        }
    }

    /// The mark, `down` millimetres lower.
    pub(crate) fn lowered(mut self, down: f32) -> Mark {
        match &mut self {
            Mark::Text { y, .. } | Mark::Qr { y, .. } | Mark::Logo { y, .. } => *y += down,
            Mark::Rule { from, to, .. } => {
                from.1 += down;
                to.1 += down;
            }
        }
        self
    }
}

/// A page with what is drawn on it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
}
