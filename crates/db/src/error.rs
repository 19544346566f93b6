//! What can go wrong in a database, said alike for both engines.

use std::path::PathBuf;

/// A statement or a transaction that failed.
///
/// Cheap to clone: one failed commit answers every write of its batch.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DbError {
    /// `one` found no row.
    #[error("no such row")]
    RowMissing,
    /// A unique index refused the row; see [`DbError::violates`].
    #[error("a row with the same {index} exists")]
    Unique {
        /// The index's name. A primary key is `<table>_pkey` on both engines.
        index: String,
    },
    /// A foreign key names a row that does not exist, or a row still in use was deleted.
    #[error("a foreign key was violated")]
    ForeignKey,
    /// A CHECK or NOT NULL constraint refused the row.
    #[error("the constraint {constraint} was violated")]
    Check {
        /// The constraint's name, or `table.column` of a column that may not be null.
        constraint: String,
    },
    /// Somebody else holds what is needed; the same call may succeed a moment later.
    #[error("the database is busy")]
    Busy,
    /// The database can't be reached now; the same call may succeed later.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// There is no room left on the database's disk.
    #[error("the disk of the database is full")]
    Full,
    /// A text holds a NUL character, which PostgreSQL can't store.
    #[error("the text holds a NUL character")]
    Nul,
    /// An earlier statement of this transaction failed, so that it can't go on or commit.
    #[error("an earlier statement of this transaction failed")]
    Spoiled,
    /// A mistake in the program: wrong SQL, wrong types, a column that can't be read.
    #[error("{0}")]
    Other(String),
}

impl DbError {
    /// Whether the unique index of this name refused the row, on either engine.
    ///
    /// Every rule of uniqueness is a `CREATE UNIQUE INDEX` with a name, so that rooms can ask.
    #[must_use]
    pub fn violates(&self, name: &str) -> bool {
        matches!(self, Self::Unique { index } if index == name)
    }

    /// Whether the same call may succeed later without any change.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Busy | Self::Unavailable(_))
    }

    pub(crate) fn other(text: impl Into<String>) -> Self {
        Self::Other(text.into())
    }
}

/// Why a database can't be opened. Each text is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The address of the database can't be understood.
    #[error(
        "The database address is wrong ({0}): write sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE."
    )]
    BadUrl(String),
    /// Another process has the SQLite file open for writing.
    #[error(
        "Another Crewdesk process uses {}: stop it first, or give this one a database of its own.",
        .0.display()
    )]
    InUse(PathBuf),
    /// The SQLite file or its folder can't be written.
    #[error(
        "{} can't be opened for writing ({reason}): create its folder and let the user who runs Crewdesk write there.",
        path.display()
    )]
    Unwritable {
        /// The SQLite file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// There is no such SQLite file, and it was to be read only.
    #[error("There is no database at {}: check the address of the database.", .0.display())]
    Missing(PathBuf),
    /// The file is no SQLite database.
    #[error(
        "{} is not a SQLite database: name another file, or restore this one from a backup.",
        .0.display()
    )]
    NotADatabase(PathBuf),
    /// The database holds tables, but none that Crewdesk made.
    #[error(
        "The database {0} holds the tables of another program: give Crewdesk an empty database of its own."
    )]
    Foreign(String),
    /// The PostgreSQL server can't be reached or refused the sign-in.
    #[error(
        "The database server can't be reached ({0}): check that it runs and that host, port, user and password in the address are right."
    )]
    Connect(String),
    /// The server can't be spoken to over TLS.
    #[error(
        "The TLS connection to the database server failed ({0}): give its certificate authority with sslrootcert=FILE in the address, or lower sslmode."
    )]
    Tls(String),
    /// The PostgreSQL server is older than the oldest supported.
    #[error("The database server is PostgreSQL {0}: upgrade it to version 15 or newer.")]
    OldServer(String),
    /// A newer Crewdesk has migrated this database.
    #[error(
        "The database was upgraded by a newer Crewdesk (migration {found}, this program knows {known}): install that version or newer."
    )]
    Newer {
        /// The newest migration in the database.
        found: u32,
        /// The newest migration in this program.
        known: u32,
    },
    /// A migration in the database is not the one this program shipped.
    #[error(
        "Migration {0} in the database differs from the one in this program: install the version that made this database."
    )]
    Edited(String),
    /// A migration failed and was undone.
    #[error(
        "Migration {name} failed and was undone ({reason}): please report this with the text in brackets."
    )]
    Migration {
        /// The migration's file name without its ending.
        name: String,
        /// What the engine said.
        reason: String,
    },
    /// Anything else the engine said.
    #[error("The database can't be opened ({0}): check the disk and the log of the database.")]
    Other(String),
}
