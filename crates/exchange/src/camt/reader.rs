//! The stream of statements and entries.

use std::collections::VecDeque;
use std::io::BufRead;

use super::entry::{self, Status};
use super::statement::Tally;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::statement::{Entry, StatementEnd, StatementHead};
use crate::xml::{Step, Tag, XmlStream};

/// Which of the three messages a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CamtMessage {
    /// camt.053, the statement at the end of a day, with balances that can be checked.
    Statement,
    /// camt.052, a report during the day; nothing to check it against.
    Report,
    /// camt.054, a notification of single bookings, without balances.
    Notification,
}

impl CamtMessage {
    fn of_container(name: &str) -> Option<CamtMessage> {
        Some(match name {
            "BkToCstmrStmt" => CamtMessage::Statement,
            "BkToCstmrAcctRpt" => CamtMessage::Report,
            "BkToCstmrDbtCdtNtfctn" => CamtMessage::Notification,
            _ => return None,
        })
    }

    fn statement_element(self) -> &'static str {
        match self {
            CamtMessage::Statement => "Stmt",
            CamtMessage::Report => "Rpt",
            CamtMessage::Notification => "Ntfctn",
        }
    }

    /// The name without a version.
    pub fn name(self) -> &'static str {
        match self {
            CamtMessage::Statement => "camt.053",
            CamtMessage::Report => "camt.052",
            CamtMessage::Notification => "camt.054",
        }
    }
}

/// What a stream gives, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum CamtEvent {
    /// A statement begins.
    StatementStart(StatementHead),
    /// A booked entry of the statement that began last.
    Entry(Box<Entry>),
    /// The statement that began last is complete. Its head is given again, because banks may put
    /// a part of it after the entries.
    StatementEnd(StatementHead, StatementEnd),
}

/// Reads a bank file event by event.
///
/// A caller that books must keep what it got aside until the stream ends without a refusal: a
/// file that breaks in its last line is refused as a whole.
pub struct CamtReader<R: BufRead> {
    xml: XmlStream<R>,
    message: Option<CamtMessage>,
    version: Option<String>,
    inside: bool,
    current: Option<Tally>,
    queue: VecDeque<CamtEvent>,
    problems: Vec<Problem>,
    statements: u64,
    ended: bool,
}

impl<R: BufRead> CamtReader<R> {
    /// A stream over a file in any encoding.
    pub fn new(inner: R) -> CamtReader<R> {
        CamtReader {
            xml: XmlStream::new(inner),
            message: None,
            version: None,
            inside: false,
            current: None,
            queue: VecDeque::new(),
            problems: Vec::new(),
            statements: 0,
            ended: false,
        }
    }

    /// The version as the namespace gives it, such as `camt.053.001.02`; known after the first event.
    pub fn version(&self) -> Option<&str> {
        self.version
            .as_deref()
            .or(self.message.map(CamtMessage::name))
    }

    /// Everything that was wrong so far; complete once the stream has ended.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.xml.problems();
        problems.extend(self.problems.iter().cloned());
        problems
    }

    /// The next event; nothing at the end of a complete file.
    ///
    /// # Errors
    /// A file that is cut off, damaged, unsafe or lacks what no booking can do without. After an
    /// error the file counts as refused, whatever came before.
    pub fn next_event(&mut self) -> Result<Option<CamtEvent>, Refusal> {
        loop {
            if let Some(event) = self.queue.pop_front() {
                return Ok(Some(event));
            }
            if self.ended {
                return Ok(None);
            }
            self.advance()?;
        }
    }

    fn advance(&mut self) -> Result<(), Refusal> {
        match self.xml.step()? {
            Step::Open(tag) => self.open(tag),
            Step::Close => self.close(),
            Step::End => {
                self.ended = true;
                if self.statements == 0 {
                    Err(Refusal::NoStatement)
                } else {
                    Ok(())
                }
            }
        }
    }

    fn open(&mut self, tag: Tag) -> Result<(), Refusal> {
        let Some(message) = self.message.filter(|_| self.inside) else {
            return self.open_outside(&tag);
        };
        if let Some(tally) = &mut self.current {
            if tag.name == "Ntry" {
                let node = self.xml.subtree(tag)?;
                return self.entry(&node);
            }
            tally.take(&self.xml.subtree(tag)?, &mut self.problems);
            return Ok(());
        }
        if tag.name == message.statement_element() {
            self.statements += 1;
            self.current = Some(Tally::new(message, tag.line));
            return Ok(());
        }
        self.xml.skip(&tag)
    }

    fn open_outside(&mut self, tag: &Tag) -> Result<(), Refusal> {
        for (_, value) in tag.attributes.iter().filter(|(key, _)| key == "xmlns") {
            if let Some(version) = camt_version(value) {
                self.version = Some(version);
            }
        }
        if let Some(message) = CamtMessage::of_container(&tag.name) {
            self.message = Some(message);
            self.inside = true;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        match self.current.take() {
            Some(tally) => {
                let started = tally.started();
                let (head, end) = tally.finish(&mut self.problems)?;
                if !started {
                    self.queue
                        .push_back(CamtEvent::StatementStart(head.clone()));
                }
                self.queue.push_back(CamtEvent::StatementEnd(head, end));
            }
            // The end of the message, or of something around it.
            None => self.inside = false,
        }
        Ok(())
    }

    fn entry(&mut self, node: &crate::xml::Node) -> Result<(), Refusal> {
        let Some(tally) = &mut self.current else {
            return Ok(());
        };
        if !tally.started() {
            self.queue
                .push_back(CamtEvent::StatementStart(tally.start()?));
        }
        let (status, entry) = entry::read(node, tally.account(), &mut self.problems)?;
        tally.add(status, &entry);
        if status == Status::Booked {
            self.queue.push_back(CamtEvent::Entry(Box::new(entry)));
        }
        Ok(())
    }
}

/// The version in a namespace such as `urn:iso:std:iso:20022:tech:xsd:camt.053.001.02`.
pub(crate) fn camt_version(namespace: &str) -> Option<String> {
    let start = ["camt.053", "camt.052", "camt.054"]
        .into_iter()
        .find_map(|name| namespace.find(name))?;
    let version: String = namespace[start..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '.')
        .take(32)
        .collect();
    Some(version)
}
