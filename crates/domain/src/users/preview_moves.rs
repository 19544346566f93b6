//! What moving several users to another group would come to, before it is done (SPEC USR-12, USR-16).

use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::find::{relations, several};
use super::move_group::{MOST_MOVED, target};
use crate::access::{self, Action};
use crate::cx::Cx;
use crate::groups::Group;

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
    let mut preview = MovesPreview { to, moving: 0, staying: 0, refused: unseen };
    for user in &users {
        let may = relations
            .get(&user.id)
            .is_some_and(|one| access::decide(me, Action::UsersMoveGroup, *one).is_ok());
        let count = match (user.group_id == group, may) {
            (true, _) => &mut preview.staying,
            (false, true) => &mut preview.moving,
            (false, false) => &mut preview.refused,
        };
        *count += 1;
    }
    Ok(preview)
}
