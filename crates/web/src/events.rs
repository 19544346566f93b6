//! Live events: what the audit log records is told to those who watch and may see it (SPEC API-3).
//!
//! The id of an event is its place in the organisation's audit sequence, so that a client which lost its
//! connection names the last one it saw and misses nothing.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use db::{Db, Notification};
use domain::access::{Action, Reach};
use domain::audit::{LiveBatch, LiveEvent, list};
use domain::{Actor, Cx, resource_filters, users};
use futures::{Stream, StreamExt as _, stream};
use http::HeaderMap;
use kernel::ids::UserId;
use kernel::{Error, Result};
use tokio::sync::{broadcast, watch};

use crate::extract::Caller;
use crate::problem::Problem;
use crate::state::AppState;

/// More missed events than this, and a client is told to look at everything again.
const REPLAYED: i64 = 500;
/// A silent stream is checked this often: its session may have died on another node.
const CHECK: Duration = Duration::from_secs(5);
/// A comment goes out this often, so that proxies keep the connection.
pub(crate) const COMMENT: Duration = Duration::from_secs(15);

/// Hands every organisation's events to its watchers on this node.
#[derive(Debug)]
pub struct Hub {
    news: broadcast::Sender<Option<Arc<LiveBatch>>>,
    closing: watch::Sender<bool>,
}

impl Hub {
    /// Listens to the database. Must be called on the runtime.
    pub fn new(db: &Db) -> Self {
        let (news, _) = broadcast::channel(1024);
        let (closing, _) = watch::channel(false);
        tokio::spawn(relay(db.notifications(), news.clone()));
        Self { news, closing }
    }
    /// Ends all streams.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}

/// Reads what nodes announce once for all watchers; `None` stands for "something was missed".
async fn relay(
    mut heard: broadcast::Receiver<Notification>,
    news: broadcast::Sender<Option<Arc<LiveBatch>>>,
) {
    loop {
        let batch = match heard.recv().await {
            Ok(Notification::Message(text)) => match serde_json::from_str(&text) {
                Ok(batch) => Some(Arc::new(batch)),
                // Another room's announcement.
                Err(_) => continue,
            },
            Ok(Notification::Gap) | Err(broadcast::error::RecvError::Lagged(_)) => None,
            Err(broadcast::error::RecvError::Closed) => return,
        };
        let _ = news.send(batch);
    }
}

/// What a watcher is told.
#[derive(Debug)]
pub enum Told {
    /// Something happened.
    Event(LiveEvent),
    /// More was missed than is repeated.
    Gap,
}

/// One client that watches.
#[derive(Debug)]
pub struct Watch {
    app: AppState,
    actor: Actor,
    news: broadcast::Receiver<Option<Arc<LiveBatch>>>,
    closing: watch::Receiver<bool>,
    ready: VecDeque<Told>,
    seen: i64,
}

/// `GET /api/v1/events`: changes as they happen.
///
/// Each event has the place in the audit sequence as its id and the action as its name; `gap` says that
/// more was missed than is repeated.
///
/// # Errors
/// [`Error::Unauthenticated`] without a living session.
pub async fn watch(
    State(app): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let last =
        headers.get("last-event-id").and_then(|value| value.to_str().ok()?.parse::<i64>().ok());
    let mut watch = Watch::open(&app, caller.actor());
    if let Some(last) = last {
        watch.replay(last).await?;
    }
    let first = stream::once(async { Ok(Event::default().comment("watching")) });
    let rest = watch.told().map(|told| Ok(tell(&told)));
    Ok(Sse::new(first.chain(rest)).keep_alive(KeepAlive::new().interval(COMMENT)))
}

impl Watch {
    /// Begins to watch as this actor.
    pub fn open(app: &AppState, actor: &Actor) -> Self {
        Self {
            news: app.hub().news.subscribe(),
            closing: app.hub().closing.subscribe(),
            actor: actor.clone(),
            app: app.clone(),
            ready: VecDeque::new(),
            seen: 0,
        }
    }

    /// All that is told, until the session dies or the server ends.
    pub fn told(self) -> impl Stream<Item = Told> {
        stream::unfold(self, |mut watch| async move {
            let told = watch.next().await?;
            Some((told, watch))
        })
    }

    async fn next(&mut self) -> Option<Told> {
        loop {
            if let Some(told) = self.ready.pop_front() {
                return Some(told);
            }
            let heard = tokio::select! {
                _ = self.closing.wait_for(|closing| *closing) => return None,
                heard = tokio::time::timeout(CHECK, self.news.recv()) => heard,
            };
            if self.refresh().await.is_err() {
                return None;
            }
            match heard {
                Err(_) => {}
                Ok(Ok(Some(batch))) => self.take(&batch).await.ok()?,
                Ok(Ok(None) | Err(broadcast::error::RecvError::Lagged(_))) => {
                    self.ready.push_back(Told::Gap)
                }
                Ok(Err(broadcast::error::RecvError::Closed)) => return None,
            }
        }
    }

    /// Reads the session and its rights again: what died in between sees nothing more.
    async fn refresh(&mut self) -> Result<()> {
        let crewdesk = self.app.crewdesk();
        let session = self.actor.principal().map(|principal| principal.session_id);
        let session = session.ok_or(Error::NotFound)?;
        self.actor = crewdesk.reload(&self.actor, session).await?;
        Ok(())
    }

    async fn take(&mut self, batch: &LiveBatch) -> Result<()> {
        let mine = self.actor.organisation_id() == Some(batch.organisation_id);
        if !mine || batch.seq <= self.seen {
            return Ok(());
        }
        self.seen = batch.seq;
        if batch.events.is_empty() {
            self.ready.push_back(Told::Gap);
        }
        for event in &batch.events {
            if self.may_see(event).await? {
                self.ready.push_back(Told::Event(event.clone()));
            }
        }
        Ok(())
    }

    /// Repeats what came after `last`, or says that it was too much.
    async fn replay(&mut self, last: i64) -> Result<()> {
        let crewdesk = self.app.crewdesk().clone();
        let rows =
            crewdesk.read(&self.actor, async |cx| list::after(cx, last, REPLAYED).await).await?;
        let forgotten = rows.first().is_some_and(|row| row.seq != last + 1);
        if forgotten || i64::try_from(rows.len()).unwrap_or(REPLAYED) >= REPLAYED {
            self.ready.push_back(Told::Gap);
            return Ok(());
        }
        for row in rows {
            self.seen = row.seq;
            let event = LiveEvent {
                seq: row.seq,
                action: row.action,
                subject_kind: row.subject_kind,
                subject_id: row.subject_id,
            };
            if self.may_see(&event).await? {
                self.ready.push_back(Told::Event(event));
            }
        }
        Ok(())
    }

    async fn may_see(&self, event: &LiveEvent) -> Result<bool> {
        let Some(principal) = self.actor.principal() else { return Ok(false) };
        if principal.grants.reach(Action::UsersView).holds(Reach::ORGANISATION) {
            let id = event.subject_id.filter(|_| principal.resource_filter.is_some());
            let Some(id) = id else { return Ok(true) };
            let shown =
                async |cx: &mut Cx<'_>| resource_filters::shows(cx, &event.subject_kind, id).await;
            return self.app.crewdesk().read(&self.actor, shown).await;
        }
        let (Some(id), "user") = (event.subject_id, event.subject_kind.as_str()) else {
            return Ok(false);
        };
        let id = UserId::from_uuid(id);
        self.app.crewdesk().read(&self.actor, async |cx| users::visible(cx, id).await).await
    }
}

fn tell(told: &Told) -> Event {
    match told {
        Told::Gap => Event::default().event("gap").data("{}"),
        Told::Event(event) => {
            let data = serde_json::to_string(event).unwrap_or_default();
            Event::default().id(event.seq.to_string()).event(event.action.clone()).data(data)
        }
    }
}
