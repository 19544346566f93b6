//! Forgetting what is older than the organisation wants to keep (SPEC ORG-4). Rows go from the oldest on and
//! without a gap; the chain's head remembers the last one's hash, so that the rest can still be proven.

use db::params;
use kernel::{Error, Result, Span, Timestamp};
use serde::{Deserialize, Serialize};

use super::event::{Event, Subject};
use super::table::{FORGET, FORGOTTEN, ForgottenRow, NOTE_FORGOTTEN, OLDEST, OldRow};
use crate::actor::Actor;
use crate::cx::Cx;
use crate::organisations;
use crate::product::Crewdesk;

/// Most rows forgotten in one transaction.
const BATCH: i64 = 1000;

/// What the chain says of a forgetting; also how `verify` knows that the head was not moved by hand.
#[derive(Debug, Serialize, Deserialize, PartialEq, Eq)]
pub(super) struct Forgetting {
    /// The last row that went.
    pub(super) through_seq: i64,
    /// Its hash, hexadecimal.
    pub(super) through_hash: String,
    /// How many went.
    pub(super) rows: usize,
}

/// Forgets the old rows of every organisation that does not keep its log for ever; the worker calls it.
/// Whole days go at a time, so that a chain gains at most one row a day and a thousand by it.
///
/// # Errors
/// Faults of the database.
pub async fn forget(crewdesk: &Crewdesk, actor: &Actor) -> Result<()> {
    let midnight = crewdesk.clock().now().midnight();
    for (organisation, days) in organisations::keeping(crewdesk, organisations::Log::Audit).await? {
        let before = midnight.minus(Span::days(days));
        let verb = async |cx: &mut Cx<'_>| forget_here(cx, before).await;
        while crewdesk.write_in(organisation, actor, verb).await? == BATCH {}
    }
    Ok(())
}

/// Forgets up to a batch of rows from before a moment; answers how many.
async fn forget_here(cx: &mut Cx<'_>, before: Timestamp) -> Result<i64> {
    let organisation = cx.organisation_id;
    let begin = begin(cx).await?;
    let values = params![organisation, begin.forgotten_seq, BATCH];
    let oldest = cx.tx.all::<OldRow>(OLDEST, &values).await?;
    let old: Vec<OldRow> = oldest.into_iter().take_while(|row| row.at < before).collect();
    let Some(last) = old.last() else { return Ok(0) };
    cx.tx.execute(FORGET, &params![organisation, last.seq]).await?;
    cx.tx.execute(NOTE_FORGOTTEN, &params![organisation, last.seq, last.hash.clone()]).await?;
    let facts =
        Forgetting { through_seq: last.seq, through_hash: hex(&last.hash), rows: old.len() };
    let subject = Subject { kind: "audit", id: None, name: String::new() };
    let facts = serde_json::to_value(&facts).map_err(Error::internal)?;
    cx.record(Event::new("audit.forgotten", subject).with(facts)).await?;
    Ok(i64::try_from(old.len()).unwrap_or(BATCH))
}

/// What the chain of the organisation begins after.
pub(super) async fn begin(cx: &mut Cx<'_>) -> Result<ForgottenRow> {
    Ok(cx.tx.one::<ForgottenRow>(FORGOTTEN, &params![cx.organisation_id]).await?)
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
