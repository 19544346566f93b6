use db::{Tx, params};
use kernel::ids::{AuditId, OrganisationId};
use kernel::{Error, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::event::Event;
use super::table::{APPEND, AuditRow, CLOSE, HeadRow, LOCK};
use crate::actor::Who;
use crate::cx::Cx;

/// More events than this in one transaction are announced as "look again" instead of one by one.
const ANNOUNCED: usize = 40;

/// An organisation's chain while a transaction holds its lock.
#[derive(Debug)]
pub(crate) struct Chain {
    organisation_id: OrganisationId,
    seq: i64,
    hash: Vec<u8>,
    events: Vec<LiveEvent>,
    appended: usize,
}

/// A change as it is announced to those who watch.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LiveEvent {
    /// Place in the organisation's sequence.
    pub seq: i64,
    /// What happened.
    pub action: String,
    /// The noun it happened to.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: Option<Uuid>,
}

/// The changes of one transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LiveBatch {
    /// Whose.
    pub organisation_id: OrganisationId,
    /// The last sequence number.
    pub seq: i64,
    /// What happened; empty where it was too much to tell one by one.
    pub events: Vec<LiveEvent>,
}

/// How far a chain was at some time.
#[derive(Debug)]
pub(crate) struct Mark {
    seq: i64,
    hash: Vec<u8>,
    appended: usize,
}

impl Chain {
    /// As far as it is now.
    pub(crate) fn mark(&self) -> Mark {
        Mark { seq: self.seq, hash: self.hash.clone(), appended: self.appended }
    }

    /// Forgets what came later, because the database has undone it.
    pub(crate) fn back_to(&mut self, mark: Mark) {
        self.seq = mark.seq;
        self.hash = mark.hash;
        self.appended = mark.appended;
        self.events.truncate(self.appended);
    }
}

/// Takes the organisation's lock.
pub(crate) async fn lock(tx: &mut Tx, organisation_id: OrganisationId) -> Result<Chain> {
    let head = tx.locked::<HeadRow>(LOCK, &params![organisation_id]).await?;
    let HeadRow { seq, hash } = head.ok_or(Error::NotFound)?;
    Ok(Chain { organisation_id, seq, hash, events: Vec::new(), appended: 0 })
}

pub(crate) async fn append(cx: &mut Cx<'_>, chain: &mut Chain, event: Event) -> Result<()> {
    let origin = cx.actor().origin.clone();
    let (actor_kind, actor_id, actor_name) = match &cx.actor().who {
        Who::User(user) => ("user", Some(user.user_id.as_uuid()), user.display_name.clone()),
        Who::Proven { user_id, name } => ("user", Some(user_id.as_uuid()), name.clone()),
        Who::System(name) => ("system", None, (*name).to_owned()),
        Who::Anonymous => ("anonymous", None, String::new()),
    };
    let mut row = AuditRow {
        seq: chain.seq + 1,
        id: cx.id::<AuditId>(),
        at: cx.now,
        actor_kind: actor_kind.to_owned(),
        actor_id,
        actor_name,
        on_behalf_of: None,
        action: event.action.to_owned(),
        subject_kind: event.subject.kind.to_owned(),
        subject_id: event.subject.id,
        subject_name: event.subject.name,
        before: event.before.to_string(),
        after: event.after.to_string(),
        surface: origin.surface.to_string(),
        address: origin.address,
        request_id: origin.request_id,
        hash: Vec::new(),
    };
    row.hash = hash(&chain.hash, &row);
    chain.seq = row.seq;
    chain.hash.clone_from(&row.hash);
    chain.appended += 1;
    if chain.appended <= ANNOUNCED {
        chain.events.push(live(&row));
    }
    insert(cx.tx, chain.organisation_id, row).await
}

fn live(row: &AuditRow) -> LiveEvent {
    LiveEvent {
        seq: row.seq,
        action: row.action.clone(),
        subject_kind: row.subject_kind.clone(),
        subject_id: row.subject_id,
    }
}

async fn insert(tx: &mut Tx, organisation_id: OrganisationId, row: AuditRow) -> Result<()> {
    let values = params![
        organisation_id,
        row.seq,
        row.id,
        row.at,
        row.actor_kind,
        row.actor_id,
        row.actor_name,
        row.on_behalf_of,
        row.action,
        row.subject_kind,
        row.subject_id,
        row.subject_name,
        row.before,
        row.after,
        row.surface,
        row.address,
        row.request_id,
        row.hash,
    ];
    tx.execute(APPEND, &values).await?;
    Ok(())
}

/// Stores the head and announces what was appended.
pub(crate) async fn close(tx: &mut Tx, chain: Chain) -> Result<()> {
    if chain.appended == 0 {
        return Ok(());
    }
    tx.execute(CLOSE, &params![chain.organisation_id, chain.seq, chain.hash]).await?;
    let events = if chain.appended > ANNOUNCED { Vec::new() } else { chain.events };
    let batch = LiveBatch { organisation_id: chain.organisation_id, seq: chain.seq, events };
    tx.notify(serde_json::to_string(&batch).map_err(Error::internal)?)?;
    Ok(())
}

/// The hash of a row after the one whose hash is `former`: every column, each with its length, so
/// that no two rows read alike.
pub(super) fn hash(former: &[u8], row: &AuditRow) -> Vec<u8> {
    let mut digest = Sha256::new();
    let mut feed = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(bytes);
    };
    feed(former);
    feed(&row.seq.to_le_bytes());
    feed(row.id.as_uuid().as_bytes());
    feed(&row.at.micros().to_le_bytes());
    for id in [row.actor_id, row.on_behalf_of, row.subject_id] {
        feed(id.as_ref().map_or(&[], |id| id.as_bytes().as_slice()));
    }
    let texts = [
        &row.actor_kind,
        &row.actor_name,
        &row.action,
        &row.subject_kind,
        &row.subject_name,
        &row.before,
        &row.after,
        &row.surface,
        &row.address,
        &row.request_id,
    ];
    for text in texts {
        feed(text.as_bytes());
    }
    digest.finalize().to_vec()
}
