//! One transaction, or one read, on either engine.

use crate::closing::{Closing, Mark};
use crate::tally::Count;
use crate::{DbError, Engine, FromRow, Query, Value, dialect, postgres, sqlite};
use std::sync::Arc;

/// What the closures of [`Db::read`](crate::Db::read) and [`Db::write`](crate::Db::write) get.
///
/// Inside a write, a statement that fails spoils the transaction on both engines, as PostgreSQL
/// has it: it can only be rolled back. Ask first, write `ON CONFLICT DO NOTHING`, or wrap the
/// attempt in [`Tx::attempt`].
pub struct Tx {
    link: Link,
    spoiled: bool,
    /// Attempts begun and not ended; more than none at the end means that one was dropped.
    attempts: usize,
    pub(crate) closing: Closing,
    count: Count,
}

/// A part of a transaction that may fail by itself, from [`Tx::begin_attempt`] on.
#[derive(Debug)]
pub struct Attempt(Mark);

/// Until when a write waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// Others see it. The end of this process does not lose it; that of the machine may.
    Seen,
    /// It is on disk.
    OnDisk,
}

/// What the statements run on.
pub(crate) enum Link {
    /// Any free connection, anew for each statement.
    SqliteRead(Arc<sqlite::Readers>),
    /// None while a list is read on another thread.
    Sqlite(Option<sqlite::Session>),
    /// Any free connection, anew for each statement.
    PostgresRead(Arc<postgres::Store>),
    Postgres(postgres::Session),
}

impl Tx {
    pub(crate) fn new(link: Link, count: Count) -> Self {
        Self { link, spoiled: false, attempts: 0, closing: Closing::default(), count }
    }

    /// Which engine answers; for `dialect` only.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::SqliteRead(_) | Link::Sqlite(_) => Engine::Sqlite,
            Link::PostgresRead(_) | Link::Postgres(_) => Engine::Postgres,
        }
    }

    /// Exactly one row.
    ///
    /// # Errors
    /// [`DbError::RowMissing`], [`DbError::Other`] for more than one, or what the engine says.
    pub async fn one<R: FromRow>(&mut self, sql: &str, params: &[Value]) -> Result<R, DbError> {
        self.optional(sql, params).await?.ok_or(DbError::RowMissing)
    }

    /// At most one row. Runs on this thread on SQLite.
    ///
    /// # Errors
    /// [`DbError::Other`] for more than one row, or what the engine says.
    pub async fn optional<R: FromRow>(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> Result<Option<R>, DbError> {
        self.begin_statement()?;
        let result = match &mut self.link {
            Link::SqliteRead(readers) => {
                readers.inline(|connection| sqlite::optional(connection, sql, params))
            }
            Link::Sqlite(session) => {
                run(session, |connection| sqlite::optional(connection, sql, params))
            }
            Link::PostgresRead(store) => store.all(sql, params).await.and_then(at_most_one),
            Link::Postgres(session) => session.all(sql, params).await.and_then(at_most_one),
        };
        self.spoil_by(result)
    }

    /// All rows, of which there are few (about 20 at most): runs on this thread on SQLite.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn few<R: FromRow>(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<R>, DbError> {
        self.begin_statement()?;
        let result = match &mut self.link {
            Link::SqliteRead(readers) => {
                readers.inline(|connection| sqlite::all(connection, sql, params))
            }
            Link::Sqlite(session) => {
                run(session, |connection| sqlite::all(connection, sql, params))
            }
            Link::PostgresRead(store) => store.all(sql, params).await,
            Link::Postgres(session) => session.all(sql, params).await,
        };
        self.spoil_by(result)
    }

    /// All rows, of which there may be many: leaves the runtime thread on SQLite.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn all<R: FromRow>(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<R>, DbError> {
        self.begin_statement()?;
        let result = match &mut self.link {
            Link::SqliteRead(readers) => readers.all(sql, params).await,
            Link::Sqlite(home) => match home.take() {
                // Dropped meanwhile, the session undoes its work; this transaction is then empty.
                Some(session) => session.all(sql, params).await.and_then(|(session, rows)| {
                    *home = Some(session);
                    rows
                }),
                None => Err(elsewhere()),
            },
            Link::PostgresRead(store) => store.all(sql, params).await,
            Link::Postgres(session) => session.all(sql, params).await,
        };
        self.spoil_by(result)
    }

    /// Checks a statement's text against the schema without running it. Reads only.
    ///
    /// # Errors
    /// What is wrong with it.
    pub async fn prepare(&mut self, sql: &str) -> Result<(), DbError> {
        match &mut self.link {
            Link::SqliteRead(readers) => {
                readers.inline(|connection| sqlite::prepare(connection, sql))
            }
            Link::PostgresRead(store) => store.prepare(sql).await,
            Link::Sqlite(_) | Link::Postgres(_) => {
                Err(DbError::other("statements are checked in a read"))
            }
        }
    }

    /// At most one row, locked until the transaction ends: load for change.
    ///
    /// # Errors
    /// As [`Tx::optional`]; [`DbError::Busy`] when the lock is not to be had in time.
    pub async fn locked<R: FromRow>(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> Result<Option<R>, DbError> {
        match dialect::row_lock(self.engine()) {
            "" => self.optional(sql, params).await,
            lock => self.optional(&format!("{sql}{lock}"), params).await,
        }
    }

    /// Runs a statement that returns no rows; the number of rows it changed.
    ///
    /// # Errors
    /// What the engine says; [`DbError::Other`] outside a write.
    pub async fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, DbError> {
        self.begin_statement()?;
        let result = match &mut self.link {
            Link::SqliteRead(_) | Link::PostgresRead(_) => {
                Err(DbError::other("a read can't change"))
            }
            Link::Sqlite(session) => {
                run(session, |connection| sqlite::execute(connection, sql, params))
            }
            Link::Postgres(session) => session.execute(sql, params).await,
        };
        self.spoil_by(result)
    }

    /// All rows of a built query.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn list<R: FromRow>(&mut self, query: &Query) -> Result<Vec<R>, DbError> {
        self.all(query.sql(), query.params()).await
    }

    /// Runs a part that may fail without spoiling the transaction: on `Err` only the part is
    /// undone. Writes only.
    ///
    /// # Errors
    /// Those of the part.
    pub async fn attempt<T, E: From<DbError>>(
        &mut self,
        part: impl AsyncFnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let attempt = self.begin_attempt().await?;
        let result = part(self).await;
        self.end_attempt(attempt, result).await
    }

    /// Begins a part that may fail, where it is no closure; what it gives goes to [`Tx::end_attempt`]. A
    /// transaction with an attempt that nobody ended is not committed.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub async fn begin_attempt(&mut self) -> Result<Attempt, DbError> {
        let before = self.closing.mark();
        self.execute("SAVEPOINT attempt", &[]).await?;
        self.attempts += 1;
        Ok(Attempt(before))
    }

    /// Ends the part that was begun last: on `Err` it is undone.
    ///
    /// # Errors
    /// Those of the part.
    pub async fn end_attempt<T, E: From<DbError>>(
        &mut self,
        Attempt(before): Attempt,
        result: Result<T, E>,
    ) -> Result<T, E> {
        self.attempts -= 1;
        match result {
            Ok(value) if !self.spoiled => {
                self.execute("RELEASE SAVEPOINT attempt", &[]).await?;
                Ok(value)
            }
            other => {
                self.spoiled = false;
                self.closing.back_to(&before);
                self.execute("ROLLBACK TO SAVEPOINT attempt", &[]).await?;
                self.execute("RELEASE SAVEPOINT attempt", &[]).await?;
                other.and(Err(DbError::Spoiled.into()))
            }
        }
    }

    fn begin_statement(&mut self) -> Result<(), DbError> {
        self.count.add();
        self.refuse_spoiled()
    }

    fn refuse_spoiled(&self) -> Result<(), DbError> {
        if self.spoiled { Err(DbError::Spoiled) } else { Ok(()) }
    }

    /// Remembers a failure inside a transaction.
    fn spoil_by<T>(&mut self, result: Result<T, DbError>) -> Result<T, DbError> {
        if result.is_err() && matches!(self.link, Link::Sqlite(_) | Link::Postgres(_)) {
            self.spoiled = true;
        }
        result
    }

    /// Commits, unless a statement failed.
    pub(crate) async fn commit(self, until: Until) -> Result<(), DbError> {
        self.refuse_spoiled()?;
        if self.attempts > 0 {
            return Err(DbError::Spoiled);
        }
        match self.link {
            Link::Sqlite(Some(sqlite::Session::Write(turn))) => {
                turn.commit(self.closing, until).await
            }
            Link::Postgres(mut session) => {
                for note in self.closing.notes {
                    let sql = "SELECT pg_notify($1, $2)";
                    let params = crate::params![postgres::CHANNEL, note];
                    session.execute(sql, &params).await?;
                }
                Ok(session.commit().await?)
            }
            Link::Sqlite(_) => Err(elsewhere()),
            Link::SqliteRead(_) | Link::PostgresRead(_) => Ok(()),
        }
    }

    /// Undoes everything and waits for it, so that the next statement of this caller sees it.
    pub(crate) async fn rollback(self) {
        if let Link::Postgres(mut session) = self.link {
            session.rollback().await;
        }
    }
}

fn run<T>(
    session: &Option<sqlite::Session>,
    work: impl FnOnce(&rusqlite::Connection) -> Result<T, DbError>,
) -> Result<T, DbError> {
    session.as_ref().ok_or_else(elsewhere)?.run(work)
}

fn elsewhere() -> DbError {
    DbError::other("a list of this transaction was dropped while it was read")
}

fn at_most_one<R>(mut rows: Vec<R>) -> Result<Option<R>, DbError> {
    let last = rows.pop();
    match rows.is_empty() {
        true => Ok(last),
        false => Err(DbError::other("more than one row where at most one was asked for")),
    }
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tx({:?})", self.engine())
    }
}
