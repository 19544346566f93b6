//! Roles: named sets of permissions with scopes (SPEC ROL-1, ROL-2).
//!
//! | To … | see |
//! |---|---|
//! | read | [`list`], [`get`] |
//! | copy, change, delete a custom one | [`create`], [`update`], [`delete`] |
//! | ask those who have one for a second factor | [`ask_for_second_factor`] |
//! | see who would gain and lose what | [`preview`] |
//! | say why somebody can or can't do something | [`explain`] |
//!
//! Invariants: built-in roles stand in code and never change; a custom role never allows more than those who
//! wrote it held, and stands no higher than they did.

mod explain;
mod save;
mod second_factor;
mod table;

use std::collections::BTreeMap;

use db::params;
use kernel::Result;
use kernel::ids::RoleId;

use table::{ALL, BY_KEY, FIND, INSERT, RANKS};
pub use table::{Role, STATEMENTS};

pub use explain::{Explained, Explanation, Holding, explain, holdings};
pub use save::{Preview, RolePatch, WantedGrants, create, delete, preview, read_grants, update};
pub use second_factor::ask_for_second_factor;

use crate::access::{Action, Grants, Rank, RoleKey};
use crate::cx::Cx;
use crate::users::{self, User};

impl Role {
    /// Its standing.
    pub const fn rank(&self) -> Rank {
        Rank(self.rank)
    }
    /// What it allows.
    pub fn grants(&self) -> Grants {
        Grants::of_role(&self.key, &self.grants)
    }
}

/// The roles of the organisation, highest first.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who fill no forms with them.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Role>> {
    cx.require(Action::RolesView)?;
    let organisation = cx.organisation_id;
    Ok(cx.tx.few::<Role>(ALL, &params![organisation]).await?)
}

/// One role.
///
/// # Errors
/// [`kernel::Error::NotFound`] for a foreign or missing one.
pub async fn get(cx: &mut Cx<'_>, id: RoleId) -> Result<Role> {
    cx.require(Action::RolesView)?;
    find(cx, id).await?.ok_or(kernel::Error::NotFound)
}

/// The role of a user whom the actor sees: whoever may see a person may know what they are.
///
/// # Errors
/// Faults of the database.
pub async fn of_user(cx: &mut Cx<'_>, user: &User) -> Result<Role> {
    find(cx, user.role_id).await?.ok_or(kernel::Error::NotFound)
}

/// How many users have each role.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may not see roles.
pub async fn in_use(cx: &mut Cx<'_>) -> Result<BTreeMap<RoleId, i64>> {
    cx.require(Action::RolesView)?;
    users::by_role(cx).await
}

/// A role of the organisation.
pub(crate) async fn find(cx: &mut Cx<'_>, id: RoleId) -> Result<Option<Role>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<Role>(FIND, &params![organisation, id]).await?)
}

/// The standing of each role.
pub(crate) async fn ranks(cx: &mut Cx<'_>) -> Result<Vec<(RoleId, Rank)>> {
    let organisation = cx.organisation_id;
    let rows = cx.tx.few::<(RoleId, i64)>(RANKS, &params![organisation]).await?;
    Ok(rows.into_iter().map(|(id, rank)| (id, Rank(rank))).collect())
}

/// A built-in role of the organisation.
///
/// # Errors
/// Faults of the database.
pub async fn built_in(cx: &mut Cx<'_>, key: RoleKey) -> Result<Role> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.one::<Role>(BY_KEY, &params![organisation, key]).await?)
}

/// Gives a new organisation the built-in roles.
pub(crate) async fn seed(cx: &mut Cx<'_>) -> Result<()> {
    for key in RoleKey::ALL {
        let id: RoleId = cx.id();
        let values = params![
            id,
            cx.organisation_id,
            *key,
            key.name(),
            kernel::fold(key.name()),
            key.rank().0,
            true,
            "{}",
            cx.now,
            false
        ];
        cx.tx.execute(INSERT, &values).await?;
    }
    Ok(())
}
