//! Licence expressions: what a package may be used under, and what is chosen of it.

/// A licence expression.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Terms {
    One(String),
    All(Vec<Terms>),
    Any(Vec<Terms>),
}

/// The licences that are chosen: of a choice the one that asks least, of a sum all.
pub fn chosen(expression: &str) -> Vec<String> {
    let mut list = ids(&least(&parse(expression)));
    list.sort();
    list.dedup();
    list
}

/// Whether an expression can be met with licences that are allowed.
#[cfg(test)]
pub fn allowed(expression: &str, allow: &dyn Fn(&str) -> bool) -> bool {
    fn met(terms: &Terms, allow: &dyn Fn(&str) -> bool) -> bool {
        match terms {
            Terms::One(id) => allow(id),
            Terms::All(parts) => parts.iter().all(|part| met(part, allow)),
            Terms::Any(parts) => parts.iter().any(|part| met(part, allow)),
        }
    }
    met(&parse(expression), allow)
}

/// Which words have to travel along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// None, in a program that is built.
    Nothing,
    /// One text for all, and a notice where there is one.
    Common,
    /// The package's own text: it names who holds the copyright.
    Own,
}

/// What a licence demands of who passes a built program on.
pub fn demand(id: &str) -> Demand {
    match id {
        "0BSD" | "BSL-1.0" | "CC0-1.0" | "MIT-0" | "Unlicense" | "WTFPL" | "Zlib" | "blessing" => {
            Demand::Nothing
        }
        "Apache-2.0" | "Apache-2.0 WITH LLVM-exception" | "MPL-2.0" => Demand::Common,
        _ => Demand::Own,
    }
}

fn cost(terms: &Terms) -> u32 {
    match terms {
        Terms::One(id) => match demand(id) {
            Demand::Nothing => 0,
            Demand::Common => 1,
            Demand::Own => 2,
        },
        Terms::All(parts) => parts.iter().map(cost).sum(),
        Terms::Any(parts) => parts.iter().map(cost).min().unwrap_or(0),
    }
}

fn least(terms: &Terms) -> Terms {
    match terms {
        Terms::Any(parts) => parts
            .iter()
            .min_by_key(|part| cost(part))
            .map_or(Terms::All(Vec::new()), least),
        Terms::All(parts) => Terms::All(parts.iter().map(least).collect()),
        one => one.clone(),
    }
}

fn ids(terms: &Terms) -> Vec<String> {
    match terms {
        Terms::One(id) => vec![id.clone()],
        Terms::All(parts) | Terms::Any(parts) => parts.iter().flat_map(ids).collect(),
    }
}

fn parse(expression: &str) -> Terms {
    // An old way to write a choice.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    any(&mut words.as_slice())
}

fn any(words: &mut &[&str]) -> Terms {
    let mut parts = vec![all(words)];
    while words.first() == Some(&"OR") {
        *words = &words[1..];
        parts.push(all(words));
    }
    only(parts, Terms::Any)
}

fn all(words: &mut &[&str]) -> Terms {
    let mut parts = vec![one(words)];
    while words.first() == Some(&"AND") {
        *words = &words[1..];
        parts.push(one(words));
    }
    only(parts, Terms::All)
}

fn one(words: &mut &[&str]) -> Terms {
    match **words {
        ["(", ..] => {
            *words = &words[1..];
            let inner = any(words);
            if words.first() == Some(&")") {
                *words = &words[1..];
            }
            inner
        }
        [id, "WITH", exception, ..] => {
            *words = &words[3..];
            Terms::One(format!("{id} WITH {exception}"))
        }
        [id, ..] => {
            *words = &words[1..];
            Terms::One(id.to_string())
        }
        [] => Terms::One(String::new()),
    }
}

fn only(mut parts: Vec<Terms>, wrap: fn(Vec<Terms>) -> Terms) -> Terms {
    match (parts.len(), parts.pop()) {
        (1, Some(part)) => part,
        (_, Some(part)) => {
            parts.push(part);
            wrap(parts)
        }
        (_, None) => wrap(parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_choice_what_asks_least_is_taken() {
        for (expression, expected) in [
            ("MIT OR Apache-2.0", vec!["Apache-2.0"]),
            ("MIT/Apache-2.0", vec!["Apache-2.0"]),
            ("Unlicense/MIT", vec!["Unlicense"]),
            (
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                vec!["Apache-2.0", "Unicode-3.0"],
            ),
            (
                "Apache-2.0 WITH LLVM-exception OR MIT",
                vec!["Apache-2.0 WITH LLVM-exception"],
            ),
            ("BSD-3-Clause AND MIT", vec!["BSD-3-Clause", "MIT"]),
            ("MPL-2.0", vec!["MPL-2.0"]),
        ] {
            assert_eq!(chosen(expression), expected, "{expression}");
        }
    }

    #[test]
    fn a_licence_nobody_allowed_is_seen() {
        let mit = |id: &str| id == "MIT";
        assert!(allowed("GPL-3.0 OR MIT", &mit));
        assert!(!allowed("GPL-3.0 AND MIT", &mit), "a sum wants all of it");
        assert!(!allowed("GPL-3.0", &mit));
    }
}
