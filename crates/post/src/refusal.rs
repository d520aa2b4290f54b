//! What went wrong, told apart: name, network, port, certificate, login, or the server's own no.

use std::error::Error as StdError;
use std::io;

use app::post::{PostFailure, Untrusted};
use lettre::transport::smtp::Error;
use rustls::CertificateError;

/// Everything that an error rests on, itself first. An I/O error hides what it carries from
/// `source`, so it is opened.
fn chain<'e>(error: &'e (dyn StdError + 'static)) -> Vec<&'e (dyn StdError + 'static)> {
    let mut found = vec![error];
    let mut at = error;
    loop {
        let inner = at
            .downcast_ref::<io::Error>()
            .and_then(|io| io.get_ref())
            .map(|inner| -> &(dyn StdError + 'static) { inner });
        match inner.or_else(|| at.source()) {
            Some(next) if found.len() < 16 => {
                found.push(next);
                at = next;
            }
            _ => return found,
        }
    }
}

/// What an error of the connection means.
pub(crate) fn of(error: &Error) -> PostFailure {
    if let Some(code) = error.status() {
        return PostFailure::Answer {
            code: code.into(),
            text: words(error),
        };
    }
    let chain = chain(error);
    for one in &chain {
        if let Some(tls) = one.downcast_ref::<rustls::Error>() {
            return of_tls(tls);
        }
    }
    for one in &chain {
        if let Some(io) = one.downcast_ref::<io::Error>() {
            return of_io(io);
        }
    }
    PostFailure::Broken(error.to_string())
}

/// What the server said to a login that failed.
pub(crate) fn of_login(error: &Error) -> PostFailure {
    match of(error) {
        // 454: the server cannot check now; 421: it hangs up. Nothing is wrong with the password.
        PostFailure::Answer { code, text } if code >= 500 => {
            PostFailure::LoginRefused(format!("{code} {text}"))
        }
        other => other,
    }
}

/// The server's words, without the library's own before them.
pub(crate) fn words(error: &Error) -> String {
    error
        .source()
        .map(ToString::to_string)
        .unwrap_or_default()
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(500)
        .collect()
}

/// A name that was asked for and not found.
pub(crate) fn of_lookup(error: &io::Error) -> PostFailure {
    match of_io(error) {
        offline @ (PostFailure::Offline | PostFailure::Timeout) => offline,
        _ => PostFailure::NameNotFound,
    }
}

fn of_io(error: &io::Error) -> PostFailure {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::TimedOut | Kind::WouldBlock => PostFailure::Timeout,
        Kind::ConnectionRefused => PostFailure::NotListening,
        Kind::NetworkUnreachable
        | Kind::HostUnreachable
        | Kind::NetworkDown
        | Kind::AddrNotAvailable => PostFailure::Offline,
        _ => PostFailure::Broken(error.to_string()),
    }
}

fn of_tls(error: &rustls::Error) -> PostFailure {
    match error {
        rustls::Error::InvalidCertificate(why) => PostFailure::Certificate(untrusted(why)),
        rustls::Error::NoCertificatesPresented | rustls::Error::UnsupportedNameType => {
            PostFailure::Certificate(Untrusted::Other(error.to_string()))
        }
        other => PostFailure::NoTls(other.to_string()),
    }
}

fn untrusted(why: &CertificateError) -> Untrusted {
    match why {
        CertificateError::NotValidForName => Untrusted::OtherName(Vec::new()),
        CertificateError::NotValidForNameContext { presented, .. } => {
            Untrusted::OtherName(presented.iter().map(|name| plain(name)).collect())
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => Untrusted::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            Untrusted::NotYet
        }
        // A signature that does not fit is one of somebody else under a known name.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            Untrusted::UnknownIssuer
        }
        CertificateError::Revoked => Untrusted::Revoked,
        other => Untrusted::Other(other.to_string()),
    }
}

/// `DnsName("mail.voorbeeld.nl")` as the name alone.
fn plain(name: &str) -> String {
    match (name.find('"'), name.rfind('"')) {
        (Some(from), Some(to)) if from < to => name.get(from + 1..to).unwrap_or(name).to_string(),
        _ => name.to_string(),
    }
}
