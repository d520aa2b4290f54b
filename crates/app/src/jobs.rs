//! Long work: progress with count, and cancel. Kept apart from the session's lock, so that a
//! window can ask how far the work is while the work holds the administration.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::AppResult;
use crate::recent::Nothing;
use crate::session::Context;

/// A running piece of long work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Job {
    /// Its name, to cancel it by.
    pub job: String,
    /// What it does: a stable code that the window words.
    pub label: String,
    /// How much is done.
    pub done: u32,
    /// Of how much, when known.
    pub total: Option<u32>,
}

type Listener = Box<dyn Fn(&Job) + Send + Sync>;

/// A job on the board.
struct Posted {
    number: u64,
    job: Job,
    cancelled: Arc<AtomicBool>,
}

#[derive(Default)]
struct Board {
    /// The newest last: mail goes out beside other work.
    running: Mutex<Vec<Posted>>,
    numbers: AtomicU64,
    listener: Mutex<Option<Listener>>,
    /// Called each time running work looks whether it must stop.
    #[cfg(test)]
    looks: Mutex<Option<Box<dyn Fn() + Send + Sync>>>,
}

/// Where running work reports, and where it learns that it must stop.
#[derive(Clone, Default)]
pub struct Jobs(Arc<Board>);

impl Jobs {
    /// The running work, if any; the newest when there is more.
    pub fn current(&self) -> Option<Job> {
        lock(&self.0.running)
            .last()
            .map(|posted| posted.job.clone())
    }

    /// Calls `listener` at each step (the command line's progress bar).
    pub fn listen(&self, listener: impl Fn(&Job) + Send + Sync + 'static) {
        *lock(&self.0.listener) = Some(Box::new(listener));
    }

    /// Calls `look` each time running work looks whether it must stop: there a test can hold it.
    #[cfg(test)]
    pub(crate) fn on_look(&self, look: impl Fn() + Send + Sync + 'static) {
        *lock(&self.0.looks) = Some(Box::new(look));
    }

    /// Asks all running work to stop; it answers with `job_cancelled` and changes nothing.
    pub fn cancel(&self) {
        self.cancel_where(|_| true);
    }

    /// Asks the running work of that name to stop, if it runs.
    pub fn cancel_named(&self, name: &str) {
        self.cancel_where(|job| job.job == name);
    }

    fn cancel_where(&self, which: impl Fn(&Job) -> bool) {
        for posted in lock(&self.0.running).iter() {
            if which(&posted.job) {
                posted.cancelled.store(true, Ordering::SeqCst);
            }
        }
    }

    /// Starts a piece of work; it ends when the returned value is dropped.
    pub fn start(&self, label: &str, total: Option<usize>) -> Running {
        let number = self.0.numbers.fetch_add(1, Ordering::SeqCst);
        let cancelled = Arc::new(AtomicBool::new(false));
        let job = Job {
            job: label.to_string(),
            label: label.to_string(),
            done: 0,
            total: total.map(clamp),
        };
        lock(&self.0.running).push(Posted {
            number,
            job,
            cancelled: Arc::clone(&cancelled),
        });
        Running {
            jobs: self.clone(),
            number,
            cancelled,
        }
    }
}

/// A piece of work that runs now.
pub struct Running {
    jobs: Jobs,
    number: u64,
    cancelled: Arc<AtomicBool>,
}

impl Running {
    /// Reports how far it is.
    ///
    /// # Errors
    /// `job_cancelled` when the user asked to stop: give it back at once, nothing is changed then.
    pub fn step(&self, done: usize) -> AppResult<()> {
        let job = {
            let mut running = lock(&self.jobs.0.running);
            let posted = running
                .iter_mut()
                .find(|posted| posted.number == self.number);
            posted.map(|posted| {
                posted.job.done = clamp(done);
                posted.job.clone()
            })
        };
        if let (Some(job), Some(listener)) = (job, lock(&self.jobs.0.listener).as_ref()) {
            listener(&job);
        }
        if self.is_cancelled() {
            return Err(Code::JobCancelled.into());
        }
        Ok(())
    }

    /// Whether the user asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }

    /// Asks the same, for work that cannot borrow this.
    pub(crate) fn stops(&self) -> impl Fn() -> bool + Clone + Send + 'static {
        let cancelled = Arc::clone(&self.cancelled);
        #[cfg(test)]
        let jobs = self.jobs.clone();
        move || {
            #[cfg(test)]
            if let Some(look) = lock(&jobs.0.looks).as_ref() {
                look();
            }
            cancelled.load(Ordering::SeqCst)
        }
    }
}

impl Running {
    /// Says of how much it is, once that is known.
    pub fn of(&self, total: usize) {
        let mut running = lock(&self.jobs.0.running);
        if let Some(posted) = running
            .iter_mut()
            .find(|posted| posted.number == self.number)
        {
            posted.job.total = Some(clamp(total));
        }
    }

    /// Whether it may go on; tells no progress.
    ///
    /// # Errors
    /// `job_cancelled` when the user asked to stop.
    pub fn go_on(&self) -> AppResult<()> {
        if self.is_cancelled() {
            return Err(Code::JobCancelled.into());
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        lock(&self.jobs.0.running).retain(|posted| posted.number != self.number);
    }
}

fn clamp(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Locks a mutex, also one whose holder panicked: what it guards is replaced whole, never half.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The running job, or none.
#[derive(Clone, Debug, Serialize, TS)]
pub struct JobState {
    /// The running job.
    pub job: Option<Job>,
}

/// Which job to stop.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct JobCancel {
    /// Its name.
    pub job: String,
}

/// The running long work.
///
/// # Errors
/// None.
pub fn job_state(context: &mut Context<'_>, _: Nothing) -> AppResult<JobState> {
    Ok(JobState {
        job: context.session.jobs().current(),
    })
}

/// Asks the running long work to stop, if it still is the one named.
///
/// # Errors
/// None.
pub fn job_cancel(context: &mut Context<'_>, request: JobCancel) -> AppResult<JobState> {
    let jobs = context.session.jobs();
    jobs.cancel_named(&request.job);
    Ok(JobState {
        job: jobs.current(),
    })
}
