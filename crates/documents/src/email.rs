//! E-mail as a file that a mail program opens as a draft.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A name with an e-mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// Display name; may be empty.
    pub name: String,
    /// The address.
    pub address: String,
}

/// A file that goes with an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// File name; any Unicode.
    pub name: String,
    /// Media type, such as `application/pdf`.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// An e-mail, with its date and identity given, so that the same e-mail gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// Who sends.
    pub from: Mailbox,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// Who gets a copy.
    pub cc: Vec<Mailbox>,
    /// Where answers go, when not to the sender.
    pub reply_to: Option<Mailbox>,
    /// Subject line.
    pub subject: String,
    /// Plain words.
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
    /// Date header.
    pub date: DateTime<FixedOffset>,
    /// Message-ID without angle brackets, such as `run-7.letter-3@kruimel.example`.
    pub message_id: String,
    /// Files that go with it.
    pub attachments: Vec<Attachment>,
    /// Whether `X-Unsent: 1` makes it open as a draft.
    pub draft: bool,
}

/// Why an e-mail cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// No one to send to.
    #[error("there is no one to send to")]
    NoRecipient,
    /// Not an e-mail address.
    #[error("not an e-mail address: {0:?}")]
    Address(String),
    /// A header holds a line break or another control character.
    #[error("the {0} holds a line break or another control character")]
    ControlCharacter(&'static str),
    /// Not a message identity.
    #[error("not a message identity: {0:?}")]
    MessageId(String),
    /// It could not be written.
    #[error("the e-mail could not be written")]
    Write,
}

/// Writes an e-mail as an `.eml` file.
pub fn write_email(_email: &Email) -> Result<Vec<u8>, EmailError> {
    Err(EmailError::NoRecipient)
}
