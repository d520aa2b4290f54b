//! Runs of the past, as they are read.

use chrono::{DateTime, NaiveDate, Utc};
use credit::{Channel, ClaimFigures, LetterState, RunId};

use crate::access::Reader;
use crate::error::{Missing, Result, missing};
use crate::sql::{Json, Named, day, moment_of};

/// A run of the past.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its id.
    pub id: RunId,
    /// Its day (`--date`).
    pub date: NaiveDate,
    /// When it was approved.
    pub at: DateTime<Utc>,
    /// The folder into which its letters go; empty when no folder was named.
    pub out: String,
    /// What the use case wrote down with it.
    pub info: serde_json::Value,
    /// Number of letters, without those that were taken back.
    pub letters: u64,
    /// Letters among them that were not handed over yet.
    pub pending: u64,
}

/// What a list of runs tells of one letter.
#[derive(Clone, Debug, PartialEq)]
pub struct RunLetter {
    /// How it travels.
    pub channels: Vec<Channel>,
    /// Where it stands.
    pub state: LetterState,
    /// What it asks.
    pub claim: ClaimFigures,
}

impl Reader<'_> {
    /// The runs, newest first.
    pub fn runs(&self) -> Result<Vec<Run>> {
        self.runs_where("ORDER BY r.id DESC")
    }

    /// The newest run of which not every letter was taken back.
    pub fn last_run(&self) -> Result<Option<Run>> {
        let found = self.runs_where(
            "WHERE EXISTS (SELECT 1 FROM letter t WHERE t.run = r.id AND t.withdrawn IS NULL)
             ORDER BY r.id DESC LIMIT 1",
        )?;
        Ok(found.into_iter().next())
    }

    /// A page of the runs, newest first, with the number of all.
    pub fn runs_page(&self, offset: u32, limit: u32) -> Result<(u64, Vec<Run>)> {
        let total: i64 = self
            .connection()
            .query_row("SELECT count(*) FROM run", [], |row| row.get(0))?;
        let runs = self.runs_where(&format!("ORDER BY r.id DESC LIMIT {limit} OFFSET {offset}"))?;
        Ok((total.unsigned_abs(), runs))
    }

    /// A run.
    pub fn run(&self, run: RunId) -> Result<Run> {
        let found = self.runs_where(&format!("WHERE r.id = {}", run.0))?;
        found
            .into_iter()
            .next()
            .ok_or_else(|| missing(Missing::Run(run)))
    }

    /// How the letters of a run travel and stand, in short.
    pub fn run_letters(&self, run: RunId) -> Result<Vec<RunLetter>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT channels, CASE WHEN withdrawn IS NOT NULL THEN 'withdrawn' ELSE state END, claim FROM letter WHERE run = ?1 ORDER BY id",
        )?;
        let found = statement
            .query_map([run.0], |row| {
                let Json(channels) = row.get(0)?;
                let Named(state) = row.get(1)?;
                let Json(claim) = row.get(2)?;
                Ok(RunLetter {
                    channels,
                    state,
                    claim,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    fn runs_where(&self, condition: &str) -> Result<Vec<Run>> {
        let mut statement = self.connection().prepare(&format!(
            "SELECT r.id, r.date, f.at, r.out, r.info,
               (SELECT count(*) FROM letter t WHERE t.run = r.id AND t.withdrawn IS NULL),
               (SELECT count(*) FROM letter t WHERE t.run = r.id AND t.state = 'approved' AND t.withdrawn IS NULL)
             FROM run r JOIN fact f ON f.seq = r.fact {condition}"
        ))?;
        let found = statement
            .query_map([], |row| {
                let Json(info) = row.get(4)?;
                Ok(Run {
                    id: RunId(row.get(0)?),
                    date: day(row, 1)?,
                    at: moment_of(row, 2)?,
                    out: row.get(3)?,
                    info,
                    letters: row.get::<_, i64>(5)?.unsigned_abs(),
                    pending: row.get::<_, i64>(6)?.unsigned_abs(),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}
