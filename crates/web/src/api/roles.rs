//! `/api/v1/roles`: roles and what they allow.

use std::collections::BTreeMap;

use axum::extract::State;
use domain::Cx;
use domain::access::Action;
use domain::roles::{self, Preview, Role, RolePatch, WantedGrants};
use kernel::ids::RoleId;
use kernel::{Code, Error, Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch, Query};
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
    /// How many users have it.
    pub users: i64,
    /// Whether everybody with it must have a second factor.
    pub second_factor_required: bool,
    /// Each permission with its scopes.
    pub grants: BTreeMap<&'static str, Vec<&'static str>>,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl RoleBody {
    fn of(role: Role, users: i64) -> Self {
        let held = role.grants();
        let grants = Action::ALL
            .iter()
            .map(|action| (action.as_str(), held.reach(*action).names()))
            .filter(|(_, names)| !names.is_empty())
            .collect();
        let Role {
            id,
            key,
            name,
            rank,
            built_in,
            grants: _,
            second_factor: second_factor_required,
            version,
            created_at,
            updated_at,
        } = role;
        Self {
            id,
            version,
            key,
            name,
            rank,
            built_in,
            users,
            second_factor_required,
            grants,
            created_at,
            updated_at,
        }
    }
}

/// A custom role to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewRole)]
#[serde(deny_unknown_fields)]
pub struct NewRoleBody {
    /// Unique in the organisation.
    #[schema(example = "Night supervisor")]
    pub name: String,
    /// The role whose standing it takes, and whose permissions where none are given.
    #[schema(value_type = String, format = "uuid")]
    pub copy_of: RoleId,
    /// Each permission with its scopes.
    #[serde(default)]
    #[schema(value_type = Option<BTreeMap<String, Vec<String>>>)]
    pub grants: Option<WantedGrants>,
}

/// A change of a custom role: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = RolePatch, example = json!({"name": "Shift lead", "grants": {"users.view": ["reports"]}}))]
#[serde(deny_unknown_fields)]
pub struct RolePatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// Each permission with its scopes, instead of what it allowed.
    #[serde(default)]
    #[schema(value_type = Option<BTreeMap<String, Vec<String>>>)]
    pub grants: Patch<WantedGrants>,
}

async fn body(cx: &mut Cx<'_>, role: Role) -> Result<RoleBody> {
    let users = roles::in_use(cx).await?.get(&role.id).copied().unwrap_or_default();
    Ok(RoleBody::of(role, users))
}

fn shown(body: &RoleBody) -> Result<Reply, Problem> {
    Ok(Reply::ok(body)?.version(body.version))
}

/// List roles, highest first.
#[utoipa::path(get, path = "/roles", tag = "Roles", operation_id = "listRoles",
    responses((status = 200, body = ListBody<RoleBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| Ok((roles::list(cx).await?, roles::in_use(cx).await?)));
    let (all, used) = read.await?;
    let users = |role: &Role| used.get(&role.id).copied().unwrap_or_default();
    let bodies: Vec<RoleBody> =
        all.into_iter().map(|role| RoleBody::of(role.clone(), users(&role))).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Read a role.
#[utoipa::path(get, path = "/roles/{id}", tag = "Roles", operation_id = "getRole", params(("id" = String, Path)),
    responses((status = 200, body = RoleBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<RoleId>,
) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        let role = roles::get(cx, id).await?;
        body(cx, role).await
    });
    shown(&read.await?)
}

/// Create a custom role by copying another.
#[utoipa::path(post, path = "/roles", tag = "Roles", operation_id = "createRole", request_body = NewRoleBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = RoleBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewRoleBody>,
) -> Result<Reply, Problem> {
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let NewRoleBody { name, copy_of, grants } = &value;
        let role = roles::create(cx, name, *copy_of, grants.as_ref()).await?;
        let (place, version) = (format!("/api/v1/roles/{}", role.id), role.version);
        Ok(Reply::created(&RoleBody::of(role, 0), place)?.version(version))
    })
    .await
}

/// Change a custom role.
#[utoipa::path(patch, path = "/roles/{id}", tag = "Roles", operation_id = "updateRole", request_body = RolePatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = RoleBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<RoleId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<RolePatchBody>,
) -> Result<Reply, Problem> {
    let RolePatchBody { name, grants } = value;
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        let role = roles::update(cx, id, version, RolePatch { name, grants }).await?;
        body(cx, role).await
    });
    shown(&verb.await?)
}

/// Whether those who have a role must have a second factor.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = RoleSecondFactor, example = json!({"required": true}))]
#[serde(deny_unknown_fields)]
pub struct RoleSecondFactorBody {
    /// Whether they must.
    pub required: bool,
}

/// Say whether everybody with a role, built in or not, must have a second factor. It takes effect at their next
/// sign-in.
#[utoipa::path(put, path = "/roles/{id}/second-factor", tag = "Roles", operation_id = "setRoleSecondFactor", request_body = RoleSecondFactorBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = RoleBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody)))]
pub async fn set_second_factor(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<RoleId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: Body<RoleSecondFactorBody>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        let role = roles::ask_for_second_factor(cx, id, version, value.required).await?;
        body(cx, role).await
    });
    shown(&verb.await?)
}

/// Delete a custom role; whoever has it gets the replacement.
#[utoipa::path(delete, path = "/roles/{id}", tag = "Roles", operation_id = "deleteRole",
    params(("id" = String, Path), ("replacement" = Option<String>, Query, description = "The role for those who have this one")),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<RoleId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let replacement = match query.one("replacement") {
        Some(text) => {
            let unknown = |_| Error::field("replacement", Code::RoleUnknown);
            Some(text.parse().map_err(unknown)?)
        }
        None => None,
    };
    query.finish()?;
    let verb =
        app.crewdesk().write(caller.actor(), async |cx| roles::delete(cx, id, replacement).await);
    verb.await?;
    Ok(Reply::empty())
}

/// Permissions by name, each with its scopes.
type Named = BTreeMap<&'static str, Vec<&'static str>>;

/// What other grants would change.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RolePreview)]
pub struct PreviewBody {
    /// How many users have the role.
    pub users: i64,
    /// What they would gain.
    pub gained: Named,
    /// What they would lose.
    pub lost: Named,
}

/// Other grants to be looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = RoleGrants, example = json!({"grants": {"users.view": ["reports"]}}))]
#[serde(deny_unknown_fields)]
pub struct RoleGrantsBody {
    /// Each permission with its scopes.
    #[schema(value_type = BTreeMap<String, Vec<String>>)]
    pub grants: WantedGrants,
}

/// See who would gain and lose what by other grants.
#[utoipa::path(post, path = "/roles/{id}/preview", tag = "Roles", operation_id = "previewRole", request_body = RoleGrantsBody,
    params(("id" = String, Path)),
    responses((status = 200, body = PreviewBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn preview(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<RoleId>,
    Body { value, .. }: Body<RoleGrantsBody>,
) -> Result<Reply, Problem> {
    let read =
        app.crewdesk().read(caller.actor(), async |cx| roles::preview(cx, id, &value.grants).await);
    let Preview { role: _, users, gained, lost } = read.await?;
    let named = |all: Vec<(Action, Vec<&'static str>)>| -> Named {
        all.into_iter().map(|(action, scopes)| (action.as_str(), scopes)).collect()
    };
    Ok(Reply::ok(&PreviewBody { users, gained: named(gained), lost: named(lost) })?)
}
