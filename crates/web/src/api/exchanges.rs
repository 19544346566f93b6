//! `/api/v1/exchanges`: telephone exchanges and their extensions.

use axum::extract::State;
use domain::exchanges::{self, Exchange, ExchangePatch, Extensions, NewExchange, Used};
use kernel::ids::ExchangeId;
use kernel::{Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A telephone exchange.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Exchange)]
pub struct ExchangeBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: ExchangeId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// The first extension of its range.
    pub first_extension: String,
    /// The last one, with as many digits.
    pub last_extension: String,
    /// How many extensions are taken.
    pub used: i64,
    /// How many are free.
    pub free: i64,
    /// Since when changes wait to be applied; null where all are.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub changes_pending_since: Option<Timestamp>,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Used> for ExchangeBody {
    fn from(found: Used) -> Self {
        let free = found.free();
        let Used { exchange, used } = found;
        let Exchange {
            id,
            name,
            first_extension,
            last_extension,
            changes_pending_since,
            version,
            created_at,
            updated_at,
        } = exchange;
        Self {
            id,
            version,
            name,
            first_extension,
            last_extension,
            used,
            free,
            changes_pending_since,
            created_at,
            updated_at,
        }
    }
}

/// An exchange to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewExchange)]
#[serde(deny_unknown_fields)]
pub struct NewExchangeBody {
    /// Unique in the organisation.
    #[schema(example = "Prague")]
    pub name: String,
    /// The first extension of its range: 2 to 10 digits.
    #[schema(example = "200")]
    pub first_extension: String,
    /// The last one, with as many digits.
    #[schema(example = "299")]
    pub last_extension: String,
}

/// A change of an exchange: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ExchangePatch, example = json!({"last_extension": "2499"}))]
#[serde(deny_unknown_fields)]
pub struct ExchangePatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// The first extension of its range.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub first_extension: Patch<String>,
    /// The last one.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub last_extension: Patch<String>,
}

/// Free extensions without a break.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapBody {
    /// The first free one.
    pub first: String,
    /// The last free one.
    pub last: String,
}

/// Which extensions of an exchange are taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExtensionsBody {
    /// Taken, in order.
    pub taken: Vec<String>,
    /// The smallest free one.
    pub next_free: Option<String>,
    /// Unbroken runs of free ones.
    pub gaps: Vec<GapBody>,
}

fn shown(found: Used) -> Result<Reply, Problem> {
    let version = found.exchange.version;
    Ok(Reply::ok(&ExchangeBody::from(found))?.version(version))
}

/// List telephone exchanges by name.
#[utoipa::path(get, path = "/exchanges", tag = "Telephony", operation_id = "listExchanges",
    responses((status = 200, body = ListBody<ExchangeBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all = app.crewdesk().read(caller.actor(), async |cx| exchanges::list(cx).await).await?;
    let bodies: Vec<ExchangeBody> = all.into_iter().map(ExchangeBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create a telephone exchange.
#[utoipa::path(post, path = "/exchanges", tag = "Telephony", operation_id = "createExchange", request_body = NewExchangeBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = ExchangeBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    body: Body<NewExchangeBody>,
) -> Result<Reply, Problem> {
    let NewExchangeBody { name, first_extension, last_extension } = body.value;
    let new = NewExchange { name, first_extension, last_extension };
    once(&app, caller.actor(), key, body.fingerprint, async |cx| {
        let exchange = exchanges::create(cx, &new).await?;
        let (place, version) = (format!("/api/v1/exchanges/{}", exchange.id), exchange.version);
        let body = ExchangeBody::from(Used { exchange, used: 0 });
        Ok(Reply::created(&body, place)?.version(version))
    })
    .await
}

/// Read a telephone exchange.
#[utoipa::path(get, path = "/exchanges/{id}", tag = "Telephony", operation_id = "getExchange", params(("id" = String, Path)),
    responses((status = 200, body = ExchangeBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ExchangeId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| exchanges::used(cx, id).await).await?)
}

/// Change a telephone exchange.
#[utoipa::path(patch, path = "/exchanges/{id}", tag = "Telephony", operation_id = "updateExchange", request_body = ExchangePatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ExchangeBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody),
        (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ExchangeId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<ExchangePatchBody>,
) -> Result<Reply, Problem> {
    let ExchangePatchBody { name, first_extension, last_extension } = value;
    let patch = ExchangePatch { name, first_extension, last_extension };
    let changed = app.crewdesk().write(caller.actor(), async |cx| {
        exchanges::update(cx, id, version, patch).await?;
        exchanges::used(cx, id).await
    });
    shown(changed.await?)
}

/// Delete a telephone exchange that nobody is on.
#[utoipa::path(delete, path = "/exchanges/{id}", tag = "Telephony", operation_id = "deleteExchange", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ExchangeId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| exchanges::delete(cx, id).await).await?;
    Ok(Reply::empty())
}

/// Read which extensions are taken and which is the next free one.
#[utoipa::path(get, path = "/exchanges/{id}/extensions", tag = "Telephony", operation_id = "listExtensions", params(("id" = String, Path)),
    responses((status = 200, body = ExtensionsBody), (status = 404, body = ProblemBody)))]
pub async fn extensions(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ExchangeId>,
) -> Result<Reply, Problem> {
    let found =
        app.crewdesk().read(caller.actor(), async |cx| exchanges::extensions(cx, id).await).await?;
    let Extensions { exchange: _, taken, next_free, gaps } = found;
    let gaps = gaps.into_iter().map(|(first, last)| GapBody { first, last }).collect();
    Ok(Reply::ok(&ExtensionsBody { taken, next_free, gaps })?)
}
