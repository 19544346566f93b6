use kernel::Timestamp;
use kernel::ids::{OrganisationId, SignUpId, UserId};
use serde::Serialize;

db::row! {
    /// One organisation, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Organisation {
        /// Its id.
        pub id: OrganisationId,
        /// Its name.
        pub name: String,
        /// Short name to sign in with, together with a username (SPEC ACC-9).
        pub handle: String,
        /// Name of the team; none until the team is activated (SPEC ORG-2).
        pub team_name: Option<String>,
        /// Language of new users and of mails to people with none of their own.
        pub language: String,
        /// IANA name of the zone in which times are shown.
        pub time_zone: String,
        /// Days for which the audit log is kept; 0 for ever.
        pub audit_days: i64,
        /// Days for which the log of sign-ins is kept; 0 for ever.
        pub sign_in_days: i64,
        /// Its owner.
        pub owner_user_id: Option<UserId>,
        /// When a trial ends; none once paid (SPEC ORG-1).
        pub trial_ends_at: Option<Timestamp>,
        /// `start`, `profi` or `enterprise`.
        pub tier: String,
        /// Ordered services, comma separated: `pbx`, `helpdesk`, `video`.
        pub services: String,
        /// Licences in all.
        pub seats: i64,
        /// Licences held.
        #[serde(skip)]
        pub seats_used: i64,
        /// Most operators at a time.
        pub operators: i64,
        /// Operators there are.
        #[serde(skip)]
        pub operators_used: i64,
        /// Counts changes.
        #[serde(skip)]
        pub version: i64,
        /// When it was created.
        #[serde(skip)]
        pub created_at: Timestamp,
        /// When it was last changed.
        #[serde(skip)]
        pub updated_at: Timestamp,
    }
}

db::row! {
    /// A registration that waits for its link to be followed.
    pub(super) struct StoredSignUp {
        /// Its id.
        pub id: SignUpId,
        /// Name of the organisation.
        pub organisation: String,
        /// Given name.
        pub first_name: String,
        /// Family name.
        pub last_name: String,
        /// Address.
        pub email: String,
        /// Language key.
        pub language: String,
        /// IANA name of a time zone.
        pub time_zone: String,
        /// Slow hash of the password.
        pub password_hash: String,
        /// Wrong passwords that may still be typed.
        pub tries_left: i64,
        /// Until when the link is good.
        pub expires_at: Timestamp,
        /// When it was used.
        pub used_at: Option<Timestamp>,
    }
}

db::row! {
    /// An organisation's rules for signing in, as stored.
    pub(super) struct SignInRow {
        pub(super) allowed_networks: Option<String>,
        pub(super) refused_words: Option<String>,
        pub(super) single_sign_on_only: bool,
        pub(super) version: i64,
    }
}

db::statements! {
    SIGN_IN = "SELECT allowed_networks, refused_words, single_sign_on_only, version FROM organisations WHERE id = $1";
    SET_SIGN_IN = "UPDATE organisations SET allowed_networks = $2, refused_words = $3, single_sign_on_only = $5, \
        version = version + 1, updated_at = $4 WHERE id = $1";
    SIGN_UP = const_format::concatcp!("SELECT ", StoredSignUp::COLUMNS, " FROM sign_ups WHERE token_hash = $1");
    INSERT_SIGN_UP = "INSERT INTO sign_ups (id, token_hash, organisation, first_name, last_name, email, \
        email_key, language, time_zone, password_hash, tries_left, created_at, expires_at, used_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL)";
    SIGN_UPS_SINCE = "SELECT COUNT(*) FROM sign_ups WHERE email_key = $1 AND created_at > $2";
    PUT_SIGN_UP_TOKEN = "UPDATE sign_ups SET token_hash = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $3";
    TRY_SIGN_UP = "UPDATE sign_ups SET tries_left = tries_left - 1 WHERE token_hash = $1 AND used_at IS NULL \
        AND tries_left > 0 AND expires_at > $2";
    SPEND_SIGN_UP = "UPDATE sign_ups SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    FORGET_SIGN_UPS = "DELETE FROM sign_ups WHERE expires_at < $1";
    FIND = const_format::concatcp!("SELECT ", Organisation::COLUMNS, " FROM organisations WHERE id = $1");
    ALL_IDS = "SELECT id FROM organisations ORDER BY id";
    PING = "SELECT COUNT(*) FROM organisations WHERE id = $1";
    HANDLE_TAKEN = "SELECT COUNT(*) FROM organisations WHERE handle = $1";
    INSERT = "INSERT INTO organisations (id, name, handle, team_name, language, time_zone, \
        owner_user_id, trial_ends_at, tier, services, seats, seats_used, operators, version, created_at, \
        updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, 1, $13, $13)";
    UPDATE = "UPDATE organisations SET name = $2, team_name = $3, language = $4, time_zone = $5, \
        audit_days = $8, sign_in_days = $9, version = version + 1, updated_at = $6 \
        WHERE id = $1 AND version = $7";
    KEEPING_AUDIT = "SELECT id, audit_days FROM organisations WHERE audit_days > 0 ORDER BY id";
    KEEPING_SIGN_INS = "SELECT id, sign_in_days FROM organisations WHERE sign_in_days > 0 ORDER BY id";
    TAKE_OPERATOR = "UPDATE organisations SET operators_used = operators_used + 1 WHERE id = $1 \
        AND operators_used < operators";
    GIVE_BACK_OPERATOR = "UPDATE organisations SET operators_used = operators_used - 1 WHERE id = $1 \
        AND operators_used > 0";
    COUNT_SKILLS = "UPDATE organisations SET skills = skills + $2 WHERE id = $1";
    COUNT_RESOURCE_FILTERS = "UPDATE organisations SET resource_filters = resource_filters + $2 WHERE id = $1";
    TOUCH = "UPDATE organisations SET version = version + 1, updated_at = $2 WHERE id = $1";
    AFTER = const_format::concatcp!("SELECT ", Organisation::COLUMNS, " FROM organisations WHERE id > $1 \
        ORDER BY id LIMIT $2");
    SET_ORDER = "UPDATE organisations SET tier = $2, services = $3, seats = $4, operators = $5, \
        trial_ends_at = $6, version = version + 1, updated_at = $7 WHERE id = $1 AND version = $8";
    SET_OWNER = "UPDATE organisations SET owner_user_id = $2, version = version + 1, updated_at = $3 \
        WHERE id = $1";
}
