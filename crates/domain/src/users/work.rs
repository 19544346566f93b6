//! Who is active but can't receive work (SPEC GRP-6): agents with no skill and no profile.

use db::Query;
use kernel::Result;

use super::filter::scope;
use super::plan::Plan;
use super::table::User;
use super::vocabulary::{Licence, Lifecycle, UserType};
use crate::access::{Action, Principal, RoleKey};
use crate::cx::Cx;

/// Most that are counted: more are told as so many.
const COUNTED: i64 = 100;

/// Whether a user is active but can't receive work. An agent is a person who is a Technician or holds a licence
/// to work with; where the organisation has no skills, work is not handed out by them.
pub fn cannot_receive_work(me: &Principal, user: &User, role_key: &str) -> bool {
    let works = user.licence.is_some_and(|licence| licence != Licence::Video);
    me.organisation.by_skill
        && user.lifecycle == Lifecycle::Active
        && user.user_type == UserType::Person
        && !user.can_answer
        && (works || role_key == RoleKey::Technician.as_str())
}

/// The condition of the index of those who are active and can't answer anything, agents or not.
pub(super) fn push_idle(query: &mut Query, cx: &Cx<'_>, plan: Plan) {
    let can_answer = plan.column(cx, Plan::Idle, "u.can_answer");
    query.push(" AND u.lifecycle = 'active' AND ").push(&can_answer).push(" = FALSE");
}

/// The same as a condition on `u`.
pub(super) fn push_without_work(query: &mut Query, cx: &Cx<'_>, plan: Plan) {
    push_idle(query, cx, plan);
    query.push(
        " AND u.user_type = 'person' AND ((u.licence IS NOT NULL AND u.licence <> 'video') \
        OR u.role_id IN (SELECT r.id FROM roles r WHERE r.key = 'technician' AND r.organisation_id = ",
    );
    query.bind(cx.organisation_id).push("))");
    if !cx.actor().principal().is_some_and(|me| me.organisation.by_skill) {
        query.push(" AND FALSE");
    }
}

/// How many of those whom the actor sees are active but can't receive work; at most 100 are counted.
///
/// # Errors
/// Faults of the database.
pub async fn count_without_work(cx: &mut Cx<'_>) -> Result<i64> {
    let reach = cx.require(Action::UsersView)?;
    if !cx.principal()?.organisation.by_skill {
        return Ok(0);
    }
    let mut query = Query::new("SELECT COUNT(*) FROM (SELECT 1 AS one");
    query.push(&Plan::Idle.from(cx)).bind(cx.organisation_id);
    scope(&mut query, cx, reach);
    push_without_work(&mut query, cx, Plan::Idle);
    query.push(" LIMIT ").bind(COUNTED).push(") AS found");
    let rows = cx.tx.few::<(i64,)>(query.sql(), query.params()).await?;
    Ok(rows.first().map_or(0, |(count,)| *count))
}
