//! `/api/v1/tokens`: tokens for programs.

use axum::extract::State;
use domain::access::Action;
use domain::sessions::tokens::{self, NewToken, TokenRow};
use kernel::ids::{SessionId, UserId};
use kernel::{Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Body, Caller, Id, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A token, without its secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Token)]
pub struct TokenBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: SessionId,
    /// What it is for.
    pub name: String,
    /// Whose it is.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// Permissions it is limited to; null for all that its user has.
    #[schema(value_type = Option<Vec<String>>)]
    pub scopes: Option<Vec<Action>>,
    /// When it was last used.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last_used_at: Option<Timestamp>,
    /// When it ends.
    #[schema(value_type = String, format = "date-time")]
    pub expires_at: Timestamp,
    /// When it was made.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// The secret, in the answer that makes the token and nowhere else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

impl From<TokenRow> for TokenBody {
    fn from(row: TokenRow) -> Self {
        let (scopes, last_used_at) = (row.actions(), row.used_at());
        let TokenRow { id, name, user_id, scopes: _, last_seen_at: _, expires_at, created_at } =
            row;
        Self { id, name, user_id, scopes, last_used_at, expires_at, created_at, token: None }
    }
}

/// A token to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewToken)]
#[serde(deny_unknown_fields)]
pub struct NewTokenBody {
    /// What it is for.
    #[schema(example = "Payroll import")]
    pub name: String,
    /// Permissions, see docs/reference/permissions.md; all that one has where none are named.
    #[serde(default)]
    pub scopes: Option<Vec<String>>,
    /// At most two years away.
    #[schema(value_type = String, format = "date-time")]
    pub expires_at: Timestamp,
}

/// Make a token. Its secret is in this answer and nowhere else, so it takes no idempotency key.
#[utoipa::path(post, path = "/tokens", tag = "Tokens", operation_id = "createToken", request_body = NewTokenBody,
    responses((status = 201, body = TokenBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<NewTokenBody>,
) -> Result<Reply, Problem> {
    let NewTokenBody { name, scopes, expires_at } = body.value;
    let new = NewToken { name, scopes, expires_at };
    let (row, secret) =
        app.crewdesk().write(caller.actor(), async |cx| tokens::create(cx, new).await).await?;
    let place = format!("/api/v1/tokens/{}", row.id);
    let body = TokenBody { token: Some(secret.expose().to_owned()), ..TokenBody::from(row) };
    Ok(Reply::created(&body, place)?)
}

/// List tokens, newest first: one's own, or with `all=true` everybody's.
#[utoipa::path(get, path = "/tokens", tag = "Tokens", operation_id = "listTokens",
    params(("all" = Option<bool>, Query), ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<TokenBody>), (status = 403, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let all = query.one("all").is_some_and(|text| text == "true");
    let (size, cursor) = query.page()?;
    query.finish()?;
    let page = app.crewdesk().read(caller.actor(), async |cx| {
        if all {
            tokens::list_all(cx, size, cursor.as_ref()).await
        } else {
            tokens::list_own(cx, size, cursor.as_ref()).await
        }
    });
    Ok(Reply::ok(&ListBody::from(page.await?.map(TokenBody::from)))?)
}

/// End a token.
#[utoipa::path(delete, path = "/tokens/{id}", tag = "Tokens", operation_id = "revokeToken", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody)))]
pub async fn revoke(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<SessionId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| tokens::revoke(cx, id).await).await?;
    Ok(Reply::empty())
}
