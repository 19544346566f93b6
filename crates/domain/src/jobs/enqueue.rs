use db::params;
use kernel::ids::JobId;
use kernel::{Error, Result, Timestamp};

use super::WAKE;
use super::table::INSERT;
use super::work::Job;
use crate::cx::Cx;
use crate::product::Crewdesk;

/// When a job is due and when it is no longer worth doing.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Not before; at once where none.
    pub run_at: Option<Timestamp>,
    /// Dropped instead of done after this, such as a code that has expired (SECURITY.md R4).
    pub expires_at: Option<Timestamp>,
    /// At most one waiting job has this key; a second is not added.
    pub unique_key: Option<String>,
}

/// Puts a job into the outbox, in this transaction.
///
/// # Errors
/// Faults of the database.
pub async fn enqueue(cx: &mut Cx<'_>, job: &Job, terms: Terms) -> Result<()> {
    let organisation = (cx.organisation_id != Crewdesk::INSTALLATION).then_some(cx.organisation_id);
    let payload = serde_json::to_string(job).map_err(Error::internal)?;
    let values = params![
        cx.id::<JobId>(),
        organisation,
        job.kind(),
        payload,
        terms.unique_key,
        terms.run_at.unwrap_or(cx.now),
        terms.expires_at,
        cx.now,
    ];
    cx.tx.execute(INSERT, &values).await?;
    cx.tx.notify(WAKE.to_owned())?;
    Ok(())
}
