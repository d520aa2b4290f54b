//! Everything wrong in a template, found before it is used.

use law::Lang;

use super::render::{Values, render};
use super::terms::{FIELD, other_term};
use super::{Field, Template, TemplateProblem, TemplateProblemKind, fields};
use crate::{LetterKind, can_print};

/// Longest template, in characters.
const LONGEST: usize = 20_000;

/// Everything wrong in a template; empty when it may be used.
pub fn check(kind: LetterKind, _lang: Lang, template: &Template) -> Vec<TemplateProblem> {
    let known = fields(kind);
    let mut problems = Vec::new();
    for (in_subject, source) in [(true, &template.subject), (false, &template.body)] {
        let mut reader = Reader {
            known: &known,
            in_subject,
            problems: Vec::new(),
            depth: 0,
            seen: Vec::new(),
        };
        reader.read(source);
        let Reader {
            problems: found,
            seen,
            ..
        } = reader;
        problems.extend(found);
        if !in_subject {
            blocks(&known, source, &seen, &mut problems);
        }
        if kind == LetterKind::Notice14Days {
            problems.extend(terms(source, in_subject));
        }
    }
    if problems.is_empty()
        && let Err(problem) = render(template, &Values::samples(kind))
    {
        problems.push(problem);
    }
    problems
}

/// The fields that a template names outside any `if`: where one has no value, there is a gap.
pub fn bare_fields(template: &Template) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for source in [&template.subject, &template.body] {
        let mut depth = 0_usize;
        for (_, tag) in tags(source) {
            match tag {
                Tag::Field(name) if depth == 0 => {
                    let name = name.trim();
                    if !found.iter().any(|known| known == name) {
                        found.push(name.to_owned());
                    }
                }
                Tag::Statement(inside) => {
                    let inside = inside.trim_matches('-').trim();
                    if inside.starts_with("if") {
                        depth += 1;
                    } else if inside.starts_with("endif") {
                        depth = depth.saturating_sub(1);
                    }
                }
                Tag::Field(_) | Tag::Comment | Tag::Open => {}
            }
        }
    }
    found
}

struct Reader<'a> {
    known: &'a [Field],
    in_subject: bool,
    problems: Vec<TemplateProblem>,
    depth: usize,
    /// Blocks, with the line and how deep in `if` they stand.
    seen: Vec<(&'a str, u32, usize)>,
}

impl<'a> Reader<'a> {
    fn problem(&mut self, line: u32, kind: TemplateProblemKind) {
        self.problems.push(TemplateProblem {
            kind,
            in_subject: self.in_subject,
            line: Some(line),
        });
    }

    fn read(&mut self, source: &str) {
        if source.trim().is_empty() {
            self.problem(1, TemplateProblemKind::Empty);
        }
        if source.chars().count() > LONGEST || (self.in_subject && source.contains('\n')) {
            self.problem(1, TemplateProblemKind::TooMuchWork);
        }
        if let Err(missing) = can_print(source) {
            let line = line_of(source, source.find(|c| missing.contains(&c)).unwrap_or(0));
            self.problem(
                line,
                TemplateProblemKind::Unprintable {
                    characters: missing.into_iter().collect(),
                },
            );
        }
        for (line, tag) in tags(source) {
            match tag {
                Tag::Field(inside) => self.field(line, inside),
                Tag::Statement(inside) => self.statement(line, inside),
                Tag::Comment => {}
                Tag::Open => self.problem(
                    line,
                    TemplateProblemKind::Syntax {
                        message: "{{ … }} is not closed".to_owned(),
                    },
                ),
            }
        }
        if self.depth > 0 {
            let line = u32::try_from(source.lines().count()).unwrap_or(1);
            self.problem(
                line,
                TemplateProblemKind::Syntax {
                    message: "{% if %} without {% endif %}".to_owned(),
                },
            );
        }
    }

    fn field(&mut self, line: u32, inside: &str) {
        let name = inside.trim();
        if !is_name(name) {
            return self.problem(
                line,
                TemplateProblemKind::NotAllowed {
                    words: name.to_owned(),
                },
            );
        }
        let Some(field) = self.known.iter().find(|field| field.name == name) else {
            return self.problem(
                line,
                TemplateProblemKind::UnknownField {
                    name: name.to_owned(),
                },
            );
        };
        if !field.block {
            return;
        }
        if self.in_subject {
            return self.problem(
                line,
                TemplateProblemKind::BlockNotAlone {
                    name: name.to_owned(),
                },
            );
        }
        if self.seen.iter().any(|(seen, ..)| *seen == field.name) {
            return self.problem(
                line,
                TemplateProblemKind::BlockTwice {
                    name: name.to_owned(),
                },
            );
        }
        self.seen.push((field.name, line, self.depth));
    }

    fn statement(&mut self, line: u32, inside: &str) {
        let words: Vec<&str> = inside.trim_matches('-').split_whitespace().collect();
        let condition = match words.as_slice() {
            ["endif"] => {
                if self.depth == 0 {
                    self.problem(
                        line,
                        TemplateProblemKind::Syntax {
                            message: "endif without if".to_owned(),
                        },
                    );
                }
                self.depth = self.depth.saturating_sub(1);
                return;
            }
            ["else"] if self.depth > 0 => return,
            ["if", condition @ ..] if !condition.is_empty() => {
                self.depth += 1;
                condition
            }
            ["elif", condition @ ..] if !condition.is_empty() && self.depth > 0 => condition,
            _ => {
                return self.problem(
                    line,
                    TemplateProblemKind::NotAllowed {
                        words: inside.trim().to_owned(),
                    },
                );
            }
        };
        for word in condition {
            if matches!(*word, "not" | "and" | "or") {
                continue;
            }
            match self.known.iter().find(|field| field.name == *word) {
                Some(field) if !field.block => {}
                _ if is_name(word) => self.problem(
                    line,
                    TemplateProblemKind::UnknownField {
                        name: (*word).to_owned(),
                    },
                ),
                _ => self.problem(
                    line,
                    TemplateProblemKind::NotAllowed {
                        words: inside.trim().to_owned(),
                    },
                ),
            }
        }
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Required blocks must stand outside any `if`, and every block alone in its paragraph.
fn blocks(
    known: &[Field],
    body: &str,
    seen: &[(&str, u32, usize)],
    problems: &mut Vec<TemplateProblem>,
) {
    for field in known.iter().filter(|field| field.required) {
        if !seen
            .iter()
            .any(|(name, _, depth)| *name == field.name && *depth == 0)
        {
            let kind = TemplateProblemKind::MissingBlock {
                name: field.name.to_owned(),
            };
            problems.push(TemplateProblem {
                kind,
                in_subject: false,
                line: None,
            });
        }
    }
    let lines: Vec<&str> = body.lines().collect();
    for (name, line, _) in seen {
        let at = usize::try_from(*line).unwrap_or(1) - 1;
        let beside = |i: Option<usize>| i.and_then(|i| lines.get(i)).map_or("", |l| l.trim());
        let bare = |text: &str| {
            text.is_empty()
                || (text.starts_with("{%")
                    && text.ends_with("%}")
                    && text.matches("{%").count() == 1)
        };
        let own = beside(Some(at));
        let alone = own
            .strip_prefix("{{")
            .and_then(|t| t.strip_suffix("}}"))
            .is_some_and(|t| t.trim() == *name);
        if !alone || !bare(beside(at.checked_sub(1))) || !bare(beside(Some(at + 1))) {
            let kind = TemplateProblemKind::BlockNotAlone {
                name: (*name).to_owned(),
            };
            problems.push(TemplateProblem {
                kind,
                in_subject: false,
                line: Some(*line),
            });
        }
    }
}

/// Other terms, judged paragraph by paragraph with fields as numbers and conditions taken away.
fn terms(source: &str, in_subject: bool) -> Option<TemplateProblem> {
    let mut bare = String::new();
    let mut rest = source;
    while let Some(at) = rest.find('{') {
        bare.push_str(&rest[..at]);
        let close = match rest.get(at..at + 2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                bare.push('{');
                rest = &rest[at + 1..];
                continue;
            }
        };
        let end = rest[at..]
            .find(close)
            .map_or(rest.len(), |end| at + end + 2);
        if close == "}}" {
            bare.push(FIELD);
        }
        bare.extend(rest[at..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    bare.push_str(rest);
    let words = other_term(&bare)?;
    let line = bare
        .lines()
        .position(|line| other_term(line).is_some())
        .map(|i| u32::try_from(i + 1).unwrap_or(u32::MAX));
    Some(TemplateProblem {
        kind: TemplateProblemKind::OtherTerm { words },
        in_subject,
        line,
    })
}

enum Tag<'a> {
    Field(&'a str),
    Statement(&'a str),
    Comment,
    Open,
}

/// The tags of a template, with their lines.
fn tags(source: &str) -> Vec<(u32, Tag<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = source[at..].find('{').map(|i| at + i) {
        let close = match source.get(open..open + 2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let line = line_of(source, open);
        match source[open + 2..].find(close) {
            Some(length) => {
                let inside = &source[open + 2..open + 2 + length];
                found.push((
                    line,
                    match close {
                        "}}" => Tag::Field(inside),
                        "%}" => Tag::Statement(inside),
                        _ => Tag::Comment,
                    },
                ));
                at = open + 2 + length + 2;
            }
            None => {
                found.push((line, Tag::Open));
                break;
            }
        }
    }
    found
}

fn line_of(source: &str, at: usize) -> u32 {
    u32::try_from(source.get(..at).unwrap_or_default().matches('\n').count() + 1)
        .unwrap_or(u32::MAX)
}
