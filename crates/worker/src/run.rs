use std::sync::Arc;
use std::time::Duration;

use db::Notification;
use domain::Crewdesk;
use domain::jobs::{self, Claimed, Outcome};
use domain::ports::{Mailer, SmsSender};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;

use crate::resting::Resting;
use crate::{perform, sweep};

/// The outbox is looked at this often even if nobody says that there is work.
const POLL: Duration = Duration::from_secs(5);
/// A database that can't be reached is tried again after this.
const PAUSE: Duration = Duration::from_secs(1);

/// Settings of the worker.
#[derive(Debug, Clone)]
pub struct WorkerConfig {
    /// Where people reach the server; links in mails begin with it. Without a trailing slash.
    pub public_url: String,
    /// Most jobs at a time.
    pub concurrency: usize,
    /// How long jobs at work may take after the end was asked for. What is not done then is done again
    /// by the next worker.
    pub farewell: Duration,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".into(),
            concurrency: 8,
            farewell: Duration::from_secs(9),
        }
    }
}

/// By which ways messages leave.
#[derive(Debug, Clone)]
pub struct Senders {
    /// Mails.
    pub mailer: Arc<dyn Mailer>,
    /// Text messages.
    pub sms: Arc<dyn SmsSender>,
}

/// Works until `shutdown` is done, then lets jobs at work finish.
pub async fn run(
    crewdesk: Crewdesk,
    senders: Senders,
    config: WorkerConfig,
    shutdown: impl Future<Output = ()> + Send,
) {
    let farewell = config.farewell;
    let sweeper = tokio::spawn(sweep::every_minute(crewdesk.clone()));
    let worker =
        Worker { crewdesk, senders, config: Arc::new(config), resting: Resting::default() };
    let mut at_work = JoinSet::new();
    tokio::select! {
        () = shutdown => {}
        () = worker.go_on(&mut at_work) => {}
    }
    sweeper.abort();
    let finish = async { while at_work.join_next().await.is_some() {} };
    if tokio::time::timeout(farewell, finish).await.is_err() {
        tracing::warn!("some jobs did not finish in time; they will be done again");
    }
}

#[derive(Clone)]
struct Worker {
    crewdesk: Crewdesk,
    senders: Senders,
    config: Arc<WorkerConfig>,
    resting: Resting,
}

impl Worker {
    async fn go_on(&self, at_work: &mut JoinSet<()>) {
        let mut news = self.crewdesk.db().notifications();
        loop {
            let more = self.fill(at_work).await;
            let wait = if more { Duration::MAX } else { self.until_due().await };
            tokio::select! {
                Some(ended) = at_work.join_next(), if !at_work.is_empty() => {
                    if let Err(error) = ended {
                        tracing::error!(%error, "a job broke off; it will be done again");
                    }
                }
                open = hears_of_jobs(&mut news), if !more => if !open { return },
                () = tokio::time::sleep(wait.min(POLL)) => {}
            }
        }
    }

    /// Begins as many jobs as there is room for; tells whether there may be more than that. Looks only
    /// when half of the room is free: each look is a transaction.
    async fn fill(&self, at_work: &mut JoinSet<()>) -> bool {
        let room = self.config.concurrency.saturating_sub(at_work.len());
        if room == 0 || room * 2 < self.config.concurrency {
            return true;
        }
        let claimed = match jobs::claim(&self.crewdesk, room, &self.resting.kinds()).await {
            Ok(claimed) => claimed,
            Err(error) => {
                tracing::warn!(%error, "the outbox can't be read");
                tokio::time::sleep(PAUSE).await;
                return false;
            }
        };
        let more = claimed.len() == room;
        for job in claimed {
            let worker = self.clone();
            at_work.spawn(async move { worker.do_one(job).await });
        }
        more
    }

    async fn until_due(&self) -> Duration {
        match jobs::next_due(&self.crewdesk, &self.resting.kinds()).await {
            Ok(Some(at)) => at.since(self.crewdesk.clock().now()).to_std().max(MOMENT),
            Ok(None) | Err(_) => POLL,
        }
    }

    async fn do_one(&self, job: Claimed) {
        let outcome = tokio::select! {
            outcome = perform::perform(&self.crewdesk, &self.senders, &self.config, &job) => outcome,
            () = self.keep(&job) => {
                tracing::warn!(job = %job.id, "another worker has taken the job");
                return;
            }
        };
        match &outcome {
            Outcome::Done => tracing::debug!(job = %job.id, "done"),
            Outcome::Later(reason) | Outcome::Away(reason) => {
                tracing::warn!(job = %job.id, attempt = job.attempts, reason, "will be tried again");
            }
            Outcome::Never(reason) => tracing::error!(job = %job.id, reason, "failed for good"),
        }
        if let (Ok(work), Outcome::Away(_)) = (&job.job, &outcome) {
            self.resting.begin(work.kind());
        }
        self.settle(&job, &outcome).await;
    }

    /// Says again and again that the job is being worked at; returns when it is no longer ours.
    async fn keep(&self, job: &Claimed) {
        loop {
            tokio::time::sleep(Claimed::HEARTBEAT.to_std()).await;
            // A database that can't be reached takes nothing away.
            if matches!(job.keep(&self.crewdesk).await, Ok(false)) {
                return;
            }
        }
    }

    /// A mail that has gone out and can't be written down would go out again: so several tries.
    async fn settle(&self, job: &Claimed, outcome: &Outcome) {
        for _ in 0..SETTLE_TRIES {
            match job.settle(&self.crewdesk, outcome).await {
                Ok(_) => {
                    let kind = job.job.as_ref().map_or("unknown", jobs::Job::kind);
                    metrics::counter!("crewdesk_jobs_total", "kind" => kind, "outcome" => word(outcome))
                        .increment(1);
                    return;
                }
                Err(error) => tracing::warn!(job = %job.id, %error, "can't be settled yet"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Waits until there may be new work; a gap may hide the news of it. False where the database was closed.
async fn hears_of_jobs(news: &mut Receiver<Notification>) -> bool {
    loop {
        match news.recv().await {
            Ok(Notification::Message(text)) if *text != *jobs::WAKE => {}
            Err(RecvError::Closed) => return false,
            Ok(_) | Err(RecvError::Lagged(_)) => return true,
        }
    }
}

/// The shortest wait, so that a clock that steps never makes the loop spin.
const MOMENT: Duration = Duration::from_millis(20);
const SETTLE_TRIES: usize = 30;

const fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::Later(_) | Outcome::Away(_) => "later",
        Outcome::Never(_) => "failed",
    }
}
