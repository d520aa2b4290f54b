//! Settings of mail providers that are known for sure, by the domain of an address. Others are not
//! guessed: the user asks his provider.

use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::account::Security;
use crate::error::AppResult;
use crate::session::Context;

/// Whose settings.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MailPresetAsk")]
pub struct PresetAsk {
    /// An e-mail address.
    pub address: String,
}

/// Settings of a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MailPreset")]
pub struct Preset {
    /// The provider.
    pub provider: &'static str,
    /// Name of the server.
    pub host: &'static str,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub security: Security,
    /// User name.
    pub user: String,
    /// Whether the provider lets programs such as this one log in at all.
    pub works: bool,
    /// What to know, in words.
    pub hint: Option<&'static str>,
}

/// Settings of a provider, if it is known.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "MailPresetReply")]
pub struct PresetReply {
    /// The settings.
    pub preset: Option<Preset>,
}

struct Known {
    provider: &'static str,
    domains: &'static [&'static str],
    host: &'static str,
    security: Security,
    what: Peculiar,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Peculiar {
    Nothing,
    AppPassword,
    OnlyOauth,
}

const KNOWN: &[Known] = &[
    Known {
        provider: "Ziggo",
        domains: &[
            "ziggo.nl",
            "casema.nl",
            "chello.nl",
            "home.nl",
            "quicknet.nl",
            "upcmail.nl",
            "zinders.nl",
        ],
        host: "smtp.ziggo.nl",
        security: Security::Starttls,
        what: Peculiar::Nothing,
    },
    Known {
        provider: "KPN",
        domains: &["kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl"],
        host: "smtp.kpnmail.nl",
        security: Security::Starttls,
        what: Peculiar::Nothing,
    },
    Known {
        provider: "Gmail",
        domains: &["gmail.com", "googlemail.com"],
        host: "smtp.gmail.com",
        security: Security::Tls,
        what: Peculiar::AppPassword,
    },
    Known {
        provider: "iCloud",
        domains: &["icloud.com", "me.com", "mac.com"],
        host: "smtp.mail.me.com",
        security: Security::Starttls,
        what: Peculiar::AppPassword,
    },
    Known {
        provider: "Yahoo",
        domains: &["yahoo.com", "ymail.com"],
        host: "smtp.mail.yahoo.com",
        security: Security::Tls,
        what: Peculiar::AppPassword,
    },
    Known {
        provider: "Microsoft",
        domains: &[
            "outlook.com",
            "outlook.nl",
            "hotmail.com",
            "hotmail.nl",
            "live.nl",
            "live.com",
            "msn.com",
        ],
        host: "smtp-mail.outlook.com",
        security: Security::Starttls,
        what: Peculiar::OnlyOauth,
    },
];

/// Whether a server is Microsoft's, where passwords are no longer taken as a rule.
pub(super) fn is_microsoft(host: &str) -> bool {
    ["office365.com", "outlook.com", "hotmail.com", "live.com"]
        .iter()
        .any(|domain| host == *domain || host.ends_with(&format!(".{domain}")))
}

fn hint(what: Peculiar, lang: Lang) -> Option<&'static str> {
    match (what, lang) {
        (Peculiar::Nothing, _) => None,
        (Peculiar::AppPassword, Lang::Nl) => Some(
            "Uw gewone wachtwoord werkt hier niet. Maak bij deze aanbieder een app-wachtwoord aan; daarvoor moet inloggen in twee stappen aan staan.",
        ),
        (Peculiar::AppPassword, Lang::En) => Some(
            "Your usual password does not work here. Make an app password with this provider; two-step login has to be on for that.",
        ),
        (Peculiar::OnlyOauth, Lang::Nl) => Some(
            "Microsoft laat programma’s hier alleen nog in via OAuth, en dat kan Standvast niet. Bewaar de e-mails als concept en verstuur ze met Outlook, of gebruik een account bij een andere aanbieder.",
        ),
        (Peculiar::OnlyOauth, Lang::En) => Some(
            "Microsoft only lets programs in by OAuth here, which Standvast cannot do. Save the e-mails as drafts and send them with Outlook, or use an account with another provider.",
        ),
    }
}

fn of_address(address: &str, lang: Lang) -> Option<Preset> {
    let address = address.trim();
    let domain = address.rsplit_once('@')?.1.to_lowercase();
    let known = KNOWN
        .iter()
        .find(|known| known.domains.contains(&domain.as_str()))?;
    Some(Preset {
        provider: known.provider,
        host: known.host,
        port: match known.security {
            Security::Tls => 465,
            Security::Starttls => 587,
        },
        security: known.security,
        user: address.to_string(),
        works: known.what != Peculiar::OnlyOauth,
        hint: hint(known.what, lang),
    })
}

/// The settings of the provider of an address, if they are known for sure.
///
/// # Errors
/// None.
pub fn preset(context: &mut Context<'_>, request: PresetAsk) -> AppResult<PresetReply> {
    Ok(PresetReply {
        preset: of_address(&request.address, context.lang),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_filled_in() {
        let ziggo = of_address(" Bakker@Ziggo.NL ", Lang::Nl).unwrap();
        assert_eq!((ziggo.host, ziggo.port), ("smtp.ziggo.nl", 587));
        assert_eq!(
            ziggo.user, "Bakker@Ziggo.NL",
            "the user name is the whole address"
        );
        assert!(
            of_address("info@bakkerij.example", Lang::Nl).is_none(),
            "nothing is guessed"
        );
        let outlook = of_address("a@outlook.com", Lang::En).unwrap();
        assert!(!outlook.works && outlook.hint.is_some_and(|hint| hint.contains("OAuth")));
    }

    #[test]
    fn microsoft_is_known_by_its_servers() {
        assert!(is_microsoft("smtp.office365.com") && is_microsoft("smtp-mail.outlook.com"));
        assert!(
            !is_microsoft("smtp.notoutlook.com"),
            "a name that only ends alike is another's"
        );
    }
}
