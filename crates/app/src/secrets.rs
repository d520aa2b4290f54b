//! The keys of an administration: the keychain that remembers one, the passphrase, and the recovery code
//! with its sheet.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use law::Lang;
use serde::{Deserialize, Serialize};
use store::{KdfCost, StoreError};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::administration::{SessionReply, at_its_field};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::recent::{self, Nothing};
use crate::session::Context;
use crate::strength;
use crate::whole_file::{Beside, SavedFile, write_whole};

/// Which administration's keychain entry.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct KeychainAsk {
    /// Its folder.
    pub folder: String,
}

/// Whether the keychain can be used.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeychainStatus {
    /// Whether there is one that works.
    pub available: bool,
    /// Whether it knows this administration.
    pub stored: bool,
    /// Why it cannot be used.
    pub why: Option<String>,
}

/// Whether the keychain can be used and knows this administration.
///
/// # Errors
/// None: a keychain that cannot be used is an answer.
pub fn keychain_status(
    context: &mut Context<'_>,
    request: KeychainAsk,
) -> AppResult<KeychainStatus> {
    let keychain = context.session.host().keychain();
    if let Some(why) = keychain.unavailable() {
        return Ok(KeychainStatus {
            available: false,
            stored: false,
            why: Some(why),
        });
    }
    let stored = match store::administration_id(Path::new(&request.folder)) {
        Ok(id) => matches!(keychain.load(&id), Ok(Some(_))),
        // A folder that does not exist yet: nothing can be stored for it.
        Err(_) => false,
    };
    Ok(KeychainStatus {
        available: true,
        stored,
        why: None,
    })
}

/// Lets the keychain of this computer remember the key.
///
/// # Errors
/// `keychain_unavailable`.
pub fn keychain_remember(context: &mut Context<'_>, _: Nothing) -> AppResult<KeychainStatus> {
    keychain(context, true)
}

/// Lets the keychain of this computer forget the key.
///
/// # Errors
/// `keychain_unavailable`.
pub fn keychain_forget(context: &mut Context<'_>, _: Nothing) -> AppResult<KeychainStatus> {
    keychain(context, false)
}

fn keychain(context: &mut Context<'_>, remember: bool) -> AppResult<KeychainStatus> {
    let host = context.session.host();
    let open = context.opened()?;
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

/// Checks what opens the administration now: the passphrase, or the recovery code of whoever forgot
/// it. False when neither was given.
fn proven(
    administration: &store::Administration,
    passphrase: Option<String>,
    recovery_code: Option<String>,
) -> AppResult<bool> {
    let checked: Result<(), StoreError> = match (passphrase, recovery_code) {
        (Some(passphrase), _) => administration.check_passphrase(&Zeroizing::new(passphrase)),
        (None, Some(code)) => administration.check_recovery_code(&Zeroizing::new(code)),
        (None, None) => return Ok(false),
    };
    checked.map_err(|error| at_its_field(error.into()))?;
    Ok(true)
}

/// A new passphrase.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PassphraseChange {
    /// The passphrase that opens it now …
    pub passphrase: Option<String>,
    /// … or, when it is forgotten, the recovery code.
    pub recovery_code: Option<String>,
    /// The one that opens it from now on.
    pub new_passphrase: String,
}

/// Changes the passphrase: the key is wrapped anew, the recovery code stays.
///
/// # Errors
/// `wrong_key`, `wrong_recovery_code`, `malformed_recovery_code`, `passphrase_needed`,
/// `passphrase_too_weak`.
pub fn passphrase_change(
    context: &mut Context<'_>,
    request: PassphraseChange,
) -> AppResult<SessionReply> {
    let new = Zeroizing::new(request.new_passphrase);
    if !strength::estimate(&new, context.lang).acceptable {
        return Err(
            AppError::new(Code::PassphraseTooWeak).field("new_passphrase", Code::PassphraseTooWeak)
        );
    }
    let host = context.session.host();
    let administration = context.administration()?;
    if !proven(administration, request.passphrase, request.recovery_code)? {
        return Err(Code::PassphraseNeeded.into());
    }
    administration.change_passphrase(&new, KdfCost::default(), host.now(), host.today())?;
    Ok(SessionReply {
        session: context.session_view(),
    })
}

/// Where to save the recovery sheet.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct RecoverySheetSave {
    /// The PDF to write.
    pub file: String,
    /// The passphrase: makes a new recovery code …
    pub passphrase: Option<String>,
    /// … and so does the code that opens it now, when the passphrase is forgotten.
    pub recovery_code: Option<String>,
}

/// Writes the recovery sheet as PDF. With the passphrase or the code of now it makes a new code, and
/// the old one no longer opens; without, while the code of now is known, it holds that one once more.
///
/// The new code is in force when its sheet has its place. When that fails, the old code stays.
///
/// # Errors
/// `passphrase_needed`, `wrong_key`, `wrong_recovery_code`, `malformed_recovery_code`, and what
/// writing the file gives.
pub fn recovery_sheet_save(
    context: &mut Context<'_>,
    request: RecoverySheetSave,
) -> AppResult<SavedFile> {
    let lang = context.lang;
    let host = context.session.host();
    let open = context.opened()?;
    let file = Path::new(&request.file);
    let may = proven(
        &open.administration,
        request.passphrase,
        request.recovery_code,
    )?;
    if !may {
        let pdf = sheet(&open.name, open.known_code()?, host, lang)?;
        return write_whole(file, &pdf.bytes);
    }
    let new = open.administration.draw_recovery_code(KdfCost::default())?;
    let code = Zeroizing::new(new.code().expose().to_string());
    let pdf = sheet(&open.name, &code, host, lang)?;
    // A place that refuses says so here, before the old code ends.
    let beside = Beside::write(file, &pdf.bytes)?;
    let saved = open
        .administration
        .replace_recovery_code(new, host.now(), host.today(), || beside.into_place())?;
    open.recovery_code = Some(code);
    Ok(saved)
}

/// The recovery sheet for the printer.
#[derive(Clone, Serialize, TS)]
pub struct RecoverySheetPdf {
    /// The PDF, base64.
    pub pdf: String,
}

/// The recovery sheet of the code that was just made, for the printer; nothing is written.
///
/// # Errors
/// `passphrase_needed` when no code was made since the administration was opened.
pub fn recovery_sheet_pdf(context: &mut Context<'_>, _: Nothing) -> AppResult<RecoverySheetPdf> {
    let lang = context.lang;
    let host = context.session.host();
    let open = context.opened()?;
    let pdf = sheet(&open.name, open.known_code()?, host, lang)?;
    Ok(RecoverySheetPdf {
        pdf: STANDARD.encode(&pdf.bytes),
    })
}

/// Draws the recovery sheet.
fn sheet(name: &str, code: &str, host: &dyn Host, lang: Lang) -> AppResult<documents::Pdf> {
    let sheet = documents::RecoverySheet {
        administration: name.to_string(),
        groups: groups(code),
        date: host.today(),
        lang,
        qr: true,
    };
    Ok(documents::print_recovery_sheet(&sheet)?)
}

/// The recovery code in its printed groups.
pub(crate) fn groups(code: &str) -> Vec<String> {
    code.split('-').map(str::to_string).collect()
}
