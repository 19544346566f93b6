//! A pooled connection while it is used: it never goes back with a transaction open or an answer
//! outstanding.

use super::{
    fault::Fault,
    values::{Bind, refuse_nul},
};
use crate::{DbError, FromRow, Row, Value, row::Source};
use deadpool_postgres::Object;
use futures::TryStreamExt as _;
use std::time::Duration;
use tokio::runtime::Handle;

/// How long a connection may take to come to rest before it is closed instead.
const REST: Duration = Duration::from_secs(2);

/// A connection out of the pool.
///
/// Dropped while a statement runs or a transaction is open (the caller went away), it is brought
/// to rest on a task of its own before the pool has it back.
pub(crate) struct Session {
    client: Option<Object>,
    in_transaction: bool,
    in_flight: bool,
}

impl Session {
    pub(crate) fn new(client: Object) -> Self {
        Self { client: Some(client), in_transaction: false, in_flight: false }
    }

    fn client(&self) -> Result<&Object, Fault> {
        // The client is only taken by drop.
        self.client.as_ref().ok_or(Fault::NoAnswer)
    }

    /// Runs one of the engine's own statements.
    pub(crate) async fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.in_flight = true;
        let result = self.client()?.batch_execute(sql).await;
        self.in_flight = false;
        Ok(result?)
    }

    /// Opens a transaction.
    pub(crate) async fn begin(&mut self, sql: &str) -> Result<(), Fault> {
        self.in_transaction = true;
        self.batch(sql).await
    }

    /// Ends the transaction and keeps its changes.
    pub(crate) async fn commit(&mut self) -> Result<(), Fault> {
        self.batch("COMMIT").await?;
        self.in_transaction = false;
        Ok(())
    }

    /// Ends the transaction and undoes its changes.
    pub(crate) async fn rollback(&mut self) {
        if self.batch("ROLLBACK").await.is_ok() {
            self.in_transaction = false;
        }
    }

    /// All rows of a query, as the driver has them.
    pub(crate) async fn rows(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<tokio_postgres::Row>, Fault> {
        self.in_flight = true;
        let client = self.client()?;
        let result = async {
            let statement = client.prepare_cached(sql).await?;
            let rows = client.query_raw(&statement, params.iter().map(Bind)).await?;
            rows.try_collect().await
        }
        .await;
        self.in_flight = false;
        result.map_err(Fault::Driver)
    }

    /// The number of rows a statement changed.
    pub(crate) async fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, DbError> {
        refuse_nul(params)?;
        self.in_flight = true;
        let client = self.client()?;
        let result = async {
            let statement = client.prepare_cached(sql).await?;
            client.execute_raw(&statement, params.iter().map(Bind)).await
        }
        .await;
        self.in_flight = false;
        Ok(result.map_err(Fault::Driver)?)
    }

    /// All rows of a query inside a transaction.
    pub(crate) async fn all<R: FromRow>(
        &mut self,
        sql: &str,
        params: &[Value],
    ) -> Result<Vec<R>, DbError> {
        refuse_nul(params)?;
        read(&self.rows(sql, params).await?)
    }
}

/// Reads rows into what the caller wants.
pub(crate) fn read<R: FromRow>(rows: &[tokio_postgres::Row]) -> Result<Vec<R>, DbError> {
    rows.iter().map(|row| R::from_row(&Row(Source::Postgres(row)))).collect()
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if !self.in_transaction && !self.in_flight {
            return;
        }
        // Taken out of the pool for good unless it comes to rest.
        let Ok(runtime) = Handle::try_current() else {
            drop(Object::take(client));
            return;
        };
        let sql = if self.in_transaction { "ROLLBACK" } else { "" };
        runtime.spawn(async move {
            let rested = tokio::time::timeout(REST, client.batch_execute(sql)).await;
            if !matches!(rested, Ok(Ok(()))) {
                drop(Object::take(client));
            }
        });
    }
}
