//! From a decision to a document: the letter's model, its PDF, its e-mail.

mod calculation;
mod compose;
mod mail;
mod plausible;
mod problems;

pub(crate) use calculation::{calculation_sheet, claim_figures};
pub(crate) use compose::Desk;
pub(crate) use mail::draft_mail;
pub(crate) use plausible::{could_get, example, plausible_letter, step_of};
pub(crate) use problems::document_words;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use documents::{LetterKind, Logo, Template};
use law::Lang;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};

/// The setting that keeps the logo.
pub(crate) const LOGO: &str = "logo";

/// Reads and checks a picture; it is kept as text, with the other settings.
///
/// # Errors
/// `io`, and `document_failed` saying what is wrong with it.
pub(crate) fn read_logo(file: &str) -> AppResult<String> {
    let path = std::path::Path::new(file);
    let bytes = std::fs::read(path).map_err(|error| AppError::reading(path, &error))?;
    Logo::read(&bytes).map_err(|error| AppError::new(Code::DocumentFailed).with("what", error))?;
    Ok(STANDARD.encode(bytes))
}

/// The logo as kept. One that cannot be read any more is left out rather than stopping a run.
pub(crate) fn kept_logo(reader: &store::Reader<'_>) -> AppResult<Option<Logo>> {
    Ok(logo_text(reader)?.map(|(_, logo)| logo))
}

/// The logo as kept, base64, and read.
pub(crate) fn logo_text(reader: &store::Reader<'_>) -> AppResult<Option<(String, Logo)>> {
    let kept = reader.setting::<Option<String>>(LOGO)?.flatten();
    Ok(kept.and_then(|text| {
        let bytes = STANDARD.decode(&text).ok()?;
        Some((text, Logo::read(&bytes).ok()?))
    }))
}

/// The letter that a step of the plan sends; a handover sends none.
pub(crate) fn letter_kind(step: credit::Step) -> Option<LetterKind> {
    Some(match step {
        credit::Step::Reminder => LetterKind::Reminder,
        credit::Step::FinalReminder => LetterKind::FinalReminder,
        credit::Step::Notice14Days => LetterKind::Notice14Days,
        credit::Step::FinalDemand => LetterKind::FinalDemand,
        credit::Step::Handover => return None,
    })
}

/// The name under which a template is kept: `reminder.nl`.
pub(crate) fn template_name(kind: LetterKind, lang: Lang) -> String {
    let lang = match lang {
        Lang::Nl => "nl",
        Lang::En => "en",
    };
    format!("{}.{lang}", kind.code())
}

/// A template as kept: the subject on the first line, a line `---`, the body. Texts without that
/// line have the body after the first line.
pub(crate) fn template_of(text: &str) -> Template {
    let text = text.replace("\r\n", "\n");
    let text = text.trim_start_matches(['\u{FEFF}', '\n', ' ']);
    let (subject, body) = text.split_once('\n').unwrap_or((text, ""));
    let body = body.trim_start_matches('\n');
    let body = match body.split_once('\n') {
        Some((line, rest)) if line.trim() == "---" => rest,
        None if body.trim() == "---" => "",
        _ => body,
    };
    Template {
        subject: subject.trim().to_string(),
        body: body.trim_matches('\n').to_string(),
    }
}

/// A template as text: what [`template_of`] reads.
pub(crate) fn text_of(template: &Template) -> String {
    format!("{}\n---\n{}", template.subject, template.body)
}

/// The letter and language that a template's name stands for.
///
/// # Errors
/// `invalid_fields` for a name that there is not.
pub(crate) fn named_template(name: &str) -> AppResult<(LetterKind, Lang)> {
    LetterKind::ALL
        .iter()
        .flat_map(|kind| [Lang::Nl, Lang::En].map(|lang| (*kind, lang)))
        .find(|(kind, lang)| template_name(*kind, *lang) == name)
        .ok_or_else(|| AppError::new(Code::InvalidFields).field("name", Code::FieldInvalid))
}

/// Refuses a template that could not be used.
///
/// # Errors
/// `invalid_fields` for an unknown name, `template_refused` and `template_incomplete` naming what
/// is wrong.
pub(crate) fn check_template(name: &str, text: &str) -> AppResult<()> {
    let (kind, lang) = named_template(name)?;
    let found = documents::template::check(kind, lang, &template_of(text));
    if found.is_empty() {
        return Ok(());
    }
    Err(problems::refused(kind, &found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_with_and_without_its_line() {
        let expected = Template {
            subject: "Herinnering".to_string(),
            body: "Geachte,\n\nTot ziens.".to_string(),
        };
        for text in [
            "Herinnering\n---\nGeachte,\n\nTot ziens.",
            "Herinnering\n\n---\n\nGeachte,\n\nTot ziens.\n",
            "Herinnering\r\n---\r\nGeachte,\r\n\r\nTot ziens.",
            "Herinnering\n\nGeachte,\n\nTot ziens.",
        ] {
            assert_eq!(template_of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_shipped_text_survives_being_written_out_and_read() {
        for kind in LetterKind::ALL {
            for lang in [Lang::Nl, Lang::En] {
                let shipped = Template::shipped(kind, lang);
                assert_eq!(
                    template_of(&text_of(&shipped)),
                    shipped,
                    "{kind:?} {lang:?}"
                );
            }
        }
    }
}
