//! `/api/v1/roles`: roles and what they allow.

use std::collections::BTreeMap;

use axum::extract::State;
use domain::access::Action;
use domain::roles::{self, Role};
use kernel::Result;
use kernel::Timestamp;
use kernel::ids::RoleId;
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::Caller;
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A role.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Role)]
pub struct RoleBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: RoleId,
    /// Counts changes.
    pub version: i64,
    /// Stable key, such as `administrator`.
    #[schema(example = "supervisor")]
    pub key: String,
    /// Its English name.
    pub name: String,
    /// Its standing: nobody acts on a higher one.
    pub rank: i64,
    /// Whether the product defines it.
    pub built_in: bool,
    /// Each permission with its scopes.
    pub grants: BTreeMap<&'static str, Vec<&'static str>>,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Role> for RoleBody {
    fn from(role: Role) -> Self {
        let held = role.grants();
        let grants = Action::ALL
            .iter()
            .map(|action| (action.as_str(), held.reach(*action).names()))
            .filter(|(_, names)| !names.is_empty())
            .collect();
        let Role { id, key, name, rank, built_in, grants: _, version, created_at, updated_at } =
            role;
        Self { id, version, key, name, rank, built_in, grants, created_at, updated_at }
    }
}

/// List roles, highest first.
#[utoipa::path(get, path = "/roles", tag = "Roles", operation_id = "listRoles",
    responses((status = 200, body = ListBody<RoleBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let roles = app.crewdesk().read(caller.actor(), async |cx| roles::list(cx).await).await?;
    let bodies: Vec<RoleBody> = roles.into_iter().map(RoleBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}
