//! How hard a passphrase is to guess: a cautious estimate, offline.
//!
//! It counts what a guesser would try: words rather than letters, repeats, runs such as `1234`,
//! and the words that everybody uses. It never overrates a long but monotonous text.

use std::collections::HashSet;

use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::error::AppResult;
use crate::session::Context;

/// A passphrase to judge.
#[derive(Clone, Deserialize, TS)]
pub struct Strength {
    /// The passphrase.
    pub passphrase: String,
}

/// How hard a passphrase is to guess.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PassphraseStrength {
    /// 0 (guessed at once) to 4 (strong).
    pub score: u8,
    /// Estimated bits of entropy.
    pub bits: u32,
    /// Whether the program accepts it.
    pub acceptable: bool,
    /// How to make it better, in words.
    pub advice: Vec<String>,
}

/// Judges a passphrase.
///
/// # Errors
/// None.
pub fn passphrase_strength(
    context: &mut Context<'_>,
    request: Strength,
) -> AppResult<PassphraseStrength> {
    let passphrase = Zeroizing::new(request.passphrase);
    Ok(estimate(&passphrase, context.lang))
}

/// Bits below which a passphrase is refused. The key derivation adds about 20 bits of work.
const ACCEPTABLE_BITS: u32 = 40;

const COMMON: &[&str] = &[
    "wachtwoord",
    "password",
    "welkom",
    "welcome",
    "geheim",
    "secret",
    "qwerty",
    "azerty",
    "admin",
    "letmein",
    "standvast",
    "hallo",
    "hello",
    "zomer",
    "winter",
    "lente",
    "herfst",
    "summer",
    "januari",
    "februari",
    "maart",
    "april",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "amsterdam",
    "rotterdam",
    "ajax",
    "feyenoord",
    "nederland",
    "iloveyou",
    "bakkerij",
    "test",
    "login",
    "passphrase",
    "wachtzin",
];

/// What one character adds, in tenths of a bit, by the class it comes from.
fn character_tenths(c: char) -> u32 {
    match c {
        '0'..='9' => 33,
        'a'..='z' => 42,
        'A'..='Z' => 45,
        _ if c.is_ascii() => 48,
        _ => 55,
    }
}

/// Bits of a word, in tenths: never more than a word of a large dictionary with its variations,
/// unless it is no word at all.
fn word_tenths(word: &str) -> u32 {
    let lower = word.to_lowercase();
    let letters: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    if COMMON
        .iter()
        .any(|common| letters == *common || letters == format!("{common}s"))
    {
        return 60;
    }
    let mut tenths = 0;
    let mut seen = HashSet::new();
    let mut before: Option<char> = None;
    for c in word.chars() {
        let follows = before.is_some_and(|b| {
            let (b, c) = (u32::from(b), u32::from(c));
            b == c || b + 1 == c || c + 1 == b
        });
        tenths += match (follows, seen.insert(c)) {
            (true, _) => 5,
            (false, true) => character_tenths(c),
            (false, false) => character_tenths(c) / 2,
        };
        before = Some(c);
    }
    let only_letters = word.chars().all(char::is_alphabetic);
    if only_letters {
        tenths.min(130)
    } else {
        tenths
    }
}

/// Estimates a passphrase.
pub fn estimate(passphrase: &str, lang: Lang) -> PassphraseStrength {
    let mut words: HashSet<String> = HashSet::new();
    let tenths: u32 = passphrase
        .split(|c: char| c.is_whitespace() || c == '-' || c == '_')
        .filter(|word| !word.is_empty())
        .map(|word| {
            if words.insert(word.to_lowercase()) {
                word_tenths(word)
            } else {
                10
            }
        })
        .sum();
    let bits = tenths / 10;
    let score = match bits {
        0..=19 => 0,
        20..=39 => 1,
        40..=54 => 2,
        55..=69 => 3,
        _ => 4,
    };
    let acceptable = bits >= ACCEPTABLE_BITS && passphrase.chars().count() >= 10;
    PassphraseStrength {
        score,
        bits,
        acceptable,
        advice: advice(passphrase, words.len(), bits, lang),
    }
}

fn advice(passphrase: &str, words: usize, bits: u32, lang: Lang) -> Vec<String> {
    let mut advice = Vec::new();
    let mut say = |nl: &str, en: &str| {
        advice.push(match lang {
            Lang::Nl => nl.to_string(),
            Lang::En => en.to_string(),
        });
    };
    if bits >= 70 || passphrase.is_empty() {
        return advice;
    }
    if words < 4 {
        say(
            "Vier of vijf losse woorden zijn sterk en goed te onthouden.",
            "Four or five unrelated words are strong and easy to remember.",
        );
    }
    let lower = passphrase.to_lowercase();
    if COMMON.iter().any(|common| lower.contains(common)) {
        say(
            "Vermijd woorden die iedereen gebruikt, zoals maanden, seizoenen en steden.",
            "Avoid words that everybody uses, such as months, seasons and cities.",
        );
    }
    advice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acceptable(passphrase: &str) -> bool {
        estimate(passphrase, Lang::Nl).acceptable
    }

    #[test]
    fn weak_ones_are_refused() {
        for weak in [
            "",
            "a",
            "wachtwoord",
            "Welkom01!",
            "aaaaaaaaaaaaaaaaaaaa",
            "12345678901234567890",
            "zomer zomer zomer zomer",
            "Amsterdam2026",
        ] {
            assert!(!acceptable(weak), "{weak:?} would be guessed");
        }
    }

    #[test]
    fn strong_ones_are_accepted() {
        for strong in [
            "correct paard batterij nietje",
            "k7#Rp2!vQz9w",
            "molen regen fiets lantaarn boter",
        ] {
            assert!(acceptable(strong), "{strong:?} is hard to guess");
        }
    }
}
