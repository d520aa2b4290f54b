//! Making, opening, locking and closing an administration.

use std::path::{Path, PathBuf};

use credit::{Creditor, Settings};
use serde::{Deserialize, Serialize};
use store::{Administration, DataKey, KdfCost, Unlock};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::catalogue::Code;
use crate::creditor::CreditorForm;
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::recent::{self, Nothing};
use crate::secrets::groups;
use crate::session::{self, Context, OpenAdministration, State};
use crate::strength;

/// The session as the window shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum SessionState {
    /// Nothing is open.
    Closed,
    /// An administration is chosen, its key is not in memory.
    Locked {
        /// Its folder.
        folder: String,
        /// The creditor's name.
        name: String,
    },
    /// An administration is open.
    Open {
        /// Its folder.
        folder: String,
        /// The creditor's name.
        name: String,
        /// The creditor's details.
        creditor: Box<CreditorForm>,
    },
}

/// The session after a command that changed it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SessionReply {
    /// The session.
    pub session: SessionState,
}

/// A new administration.
#[derive(Clone, Deserialize, TS)]
#[ts(rename = "AdministrationCreate")]
pub struct Create {
    /// The folder to make; ends in `.standvast`.
    pub folder: String,
    /// The creditor.
    pub creditor: CreditorForm,
    /// The passphrase.
    pub passphrase: String,
    /// Whether this computer's keychain remembers the key.
    pub remember: bool,
    /// Accepts a passphrase that is easy to guess; the window never asks this.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub accept_weak: bool,
}

/// A new administration was made.
#[derive(Clone, Serialize, TS)]
#[ts(rename = "AdministrationCreated")]
pub struct Created {
    /// The session.
    pub session: SessionState,
    /// The recovery code in the groups in which it is printed. Shown once, never stored.
    pub recovery_code: Vec<String>,
    /// What the law asks of this creditor, in words.
    pub notices: Vec<String>,
}

/// How to open.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields, rename = "AdministrationOpen")]
pub struct Open {
    /// Its folder.
    #[ts(optional = false)]
    pub folder: String,
    /// With the passphrase …
    pub passphrase: Option<String>,
    /// … or with the recovery code …
    pub recovery_code: Option<String>,
    /// … or with the key that the keychain remembers.
    pub keychain: Option<bool>,
    /// Whether the keychain remembers the key from now on.
    pub remember: Option<bool>,
}

/// What making an administration needs, whoever asks.
pub struct NewAdministration<'a> {
    /// The folder to make.
    pub folder: &'a Path,
    /// The creditor.
    pub creditor: &'a Creditor,
    /// The passphrase.
    pub passphrase: &'a str,
    /// Whether a passphrase that is easy to guess will do.
    pub accept_weak: bool,
}

/// The folder, if its name ends as it must.
///
/// # Errors
/// `bad_folder_name`.
pub fn checked_folder(path: &str) -> AppResult<PathBuf> {
    let folder = PathBuf::from(path);
    let ends_well = folder
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("standvast"));
    if !ends_well {
        return Err(AppError::new(Code::BadFolderName).with("path", path));
    }
    Ok(folder)
}

/// Makes an administration and leaves it open.
///
/// # Errors
/// `bad_folder_name`, `already_exists`, `passphrase_too_weak`, and what the disk gives.
pub fn make(
    context: &mut Context<'_>,
    new: &NewAdministration<'_>,
) -> AppResult<(OpenAdministrationHandle, Zeroizing<String>)> {
    let strong = strength::estimate(new.passphrase, context.lang).acceptable;
    if new.passphrase.is_empty() || !(strong || new.accept_weak) {
        return Err(Code::PassphraseTooWeak.into());
    }
    let host = context.session.host();
    let (at, day) = (host.now(), host.today());
    if let Some(parent) = new.folder.parent() {
        std::fs::create_dir_all(parent).map_err(|error| AppError::io(parent, &error))?;
    }
    let (mut administration, code) =
        Administration::create(new.folder, new.passphrase, KdfCost::default(), at, day)
            .map_err(|error| AppError::from(error).with("path", new.folder.display()))?;
    administration.write(at, day, |writer| -> AppResult<()> {
        writer.put_creditor(new.creditor)?;
        writer.put_settings(&Settings::default())?;
        Ok(())
    })?;
    attach_journal(&mut administration, host)?;
    let code = Zeroizing::new(code.expose().to_string());
    Ok((OpenAdministrationHandle(administration), code))
}

/// An administration that was just made or opened, not yet part of a session.
pub struct OpenAdministrationHandle(Administration);

impl OpenAdministrationHandle {
    /// The administration itself, before it is the session's.
    pub(crate) fn administration(&mut self) -> &mut Administration {
        &mut self.0
    }

    /// Makes it the session's open administration; what was open is closed first.
    ///
    /// # Errors
    /// What closing the earlier one gives.
    pub fn enter(
        self,
        context: &Context<'_>,
        recovery_code: Option<Zeroizing<String>>,
        in_keychain: bool,
    ) -> AppResult<SessionState> {
        let host = context.session.host();
        context.session.close()?;
        let name = creditor_name(&self.0);
        recent::note_opened(host, self.0.folder(), &name, self.0.id(), in_keychain);
        let mut state = context.session.state();
        context.session.let_read(&self.0)?;
        *state = State::Open(Box::new(OpenAdministration {
            administration: self.0,
            name,
            recovery_code,
        }));
        Ok(session::view(&state))
    }

    fn remember(&self, host: &dyn Host) -> AppResult<()> {
        host.keychain()
            .save(self.0.id(), self.0.data_key().expose())
            .map_err(|why| AppError::new(Code::KeychainUnavailable).with("why", why))
    }
}

/// Makes an administration that was just put back the session's open one.
pub(crate) fn entered(
    context: &Context<'_>,
    administration: Administration,
) -> AppResult<SessionState> {
    OpenAdministrationHandle(administration).enter(context, None, false)
}

fn creditor_name(administration: &Administration) -> String {
    administration
        .read()
        .creditor()
        .ok()
        .flatten()
        .map(|creditor| creditor.name)
        .unwrap_or_default()
}

/// Reads this computer's journal of sent letters, and keeps it up from now on.
pub(crate) fn attach_journal(
    administration: &mut Administration,
    host: &dyn Host,
) -> AppResult<()> {
    if let Some(folder) = host.data_dir() {
        administration.attach_journal(&folder.join("sent"))?;
    }
    Ok(())
}

/// Makes an administration and opens it.
///
/// # Errors
/// As [`make`], and `invalid_fields`.
pub fn create(context: &mut Context<'_>, request: Create) -> AppResult<Created> {
    let creditor = request.creditor.check()?;
    let folder = checked_folder(&request.folder)?;
    let passphrase = Zeroizing::new(request.passphrase);
    let new = NewAdministration {
        folder: &folder,
        creditor: &creditor,
        passphrase: &passphrase,
        accept_weak: request.accept_weak,
    };
    let (made, code) = make(context, &new)?;
    // A keychain that fails must not undo the making: the window shows that it is not remembered.
    let remembered = request.remember && made.remember(context.session.host()).is_ok();
    let recovery_code = groups(&code);
    let session = made.enter(context, Some(code), remembered)?;
    let notices = crate::creditor::notices(&creditor, context.lang);
    Ok(Created {
        session,
        recovery_code,
        notices,
    })
}

/// Points at the field of the form that did not open it.
pub(crate) fn at_its_field(error: AppError) -> AppError {
    match error.code {
        Code::WrongKey => error.field("passphrase", Code::WrongKey),
        Code::WrongRecoveryCode => error.field("recovery_code", Code::WrongRecoveryCode),
        Code::MalformedRecoveryCode => error.field("recovery_code", Code::MalformedRecoveryCode),
        _ => error,
    }
}

/// Opens a folder with a key and leaves it out of the session.
///
/// # Errors
/// `wrong_key`, `wrong_recovery_code`, `in_use`, `damaged`, `newer_version` …
pub fn unlock(
    host: &dyn Host,
    folder: &Path,
    key: Unlock<'_>,
) -> AppResult<OpenAdministrationHandle> {
    let mut administration = Administration::open(folder, key, host.now(), host.today())
        .map_err(|error| at_its_field(AppError::from(error)).with("path", folder.display()))?;
    attach_journal(&mut administration, host)?;
    Ok(OpenAdministrationHandle(administration))
}

/// Opens an administration.
///
/// # Errors
/// As [`unlock`], and `keychain_empty`, `keychain_unavailable`, `passphrase_needed`.
pub fn open(context: &mut Context<'_>, request: Open) -> AppResult<SessionReply> {
    let host = context.session.host();
    let folder = PathBuf::from(&request.folder);
    if is_open_here(context, &folder) {
        // Opening what is open already must not throw away the session it stands in.
        if request.passphrase.is_none() && request.recovery_code.is_none() {
            return Ok(SessionReply {
                session: context.session.state_view(),
            });
        }
        context.session.close()?;
    }
    if !folder.exists() {
        return Err(AppError::new(Code::NotFound).with("path", folder.display()));
    }
    let by_keychain = request.keychain.unwrap_or(false);
    let opened = if let Some(passphrase) = request.passphrase.map(Zeroizing::new) {
        unlock(host, &folder, Unlock::Passphrase(&passphrase))?
    } else if let Some(code) = request.recovery_code.map(Zeroizing::new) {
        unlock(host, &folder, Unlock::Recovery(&code))?
    } else if by_keychain {
        let key = key_from_keychain(host, &folder)?;
        unlock(host, &folder, Unlock::DataKey(&key))?
    } else {
        return Err(Code::PassphraseNeeded.into());
    };
    let remembered =
        by_keychain || (request.remember.unwrap_or(false) && opened.remember(host).is_ok());
    Ok(SessionReply {
        session: opened.enter(context, None, remembered)?,
    })
}

fn is_open_here(context: &Context<'_>, folder: &Path) -> bool {
    match &*context.session.state() {
        State::Open(open) => same_place(open.administration.folder(), folder),
        _ => false,
    }
}

/// Whether two paths lead to the same folder.
pub(crate) fn same_place(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    real(one) == real(other)
}

fn key_from_keychain(host: &dyn Host, folder: &Path) -> AppResult<DataKey> {
    let id = store::administration_id(folder)?;
    let bytes = host
        .keychain()
        .load(&id)
        .map_err(|why| AppError::new(Code::KeychainUnavailable).with("why", why))?
        .ok_or(Code::KeychainEmpty)?;
    let key: [u8; 32] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| Code::KeychainEmpty)?;
    Ok(DataKey::from_bytes(key))
}

/// Locks: the key leaves memory, the folder stays chosen.
///
/// # Errors
/// What closing gives; it is locked all the same.
pub fn lock(context: &mut Context<'_>, _: Nothing) -> AppResult<SessionReply> {
    let session = context.session;
    let _no_mail_on_its_way = session.mail().clear(session.jobs());
    let mut state = session.state();
    if let State::Open(open) = &*state {
        let locked = State::Locked {
            folder: open.administration.folder().to_path_buf(),
            name: open.name.clone(),
        };
        context.session.stop_reading();
        if let State::Open(open) = std::mem::replace(&mut *state, locked) {
            session::shut(*open, context.session.host())?;
        }
    }
    Ok(SessionReply {
        session: session::view(&state),
    })
}

/// Closes the administration.
///
/// # Errors
/// What closing gives; it is closed all the same.
pub fn close(context: &mut Context<'_>, _: Nothing) -> AppResult<SessionReply> {
    context.session.close()?;
    Ok(SessionReply {
        session: context.session.state_view(),
    })
}
