//! User groups: each user is in exactly one (SPEC section 1). What they pass on to their users stands in
//! the settings room.
//!
//! Invariants: an organisation has exactly one default group; `users` counts who is in a group, and a group
//! with users is never deleted.

mod administer;
mod table;

use db::{Query, params};
use kernel::ids::GroupId;
use kernel::{Code, Error, Result};

pub use administer::{administrators, set_administrators};
pub(crate) use administer::{forget_administrator, guard_move};
use table::{DELETE, DROP_ADMINISTRATORS, FIND, INSERT, RENAME, SELECT, SET_DEFAULT, TOUCH};
pub use table::{Group, STATEMENTS};

use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{User, fields};
use crate::{identity_providers, profiles, resource_filters, settings};

/// The groups of the organisation, by name.
///
/// # Errors
/// [`Error::Forbidden`] for those who fill no forms with them.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Group>> {
    cx.require(Action::GroupsView)?;
    let mut query = Query::new(SELECT);
    query.push(" WHERE organisation_id = ").bind(cx.organisation_id);
    resource_filters::push_groups(&mut query, cx, "id");
    query.push(" ORDER BY name_key, id");
    Ok(cx.tx.list::<Group>(&query).await?)
}

/// One group.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one.
pub async fn get(cx: &mut Cx<'_>, id: GroupId) -> Result<Group> {
    cx.require(Action::GroupsView)?;
    find(cx, id).await?.ok_or(Error::NotFound)
}

/// Creates a group.
///
/// # Errors
/// [`Error::Invalid`] for its name; [`Error::Conflict`] where the name is in use.
pub async fn create(cx: &mut Cx<'_>, name: &str) -> Result<Group> {
    cx.require_organisation(Action::GroupsManage)?;
    cx.require_whole_sight()?;
    let name = fields::name(name).map_err(|code| Error::field("name", code))?;
    let group = insert(cx, &name, false).await?;
    let subject = Subject::new("group", group.id.as_uuid(), &group.name);
    cx.record(Event::new("group.created", subject).with(serde_json::json!({"name": group.name})))
        .await?;
    Ok(group)
}

/// Gives a group another name.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] for its name; [`Error::Conflict`] where the name is in use.
pub async fn rename(
    cx: &mut Cx<'_>,
    id: GroupId,
    version: Option<i64>,
    name: &str,
) -> Result<Group> {
    cx.require_organisation(Action::GroupsManage)?;
    let before = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let name = fields::name(name).map_err(|code| Error::field("name", code))?;
    if name == before.name {
        return Ok(before);
    }
    let values = params![cx.organisation_id, id, name.clone(), kernel::fold(&name), cx.now];
    cx.tx.execute(RENAME, &values).await?;
    let after = Group { name, version: before.version + 1, updated_at: cx.now, ..before.clone() };
    let subject = Subject::new("group", id.as_uuid(), &after.name);
    cx.record(Event::new("group.renamed", subject).change(&before, &after)).await?;
    Ok(after)
}

/// Makes a group that of users for whom none is named.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one; [`Error::Forbidden`].
pub async fn make_default(cx: &mut Cx<'_>, id: GroupId) -> Result<Group> {
    cx.require_organisation(Action::GroupsManage)?;
    let group = find(cx, id).await?.ok_or(Error::NotFound)?;
    if group.is_default {
        return Ok(group);
    }
    cx.tx.execute(SET_DEFAULT, &params![cx.organisation_id, id, cx.now]).await?;
    let subject = Subject::new("group", id.as_uuid(), &group.name);
    let facts = serde_json::json!({"is_default": true});
    cx.record(Event::new("group.made_default", subject).with(facts)).await?;
    find(cx, id).await?.ok_or(Error::NotFound)
}

/// Deletes a group that nobody is in, with the values it passed on.
///
/// # Errors
/// [`Error::Conflict`] with `group_in_use` or `default_group`; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: GroupId) -> Result<()> {
    cx.require_organisation(Action::GroupsManage)?;
    let group = find(cx, id).await?.ok_or(Error::NotFound)?;
    if group.is_default {
        return Err(Error::conflict(Code::DefaultGroup));
    }
    if group.users > 0 {
        let detail = Some(format!("{} users are in it.", group.users));
        return Err(Error::Conflict { code: Code::GroupInUse, detail });
    }
    identity_providers::guard_group(cx, id).await?;
    settings::forget(cx, id.as_uuid()).await?;
    resource_filters::forget_group(cx, id).await?;
    profiles::forget_group(cx, id).await?;
    cx.tx.execute(DROP_ADMINISTRATORS, &params![cx.organisation_id, id]).await?;
    cx.tx.execute(DELETE, &params![cx.organisation_id, id]).await?;
    let subject = Subject::new("group", id.as_uuid(), &group.name);
    cx.record(Event::new("group.deleted", subject)).await
}

/// Counts a change of what belongs to a group and stands in another room.
pub(crate) async fn touch(cx: &mut Cx<'_>, id: GroupId) -> Result<()> {
    cx.tx.execute(TOUCH, &params![cx.organisation_id, id, cx.now]).await?;
    Ok(())
}

/// A group of the organisation, as far as the actor's resource filter lets them see it.
pub(crate) async fn find(cx: &mut Cx<'_>, id: GroupId) -> Result<Option<Group>> {
    let mut query = Query::new(SELECT);
    query.push(" WHERE organisation_id = ").bind(cx.organisation_id).push(" AND id = ").bind(id);
    resource_filters::push_groups(&mut query, cx, "id");
    Ok(cx.tx.optional::<Group>(query.sql(), query.params()).await?)
}

/// The group that a user is in, whom the actor sees: its name is part of the user's record.
///
/// # Errors
/// [`Error::Forbidden`] for those who see no groups.
pub async fn of_user(cx: &mut Cx<'_>, user: &User) -> Result<Group> {
    cx.require(Action::GroupsView)?;
    Ok(cx.tx.one::<Group>(FIND, &params![cx.organisation_id, user.group_id]).await?)
}

/// The group of those for whom none is named; none where a resource filter hides it.
pub(crate) async fn default_group(cx: &mut Cx<'_>) -> Result<Option<Group>> {
    let mut query = Query::new(SELECT);
    query.push(" WHERE is_default = TRUE AND organisation_id = ").bind(cx.organisation_id);
    resource_filters::push_groups(&mut query, cx, "id");
    Ok(cx.tx.optional::<Group>(query.sql(), query.params()).await?)
}

/// Gives a new organisation its default group.
pub(crate) async fn seed(cx: &mut Cx<'_>) -> Result<()> {
    insert(cx, "Everyone", true).await.map(|_| ())
}

async fn insert(cx: &mut Cx<'_>, name: &str, is_default: bool) -> Result<Group> {
    let id: GroupId = cx.id();
    let values = params![id, cx.organisation_id, name, kernel::fold(name), is_default, cx.now];
    cx.tx.execute(INSERT, &values).await?;
    Ok(Group {
        id,
        name: name.to_owned(),
        is_default,
        users: 0,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    })
}
