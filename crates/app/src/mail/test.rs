//! Trying the account: dial, log in, and if asked send one message to oneself.

use documents::{Email, Mailbox};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::account::{self, Account};
use super::{failure, password};
use crate::commands::Access;
use crate::error::AppResult;
use crate::post::{Delivery, Dial};
use crate::session::Context;

/// What to try.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields, rename = "MailAccountTest")]
pub struct AccountTest {
    /// An account that is not kept yet; else the kept one.
    pub account: Option<Account>,
    /// Its password; else the kept one.
    pub password: Option<String>,
    /// Whether to send a message to oneself too.
    #[ts(optional, as = "Option<bool>")]
    pub send: bool,
}

/// It worked.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "MailAccountTested")]
pub struct AccountTested {
    /// The server that let the user in.
    pub host: String,
    /// To whom a message was sent.
    pub sent_to: Option<String>,
    /// What the server answered to that message; may be empty.
    pub answer: String,
}

/// How to dial an account.
pub(super) fn dial_of(account: &Account, password: Zeroizing<String>) -> Dial {
    Dial {
        host: account.host.clone(),
        port: account.port,
        safety: account.security.into(),
        user: account.user.clone(),
        password,
        called: account
            .sender_address
            .rsplit_once('@')
            .map_or_else(|| "localhost".to_string(), |(_, domain)| domain.to_string()),
    }
}

/// Tries the account. The administration is not held while the server is waited for.
///
/// # Errors
/// `mail_no_account`, `mail_password_needed`, and everything that can be wrong with a server.
pub fn account_test(context: &mut Context<'_>, request: AccountTest) -> AppResult<AccountTested> {
    let (session, lang) = (context.session, context.lang);
    let given = request
        .password
        .map(Zeroizing::new)
        .filter(|text| !text.is_empty());
    let (account, password) = session.with_context(lang, Access::Open, |context| {
        let id = context.administration()?.id().to_string();
        let kept = account::kept(&context.reader()?)?;
        let account = match request.account {
            Some(account) => account.check()?,
            None => account::needed(&context.reader()?)?,
        };
        // The kept password belongs to the kept server and user only.
        let same = kept
            .as_ref()
            .is_some_and(|kept| (&kept.host, &kept.user) == (&account.host, &account.user));
        let password = match given {
            Some(password) => password,
            None if same => password::needed(session, &id)?,
            None => {
                return Err(crate::error::AppError::new(
                    crate::catalogue::Code::MailPasswordNeeded,
                )
                .field("password", crate::catalogue::Code::FieldRequired));
            }
        };
        Ok((account, password))
    })?;
    let failed = |why| failure::error(&why, &account, lang);
    let host = session.host();
    let mut line = host
        .post()
        .dial(&dial_of(&account, password))
        .map_err(failed)?;
    let mut tested = AccountTested {
        host: account.host.clone(),
        sent_to: None,
        answer: String::new(),
    };
    if request.send {
        let message = test_message(&account, host.now(), lang)?;
        match line.deliver(&account.sender_address, &account.sender_address, &message) {
            Delivery::Accepted(answer) => tested.answer = answer,
            Delivery::Refused { answer, .. } => {
                let (code, text) = answer.split_once(' ').unwrap_or((answer.as_str(), ""));
                return Err(failed(crate::post::PostFailure::Answer {
                    code: code.parse().unwrap_or(550),
                    text: text.to_string(),
                }));
            }
            Delivery::PutOff(why) | Delivery::Stopped(why) | Delivery::Uncertain(why) => {
                return Err(failed(why));
            }
        }
        tested.sent_to = Some(account.sender_address.clone());
    }
    line.hang_up();
    Ok(tested)
}

fn test_message(
    account: &Account,
    now: chrono::DateTime<chrono::Utc>,
    lang: law::Lang,
) -> AppResult<Vec<u8>> {
    let me = Mailbox {
        name: account.sender_name.clone(),
        address: account.sender_address.clone(),
    };
    let domain = account
        .sender_address
        .rsplit_once('@')
        .map_or("standvast.invalid", |(_, domain)| domain);
    let (subject, text) = match lang {
        law::Lang::Nl => (
            "Proefbericht van Standvast",
            "Dit bericht hebt u aan uzelf gestuurd om uw e-mailaccount te proberen.\n\nKomt het aan, dan kunnen uw brieven met dit account verstuurd worden.",
        ),
        law::Lang::En => (
            "Test message from Standvast",
            "You sent this message to yourself to try your e-mail account.\n\nIf it arrives, your letters can be sent with this account.",
        ),
    };
    Ok(documents::write_email(&Email {
        from: me.clone(),
        to: vec![me],
        cc: Vec::new(),
        reply_to: None,
        subject: subject.to_string(),
        text: text.to_string(),
        html: None,
        date: now.fixed_offset(),
        message_id: format!("test.{}@{domain}", now.timestamp_micros()),
        attachments: Vec::new(),
        draft: false,
    })?)
}
