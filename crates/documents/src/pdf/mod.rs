//! Laid-out pages → PDF, through printpdf; fonts and logo are put in through its lopdf document.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

mod logo;
mod objects;
mod ops;

pub(crate) use logo::LogoObjects;

use chrono::NaiveDate;
use law::Lang;
use lopdf::{Dictionary, Document, Object, StringFormat};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

use crate::fonts::{Embedded, GlyphNames, Weight, embedded, face};
use crate::page::geometry::{PAPER_HEIGHT, PAPER_WIDTH};
use crate::page::{Mark, Page};
use crate::{DocumentError, Logo, Pdf};

/// What a document says about itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) lang: Lang,
    pub(crate) date: NaiveDate,
}

/// Writes pages as a PDF. The same pages give the same bytes.
pub(crate) fn write(
    pages: &[Page],
    logo: Option<&Logo>,
    about: &About<'_>,
) -> Result<Pdf, DocumentError> {
    let fonts = Fonts::of(pages)?;
    let mut document = PdfDocument::new(about.title);
    document.pages = pages
        .iter()
        .map(|page| PdfPage::new(Mm(PAPER_WIDTH), Mm(PAPER_HEIGHT), ops::of(page, &fonts)))
        .collect();
    let mut warnings = Vec::new();
    // "Secure" leaves out operators printpdf does not know; all of these are ours.
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: false,
        image_optimization: None,
    };
    let mut pdf = document.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings
        .iter()
        .find(|w| w.severity == printpdf::PdfParseErrorSeverity::Error)
    {
        return Err(DocumentError::Pdf(warning.msg.clone()));
    }
    finish(&mut pdf, &fonts, logo, about)?;
    let mut bytes = Vec::with_capacity(48 * 1024);
    pdf.save_to(&mut bytes)
        .map_err(|e| DocumentError::Pdf(e.to_string()))?;
    Ok(Pdf {
        bytes,
        pages: pages.len(),
    })
}

/// The fonts of one document.
pub(crate) struct Fonts {
    faces: Vec<(Weight, std::sync::Arc<Embedded>)>,
}

impl Fonts {
    fn of(pages: &[Page]) -> Result<Fonts, DocumentError> {
        let mut used: [Option<GlyphNames>; 2] = [None, None];
        for mark in pages.iter().flat_map(|page| &page.marks) {
            let Mark::Text { line, .. } = mark else {
                continue;
            };
            for (weight, glyphs) in &line.runs {
                let names = used[usize::from(*weight == Weight::Bold)].get_or_insert_default();
                for glyph in glyphs {
                    if !crate::fonts::is_usual(*weight, glyph.id) {
                        names.entry(glyph.id).or_default();
                    }
                }
            }
            for (weight, glyph, name) in &line.names {
                let names = used[usize::from(*weight == Weight::Bold)].get_or_insert_default();
                let known = names.entry(*glyph).or_default();
                if known.is_empty() {
                    known.clone_from(name);
                }
            }
        }
        let mut faces = Vec::new();
        for weight in Weight::ALL {
            if let Some(names) = &used[usize::from(weight == Weight::Bold)] {
                faces.push((weight, embedded(weight, names)?));
            }
        }
        Ok(Fonts { faces })
    }

    pub(crate) fn embedded(&self, weight: Weight) -> Option<&Embedded> {
        self.faces
            .iter()
            .find(|(w, _)| *w == weight)
            .map(|(_, font)| font.as_ref())
    }
}

fn finish(
    pdf: &mut Document,
    fonts: &Fonts,
    logo: Option<&Logo>,
    about: &About<'_>,
) -> Result<(), DocumentError> {
    pdf.version = "1.7".to_owned();
    let mut font_entries = Dictionary::new();
    for (weight, font) in &fonts.faces {
        let id = objects::add_font(pdf, face(*weight)?, font);
        font_entries.set(weight.resource(), Object::Reference(id));
    }
    set_resource(pdf, b"Font", font_entries);
    if let Some(logo) = logo {
        let id = logo.inner.add_to(pdf);
        let mut entries = Dictionary::new();
        entries.set(logo::RESOURCE, Object::Reference(id));
        set_resource(pdf, b"XObject", entries);
    }
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.dict.get(b"Filter").is_err()
        {
            let packed = crate::fonts::deflate(&stream.content, crate::fonts::QUICK)?;
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
    describe(pdf, about);
    Ok(())
}

/// All pages share printpdf's global dictionaries of fonts and pictures; they are filled here.
fn set_resource(pdf: &mut Document, kind: &[u8], entries: Dictionary) {
    let shared = pdf.page_iter().next().and_then(|page| {
        let page = pdf.get_dictionary(page).ok()?;
        let resources = pdf
            .get_dictionary(page.get(b"Resources").ok()?.as_reference().ok()?)
            .ok()?;
        resources.get(kind).ok()?.as_reference().ok()
    });
    if let Some(id) = shared {
        pdf.objects.insert(id, Object::Dictionary(entries));
    }
}

fn describe(pdf: &mut Document, about: &About<'_>) {
    let day = about.date.format("D:%Y%m%d000000Z").to_string();
    let mut info = Dictionary::new();
    info.set("Title", text(about.title));
    info.set("Author", text(about.author));
    info.set("Creator", text("Standvast"));
    info.set("Producer", text("Standvast"));
    info.set("CreationDate", Object::string_literal(day.as_str()));
    info.set("ModDate", Object::string_literal(day.as_str()));
    if let Ok(id) = pdf.trailer.get(b"Info").and_then(Object::as_reference) {
        pdf.objects.insert(id, Object::Dictionary(info));
    }
    let lang = match about.lang {
        Lang::Nl => "nl-NL",
        Lang::En => "en-GB",
    };
    if let Ok(catalog) = pdf.catalog_mut() {
        catalog.set("Lang", Object::string_literal(lang));
        let mut viewer = Dictionary::new();
        viewer.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", viewer);
    }
    let id = identity(pdf, about);
    pdf.trailer.set("ID", vec![id.clone(), id]);
}

/// An identity that follows from the contents, so that equal letters are equal to the byte.
fn identity(pdf: &Document, about: &About<'_>) -> Object {
    let streams = pdf.objects.values().filter_map(|object| match object {
        // Fonts and pictures are the same in many documents, and large; the pages tell them apart.
        Object::Stream(stream) if !stream.dict.has(b"Length1") && !stream.dict.has(b"Subtype") => {
            Some(stream.content.as_slice())
        }
        _ => None,
    });
    let contents = fnv(streams.flatten().copied());
    let words = fnv(about
        .title
        .bytes()
        .chain(about.author.bytes())
        .chain(about.date.to_string().bytes()));
    let bytes = [
        contents.to_be_bytes(),
        (words ^ contents.rotate_left(29)).to_be_bytes(),
    ]
    .concat();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The FNV-1a hash; for names that must be stable, not for security.
pub(crate) fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A text string: ASCII as it is, else UTF-16 with its mark.
fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
