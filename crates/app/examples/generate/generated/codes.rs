//! Reads an enum's codes and what its author says of each out of the source: the words that a
//! user sees need values, the doc comments do not.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A code and what it means.
#[derive(Debug, PartialEq, Eq)]
pub struct Coded {
    /// The code, as it crosses every boundary.
    pub code: String,
    /// The doc comment of its variant, on one line.
    pub meaning: String,
}

/// The codes of the enum `name`, somewhere in the sources of a crate.
///
/// # Errors
/// When no source has it, or a variant has no code.
pub fn of(crate_sources: &Path, name: &str) -> io::Result<Vec<Coded>> {
    let head = format!("pub enum {name} {{");
    for path in sources(crate_sources)? {
        let text = fs::read_to_string(&path)?;
        if text.contains(&head) {
            return read(&text, name).ok_or_else(|| {
                io::Error::other(format!(
                    "{}: {name} has a variant without a code",
                    path.display()
                ))
            });
        }
    }
    let sources = crate_sources.display();
    Err(io::Error::other(format!("{sources}: no source has {head}")))
}

fn sources(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read(source: &str, name: &str) -> Option<Vec<Coded>> {
    let (_, after) = source.split_once(&format!("pub enum {name} {{"))?;
    let (variants, after) = after.split_once("\n}")?;
    let (_, after) = after.split_once("fn code(")?;
    let (arms, _) = after.split_once("\n    }\n")?;
    variants_of(variants)
        .into_iter()
        .map(|(variant, meaning)| {
            Some(Coded {
                code: code_of(arms, &variant)?,
                meaning,
            })
        })
        .collect()
}

/// Variants stand four spaces deep; their fields stand deeper.
fn variants_of(body: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut meaning: Vec<&str> = Vec::new();
    for line in body.lines() {
        let Some(line) = line.strip_prefix("    ") else {
            continue;
        };
        if let Some(doc) = line.strip_prefix("///") {
            meaning.push(doc.trim());
        } else if line.starts_with(|first: char| first.is_ascii_uppercase()) {
            let end = line
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(line.len());
            found.push((line[..end].to_string(), meaning.join(" ")));
            meaning.clear();
        }
    }
    found
}

fn code_of(arms: &str, variant: &str) -> Option<String> {
    let marker = format!("::{variant}");
    let arm = arms
        .match_indices(&marker)
        .map(|(at, _)| &arms[at + marker.len()..])
        .find(|rest| {
            // `::Name` must not be the beginning of `::NameWrong`.
            !rest.starts_with(|next: char| next.is_ascii_alphanumeric())
        })?;
    let (_, value) = arm.split_once("=>")?;
    let (_, literal) = value.split_once('"')?;
    Some(literal.split_once('"')?.0.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"
pub enum Trouble {
    /// Too late,
    /// by a day.
    Late {
        /// How late.
        days: i64,
    },
    /// Too late to matter.
    #[serde(rename = "x")]
    LateWrong(String),
}

impl Trouble {
    pub fn code(&self) -> &'static str {
        use Trouble as T;
        match self {
            T::LateWrong(_) => "late_wrong",
            T::Late { .. } => {
                "late"
            }
        }
    }
}
"#;

    #[test]
    fn each_variant_gets_its_own_code_and_meaning() {
        let coded = |code: &str, meaning: &str| Coded {
            code: code.to_string(),
            meaning: meaning.to_string(),
        };
        assert_eq!(
            read(SOURCE, "Trouble"),
            Some(vec![
                coded("late", "Too late, by a day."),
                coded("late_wrong", "Too late to matter."),
            ]),
            "fields are no variants, and a longer name is another variant"
        );
    }

    #[test]
    fn a_variant_without_a_code_is_said() {
        let source = SOURCE.replace("T::LateWrong(_) => \"late_wrong\",", "");
        assert_eq!(read(&source, "Trouble"), None);
    }
}
