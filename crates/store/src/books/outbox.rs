//! The outbox: approved → handed over → confirmed, only forward, each step for an invoice once. A
//! letter that has not left can be taken back: `withdrawal.rs`.

use std::ops::Deref;

use chrono::NaiveDate;
use credit::{FactId, InvoiceId, Letter, LetterId, LetterState, RunId, Step};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::customer::head_of;
use super::invoice::check_owner;
use super::invoice_file::NewFile;
use super::letter::{LetterFileKind, find};
use crate::access::{Reader, Writer};
use crate::error::{Result, StoreError};
use crate::journal::sent_key;
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::{Day, Json, Money, Named};
use crate::vault::hex;

/// A run that is being approved.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRun {
    /// Its day.
    pub date: NaiveDate,
    /// The folder into which its letters go.
    pub out: String,
    /// What the use case wants to keep with it (amber reasons that were accepted, …).
    pub info: serde_json::Value,
}

/// A file of a letter, its bytes final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLetterFile<'b> {
    /// What it is.
    pub kind: LetterFileKind,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: &'b [u8],
}

/// A letter that is being approved.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLetter<'b> {
    /// The record; its id, run, run date, state, day of leaving and proof are ignored.
    pub letter: &'b Letter,
    /// What the use case wants to keep with it (address, subject, …).
    pub info: serde_json::Value,
    /// Its files.
    pub files: &'b [NewLetterFile<'b>],
}

/// What was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved<T> {
    /// The run; none when it held no letter, and nothing was written.
    pub run: Option<RunId>,
    /// Its letters, in order.
    pub letters: Vec<LetterId>,
    /// Its fact.
    pub fact: Option<FactId>,
    /// What the caller answered.
    pub value: T,
}

/// A run in the making; its letters are added one by one, so that only one is in memory.
pub struct OpenRun<'f, 'a> {
    fact: &'f mut OpenFact<'a>,
    run: i64,
    date: NaiveDate,
    letters: Vec<LetterId>,
    kept: Vec<serde_json::Value>,
}

impl Writer<'_> {
    /// Approves a run: its letters exist from now on, each step for each invoice once.
    ///
    /// All letters or none; a step that an invoice already had is [`StoreError::AlreadySent`].
    pub fn approve<T, E: From<StoreError>>(
        &mut self,
        run: &NewRun,
        letters: impl FnOnce(&mut OpenRun<'_, '_>) -> Result<T, E>,
    ) -> Result<Approved<T>, E> {
        if let Some(newest) = self.latest_departure()?.filter(|newest| *newest > run.date) {
            return Err(StoreError::DateBeforeFacts { newest }.into());
        }
        let (fact, (id, ids, value)) = self.record_if(FactKind::RunApproved, |fact| {
            let id = begin(fact, run)?;
            let mut open = OpenRun {
                fact,
                run: id,
                date: run.date,
                letters: Vec::new(),
                kept: Vec::new(),
            };
            let value = letters(&mut open)?;
            let OpenRun {
                letters: ids, kept, ..
            } = open;
            let data = serde_json::json!({ "date": run.date, "letters": kept });
            let told = (!ids.is_empty())
                .then(|| Told::about(Subject::Run(RunId(id)), data))
                .transpose()?;
            Ok::<_, E>((told, (id, ids, value)))
        })?;
        Ok(Approved {
            run: fact.map(|_| RunId(id)),
            letters: ids,
            fact,
            value,
        })
    }

    /// Records that a letter was written where the user asked, under that name.
    pub fn hand_over(&mut self, letter: LetterId, file_name: &str) -> Result<FactId> {
        self.record(FactKind::LetterHandedOver, |fact| {
            let found = find(fact.connection(), letter)?;
            match found.state {
                LetterState::Approved => {}
                LetterState::Withdrawn => return Err(StoreError::LetterWithdrawn { letter }),
                _ => return Err(StoreError::LetterState { letter }),
            }
            move_on(fact, letter, LetterState::HandedOver, None, Some(file_name))?;
            Ok((
                Told::about(
                    Subject::Letter(letter),
                    serde_json::json!({ "file": file_name }),
                )?,
                (),
            ))
        })
        .map(|(fact, ())| fact)
    }

    /// Records that a letter was posted or sent, on which day, with a proof if there is one. A
    /// proof can be added later too.
    pub fn confirm(
        &mut self,
        letter: LetterId,
        left_on: Option<NaiveDate>,
        proof: Option<&NewFile>,
    ) -> Result<FactId> {
        self.record(FactKind::LetterConfirmed, |fact| {
            let found = find(fact.connection(), letter)?;
            match found.state {
                LetterState::HandedOver => {
                    let left = match left_on {
                        Some(day) => day,
                        None => handed_over_on(fact.connection(), letter)?.max(found.date),
                    };
                    move_on(fact, letter, LetterState::Confirmed, Some(left), None)?;
                }
                LetterState::Confirmed if proof.is_some() && left_on.is_none() => {}
                LetterState::Withdrawn => return Err(StoreError::LetterWithdrawn { letter }),
                _ => return Err(StoreError::LetterState { letter }),
            }
            if let Some(proof) = proof {
                keep_proof(fact, letter, proof)?;
            }
            let data = serde_json::json!({ "left_on": left_on, "proof": proof.map(|file| (&file.name, file.sha256())) });
            Ok((Told::about(Subject::Letter(letter), data)?, ()))
        })
        .map(|(fact, ())| fact)
    }
}

impl<'a> Deref for OpenRun<'_, 'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        self.fact
    }
}

impl OpenRun<'_, '_> {
    /// The id that the run will have.
    pub fn id(&self) -> RunId {
        RunId(self.run)
    }

    /// Adds a letter with its exact bytes.
    pub fn add(&mut self, new: &NewLetter<'_>) -> Result<LetterId> {
        let letter = new.letter;
        let head = head_of(self.fact.connection(), letter.customer)?;
        self.fact
            .connection()
            .prepare_cached(
                "INSERT INTO letter (fact, run, customer, step, run_date, date, channels, claim, delivery_days,
                   plan_days, notice_of_default_days, info, state)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'approved')",
            )?
            .execute(params![
                self.fact.seq, self.run, head.0, letter.step.code(), Day(self.date), Day(letter.date),
                Json(&letter.channels), Json(&letter.claim), letter.delivery_days, letter.plan_days,
                letter.notice_of_default_days, new.info.to_string()
            ])?;
        let id = LetterId(self.fact.made("letter"));
        for line in &letter.lines {
            self.line(id, head, line)?;
        }
        let files = new
            .files
            .iter()
            .map(|file| self.file(id, file))
            .collect::<Result<Vec<_>>>()?;
        self.kept.push(serde_json::json!({
            "letter": id, "customer": head, "step": letter.step, "claim": letter.claim, "files": files
        }));
        self.letters.push(id);
        Ok(id)
    }

    fn line(
        &mut self,
        letter: LetterId,
        head: credit::CustomerId,
        line: &credit::LetterLine,
    ) -> Result<()> {
        check_owner(self.fact.connection(), line.invoice, head)?;
        check_once(self.fact, line.invoice, line.step)?;
        let key = sent_key(self.fact, line.invoice, line.step)?;
        if self
            .fact
            .context()
            .journal
            .as_ref()
            .is_some_and(|journal| journal.left_elsewhere(&key))
        {
            // A restored backup does not know this letter, but the journal of this computer does.
            return Err(StoreError::AlreadySent {
                invoice: line.invoice,
                step: line.step,
            });
        }
        self.fact
            .connection()
            .prepare_cached(
                "INSERT INTO letter_line (fact, letter, customer, invoice, step, open, bears_costs, sent_key, other_key)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                self.fact.seq, letter.0, head.0, line.invoice.0, line.step.code(), Money(line.open),
                line.bears_costs, key.key, key.other
            ])?;
        self.fact.made("letter_line");
        Ok(())
    }

    fn file(&mut self, letter: LetterId, file: &NewLetterFile<'_>) -> Result<serde_json::Value> {
        let sha256 = hex(&Sha256::digest(file.bytes));
        let size = i64::try_from(file.bytes.len()).map_err(|_| StoreError::OutOfRange)?;
        self.fact
            .connection()
            .prepare_cached(
                "INSERT INTO letter_file (fact, letter, kind, name, media_type, sha256, size, bytes)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                self.fact.seq, letter.0, Named(file.kind), file.name, file.media_type, sha256, size, file.bytes
            ])?;
        let id = self.fact.made("letter_file");
        Ok(serde_json::json!({ "id": id, "kind": file.kind, "sha256": sha256 }))
    }
}

fn begin(fact: &mut OpenFact<'_>, run: &NewRun) -> Result<i64> {
    fact.connection()
        .prepare_cached("INSERT INTO run (fact, date, out, info) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            fact.seq,
            Day(run.date),
            run.out,
            run.info.to_string()
        ])?;
    Ok(fact.made("run"))
}

/// The index and the trigger guard it too; here it gets a name.
fn check_once(fact: &OpenFact<'_>, invoice: InvoiceId, step: Step) -> Result<()> {
    if fact.is_sent(invoice, step)? {
        return Err(StoreError::AlreadySent { invoice, step });
    }
    Ok(())
}

fn move_on(
    fact: &mut OpenFact<'_>,
    letter: LetterId,
    state: LetterState,
    left_on: Option<NaiveDate>,
    file: Option<&str>,
) -> Result<()> {
    let connection = fact.connection();
    connection
        .prepare_cached("INSERT INTO letter_move (fact, letter, state, left_on, file) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![fact.seq, letter.0, Named(state), left_on.map(Day), file])?;
    fact.made("letter_move");
    connection
        .prepare_cached("UPDATE letter SET state = ?2, left_on = ?3 WHERE id = ?1")?
        .execute(params![letter.0, Named(state), left_on.map(Day)])?;
    Ok(())
}

/// The day a letter was put in the user's hands.
fn handed_over_on(connection: &Connection, letter: LetterId) -> Result<NaiveDate> {
    let Day(day) = connection
        .prepare_cached(
            "SELECT f.day FROM letter_move m JOIN fact f ON f.seq = m.fact
             WHERE m.letter = ?1 AND m.state = 'handed_over' ORDER BY f.seq DESC",
        )?
        .query_row([letter.0], |row| row.get(0))?;
    Ok(day)
}

fn keep_proof(fact: &mut OpenFact<'_>, letter: LetterId, proof: &NewFile) -> Result<()> {
    let size = i64::try_from(proof.bytes.len()).map_err(|_| StoreError::OutOfRange)?;
    fact.connection()
        .prepare_cached(
            "INSERT INTO letter_proof (fact, letter, name, media_type, sha256, size, bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            fact.seq,
            letter.0,
            proof.name,
            proof.media_type,
            proof.sha256(),
            size,
            proof.bytes
        ])?;
    fact.made("letter_proof");
    Ok(())
}
