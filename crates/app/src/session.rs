//! The session: at most one administration, closed, locked or open; and what a use case sees of it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use chrono::{DateTime, NaiveDate, Utc};
use law::{Lang, RateTable};
use store::{Administration, Writer};
use zeroize::Zeroizing;

use crate::administration::SessionState;
use crate::catalogue::Code;
use crate::commands::Access;
use crate::creditor::CreditorForm;
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::jobs::{Jobs, lock};
use crate::picture::Picture;
use crate::recent;

/// What is open now.
pub(crate) enum State {
    /// Nothing.
    Closed,
    /// An administration whose key left memory.
    Locked {
        /// Its folder.
        folder: PathBuf,
        /// The creditor's name.
        name: String,
    },
    /// An administration.
    Open(Box<OpenAdministration>),
}

/// An open administration.
pub(crate) struct OpenAdministration {
    pub(crate) administration: Administration,
    pub(crate) name: String,
    /// Everything derived for one day, once it was asked.
    pub(crate) picture: Option<Arc<Picture>>,
    /// The recovery code, between making the administration and saving its sheet.
    pub(crate) recovery_code: Option<Zeroizing<String>>,
    /// What the desk for bank money knows; it goes when the key goes.
    pub(crate) desk: Option<Box<crate::desk::Known>>,
}

/// A user's session with the program. Commands of several threads may share it.
pub struct Session {
    host: Box<dyn Host>,
    jobs: Jobs,
    state: Mutex<State>,
}

impl Session {
    /// A session in which nothing is open.
    pub fn new(host: Box<dyn Host>) -> Session {
        Session {
            host,
            jobs: Jobs::default(),
            state: Mutex::new(State::Closed),
        }
    }

    /// The machine it runs on.
    pub fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }

    /// Running work.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The session as the window shows it.
    pub(crate) fn state_view(&self) -> SessionState {
        view(&self.state())
    }

    /// Chooses an administration that is not open yet: the window shows its lock. Says whether it
    /// was chosen; while one is open, nothing changes.
    pub fn choose(&self, folder: PathBuf) -> bool {
        let name = recent::name_of(self.host(), &folder);
        let mut state = self.state();
        if matches!(*state, State::Open(_)) {
            return false;
        }
        *state = State::Locked { folder, name };
        true
    }

    /// Closes what is open: daily backup, checkpoint, key out of memory.
    ///
    /// # Errors
    /// When the backup or the checkpoint fails; the administration is closed all the same.
    pub fn close(&self) -> AppResult<()> {
        let state = std::mem::replace(&mut *self.state(), State::Closed);
        match state {
            State::Open(open) => shut(*open, self.host()),
            _ => Ok(()),
        }
    }

    pub(crate) fn with_context<T>(
        &self,
        lang: Lang,
        access: Access,
        body: impl FnOnce(&mut Context<'_>) -> AppResult<T>,
    ) -> AppResult<T> {
        let guard = match access {
            Access::Always => None,
            Access::Open => {
                let guard = self.state();
                match &*guard {
                    State::Open(_) => Some(guard),
                    State::Locked { .. } => return Err(Code::Locked.into()),
                    State::Closed => return Err(Code::NoAdministration.into()),
                }
            }
        };
        body(&mut Context {
            session: self,
            lang,
            guard,
        })
    }
}

/// How many automatic backups are kept.
pub(crate) const BACKUPS_KEPT: usize = 14;

pub(crate) fn shut(open: OpenAdministration, host: &dyn Host) -> AppResult<()> {
    let keep = store::KeepBackups {
        copies: BACKUPS_KEPT,
    };
    let folder = open.administration.folder().to_path_buf();
    open.administration
        .close(Some(keep), host.now(), host.today())
        .map_err(|error| AppError::from(error).with("path", folder.display()))?;
    Ok(())
}

pub(crate) fn view(state: &State) -> SessionState {
    match state {
        State::Closed => SessionState::Closed,
        State::Locked { folder, name } => SessionState::Locked {
            folder: shown(folder),
            name: name.clone(),
        },
        State::Open(open) => SessionState::Open {
            folder: shown(open.administration.folder()),
            name: open.name.clone(),
            creditor: open
                .administration
                .read()
                .creditor()
                .ok()
                .flatten()
                .map(|creditor| CreditorForm::of(&creditor))
                .unwrap_or_default()
                .into(),
        },
    }
}

/// A path as text for people.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What a use case sees: the session, the caller's language, and the open administration.
pub struct Context<'a> {
    /// The session.
    pub session: &'a Session,
    /// The caller's language.
    pub lang: Lang,
    guard: Option<MutexGuard<'a, State>>,
}

impl Context<'_> {
    /// The open administration.
    ///
    /// # Errors
    /// `no_administration` when none is open.
    pub(crate) fn administration(&mut self) -> AppResult<&mut Administration> {
        match self.guard.as_deref_mut() {
            Some(State::Open(open)) => Ok(&mut open.administration),
            _ => Err(Code::NoAdministration.into()),
        }
    }

    /// The open administration, to read from.
    ///
    /// # Errors
    /// `no_administration` when none is open.
    pub(crate) fn reader(&self) -> AppResult<store::Reader<'_>> {
        match self.guard.as_deref() {
            Some(State::Open(open)) => Ok(open.administration.read()),
            _ => Err(Code::NoAdministration.into()),
        }
    }

    /// Everything as it stands on a day; what is known of it already is not derived again.
    ///
    /// # Errors
    /// What reading gives.
    pub(crate) fn picture(&mut self, date: NaiveDate) -> AppResult<Arc<Picture>> {
        let rates = self.rates()?;
        let Some(State::Open(open)) = self.guard.as_deref_mut() else {
            return Err(Code::NoAdministration.into());
        };
        let reader = open.administration.read();
        let picture = Picture::of(&reader, &rates, date, open.picture.as_ref())?;
        open.picture = Some(Arc::clone(&picture));
        Ok(picture)
    }

    /// The open administration, and what the desk for bank money knows of it.
    ///
    /// # Errors
    /// `no_administration` when none is open.
    pub(crate) fn at_the_desk(
        &mut self,
    ) -> AppResult<(&Administration, &mut Option<Box<crate::desk::Known>>)> {
        match self.guard.as_deref_mut() {
            Some(State::Open(open)) => Ok((&open.administration, &mut open.desk)),
            _ => Err(Code::NoAdministration.into()),
        }
    }

    /// When the newest automatic backup was made.
    pub(crate) fn last_backup(&self) -> Option<DateTime<Utc>> {
        match self.guard.as_deref() {
            Some(State::Open(open)) => open.administration.last_backup(),
            _ => None,
        }
    }

    /// Changes the name under which the session shows the administration.
    pub(crate) fn rename(&mut self, name: &str) {
        if let Some(State::Open(open)) = self.guard.as_deref_mut() {
            open.name = name.to_string();
        }
    }

    /// Writes to the open administration, all or nothing, as of now.
    ///
    /// # Errors
    /// `not_found` when the folder is gone; what `body` or the store gives. Nothing is changed then.
    pub(crate) fn write<T>(
        &mut self,
        day: NaiveDate,
        body: impl FnOnce(&mut Writer<'_>) -> AppResult<T>,
    ) -> AppResult<T> {
        let at = self.now();
        let administration = self.administration()?;
        // A file that was deleted or unmounted under the program would take what is written with it.
        if !administration.folder().exists() {
            let path = shown(administration.folder());
            return Err(AppError::new(Code::NotFound).with("path", path));
        }
        administration.write(at, day, body)
    }

    /// The time, for the log.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.session.host().now()
    }

    /// The day on which to decide: the one that was asked, else today.
    pub(crate) fn day(&self, asked: Option<NaiveDate>) -> NaiveDate {
        asked.unwrap_or_else(|| self.session.host().today())
    }

    /// The day on which to decide about what leaves the house.
    ///
    /// # Errors
    /// `date_before_facts` when something left on a later day already.
    pub(crate) fn deciding_day(&self, asked: Option<NaiveDate>) -> AppResult<NaiveDate> {
        let date = self.day(asked);
        match self.reader()?.latest_departure()? {
            Some(latest) if latest > date => Err(AppError::new(Code::DateBeforeFacts)
                .with("date", date)
                .with("latest", latest)),
            _ => Ok(date),
        }
    }

    /// The rates as shipped, with those that the user added.
    pub(crate) fn rates(&self) -> AppResult<RateTable> {
        let shipped = RateTable::shipped();
        let own = self.reader()?.user_rates::<law::RateRow>()?;
        Ok(shipped.with_user_rates(&own))
    }
}
