//! Whoever sees a part only gives nobody a wider sight than their own, themself included (SPEC ROL-3).

use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::hold::of_user;
use crate::access::{Action, Grants, Reach};
use crate::cx::Cx;

/// Refuses a change after which a user with these grants, in this group, would see others by another filter
/// than the actor's. Who sees nobody but themself gains nothing by any filter.
///
/// # Errors
/// [`Error::Forbidden`] with `sees_part_only`.
pub(crate) async fn guard_sight(
    cx: &mut Cx<'_>,
    user: UserId,
    group: GroupId,
    grants: &Grants,
) -> Result<()> {
    let Some(mine) = cx.resource_filter() else { return Ok(()) };
    if grants.reach(Action::UsersView).without(Reach::OWN).is_none() {
        return Ok(());
    }
    let theirs = of_user(cx, user, group).await?;
    let theirs = theirs.effective().map(|(filter, _)| filter.id);
    if theirs == Some(mine) { Ok(()) } else { Err(Error::Forbidden(Code::SeesPartOnly)) }
}
