use kernel::Timestamp;
use kernel::ids::{AccountId, CodeId, OrganisationId, UserId};

use crate::factors::Kind;
use crate::users::Lifecycle;

db::row! {
    /// One account, as stored.
    #[derive(PartialEq, Eq)]
    pub struct Account as "a" {
        /// Its id.
        pub id: AccountId,
        /// Address to sign in with.
        pub email: Option<String>,
        /// Number that codes go to where there is no address.
        pub mobile: Option<String>,
        /// Argon2id hash in PHC form; none where no password was set yet.
        pub password_hash: Option<String>,
        /// When the password was set.
        pub password_set_at: Option<Timestamp>,
        /// Whether the password was given by somebody else and waits to be replaced.
        pub must_change_password: bool,
        /// Whether the person chose a credential of their own (SECURITY.md decision 2).
        pub own_credential: bool,
        /// When a link or code sent to the address was used.
        pub verified_at: Option<Timestamp>,
        /// Language key.
        pub language: String,
        /// `light`, `dark` or `system`.
        pub theme: String,
        /// Counts changes.
        pub version: i64,
        /// By which way the code came with which the present password was chosen, if it was chosen so: what comes by
        /// that way is no second factor (ADR 0016).
        pub reset_by: Option<Kind>,
    }
}

db::row! {
    /// One organisation in which an account is a user.
    #[derive(PartialEq, Eq)]
    pub struct Membership {
        /// The organisation.
        pub organisation_id: OrganisationId,
        /// Its name.
        pub organisation: String,
        /// The user there.
        pub user_id: UserId,
        /// Where the user stands.
        pub lifecycle: Lifecycle,
    }
}

db::row! {
    /// A code while its digits are compared.
    pub(crate) struct Tried {
        pub(crate) id: CodeId,
        pub(crate) account_id: AccountId,
        pub(super) code_hash: String,
        pub(crate) detail: String,
    }
}

impl Account {
    /// How many columns [`Account::COLUMNS`] names.
    pub(super) const WIDTH: usize = 12;

    /// Whether the credential is certainly that of whoever reads the address. Somebody may have chosen a
    /// password before for an address that is not theirs: an organisation that knows no better creates
    /// such accounts. Nothing is given to an account because of its address until this holds.
    pub(crate) const fn is_the_persons(&self) -> bool {
        self.own_credential && self.verified_at.is_some()
    }
}

const SELECT: &str = const_format::concatcp!("SELECT ", Account::COLUMNS, " FROM accounts a");

db::statements! {
    FIND = const_format::concatcp!(SELECT, " WHERE a.id = $1");
    BY_EMAIL = const_format::concatcp!(SELECT, " WHERE a.email_key = $1");
    BY_USERNAME = const_format::concatcp!("SELECT ", Account::COLUMNS, ", o.id FROM organisations o \
        JOIN users u ON u.organisation_id = o.id JOIN accounts a ON a.id = u.account_id \
        WHERE o.handle = $1 AND u.username_key = $2");
    // Service accounts have tokens and never sign in.
    MEMBERSHIPS = "SELECT u.organisation_id, o.name, u.id, u.lifecycle FROM users u \
        JOIN organisations o ON o.id = u.organisation_id WHERE u.account_id = $1 \
        AND u.user_type <> 'api' ORDER BY o.name, o.id";
    // Two are enough to know that a number does not tell whose it is.
    BY_MOBILE = const_format::concatcp!(SELECT, " WHERE a.mobile = $1 LIMIT 2");
    INSERT = "INSERT INTO accounts (id, email, email_key, mobile, password_hash, password_set_at, \
        must_change_password, own_credential, verified_at, language, theme, version, created_at, \
        updated_at) VALUES ($1, $2, $3, $6, NULL, NULL, FALSE, FALSE, NULL, $4, 'system', 1, $5, $5)";
    SET_MOBILE = "UPDATE accounts SET mobile = $2, version = version + 1, updated_at = $3 WHERE id = $1";
    EXPIRE_PASSWORD = "UPDATE accounts SET must_change_password = TRUE, version = version + 1, updated_at = $2 \
        WHERE id = $1";
    KEEP_FORMER = "INSERT INTO former_passwords (account_id, replaced_at, password_hash) \
        SELECT a.id, $2, a.password_hash FROM accounts a WHERE a.id = $1 AND a.password_hash IS NOT NULL \
        ON CONFLICT DO NOTHING";
    FORGET_FORMER = "DELETE FROM former_passwords WHERE account_id = $1 AND replaced_at NOT IN \
        (SELECT f.replaced_at FROM former_passwords f WHERE f.account_id = $1 ORDER BY f.replaced_at DESC LIMIT $2)";
    FORMER = "SELECT password_hash FROM former_passwords WHERE account_id = $1 ORDER BY replaced_at DESC LIMIT $2";
    HAS_DEVICES = "SELECT COUNT(*) FROM known_devices WHERE account_id = $1";
    SEEN_DEVICE = "UPDATE known_devices SET last_seen_at = $3 WHERE account_id = $1 AND fingerprint = $2";
    KNOW_DEVICE = "INSERT INTO known_devices (account_id, fingerprint, last_seen_at) VALUES ($1, $2, $3) \
        ON CONFLICT DO NOTHING";
    FORGET_DEVICES = "DELETE FROM known_devices WHERE last_seen_at < $1";
    SET_EMAIL = "UPDATE accounts SET email = $2, email_key = $3, verified_at = $5, version = version + 1, \
        updated_at = $4 WHERE id = $1";
    SET_VERIFIED = "UPDATE accounts SET verified_at = $2, version = version + 1, updated_at = $2 WHERE id = $1";
    INSERT_CODE = "INSERT INTO one_time_codes (id, account_id, purpose, request_hash, code_hash, detail, \
        tries_left, created_at, expires_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)";
    REDEEM_TICKET = "UPDATE one_time_codes SET used_at = $3 WHERE request_hash = $1 AND purpose = $2 \
        AND used_at IS NULL AND expires_at > $3 RETURNING account_id, detail";
    LOOK_AT_TICKET = "SELECT account_id, detail FROM one_time_codes WHERE request_hash = $1 AND purpose = $2 \
        AND used_at IS NULL AND expires_at > $3";
    SET_PASSWORD = "UPDATE accounts SET password_hash = $2, password_set_at = $3, must_change_password = $4, \
        own_credential = $5, reset_by = NULL, version = version + 1, updated_at = $3 WHERE id = $1";
    DROP_PASSWORD = "UPDATE accounts SET password_hash = NULL, password_set_at = NULL, must_change_password = FALSE, \
        own_credential = TRUE, reset_by = NULL, version = version + 1, updated_at = $2 WHERE id = $1";
    SET_RESET_BY = "UPDATE accounts SET reset_by = $2 WHERE id = $1";
    FORGET_RESET = "UPDATE accounts SET reset_by = NULL WHERE id = $1 AND reset_by IS NOT NULL";
    VOID_CODES = "UPDATE one_time_codes SET used_at = $3 WHERE account_id = $1 AND purpose = $2 \
        AND used_at IS NULL";
    VOID_ALL_CODES = "UPDATE one_time_codes SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL";
    CODES_SINCE = "SELECT COUNT(*) FROM one_time_codes WHERE account_id = $1 AND created_at > $2 \
        AND purpose NOT IN ('organisation_choice', 'second_factor', 'identity_connection')";
    LIVING_CODE = "SELECT purpose, code_hash FROM one_time_codes WHERE id = $1 AND used_at IS NULL \
        AND expires_at > $2 AND tries_left > 0";
    PUT_CODE_HASH = "UPDATE one_time_codes SET code_hash = $2 WHERE id = $1 AND used_at IS NULL";
    TRY_CODE = "UPDATE one_time_codes SET tries_left = tries_left - 1 WHERE request_hash = $1 \
        AND purpose = $2 AND used_at IS NULL AND expires_at > $3 AND tries_left > 0 RETURNING id, account_id, code_hash, detail";
    TRY_SENT_CODE = "UPDATE one_time_codes SET tries_left = tries_left - 1 WHERE account_id = $1 AND purpose = $2 \
        AND detail IN ($3, $4) AND used_at IS NULL AND expires_at > $5 AND tries_left > 0 \
        RETURNING id, account_id, code_hash, detail";
    KEEP_TICKET = "UPDATE one_time_codes SET expires_at = $3 WHERE request_hash = $1 AND purpose = $2 \
        AND used_at IS NULL AND expires_at < $3";
    UNTRY_CODE = "UPDATE one_time_codes SET tries_left = tries_left + 1 WHERE id = $1 AND used_at IS NULL";
    SPEND_CODE = "UPDATE one_time_codes SET used_at = $2 WHERE id = $1 AND used_at IS NULL \
        AND expires_at > $2";
    FORGET_CODES = "DELETE FROM one_time_codes WHERE created_at < $1";
    SET_LOOK = "UPDATE accounts SET language = $2, theme = $3, version = version + 1, updated_at = $4 \
        WHERE id = $1";
    COUNT_USERS = "SELECT COUNT(*) FROM users WHERE account_id = $1";
}
