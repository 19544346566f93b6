use kernel::Timestamp;
use kernel::ids::{AccountId, OrganisationId, SessionId, UserId};
use uuid::Uuid;

use crate::access::SessionKind;
use crate::factors::Second;

db::row! {
    /// A session or token that is to end.
    pub(super) struct Ending {
        pub(super) id: SessionId,
        pub(super) kind: SessionKind,
        pub(super) name: String,
        pub(super) organisation_id: OrganisationId,
        pub(super) user_id: UserId,
        pub(super) display_name: String,
    }
}

db::row! {
    /// Counted tries.
    pub(super) struct Tries {
        pub(super) tries: i64,
        pub(super) locked_at: Option<Timestamp>,
        pub(super) last_at: Timestamp,
    }
}

db::row! {
    /// An account that is locked, as a user of the organisation.
    #[derive(PartialEq, Eq)]
    pub struct LockedUser {
        /// The user.
        pub user_id: UserId,
        /// Its name.
        pub display_name: String,
        /// Since when.
        pub locked_at: Timestamp,
    }
}

db::row! {
    /// What is needed of a session to open another of the same account.
    pub(super) struct Proof {
        pub(super) account_id: AccountId,
        pub(super) authenticated_at: Timestamp,
        pub(super) expires_at: Timestamp,
        pub(super) second_factor: Option<Second>,
    }
}

const ENDING: &str = "SELECT s.id, s.kind, s.name, s.organisation_id, s.user_id, u.display_name \
    FROM sessions s JOIN users u ON u.id = s.user_id";

db::statements! {
    INSERT = "INSERT INTO sessions (id, token_hash, kind, account_id, user_id, organisation_id, name, scopes, \
        address, client, authenticated_at, last_seen_at, idle_until, expires_at, created_at, second_factor, must_enrol) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $12, $15, $16)";
    GIVEN = "UPDATE sessions SET second_factor = $2, must_enrol = FALSE WHERE id = $1";
    BY_PROVIDER = "UPDATE sessions SET provider_id = $2, provider_session = $3 WHERE id = $1";
    PROVIDER = "SELECT provider_id FROM sessions WHERE id = $1";
    PROOF = "SELECT account_id, authenticated_at, expires_at, second_factor FROM sessions WHERE id = $1";
    RENEW = "UPDATE sessions SET token_hash = $2, authenticated_at = $3, last_seen_at = $3, idle_until = $4, \
        expires_at = $5, second_factor = $6, must_enrol = $7 WHERE id = $1";
    // Never revives what has ended meanwhile.
    TOUCH = "UPDATE sessions SET last_seen_at = $2, idle_until = CASE WHEN kind <> 'session' THEN idle_until \
        WHEN $3 < expires_at THEN $3 ELSE expires_at END WHERE id = $1 AND idle_until > $2 AND last_seen_at < $2";
    DELETE = "DELETE FROM sessions WHERE id = $1";
    END_ALL = "DELETE FROM sessions WHERE organisation_id = $1 AND user_id = $2";
    COUNT = "SELECT COUNT(*) FROM sessions WHERE organisation_id = $1 AND user_id = $2";
    LIVING = "SELECT COUNT(*) FROM sessions WHERE organisation_id = $1 AND user_id = $2 AND kind = 'session' \
        AND idle_until > $3";
    OF_ACCOUNT = const_format::concatcp!(ENDING, " WHERE s.account_id = $1 AND s.kind = 'session' AND s.id <> $2");
    ONE_OF_ACCOUNT = const_format::concatcp!(ENDING, " WHERE s.account_id = $1 AND s.id = $2");
    ONE_OF_USER = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.user_id = $2 AND s.id = $3");
    ONE = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.id = $2");
    OF_USER = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.user_id = $2 \
        AND s.kind = 'session'");
    OLDEST = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.user_id = $2 \
        AND s.kind = 'session' AND s.id NOT IN (SELECT n.id FROM sessions n WHERE n.organisation_id = $1 \
        AND n.user_id = $2 AND n.kind = 'session' ORDER BY n.created_at DESC, n.id DESC LIMIT $3)");
    OF_PROVIDED = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.user_id = $2 \
        AND s.provider_id IS NOT NULL");
    OF_PROVIDER_SESSION = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.provider_id = $2 \
        AND s.provider_session = $3");
    EXPIRED_IN = "SELECT organisation_id FROM sessions WHERE kind = $1 AND idle_until <= $2 \
        GROUP BY organisation_id ORDER BY organisation_id LIMIT $3";
    EXPIRED = const_format::concatcp!(ENDING, " WHERE s.organisation_id = $1 AND s.kind = $2 \
        AND s.idle_until <= $3 LIMIT $4");

    FORGET_SIGN_INS = "DELETE FROM sign_ins WHERE at < $1 AND organisation_id = $2";
    FORGET_OUTSIDE = "DELETE FROM sign_ins WHERE at < $1 AND organisation_id IS NULL";
    LOG = "INSERT INTO sign_ins (id, account_id, organisation_id, user_id, at, address, client, method, result, \
        second_factor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    // More than the limit says that one was turned away while others were being looked at.
    TRY = "INSERT INTO sign_in_tries (subject, tries, locked_at, last_at) VALUES ($1, 1, NULL, $2) \
        ON CONFLICT (subject) DO UPDATE SET \
        tries = CASE WHEN sign_in_tries.last_at < $3 THEN 1 WHEN sign_in_tries.tries > $4 \
            THEN sign_in_tries.tries ELSE sign_in_tries.tries + 1 END, \
        locked_at = CASE WHEN sign_in_tries.last_at < $3 THEN NULL ELSE sign_in_tries.locked_at END, \
        last_at = CASE WHEN sign_in_tries.last_at < $3 OR sign_in_tries.tries < $4 THEN $2 \
            ELSE sign_in_tries.last_at END \
        RETURNING tries, locked_at, last_at";
    GIVE_BACK = "UPDATE sign_in_tries SET tries = tries - 1 WHERE subject = $1 AND tries > 0 AND locked_at IS NULL";
    LOCK = "UPDATE sign_in_tries SET locked_at = $2 WHERE subject = $1 AND tries >= $3 AND locked_at IS NULL";
    UNLOCK = "DELETE FROM sign_in_tries WHERE subject = $1";
    LOCKED = "SELECT u.id, u.display_name, t.locked_at FROM sign_in_tries t \
        CROSS JOIN users u WHERE t.locked_at IS NOT NULL AND u.account_id = t.subject AND u.organisation_id = $1 \
        ORDER BY t.locked_at DESC LIMIT $2";
    LOCKED_AT = "SELECT locked_at FROM sign_in_tries WHERE subject = $1 AND locked_at IS NOT NULL";
    FORGET_TRIES = "DELETE FROM sign_in_tries WHERE last_at < $1";
}

/// What tries are counted under.
pub(crate) type Subject = Uuid;
