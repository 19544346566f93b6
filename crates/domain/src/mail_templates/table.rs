use kernel::Timestamp;
use kernel::ids::OrganisationId;

use super::Kind;

db::row! {
    /// A text of an organisation's own, as stored.
    #[derive(PartialEq, Eq)]
    pub struct OwnText as "t" {
        /// Whose.
        pub organisation_id: OrganisationId,
        /// For which mail.
        pub kind: Kind,
        /// In which language.
        pub language: String,
        /// One line, with placeholders.
        pub subject: String,
        /// Paragraphs with empty lines between them, with placeholders.
        pub body: String,
        /// Counts changes.
        pub version: i64,
        /// When it was last changed.
        pub updated_at: Timestamp,
    }
}

const SELECT: &str = const_format::concatcp!("SELECT ", OwnText::COLUMNS, " FROM mail_texts t");

db::statements! {
    ALL = const_format::concatcp!(SELECT, " WHERE t.organisation_id = $1 ORDER BY t.kind, t.language");
    FIND = const_format::concatcp!(SELECT, " WHERE t.organisation_id = $1 AND t.kind = $2 AND t.language = $3");
    INSERT = "INSERT INTO mail_texts (organisation_id, kind, language, subject, body, version, updated_at) \
        VALUES ($1, $2, $3, $4, $5, 1, $6)";
    UPDATE = "UPDATE mail_texts SET subject = $4, body = $5, version = version + 1, updated_at = $6 \
        WHERE organisation_id = $1 AND kind = $2 AND language = $3 AND version = $7";
    DELETE = "DELETE FROM mail_texts WHERE organisation_id = $1 AND kind = $2 AND language = $3";
}
