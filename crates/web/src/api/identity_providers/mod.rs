//! `/api/v1/identity-providers`: who may say who the organisation's people are (SPEC ACC-7).

pub mod body;
pub mod view;

use axum::extract::State;
use domain::identity_providers::{self, Provider};
use kernel::Result;
use kernel::ids::IdentityProviderId;

use body::{NewProviderBody, ProviderPatchBody, change, wanted};
use view::{ProviderBody, TestBody, shown, tested};

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

fn answer(app: &AppState, provider: Provider) -> Result<Reply, Problem> {
    let version = provider.version;
    Ok(Reply::ok(&shown(app, provider))?.version(version))
}

/// List identity providers by name.
#[utoipa::path(get, path = "/identity-providers", tag = "Single sign-on", operation_id = "listIdentityProviders",
    responses((status = 200, body = ListBody<ProviderBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all =
        app.crewdesk().read(caller.actor(), async |cx| identity_providers::list(cx).await).await?;
    let bodies: Vec<ProviderBody> = all.into_iter().map(|one| shown(&app, one)).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create an identity provider.
#[utoipa::path(post, path = "/identity-providers", tag = "Single sign-on", operation_id = "createIdentityProvider", request_body = NewProviderBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = ProviderBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewProviderBody>,
) -> Result<Reply, Problem> {
    let new = wanted(value)?;
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let made = identity_providers::create(cx, new).await?;
        let (id, version) = (made.id, made.version);
        let place = format!("/api/v1/identity-providers/{id}");
        Ok(Reply::created(&shown(&app, made), place)?.version(version))
    })
    .await
}

/// Read an identity provider.
#[utoipa::path(get, path = "/identity-providers/{id}", tag = "Single sign-on", operation_id = "getIdentityProvider", params(("id" = String, Path)),
    responses((status = 200, body = ProviderBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<IdentityProviderId>,
) -> Result<Reply, Problem> {
    let read =
        app.crewdesk().read(caller.actor(), async |cx| identity_providers::get(cx, id).await);
    answer(&app, read.await?)
}

/// Change an identity provider.
#[utoipa::path(patch, path = "/identity-providers/{id}", tag = "Single sign-on", operation_id = "updateIdentityProvider", request_body = ProviderPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ProviderBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<IdentityProviderId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<ProviderPatchBody>,
) -> Result<Reply, Problem> {
    let patch = change(value)?;
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| identity_providers::update(cx, id, version, patch).await);
    answer(&app, verb.await?)
}

/// Delete an identity provider.
#[utoipa::path(delete, path = "/identity-providers/{id}", tag = "Single sign-on", operation_id = "deleteIdentityProvider", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<IdentityProviderId>,
) -> Result<Reply, Problem> {
    let verb =
        app.crewdesk().write(caller.actor(), async |cx| identity_providers::delete(cx, id).await);
    verb.await?;
    Ok(Reply::empty())
}

/// Try an identity provider out: asks it about itself, and whether it knows Crewdesk.
#[utoipa::path(post, path = "/identity-providers/{id}/test", tag = "Single sign-on", operation_id = "testIdentityProvider", params(("id" = String, Path)),
    responses((status = 200, body = TestBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn test(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<IdentityProviderId>,
) -> Result<Reply, Problem> {
    let asks = app.identity()?;
    let redirect = app.config().redirect_url();
    let looked =
        identity_providers::look(app.crewdesk(), asks, caller.actor(), id, redirect).await?;
    Ok(Reply::ok(&tested(looked))?)
}
