//! What a file is, told by its content and never by its name.

mod binary;
mod delimited;
mod mt940;
mod xml;

use crate::charset;
use crate::format::{Format, Kind};
use crate::refusal::Refusal;

/// How much of a file is looked at. A caller may give less, or all.
pub const HEAD: usize = 64 * 1024;

/// What a file was recognised as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The format.
    pub format: Format,
}

impl Recognised {
    /// What the file is good for; refused when there is no reader for its format.
    pub fn kind(&self) -> Kind {
        if self.refusal().is_some() {
            Kind::Refused
        } else {
            self.format.kind()
        }
    }

    /// Why a file of this format is not read; nothing when there is a reader. An archive is
    /// opened, so it is not refused here.
    pub fn refusal(&self) -> Option<Refusal> {
        let name = || self.format.name().unwrap_or_default().into_owned();
        Some(match &self.format {
            Format::Camt(_) | Format::Ubl | Format::OpenItemsCsv | Format::Zip => return None,
            Format::Mt940(_)
            | Format::Mt942
            | Format::BankCsv(_)
            | Format::Xaf(_)
            | Format::Cii
            | Format::FacturX
            | Format::Spreadsheet(_)
            | Format::CustomersCsv => Refusal::NotYetSupported { format: name() },
            Format::Pain(_) => Refusal::NotAStatement { format: name() },
            Format::DayBalances => Refusal::DayBalances,
            Format::Pdf => Refusal::PdfWithoutInvoice,
            Format::Xsd => Refusal::SchemaNotData,
            Format::Empty => Refusal::EmptyFile,
            Format::Html => Refusal::WebPage,
            Format::OtherXml(root) => Refusal::UnknownFormat {
                root: Some(root.clone()),
            },
            Format::Unknown => Refusal::UnknownFormat { root: None },
        })
    }
}

/// Tells what a file is. `bytes` is the whole file or its beginning, at best [`HEAD`] bytes or
/// more; a PDF and an archive are looked at as far as they are given. The name decides nothing.
pub fn recognise(bytes: &[u8], _file_name: &str) -> Recognised {
    Recognised {
        format: format_of(bytes),
    }
}

fn format_of(bytes: &[u8]) -> Format {
    if let Some(format) = binary::of(bytes) {
        return format;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let text = charset::decode_text(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() {
        return Format::Empty;
    }
    if text.starts_with('<') {
        return xml::of(head);
    }
    mt940::of(text)
        .or_else(|| delimited::of(text))
        .unwrap_or(Format::Unknown)
}
