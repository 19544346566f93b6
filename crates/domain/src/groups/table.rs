use kernel::Timestamp;
use kernel::ids::GroupId;
use serde::Serialize;

db::row! {
    /// One group, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Group {
        /// Its id.
        pub id: GroupId,
        /// Its name.
        pub name: String,
        /// Whether users for whom no group is named go here.
        pub is_default: bool,
        /// How many users are in it.
        #[serde(skip)]
        pub users: i64,
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

pub(super) const SELECT: &str =
    const_format::concatcp!("SELECT ", Group::COLUMNS, " FROM user_groups");

db::statements! {
    FIND = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 AND id = $2");
    INSERT = "INSERT INTO user_groups (id, organisation_id, name, name_key, is_default, users, version, \
        created_at, updated_at) VALUES ($1, $2, $3, $4, $5, 0, 1, $6, $6)";
    RENAME = "UPDATE user_groups SET name = $3, name_key = $4, version = version + 1, updated_at = $5 \
        WHERE organisation_id = $1 AND id = $2";
    TOUCH = "UPDATE user_groups SET version = version + 1, updated_at = $3 WHERE organisation_id = $1 AND id = $2";
    SET_DEFAULT = "UPDATE user_groups SET is_default = (id = $2), version = version + 1, updated_at = $3 \
        WHERE organisation_id = $1 AND (id = $2 OR is_default = TRUE)";
    ADMINISTRATORS = "SELECT user_id FROM group_administrators WHERE organisation_id = $1 AND group_id = $2 \
        ORDER BY user_id";
    ADMINISTERED = "SELECT group_id FROM group_administrators WHERE organisation_id = $1 AND user_id = $2";
    ADD_ADMINISTRATOR = "INSERT INTO group_administrators (organisation_id, user_id, group_id) VALUES ($1, $2, $3) \
        ON CONFLICT (organisation_id, user_id, group_id) DO NOTHING";
    DROP_ADMINISTRATOR = "DELETE FROM group_administrators WHERE organisation_id = $1 AND user_id = $2 \
        AND group_id = $3";
    DROP_ADMINISTRATORS = "DELETE FROM group_administrators WHERE organisation_id = $1 AND group_id = $2";
    FORGET_ADMINISTRATOR = "DELETE FROM group_administrators WHERE organisation_id = $1 AND user_id = $2";
    DELETE = "DELETE FROM user_groups WHERE organisation_id = $1 AND id = $2 AND users = 0";
}
