//! The two fonts of every document: what they can print, and how they are put in a PDF.

mod embed;
mod face;

pub(crate) use embed::{Embedded, GlyphNames, QUICK, deflate, embedded, is_usual};
pub(crate) use face::{Face, Weight, face};

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::DocumentError;

/// Whether every character of the text can be printed; else the characters no font has, in
/// order of appearance, each once.
///
/// The text is judged as it will be printed: composed (NFC), control characters left out.
pub fn can_print(text: &str) -> Result<(), Vec<char>> {
    let Ok(regular) = face(Weight::Regular) else {
        return Ok(());
    };
    let mut missing = Vec::new();
    for c in tidy(text).chars() {
        if !matches!(c, ' '..='~')
            && !is_invisible(c)
            && regular.glyph(c).is_none()
            && !missing.contains(&c)
        {
            missing.push(c);
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing)
    }
}

/// The error for texts of which some character cannot be printed.
pub(crate) fn refuse_unprintable<'a>(
    texts: impl IntoIterator<Item = &'a str>,
) -> Result<(), DocumentError> {
    let mut missing = Vec::new();
    for text in texts {
        if let Err(chars) = can_print(text) {
            missing.extend(chars);
        }
    }
    missing.dedup();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(DocumentError::Unprintable(missing))
    }
}

/// The text as it is shaped: composed, tabs as spaces, other control characters and marks of
/// writing direction left out. Line feeds stay.
pub(crate) fn tidy(text: &str) -> Cow<'_, str> {
    // Below the combining marks every character is its own composed form; nearly all text is here.
    let settled =
        |c: char| matches!(c, '\n' | ' '..='~' | '\u{A0}'..'\u{300}' | '–'..='‟' | '•' | '…' | '€');
    if text.chars().all(settled) {
        return Cow::Borrowed(text);
    }
    let tidied = text.nfc().filter_map(|c| match c {
        '\n' => Some('\n'),
        '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        // Marks of direction have no place in left-to-right letters and could reorder digits.
        '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    Cow::Owned(tidied.collect())
}

/// Characters that need no glyph: spaces of any width, joiners, soft hyphen, variation selectors.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_greek_and_cyrillic_can_be_printed() {
        for text in [
            "€ 1.234,56",
            "Ångström Łódź Şükrü",
            "Ελληνικά",
            "Москва",
            "Sjoeke\u{301}",
            "naïve – ‘x’ … №",
        ] {
            assert_eq!(can_print(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_no_font_has_is_named_once() {
        assert_eq!(
            can_print("Bakkerij 面包 面 🥐"),
            Err(vec!['面', '包', '🥐'])
        );
    }

    #[test]
    fn controls_do_not_reach_the_page() {
        assert_eq!(
            tidy("a\u{0}b\tc\u{202E}d\r\ne\u{301}"),
            "ab cd\né",
            "only printable text is left, composed"
        );
    }
}
