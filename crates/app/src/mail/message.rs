//! The message of a letter: as it was drawn, as it leaves, as it was kept.

use chrono::{DateTime, Utc};
use credit::{Letter, LetterId};
use documents::{Envelope, KeptEmail, Mailbox};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{LetterFileKind, Reader};
use ts_rs::TS;

use super::account::{Account, kept};
use super::outbox::{MailState, state_of};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;

/// A message as it leaves.
pub(super) struct Composed {
    pub sender: String,
    pub recipient: String,
    pub message_id: String,
    pub bytes: Vec<u8>,
}

/// The e-mail of a letter as it was drawn when it was approved.
///
/// # Errors
/// `mail_none`.
pub(super) fn drawn(reader: &Reader<'_>, letter: LetterId) -> AppResult<Vec<u8>> {
    let files = reader.letter_files(letter)?;
    let mail = files
        .iter()
        .find(|file| file.kind == LetterFileKind::Eml)
        .ok_or_else(|| AppError::new(Code::MailNone).with("letter", letter))?;
    Ok(reader.letter_bytes(mail.id)?)
}

/// To whom the letter goes: the customer's address of today, for it may have been corrected.
///
/// # Errors
/// `mail_no_address`.
pub(super) fn recipient(reader: &Reader<'_>, letter: &Letter) -> AppResult<Mailbox> {
    let customer = reader.customer(reader.is_same(letter.customer)?)?;
    let address = customer
        .email
        .map(|email| email.trim().to_string())
        .filter(|email| !email.is_empty())
        .ok_or_else(|| AppError::new(Code::MailNoAddress).with("customer", &customer.name))?;
    Ok(Mailbox {
        name: customer.name,
        address,
    })
}

fn sender(account: &Account) -> Mailbox {
    Mailbox {
        name: account.sender_name.clone(),
        address: account.sender_address.clone(),
    }
}

fn reply_to(account: &Account) -> Option<Mailbox> {
    account.reply_to.as_ref().map(|address| Mailbox {
        name: String::new(),
        address: address.clone(),
    })
}

fn domain(account: &Account) -> &str {
    account
        .sender_address
        .rsplit_once('@')
        .map_or("standvast.invalid", |(_, domain)| domain)
}

/// The identity of a letter's message to one address: the same at every attempt, so that a
/// receiver who gets it twice can tell.
fn identity(letter: LetterId, administration: &str, recipient: &str, account: &Account) -> String {
    let place: String = administration.chars().take(12).collect();
    let whom = Sha256::digest(recipient.to_lowercase().as_bytes());
    let whom: String = whom
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let domain: String = domain(account)
        .chars()
        .map(|c| if c.is_ascii_graphic() { c } else { '-' })
        .collect();
    format!("{letter}.{whom}.{place}@{domain}")
}

/// The message of a letter as it leaves through `account`. An attempt on the same day to the same
/// address takes the same bytes again.
///
/// # Errors
/// `mail_none`, `mail_no_address`, `document_failed`.
pub(super) fn compose(
    reader: &Reader<'_>,
    letter: &Letter,
    account: &Account,
    administration: &str,
    now: DateTime<Utc>,
) -> AppResult<Composed> {
    let drawn = drawn(reader, letter.id)?;
    let to = recipient(reader, letter)?;
    let message_id = identity(letter.id, administration, &to.address, account);
    let date = reader
        .kept_mail(letter.id)?
        .filter(|mail| mail.message_id == message_id)
        .and_then(|mail| documents::read_email(&mail.bytes).ok())
        .and_then(|mail| DateTime::parse_from_rfc2822(&mail.date).ok())
        .filter(|date| date.date_naive() == now.date_naive())
        .unwrap_or_else(|| now.fixed_offset());
    let envelope = Envelope {
        from: sender(account),
        to: to.clone(),
        reply_to: reply_to(account),
        mark: None,
        date,
        message_id: message_id.clone(),
        draft: false,
    };
    Ok(Composed {
        sender: account.sender_address.clone(),
        recipient: to.address,
        message_id,
        bytes: documents::readdress(&drawn, &envelope)?,
    })
}

/// The message of a letter to the sender himself, marked with whom it is really for.
///
/// # Errors
/// As [`compose`].
pub(super) fn compose_test(
    reader: &Reader<'_>,
    letter: &Letter,
    account: &Account,
    now: DateTime<Utc>,
) -> AppResult<Composed> {
    let drawn = drawn(reader, letter.id)?;
    let to = recipient(reader, letter)?;
    let message_id = format!(
        "{}.test.{}@{}",
        letter.id,
        now.timestamp_micros(),
        domain(account)
    );
    let envelope = Envelope {
        from: sender(account),
        to: sender(account),
        reply_to: None,
        mark: Some(format!("[TEST → {}]", to.address)),
        date: now.fixed_offset(),
        message_id: message_id.clone(),
        draft: false,
    };
    Ok(Composed {
        sender: account.sender_address.clone(),
        recipient: account.sender_address.clone(),
        message_id,
        bytes: documents::readdress(&drawn, &envelope)?,
    })
}

/// The letter as a draft for another mail program.
///
/// # Errors
/// As [`compose`].
pub(super) fn compose_draft(reader: &Reader<'_>, letter: &Letter) -> AppResult<(String, Vec<u8>)> {
    let drawn = drawn(reader, letter.id)?;
    let to = recipient(reader, letter)?;
    let before = documents::read_email(&drawn)?;
    if before.to.contains(&to.address) {
        return Ok((to.address, drawn));
    }
    // The address was corrected since: everything else stays as it was drawn.
    let creditor = reader.creditor()?;
    let own = kept(reader)?;
    let from = match (&own, creditor) {
        (Some(account), _) => sender(account),
        (None, Some(creditor)) => Mailbox {
            name: creditor.name,
            address: creditor.email.unwrap_or_else(|| to.address.clone()),
        },
        (None, None) => to.clone(),
    };
    let date = DateTime::parse_from_rfc2822(&before.date).unwrap_or_default();
    let envelope = Envelope {
        from,
        to: to.clone(),
        reply_to: None,
        mark: None,
        date,
        message_id: before.message_id,
        draft: true,
    };
    Ok((to.address, documents::readdress(&drawn, &envelope)?))
}

/// Which letter's message.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailMessageAsk")]
pub struct MessageAsk {
    /// The letter (`B-17`).
    pub letter: String,
}

/// A file that goes with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MailFile")]
pub struct KeptFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u32,
}

/// One thing that happened to a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MailEvent")]
pub struct Event {
    /// When.
    #[ts(type = "IsoDateTime")]
    pub at: DateTime<Utc>,
    /// What happened, in words.
    pub what: String,
    /// The server's words, or the user's; may be empty.
    pub answer: String,
    /// The address.
    pub to: Option<String>,
}

/// The message of a letter, as it was sent; as it was drawn, while it was not.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "MailMessage")]
pub struct KeptMessage {
    /// The letter.
    pub letter: String,
    /// How it stands.
    pub state: MailState,
    /// Whether these are the bytes that were handed to the mail server.
    pub sent: bool,
    /// Who sends.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Where answers go; may be empty.
    pub reply_to: String,
    /// Subject.
    pub subject: String,
    /// The Date header as written.
    pub date: String,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// Plain words.
    pub text: String,
    /// Files that go with it.
    pub files: Vec<KeptFile>,
    /// SHA-256 of all its bytes, hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// What happened to it, oldest first.
    pub events: Vec<Event>,
}

/// The bytes of a letter's message: as sent, else as drawn; and which.
pub(super) fn bytes_of(reader: &Reader<'_>, letter: LetterId) -> AppResult<(Vec<u8>, bool)> {
    match reader.kept_mail(letter)? {
        Some(mail) => Ok((mail.bytes, true)),
        None => Ok((drawn(reader, letter)?, false)),
    }
}

/// The message of a letter.
///
/// # Errors
/// `unknown_letter`, `mail_none`.
pub fn message(context: &mut Context<'_>, request: MessageAsk) -> AppResult<KeptMessage> {
    let letter = find::letter(&request.letter)?;
    let reader = context.reader()?;
    let state = state_of(context, letter)?;
    let (bytes, sent) = bytes_of(&reader, letter)?;
    let KeptEmail {
        from,
        to,
        reply_to,
        subject,
        date,
        message_id,
        text,
        attachments,
    } = documents::read_email(&bytes)?;
    let size = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    Ok(KeptMessage {
        letter: letter.to_string(),
        state,
        sent,
        from,
        to,
        reply_to,
        subject,
        date,
        message_id,
        text,
        files: attachments
            .iter()
            .map(|file| KeptFile {
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                bytes: size(&file.bytes),
            })
            .collect(),
        sha256: Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        bytes: size(&bytes),
        events: super::outbox::events(context, letter)?,
    })
}
