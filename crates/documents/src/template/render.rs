//! A template filled in: paragraphs with bold words, and the blocks between them.
//!
//! Values are marked while minijinja fills them in. So a customer called `**X**` prints as it is
//! written, and words of a value are never taken for words of the template.

use std::cell::RefCell;
use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::terms::FIELD;
use super::{Template, TemplateProblem, TemplateProblemKind, fields};
use crate::LetterKind;
use crate::fonts::Weight;
use crate::text::Span;

const VALUE_STARTS: char = '\u{E000}';
const VALUE_ENDS: char = '\u{E001}';
const BLOCK_STARTS: char = '\u{E002}';
const BLOCK_ENDS: char = '\u{E003}';
const SUBJECT: &str = "subject";
const BODY: &str = "body";
/// Steps a template may take; the longest shipped one takes about a hundred.
const FUEL: u64 = 20_000;

/// What the fields of a letter become.
#[derive(Debug, Default)]
pub(crate) struct Values {
    known: BTreeMap<&'static str, Value>,
}

impl Values {
    /// Every field and block of a kind, with no value yet.
    pub(crate) fn of(kind: LetterKind) -> Values {
        let known = fields(kind).into_iter().map(|field| {
            let value = if field.block {
                format!("{BLOCK_STARTS}{}{BLOCK_ENDS}", field.name)
            } else {
                String::new()
            };
            (field.name, Value::from(value))
        });
        Values {
            known: known.collect(),
        }
    }

    /// Every field with a value that can be recognised.
    pub(crate) fn samples(kind: LetterKind) -> Values {
        let mut values = Values::of(kind);
        for field in fields(kind).iter().filter(|field| !field.block) {
            values.set(field.name, field.name);
        }
        values
    }

    /// Sets a field, when the kind of letter has it.
    pub(crate) fn set(&mut self, name: &str, text: &str) {
        if let Some(value) = self.known.get_mut(name) {
            let clean: String = text
                .chars()
                .filter(|c| !('\u{E000}'..='\u{E003}').contains(c))
                .collect();
            // An empty value stays empty, so that `if` can ask for it.
            *value = Value::from(if clean.is_empty() {
                clean
            } else {
                format!("{VALUE_STARTS}{clean}{VALUE_ENDS}")
            });
        }
    }

    /// Sets a field that is asked in `if`.
    pub(crate) fn set_flag(&mut self, name: &str, flag: bool) {
        if let Some(value) = self.known.get_mut(name) {
            *value = Value::from(flag);
        }
    }
}

/// A part of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Paragraph(Vec<Span>),
    Block(String),
}

/// A template filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) subject: String,
    pub(crate) parts: Vec<Part>,
    /// The template's own words, each value as one placeholder.
    pub(crate) own_words: String,
}

thread_local! {
    /// The template that was read last; a run fills one template many times.
    static READ: RefCell<Option<(Template, Environment<'static>)>> = const { RefCell::new(None) };
}

/// Fills a template in. Blocks become parts of their own.
pub(crate) fn render(template: &Template, values: &Values) -> Result<Rendered, TemplateProblem> {
    READ.with_borrow_mut(|read| {
        if read.as_ref().is_none_or(|(known, _)| known != template) {
            *read = Some((template.clone(), environment(template)?));
        }
        match read {
            Some((_, environment)) => fill(environment, values),
            None => Err(TemplateProblem {
                kind: TemplateProblemKind::Empty,
                in_subject: false,
                line: None,
            }),
        }
    })
}

fn fill(environment: &Environment<'_>, values: &Values) -> Result<Rendered, TemplateProblem> {
    let filled = |name: &str| {
        let result = environment
            .get_template(name)
            .and_then(|template| template.render(&values.known));
        result.map_err(|error| problem(&error, name == SUBJECT))
    };
    let (subject, body) = (filled(SUBJECT)?, filled(BODY)?);
    let own_words = format!("{}\n\n{}", without_values(&subject), without_values(&body));
    let subject = spans(&subject)
        .into_iter()
        .map(|span| span.text)
        .collect::<String>();
    // No-break spaces stay: an amount in the subject must not be torn either.
    let words = subject
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty());
    let subject = words.collect::<Vec<_>>().join(" ");
    Ok(Rendered {
        subject,
        parts: parts(&body),
        own_words,
    })
}

fn environment(template: &Template) -> Result<Environment<'static>, TemplateProblem> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(16);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
    {
        environment.set_syntax(syntax);
    }
    for (name, source) in [(SUBJECT, &template.subject), (BODY, &template.body)] {
        let read = environment.add_template_owned(name, source.clone());
        read.map_err(|error| problem(&error, name == SUBJECT))?;
    }
    Ok(environment)
}

fn problem(error: &Error, in_subject: bool) -> TemplateProblem {
    let message = || {
        error
            .detail()
            .map_or_else(|| error.kind().to_string(), str::to_owned)
    };
    let kind = match error.kind() {
        ErrorKind::OutOfFuel => TemplateProblemKind::TooMuchWork,
        ErrorKind::UndefinedError => TemplateProblemKind::UnknownField { name: message() },
        _ => TemplateProblemKind::Syntax { message: message() },
    };
    TemplateProblem {
        kind,
        in_subject,
        line: error.line().and_then(|line| u32::try_from(line).ok()),
    }
}

fn parts(body: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut paragraph = String::new();
    let mut inside_value = false;
    for line in body.lines() {
        let blank = line.trim().is_empty() && !inside_value;
        inside_value ^=
            (line.matches(VALUE_STARTS).count() + line.matches(VALUE_ENDS).count()) % 2 == 1;
        if blank {
            end_paragraph(&mut paragraph, &mut parts);
            continue;
        }
        let block = line
            .trim()
            .strip_prefix(BLOCK_STARTS)
            .and_then(|rest| rest.strip_suffix(BLOCK_ENDS));
        if let Some(name) = block {
            end_paragraph(&mut paragraph, &mut parts);
            parts.push(Part::Block(name.to_owned()));
            continue;
        }
        if !paragraph.is_empty() {
            paragraph.push('\n');
        }
        paragraph.push_str(line.trim());
    }
    end_paragraph(&mut paragraph, &mut parts);
    parts
}

fn end_paragraph(paragraph: &mut String, parts: &mut Vec<Part>) {
    if !paragraph.is_empty() {
        parts.push(Part::Paragraph(spans(paragraph)));
        paragraph.clear();
    }
}

/// Bold where the template says so; values as they are.
fn spans(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut weight = Weight::Regular;
    let mut in_value = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            VALUE_STARTS => in_value = true,
            VALUE_ENDS => in_value = false,
            // An opening pair counts only when it is closed.
            '*' if !in_value
                && rest.starts_with('*')
                && (weight == Weight::Bold || rest[1..].contains("**")) =>
            {
                rest = &rest[1..];
                weight = if weight == Weight::Bold {
                    Weight::Regular
                } else {
                    Weight::Bold
                };
            }
            c => match spans.last_mut() {
                Some(span) if span.weight == weight => span.text.push(c),
                _ => spans.push(Span {
                    weight,
                    text: c.to_string(),
                }),
            },
        }
    }
    spans
}

fn without_values(text: &str) -> String {
    let mut bare = String::new();
    let mut in_value = false;
    for c in text.chars() {
        match c {
            VALUE_STARTS => {
                in_value = true;
                bare.push(FIELD);
            }
            VALUE_ENDS => in_value = false,
            _ if in_value => {}
            '*' => {}
            c => bare.push(c),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_never_taken_for_words_of_the_template() {
        let mut values = Values::of(LetterKind::Reminder);
        values.set("customer_name", "**Binnen 7 dagen** {{ amount }} B.V.");
        let template = Template {
            subject: "S".into(),
            body: "Aan **{{ customer_name }}**.".into(),
        };
        let rendered = render(&template, &values).unwrap();
        let expected = vec![
            Span::regular("Aan "),
            Span::bold("**Binnen 7 dagen** {{ amount }} B.V."),
            Span::regular("."),
        ];
        assert_eq!(rendered.parts, [Part::Paragraph(expected)]);
        assert_eq!(
            super::super::other_term(&rendered.own_words),
            None,
            "a customer's name sets no term"
        );
    }

    #[test]
    fn blocks_stand_between_paragraphs() {
        let values = Values::of(LetterKind::Reminder);
        let template = Template {
            subject: "S".into(),
            body: "A\nB\n\n{{ invoices_table }}\n\n{% if amount %}\nx\n{% endif %}\nC".into(),
        };
        let parts = render(&template, &values).unwrap().parts;
        assert_eq!(
            parts,
            [
                Part::Paragraph(vec![Span::regular("A\nB")]),
                Part::Block("invoices_table".into()),
                Part::Paragraph(vec![Span::regular("C")])
            ],
            "a line feed breaks the line, a condition that fails leaves nothing"
        );
    }
}
