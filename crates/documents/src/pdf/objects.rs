//! The PDF objects of an embedded font.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::fonts::{Embedded, Face, Weight};

/// Adds a font: program, descriptor, widths and the map to text, all from prepared streams.
pub(crate) fn add_font(pdf: &mut Document, face: &Face, font: &Embedded) -> ObjectId {
    let file = pdf.add_object(packed(&font.file, &[("Length1", font.file_length.into())]));
    let descriptor = pdf.add_object(descriptor(face, font, file));
    let widths = font
        .widths
        .iter()
        .map(|w| Object::Integer(i64::from(*w)))
        .collect::<Vec<_>>();
    let descendant = pdf.add_object(Dictionary::from_iter([
        ("Type", "Font".into()),
        ("Subtype", "CIDFontType2".into()),
        ("BaseFont", name(&font.name)),
        ("CIDSystemInfo", system_info().into()),
        ("FontDescriptor", descriptor.into()),
        ("DW", 0.into()),
        ("W", vec![0.into(), Object::Array(widths)].into()),
        ("CIDToGIDMap", "Identity".into()),
    ]));
    let to_unicode = pdf.add_object(packed(&font.to_unicode, &[]));
    pdf.add_object(Dictionary::from_iter([
        ("Type", "Font".into()),
        ("Subtype", "Type0".into()),
        ("BaseFont", name(&font.name)),
        ("Encoding", "Identity-H".into()),
        (
            "DescendantFonts",
            vec![Object::Reference(descendant)].into(),
        ),
        ("ToUnicode", to_unicode.into()),
    ]))
}

fn descriptor(face: &Face, font: &Embedded, file: ObjectId) -> Dictionary {
    /// Neither serif, nor script, nor symbolic by meaning; "symbolic" because of its own encoding.
    const SYMBOLIC: i64 = 4;
    let stem = match face.weight {
        Weight::Regular => 80,
        Weight::Bold => 140,
    };
    let metrics = &face.metrics;
    Dictionary::from_iter([
        ("Type", "FontDescriptor".into()),
        ("FontName", name(&font.name)),
        ("Flags", SYMBOLIC.into()),
        (
            "FontBBox",
            metrics
                .bounds
                .map(|n| Object::Integer(n.into()))
                .to_vec()
                .into(),
        ),
        ("ItalicAngle", 0.into()),
        ("Ascent", metrics.ascent.into()),
        ("Descent", metrics.descent.into()),
        ("CapHeight", metrics.cap_height.into()),
        ("StemV", stem.into()),
        ("FontFile2", file.into()),
    ])
}

fn system_info() -> Dictionary {
    Dictionary::from_iter([
        ("Registry", Object::string_literal("Adobe")),
        ("Ordering", Object::string_literal("Identity")),
        ("Supplement", 0.into()),
    ])
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A stream that was compressed before.
pub(crate) fn packed(bytes: &[u8], entries: &[(&str, Object)]) -> Stream {
    let mut dict = Dictionary::from_iter([("Filter", Object::from("FlateDecode"))]);
    for (key, value) in entries {
        dict.set(*key, value.clone());
    }
    Stream::new(dict, bytes.to_vec())
}
