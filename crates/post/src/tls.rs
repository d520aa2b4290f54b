//! Encryption: TLS 1.2 or newer, the server's certificate checked against its name.

use app::post::{PostFailure, Untrusted};
use lettre::transport::smtp::client::{
    Certificate, CertificateStore, TlsParameters, TlsParametersBuilder,
};

use crate::Trust;
use crate::address::ascii_domain;

/// How to encrypt a connection to `host`.
pub(crate) fn parameters(host: &str, trust: &Trust) -> Result<TlsParameters, PostFailure> {
    let name = ascii_domain(host).ok_or(PostFailure::NameNotFound)?;
    let other = |error: &dyn std::error::Error| {
        PostFailure::Certificate(Untrusted::Other(error.to_string()))
    };
    let builder = TlsParametersBuilder::new(name);
    let builder = match trust {
        Trust::System => builder,
        Trust::Only(root) => builder
            .certificate_store(CertificateStore::None)
            .add_root_certificate(
                Certificate::from_der(root.to_vec()).map_err(|error| other(&error))?,
            ),
    };
    builder.build().map_err(|error| other(&error))
}
