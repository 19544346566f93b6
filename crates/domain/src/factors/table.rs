use kernel::Timestamp;
use kernel::ids::{FactorId, TrustedDeviceId};

use super::Kind;

db::row! {
    /// A factor as its person sees it.
    #[derive(PartialEq, Eq)]
    pub struct FactorRow as "f" {
        /// Its id.
        pub id: FactorId,
        /// What it is.
        pub kind: Kind,
        /// What its person calls it.
        pub name: String,
        /// When it was last shown.
        pub last_used_at: Option<Timestamp>,
        /// When it was added.
        pub created_at: Timestamp,
    }
}

db::row! {
    /// A factor with what its codes are computed from.
    pub(super) struct Sealed {
        pub(super) id: FactorId,
        pub(super) name: String,
        pub(super) sealed: Vec<u8>,
    }
}

db::row! {
    /// A device on which its person is not asked for the second factor.
    #[derive(PartialEq, Eq)]
    pub struct TrustedDeviceRow as "d" {
        /// Its id.
        pub id: TrustedDeviceId,
        /// With which client.
        pub client: String,
        /// From which address it was trusted.
        pub address: String,
        /// Since when.
        pub created_at: Timestamp,
        /// When it was last used to sign in.
        pub last_used_at: Option<Timestamp>,
        /// Until when.
        pub expires_at: Timestamp,
    }
}

// What no key opens any more has been emptied and counts no more.
const SEALED: &str =
    "SELECT id, name, sealed FROM factors WHERE account_id = $1 AND length(sealed) > 0";

db::statements! {
    INSERT = "INSERT INTO factors (id, account_id, kind, name, sealed, confirmed_at, last_step, last_used_at, created_at) \
        VALUES ($1, $2, $3, $4, $5, NULL, 0, NULL, $6)";
    LIST = const_format::concatcp!("SELECT ", FactorRow::COLUMNS, " FROM factors f WHERE f.account_id = $1 \
        AND f.confirmed_at IS NOT NULL ORDER BY f.created_at, f.id");
    COUNT = "SELECT COUNT(*) FROM factors WHERE account_id = $1 AND confirmed_at IS NOT NULL";
    KINDS = "SELECT kind FROM factors WHERE account_id = $1 AND confirmed_at IS NOT NULL GROUP BY kind ORDER BY kind";
    SEALED_OF = const_format::concatcp!(SEALED, " AND kind = $2 AND confirmed_at IS NOT NULL");
    WAITING = const_format::concatcp!(SEALED, " AND id = $2 AND confirmed_at IS NULL AND created_at > $3");
    CONFIRM = "UPDATE factors SET confirmed_at = $2, last_step = $3, last_used_at = $2 WHERE id = $1 \
        AND confirmed_at IS NULL";
    // Of several with the same code one wins, and no earlier code counts any more.
    CLAIM = "UPDATE factors SET last_step = $2, last_used_at = $3 WHERE id = $1 AND last_step < $2";
    // Of all accounts: what the installation's keys have sealed.
    KEYS = "SELECT substr(sealed, 1, 5), COUNT(*) FROM factors WHERE length(sealed) > 0 GROUP BY substr(sealed, 1, 5)";
    SEALED_OTHERWISE = "SELECT id, sealed FROM factors WHERE id > $1 AND length(sealed) > 0 \
        AND substr(sealed, 1, 5) <> $2 ORDER BY id LIMIT $3";
    SEAL_ANEW = "UPDATE factors SET sealed = $3 WHERE id = $1 AND sealed = $2";
    GIVE_UP = "UPDATE factors SET sealed = substr(sealed, 1, 0) WHERE id = $1 AND sealed = $2";
    REMOVE = "DELETE FROM factors WHERE account_id = $1 AND id = $2";
    REMOVE_WAITING = "DELETE FROM factors WHERE account_id = $1 AND confirmed_at IS NULL";
    REMOVE_ALL = "DELETE FROM factors WHERE account_id = $1";

    INSERT_PASSKEY = "INSERT INTO factors (id, account_id, kind, name, sealed, confirmed_at, last_step, last_used_at, \
        created_at, credential_id, credential) VALUES ($1, $2, $3, $4, $5, $6, 0, NULL, $6, $7, $8)";
    CREDENTIALS = "SELECT credential_id FROM factors WHERE account_id = $1 AND credential_id IS NOT NULL";
    CREDENTIAL = "SELECT id, credential FROM factors WHERE account_id = $1 AND credential_id = $2";
    USED_PASSKEY = "UPDATE factors SET credential = $2, last_used_at = $3 WHERE id = $1";
    INSERT_CODES = "INSERT INTO factors (id, account_id, kind, name, sealed, confirmed_at, last_step, last_used_at, \
        created_at) VALUES ($1, $2, $3, $4, $5, $6, 0, NULL, $6)";
    RENAME_CODES = "UPDATE factors SET name = $3 WHERE account_id = $1 AND kind = $2";
    USED_CODES = "UPDATE factors SET last_used_at = $3 WHERE account_id = $1 AND kind = $2 \
        AND confirmed_at IS NOT NULL";
    KEEP_CEREMONY = "INSERT INTO ceremonies (request_hash, kind, account_id, state, expires_at) \
        VALUES ($1, $2, $3, $4, $5)";
    TAKE_CEREMONY = "DELETE FROM ceremonies WHERE request_hash = $1 AND kind = $2 AND expires_at > $3 \
        RETURNING account_id, state";
    FORGET_CEREMONIES = "DELETE FROM ceremonies WHERE expires_at <= $1";

    INSERT_DEVICE = "INSERT INTO trusted_devices (id, account_id, token_hash, client, address, created_at, \
        last_used_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, NULL, $7)";
    USED_DEVICE = "UPDATE trusted_devices SET last_used_at = $3 WHERE account_id = $1 AND token_hash = $2 \
        AND expires_at > $3 AND created_at > $4";
    OWN_DEVICES = const_format::concatcp!("SELECT ", TrustedDeviceRow::COLUMNS, " FROM trusted_devices d \
        WHERE d.account_id = $1 AND d.expires_at > $2 ORDER BY d.created_at DESC, d.id");
    DISTRUST = "DELETE FROM trusted_devices WHERE account_id = $1 AND id = $2";
    DISTRUST_ALL = "DELETE FROM trusted_devices WHERE account_id = $1";
    OLDEST_DEVICES = "DELETE FROM trusted_devices WHERE account_id = $1 AND id NOT IN \
        (SELECT k.id FROM trusted_devices k WHERE k.account_id = $1 ORDER BY k.created_at DESC, k.id LIMIT $2)";
    FORGET_DEVICES = "DELETE FROM trusted_devices WHERE expires_at <= $1";

    ASKED_SINCE = "SELECT since FROM factor_grace WHERE organisation_id = $1 AND user_id = $2";
    NOTE_ASKED = "INSERT INTO factor_grace (user_id, organisation_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    FORGET_GRACE = "DELETE FROM factor_grace WHERE organisation_id = $1 AND user_id = $2";

    INSERT_CODE = "INSERT INTO recovery_codes (account_id, code_hash, created_at, used_at) VALUES ($1, $2, $3, NULL)";
    USE_CODE = "UPDATE recovery_codes SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL";
    CODES_LEFT = "SELECT COUNT(*) FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL";
    REMOVE_CODES = "DELETE FROM recovery_codes WHERE account_id = $1";
}
