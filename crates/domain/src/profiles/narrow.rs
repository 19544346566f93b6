//! Who logs on with what, as a condition of lists.

use db::{Query, dialect};
use kernel::ids::{GroupId, ProfileId, SkillId};

use crate::cx::Cx;
use crate::skills::{Level, push_level};

/// The condition that `column` holds a user who logs on with a profile in which one of these skills is at least
/// at this level.
pub(crate) fn push_has(query: &mut Query, cx: &Cx<'_>, column: &str, wanted: (&[SkillId], Level)) {
    // Which profiles those are is found out once; then each person's few are looked up among them. SQLite, which has
    // no statistics, would else go through all of those profiles for each person anew.
    let profile = dialect::unindexed(cx.tx.engine(), "t.profile_id");
    query.push("EXISTS (SELECT 1 FROM user_profiles t WHERE t.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND t.user_id = ").push(column);
    query
        .push(" AND ")
        .push(&profile)
        .push(" IN (SELECT h.profile_id FROM profile_skills h WHERE ");
    query.push("h.organisation_id = ").bind(cx.organisation_id);
    push_level(query, wanted);
    query.push("))");
}

/// Those users by their ids.
pub(crate) fn push_holders(query: &mut Query, cx: &Cx<'_>, wanted: (&[SkillId], Level)) {
    query.push(
        "SELECT t.user_id FROM profile_skills h JOIN user_profiles t ON t.organisation_id = h.organisation_id \
        AND t.profile_id = h.profile_id WHERE h.organisation_id = ",
    );
    query.bind(cx.organisation_id);
    push_level(query, wanted);
}

/// The same, of these groups at least: who is in a group ticks profiles of that group and of their own, and no others.
/// The tables are gone through in this order, from the few profiles that have the skill.
pub(crate) fn push_holders_in(
    query: &mut Query,
    cx: &Cx<'_>,
    groups: &[GroupId],
    wanted: (&[SkillId], Level),
) {
    query.push(
        "SELECT t.user_id FROM profile_skills h CROSS JOIN profiles p CROSS JOIN user_profiles t \
        WHERE h.organisation_id = ",
    );
    query.bind(cx.organisation_id);
    push_level(query, wanted);
    query.push(" AND p.id = h.profile_id AND (p.user_id IS NOT NULL OR p.group_id IN ");
    query.bind_list(groups.iter().copied()).push(")");
    query.push(" AND t.organisation_id = h.organisation_id AND t.profile_id = p.id");
}

/// The condition that `column` holds a user who logs on with one of these profiles.
pub(crate) fn push_logs_on(query: &mut Query, cx: &Cx<'_>, column: &str, profiles: &[ProfileId]) {
    query.push("EXISTS (SELECT 1 FROM user_profiles t WHERE t.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND t.user_id = ").push(column);
    query.push(" AND t.profile_id IN ").bind_list(profiles.iter().copied()).push(")");
}
