//! Letters that left or are about to leave, as they are read: the record, the exact bytes, the
//! proofs.

use chrono::NaiveDate;
use credit::{
    Channel, CustomerId, InvoiceId, Letter, LetterId, LetterLine, LetterState, RunId, Step,
};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use crate::access::Reader;
use crate::error::{Missing, Result, StoreError, missing};
use crate::sql::{Day, Json, Named, cents, day, day_or_none};

/// A kept file of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LetterFileId(pub i64);

/// What a file of a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterFileKind {
    /// The letter itself.
    Pdf,
    /// The e-mail, with everything in it.
    Eml,
    /// What goes with it.
    Attachment,
}

/// What is known of a kept file of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterFileInfo {
    /// Its id.
    pub id: LetterFileId,
    /// What it is.
    pub kind: LetterFileKind,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A proof of sending that was kept with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterProof {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A letter that was approved and not handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingLetter {
    /// The letter.
    pub letter: Letter,
    /// What the use case wrote down with it.
    pub info: serde_json::Value,
    /// The folder of its run.
    pub out: String,
    /// Its files.
    pub files: Vec<LetterFileInfo>,
}

/// The columns that [`of_row`] reads, after the customer.
///
/// A letter that only went by mail and came back was not received: it reads as not handed over,
/// until it is sent again or posted. The day of leaving is that of the last time it left. One that was
/// taken back before it left reads as that.
pub(super) const COLUMNS: &str = "t.id, t.run, t.step, t.run_date, t.date, t.channels, \
     CASE WHEN t.withdrawn IS NOT NULL THEN 'withdrawn' WHEN instr(t.channels, 'letter') = 0 AND (SELECT v.state FROM mail_move v WHERE v.letter = t.id ORDER BY v.id DESC LIMIT 1) = 'bounced' \
       THEN 'approved' ELSE t.state END, \
     coalesce((SELECT v.left_on FROM mail_move v WHERE v.letter = t.id AND v.left_on IS NOT NULL ORDER BY v.id DESC LIMIT 1), t.left_on), \
     EXISTS (SELECT 1 FROM letter_proof p WHERE p.letter = t.id), t.claim, t.delivery_days, t.plan_days, \
     t.notice_of_default_days";

/// Reads (customer, [`COLUMNS`]…), without its lines.
pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Letter> {
    let Json(channels): Json<Vec<Channel>> = row.get(6)?;
    let Json(claim) = row.get(10)?;
    let Named(step): Named<Step> = row.get(3)?;
    let Named(state): Named<LetterState> = row.get(7)?;
    Ok(Letter {
        customer: CustomerId(row.get(0)?),
        id: LetterId(row.get(1)?),
        run: RunId(row.get(2)?),
        step,
        run_date: day(row, 4)?,
        date: day(row, 5)?,
        channels,
        state,
        left_on: day_or_none(row, 8)?,
        proof: row.get(9)?,
        claim,
        delivery_days: row.get(11)?,
        plan_days: row.get(12)?,
        notice_of_default_days: row.get(13)?,
        lines: Vec::new(),
    })
}

/// The columns that [`line_of_row`] reads, after the customer.
pub(super) const LINE_COLUMNS: &str = "t.letter, t.invoice, t.step, t.open, t.bears_costs";

/// Reads (customer, [`LINE_COLUMNS`]…).
pub(super) fn line_of_row(row: &Row<'_>) -> rusqlite::Result<(LetterId, LetterLine)> {
    let Named(step): Named<Step> = row.get(3)?;
    let line = LetterLine {
        invoice: InvoiceId(row.get(2)?),
        step,
        open: cents(row, 4)?,
        bears_costs: row.get(5)?,
    };
    Ok((LetterId(row.get(1)?), line))
}

fn select(condition: &str) -> String {
    format!(
        "SELECT c.head, {COLUMNS} FROM letter t JOIN customer c ON c.id = t.customer WHERE {condition} ORDER BY t.id"
    )
}

fn with_lines(connection: &Connection, mut letter: Letter) -> Result<Letter> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT t.customer, {LINE_COLUMNS} FROM letter_line t WHERE t.letter = ?1 ORDER BY t.id"
    ))?;
    letter.lines = statement
        .query_map([letter.id.0], |row| line_of_row(row).map(|(_, line)| line))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(letter)
}

pub(super) fn find(connection: &Connection, letter: LetterId) -> Result<Letter> {
    let found = connection
        .prepare_cached(&select("t.id = ?1"))?
        .query_row([letter.0], of_row)
        .optional()?
        .ok_or_else(|| missing(Missing::Letter(letter)))?;
    with_lines(connection, found)
}

impl Reader<'_> {
    /// A letter.
    pub fn letter(&self, letter: LetterId) -> Result<Letter> {
        find(self.connection(), letter)
    }

    /// What the use case wrote down with a letter.
    pub fn letter_info(&self, letter: LetterId) -> Result<serde_json::Value> {
        let Json(info) = self
            .connection()
            .prepare_cached("SELECT info FROM letter WHERE id = ?1")?
            .query_row([letter.0], |row| row.get(0))
            .optional()?
            .ok_or_else(|| missing(Missing::Letter(letter)))?;
        Ok(info)
    }

    /// The letters to a customer, oldest first.
    pub fn letters_of(&self, customer: CustomerId) -> Result<Vec<Letter>> {
        let head = self.is_same(customer)?;
        self.letters_where("(c.id = ?1 OR (c.head = ?1 AND c.head <> c.id))", head.0)
    }

    /// The letters to a customer that were taken back, oldest first: no account holds them.
    pub fn withdrawn_letters_of(&self, customer: CustomerId) -> Result<Vec<Letter>> {
        let head = self.is_same(customer)?;
        self.letters_where(
            "(c.id = ?1 OR (c.head = ?1 AND c.head <> c.id)) AND t.withdrawn IS NOT NULL",
            head.0,
        )
    }

    /// The letters of a run.
    pub fn letters_of_run(&self, run: RunId) -> Result<Vec<Letter>> {
        self.letters_where("t.run = ?1", run.0)
    }

    fn letters_where(&self, condition: &str, id: i64) -> Result<Vec<Letter>> {
        let mut statement = self.connection().prepare_cached(&select(condition))?;
        let found: Vec<Letter> = statement
            .query_map([id], of_row)?
            .collect::<rusqlite::Result<_>>()?;
        found
            .into_iter()
            .map(|letter| with_lines(self.connection(), letter))
            .collect()
    }

    /// Letters that were approved, not taken back and not handed over: what an earlier, cut-off run
    /// left. Without those of which a mail server may have taken the message.
    pub fn pending(&self) -> Result<Vec<PendingLetter>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT t.id, t.info, r.out FROM letter t JOIN run r ON r.id = t.run WHERE t.state = 'approved' AND t.withdrawn IS NULL
               AND coalesce((SELECT v.state FROM mail_move v WHERE v.letter = t.id ORDER BY v.id DESC LIMIT 1), '') NOT IN ('sending', 'uncertain')
             ORDER BY t.id",
        )?;
        let mut rows = statement.query([])?;
        let mut pending = Vec::new();
        while let Some(row) = rows.next()? {
            let id = LetterId(row.get(0)?);
            let Json(info) = row.get(1)?;
            pending.push(PendingLetter {
                letter: self.letter(id)?,
                info,
                out: row.get(2)?,
                files: self.letter_files(id)?,
            });
        }
        Ok(pending)
    }

    /// Hands out all letters, oldest first, one at a time.
    pub fn for_each_letter<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(Letter) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut ids = self
            .connection()
            .prepare_cached("SELECT id FROM letter ORDER BY id")
            .map_err(StoreError::from)?;
        let mut rows = ids.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let id = LetterId(row.get(0).map_err(StoreError::from)?);
            each(self.letter(id)?)?;
        }
        Ok(())
    }

    /// The kept files of a letter.
    pub fn letter_files(&self, letter: LetterId) -> Result<Vec<LetterFileInfo>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, kind, name, media_type, sha256, size FROM letter_file WHERE letter = ?1 ORDER BY id",
        )?;
        let found = statement
            .query_map([letter.0], |row| {
                let Named(kind) = row.get(1)?;
                Ok(LetterFileInfo {
                    id: LetterFileId(row.get(0)?),
                    kind,
                    name: row.get(2)?,
                    media_type: row.get(3)?,
                    sha256: row.get(4)?,
                    size: row.get::<_, i64>(5)?.unsigned_abs(),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The exact bytes of a kept file of a letter.
    pub fn letter_bytes(&self, file: LetterFileId) -> Result<Vec<u8>> {
        self.connection()
            .prepare_cached("SELECT bytes FROM letter_file WHERE id = ?1")?
            .query_row([file.0], |row| row.get(0))
            .optional()?
            .ok_or_else(|| missing(Missing::LetterFile(file)))
    }

    /// The proofs of sending that were kept with a letter.
    pub fn letter_proofs(&self, letter: LetterId) -> Result<Vec<LetterProof>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT name, media_type, sha256, bytes FROM letter_proof WHERE letter = ?1 ORDER BY id",
        )?;
        let found = statement
            .query_map([letter.0], |row| {
                Ok(LetterProof {
                    name: row.get(0)?,
                    media_type: row.get(1)?,
                    sha256: row.get(2)?,
                    bytes: row.get(3)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The name under which a letter was handed over, if it was.
    pub fn handed_over_as(&self, letter: LetterId) -> Result<Option<String>> {
        let name: Option<Option<String>> = self
            .connection()
            .prepare_cached(
                "SELECT file FROM letter_move WHERE letter = ?1 AND state = 'handed_over'",
            )?
            .query_row([letter.0], |row| row.get(0))
            .optional()?;
        Ok(name.flatten())
    }

    /// Whether this step was ever approved for this invoice, and not taken back.
    pub fn is_sent(&self, invoice: InvoiceId, step: Step) -> Result<bool> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM letter_line WHERE invoice = ?1 AND step = ?2 AND withdrawn IS NULL)",
            )?
            .query_row(rusqlite::params![invoice.0, step.code()], |row| row.get(0))?)
    }

    /// The day of the newest fact that left the house: a letter or a dossier.
    pub fn latest_departure(&self) -> Result<Option<NaiveDate>> {
        let newest: Option<Day> = self
            .connection()
            .prepare_cached(
                "SELECT max(day) FROM (
                   SELECT day FROM (SELECT r.date AS day FROM run r WHERE EXISTS
                     (SELECT 1 FROM letter t WHERE t.run = r.id AND t.state <> 'approved')
                     ORDER BY r.date DESC LIMIT 1)
                   UNION ALL SELECT max(date) FROM handover WHERE undone IS NULL)",
            )?
            .query_row([], |row| row.get(0))?;
        Ok(newest.map(|day| day.0))
    }
}
