//! Creating, changing and deleting a filter.

use std::collections::BTreeSet;

use db::params;
use kernel::ids::{GroupId, ResourceFilterId, TeamId};
use kernel::{Code, Error, FieldError, Patch, Result};
use serde_json::{Value, json};

use super::table::{
    ADD_GROUP, ADD_TEAM, DELETE, DROP_GROUP, DROP_GROUPS, DROP_TEAM, DROP_TEAMS, FORGET_GROUP,
    FORGET_TEAM, INSERT, ResourceFilter, UPDATE,
};
use super::{Holders, Selection, find, holders, require, selection};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, fields};
use crate::{groups, organisations, teams};

/// What a new filter is to be.
#[derive(Debug, Clone, Default)]
pub struct NewFilter {
    /// Its name, unique in the organisation.
    pub name: String,
    /// The groups that are seen.
    pub groups: Vec<GroupId>,
    /// The teams that are seen.
    pub teams: Vec<TeamId>,
}

/// A change: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct FilterPatch {
    /// Its name.
    pub name: Patch<String>,
    /// The groups that are seen, instead of those before.
    pub groups: Patch<Vec<GroupId>>,
    /// The teams that are seen, instead of those before.
    pub teams: Patch<Vec<TeamId>>,
}

fn subject(filter: &ResourceFilter) -> Subject {
    Subject::new("resource_filter", filter.id.as_uuid(), &filter.name)
}

fn told(one: &Selection) -> Value {
    json!({"name": one.filter.name, "group_ids": one.groups, "team_ids": one.teams})
}

/// Creates a filter.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in use;
/// [`Error::Forbidden`], also for those who have a filter themselves.
pub async fn create(cx: &mut Cx<'_>, new: NewFilter) -> Result<Selection> {
    require(cx)?;
    let name = checked(cx, &new.name, &new.groups, &new.teams).await?;
    let id: ResourceFilterId = cx.id();
    let filter = ResourceFilter { id, name, version: 1, created_at: cx.now, updated_at: cx.now };
    let folded = kernel::fold(&filter.name);
    let values = params![id, cx.organisation_id, filter.name.clone(), folded, cx.now];
    cx.tx.execute(INSERT, &values).await?;
    organisations::count_resource_filters(cx, 1).await?;
    let nothing = Selection { filter, groups: Vec::new(), teams: Vec::new() };
    name_all(cx, &nothing, &new.groups, &new.teams).await?;
    let made = selection(cx, nothing.filter).await?;
    cx.record(Event::new("resource_filter.created", subject(&made.filter)).with(told(&made)))
        .await?;
    Ok(made)
}

/// The name as it will be stored; every wrong field is named at once.
async fn checked(
    cx: &mut Cx<'_>,
    name: &str,
    groups: &[GroupId],
    teams: &[TeamId],
) -> Result<String> {
    let mut wrong = Vec::new();
    let name = fields::name(name).unwrap_or_else(|code| {
        wrong.push(FieldError::new("name", code));
        String::new()
    });
    let known: BTreeSet<GroupId> = groups::list(cx).await?.iter().map(|one| one.id).collect();
    for (at, _) in groups.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        wrong.push(FieldError::new(format!("group_ids/{at}"), Code::GroupUnknown));
    }
    let known: BTreeSet<TeamId> = teams::named(cx).await?.iter().map(|(id, _)| *id).collect();
    for (at, _) in teams.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        wrong.push(FieldError::new(format!("team_ids/{at}"), Code::TeamUnknown));
    }
    if groups.is_empty() && teams.is_empty() {
        wrong.push(FieldError::new("group_ids", Code::ResourceFilterEmpty));
    }
    if wrong.is_empty() { Ok(name) } else { Err(Error::Invalid(wrong)) }
}

/// Lets a filter name these groups and teams and no others.
async fn name_all(
    cx: &mut Cx<'_>,
    before: &Selection,
    groups: &[GroupId],
    teams: &[TeamId],
) -> Result<()> {
    let (organisation, id) = (cx.organisation_id, before.filter.id);
    let (now, then): (BTreeSet<_>, BTreeSet<_>) =
        (before.groups.iter().copied().collect(), groups.iter().copied().collect());
    for group in now.symmetric_difference(&then) {
        let statement = if then.contains(group) { ADD_GROUP } else { DROP_GROUP };
        cx.tx.execute(statement, &params![organisation, id, *group]).await?;
    }
    let (now, then): (BTreeSet<_>, BTreeSet<_>) =
        (before.teams.iter().copied().collect(), teams.iter().copied().collect());
    for team in now.symmetric_difference(&then) {
        let statement = if then.contains(team) { ADD_TEAM } else { DROP_TEAM };
        cx.tx.execute(statement, &params![organisation, id, *team]).await?;
    }
    Ok(())
}

/// Changes a filter. Whoever has it sees by it at their next request.
///
/// # Errors
/// [`Error::Stale`]; [`Error::NotFound`]; as [`create`].
pub async fn update(
    cx: &mut Cx<'_>,
    id: ResourceFilterId,
    version: Option<i64>,
    patch: FilterPatch,
) -> Result<Selection> {
    require(cx)?;
    let filter = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != filter.version) {
        return Err(Error::Stale);
    }
    let before = selection(cx, filter).await?;
    let name = patch.name.apply(Some(before.filter.name.clone())).unwrap_or_default();
    let groups = patch.groups.apply(Some(before.groups.clone())).unwrap_or_default();
    let teams = patch.teams.apply(Some(before.teams.clone())).unwrap_or_default();
    let name = checked(cx, &name, &groups, &teams).await?;
    let folded = kernel::fold(&name);
    let values = params![cx.organisation_id, id, name, folded, cx.now, before.filter.version];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    name_all(cx, &before, &groups, &teams).await?;
    let after = get_anew(cx, id).await?;
    let event = Event::new("resource_filter.updated", subject(&after.filter));
    cx.record(event.change(&told(&before), &told(&after))).await?;
    Ok(after)
}

async fn get_anew(cx: &mut Cx<'_>, id: ResourceFilterId) -> Result<Selection> {
    let filter = find(cx, id).await?.ok_or(Error::NotFound)?;
    selection(cx, filter).await
}

/// Deletes a filter that nobody has.
///
/// # Errors
/// [`Error::Conflict`] with `resource_filter_in_use` and by whom; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: ResourceFilterId) -> Result<()> {
    require(cx)?;
    let filter = find(cx, id).await?.ok_or(Error::NotFound)?;
    let held = holders(cx, id).await?;
    if !held.is_none() {
        let detail = Some(by_whom(cx, &held).await?);
        return Err(Error::Conflict { code: Code::ResourceFilterInUse, detail });
    }
    for statement in [DROP_GROUPS, DROP_TEAMS, DELETE] {
        cx.tx.execute(statement, &params![cx.organisation_id, id]).await?;
    }
    organisations::count_resource_filters(cx, -1).await?;
    cx.record(Event::new("resource_filter.deleted", subject(&filter))).await
}

/// Names of the first few who have it, and how many more.
async fn by_whom(cx: &mut Cx<'_>, held: &Holders) -> Result<String> {
    const NAMED: usize = 5;
    let all = groups::list(cx).await?;
    let mut names: Vec<String> = all
        .into_iter()
        .filter(|group| held.groups.contains(&group.id))
        .map(|group| group.name)
        .collect();
    let some: Vec<_> = held.users.iter().copied().take(NAMED).collect();
    names.extend(users::names(cx, &some).await?.into_iter().map(|(_, name)| name));
    let users = usize::try_from(held.users_in_all).unwrap_or(usize::MAX);
    let more = held.groups.len().saturating_add(users).saturating_sub(names.len().min(NAMED));
    names.truncate(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Ok(format!("Held by {}{more}.", names.join(", ")))
}

/// Takes a deleted group out of every filter.
pub(crate) async fn forget_group(cx: &mut Cx<'_>, id: GroupId) -> Result<()> {
    cx.tx.execute(FORGET_GROUP, &params![cx.organisation_id, id]).await?;
    super::forget_holder(cx, id.as_uuid()).await
}

/// Takes a deleted team out of every filter.
pub(crate) async fn forget_team(cx: &mut Cx<'_>, id: TeamId) -> Result<()> {
    cx.tx.execute(FORGET_TEAM, &params![cx.organisation_id, id]).await?;
    Ok(())
}
