//! Taking back letters that were approved and have not left: they stay kept as they were made, and
//! their steps are free to be approved again.

use credit::{LetterId, LetterState};
use law::Lang;
use serde::{Deserialize, Serialize};
use store::{Reader, Stays};
use ts_rs::TS;

use super::hand_out::count_words;
use super::past::find_run;
use crate::catalogue::Code;
use crate::error::AppResult;
use crate::find;
use crate::session::Context;
use crate::words::say;

/// Which letters to take back.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct Withdraw {
    /// These letters (`B-17`): all of them, or none.
    pub letters: Option<Vec<String>>,
    /// What has not left of this run (`R-17`); the others stay.
    pub run: Option<String>,
    /// Why, for later.
    pub reason: Option<String>,
}

/// A letter that stays, and why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StayedLetter {
    /// The letter.
    pub letter: String,
    /// Its customer's name.
    pub name: String,
    /// Why it cannot be taken back, in words.
    pub why: String,
}

/// What was taken back.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "LettersWithdrawn")]
pub struct Withdrawn {
    /// The fact.
    pub id: String,
    /// In words.
    pub done: String,
    /// The letters that were taken back.
    pub letters: Vec<String>,
    /// The letters of the run that stay.
    pub stayed: Vec<StayedLetter>,
}

/// Takes back letters that were approved and have not left.
///
/// # Errors
/// `unknown_letter`, `unknown_run`, `letter_stays`, `letter_withdrawn`, `nothing_to_withdraw`.
pub fn letters_withdraw(context: &mut Context<'_>, request: Withdraw) -> AppResult<Withdrawn> {
    let lang = context.lang;
    let reader = context.reader()?;
    let (letters, stayed) = match (&request.letters, &request.run) {
        (Some(names), _) => (named(&reader, names)?, Vec::new()),
        (None, Some(run)) => reader.run_stays(find_run(&reader, run)?.id)?,
        (None, None) => (Vec::new(), Vec::new()),
    };
    if letters.is_empty() {
        return Err(Code::NothingToWithdraw.into());
    }
    let stayed = stayed_letters(&reader, &stayed, lang)?;
    let reason = request.reason.as_deref().unwrap_or_default().trim();
    let day = context.day(None);
    let fact = context.write(day, |writer| Ok(writer.withdraw(&letters, reason)?))?;
    Ok(Withdrawn {
        id: fact.to_string(),
        done: done_words(letters.len(), stayed.len(), lang),
        letters: letters.iter().map(ToString::to_string).collect(),
        stayed,
    })
}

/// The letters of these names, each once; refused as a whole when one of them stays.
fn named(reader: &Reader<'_>, names: &[String]) -> AppResult<Vec<LetterId>> {
    let mut letters = Vec::with_capacity(names.len());
    for name in names {
        let id = find::letter(name)?;
        if let Some(why) = reader.stays(id)? {
            return Err(store::StoreError::LetterStays { letter: id, why }.into());
        }
        if !letters.contains(&id) {
            letters.push(id);
        }
    }
    Ok(letters)
}

fn stayed_letters(
    reader: &Reader<'_>,
    stayed: &[(LetterId, Stays)],
    lang: Lang,
) -> AppResult<Vec<StayedLetter>> {
    stayed
        .iter()
        .map(|(letter, why)| {
            let customer = reader.letter(*letter)?.customer;
            Ok(StayedLetter {
                letter: letter.to_string(),
                name: reader.customer(customer)?.name,
                why: say(lang, why_words(*why, Lang::Nl), why_words(*why, Lang::En)),
            })
        })
        .collect()
}

/// How many were taken back, and how many stay, in one sentence.
pub(crate) fn done_words(taken: usize, stayed: usize, lang: Lang) -> String {
    let count = count_words(taken, lang);
    let first = match (lang, taken == 1) {
        (Lang::Nl, true) => format!("{count} is teruggenomen."),
        (Lang::Nl, false) => format!("{count} zijn teruggenomen."),
        (Lang::En, true) => format!("{count} was taken back."),
        (Lang::En, false) => format!("{count} were taken back."),
    };
    let rest = match (lang, stayed) {
        (_, 0) => return first,
        (Lang::Nl, 1) => "Eén was al de deur uit, of misschien, en blijft.".to_string(),
        (Lang::Nl, _) => format!("{stayed} waren al de deur uit, of misschien, en blijven."),
        (Lang::En, 1) => "One had left already, or may have, and stays.".to_string(),
        (Lang::En, _) => format!("{stayed} had left already, or may have, and stay."),
    };
    format!("{first} {rest}")
}

/// Why a letter stays, as the end of a sentence.
pub(crate) fn why_words(why: Stays, lang: Lang) -> &'static str {
    let (nl, en) = match why {
        Stays::HandedOver => (
            "hij is al geprint of bewaard",
            "it was printed or saved already",
        ),
        Stays::Confirmed => ("hij is al verzonden", "it was sent already"),
        Stays::Saved => (
            "hij is al buiten het programma bewaard of geopend, en kan zo de deur uit zijn",
            "it was saved or opened outside the program already, and may have left that way",
        ),
        Stays::Draft => (
            "zijn e-mail is al als concept bewaard",
            "its e-mail was saved as a draft already",
        ),
        Stays::Mailed => ("zijn e-mail is al verzonden", "its e-mail was sent already"),
        Stays::Uncertain => (
            "het is niet zeker of zijn e-mail is aangekomen",
            "it is not sure whether its e-mail arrived",
        ),
        Stays::MayHaveLeft => (
            "deze computer schreef op dat hij op het punt stond te vertrekken, en niet dat hij bleef",
            "this computer noted that it was about to leave, and not that it stayed",
        ),
    };
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

/// How a letter that was taken back is told of in a row.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "LetterTakenBack")]
pub struct TakenBack {
    /// The day.
    #[ts(type = "IsoDate")]
    pub date: chrono::NaiveDate,
    /// Why; may be empty.
    pub reason: String,
}

/// Whether a letter can be taken back, and that it was.
pub(crate) struct Standing {
    pub can: bool,
    pub was: Option<TakenBack>,
}

impl Standing {
    /// How this letter stands.
    ///
    /// # Errors
    /// What the store gives.
    pub(crate) fn of(reader: &Reader<'_>, letter: &credit::Letter) -> AppResult<Standing> {
        Ok(match letter.state {
            LetterState::Withdrawn => Standing {
                can: false,
                was: reader.withdrawal(letter.id)?.map(|told| TakenBack {
                    date: told.day,
                    reason: told.reason,
                }),
            },
            // One that came back reads as approved too, and left.
            LetterState::Approved => Standing {
                can: reader.stays(letter.id)?.is_none(),
                was: None,
            },
            LetterState::HandedOver | LetterState::Confirmed => Standing {
                can: false,
                was: None,
            },
        })
    }
}
