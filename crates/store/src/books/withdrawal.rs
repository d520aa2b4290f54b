//! Taking back approved letters, as long as they have not left the house.

use chrono::{DateTime, NaiveDate, Utc};
use credit::{FactId, LetterId, LetterState, PriorReach, RunId};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

use super::letter::find;
use super::mail::MailState;
use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{Fact, FactKind, OpenFact, Subject, Told};
use crate::sql::{Named, day, moment_of};

/// Why a letter cannot be taken back any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stays {
    /// It was printed, or written where the user asked.
    HandedOver,
    /// It was posted or sent.
    Confirmed,
    /// A file of it was written where the user asked.
    Saved,
    /// It lies with the user as a draft of an e-mail.
    Draft,
    /// Its e-mail is sent, or was.
    Mailed,
    /// Nobody knows whether its e-mail arrived.
    Uncertain,
    /// This computer noted that it was about to leave, and not that it stayed.
    MayHaveLeft,
}

impl Stays {
    /// The name of it.
    pub fn code(self) -> &'static str {
        match self {
            Stays::HandedOver => "handed_over",
            Stays::Confirmed => "confirmed",
            Stays::Saved => "saved",
            Stays::Draft => "draft",
            Stays::Mailed => "mailed",
            Stays::Uncertain => "uncertain",
            Stays::MayHaveLeft => "may_have_left",
        }
    }
}

/// That a letter was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The fact.
    pub fact: FactId,
    /// When.
    pub at: DateTime<Utc>,
    /// The day that the user called today.
    pub day: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
}

impl Reader<'_> {
    /// That a letter was taken back, and why; nothing when it was not.
    pub fn withdrawal(&self, letter: LetterId) -> Result<Option<Withdrawal>> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT w.fact, f.at, f.day, w.reason FROM letter_withdrawal w JOIN fact f ON f.seq = w.fact
                 WHERE w.letter = ?1",
            )?
            .query_row([letter.0], |row| {
                Ok(Withdrawal {
                    fact: FactId(row.get(0)?),
                    at: moment_of(row, 1)?,
                    day: day(row, 2)?,
                    reason: row.get(3)?,
                })
            })
            .optional()?)
    }

    /// Why a letter cannot be taken back; nothing when it can be.
    ///
    /// # Errors
    /// [`StoreError::LetterWithdrawn`] when it was taken back before.
    pub fn stays(&self, letter: LetterId) -> Result<Option<Stays>> {
        if let Some(stays) = self.left_by_books(letter)? {
            return Ok(Some(stays));
        }
        let Some(journal) = self.context().journal.as_ref() else {
            return Ok(None);
        };
        // Noted before a file got its name, and nothing after it: a crash, or an older copy of the books.
        let mut keys = self.journal_keys(letter)?.into_iter();
        Ok(keys
            .any(|key| journal.knows(&key))
            .then_some(Stays::MayHaveLeft))
    }

    /// Whether a letter that waits in a restored administration may have left before the backup was put
    /// back: by this computer's journal, or because nobody has said yet what left.
    pub fn may_have_left_before_restore(&self, letter: LetterId) -> Result<bool> {
        let was_there: bool = self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM fact f WHERE f.kind = 'restored'
                   AND f.seq > (SELECT fact FROM letter WHERE id = ?1))",
            )?
            .query_row([letter.0], |row| row.get(0))?;
        if !was_there {
            return Ok(false);
        }
        if let Some(PriorReach::Unknown { .. }) = self.restored()? {
            return Ok(true);
        }
        // Where the books know how it left, that is why the journal knows it.
        if self.left_by_books(letter)?.is_some() {
            return Ok(false);
        }
        let Some(journal) = self.context().journal.as_ref() else {
            return Ok(false);
        };
        let mut keys = self.journal_keys(letter)?.into_iter();
        Ok(keys.any(|key| journal.knows(&key)))
    }

    /// What the books say of a letter that left, or may have.
    ///
    /// # Errors
    /// [`StoreError::LetterWithdrawn`] when it was taken back.
    pub fn left_by_books(&self, letter: LetterId) -> Result<Option<Stays>> {
        let (state, withdrawn, saved): (Named<LetterState>, bool, bool) = self
            .connection()
            .prepare_cached(
                "SELECT state, withdrawn IS NOT NULL, EXISTS (SELECT 1 FROM letter_saved s WHERE s.letter = letter.id)
                 FROM letter WHERE id = ?1",
            )?
            .query_row([letter.0], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .ok_or_else(|| missing(Missing::Letter(letter)))?;
        if withdrawn {
            return Err(StoreError::LetterWithdrawn { letter });
        }
        let moves = self.mail_moves(letter)?;
        let had = |wanted: &[MailState]| moves.iter().any(|moved| wanted.contains(&moved.state));
        let begun = moves.last().map(|moved| moved.state) == Some(MailState::Sending);
        use MailState as M;
        Ok(match state.0 {
            _ if had(&[M::Sent, M::Arrived, M::Bounced, M::Posted]) => Some(Stays::Mailed),
            // Where the user said that it may go again, the first message may have arrived all the same.
            _ if begun || had(&[M::Uncertain, M::Again]) => Some(Stays::Uncertain),
            LetterState::Confirmed => Some(Stays::Confirmed),
            _ if had(&[M::Drafted]) => Some(Stays::Draft),
            LetterState::HandedOver => Some(Stays::HandedOver),
            _ if saved => Some(Stays::Saved),
            LetterState::Approved | LetterState::Withdrawn => None,
        })
    }

    /// The letters of a run that can be taken back, in order, and those that stay with the reason.
    /// Letters that were taken back before are in neither.
    #[expect(clippy::type_complexity, reason = "two lists, named above")]
    pub fn run_stays(&self, run: RunId) -> Result<(Vec<LetterId>, Vec<(LetterId, Stays)>)> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id FROM letter WHERE run = ?1 AND withdrawn IS NULL ORDER BY id",
        )?;
        let ids: Vec<i64> = statement
            .query_map([run.0], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let (mut can, mut stay) = (Vec::new(), Vec::new());
        for id in ids.into_iter().map(LetterId) {
            match self.stays(id)? {
                None => can.push(id),
                Some(why) => stay.push((id, why)),
            }
        }
        Ok((can, stay))
    }

    /// Whether a fact approved a run of which all letters were taken back: then nothing of it stands.
    pub(crate) fn was_taken_back(&self, fact: &Fact) -> Result<bool> {
        let Some(Subject::Run(run)) = fact.subject else {
            return Ok(false);
        };
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM letter WHERE run = ?1)
                   AND NOT EXISTS (SELECT 1 FROM letter WHERE run = ?1 AND withdrawn IS NULL)",
            )?
            .query_row([run.0], |row| row.get(0))?)
    }

    /// Whether a fact approved a run of which a letter can still be taken back.
    pub(crate) fn can_be_taken_back(&self, fact: &Fact) -> Result<bool> {
        let (FactKind::RunApproved, Some(Subject::Run(run))) = (fact.kind, fact.subject) else {
            return Ok(false);
        };
        let mut waiting = self.connection().prepare_cached(
            "SELECT id FROM letter WHERE run = ?1 AND state = 'approved' AND withdrawn IS NULL",
        )?;
        let mut rows = waiting.query([run.0])?;
        while let Some(row) = rows.next()? {
            if self.stays(LetterId(row.get(0)?))?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Writer<'_> {
    /// Takes back approved letters: all of them, or none. Their bytes stay as they are, nothing
    /// happens to them any more, and their steps are free to be approved again.
    ///
    /// # Errors
    /// [`StoreError::LetterStays`] for one that left or may have, [`StoreError::LetterWithdrawn`] for
    /// one that was taken back before.
    pub fn withdraw(&mut self, letters: &[LetterId], reason: &str) -> Result<FactId> {
        self.take_back(letters, reason, None)
    }

    fn take_back(
        &mut self,
        letters: &[LetterId],
        reason: &str,
        undo: Option<FactId>,
    ) -> Result<FactId> {
        self.record(FactKind::LettersWithdrawn, |fact| {
            let mut told = Vec::with_capacity(letters.len());
            for letter in letters {
                told.push(withdraw_one(fact, *letter, reason)?);
            }
            let data = serde_json::json!({ "reason": reason, "letters": told, "undo": undo });
            let told = match letters {
                // A fact about no letter would tell nothing.
                [] => return Err(StoreError::OutOfRange),
                [one] => Told::about(Subject::Letter(*one), data)?,
                [first, ..] => {
                    Told::about(Subject::Run(find(fact.connection(), *first)?.run), data)?
                }
            };
            Ok((told, ()))
        })
        .map(|(fact, ())| fact)
    }

    /// Takes back what has not left of a run, as the undoing of its approval.
    pub(crate) fn withdraw_run(&mut self, run: RunId, approved: FactId) -> Result<FactId> {
        let (can, _) = self.run_stays(run)?;
        if can.is_empty() {
            return Err(StoreError::LeftTheHouse { fact: approved });
        }
        self.take_back(&can, "", Some(approved))
    }

    /// Records that a file of a letter that still waits was written where the user asked. From then
    /// on it may be posted or sent from there, so it is not taken back any more.
    pub fn letter_saved(&mut self, letter: LetterId, file: &str) -> Result<FactId> {
        self.record(FactKind::LetterSaved, |fact| {
            if find(fact.connection(), letter)?.state == LetterState::Withdrawn {
                return Err(StoreError::LetterWithdrawn { letter });
            }
            fact.connection()
                .prepare_cached(
                    "INSERT INTO letter_saved (fact, letter, file) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![fact.seq, letter.0, file])?;
            fact.made("letter_saved");
            let data = serde_json::json!({ "file": file });
            Ok((Told::about(Subject::Letter(letter), data)?, ()))
        })
        .map(|(fact, ())| fact)
    }
}

fn withdraw_one(
    fact: &mut OpenFact<'_>,
    letter: LetterId,
    reason: &str,
) -> Result<serde_json::Value> {
    if let Some(why) = fact.stays(letter)? {
        return Err(StoreError::LetterStays { letter, why });
    }
    fact.connection()
        .prepare_cached("INSERT INTO letter_withdrawal (fact, letter, reason) VALUES (?1, ?2, ?3)")?
        .execute(params![fact.seq, letter.0, reason])?;
    fact.made("letter_withdrawal");
    let found = find(fact.connection(), letter)?;
    let lines: Vec<_> = found
        .lines
        .iter()
        .map(|line| (line.invoice, line.step))
        .collect();
    Ok(
        serde_json::json!({ "letter": letter, "customer": found.customer, "step": found.step, "lines": lines }),
    )
}
