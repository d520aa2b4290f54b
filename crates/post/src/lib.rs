//! Mail through the user's own account (SMTP submission): the only part of Standvast that reaches
//! a server. It implements the port [`app::post::Post`]; only the edges know it.
//!
//! A connection is encrypted from its first byte (port 465), or before anything is said that
//! matters (port 587, STARTTLS); else it is no connection. The certificate is checked by the
//! operating system. There is no way to switch either off.

mod address;
mod line;
mod refusal;
mod tls;

use std::net::ToSocketAddrs as _;
use std::time::Duration;

use app::post::{Dial, Post, PostFailure, PostLine, Safety};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::{ClientId, Extension};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use line::Line;

/// Whom to trust.
#[derive(Clone, Debug)]
enum Trust {
    /// Whom the operating system trusts.
    System,
    /// Only who was signed by this certificate (tests).
    Only(CertificateDer<'static>),
}

/// How long to wait.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// For a connection, and for each answer but the last.
    answer: Duration,
    /// For the answer to a whole message: servers look into it first.
    taken: Duration,
}

/// The way out for mail.
#[derive(Clone, Debug)]
pub struct Smtp {
    trust: Trust,
    patience: Patience,
}

impl Smtp {
    /// The way out as the product has it: the certificates that the operating system trusts.
    pub fn system() -> Smtp {
        Smtp {
            trust: Trust::System,
            patience: Patience {
                answer: Duration::from_secs(30),
                taken: Duration::from_secs(120),
            },
        }
    }

    /// A way out for tests: trusts only servers that this certificate (PEM) signed; nothing when
    /// it is no certificate. No setting of the program leads here.
    pub fn trusting_only(root: &[u8]) -> Option<Smtp> {
        Some(Smtp {
            trust: Trust::Only(CertificateDer::from_pem_slice(root).ok()?),
            ..Smtp::system()
        })
    }

    /// Waits no longer than this for any answer (tests).
    #[must_use]
    pub fn with_patience(mut self, longest: Duration) -> Smtp {
        self.patience = Patience {
            answer: longest,
            taken: longest,
        };
        self
    }

    fn connect(&self, dial: &Dial, tls: &TlsParameters) -> Result<SmtpConnection, PostFailure> {
        let host = address::ascii_domain(&dial.host).ok_or(PostFailure::NameNotFound)?;
        let places: Vec<_> = (host.as_str(), dial.port)
            .to_socket_addrs()
            .map_err(|error| refusal::of_lookup(&error))?
            .collect();
        if places.is_empty() {
            return Err(PostFailure::NameNotFound);
        }
        let called = address::ascii_domain(&dial.called).unwrap_or_else(|| "localhost".to_string());
        let called = ClientId::Domain(called);
        let wrapped = (dial.safety == Safety::Tls).then_some(tls);
        let mut connection = SmtpConnection::connect(
            places.as_slice(),
            Some(self.patience.answer),
            &called,
            wrapped,
            None,
        )
        .map_err(|error| refusal::of(&error))?;
        if dial.safety == Safety::StartTls {
            if !connection
                .server_info()
                .supports_feature(Extension::StartTls)
            {
                connection.abort();
                return Err(PostFailure::NoStartTls);
            }
            connection
                .starttls(tls, &called)
                .map_err(|error| refusal::of(&error))?;
        }
        // Whatever the library did: nothing is said on an open line.
        if !connection.is_encrypted() {
            connection.abort();
            return Err(PostFailure::NoStartTls);
        }
        Ok(connection)
    }
}

const MECHANISMS: &[Mechanism] = &[Mechanism::Plain, Mechanism::Login];

impl Post for Smtp {
    fn dial(&self, dial: &Dial) -> Result<Box<dyn PostLine>, PostFailure> {
        let tls = tls::parameters(&dial.host, &self.trust)?;
        let mut connection = self.connect(dial, &tls)?;
        if connection
            .server_info()
            .get_auth_mechanism(MECHANISMS)
            .is_none()
        {
            connection.abort();
            return Err(PostFailure::NoLogin);
        }
        let credentials = Credentials::new(dial.user.clone(), dial.password.to_string());
        match connection.auth(MECHANISMS, &credentials) {
            Ok(_) => Ok(Box::new(Line::new(connection, self.patience))),
            Err(error) => {
                let why = refusal::of_login(&error);
                connection.abort();
                Err(why)
            }
        }
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
