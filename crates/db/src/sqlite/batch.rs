//! Writes that commit together.

use super::statement;
use crate::{DbError, closing::Closing};
use rusqlite::Connection;
use std::time::Instant;
use tokio::sync::oneshot;

/// What the holder of the turn owns.
pub(super) struct Slot {
    pub(super) connection: Connection,
    pub(super) batch: Option<Batch>,
}

/// Writes that commit together.
pub(super) struct Batch {
    pub(super) since: Instant,
    pub(super) members: Vec<oneshot::Sender<Result<(), DbError>>>,
    pub(super) closing: Closing,
}

impl Slot {
    /// Indexes the members' texts, all as one piece.
    pub(super) fn index(&self) -> Result<(), DbError> {
        let statements = self.batch.iter().flat_map(|batch| &batch.closing.index);
        for (sql, params) in statements {
            statement::execute(&self.connection, sql, params)?;
        }
        Ok(())
    }

    /// Undoes the batch and tells every member why.
    pub(super) fn undo(&mut self, error: DbError) {
        let _ = self.connection.execute_batch("ROLLBACK");
        self.lose(error);
    }

    /// Answers every member that its write did not happen.
    pub(super) fn lose(&mut self, error: DbError) {
        for member in self.batch.take().into_iter().flat_map(|batch| batch.members) {
            let _ = member.send(Err(error.clone()));
        }
    }
}
