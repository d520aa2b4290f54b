//! Numbers and references as they are found in free text.
//!
//! A text is cut into runs of digits and runs of letters. A number is found where a row of such
//! runs is the number's own: either run for run with leading zeros dropped (`2026-0031`, `2026/31`),
//! or glued together (`20260031`, also when the bank folded the line inside it). Because runs are
//! whole, `2026-31` is not found in `12026-310`.

use std::collections::HashMap;

use super::name::fold;
use crate::InvoiceId;

/// Most runs that one number or reference may have.
const MOST_RUNS: usize = 10;

/// How telling it is to find a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Short or only digits, or without its letters: needs support.
    Weak,
    /// Long enough to be no accident.
    Strong,
    /// A structured reference.
    Reference,
}

/// The runs of a text, in capitals.
pub(super) fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut last: Option<bool> = None;
    for character in fold(text).chars() {
        if character == ' ' {
            last = None;
            continue;
        }
        let digit = character.is_ascii_digit();
        match runs.last_mut() {
            Some(run) if last == Some(digit) => run.push(character),
            _ => runs.push(character.to_string()),
        }
        last = Some(digit);
    }
    runs
}

fn without_zeros(run: &str) -> &str {
    let stripped = run.trim_start_matches('0');
    if stripped.is_empty() && !run.is_empty() {
        "0"
    } else {
        stripped
    }
}

/// Runs with leading zeros dropped, divided by a bar.
fn barred(runs: &[String]) -> String {
    let mut key = String::new();
    for run in runs {
        if !key.is_empty() {
            key.push('|');
        }
        key.push_str(without_zeros(run));
    }
    key
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Every number and reference of invoices, as keys.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyIndex {
    keys: HashMap<String, Vec<(InvoiceId, Weight)>>,
    longest: usize,
}

impl KeyIndex {
    pub fn add_number(&mut self, invoice: InvoiceId, number: &str) {
        let runs = runs(number);
        let glued = runs.concat();
        let weight = if is_digits(&glued) && runs.len() == 1 {
            if glued.len() >= 8 {
                Weight::Strong
            } else {
                Weight::Weak
            }
        } else if glued.len() >= 6 {
            Weight::Strong
        } else {
            Weight::Weak
        };
        self.enter(&runs, invoice, weight);
        // People leave out the letters in front: INV-2026-0031 becomes 2026-0031.
        if let [first, rest @ ..] = runs.as_slice()
            && !is_digits(first)
            && rest.iter().map(String::len).sum::<usize>() >= 4
        {
            self.enter(rest, invoice, Weight::Weak);
        }
    }

    pub fn add_reference(&mut self, invoice: InvoiceId, reference: &str) {
        let runs = runs(reference);
        let weight = if runs.concat().len() >= 7 {
            Weight::Reference
        } else {
            Weight::Weak
        };
        self.enter(&runs, invoice, weight);
    }

    fn enter(&mut self, runs: &[String], invoice: InvoiceId, weight: Weight) {
        if runs.is_empty() || runs.len() > MOST_RUNS {
            return;
        }
        let glued = runs.concat();
        self.longest = self.longest.max(glued.len());
        let barred = barred(runs);
        for key in [glued, barred] {
            let entries = self.keys.entry(key).or_default();
            match entries.iter_mut().find(|(known, _)| *known == invoice) {
                Some((_, known)) => *known = (*known).max(weight),
                None => entries.push((invoice, weight)),
            }
        }
    }

    /// Invoices whose number or reference a text names, each with the best weight. A longer row of
    /// runs hides the shorter ones inside it.
    pub fn find(&self, text: &str) -> Vec<(InvoiceId, Weight)> {
        self.find_in(&runs(text))
    }

    /// As [`KeyIndex::find`], in a text that was cut already.
    pub fn find_in(&self, runs: &[String]) -> Vec<(InvoiceId, Weight)> {
        let mut hits: Vec<(usize, usize, InvoiceId, Weight)> = Vec::new();
        let (mut glued, mut barred) = (String::new(), String::new());
        for start in 0..runs.len() {
            glued.clear();
            barred.clear();
            for (offset, run) in runs.iter().skip(start).take(MOST_RUNS).enumerate() {
                if offset > 0 {
                    barred.push('|');
                }
                glued.push_str(run);
                barred.push_str(without_zeros(run));
                if glued.len() > self.longest + 4 {
                    break;
                }
                for key in [&glued, &barred] {
                    for (invoice, weight) in self.keys.get(key.as_str()).into_iter().flatten() {
                        hits.push((start, start + offset, *invoice, *weight));
                    }
                }
            }
        }
        keep_outermost(hits)
    }

    /// Invoices whose whole number or reference is this text.
    pub fn exactly(&self, text: &str) -> Vec<(InvoiceId, Weight)> {
        let key = runs(text).concat();
        self.keys.get(&key).cloned().unwrap_or_default()
    }
}

fn keep_outermost(hits: Vec<(usize, usize, InvoiceId, Weight)>) -> Vec<(InvoiceId, Weight)> {
    let inside = |one: &(usize, usize, InvoiceId, Weight)| {
        hits.iter().any(|other| {
            other.0 <= one.0 && one.1 <= other.1 && (other.1 - other.0) > (one.1 - one.0)
        })
    };
    let mut found: Vec<(InvoiceId, Weight)> = Vec::new();
    for hit in hits.iter().filter(|hit| !inside(hit)) {
        match found.iter_mut().find(|(known, _)| *known == hit.2) {
            Some((_, weight)) => *weight = (*weight).max(hit.3),
            None => found.push((hit.2, hit.3)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(numbers: &[&str]) -> KeyIndex {
        let mut index = KeyIndex::default();
        for (id, number) in (1..).zip(numbers) {
            index.add_number(InvoiceId(id), number);
        }
        index
    }

    fn found(index: &KeyIndex, text: &str) -> Vec<i64> {
        let mut ids: Vec<i64> = index.find(text).into_iter().map(|(id, _)| id.0).collect();
        ids.sort_unstable();
        ids
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let index = index(&["2026-0031"]);
        for text in [
            "factuur 2026-0031",
            "fact.nr.20260031",
            "2026 0031",
            "2026/31",
            "Factuur2026-31!",
            "20 260031",
            "betr. 2026-00 31",
        ] {
            assert_eq!(found(&index, text), [1], "{text}");
        }
        for text in [
            "12026-310",
            "2026-310",
            "12026-31",
            "202600310",
            "0031",
            "2026",
        ] {
            assert_eq!(
                found(&index, text),
                [] as [i64; 0],
                "{text} is another number"
            );
        }
    }

    #[test]
    fn letters_in_front_may_be_left_out_but_weigh() {
        let index = index(&["INV-2026-0031", "CN-2026-0031"]);
        assert_eq!(
            found(&index, "INV 2026 0031"),
            [1],
            "the whole number hides the part"
        );
        assert_eq!(
            found(&index, "nr 2026-0031"),
            [1, 2],
            "without letters both may be meant"
        );
        assert!(
            index
                .find("nr 2026-0031")
                .iter()
                .all(|(_, weight)| *weight == Weight::Weak)
        );
    }

    #[test]
    fn short_numbers_are_weak() {
        let index = index(&["31", "20260031", "F31", "123456"]);
        let weight = |text: &str| index.find(text).first().map(|(_, weight)| *weight);
        assert_eq!(weight("factuur 31"), Some(Weight::Weak));
        assert_eq!(
            weight("123456"),
            Some(Weight::Weak),
            "six digits may be anything"
        );
        assert_eq!(weight("20260031"), Some(Weight::Strong));
    }

    #[test]
    fn references_are_found_with_and_without_spaces() {
        let mut index = KeyIndex::default();
        index.add_reference(InvoiceId(7), "RF18 5390 0754 7034");
        index.add_reference(InvoiceId(8), "1234567812345678");
        assert_eq!(
            index.find("rf18539007547034"),
            [(InvoiceId(7), Weight::Reference)]
        );
        assert_eq!(
            index.find("kenmerk 1234 5678 1234 5678"),
            [(InvoiceId(8), Weight::Reference)]
        );
        assert_eq!(
            index.exactly("1234567812345678"),
            [(InvoiceId(8), Weight::Reference)]
        );
    }
}
