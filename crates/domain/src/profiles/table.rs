use kernel::Timestamp;
use kernel::ids::{GroupId, ProfileId, SkillId, UserId};
use serde::Serialize;

use crate::skills::Level;

db::row! {
    /// One profile, as stored: a group's or a person's own.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Profile as "p" {
        /// Its id.
        pub id: ProfileId,
        /// The group it is defined on; none where it is somebody's own.
        pub group_id: Option<GroupId>,
        /// Whose own it is.
        pub user_id: Option<UserId>,
        /// Its name, unique among those of the same group or person.
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

/// Profile, skill, the skill's name, level.
pub(super) type Named = (ProfileId, SkillId, String, Level);

pub(super) const SELECT: &str = const_format::concatcp!(
    "SELECT ",
    Profile::COLUMNS,
    " FROM profiles p WHERE p.organisation_id = "
);

db::statements! {
    FIND = const_format::concatcp!(SELECT, "$1 AND p.id = $2");
    OF_GROUP = const_format::concatcp!(SELECT, "$1 AND p.group_id = $2 ORDER BY p.name_key, p.id");
    OF_OWNER = const_format::concatcp!(SELECT, "$1 AND p.user_id = $2 ORDER BY p.name_key, p.id");
    TICKED = "SELECT profile_id FROM user_profiles WHERE organisation_id = $1 AND user_id = $2";
    INSERT = "INSERT INTO profiles (id, organisation_id, group_id, user_id, name, name_key, version, created_at, \
        updated_at) VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7)";
    UPDATE = "UPDATE profiles SET name = $3, name_key = $4, version = version + 1, updated_at = $5 \
        WHERE organisation_id = $1 AND id = $2 AND version = $6";
    DELETE = "DELETE FROM profiles WHERE organisation_id = $1 AND id = $2";
    ADD_SKILL = "INSERT INTO profile_skills (organisation_id, profile_id, skill_id, level) VALUES ($1, $2, $3, $4)";
    DROP_SKILLS = "DELETE FROM profile_skills WHERE organisation_id = $1 AND profile_id = $2";
    TICK = "INSERT INTO user_profiles (organisation_id, user_id, profile_id) VALUES ($1, $2, $3)";
    UNTICK = "DELETE FROM user_profiles WHERE organisation_id = $1 AND user_id = $2 AND profile_id = $3";
    DROP_TICKS = "DELETE FROM user_profiles WHERE organisation_id = $1 AND profile_id = $2";
    TICKED_BY = "SELECT user_id FROM user_profiles WHERE organisation_id = $1 AND profile_id = $2 \
        ORDER BY user_id LIMIT 100";
    COUNT_TICKED = "SELECT COUNT(*) FROM user_profiles WHERE organisation_id = $1 AND profile_id = $2";
    NAMES_WITH_SKILL = "SELECT p.name FROM profile_skills s JOIN profiles p ON p.organisation_id = s.organisation_id \
        AND p.id = s.profile_id WHERE s.organisation_id = $1 AND s.skill_id = $2 ORDER BY p.name_key, p.id LIMIT 100";
    COUNT_WITH_SKILL = "SELECT COUNT(*) FROM profile_skills WHERE organisation_id = $1 AND skill_id = $2";
    NAMES_OF_ONE_SKILL = "SELECT p.name FROM profile_skills s JOIN profiles p ON p.organisation_id = s.organisation_id \
        AND p.id = s.profile_id WHERE s.organisation_id = $1 AND s.skill_id = $2 AND NOT EXISTS (SELECT 1 \
        FROM profile_skills o WHERE o.organisation_id = $1 AND o.profile_id = s.profile_id AND o.skill_id <> $2) \
        ORDER BY p.name_key, p.id LIMIT 5";
    WITHDRAW_SKILL = "DELETE FROM profile_skills WHERE organisation_id = $1 AND skill_id = $2";
    DROP_GROUPS_SKILLS = "DELETE FROM profile_skills WHERE organisation_id = $1 AND profile_id IN \
        (SELECT p.id FROM profiles p WHERE p.organisation_id = $1 AND p.group_id = $2)";
    DROP_GROUPS = "DELETE FROM profiles WHERE organisation_id = $1 AND group_id = $2";
    DROP_OWN_SKILLS = "DELETE FROM profile_skills WHERE organisation_id = $1 AND profile_id IN \
        (SELECT p.id FROM profiles p WHERE p.organisation_id = $1 AND p.user_id = $2)";
    DROP_OWN = "DELETE FROM profiles WHERE organisation_id = $1 AND user_id = $2";
    DROP_TICKS_OF = "DELETE FROM user_profiles WHERE organisation_id = $1 AND user_id = $2";
    UNTICK_GROUPS = "DELETE FROM user_profiles WHERE organisation_id = $1 AND user_id = $2 AND EXISTS \
        (SELECT 1 FROM profiles p WHERE p.id = user_profiles.profile_id AND p.group_id IS NOT NULL)";
}
