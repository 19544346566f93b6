//! The read-only connections of a SQLite file.
//!
//! A point read takes a connection, runs and gives it back without leaving the thread, so there
//! are never more of them in use than threads and nobody waits: when none is free, one more is
//! opened. Only work that keeps a connection for long (lists, snapshots) is limited.

use super::{connect, statement};
use crate::{DbError, DbOptions, FromRow, Value};
use rusqlite::Connection;
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The idle connections, and how many may be kept for long at a time.
pub(crate) struct Readers {
    path: PathBuf,
    options: DbOptions,
    idle: Mutex<Vec<Connection>>,
    long: Arc<Semaphore>,
}

/// A connection kept for longer than a point read; it goes back when dropped.
pub(crate) struct Reader {
    connection: Option<Connection>,
    home: Arc<Readers>,
    _permit: OwnedSemaphorePermit,
}

impl Readers {
    pub(crate) fn new(path: PathBuf, options: DbOptions) -> Self {
        let long = Arc::new(Semaphore::new(options.readers.max(1)));
        Self { path, options, idle: Mutex::new(Vec::with_capacity(options.readers)), long }
    }

    /// The last connection given back is the first taken, because its cache is warm.
    fn take(&self) -> Result<Connection, DbError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(connection) => Ok(connection),
            None => connect::reader(&self.path, &self.options)
                .map_err(|error| super::fault::translate(&error)),
        }
    }

    fn give_back(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < self.options.readers {
            idle.push(connection);
        }
    }

    /// Runs a short read on this thread.
    pub(crate) fn inline<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        let connection = self.take()?;
        let result = read(&connection);
        self.give_back(connection);
        result
    }

    /// Takes a connection for as long as the caller wants.
    pub(crate) async fn borrow(self: &Arc<Self>) -> Result<Reader, DbError> {
        let permit = Arc::clone(&self.long)
            .acquire_owned()
            .await
            .map_err(|_| DbError::Unavailable("the database is closed".into()))?;
        let connection = self.take()?;
        Ok(Reader { connection: Some(connection), home: Arc::clone(self), _permit: permit })
    }

    /// Reads many rows off the runtime thread.
    pub(crate) async fn all<R: FromRow>(
        self: &Arc<Self>,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<R>, DbError> {
        let reader = self.borrow().await?;
        let (sql, params) = (sql.to_owned(), params.to_vec());
        // If the caller is dropped meanwhile, the reader goes back when the rows are read.
        super::off_thread(move || statement::all(reader.connection()?, &sql, &params)).await?
    }
}

impl Reader {
    pub(crate) fn connection(&self) -> Result<&Connection, DbError> {
        self.connection.as_ref().ok_or_else(|| DbError::other("the connection has been given back"))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        // A snapshot leaves its transaction open; a connection that can't end it is not reused.
        if connection.is_autocommit() || connection.execute_batch("ROLLBACK").is_ok() {
            self.home.give_back(connection);
        }
    }
}
