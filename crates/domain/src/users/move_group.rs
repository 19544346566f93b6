//! Moving a user to another group (SPEC USR-12, the part that needs no queue).

use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::find::find;
use super::table::{self, User};
use super::update::expect_version;
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::groups;

/// Moves a user to another group.
///
/// # Errors
/// [`Error::Invalid`] for an unknown group; as for every verb on a person.
pub async fn move_group(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    group: GroupId,
) -> Result<User> {
    let before = find(cx, id, Action::UsersMoveGroup).await?.user;
    expect_version(&before, version)?;
    let group =
        groups::find(cx, group).await?.ok_or(Error::field("group_id", Code::GroupUnknown))?;
    if group.id == before.group_id {
        return Ok(before);
    }
    let mut after = User { group_id: group.id, ..before.clone() };
    table::save(cx.tx, &mut after, cx.now).await?;
    let subject = Subject::new("user", id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.group_changed", subject).change(&before, &after)).await?;
    Ok(after)
}
