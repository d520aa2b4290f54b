//! The creditor, the settings that decisions read, and what is known of the bank.

use chrono::NaiveDate;
use credit::{Books, Creditor, FactId, Settings};

use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, missing};
use crate::sql::Day;

const CREDITOR: &str = "creditor";
const SETTINGS: &str = "settings";

impl Reader<'_> {
    /// The creditor, once told.
    pub fn creditor(&self) -> Result<Option<Creditor>> {
        self.setting(CREDITOR)
    }

    /// The settings; the defaults until they are put.
    pub fn settings(&self) -> Result<Settings> {
        Ok(self.setting(SETTINGS)?.unwrap_or_default())
    }

    /// The last day through which bank data is known: the newest closing or booking date.
    pub fn bank_through(&self) -> Result<Option<NaiveDate>> {
        let newest: Option<Day> = self
            .connection()
            .prepare_cached(
                "SELECT max(day) FROM (
                   SELECT max(date) AS day FROM bank_line WHERE undone IS NULL
                   UNION ALL
                   SELECT max(coalesce(closing_date, through_date)) FROM statement WHERE undone IS NULL)",
            )?
            .query_row([], |row| row.get(0))?;
        Ok(newest.map(|day| day.0))
    }

    /// The facts of the administration that every decision reads.
    pub fn books(&self) -> Result<Books> {
        Ok(Books {
            creditor: self.creditor()?.ok_or_else(|| missing(Missing::Creditor))?,
            settings: self.settings()?,
            bank_through: self.bank_through()?,
            restored: self.restored()?,
        })
    }
}

impl Writer<'_> {
    /// Puts the creditor.
    pub fn put_creditor(&mut self, creditor: &Creditor) -> Result<FactId> {
        self.put_setting(CREDITOR, creditor)
    }

    /// Puts the settings.
    pub fn put_settings(&mut self, settings: &Settings) -> Result<FactId> {
        self.put_setting(SETTINGS, settings)
    }
}
