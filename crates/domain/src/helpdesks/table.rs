use kernel::Timestamp;
use kernel::ids::HelpdeskId;
use serde::Serialize;

db::row! {
    /// One helpdesk, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Helpdesk {
        /// Its id.
        pub id: HelpdeskId,
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

const SELECT: &str = const_format::concatcp!("SELECT ", Helpdesk::COLUMNS, " FROM helpdesks");

db::statements! {
    ALL = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 ORDER BY name_key, id");
    FIND = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 AND id = $2");
    INSERT = "INSERT INTO helpdesks (id, organisation_id, name, name_key, version, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, 1, $5, $5)";
    RENAME = "UPDATE helpdesks SET name = $3, name_key = $4, version = version + 1, updated_at = $5 \
        WHERE organisation_id = $1 AND id = $2 AND version = $6";
    DELETE = "DELETE FROM helpdesks WHERE organisation_id = $1 AND id = $2";
}
