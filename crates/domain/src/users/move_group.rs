//! Moving users to another group (SPEC USR-12): what would change, and the move itself. Their own values
//! and filters stay.

use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::find::find;
use super::role::guard_sight;
use super::store;
use super::table::User;
use super::tally;
use super::update::expect_version;
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::groups::{self, Group};
use crate::resource_filters::{self, ResourceFilter};
use crate::settings::{self, Effective};
use crate::{notices, presence, profiles};

/// What a move would change.
#[derive(Debug, Clone)]
pub struct MovePreview {
    /// Who would move.
    pub user: User,
    /// From where.
    pub from: Group,
    /// Where to.
    pub to: Group,
    /// Whether the user must be logged off the queue first.
    pub logged_on: bool,
    /// Every setting whose value changes: before and after.
    pub settings: Vec<(Effective, Effective)>,
    /// Profiles that vanish and appear.
    pub profiles: profiles::Compared,
    /// The resource filter by which they see now and would see then, where the two differ.
    pub sight: Option<(Option<ResourceFilter>, Option<ResourceFilter>)>,
}

/// Tells what moving a user to another group would change.
///
/// # Errors
/// [`Error::Invalid`] for an unknown group; as for every verb on a person.
pub async fn preview_move(cx: &mut Cx<'_>, id: UserId, to: GroupId) -> Result<MovePreview> {
    let user = find(cx, id, Action::UsersMoveGroup).await?.user;
    let to = target(cx, to).await?;
    let from = groups::of_user(cx, &user).await?;
    let settings = settings::compare(cx, &user, to.id).await?;
    let logged_on = presence::is_logged_on(cx, id).await?;
    let profiles = profiles::compare(cx, &user, to.id).await?;
    let sight = resource_filters::compare(cx, &user, to.id).await?;
    Ok(MovePreview { user, from, to, logged_on, settings, profiles, sight })
}

/// Moves a user to another group. `force` logs them off the queue first.
///
/// # Errors
/// [`Error::Conflict`] with `logged_on_to_queue`; [`Error::Invalid`] for an unknown group; as for every
/// verb on a person.
pub async fn move_group(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    group: GroupId,
    force: bool,
) -> Result<User> {
    let before = find(cx, id, Action::UsersMoveGroup).await?.user;
    expect_version(&before, version)?;
    let group = target(cx, group).await?;
    put_into(cx, before, &group, force).await
}

pub(super) async fn target(cx: &mut Cx<'_>, group: GroupId) -> Result<Group> {
    groups::find(cx, group).await?.ok_or(Error::field("group_id", Code::GroupUnknown))
}

async fn put_into(cx: &mut Cx<'_>, before: User, group: &Group, force: bool) -> Result<User> {
    if group.id == before.group_id {
        return Ok(before);
    }
    groups::guard_move(cx, before.group_id, group.id).await?;
    guard_sight(cx, &before, group.id).await?;
    presence::leave_queue(cx, &before, force).await?;
    let mut after = User { group_id: group.id, ..before.clone() };
    store::save(cx.tx, &mut after, cx.now).await?;
    profiles::leave_group(cx, before.id).await?;
    tally::note_group(cx.tx, &before, -1).await?;
    tally::note_group(cx.tx, &after, 1).await?;
    notices::moved_to_group(cx, &after, &group.name).await?;
    let event = Event::new("user.group_changed", super::subject(&after));
    cx.record(event.change(&before, &after)).await?;
    Ok(after)
}
