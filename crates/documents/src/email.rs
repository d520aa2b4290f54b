//! E-mail as a file that a mail program opens as a draft.

use chrono::{DateTime, FixedOffset};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};
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

/// Writes an e-mail as an `.eml` file: CRLF, plain words with HTML beside them, attachments.
///
/// The same e-mail gives the same bytes: the boundaries between the parts follow from it.
pub fn write_email(email: &Email) -> Result<Vec<u8>, EmailError> {
    check(email)?;
    let mut message = MessageBuilder::new()
        .from(mailbox(&email.from))
        .to(mailboxes(&email.to))
        .subject(email.subject.as_str())
        .header("Date", Raw::new(email.date.to_rfc2822()))
        .message_id(email.message_id.as_str());
    if !email.cc.is_empty() {
        message = message.cc(mailboxes(&email.cc));
    }
    if let Some(reply_to) = &email.reply_to {
        message = message.reply_to(mailbox(reply_to));
    }
    if email.draft {
        message = message.header("X-Unsent", Raw::new("1"));
    }
    let bytes = message
        .body(body(email))
        .write_to_vec()
        .map_err(|_| EmailError::Write)?;
    Ok(bytes)
}

fn mailboxes(list: &[Mailbox]) -> Address<'_> {
    Address::new_list(list.iter().map(mailbox).collect())
}

fn mailbox(mailbox: &Mailbox) -> Address<'_> {
    let name = Some(mailbox.name.trim()).filter(|name| !name.is_empty());
    Address::new_address(name, mailbox.address.as_str())
}

fn body(email: &Email) -> MimePart<'_> {
    let boundary = boundary(email);
    let text = MimePart::new("text/plain", BodyPart::Text(crlf(&email.text).into()));
    let words = match &email.html {
        Some(html) => {
            let html = MimePart::new("text/html", BodyPart::Text(crlf(html).into()));
            multipart(
                "multipart/alternative",
                &format!("{boundary}_a"),
                vec![text, html],
            )
        }
        None => text,
    };
    if email.attachments.is_empty() {
        return words;
    }
    let files = email.attachments.iter().map(|file| {
        MimePart::new(
            file.media_type.as_str(),
            BodyPart::Binary(file.bytes.as_slice().into()),
        )
        .header("Content-Disposition", disposition(&file.name))
    });
    multipart(
        "multipart/mixed",
        &boundary,
        std::iter::once(words).chain(files).collect(),
    )
}

fn multipart<'a>(kind: &'a str, boundary: &str, parts: Vec<MimePart<'a>>) -> MimePart<'a> {
    let kind = ContentType::new(kind).attribute("boundary", boundary.to_owned());
    MimePart::new(kind, BodyPart::Multipart(parts))
}

/// A boundary that occurs in no part: it follows from the contents, and base64 and quoted-printable
/// never produce `_=_`.
fn boundary(email: &Email) -> String {
    let files = email
        .attachments
        .iter()
        .flat_map(|file| file.name.bytes().chain(file.bytes.iter().copied()));
    let words = email
        .message_id
        .bytes()
        .chain(email.text.bytes())
        .chain(email.subject.bytes());
    format!("_=_{:016x}_=_", crate::pdf::fnv(words.chain(files)))
}

/// `attachment` with the name as RFC 2231 asks and, before it, a plain one for older programs.
fn disposition(name: &str) -> ContentType<'static> {
    /// A longer name is written in pieces, which leaves no room for a second form.
    const SHORT: usize = 60;
    let safe: String = name
        .chars()
        .map(|c| {
            if c.is_control() || matches!(c, '/' | '\\' | '"') {
                '_'
            } else {
                c
            }
        })
        .collect();
    let kind = ContentType::new("attachment");
    let kind = if safe.is_ascii() || safe.len() > SHORT {
        kind
    } else {
        let plain: String = safe
            .chars()
            .map(|c| if c.is_ascii() { c } else { '_' })
            .collect();
        kind.attribute("filename", plain)
    };
    kind.attribute("filename", safe)
}

fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\n', "\r\n")
}

/// Nothing in a header may end it and start another.
fn check(email: &Email) -> Result<(), EmailError> {
    if email.to.is_empty() {
        return Err(EmailError::NoRecipient);
    }
    let everyone = || {
        std::iter::once(&email.from)
            .chain(&email.to)
            .chain(&email.cc)
            .chain(&email.reply_to)
    };
    let plain = |text: &str| !text.chars().any(char::is_control);
    if !everyone().all(|mailbox| plain(&mailbox.name)) {
        return Err(EmailError::ControlCharacter("name"));
    }
    if !plain(&email.subject) {
        return Err(EmailError::ControlCharacter("subject"));
    }
    if !email
        .attachments
        .iter()
        .all(|file| plain(&file.name) && plain(&file.media_type))
    {
        return Err(EmailError::ControlCharacter("name of an attachment"));
    }
    if let Some(wrong) = everyone().find(|mailbox| !is_address(&mailbox.address)) {
        return Err(EmailError::Address(wrong.address.clone()));
    }
    let identity = &email.message_id;
    let well_formed = identity
        .split_once('@')
        .is_some_and(|(left, right)| !left.is_empty() && !right.is_empty());
    let printable = identity
        .bytes()
        .all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>'));
    if well_formed && printable {
        Ok(())
    } else {
        Err(EmailError::MessageId(identity.clone()))
    }
}

/// Something, one `@`, a domain; no spaces, brackets or separators. Letters may be of any script.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let clean = |part: &str| {
        !part.is_empty()
            && !part
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c))
    };
    clean(local) && clean(domain) && !domain.starts_with('.') && !domain.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn email() -> Email {
        let to = Mailbox {
            name: "Eetcafé Ångström, afd. ‘inkoop’".into(),
            address: "inkoop@angstrom.example".into(),
        };
        Email {
            from: Mailbox {
                name: "Kruimel & Zn. B.V.".into(),
                address: "debiteuren@kruimel.example".into(),
            },
            to: vec![to],
            cc: Vec::new(),
            reply_to: None,
            subject: "Herinnering: er staat nog € 1.284,00 open".into(),
            text: "Geachte heer,\n\nZie de bijlage.".into(),
            html: Some("<p>Geachte heer,</p>".into()),
            date: DateTime::parse_from_rfc3339("2026-11-22T09:30:00+01:00").unwrap(),
            message_id: "run-7.letter-3@kruimel.example".into(),
            attachments: vec![Attachment {
                name: "Herinnering Ångström.pdf".into(),
                media_type: "application/pdf".into(),
                bytes: b"%PDF-1.7\n\r\x00 body".to_vec(),
            }],
            draft: true,
        }
    }

    #[test]
    fn a_draft_with_its_pdf() {
        let text = String::from_utf8(write_email(&email()).unwrap()).unwrap();
        for line in [
            "X-Unsent: 1\r\n",
            "Date: Sun, 22 Nov 2026 09:30:00 +0100\r\n",
            "Message-ID: <run-7.letter-3@kruimel.example>\r\n",
            "MIME-Version: 1.0\r\n",
            "multipart/mixed",
            "multipart/alternative",
        ] {
            assert!(text.contains(line), "{line:?} is missing in\n{text}");
        }
        assert!(
            text.contains("filename*=UTF-8''Herinnering%20%C3%85ngstr%C3%B6m.pdf"),
            "{text}"
        );
        assert!(
            !text.replace("\r\n", "").contains(['\r', '\n']),
            "every line ends in CRLF"
        );
        assert!(
            text.lines().all(|line| line.len() <= 998),
            "no line is longer than mail allows"
        );
    }

    #[test]
    fn the_same_email_gives_the_same_bytes() {
        assert_eq!(
            write_email(&email()).unwrap(),
            write_email(&email()).unwrap()
        );
        let other = Email {
            text: "Anders".into(),
            ..email()
        };
        assert_ne!(write_email(&email()).unwrap(), write_email(&other).unwrap());
    }

    #[test]
    fn a_header_cannot_be_smuggled_in() {
        let bad = |f: fn(&mut Email)| {
            let mut e = email();
            f(&mut e);
            write_email(&e).unwrap_err()
        };
        assert_eq!(
            bad(|e| e.subject = "x\r\nBcc: y@z.example".into()),
            EmailError::ControlCharacter("subject")
        );
        assert_eq!(
            bad(|e| e.from.name = "x\nBcc: y@z.example".into()),
            EmailError::ControlCharacter("name")
        );
        assert!(matches!(
            bad(|e| e.to[0].address = "a@b.example, c@d.example".into()),
            EmailError::Address(_)
        ));
        assert!(matches!(
            bad(|e| e.to[0].address = "a@b.example>\r\nX: y".into()),
            EmailError::Address(_)
        ));
        assert!(matches!(
            bad(|e| e.message_id = "a b".into()),
            EmailError::MessageId(_)
        ));
        assert_eq!(bad(|e| e.to.clear()), EmailError::NoRecipient);
    }
}
