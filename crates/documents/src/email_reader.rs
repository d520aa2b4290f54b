//! Takes the files out of an e-mail that [`crate::write_email`] wrote: how a letter that was kept as
//! an e-mail only is shown again, byte for byte.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::Attachment;

/// The files that go with an e-mail of ours. None for an e-mail without files, or another's.
pub fn attachments(eml: &[u8]) -> Vec<Attachment> {
    let (head, body) = split_head(eml);
    let Some(boundary) = parameter(&header(head, "content-type"), "boundary") else {
        return Vec::new();
    };
    parts(body, &boundary)
        .into_iter()
        .filter_map(attachment)
        .collect()
}

fn attachment(part: &[u8]) -> Option<Attachment> {
    let (head, body) = split_head(part);
    let disposition = header(head, "content-disposition");
    if !disposition.to_ascii_lowercase().starts_with("attachment") {
        return None;
    }
    if !header(head, "content-transfer-encoding").eq_ignore_ascii_case("base64") {
        return None;
    }
    let packed: Vec<u8> = body
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let kind = header(head, "content-type");
    let media_type = kind.split(';').next().unwrap_or_default().trim();
    Some(Attachment {
        name: parameter(&disposition, "filename").unwrap_or_default(),
        media_type: media_type.to_owned(),
        bytes: STANDARD.decode(packed).ok()?,
    })
}

/// Head and body, which an empty line parts.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    match find(bytes, b"\r\n\r\n") {
        Some(at) => (
            bytes.get(..at).unwrap_or_default(),
            bytes.get(at + 4..).unwrap_or_default(),
        ),
        None => (bytes, &[]),
    }
}

/// The parts between the lines of a boundary; what stands before the first is no part.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}");
    let mut found = Vec::new();
    let mut rest = body;
    let mut inside = false;
    while let Some(at) = find_line(rest, mark.as_bytes()) {
        if inside {
            found.push(rest.get(..at).unwrap_or_default());
        }
        rest = rest.get(at + mark.len()..).unwrap_or_default();
        if rest.starts_with(b"--") {
            break;
        }
        // What follows the mark on its line is no part of the head.
        let line = find(rest, b"\r\n").map_or(rest.len(), |end| end + 2);
        rest = rest.get(line..).unwrap_or_default();
        inside = true;
    }
    found
}

/// Where a line begins with these bytes and goes on with nothing but an end: a boundary is not
/// mistaken for a longer one that begins alike.
fn find_line(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + find(bytes.get(from..)?, mark)?;
        let begins = at == 0 || bytes.get(..at).is_some_and(|b| b.ends_with(b"\n"));
        let after = bytes.get(at + mark.len()..).unwrap_or_default();
        let ends = after.is_empty() || after.starts_with(b"\r\n") || after.starts_with(b"--");
        if begins && ends {
            return Some(at);
        }
        from = at + 1;
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// The value of a header, its folded lines joined; empty when it is not there.
fn header(head: &[u8], name: &str) -> String {
    let text = String::from_utf8_lossy(head);
    let mut value: Option<String> = None;
    for line in text.split("\r\n") {
        match &mut value {
            Some(value) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            Some(_) => break,
            None => {
                value = line
                    .split_once(':')
                    .filter(|(found, _)| found.trim().eq_ignore_ascii_case(name))
                    .map(|(_, value)| value.trim().to_owned());
            }
        }
    }
    value.unwrap_or_default()
}

/// A parameter of a header, without its quotes.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|part| {
        let (found, value) = part.split_once('=')?;
        found
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().trim_matches('"').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Email, Mailbox, write_email};
    use chrono::DateTime;

    fn email(files: Vec<Attachment>) -> Email {
        let mailbox = Mailbox {
            name: "Kruimel & Zn. B.V.".into(),
            address: "debiteuren@kruimel.example".into(),
        };
        Email {
            from: mailbox.clone(),
            to: vec![mailbox],
            cc: Vec::new(),
            reply_to: None,
            subject: "Herinnering".into(),
            text: "Geachte heer,\n\n--niet een grens\n--_=_\n\nZie de bijlage.".into(),
            html: Some("<p>Geachte heer,</p>".into()),
            date: DateTime::parse_from_rfc3339("2026-11-22T09:30:00+01:00").unwrap(),
            message_id: "letter-3@kruimel.example".into(),
            attachments: files,
            draft: true,
        }
    }

    fn file(name: &str, bytes: Vec<u8>) -> Attachment {
        Attachment {
            name: name.into(),
            media_type: "application/pdf".into(),
            bytes,
        }
    }

    #[test]
    fn what_went_in_comes_out_to_the_byte() {
        for length in [0_usize, 1, 2, 3, 56, 57, 58, 4_000, 70_001] {
            let bytes: Vec<u8> = (0..length)
                .map(|i| u8::try_from(i * 31 % 251).unwrap())
                .collect();
            let written = write_email(&email(vec![file("brief.pdf", bytes.clone())])).unwrap();
            let found = attachments(&written);
            assert_eq!(found.len(), 1, "one file of {length} bytes");
            assert_eq!(found[0].bytes, bytes, "{length} bytes");
            assert_eq!(found[0].media_type, "application/pdf");
            assert_eq!(found[0].name, "brief.pdf");
        }
    }

    #[test]
    fn every_file_is_found_in_its_order() {
        let files = vec![
            file("een.pdf", b"--_=_\r\n%PDF een".to_vec()),
            file("twee.pdf", b"%PDF twee".to_vec()),
        ];
        let written = write_email(&email(files.clone())).unwrap();
        assert_eq!(attachments(&written), files, "as they were put in");
    }

    #[test]
    fn an_email_without_files_or_not_of_ours_has_none() {
        assert_eq!(attachments(&write_email(&email(Vec::new())).unwrap()), []);
        for strange in [
            "",
            "geen e-mail",
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x",
        ] {
            assert_eq!(attachments(strange.as_bytes()), [], "{strange:?}");
        }
    }
}
