//! `/api/v1/users/{id}/identities`: accounts elsewhere with which somebody comes in (SPEC ACC-7).

use axum::extract::{Path, State};
use domain::identity_providers::{self, LinkedIdentity};
use kernel::ids::{LinkedIdentityId, UserId};
use kernel::{Error, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Caller, Id};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// An account at an identity provider that is connected to a user.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LinkedIdentity)]
pub struct IdentityBody {
    /// Its id here.
    #[schema(value_type = String, format = "uuid")]
    pub id: LinkedIdentityId,
    /// The provider's name for itself.
    #[schema(example = "https://id.example.org")]
    pub issuer: String,
    /// The account's name there, which never changes.
    pub subject: String,
    /// What the provider called it when it was connected, for people to read.
    pub label: String,
    /// When it was connected.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When somebody last came in by it.
    #[schema(value_type = String, format = "date-time")]
    pub last_used_at: Timestamp,
}

impl From<LinkedIdentity> for IdentityBody {
    fn from(link: LinkedIdentity) -> Self {
        let LinkedIdentity {
            id,
            issuer,
            subject,
            account_id: _,
            user_id: _,
            label,
            created_at,
            last_used_at,
        } = link;
        Self { id, issuer, subject, label, created_at, last_used_at }
    }
}

/// List the accounts at identity providers that are connected to a user.
#[utoipa::path(get, path = "/users/{id}/identities", tag = "Users", operation_id = "listUserIdentities", params(("id" = String, Path)),
    responses((status = 200, body = ListBody<IdentityBody>), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    let read =
        app.crewdesk().read(caller.actor(), async |cx| identity_providers::links(cx, id).await);
    let bodies: Vec<IdentityBody> = read.await?.into_iter().map(IdentityBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Disconnect an account at an identity provider from a user. Needs a fresh sign-in. Sessions that a provider
/// opened end, and the person is told.
#[utoipa::path(delete, path = "/users/{id}/identities/{identity}", tag = "Users", operation_id = "unlinkUserIdentity",
    params(("id" = String, Path), ("identity" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn unlink(
    State(app): State<AppState>,
    caller: Caller,
    Path((id, identity)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let id: UserId = id.parse().map_err(|_| Error::NotFound)?;
    let identity: LinkedIdentityId = identity.parse().map_err(|_| Error::NotFound)?;
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| identity_providers::unlink(cx, id, identity).await);
    verb.await?;
    Ok(Reply::empty())
}
