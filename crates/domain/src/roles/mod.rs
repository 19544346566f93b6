//! Roles: named sets of permissions with scopes (SPEC ROL-1). Built-in ones for now.

mod table;

use db::params;
use kernel::Result;
use kernel::ids::RoleId;

use table::{ALL, BY_KEY, FIND, INSERT, RANKS};
pub use table::{Role, STATEMENTS};

use crate::access::{Action, Grants, Rank, RoleKey};
use crate::cx::Cx;

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
            cx.now
        ];
        cx.tx.execute(INSERT, &values).await?;
    }
    Ok(())
}
