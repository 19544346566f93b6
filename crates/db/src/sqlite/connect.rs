//! Opens connections to a SQLite file with the settings Crewdesk relies on.

use super::syncing::Syncing;
use crate::{Access, DbOptions, OpenError};
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};
use std::{
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    time::Duration,
};

/// More than all statements of the product, so that each is prepared once per connection.
const STATEMENTS: usize = 512;
/// The log is cut to this size in bytes when it restarts after having grown.
const LOG_LIMIT: u32 = 64 << 20;
/// How long opening waits for another program's lock.
const OPENING: Duration = Duration::from_secs(5);

/// The connection all writes share.
pub(crate) fn writer(path: &Path, options: &DbOptions) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // Whoever had the file before may still be copying its log.
    connection.busy_timeout(OPENING)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = {};
         PRAGMA wal_autocheckpoint = 0;
         PRAGMA journal_size_limit = {LOG_LIMIT};
         PRAGMA foreign_keys = ON;",
        if options.sync { "FULL" } else { "OFF" },
    ))?;
    settle(&connection, options)?;
    // From now on, waiting for another program's lock is done asynchronously; see Writer::open_batch.
    connection.busy_timeout(Duration::ZERO)?;
    Ok(connection)
}

/// Copies what a crash left in the log into the file, so that the log begins anew. Its end may be in the system's memory
/// only, where the disk failed; then whatever is built upon it would be lost together with it.
pub(super) fn empty_log(writer: &Connection) -> rusqlite::Result<()> {
    writer.busy_timeout(OPENING)?;
    let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
    if writer.query_row(sql, [], |row| row.get::<_, bool>("busy"))? {
        tracing::warn!("another program reads the database, so its log does not begin anew");
    }
    writer.busy_timeout(Duration::ZERO)
}

/// Lets the writer commit without waiting for the disk, and tells where that is done instead. The log exists from the
/// first read on. It stands beside the file that is meant, where the path is a link to one.
pub(super) fn syncing(
    path: &Path,
    writer: &Connection,
    options: &DbOptions,
) -> Result<Syncing, OpenError> {
    if !options.sync {
        return Ok(Syncing::none());
    }
    writer
        .execute_batch("PRAGMA synchronous = NORMAL")
        .map_err(|error| explain(path, options.access, &error))?;
    Syncing::of_log(writer.path().map_or(path, Path::new))
        .map_err(|error| OpenError::Unwritable { path: path.to_owned(), reason: error.to_string() })
}

/// One of the connections that only read.
pub(crate) fn reader(path: &Path, options: &DbOptions) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    settle(&connection, options)?;
    Ok(connection)
}

fn settle(connection: &Connection, options: &DbOptions) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A statement is planned once, whatever is bound to it; planning anew takes longer than a point read.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(&format!(
        "PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -{};
         PRAGMA mmap_size = 0;
         PRAGMA trusted_schema = OFF;",
        options.cache_kib,
    ))
}

/// Holds `FILE.lock` for as long as it lives, so that one process writes a file.
pub(crate) fn lock(path: &Path) -> Result<File, OpenError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let unwritable = |error: std::io::Error| OpenError::Unwritable {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(PathBuf::from(name))
        .map_err(unwritable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
        Err(TryLockError::Error(error)) => Err(unwritable(error)),
    }
}

/// Says what a failure to open this file means.
pub(crate) fn explain(path: &Path, access: Access, error: &rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::NotADatabase(path),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::InUse(path),
        Some(ErrorCode::CannotOpen) if access == Access::ReadOnly && !path.exists() => {
            OpenError::Missing(path)
        }
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied
            | ErrorCode::DiskFull,
        ) => OpenError::Unwritable { path, reason: error.to_string() },
        _ => OpenError::Other(error.to_string()),
    }
}
