//! What somebody may do, and why (SPEC ROL-5).

use axum::extract::State;
use domain::access::Action;
use domain::roles::{self, Explained, Explanation};
use kernel::ids::{RoleId, UserId};
use kernel::{Code, Error, Result};
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::{Caller, Id, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// One permission with its scopes and where it comes from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Holding)]
pub struct HoldingBody {
    /// Its name.
    #[schema(example = "users.suspend")]
    pub permission: &'static str,
    /// Over whom: `own`, `reports`, `teams`, `groups`, `organisation`.
    pub scopes: Vec<&'static str>,
}

/// Everything that somebody may do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Access)]
pub struct AccessBody {
    /// Who.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// The role from which all of it comes.
    #[schema(value_type = String, format = "uuid")]
    pub role_id: RoleId,
    /// Name of that role.
    pub role: String,
    /// What it allows.
    pub permissions: Vec<HoldingBody>,
}

/// Read what a user may do.
#[utoipa::path(get, path = "/users/{id}/access", tag = "Roles", operation_id = "getAccess", params(("id" = String, Path)),
    responses((status = 200, body = AccessBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn holdings(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| roles::holdings(cx, id).await);
    let Explained { user, role, holdings } = read.await?;
    let permissions = holdings
        .into_iter()
        .map(|one| HoldingBody { permission: one.action.as_str(), scopes: one.reach.names() });
    Ok(Reply::ok(&AccessBody {
        user_id: user.id,
        role_id: role.id,
        role: role.name,
        permissions: permissions.collect(),
    })?)
}

/// How somebody stands to somebody else.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Relation)]
pub struct RelationBody {
    /// It is the same person.
    pub is_self: bool,
    /// They report to the user, at any depth.
    pub reports: bool,
    /// They are in a team that the user leads.
    pub in_led_team: bool,
    /// They are in a group that the user administers.
    pub in_group: bool,
    /// Whether their role stands above the user's.
    pub ranks_higher: bool,
}

/// Why somebody can or can't do something.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Explanation)]
pub struct ExplanationBody {
    /// Whether they can.
    pub allowed: bool,
    /// Why not: a code of docs/reference/errors.md.
    pub code: Option<&'static str>,
    /// What was asked about.
    pub permission: &'static str,
    /// The scopes over which their role gives it.
    pub scopes: Vec<&'static str>,
    /// Name of that role.
    pub role: String,
    /// How they stand to whom it would be done to.
    pub relation: Option<RelationBody>,
    /// Name of the resource filter that keeps them from seeing that person.
    pub hidden_by: Option<String>,
}

impl From<Explanation> for ExplanationBody {
    fn from(why: Explanation) -> Self {
        let Explanation { user: _, role, action, held, target, hidden_by, refusal } = why;
        let relation = target.map(|(_, relation)| RelationBody {
            is_self: relation.is_self,
            reports: relation.reports,
            in_led_team: relation.in_led_team,
            in_group: relation.in_group,
            ranks_higher: relation.rank > role.rank(),
        });
        Self {
            allowed: refusal.is_none(),
            code: refusal.map(Code::as_str),
            permission: action.as_str(),
            scopes: held.names(),
            role: role.name,
            relation,
            hidden_by,
        }
    }
}

/// Ask why a user can or can't do something, to somebody where `target_id` is named.
#[utoipa::path(get, path = "/users/{id}/explanation", tag = "Roles", operation_id = "explainAccess",
    params(("id" = String, Path), ("permission" = String, Query, example = "users.suspend"), ("target_id" = Option<String>, Query)),
    responses((status = 200, body = ExplanationBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn explain(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let action = query.one("permission").and_then(|name| Action::parse(&name));
    let target = query.words("target_id", |text| text.parse().ok())?.pop();
    query.finish()?;
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        domain::users::get(cx, id).await?;
        let action = action.ok_or(Error::field("permission", Code::PermissionUnknown))?;
        roles::explain(cx, id, action, target).await
    });
    Ok(Reply::ok(&ExplanationBody::from(read.await?))?)
}
