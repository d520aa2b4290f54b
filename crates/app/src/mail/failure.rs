//! Why mail could not be sent, as errors and in words.

use law::Lang;

use super::account::Account;
use super::preset::is_microsoft;
use crate::catalogue::{self, Code};
use crate::error::AppError;
use crate::post::{PostFailure, Untrusted};

fn why(untrusted: &Untrusted, lang: Lang) -> String {
    let words = |nl: &str, en: &str| match lang {
        Lang::Nl => nl.to_string(),
        Lang::En => en.to_string(),
    };
    match untrusted {
        Untrusted::OtherName(names) if names.is_empty() => {
            words("het staat op een andere naam", "it bears another name")
        }
        Untrusted::OtherName(names) => match lang {
            Lang::Nl => format!("het staat op naam van {}", names.join(", ")),
            Lang::En => format!("it bears the name {}", names.join(", ")),
        },
        Untrusted::Expired => words("het is verlopen", "it has expired"),
        Untrusted::NotYet => words(
            "het geldt nog niet; klopt de klok van deze computer?",
            "it is not valid yet; is this computer's clock right?",
        ),
        Untrusted::UnknownIssuer => words(
            "het is uitgegeven door iemand die deze computer niet kent",
            "it was issued by somebody this computer does not know",
        ),
        Untrusted::Revoked => words("het is ingetrokken", "it was revoked"),
        Untrusted::Other(text) => text.clone(),
    }
}

/// The code of a failure.
fn code_of(failure: &PostFailure, host: &str) -> Code {
    match failure {
        PostFailure::NotHere => Code::MailNotHere,
        PostFailure::NameNotFound => Code::MailNameNotFound,
        PostFailure::Offline => Code::MailOffline,
        PostFailure::NotListening => Code::MailNotListening,
        PostFailure::Timeout => Code::MailTimeout,
        PostFailure::Certificate(_) => Code::MailCertificate,
        PostFailure::NoTls(_) => Code::MailNoTls,
        PostFailure::NoStartTls => Code::MailNoStartTls,
        PostFailure::NoLogin | PostFailure::LoginRefused(_) if is_microsoft(host) => {
            Code::MailOauth
        }
        PostFailure::NoLogin => Code::MailNoLogin,
        PostFailure::LoginRefused(_) => Code::MailLoginRefused,
        PostFailure::Answer { .. } => Code::MailAnswer,
        PostFailure::Broken(_) => Code::MailBroken,
        PostFailure::BadAddress(_) => Code::MailBadAddress,
    }
}

/// A failure as an error.
pub(super) fn error(failure: &PostFailure, account: &Account, lang: Lang) -> AppError {
    let code = code_of(failure, &account.host);
    let error = AppError::new(code)
        .with("host", &account.host)
        .with("port", account.port);
    match failure {
        PostFailure::Certificate(untrusted) => error.with("why", why(untrusted, lang)),
        PostFailure::NoTls(text) | PostFailure::Broken(text) => error.with("why", text),
        PostFailure::LoginRefused(answer) => error
            .with("answer", answer)
            .field("password", Code::FieldInvalid),
        PostFailure::Answer { code, text } => error.with("answer", format!("{code} {text}")),
        PostFailure::BadAddress(address) => error.with("address", address),
        PostFailure::NameNotFound => error.field("host", Code::FieldHost),
        PostFailure::NotListening => error.field("port", Code::FieldPort),
        _ => error,
    }
}

/// What is kept of a failure: the server's own words, or the code of what went wrong.
pub(super) fn kept(failure: &PostFailure, host: &str) -> String {
    match failure {
        PostFailure::Answer { code, text } => format!("{code} {text}"),
        other => code_of(other, host).text().to_string(),
    }
}

/// What was kept, in words.
pub(super) fn in_words(kept: &str, host: &str, lang: Lang) -> String {
    match Code::ALL.iter().find(|code| code.text() == kept) {
        Some(code) => {
            let params = [("host", host.to_string())].into_iter().collect();
            let text = catalogue::fill(catalogue::entry(*code).message(lang), &params);
            // A hole at the end stays empty here: what filled it was only told at the time.
            text.replace(": .", ".")
        }
        None => kept.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_of_a_failure_is_worded_later_in_either_language() {
        let timeout = kept(&PostFailure::Timeout, "smtp.voorbeeld.nl");
        assert_eq!(timeout, "mail_timeout");
        let words = in_words(&timeout, "smtp.voorbeeld.nl", Lang::Nl);
        assert!(
            words.contains("smtp.voorbeeld.nl") && words.contains("te laat"),
            "{words}"
        );
        let broken = in_words("mail_broken", "smtp.voorbeeld.nl", Lang::En);
        assert!(!broken.contains(": ."), "{broken}");
        let server = "450 4.2.0 try later";
        assert_eq!(
            in_words(server, "x", Lang::Nl),
            server,
            "a server's words stay its own"
        );
    }

    #[test]
    fn microsoft_refusing_a_password_is_told_as_what_it_is() {
        let refused = PostFailure::LoginRefused("535 5.7.139".into());
        assert_eq!(code_of(&refused, "smtp.office365.com"), Code::MailOauth);
        assert_eq!(code_of(&refused, "smtp.ziggo.nl"), Code::MailLoginRefused);
    }
}
