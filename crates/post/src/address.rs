//! Addresses as mail carries them: a domain in other letters becomes its ASCII form.

use lettre::Address;

/// A domain, or the name of a server, in ASCII; nothing when it has no such form.
pub(crate) fn ascii_domain(domain: &str) -> Option<String> {
    let domain = domain.trim();
    if domain.is_empty() {
        return None;
    }
    idna::domain_to_ascii(domain)
        .ok()
        .filter(|name| !name.is_empty())
}

/// An address for the envelope; nothing when mail cannot carry it.
pub(crate) fn of(text: &str) -> Option<Address> {
    let (local, domain) = text.trim().rsplit_once('@')?;
    if !local.is_ascii() {
        // It would need a server and a receiver that both know SMTPUTF8, and another message.
        return None;
    }
    Address::new(local, ascii_domain(domain)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_in_other_letters_is_carried_in_ascii() {
        assert_eq!(
            of("info@bücher.example").unwrap().to_string(),
            "info@xn--bcher-kva.example"
        );
        assert_eq!(
            of(" a.b+c@d.example ").unwrap().to_string(),
            "a.b+c@d.example"
        );
        assert_eq!(ascii_domain("127.0.0.1").as_deref(), Some("127.0.0.1"));
    }

    #[test]
    fn what_mail_cannot_carry_is_no_address() {
        for bad in [
            "",
            "a",
            "a@",
            "@b.example",
            "jürgen@b.example",
            "a b@c.example",
            "a>@b.example",
            "a@b.example\r\nRCPT TO:<x@y.example>",
        ] {
            assert!(of(bad).is_none(), "{bad:?}");
        }
    }
}
