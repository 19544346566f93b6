//! The end of the process when the disk can't be trusted any more.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// How long the answers to the failed writes may take to leave before the process ends.
const FAREWELL: Duration = Duration::from_millis(250);

static HOOK: Mutex<Option<fn(&str)>> = Mutex::new(None);

/// Replaces the end of the process by something a test can watch.
pub fn on_disk_failure(hook: fn(&str)) {
    *HOOK.lock().unwrap_or_else(PoisonError::into_inner) = Some(hook);
}

/// Says why and ends the process, a moment after the failed writes have been answered.
pub(crate) fn disk_failed(reason: &str) {
    tracing::error!(reason, "the disk failed to keep a commit; ending the process");
    let hook = *HOOK.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(hook) = hook {
        hook(reason);
        return;
    }
    std::thread::spawn(|| {
        std::thread::sleep(FAREWELL);
        std::process::abort();
    });
}
