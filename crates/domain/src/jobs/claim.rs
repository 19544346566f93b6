use db::{Tx, dialect, params};
use kernel::ids::{JobId, OrganisationId};
use kernel::{Error, Result, Span, Timestamp};

use super::backoff::next_try;
use super::table::{DONE, DROP, FAIL, JobRow, LEASE, RENEW, RETRY, waiting};
use super::work::Job;
use crate::product::Crewdesk;

/// How long a worker holds a job without saying that it is still at it.
const LEASE_LENGTH: Span = Span::seconds(60);
/// Longest reason that is kept.
const REASON: usize = 500;

/// A job that this worker holds.
#[derive(Debug)]
pub struct Claimed {
    /// Its id; the same in every try.
    pub id: JobId,
    /// The organisation whose it is; none for the installation's.
    pub organisation_id: Option<OrganisationId>,
    /// What is to be done, or why it can't be read: a newer node may have written it.
    pub job: Result<Job>,
    /// Which try this is, from 1.
    pub attempts: i64,
    /// When it was put into the outbox.
    pub created_at: Timestamp,
    lease: String,
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Not yet, and others of its kind would end the same way: what it needs can't be reached.
    Away(String),
    /// Not yet; try again later.
    Later(String),
    /// Never; the reason stays with the job.
    Never(String),
}

/// Takes up to `most` jobs that are due and not of the kinds that rest. Those that have expired are
/// dropped on the way.
///
/// # Errors
/// Faults of the database.
pub async fn claim(
    crewdesk: &Crewdesk,
    most: usize,
    resting: &[&'static str],
) -> Result<Vec<Claimed>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            let now = crewdesk.clock().now();
            let mut due = waiting(JobRow::COLUMNS, resting);
            due.push(" AND run_at <= ").bind(now).push(" ORDER BY run_at, id LIMIT ").bind(most);
            due.push(dialect::skip_locked(tx.engine()));
            let rows = tx.few::<JobRow>(due.sql(), due.params()).await?;
            let mut claimed = Vec::with_capacity(rows.len());
            for row in rows {
                if row.expires_at.is_some_and(|expiry| expiry <= now) {
                    tx.execute(DROP, &params![row.id, now]).await?;
                    continue;
                }
                let lease = crewdesk.entropy().uuid(now).to_string();
                let until = now.plus(LEASE_LENGTH);
                tx.execute(LEASE, &params![row.id, until, lease.as_str()]).await?;
                claimed.push(taken(row, lease));
            }
            Ok(claimed)
        })
        .await
}

fn taken(row: JobRow, lease: String) -> Claimed {
    let JobRow { id, organisation_id, payload, attempts, created_at, expires_at: _ } = row;
    let job = serde_json::from_str(&payload).map_err(Error::internal);
    Claimed { id, organisation_id, job, attempts: attempts + 1, created_at, lease }
}

impl Claimed {
    /// How often a worker that is still at it must say so.
    pub const HEARTBEAT: Span = Span::seconds(20);

    /// Keeps the job for another while. False means that it was taken by another worker, because this
    /// one was silent too long: stop.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn keep(&self, crewdesk: &Crewdesk) -> Result<bool> {
        let until = crewdesk.clock().now().plus(LEASE_LENGTH);
        self.update(crewdesk, RENEW, params![self.id, self.lease.as_str(), until].to_vec()).await
    }

    /// Writes down how the try ended. False means that another worker has the job by now.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn settle(&self, crewdesk: &Crewdesk, outcome: &Outcome) -> Result<bool> {
        let now = crewdesk.clock().now();
        let (id, lease) = (self.id, self.lease.as_str());
        let (sql, values) = match outcome {
            Outcome::Done => (DONE, params![id, lease, now].to_vec()),
            Outcome::Never(reason) => (FAIL, params![id, lease, now, short(reason)].to_vec()),
            Outcome::Later(reason) | Outcome::Away(reason) => {
                match next_try(self.attempts, self.created_at, now, crewdesk.entropy()) {
                    Some(next) => (RETRY, params![id, lease, next, short(reason)].to_vec()),
                    None => (FAIL, params![id, lease, now, short(reason)].to_vec()),
                }
            }
        };
        self.update(crewdesk, sql, values).await
    }

    async fn update(
        &self,
        crewdesk: &Crewdesk,
        sql: &'static str,
        values: Vec<db::Value>,
    ) -> Result<bool> {
        crewdesk.db().write(async |tx: &mut Tx| Ok(tx.execute(sql, &values).await? > 0)).await
    }
}

fn short(reason: &str) -> String {
    // PostgreSQL takes no NUL in a text, and a mail server may answer anything.
    reason.chars().filter(|c| *c != '\0').take(REASON).collect()
}
