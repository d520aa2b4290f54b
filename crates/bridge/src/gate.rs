//! Who may call: only this computer, only a page of the bridge itself, only with the token.
//!
//! The host name is checked because a web site may point a name of its own at 127.0.0.1; the
//! origin because any page in the browser may send a request to any port.

use axum::Json;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// The header that carries the token.
const TOKEN: &str = "x-standvast-token";

/// What a caller must show.
#[derive(Debug)]
pub(crate) struct Gate {
    hosts: [String; 2],
    token: String,
}

/// Why a caller was turned away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Another name than loopback's, or none.
    Host,
    /// A page from elsewhere.
    Origin,
    /// No token, or another one.
    Token,
}

impl Gate {
    pub(crate) fn new(port: u16, token: String) -> Gate {
        Gate {
            hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
            token,
        }
    }

    /// Whether a request comes from this computer and no other page.
    pub(crate) fn neighbour(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let host = single(headers, header::HOST.as_str()).ok_or(Refusal::Host)?;
        if !self.hosts.iter().any(|known| known == host) {
            return Err(Refusal::Host);
        }
        if !headers.contains_key(header::ORIGIN) {
            return Ok(());
        }
        let origin = single(headers, header::ORIGIN.as_str()).ok_or(Refusal::Origin)?;
        let ours = origin
            .strip_prefix("http://")
            .is_some_and(|name| name == host);
        if ours { Ok(()) } else { Err(Refusal::Origin) }
    }

    /// Whether a call may be made.
    pub(crate) fn caller(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        self.neighbour(headers)?;
        match single(headers, TOKEN) {
            Some(token) if same(token, &self.token) => Ok(()),
            _ => Err(Refusal::Token),
        }
    }
}

/// The value of a header that stands there once.
fn single<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// Compares without telling by its time how much was right.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one
            .bytes()
            .zip(other.bytes())
            .fold(0, |differs, (a, b)| differs | (a ^ b))
            == 0
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, code) = match self {
            Refusal::Host => (StatusCode::FORBIDDEN, "bridge_host"),
            Refusal::Origin => (StatusCode::FORBIDDEN, "bridge_origin"),
            Refusal::Token => (StatusCode::UNAUTHORIZED, "bridge_token"),
        };
        (status, Json(json!({ "refused": code }))).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::{Gate, Refusal};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn only_a_page_of_the_bridge_itself_is_a_neighbour() {
        let gate = Gate::new(4000, "t".to_string());
        let asked = |pairs: &[_]| gate.neighbour(&headers(pairs));
        assert_eq!(asked(&[("host", "127.0.0.1:4000")]), Ok(()));
        let ours = [
            ("host", "localhost:4000"),
            ("origin", "http://localhost:4000"),
        ];
        assert_eq!(asked(&ours), Ok(()));
        for host in [
            "127.0.0.1",
            "127.0.0.1:4001",
            "example.nl:4000",
            "127.0.0.1:4000.example.nl",
        ] {
            let host: &'static str = host;
            assert_eq!(
                asked(&[("host", host)]),
                Err(Refusal::Host),
                "{host} is not ours"
            );
        }
        assert_eq!(
            asked(&[]),
            Err(Refusal::Host),
            "a request without a host is no browser's"
        );
        for origin in [
            "null",
            "https://127.0.0.1:4000",
            "http://example.nl",
            "http://127.0.0.1:1",
        ] {
            let origin: &'static str = origin;
            assert_eq!(
                asked(&[("host", "127.0.0.1:4000"), ("origin", origin)]),
                Err(Refusal::Origin),
                "{origin} is another page"
            );
        }
    }

    #[test]
    fn the_token_must_be_whole() {
        let gate = Gate::new(4000, "abcd".to_string());
        for token in ["", "abc", "abce", "abcde"] {
            let token: &'static str = token;
            let sent = headers(&[("host", "127.0.0.1:4000"), ("x-standvast-token", token)]);
            assert_eq!(
                gate.caller(&sent),
                Err(Refusal::Token),
                "{token} is not the token"
            );
        }
        let sent = headers(&[("host", "127.0.0.1:4000"), ("x-standvast-token", "abcd")]);
        assert_eq!(gate.caller(&sent), Ok(()));
    }
}
