//! A finished letter once more, with a mark on every page that it is a copy. The pages themselves
//! stay as they were drawn.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

use chrono::NaiveDate;
use law::Lang;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::Pdf;
use crate::error::DocumentError;
use crate::fonts::Weight;
use crate::letter::format::{long_date, pick};
use crate::page::geometry::{MARGIN, PAPER_WIDTH};
use crate::page::{Mark, Page};
use crate::text::{Line, Style};

/// The name of the mark among a page's own pictures.
const NAME: &str = "StandvastCopy";
/// Base line of the mark: above the letterhead and above the head of later pages.
const BASE: f32 = 9.6;
const STYLE: Style = Style {
    size: 10.5,
    leading: 5.0,
    grey: 0.0,
};

fn failed(error: impl std::fmt::Display) -> DocumentError {
    DocumentError::Pdf(error.to_string())
}

/// Marks every page of a finished letter as a copy of the letter of that date.
///
/// # Errors
/// [`DocumentError::Pdf`] when it cannot be read.
pub fn mark_as_copy(pdf: &[u8], original: NaiveDate, lang: Lang) -> Result<Pdf, DocumentError> {
    let mut letter = Document::load_mem(pdf).map_err(failed)?;
    let mut mark = Document::load_mem(&mark_page(original, lang)?.bytes).map_err(failed)?;
    mark.renumber_objects_with(letter.max_id + 1);
    let form = form_of(&mark)?;
    letter.max_id = mark.max_id;
    letter.objects.extend(mark.objects);
    let form = letter.add_object(form);
    let pages: Vec<ObjectId> = letter.get_pages().into_values().collect();
    for page in &pages {
        stamp(&mut letter, *page, form)?;
    }
    letter.prune_objects();
    letter.renumber_objects();
    let mut bytes = Vec::with_capacity(pdf.len() + 16 * 1024);
    letter.save_to(&mut bytes).map_err(failed)?;
    Ok(Pdf {
        bytes,
        pages: pages.len(),
    })
}

/// An empty page with nothing but the mark.
fn mark_page(original: NaiveDate, lang: Lang) -> Result<Pdf, DocumentError> {
    let day = long_date(original, lang);
    let words = match lang {
        Lang::Nl => format!("KOPIE van onze brief van {day}"),
        Lang::En => format!("COPY of our letter of {day}"),
    };
    let line = Line::of(Weight::Bold, &words, STYLE.size);
    let (left, right) = (MARGIN, MARGIN + line.width);
    let (top, bottom) = (BASE - 4.6, BASE + 2.0);
    let (from, to) = (left - 2.0, (right + 2.0).min(PAPER_WIDTH));
    let rule = |from: (f32, f32), to: (f32, f32)| Mark::Rule {
        from,
        to,
        thickness: 0.35,
        grey: 0.0,
    };
    let page = Page {
        marks: vec![
            Mark::Text {
                x: left,
                y: BASE,
                line,
                style: STYLE,
            },
            rule((from, top), (to, top)),
            rule((from, bottom), (to, bottom)),
            rule((from, top), (from, bottom)),
            rule((to, top), (to, bottom)),
        ],
    };
    let about = crate::pdf::About {
        title: pick(lang, "Kopie", "Copy"),
        author: "Standvast",
        lang,
        date: original,
    };
    crate::pdf::write(&[page], None, &about)
}

/// The page of the mark as a picture that other pages can show.
fn form_of(mark: &Document) -> Result<Stream, DocumentError> {
    let page = mark
        .page_iter()
        .next()
        .ok_or_else(|| failed("no page to mark with"))?;
    let content = mark.get_page_content(page);
    let dict = mark.get_dictionary(page).map_err(failed)?;
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => dict.get(b"MediaBox").map_err(failed)?.clone(),
        "Resources" => dict.get(b"Resources").map_err(failed)?.clone(),
    };
    Ok(Stream::new(form, content))
}

/// Puts the mark on a page, after all that stands on it.
fn stamp(letter: &mut Document, page: ObjectId, form: ObjectId) -> Result<(), DocumentError> {
    let own = letter.get_dictionary(page).map_err(failed)?;
    let resources = own
        .get(b"Resources")
        .ok()
        .and_then(|found| resolved(letter, found))
        .unwrap_or_default();
    let mut pictures = resources
        .get(b"XObject")
        .ok()
        .and_then(|found| resolved(letter, found))
        .unwrap_or_default();
    pictures.set(NAME, Object::Reference(form));
    // Pages share their dictionaries; each marked page gets one of its own.
    let mut resources = resources;
    resources.set("XObject", pictures);
    let mut contents = match own.get(b"Contents") {
        Ok(Object::Array(parts)) => parts.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    };
    let before = letter.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
    let after = format!("\nQ q /{NAME} Do Q\n").into_bytes();
    let after = letter.add_object(Stream::new(Dictionary::new(), after));
    contents.insert(0, Object::Reference(before));
    contents.push(Object::Reference(after));
    let page = letter
        .get_object_mut(page)
        .and_then(Object::as_dict_mut)
        .map_err(failed)?;
    page.set("Resources", resources);
    page.set("Contents", contents);
    Ok(())
}

fn resolved(document: &Document, object: &Object) -> Option<Dictionary> {
    match object {
        Object::Reference(id) => document.get_dictionary(*id).ok().cloned(),
        Object::Dictionary(found) => Some(found.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::geometry::BODY_TOP;

    fn letter(pages: usize) -> Pdf {
        let page = |number: usize| Page {
            marks: vec![Mark::text(
                MARGIN,
                BODY_TOP,
                Weight::Regular,
                &format!("Blad {number}: een brief met ë en €"),
                Style::BODY,
            )],
        };
        let about = crate::pdf::About {
            title: "Herinnering",
            author: "Kruimel & Zn. B.V.",
            lang: Lang::Nl,
            date: day(),
        };
        let pages: Vec<Page> = (1..=pages).map(page).collect();
        crate::pdf::write(&pages, None, &about).unwrap()
    }

    fn day() -> NaiveDate {
        "2026-11-02".parse().unwrap()
    }

    #[test]
    fn every_page_bears_the_mark_and_what_stood_on_it() {
        let original = letter(3);
        let copy = mark_as_copy(&original.bytes, day(), Lang::Nl).unwrap();
        assert_eq!(copy.pages, 3);
        let before = Document::load_mem(&original.bytes).unwrap();
        let after = Document::load_mem(&copy.bytes).unwrap();
        let pages =
            |document: &Document| -> Vec<ObjectId> { document.get_pages().into_values().collect() };
        for (was, is) in pages(&before).into_iter().zip(pages(&after)) {
            let (was, is) = (before.get_page_content(was), after.get_page_content(is));
            let is = String::from_utf8_lossy(&is).into_owned();
            assert!(
                is.contains(String::from_utf8_lossy(&was).trim()),
                "the page stays as it was drawn"
            );
            assert_eq!(
                is.matches(&format!("/{NAME} Do")).count(),
                1,
                "one mark: {is}"
            );
        }
    }

    #[test]
    fn the_same_letter_gives_the_same_copy_and_another_day_another() {
        let original = letter(1).bytes;
        let copy = |day: &str, lang| {
            mark_as_copy(&original, day.parse().unwrap(), lang)
                .unwrap()
                .bytes
        };
        let first = copy("2026-11-02", Lang::Nl);
        assert_eq!(
            first,
            copy("2026-11-02", Lang::Nl),
            "nothing of the moment in it"
        );
        assert_ne!(first, copy("2026-11-03", Lang::Nl), "it says of which day");
        assert_ne!(
            first,
            copy("2026-11-02", Lang::En),
            "in the customer's language"
        );
    }

    #[test]
    fn what_is_no_pdf_is_refused() {
        assert!(matches!(
            mark_as_copy(b"geen PDF", day(), Lang::Nl),
            Err(DocumentError::Pdf(_))
        ));
    }
}
