//! R9: a backup while people write, and what it restores to.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::MissedTickBehavior;

use super::client::{self, Client};
use super::server::Installation;
use super::writers::{self, Writers};
use super::{Report, Stand};
use crate::run;

/// A write begins this often, whether those before it are done or not.
const PACE: Duration = Duration::from_millis(10);
/// Longest that a write may wait because of the backup, in milliseconds.
const STALL: u64 = 250;
/// Longest that restoring may take, in milliseconds.
const RESTORE: u64 = 60_000;

/// Longest that a start after a kill may take, in milliseconds (R1).
const READY: u64 = 2000;

/// Backs up a SQLite file under load, restores it into both databases.
pub(super) async fn run(stand: &Stand, report: &mut Report) -> Result<()> {
    let installation = Installation::sqlite(stand)?;
    let token = installation.organisation(&[])?;
    let node = installation.serve(&token).await?;
    let mut promised = writers::fill(&node.client, stand.users).await?;
    let file = installation.folder().join("backup");
    promised.extend(taken(&installation, &node.client, &file, report).await?);
    node.terminate()?;
    node.wait()?;
    for target in [Installation::sqlite(stand)?, Installation::postgres(stand)?] {
        restored(&target, &token, &file, &promised, report).await?;
    }
    Ok(())
}

/// Takes the backup; answers what was acknowledged before it began.
async fn taken(
    installation: &Installation,
    client: &Client,
    file: &Path,
    report: &mut Report,
) -> Result<Vec<String>> {
    let writer = Paced::start(client.clone());
    tokio::time::sleep(Duration::from_secs(2)).await;
    let quiet = writer.longest();
    let before = writer.acknowledged();
    let mut command = installation.command(&["backup"]);
    command.arg(file);
    let began = Instant::now();
    let ended = tokio::task::spawn_blocking(move || run::output(&mut command)).await?;
    let took = began.elapsed();
    ended.context("the backup failed")?;
    let (writes, longest, failed) = writer.finish().await;
    let rate = writes as f64 / (took.as_secs_f64() + 2.0);
    report.figure(
        &format!("sqlite: writes a second during a backup of {:.1} s", took.as_secs_f64()),
        "about 100",
        format!("{rate:.0}"),
        rate > 80.0,
    );
    report.none("sqlite: writes refused meanwhile", failed);
    let what = format!("sqlite: longest write of {writes} (before the backup {quiet:?})");
    report.within(&what, longest, STALL);
    Ok(before)
}

async fn restored(
    target: &Installation,
    token: &str,
    file: &PathBuf,
    promised: &[String],
    report: &mut Report,
) -> Result<()> {
    let engine = target.engine();
    let began = Instant::now();
    run::output(target.command(&["restore"]).arg(file))?;
    let what = format!("sqlite → {engine}: restoring {} users", promised.len());
    report.within(&what, began.elapsed(), RESTORE);
    let complaints = target.verify()?.len();
    report.none(&format!("sqlite → {engine}: complaints of doctor --verify"), complaints);
    let node = target.serve(token).await?;
    let users = node.client.user_ids().await?;
    let lost = promised.iter().filter(|id| !users.contains(*id)).count();
    let what = format!("sqlite → {engine}: acknowledged before the backup and not in it");
    report.none(&what, lost);
    let writers = Writers::start(16, &node.client, "late");
    tokio::time::sleep(Duration::from_millis(500)).await;
    node.kill()?;
    writers.acknowledged().await;
    let start = target.serve(token).await?.start;
    let what = format!("{engine}: from a kill under 16 writers to ready, {} users", users.len());
    report.within(&what, start, READY);
    Ok(())
}

/// A writer who keeps its pace.
struct Paced {
    seen: Arc<Mutex<Seen>>,
    task: JoinHandle<JoinSet<()>>,
    end: Arc<tokio::sync::Notify>,
}

#[derive(Default)]
struct Seen {
    ids: Vec<String>,
    failed: usize,
    longest: Duration,
}

impl Paced {
    fn start(client: Client) -> Self {
        let seen: Arc<Mutex<Seen>> = Arc::default();
        let end = Arc::new(tokio::sync::Notify::new());
        let task = tokio::spawn(write(client, Arc::clone(&seen), Arc::clone(&end)));
        Self { seen, task, end }
    }

    fn longest(&self) -> Duration {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).longest
    }

    fn acknowledged(&self) -> Vec<String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).ids.clone()
    }

    /// Ends; answers how many writes were acknowledged, the longest of them, and how many failed.
    async fn finish(self) -> (usize, Duration, usize) {
        self.end.notify_one();
        if let Ok(open) = self.task.await {
            open.join_all().await;
        }
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        (seen.ids.len(), seen.longest, seen.failed)
    }
}

/// Begins a write at each tick; answers those that are still open at the end.
async fn write(
    client: Client,
    seen: Arc<Mutex<Seen>>,
    end: Arc<tokio::sync::Notify>,
) -> JoinSet<()> {
    let mut open = JoinSet::new();
    let mut tick = tokio::time::interval(PACE);
    tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
    for number in 0.. {
        let due = tokio::select! {
            due = tick.tick() => due,
            () = end.notified() => break,
        };
        let (client, seen) = (client.clone(), Arc::clone(&seen));
        open.spawn(async move {
            let id = client.create(&client::user(&format!("paced-{number}"))).await;
            // From when it was due: a writer that was held up counts too.
            let took = due.elapsed();
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.longest = seen.longest.max(took);
            seen.failed += usize::from(id.is_none());
            seen.ids.extend(id);
        });
    }
    open
}
