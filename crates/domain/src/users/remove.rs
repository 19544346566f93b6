//! Removing a user for good (SPEC USR-8): the name stays in history, the account stays the person's.

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Result};
use serde_json::json;

use super::find::find;
use super::supervisor;
use super::suspend::{refuse_self, shut_out, subject};
use super::table::{
    DELETE, DIRECT_REPORTS, DROP_PHOTO, DROP_PREFERENCES, LIFT_REPORTS, TOMBSTONE, UNLINK_ABOVE,
    User,
};
use super::tally;
use super::vocabulary::Lifecycle;
use super::workplace;
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::{
    factors, groups, identity_providers, invitations, presence, profiles, resource_filters,
    sessions, settings, skills, teams,
};

/// What goes with a user, in counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovalPreview {
    /// The user.
    pub user: User,
    /// People who report to them and will report one step higher.
    pub reports: i64,
    /// Living sessions and API tokens that end.
    pub sessions: i64,
    /// Whether the user must be logged off a queue first.
    pub logged_on: bool,
}

/// Tells what removing a user would take along.
///
/// # Errors
/// As for every verb on a person.
pub async fn removal_preview(cx: &mut Cx<'_>, id: UserId) -> Result<RemovalPreview> {
    let user = find(cx, id, Action::UsersRemove).await?.user;
    let reports = supervisor::count_direct(cx, id).await?;
    let sessions = sessions::count(cx, id).await?;
    let logged_on = presence::is_logged_on(cx, id).await?;
    Ok(RemovalPreview { user, reports, sessions, logged_on })
}

/// Removes a user for good. Pages pass the name typed to confirm; programs may leave it out. `force` logs
/// them off the queue first.
///
/// # Errors
/// [`Error::Conflict`] with `confirmation_mismatch` or `logged_on_to_queue`; [`Error::Forbidden`] for oneself,
/// the owner and the last active Administrator; as for every verb on a person.
pub async fn remove(
    cx: &mut Cx<'_>,
    id: UserId,
    confirmation: Option<&str>,
    force: bool,
) -> Result<()> {
    let found = find(cx, id, Action::UsersRemove).await?;
    refuse_self(cx, id)?;
    let typed = confirmation.map(kernel::fold);
    if typed.is_some_and(|typed| typed != kernel::fold(&found.user.display_name)) {
        return Err(Error::conflict(Code::ConfirmationMismatch));
    }
    presence::leave_queue(cx, &found.user, force).await?;
    lift_reports(cx, &found.user).await?;
    let user = shut_out(cx, found, Lifecycle::Deactivated, None).await?;
    invitations::drop_all(cx, id).await?;
    let organisation = cx.organisation_id;
    for statement in [DROP_PHOTO, DROP_PREFERENCES, UNLINK_ABOVE, DELETE] {
        cx.tx.execute(statement, &params![organisation, id]).await?;
    }
    tally::note(cx.tx, &user, -1).await?;
    workplace::follow(cx, Some(&user), None).await?;
    tally::note_group(cx.tx, &user, -1).await?;
    settings::forget(cx, id.as_uuid()).await?;
    factors::forget_grace(cx, id).await?;
    identity_providers::forget_user(cx, id).await?;
    teams::end_all(cx, id).await?;
    teams::forget_leader(cx, id).await?;
    groups::forget_administrator(cx, id).await?;
    resource_filters::forget_holder(cx, id.as_uuid()).await?;
    skills::forget_user(cx, id).await?;
    profiles::forget_user(cx, id).await?;
    cx.tx.search_drop("users", user.seq);
    cx.tx.execute(TOMBSTONE, &params![id, organisation, user.display_name.clone(), cx.now]).await?;
    cx.record(Event::new("user.removed", subject(&user)).with(json!({"lifecycle": "removed"})))
        .await
}

/// Those who reported to the removed report one step higher.
async fn lift_reports(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    let organisation = cx.organisation_id;
    let reports = cx.tx.all::<(UserId,)>(DIRECT_REPORTS, &params![organisation, user.id]).await?;
    cx.tx.execute(LIFT_REPORTS, &params![organisation, user.id, user.reports_to, cx.now]).await?;
    for (report,) in reports {
        supervisor::relink(cx, report, user.reports_to).await?;
    }
    Ok(())
}
