//! Runs migrations on a SQLite file, which this process has locked.

use super::{APPLIED, Applied, Migration, RECORD, TABLE, failed, pending};
use crate::{Engine, OpenError};
use rusqlite::{Connection, TransactionBehavior, params};

/// Runs what is pending.
pub(crate) fn run(connection: &mut Connection, known: &[Migration]) -> Result<(), OpenError> {
    let other = |error: rusqlite::Error| OpenError::Other(error.to_string());
    let applied = check(connection, known)?;
    connection
        .execute_batch(&format!("{TABLE} STRICT").replace("BIGINT", "INTEGER"))
        .map_err(other)?;
    for migration in pending(&applied, known)? {
        let text = migration.spell(Engine::Sqlite)?;
        // A table is rebuilt by dropping the old one, which must not cascade.
        connection.execute_batch("PRAGMA foreign_keys = OFF").map_err(other)?;
        let result = apply(connection, migration, &text);
        connection.execute_batch("PRAGMA foreign_keys = ON").map_err(other)?;
        result.map_err(|error| failed(migration, error))?;
        tracing::info!(migration = migration.name, "migrated");
    }
    Ok(())
}

fn apply(connection: &mut Connection, migration: &Migration, text: &str) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(text)?;
    let mut orphans = transaction.prepare("PRAGMA foreign_key_check")?;
    if orphans.exists([])? {
        return Err(rusqlite::Error::InvalidColumnName("a foreign key points nowhere".into()));
    }
    drop(orphans);
    let record = params![migration.version, migration.name, migration.checksum()];
    transaction.execute(RECORD, record)?;
    transaction.commit()
}

/// Makes sure that this program knows all that ran; returns it.
pub(crate) fn check(
    connection: &Connection,
    known: &[Migration],
) -> Result<Vec<Applied>, OpenError> {
    let applied = applied(connection).map_err(|error| OpenError::Other(error.to_string()))?;
    let Some(applied) = applied else {
        let name = connection.path().unwrap_or_default().to_owned();
        return Err(OpenError::Foreign(name));
    };
    pending(&applied, known)?;
    Ok(applied)
}

/// What ran, or None in a database of another program.
fn applied(connection: &Connection) -> rusqlite::Result<Option<Vec<Applied>>> {
    if !connection.table_exists(None, "schema_migrations")? {
        let tables: i64 =
            connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return Ok((tables == 0).then(Vec::new));
    }
    let mut statement = connection.prepare(APPLIED)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect::<rusqlite::Result<_>>().map(Some)
}
