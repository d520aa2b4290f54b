//! Opening the encrypted database: one sequence, always the same.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::error::{Part, Result, StoreError};
use crate::folder::create_private_file;
use crate::vault::DataKey;

/// Marks the database as an administration of this program ("STVD").
pub(crate) const APPLICATION_ID: i32 = 0x5354_5644;

/// Makes a new, empty database under `key`.
pub(crate) fn create(path: &Path, key: &DataKey) -> Result<Connection> {
    drop(create_private_file(path)?);
    let connection = keyed(path, key)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    guarded(connection)
}

/// Opens an existing database under `key`, which is known to be its key.
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection> {
    let connection = keyed(path, key)?;
    // The first read proves the key and the first page.
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    if connection.is_readonly(MAIN_DB)? {
        return Err(not_writable(&connection));
    }
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotAnAdministration);
    }
    guarded(connection)
}

/// A new, empty database under `key`, for the backup interface to fill.
pub(crate) fn bare(path: &Path, key: &DataKey) -> Result<Connection> {
    drop(create_private_file(path)?);
    keyed(path, key)
}

/// Opens a database that is open already, to read beside whoever writes to it.
pub(crate) fn beside(path: &Path, key: &DataKey) -> Result<Connection> {
    let connection = opened(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch(
        "PRAGMA query_only = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8000;      -- after each write of the other all of it is wiped, and the next answer waits for that",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

fn keyed(path: &Path, key: &DataKey) -> Result<Connection> {
    opened(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

fn opened(path: &Path, key: &DataKey, access: OpenFlags) -> Result<Connection> {
    whole_library();
    // No URI names, no mutex (one owner at a time), never a new file by accident.
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // Key errors would otherwise be written to the terminal.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    connection.execute_batch(&key.pragma())?;
    connection.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    Ok(connection)
}

/// SQLite calls itself ready before SQLCipher's own set-up, which follows it, has ended: a second
/// thread that opens its first database in between would be refused its key.
pub(crate) fn whole_library() {
    static SET_UP: Once = Once::new();
    SET_UP.call_once(|| drop(Connection::open_in_memory()));
}

/// SQLite also closes itself to writing when it meets a page that it cannot read.
fn not_writable(connection: &Connection) -> StoreError {
    match is_sound(connection) {
        Ok(true) => StoreError::ReadOnly,
        Ok(false) => StoreError::Damaged {
            part: Part::Database,
        },
        Err(other) => other,
    }
}

fn guarded(connection: Connection) -> Result<Connection> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON; -- REPLACE would otherwise walk round the delete triggers
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;     -- nothing readable on disk
         PRAGMA cache_size = -32000;     -- 32 MB: each page that is not cached is decrypted again",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(not_writable(&connection));
    }
    // Checkpoints at 16 MB: big imports would otherwise write each page of an index many times.
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;")?;
    #[cfg(target_os = "macos")]
    connection.execute_batch("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Whether every page authenticates under the key and the tree of pages is sound.
pub(crate) fn is_sound(connection: &Connection) -> Result<bool> {
    match page_problems(connection) {
        Ok(problems) => Ok(problems.is_empty()),
        Err(StoreError::Damaged {
            part: Part::Database,
        }) => Ok(false),
        Err(other) => Err(other),
    }
}

/// What SQLCipher and SQLite find wrong with the pages of the database.
fn page_problems(connection: &Connection) -> Result<Vec<String>> {
    let mut problems = seal_problems(connection)?;
    problems.extend(tree_problems(connection)?);
    Ok(problems)
}

/// The pages of the file whose seal does not fit what they hold. One question to SQLCipher, which
/// nothing interrupts: where somebody may wait for it to stop, it comes last.
pub(crate) fn seal_problems(connection: &Connection) -> Result<Vec<String>> {
    problems_of(connection, "PRAGMA cipher_integrity_check")
}

/// The pages that do not hang together, or cannot be read.
pub(crate) fn tree_problems(connection: &Connection) -> Result<Vec<String>> {
    problems_of(connection, "PRAGMA integrity_check")
}

fn problems_of(connection: &Connection, pragma: &str) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(0)?;
        if text != "ok" {
            problems.push(text);
        }
    }
    Ok(problems)
}
