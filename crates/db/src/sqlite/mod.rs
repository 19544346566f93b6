//! SQLite: one writing connection, a few that read, one process per file.

mod batch;
pub(crate) mod connect;
mod copying;
pub(crate) mod fault;
mod readers;
mod statement;
mod syncing;
mod telling;
#[cfg(test)]
mod tests;
pub(crate) mod tidy;
mod writer;

pub(crate) use readers::{Reader, Readers};
pub(crate) use statement::{all, column, execute, optional, prepare};
pub(crate) use writer::{Turn, Writer};

use crate::{Access, DbError, DbOptions, FromRow, Notification, OpenError, Value, migrate};
use rusqlite::Connection;
use std::{fs::File, path::Path, sync::Arc};
use tokio::sync::broadcast;

/// An open SQLite database.
pub(crate) struct Store {
    pub(crate) readers: Arc<Readers>,
    /// None when opened read-only.
    pub(crate) writer: Option<Arc<Writer>>,
    /// Kept locked until the store is closed.
    _lock: Option<File>,
}

impl Store {
    /// Opens the file, creating it unless it is to be read only, and migrates it.
    pub(crate) fn open(
        path: &Path,
        options: &DbOptions,
        news: broadcast::Sender<Notification>,
    ) -> Result<Self, OpenError> {
        let explain = |error: rusqlite::Error| connect::explain(path, options.access, &error);
        let alone = options.access != Access::ReadOnly;
        let readers = Arc::new(Readers::new(path.to_owned(), *options, alone));
        if options.access == Access::ReadOnly {
            let connection = connect::reader(path, options).map_err(explain)?;
            migrate::sqlite::check(&connection, options.migrations)?;
            return Ok(Self { readers, writer: None, _lock: None });
        }
        let lock = connect::lock(path)?;
        let mut connection = connect::writer(path, options).map_err(explain)?;
        if options.access == Access::Migrate {
            migrate::sqlite::run(&mut connection, options.migrations)?;
        } else {
            migrate::sqlite::check(&connection, options.migrations)?;
        }
        connect::empty_log(&connection).map_err(explain)?;
        // It copies pages without looking at them.
        let little = DbOptions { cache_kib: 128, ..*options };
        let copier = connect::writer(path, &little).map_err(explain)?;
        let syncing = connect::syncing(path, &connection, options)?;
        let writer = Writer::new(connection, copier, syncing, Arc::clone(&readers), news);
        let writer = writer.map_err(explain)?;
        Ok(Self { readers, writer: Some(writer), _lock: Some(lock) })
    }
}

/// A connection a transaction owns: one turn of the writer, or a consistent read.
pub(crate) enum Session {
    Write(Turn),
    Snapshot(Reader),
}

impl Session {
    /// Begins a consistent read; all statements see the database as it is at the first of them.
    pub(crate) async fn snapshot(readers: &Arc<Readers>) -> Result<Self, DbError> {
        let reader = readers.borrow().await?;
        if reader.connection()?.is_autocommit() {
            execute(reader.connection()?, "BEGIN DEFERRED", &[])?;
        }
        Ok(Self::Snapshot(reader))
    }

    fn connection(&self) -> Result<&Connection, DbError> {
        match self {
            Self::Write(turn) => turn.connection(),
            Self::Snapshot(reader) => reader.connection(),
        }
    }

    /// Runs statements on this thread.
    pub(crate) fn run<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        work(self.connection()?).map_err(|error| match self {
            Self::Write(turn) => turn.explain(error),
            Self::Snapshot(_) => error,
        })
    }

    /// Reads many rows off the runtime thread, and comes back with itself.
    pub(crate) async fn all<R: FromRow>(
        self,
        sql: &str,
        params: &[Value],
    ) -> Result<(Self, Result<Vec<R>, DbError>), DbError> {
        let (sql, params) = (sql.to_owned(), params.to_vec());
        // If the caller is dropped meanwhile, the session is dropped after the read and undoes
        // what it has to.
        off_thread(move || {
            let rows = self.run(|connection| all(connection, &sql, &params));
            (self, rows)
        })
        .await
    }
}

/// Runs work that may block for long on a thread of its own.
pub(crate) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, DbError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| DbError::Unavailable(format!("a database thread ended: {error}")))
}
