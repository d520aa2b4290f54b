//! XML as a stream: small subtrees one at a time, without entities, document types or endless
//! nesting.

use std::io::{self, BufRead};

use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::charset::Utf8Reader;
use crate::problem::{Problem, ProblemKind};
use crate::refusal::Refusal;

/// The longest single piece: a tag, a comment or a run of text. Far above any field of a
/// statement or an invoice.
const PIECE_LIMIT: usize = 4 * 1024 * 1024;
/// The longest text of one element in a subtree.
const TEXT_LIMIT: usize = 1024 * 1024;
/// The deepest nesting. Statements go about fifteen deep.
const DEPTH_LIMIT: usize = 64;
/// The most elements in one subtree: a batch of some twenty thousand transactions.
const NODE_LIMIT: usize = 1_000_000;

/// An element that was opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tag {
    /// Its name without prefix.
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) line: u64,
    /// It has no content: no end follows.
    empty: bool,
}

/// What comes next in a stream.
#[derive(Debug)]
pub(crate) enum Step {
    /// An element opens (and, when it is empty, closes at once).
    Open(Tag),
    /// The element that was opened last, and not read as a subtree, closes.
    Close,
    /// The document is complete.
    End,
}

/// An element with everything in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    text: String,
    pub(crate) children: Vec<Node>,
    pub(crate) line: u64,
}

impl Node {
    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of that name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element at the end of a path of names.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.child(name))
    }

    /// The text at the end of a path; nothing when it is absent or blank.
    pub(crate) fn text_at(&self, path: &[&str]) -> Option<String> {
        self.at(path).and_then(Node::value)
    }

    /// The text of this element; nothing when it is blank.
    pub(crate) fn value(&self) -> Option<String> {
        let text = tidy(&self.text);
        (!text.is_empty()).then_some(text)
    }

    /// An attribute, by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.trim())
    }
}

/// Text without blanks around it; a line break with its indentation becomes one blank, while
/// blanks within a line stay, because some banks write in columns.
pub(crate) fn tidy(text: &str) -> String {
    if text.contains(crate::charset::is_unseen) {
        return tidy(&text.replace(crate::charset::is_unseen, ""));
    }
    let text = text.trim();
    if !text.contains(['\n', '\r', '\t']) {
        return text.to_owned();
    }
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// A document being read.
pub(crate) struct XmlStream<R: BufRead> {
    reader: Reader<Utf8Reader<R>>,
    buffer: Vec<u8>,
    depth: usize,
    seen_root: bool,
    ampersand: Option<u64>,
}

/// A piece of content inside a subtree.
enum Piece {
    Open(Tag),
    Close,
    Text(String),
}

impl<R: BufRead> XmlStream<R> {
    pub(crate) fn new(inner: R) -> XmlStream<R> {
        let mut reader = Reader::from_reader(Utf8Reader::new(inner, PIECE_LIMIT));
        reader.config_mut().allow_dangling_amp = true;
        XmlStream {
            reader,
            buffer: Vec::new(),
            depth: 0,
            seen_root: false,
            ampersand: None,
        }
    }

    /// The line up to which was read.
    pub(crate) fn line(&self) -> u64 {
        self.reader.get_ref().line()
    }

    /// The next element that opens or closes; text between elements is passed over.
    pub(crate) fn step(&mut self) -> Result<Step, Refusal> {
        loop {
            match self.piece()? {
                None => return Ok(Step::End),
                Some(Piece::Open(tag)) => return Ok(Step::Open(tag)),
                Some(Piece::Close) => return Ok(Step::Close),
                Some(Piece::Text(text)) => {
                    if self.depth == 0 && !text.trim().is_empty() {
                        return Err(Refusal::MalformedXml { line: self.line() });
                    }
                }
            }
        }
    }

    /// Reads the element that was just opened, with everything in it.
    pub(crate) fn subtree(&mut self, tag: Tag) -> Result<Node, Refusal> {
        let mut open: Vec<Node> = Vec::new();
        let mut current = Node {
            name: tag.name,
            attributes: tag.attributes,
            line: tag.line,
            ..Node::default()
        };
        if tag.empty {
            return Ok(current);
        }
        let mut nodes = 1_usize;
        loop {
            match self.piece()? {
                None => return Err(Refusal::Truncated { line: self.line() }),
                Some(Piece::Text(text)) => {
                    current.text.push_str(&text);
                    if current.text.len() > TEXT_LIMIT {
                        return Err(Refusal::TooLarge);
                    }
                }
                Some(Piece::Open(tag)) => {
                    nodes += 1;
                    if nodes > NODE_LIMIT {
                        return Err(Refusal::TooLarge);
                    }
                    let empty = tag.empty;
                    let child = Node {
                        name: tag.name,
                        attributes: tag.attributes,
                        line: tag.line,
                        ..Node::default()
                    };
                    if empty {
                        current.children.push(child);
                    } else {
                        open.push(std::mem::replace(&mut current, child));
                    }
                }
                Some(Piece::Close) => match open.pop() {
                    Some(parent) => {
                        let child = std::mem::replace(&mut current, parent);
                        current.children.push(child);
                    }
                    None => return Ok(current),
                },
            }
        }
    }

    /// Passes over the element that was just opened.
    pub(crate) fn skip(&mut self, tag: &Tag) -> Result<(), Refusal> {
        if tag.empty {
            return Ok(());
        }
        let outside = self.depth - 1;
        while self.depth > outside {
            if let Step::End = self.step()? {
                return Err(Refusal::Truncated { line: self.line() });
            }
        }
        Ok(())
    }

    /// What was noticed about characters.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let notes = self.reader.get_ref().notes();
        let mut problems = charset_problems(notes);
        if let Some(line) = self.ampersand {
            problems.push(Problem::at(line, ProblemKind::UnescapedAmpersand));
        }
        problems
    }

    fn piece(&mut self) -> Result<Option<Piece>, Refusal> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().mark();
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => {
                    let line = self.reader.get_ref().line();
                    return Err(refusal_of(&error, line));
                }
            };
            let line = self.reader.get_ref().line();
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH_LIMIT {
                        return Err(Refusal::UnsafeXml { line });
                    }
                    if self.depth == 1 && std::mem::replace(&mut self.seen_root, true) {
                        return Err(Refusal::MalformedXml { line });
                    }
                    return Ok(Some(Piece::Open(tag_of(&start, false, line)?)));
                }
                Event::Empty(start) => {
                    if self.depth == 0 && std::mem::replace(&mut self.seen_root, true) {
                        return Err(Refusal::MalformedXml { line });
                    }
                    return Ok(Some(Piece::Open(tag_of(&start, true, line)?)));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Piece::Close));
                }
                Event::Text(text) => {
                    let text = text.xml10_content();
                    if text.contains('&') {
                        self.ampersand.get_or_insert(line);
                    }
                    return Ok(Some(Piece::Text(text.into_owned())));
                }
                Event::CData(text) => {
                    return Ok(Some(Piece::Text(text.xml10_content().into_owned())));
                }
                Event::GeneralRef(reference) => {
                    let (text, known) = resolve(&reference);
                    if !known {
                        self.ampersand.get_or_insert(line);
                    }
                    return Ok(Some(Piece::Text(text)));
                }
                Event::DocType(_) => return Err(Refusal::UnsafeXml { line }),
                Event::Eof if self.depth > 0 || !self.seen_root => {
                    return Err(Refusal::Truncated { line });
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
            }
        }
    }
}

/// What was noticed about characters, as problems.
pub(crate) fn charset_problems(notes: &crate::charset::CharsetNotes) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(declared) = &notes.wrong {
        problems.push(Problem::of_file(ProblemKind::CharsetWrong {
            declared: declared.clone(),
        }));
    }
    if notes.controls {
        problems.push(Problem::of_file(ProblemKind::ControlCharacters));
    }
    problems
}

fn tag_of(start: &BytesStart<'_>, empty: bool, line: u64) -> Result<Tag, Refusal> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Refusal::MalformedXml { line })?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(|_| Refusal::MalformedXml { line })?;
        let key = attribute.key.as_ref();
        // Namespace declarations keep their full name: which prefix they bind does not matter here.
        let key = if key.starts_with("xmlns") {
            "xmlns"
        } else {
            key.rsplit(':').next().unwrap_or(key)
        };
        attributes.push((key.to_owned(), value.into_owned()));
    }
    let name = start.local_name();
    Ok(Tag {
        name: name.as_ref().to_owned(),
        attributes,
        line,
        empty,
    })
}

/// The character a reference stands for. Only numbers and the five names of XML itself are
/// known; anything else is an ampersand that somebody forgot to write out.
fn resolve(reference: &quick_xml::events::BytesRef<'_>) -> (String, bool) {
    if reference.is_char_ref() {
        return match reference.resolve_char_ref() {
            Ok(Some(c)) if c >= ' ' || matches!(c, '\t' | '\n' | '\r') => (c.to_string(), true),
            _ => (String::new(), false),
        };
    }
    let known = match reference.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "apos" => "'",
        "quot" => "\"",
        other => return (format!("&{other};"), false),
    };
    (known.to_owned(), true)
}

fn refusal_of(error: &Error, line: u64) -> Refusal {
    match error {
        Error::Io(io) if io.kind() == io::ErrorKind::FileTooLarge => Refusal::TooLarge,
        Error::Io(_) => Refusal::Unreadable,
        Error::Syntax(quick_xml::errors::SyntaxError::InvalidBangMarkup) => {
            Refusal::MalformedXml { line }
        }
        // Every other syntax error of the reader is something that is still open at the end.
        Error::Syntax(_) | Error::IllFormed(IllFormedError::MissingEndTag(_)) => {
            Refusal::Truncated { line }
        }
        _ => Refusal::MalformedXml { line },
    }
}
