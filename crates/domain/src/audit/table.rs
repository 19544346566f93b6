use db::{Tx, params};
use kernel::ids::{AuditId, OrganisationId};
use kernel::{Result, Timestamp};
use uuid::Uuid;

db::row! {
    /// The head of an organisation's chain.
    pub(super) struct HeadRow {
        pub(super) seq: i64,
        pub(super) hash: Vec<u8>,
    }
}

db::row! {
    /// What a chain begins after: its last forgotten row.
    pub(super) struct ForgottenRow {
        pub(super) forgotten_seq: i64,
        pub(super) forgotten_hash: Option<Vec<u8>>,
    }
}

db::row! {
    /// What must be known of a row to forget it.
    pub(super) struct OldRow {
        pub(super) seq: i64,
        pub(super) at: Timestamp,
        pub(super) hash: Vec<u8>,
    }
}

db::row! {
    /// One row of the audit log.
    pub struct AuditRow {
        /// Its place in the organisation's chain, from 1.
        pub seq: i64,
        /// Its id.
        pub id: AuditId,
        /// When it happened.
        pub at: Timestamp,
        /// `user`, `system` or `anonymous`.
        pub actor_kind: String,
        /// The acting user.
        pub actor_id: Option<Uuid>,
        /// The actor's name at that time.
        pub actor_name: String,
        /// For whom, where somebody acted in another's place.
        pub on_behalf_of: Option<Uuid>,
        /// What happened, such as `user.suspended`.
        pub action: String,
        /// The noun it happened to.
        pub subject_kind: String,
        /// Its id.
        pub subject_id: Option<Uuid>,
        /// Its name at that time.
        pub subject_name: String,
        /// Changed values before, as a JSON object.
        pub before: String,
        /// Changed values after, as a JSON object.
        pub after: String,
        /// By which way.
        pub surface: String,
        /// From which address.
        pub address: String,
        /// In which request.
        pub request_id: String,
        /// SHA-256 over the former row's hash and this row.
        pub hash: Vec<u8>,
    }
}

db::statements! {
    LOCK = "SELECT seq, hash FROM audit_heads WHERE organisation_id = $1";
    OPEN = "INSERT INTO audit_heads (organisation_id, seq, hash) VALUES ($1, 0, $2)";
    CLOSE = "UPDATE audit_heads SET seq = $2, hash = $3 WHERE organisation_id = $1";
    APPEND = "INSERT INTO audit (organisation_id, seq, id, at, actor_kind, actor_id, actor_name, \
        on_behalf_of, action, subject_kind, subject_id, subject_name, before, after, surface, address, \
        request_id, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
        $17, $18)";
    FORGOTTEN = "SELECT forgotten_seq, forgotten_hash FROM audit_heads WHERE organisation_id = $1";
    OLDEST = "SELECT seq, at, hash FROM audit WHERE organisation_id = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    FORGET = "DELETE FROM audit WHERE organisation_id = $1 AND seq <= $2";
    NOTE_FORGOTTEN = "UPDATE audit_heads SET forgotten_seq = $2, forgotten_hash = $3 WHERE organisation_id = $1";
    LAST_FORGETTING = "SELECT after FROM audit WHERE organisation_id = $1 AND action = 'audit.forgotten' \
        ORDER BY seq DESC LIMIT 1";
    AFTER = const_format::concatcp!("SELECT ", AuditRow::COLUMNS, " FROM audit \
        WHERE organisation_id = $1 AND seq > $2 ORDER BY seq LIMIT $3");
}

/// Begins a chain: once for each organisation, in the transaction that creates it.
///
/// # Errors
/// Faults of the database.
pub async fn open_chain(tx: &mut Tx, organisation: OrganisationId) -> Result<()> {
    tx.execute(OPEN, &params![organisation, Vec::<u8>::new()]).await?;
    Ok(())
}
