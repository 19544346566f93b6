//! What moving several users to another group would come to, before it is done (SPEC USR-12, USR-16).

use kernel::Result;
use kernel::ids::{GroupId, UserId};

use super::bulk::guard_number;
use super::find::{relations, several};
use super::move_group::target;
use super::table::User;
use crate::access::{self, Action};
use crate::cx::Cx;
use crate::groups::Group;
use crate::settings::{self, ChangedForMany};
use crate::{profiles, resource_filters};

/// What a move of several would come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovesPreview {
    /// Where to.
    pub to: Group,
    /// How many would move.
    pub moving: i64,
    /// How many are there already.
    pub staying: i64,
    /// How many the actor may not move, or does not see.
    pub refused: i64,
    /// Names of the profiles of other groups that are ticked for them now and would vanish; at most 100.
    pub profiles_lost: Vec<String>,
    /// Names of the profiles of that group, which can then be ticked.
    pub profiles_offered: Vec<String>,
    /// Every setting that becomes another for some of them.
    pub settings: Vec<ChangedForMany>,
    /// Name of the resource filter that the group passes on to those who have none of their own.
    pub resource_filter: Option<String>,
    /// For how many of them that is another than now.
    pub sight_changes: i64,
}

/// Tells what moving these users would come to.
///
/// # Errors
/// [`kernel::Error::Invalid`] for an unknown group and for more users than one call moves; [`kernel::Error::Forbidden`].
pub async fn preview_moves(
    cx: &mut Cx<'_>,
    ids: &[UserId],
    group: GroupId,
) -> Result<MovesPreview> {
    cx.require(Action::UsersMoveGroup)?;
    guard_number(ids)?;
    let to = target(cx, group).await?;
    let users = several(cx, ids).await?;
    let unseen = ids.len().saturating_sub(users.len());
    let (staying, others): (Vec<_>, Vec<_>) =
        users.into_iter().partition(|user| user.group_id == group);
    let relations = relations(cx, &others).await?;
    let me = cx.principal()?;
    let may = |user: &User| {
        let relation = relations.get(&user.id);
        relation.is_some_and(|one| access::decide(me, Action::UsersMoveGroup, *one).is_ok())
    };
    let (moving, refused): (Vec<_>, Vec<_>) = others.into_iter().partition(may);
    let moving_ids: Vec<UserId> = moving.iter().map(|user| user.id).collect();
    let (profiles_lost, profiles_offered) = profiles::compare_many(cx, &moving_ids, group).await?;
    let resource_filter = resource_filters::of_group(cx, group).await?.map(|filter| filter.name);
    Ok(MovesPreview {
        to,
        moving: count(moving.len()),
        staying: count(staying.len()),
        refused: count(refused.len() + unseen),
        profiles_lost,
        profiles_offered,
        settings: settings::compare_many(cx, &moving, group).await?,
        resource_filter,
        sight_changes: resource_filters::count_changed(cx, &moving, group).await?,
    })
}

/// A number as it is shown.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
