use kernel::Timestamp;
use kernel::ids::{LocationId, MembershipId, TeamId, UserId};
use serde::Serialize;

db::row! {
    /// One team, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Team {
        /// Its id.
        pub id: TeamId,
        /// Its name.
        pub name: String,
        /// Where it works.
        pub location_id: Option<LocationId>,
        /// Whether it receives incidents (SPEC GRP-5).
        pub takes_incidents: bool,
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
    /// A place that teams work at, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Location {
        /// Its id.
        pub id: LocationId,
        /// Its name.
        pub name: String,
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
    /// One membership, as stored.
    pub(super) struct StoredMember as "m" {
        /// Its id.
        pub id: MembershipId,
        /// Who.
        pub user_id: UserId,
        /// The first day.
        pub starts_on: String,
        /// The day after the last.
        pub ends_on: String,
    }
}

/// The end of a membership of which no end is known.
pub(super) const OPEN: &str = "9999-12-31";

pub(super) const SELECT: &str = const_format::concatcp!("SELECT ", Team::COLUMNS, " FROM teams");
const LOCATION: &str = const_format::concatcp!("SELECT ", Location::COLUMNS, " FROM locations");

db::statements! {
    LEADERS = "SELECT team_id, user_id FROM team_leaders WHERE organisation_id = $1 ORDER BY team_id, user_id";
    LEADERS_OF = "SELECT user_id FROM team_leaders WHERE organisation_id = $1 AND team_id = $2 ORDER BY user_id";
    LED_BY = "SELECT team_id FROM team_leaders WHERE organisation_id = $1 AND user_id = $2 ORDER BY team_id";
    COUNTS = "SELECT team_id, COUNT(*) FROM team_members WHERE organisation_id = $1 AND starts_on <= $2 \
        AND ends_on > $2 GROUP BY team_id";
    COUNT = "SELECT COUNT(*) FROM team_members WHERE organisation_id = $1 AND team_id = $2 \
        AND starts_on <= $3 AND ends_on > $3";
    UNENDED = "SELECT COUNT(*) FROM team_members WHERE organisation_id = $1 AND team_id = $2 AND ends_on > $3";
    INSERT = "INSERT INTO teams (id, organisation_id, name, name_key, location_id, takes_incidents, version, \
        created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7)";
    UPDATE = "UPDATE teams SET name = $3, name_key = $4, location_id = $5, takes_incidents = $6, \
        version = version + 1, updated_at = $7 WHERE organisation_id = $1 AND id = $2 AND version = $8";
    DROP_MEMBERS = "DELETE FROM team_members WHERE organisation_id = $1 AND team_id = $2";
    DROP_LEADERS = "DELETE FROM team_leaders WHERE organisation_id = $1 AND team_id = $2";
    DELETE = "DELETE FROM teams WHERE organisation_id = $1 AND id = $2";
    ADD_LEADER = "INSERT INTO team_leaders (organisation_id, user_id, team_id) VALUES ($1, $2, $3) \
        ON CONFLICT (organisation_id, user_id, team_id) DO NOTHING";
    DROP_LEADER = "DELETE FROM team_leaders WHERE organisation_id = $1 AND user_id = $2 AND team_id = $3";
    FORGET_LEADER = "DELETE FROM team_leaders WHERE organisation_id = $1 AND user_id = $2";

    ADD_MEMBER = "INSERT INTO team_members (id, organisation_id, team_id, user_id, starts_on, ends_on, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OVERLAPPING = "SELECT COUNT(*) FROM team_members WHERE organisation_id = $1 AND team_id = $2 AND user_id = $3 \
        AND starts_on < $5 AND ends_on > $4";
    END_MEMBER = "UPDATE team_members SET ends_on = $4 WHERE organisation_id = $1 AND team_id = $2 AND user_id = $3 \
        AND ends_on > $4 AND starts_on <= $4";
    DROP_PLANNED = "DELETE FROM team_members WHERE organisation_id = $1 AND team_id = $2 AND user_id = $3 \
        AND starts_on > $4";
    END_ALL = "UPDATE team_members SET ends_on = $3 WHERE organisation_id = $1 AND user_id = $2 AND ends_on > $3 \
        AND starts_on <= $3";
    DROP_ALL_PLANNED = "DELETE FROM team_members WHERE organisation_id = $1 AND user_id = $2 AND starts_on > $3";

    LOCATIONS = const_format::concatcp!(LOCATION, " WHERE organisation_id = $1 ORDER BY name_key, id");
    FIND_LOCATION = const_format::concatcp!(LOCATION, " WHERE organisation_id = $1 AND id = $2");
    INSERT_LOCATION = "INSERT INTO locations (id, organisation_id, name, name_key, version, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, 1, $5, $5)";
    RENAME_LOCATION = "UPDATE locations SET name = $3, name_key = $4, version = version + 1, updated_at = $5 \
        WHERE organisation_id = $1 AND id = $2 AND version = $6";
    TEAMS_AT = "SELECT COUNT(*) FROM teams WHERE organisation_id = $1 AND location_id = $2";
    DELETE_LOCATION = "DELETE FROM locations WHERE organisation_id = $1 AND id = $2";
}
