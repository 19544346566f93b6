//! What moving several users to another group would come to, before it is done (SPEC USR-12, USR-16).

use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::find::{relations, several};
use super::move_group::{MOST_MOVED, target};
use crate::access::{self, Action};
use crate::cx::Cx;
use crate::groups::Group;
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
    /// Name of the resource filter that the group passes on to those who have none of their own.
    pub resource_filter: Option<String>,
}

/// Tells what moving these users would come to.
///
/// # Errors
/// [`Error::Invalid`] for an unknown group and for more users than one call moves; [`Error::Forbidden`].
pub async fn preview_moves(
    cx: &mut Cx<'_>,
    ids: &[UserId],
    group: GroupId,
) -> Result<MovesPreview> {
    cx.require(Action::UsersMoveGroup)?;
    if ids.len() > MOST_MOVED {
        return Err(Error::field("user_ids", Code::TooMany));
    }
    let to = target(cx, group).await?;
    let users = several(cx, ids).await?;
    let relations = relations(cx, &users).await?;
    let me = cx.principal()?;
    let unseen = i64::try_from(ids.len().saturating_sub(users.len())).unwrap_or(i64::MAX);
    let mut moving = Vec::new();
    let (mut staying, mut refused) = (0, unseen);
    for user in &users {
        let may = relations
            .get(&user.id)
            .is_some_and(|one| access::decide(me, Action::UsersMoveGroup, *one).is_ok());
        match (user.group_id == group, may) {
            (true, _) => staying += 1,
            (false, true) => moving.push(user.id),
            (false, false) => refused += 1,
        }
    }
    let (profiles_lost, profiles_offered) = profiles::compare_many(cx, &moving, group).await?;
    let resource_filter = resource_filters::of_group(cx, group).await?.map(|filter| filter.name);
    Ok(MovesPreview {
        to,
        moving: i64::try_from(moving.len()).unwrap_or(i64::MAX),
        staying,
        refused,
        profiles_lost,
        profiles_offered,
        resource_filter,
    })
}
