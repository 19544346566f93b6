use kernel::Timestamp;
use kernel::ids::RoleId;

db::row! {
    /// One role, as stored.
    pub struct Role {
        /// Its id.
        pub id: RoleId,
        /// Stable key; a built-in role's is one of [`crate::access::RoleKey`].
        pub key: String,
        /// Its name; pages show a built-in role's in the reader's language.
        pub name: String,
        /// Its standing among roles.
        pub rank: i64,
        /// Whether the product defines what it allows.
        pub built_in: bool,
        /// What it allows, as JSON; empty for built-in ones.
        pub grants: String,
        /// Whether everybody with it must have a second factor (SPEC ACC-5).
        pub second_factor: bool,
        /// Counts changes.
        pub version: i64,
        /// When it was created.
        pub created_at: Timestamp,
        /// When it was last changed.
        pub updated_at: Timestamp,
    }
}

const SELECT: &str = const_format::concatcp!("SELECT ", Role::COLUMNS, " FROM roles");

db::statements! {
    ALL = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 ORDER BY rank DESC, name_key, id");
    FIND = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 AND id = $2");
    BY_KEY = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 AND key = $2");
    RANKS = "SELECT id, rank FROM roles WHERE organisation_id = $1";
    UPDATE = "UPDATE roles SET name = $3, name_key = $4, grants = $5, version = version + 1, updated_at = $6 \
        WHERE organisation_id = $1 AND id = $2 AND version = $7";
    SET_SECOND_FACTOR = "UPDATE roles SET second_factor = $3, version = version + 1, updated_at = $4 \
        WHERE organisation_id = $1 AND id = $2";
    DELETE = "DELETE FROM roles WHERE organisation_id = $1 AND id = $2";
    FORGET_COUNTS = "DELETE FROM user_counts WHERE organisation_id = $1 AND role_id = $2";
    INSERT = "INSERT INTO roles (id, organisation_id, key, name, name_key, rank, built_in, grants, second_factor, \
        version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $10, 1, $9, $9)";
}
