//! Finished PDFs put together as one, to print: the pages as they were drawn, byte for byte the
//! same contents, in the order given.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::Pdf;
use crate::error::DocumentError;

fn failed(error: impl std::fmt::Display) -> DocumentError {
    DocumentError::Pdf(error.to_string())
}

/// Puts finished PDFs together. With `duplex`, each begins on a front side: an empty page of the
/// same size follows one with an odd number of pages.
///
/// # Errors
/// [`DocumentError::Pdf`] when one of them cannot be read.
pub fn merge(pdfs: &[&[u8]], duplex: bool) -> Result<Pdf, DocumentError> {
    let mut whole = Document::with_version("1.7");
    let mut pages: Vec<ObjectId> = Vec::new();
    let mut objects: BTreeMap<ObjectId, Object> = BTreeMap::new();
    let mut next = 1;
    let mut blanks = Vec::new();
    for bytes in pdfs {
        let mut part = Document::load_mem(bytes).map_err(failed)?;
        part.renumber_objects_with(next);
        next = part.max_id + 1;
        let own: Vec<ObjectId> = part.get_pages().into_values().collect();
        let size = own.first().and_then(|id| media_box(&part, *id));
        pages.extend(&own);
        if duplex && own.len() % 2 == 1 {
            blanks.push((pages.len(), size));
        }
        objects.extend(part.objects);
    }
    whole.objects = objects;
    whole.max_id = next;
    for (added, (place, size)) in blanks.into_iter().enumerate() {
        let size = size.unwrap_or_else(|| Object::Array(a4()));
        let blank = whole.add_object(dictionary! { "Type" => "Page", "MediaBox" => size });
        pages.insert(place + added, blank);
    }
    let tree = whole.new_object_id();
    for page in &pages {
        let page = whole
            .get_object_mut(*page)
            .and_then(Object::as_dict_mut)
            .map_err(failed)?;
        page.set("Parent", tree);
    }
    let kids: Vec<Object> = pages.iter().map(|page| Object::Reference(*page)).collect();
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    whole.objects.insert(
        tree,
        dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into(),
    );
    let catalog = whole.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    whole.trailer.set("Root", catalog);
    whole.prune_objects();
    whole.renumber_objects();
    let mut bytes = Vec::new();
    whole.save_to(&mut bytes).map_err(failed)?;
    Ok(Pdf {
        bytes,
        pages: pages.len(),
    })
}

fn a4() -> Vec<Object> {
    vec![0.into(), 0.into(), 595.into(), 842.into()]
}

fn media_box(part: &Document, page: ObjectId) -> Option<Object> {
    part.get_dictionary(page)
        .ok()?
        .get(b"MediaBox")
        .ok()
        .cloned()
}
