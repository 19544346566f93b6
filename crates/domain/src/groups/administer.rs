//! Who administers a group: what the scope "groups" reaches (SPEC section 1).

use std::collections::BTreeSet;

use db::params;
use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};
use serde_json::json;

use super::table::{
    ADD_ADMINISTRATOR, ADMINISTERED, ADMINISTRATORS, DROP_ADMINISTRATOR, FORGET_ADMINISTRATOR,
};
use super::{find, get};
use crate::access::{Action, Reach, gains_by};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users;

/// Who administers a group.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one.
pub async fn administrators(cx: &mut Cx<'_>, id: GroupId) -> Result<Vec<UserId>> {
    get(cx, id).await?;
    let rows = cx.tx.few::<(UserId,)>(ADMINISTRATORS, &params![cx.organisation_id, id]).await?;
    Ok(rows.into_iter().map(|(user,)| user).collect())
}

/// Lets these people administer a group, and nobody else. It gives power over its users only to those
/// whose role goes by groups.
///
/// # Errors
/// [`Error::Invalid`] naming who is not to be seen; [`Error::Forbidden`] for what would widen the actor's
/// own reach; [`Error::NotFound`].
pub async fn set_administrators(
    cx: &mut Cx<'_>,
    id: GroupId,
    wanted: &[UserId],
) -> Result<Vec<UserId>> {
    cx.require_organisation(Action::GroupsManage)?;
    let group = find(cx, id).await?.ok_or(Error::NotFound)?;
    let before: BTreeSet<UserId> = administrators(cx, id).await?.into_iter().collect();
    let after: BTreeSet<UserId> = wanted.iter().copied().collect();
    for (position, user) in wanted.iter().enumerate() {
        if !users::visible(cx, *user).await? {
            return Err(Error::field(format!("user_ids/{position}"), Code::UserUnknown));
        }
    }
    let organisation = cx.organisation_id;
    for user in before.symmetric_difference(&after) {
        let mine = cx.actor().user_id() == Some(*user);
        if mine && cx.actor().principal().is_some_and(|me| gains_by(me, Reach::GROUPS)) {
            return Err(Error::Forbidden(Code::OutOfScope));
        }
        let added = after.contains(user);
        let statement = if added { ADD_ADMINISTRATOR } else { DROP_ADMINISTRATOR };
        cx.tx.execute(statement, &params![organisation, *user, id]).await?;
    }
    if before != after {
        let subject = Subject::new("group", id.as_uuid(), &group.name);
        let event = Event::new("group.administrators_changed", subject);
        let (before, after) = (json!({"user_ids": before}), json!({"user_ids": after}));
        cx.record(event.change(&before, &after)).await?;
    }
    administrators(cx, id).await
}

/// Refuses a move that would take somebody into or out of the reach that the actor has by administering
/// groups (SPEC ROL-3).
pub(crate) async fn guard_move(cx: &mut Cx<'_>, from: GroupId, to: GroupId) -> Result<()> {
    let goes_by = cx.actor().principal().filter(|me| gains_by(me, Reach::GROUPS));
    let Some(me) = goes_by.map(|me| me.user_id) else { return Ok(()) };
    let rows = cx.tx.few::<(GroupId,)>(ADMINISTERED, &params![cx.organisation_id, me]).await?;
    let mine = |group: GroupId| rows.iter().any(|(one,)| *one == group);
    if mine(from) == mine(to) { Ok(()) } else { Err(Error::Forbidden(Code::OutOfScope)) }
}

/// Takes the groups from somebody who is removed.
pub(crate) async fn forget_administrator(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    cx.tx.execute(FORGET_ADMINISTRATOR, &params![cx.organisation_id, user]).await?;
    Ok(())
}
