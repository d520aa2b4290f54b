//! Mail through the user's own account: the exact message before it leaves, and what became of it.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use credit::{FactId, LetterId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::letter::find;
use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::{Day, Named, day_or_none, moment_of};
use crate::vault::hex;

/// A kept message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MailId(pub i64);

/// What happened to a letter as mail. The newest says how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// Saved as a draft for another mail program.
    Drafted,
    /// Its message is about to leave. With nothing after it: nobody knows whether it did.
    Sending,
    /// The mail server took it.
    Sent,
    /// The mail server refused it for good.
    Refused,
    /// The mail server could not take it now, or was not reached: nothing left.
    PutOff,
    /// The connection broke after the last byte and before the answer.
    Uncertain,
    /// The user said that it arrived.
    Arrived,
    /// The user said that it may be sent again.
    Again,
    /// It came back.
    Bounced,
    /// It was posted on paper, because it could not be mailed.
    Posted,
}

impl MailState {
    /// Whether a message of the letter is out, or may be.
    pub fn may_have_left(self) -> bool {
        matches!(
            self,
            MailState::Sending
                | MailState::Uncertain
                | MailState::Sent
                | MailState::Arrived
                | MailState::Posted
        )
    }

    /// Whether a draft of the letter could make it leave twice, or hide that it came back.
    pub fn is_no_draft(self) -> bool {
        self.may_have_left() || self == MailState::Bounced
    }
}

/// A message to keep, its bytes final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMail<'b> {
    /// Address of the sender.
    pub sender: &'b str,
    /// Address it goes to.
    pub recipient: &'b str,
    /// Its Message-ID, without angle brackets.
    pub message_id: &'b str,
    /// Its bytes as they leave.
    pub bytes: &'b [u8],
}

/// A kept message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptMail {
    /// Its id.
    pub id: MailId,
    /// Address of the sender.
    pub sender: String,
    /// Address it went to.
    pub recipient: String,
    /// Its Message-ID, without angle brackets.
    pub message_id: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One thing that happened to a letter as mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailMove {
    /// The fact that told it.
    pub fact: FactId,
    /// When.
    pub at: DateTime<Utc>,
    /// The message it is about.
    pub mail: Option<MailId>,
    /// What happened.
    pub state: MailState,
    /// The address.
    pub recipient: Option<String>,
    /// The server's words, or the user's; may be empty.
    pub answer: String,
    /// Whether the address is to blame.
    pub address_failed: bool,
    /// The day the letter left with this.
    pub left_on: Option<NaiveDate>,
}

/// An address that a move is about, and whether it is to blame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recipient<'t> {
    /// The address, if it is known.
    pub address: Option<&'t str>,
    /// Whether mail to it does not arrive.
    pub failed: bool,
}

/// How addresses are compared.
pub(crate) fn address_key(address: &str) -> String {
    address.trim().to_lowercase()
}

/// The addresses to which the last mail failed because of the address.
pub(super) fn failed_addresses(connection: &Connection) -> Result<HashSet<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT v.recipient FROM mail_move v WHERE v.address_failed = 1 AND v.recipient IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM mail_move w WHERE w.id > v.id AND w.letter = v.letter
             AND w.recipient = v.recipient AND w.state IN ('sent', 'arrived'))",
    )?;
    let found = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .map(|address| address.map(|address| address_key(&address)))
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

const MOVE: &str = "SELECT v.fact, f.at, v.mail, v.state, v.recipient, v.answer, v.address_failed, v.left_on \
     FROM mail_move v JOIN fact f ON f.seq = v.fact WHERE v.letter = ?1 ORDER BY v.id";

fn move_of_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<MailMove> {
    let Named(state) = row.get(3)?;
    Ok(MailMove {
        fact: FactId(row.get(0)?),
        at: moment_of(row, 1)?,
        mail: row.get::<_, Option<i64>>(2)?.map(MailId),
        state,
        recipient: row.get(4)?,
        answer: row.get(5)?,
        address_failed: row.get(6)?,
        left_on: day_or_none(row, 7)?,
    })
}

impl Reader<'_> {
    /// Everything that happened to a letter as mail, oldest first.
    pub fn mail_moves(&self, letter: LetterId) -> Result<Vec<MailMove>> {
        let mut statement = self.connection().prepare_cached(MOVE)?;
        let found = statement
            .query_map([letter.0], move_of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// How a letter stands as mail; nothing when it never was one.
    pub fn mail_state(&self, letter: LetterId) -> Result<Option<MailState>> {
        last_state(self.connection(), letter)
    }

    /// The newest message of a letter, if one was ever made.
    pub fn kept_mail(&self, letter: LetterId) -> Result<Option<KeptMail>> {
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT id, sender, recipient, message_id, sha256, bytes FROM mail WHERE letter = ?1 ORDER BY id DESC LIMIT 1",
            )?
            .query_row([letter.0], |row| {
                Ok(KeptMail {
                    id: MailId(row.get(0)?),
                    sender: row.get(1)?,
                    recipient: row.get(2)?,
                    message_id: row.get(3)?,
                    sha256: row.get(4)?,
                    bytes: row.get(5)?,
                })
            })
            .optional()?)
    }

    /// The beginning of a letter's message, as sent or else as drawn: enough for its headers.
    pub fn mail_head(&self, letter: LetterId) -> Result<Vec<u8>> {
        let head: Option<Vec<u8>> = self
            .connection()
            .prepare_cached(
                "SELECT coalesce(
                   (SELECT substr(bytes, 1, 8192) FROM mail WHERE letter = ?1 ORDER BY id DESC LIMIT 1),
                   (SELECT substr(bytes, 1, 8192) FROM letter_file WHERE letter = ?1 AND kind = 'eml' LIMIT 1))",
            )?
            .query_row([letter.0], |row| row.get(0))?;
        Ok(head.unwrap_or_default())
    }

    /// The fact that approved a letter: what was told later came after the decision to send it.
    pub fn letter_fact(&self, letter: LetterId) -> Result<FactId> {
        self.connection()
            .prepare_cached("SELECT fact FROM letter WHERE id = ?1")?
            .query_row([letter.0], |row| row.get(0).map(FactId))
            .optional()?
            .ok_or_else(|| missing(Missing::Letter(letter)))
    }
}

/// The letter, unless it was taken back.
fn not_withdrawn(connection: &Connection, letter: LetterId) -> Result<credit::Letter> {
    let found = find(connection, letter)?;
    match found.state {
        credit::LetterState::Withdrawn => Err(StoreError::LetterWithdrawn { letter }),
        _ => Ok(found),
    }
}

fn last_state(connection: &Connection, letter: LetterId) -> Result<Option<MailState>> {
    let state: Option<Named<MailState>> = connection
        .prepare_cached("SELECT state FROM mail_move WHERE letter = ?1 ORDER BY id DESC LIMIT 1")?
        .query_row([letter.0], |row| row.get(0))
        .optional()?;
    Ok(state.map(|named| named.0))
}

/// What a move says, beside its letter.
struct Said<'t> {
    mail: Option<MailId>,
    state: MailState,
    to: Recipient<'t>,
    answer: &'t str,
    left_on: Option<NaiveDate>,
}

impl Writer<'_> {
    /// Keeps a message and records that it is about to leave. From here on, until something else
    /// is recorded, nobody knows whether it did.
    ///
    /// The message of an earlier attempt is taken again when nothing in it changed.
    pub fn mail_begin(&mut self, letter: LetterId, mail: &NewMail<'_>) -> Result<(MailId, FactId)> {
        self.record(FactKind::MailBegun, |fact| {
            let connection = fact.connection();
            not_withdrawn(connection, letter)?;
            if last_state(connection, letter)?.is_some_and(MailState::may_have_left) {
                return Err(StoreError::LetterState { letter });
            }
            let sha256 = hex(&Sha256::digest(mail.bytes));
            let known = fact
                .kept_mail(letter)?
                .filter(|kept| kept.sha256 == sha256 && kept.recipient == mail.recipient)
                .map(|kept| kept.id);
            let id = match known {
                Some(id) => id,
                None => keep(fact, letter, mail, &sha256)?,
            };
            let said = Said {
                mail: Some(id),
                state: MailState::Sending,
                to: Recipient {
                    address: Some(mail.recipient),
                    failed: false,
                },
                answer: "",
                left_on: None,
            };
            let told = insert(fact, letter, &said)?;
            Ok::<_, StoreError>((told, id))
        })
        .map(|(fact, id)| (id, fact))
    }

    /// Records what became of the message that was about to leave. `left_on` is the day it left,
    /// for a letter that goes by mail only.
    pub fn mail_end(
        &mut self,
        letter: LetterId,
        state: MailState,
        answer: &str,
        address_failed: bool,
        left_on: Option<NaiveDate>,
    ) -> Result<FactId> {
        self.mail_move(FactKind::MailEnded, |fact| {
            let begun = last_state(fact.connection(), letter)? == Some(MailState::Sending);
            let mail = fact.kept_mail(letter)?;
            let outcome = matches!(
                state,
                MailState::Sent | MailState::Refused | MailState::PutOff | MailState::Uncertain
            );
            match mail {
                Some(mail) if begun && outcome => {
                    let said = Said {
                        mail: Some(mail.id),
                        state,
                        to: Recipient {
                            address: Some(&mail.recipient),
                            failed: address_failed,
                        },
                        answer,
                        left_on,
                    };
                    insert(fact, letter, &said)
                }
                _ => Err(StoreError::LetterState { letter }),
            }
        })
    }

    /// Records that the user saved the letter as a draft for another mail program.
    pub fn mail_drafted(&mut self, letter: LetterId, recipient: &str) -> Result<FactId> {
        self.mail_move(FactKind::MailDrafted, |fact| {
            not_withdrawn(fact.connection(), letter)?;
            if last_state(fact.connection(), letter)?.is_some_and(MailState::is_no_draft) {
                return Err(StoreError::LetterState { letter });
            }
            let said = Said {
                mail: None,
                state: MailState::Drafted,
                to: Recipient {
                    address: Some(recipient),
                    failed: false,
                },
                answer: "",
                left_on: None,
            };
            insert(fact, letter, &said)
        })
    }

    /// Records what the user says of a message of unknown fate: that it arrived (and left on that
    /// day), or that it may be sent again.
    pub fn mail_settle(
        &mut self,
        letter: LetterId,
        arrived: bool,
        left_on: Option<NaiveDate>,
    ) -> Result<FactId> {
        self.mail_move(FactKind::MailSettled, |fact| {
            let unknown = matches!(
                last_state(fact.connection(), letter)?,
                Some(MailState::Sending | MailState::Uncertain)
            );
            let Some(mail) = fact.kept_mail(letter)?.filter(|_| unknown) else {
                return Err(StoreError::LetterState { letter });
            };
            let said = Said {
                mail: Some(mail.id),
                state: if arrived {
                    MailState::Arrived
                } else {
                    MailState::Again
                },
                to: Recipient {
                    address: Some(&mail.recipient),
                    failed: false,
                },
                answer: "",
                left_on: left_on.filter(|_| arrived),
            };
            insert(fact, letter, &said)
        })
    }

    /// Records that a message came back: the letter was not received at this address.
    pub fn mail_bounced(
        &mut self,
        letter: LetterId,
        recipient: &str,
        reason: &str,
    ) -> Result<FactId> {
        self.mail_move(FactKind::MailBounced, |fact| {
            let found = not_withdrawn(fact.connection(), letter)?;
            let last = last_state(fact.connection(), letter)?;
            let left = match last {
                Some(
                    MailState::Sent
                    | MailState::Arrived
                    | MailState::Uncertain
                    | MailState::Sending,
                ) => true,
                Some(MailState::Bounced | MailState::Posted) => false,
                _ => found.state != credit::LetterState::Approved,
            };
            if !left {
                return Err(StoreError::LetterState { letter });
            }
            let mail = fact.kept_mail(letter)?.map(|mail| mail.id);
            let said = Said {
                mail,
                state: MailState::Bounced,
                to: Recipient {
                    address: Some(recipient),
                    failed: true,
                },
                answer: reason,
                left_on: None,
            };
            insert(fact, letter, &said)
        })
    }

    /// Records that a letter which came back, or was refused, was posted on paper.
    pub fn mail_posted(&mut self, letter: LetterId, left_on: NaiveDate) -> Result<FactId> {
        self.mail_move(FactKind::MailPosted, |fact| {
            not_withdrawn(fact.connection(), letter)?;
            let failed = matches!(
                last_state(fact.connection(), letter)?,
                Some(
                    MailState::Bounced | MailState::Refused | MailState::PutOff | MailState::Again
                )
            );
            if !failed {
                return Err(StoreError::LetterState { letter });
            }
            let said = Said {
                mail: None,
                state: MailState::Posted,
                to: Recipient::default(),
                answer: "",
                left_on: Some(left_on),
            };
            insert(fact, letter, &said)
        })
    }

    fn mail_move(
        &mut self,
        kind: FactKind,
        rows: impl FnOnce(&mut OpenFact<'_>) -> Result<Told>,
    ) -> Result<FactId> {
        self.record(kind, |fact| Ok::<_, StoreError>((rows(fact)?, ())))
            .map(|(fact, ())| fact)
    }
}

fn keep(
    fact: &mut OpenFact<'_>,
    letter: LetterId,
    mail: &NewMail<'_>,
    sha256: &str,
) -> Result<MailId> {
    let size = i64::try_from(mail.bytes.len()).map_err(|_| StoreError::OutOfRange)?;
    fact.connection()
        .prepare_cached(
            "INSERT INTO mail (fact, letter, sender, recipient, message_id, sha256, size, bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            fact.seq,
            letter.0,
            mail.sender,
            mail.recipient,
            mail.message_id,
            sha256,
            size,
            mail.bytes
        ])?;
    Ok(MailId(fact.made("mail")))
}

fn insert(fact: &mut OpenFact<'_>, letter: LetterId, said: &Said<'_>) -> Result<Told> {
    fact.connection()
        .prepare_cached(
            "INSERT INTO mail_move (fact, letter, mail, state, recipient, answer, address_failed, left_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            fact.seq,
            letter.0,
            said.mail.map(|mail| mail.0),
            Named(said.state),
            said.to.address,
            said.answer,
            said.to.failed,
            said.left_on.map(Day)
        ])?;
    fact.made("mail_move");
    let data = serde_json::json!({
        "state": said.state, "mail": said.mail, "to": said.to.address, "answer": said.answer, "left_on": said.left_on
    });
    Told::about(Subject::Letter(letter), data)
}
