//! `/api/v1/me/contact-codes`: one's own address and number, confirmed by a code (SPEC USR-10).

use axum::extract::State;
use domain::accounts::Purpose;
use domain::accounts::contact::{self, Contact};
use kernel::{Code, Error, Token};
use serde::Deserialize;
use utoipa::ToSchema;

use super::reply::Reply;
use super::session::CodeRequestedBody;
use crate::extract::{Body, Caller};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A new address or number; one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "ivy.larsen@example.org"}))]
pub struct ContactBody {
    /// The address.
    #[serde(default)]
    pub email: Option<String>,
    /// The mobile number.
    #[serde(default)]
    pub mobile: Option<String>,
}

/// Send a code to a new address or number of one's own. Needs a fresh sign-in.
#[utoipa::path(post, path = "/me/contact-codes", tag = "Me", operation_id = "requestContactCode", request_body = ContactBody,
    responses((status = 201, body = CodeRequestedBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn ask(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<ContactBody>,
) -> Result<Reply, Problem> {
    let wanted = match body.value {
        ContactBody { email: Some(email), mobile: None } => Contact::Email(email),
        ContactBody { email: None, mobile: Some(mobile) } => Contact::Mobile(mobile),
        _ => return Err(Error::field("email", Code::EmailOrMobileRequired).into()),
    };
    let verb = app.crewdesk().write(caller.actor(), async |cx| contact::ask(cx, wanted).await);
    let body = CodeRequestedBody { request: verb.await?.expose().to_owned() };
    Ok(Reply::created(&body, "/api/v1/me/contact-codes".into())?)
}

/// A code that came to a new address or number.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactConfirmationBody {
    /// What the request answered.
    pub request: String,
    /// The six digits.
    #[schema(example = "042917")]
    pub code: String,
    /// Which of the two was asked for: `email` or `mobile`.
    #[schema(example = "mobile")]
    pub kind: String,
}

/// Confirm a new address or number of one's own. It counts from now on.
#[utoipa::path(post, path = "/me/contact-confirmations", tag = "Me", operation_id = "confirmContact", request_body = ContactConfirmationBody,
    responses((status = 204), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn confirm(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<ContactConfirmationBody>,
) -> Result<Reply, Problem> {
    let ContactConfirmationBody { request, code, kind } = body.value;
    let purpose = Purpose::parse(&kind).filter(|purpose| *purpose != Purpose::Password);
    let purpose = purpose.ok_or(Error::field("kind", Code::WrongType))?;
    let request = Token::from_request(&request).ok_or(Error::field("code", Code::CodeWrong))?;
    contact::confirm(app.crewdesk(), caller.actor(), purpose, &request, &code).await?;
    Ok(Reply::empty())
}
