//! `/api/v1/helpdesks`: where users with a helpdesk licence work.

use axum::extract::State;
use domain::helpdesks::{self, Helpdesk};
use kernel::ids::HelpdeskId;
use kernel::{Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A helpdesk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Helpdesk)]
pub struct HelpdeskBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: HelpdeskId,
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

impl From<Helpdesk> for HelpdeskBody {
    fn from(helpdesk: Helpdesk) -> Self {
        let Helpdesk { id, name, version, created_at, updated_at } = helpdesk;
        Self { id, version, name, created_at, updated_at }
    }
}

/// A helpdesk to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewHelpdesk)]
#[serde(deny_unknown_fields)]
pub struct NewHelpdeskBody {
    /// Unique in the organisation.
    #[schema(example = "Customer care")]
    pub name: String,
}

/// A change of a helpdesk: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = HelpdeskPatch, example = json!({"name": "Second line"}))]
#[serde(deny_unknown_fields)]
pub struct HelpdeskPatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
}

fn shown(helpdesk: Helpdesk) -> Result<Reply, Problem> {
    let version = helpdesk.version;
    Ok(Reply::ok(&HelpdeskBody::from(helpdesk))?.version(version))
}

/// List helpdesks by name.
#[utoipa::path(get, path = "/helpdesks", tag = "Telephony", operation_id = "listHelpdesks",
    responses((status = 200, body = ListBody<HelpdeskBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all = app.crewdesk().read(caller.actor(), async |cx| helpdesks::list(cx).await).await?;
    let bodies: Vec<HelpdeskBody> = all.into_iter().map(HelpdeskBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create a helpdesk.
#[utoipa::path(post, path = "/helpdesks", tag = "Telephony", operation_id = "createHelpdesk", request_body = NewHelpdeskBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = HelpdeskBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    body: Body<NewHelpdeskBody>,
) -> Result<Reply, Problem> {
    once(&app, caller.actor(), key, body.fingerprint, async |cx| {
        let helpdesk = helpdesks::create(cx, &body.value.name).await?;
        let (place, version) = (format!("/api/v1/helpdesks/{}", helpdesk.id), helpdesk.version);
        Ok(Reply::created(&HelpdeskBody::from(helpdesk), place)?.version(version))
    })
    .await
}

/// Read a helpdesk.
#[utoipa::path(get, path = "/helpdesks/{id}", tag = "Telephony", operation_id = "getHelpdesk", params(("id" = String, Path)),
    responses((status = 200, body = HelpdeskBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<HelpdeskId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| helpdesks::get(cx, id).await).await?)
}

/// Change a helpdesk.
#[utoipa::path(patch, path = "/helpdesks/{id}", tag = "Telephony", operation_id = "updateHelpdesk", request_body = HelpdeskPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = HelpdeskBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody),
        (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<HelpdeskId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<HelpdeskPatchBody>,
) -> Result<Reply, Problem> {
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| helpdesks::update(cx, id, version, value.name).await);
    shown(verb.await?)
}

/// Delete a helpdesk at which nobody works.
#[utoipa::path(delete, path = "/helpdesks/{id}", tag = "Telephony", operation_id = "deleteHelpdesk", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<HelpdeskId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| helpdesks::delete(cx, id).await).await?;
    Ok(Reply::empty())
}
