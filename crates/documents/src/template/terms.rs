//! Words that set a term or a last day. A 14-day letter may hold none beside the locked sentence:
//! a second, other term makes the costs not due at all (HR 25-11-2016, ECLI:NL:HR:2016:2704).

/// Stands for the value of a field in text that is judged.
pub(crate) const FIELD: char = '\u{FFFC}';

const UNITS: &[&str] = &[
    "dag",
    "dagen",
    "werkdag",
    "werkdagen",
    "etmaal",
    "etmalen",
    "week",
    "weken",
    "maand",
    "maanden",
    "uur",
    "uren",
    "kwartaal",
    "jaar",
    "day",
    "days",
    "workday",
    "workdays",
    "weeks",
    "fortnight",
    "month",
    "months",
    "hour",
    "hours",
    "year",
    "years",
];
/// Words that may stand between a number and its unit.
const BETWEEN: &[&str] = &[
    "working", "business", "calendar", "hele", "volle", "full", "kalender", "vrije",
];
const NUMBERS: &[&str] = &[
    "een",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
    "eenentwintig",
    "dertig",
    "enkele",
    "paar",
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "few",
];
const DEADLINES: &[&str] = &[
    "uiterlijk",
    "ultimo",
    "deadline",
    "vandaag",
    "morgen",
    "overmorgen",
    "dagtekening",
    "today",
    "tomorrow",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "weekend",
    "latest",
    "later",
    "betaaltermijn",
    "veertiendagentermijn",
    "termijn",
];
const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "jan",
    "feb",
    "mrt",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "oct",
    "nov",
    "dec",
];

/// The first words that set a term or name a day, if any.
pub(crate) fn other_term(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == FIELD))
        .filter(|w| !w.is_empty())
        .collect();
    for (i, word) in words.iter().enumerate() {
        let next = |n: usize| words.get(i + n).copied().unwrap_or_default();
        let unit_near =
            UNITS.contains(&next(1)) || (BETWEEN.contains(&next(1)) && UNITS.contains(&next(2)));
        // "zonder later te betalen" sets nothing; only "no later than", "niet later dan" does.
        let later = *word != "later" || matches!(next(1), "than" | "dan");
        let found = (is_number(word) && (unit_near || MONTHS.contains(&next(1))))
            || (MONTHS.contains(word) && is_digits(next(1)))
            || (matches!(*word, "binnen" | "within") && UNITS.contains(&next(1)))
            || (DEADLINES.contains(word) && later);
        if found {
            return Some(
                words[i.saturating_sub(1)..(i + 3).min(words.len())]
                    .join(" ")
                    .replace(FIELD, "…"),
            );
        }
    }
    numeric_date(&lower)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

fn is_number(word: &str) -> bool {
    let ordinal = word.trim_end_matches(|c: char| c.is_alphabetic());
    NUMBERS.contains(&word)
        || is_digits(word)
        || word.contains(FIELD)
        || (is_digits(ordinal)
            && matches!(
                &word[ordinal.len()..],
                "e" | "de" | "ste" | "st" | "nd" | "rd" | "th"
            ))
}

/// `1-12-2026`, `2026-12-01`, `1/12`, `1.12.26`.
fn numeric_date(text: &str) -> Option<String> {
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':'))
    {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        for separator in ['-', '/', '.'] {
            let parts: Vec<&str> = word.split(separator).collect();
            let short = parts
                .iter()
                .all(|p| is_digits(p) && (p.len() <= 2 || p.len() == 4));
            if short && (parts.len() == 3 || (parts.len() == 2 && separator == '/')) {
                return Some(word.to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_days_are_found() {
        for text in [
            "Betaal binnen 14 dagen.",
            "binnen zeven dagen na heden",
            "Betaal binnen een week",
            "uiterlijk op de vijftiende",
            "vóór 1 december 2026",
            "vóór 1-12-2026",
            "before 2026-12-01",
            "by 1/12",
            "within five working days",
            "no later than the first",
            "betaal voor vrijdag",
            "on December 1",
            "binnen \u{FFFC} dagen",
            "veertien\u{A0}dagen",
            "na dagtekening",
            "the 1st December",
        ] {
            assert!(other_term(text).is_some(), "{text}");
        }
    }

    #[test]
    fn plain_words_are_not_terms() {
        for text in [
            "De onderstaande facturen zijn nog niet betaald, ook niet na onze herinneringen.",
            "Neem dan contact met ons op, telefoon 0118 555 012.",
            "Dan zoeken wij samen een oplossing.",
            "If you cannot pay all at once, please contact us. You may pay 3 invoices together.",
            "Artikel 6:96 lid 6 BW",
            "Factuur 2026-0287 en 2026.0301",
        ] {
            assert_eq!(other_term(text), None, "{text}");
        }
    }
}
