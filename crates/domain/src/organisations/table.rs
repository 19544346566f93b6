use kernel::Timestamp;
use kernel::ids::{OrganisationId, UserId};
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

db::statements! {
    FIND = const_format::concatcp!("SELECT ", Organisation::COLUMNS, " FROM organisations WHERE id = $1");
    ALL_IDS = "SELECT id FROM organisations ORDER BY id";
    PING = "SELECT COUNT(*) FROM organisations WHERE id = $1";
    HANDLE_TAKEN = "SELECT COUNT(*) FROM organisations WHERE handle = $1";
    INSERT = "INSERT INTO organisations (id, name, handle, team_name, language, time_zone, \
        owner_user_id, trial_ends_at, tier, services, seats, seats_used, operators, version, created_at, \
        updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, 1, $13, $13)";
    UPDATE = "UPDATE organisations SET name = $2, team_name = $3, language = $4, time_zone = $5, \
        version = version + 1, updated_at = $6 WHERE id = $1 AND version = $7";
    SET_OWNER = "UPDATE organisations SET owner_user_id = $2, version = version + 1, updated_at = $3 \
        WHERE id = $1";
}
