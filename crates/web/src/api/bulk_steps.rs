//! The steps of a person's life for several at once (SPEC USR-8, USR-16), each a noun under `/api/v1/users`.

use axum::extract::State;
use domain::users::{BulkStep, Outcome};
use kernel::ids::UserId;
use kernel::{Code, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{Reply, once_in_parts};
use crate::extract::{Body, Caller, IdempotencyKey};
use crate::problem::{Problem, ProblemBody};
use crate::refused::step_many;
use crate::state::AppState;

/// Whom it concerns.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"user_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"]}))]
pub struct SeveralBody {
    /// Up to 1,000 users.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
}

/// Whom it concerns, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"user_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"], "reason": "The season is over"}))]
pub struct SeveralForReasonBody {
    /// Up to 1,000 users.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
    /// For the history of each, and told to who is suspended.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Who goes for good.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"user_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"], "force": false}))]
pub struct RemovalsBody {
    /// Up to 1,000 users.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
    /// Log them off a queue first.
    #[serde(default)]
    pub force: bool,
}

/// What became of one of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutcomeBody {
    /// Who.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// Whether it was done.
    pub done: bool,
    /// Why not.
    pub code: Option<&'static str>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutcomeListBody {
    /// In the order in which they were named, each once.
    pub items: Vec<OutcomeBody>,
}

async fn take(
    app: &AppState,
    caller: &Caller,
    (key, fingerprint): (IdempotencyKey, [u8; 32]),
    user_ids: Vec<UserId>,
    step: BulkStep,
) -> Result<Reply, Problem> {
    once_in_parts(app, caller.actor(), key, fingerprint, async {
        let outcomes = step_many(app, caller.actor(), &user_ids, &step).await?;
        let items = outcomes.into_iter().map(|Outcome { user_id, refused }| OutcomeBody {
            user_id,
            done: refused.is_none(),
            code: refused.map(Code::as_str),
        });
        Reply::ok(&OutcomeListBody { items: items.collect() })
    })
    .await
}

/// Suspend up to 1,000 users, each for itself.
#[utoipa::path(post, path = "/users/suspensions", tag = "Users", operation_id = "suspendUsers", request_body = SeveralForReasonBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OutcomeListBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn suspend(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<SeveralForReasonBody>,
) -> Result<Reply, Problem> {
    let SeveralForReasonBody { user_ids, reason } = value;
    take(&app, &caller, (key, fingerprint), user_ids, BulkStep::Suspend { reason }).await
}

/// Activate up to 1,000 suspended users, each for itself.
#[utoipa::path(post, path = "/users/activations", tag = "Users", operation_id = "activateUsers", request_body = SeveralBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OutcomeListBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn activate(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<SeveralBody>,
) -> Result<Reply, Problem> {
    take(&app, &caller, (key, fingerprint), value.user_ids, BulkStep::Activate).await
}

/// Deactivate up to 1,000 users who have left, each for itself.
#[utoipa::path(post, path = "/users/deactivations", tag = "Users", operation_id = "deactivateUsers", request_body = SeveralForReasonBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OutcomeListBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn deactivate(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<SeveralForReasonBody>,
) -> Result<Reply, Problem> {
    let SeveralForReasonBody { user_ids, reason } = value;
    take(&app, &caller, (key, fingerprint), user_ids, BulkStep::Deactivate { reason }).await
}

/// Let up to 1,000 deactivated users in again, each for itself.
#[utoipa::path(post, path = "/users/reactivations", tag = "Users", operation_id = "reactivateUsers", request_body = SeveralBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OutcomeListBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn reactivate(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<SeveralBody>,
) -> Result<Reply, Problem> {
    take(&app, &caller, (key, fingerprint), value.user_ids, BulkStep::Reactivate).await
}

/// Remove up to 1,000 users for good, each for itself.
#[utoipa::path(post, path = "/users/removals", tag = "Users", operation_id = "removeUsers", request_body = RemovalsBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = OutcomeListBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn remove(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<RemovalsBody>,
) -> Result<Reply, Problem> {
    let RemovalsBody { user_ids, force } = value;
    let step = BulkStep::Remove { force, confirmation: None };
    take(&app, &caller, (key, fingerprint), user_ids, step).await
}
