//! Answers kept so that a request that comes twice is done once (SPEC API-1).

mod table;

use db::{Tx, params};
use kernel::{Code, Error, Result, Span};

pub use table::STATEMENTS;
use table::{FIND, FORGET, KEEP};

use crate::cx::Cx;
use crate::product::Crewdesk;

/// How long an answer is kept.
const KEPT: Span = Span::days(1);

/// An answer as it was first given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its status.
    pub status: u16,
    /// Its head and body, as the surface wrote them.
    pub body: String,
}

/// The answer that was given under this key, if any.
///
/// # Errors
/// [`Error::Invalid`] with `idempotency_mismatch` where the key came with another request.
pub async fn find(cx: &mut Cx<'_>, key: &str, fingerprint: &[u8]) -> Result<Option<Kept>> {
    let me = cx.principal()?.user_id;
    let values = params![cx.organisation_id, me, key];
    let row = cx.tx.optional::<(Vec<u8>, i64, String)>(FIND, &values).await?;
    let Some((known, status, body)) = row else { return Ok(None) };
    if known != fingerprint {
        return Err(Error::field("idempotency_key", Code::IdempotencyMismatch));
    }
    Ok(Some(Kept { status: u16::try_from(status).unwrap_or(200), body }))
}

/// Keeps an answer, in the transaction of what it answers or, where that had several, of the last. What is kept
/// already stays.
///
/// # Errors
/// Faults of the database.
pub async fn keep(cx: &mut Cx<'_>, key: &str, fingerprint: &[u8], kept: &Kept) -> Result<()> {
    let me = cx.principal()?.user_id;
    let values = params![
        cx.organisation_id,
        me,
        key,
        fingerprint.to_vec(),
        i64::from(kept.status),
        kept.body.clone(),
        cx.now,
    ];
    cx.tx.execute(KEEP, &values).await?;
    Ok(())
}

/// Forgets answers older than a day; the worker calls it every minute.
///
/// # Errors
/// Faults of the database.
pub async fn forget(crewdesk: &Crewdesk) -> Result<()> {
    let before = crewdesk.clock().now().minus(KEPT);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            tx.execute(FORGET, &params![before]).await?;
            Ok(())
        })
        .await
}
