//! Giving a user another role (SPEC ROL-3, ROL-4): it holds at the next request, because every request
//! reads the role.

use db::params;
use kernel::ids::{GroupId, RoleId, UserId};
use kernel::{Code, Error, Result};

use super::find::{Found, find};
use super::store;
use super::table::{COUNT_ADMINISTRATORS, FIND_WITH_RELATION, User, WITH_ROLE};
use super::tally;
use super::update::expect_version;
use super::vocabulary::Lifecycle;
use crate::access::{self, Action, RoleKey};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::{resource_filters, roles};

/// Gives a user another role.
///
/// # Errors
/// [`Error::Forbidden`] for a role above the actor's or with more than they hold, for the last active
/// Administrator and the owner; [`Error::Invalid`] for an unknown role; as for every verb on a person.
pub async fn assign_role(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    role: RoleId,
) -> Result<User> {
    let found = find(cx, id, Action::UsersAssignRole).await?;
    expect_version(&found.user, version)?;
    let role = roles::find(cx, role).await?.ok_or(Error::field("role_id", Code::RoleUnknown))?;
    if role.id == found.user.role_id {
        return Ok(found.user);
    }
    if let Some(principal) = cx.actor().principal() {
        access::may_assign_role(principal, role.rank(), &role.grants())?;
    }
    let (user, group) = (found.user.id, found.user.group_id);
    resource_filters::guard_sight(cx, user, group, &role.grants()).await?;
    if role.key != RoleKey::Administrator.as_str() {
        guard_administrators(cx, &found).await?;
    }
    give(cx, found.user, role.id).await
}

async fn give(cx: &mut Cx<'_>, before: User, role: RoleId) -> Result<User> {
    let mut after = User { role_id: role, ..before.clone() };
    store::save(cx.tx, &mut after, cx.now).await?;
    tally::note(cx.tx, &before, -1).await?;
    tally::note(cx.tx, &after, 1).await?;
    let subject = Subject::new("user", after.id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.role_changed", subject).change(&before, &after)).await?;
    Ok(after)
}

/// Gives everyone with one role another, because the first is deleted; the roles room has looked at both.
pub(crate) async fn replace_role(cx: &mut Cx<'_>, from: RoleId, to: RoleId) -> Result<i64> {
    let values = params![cx.organisation_id, from];
    let ids = cx.tx.all::<(UserId,)>(WITH_ROLE, &values).await?;
    for (id,) in &ids {
        let user = store::load(cx, *id).await?.ok_or(Error::NotFound)?;
        give(cx, user, to).await?;
    }
    Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX))
}

/// How one user stands to another, whoever asks: for explaining (SPEC ROL-5).
pub(crate) async fn stand(cx: &mut Cx<'_>, from: UserId, to: UserId) -> Result<Found> {
    let values = params![cx.organisation_id, to, from, cx.today()];
    let mut found =
        cx.tx.optional::<Found>(FIND_WITH_RELATION, &values).await?.ok_or(Error::NotFound)?;
    found.relation.is_self = from == to;
    Ok(found)
}

/// Refuses those who see a part only what would let them act by somebody who sees more, in this group.
pub(crate) async fn guard_sight(cx: &mut Cx<'_>, user: &User, group: GroupId) -> Result<()> {
    if cx.resource_filter().is_none() {
        return Ok(());
    }
    let grants = roles::of_user(cx, user).await?.grants();
    resource_filters::guard_sight(cx, user.id, group, &grants).await
}

/// The guard no path gets around: the owner stays, and one active Administrator stays (SPEC ORG-1,
/// ROL-3). Every verb that takes the role or the sign-in from someone calls it; the organisation's
/// lock makes two at a time impossible.
pub(super) async fn guard_administrators(cx: &mut Cx<'_>, found: &Found) -> Result<()> {
    if crate::organisations::owner(cx).await? == Some(found.user.id) {
        return Err(Error::Forbidden(Code::OwnerProtected));
    }
    let is_one = found.role_key == RoleKey::Administrator.as_str()
        && found.user.lifecycle == Lifecycle::Active;
    if !is_one {
        return Ok(());
    }
    let (others,) = cx
        .tx
        .one::<(i64,)>(COUNT_ADMINISTRATORS, &params![cx.organisation_id, found.user.id])
        .await?;
    if others == 0 { Err(Error::Forbidden(Code::LastAdministrator)) } else { Ok(()) }
}
