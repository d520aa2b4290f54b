//! Bank statements. A file is read twice: once to see that it is whole and what its statements
//! are, once to put its lines in an encrypted waiting table; so memory stays flat for any size.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use exchange::camt::{CamtEvent, CamtReader};
use exchange::{
    BalanceCheck, BookedLine, Entry, Format, Refusal, Statement, StatementEnd, StatementHead,
    booked_lines,
};
use law::Cents;
use store::{NewLine, NewStatement, StageCounts, StageId, StatementIndex, Writer};

use super::statement_look::StatementLook;
use super::{Added, Desk, FileOutcome, ProblemView, Source, count};
use crate::creditor::compact;
use crate::digest::sha256_of;
use crate::error::{AppError, AppResult};
use crate::session::{Context, shown};
use crate::words::say;

/// How many lines wait in memory before they go to the waiting table.
const STAGED_AT_ONCE: usize = 1000;

/// What a file is, by its beginning.
pub(crate) fn head_of(path: &Path) -> AppResult<Format> {
    let file = File::open(path).map_err(|error| AppError::io(path, &error))?;
    let mut head = Vec::new();
    file.take(exchange::HEAD as u64)
        .read_to_end(&mut head)
        .map_err(|error| AppError::io(path, &error))?;
    Ok(exchange::recognise(&head, &shown(path)).format)
}

/// A statement as the first reading saw it.
struct Seen {
    head: StatementHead,
    end: StatementEnd,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

impl Seen {
    fn stored(&self) -> NewStatement {
        let balance = |balance: &Option<exchange::Balance>| {
            let balance = balance.as_ref()?;
            Some((balance.date?, balance.amount.cents()?))
        };
        NewStatement {
            account: self.head.account.clone(),
            currency: self
                .head
                .currency
                .clone()
                .unwrap_or_else(|| "EUR".to_string()),
            number: self.head.number.clone(),
            from: self.first,
            through: self.last,
            opening: balance(&self.end.opening),
            closing: balance(&self.end.closing),
            balance_ok: match self.end.balance_check {
                BalanceCheck::Ok => Some(true),
                BalanceCheck::Fails => Some(false),
                BalanceCheck::Unavailable => None,
            },
            not_booked: count(self.end.not_booked),
        }
    }
}

fn earlier(known: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<NaiveDate> {
    [known, new].into_iter().flatten().min()
}

fn later(known: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<NaiveDate> {
    [known, new].into_iter().flatten().max()
}

/// What reading a camt file for its booking gave.
pub(crate) enum Ready {
    /// Its lines wait, to be booked.
    Staged(Box<Staged>),
    /// It cannot be used.
    Refused(Box<FileOutcome>),
}

/// Reads a camt file of any size into the waiting table.
pub(crate) fn stage_stream(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    path: &Path,
) -> AppResult<Ready> {
    let open = || File::open(path).map_err(|error| AppError::io(path, &error));
    let mut reader = CamtReader::new(BufReader::with_capacity(1 << 16, open()?));
    let seen = match survey(&mut reader) {
        Ok(seen) => seen,
        Err(refusal) => {
            return Ok(Ready::Refused(Box::new(refuse(
                path,
                reader.version(),
                &refusal,
                desk,
            ))));
        }
    };
    let version = reader.version().unwrap_or("camt").to_string();
    let problems = reader.problems();
    drop(reader);
    let sha256 = sha256_of(path)?;
    desk.check_unchanged(path, &sha256)?;
    let mut stage = Stage::begin(context, &seen, desk)?;
    let mut reader = CamtReader::new(BufReader::with_capacity(1 << 16, open()?));
    match stage.fill(context, &mut reader) {
        Ok(None) => {}
        Ok(Some(refusal)) => {
            // The file changed between the two readings.
            stage.drop(context)?;
            let outcome = refuse(path, Some(&version), &refusal, desk);
            return Ok(Ready::Refused(Box::new(outcome)));
        }
        Err(error) => {
            stage.drop(context)?;
            return Err(error);
        }
    }
    let file = FileRead {
        path: path.to_path_buf(),
        format: version,
        sha256,
        problems,
    };
    Ok(Ready::Staged(Box::new(stage.ready(file, seen))))
}

fn refuse(path: &Path, format: Option<&str>, refusal: &Refusal, desk: &Desk<'_>) -> FileOutcome {
    FileOutcome::refuse(
        path,
        format.map(str::to_string),
        refusal.code(),
        refusal.message(desk.lang),
    )
}

fn survey<R: std::io::BufRead>(reader: &mut CamtReader<R>) -> Result<Vec<Seen>, Refusal> {
    let mut seen = Vec::new();
    let (mut first, mut last) = (None, None);
    while let Some(event) = reader.next_event()? {
        match event {
            CamtEvent::StatementStart(_) => (first, last) = (None, None),
            CamtEvent::Entry(entry) => {
                first = earlier(first, entry.booking_date);
                last = later(last, entry.booking_date);
            }
            CamtEvent::StatementEnd(head, end) => seen.push(Seen {
                head,
                end,
                first,
                last,
            }),
        }
    }
    Ok(seen)
}

/// Puts statements that are in memory already (a member of an archive) in the waiting table.
pub(crate) fn stage_statements(
    context: &mut Context<'_>,
    desk: &Desk<'_>,
    file: FileRead,
    statements: &[Statement],
) -> AppResult<Staged> {
    let seen: Vec<Seen> = statements
        .iter()
        .map(|statement| {
            let dates = || {
                statement
                    .entries
                    .iter()
                    .filter_map(|entry| entry.booking_date)
            };
            Seen {
                head: statement.head.clone(),
                end: statement.end.clone(),
                first: dates().min(),
                last: dates().max(),
            }
        })
        .collect();
    let mut stage = Stage::begin(context, &seen, desk)?;
    for (index, statement) in statements.iter().enumerate() {
        for entry in &statement.entries {
            stage.entry(context, index, entry)?;
        }
        stage.flush(context, index)?;
    }
    Ok(stage.ready(file, seen))
}

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

/// Lines on their way to the waiting table.
struct Stage {
    id: StageId,
    statements: Vec<(StatementIndex, String)>,
    waiting: Vec<NewLine>,
    lines: usize,
    skipped: u32,
    problems: Vec<ProblemView>,
    lang: law::Lang,
}

impl Stage {
    fn begin(context: &mut Context<'_>, seen: &[Seen], desk: &Desk<'_>) -> AppResult<Stage> {
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
    fn fill<R: std::io::BufRead>(
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

    fn entry(&mut self, context: &mut Context<'_>, index: usize, entry: &Entry) -> AppResult<()> {
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
                                "Een boeking van {} is overgeslagen: alleen euro.",
                                line.amount
                            ),
                            format!("An entry of {} was skipped: euro only.", line.amount),
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

    fn flush(&mut self, context: &mut Context<'_>, index: usize) -> AppResult<()> {
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

    fn drop(self, context: &mut Context<'_>) -> AppResult<()> {
        Ok(context.administration()?.drop_stage(self.id)?)
    }

    fn ready(self, file: FileRead, seen: Vec<Seen>) -> Staged {
        Staged {
            file,
            seen,
            stage: self,
        }
    }
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

enum Unbookable {
    Currency,
    NoDate,
}

fn new_line(account: &str, line: &BookedLine<'_>) -> Result<NewLine, Unbookable> {
    let amount: Cents = line.amount.cents().ok_or(Unbookable::Currency)?;
    let entry = line.entry;
    let date = entry
        .booking_date
        .or(entry.value_date)
        .ok_or(Unbookable::NoDate)?;
    let counterparty = line.counterparty();
    let references = line.references();
    let mut structured = references
        .structured
        .iter()
        .map(|found| found.reference.clone());
    let reference = structured.next();
    let mut texts = vec![line.remittance().to_string()];
    texts.extend(structured);
    texts.extend(references.documents.iter().cloned());
    texts.extend(entry.additional.iter().cloned());
    let mut remittance: Vec<String> = Vec::new();
    for text in texts {
        let text = text.trim();
        if !text.is_empty() && !remittance.iter().any(|known| known.contains(text)) {
            remittance.push(text.to_string());
        }
    }
    Ok(NewLine {
        account: account.to_string(),
        date,
        value_date: entry.value_date,
        amount,
        name: counterparty
            .ultimate_name
            .clone()
            .or_else(|| counterparty.name.clone()),
        iban: counterparty.iban.clone(),
        remittance: remittance.join(" "),
        reference,
        end_to_end: references.end_to_end.clone(),
        mandate: references.mandate.clone(),
        bank_reference: entry
            .references
            .bank
            .clone()
            .or_else(|| references.bank.clone()),
        reversal: entry.reversal,
        return_reason: line.return_reason().map(str::to_string),
        detail: if line.detail.is_some() {
            count(line.part.0 as u64)
        } else {
            0
        },
    })
}
