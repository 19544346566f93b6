//! Principals read since the last commit (ADR 0017).
//!
//! Invariants:
//! - One is handed out only while the database would answer the same: nothing was committed since before it was
//!   read, and the clock has reached nothing that changes it.
//! - Nothing is kept where another process may write.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::{Timestamp, TokenHash};

use super::Principal;

/// More bearers than ask between two commits of a busy node; about a kilobyte each.
const MOST: usize = 1_000;

/// What was read since the last commit.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<Since>);

#[derive(Debug, Default)]
struct Since {
    /// Commits there had been before any of these was read.
    commits: u64,
    by_token: HashMap<TokenHash, (Timestamp, Arc<Principal>)>,
}

impl Kept {
    /// The bearer of this token, if it was read after as many commits as there are now.
    pub(crate) fn find(
        &self,
        token: TokenHash,
        commits: u64,
        now: Timestamp,
    ) -> Option<Arc<Principal>> {
        let since = self.since();
        let (read_at, principal) = since.by_token.get(&token)?;
        let same = since.commits == commits && *read_at <= now && now < principal.until;
        same.then(|| Arc::clone(principal))
    }

    /// Keeps what was read when there had been so many commits. A commit in between does no harm: the number
    /// is then too low to be asked for again.
    pub(crate) fn keep(
        &self,
        token: TokenHash,
        commits: u64,
        now: Timestamp,
        principal: &Arc<Principal>,
    ) {
        let mut since = self.since();
        if since.commits < commits || since.by_token.len() >= MOST {
            since.by_token.clear();
            since.commits = since.commits.max(commits);
        }
        if since.commits == commits {
            since.by_token.insert(token, (now, Arc::clone(principal)));
        }
    }

    fn since(&self) -> MutexGuard<'_, Since> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
