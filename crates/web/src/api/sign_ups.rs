//! `/api/v1/sign-ups`: registering a trial organisation (SPEC ORG-1).

use axum::extract::State;
use domain::organisations::{self, Confirmed, SignUp};
use kernel::{Error, Result, Secret, Token};
use serde::Deserialize;
use utoipa::ToSchema;

use super::reply::Reply;
use super::session::SessionBody;
use crate::extract::{Body, Visitor};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A trial to be registered.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SignUp)]
#[serde(deny_unknown_fields)]
pub struct SignUpBody {
    /// Name of the organisation.
    #[schema(example = "Example Support")]
    pub organisation: String,
    /// Given name.
    #[serde(default)]
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: String,
    /// Address, which will be the sign-in.
    #[schema(example = "jana@example.org")]
    pub email: String,
    /// Password.
    #[schema(value_type = String)]
    pub password: Secret,
    /// Language key; English where none is named.
    #[serde(default)]
    pub language: Option<String>,
    /// IANA name of a time zone; UTC where none is named.
    #[serde(default)]
    #[schema(example = "Europe/Prague")]
    pub time_zone: Option<String>,
}

/// Register a trial organisation. A mail with a link follows; the answer does not tell whether the address
/// is known.
#[utoipa::path(post, path = "/sign-ups", tag = "Session", operation_id = "signUp", request_body = SignUpBody,
    security(()), responses((status = 204), (status = 422, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn register(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<SignUpBody>,
) -> Result<Reply, Problem> {
    visitor.may_cause_mail(&app)?;
    let SignUpBody { organisation, first_name, last_name, email, password, language, time_zone } =
        body.value;
    let language = language.unwrap_or_else(|| "en".to_owned());
    let new = SignUp { organisation, first_name, last_name, email, password, language, time_zone };
    organisations::sign_up(app.crewdesk(), &visitor.origin, new).await?;
    Ok(Reply::empty())
}

/// The secret of a link and the password typed at the registration.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SignUpConfirmation, example = json!({"token": "…", "password": "nine grey herons by a lake"}))]
#[serde(deny_unknown_fields)]
pub struct ConfirmBody {
    /// The last part of the link in the mail.
    pub token: String,
    /// The password.
    #[schema(value_type = String)]
    pub password: Secret,
}

/// Finish a registration with the token of the mailed link. 204 where the address has an account already,
/// which signs in with its own password.
#[utoipa::path(post, path = "/sign-ups/confirmation", tag = "Session", operation_id = "confirmSignUp",
    request_body = ConfirmBody, security(()),
    responses((status = 201, body = SessionBody), (status = 204), (status = 404, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn confirm(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<ConfirmBody>,
) -> Result<Reply, Problem> {
    let token = Token::from_request(&body.value.token).ok_or(Error::NotFound)?;
    let crewdesk = app.crewdesk();
    let done =
        organisations::confirm_sign_up(crewdesk, &visitor.origin, &token, &body.value.password);
    match done.await? {
        Confirmed::SignedIn(signed_in) => {
            Ok(Reply::created(&SessionBody::from(signed_in), "/api/v1/session".into())?)
        }
        Confirmed::SignInFirst => Ok(Reply::empty()),
    }
}
