//! Words → glyphs with kerning, by harfrust. Shaped words are remembered per thread.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{Buffer, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

use super::MM;
use crate::fonts::{Face, Weight, face, is_invisible};

/// A glyph with its place relative to the pen. Units: thousandths of the font size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Number in the full font.
    pub(crate) id: u16,
    /// How far the pen moves, kerning included.
    pub(crate) advance: i16,
    /// Shift of the glyph to the right.
    pub(crate) dx: i16,
    /// Shift of the glyph upwards.
    pub(crate) dy: i16,
}

/// A shaped word.
#[derive(Debug, Default)]
pub(crate) struct Word {
    pub(crate) glyphs: Vec<Glyph>,
    /// Sum of the advances.
    pub(crate) units: i32,
    /// Text of the glyphs that no single character maps to; nearly always empty.
    pub(crate) names: Vec<(u16, String)>,
}

impl Word {
    /// Width in millimetres at a font size.
    pub(crate) fn width(&self, size: f32) -> f32 {
        self.units as f32 * size * MM / 1000.0
    }
}

/// Words kept per thread before the memory is cleared.
const REMEMBERED: usize = 20_000;

thread_local! {
    static WORDS: RefCell<[HashMap<String, Rc<Word>>; 2]> = RefCell::default();
    static PLANS: RefCell<Vec<(Weight, Script, Rc<ShapePlan>)>> = const { RefCell::new(Vec::new()) };
}

/// Shapes one word (or a space). Characters without a glyph become the font's empty box; callers
/// have refused such text before.
pub(crate) fn shape(weight: Weight, text: &str) -> Rc<Word> {
    let slot = usize::from(weight == Weight::Bold);
    let known = WORDS.with_borrow(|words| words[slot].get(text).map(Rc::clone));
    if let Some(word) = known {
        return word;
    }
    let word = Rc::new(
        face(weight)
            .map(|face| shape_anew(face, text))
            .unwrap_or_default(),
    );
    WORDS.with_borrow_mut(|words| {
        if words[slot].len() >= REMEMBERED {
            words[slot].clear();
        }
        words[slot].insert(text.to_owned(), Rc::clone(&word));
    });
    word
}

fn shape_anew(face: &'static Face, text: &str) -> Word {
    // A no-break space is a space once lines are broken, and copies as one.
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}'))
        .map(|c| {
            if is_invisible(c) && c.is_whitespace() {
                ' '
            } else {
                c
            }
        })
        .collect();
    let mut buffer = Buffer::new();
    buffer.push_str(&text);
    buffer.guess_segment_properties();
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_language(None);
    let script = buffer.script().unwrap_or(Script::LATIN);
    buffer.set_script(Some(script));
    let plan = plan(face, script);
    let shaper = ShaperFont::new(&face.font);
    if harfrust::shape(
        &shaper,
        &mut buffer,
        ShapeOptions::new().plan(Some(&plan)).features(&features()),
    )
    .is_err()
    {
        return Word::default();
    }
    collect(face, &text, &buffer)
}

/// No ligatures: they gain nothing at these sizes and can surprise in numbers and names.
fn features() -> [Feature; 2] {
    [
        Feature::new(Tag::new(b"liga"), 0, ..),
        Feature::new(Tag::new(b"clig"), 0, ..),
    ]
}

fn plan(face: &Face, script: Script) -> Rc<ShapePlan> {
    PLANS.with_borrow_mut(|plans| {
        if let Some((_, _, plan)) = plans
            .iter()
            .find(|(w, s, _)| *w == face.weight && *s == script)
        {
            return Rc::clone(plan);
        }
        let plan = Rc::new(ShapePlan::new(
            &face.font,
            Direction::LeftToRight,
            Some(script),
            None,
            &features(),
        ));
        plans.push((face.weight, script, Rc::clone(&plan)));
        plan
    })
}

fn collect(face: &Face, text: &str, buffer: &Buffer) -> Word {
    let infos = buffer.glyph_infos();
    let mut word = Word::default();
    for (i, (info, place)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        let id = u16::try_from(info.glyph_id).unwrap_or(0);
        let short = |n: i32| i16::try_from(n).unwrap_or(0);
        word.glyphs.push(Glyph {
            id,
            advance: short(place.x_advance),
            dx: short(place.x_offset),
            dy: short(place.y_offset),
        });
        word.units = word.units.saturating_add(place.x_advance);
        let first_of_cluster = i == 0
            || infos
                .get(i - 1)
                .is_some_and(|before| before.cluster != info.cluster);
        if face.char_of(id).is_none() && first_of_cluster {
            word.names.push((
                id,
                cluster_text(text, infos.iter().map(|g| g.cluster), info.cluster),
            ));
        }
    }
    word
}

fn cluster_text(text: &str, clusters: impl Iterator<Item = u32>, start: u32) -> String {
    let from = start as usize;
    let to = clusters
        .filter(|c| *c > start)
        .min()
        .map_or(text.len(), |c| c as usize);
    text.get(from..to).unwrap_or_default().to_owned()
}
