//! Suspending and activating (SPEC USR-7): nothing is lost by either.

use kernel::ids::UserId;
use kernel::{Code, Error, Result};
use serde_json::json;

use super::find::{Found, find};
use super::role::guard_administrators;
use super::store::set_lifecycle;
use super::table::User;
use super::vocabulary::Lifecycle;
use super::workplace;
use super::{fields, grants};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::{factors, jobs, licences, presence, sessions};

/// Keeps a user out: ends every session and token in this organisation at once and frees the licence.
///
/// # Errors
/// [`Error::Conflict`] unless the user is Active; [`Error::Forbidden`] for oneself, the owner and the last
/// active Administrator; as for every verb on a person.
pub async fn suspend(cx: &mut Cx<'_>, id: UserId, reason: Option<String>) -> Result<User> {
    let found = find(cx, id, Action::UsersSuspend).await?;
    refuse_self(cx, id)?;
    let reason = fields::reason(reason)?;
    if found.user.lifecycle != Lifecycle::Active {
        return Err(Error::conflict(Code::LifecycleConflict));
    }
    let user = shut_out(cx, found, Lifecycle::Suspended, reason).await?;
    let facts = json!({"lifecycle": user.lifecycle, "reason": user.lifecycle_reason});
    cx.record(Event::new("user.suspended", subject(&user)).with(facts)).await?;
    jobs::tell_suspended(cx, &user).await?;
    Ok(user)
}

/// Lets a suspended user in again, if a licence is free.
///
/// # Errors
/// [`Error::Conflict`] unless the user is Suspended, and where no seat is free.
pub async fn activate(cx: &mut Cx<'_>, id: UserId) -> Result<User> {
    let found = find(cx, id, Action::UsersSuspend).await?;
    if found.user.lifecycle != Lifecycle::Suspended {
        return Err(Error::conflict(Code::LifecycleConflict));
    }
    let user = let_in(cx, found.user).await?;
    cx.record(
        Event::new("user.activated", subject(&user)).with(json!({"lifecycle": user.lifecycle})),
    )
    .await?;
    jobs::tell_activated(cx, &user).await?;
    Ok(user)
}

/// Ends all power of a user and sets a lifecycle in which there is none (SECURITY.md decision 6).
pub(super) async fn shut_out(
    cx: &mut Cx<'_>,
    found: Found,
    to: Lifecycle,
    reason: Option<String>,
) -> Result<User> {
    guard_administrators(cx, &found).await?;
    let mut user = found.user;
    sessions::end_all(cx, user.id).await?;
    factors::distrust_all(cx.tx, user.account_id).await?;
    presence::leave_queue(cx, &user, true).await?;
    if let (true, Some(licence)) = (user.lifecycle.holds_seat(), user.licence) {
        licences::release(cx, user.id, licence).await?;
    }
    grants::release(cx, &user).await?;
    let before = user.clone();
    set_lifecycle(cx.tx, &mut user, to, reason, cx.now).await?;
    workplace::follow(cx, Some(&before), Some(&user)).await?;
    Ok(user)
}

/// Makes a user Active, taking the seat of the licence again.
pub(super) async fn let_in(cx: &mut Cx<'_>, mut user: User) -> Result<User> {
    if let (false, Some(licence)) = (user.lifecycle.holds_seat(), user.licence) {
        licences::take(cx, user.seat(licence)).await?;
    }
    grants::take_again(cx, &user).await?;
    let before = user.clone();
    set_lifecycle(cx.tx, &mut user, Lifecycle::Active, None, cx.now).await?;
    workplace::follow(cx, Some(&before), Some(&user)).await?;
    Ok(user)
}

/// What would lock the actor out is never done by accident.
pub(super) fn refuse_self(cx: &Cx<'_>, id: UserId) -> Result<()> {
    if cx.actor().user_id() == Some(id) { Err(Error::Forbidden(Code::NotYourself)) } else { Ok(()) }
}

pub(crate) fn subject(user: &User) -> Subject {
    Subject::new("user", user.id.as_uuid(), &user.display_name)
}
