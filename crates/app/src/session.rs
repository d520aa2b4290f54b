//! The session: at most one administration, closed, locked or open; and what a use case sees of it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use chrono::{DateTime, NaiveDate, Utc};
use law::{Lang, RateTable};
use store::{Administration, Reader, Reading, Snapshot, Verification, Writer};
use zeroize::Zeroizing;

use crate::administration::{SessionState, same_place};
use crate::catalogue::Code;
use crate::commands::Access;
use crate::creditor::CreditorForm;
use crate::error::{AppError, AppResult};
use crate::host::Host;
use crate::jobs::{Jobs, lock};
use crate::mail::Room;
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
    /// The recovery code, from when it was made until the administration is locked or closed.
    pub(crate) recovery_code: Option<Zeroizing<String>>,
}

impl OpenAdministration {
    /// The recovery code while it is known; it is kept nowhere but here.
    ///
    /// # Errors
    /// `passphrase_needed` when none was made since the administration was opened.
    pub(crate) fn known_code(&self) -> AppResult<&str> {
        let code = self.recovery_code.as_ref().ok_or(Code::PassphraseNeeded)?;
        Ok(code)
    }
}

/// What answers commands that only read, whatever the rest of the session is doing: ways of its own
/// into the administration, and what was derived from it.
struct Readers {
    /// For short answers, one after the other.
    reading: Mutex<Reading>,
    /// For long ones, which nobody waits for: those that are free now.
    apart: Mutex<Vec<Reading>>,
    kept: Arc<Kept>,
}

/// What was derived from an open administration; it goes when the key goes.
#[derive(Default)]
struct Kept {
    /// Everything, for one day.
    picture: Mutex<Option<Arc<Picture>>>,
    /// What the desk for bank money knows.
    desk: Mutex<Option<Box<crate::desk::Known>>>,
}

impl Readers {
    /// A way in that is not in use, to be given back.
    fn take_apart(&self) -> AppResult<Reading> {
        let free = lock(&self.apart).pop();
        match free {
            Some(reading) => Ok(reading),
            None => Ok(lock(&self.reading).another()?),
        }
    }
}

/// A user's session with the program. Commands of several threads may share it.
///
/// Who needs both takes the lock of `state` first, and that of `readers` after it. Commands that only
/// read take the latter alone.
pub struct Session {
    host: Box<dyn Host>,
    jobs: Jobs,
    mail: Room,
    state: Mutex<State>,
    readers: RwLock<Option<Readers>>,
}

impl Session {
    /// A session in which nothing is open.
    pub fn new(host: Box<dyn Host>) -> Session {
        Session {
            host,
            jobs: Jobs::default(),
            mail: Room::default(),
            state: Mutex::new(State::Closed),
            readers: RwLock::new(None),
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

    /// What is kept in memory of the mail account, and what is being sent.
    pub(crate) fn mail(&self) -> &Room {
        &self.mail
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The session as the window shows it; while it is open, without waiting for who writes to it.
    pub(crate) fn state_view(&self) -> SessionState {
        let shown_open = self.while_open(|reader, folder| {
            let creditor = reader.creditor()?;
            Ok(SessionState::Open {
                folder: shown(folder),
                name: creditor
                    .as_ref()
                    .map(|creditor| creditor.name.clone())
                    .unwrap_or_default(),
                creditor: Box::new(creditor.as_ref().map(CreditorForm::of).unwrap_or_default()),
            })
        });
        match shown_open {
            Some(Ok(shown)) => shown,
            _ => view(&self.state()),
        }
    }

    /// Asks the open administration something small, without waiting for who writes to it; nothing
    /// when none is open.
    pub(crate) fn while_open<T>(
        &self,
        ask: impl FnOnce(Reader<'_>, &Path) -> AppResult<T>,
    ) -> Option<AppResult<T>> {
        let readers = self.readers();
        let reading = lock(&readers.as_ref()?.reading);
        let answer = match reading.snapshot() {
            Ok(seen) => ask(seen.read(), reading.folder()),
            Err(error) => Err(error.into()),
        };
        Some(answer)
    }

    fn readers(&self) -> RwLockReadGuard<'_, Option<Readers>> {
        self.readers.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets commands that only read answer from an administration that was just opened; `state` is
    /// held meanwhile.
    ///
    /// # Errors
    /// What opening it a second time gives.
    pub(crate) fn let_read(&self, administration: &Administration) -> AppResult<()> {
        let reading = administration.reading()?;
        *self.readers.write().unwrap_or_else(PoisonError::into_inner) = Some(Readers {
            reading: Mutex::new(reading),
            apart: Mutex::new(Vec::new()),
            kept: Arc::new(Kept::default()),
        });
        Ok(())
    }

    /// Waits for the commands that read now, and lets no more in: their way in and everything that
    /// was derived are dropped. `state` is held meanwhile.
    pub(crate) fn stop_reading(&self) {
        for long in [
            "bank_desk",
            "plan_preview",
            "template_check",
            "export",
            "verify",
        ] {
            self.jobs.cancel_named(long);
        }
        *self.readers.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Chooses an administration that is not open yet: the window shows its lock. Says whether that
    /// is another than it showed; while one is open, nothing changes.
    pub fn choose(&self, folder: PathBuf) -> bool {
        let name = recent::name_of(self.host(), &folder);
        let mut state = self.state();
        match &*state {
            State::Open(_) => return false,
            State::Locked { folder: shown, .. } if same_place(shown, &folder) => return false,
            State::Locked { .. } | State::Closed => {}
        }
        *state = State::Locked { folder, name };
        true
    }

    /// Closes what is open: daily backup, checkpoint, key out of memory. Mail that is being sent
    /// stops; the message on its way is waited for, so that its fate is written down.
    ///
    /// # Errors
    /// When the backup or the checkpoint fails; the administration is closed all the same.
    pub fn close(&self) -> AppResult<()> {
        let _no_mail_on_its_way = self.mail.clear(&self.jobs);
        let was = {
            let mut state = self.state();
            self.stop_reading();
            std::mem::replace(&mut *state, State::Closed)
        };
        match was {
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
        if let Access::Read | Access::Apart = access
            && let Some(readers) = &*self.readers()
        {
            let read = |reading: &Reading| {
                let seen = reading.snapshot()?;
                let chosen = recent::backup_noted(self.host(), reading.folder());
                body(&mut Context {
                    session: self,
                    lang,
                    held: Held::Snapshot {
                        seen: &seen,
                        folder: reading.folder(),
                        last_backup: reading.last_backup().max(chosen),
                        kept: &readers.kept,
                    },
                })
            };
            if access == Access::Read {
                return read(&lock(&readers.reading));
            }
            let reading = readers.take_apart()?;
            let answer = read(&reading);
            lock(&readers.apart).push(reading);
            return answer;
        }
        let held = match access {
            Access::Always => Held::Nothing,
            Access::Open | Access::Read | Access::Apart => {
                let guard = self.state();
                match &*guard {
                    State::Open(_) => Held::Administration(guard),
                    State::Locked { .. } => return Err(Code::Locked.into()),
                    State::Closed => return Err(Code::NoAdministration.into()),
                }
            }
        };
        body(&mut Context {
            session: self,
            lang,
            held,
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

/// What a use case may touch of the open administration.
enum Held<'a> {
    /// Nothing of it.
    Nothing,
    /// All of it, alone.
    Administration(MutexGuard<'a, State>),
    /// What it was at one moment.
    Snapshot {
        seen: &'a Snapshot<'a>,
        folder: &'a Path,
        last_backup: Option<DateTime<Utc>>,
        kept: &'a Arc<Kept>,
    },
}

/// What a use case sees: the session, the caller's language, and the open administration.
pub struct Context<'a> {
    /// The session.
    pub session: &'a Session,
    /// The caller's language.
    pub lang: Lang,
    held: Held<'a>,
}

impl Context<'_> {
    fn open(&self) -> Option<&OpenAdministration> {
        match &self.held {
            Held::Administration(guard) => match &**guard {
                State::Open(open) => Some(open),
                _ => None,
            },
            _ => None,
        }
    }

    fn open_mut(&mut self) -> Option<&mut OpenAdministration> {
        match &mut self.held {
            Held::Administration(guard) => match &mut **guard {
                State::Open(open) => Some(open),
                _ => None,
            },
            _ => None,
        }
    }

    /// The open administration.
    ///
    /// # Errors
    /// `no_administration` when none is open, or when the command only reads.
    pub(crate) fn administration(&mut self) -> AppResult<&mut Administration> {
        Ok(&mut self.opened()?.administration)
    }

    /// The open administration with what the session keeps of it.
    ///
    /// # Errors
    /// `no_administration` when none is open, or when the command only reads.
    pub(crate) fn opened(&mut self) -> AppResult<&mut OpenAdministration> {
        self.open_mut().ok_or(Code::NoAdministration.into())
    }

    /// The session as the window shows it, asked by a command that may hold it.
    pub(crate) fn session_view(&self) -> SessionState {
        match &self.held {
            Held::Administration(guard) => view(guard),
            _ => self.session.state_view(),
        }
    }

    /// The open administration, to read from.
    ///
    /// # Errors
    /// `no_administration` when none is open.
    pub(crate) fn reader(&self) -> AppResult<Reader<'_>> {
        if let Held::Snapshot { seen, .. } = &self.held {
            return Ok(seen.read());
        }
        let open = self.open().ok_or(Code::NoAdministration)?;
        Ok(open.administration.read())
    }

    /// Verifies the open administration; nothing when `stop` said so meanwhile.
    ///
    /// # Errors
    /// What the store gives when it cannot even read.
    pub(crate) fn verify_until(
        &self,
        stop: impl Fn() -> bool + Clone + Send + 'static,
    ) -> AppResult<Option<Verification>> {
        Ok(match &self.held {
            Held::Snapshot { seen, .. } => seen.verify_until(stop)?,
            _ => Some(self.reader()?.verify()?),
        })
    }

    /// Everything as it stands on a day; what is known of it already is not derived again.
    ///
    /// # Errors
    /// What reading gives.
    pub(crate) fn picture(&self, date: NaiveDate) -> AppResult<Arc<Picture>> {
        let rates = self.rates()?;
        let reader = self.reader()?;
        let kept = self.kept()?;
        let kept = &kept.picture;
        let before = lock(kept).clone();
        let picture = Picture::of(&reader, &rates, date, before.as_ref(), || {
            crate::desk::gone_back(self)
        })?;
        *lock(kept) = Some(Arc::clone(&picture));
        Ok(picture)
    }

    /// What was derived from the open administration.
    fn kept(&self) -> AppResult<Arc<Kept>> {
        if let Held::Snapshot { kept, .. } = &self.held {
            return Ok(Arc::clone(kept));
        }
        let readers = self.session.readers();
        let readers = readers.as_ref().ok_or(Code::NoAdministration)?;
        Ok(Arc::clone(&readers.kept))
    }

    /// Asks, or changes, what the desk for bank money knows; nobody else does meanwhile.
    ///
    /// # Errors
    /// `no_administration` when none is open; what `body` gives.
    pub(crate) fn at_the_desk<T>(
        &self,
        body: impl FnOnce(Reader<'_>, &mut Option<Box<crate::desk::Known>>) -> AppResult<T>,
    ) -> AppResult<T> {
        let kept = self.kept()?;
        let mut desk = lock(&kept.desk);
        body(self.reader()?, &mut desk)
    }

    /// The folder of the open administration.
    ///
    /// # Errors
    /// `no_administration` when none is open.
    pub(crate) fn folder(&self) -> AppResult<&Path> {
        if let Held::Snapshot { folder, .. } = &self.held {
            return Ok(folder);
        }
        let open = self.open().ok_or(Code::NoAdministration)?;
        Ok(open.administration.folder())
    }

    /// When the newest backup was made: by itself, or where the user chose.
    pub(crate) fn last_backup(&self) -> Option<DateTime<Utc>> {
        match &self.held {
            Held::Snapshot { last_backup, .. } => *last_backup,
            _ => {
                let administration = &self.open()?.administration;
                let chosen = recent::backup_noted(self.session.host(), administration.folder());
                administration.last_backup().max(chosen)
            }
        }
    }

    /// Changes the name under which the session shows the administration.
    pub(crate) fn rename(&mut self, name: &str) {
        if let Some(open) = self.open_mut() {
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
        administration.still_there()?;
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
                .with_day("date", date)
                .with_day("latest", latest)),
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

#[cfg(test)]
mod tests;
