//! The outbox of mail: every letter that has an e-mail and was not taken back, how it stands, and what
//! of it asks something of the user.

use chrono::{DateTime, Utc};
use credit::{CustomerId, FactId, LetterId, Step};
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::mail::MailState;
use crate::access::Reader;
use crate::error::Result;
use crate::sql::{Named, moment_of};

/// How a letter stands as mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// Nobody knows whether it arrived: the user has to say.
    Uncertain,
    /// It came back.
    Bounced,
    /// The mail server refused it for good.
    Refused,
    /// It could not be sent the last time; nothing left.
    PutOff,
    /// It waits to be sent.
    Waiting,
    /// It was saved as a draft; whether the user sent it is not known.
    Draft,
    /// The mail server took it, or the user said that it arrived.
    Sent,
    /// The user sent it with another mail program.
    ByHand,
    /// It was posted on paper, because it could not be mailed.
    Posted,
}

/// Which part of the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxQuery {
    /// Only of this run.
    pub run: Option<credit::RunId>,
    /// Only this letter.
    pub letter: Option<LetterId>,
    /// Only in this state.
    pub state: Option<OutboxState>,
    /// How many to pass over.
    pub offset: u64,
    /// How many at most.
    pub limit: u64,
}

/// One letter of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    /// The letter.
    pub letter: LetterId,
    /// To whom, after merges.
    pub customer: CustomerId,
    /// Its step.
    pub step: Step,
    /// How it stands.
    pub state: OutboxState,
    /// The fact that made it so.
    pub fact: FactId,
    /// Since when.
    pub at: DateTime<Utc>,
    /// The last words about it, of the server or the user; may be empty.
    pub answer: String,
    /// The address it went to, once it was tried.
    pub recipient: Option<String>,
    /// How often it was tried.
    pub tries: u32,
    /// Whether it also goes on paper.
    pub on_paper: bool,
}

/// How many letters stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxCounts(pub Vec<(OutboxState, u64)>);

impl OutboxCounts {
    /// How many stand so.
    pub fn of(&self, state: OutboxState) -> u64 {
        self.0
            .iter()
            .find(|(one, _)| *one == state)
            .map_or(0, |(_, count)| *count)
    }
}

/// A page of the outbox: what asks for attention first, the newest first within.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxPage {
    /// How many letters match.
    pub total: u64,
    /// Of all letters of the run, or of all, whatever the state asked.
    pub counts: OutboxCounts,
    /// The page.
    pub rows: Vec<OutboxRow>,
}

/// Letters with an e-mail and how they stand. A letter that only goes by mail and was handed over
/// without a mail server lies with the user as a draft. One that also goes on paper is a draft
/// when its own files were written where the user asked, for then the e-mail lies among them.
const STANDING: &str = "
WITH mailed AS (
  SELECT t.id, t.fact, t.customer, t.step, t.state AS raw, instr(t.channels, 'letter') > 0 AS on_paper,
    (SELECT max(v.id) FROM mail_move v WHERE v.letter = t.id) AS last
  FROM letter t
  WHERE t.id IN (SELECT letter FROM letter_file WHERE kind = 'eml') AND t.withdrawn IS NULL AND (?1 IS NULL OR t.run = ?1) AND (?2 IS NULL OR t.id = ?2)
), standing AS (
  SELECT a.*, v.state AS moved, coalesce(v.fact, a.fact) AS since, coalesce(v.answer, '') AS answer, v.recipient,
    CASE
      WHEN v.state IN ('sending', 'uncertain') THEN 'uncertain'
      WHEN v.state = 'bounced' THEN 'bounced'
      WHEN v.state IN ('sent', 'arrived') THEN 'sent'
      WHEN v.state = 'posted' THEN 'posted'
      WHEN NOT a.on_paper AND a.raw = 'confirmed' THEN 'by_hand'
      WHEN NOT a.on_paper AND a.raw = 'handed_over' THEN 'draft'
      WHEN v.state = 'drafted' THEN 'draft'
      WHEN v.state = 'refused' THEN 'refused'
      WHEN v.state = 'put_off' THEN 'put_off'
      WHEN v.state IS NULL AND a.on_paper AND EXISTS (
        SELECT 1 FROM letter_move m JOIN letter_file g ON g.letter = m.letter
        WHERE m.letter = a.id AND m.state = 'handed_over' AND substr(m.file, -length(g.name)) = g.name)
        THEN CASE a.raw WHEN 'confirmed' THEN 'by_hand' ELSE 'draft' END
      ELSE 'waiting'
    END AS stands
  FROM mailed a LEFT JOIN mail_move v ON v.id = a.last
)";

/// What asks for attention comes first.
const URGENCY: &str = "CASE stands WHEN 'uncertain' THEN 0 WHEN 'bounced' THEN 1 WHEN 'refused' THEN 2 \
     WHEN 'put_off' THEN 3 WHEN 'waiting' THEN 4 WHEN 'draft' THEN 5 ELSE 6 END";

/// Mail that asks something of the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailTrouble {
    /// Messages that came back, or that the mail server refused for good.
    pub returned: u32,
    /// Messages of which nobody knows whether they arrived.
    pub uncertain: u32,
    /// Letters of which a message left without an answer: on its way now, or cut off.
    pub unanswered: Vec<LetterId>,
}

impl Reader<'_> {
    /// The mail that asks something of the user; as the outbox shows it.
    pub fn mail_trouble(&self) -> Result<MailTrouble> {
        let mut statement = self.connection().prepare_cached(
            "SELECT m.letter, m.state FROM mail_move m INDEXED BY mail_move_trouble
             JOIN letter l ON l.id = m.letter AND l.withdrawn IS NULL
             WHERE m.state IN ('sending', 'uncertain', 'refused', 'bounced') AND NOT EXISTS
               (SELECT 1 FROM mail_move w WHERE w.letter = m.letter AND w.id > m.id)
               AND NOT (m.state = 'refused' AND instr(l.channels, 'letter') = 0 AND l.state <> 'approved')",
        )?;
        let mut rows = statement.query([])?;
        let mut trouble = MailTrouble::default();
        while let Some(row) = rows.next()? {
            let Named(state): Named<MailState> = row.get(1)?;
            match state {
                MailState::Sending => trouble.unanswered.push(LetterId(row.get(0)?)),
                MailState::Uncertain => trouble.uncertain += 1,
                _ => trouble.returned += 1,
            }
        }
        Ok(trouble)
    }

    /// A page of the outbox.
    pub fn outbox(&self, query: &OutboxQuery) -> Result<OutboxPage> {
        let run = query.run.map(|run| run.0);
        let letter = query.letter.map(|letter| letter.0);
        let mut statement = self.connection().prepare_cached(&format!(
            "{STANDING} SELECT stands, count(*) FROM standing GROUP BY stands"
        ))?;
        let counts: Vec<(OutboxState, u64)> = statement
            .query_map([run, letter], |row| {
                let Named(state) = row.get(0)?;
                Ok((state, row.get::<_, i64>(1)?.unsigned_abs()))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let counts = OutboxCounts(counts);
        let total = match query.state {
            Some(state) => counts.of(state),
            None => counts.0.iter().map(|(_, count)| count).sum(),
        };
        Ok(OutboxPage {
            total,
            counts,
            rows: self.outbox_rows(query)?,
        })
    }

    fn outbox_rows(&self, query: &OutboxQuery) -> Result<Vec<OutboxRow>> {
        let mut statement = self.connection().prepare_cached(&format!(
            "{STANDING}
             SELECT s.id, c.head, s.step, s.stands, s.since, f.at, s.answer, s.recipient,
               (SELECT count(*) FROM mail_move n WHERE n.letter = s.id AND n.state = 'sending'), s.on_paper
             FROM (SELECT *, {URGENCY} AS urgency FROM standing WHERE ?3 IS NULL OR stands = ?3
                   ORDER BY urgency, id DESC LIMIT ?4 OFFSET ?5) s
             JOIN customer c ON c.id = s.customer JOIN fact f ON f.seq = s.since
             ORDER BY s.urgency, s.id DESC"
        ))?;
        let bounded = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let rows = statement
            .query_map(
                params![
                    query.run.map(|run| run.0),
                    query.letter.map(|letter| letter.0),
                    query.state.map(Named),
                    bounded(query.limit),
                    bounded(query.offset)
                ],
                |row| {
                    let Named(step) = row.get(2)?;
                    let Named(state) = row.get(3)?;
                    Ok(OutboxRow {
                        letter: LetterId(row.get(0)?),
                        customer: CustomerId(row.get(1)?),
                        step,
                        state,
                        fact: FactId(row.get(4)?),
                        at: moment_of(row, 5)?,
                        answer: row.get(6)?,
                        recipient: row.get(7)?,
                        tries: row.get(8)?,
                        on_paper: row.get(9)?,
                    })
                },
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    /// How one letter stands as mail; nothing when it has no e-mail.
    pub fn outbox_row(&self, letter: LetterId) -> Result<Option<OutboxRow>> {
        let query = OutboxQuery {
            letter: Some(letter),
            limit: 1,
            ..OutboxQuery::default()
        };
        Ok(self.outbox_rows(&query)?.pop())
    }
}
