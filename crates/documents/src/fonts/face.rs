//! One weight of Noto Sans, read once per process.

use std::collections::HashMap;
use std::sync::OnceLock;

use harfrust::Font;

use crate::DocumentError;

/// The weights that are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(crate) const ALL: [Weight; 2] = [Weight::Regular, Weight::Bold];

    /// The name under which page contents call the font.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Weight::Regular => "NR",
            Weight::Bold => "NB",
        }
    }

    /// The font's own name.
    pub(crate) fn postscript_name(self) -> &'static str {
        match self {
            Weight::Regular => "NotoSans-Regular",
            Weight::Bold => "NotoSans-Bold",
        }
    }

    fn bytes(self) -> &'static [u8] {
        match self {
            Weight::Regular => include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            Weight::Bold => include_bytes!("../../fonts/NotoSans-Bold.ttf"),
        }
    }
}

/// A font with the lookups that layout needs. All measures are in thousandths of the font size.
pub(crate) struct Face {
    pub(crate) weight: Weight,
    pub(crate) font: Font,
    pub(crate) data: &'static [u8],
    glyphs: HashMap<char, u16>,
    chars: HashMap<u16, char>,
    advances: Vec<u16>,
    pub(crate) metrics: FaceMetrics,
}

/// What a font descriptor tells.
pub(crate) struct FaceMetrics {
    pub(crate) ascent: i64,
    pub(crate) descent: i64,
    pub(crate) cap_height: i64,
    pub(crate) bounds: [i32; 4],
}

impl Face {
    fn read(weight: Weight) -> Option<Face> {
        let data = weight.bytes();
        let font = Font::new(data, 0)?;
        // Everything below relies on 1000 units: widths, kerns and offsets go into the PDF as they are.
        if font.units_per_em() != 1000 {
            return None;
        }
        let mut glyphs = HashMap::new();
        let mut chars: HashMap<u16, char> = HashMap::new();
        for (code, glyph) in font.charmap().unicodes() {
            let (Some(c), Ok(id)) = (char::from_u32(code), u16::try_from(glyph.to_u32())) else {
                continue;
            };
            glyphs.insert(c, id);
            // Of several characters with one glyph, the first in Unicode's order is what copying gives.
            chars
                .entry(id)
                .and_modify(|known| *known = (*known).min(c))
                .or_insert(c);
        }
        let advances = {
            let shaper = harfrust::ShaperFont::new(&font);
            (0..font.num_glyphs())
                .map(|id| {
                    u16::try_from(shaper.glyph_h_advance(harfrust::GlyphId::new(id))).unwrap_or(0)
                })
                .collect()
        };
        let metrics = read_metrics(data)?;
        Some(Face {
            weight,
            font,
            data,
            glyphs,
            chars,
            advances,
            metrics,
        })
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        self.glyphs.get(&c).copied()
    }

    /// The character a glyph stands for, when it stands for one by itself.
    pub(crate) fn char_of(&self, glyph: u16) -> Option<char> {
        self.chars.get(&glyph).copied()
    }

    /// Width of a glyph without kerning.
    pub(crate) fn advance(&self, glyph: u16) -> i32 {
        i32::from(self.advances.get(usize::from(glyph)).copied().unwrap_or(0))
    }
}

/// The face of a weight; an error only when the program itself is damaged.
pub(crate) fn face(weight: Weight) -> Result<&'static Face, DocumentError> {
    static REGULAR: OnceLock<Option<Face>> = OnceLock::new();
    static BOLD: OnceLock<Option<Face>> = OnceLock::new();
    let cell = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    cell.get_or_init(|| Face::read(weight))
        .as_ref()
        .ok_or(DocumentError::Font)
}

/// Reads `head`, `hhea` and `OS/2` where they lie; the fonts are ours and fixed.
fn read_metrics(data: &[u8]) -> Option<FaceMetrics> {
    let short = |at: usize| Some(i16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?));
    let table = |tag: &[u8; 4]| {
        let count = usize::try_from(short(4)?).ok()?;
        let entry = (0..count)
            .map(|i| 12 + 16 * i)
            .find(|at| data.get(*at..at + 4) == Some(tag))?;
        usize::try_from(u32::from_be_bytes(
            data.get(entry + 8..entry + 12)?.try_into().ok()?,
        ))
        .ok()
    };
    let (head, hhea, os2) = (table(b"head")?, table(b"hhea")?, table(b"OS/2")?);
    let bound = |i: usize| short(head + 36 + 2 * i).map(i32::from);
    Some(FaceMetrics {
        ascent: short(hhea + 4)?.into(),
        descent: short(hhea + 6)?.into(),
        cap_height: short(os2 + 88)?.into(),
        bounds: [bound(0)?, bound(1)?, bound(2)?, bound(3)?],
    })
}
