//! Takes the log to the disk, beside the writer.
//!
//! With `synchronous = FULL` SQLite waits for the disk inside COMMIT, and nobody can write meanwhile. So the writer
//! commits with NORMAL, which leaves that to us, and still syncs the log before it is copied into the file, and the file
//! before the log begins anew. Who waits for a commit waits here; one sync serves all commits before it.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicU64, Ordering},
    },
};

/// The number of a commit, counted from when the file was opened.
pub(super) type Commit = u64;

/// Which commits are on disk.
pub(super) struct Syncing {
    sync: Box<dyn Fn() -> io::Result<()> + Send + Sync>,
    /// The last commit that is in the log.
    written: AtomicU64,
    /// The last one that is on disk; none while that is being found out, and for ever after it has failed: nobody knows
    /// then what reached the disk, and asking again may wrongly say "all well".
    synced: Mutex<Option<Commit>>,
}

impl Syncing {
    /// Of the log of this database file, which must exist.
    pub(super) fn of_log(path: &Path) -> io::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push("-wal");
        let log = File::open(PathBuf::from(name))?;
        Ok(Self::new(move || log.sync_data()))
    }

    /// For files that need not outlive the machine.
    pub(super) fn none() -> Self {
        Self::new(|| Ok(()))
    }

    pub(super) fn new(sync: impl Fn() -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self { sync: Box::new(sync), written: AtomicU64::new(0), synced: Mutex::new(Some(0)) }
    }

    /// Counts a commit that is in the log.
    pub(super) fn written(&self) -> Commit {
        self.written.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Waits until a commit is on disk. Blocks.
    pub(super) fn through(&self, commit: Commit) -> io::Result<()> {
        let mut synced = self.lock();
        let last = synced.ok_or_else(|| io::Error::other("a sync has failed before"))?;
        if last < commit {
            let written = self.written.load(Ordering::SeqCst);
            *synced = None;
            (self.sync)()?;
            *synced = Some(written);
        }
        Ok(())
    }

    /// Whether somebody waits for the disk.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self.synced.try_lock(), Err(TryLockError::WouldBlock))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Commit>> {
        self.synced.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
        },
    };

    use super::Syncing;

    #[test]
    fn one_sync_serves_all_commits_before_it() {
        let syncs = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&syncs);
        let syncing = Syncing::new(move || {
            counted.fetch_add(1, Ordering::SeqCst);
            Ok(())
        });
        let (first, second) = (syncing.written(), syncing.written());
        syncing.through(first).unwrap();
        syncing.through(second).unwrap();
        assert_eq!(syncs.load(Ordering::SeqCst), 1);
        syncing.through(syncing.written()).unwrap();
        assert_eq!(syncs.load(Ordering::SeqCst), 2);
        assert!(!syncing.is_busy());
    }

    #[test]
    fn after_a_failed_sync_no_other_one_helps() {
        let first = AtomicUsize::new(0);
        let syncing = Syncing::new(move || match first.fetch_add(1, Ordering::SeqCst) {
            0 => Err(io::Error::other("the disk is gone")),
            _ => Ok(()),
        });
        let commit = syncing.written();
        assert_eq!(syncing.through(commit).unwrap_err().to_string(), "the disk is gone");
        assert!(syncing.through(commit).is_err());
        assert!(syncing.through(syncing.written()).is_err());
    }
}
