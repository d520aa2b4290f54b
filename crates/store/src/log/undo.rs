//! Undoing a fact: its rows are marked, what it replaced comes back, what it undid comes back.
//! Nothing is deleted, and nothing is pulled from under what later facts built.

use std::collections::BTreeSet;

use credit::FactId;
use rusqlite::{Connection, params};

use super::fact::{Body, COLUMNS, Fact, FactKind, Subject, of_row, read_fact};
use super::open_fact::{OpenFact, Told, undoable};
use super::tables::{Past, Protected, resting_on};
use crate::access::{Reader, Writer};
use crate::books::{caches, merge};
use crate::error::{Result, StoreError};
use crate::sql::Json;

impl Reader<'_> {
    /// The last act that still stands: undoing is none, nor what is noted along with acts.
    pub fn last_act(&self) -> Result<Option<Fact>> {
        let mut statement = self.connection().prepare_cached(&format!(
            "{COLUMNS} WHERE u.fact IS NULL ORDER BY f.seq DESC"
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let fact = of_row(row)?;
            let is_act = match fact.kind {
                FactKind::Undone | FactKind::MappingRemembered => false,
                FactKind::LettersWithdrawn => fact.data["undo"].is_null(),
                FactKind::RunApproved => !self.was_taken_back(&fact)?,
                _ => true,
            };
            if is_act {
                return Ok(Some(fact));
            }
        }
        Ok(None)
    }

    /// The last act, when it can be undone, or approved letters of which one can still be taken back.
    /// When it cannot, none: nobody undoes unseen what came before it.
    pub fn last_undoable(&self) -> Result<Option<Fact>> {
        match self.last_act()? {
            Some(fact) if fact.kind.is_undoable() || self.can_be_taken_back(&fact)? => {
                Ok(Some(fact))
            }
            _ => Ok(None),
        }
    }

    /// The facts that have to be undone before this one, oldest first; none when it can be
    /// undone at once.
    pub fn undo_obstacles(&self, fact: FactId) -> Result<Vec<FactId>> {
        let found = read_fact(self.connection(), fact)?;
        if self.can_be_taken_back(&found)? {
            return Ok(Vec::new());
        }
        check_kind(self.connection(), &found)?;
        obstacles(self.connection(), fact)
    }
}

impl Writer<'_> {
    /// Undoes a fact. Of a run that was approved, the letters that have not left are taken back.
    ///
    /// Refuses what has left the house ([`StoreError::LeftTheHouse`]) and what later facts build
    /// on ([`StoreError::BuiltUpon`], which names them).
    pub fn undo(&mut self, target: FactId) -> Result<FactId> {
        let approved = read_fact(self.connection(), target)?;
        if let (FactKind::RunApproved, Some(Subject::Run(run))) = (approved.kind, approved.subject)
        {
            return self.withdraw_run(run, target);
        }
        self.record(FactKind::Undone, |fact| {
            let found = read_fact(fact.connection(), target)?;
            check_kind(fact.connection(), &found)?;
            let by = obstacles(fact.connection(), target)?;
            if !by.is_empty() {
                return Err(StoreError::BuiltUpon { fact: target, by });
            }
            take_back(fact, target)?;
            bring_back(fact, target)?;
            caches::rebuild_after_undo(fact.connection(), fact.seq, target.0)?;
            if found.kind == FactKind::CustomersMerged {
                let by = merge::crossing(fact.connection())?;
                if !by.is_empty() {
                    return Err(StoreError::BuiltUpon { fact: target, by });
                }
            }
            fact.connection()
                .prepare_cached("INSERT INTO undo (fact, target) VALUES (?1, ?2)")?
                .execute([fact.seq, target.0])?;
            fact.made("undo");
            let told = Told::about(
                Subject::Fact(target),
                serde_json::json!({ "kind": found.kind.code(), "about": found.subject.map(|s| s.to_string()) }),
            )?;
            Ok((told, ()))
        })
        .map(|(fact, ())| fact)
    }
}

fn check_kind(connection: &Connection, fact: &Fact) -> Result<()> {
    if let Some(by) = fact.undone_by {
        return Err(StoreError::AlreadyUndone { fact: fact.id, by });
    }
    if fact.kind.is_undoable() {
        return Ok(());
    }
    let sent: bool = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM letter WHERE fact = ?1)
                 OR EXISTS (SELECT 1 FROM letter_move WHERE fact = ?1)
                 OR EXISTS (SELECT 1 FROM letter_proof WHERE fact = ?1)",
        )?
        .query_row([fact.id.0], |row| row.get(0))?;
    Err(if sent {
        StoreError::LeftTheHouse { fact: fact.id }
    } else {
        StoreError::NotUndoable { fact: fact.id }
    })
}

/// The later facts that build on rows of `target`. The fact says itself in which tables it made and
/// unmade rows; each query begins at those few rows, for left to itself the planner walks whole tables
/// to have their order.
fn obstacles(connection: &Connection, target: FactId) -> Result<Vec<FactId>> {
    let Json(body): Json<Body> = connection
        .prepare_cached("SELECT body FROM fact WHERE seq = ?1")?
        .query_row([target.0], |row| row.get(0))?;
    let mut by = BTreeSet::new();
    for table in undoable() {
        if body.rows.contains_key(table.name) {
            if let Some(past) = &table.past {
                collect(connection, &replaced_later(table, past), target, &mut by)?;
            }
            for (dependent, column) in resting_on(table.name) {
                let sql = resting_later(table, dependent, column);
                collect(connection, &sql, target, &mut by)?;
            }
        }
        if body.undone.contains_key(table.name) {
            for (column, on) in table.rests_on {
                let sql = revived_on_undone(table, column, on);
                collect(connection, &sql, target, &mut by)?;
            }
        }
    }
    by.remove(&target);
    Ok(by.into_iter().collect())
}

fn collect(
    connection: &Connection,
    sql: &str,
    target: FactId,
    by: &mut BTreeSet<FactId>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([target.0])?;
    while let Some(row) = rows.next()? {
        by.insert(FactId(row.get(0)?));
    }
    Ok(())
}

/// Facts whose version replaced one that the target made.
fn replaced_later(table: &Protected, past: &Past) -> String {
    let (name, Past { table: past, of }) = (table.name, past);
    format!(
        "SELECT DISTINCT n.fact FROM {past} p INDEXED BY {past}_fact CROSS JOIN {name} n ON n.id = p.{of}
         WHERE p.fact = ?1 AND p.undone IS NULL"
    )
}

/// Facts whose rows refer to rows that would be undone, and facts that took such rows away
/// (and would want to bring them back when they are undone).
fn resting_later(table: &Protected, dependent: &Protected, column: &str) -> String {
    let (name, rest) = (table.name, dependent.name);
    // A row that gets an earlier version back does not go away.
    let stays = table
        .past
        .as_ref()
        .map_or(String::new(), |Past { table: past, of }| {
            format!(
                "AND NOT EXISTS (SELECT 1 FROM {past} p WHERE p.{of} = t.id AND p.undone IS NULL)"
            )
        });
    let resting = format!(
        "FROM {name} t INDEXED BY {name}_fact CROSS JOIN {rest} d ON d.{column} = t.id
         WHERE t.fact = ?1 AND t.undone IS NULL {stays} AND d.fact <> ?1"
    );
    if !dependent.undoable {
        return format!("SELECT DISTINCT d.fact {resting}");
    }
    let taken_away = "EXISTS (SELECT 1 FROM fact f WHERE f.seq = d.undone AND f.kind <> 'undone'
           AND NOT EXISTS (SELECT 1 FROM undo u WHERE u.target = f.seq))";
    format!(
        "SELECT d.fact {resting} AND (d.undone IS NULL OR {taken_away})
         UNION SELECT d.undone {resting} AND d.undone IS NOT NULL AND {taken_away}"
    )
}

/// Facts that undid what rows rest on that would come back.
fn revived_on_undone(table: &Protected, column: &str, on: &str) -> String {
    let name = table.name;
    format!(
        "SELECT DISTINCT o.undone FROM {name} t INDEXED BY {name}_undone CROSS JOIN {on} o ON o.id = t.{column}
         WHERE t.undone = ?1 AND o.undone IS NOT NULL AND o.undone <> ?1
           AND NOT EXISTS (SELECT 1 FROM undo u WHERE u.target = t.fact)"
    )
}

/// Marks the rows of the target, or puts the version back that they replaced.
fn take_back(fact: &mut OpenFact<'_>, target: FactId) -> Result<()> {
    for table in undoable() {
        if let Some(past) = &table.past {
            put_back_versions(fact, table, past, target)?;
        }
        let name = table.name;
        let marked = fact
            .connection()
            .prepare_cached(&format!(
                "UPDATE {name} SET undone = ?1 WHERE fact = ?2 AND undone IS NULL"
            ))?
            .execute([fact.seq, target.0])?;
        if marked > 0 {
            fact.unmade(name);
        }
    }
    Ok(())
}

fn put_back_versions(
    fact: &mut OpenFact<'_>,
    table: &Protected,
    past: &Past,
    target: FactId,
) -> Result<()> {
    let Protected { name, columns, .. } = table;
    let Past { table: past, of } = past;
    let connection = fact.connection();
    let mut find = connection.prepare_cached(&format!(
        "SELECT t.id, (SELECT p.id FROM {past} p WHERE p.{of} = t.id AND p.undone IS NULL ORDER BY p.fact DESC LIMIT 1)
         FROM {name} t WHERE t.fact = ?1 AND t.undone IS NULL"
    ))?;
    let found: Vec<(i64, Option<i64>)> = find
        .query_map([target.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (id, before) in found {
        let Some(before) = before else { continue };
        connection
            .prepare_cached(&format!(
                "INSERT INTO {past} (fact, undone, {of}, {columns}) SELECT fact, ?2, id, {columns} FROM {name} WHERE id = ?1"
            ))?
            .execute([id, fact.seq])?;
        connection
            .prepare_cached(&format!(
                "UPDATE {name} SET (fact, {columns}) = (SELECT fact, {columns} FROM {past} WHERE id = ?2) WHERE id = ?1"
            ))?
            .execute([id, before])?;
        connection
            .prepare_cached(&format!("DELETE FROM {past} WHERE id = ?1"))?
            .execute([before])?;
        caches::rebuild_row(connection, name, id)?;
        fact.unmade(name);
    }
    Ok(())
}

/// Revives the rows that the target had undone (a merge, an allocation taken back), unless the
/// fact that made them was undone since.
fn bring_back(fact: &OpenFact<'_>, target: FactId) -> Result<()> {
    for table in undoable() {
        let name = table.name;
        fact.connection()
            .prepare_cached(&format!(
                "UPDATE {name} SET undone = NULL WHERE undone = ?1
                 AND NOT EXISTS (SELECT 1 FROM undo u WHERE u.target = {name}.fact)"
            ))?
            .execute(params![target.0])?;
    }
    Ok(())
}
