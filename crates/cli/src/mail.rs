//! Mail from the command line: the password is asked for here, and never an argument.

use std::io::IsTerminal;
use std::path::Path;

use app::{AppResult, Lang};
use chrono::NaiveDate;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::args::{Mail, MailAct};
use crate::keys;
use crate::requests::{Request, administration, json_of};

/// The request of a command about mail.
///
/// # Errors
/// `not_found`, `io` or `bad_json` for an account that stands in a file.
pub fn request(mail: &Mail, date: Option<NaiveDate>) -> AppResult<Request> {
    match &mail.act {
        MailAct::Account(account) => match &account.file {
            None => administration("mail_account", &json!({}), None),
            Some(file) => account_in(file),
        },
        MailAct::Test(args) => administration("mail_account_test", args, None),
        MailAct::Remove => administration("mail_account_remove", &json!({}), None),
        MailAct::Preset(args) => Ok(Request {
            name: "mail_preset",
            payload: serde_json::to_value(args).map_err(crate::requests::internal)?,
            whose: crate::requests::Whose::Nobody,
            write: None,
        }),
        MailAct::Outbox(args) => administration("outbox", args, None),
        MailAct::Send(args) => administration("mail_send", args, date),
        MailAct::Retry(args) => administration("mail_retry", args, date),
        MailAct::Settle(args) => administration("mail_settle", args, None),
        MailAct::Bounce(args) => administration("mail_bounce", args, None),
        MailAct::Posted(args) => administration("mail_posted", args, None),
        MailAct::Message(args) => administration("mail_message", args, None),
        MailAct::Save(args) => administration("mail_message_save", args, None),
        MailAct::Draft(args) => administration("mail_draft_save", args, None),
        MailAct::Paper(args) => administration("mail_paper_save", args, None),
    }
}

fn account_in(file: &Path) -> AppResult<Request> {
    let account = json_of(file)?;
    administration("mail_account_set", &json!({ "account": account }), None)
}

/// The password, for what needs it: from its file, else from the environment, else asked. Nothing
/// when there is no way to ask: the core says then that it is needed.
///
/// # Errors
/// `not_found`, `io`.
pub fn password(mail: &Mail, lang: Lang) -> AppResult<Option<Zeroizing<String>>> {
    if !matches!(
        mail.act,
        MailAct::Test(_) | MailAct::Send(_) | MailAct::Retry(_)
    ) {
        return Ok(None);
    }
    if let Some(file) = &mail.mail_password_file {
        return keys::in_file(file).map(Some);
    }
    let environment = std::env::var("STANDVAST_MAIL_PASSWORD")
        .map(Zeroizing::new)
        .ok()
        .filter(|password| !password.is_empty());
    if environment.is_some() {
        return Ok(environment);
    }
    if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
        return Ok(None);
    }
    let question = match lang {
        Lang::Nl => "Wachtwoord van het mailaccount: ",
        Lang::En => "Password of the mail account: ",
    };
    Ok(rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .ok())
}

/// The request that gives the password.
pub fn giving(password: &str) -> Value {
    json!({ "password": password })
}
