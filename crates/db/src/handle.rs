//! The open database.

use crate::{
    DatabaseUrl, DbError, DbOptions, Engine, OpenError, Tx, dialect, postgres, sqlite,
    tally::Tally,
    tx::{Link, Until},
};
use std::sync::Arc;
use tokio::sync::broadcast;

/// How many notifications a slow subscriber may fall behind before it misses some.
const BACKLOG: usize = 1024;

/// What a node hears from all nodes, itself included, after a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notification {
    /// The text given to [`Tx::notify`].
    Message(Arc<str>),
    /// Some messages were missed: read anew. A lagging receiver means the same.
    Gap,
}

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    store: Store,
    news: broadcast::Sender<Notification>,
    tally: Tally,
}

#[derive(Clone)]
enum Store {
    Sqlite(Arc<sqlite::Store>),
    Postgres(Arc<postgres::Store>),
}

impl Db {
    /// Opens the database, and migrates it unless the options say otherwise.
    ///
    /// # Errors
    /// [`OpenError`], each with a sentence that says what to do.
    pub async fn open(url: &DatabaseUrl, options: DbOptions) -> Result<Self, OpenError> {
        let (news, _) = broadcast::channel(BACKLOG);
        let store = match url {
            DatabaseUrl::Sqlite(path) => {
                let (path, news) = (path.clone(), news.clone());
                let store = sqlite::off_thread(move || sqlite::Store::open(&path, &options, news))
                    .await
                    .map_err(|error| OpenError::Other(error.to_string()))??;
                Store::Sqlite(Arc::new(store))
            }
            DatabaseUrl::Postgres(url) => {
                Store::Postgres(Arc::new(postgres::Store::open(url, &options, news.clone()).await?))
            }
        };
        Ok(Self { store, news, tally: Tally::default() })
    }

    /// Which engine answers; for `dialect` only.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.store {
            Store::Sqlite(_) => Engine::Sqlite,
            Store::Postgres(_) => Engine::Postgres,
        }
    }

    /// How often this process has committed, where nobody else writes the database. As long as the number
    /// stays, every question has the answer it had; a commit raises it before anyone is told of it. None
    /// where other processes write.
    #[must_use]
    pub fn commits(&self) -> Option<u64> {
        match &self.store {
            Store::Sqlite(store) => store.readers.commits(),
            Store::Postgres(_) => None,
        }
    }

    /// Reads. Opens no transaction: each statement sees the database as it is at that moment.
    ///
    /// # Errors
    /// Those of the closure.
    pub async fn read<T, E: From<DbError>>(
        &self,
        read: impl AsyncFnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let link = match &self.store {
            Store::Sqlite(store) => Link::SqliteRead(Arc::clone(&store.readers)),
            Store::Postgres(store) => Link::PostgresRead(Arc::clone(store)),
        };
        read(&mut Tx::new(link, self.tally.begin())).await
    }

    /// Reads with all statements seeing the same moment, for exports.
    ///
    /// # Errors
    /// Those of the closure, or why the snapshot can't be had.
    pub async fn snapshot<T, E: From<DbError>>(
        &self,
        read: impl AsyncFnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let link = match &self.store {
            Store::Sqlite(store) => {
                Link::Sqlite(Some(sqlite::Session::snapshot(&store.readers).await?))
            }
            Store::Postgres(store) => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Link::Postgres(store.begin(begin).await?)
            }
        };
        let mut tx = Tx::new(link, self.tally.begin());
        let result = read(&mut tx).await;
        tx.rollback().await;
        result
    }

    /// Writes: commits on `Ok`, undoes everything on `Err` and when the future is dropped.
    ///
    /// Returns after the commit is on disk. A future dropped while it waits for the commit leaves
    /// it open whether the write happened.
    ///
    /// # Errors
    /// Those of the closure, or why the commit failed.
    pub fn write<T, E: From<DbError>>(
        &self,
        write: impl AsyncFnOnce(&mut Tx) -> Result<T, E>,
    ) -> impl Future<Output = Result<T, E>> {
        self.write_until(Until::OnDisk, write)
    }

    /// Writes what others must see at once, on the way to a [`Db::write`] without which nobody is answered: that one
    /// takes this to the disk as well. What is written survives the end of this process, but until then not that of
    /// the machine or of a PostgreSQL server.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_on_the_way<T, E: From<DbError>>(
        &self,
        write: impl AsyncFnOnce(&mut Tx) -> Result<T, E>,
    ) -> impl Future<Output = Result<T, E>> {
        self.write_until(Until::Seen, write)
    }

    // Handed out as it is: a future around it would hold every verb's future once more.
    async fn write_until<T, E: From<DbError>>(
        &self,
        until: Until,
        write: impl AsyncFnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let link = match &self.store {
            Store::Sqlite(store) => {
                let writer = store.writer.as_ref();
                let writer = writer.ok_or_else(|| DbError::other("the database is read-only"))?;
                Link::Sqlite(Some(sqlite::Session::Write(writer.turn().await?)))
            }
            Store::Postgres(store) => Link::Postgres(store.begin(dialect::begin(until)).await?),
        };
        let mut tx = Tx::new(link, self.tally.begin());
        match write(&mut tx).await {
            Ok(value) => {
                tx.commit(until).await?;
                Ok(value)
            }
            Err(error) => {
                tx.rollback().await;
                Err(error)
            }
        }
    }

    /// Merges the search index of a table into one piece, if it has more than `pieces`. Others write in
    /// between. PostgreSQL cares for itself.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn tidy_search(&self, table: &'static str, pieces: i64) -> Result<(), DbError> {
        match &self.store {
            Store::Sqlite(store) => match &store.writer {
                Some(writer) => sqlite::tidy::merge(writer, table, pieces).await,
                None => Ok(()),
            },
            Store::Postgres(_) => Ok(()),
        }
    }

    /// How many statements this handle and its clones have run; those of a transaction count when it ends.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.tally.total()
    }

    /// Hears what every node says by [`Tx::notify`] from now on.
    #[must_use]
    pub fn notifications(&self) -> broadcast::Receiver<Notification> {
        self.news.subscribe()
    }
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({:?})", self.engine())
    }
}
