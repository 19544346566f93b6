//! Who has a skill, as a condition of lists.

use db::Query;
use kernel::ids::SkillId;

use super::level::Level;
use crate::cx::Cx;

/// The condition that `column` holds a user with an own level in one of these skills, at least at this level.
pub(crate) fn push_has(query: &mut Query, cx: &Cx<'_>, column: &str, wanted: (&[SkillId], Level)) {
    query.push("EXISTS (SELECT 1 FROM user_skills h WHERE h.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND h.user_id = ").push(column);
    of(query, wanted);
    query.push(")");
}

/// Those users by their ids.
pub(crate) fn push_holders(query: &mut Query, cx: &Cx<'_>, wanted: (&[SkillId], Level)) {
    query.push("SELECT h.user_id FROM user_skills h WHERE h.organisation_id = ");
    query.bind(cx.organisation_id);
    of(query, wanted);
}

/// Adds which skills `h` is about and at which level.
pub(crate) fn of(query: &mut Query, (skills, level): (&[SkillId], Level)) {
    query.push(" AND h.skill_id IN ").bind_list(skills.iter().copied());
    query.push(" AND h.level >= ").bind(level);
}
