//! Grants beside the role (SPEC ROL-6): device management, and support management, which makes an operator
//! within the plan's number (LIC-5). A slot is held like a seat.

use db::params;
use kernel::ids::UserId;
use kernel::{Error, Result};

use super::find::find;
use super::suspend::subject;
use super::table::{SET_GRANTS, User};
use super::update::expect_version;
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::organisations;

/// The grants beside a role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extra {
    /// May look after devices.
    pub device_management: bool,
    /// May support customers: an operator.
    pub support_management: bool,
}

impl Extra {
    /// Those of a user.
    pub const fn of(user: &User) -> Self {
        Self {
            device_management: user.device_management,
            support_management: user.support_management,
        }
    }
}

/// Gives and takes the grants beside a role.
///
/// # Errors
/// [`Error::Conflict`] with `no_operator_free`; [`Error::Stale`]; as for every verb on a person.
pub async fn assign_grants(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    wanted: Extra,
) -> Result<User> {
    let before = find(cx, id, Action::UsersAssignGrants).await?.user;
    expect_version(&before, version)?;
    let now = Extra::of(&before);
    if now == wanted {
        return Ok(before);
    }
    if before.lifecycle.holds_seat() {
        match (now.support_management, wanted.support_management) {
            (false, true) => organisations::take_operator(cx).await?,
            (true, false) => organisations::release_operator(cx).await?,
            _ => {}
        }
    }
    let Extra { device_management, support_management } = wanted;
    let values = params![
        cx.organisation_id,
        id,
        device_management,
        support_management,
        cx.now,
        before.version
    ];
    if cx.tx.execute(SET_GRANTS, &values).await? == 0 {
        return Err(Error::Stale);
    }
    let after = User {
        device_management,
        support_management,
        version: before.version + 1,
        updated_at: cx.now,
        ..before.clone()
    };
    let event = Event::new("user.grants_changed", subject(&after));
    cx.record(event.change(&before, &after)).await?;
    Ok(after)
}

/// Frees an operator's slot of somebody who stops holding a seat.
pub(crate) async fn release(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    if user.support_management && user.lifecycle.holds_seat() {
        organisations::release_operator(cx).await?;
    }
    Ok(())
}

/// Takes the slot again for somebody who comes back.
pub(super) async fn take_again(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    if user.support_management && !user.lifecycle.holds_seat() {
        organisations::take_operator(cx).await?;
    }
    Ok(())
}
