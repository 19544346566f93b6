//! Who reports to whom (SPEC USR-6). `supervision` holds the closure of the tree, so that "all who report
//! to me" is one indexed look-up at any depth.

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use super::find::find;
use super::store;
use super::table::{
    COUNT_DIRECT_REPORTS, LINK_DIRECTLY, LINK_SUPERVISOR, REPORTS_OF, SUPERVISORS_OF, UNLINK_ABOVE,
    UNLINK_PAIR, User,
};
use super::update::expect_version;
use crate::access::{Action, Reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;

/// Lets a user report to somebody else, or to nobody.
///
/// # Errors
/// [`Error::Conflict`] with `supervision_cycle`; [`Error::Invalid`] for a supervisor not to be seen;
/// [`Error::Forbidden`] where it would move the user out of the actor's reach (SPEC ROL-3).
pub async fn assign_supervisor(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    supervisor: Option<UserId>,
) -> Result<User> {
    let before = find(cx, id, Action::UsersAssignSupervisor).await?.user;
    expect_version(&before, version)?;
    if before.reports_to == supervisor {
        return Ok(before);
    }
    let above = match supervisor {
        Some(target) => Some(check_target(cx, target).await?),
        None if cx.require(Action::UsersAssignSupervisor)?.holds(Reach::ORGANISATION) => None,
        None => return Err(Error::Forbidden(Code::OutOfScope)),
    };
    refuse_circle(cx, id, above).await?;
    let mut after = User { reports_to: above, ..before.clone() };
    store::save(cx.tx, &mut after, cx.now).await?;
    relink(cx, id, above).await?;
    let subject = Subject::new("user", id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.supervisor_changed", subject).change(&before, &after)).await?;
    Ok(after)
}

/// Checks that somebody may be named as supervisor: in sight, and within reach, or it would lift the
/// user out of the actor's scope.
pub(super) async fn check_target(cx: &mut Cx<'_>, target: UserId) -> Result<UserId> {
    let unknown = |error| match error {
        Error::NotFound => Error::field("reports_to", Code::SupervisorUnknown),
        other => other,
    };
    find(cx, target, Action::UsersView).await.map_err(unknown)?;
    Ok(target)
}

async fn refuse_circle(cx: &mut Cx<'_>, id: UserId, above: Option<UserId>) -> Result<()> {
    let Some(above) = above else { return Ok(()) };
    let below = cx.tx.all::<(UserId, i64)>(REPORTS_OF, &params![cx.organisation_id, id]).await?;
    if above == id || below.iter().any(|(user, _)| *user == above) {
        return Err(Error::conflict(Code::SupervisionCycle));
    }
    Ok(())
}

/// Enters a user without reports into the closure, below `above`.
pub(super) async fn link(cx: &mut Cx<'_>, id: UserId, above: UserId) -> Result<()> {
    cx.tx.execute(LINK_SUPERVISOR, &params![cx.organisation_id, id, above]).await?;
    cx.tx.execute(LINK_DIRECTLY, &params![cx.organisation_id, above, id, 1_i64]).await?;
    Ok(())
}

/// Moves a user with everyone below to another place in the closure.
pub(super) async fn relink(cx: &mut Cx<'_>, id: UserId, above: Option<UserId>) -> Result<()> {
    let organisation = cx.organisation_id;
    let below = cx.tx.all::<(UserId, i64)>(REPORTS_OF, &params![organisation, id]).await?;
    let former = cx.tx.all::<(UserId, i64)>(SUPERVISORS_OF, &params![organisation, id]).await?;
    cx.tx.execute(UNLINK_ABOVE, &params![organisation, id]).await?;
    for (supervisor, _) in &former {
        for (user, _) in &below {
            cx.tx.execute(UNLINK_PAIR, &params![organisation, *supervisor, *user]).await?;
        }
    }
    let Some(above) = above else { return Ok(()) };
    link(cx, id, above).await?;
    let present = cx.tx.all::<(UserId, i64)>(SUPERVISORS_OF, &params![organisation, id]).await?;
    for (supervisor, up) in &present {
        for (user, down) in &below {
            cx.tx
                .execute(LINK_DIRECTLY, &params![organisation, *supervisor, *user, up + down])
                .await?;
        }
    }
    Ok(())
}

/// How many report directly to a user.
pub(super) async fn count_direct(cx: &mut Cx<'_>, id: UserId) -> Result<i64> {
    let (count,) =
        cx.tx.one::<(i64,)>(COUNT_DIRECT_REPORTS, &params![cx.organisation_id, id]).await?;
    Ok(count)
}
