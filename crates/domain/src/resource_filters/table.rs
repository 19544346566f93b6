use kernel::Timestamp;
use kernel::ids::{GroupId, ResourceFilterId, TeamId, UserId};
use serde::Serialize;

kernel::vocabulary! {
    /// Who may have a filter. A user's own sorts last and stands before that of the group.
    HolderKind {
        /// A group, for each of its users.
        Group = "group",
        /// A user.
        User = "user",
    }
}

db::row! {
    /// One filter, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct ResourceFilter as "f" {
        /// Its id.
        pub id: ResourceFilterId,
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
    /// How much a filter names and how many have it.
    pub(super) struct Tally {
        pub filter_id: ResourceFilterId,
        pub groups: i64,
        pub teams: i64,
        pub held_by_groups: i64,
        pub held_by_users: i64,
    }
}

/// One column of ids.
pub(super) type Groups = (GroupId,);
/// One column of ids.
pub(super) type Teams = (TeamId,);
/// One column of ids.
pub(super) type Users = (UserId,);

const SELECT: &str =
    const_format::concatcp!("SELECT ", ResourceFilter::COLUMNS, " FROM resource_filters f");

db::statements! {
    ALL = const_format::concatcp!(SELECT, " WHERE f.organisation_id = $1 ORDER BY f.name_key, f.id");
    FIND = const_format::concatcp!(SELECT, " WHERE f.organisation_id = $1 AND f.id = $2");
    TALLIES = "SELECT f.id, (SELECT COUNT(*) FROM resource_filter_groups g WHERE g.organisation_id = $1 \
        AND g.filter_id = f.id), (SELECT COUNT(*) FROM resource_filter_teams t WHERE t.organisation_id = $1 \
        AND t.filter_id = f.id), (SELECT COUNT(*) FROM resource_filter_holders h WHERE h.organisation_id = $1 \
        AND h.filter_id = f.id AND h.kind = 'group'), (SELECT COUNT(*) FROM resource_filter_holders h \
        WHERE h.organisation_id = $1 AND h.filter_id = f.id AND h.kind = 'user') \
        FROM resource_filters f WHERE f.organisation_id = $1";
    GROUPS = "SELECT group_id FROM resource_filter_groups WHERE organisation_id = $1 AND filter_id = $2 \
        ORDER BY group_id";
    TEAMS = "SELECT team_id FROM resource_filter_teams WHERE organisation_id = $1 AND filter_id = $2 \
        ORDER BY team_id";
    HELD_BY_GROUPS = "SELECT holder_id FROM resource_filter_holders WHERE organisation_id = $1 AND filter_id = $2 \
        AND kind = 'group' ORDER BY holder_id";
    HELD_BY_USERS = "SELECT holder_id FROM resource_filter_holders WHERE organisation_id = $1 AND filter_id = $2 \
        AND kind = 'user' ORDER BY holder_id LIMIT 100";
    COUNT_USERS = "SELECT COUNT(*) FROM resource_filter_holders WHERE organisation_id = $1 AND filter_id = $2 \
        AND kind = 'user'";
    HELD = const_format::concatcp!("SELECT h.kind, ", ResourceFilter::COLUMNS, " FROM resource_filter_holders h \
        JOIN resource_filters f ON f.id = h.filter_id WHERE h.organisation_id = $1 AND h.holder_id IN ($2, $3) \
        ORDER BY h.kind DESC");
    INSERT = "INSERT INTO resource_filters (id, organisation_id, name, name_key, version, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, 1, $5, $5)";
    UPDATE = "UPDATE resource_filters SET name = $3, name_key = $4, version = version + 1, updated_at = $5 \
        WHERE organisation_id = $1 AND id = $2 AND version = $6";
    DELETE = "DELETE FROM resource_filters WHERE organisation_id = $1 AND id = $2";
    ADD_GROUP = "INSERT INTO resource_filter_groups (organisation_id, filter_id, group_id) VALUES ($1, $2, $3)";
    ADD_TEAM = "INSERT INTO resource_filter_teams (organisation_id, filter_id, team_id) VALUES ($1, $2, $3)";
    DROP_GROUP = "DELETE FROM resource_filter_groups WHERE organisation_id = $1 AND filter_id = $2 AND group_id = $3";
    DROP_TEAM = "DELETE FROM resource_filter_teams WHERE organisation_id = $1 AND filter_id = $2 AND team_id = $3";
    DROP_GROUPS = "DELETE FROM resource_filter_groups WHERE organisation_id = $1 AND filter_id = $2";
    DROP_TEAMS = "DELETE FROM resource_filter_teams WHERE organisation_id = $1 AND filter_id = $2";
    FORGET_GROUP = "DELETE FROM resource_filter_groups WHERE organisation_id = $1 AND group_id = $2";
    FORGET_TEAM = "DELETE FROM resource_filter_teams WHERE organisation_id = $1 AND team_id = $2";
    PUT = "INSERT INTO resource_filter_holders (organisation_id, holder_id, kind, filter_id) \
        VALUES ($1, $2, $3, $4) ON CONFLICT (organisation_id, holder_id) DO UPDATE SET filter_id = $4";
    DROP = "DELETE FROM resource_filter_holders WHERE organisation_id = $1 AND holder_id = $2";
    SEES_USER = "SELECT COUNT(*) FROM users u WHERE u.organisation_id = $1 AND u.id = $2 \
        AND (u.group_id IN (SELECT g.group_id FROM resource_filter_groups g WHERE g.organisation_id = $1 \
        AND g.filter_id = $3) OR EXISTS (SELECT 1 FROM resource_filter_teams t JOIN team_members m \
        ON m.organisation_id = t.organisation_id AND m.team_id = t.team_id WHERE t.organisation_id = $1 \
        AND t.filter_id = $3 AND m.user_id = u.id AND m.starts_on <= $4 AND m.ends_on > $4))";
}
