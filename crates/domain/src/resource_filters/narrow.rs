//! The filter as a condition: of lists, and of single records. Where the actor has none nothing is added.

use db::{Query, params};
use kernel::Result;
use kernel::ids::{GroupId, ResourceFilterId, TeamId, UserId};
use uuid::Uuid;

use super::table::SEES_USER;
use crate::cx::Cx;
use crate::{teams, users};

/// Adds that the user `u` is the actor, in one of the filter's groups, or today in one of its teams.
pub(crate) fn push_people(query: &mut Query, cx: &Cx<'_>) {
    let Some(filter) = cx.resource_filter() else { return };
    query.push(" AND (u.id = ").bind(cx.actor().user_id());
    query.push(" OR u.group_id IN (");
    groups(query, cx, filter);
    query.push(") OR ");
    teams::push_in(query, cx, "u.id", |query| selected_teams(query, cx, filter));
    query.push(")");
}

/// Adds that `column` holds one of the filter's groups.
pub(crate) fn push_groups(query: &mut Query, cx: &Cx<'_>, column: &str) {
    let Some(filter) = cx.resource_filter() else { return };
    query.push(" AND ").push(column).push(" IN (");
    groups(query, cx, filter);
    query.push(")");
}

/// Adds that `column` holds one of the filter's teams.
pub(crate) fn push_teams(query: &mut Query, cx: &Cx<'_>, column: &str) {
    let Some(filter) = cx.resource_filter() else { return };
    query.push(" AND ").push(column).push(" IN ");
    selected_teams(query, cx, filter);
}

fn groups(query: &mut Query, cx: &Cx<'_>, filter: ResourceFilterId) {
    query.push("SELECT f.group_id FROM resource_filter_groups f WHERE f.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND f.filter_id = ").bind(filter);
}

fn selected_teams(query: &mut Query, cx: &Cx<'_>, filter: ResourceFilterId) {
    query.push("(SELECT f.team_id FROM resource_filter_teams f WHERE f.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND f.filter_id = ").bind(filter).push(")");
}

/// Whether the actor's filter lets them see what an event is about: people, groups and teams; there is no
/// filter for the rest.
///
/// # Errors
/// Faults of the database.
pub async fn shows(cx: &mut Cx<'_>, kind: &str, id: Uuid) -> Result<bool> {
    if cx.resource_filter().is_none() {
        return Ok(true);
    }
    match kind {
        "user" => users::visible(cx, UserId::from_uuid(id)).await,
        "group" => Ok(crate::groups::find(cx, GroupId::from_uuid(id)).await?.is_some()),
        "team" => Ok(teams::find(cx, TeamId::from_uuid(id)).await?.is_some()),
        _ => Ok(true),
    }
}

/// Whether somebody who has this filter sees a user: for explaining (SPEC ROL-5).
pub(crate) async fn sees_user(
    cx: &mut Cx<'_>,
    filter: ResourceFilterId,
    user: UserId,
) -> Result<bool> {
    let values = params![cx.organisation_id, user, filter, cx.today()];
    Ok(cx.tx.one::<(i64,)>(SEES_USER, &values).await?.0 > 0)
}
