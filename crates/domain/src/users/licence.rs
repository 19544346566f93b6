//! Giving, changing and taking a user's licence (SPEC LIC-1).

use kernel::Result;
use kernel::ids::UserId;

use super::find::find;
use super::table::{self, User};
use super::update::expect_version;
use super::vocabulary::Licence;
use super::workplace;
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::licences;

/// Gives a user another licence, or none. The seat of the former one is freed.
///
/// # Errors
/// [`kernel::Error::Conflict`] where no seat is free or the licence was not ordered; as for every verb
/// on a person.
pub async fn change_licence(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    licence: Option<Licence>,
) -> Result<User> {
    let before = find(cx, id, Action::UsersAssignLicence).await?.user;
    expect_version(&before, version)?;
    if before.licence == licence {
        return Ok(before);
    }
    if before.lifecycle.holds_seat() {
        if let Some(former) = before.licence {
            licences::release(cx, former).await?;
        }
        if let Some(wanted) = licence {
            licences::take(cx, wanted).await?;
        }
    }
    let mut after = User { licence, ..before.clone() };
    table::save(cx.tx, &mut after, cx.now).await?;
    workplace::follow(cx, Some(&before), Some(&after)).await?;
    let subject = Subject::new("user", id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.licence_changed", subject).change(&before, &after)).await?;
    Ok(after)
}
