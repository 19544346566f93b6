//! Backup and restore: one format for both engines, so that a backup of a SQLite file can also be
//! restored into PostgreSQL and the other way round.
//!
//! A backup is lines of JSON: a [`Head`], then for each table its name and columns followed by one array
//! for each row, and at last the number of rows, so that a file that was cut short is refused. It is read
//! in one snapshot while the server runs, and holds what was acknowledged before it began.
//!
//! Restoring runs the migrations that the backup was made with, loads the rows in one transaction, and
//! leaves newer migrations to the next opening.

mod dump;
mod load;
mod schema;
mod value;

pub use dump::dump;
pub use load::{Loaded, load};

use serde::{Deserialize, Serialize};

use crate::{DbError, OpenError};

/// The version of the format.
const FORMAT: u32 = 1;

/// The first line of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Version of the format; a newer one can't be read.
    pub crewdesk_backup: u32,
    /// The newest migration that had run.
    pub migration: u32,
    /// When the backup began, in RFC 3339.
    pub created_at: String,
}

/// Any line after the first.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Row(Vec<value::Cell>),
    Table { table: String, columns: Vec<String> },
    End { rows: u64 },
}

/// Why a backup can't be made or restored. Each text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file can't be written or read.
    #[error(
        "The backup can't be written or read ({0}): check the folder and the free room of its disk."
    )]
    File(#[from] std::io::Error),
    /// The file is no backup, or damaged.
    #[error("This is no whole backup ({0}): take another one.")]
    Damaged(String),
    /// The backup was made by a newer program.
    #[error(
        "The backup was made by a newer Crewdesk (migration {found}, this program knows {known}): install that version or newer."
    )]
    Newer {
        /// The backup's newest migration.
        found: u32,
        /// The newest migration in this program.
        known: u32,
    },
    /// The database already holds something.
    #[error(
        "The database holds data already: restore into an empty one, and take it into use by its address."
    )]
    NotEmpty,
    /// The database can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A statement failed.
    #[error("The database refused ({0}): check the log of the database.")]
    Database(#[from] DbError),
}

impl BackupError {
    fn damaged(what: impl ToString) -> Self {
        Self::Damaged(what.to_string())
    }
}
