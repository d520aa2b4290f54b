//! XML, by the name and namespace of its elements near the root.

use crate::camt;
use crate::format::Format;
use crate::xml::{Step, XmlStream};

/// How many elements are looked at. Envelopes put a header of some dozens before the message.
const ELEMENTS: usize = 400;

/// What an XML file is, by its beginning.
pub(super) fn of(head: &[u8]) -> Format {
    let mut stream = XmlStream::new(head);
    let mut root: Option<String> = None;
    for _ in 0..ELEMENTS {
        let tag = match stream.step() {
            Ok(Step::Open(tag)) => tag,
            Ok(Step::Close) => continue,
            Ok(Step::End) | Err(_) => break,
        };
        let space = |part: &str| {
            tag.attributes
                .iter()
                .any(|(key, value)| key == "xmlns" && value.contains(part))
        };
        if root.is_none()
            && let Some(format) = by_root(&tag.name, &space)
        {
            return format;
        }
        root.get_or_insert_with(|| tag.name.chars().take(60).collect());
        if let Some(format) = by_any(&tag.name, &tag.attributes) {
            return format;
        }
    }
    match root {
        Some(root) => Format::OtherXml(root),
        None => by_text(head),
    }
}

/// What only a root can say.
fn by_root(name: &str, space: &dyn Fn(&str) -> bool) -> Option<Format> {
    match name {
        "html" | "HTML" => Some(Format::Html),
        "schema" if space("XMLSchema") => Some(Format::Xsd),
        "auditfile" | "Auditfile" | "AuditFile" => Some(Format::Xaf(xaf_version(space))),
        _ => None,
    }
}

fn xaf_version(space: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let versions = [
        ("XAF/3.2.1", "3.2.1"),
        ("Financieel3.2.1", "3.2.1"),
        ("XAF/3.2", "3.2"),
        ("Financieel3.2", "3.2"),
        ("XAF/3.1", "3.1"),
        ("Financieel3.1", "3.1"),
        ("XAF_4.0", "4.0"),
        ("XAF/4.0", "4.0"),
        ("Financieel4.0", "4.0"),
    ];
    versions
        .into_iter()
        .find(|(mark, _)| space(mark))
        .map(|(_, version)| version)
}

/// What an element says wherever it stands, so that envelopes do not matter.
fn by_any(name: &str, attributes: &[(String, String)]) -> Option<Format> {
    let spaces = || {
        attributes
            .iter()
            .filter(|(key, _)| key == "xmlns")
            .map(|(_, value)| value.as_str())
    };
    match name {
        "BkToCstmrStmt" => Some(Format::Camt("camt.053".to_owned())),
        "BkToCstmrAcctRpt" => Some(Format::Camt("camt.052".to_owned())),
        "BkToCstmrDbtCdtNtfctn" => Some(Format::Camt("camt.054".to_owned())),
        "Document" => spaces().find_map(message),
        "CstmrCdtTrfInitn" | "pain.001.001.02" => Some(Format::Pain("pain.001".to_owned())),
        "CstmrDrctDbtInitn" | "pain.008.001.01" => Some(Format::Pain("pain.008".to_owned())),
        "CstmrPmtStsRpt" => Some(Format::Pain("pain.002".to_owned())),
        "Invoice" | "CreditNote" if ubl(attributes) => Some(Format::Ubl),
        "CrossIndustryInvoice" | "CrossIndustryDocument" => Some(Format::Cii),
        _ => None,
    }
}

/// An ISO 20022 message by its namespace. Every message but the three that report what happened
/// on an account is an order, an answer or a question between banks.
fn message(space: &str) -> Option<Format> {
    if let Some(version) = camt::version_of(space) {
        return Some(Format::Camt(version));
    }
    let start = ["pain.0", "camt.0", "pacs.0", "acmt.0"]
        .into_iter()
        .find_map(|name| space.find(name))?;
    let version = space[start..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '.')
        .take(32)
        .collect();
    Some(Format::Pain(version))
}

/// UBL by its namespace. An element of that name without any namespace is taken for it too:
/// some packages leave the namespace out.
fn ubl(attributes: &[(String, String)]) -> bool {
    let mut spaces = attributes
        .iter()
        .filter(|(key, _)| key == "xmlns")
        .map(|(_, value)| value)
        .peekable();
    spaces.peek().is_none() || spaces.any(|space| space.contains("specification:ubl:schema"))
}

/// What does not begin like XML after all.
fn by_text(head: &[u8]) -> Format {
    let lower: String = String::from_utf8_lossy(head.get(..2048).unwrap_or(head)).to_lowercase();
    let markup = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<div",
    ];
    if markup.into_iter().any(|tag| lower.contains(tag)) {
        return Format::Html;
    }
    // The namespace shows what a file was before it was cut or damaged in its first lines.
    match message(&lower) {
        Some(format) => format,
        None if lower.contains("specification:ubl:schema") => Format::Ubl,
        None => Format::OtherXml("?".to_owned()),
    }
}
