//! What tests dial with.

use std::time::Duration;

use app::post::{Dial, Safety};
use post::Smtp;

use crate::authority::TRUSTED;
use crate::server::Server;

/// The way out of the tests: trusts our own authority, and is impatient.
pub fn smtp() -> Smtp {
    Smtp::trusting_only(TRUSTED.pem.as_bytes())
        .unwrap()
        .with_patience(Duration::from_millis(1_500))
}

/// Dials that server with the right password.
pub fn dial(server: &Server, safety: Safety) -> Dial {
    Dial {
        host: "localhost".to_string(),
        port: server.port,
        safety,
        user: "bakker@kruimel.example".to_string(),
        password: "géheim wachtwoord".to_string().into(),
        called: "kruimel.example".to_string(),
    }
}
