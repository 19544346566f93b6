//! The one connection that writes, and group commit.
//!
//! A commit waits for the disk, and the disk can serve many writes at once. So a write opens the
//! transaction if none is open, runs as a savepoint, and when others wait for their turn it
//! leaves the commit to the last of them. While the disk keeps one batch, the next one gathers
//! ([`Syncing`]). Nobody is answered before the sync who did not ask for that.
//!
//! Invariants:
//! - Who holds the slot decides, when letting go ([`Writer::settle`]), whether to commit. An open
//!   batch with members, nobody waiting and no sync under way does not exist: a waiter that is
//!   cancelled and a sync that ends each settle once more.
//! - Between two holders there is no open savepoint: [`Turn`] undoes its own when dropped.
//! - A batch lost by the engine (it may roll back by itself on a full disk) fails all its members.

use super::batch::{Batch, Slot};
use super::syncing::{Commit, Syncing};
use super::telling::Telling;
use super::{Readers, copying::Copying, fault, statement};
use crate::{DbError, Notification, closing::Closing, fatal, tx::Until};
use rusqlite::Connection;
use std::{
    mem,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    runtime::Handle,
    sync::{Mutex, OwnedMutexGuard, broadcast},
};

/// How long another program may keep the file locked before a write gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// The write connection behind its queue.
pub(crate) struct Writer {
    slot: Arc<Mutex<Slot>>,
    waiting: AtomicUsize,
    broken: Arc<AtomicBool>,
    syncing: Syncing,
    copying: Arc<Copying>,
    log_pages: Arc<AtomicI32>,
    names: fault::Names,
    readers: Arc<Readers>,
    runtime: Handle,
    telling: Telling,
}

/// One write's turn: its savepoint, rolled back unless committed.
pub(crate) struct Turn {
    writer: Arc<Writer>,
    slot: Option<OwnedMutexGuard<Slot>>,
    savepoint: bool,
}

/// Counts one who waits for the turn, and cares for the batch if it leaves the queue.
struct Waiting {
    writer: Arc<Writer>,
    served: bool,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.writer.waiting.fetch_sub(1, Ordering::SeqCst);
        if !self.served {
            // A batch may have been left to this waiter.
            self.writer.settle_soon();
        }
    }
}

impl Writer {
    /// Takes over a connection opened by `connect::writer`, and one of the same kind that copies the log. Must be called
    /// on the runtime.
    pub(super) fn new(
        mut connection: Connection,
        copier: Connection,
        syncing: Syncing,
        readers: Arc<Readers>,
        news: broadcast::Sender<Notification>,
    ) -> rusqlite::Result<Arc<Self>> {
        let names = fault::Names::read(&connection)?;
        let log_pages = Arc::new(AtomicI32::new(0));
        let counted = Arc::clone(&log_pages);
        connection.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, pages| {
            counted.store(pages, Ordering::Relaxed);
            Ok(())
        }))?;
        let broken = Arc::new(AtomicBool::new(false));
        let copying = Copying::new(copier, Arc::clone(&readers), Arc::clone(&broken));
        Ok(Arc::new(Self {
            slot: Arc::new(Mutex::new(Slot { connection, batch: None })),
            waiting: AtomicUsize::new(0),
            broken,
            syncing,
            copying,
            log_pages,
            names,
            readers,
            runtime: Handle::current(),
            telling: Telling::new(news),
        }))
    }

    /// Waits for the turn and opens a savepoint.
    pub(crate) async fn turn(self: &Arc<Self>) -> Result<Turn, DbError> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut waiting = Waiting { writer: Arc::clone(self), served: false };
        let slot = Arc::clone(&self.slot).lock_owned().await;
        waiting.served = true;
        drop(waiting);
        let mut turn = Turn { writer: Arc::clone(self), slot: Some(slot), savepoint: false };
        self.refuse_if_broken()?;
        turn.open_batch().await?;
        turn.run("SAVEPOINT write")?;
        turn.savepoint = true;
        Ok(turn)
    }

    fn refuse_if_broken(&self) -> Result<(), DbError> {
        if self.broken.load(Ordering::SeqCst) {
            return Err(DbError::Unavailable("the disk failed; the process is ending".into()));
        }
        Ok(())
    }

    /// Lets go of the turn, and commits the batch unless somebody waits who will.
    fn settle(self: &Arc<Self>, mut slot: OwnedMutexGuard<Slot>) {
        let Some(batch) = &slot.batch else { return };
        let others_wait = self.waiting.load(Ordering::SeqCst) > 0;
        if slot.connection.is_autocommit() {
            slot.lose(&DbError::Unavailable("the transaction was rolled back".into()));
        } else if batch.is_empty() {
            slot.batch = None;
            if slot.connection.execute_batch("ROLLBACK").is_err() {
                self.broken.store(true, Ordering::SeqCst);
            }
        } else if batch.is_due(others_wait, self.syncing.is_busy()) {
            let writer = Arc::clone(self);
            self.runtime.spawn_blocking(move || writer.commit(slot));
        }
    }

    /// Commits the batch, tells the world, answers the members. Blocks on the disk.
    fn commit(self: &Arc<Self>, mut slot: OwnedMutexGuard<Slot>) {
        if let Err(error) = slot.index() {
            return slot.undo(&error);
        }
        let result = slot.connection.prepare_cached("COMMIT").and_then(|mut s| s.raw_execute());
        if let Err(error) = result {
            slot.undo(&fault::translate(&error));
            if fault::ends_the_process(&error) {
                self.give_up(&error.to_string());
            }
            return;
        }
        let commit = self.syncing.written();
        self.readers.committed();
        let Some(mut batch) = slot.batch.take() else { return };
        batch.answer(Until::Seen, &Ok(()));
        self.telling.later(commit, mem::take(&mut batch.closing.notes));
        let pages = self.log_pages.load(Ordering::Relaxed);
        if !self.copying.after_commit(pages, &self.runtime) {
            drop(slot);
            self.finish(batch, commit);
            // A batch may have gathered meanwhile.
            self.settle_soon();
        } else if self.finish(batch, commit) {
            self.copying.end(pages, &slot.connection);
        }
    }

    /// Settles once more, when it is its turn. Waits on the runtime: the thread that it would keep may be the one that
    /// the holder of the slot needs.
    fn settle_soon(self: &Arc<Self>) {
        let writer = Arc::clone(self);
        if let Ok(slot) = Arc::clone(&self.slot).try_lock_owned() {
            return self.settle(slot);
        }
        self.runtime.spawn(async move {
            let slot = Arc::clone(&writer.slot).lock_owned().await;
            writer.settle(slot);
        });
    }

    /// Waits for the disk where a member does, tells the world, and answers; false where the disk failed.
    fn finish(&self, mut batch: Batch, commit: Commit) -> bool {
        if !batch.has(Until::OnDisk) {
            return true;
        }
        if let Err(error) = self.syncing.through(commit) {
            let reason = error.to_string();
            batch.answer(Until::OnDisk, &Err(DbError::Unavailable(reason.clone())));
            self.give_up(&reason);
            return false;
        }
        self.telling.through(commit);
        batch.answer(Until::OnDisk, &Ok(()));
        true
    }

    /// Writes nothing any more, and ends the process.
    fn give_up(&self, reason: &str) {
        self.broken.store(true, Ordering::SeqCst);
        fatal::disk_failed(reason);
    }
}

impl Drop for Writer {
    /// The last connection to a file copies the log into it and takes the log away, but one that only reads
    /// can't. So the writer goes last.
    fn drop(&mut self) {
        self.readers.close();
    }
}

impl Turn {
    fn slot(&self) -> Result<&Slot, DbError> {
        self.slot.as_deref().ok_or_else(|| DbError::other("the write is over"))
    }

    /// The connection, for statements inside the savepoint.
    pub(crate) fn connection(&self) -> Result<&Connection, DbError> {
        Ok(&self.slot()?.connection)
    }

    /// Names the violated index and notices a transaction the engine gave up.
    pub(crate) fn explain(&self, error: DbError) -> DbError {
        self.writer.names.resolve(error)
    }

    fn run(&self, sql: &'static str) -> Result<(), DbError> {
        statement::execute(self.connection()?, sql, &[]).map(drop)
    }

    async fn open_batch(&mut self) -> Result<(), DbError> {
        let since = Instant::now();
        if self.slot()?.batch.is_some() {
            return Ok(());
        }
        loop {
            match self.run("BEGIN IMMEDIATE") {
                Ok(()) => break,
                Err(DbError::Busy) if since.elapsed() < PATIENCE => {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Err(error) => return Err(error),
            }
        }
        if let Some(slot) = self.slot.as_deref_mut() {
            slot.batch = Some(Batch::new(since));
        }
        Ok(())
    }

    /// Joins the batch and waits until others see it, or until it is on disk.
    ///
    /// Dropping the future after its first poll does not undo the write.
    pub(crate) async fn commit(mut self, closing: Closing, until: Until) -> Result<(), DbError> {
        self.run("RELEASE write")?;
        self.savepoint = false;
        let batch = self.slot.as_deref_mut().and_then(|slot| slot.batch.as_mut());
        let lost = || DbError::Unavailable("the commit was lost".into());
        let answer = batch.map(|batch| batch.join(until, closing)).ok_or_else(lost)?;
        drop(self);
        answer.await.unwrap_or_else(|_| Err(lost()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mut slot) = self.slot.take() else { return };
        if self.savepoint && !slot.connection.is_autocommit() {
            let undone = slot.connection.execute_batch("ROLLBACK TO write; RELEASE write");
            if undone.is_err() {
                // The neighbours' writes can't be told from this one any more.
                let _ = slot.connection.execute_batch("ROLLBACK");
                slot.lose(&DbError::Unavailable("a rollback failed".into()));
            }
        }
        self.writer.settle(slot);
    }
}
