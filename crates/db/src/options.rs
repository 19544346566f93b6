//! How a database is opened.

use crate::{MIGRATIONS, Migration};

/// Which of the two engines answers. Only `dialect` should care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// A SQLite file in this process.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// What the caller may do with the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Migrates, then reads and writes. Locks a SQLite file against other processes.
    Migrate,
    /// Reads and writes a database as it is; refuses one that is newer than the program.
    Use,
    /// Only reads, beside a running server: no lock is taken and nothing is changed.
    ReadOnly,
}

/// The settings of a database, with defaults for a server.
#[derive(Debug, Clone, Copy)]
pub struct DbOptions {
    /// What the caller may do.
    pub access: Access,
    /// The migrations, [`MIGRATIONS`] but in tests of the runner.
    pub migrations: &'static [Migration],
    /// SQLite: connections that read lists or snapshots at a time, and as many again that are kept for point reads,
    /// which never wait. More than cores gain nothing.
    pub readers: usize,
    /// SQLite: cache in KiB of a connection for point reads, and of the one that writes; one for lists has half of it.
    ///
    /// The file is not mapped into memory: every connection's map counts as resident, which is
    /// gigabytes for a large file, and saves little beside a warm cache.
    pub cache_kib: u32,
    /// SQLite: whether a commit waits for the disk. False only in tests.
    pub sync: bool,
    /// PostgreSQL: most connections at a time, without the one that listens.
    pub connections: usize,
}

impl Default for DbOptions {
    fn default() -> Self {
        Self {
            access: Access::Migrate,
            migrations: MIGRATIONS,
            readers: std::thread::available_parallelism().map_or(2, usize::from).max(2),
            cache_kib: 16 << 10,
            sync: true,
            connections: 16,
        }
    }
}
