//! Codes by mail and text message as a second factor, the weaker one: adding them, and sending one at a sign-in
//! (SPEC ACC-5).

use axum::extract::State;
use domain::factors::{self, Kind, Second};
use domain::sessions;
use kernel::{Code, Error, Token};
use serde::Deserialize;
use utoipa::ToSchema;

use super::factors::RecoveryCodesBody;
use super::reply::Reply;
use super::session::CodeRequestedBody;
use crate::extract::{Body, Caller, Visitor};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// By which way codes are to come.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = FactorCodeRequest)]
#[serde(deny_unknown_fields)]
pub struct FactorCodeBody {
    /// `mail_code` or `sms_code`.
    #[schema(example = "mail_code")]
    pub kind: String,
}

/// Begin to add codes by mail or text message: one is sent to one's own address or number. Needs a fresh sign-in, and
/// a setting that lets them count.
#[utoipa::path(post, path = "/me/factor-codes", tag = "Me", operation_id = "requestFactorCode", request_body = FactorCodeBody,
    responses((status = 201, body = CodeRequestedBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody),
        (status = 422, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn ask(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<FactorCodeBody>,
) -> Result<Reply, Problem> {
    let kind = Kind::parse(&body.value.kind).filter(|kind| kind.is_weak());
    let kind = kind.ok_or(Error::field("kind", Code::WrongType))?;
    let verb =
        app.crewdesk().write(caller.actor(), async |cx| factors::begin_codes(cx, kind).await);
    let body = CodeRequestedBody { request: verb.await?.expose().to_owned() };
    Ok(Reply::created(&body, "/api/v1/me/code-factors".into())?)
}

/// The first code that came.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewCodeFactor)]
#[serde(deny_unknown_fields)]
pub struct NewCodeFactorBody {
    /// What the request answered.
    pub request: String,
    /// The six digits.
    #[schema(example = "042917")]
    pub code: String,
}

/// Add codes by mail or text message by the first one. With the first factor come recovery codes.
#[utoipa::path(post, path = "/me/code-factors", tag = "Me", operation_id = "addCodeFactor", request_body = NewCodeFactorBody,
    responses((status = 201, body = RecoveryCodesBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn add(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<NewCodeFactorBody>,
) -> Result<Reply, Problem> {
    let NewCodeFactorBody { request, code } = body.value;
    let request = Token::from_request(&request).ok_or(Error::field("code", Code::CodeWrong))?;
    let made = factors::confirm_codes(app.crewdesk(), caller.actor(), &request, &code).await?;
    Ok(Reply::created(&RecoveryCodesBody::from(made), "/api/v1/me/factors".into())?)
}

/// Which code is to be sent.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SecondFactorCode)]
#[serde(deny_unknown_fields)]
pub struct SecondFactorCodeBody {
    /// What the refusal `second_factor_required` answered.
    pub ticket: String,
    /// One of the methods that it named: `mail_code` or `sms_code`.
    #[schema(example = "sms_code")]
    pub method: String,
}

/// Have a code sent that is the second factor of a sign-in. A former one is void, and the ticket lives as long as the
/// code.
#[utoipa::path(post, path = "/session/second-factor-codes", tag = "Session", operation_id = "sendSecondFactorCode", request_body = SecondFactorCodeBody,
    security(()), responses((status = 204), (status = 401, body = ProblemBody), (status = 409, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn send(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<SecondFactorCodeBody>,
) -> Result<Reply, Problem> {
    visitor.may_cause_mail(&app)?;
    let SecondFactorCodeBody { ticket, method } = body.value;
    let none = Error::Unauthenticated(Code::Unauthenticated);
    let ticket = Token::from_request(&ticket).ok_or(none)?;
    let method = Second::parse(&method).ok_or(Error::conflict(Code::NoSecondFactor))?;
    sessions::send_code(app.crewdesk(), &visitor.origin, &ticket, method).await?;
    Ok(Reply::empty())
}
