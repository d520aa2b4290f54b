//! Fonts as PDF objects: subset and compressed once, put in every document that needs them.
//!
//! A letter's fonts hold the glyphs that Dutch and English letters use, and whatever else that
//! letter itself uses. So the bytes of a letter depend on the letter alone, not on its run, and
//! nearly all letters share two streams that were made once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{Arc, Mutex, OnceLock};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use subsetter::GlyphRemapper;

use super::{Face, Weight, face};
use crate::DocumentError;

/// Text of glyphs that no single character maps to (ligatures, composed marks).
pub(crate) type GlyphNames = BTreeMap<u16, String>;

/// A subset font, ready to be put in a document.
pub(crate) struct Embedded {
    /// From the font's glyph to the subset's; 0 for what is not in it.
    ids: Vec<u16>,
    /// The font file, compressed, and its length before.
    pub(crate) file: Vec<u8>,
    pub(crate) file_length: i64,
    /// The map from glyphs to text, compressed.
    pub(crate) to_unicode: Vec<u8>,
    /// Width of each glyph of the subset, in thousandths.
    pub(crate) widths: Vec<u16>,
    /// Name with the six letters that mark a subset.
    pub(crate) name: String,
}

impl Embedded {
    /// The subset's number of a glyph.
    pub(crate) fn id(&self, glyph: u16) -> u16 {
        self.ids.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    fn make(face: &Face, extra: &GlyphNames) -> Result<Embedded, DocumentError> {
        let mut glyphs = usual_glyphs(face);
        let usual: BTreeSet<u16> = glyphs.iter().copied().collect();
        glyphs.extend(extra.keys().filter(|id| !usual.contains(id)));
        let remapper = GlyphRemapper::new_from_glyphs(&glyphs);
        let subset = subsetter::subset(face.data, 0, &remapper).map_err(|_| DocumentError::Font)?;
        let in_order: Vec<u16> = remapper.remapped_gids().collect();
        let widths = in_order
            .iter()
            .map(|id| u16::try_from(face.advance(*id)).unwrap_or(0))
            .collect();
        let mut ids = vec![0; usize::from(in_order.iter().copied().max().unwrap_or(0)) + 1];
        for (old, new) in in_order.iter().zip(0u16..) {
            ids[usize::from(*old)] = new;
        }
        let cmap = to_unicode(face, &in_order, extra);
        let name = format!("{}+{}", tag(&in_order), face.weight.postscript_name());
        Ok(Embedded {
            ids,
            file_length: i64::try_from(subset.len()).unwrap_or(0),
            file: deflate(&subset, 9)?,
            to_unicode: deflate(cmap.as_bytes(), 9)?,
            widths,
            name,
        })
    }
}

/// The subset of a weight that also has these glyphs. Made once per process for each set.
pub(crate) fn embedded(weight: Weight, extra: &GlyphNames) -> Result<Arc<Embedded>, DocumentError> {
    type Key = (Weight, Vec<(u16, String)>);
    static MADE: OnceLock<Mutex<HashMap<Key, Arc<Embedded>>>> = OnceLock::new();
    /// Sets kept at once; letters in rare scripts may differ endlessly.
    const KEPT: usize = 64;

    let face = face(weight)?;
    let rare: GlyphNames = extra
        .iter()
        .filter(|(id, _)| !is_usual(weight, **id))
        .map(|(id, text)| (*id, text.clone()))
        .collect();
    let key = (
        weight,
        rare.iter().map(|(id, text)| (*id, text.clone())).collect(),
    );
    let made = MADE.get_or_init(Mutex::default);
    if let Some(known) = made.lock().ok().and_then(|made| made.get(&key).cloned()) {
        return Ok(known);
    }
    let fresh = Arc::new(Embedded::make(face, &rare)?);
    if let Ok(mut made) = made.lock() {
        if made.len() >= KEPT {
            made.retain(|(_, rare), _| rare.is_empty());
        }
        made.insert(key, Arc::clone(&fresh));
    }
    Ok(fresh)
}

/// The glyphs every letter's fonts have, in the font's order.
fn usual_glyphs(face: &Face) -> Vec<u16> {
    let latin = ('\u{20}'..='\u{7E}')
        .chain('\u{A1}'..='\u{AC}')
        .chain('\u{AE}'..='\u{FF}');
    let more = "ĲĳŒœŠšŽžŸ–—‘’‚“”„•…‰€−×\u{2010}".chars();
    let found: BTreeSet<u16> = latin.chain(more).filter_map(|c| face.glyph(c)).collect();
    found.into_iter().collect()
}

/// Whether every letter's fonts have the glyph.
pub(crate) fn is_usual(weight: Weight, glyph: u16) -> bool {
    static SETS: [OnceLock<Vec<bool>>; 2] = [OnceLock::new(), OnceLock::new()];
    let set = SETS[usize::from(weight == Weight::Bold)].get_or_init(|| {
        let glyphs = face(weight).map(usual_glyphs).unwrap_or_default();
        let mut set = vec![false; usize::from(glyphs.last().copied().unwrap_or(0)) + 1];
        for id in glyphs {
            set[usize::from(id)] = true;
        }
        set
    });
    set.get(usize::from(glyph)).copied().unwrap_or(false)
}

/// Six capitals that depend on the glyphs only, as the PDF standard asks for a subset's name.
fn tag(glyphs: &[u16]) -> String {
    let mut hash = crate::pdf::fnv(glyphs.iter().flat_map(|id| id.to_be_bytes()));
    (0..6)
        .map(|_| {
            let letter = u8::try_from(hash % 26).unwrap_or(0);
            hash /= 26;
            char::from(b'A' + letter)
        })
        .collect()
}

fn to_unicode(face: &Face, glyphs: &[u16], names: &GlyphNames) -> String {
    let mut lines = Vec::new();
    for (id, code) in glyphs.iter().zip(0u16..).skip(1) {
        let text = match names.get(id) {
            Some(text) if face.char_of(*id).is_none() => text.clone(),
            _ => match face.char_of(*id) {
                Some(c) => plain(c).to_string(),
                None => continue,
            },
        };
        let utf16: String = text.encode_utf16().fold(String::new(), |mut hex, unit| {
            let _ = write!(hex, "{unit:04X}");
            hex
        });
        lines.push(format!("<{code:04X}> <{utf16}>"));
    }
    let mut cmap = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    // The standard allows at most 100 lines in a section.
    for part in lines.chunks(100) {
        let _ = writeln!(
            cmap,
            "{} beginbfchar\n{}\nendbfchar",
            part.len(),
            part.join("\n")
        );
    }
    cmap.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    cmap
}

/// What copying gives: a plain space for every kind of space, a plain hyphen for its look-alikes.
fn plain(c: char) -> char {
    match c {
        '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    }
}

/// The level for page contents: a sixth larger than the best, and several times as fast.
pub(crate) const QUICK: u32 = 2;

/// Compresses for a PDF stream: 9 for what is made once, [`QUICK`] for what is made for each letter.
pub(crate) fn deflate(bytes: &[u8], level: u32) -> Result<Vec<u8>, DocumentError> {
    let mut encoder =
        ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(level));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|e| DocumentError::Pdf(e.to_string()))
}
