//! `/api/v1/groups`: user groups.

use axum::extract::State;
use domain::groups::{self, Group};
use kernel::ids::{GroupId, UserId};
use kernel::{Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A user group.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Group)]
pub struct GroupBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: GroupId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Whether users for whom no group is named go here.
    pub is_default: bool,
    /// How many users are in it.
    pub users: i64,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Group> for GroupBody {
    fn from(group: Group) -> Self {
        let Group { id, name, is_default, users, version, created_at, updated_at } = group;
        Self { id, version, name, is_default, users, created_at, updated_at }
    }
}

/// A group's name.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewGroup)]
#[serde(deny_unknown_fields)]
pub struct GroupNameBody {
    /// Unique in the organisation.
    #[schema(example = "Second line")]
    pub name: String,
}

fn shown(group: Group) -> Result<Reply, Problem> {
    let version = group.version;
    Ok(Reply::ok(&GroupBody::from(group))?.version(version))
}

/// List user groups by name.
#[utoipa::path(get, path = "/groups", tag = "Groups", operation_id = "listGroups",
    responses((status = 200, body = ListBody<GroupBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let groups = app.crewdesk().read(caller.actor(), async |cx| groups::list(cx).await).await?;
    let bodies: Vec<GroupBody> = groups.into_iter().map(GroupBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create a user group.
#[utoipa::path(post, path = "/groups", tag = "Groups", operation_id = "createGroup", request_body = GroupNameBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = GroupBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    body: Body<GroupNameBody>,
) -> Result<Reply, Problem> {
    once(&app, caller.actor(), key, body.fingerprint, async |cx| {
        let group = groups::create(cx, &body.value.name).await?;
        let (place, version) = (format!("/api/v1/groups/{}", group.id), group.version);
        Ok(Reply::created(&GroupBody::from(group), place)?.version(version))
    })
    .await
}

/// Read a user group.
#[utoipa::path(get, path = "/groups/{id}", tag = "Groups", operation_id = "getGroup", params(("id" = String, Path)),
    responses((status = 200, body = GroupBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| groups::get(cx, id).await).await?)
}

/// Rename a user group.
#[utoipa::path(patch, path = "/groups/{id}", tag = "Groups", operation_id = "renameGroup", request_body = GroupNameBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = GroupBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody)))]
pub async fn rename(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
    IfMatch(version): IfMatch,
    body: Body<GroupNameBody>,
) -> Result<Reply, Problem> {
    shown(
        app.crewdesk()
            .write(caller.actor(), async |cx| {
                groups::rename(cx, id, version, &body.value.name).await
            })
            .await?,
    )
}

/// Delete a user group that nobody is in.
#[utoipa::path(delete, path = "/groups/{id}", tag = "Groups", operation_id = "deleteGroup", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| groups::delete(cx, id).await).await?;
    Ok(Reply::empty())
}

/// Who administers a group.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = GroupAdministrators, example = json!({"user_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"]}))]
#[serde(deny_unknown_fields)]
pub struct AdministratorsBody {
    /// Users whose roles reach "groups" reach the users of this one.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
}

/// Read who administers a group.
#[utoipa::path(get, path = "/groups/{id}/administrators", tag = "Groups", operation_id = "getGroupAdministrators", params(("id" = String, Path)),
    responses((status = 200, body = AdministratorsBody), (status = 404, body = ProblemBody)))]
pub async fn administrators(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| groups::administrators(cx, id).await);
    Ok(Reply::ok(&AdministratorsBody { user_ids: read.await? })?)
}

/// Say who administers a group.
#[utoipa::path(put, path = "/groups/{id}/administrators", tag = "Groups", operation_id = "setGroupAdministrators", request_body = AdministratorsBody,
    params(("id" = String, Path)),
    responses((status = 200, body = AdministratorsBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn set_administrators(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
    Body { value, .. }: Body<AdministratorsBody>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        groups::set_administrators(cx, id, &value.user_ids).await
    });
    Ok(Reply::ok(&AdministratorsBody { user_ids: verb.await? })?)
}

/// Make a group that of users for whom none is named.
#[utoipa::path(put, path = "/groups/{id}/default", tag = "Groups", operation_id = "makeGroupDefault", params(("id" = String, Path)),
    responses((status = 200, body = GroupBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn make_default(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
) -> Result<Reply, Problem> {
    shown(
        app.crewdesk().write(caller.actor(), async |cx| groups::make_default(cx, id).await).await?,
    )
}
