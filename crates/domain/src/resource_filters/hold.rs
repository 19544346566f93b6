//! Who has which filter. A user's own stands before that of the group and survives a move (SPEC GRP-2).

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, FromRow, Query, Row, params};
use kernel::ids::{GroupId, ResourceFilterId, UserId};
use kernel::{Code, Error, Result};
use serde_json::json;
use uuid::Uuid;

use super::table::{DROP, HELD, HolderKind, PUT, ResourceFilter};
use super::{find, require};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::{groups, users};

/// Whose filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// That of a group, for each of its users.
    Group(GroupId),
    /// That of a user.
    User(UserId),
}

/// A filter and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Through whom.
    pub origin: HolderKind,
    /// Which.
    pub filter: ResourceFilter,
}

impl FromRow for Held {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let mut columns = row.columns();
        Ok(Self {
            origin: columns.next()?,
            filter: ResourceFilter {
                id: columns.next()?,
                name: columns.next()?,
                version: columns.next()?,
                created_at: columns.next()?,
                updated_at: columns.next()?,
            },
        })
    }
}

/// What somebody has of their own, and what they would have without it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holds {
    /// Given to this very holder.
    pub own: Option<ResourceFilter>,
    /// That of the user's group.
    pub inherited: Option<ResourceFilter>,
    /// Whether neither counts, because the user owns the organisation.
    pub exempt: bool,
}

impl Holds {
    /// The one that counts, and where it comes from.
    pub fn effective(&self) -> Option<(&ResourceFilter, HolderKind)> {
        let own = self.own.as_ref().map(|filter| (filter, HolderKind::User));
        let inherited = self.inherited.as_ref().map(|filter| (filter, HolderKind::Group));
        own.or(inherited).filter(|_| !self.exempt)
    }
}

/// What a group or a user has.
///
/// # Errors
/// [`Error::NotFound`] for a foreign, missing or unseen one; [`Error::Forbidden`].
pub async fn held_by(cx: &mut Cx<'_>, holder: Holder) -> Result<Holds> {
    match holder {
        Holder::Group(id) => {
            groups::get(cx, id).await?;
            cx.require_organisation(Action::GroupsManage)?;
            let own = held(cx, id.as_uuid(), None).await?.pop().map(|one| one.filter);
            Ok(Holds { own, ..Holds::default() })
        }
        Holder::User(id) => {
            let user = users::get(cx, id).await?.user;
            of_user(cx, id, user.group_id).await
        }
    }
}

/// The filter that counts for a user now and the one that would count in another group, where they differ.
pub(crate) async fn compare(
    cx: &mut Cx<'_>,
    user: &users::User,
    to: GroupId,
) -> Result<Option<(Option<ResourceFilter>, Option<ResourceFilter>)>> {
    let counts = |holds: &Holds| holds.effective().map(|(filter, _)| filter.clone());
    let now = counts(&of_user(cx, user.id, user.group_id).await?);
    let then = counts(&of_user(cx, user.id, to).await?);
    Ok((now != then).then_some((now, then)))
}

/// For how many of these users another filter would count in another group.
pub(crate) async fn count_changed(
    cx: &mut Cx<'_>,
    users: &[users::User],
    to: GroupId,
) -> Result<i64> {
    let groups = users.iter().map(|user| user.group_id.as_uuid()).chain([to.as_uuid()]);
    let holders: BTreeSet<Uuid> =
        groups.chain(users.iter().map(|user| user.id.as_uuid())).collect();
    let mut query = Query::new(
        "SELECT holder_id, filter_id FROM resource_filter_holders WHERE organisation_id = ",
    );
    query.bind(cx.organisation_id).push(" AND holder_id IN ").bind_list(holders);
    let held: BTreeMap<Uuid, Uuid> =
        cx.tx.list::<(Uuid, Uuid)>(&query).await?.into_iter().collect();
    let owner = cx.principal()?.organisation.owner;
    let inherits =
        |user: &&users::User| owner != Some(user.id) && !held.contains_key(&user.id.as_uuid());
    let then = held.get(&to.as_uuid());
    let changed = users.iter().filter(inherits);
    let changed = changed.filter(|user| held.get(&user.group_id.as_uuid()) != then).count();
    Ok(i64::try_from(changed).unwrap_or(i64::MAX))
}

/// What a user would have in a group.
pub(super) async fn of_user(cx: &mut Cx<'_>, id: UserId, group: GroupId) -> Result<Holds> {
    let mut holds = Holds {
        exempt: cx.actor().principal().is_some_and(|me| me.organisation.owner == Some(id)),
        ..Holds::default()
    };
    for one in held(cx, id.as_uuid(), Some(group.as_uuid())).await? {
        match one.origin {
            HolderKind::User => holds.own = Some(one.filter),
            HolderKind::Group => holds.inherited = Some(one.filter),
        }
    }
    Ok(holds)
}

/// What a group passes on, for whoever moves people into it.
pub(crate) async fn of_group(cx: &mut Cx<'_>, group: GroupId) -> Result<Option<ResourceFilter>> {
    Ok(held(cx, group.as_uuid(), None).await?.pop().map(|one| one.filter))
}

async fn held(cx: &mut Cx<'_>, one: Uuid, other: Option<Uuid>) -> Result<Vec<Held>> {
    let values = params![cx.organisation_id, one, other.unwrap_or(one)];
    Ok(cx.tx.few::<Held>(HELD, &values).await?)
}

/// Gives a filter to a group or a user, or takes it. It counts at their next request.
///
/// # Errors
/// [`Error::Invalid`] for an unknown filter; [`Error::Forbidden`], also for those who have a filter
/// themselves and for people of a higher rank; [`Error::NotFound`].
pub async fn assign(
    cx: &mut Cx<'_>,
    holder: Holder,
    filter: Option<ResourceFilterId>,
) -> Result<Holds> {
    let (id, kind, subject, action) = match holder {
        Holder::Group(id) => {
            let group = groups::get(cx, id).await?;
            let subject = Subject::new("group", id.as_uuid(), &group.name);
            (id.as_uuid(), HolderKind::Group, subject, "group.resource_filter_changed")
        }
        Holder::User(id) => {
            let user = users::find(cx, id, Action::ResourceFiltersManage).await?.user;
            let subject = users::subject(&user);
            (id.as_uuid(), HolderKind::User, subject, "user.resource_filter_changed")
        }
    };
    require(cx)?;
    let before = held_by(cx, holder).await?;
    let was = before.own.map(|filter| filter.id);
    if was != filter {
        put(cx, id, kind, filter).await?;
        let (was, becomes) =
            (json!({"resource_filter_id": was}), json!({"resource_filter_id": filter}));
        cx.record(Event::new(action, subject).change(&was, &becomes)).await?;
    }
    held_by(cx, holder).await
}

async fn put(
    cx: &mut Cx<'_>,
    holder: Uuid,
    kind: HolderKind,
    filter: Option<ResourceFilterId>,
) -> Result<()> {
    let organisation = cx.organisation_id;
    let Some(id) = filter else { return forget_holder(cx, holder).await };
    if find(cx, id).await?.is_none() {
        return Err(Error::field("resource_filter_id", Code::ResourceFilterUnknown));
    }
    cx.tx.execute(PUT, &params![organisation, holder, kind, id]).await?;
    Ok(())
}

/// Takes the filter from a group that is deleted and from somebody who is removed.
pub(crate) async fn forget_holder(cx: &mut Cx<'_>, holder: Uuid) -> Result<()> {
    cx.tx.execute(DROP, &params![cx.organisation_id, holder]).await?;
    Ok(())
}
