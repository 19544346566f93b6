//! Accepting an invitation with a passkey instead of a password (SPEC ACC-1, ACC-9).

use axum::extract::State;
use domain::invitations;
use kernel::{Code, Error, Token};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::factors::ChallengeBody;
use super::reply::Reply;
use super::session::SessionBody;
use crate::extract::{Body, Visitor};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// The secret of a link.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = InvitationPasskeyRequest, example = json!({"token": "cdi_…"}))]
#[serde(deny_unknown_fields)]
pub struct PasskeyRequestBody {
    /// The last part of the link in the mail.
    pub token: String,
}

/// Ask for a new passkey of somebody who is invited. It does not use the link up.
#[utoipa::path(post, path = "/invitations/passkey-challenges", tag = "Invitations", operation_id = "challengeInvited", request_body = PasskeyRequestBody,
    security(()), responses((status = 201, body = ChallengeBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn challenge(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<PasskeyRequestBody>,
) -> Result<Reply, Problem> {
    let token = Token::from_request(&body.value.token).ok_or(Error::NotFound)?;
    let made = invitations::ask_passkey(app.crewdesk(), &visitor.origin, &token).await?;
    let place = "/api/v1/invitations/passkey-acceptance".to_owned();
    Ok(Reply::created(&ChallengeBody::from(made), place)?)
}

/// The secret of a link and the passkey that was made.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = InvitationPasskey)]
#[serde(deny_unknown_fields)]
pub struct PasskeyAcceptBody {
    /// The last part of the link in the mail.
    pub token: String,
    /// What its person calls the passkey.
    #[schema(example = "My notebook")]
    pub name: String,
    /// What the challenge answered.
    pub request: String,
    /// The browser's answer as WebAuthn writes it in JSON.
    #[schema(value_type = Object)]
    pub credential: serde_json::Value,
}

/// Somebody who has come in with a passkey.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InvitationPasskeyAccepted)]
pub struct PasskeyAcceptedBody {
    /// The session.
    pub session: SessionBody,
    /// Recovery codes, shown this once.
    pub recovery_codes: Vec<String>,
}

/// Accept an invitation with a passkey instead of a password, and sign in.
#[utoipa::path(post, path = "/invitations/passkey-acceptance", tag = "Invitations", operation_id = "acceptInvitationByPasskey", request_body = PasskeyAcceptBody,
    security(()), responses((status = 201, body = PasskeyAcceptedBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn accept(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<PasskeyAcceptBody>,
) -> Result<Reply, Problem> {
    let PasskeyAcceptBody { token, name, request, credential } = body.value;
    let token = Token::from_request(&token).ok_or(Error::NotFound)?;
    let refused = Error::field("credential", Code::PasskeyRefused);
    let request = Token::from_request(&request).ok_or(refused)?;
    let (crewdesk, credential) = (app.crewdesk(), credential.to_string());
    let made = (&request, name.as_str(), credential.as_str());
    let (signed_in, codes) =
        invitations::accept_by_passkey(crewdesk, &visitor.origin, &token, made).await?;
    let body = PasskeyAcceptedBody {
        session: SessionBody::from(signed_in),
        recovery_codes: codes.0.iter().map(|code| code.expose().to_owned()).collect(),
    };
    Ok(Reply::created(&body, "/api/v1/session".into())?)
}
