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

/// A PDF that carries an electronic invoice names the attachment or the standard.
fn pdf(bytes: &[u8]) -> Format {
    let marks = [
        "factur-x.xml",
        "zugferd-invoice.xml",
        "xrechnung.xml",
        "urn:factur-x:",
        "urn:zugferd:",
        "order-x.xml",
    ];
    let lower: Vec<u8> = bytes.to_ascii_lowercase();
    let holds = |mark: &str| {
        let wide: Vec<u8> = mark.bytes().flat_map(|b| [0, b]).collect();
        find(&lower, mark.as_bytes()) || find(&lower, &wide)
    };
    if marks.into_iter().any(holds) {
        Format::FacturX
    } else {
        Format::Pdf
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}
