//! The read-only connections of a SQLite file.
//!
//! A point read takes a connection, runs and gives it back without leaving the thread, so there
//! are never more of them in use than threads and nobody waits: when none is free, one more is
//! opened. Only work that keeps a connection for long (lists, snapshots) is limited. It has connections of its own,
//! with half the cache: lists read other pages than points do, and would drive theirs out.
//!
//! Beginning a read takes locks that all threads want, and a look whether the file has changed; for
//! a point read that is half of its time. Since this process alone writes the file, it knows
//! without asking: a connection keeps its snapshot while nothing is committed.
//!
//! Invariants:
//! - A kept snapshot shows all commits counted so far: who finds one that is older ends it first.
//! - An idle connection with an old snapshot does not exist. Snapshots end before the log is copied into the file
//!   ([`Readers::rest`]), else not all of it could be, and once more afterwards ([`Readers::anew`]), else the log could
//!   not begin anew.

use super::{connect, statement};
use crate::{DbError, DbOptions, FromRow, Value};
use rusqlite::Connection;
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The idle connections, and how many may be kept for long at a time.
pub(crate) struct Readers {
    path: PathBuf,
    options: DbOptions,
    /// Commits of this process; none where another process may write.
    commits: Option<AtomicU64>,
    points: Idle,
    lists: Idle,
    long: Arc<Semaphore>,
}

/// Connections of one kind that nobody uses.
struct Idle {
    connections: Mutex<Vec<Lent>>,
    cache_kib: u32,
}

impl Idle {
    fn new(cache_kib: u32) -> Self {
        Self { connections: Mutex::default(), cache_kib }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Lent>> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection, and the count of commits when its open snapshot began.
struct Lent {
    connection: Connection,
    seen: Option<u64>,
}

/// A connection kept for longer than a point read; it goes back when dropped.
pub(crate) struct Reader {
    lent: Option<Lent>,
    home: Arc<Readers>,
    _permit: OwnedSemaphorePermit,
}

impl Lent {
    /// Ends the snapshot, if there is one.
    fn rest(&mut self) -> rusqlite::Result<()> {
        match self.seen.take() {
            Some(_) => step(&self.connection, "COMMIT"),
            None => Ok(()),
        }
    }

    /// Makes the snapshot show everything committed so far.
    fn refresh(&mut self, commits: u64) -> rusqlite::Result<()> {
        if self.seen != Some(commits) {
            self.rest()?;
            step(&self.connection, "BEGIN DEFERRED")?;
            self.seen = Some(commits);
        }
        Ok(())
    }
}

fn step(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.raw_execute().map(drop)
}

impl Readers {
    /// Readers of a file; `alone` where only this process writes it.
    pub(crate) fn new(path: PathBuf, options: DbOptions, alone: bool) -> Self {
        let long = Arc::new(Semaphore::new(options.readers.max(1)));
        let commits = alone.then(|| AtomicU64::new(0));
        let (points, lists) = (Idle::new(options.cache_kib), Idle::new(options.cache_kib / 2));
        Self { path, options, commits, points, lists, long }
    }

    /// Counts a commit. Must happen before anyone is told of it.
    pub(crate) fn committed(&self) {
        if let Some(commits) = &self.commits {
            commits.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Ends the snapshots of all idle connections.
    pub(crate) fn rest(&self) {
        self.points.lock().retain_mut(|lent| lent.rest().is_ok());
        self.lists.lock().retain_mut(|lent| lent.rest().is_ok());
    }

    /// Ends all snapshots: of idle connections now, of the others when they are given back.
    pub(crate) fn anew(&self) {
        self.committed();
        self.rest();
    }

    /// Closes the idle connections.
    pub(crate) fn close(&self) {
        self.points.lock().clear();
        self.lists.lock().clear();
    }

    /// How many commits there were; none where another process may write.
    pub(crate) fn commits(&self) -> Option<u64> {
        self.commits.as_ref().map(|commits| commits.load(Ordering::SeqCst))
    }

    /// The last connection given back is the first taken, because its cache is warm.
    fn take(&self, kind: &Idle) -> Result<Lent, DbError> {
        let idle = kind.lock().pop();
        let options = DbOptions { cache_kib: kind.cache_kib, ..self.options };
        let taken = match idle {
            Some(lent) => Ok(lent),
            None => connect::reader(&self.path, &options)
                .map(|connection| Lent { connection, seen: None }),
        };
        let fresh = taken.and_then(|mut lent| {
            if let Some(commits) = self.commits() {
                lent.refresh(commits)?;
            }
            Ok(lent)
        });
        fresh.map_err(|error| super::fault::translate(&error))
    }

    fn give_back(&self, kind: &Idle, mut lent: Lent) {
        // Looked at under the lock, so that no snapshot slips in behind `rest`.
        let mut idle = kind.lock();
        let usable = if lent.connection.is_autocommit() {
            // No snapshot, or the engine gave it up after a fault.
            lent.seen = None;
            true
        } else if lent.seen.is_some() && lent.seen == self.commits() {
            true
        } else {
            lent.seen = None;
            lent.connection.execute_batch("ROLLBACK").is_ok()
        };
        if usable && idle.len() < self.options.readers {
            idle.push(lent);
        }
    }

    /// Runs a short read on this thread.
    pub(crate) fn inline<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        let lent = self.take(&self.points)?;
        let result = read(&lent.connection);
        self.give_back(&self.points, lent);
        result
    }

    /// Takes a connection for as long as the caller wants.
    pub(crate) async fn borrow(self: &Arc<Self>) -> Result<Reader, DbError> {
        let permit = Arc::clone(&self.long)
            .acquire_owned()
            .await
            .map_err(|_| DbError::Unavailable("the database is closed".into()))?;
        let lent = self.take(&self.lists)?;
        Ok(Reader { lent: Some(lent), home: Arc::clone(self), _permit: permit })
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
        let lent = self.lent.as_ref();
        lent.map(|lent| &lent.connection)
            .ok_or_else(|| DbError::other("the connection has been given back"))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(lent) = self.lent.take() {
            self.home.give_back(&self.home.lists, lent);
        }
    }
}
