//! How many statements ran: tests hold it against the number of rows on a page.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// All statements since the database was opened.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally(Arc<AtomicU64>);

impl Tally {
    /// How many so far; those of a transaction count when it ends.
    pub(crate) fn total(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Counts for one transaction, which costs other threads nothing while it runs.
    pub(crate) fn begin(&self) -> Count {
        Count { statements: 0, tally: Self(Arc::clone(&self.0)) }
    }
}

/// Those of one transaction.
#[derive(Debug)]
pub(crate) struct Count {
    statements: u64,
    tally: Tally,
}

impl Count {
    /// One more.
    pub(crate) const fn add(&mut self) {
        self.statements += 1;
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        self.tally.0.fetch_add(self.statements, Ordering::AcqRel);
    }
}
