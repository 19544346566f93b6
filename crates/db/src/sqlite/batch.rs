//! Writes that commit together.

use super::statement;
use crate::{DbError, closing::Closing, tx::Until};
use rusqlite::Connection;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// A batch commits when it has this many members, whoever waits.
const MEMBERS: usize = 256;
/// A batch commits when it is this old, whoever waits for a turn.
const AGE: Duration = Duration::from_millis(10);

/// What the holder of the turn owns.
pub(super) struct Slot {
    pub(super) connection: Connection,
    pub(super) batch: Option<Batch>,
}

/// Writes that commit together.
pub(super) struct Batch {
    since: Instant,
    members: Vec<Member>,
    pub(super) closing: Closing,
}

/// One who is told what came of the commit.
type Member = (Until, oneshot::Sender<Result<(), DbError>>);

impl Batch {
    pub(super) fn new(since: Instant) -> Self {
        Self { since, members: Vec::new(), closing: Closing::default() }
    }

    pub(super) fn join(
        &mut self,
        until: Until,
        closing: Closing,
    ) -> oneshot::Receiver<Result<(), DbError>> {
        let (member, answer) = oneshot::channel();
        self.members.push((until, member));
        self.closing.append(closing);
        answer
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Whether it commits now. While the disk is busy with the one before, it is better to gather more: only who does
    /// not wait for the disk would have anything from an early commit.
    pub(super) fn is_due(&self, others_wait: bool, disk_is_busy: bool) -> bool {
        let complete = !others_wait || self.since.elapsed() >= AGE;
        let hurry = !disk_is_busy || self.has(Until::Seen);
        complete && hurry || self.members.len() >= MEMBERS
    }

    /// Whether somebody waits so long.
    pub(super) fn has(&self, until: Until) -> bool {
        self.members.iter().any(|(wanted, _)| *wanted == until)
    }

    /// Answers those who wait so long.
    pub(super) fn answer(&mut self, until: Until, result: &Result<(), DbError>) {
        for (_, member) in self.members.extract_if(.., |(wanted, _)| *wanted == until) {
            let _ = member.send(result.clone());
        }
    }

    /// Answers every member that its write did not happen.
    fn lose(self, error: &DbError) {
        for (_, member) in self.members {
            let _ = member.send(Err(error.clone()));
        }
    }
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
    pub(super) fn undo(&mut self, error: &DbError) {
        let _ = self.connection.execute_batch("ROLLBACK");
        self.lose(error);
    }

    /// Answers every member that its write did not happen.
    pub(super) fn lose(&mut self, error: &DbError) {
        if let Some(batch) = self.batch.take() {
            batch.lose(error);
        }
    }
}
