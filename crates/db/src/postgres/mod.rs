//! PostgreSQL: a pool of connections, and one that listens.

mod fault;
mod listen;
mod session;
mod tls;
mod values;

pub(crate) use fault::{describe, not_opened};
pub(crate) use listen::CHANNEL;
pub(crate) use session::{Session, read};
pub(crate) use values::column;

use crate::{
    Access, DbError, DbOptions, FromRow, Notification, OpenError, Value, migrate, url::PostgresUrl,
};
use deadpool_postgres::{
    Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts,
};
use std::time::Duration;
use tokio::{
    sync::{broadcast, oneshot},
    task::AbortHandle,
};
use tokio_postgres_rustls::MakeRustlsConnect;

/// The oldest server that is supported.
const OLDEST: i64 = 15;
/// How long to wait for a free connection, and for a new one.
const WAIT: Duration = Duration::from_secs(5);
/// What every pooled connection is told once. A lock is never waited for longer than a person
/// waits for a page, and a forgotten transaction does not keep its locks.
const MANNERS: &str = "SET lock_timeout = '10s'; SET statement_timeout = '60s'; \
     SET idle_in_transaction_session_timeout = '60s'";

/// An open PostgreSQL database.
pub(crate) struct Store {
    pool: Pool,
    listener: AbortHandle,
}

impl Drop for Store {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

impl Store {
    /// Connects, migrates, and hears from then on what other nodes say.
    pub(crate) async fn open(
        url: &PostgresUrl,
        options: &DbOptions,
        news: broadcast::Sender<Notification>,
    ) -> Result<Self, OpenError> {
        let url = settle(url);
        let tls = tls::connector(&url)?;
        migrate_first(&url, &tls, options).await?;
        let pool = pool(&url, &tls, options)?;
        let (first, heard) = oneshot::channel();
        let listener = tokio::spawn(listen::listen(url, tls, news, first)).abort_handle();
        let store = Self { pool, listener };
        match tokio::time::timeout(WAIT, heard).await {
            Ok(Ok(())) => Ok(store),
            _ => Err(OpenError::Other("the server does not answer LISTEN".to_owned())),
        }
    }

    async fn session(&self) -> Result<Session, DbError> {
        let client = self.pool.get().await.map_err(|error| fault::no_connection(&error))?;
        Ok(Session::new(client))
    }

    /// A connection with an open transaction. A dead connection is noticed here and replaced.
    pub(crate) async fn begin(&self, sql: &str) -> Result<Session, DbError> {
        let mut session = self.session().await?;
        match session.begin(sql).await {
            Err(fault) if fault.is_lost() => {
                session = self.session().await?;
                session.begin(sql).await?;
            }
            other => other?,
        }
        Ok(session)
    }

    /// Prepares a statement and forgets it.
    pub(crate) async fn prepare(&self, sql: &str) -> Result<(), DbError> {
        let client = self.pool.get().await.map_err(|error| fault::no_connection(&error))?;
        client.prepare(sql).await.map(drop).map_err(|error| fault::translate(&error))
    }

    /// All rows of a read outside of a transaction, asked once more when the connection is dead.
    pub(crate) async fn all<R: FromRow>(
        &self,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<R>, DbError> {
        values::refuse_nul(params)?;
        let mut session = self.session().await?;
        let rows = match session.rows(sql, params).await {
            Err(fault) if fault.is_lost() => {
                session = self.session().await?;
                session.rows(sql, params).await
            }
            other => other,
        };
        read(&rows?)
    }
}

/// Fills in what the address leaves open.
fn settle(url: &PostgresUrl) -> PostgresUrl {
    let mut url = url.clone();
    if url.config.get_connect_timeout().is_none() {
        url.config.connect_timeout(WAIT);
    }
    url.config.application_name("crewdesk").keepalives_idle(Duration::from_secs(30));
    url
}

fn pool(
    url: &PostgresUrl,
    tls: &MakeRustlsConnect,
    options: &DbOptions,
) -> Result<Pool, OpenError> {
    // Fast: only whether the connection is closed. A ping would double the time of a point read.
    let config = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = Manager::from_config((*url.config).clone(), tls.clone(), config);
    Pool::builder(manager)
        .max_size(options.connections)
        .runtime(Runtime::Tokio1)
        .timeouts(Timeouts { wait: Some(WAIT), create: Some(WAIT), recycle: None })
        .post_create(Hook::async_fn(|client, _| {
            Box::pin(async move { client.batch_execute(MANNERS).await.map_err(HookError::Backend) })
        }))
        .build()
        .map_err(|error| OpenError::Other(error.to_string()))
}

/// Migrates a database and leaves no connection behind; for templates of tests.
#[cfg(feature = "testdb")]
pub(crate) async fn migrate(
    url: &crate::DatabaseUrl,
    migrations: &'static [crate::Migration],
) -> Result<(), OpenError> {
    let crate::DatabaseUrl::Postgres(url) = url else { return Ok(()) };
    let url = settle(url);
    let options = DbOptions { migrations, ..DbOptions::default() };
    migrate_first(&url, &tls::connector(&url)?, &options).await
}

/// Uses a connection of its own, because a migration may take long and holds a lock.
async fn migrate_first(
    url: &PostgresUrl,
    tls: &MakeRustlsConnect,
    options: &DbOptions,
) -> Result<(), OpenError> {
    let (mut client, connection) =
        url.config.connect(tls.clone()).await.map_err(|error| not_opened(&error))?;
    let connection = tokio::spawn(connection);
    let row = client
        .query_one("SELECT current_setting('server_version_num')::bigint", &[])
        .await
        .map_err(|error| not_opened(&error))?;
    let version = row.try_get::<_, i64>(0).map_err(|error| not_opened(&error))? / 10_000;
    if version < OLDEST {
        return Err(OpenError::OldServer(version.to_string()));
    }
    let done = match options.access {
        Access::Migrate => migrate::postgres::run(&mut client, options.migrations).await,
        Access::Use | Access::ReadOnly => {
            migrate::postgres::check(&client, options.migrations).await.map(drop)
        }
    };
    drop(client);
    let _ = connection.await;
    done
}
