//! Lines of bank statements on their way: they wait in an encrypted table, and are booked from there.

use std::collections::HashSet;
use std::path::PathBuf;

use exchange::camt::{CamtEvent, CamtReader};
use exchange::{Entry, Refusal, booked_lines};
use store::{NewLine, StageCounts, StageId, StatementIndex, Writer};

use super::bank::Seen;
use super::bank_line::{Unbookable, new_line};
use super::statement_look::StatementLook;
use super::{Added, Desk, FileOutcome, ProblemView, Source, count};
use crate::creditor::compact;
use crate::error::AppResult;
use crate::session::Context;
use crate::words::say;

/// How many lines wait in memory before they go to the waiting table.
const STAGED_AT_ONCE: usize = 1000;

/// A file as it was read.
pub(crate) struct FileRead {
    pub(crate) path: PathBuf,
    pub(crate) format: String,
    pub(crate) sha256: String,
    pub(crate) problems: Vec<exchange::Problem>,
}

/// Statements whose lines wait to be booked.
pub(crate) struct Staged {
    file: FileRead,
    seen: Vec<Seen>,
    stage: Stage,
}

impl Staged {
    /// The waiting lines, to drop them.
    pub(crate) fn stage(&self) -> StageId {
        self.stage.id
    }

    /// Books the lines that wait.
    pub(crate) fn book(&self, writer: &mut Writer<'_>, desk: &Desk<'_>) -> AppResult<FileOutcome> {
        let source = Source {
            path: &self.file.path,
            format: &self.file.format,
            sha256: &self.file.sha256,
            bytes: &[],
            problems: &self.file.problems,
        };
        let mut outcome = source.outcome("bank_statement", desk.lang);
        // That an entry was skipped for its currency says what the reader remarked of it, and more.
        let skipped: HashSet<Option<u32>> = self
            .stage
            .problems
            .iter()
            .filter(|problem| problem.code == "line_skipped")
            .map(|problem| problem.line)
            .collect();
        outcome
            .problems
            .retain(|problem| problem.code != "other_currency" || !skipped.contains(&problem.line));
        outcome.problems.extend(self.stage.problems.iter().cloned());
        outcome.skipped = self.stage.skipped;
        let mut look = StatementLook::new(desk);
        if desk.dry_run {
            for seen in &self.seen {
                look.before(writer, &seen.head, &seen.end, (seen.first, seen.last))?;
            }
        }
        let id = self.stage.id;
        let new = source.new_import("bank_statement");
        let (import, counts) = writer.import(&new, |rows| -> AppResult<StageCounts> {
            let counts = rows.book_stage(id)?;
            if desk.dry_run {
                look.after(rows, id, &self.stage.statements)?;
            }
            Ok(counts)
        })?;
        outcome.id = import.fact.map(|fact| fact.to_string());
        outcome.added = Added {
            bank_lines: count(counts.added),
            ..Added::default()
        };
        outcome.duplicates = count(counts.duplicates);
        outcome.bank = Some(look.seen(count(counts.statements)));
        not_booked(&mut outcome, &self.seen, desk);
        Ok(outcome)
    }
}

/// Lines on their way to the waiting table.
pub(super) struct Stage {
    id: StageId,
    statements: Vec<(StatementIndex, String)>,
    waiting: Vec<NewLine>,
    lines: usize,
    skipped: u32,
    problems: Vec<ProblemView>,
    lang: law::Lang,
}

impl Stage {
    pub(super) fn begin(
        context: &mut Context<'_>,
        seen: &[Seen],
        desk: &Desk<'_>,
    ) -> AppResult<Stage> {
        let administration = context.administration()?;
        let id = administration.stage()?;
        let mut statements = Vec::new();
        for statement in seen {
            let index = administration.stage_statement(id, &statement.stored())?;
            statements.push((index, statement.head.account.clone()));
        }
        let mut stage = Stage {
            id,
            statements,
            waiting: Vec::new(),
            lines: 0,
            skipped: 0,
            problems: Vec::new(),
            lang: desk.lang,
        };
        stage.note_accounts(seen, desk);
        Ok(stage)
    }

    /// Puts every entry of a file in the waiting table; answers why it could not be read to its end.
    pub(super) fn fill<R: std::io::BufRead>(
        &mut self,
        context: &mut Context<'_>,
        reader: &mut CamtReader<R>,
    ) -> AppResult<Option<Refusal>> {
        let running = context.session.jobs().start("import_bank", None);
        let mut index = 0;
        loop {
            match reader.next_event() {
                Ok(Some(CamtEvent::Entry(entry))) => {
                    self.entry(context, index, &entry)?;
                    if self.lines.is_multiple_of(STAGED_AT_ONCE) {
                        running.step(self.lines)?;
                    }
                }
                Ok(Some(CamtEvent::StatementEnd(..))) => {
                    self.flush(context, index)?;
                    index += 1;
                }
                Ok(Some(CamtEvent::StatementStart(_))) => {}
                Ok(None) => return Ok(None),
                Err(refusal) => return Ok(Some(refusal)),
            }
        }
    }

    /// A statement of another account than the one on the letters is worth a word.
    fn note_accounts(&mut self, seen: &[Seen], desk: &Desk<'_>) {
        let own = compact(&desk.creditor.iban);
        let mut told = std::collections::BTreeSet::new();
        for account in seen.iter().map(|statement| &statement.head.account) {
            if compact(account) != own && told.insert(account.clone()) {
                let message = say(
                    self.lang,
                    &format!("Rekening {account} is niet de rekening op uw brieven ({own})."),
                    &format!("Account {account} is not the account on your letters ({own})."),
                );
                self.warn("other_account", None, message);
            }
        }
    }

    fn warn(&mut self, code: &str, line: Option<u32>, message: String) {
        self.problems.push(ProblemView {
            code: code.to_string(),
            severity: "warning",
            line,
            message,
        });
    }

    pub(super) fn entry(
        &mut self,
        context: &mut Context<'_>,
        index: usize,
        entry: &Entry,
    ) -> AppResult<()> {
        let account = self
            .statements
            .get(index)
            .map(|(_, account)| account.clone())
            .unwrap_or_default();
        for line in booked_lines(entry) {
            let at = Some(count(entry.line));
            match new_line(&account, &line) {
                Ok(line) => {
                    self.waiting.push(line);
                    self.lines += 1;
                }
                Err(why) => {
                    self.skipped += 1;
                    let (nl, en) = match why {
                        Unbookable::Currency => (
                            format!(
                                "Een boeking van {} is overgeslagen: Standvast volgt alleen euro.",
                                line.amount.written(law::Lang::Nl)
                            ),
                            format!(
                                "An entry of {} was skipped: Standvast follows euro only.",
                                line.amount.written(law::Lang::En)
                            ),
                        ),
                        Unbookable::NoDate => (
                            "Een boeking zonder datum is overgeslagen.".to_string(),
                            "An entry without a date was skipped.".to_string(),
                        ),
                    };
                    self.warn("line_skipped", at, say(self.lang, &nl, &en));
                }
            }
        }
        if self.waiting.len() >= STAGED_AT_ONCE {
            self.flush(context, index)?;
        }
        Ok(())
    }

    pub(super) fn flush(&mut self, context: &mut Context<'_>, index: usize) -> AppResult<()> {
        let Some((statement, _)) = self.statements.get(index) else {
            return Ok(());
        };
        if !self.waiting.is_empty() {
            context
                .administration()?
                .stage_lines(self.id, *statement, &self.waiting)?;
            self.waiting.clear();
        }
        Ok(())
    }

    pub(super) fn drop(self, context: &mut Context<'_>) -> AppResult<()> {
        Ok(context.administration()?.drop_stage(self.id)?)
    }

    pub(super) fn ready(self, file: FileRead, seen: Vec<Seen>) -> Staged {
        Staged {
            file,
            seen,
            stage: self,
        }
    }
}

fn not_booked(outcome: &mut FileOutcome, seen: &[Seen], desk: &Desk<'_>) {
    let waiting: u64 = seen.iter().map(|statement| statement.end.not_booked).sum();
    if waiting > 0 {
        outcome.problems.push(ProblemView {
            code: "not_booked".to_string(),
            severity: "warning",
            line: None,
            message: say(
                desk.lang,
                &format!("{waiting} regels zijn door de bank nog niet geboekt en zijn weggelaten."),
                &format!("{waiting} lines were not booked by the bank yet and were left out."),
            ),
        });
    }
}
