//! `/api/v1/locations`: the places that teams work at (SPEC GRP-4).

use axum::extract::State;
use domain::teams::locations::{self, Location};
use kernel::ids::LocationId;
use kernel::{Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A place that teams work at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Location)]
pub struct LocationBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: LocationId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Location> for LocationBody {
    fn from(location: Location) -> Self {
        let Location { id, name, version, created_at, updated_at } = location;
        Self { id, version, name, created_at, updated_at }
    }
}

/// A location's name.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewLocation)]
#[serde(deny_unknown_fields)]
pub struct LocationNameBody {
    /// Unique in the organisation.
    #[schema(example = "Brno")]
    pub name: String,
}

/// List locations by name.
#[utoipa::path(get, path = "/locations", tag = "Teams", operation_id = "listLocations",
    responses((status = 200, body = ListBody<LocationBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all = app.crewdesk().read(caller.actor(), async |cx| locations::list(cx).await).await?;
    let bodies: Vec<LocationBody> = all.into_iter().map(LocationBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create a location.
#[utoipa::path(post, path = "/locations", tag = "Teams", operation_id = "createLocation", request_body = LocationNameBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = LocationBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    body: Body<LocationNameBody>,
) -> Result<Reply, Problem> {
    once(&app, caller.actor(), key, body.fingerprint, async |cx| {
        let made = locations::create(cx, &body.value.name).await?;
        let (place, version) = (format!("/api/v1/locations/{}", made.id), made.version);
        Ok(Reply::created(&LocationBody::from(made), place)?.version(version))
    })
    .await
}

/// Rename a location.
#[utoipa::path(patch, path = "/locations/{id}", tag = "Teams", operation_id = "renameLocation", request_body = LocationNameBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = LocationBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody)))]
pub async fn rename(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<LocationId>,
    IfMatch(version): IfMatch,
    body: Body<LocationNameBody>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        locations::rename(cx, id, version, &body.value.name).await
    });
    let location = verb.await?;
    let version = location.version;
    Ok(Reply::ok(&LocationBody::from(location))?.version(version))
}

/// Delete a location at which no team works.
#[utoipa::path(delete, path = "/locations/{id}", tag = "Teams", operation_id = "deleteLocation", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<LocationId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| locations::delete(cx, id).await).await?;
    Ok(Reply::empty())
}
