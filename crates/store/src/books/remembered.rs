//! What is remembered for the user: how columns of a file map, rates, texts of letters.

use chrono::{DateTime, Utc};
use credit::FactId;
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::access::{Reader, Writer};
use crate::error::{Result, StoreError};
use crate::log::{FactKind, Told};
use crate::sql::{Json, moment_of};

/// A version of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// The text.
    pub text: String,
    /// When it was kept.
    pub at: DateTime<Utc>,
}

fn template_of_row(row: &Row<'_>) -> rusqlite::Result<Template> {
    Ok(Template {
        name: row.get(0)?,
        version: row.get(1)?,
        text: row.get(2)?,
        at: moment_of(row, 3)?,
    })
}

impl Reader<'_> {
    /// How the columns of a file with this header were mapped the last time.
    pub fn csv_mapping<T: DeserializeOwned>(&self, fingerprint: &str) -> Result<Option<T>> {
        let text: Option<String> = self
            .connection()
            .prepare_cached(
                "SELECT body FROM csv_mapping WHERE fingerprint = ?1 AND undone IS NULL ORDER BY id DESC LIMIT 1",
            )?
            .query_row([fingerprint], |row| row.get(0))
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }

    /// The rates that the user put, oldest first.
    pub fn user_rates<T: DeserializeOwned>(&self) -> Result<Vec<T>> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT body FROM user_rate WHERE undone IS NULL ORDER BY id")?;
        let found = statement
            .query_map([], |row| row.get::<_, Json<T>>(0).map(|body| body.0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The text that holds, if the user changed it.
    pub fn template(&self, name: &str) -> Result<Option<Template>> {
        Ok(self.template_versions(name)?.pop())
    }

    /// The texts that hold, of all names.
    pub fn templates(&self) -> Result<Vec<Template>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT name, version, text, f.at FROM template t JOIN fact f ON f.seq = t.fact WHERE undone IS NULL AND version =
               (SELECT max(version) FROM template n WHERE n.name = t.name AND n.undone IS NULL) ORDER BY name",
        )?;
        let found = statement
            .query_map([], template_of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// All versions of a text, oldest first.
    pub fn template_versions(&self, name: &str) -> Result<Vec<Template>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT name, version, text, f.at FROM template t JOIN fact f ON f.seq = t.fact
             WHERE name = ?1 AND undone IS NULL ORDER BY version",
        )?;
        let found = statement
            .query_map([name], template_of_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

impl Writer<'_> {
    /// Remembers how the columns of files with this header map.
    pub fn remember_mapping<T: Serialize>(
        &mut self,
        fingerprint: &str,
        mapping: &T,
    ) -> Result<FactId> {
        self.record(FactKind::MappingRemembered, |fact| {
            fact.connection()
                .prepare_cached(
                    "INSERT INTO csv_mapping (fact, fingerprint, body) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![fact.seq, fingerprint, Json(mapping)])?;
            fact.made("csv_mapping");
            Ok::<_, StoreError>((
                Told::general(serde_json::json!({ "fingerprint": fingerprint }))?,
                (),
            ))
        })
        .map(|(fact, ())| fact)
    }

    /// Puts a rate of the user's own.
    pub fn put_user_rate<T: Serialize>(&mut self, rate: &T) -> Result<FactId> {
        self.record(FactKind::RatePut, |fact| {
            fact.connection()
                .prepare_cached("INSERT INTO user_rate (fact, body) VALUES (?1, ?2)")?
                .execute(params![fact.seq, Json(rate)])?;
            fact.made("user_rate");
            Ok::<_, StoreError>((Told::general(rate)?, ()))
        })
        .map(|(fact, ())| fact)
    }

    /// Puts a new version of a text.
    pub fn put_template(&mut self, name: &str, text: &str) -> Result<FactId> {
        self.record(FactKind::TemplatePut, |fact| {
            let version: i64 = fact
                .connection()
                .prepare_cached(
                    "SELECT coalesce(max(version), 0) + 1 FROM template WHERE name = ?1",
                )?
                .query_row([name], |row| row.get(0))?;
            fact.connection()
                .prepare_cached(
                    "INSERT INTO template (fact, name, version, text) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![fact.seq, name, version, text])?;
            fact.made("template");
            let told = Told::general(serde_json::json!({ "name": name, "version": version }))?;
            Ok::<_, StoreError>((told, ()))
        })
        .map(|(fact, ())| fact)
    }
}
