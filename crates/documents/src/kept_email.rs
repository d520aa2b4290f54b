//! An e-mail that was written before: what it says, and the same e-mail with other people, another
//! date or another mark above it, its contents untouched.

use chrono::{DateTime, FixedOffset};
use mailparse::{MailAddr, MailHeaderMap as _, ParsedMail};

use crate::email::{Attachment, Email, EmailError, Mailbox, write_email};

/// What an e-mail says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptEmail {
    /// Who sends, as written.
    pub from: String,
    /// To whom, as written.
    pub to: String,
    /// Where answers go, as written; may be empty.
    pub reply_to: String,
    /// Subject line.
    pub subject: String,
    /// Date header, as written.
    pub date: String,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// Plain words.
    pub text: String,
    /// Files that go with it.
    pub attachments: Vec<Attachment>,
}

/// Only the addresses of a To line, without names and brackets; what is no To line stays as it is.
pub fn bare_addresses(written: &str) -> String {
    let Ok(list) = mailparse::addrparse(written) else {
        return written.trim().to_owned();
    };
    let found: Vec<&str> = list
        .iter()
        .flat_map(|one| match one {
            MailAddr::Single(single) => vec![single.addr.as_str()],
            MailAddr::Group(group) => group.addrs.iter().map(|one| one.addr.as_str()).collect(),
        })
        .collect();
    if found.is_empty() {
        return written.trim().to_owned();
    }
    found.join(", ")
}

/// What goes above an e-mail in the place of what stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Who sends.
    pub from: Mailbox,
    /// To whom.
    pub to: Mailbox,
    /// Where answers go, when not to the sender.
    pub reply_to: Option<Mailbox>,
    /// Put before the subject.
    pub mark: Option<String>,
    /// Date header.
    pub date: DateTime<FixedOffset>,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// Whether it is a draft (`X-Unsent: 1`).
    pub draft: bool,
}

/// Reads an e-mail; only the head is needed for all but words and files.
pub fn read_email(bytes: &[u8]) -> Result<KeptEmail, EmailError> {
    let mail = mailparse::parse_mail(bytes).map_err(|_| EmailError::Write)?;
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    let mut kept = KeptEmail {
        from: header("From"),
        to: header("To"),
        reply_to: header("Reply-To"),
        subject: header("Subject"),
        date: header("Date"),
        message_id: header("Message-ID")
            .trim_matches(|c| c == '<' || c == '>')
            .to_owned(),
        ..KeptEmail::default()
    };
    take_parts(&mail, &mut kept);
    Ok(kept)
}

fn take_parts(part: &ParsedMail<'_>, kept: &mut KeptEmail) {
    for inner in &part.subparts {
        take_parts(inner, kept);
    }
    if !part.subparts.is_empty() || part.ctype.mimetype.starts_with("multipart/") {
        return;
    }
    let disposition = part.get_content_disposition();
    let name = disposition
        .params
        .get("filename")
        .or_else(|| part.ctype.params.get("name"));
    if let Some(name) = name {
        if let Ok(bytes) = part.get_body_raw() {
            kept.attachments.push(Attachment {
                name: name.clone(),
                media_type: part.ctype.mimetype.clone(),
                bytes,
            });
        }
    } else if part.ctype.mimetype == "text/plain" && kept.text.is_empty() {
        kept.text = part
            .get_body()
            .unwrap_or_default()
            .replace("\r\n", "\n")
            .trim_end()
            .to_owned();
    }
}

/// Headers that [`readdress`] writes anew.
const REPLACED: &[&str] = &[
    "from",
    "to",
    "cc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "x-unsent",
];

/// The same e-mail under another envelope: not a byte below its headers changes.
pub fn readdress(bytes: &[u8], envelope: &Envelope) -> Result<Vec<u8>, EmailError> {
    let split = find(bytes, b"\r\n\r\n").ok_or(EmailError::Write)?;
    let (head, body) = bytes.split_at(split + 2);
    let head = std::str::from_utf8(head).map_err(|_| EmailError::Write)?;
    let subject = read_email(bytes)?.subject;
    let subject = match &envelope.mark {
        Some(mark) => format!("{mark} {subject}"),
        None => subject,
    };
    let fresh = write_email(&Email {
        from: envelope.from.clone(),
        to: vec![envelope.to.clone()],
        cc: Vec::new(),
        reply_to: envelope.reply_to.clone(),
        subject,
        text: String::new(),
        html: None,
        date: envelope.date,
        message_id: envelope.message_id.clone(),
        attachments: Vec::new(),
        draft: envelope.draft,
    })?;
    let fresh_split = find(&fresh, b"\r\n\r\n").ok_or(EmailError::Write)?;
    let fresh_head = fresh.get(..fresh_split + 2).unwrap_or_default();
    let fresh_head = std::str::from_utf8(fresh_head).map_err(|_| EmailError::Write)?;
    let mut out = String::with_capacity(head.len() + 200);
    for header in headers(fresh_head).filter(|header| is_replaced(header)) {
        out.push_str(header);
    }
    for header in headers(head).filter(|header| !is_replaced(header)) {
        out.push_str(header);
    }
    let mut message = out.into_bytes();
    message.extend_from_slice(body);
    if !message.ends_with(b"\r\n") {
        message.extend_from_slice(b"\r\n");
    }
    Ok(message)
}

fn is_replaced(header: &str) -> bool {
    let name = header.split(':').next().unwrap_or_default();
    REPLACED.iter().any(|one| name.eq_ignore_ascii_case(one))
}

/// The headers of a head, each with its folded lines.
fn headers(head: &str) -> impl Iterator<Item = &str> {
    let mut rest = head;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = 0;
        loop {
            let line = rest.get(end..).unwrap_or_default();
            end += line.find('\n').map_or(line.len(), |place| place + 1);
            let next = rest.get(end..).unwrap_or_default();
            if !next.starts_with([' ', '\t']) {
                break;
            }
        }
        let (header, after) = rest.split_at(end);
        rest = after;
        Some(header)
    })
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_without_its_name() {
        for (written, bare) in [
            (
                "\"Bries, Zn. & Co\" <geld@bries.example>",
                "geld@bries.example",
            ),
            ("geld@bries.example", "geld@bries.example"),
            (
                "\"A\" <a@b.example>, c@d.example",
                "a@b.example, c@d.example",
            ),
            ("", ""),
        ] {
            assert_eq!(bare_addresses(written), bare, "{written}");
        }
    }

    fn draft() -> Vec<u8> {
        write_email(&Email {
            from: Mailbox {
                name: "Kruimel & Zn. B.V.".into(),
                address: "debiteuren@kruimel.example".into(),
            },
            to: vec![Mailbox {
                name: "Ångström & Zonen Internationale Groothandelsmaatschappij voor Bakkerij-ingrediënten B.V.".into(),
                address: "oud@angstrom.example".into(),
            }],
            cc: Vec::new(),
            reply_to: None,
            subject: "Herinnering: er staat nog € 1.284,00 open voor uw reünie".into(),
            text: "Geachte heer,\n\n.een punt vooraan\nZie de bijlage, ’s avonds ook.".into(),
            html: Some("<p>Geachte heer,</p>".into()),
            date: DateTime::parse_from_rfc3339("2026-11-22T09:30:00+01:00").unwrap(),
            message_id: "B-3.reminder@kruimel.example".into(),
            attachments: vec![Attachment {
                name: "Herinnering Ångström.pdf".into(),
                media_type: "application/pdf".into(),
                bytes: b"%PDF-1.7\n\r\x00 body".to_vec(),
            }],
            draft: true,
        })
        .unwrap()
    }

    fn envelope() -> Envelope {
        Envelope {
            from: Mailbox {
                name: "Débiteuren".into(),
                address: "post@kruimel.example".into(),
            },
            to: Mailbox {
                name: "Ångström".into(),
                address: "nieuw@angstrom.example".into(),
            },
            reply_to: Some(Mailbox {
                name: String::new(),
                address: "antwoord@kruimel.example".into(),
            }),
            mark: None,
            date: DateTime::parse_from_rfc3339("2026-11-23T08:00:00+01:00").unwrap(),
            message_id: "B-3.1@kruimel.example".into(),
            draft: false,
        }
    }

    #[test]
    fn what_was_written_is_read_back() {
        let kept = read_email(&draft()).unwrap();
        assert_eq!(
            kept.subject,
            "Herinnering: er staat nog € 1.284,00 open voor uw reünie"
        );
        assert!(
            kept.text
                .contains(".een punt vooraan\nZie de bijlage, ’s avonds"),
            "{}",
            kept.text
        );
        assert_eq!(kept.message_id, "B-3.reminder@kruimel.example");
        assert_eq!(kept.attachments.len(), 1);
        assert_eq!(
            kept.attachments[0].bytes, b"%PDF-1.7\n\r\x00 body",
            "the file comes back whole"
        );
        assert!(
            kept.attachments[0].name.contains("Herinnering"),
            "{:?}",
            kept.attachments[0].name
        );
    }

    #[test]
    fn another_envelope_leaves_the_contents_alone() {
        let before = draft();
        let after = readdress(&before, &envelope()).unwrap();
        let body = |bytes: &[u8]| bytes[find(bytes, b"\r\n\r\n").unwrap()..].to_vec();
        assert_eq!(
            body(&before),
            body(&after),
            "not a byte below the headers changes"
        );
        let text = String::from_utf8(after.clone()).unwrap();
        let head = text.split("\r\n\r\n").next().unwrap();
        assert!(
            !head.contains("X-Unsent"),
            "it is no draft any more: {head}"
        );
        assert!(!head.contains("oud@angstrom.example"), "{head}");
        assert_eq!(head.matches("Message-ID").count(), 1, "{head}");
        assert_eq!(head.matches("Content-Type").count(), 1, "{head}");
        assert!(text.is_ascii(), "every server takes it");
        assert!(text.ends_with("\r\n"), "the last line is whole");
        let (old, new) = (read_email(&before).unwrap(), read_email(&after).unwrap());
        assert_eq!((old.subject, old.text), (new.subject, new.text));
        assert!(new.to.contains("nieuw@angstrom.example") && new.reply_to.contains("antwoord@"));
    }

    #[test]
    fn a_test_is_marked_in_its_subject() {
        let marked = readdress(
            &draft(),
            &Envelope {
                mark: Some("[TEST → oud@angstrom.example]".into()),
                ..envelope()
            },
        )
        .unwrap();
        let subject = read_email(&marked).unwrap().subject;
        assert!(
            subject.starts_with("[TEST → oud@angstrom.example] Herinnering: er staat nog"),
            "{subject}"
        );
    }

    #[test]
    fn nobody_smuggles_a_header_in() {
        let bad = Envelope {
            to: Mailbox {
                name: "x\r\nBcc: y@z.example".into(),
                address: "a@b.example".into(),
            },
            ..envelope()
        };
        assert!(readdress(&draft(), &bad).is_err());
        assert!(readdress(b"no headers at all", &envelope()).is_err());
    }
}
