//! Making an administration, with its recovery code and sheet where they were asked.

use std::path::Path;

use app::{ApiError, AppError, Lang};
use serde_json::{Value, json};

use super::{Answered, Work};
use crate::answer::Done;
use crate::args::New;
use crate::keys;
use crate::reserved::Reserved;

impl Work<'_> {
    /// Makes it. Once it is made the answer says so, whatever of the rest fails: the code is shown when
    /// nothing keeps it, or nobody would ever have it.
    pub(super) fn make(&self, new: &New) -> Answered {
        let folder = self.folder();
        let text = std::fs::read_to_string(&new.creditor)
            .map_err(|error| AppError::reading(&new.creditor, &error));
        let text = self.own(text)?;
        let creditor = self.own(app::creditor::from_toml(
            &new.creditor.to_string_lossy(),
            &text,
        ))?;
        let form = app::creditor::CreditorForm::of(&creditor);
        let form = self.own(serde_json::to_value(form).map_err(crate::requests::internal))?;
        let passphrase = self.own(keys::new_passphrase(self.common, self.lang))?;
        let sheet_place = self.reserve(new.recovery_sheet.as_deref(), &folder)?;
        let code_place = self.reserve(self.common.recovery_code_file.as_deref(), &folder)?;
        self.warn_if_weak(&passphrase);
        let made = self.dispatch(
            "administration_create",
            json!({
                "folder": folder, "creditor": form, "passphrase": *passphrase,
                "remember": false, "accept_weak": true,
            }),
        )?;
        let groups: Vec<String> = made["recovery_code"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|group| group.as_str().map(str::to_string))
            .collect();

        let mut failed = Failed::default();
        let code_file = code_place.and_then(|place| {
            let written = self.own(place.write_code(&groups));
            failed.unless(
                written,
                self.say(
                    "De herstelcode is niet in haar bestand geschreven.",
                    "The recovery code was not written to its file.",
                ),
            )?;
            self.common.recovery_code_file.as_deref()
        });
        let sheet = sheet_place.and_then(|place| {
            let written = place.give_to(|file| {
                let payload = json!({"file": file.to_string_lossy()});
                self.dispatch("recovery_sheet_save", payload)
            });
            let saved = failed.unless(
                written,
                self.say(
                    "Het herstelblad is niet geschreven.",
                    "The recovery sheet was not written.",
                ),
            )?;
            Some(saved["file"].clone())
        });
        failed.unless(
            self.set_terms_name_costs(
                made["session"]["creditor"].clone(),
                creditor.terms_name_costs,
            ),
            self.say(
                "Of de voorwaarden incassokosten noemen, is niet vastgelegd.",
                "Whether the terms name collection costs was not recorded.",
            ),
        );

        let mut notices = failed.notices;
        notices.extend(made["notices"].as_array().into_iter().flatten().cloned());
        let mut answer = json!({
            "folder": made["session"]["folder"],
            "name": made["session"]["name"],
            "recovery_sheet": sheet,
            "recovery_code_file": code_file.map(Path::to_string_lossy),
        });
        if !notices.is_empty() {
            answer["notices"] = json!(notices);
        }
        if sheet.is_none() && code_file.is_none() {
            // Nothing keeps it: shown now, or lost.
            answer["recovery_code"] = json!(groups);
        }
        Ok(Done {
            refused: failed.first,
            ..Done::new("new", answer)
        })
    }

    fn reserve(&self, place: Option<&Path>, folder: &str) -> Result<Option<Reserved>, ApiError> {
        let reserved = place.map(|place| Reserved::reserve(place, Path::new(folder)));
        self.own(reserved.transpose())
    }

    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    /// The form that makes an administration does not carry this answer of the creditor file.
    fn set_terms_name_costs(&self, form: Value, answer: Option<bool>) -> Result<(), ApiError> {
        if answer.is_none() {
            return Ok(());
        }
        let payload = json!({"what": "creditor", "creditor": form, "terms_name_costs": answer});
        self.dispatch("configure", payload).map(drop)
    }
}

/// What went wrong after it was made.
#[derive(Default)]
struct Failed {
    first: Option<ApiError>,
    notices: Vec<Value>,
}

impl Failed {
    /// What was done, or nothing with a notice of what was not.
    fn unless<T>(&mut self, done: Result<T, ApiError>, notice: &str) -> Option<T> {
        match done {
            Ok(done) => Some(done),
            Err(error) => {
                self.notices.push(json!(notice));
                self.first.get_or_insert(error);
                None
            }
        }
    }
}
