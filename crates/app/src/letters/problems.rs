//! What is wrong with a text or a letter, in words of both languages.

use documents::DocumentError;
use documents::LetterKind;
use documents::template::{TemplateProblem, TemplateProblemKind, fields};
use law::Lang;

use crate::catalogue::Code;
use crate::error::AppError;

/// A text that was refused, naming everything that is wrong with it; the line is that of the first.
pub(crate) fn refused(kind: LetterKind, problems: &[TemplateProblem]) -> AppError {
    let all = |lang| {
        let mut words: Vec<String> = Vec::new();
        for problem in problems {
            let said = in_words(kind, &problem.kind, lang);
            if !words.contains(&said) {
                words.push(said);
            }
        }
        words.join("; ")
    };
    let line = problems.iter().find_map(|problem| problem.line);
    let code = match line {
        Some(_) => Code::TemplateRefused,
        None => Code::TemplateIncomplete,
    };
    let mut error = AppError::new(code).with_words("what", &all(Lang::Nl), &all(Lang::En));
    if let Some(line) = line {
        error = error.with("line", line);
    }
    match serde_json::to_value(problems) {
        Ok(problems) => error.detail("problems", problems),
        Err(_) => error,
    }
}

/// One thing that is wrong with a text.
fn in_words(kind: LetterKind, problem: &TemplateProblemKind, lang: Lang) -> String {
    use TemplateProblemKind as Problem;
    let what = |name: &str| block(kind, name, lang);
    match (problem, lang) {
        (Problem::Syntax { message }, Lang::Nl) => format!("dit is niet te lezen: {message}"),
        (Problem::NotAllowed { words }, Lang::Nl) => {
            format!("alleen velden en if, else en endif mogen hier staan, niet “{words}”")
        }
        (Problem::UnknownField { name }, Lang::Nl) => {
            format!("deze brief kent geen veld {name}")
        }
        (Problem::MissingBlock { name }, Lang::Nl) => format!(
            "het blok {name} moet in deze brief blijven staan ({}), op een eigen regel en buiten een if",
            what(name)
        ),
        (Problem::BlockTwice { name }, Lang::Nl) => {
            format!(
                "{} mag maar één keer in de brief staan ({name})",
                what(name)
            )
        }
        (Problem::BlockNotAlone { name }, Lang::Nl) => {
            format!("het blok {name} moet alleen staan, tussen twee lege regels")
        }
        (Problem::OtherTerm { words }, Lang::Nl) => format!(
            "in deze brief mag geen andere termijn of uiterste dag staan dan de wettelijke, en hier staat “{words}”"
        ),
        (Problem::TooMuchWork, Lang::Nl) => "de tekst is te lang".to_string(),
        (Problem::Unprintable { characters }, Lang::Nl) => {
            format!("deze tekens kunnen niet afgedrukt worden: {characters}")
        }
        (Problem::Empty, Lang::Nl) => "het onderwerp of de tekst is leeg".to_string(),
        (Problem::MissingBlock { name }, Lang::En) => format!(
            "the block {name} must stay in this letter ({}), on a line of its own and outside any if",
            what(name)
        ),
        (Problem::OtherTerm { words }, Lang::En) => format!(
            "this letter may hold no other term or last day than that of the law, and here it says “{words}”"
        ),
        (problem, Lang::En) => problem.to_string(),
    }
}

/// What a block is, in words.
fn block(kind: LetterKind, name: &str, lang: Lang) -> String {
    fields(kind)
        .into_iter()
        .find(|field| field.name == name)
        .map_or_else(
            || name.to_string(),
            |field| match lang {
                Lang::Nl => field.nl.to_string(),
                Lang::En => field.en.to_string(),
            },
        )
}

/// Why a document could not be made, in Dutch and in English.
pub(crate) fn document_words(error: &DocumentError) -> (String, String) {
    let nl = match error {
        DocumentError::Unprintable(characters) => format!(
            "deze tekens kunnen niet afgedrukt worden: {}",
            characters.iter().collect::<String>()
        ),
        DocumentError::AddressLines(0) => "er is geen adres".to_string(),
        DocumentError::AddressLines(lines) => {
            format!("het adres heeft {lines} regels; in het venster van een envelop passen er 6")
        }
        DocumentError::NoticeOtherTerm(words) => format!(
            "in een veertiendagenbrief mag geen andere termijn of uiterste dag staan: “{words}”"
        ),
        DocumentError::NoticeWithoutCosts => {
            "een veertiendagenbrief moet de precieze kosten noemen".to_string()
        }
        DocumentError::NoticeAsksMore => {
            "een veertiendagenbrief vraagt alleen de hoofdsom".to_string()
        }
        DocumentError::Epc(error) => {
            format!("de betaalgegevens passen niet in een QR-code ({error})")
        }
        DocumentError::QrTooLong => "de betaalgegevens passen niet in een QR-code".to_string(),
        DocumentError::Template(problems) => problems
            .iter()
            .map(|problem| in_words(LetterKind::FinalDemand, &problem.kind, Lang::Nl))
            .collect::<Vec<_>>()
            .join("; "),
        other => other.to_string(),
    };
    (nl, error.to_string())
}
