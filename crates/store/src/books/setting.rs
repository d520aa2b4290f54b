//! Settings: one JSON value per key; the newest that is not undone holds.

use chrono::NaiveDate;
use credit::{FactId, PriorReach};
use rusqlite::OptionalExtension;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::access::{Reader, Writer};
use crate::error::Result;
use crate::log::{FactKind, OpenFact, Told};

const RESTORED: &str = "restored";

/// What a restored administration knows of its own past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RestoredState {
    /// Day of the backup.
    pub backup: NaiveDate,
    /// Whether the journal of this computer tells what left since.
    pub journal: bool,
    /// Whether the user has said what left since.
    pub settled: bool,
}

impl Reader<'_> {
    /// The value of a setting, if it was put.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let text: Option<String> = self
            .connection()
            .prepare_cached(
                "SELECT value FROM setting WHERE key = ?1 AND undone IS NULL ORDER BY id DESC LIMIT 1",
            )?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }

    /// What is known of letters that left after the backup that this administration was
    /// restored from; none when it never was, or when the user has settled it.
    pub fn restored(&self) -> Result<Option<PriorReach>> {
        let state = self.restored_state()?;
        let unknown = self
            .context()
            .journal
            .as_ref()
            .is_some_and(|journal| journal.knows_more());
        Ok(match state {
            Some(RestoredState { settled: true, .. }) => None,
            Some(RestoredState { journal: true, .. }) => Some(PriorReach::Journal),
            Some(RestoredState { backup, .. }) => Some(PriorReach::Unknown { backup }),
            // An older copy of the folder was put back by hand.
            None if unknown => Some(PriorReach::Journal),
            None => None,
        })
    }

    pub(crate) fn restored_state(&self) -> Result<Option<RestoredState>> {
        self.setting(RESTORED)
    }
}

impl Writer<'_> {
    /// Puts a setting.
    pub fn put_setting<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<FactId> {
        let before: Option<serde_json::Value> = self.setting(key)?;
        let value = serde_json::to_value(value)?;
        let told = serde_json::json!({ "key": key, "before": before, "after": value });
        self.put(FactKind::SettingPut, key, &value, told)
    }

    /// Records that the user has said what left after the restored backup was made.
    pub fn settle_restored(&mut self, note: &str) -> Result<FactId> {
        let day = self.day();
        let state = self.restored_state()?.unwrap_or(RestoredState {
            backup: day,
            journal: true,
            settled: true,
        });
        let value = serde_json::to_value(RestoredState {
            settled: true,
            ..state
        })?;
        let told = serde_json::json!({ "note": note });
        self.put(FactKind::RestoredSettled, RESTORED, &value, told)
    }

    pub(crate) fn mark_restored(&mut self, state: RestoredState) -> Result<FactId> {
        let value = serde_json::to_value(state)?;
        self.put(FactKind::Restored, RESTORED, &value, value.clone())
    }

    fn put(
        &mut self,
        kind: FactKind,
        key: &str,
        value: &serde_json::Value,
        told: serde_json::Value,
    ) -> Result<FactId> {
        self.record(kind, |fact: &mut OpenFact<'_>| {
            fact.connection()
                .prepare_cached("INSERT INTO setting (fact, key, value) VALUES (?1, ?2, ?3)")?
                .execute(rusqlite::params![fact.seq, key, value.to_string()])?;
            fact.made("setting");
            Ok((Told::general(told)?, ()))
        })
        .map(|(fact, ())| fact)
    }
}
