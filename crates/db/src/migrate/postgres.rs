//! Runs migrations on PostgreSQL; of several nodes that start together one does it.

use super::{APPLIED, Applied, Migration, RECORD, TABLE, failed, pending};
use crate::{Engine, OpenError, postgres::describe};
use tokio_postgres::{Client, Error};

/// Any number, the same in every version of Crewdesk.
const LOCK: &str = "SELECT pg_advisory_lock(7236801145)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7236801145)";

/// Runs what is pending while holding a lock that ends with the connection.
pub(crate) async fn run(client: &mut Client, known: &[Migration]) -> Result<(), OpenError> {
    client.batch_execute(LOCK).await.map_err(other)?;
    let applied = check(client, known).await?;
    client.batch_execute(TABLE).await.map_err(other)?;
    for migration in pending(&applied, known)? {
        let text = migration.spell(Engine::Postgres)?;
        let result = apply(client, migration, &text).await;
        result.map_err(|error| failed(migration, describe(&error)))?;
        tracing::info!(migration = migration.name, "migrated");
    }
    client.batch_execute(UNLOCK).await.map_err(other)
}

async fn apply(client: &mut Client, migration: &Migration, text: &str) -> Result<(), Error> {
    let transaction = client.transaction().await?;
    transaction.batch_execute(text).await?;
    let version = i64::from(migration.version);
    transaction.execute(RECORD, &[&version, &migration.name, &migration.checksum()]).await?;
    transaction.commit().await
}

/// Makes sure that this program knows all that ran; returns it.
pub(crate) async fn check(client: &Client, known: &[Migration]) -> Result<Vec<Applied>, OpenError> {
    let Some(applied) = applied(client).await.map_err(other)? else {
        return Err(OpenError::Foreign("in the address".into()));
    };
    pending(&applied, known)?;
    Ok(applied)
}

/// What ran, or None in a database of another program.
async fn applied(client: &Client) -> Result<Option<Vec<Applied>>, Error> {
    let count = "SELECT COUNT(*) FILTER (WHERE tablename = 'schema_migrations'), COUNT(*) \
         FROM pg_tables WHERE schemaname = current_schema()";
    let row = client.query_one(count, &[]).await?;
    let (ours, tables): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
    if ours == 0 {
        return Ok((tables == 0).then(Vec::new));
    }
    let rows = client.query(APPLIED, &[]).await?;
    let read = |row: &tokio_postgres::Row| {
        let version: i64 = row.try_get(0)?;
        Ok((u32::try_from(version).unwrap_or(u32::MAX), row.try_get(1)?, row.try_get(2)?))
    };
    rows.iter().map(read).collect::<Result<_, Error>>().map(Some)
}

fn other(error: Error) -> OpenError {
    OpenError::Other(describe(&error))
}
