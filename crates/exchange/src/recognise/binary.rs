//! Files that are not text: archives, spreadsheets, PDF.

use std::io::Cursor;

use crate::format::Format;

/// What a binary file is; nothing for text.
pub(super) fn of(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(archive(bytes)),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Format::Spreadsheet("xls")),
        _ if bytes
            .get(..1024)
            .unwrap_or(bytes)
            .windows(5)
            .any(|w| w == b"%PDF-") =>
        {
            Some(pdf(bytes))
        }
        _ => None,
    }
}

/// Office files are archives with known members.
fn archive(bytes: &[u8]) -> Format {
    let Ok(archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        // Damaged, or only its beginning: the first member's name gives it away.
        let head = bytes.get(..4096).unwrap_or(bytes);
        let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
        return if holds(b"[Content_Types].xml") || holds(b"xl/") {
            Format::Spreadsheet("xlsx")
        } else {
            Format::Zip
        };
    };
    let names: Vec<String> = archive
        .file_names()
        .flatten()
        .map(|name| name.into_owned())
        .collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if names.iter().any(|name| name.starts_with("xl/")) {
        Format::Spreadsheet("xlsx")
    } else if has("content.xml") && has("mimetype") {
        Format::Spreadsheet("ods")
    } else {
        Format::Zip
    }
}

/// A PDF that carries an electronic invoice names the attachment or the standard, in plain bytes
/// or with a zero before each.
fn pdf(bytes: &[u8]) -> Format {
    let marks = [
        "factur-x.xml",
        "zugferd-invoice.xml",
        "xrechnung.xml",
        "urn:factur-x:",
        "urn:zugferd:",
    ];
    let is_mark = |at: usize, mark: &str| {
        let wide = bytes.get(at + 1) == Some(&0);
        let step = if wide { 2 } else { 1 };
        let letters = bytes[at..].iter().step_by(step).take(mark.len());
        letters.len() == mark.len()
            && letters
                .zip(mark.bytes())
                .all(|(a, b)| a.to_ascii_lowercase() == b)
    };
    let found = (0..bytes.len()).any(|at| {
        matches!(
            bytes[at],
            b'f' | b'F' | b'z' | b'Z' | b'x' | b'X' | b'u' | b'U'
        ) && marks.iter().any(|mark| is_mark(at, mark))
    });
    if found { Format::FacturX } else { Format::Pdf }
}
