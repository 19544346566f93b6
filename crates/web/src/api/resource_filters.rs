//! `/api/v1/resource-filters`: what narrows somebody's sight (SPEC GRP-2).

use axum::extract::State;
use domain::resource_filters::{self, FilterPatch, Listed, NewFilter, ResourceFilter, Selection};
use kernel::ids::{GroupId, ResourceFilterId, TeamId};
use kernel::{Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A resource filter in the list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ResourceFilterSummary)]
pub struct ListedBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: ResourceFilterId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// How many groups it names.
    pub groups: i64,
    /// How many teams it names.
    pub teams: i64,
    /// How many groups have it.
    pub held_by_groups: i64,
    /// How many users have it for themselves.
    pub held_by_users: i64,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Listed> for ListedBody {
    fn from(listed: Listed) -> Self {
        let Listed { filter, groups, teams, held_by_groups, held_by_users } = listed;
        let ResourceFilter { id, name, version, created_at, updated_at } = filter;
        Self {
            id,
            version,
            name,
            groups,
            teams,
            held_by_groups,
            held_by_users,
            created_at,
            updated_at,
        }
    }
}

/// A resource filter with what it names.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ResourceFilter)]
pub struct SelectionBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: ResourceFilterId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The groups that are seen.
    #[schema(value_type = Vec<String>)]
    pub group_ids: Vec<GroupId>,
    /// The teams that are seen.
    #[schema(value_type = Vec<String>)]
    pub team_ids: Vec<TeamId>,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Selection> for SelectionBody {
    fn from(selection: Selection) -> Self {
        let Selection { filter, groups, teams } = selection;
        let ResourceFilter { id, name, version, created_at, updated_at } = filter;
        Self { id, version, name, group_ids: groups, team_ids: teams, created_at, updated_at }
    }
}

fn shown(selection: Selection) -> Result<Reply, Problem> {
    let version = selection.filter.version;
    Ok(Reply::ok(&SelectionBody::from(selection))?.version(version))
}

/// A resource filter to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewResourceFilter)]
#[serde(deny_unknown_fields)]
pub struct NewFilterBody {
    /// Unique in the organisation.
    #[schema(example = "Day desk")]
    pub name: String,
    /// The groups that are seen.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub group_ids: Vec<GroupId>,
    /// The teams that are seen.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub team_ids: Vec<TeamId>,
}

/// A change of a resource filter: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ResourceFilterPatch, example = json!({"name": "Night shift"}))]
#[serde(deny_unknown_fields)]
pub struct FilterPatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// The groups that are seen, instead of those before.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub group_ids: Patch<Vec<GroupId>>,
    /// The teams that are seen, instead of those before.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub team_ids: Patch<Vec<TeamId>>,
}

/// List resource filters by name.
#[utoipa::path(get, path = "/resource-filters", tag = "Resource filters", operation_id = "listResourceFilters",
    responses((status = 200, body = ListBody<ListedBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all =
        app.crewdesk().read(caller.actor(), async |cx| resource_filters::list(cx).await).await?;
    let bodies: Vec<ListedBody> = all.into_iter().map(ListedBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create a resource filter.
#[utoipa::path(post, path = "/resource-filters", tag = "Resource filters", operation_id = "createResourceFilter", request_body = NewFilterBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = SelectionBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewFilterBody>,
) -> Result<Reply, Problem> {
    let NewFilterBody { name, group_ids, team_ids } = value;
    let new = NewFilter { name, groups: group_ids, teams: team_ids };
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let made = resource_filters::create(cx, new).await?;
        let (id, version) = (made.filter.id, made.filter.version);
        let place = format!("/api/v1/resource-filters/{id}");
        Ok(Reply::created(&SelectionBody::from(made), place)?.version(version))
    })
    .await
}

/// Read a resource filter.
#[utoipa::path(get, path = "/resource-filters/{id}", tag = "Resource filters", operation_id = "getResourceFilter", params(("id" = String, Path)),
    responses((status = 200, body = SelectionBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ResourceFilterId>,
) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| resource_filters::get(cx, id).await);
    shown(read.await?)
}

/// Change a resource filter.
#[utoipa::path(patch, path = "/resource-filters/{id}", tag = "Resource filters", operation_id = "updateResourceFilter", request_body = FilterPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = SelectionBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ResourceFilterId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<FilterPatchBody>,
) -> Result<Reply, Problem> {
    let FilterPatchBody { name, group_ids, team_ids } = value;
    let patch = FilterPatch { name, groups: group_ids, teams: team_ids };
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| resource_filters::update(cx, id, version, patch).await);
    shown(verb.await?)
}

/// Delete a resource filter that nobody has.
#[utoipa::path(delete, path = "/resource-filters/{id}", tag = "Resource filters", operation_id = "deleteResourceFilter", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ResourceFilterId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| resource_filters::delete(cx, id).await).await?;
    Ok(Reply::empty())
}
