//! Logos: read by printpdf once, compressed once, put in any number of documents.

use std::sync::Arc;

use lopdf::{Document, Object, ObjectId, Stream};
use printpdf::{PdfDocument, PdfSaveOptions, RawImage};

use crate::{Logo, LogoError};

/// The name under which pages call the logo.
pub(crate) const RESOURCE: &str = "Logo";
/// Largest file.
const MOST_BYTES: usize = 2 * 1024 * 1024;
/// Most pixels either way; 25 mm at 3,000 dots an inch.
const MOST_PIXELS: u32 = 3_000;

/// A logo as PDF objects, compressed once.
#[derive(PartialEq)]
pub(crate) struct LogoObjects {
    pub(crate) width: u32,
    pub(crate) height: u32,
    picture: Stream,
    /// How much of each pixel shows, when the picture has that.
    mask: Option<Stream>,
    /// The file as given, for the preview.
    pub(crate) source: Vec<u8>,
}

impl Eq for LogoObjects {}

impl LogoObjects {
    pub(crate) fn add_to(&self, pdf: &mut Document) -> ObjectId {
        let mut picture = self.picture.clone();
        if let Some(mask) = &self.mask {
            let id = pdf.add_object(mask.clone());
            picture.dict.set("SMask", Object::Reference(id));
        }
        pdf.add_object(picture)
    }
}

impl Logo {
    /// Reads and checks a PNG or JPEG picture: at most 2 MB, at most 3,000 pixels either way.
    pub fn read(bytes: &[u8]) -> Result<Logo, LogoError> {
        if bytes.len() > MOST_BYTES {
            return Err(LogoError::FileTooLarge {
                bytes: bytes.len(),
                limit: MOST_BYTES,
            });
        }
        // Read from the header, so that a small file cannot claim much memory.
        let (width, height) = pixels(bytes).ok_or(LogoError::NotAPicture)?;
        if width == 0 || height == 0 {
            return Err(LogoError::Unreadable);
        }
        if width > MOST_PIXELS || height > MOST_PIXELS {
            return Err(LogoError::TooManyPixels {
                width,
                height,
                limit: MOST_PIXELS,
            });
        }
        let image = RawImage::decode_from_bytes(bytes, &mut Vec::new())
            .map_err(|_| LogoError::Unreadable)?;
        let (picture, mask) = streams(&image).ok_or(LogoError::Unreadable)?;
        let inner = LogoObjects {
            width,
            height,
            picture,
            mask,
            source: bytes.to_vec(),
        };
        Ok(Logo {
            inner: Arc::new(inner),
        })
    }

    /// Width and height in pixels.
    pub fn pixels(&self) -> (u32, u32) {
        (self.inner.width, self.inner.height)
    }
}

/// Lets printpdf write the picture in a document of its own and takes its streams out.
fn streams(image: &RawImage) -> Option<(Stream, Option<Stream>)> {
    let mut document = PdfDocument::new("");
    document.add_image(image);
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let pdf = document.to_lopdf_document(&options, &mut Vec::new());
    let is_image = |stream: &Stream| {
        stream
            .dict
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|n| n == b"Image")
    };
    let pictures = pdf
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .filter(|s| is_image(s));
    let mut masked = None;
    let mut plain = None;
    for stream in pictures {
        match stream.dict.get(b"SMask").and_then(Object::as_reference) {
            Ok(mask) => {
                masked = Some((
                    stream.clone(),
                    pdf.get_object(mask)
                        .and_then(Object::as_stream)
                        .ok()?
                        .clone(),
                ))
            }
            Err(_) => plain = plain.or(Some(stream.clone())),
        }
    }
    let (mut picture, mut mask) = match masked {
        Some((picture, mask)) => (picture, Some(mask)),
        None => (plain?, None),
    };
    for stream in std::iter::once(&mut picture).chain(&mut mask) {
        if stream.dict.get(b"Filter").is_err() {
            let packed = crate::fonts::deflate(&stream.content, 9).ok()?;
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
    Some((picture, mask))
}

/// Width and height of a PNG or JPEG, from its header.
fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        return Some((side(16)?, side(20)?));
    }
    if !bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return None;
    }
    let mut at = 2;
    loop {
        let [0xFF, marker, high, low] = *bytes.get(at..at + 4)? else {
            return None;
        };
        // A frame header, but neither a Huffman table, nor arithmetic conditions, nor a JPEG extension.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            let [h1, h2, w1, w2] = *bytes.get(at + 5..at + 9)? else {
                return None;
            };
            return Some((
                u16::from_be_bytes([w1, w2]).into(),
                u16::from_be_bytes([h1, h2]).into(),
            ));
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_logo_is_refused_with_its_reason() {
        assert_eq!(Logo::read(b"GIF89a").unwrap_err(), LogoError::NotAPicture);
        assert_eq!(Logo::read(b"").unwrap_err(), LogoError::NotAPicture);
        assert!(matches!(
            Logo::read(&vec![0; MOST_BYTES + 1]).unwrap_err(),
            LogoError::FileTooLarge { .. }
        ));
        let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        huge.extend([0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0]);
        assert!(matches!(
            Logo::read(&huge).unwrap_err(),
            LogoError::TooManyPixels { width: 65536, .. }
        ));
        huge[16..24].copy_from_slice(&[0, 0, 0, 9, 0, 0, 0, 9]);
        assert_eq!(
            Logo::read(&huge).unwrap_err(),
            LogoError::Unreadable,
            "a header without a picture"
        );
    }
}
