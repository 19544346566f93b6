use db::{Tx, params};
use kernel::{Result, Span, Timestamp};

use super::table::{FORGET, STANDING, waiting};
use crate::product::Crewdesk;

/// Done and dropped jobs are kept this long, for those who ask whether a mail went out.
const KEEP_DONE: Span = Span::days(7);
/// Failed jobs are kept this long.
const KEEP_FAILED: Span = Span::days(90);

/// How the outbox stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Jobs waiting, those at work included.
    pub due: i64,
    /// When the first of them is due.
    pub oldest_due: Option<Timestamp>,
    /// Jobs done lately.
    pub done: i64,
    /// Jobs that expired before they could be done.
    pub dropped: i64,
    /// Jobs that failed for good.
    pub failed: i64,
}

/// How the outbox stands.
///
/// # Errors
/// Faults of the database.
pub async fn standing(crewdesk: &Crewdesk) -> Result<Standing> {
    type Row = (String, i64, Option<Timestamp>);
    let query = crewdesk
        .db()
        .read(async |tx: &mut Tx| -> Result<Vec<Row>> { Ok(tx.all(STANDING, &[]).await?) });
    let mut standing = Standing::default();
    for (state, count, oldest) in query.await? {
        match state.as_str() {
            "due" => (standing.due, standing.oldest_due) = (count, oldest),
            "done" => standing.done = count,
            "dropped" => standing.dropped = count,
            _ => standing.failed = count,
        }
    }
    Ok(standing)
}

/// When the next job is due that is not of the kinds that rest.
///
/// # Errors
/// Faults of the database.
pub async fn next_due(crewdesk: &Crewdesk, resting: &[&'static str]) -> Result<Option<Timestamp>> {
    let mut next = waiting("run_at", resting);
    next.push(" ORDER BY run_at LIMIT 1");
    let query = crewdesk.db().read(async |tx: &mut Tx| -> Result<Option<(Timestamp,)>> {
        Ok(tx.optional(next.sql(), next.params()).await?)
    });
    Ok(query.await?.map(|(at,)| at))
}

/// Forgets old jobs; the worker calls it every minute.
///
/// # Errors
/// Faults of the database.
pub async fn forget(crewdesk: &Crewdesk) -> Result<()> {
    let now = crewdesk.clock().now();
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            for (state, kept) in
                [("done", KEEP_DONE), ("dropped", KEEP_DONE), ("failed", KEEP_FAILED)]
            {
                tx.execute(FORGET, &params![state, now.minus(kept)]).await?;
            }
            Ok(())
        })
        .await
}
