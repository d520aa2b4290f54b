//! Pages as SVG for the preview: the very outlines of the fonts, at the very places of the PDF.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, SvgSink};

use crate::fonts::{Weight, face};
use crate::page::geometry::{PAPER_HEIGHT, PAPER_WIDTH};
use crate::page::{Mark, Page};
use crate::text::{Line, MM, Style};
use crate::{DocumentError, Logo};

/// Draws a page. Text is drawn as outlines, so no font need be installed.
pub(crate) fn draw(page: &Page, logo: Option<&Logo>) -> Result<String, DocumentError> {
    let mut used = BTreeSet::new();
    let mut body = String::new();
    for mark in &page.marks {
        match mark {
            Mark::Text { x, y, line, style } => text(*x, *y, line, *style, &mut used, &mut body),
            Mark::Rule {
                from,
                to,
                thickness,
                grey,
            } => {
                let colour = hex(*grey);
                let _ = write!(
                    body,
                    "<path d=\"M{:.2} {:.2}L{:.2} {:.2}\" stroke=\"{colour}\" stroke-width=\"{thickness:.2}\"/>",
                    from.0, from.1, to.0, to.1
                );
            }
            Mark::Qr { x, y, side, code } => {
                let unit = side / f32::from(code.size);
                let _ = write!(
                    body,
                    "<path transform=\"translate({x:.2} {y:.2}) scale({unit:.4})\" d=\""
                );
                for [left, top, right, bottom] in &code.dark {
                    let _ = write!(body, "M{left} {top}H{right}V{bottom}H{left}z");
                }
                body.push_str("\"/>");
            }
            Mark::Logo {
                x,
                y,
                width,
                height,
            } => {
                if let Some(logo) = logo {
                    let _ = write!(
                        body,
                        "<image x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" href=\"{}\"/>",
                        data_url(&logo.inner.source)
                    );
                }
            }
        }
    }
    let shapes = shapes(&used)?;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {PAPER_WIDTH} {PAPER_HEIGHT}\"><defs>{shapes}</defs><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{body}</svg>"
    ))
}

fn text(
    x: f32,
    y: f32,
    line: &Line,
    style: Style,
    used: &mut BTreeSet<(Weight, u16)>,
    out: &mut String,
) {
    let unit = style.size * MM / 1000.0;
    let _ = write!(
        out,
        "<g transform=\"translate({x:.2} {y:.2}) scale({unit:.6} -{unit:.6})\" fill=\"{}\" role=\"text\" aria-label=\"{}\">",
        hex(style.grey),
        escape(&line.text)
    );
    let mut pen = 0_i32;
    for (weight, glyphs) in &line.runs {
        for glyph in glyphs {
            if used.contains(&(*weight, glyph.id)) || has_outline(*weight, glyph.id) {
                used.insert((*weight, glyph.id));
                let (dx, dy) = (pen + i32::from(glyph.dx), glyph.dy);
                let _ = write!(
                    out,
                    "<use href=\"#{}{}\" x=\"{dx}\" y=\"{dy}\"/>",
                    weight.resource(),
                    glyph.id
                );
            }
            pen += i32::from(glyph.advance);
        }
    }
    out.push_str("</g>");
}

fn has_outline(weight: Weight, glyph: u16) -> bool {
    outline(weight, glyph).is_some_and(|path| !path.is_empty())
}

fn outline(weight: Weight, glyph: u16) -> Option<String> {
    let face = face(weight).ok()?;
    let mut sink = SvgSink::with_precision(0);
    let outline = face
        .font
        .outline_glyphs()
        .get(GlyphId::new(u32::from(glyph)))?;
    outline
        .draw(&DrawOptions::new(), DrawMemory::Scratch, &mut sink)
        .ok()?;
    Some(sink.to_string())
}

fn shapes(used: &BTreeSet<(Weight, u16)>) -> Result<String, DocumentError> {
    let mut shapes = String::new();
    for (weight, glyph) in used {
        let path = outline(*weight, *glyph).ok_or(DocumentError::Font)?;
        let _ = write!(
            shapes,
            "<path id=\"{}{glyph}\" d=\"{path}\"/>",
            weight.resource()
        );
    }
    Ok(shapes)
}

fn hex(grey: f32) -> String {
    let level = (grey.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("#{level:02x}{level:02x}{level:02x}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The picture inside the document, as base64.
fn data_url(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let kind = if bytes.starts_with(b"\x89PNG") {
        "png"
    } else {
        "jpeg"
    };
    let mut url = format!("data:image/{kind};base64,");
    for part in bytes.chunks(3) {
        let word = part
            .iter()
            .fold(0_u32, |word, byte| word << 8 | u32::from(*byte))
            << (8 * (3 - part.len()));
        for i in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * i) & 63) as usize];
            url.push(if i <= part.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::data_url;

    #[test]
    fn base64_of_every_remainder() {
        let tail = |bytes: &[u8]| {
            data_url(bytes)
                .split_once(',')
                .map(|(_, tail)| tail.to_owned())
                .unwrap()
        };
        assert_eq!(tail(b"Man"), "TWFu");
        assert_eq!(tail(b"Ma"), "TWE=");
        assert_eq!(tail(b"M"), "TQ==");
    }
}
