use kernel::Timestamp;
use kernel::ids::ExchangeId;
use serde::Serialize;

db::row! {
    /// One telephone exchange, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Exchange {
        /// Its id.
        pub id: ExchangeId,
        /// Its name.
        pub name: String,
        /// The first extension of its range; digits.
        pub first_extension: String,
        /// The last one, with as many digits.
        pub last_extension: String,
        /// Since when changes wait to be applied; none where all are (SPEC PBX-2).
        #[serde(skip)]
        pub changes_pending_since: Option<Timestamp>,
        /// Counts changes of the record.
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

const SELECT: &str = const_format::concatcp!("SELECT ", Exchange::COLUMNS, " FROM exchanges");

db::statements! {
    ALL = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 ORDER BY name_key, id");
    FIND = const_format::concatcp!(SELECT, " WHERE organisation_id = $1 AND id = $2");
    INSERT = "INSERT INTO exchanges (id, organisation_id, name, name_key, first_extension, last_extension, \
        changes_pending_since, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, NULL, 1, $7, $7)";
    UPDATE = "UPDATE exchanges SET name = $3, name_key = $4, first_extension = $5, last_extension = $6, \
        version = version + 1, updated_at = $7 WHERE organisation_id = $1 AND id = $2 AND version = $8";
    MARK = "UPDATE exchanges SET changes_pending_since = $3 WHERE organisation_id = $1 AND id = $2 \
        AND changes_pending_since IS NULL";
    DELETE = "DELETE FROM exchanges WHERE organisation_id = $1 AND id = $2";
}
