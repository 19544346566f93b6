//! How many users there are of each kind. The numbers are kept beside the users, so that no page counts a
//! hundred thousand rows; `table.rs` changes them wherever it changes a user.

use std::collections::BTreeMap;

use db::{Tx, params};
use kernel::Result;
use kernel::ids::RoleId;

use super::table::{COUNT, COUNT_GROUP, COUNTS, User};
use super::vocabulary::Lifecycle;
use crate::access::{Action, Reach, RoleKey};
use crate::cx::Cx;

db::row! {
    struct Tally {
        lifecycle: Lifecycle,
        role_id: RoleId,
        role_key: String,
        signed_in: bool,
        users: i64,
    }
}

/// The dashboard's four counters (SPEC INS-7), and all together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counters {
    /// Active users who have signed in.
    pub active: i64,
    /// Invited ones.
    pub invited: i64,
    /// Active Administrators.
    pub administrators: i64,
    /// Active others.
    pub standard: i64,
    /// Everybody who is not removed (SPEC USR-17).
    pub users: i64,
}

/// Counts for the dashboard and the header of the list.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those without a dashboard.
pub async fn counters(cx: &mut Cx<'_>) -> Result<Counters> {
    cx.require(Action::DashboardView)?;
    let mut counters = Counters::default();
    for tally in all(cx).await? {
        counters.add(&tally);
    }
    Ok(counters)
}

impl Counters {
    fn add(&mut self, tally: &Tally) {
        self.users += tally.users;
        match tally.lifecycle {
            Lifecycle::Invited => self.invited += tally.users,
            Lifecycle::Active => {
                if tally.signed_in {
                    self.active += tally.users;
                }
                if tally.role_key == RoleKey::Administrator.as_str() {
                    self.administrators += tally.users;
                } else {
                    self.standard += tally.users;
                }
            }
            Lifecycle::Suspended | Lifecycle::Deactivated => {}
        }
    }
}

/// How many users the actor may see, where that is kept: over the whole organisation.
pub(super) async fn total(cx: &mut Cx<'_>) -> Result<Option<i64>> {
    if !cx.require(Action::UsersView)?.holds(Reach::ORGANISATION) {
        return Ok(None);
    }
    Ok(Some(all(cx).await?.iter().map(|tally| tally.users).sum()))
}

/// How many users have each role.
pub(crate) async fn by_role(cx: &mut Cx<'_>) -> Result<BTreeMap<RoleId, i64>> {
    let mut counts = BTreeMap::new();
    for tally in all(cx).await? {
        *counts.entry(tally.role_id).or_default() += tally.users;
    }
    Ok(counts)
}

/// How many users have one of these roles.
pub(super) async fn of_roles(cx: &mut Cx<'_>, roles: &[RoleId]) -> Result<i64> {
    let all = all(cx).await?;
    let theirs = all.iter().filter(|tally| roles.contains(&tally.role_id));
    Ok(theirs.map(|tally| tally.users).sum())
}

async fn all(cx: &mut Cx<'_>) -> Result<Vec<Tally>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.few::<Tally>(COUNTS, &params![organisation]).await?)
}

/// Notes a user who is new or has become another (`change` 1), or is gone or was another (−1).
pub(super) async fn note(tx: &mut Tx, user: &User, change: i64) -> Result<()> {
    let signed_in = user.signed_in_at().is_some();
    let values = params![user.organisation_id, user.lifecycle, user.role_id, signed_in, change];
    tx.execute(COUNT, &values).await?;
    Ok(())
}

/// The same for the group that a user is in.
pub(super) async fn note_group(tx: &mut Tx, user: &User, change: i64) -> Result<()> {
    let values = params![user.organisation_id, user.group_id, change];
    tx.execute(COUNT_GROUP, &values).await?;
    Ok(())
}
