//! Tells this process what was committed, in the order of the commits and not before they are on disk.
//!
//! Syncs are waited for by several threads at a time, and any of them may go on first. Whoever listens drops what comes
//! late, so all that is on disk is told by the first of them, under one lock.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::broadcast;

use super::syncing::Commit;
use crate::Notification;

/// What is still to be told.
pub(super) struct Telling {
    news: broadcast::Sender<Notification>,
    waiting: Mutex<VecDeque<(Commit, Vec<String>)>>,
}

impl Telling {
    pub(super) fn new(news: broadcast::Sender<Notification>) -> Self {
        Self { news, waiting: Mutex::default() }
    }

    /// Keeps what a commit has to tell. Called in the order of commits.
    pub(super) fn later(&self, commit: Commit, notes: Vec<String>) {
        if !notes.is_empty() {
            self.lock().push_back((commit, notes));
        }
    }

    /// Tells everything up to a commit that is on disk.
    pub(super) fn through(&self, commit: Commit) {
        let mut waiting = self.lock();
        while let Some((_, notes)) = waiting.pop_front_if(|(number, _)| *number <= commit) {
            for note in notes {
                // Nobody listening is fine.
                let _ = self.news.send(Notification::Message(note.into()));
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(Commit, Vec<String>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::broadcast;

    use super::Telling;
    use crate::Notification;

    #[test]
    fn what_is_on_disk_is_told_in_order_whoever_comes_first() {
        let (news, mut heard) = broadcast::channel(8);
        let telling = Telling::new(news);
        for (commit, note) in [(1, "first"), (2, "second"), (3, "third")] {
            telling.later(commit, vec![note.to_owned()]);
        }
        telling.through(2);
        telling.through(1);
        for note in ["first", "second"] {
            assert_eq!(heard.try_recv().unwrap(), Notification::Message(note.into()));
        }
        assert!(heard.try_recv().is_err(), "the third is not on disk");
    }
}
