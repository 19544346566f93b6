//! Deactivating who has left, and letting them come back (SPEC USR-9).

use kernel::ids::UserId;
use kernel::{Code, Error, Result};
use serde_json::json;

use super::fields;
use super::find::find;
use super::suspend::{let_in, refuse_self, shut_out, subject};
use super::table::User;
use super::vocabulary::Lifecycle;
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::invitations;

/// Marks a user as having left: as suspending, and open invitations are void.
///
/// # Errors
/// [`Error::Conflict`] if already Deactivated; [`Error::Forbidden`] for oneself, the owner and the last
/// active Administrator; as for every verb on a person.
pub async fn deactivate(cx: &mut Cx<'_>, id: UserId, reason: Option<String>) -> Result<User> {
    let found = find(cx, id, Action::UsersDeactivate).await?;
    refuse_self(cx, id)?;
    let reason = fields::reason(reason)?;
    if found.user.lifecycle == Lifecycle::Deactivated {
        return Err(Error::conflict(Code::LifecycleConflict));
    }
    invitations::void_all(cx, id).await?;
    let user = shut_out(cx, found, Lifecycle::Deactivated, reason).await?;
    let facts = json!({"lifecycle": user.lifecycle, "reason": user.lifecycle_reason});
    cx.record(Event::new("user.deactivated", subject(&user)).with(facts)).await?;
    Ok(user)
}

/// Lets a deactivated user in again, if a licence is free.
///
/// # Errors
/// [`Error::Conflict`] unless the user is Deactivated, and where no seat is free.
pub async fn reactivate(cx: &mut Cx<'_>, id: UserId) -> Result<User> {
    let found = find(cx, id, Action::UsersDeactivate).await?;
    if found.user.lifecycle != Lifecycle::Deactivated {
        return Err(Error::conflict(Code::LifecycleConflict));
    }
    let user = let_in(cx, found.user).await?;
    cx.record(
        Event::new("user.reactivated", subject(&user)).with(json!({"lifecycle": user.lifecycle})),
    )
    .await?;
    Ok(user)
}
