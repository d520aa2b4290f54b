//! The user's own mail account: where it is, who sends, how fast. The password is not part of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::password;
use crate::catalogue::Code;
use crate::creditor::looks_like_email;
use crate::error::{AppError, AppResult};
use crate::post::Safety;
use crate::recent::Nothing;
use crate::session::Context;
use crate::tell::Done;

/// The setting that keeps the account.
const SETTING: &str = "mail_account";

/// How the connection is made safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "MailSecurity")]
pub enum Security {
    /// Encrypted from the first byte; port 465.
    Tls,
    /// Encrypted before anything is said; port 587. Never without.
    Starttls,
}

impl From<Security> for Safety {
    fn from(security: Security) -> Safety {
        match security {
            Security::Tls => Safety::Tls,
            Security::Starttls => Safety::StartTls,
        }
    }
}

fn usual_pace() -> u32 {
    20
}

/// The user's own mail account, without its password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MailAccount")]
pub struct Account {
    /// Name of the server for outgoing mail.
    pub host: String,
    /// Its port; 465 for TLS, 587 for STARTTLS.
    pub port: u16,
    /// How the connection is made safe.
    pub security: Security,
    /// User name, often the whole e-mail address.
    pub user: String,
    /// Name that customers see.
    pub sender_name: String,
    /// Address that customers see.
    pub sender_address: String,
    /// Where answers go, when not to the sender.
    #[serde(default)]
    #[ts(optional)]
    pub reply_to: Option<String>,
    /// Whether everything goes to the sender's own address, to try it out.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub test_mode: bool,
    /// How many messages a minute at most; 20 when not told.
    #[serde(default = "usual_pace")]
    #[ts(optional, as = "Option<u32>")]
    pub per_minute: u32,
}

impl Account {
    /// The account, its fields trimmed.
    ///
    /// # Errors
    /// `invalid_fields`, with the fields.
    pub(super) fn check(mut self) -> AppResult<Account> {
        for field in [
            &mut self.host,
            &mut self.user,
            &mut self.sender_name,
            &mut self.sender_address,
        ] {
            *field = field.trim().to_string();
        }
        self.host = self.host.trim_end_matches('.').to_lowercase();
        self.reply_to = self
            .reply_to
            .map(|address| address.trim().to_string())
            .filter(|address| !address.is_empty());
        let mut error = AppError::new(Code::InvalidFields);
        if !is_host(&self.host) {
            error = error.field("host", Code::FieldHost);
        }
        if self.port == 0 {
            error = error.field("port", Code::FieldPort);
        }
        if self.user.is_empty() || self.user.chars().any(char::is_control) {
            error = error.field("user", Code::FieldRequired);
        }
        if self.sender_name.chars().any(char::is_control) {
            error = error.field("sender_name", Code::FieldInvalid);
        }
        if !looks_like_email(&self.sender_address) {
            error = error.field("sender_address", Code::FieldEmail);
        }
        if self
            .reply_to
            .as_deref()
            .is_some_and(|to| !looks_like_email(to))
        {
            error = error.field("reply_to", Code::FieldEmail);
        }
        if !(1..=600).contains(&self.per_minute) {
            error = error.field("per_minute", Code::FieldPace);
        }
        if error.fields.is_empty() {
            Ok(self)
        } else {
            Err(error)
        }
    }
}

/// A name of a server: labels of letters, digits and hyphens. `localhost` and numbers pass too:
/// their certificate decides.
fn is_host(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 253
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// Where the password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "MailPasswordPlace")]
pub enum PasswordPlace {
    /// In the keychain of this computer.
    Keychain,
    /// In memory, until the administration is locked.
    Session,
    /// Nowhere: it is asked when it is needed.
    None,
}

/// Who sends, as the creditor's details say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MailSender")]
pub struct Sender {
    /// The creditor's name.
    pub name: String,
    /// The creditor's address; may be empty.
    pub address: String,
}

/// The account and what is known around it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "MailAccountView")]
pub struct AccountView {
    /// The account; null while none is set up.
    pub account: Option<Account>,
    /// Where its password is.
    pub password: PasswordPlace,
    /// Whether this computer has a keychain that works.
    pub keychain: bool,
    /// Why it has none.
    pub keychain_why: Option<String>,
    /// What a new account starts from.
    pub sender: Sender,
}

/// The account as kept.
///
/// # Errors
/// What the store gives.
pub(super) fn kept(reader: &store::Reader<'_>) -> AppResult<Option<Account>> {
    Ok(reader.setting::<Option<Account>>(SETTING)?.flatten())
}

/// The account.
///
/// # Errors
/// `mail_no_account`.
pub(super) fn needed(reader: &store::Reader<'_>) -> AppResult<Account> {
    kept(reader)?.ok_or_else(|| Code::MailNoAccount.into())
}

/// The mail account.
///
/// # Errors
/// What the store gives.
pub fn account(context: &mut Context<'_>, _: Nothing) -> AppResult<AccountView> {
    let id = context.administration()?.id().to_string();
    let keychain = context.session.host().keychain();
    let why = keychain.unavailable();
    let reader = context.reader()?;
    let sender = reader
        .creditor()?
        .map(|creditor| Sender {
            name: creditor.name,
            address: creditor.email.unwrap_or_default(),
        })
        .unwrap_or_default();
    Ok(AccountView {
        account: kept(&reader)?,
        password: password::place(context.session, &id),
        keychain: why.is_none(),
        keychain_why: why,
        sender,
    })
}

/// A mail account to keep.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields, rename = "MailAccountSet")]
pub struct AccountSet {
    /// The account.
    pub account: Account,
    /// Its password, when it is new or changed.
    pub password: Option<String>,
    /// Whether this computer's keychain remembers the password.
    pub remember: Option<bool>,
}

/// Keeps the mail account; its password goes to the keychain or stays in memory, never into the
/// administration.
///
/// # Errors
/// `invalid_fields`, `keychain_unavailable`.
pub fn account_set(context: &mut Context<'_>, request: AccountSet) -> AppResult<AccountView> {
    let given = request.password.map(zeroize::Zeroizing::new);
    let account = request.account.check()?;
    let day = context.day(None);
    let before = kept(&context.reader()?)?;
    if let Some(before) = &before
        && given.is_none()
        && (&before.host, &before.user) != (&account.host, &account.user)
    {
        // The password of one server is never offered to another.
        password::forget(context)?;
    }
    if before.as_ref() != Some(&account) {
        context.write(day, |writer| {
            Ok(writer.put_setting(SETTING, &Some(&account))?)
        })?;
    }
    if let Some(password) = given {
        password::keep(context, password, request.remember.unwrap_or(false))?;
    }
    self::account(context, Nothing {})
}

/// Which account to take away: there is one.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(rename = "MailAccountRemove")]
pub struct AccountRemove {}

/// Takes the mail account away, and its password.
///
/// # Errors
/// `mail_no_account`.
pub fn account_remove(context: &mut Context<'_>, _: AccountRemove) -> AppResult<Done> {
    needed(&context.reader()?)?;
    let day = context.day(None);
    password::forget(context)?;
    let fact = context.write(day, |writer| {
        Ok(writer.put_setting(SETTING, &Option::<Account>::None)?)
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        "Het e-mailaccount is weggehaald, met het wachtwoord.".to_string(),
        "The e-mail account was taken away, with its password.".to_string(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_has_a_name() {
        for good in [
            "smtp.voorbeeld.nl",
            "localhost",
            "127.0.0.1",
            "mail.bücher.example",
        ] {
            assert!(is_host(good), "{good}");
        }
        for bad in [
            "",
            "smtp..nl",
            "-a.nl",
            "smtp.nl:465",
            "https://smtp.nl",
            "a b.nl",
            "smtp.nl/x",
        ] {
            assert!(!is_host(bad), "{bad:?} is no name of a server");
        }
    }
}
