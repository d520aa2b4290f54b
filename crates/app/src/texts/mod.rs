//! The words of letters: which there are, what may stand in them, and whether they hold for
//! everybody who could get them.

mod check;
mod preview;
mod sample;

pub use check::{TemplateCheck, TemplateChecked, TemplateProblemRow, template_check};
pub use preview::{TemplatePreview, TemplatePreviewed, template_preview};
pub use sample::{
    SampleCustomer, SampleCustomers, SampleCustomersAsk, SampleLetter, SampleLetterAsk, SampleOf,
    sample_customers, sample_letter,
};

use chrono::{DateTime, Utc};
use credit::Step;
use documents::{LetterKind, Template};
use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppResult;
use crate::letters::{
    Desk, example, named_template, plausible_letter, step_of, template_name, template_of, text_of,
};
use crate::recent::Nothing;
use crate::session::Context;

/// A text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateRow {
    /// Its name: `reminder.nl`.
    pub name: String,
    /// The step it is for; null for the statement of account.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// Its language.
    #[ts(type = "Language")]
    pub language: Lang,
    /// Whether the user changed it.
    pub changed: bool,
}

/// The texts.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Templates {
    /// In the order of the plan, Dutch before English.
    pub templates: Vec<TemplateRow>,
}

/// The texts of letters.
///
/// # Errors
/// What the store gives.
pub fn templates(context: &mut Context<'_>, _: Nothing) -> AppResult<Templates> {
    let kept = context.reader()?.templates()?;
    let changed = |name: &str, shipped: &Template| {
        kept.iter()
            .any(|kept| kept.name == name && template_of(&kept.text) != *shipped)
    };
    let mut templates = Vec::new();
    for kind in LetterKind::ALL {
        for language in [Lang::Nl, Lang::En] {
            let name = template_name(kind, language);
            templates.push(TemplateRow {
                changed: changed(&name, &Template::shipped(kind, language)),
                step: step_of(kind),
                name,
                language,
            });
        }
    }
    Ok(Templates { templates })
}

/// Which text.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WhichTemplate {
    /// Its name: `reminder.nl`.
    pub name: String,
}

/// A field that may stand in a text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateField {
    /// Its name, as written between braces.
    pub name: String,
    /// What it becomes.
    pub what: String,
    /// As it reads in an example letter; empty when that letter has nothing to say there.
    pub example: String,
}

/// A block that must stay in a text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateBlock {
    /// Its name.
    pub name: String,
    /// What it is, and why it stays.
    pub what: String,
    /// What it says in an example letter.
    pub text: String,
}

/// A text that was kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateVersion {
    /// When.
    #[ts(type = "IsoDateTime")]
    pub at: DateTime<Utc>,
    /// The text.
    pub text: String,
}

/// A text with all that there is to know when editing it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateText {
    /// Its name.
    pub name: String,
    /// As it is used now.
    pub text: String,
    /// As it came with the program.
    pub shipped: String,
    /// Fields that may stand in it.
    pub fields: Vec<TemplateField>,
    /// Blocks that must stay in it.
    pub locked: Vec<TemplateBlock>,
    /// What the user kept, newest first.
    pub versions: Vec<TemplateVersion>,
}

/// A text with its fields, its locked blocks and what it was before.
///
/// # Errors
/// `invalid_fields` for a name that there is not.
pub fn template_read(context: &mut Context<'_>, request: WhichTemplate) -> AppResult<TemplateText> {
    let lang = context.lang;
    let (kind, language) = named_template(&request.name)?;
    let rates = context.rates()?;
    let date = context.day(None);
    let reader = context.reader()?;
    let desk = Desk::open(&reader)?;
    let account = example(kind, language, date);
    let said = plausible_letter(&desk, &account, kind, &rates, date)?
        .map(|letter| documents::letter_words(&letter));
    let value = |name: &str| {
        said.iter()
            .flat_map(|said| &said.fields)
            .find(|(known, _)| *known == name)
            .map_or_else(String::new, |(_, value)| value.clone())
    };
    let block = |name: &str| {
        said.iter()
            .flat_map(|said| &said.blocks)
            .find(|block| block.name == name)
            .map_or_else(String::new, |block| block.text.clone())
    };
    let what = |field: &documents::template::Field| match lang {
        Lang::Nl => field.nl.to_string(),
        Lang::En => field.en.to_string(),
    };
    let known = documents::template::fields(kind);
    Ok(TemplateText {
        text: text_of(&desk.template(kind, language)),
        shipped: text_of(&Template::shipped(kind, language)),
        fields: known
            .iter()
            .filter(|field| !field.required)
            .map(|field| TemplateField {
                name: field.name.to_string(),
                what: what(field),
                example: if field.block {
                    block(field.name)
                } else {
                    value(field.name)
                },
            })
            .collect(),
        locked: known
            .iter()
            .filter(|field| field.required)
            .map(|field| TemplateBlock {
                name: field.name.to_string(),
                what: format!(
                    "{}. {}",
                    capital(&what(field)),
                    why_locked(field.name, lang)
                ),
                text: block(field.name),
            })
            .collect(),
        versions: reader
            .template_versions(&request.name)?
            .into_iter()
            .rev()
            .map(|version| TemplateVersion {
                at: version.at,
                text: text_of(&template_of(&version.text)),
            })
            .collect(),
        name: request.name,
    })
}

fn why_locked(block: &str, lang: Lang) -> &'static str {
    match (block, lang) {
        ("invoices_table", Lang::Nl) => {
            "Zonder deze tabel weet de klant niet welke facturen worden bedoeld."
        }
        ("invoices_table", Lang::En) => {
            "Without this table the customer does not know which invoices are meant."
        }
        ("payment_block", Lang::Nl) => {
            "Hiermee kan de klant betalen, en wordt de betaling herkend."
        }
        ("payment_block", Lang::En) => "The customer pays with it, and the payment is recognised.",
        ("claim_table", Lang::Nl) => "Elk bedrag dat u vraagt moet uitgesplitst zijn.",
        ("claim_table", Lang::En) => "Every amount that is asked must be broken down.",
        (_, Lang::Nl) => {
            "Deze woorden geven de brief zijn rechtsgevolg; met andere woorden kunt u de kosten of de rente verliezen."
        }
        (_, Lang::En) => {
            "These words give the letter its effect in law; with other words you may lose the costs or the interest."
        }
    }
}

/// The same words, begun as a sentence.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
