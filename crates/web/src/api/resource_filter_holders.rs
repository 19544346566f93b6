//! Who has which resource filter: `/api/v1/groups/{id}/resource-filter` and the same of users (SPEC GRP-2).

use axum::extract::State;
use domain::resource_filters::{self, Holder, HolderKind, Holders, Holds, ResourceFilter};
use kernel::Result;
use kernel::ids::{GroupId, ResourceFilterId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::{Body, Caller, Id};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// Who has a resource filter.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ResourceFilterHolders)]
pub struct HoldersBody {
    /// Groups, whose users have it through them.
    #[schema(value_type = Vec<String>)]
    pub group_ids: Vec<GroupId>,
    /// Users who have it for themselves; at most 100.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
    /// How many users have it for themselves.
    pub users: i64,
}

/// See who has a resource filter.
#[utoipa::path(get, path = "/resource-filters/{id}/holders", tag = "Resource filters", operation_id = "getResourceFilterHolders", params(("id" = String, Path)),
    responses((status = 200, body = HoldersBody), (status = 404, body = ProblemBody)))]
pub async fn holders(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ResourceFilterId>,
) -> Result<Reply, Problem> {
    let read =
        app.crewdesk().read(caller.actor(), async |cx| resource_filters::holders(cx, id).await);
    let Holders { groups, users, users_in_all } = read.await?;
    let body = HoldersBody { group_ids: groups, user_ids: users, users: users_in_all };
    Ok(Reply::ok(&body)?)
}

/// The resource filter to have; null for none of one's own.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ResourceFilterAssignment, example = json!({"resource_filter_id": "019c3f2e-7a51-7c30-9b1e-0242ac120002"}))]
#[serde(deny_unknown_fields)]
pub struct AssignmentBody {
    /// The filter.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub resource_filter_id: Option<ResourceFilterId>,
}

/// Which resource filter counts, and where it comes from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeldResourceFilter)]
pub struct HoldsBody {
    /// The one that counts; null where everything is seen.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub resource_filter_id: Option<ResourceFilterId>,
    /// `user` or `group`; null where none counts.
    pub origin: Option<&'static str>,
    /// The one given to this very user or group.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub own_id: Option<ResourceFilterId>,
    /// That of the user's group.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub inherited_id: Option<ResourceFilterId>,
}

fn held(holds: &Holds, kind: HolderKind) -> Result<Reply> {
    let counts = holds.effective();
    let id = |filter: &Option<ResourceFilter>| filter.as_ref().map(|filter| filter.id);
    // What a group has comes from the group.
    let origin = counts.map(|(_, origin)| match kind {
        HolderKind::Group => kind.as_str(),
        HolderKind::User => origin.as_str(),
    });
    Reply::ok(&HoldsBody {
        resource_filter_id: counts.map(|(filter, _)| filter.id),
        origin,
        own_id: id(&holds.own),
        inherited_id: id(&holds.inherited),
    })
}

/// See which resource filter a group passes on.
#[utoipa::path(get, path = "/groups/{id}/resource-filter", tag = "Resource filters", operation_id = "getGroupResourceFilter", params(("id" = String, Path)),
    responses((status = 200, body = HoldsBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn of_group(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
) -> Result<Reply, Problem> {
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| resource_filters::held_by(cx, Holder::Group(id)).await);
    Ok(held(&read.await?, HolderKind::Group)?)
}

/// Give a group a resource filter, for each of its users who has none of their own.
#[utoipa::path(put, path = "/groups/{id}/resource-filter", tag = "Resource filters", operation_id = "setGroupResourceFilter", request_body = AssignmentBody,
    params(("id" = String, Path)),
    responses((status = 200, body = HoldsBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn put_group(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
    Body { value, .. }: Body<AssignmentBody>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        resource_filters::assign(cx, Holder::Group(id), value.resource_filter_id).await
    });
    Ok(held(&verb.await?, HolderKind::Group)?)
}

/// See by which resource filter a user sees, and where it comes from.
#[utoipa::path(get, path = "/users/{id}/resource-filter", tag = "Resource filters", operation_id = "getUserResourceFilter", params(("id" = String, Path)),
    responses((status = 200, body = HoldsBody), (status = 404, body = ProblemBody)))]
pub async fn of_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| resource_filters::held_by(cx, Holder::User(id)).await);
    Ok(held(&read.await?, HolderKind::User)?)
}

/// Give a user a resource filter of their own, which stands before that of the group and stays when they
/// move; null lets them see by that of the group again.
#[utoipa::path(put, path = "/users/{id}/resource-filter", tag = "Resource filters", operation_id = "setUserResourceFilter", request_body = AssignmentBody,
    params(("id" = String, Path)),
    responses((status = 200, body = HoldsBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn put_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    Body { value, .. }: Body<AssignmentBody>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        resource_filters::assign(cx, Holder::User(id), value.resource_filter_id).await
    });
    Ok(held(&verb.await?, HolderKind::User)?)
}
