//! That a letter was posted or sent, as the user says it.

use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;
use store::NewFile;
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::tell::Done;

/// Confirm that a letter was posted or sent.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Confirm {
    /// The letter (`B-17`).
    pub letter: String,
    /// Day it was posted or sent; the letter's own date when none.
    #[ts(optional, type = "IsoDate")]
    pub left_on: Option<NaiveDate>,
    /// Proof of sending: a file to keep.
    pub proof: Option<String>,
}

/// Confirms that a letter was posted or sent.
///
/// # Errors
/// `unknown_letter`, `future_date`, and what reading the proof gives.
pub fn confirm(context: &mut Context<'_>, request: Confirm) -> AppResult<Done> {
    let today = context.day(None);
    let id = find::letter(&request.letter)?;
    let letter = context.reader()?.letter(id)?;
    if let Some(left) = request.left_on
        && left > today.max(letter.date)
    {
        return Err(AppError::new(Code::FutureDate)
            .with("date", left)
            .with("today", today));
    }
    let proof = match &request.proof {
        None => None,
        Some(path) => {
            let path = Path::new(path);
            let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            Some(NewFile {
                name,
                media_type: "application/octet-stream".to_string(),
                bytes,
            })
        }
    };
    let fact = context.write(today, |writer| {
        Ok(writer.confirm(id, request.left_on, proof.as_ref())?)
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{id} staat als verzonden genoteerd."),
        format!("{id} is noted as sent."),
    ))
}
