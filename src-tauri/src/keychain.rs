//! The keychain of the operating system: Keychain, Credential Manager or Secret Service.
//!
//! Never the only copy of a key: an administration always opens with its passphrase or its
//! recovery code too.

use std::sync::{Mutex, MutexGuard, PoisonError};

use app::Keychain;
use keyring::Error;
use zeroize::Zeroizing;

/// Under which name the system files our keys.
const SERVICE: &str = "nl.standvast.desktop";

/// The keychain of the operating system. One call at a time: two would show two prompts.
#[derive(Debug, Default)]
pub struct SystemKeychain {
    one_at_a_time: Mutex<()>,
}

impl SystemKeychain {
    fn turn(&self) -> MutexGuard<'_, ()> {
        self.one_at_a_time
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(not(windows))]
fn entry(user: &str) -> keyring::Result<keyring::Entry> {
    keyring::Entry::new(SERVICE, user)
}

/// Windows would let the key roam with a domain profile; it stays on this computer.
#[cfg(windows)]
fn entry(user: &str) -> keyring::Result<keyring_core::Entry> {
    if keyring::Entry::store_status().is_err() {
        return Err(Error::NoDefaultStore);
    }
    let local = std::collections::HashMap::from([("persistence", "Local")]);
    keyring_core::Entry::new_with_modifiers(SERVICE, user, &local)
}

/// What went wrong, as the reason after a colon. The user's next step stands in the error itself.
fn worded(error: &Error) -> String {
    match error {
        Error::NoDefaultStore => match keyring::Entry::store_status() {
            Err(cause) if cfg!(target_os = "linux") => format!(
                "er draait geen geheimendienst (GNOME Keyring, KWallet of KeePassXC); {cause}"
            ),
            Err(cause) => cause.to_string(),
            Ok(()) => error.to_string(),
        },
        Error::NoStorageAccess(cause) => {
            format!("de sleutelbos is vergrendeld of u weigerde de toegang; {cause}")
        }
        Error::PlatformFailure(cause) if no_collection(&cause.to_string()) => {
            "er is nog geen sleutelbos aangemaakt voor deze aanmelding".to_string()
        }
        Error::PlatformFailure(cause) => cause.to_string(),
        other => other.to_string(),
    }
}

/// A secret service that runs, but never made the login keyring.
fn no_collection(cause: &str) -> bool {
    cause.contains("collection/login") || cause.contains("default collection")
}

impl Keychain for SystemKeychain {
    fn unavailable(&self) -> Option<String> {
        let _turn = self.turn();
        match entry("probe").and_then(|entry| entry.get_secret()) {
            // There is no such entry: the keychain answered, and that is what was asked.
            Ok(_) | Err(Error::NoEntry) => None,
            Err(error) => Some(worded(&error)),
        }
    }

    fn load(&self, administration: &str) -> Result<Option<Zeroizing<Vec<u8>>>, String> {
        let _turn = self.turn();
        match entry(administration).and_then(|entry| entry.get_secret()) {
            Ok(key) => Ok(Some(Zeroizing::new(key))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(worded(&error)),
        }
    }

    fn save(&self, administration: &str, key: &[u8]) -> Result<(), String> {
        let _turn = self.turn();
        entry(administration)
            .and_then(|entry| entry.set_secret(key))
            .map_err(|error| worded(&error))
    }

    fn delete(&self, administration: &str) -> Result<(), String> {
        let _turn = self.turn();
        match entry(administration).and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(worded(&error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::worded;
    use keyring::Error;

    #[test]
    fn a_locked_keychain_is_told_apart_from_none() {
        let locked = worded(&Error::NoStorageAccess("locked".into()));
        assert!(
            locked.contains("vergrendeld"),
            "the user can unlock it: {locked}"
        );
        let never_made = worded(&Error::PlatformFailure(
            "Object does not exist at path /org/freedesktop/secrets/collection/login".into(),
        ));
        assert!(never_made.contains("nog geen sleutelbos"), "{never_made}");
    }
}
