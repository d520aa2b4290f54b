//! The keys of the open administration, after it was opened: the keychain and trying the recovery code.

use serde::{Deserialize, Serialize};
use store::StoreError;
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::administration::{KeychainStatus, at_its_field};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::recent::{self, Nothing};
use crate::session::{Context, State};

/// Lets the keychain of this computer remember the key.
///
/// # Errors
/// `no_administration`, `keychain_unavailable`.
pub fn keychain_remember(context: &mut Context<'_>, _: Nothing) -> AppResult<KeychainStatus> {
    keychain(context, true)
}

/// Lets the keychain of this computer forget the key.
///
/// # Errors
/// `no_administration`, `keychain_unavailable`.
pub fn keychain_forget(context: &mut Context<'_>, _: Nothing) -> AppResult<KeychainStatus> {
    keychain(context, false)
}

fn keychain(context: &Context<'_>, remember: bool) -> AppResult<KeychainStatus> {
    let host = context.session.host();
    let state = context.session.state();
    let State::Open(open) = &*state else {
        return Err(Code::NoAdministration.into());
    };
    let unavailable = |why: String| AppError::new(Code::KeychainUnavailable).with("why", why);
    if let Some(why) = host.keychain().unavailable() {
        return Err(unavailable(why));
    }
    let id = open.administration.id();
    let done = if remember {
        host.keychain()
            .save(id, open.administration.data_key().expose())
    } else {
        host.keychain().delete(id)
    };
    done.map_err(unavailable)?;
    recent::note_opened(host, open.administration.folder(), &open.name, id, remember);
    Ok(KeychainStatus {
        available: true,
        stored: remember,
        why: None,
    })
}

/// A recovery code to try.
#[derive(Clone, Deserialize, TS)]
pub struct RecoveryTry {
    /// The code, as it stands on the recovery sheet.
    pub recovery_code: String,
}

/// The recovery code opens this administration.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct RecoveryTried {
    /// Always true: what does not open is an error.
    pub opens: bool,
}

/// Tries whether a recovery code opens the open administration. Changes nothing.
///
/// # Errors
/// `wrong_recovery_code`, `malformed_recovery_code`, at the field `recovery_code`.
pub fn recovery_test(context: &mut Context<'_>, request: RecoveryTry) -> AppResult<RecoveryTried> {
    let code = Zeroizing::new(request.recovery_code);
    let tried: Result<(), StoreError> = context.administration()?.check_recovery_code(&code);
    tried.map_err(|error| at_its_field(error.into()))?;
    Ok(RecoveryTried { opens: true })
}
