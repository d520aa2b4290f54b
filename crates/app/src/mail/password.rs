//! The password of the mail account: in the keychain of this computer, or in memory until the
//! administration is locked. Never in the administration, never in a file.

use serde::Deserialize;
use ts_rs::TS;
use zeroize::Zeroizing;

use super::account::{self, AccountView, PasswordPlace};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::recent::Nothing;
use crate::session::{Context, Session};

/// The entry in the keychain, apart from the data key of the same administration.
fn entry(administration: &str) -> String {
    format!("{administration}.mail")
}

fn in_keychain(session: &Session, administration: &str) -> Option<Zeroizing<String>> {
    let bytes = session
        .host()
        .keychain()
        .load(&entry(administration))
        .ok()??;
    std::str::from_utf8(&bytes)
        .ok()
        .map(|text| Zeroizing::new(text.to_string()))
}

/// Where the password is.
pub(super) fn place(session: &Session, administration: &str) -> PasswordPlace {
    if session.mail().password_of(administration).is_some() {
        return PasswordPlace::Session;
    }
    match in_keychain(session, administration) {
        Some(_) => PasswordPlace::Keychain,
        None => PasswordPlace::None,
    }
}

/// The password.
///
/// # Errors
/// `mail_password_needed`.
pub(super) fn needed(session: &Session, administration: &str) -> AppResult<Zeroizing<String>> {
    session
        .mail()
        .password_of(administration)
        .or_else(|| in_keychain(session, administration))
        .ok_or_else(|| {
            AppError::new(Code::MailPasswordNeeded).field("password", Code::FieldRequired)
        })
}

/// Keeps a password: in the keychain when the user wants that, else in memory.
///
/// # Errors
/// `keychain_unavailable`; it is in memory then.
pub(super) fn keep(
    context: &mut Context<'_>,
    password: Zeroizing<String>,
    remember: bool,
) -> AppResult<()> {
    let id = context.administration()?.id().to_string();
    let session = context.session;
    let keychain = session.host().keychain();
    if remember {
        match keychain.save(&entry(&id), password.as_bytes()) {
            Ok(()) => session.mail().forget_password(),
            Err(why) => {
                session.mail().keep_password(&id, password);
                return Err(AppError::new(Code::KeychainUnavailable).with("why", why));
            }
        }
    } else {
        // What was remembered before must not outlive the user's change of mind.
        let _ = keychain.delete(&entry(&id));
        session.mail().keep_password(&id, password);
    }
    Ok(())
}

/// Forgets the password, wherever it is.
///
/// # Errors
/// `keychain_unavailable` when it is in the keychain and does not go.
pub(super) fn forget(context: &mut Context<'_>) -> AppResult<()> {
    let id = context.administration()?.id().to_string();
    let session = context.session;
    session.mail().forget_password();
    if in_keychain(session, &id).is_some() {
        session
            .host()
            .keychain()
            .delete(&entry(&id))
            .map_err(|why| AppError::new(Code::KeychainUnavailable).with("why", why))?;
    }
    Ok(())
}

/// The password of the mail account.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields, rename = "MailPasswordSet")]
pub struct PasswordSet {
    /// The password.
    pub password: String,
    /// Whether this computer's keychain remembers it; else it is kept in memory until the
    /// administration is locked.
    pub remember: Option<bool>,
}

/// Gives the password of the mail account.
///
/// # Errors
/// `mail_no_account`, `invalid_fields`, `keychain_unavailable`.
pub fn password_set(context: &mut Context<'_>, request: PasswordSet) -> AppResult<AccountView> {
    let password = Zeroizing::new(request.password);
    account::needed(&context.reader()?)?;
    if password.is_empty() {
        return Err(AppError::new(Code::InvalidFields).field("password", Code::FieldRequired));
    }
    keep(context, password, request.remember.unwrap_or(false))?;
    account::account(context, Nothing {})
}
