//! Copies the log into the file.
//!
//! How long that takes is for the disk to say: thousands of pages from all over the file may take a quarter of a
//! second. So a connection of its own copies most of it, on a thread of its own, while others go on writing. What they
//! wrote meanwhile is little, and the writer copies it between two batches; then the log begins anew.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use rusqlite::Connection;
use tokio::runtime::Handle;

use super::{Readers, fault};
use crate::fatal;

/// The log is copied when it has this many pages, 47 MiB: the more there are, the more of them are the same page again,
/// of which only the last is copied (ADR 0020).
const LOG_PAGES: i32 = 12_000;
/// As many pages are left to the writer.
const LEFT: i64 = 500;
/// How often what was written meanwhile is copied beside the writer: a disk that is slower than those who write would
/// never catch up.
const PASSES: usize = 4;
/// With so many pages more it is tried again, where a reader kept the log from beginning anew or the disk was full.
const AGAIN: i32 = 1000;

/// Copies the log beside the writer.
pub(super) struct Copying {
    connection: Mutex<Connection>,
    readers: Arc<Readers>,
    stage: Mutex<Stage>,
    /// Whether a sync has failed, after which nobody may write.
    broken: Arc<AtomicBool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing is to be done before the log has so many pages.
    Resting(i32),
    /// The most is being copied.
    Copying,
    /// The rest is for the writer.
    Ending,
}

impl Copying {
    /// Takes over a connection that may write.
    pub(super) fn new(
        connection: Connection,
        readers: Arc<Readers>,
        broken: Arc<AtomicBool>,
    ) -> Arc<Self> {
        let stage = Mutex::new(Stage::Resting(LOG_PAGES));
        Arc::new(Self { connection: Mutex::new(connection), readers, stage, broken })
    }

    /// Begins what is due when the log has so many pages, and tells whether it is the writer's turn to end it.
    pub(super) fn after_commit(self: &Arc<Self>, pages: i32, runtime: &Handle) -> bool {
        let mut stage = self.stage();
        match *stage {
            Stage::Resting(due) if pages >= due => {
                *stage = Stage::Copying;
                let copying = Arc::clone(self);
                runtime.spawn_blocking(move || copying.most());
                false
            }
            Stage::Ending => true,
            Stage::Resting(_) | Stage::Copying => false,
        }
    }

    /// Copies the rest of a log of so many pages. The writer must be between two batches. Blocks on the disk, but not
    /// for long.
    pub(super) fn end(&self, pages: i32, writer: &Connection) {
        let left = self.pass(writer);
        // Whoever began to read meanwhile looks into the log, which can't begin anew while they do.
        self.readers.anew();
        let due = if left == Some(0) { LOG_PAGES } else { pages.saturating_add(AGAIN) };
        *self.stage() = Stage::Resting(due);
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn most(&self) {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..PASSES {
            if self.pass(&connection).is_none_or(|left| left < LEFT) {
                break;
            }
        }
        *self.stage() = Stage::Ending;
    }

    /// Copies what is in the log, and tells how many pages are left: those of which a reader still needs the former
    /// state, and new ones. None if it failed.
    fn pass(&self, connection: &Connection) -> Option<i64> {
        self.readers.rest();
        // SQLite would do so inside COMMIT, but hide a failed sync.
        let copied = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
            Ok((row.get::<_, i64>("log")?, row.get::<_, i64>("checkpointed")?))
        });
        match copied {
            Ok((pages, copied)) => Some(pages.saturating_sub(copied)),
            Err(error) => {
                tracing::error!(%error, "the log could not be copied into the database file");
                if fault::ends_the_process(&error) {
                    self.broken.store(true, Ordering::SeqCst);
                    fatal::disk_failed(&error.to_string());
                }
                None
            }
        }
    }
}
