//! Marks of a page → printpdf's operations.

use printpdf::{
    Color, CurTransMat, DictItem, FontId, Greyscale, Line, LinePoint, Op, PdfFontHandle, Point, Pt,
    TextMatrix, XObjectId, XObjectTransform,
};

use super::{Fonts, logo};
use crate::fonts::{Weight, face};
use crate::page::geometry::PAPER_HEIGHT;
use crate::page::{Mark, Page};
use crate::qr::QrMatrix;
use crate::text::{MM, Style};

/// The operations that draw a page.
pub(crate) fn of(page: &Page, fonts: &Fonts) -> Vec<Op> {
    let mut pen = Pen {
        ops: Vec::with_capacity(page.marks.len() * 6),
        fill: None,
        fonts,
    };
    for mark in &page.marks {
        match mark {
            Mark::Text { x, y, line, style } => pen.text(*x, *y, line, *style),
            Mark::Rule {
                from,
                to,
                thickness,
                grey,
            } => pen.rule(*from, *to, *thickness, *grey),
            Mark::Qr { x, y, side, code } => pen.qr(*x, *y, *side, code),
            Mark::Logo {
                x,
                y,
                width,
                height,
            } => pen.logo(*x, *y, *width, *height),
        }
    }
    pen.ops
}

struct Pen<'a> {
    ops: Vec<Op>,
    fill: Option<f32>,
    fonts: &'a Fonts,
}

/// Points from millimetres, to a hundredth: finer is invisible and only makes files larger.
fn points(millimetres: f32) -> f32 {
    (millimetres / MM * 100.0).round() / 100.0
}

fn grey(level: f32) -> Color {
    Color::Greyscale(Greyscale {
        percent: level,
        icc_profile: None,
    })
}

impl Pen<'_> {
    fn fill_with(&mut self, level: f32) {
        if self.fill != Some(level) {
            self.ops.push(Op::SetFillColor { col: grey(level) });
            self.fill = Some(level);
        }
    }

    fn text(&mut self, x: f32, y: f32, line: &crate::text::Line, style: Style) {
        if line.runs.is_empty() {
            return;
        }
        self.fill_with(style.grey);
        self.ops.push(Op::StartTextSection);
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, points(x), points(PAPER_HEIGHT - y)]);
        self.ops.push(Op::SetTextMatrix { matrix });
        for (weight, glyphs) in &line.runs {
            let font = PdfFontHandle::External(FontId(weight.resource().to_owned()));
            self.ops.push(Op::SetFont {
                font,
                size: Pt(style.size),
            });
            self.run(*weight, glyphs, style.size);
        }
        self.ops.push(Op::EndTextSection);
    }

    /// One operator for the run; only marks that are raised need more.
    ///
    /// The operands are written here, not by printpdf's `ShowText`, which makes a string of each
    /// glyph: that is several times the bytes to write and to compress.
    fn run(&mut self, weight: Weight, glyphs: &[crate::text::Glyph], size: f32) {
        let (Some(font), Ok(face)) = (self.fonts.embedded(weight), face(weight)) else {
            return;
        };
        let mut shown = Shown::default();
        let mut raised = 0;
        for glyph in glyphs {
            if glyph.dy != raised {
                self.show(&mut shown);
                raised = glyph.dy;
                self.ops.push(Op::SetLineOffset {
                    multiplier: f32::from(raised) * size / 1000.0,
                });
            }
            shown.move_back(-i32::from(glyph.dx));
            shown.codes.extend(font.id(glyph.id).to_be_bytes());
            shown
                .move_back(face.advance(glyph.id) - i32::from(glyph.advance) + i32::from(glyph.dx));
        }
        self.show(&mut shown);
        if raised != 0 {
            self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    fn show(&mut self, shown: &mut Shown) {
        shown.end_string();
        let items = std::mem::take(&mut shown.items);
        if !items.is_empty() {
            self.ops.push(Op::Unknown {
                key: "TJ".to_owned(),
                value: vec![DictItem::Array(items)],
            });
        }
    }

    fn rule(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32, level: f32) {
        let point = |(x, y): (f32, f32)| LinePoint {
            p: Point {
                x: Pt(points(x)),
                y: Pt(points(PAPER_HEIGHT - y)),
            },
            bezier: false,
        };
        self.ops.push(Op::SetOutlineColor { col: grey(level) });
        self.ops.push(Op::SetOutlineThickness {
            pt: Pt(points(thickness)),
        });
        self.ops.push(Op::DrawLine {
            line: Line {
                points: vec![point(from), point(to)],
                is_closed: false,
            },
        });
    }

    /// All squares in one path, drawn in units of squares: small numbers, no seams.
    ///
    /// As operators of our own, since printpdf paints each rectangle by itself.
    fn qr(&mut self, x: f32, y: f32, side: f32, code: &QrMatrix) {
        let unit = side / f32::from(code.size) / MM;
        self.fill_with(0.0);
        self.ops.push(Op::SaveGraphicsState);
        let matrix = CurTransMat::Raw([
            unit,
            0.0,
            0.0,
            unit,
            points(x),
            points(PAPER_HEIGHT - y - side),
        ]);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        for &[left, top, right, bottom] in &code.dark {
            let place = [left, code.size - bottom, right - left, bottom - top];
            let value = place.map(|n| DictItem::Int(i64::from(n))).to_vec();
            self.ops.push(Op::Unknown {
                key: "re".to_owned(),
                value,
            });
        }
        self.ops.push(Op::Unknown {
            key: "f".to_owned(),
            value: Vec::new(),
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn logo(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let transform = XObjectTransform {
            translate_x: Some(Pt(points(x))),
            translate_y: Some(Pt(points(PAPER_HEIGHT - y - height))),
            scale_x: Some(points(width)),
            scale_y: Some(points(height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject {
            id: XObjectId(logo::RESOURCE.to_owned()),
            transform,
        });
    }
}

/// The operand of a text operator: strings of glyphs with numbers between them.
#[derive(Default)]
struct Shown {
    items: Vec<DictItem>,
    codes: Vec<u8>,
}

impl Shown {
    /// Moves the pen back by so many thousandths of the font size.
    fn move_back(&mut self, units: i32) {
        if units != 0 {
            self.end_string();
            self.items.push(DictItem::Int(i64::from(units)));
        }
    }

    fn end_string(&mut self) {
        if !self.codes.is_empty() {
            self.items.push(DictItem::String {
                data: std::mem::take(&mut self.codes),
                literal: false,
            });
        }
    }
}
