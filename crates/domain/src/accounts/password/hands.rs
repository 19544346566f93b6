//! The threads that hash (SECURITY.md S7).

use kernel::{Error, Result};
use rustix::process::{getpriority_process, setpriority_process};
use rustix::thread::gettid;
use tokio::runtime::{Builder, Runtime};

/// How far they step back, as `nice` counts: whoever answers requests or commits comes first, which takes little from a
/// hash and spares the others the end of its turn.
const STEP_BACK: i32 = 5;

/// As many threads as there may be hashes at a time, of a runtime of their own: a thread that has stepped back can't step
/// forward again, so nothing else may run there.
#[derive(Debug)]
pub(super) struct Hands(Option<Runtime>);

impl Hands {
    /// So many threads at most; each ends after seconds without work. None where the system refuses.
    pub(super) fn new(most: usize) -> Self {
        let built = Builder::new_current_thread()
            .max_blocking_threads(most)
            .thread_name("hash")
            .on_thread_start(step_back)
            .build();
        if let Err(error) = &built {
            tracing::error!(%error, "there are no threads for hashes");
        }
        Self(built.ok())
    }

    /// Does some work there and waits for it.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let runtime = self.0.as_ref().ok_or_else(|| Error::internal("no threads for hashes"))?;
        runtime.spawn_blocking(work).await.map_err(Error::internal)
    }
}

impl Drop for Hands {
    /// A runtime that is dropped waits for its threads, which no other runtime's thread may do.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

fn step_back() {
    let thread = Some(gettid());
    // Where that is forbidden, hashes take their full turns.
    let _ = getpriority_process(thread)
        .and_then(|now| setpriority_process(thread, now.saturating_add(STEP_BACK)));
}

#[cfg(test)]
mod tests {
    use super::{Hands, STEP_BACK, getpriority_process, gettid};

    #[tokio::test]
    async fn who_hashes_steps_back_and_nobody_else_does() {
        let priority = || getpriority_process(Some(gettid())).unwrap();
        let before = priority();
        let hands = Hands::new(1);
        assert_eq!(hands.work(priority).await.unwrap(), (before + STEP_BACK).min(19));
        assert_eq!(priority(), before);
    }
}
