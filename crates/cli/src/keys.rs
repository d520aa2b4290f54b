//! Where the passphrase and the recovery code come from. Never from an argument: arguments are seen by
//! everybody on the machine.

use std::io::IsTerminal;
use std::path::Path;

use app::{AppError, AppResult, Code, Lang};
use zeroize::Zeroizing;

use crate::args::Common;

/// A key to open with.
pub enum Key {
    /// The passphrase.
    Passphrase(Zeroizing<String>),
    /// The recovery code.
    Recovery(Zeroizing<String>),
}

/// The key to open an administration with: the recovery code when its file is given, else the
/// passphrase.
///
/// # Errors
/// `passphrase_needed`, `not_found`, `io`.
pub fn to_open(common: &Common, lang: Lang) -> AppResult<Key> {
    match (&common.recovery_code_file, &common.passphrase_file) {
        (Some(file), _) => recovery_code(file).map(Key::Recovery),
        _ => passphrase(common, lang).map(Key::Passphrase),
    }
}

/// The recovery code in a file.
///
/// # Errors
/// `not_found`, `io`.
pub fn recovery_code(file: &Path) -> AppResult<Zeroizing<String>> {
    Ok(Zeroizing::new(text_of(file)?.trim().to_string()))
}

/// The passphrase: from its file, else from the environment, else asked.
///
/// # Errors
/// `passphrase_needed` with none of these, `not_found`, `io`.
pub fn passphrase(common: &Common, lang: Lang) -> AppResult<Zeroizing<String>> {
    match given(common)? {
        Some(passphrase) => Ok(passphrase),
        None => ask(match lang {
            Lang::Nl => "Wachtzin: ",
            Lang::En => "Passphrase: ",
        }),
    }
}

/// The passphrase of a new administration: a typed one is asked twice.
///
/// # Errors
/// As [`passphrase`]; `invalid_fields` when the two differ.
pub fn new_passphrase(common: &Common, lang: Lang) -> AppResult<Zeroizing<String>> {
    if let Some(passphrase) = given(common)? {
        return Ok(passphrase);
    }
    let (first, again) = match lang {
        Lang::Nl => ("Nieuwe wachtzin: ", "Nog eens: "),
        Lang::En => ("New passphrase: ", "Once more: "),
    };
    let passphrase = ask(first)?;
    if *passphrase == *ask(again)? {
        Ok(passphrase)
    } else {
        Err(AppError::new(Code::InvalidFields).field("passphrase", Code::FieldInvalid))
    }
}

fn given(common: &Common) -> AppResult<Option<Zeroizing<String>>> {
    if let Some(file) = &common.passphrase_file {
        return in_file(file).map(Some);
    }
    let environment = std::env::var("STANDVAST_PASSPHRASE")
        .map(Zeroizing::new)
        .ok();
    Ok(environment.filter(|passphrase| !passphrase.is_empty()))
}

fn ask(question: &str) -> AppResult<Zeroizing<String>> {
    if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
        return Err(Code::PassphraseNeeded.into());
    }
    rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .map_err(|_| Code::PassphraseNeeded.into())
}

/// A passphrase in a file, one line end taken off.
///
/// # Errors
/// `not_found`, `io`.
pub fn in_file(file: &Path) -> AppResult<Zeroizing<String>> {
    let mut text = text_of(file)?;
    // One newline that an editor put there; anything else may belong to the passphrase.
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(text)
}

fn text_of(file: &Path) -> AppResult<Zeroizing<String>> {
    std::fs::read_to_string(file)
        .map(Zeroizing::new)
        .map_err(|error| AppError::reading(file, &error))
}
