//! Kinds of jobs whose other side can't be reached.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How long jobs of a kind are left alone, so that a thousand mails that wait for their server cost no more
/// than a few (SECURITY.md R4).
const REST: Duration = Duration::from_secs(10);

/// The kinds that rest, and until when.
#[derive(Debug, Clone, Default)]
pub(crate) struct Resting(Arc<Mutex<BTreeMap<&'static str, Instant>>>);

impl Resting {
    /// Lets this kind rest from now on.
    pub(crate) fn begin(&self, kind: &'static str) {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kinds.insert(kind, Instant::now() + REST);
    }

    /// The kinds that rest now.
    pub(crate) fn kinds(&self) -> Vec<&'static str> {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        kinds.retain(|_, until| *until > now);
        kinds.keys().copied().collect()
    }
}
