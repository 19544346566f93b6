//! What is done to a user, each action as a noun under it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use domain::users::photo::{self, Size};
use domain::users::{self, Extra, Licence, LicenceChange, User};
use domain::{Cx, audit, teams};
use http::header;
use kernel::ids::{ExchangeId, HelpdeskId, RoleId, TeamId, UserId};
use kernel::{Error, FieldError, Patch, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::audit::AuditBody;
use super::reply::{ListBody, Reply};
use super::users::shown;
use super::users_view::UserBody;
use crate::extract::{Body, Caller, Id, IfMatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// Runs a verb on a user and shows the user.
async fn act(
    app: &AppState,
    caller: &Caller,
    verb: impl AsyncFnOnce(&mut Cx<'_>) -> Result<User>,
) -> Result<Reply, Problem> {
    let body = app.crewdesk().write(caller.actor(), async |cx| {
        let user = verb(cx).await?;
        UserBody::of(cx, user).await
    });
    shown(&body.await?)
}

/// Why.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReasonBody {
    /// For the history, and told to the person.
    #[schema(example = "On leave until May")]
    pub reason: Option<String>,
}

/// Suspend a user.
#[utoipa::path(put, path = "/users/{id}/suspension", tag = "Users", operation_id = "suspendUser", request_body = ReasonBody,
    params(("id" = String, Path)), responses((status = 200, body = UserBody), (status = 403, body = ProblemBody),
        (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn suspend(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    body: Body<ReasonBody>,
) -> Result<Reply, Problem> {
    act(&app, &caller, async |cx| users::suspend(cx, id, body.value.reason).await).await
}

/// Activate a suspended user.
#[utoipa::path(delete, path = "/users/{id}/suspension", tag = "Users", operation_id = "activateUser", params(("id" = String, Path)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn activate(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    act(&app, &caller, async |cx| users::activate(cx, id).await).await
}

/// Deactivate a user who has left.
#[utoipa::path(put, path = "/users/{id}/deactivation", tag = "Users", operation_id = "deactivateUser", request_body = ReasonBody,
    params(("id" = String, Path)), responses((status = 200, body = UserBody), (status = 403, body = ProblemBody),
        (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn deactivate(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    body: Body<ReasonBody>,
) -> Result<Reply, Problem> {
    act(&app, &caller, async |cx| users::deactivate(cx, id, body.value.reason).await).await
}

/// Let a deactivated user in again.
#[utoipa::path(delete, path = "/users/{id}/deactivation", tag = "Users", operation_id = "reactivateUser", params(("id" = String, Path)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn reactivate(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    act(&app, &caller, async |cx| users::reactivate(cx, id).await).await
}

/// Who.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"user_id": "019c3f2e-7a51-7c30-9b1e-0242ac120002"}))]
pub struct SupervisorBody {
    /// The supervisor, or null for none.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub user_id: Option<UserId>,
}

/// A refusal in the words of [`SupervisorBody`].
fn of_supervisor(error: Error) -> Error {
    let Error::Invalid(fields) = error else { return error };
    let named = |field| FieldError { pointer: "user_id".to_owned(), ..field };
    Error::Invalid(fields.into_iter().map(named).collect())
}

/// Let a user report to somebody else.
#[utoipa::path(put, path = "/users/{id}/supervisor", tag = "Users", operation_id = "assignSupervisor", request_body = SupervisorBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn assign_supervisor(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    body: Body<SupervisorBody>,
) -> Result<Reply, Problem> {
    act(&app, &caller, async |cx| {
        users::assign_supervisor(cx, id, version, body.value.user_id).await.map_err(of_supervisor)
    })
    .await
}

/// Which.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"role_id": "019c3f2e-7a51-7c30-9b1e-0242ac120002"}))]
pub struct RoleBody {
    /// The role.
    #[schema(value_type = String, format = "uuid")]
    pub role_id: RoleId,
    /// The teams they lead from now on; absent leaves them as they are.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub led_team_ids: Option<Vec<TeamId>>,
}

/// The grants beside a role.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"device_management": true, "support_management": false}))]
pub struct GrantsBody {
    /// May look after devices.
    pub device_management: bool,
    /// May support customers: one of the plan's operators.
    pub support_management: bool,
}

/// Give and take the grants beside a role.
#[utoipa::path(put, path = "/users/{id}/grants", tag = "Users", operation_id = "assignGrants", request_body = GrantsBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = UserBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn assign_grants(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    body: Body<GrantsBody>,
) -> Result<Reply, Problem> {
    let GrantsBody { device_management, support_management } = body.value;
    let wanted = Extra { device_management, support_management };
    act(&app, &caller, async |cx| users::assign_grants(cx, id, version, wanted).await).await
}

/// Give a user another role.
#[utoipa::path(put, path = "/users/{id}/role", tag = "Users", operation_id = "assignRole", request_body = RoleBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = UserBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn assign_role(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    body: Body<RoleBody>,
) -> Result<Reply, Problem> {
    let RoleBody { role_id, led_team_ids } = body.value;
    act(&app, &caller, async |cx| {
        let user = users::assign_role(cx, id, version, role_id).await?;
        if let Some(teams) = &led_team_ids {
            teams::set_led(cx, id, teams).await?;
        }
        Ok(user)
    })
    .await
}

/// Which.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenceBody {
    /// The licence, or null for none.
    #[schema(value_type = Option<String>, example = "helpdesk")]
    pub licence: Option<Licence>,
    /// The exchange its extension is on; the only one where none is named.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub exchange_id: Patch<ExchangeId>,
    /// Telephone number, where the licence needs one.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub extension: Patch<String>,
    /// The helpdesk, where the licence needs one; the only one where none is named.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub helpdesk_id: Patch<HelpdeskId>,
}

/// Give a user another licence, or none. A licence can only become a larger one.
#[utoipa::path(put, path = "/users/{id}/licence", tag = "Users", operation_id = "changeLicence", request_body = LicenceBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn change_licence(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    body: Body<LicenceBody>,
) -> Result<Reply, Problem> {
    let LicenceBody { licence, exchange_id, extension, helpdesk_id } = body.value;
    let change = LicenceChange { licence, exchange_id, extension, helpdesk_id };
    act(&app, &caller, async |cx| users::change_licence(cx, id, version, change).await).await
}

/// Put a photo: JPEG, PNG or WebP, at most 2 MiB.
#[utoipa::path(put, path = "/users/{id}/photo", tag = "Users", operation_id = "putPhoto", params(("id" = String, Path)),
    request_body(content = Vec<u8>, content_type = "image/*"),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn put_photo(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    file: Bytes,
) -> Result<Reply, Problem> {
    app.crewdesk().read(caller.actor(), async |cx| users::get(cx, id).await).await?;
    let photo = tokio::task::spawn_blocking(move || photo::read(&file))
        .await
        .map_err(Error::internal)??;
    act(&app, &caller, async |cx| photo::put(cx, id, photo).await).await
}

/// Read a photo; `size=small` for lists.
#[utoipa::path(get, path = "/users/{id}/photo", tag = "Users", operation_id = "getPhoto",
    params(("id" = String, Path), ("size" = Option<String>, Query), ("v" = Option<i64>, Query)),
    responses((status = 200, content_type = "image/jpeg"), (status = 404, body = ProblemBody)))]
pub async fn get_photo(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Response, Problem> {
    let size =
        if query.one("size").as_deref() == Some("small") { Size::Small } else { Size::Large };
    let file =
        app.crewdesk().read(caller.actor(), async |cx| photo::get(cx, id, size).await).await?;
    // The address carries the photo's version, so what it names never changes.
    let head =
        [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=86400")];
    Ok((head, file).into_response())
}

/// Take the photo away.
#[utoipa::path(delete, path = "/users/{id}/photo", tag = "Users", operation_id = "dropPhoto", params(("id" = String, Path)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody)))]
pub async fn drop_photo(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    act(&app, &caller, async |cx| photo::drop(cx, id).await).await
}

/// Read what happened to a user, newest first.
#[utoipa::path(get, path = "/users/{id}/history", tag = "Users", operation_id = "listUserHistory",
    params(("id" = String, Path), ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<AuditBody>), (status = 404, body = ProblemBody)))]
pub async fn history(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let (size, cursor) = query.page()?;
    query.finish()?;
    let page = app
        .crewdesk()
        .read(caller.actor(), async |cx| users::history::page(cx, id, size, cursor.as_ref()).await);
    let page: kernel::Page<audit::AuditRow> = page.await?;
    Ok(Reply::ok(&ListBody::from(page.map(AuditBody::from)))?)
}

/// Which numeric ids are taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct NumericIdsBody {
    /// Taken, in numeric order.
    pub taken: Vec<String>,
    /// The smallest free one.
    pub next_free: Option<String>,
}

/// Read the used numeric ids.
#[utoipa::path(get, path = "/users/numeric-ids", tag = "Users", operation_id = "listNumericIds",
    responses((status = 200, body = NumericIdsBody), (status = 403, body = ProblemBody)))]
pub async fn numeric_ids(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let ids = app
        .crewdesk()
        .read(caller.actor(), async |cx| users::numeric_ids::numeric_ids(cx).await)
        .await?;
    Ok(Reply::ok(&NumericIdsBody { taken: ids.taken, next_free: ids.next_free })?)
}
