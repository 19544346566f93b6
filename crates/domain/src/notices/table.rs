use kernel::Timestamp;
use kernel::ids::{NoticeId, OrganisationId};

db::row! {
    /// One notice, as stored.
    pub struct Notice {
        /// Its id.
        pub id: NoticeId,
        /// Which organisation it is about.
        pub organisation_id: OrganisationId,
        /// Which notice; the text is found by it.
        pub kind: String,
        /// What the text names, as a JSON object.
        pub params: String,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

db::statements! {
    INSERT = "INSERT INTO notices (id, organisation_id, account_id, kind, params, created_at, read_at) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL)";
    UNREAD = const_format::concatcp!("SELECT ", Notice::COLUMNS, " FROM notices \
        WHERE account_id = $1 AND read_at IS NULL ORDER BY created_at DESC LIMIT $2");
    READ = "UPDATE notices SET read_at = $3 WHERE account_id = $1 AND id = $2 AND read_at IS NULL";
}
