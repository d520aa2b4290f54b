//! What is kept in memory of the mail account, and what is being sent now.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};

use chrono::{DateTime, Utc};
use credit::LetterId;
use zeroize::Zeroizing;

use crate::jobs::{Jobs, lock};

/// The name of the job that sends.
pub(crate) const JOB: &str = "mail_send";

/// What is kept in memory of the mail account, and what is being sent now.
#[derive(Default)]
pub(crate) struct Room {
    /// The password, with the administration it is of.
    password: Mutex<Option<(String, Zeroizing<String>)>>,
    /// Held while one message is on its way: whoever locks the administration waits for it.
    turn: Mutex<()>,
    /// Held while a round of messages is sent.
    round: Mutex<()>,
    on_its_way: Mutex<Option<LetterId>>,
    /// When the last messages left, for the pace.
    left_at: Mutex<VecDeque<DateTime<Utc>>>,
}

impl Room {
    /// Stops sending, waits for the message on its way, forgets the password. Nothing leaves as
    /// long as the answer is held.
    pub(crate) fn clear(&self, jobs: &Jobs) -> MutexGuard<'_, ()> {
        jobs.cancel_named(JOB);
        *lock(&self.password) = None;
        lock(&self.turn)
    }

    /// The turn of one message.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        lock(&self.turn)
    }

    /// The round, unless one is going on.
    pub(super) fn round(&self) -> Option<MutexGuard<'_, ()>> {
        match self.round.try_lock() {
            Ok(guard) => Some(guard),
            Err(std::sync::TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(std::sync::TryLockError::WouldBlock) => None,
        }
    }

    pub(super) fn password_of(&self, administration: &str) -> Option<Zeroizing<String>> {
        lock(&self.password)
            .as_ref()
            .filter(|(whose, _)| whose == administration)
            .map(|(_, password)| password.clone())
    }

    pub(super) fn keep_password(&self, administration: &str, password: Zeroizing<String>) {
        *lock(&self.password) = Some((administration.to_string(), password));
    }

    pub(super) fn forget_password(&self) {
        *lock(&self.password) = None;
    }

    pub(super) fn set_on_its_way(&self, letter: Option<LetterId>) {
        *lock(&self.on_its_way) = letter;
    }

    pub(crate) fn is_on_its_way(&self, letter: LetterId) -> bool {
        *lock(&self.on_its_way) == Some(letter)
    }

    /// How many seconds to wait before another message may leave, at `per_minute`.
    pub(super) fn wait(&self, now: DateTime<Utc>, per_minute: u32) -> i64 {
        let mut left_at = lock(&self.left_at);
        while left_at
            .front()
            .is_some_and(|at| (now - *at).num_seconds() >= 60)
        {
            left_at.pop_front();
        }
        let most = usize::try_from(per_minute.max(1)).unwrap_or(usize::MAX);
        match left_at.len().checked_sub(most) {
            // The message that has to be a minute old first.
            Some(over) => left_at
                .get(over)
                .map_or(0, |at| (60 - (now - *at).num_seconds()).clamp(0, 60)),
            None => 0,
        }
    }

    pub(super) fn note_left(&self, now: DateTime<Utc>) {
        lock(&self.left_at).push_back(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_holds_no_more_messages_than_the_account_allows() {
        let room = Room::default();
        let start: DateTime<Utc> = "2026-11-22T09:00:00Z".parse().unwrap();
        let at = |seconds| start + chrono::TimeDelta::seconds(seconds);
        for second in 0..3 {
            assert_eq!(room.wait(at(second), 3), 0, "the first three go at once");
            room.note_left(at(second));
        }
        assert_eq!(
            room.wait(at(10), 3),
            50,
            "the fourth waits for the first to be a minute old"
        );
        assert_eq!(room.wait(at(60), 3), 0);
        room.note_left(at(60));
        assert_eq!(room.wait(at(60), 3), 1, "then for the second");
    }

    #[test]
    fn a_password_is_only_of_its_own_administration_and_goes_when_it_is_cleared() {
        let room = Room::default();
        room.keep_password("a", Zeroizing::new("geheim".into()));
        assert!(
            room.password_of("b").is_none(),
            "another administration has another account"
        );
        assert!(room.password_of("a").is_some());
        drop(room.clear(&Jobs::default()));
        assert!(room.password_of("a").is_none(), "locking forgets it");
    }
}
