//! How lists are searched: capitals and accents do not count, every typed word must occur.

use credit::matching::fold;

/// The typed words, folded; none means that everything is found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words(Vec<String>);

impl Words {
    /// The words of a text that was typed.
    pub(crate) fn of(text: Option<&str>) -> Words {
        let words = text.unwrap_or_default().split_whitespace().map(fold);
        Words(words.filter(|word| !word.is_empty()).collect())
    }

    /// Whether all of them occur in a folded text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        self.0.iter().all(|word| text.contains(word.as_str()))
    }

    /// The words that do not occur in a folded text.
    pub(crate) fn not_in(&self, text: &str) -> Vec<&str> {
        let missing = self.0.iter().map(String::as_str);
        missing.filter(|word| !text.contains(word)).collect()
    }
}

/// Texts as they are searched: folded, one per line, so that no word runs over from one to the next.
pub(crate) fn searchable<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for text in texts {
        let folded = fold(text);
        if !folded.is_empty() {
            all.push_str(&folded);
            all.push('\n');
        }
    }
    all
}

/// A number as people sort it: `2026-9` before `2026-10`. Each run of digits is led by how many there
/// are, so that the longer number is the greater one.
pub(crate) fn natural(number: &str) -> String {
    let mut key = String::with_capacity(number.len() + 4);
    natural_into(number, &mut key);
    key
}

/// The same, into a text that is used again for the next.
pub(crate) fn natural_into(number: &str, key: &mut String) {
    key.clear();
    let mut rest = number;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            let bare = run.trim_start_matches('0');
            // `0` to `9` for up to nine digits, and letters of the alphabet for more.
            let length = u8::try_from(bare.len()).unwrap_or(u8::MAX).min(70);
            key.push(char::from(b'0' + length));
            key.push_str(bare);
            rest = after;
        } else {
            key.extend(first.to_lowercase());
            rest = &rest[first.len_utf8()..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_occur_whatever_its_accents() {
        let text = searchable([
            "Ångström & Zonen B.V.",
            "K-17",
            "info@angstrom.nl",
            "1234AB",
        ]);
        for typed in ["angstrom", "ÅNG zon", "k-17", "info@ang", "1234ab", "  "] {
            assert!(Words::of(Some(typed)).are_in(&text), "{typed:?} finds it");
        }
        assert!(
            !Words::of(Some("zonen jansen")).are_in(&text),
            "both words must occur"
        );
        assert!(
            !Words::of(Some("k-17info")).are_in(&text),
            "texts do not run together"
        );
    }

    #[test]
    fn numbers_sort_as_people_read_them() {
        let mut numbers = vec!["2026-10", "2026-9", "A2", "a10", "2025-100"];
        numbers.sort_by_key(|number| natural(number));
        assert_eq!(numbers, ["2025-100", "2026-9", "2026-10", "A2", "a10"]);
        assert!(
            natural("9") < natural("12345678901"),
            "more than nine digits are more still"
        );
        assert_eq!(
            natural("F-007"),
            natural("f-7"),
            "zeros in front and capitals say nothing"
        );
    }
}
