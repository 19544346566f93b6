//! How many users there are of each kind. The numbers are kept beside the users, so that no page counts a
//! hundred thousand rows; `store.rs` changes them wherever it changes a user.

use std::collections::BTreeMap;

use db::{Query, Tx, params};
use kernel::Result;
use kernel::ids::RoleId;

use super::filter::scope;
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

/// Counts whom the actor's dashboard covers: the organisation's people, or a supervisor's own (SPEC USR-2).
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those without a dashboard.
pub async fn counters(cx: &mut Cx<'_>) -> Result<Counters> {
    let reach = cx.require(Action::DashboardView)?;
    let mut counters = Counters::default();
    for tally in seen(cx, reach).await? {
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
    let reach = cx.require(Action::UsersView)?;
    if !reach.holds(Reach::ORGANISATION) || cx.resource_filter().is_some() {
        return Ok(None);
    }
    Ok(Some(all(cx).await?.iter().map(|tally| tally.users).sum()))
}

/// How many users have each role, of those whom a resource filter lets the actor see.
pub(crate) async fn by_role(cx: &mut Cx<'_>) -> Result<BTreeMap<RoleId, i64>> {
    let mut counts = BTreeMap::new();
    for tally in seen(cx, Reach::ORGANISATION).await? {
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

/// The numbers as far as this reach and a resource filter let the actor see: kept for those who see everybody,
/// counted for the others.
async fn seen(cx: &mut Cx<'_>, reach: Reach) -> Result<Vec<Tally>> {
    if reach.holds(Reach::ORGANISATION) && cx.resource_filter().is_none() {
        return all(cx).await;
    }
    let mut query = Query::new(
        "SELECT u.lifecycle, u.role_id, r.key, u.last_sign_in_at <> 0, COUNT(*) FROM users u \
        JOIN roles r ON r.id = u.role_id WHERE u.organisation_id = ",
    );
    query.bind(cx.organisation_id);
    scope(&mut query, cx, reach);
    query.push(" GROUP BY u.lifecycle, u.role_id, r.key, u.last_sign_in_at <> 0");
    Ok(cx.tx.list::<Tally>(&query).await?)
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
