use db::Query;
use kernel::Timestamp;
use kernel::ids::{JobId, OrganisationId};

db::row! {
    /// A job as it is stored.
    pub(super) struct JobRow {
        pub(super) id: JobId,
        pub(super) organisation_id: Option<OrganisationId>,
        pub(super) payload: String,
        pub(super) attempts: i64,
        pub(super) created_at: Timestamp,
        pub(super) expires_at: Option<Timestamp>,
    }
}

db::statements! {
    INSERT = "INSERT INTO jobs (id, organisation_id, kind, payload, unique_key, state, run_at, expires_at, \
        attempts, lease_until, lease_owner, last_error, created_at, finished_at) \
        VALUES ($1, $2, $3, $4, $5, 'due', $6, $7, 0, NULL, NULL, NULL, $8, NULL) ON CONFLICT DO NOTHING";
    LEASE = "UPDATE jobs SET run_at = $2, lease_until = $2, lease_owner = $3, attempts = attempts + 1 \
        WHERE id = $1";
    DROP = "UPDATE jobs SET state = 'dropped', last_error = 'expired', finished_at = $2, unique_key = NULL, \
        lease_until = NULL, lease_owner = NULL WHERE id = $1";
    RENEW = "UPDATE jobs SET run_at = $3, lease_until = $3 WHERE id = $1 AND lease_owner = $2 \
        AND state = 'due'";
    DONE = "UPDATE jobs SET state = 'done', last_error = NULL, finished_at = $3, unique_key = NULL, \
        lease_until = NULL, lease_owner = NULL WHERE id = $1 AND lease_owner = $2";
    RETRY = "UPDATE jobs SET run_at = $3, last_error = $4, lease_until = NULL, lease_owner = NULL \
        WHERE id = $1 AND lease_owner = $2";
    FAIL = "UPDATE jobs SET state = 'failed', last_error = $4, finished_at = $3, unique_key = NULL, \
        lease_until = NULL, lease_owner = NULL WHERE id = $1 AND lease_owner = $2";
    STANDING = "SELECT state, COUNT(*), MIN(run_at) FROM jobs GROUP BY state";
    FORGET = "DELETE FROM jobs WHERE state = $1 AND run_at < $2";
}

/// The beginning of a query for these columns of the jobs that wait, without the kinds that rest. A leased job
/// waits for the end of its lease.
pub(super) fn waiting(columns: &str, resting: &[&'static str]) -> Query {
    let mut query = Query::new("SELECT ");
    query.push(columns).push(" FROM jobs WHERE state = 'due'");
    if !resting.is_empty() {
        query.push(" AND kind NOT IN ").bind_list(resting.iter().copied());
    }
    query
}
