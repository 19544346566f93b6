//! What a database says about itself, for those who look after it.

use crate::{Db, DbError, Engine, MIGRATIONS, Tx, dialect};

/// Facts about an open database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Name and version, such as `PostgreSQL 15.4`.
    pub engine: String,
    /// How a commit reaches the disk, as the engine names it.
    pub durability: String,
    /// Whether what was acknowledged survives a power cut.
    pub is_durable: bool,
    /// Migrations that have run.
    pub applied: u32,
    /// Migrations that this program knows.
    pub known: u32,
}

impl Db {
    /// Asks the database about itself.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn facts(&self) -> Result<Facts, DbError> {
        let engine = self.engine();
        let answer = self.read(async |tx: &mut Tx| {
            let (version, durability) =
                tx.one::<(String, String)>(dialect::about(engine), &[]).await?;
            // An empty database has no such table yet.
            let applied = tx.one::<(u32,)>("SELECT COUNT(*) FROM schema_migrations", &[]).await;
            Ok::<_, DbError>((version, durability, applied.map_or(0, |(count,)| count)))
        });
        let (version, durability, applied) = answer.await?;
        let name = match engine {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        };
        Ok(Facts {
            engine: format!("{name} {version}"),
            is_durable: !durability.contains("=off"),
            durability,
            applied,
            known: u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX),
        })
    }
}
