use kernel::Timestamp;
use kernel::ids::SkillId;
use serde::Serialize;

db::row! {
    /// One skill, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Skill as "s" {
        /// Its id.
        pub id: SkillId,
        /// Its name.
        pub name: String,
        /// What it means, for those who give levels.
        pub note: String,
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
    const_format::concatcp!("SELECT ", Skill::COLUMNS, " FROM skills s WHERE s.organisation_id = ");

db::statements! {
    FIND = const_format::concatcp!(SELECT, "$1 AND s.id = $2");
    NAMED = "SELECT id, name FROM skills WHERE organisation_id = $1 ORDER BY name_key, id";
    INSERT = "INSERT INTO skills (id, organisation_id, name, name_key, note, version, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, $5, 1, $6, $6)";
    UPDATE = "UPDATE skills SET name = $3, name_key = $4, note = $5, version = version + 1, updated_at = $6 \
        WHERE organisation_id = $1 AND id = $2 AND version = $7";
    DELETE = "DELETE FROM skills WHERE organisation_id = $1 AND id = $2";
    HELD_BY = "SELECT user_id FROM user_skills WHERE organisation_id = $1 AND skill_id = $2 \
        ORDER BY level DESC, user_id DESC LIMIT 100";
    COUNT_HELD = "SELECT COUNT(*) FROM user_skills WHERE organisation_id = $1 AND skill_id = $2";
    OF_USER = "SELECT s.id, s.name, h.level FROM user_skills h JOIN skills s ON s.id = h.skill_id \
        WHERE h.organisation_id = $1 AND h.user_id = $2 ORDER BY s.name_key, s.id";
    PUT = "INSERT INTO user_skills (organisation_id, user_id, skill_id, level) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (organisation_id, user_id, skill_id) DO UPDATE SET level = excluded.level";
    DROP = "DELETE FROM user_skills WHERE organisation_id = $1 AND user_id = $2 AND skill_id = $3";
    WITHDRAW = "DELETE FROM user_skills WHERE organisation_id = $1 AND skill_id = $2";
    ANYTHING = "SELECT EXISTS (SELECT 1 FROM user_skills h WHERE h.organisation_id = $1 AND h.user_id = $2) \
        OR EXISTS (SELECT 1 FROM user_profiles t WHERE t.organisation_id = $1 AND t.user_id = $2)";
    NOTE_ALL = "UPDATE users SET can_answer = FALSE WHERE organisation_id = $1 AND can_answer = TRUE \
        AND NOT EXISTS (SELECT 1 FROM user_skills h WHERE h.organisation_id = $1 AND h.user_id = users.id) \
        AND NOT EXISTS (SELECT 1 FROM user_profiles t WHERE t.organisation_id = $1 AND t.user_id = users.id)";
    FORGET_USER = "DELETE FROM user_skills WHERE organisation_id = $1 AND user_id = $2";
}
