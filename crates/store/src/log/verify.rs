//! Verifying: the chain of the log, the rows of every fact, the bytes of every kept file, and
//! the pages underneath.
//!
//! What it cannot see: facts, with all their rows, cut off from the end of the log by somebody who
//! has the key and also sets back the counter of SQLite. The head that is printed on each run
//! sheet shows that.

use std::collections::{HashMap, HashSet};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::digest::{Digesting, RowsDigest};
use super::fact::{Body, Head, Link, head};
use super::tables::{Protected, TABLES};
use crate::access::Reader;
use crate::books::caches;
use crate::connection::{seal_problems, tree_problems};
use crate::error::{Part, Result, StoreError};
use crate::vault::hex;

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `chain_broken`, `fact_missing`, `tail_missing`, `rows_changed`, `rows_without_fact`,
    /// `undone_changed`, `bytes_changed`, `cache_drifted`, `reference_broken`, `pages_damaged`.
    pub code: &'static str,
    /// The fact, row or table it is about (`F-12`, `letter_file 3`).
    pub subject: String,
    /// Parameters of the message, by name.
    pub params: Vec<(&'static str, String)>,
}

/// The outcome of verifying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// Number of facts.
    pub facts: u64,
    /// Hash of the last fact, hexadecimal.
    pub head: String,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Verifies the whole administration; damage is an answer here, not an error.
    pub fn verify(&self) -> Result<Verification> {
        let connection = self.connection();
        let mut problems = Problems::default();
        problems.add_pages(readable(tree_problems(connection))?);
        let head = readable(head(connection))?.unwrap_or(Head {
            facts: 0,
            hash: String::new(),
        });
        if problems.list.is_empty() {
            let checked = check_all(connection, &mut problems);
            if readable(checked)?.is_none() {
                problems.add_pages(None);
            }
        }
        problems.add_pages(readable(seal_problems(connection))?);
        let Problems { list } = problems;
        Ok(Verification {
            ok: list.is_empty(),
            facts: head.facts,
            head: head.hash,
            problems: list,
        })
    }
}

/// None where the database is too damaged to answer.
fn readable<T>(outcome: Result<T>) -> Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::Damaged {
            part: Part::Database,
        }) => Ok(None),
        Err(other) => Err(other),
    }
}

#[derive(Default)]
struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    fn add(
        &mut self,
        code: &'static str,
        subject: impl Into<String>,
        params: Vec<(&'static str, String)>,
    ) {
        self.list.push(Problem {
            code,
            subject: subject.into(),
            params,
        });
    }

    /// What was found wrong with pages; none where that could not even be read.
    fn add_pages(&mut self, found: Option<Vec<String>>) {
        for text in found.unwrap_or_else(|| vec!["unreadable".to_owned()]) {
            self.add("pages_damaged", "administration.db", vec![("found", text)]);
        }
    }
}

/// What the facts say about their rows: (table, fact) → digest.
#[derive(Default)]
struct Expected {
    rows: HashMap<(String, i64), RowsDigest>,
    undone: HashMap<(String, i64), RowsDigest>,
    /// The letter files by the hash that the approving fact holds.
    letter_files: HashMap<i64, String>,
}

fn check_all(connection: &Connection, problems: &mut Problems) -> Result<()> {
    let undone_facts = undone_facts(connection)?;
    let mut expected = check_chain(connection, problems)?;
    expected
        .undone
        .retain(|(_, fact), _| !undone_facts.contains(fact));
    for table in TABLES {
        check_rows(connection, table, &mut expected, problems)?;
        if table.undoable {
            check_undone(connection, table, &mut expected, &undone_facts, problems)?;
        }
        if table.has_bytes {
            check_bytes(connection, table, &expected, problems)?;
        }
    }
    for (table, fact) in expected.rows.keys() {
        problems.add(
            "rows_changed",
            format!("F-{fact}"),
            vec![("table", table.clone())],
        );
    }
    for (table, fact) in expected.undone.keys() {
        problems.add(
            "undone_changed",
            format!("F-{fact}"),
            vec![("table", table.clone())],
        );
    }
    for (table, id) in caches::drifted(connection)? {
        problems.add("cache_drifted", format!("{table} {id}"), Vec::new());
    }
    check_references(connection, problems)
}

fn undone_facts(connection: &Connection) -> Result<HashSet<i64>> {
    let mut statement = connection.prepare("SELECT target FROM undo")?;
    let found = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Recomputes the chain, and reads what the facts say about their rows.
fn check_chain(connection: &Connection, problems: &mut Problems) -> Result<Expected> {
    let mut statement = connection.prepare(
        "SELECT seq, at, day, kind, subject_kind, subject, body, prev, hash FROM fact ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let mut expected = Expected::default();
    let (mut last, mut prev) = (0_i64, [0_u8; 32]);
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        if seq != last + 1 {
            problems.add("fact_missing", format!("F-{}", last + 1), Vec::new());
        }
        let (stored_prev, hash): ([u8; 32], [u8; 32]) = (row.get(7)?, row.get(8)?);
        let body = text(row, 6)?;
        let link = Link {
            seq,
            at: text(row, 1)?,
            day: text(row, 2)?,
            kind: text(row, 3)?,
            subject_kind: row.get_ref(4)?.as_str_or_null().ok().flatten(),
            subject: row.get(5)?,
            body,
        };
        if stored_prev != prev || link.hash(&stored_prev) != hash {
            problems.add("chain_broken", format!("F-{seq}"), Vec::new());
        }
        match serde_json::from_str::<Body>(body) {
            Ok(body) => expect(&mut expected, seq, body),
            Err(_) => problems.add("chain_broken", format!("F-{seq}"), Vec::new()),
        }
        (last, prev) = (seq, hash);
    }
    let counted: i64 = connection.query_row(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'fact'), 0)",
        [],
        |row| row.get(0),
    )?;
    if counted != last {
        problems.add(
            "tail_missing",
            format!("F-{}", last + 1),
            vec![("counted", counted.to_string())],
        );
    }
    Ok(expected)
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    row.get_ref(column)?
        .as_str()
        .map_err(|_| StoreError::Damaged {
            part: Part::Database,
        })
}

fn expect(expected: &mut Expected, seq: i64, body: Body) {
    for (table, digest) in body.rows {
        expected.rows.insert((table, seq), digest);
    }
    for (table, digest) in body.undone {
        expected.undone.insert((table, seq), digest);
    }
    let letters = body
        .data
        .get("letters")
        .and_then(serde_json::Value::as_array);
    for file in letters
        .into_iter()
        .flatten()
        .filter_map(|letter| letter.get("files")?.as_array())
        .flatten()
    {
        let id = file.get("id").and_then(serde_json::Value::as_i64);
        let sha256 = file.get("sha256").and_then(serde_json::Value::as_str);
        if let (Some(id), Some(sha256)) = (id, sha256) {
            expected.letter_files.insert(id, sha256.to_owned());
        }
    }
}

/// Hands out one digest per group of rows that share their first column.
fn grouped(
    connection: &Connection,
    sql: &str,
    table: &Protected,
    mut each: impl FnMut(i64, RowsDigest),
) -> Result<()> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut group: Option<(i64, Digesting)> = None;
    while let Some(row) = rows.next()? {
        let owner: i64 = row.get(0)?;
        if group.as_ref().is_none_or(|(current, _)| *current != owner)
            && let Some((done, digest)) = group.replace((owner, Digesting::new(table.name)))
        {
            each(done, digest.done());
        }
        if let Some((_, digest)) = &mut group {
            digest.row(row, 1, columns)?;
        }
    }
    if let Some((done, digest)) = group {
        each(done, digest.done());
    }
    Ok(())
}

fn check_rows(
    connection: &Connection,
    table: &Protected,
    expected: &mut Expected,
    problems: &mut Problems,
) -> Result<()> {
    grouped(
        connection,
        &table.select_all(""),
        table,
        |fact, found| match expected.rows.remove(&(table.name.to_owned(), fact)) {
            Some(written) if written == found => {}
            Some(_) => {
                problems.add(
                    "rows_changed",
                    format!("F-{fact}"),
                    vec![("table", table.name.to_owned())],
                );
            }
            None => {
                problems.add(
                    "rows_without_fact",
                    format!("F-{fact}"),
                    vec![("table", table.name.to_owned())],
                );
            }
        },
    )
}

fn check_undone(
    connection: &Connection,
    table: &Protected,
    expected: &mut Expected,
    undone_facts: &HashSet<i64>,
    problems: &mut Problems,
) -> Result<()> {
    let mut of_undone_facts = false;
    grouped(
        connection,
        &table.select_undone("IS NOT NULL"),
        table,
        |fact, found| match expected.undone.remove(&(table.name.to_owned(), fact)) {
            Some(written) if written == found => {}
            None if undone_facts.contains(&fact) => of_undone_facts = true,
            _ => problems.add(
                "undone_changed",
                format!("F-{fact}"),
                vec![("table", table.name.to_owned())],
            ),
        },
    )?;
    if of_undone_facts {
        // What an undone fact had taken away may only stay away if its own fact was undone too.
        let name = table.name;
        let mut statement = connection.prepare(&format!(
            "SELECT t.id FROM {name} t WHERE t.undone IN (SELECT target FROM undo)
               AND t.fact NOT IN (SELECT target FROM undo)"
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            problems.add(
                "undone_changed",
                format!("{name} {id}"),
                vec![("table", name.to_owned())],
            );
        }
    }
    Ok(())
}

/// Compares kept bytes with their hash, and with the hash that the approving fact holds.
fn check_bytes(
    connection: &Connection,
    table: &Protected,
    expected: &Expected,
    problems: &mut Problems,
) -> Result<()> {
    let name = table.name;
    let mut statement = connection.prepare(&format!(
        "SELECT id, sha256, size, bytes FROM {name} ORDER BY id"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let sha256 = text(row, 1)?;
        let size: i64 = row.get(2)?;
        let bytes = match row.get_ref(3)? {
            ValueRef::Blob(bytes) => bytes,
            _ => &[],
        };
        let told =
            (name == "letter_file").then(|| expected.letter_files.get(&id).map(String::as_str));
        let same = hex(&Sha256::digest(bytes)) == sha256
            && i64::try_from(bytes.len()) == Ok(size)
            && told.is_none_or(|told| told == Some(sha256));
        if !same {
            problems.add("bytes_changed", format!("{name} {id}"), Vec::new());
        }
    }
    Ok(())
}

fn check_references(connection: &Connection, problems: &mut Problems) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, id): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
        problems.add(
            "reference_broken",
            format!("{table} {}", id.unwrap_or_default()),
            Vec::new(),
        );
    }
    Ok(())
}
