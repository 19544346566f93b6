//! Showing once more that it is oneself, so that credentials may be changed (SPEC ACC-5, ACC-9; SECURITY.md S8).

use axum::extract::State;
use domain::factors::Second;
use domain::sessions::{self, Shown};
use kernel::{Code, Error, Secret, Token};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::Reply;
use super::session::SessionBody;
use crate::extract::{Body, Caller};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// By what the session may be renewed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionRenewalWays)]
pub struct WaysBody {
    /// Whether there is a password.
    pub has_password: bool,
    /// What may be shown as the second factor; empty where the password alone will do. `passkey` will do alone.
    #[schema(value_type = Vec<String>)]
    pub methods: Vec<&'static str>,
}

/// Read by what one's session may be renewed.
#[utoipa::path(get, path = "/session/renewal", tag = "Session", operation_id = "getSessionRenewal",
    responses((status = 200, body = WaysBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
pub async fn ways(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let found = sessions::renewal(app.crewdesk(), caller.actor()).await?;
    let methods = found.methods.into_iter().map(Second::as_str).collect();
    Ok(Reply::ok(&WaysBody { has_password: found.has_password, methods })?)
}

/// What is shown: the password, with the second factor where there is one, or a passkey.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SessionRenewal)]
#[serde(deny_unknown_fields)]
pub struct RenewalBody {
    /// The password.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub password: Option<Secret>,
    /// The digits of an authenticator app, a code that was sent, or a recovery code.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "042917")]
    pub code: Option<Secret>,
    /// What the challenge for a passkey answered.
    #[serde(default)]
    pub request: Option<String>,
    /// The browser's answer to it as WebAuthn writes it in JSON.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub credential: Option<serde_json::Value>,
}

/// Renew one's session: it counts as a fresh sign-in, gets a new token and its full length; the old token is dead. Wrong
/// tries are counted, and too many end the session.
#[utoipa::path(put, path = "/session", tag = "Session", operation_id = "renewSession", request_body = RenewalBody,
    responses((status = 200, body = SessionBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 422, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn renew(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<RenewalBody>,
) -> Result<Reply, Problem> {
    let RenewalBody { password, code, request, credential } = body.value;
    let (crewdesk, actor) = (app.crewdesk(), caller.actor());
    let renewed = if let Some(credential) = credential {
        let refused = Error::field("credential", Code::PasskeyRefused);
        let request = request.as_deref().and_then(Token::from_request).ok_or(refused)?;
        let credential = credential.to_string();
        let shown = Shown::Passkey { request: &request, credential: &credential };
        sessions::renew(crewdesk, actor, shown).await?
    } else {
        let password = password.ok_or(Error::field("password", Code::Required))?;
        let shown = Shown::Password { password: &password, code: code.as_ref() };
        sessions::renew(crewdesk, actor, shown).await?
    };
    Ok(Reply::ok(&SessionBody::from(renewed))?)
}

/// Which code is to be sent.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SessionRenewalCode)]
#[serde(deny_unknown_fields)]
pub struct RenewalCodeBody {
    /// `mail_code` or `sms_code`.
    #[schema(example = "mail_code")]
    pub method: String,
}

/// Have a code sent that renews one's session together with the password. A former one is void.
#[utoipa::path(post, path = "/session/renewal-codes", tag = "Session", operation_id = "sendRenewalCode", request_body = RenewalCodeBody,
    responses((status = 204), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody),
        (status = 429, body = ProblemBody)))]
pub async fn send(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<RenewalCodeBody>,
) -> Result<Reply, Problem> {
    let none = Error::conflict(Code::NoSecondFactor);
    let method = Second::parse(&body.value.method).ok_or(none)?;
    sessions::send_renewal_code(app.crewdesk(), caller.actor(), method).await?;
    Ok(Reply::empty())
}
