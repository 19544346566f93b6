//! `/api/v1/me/factors`: one's own second factors, and those of others (SPEC ACC-5).

use axum::extract::State;
use domain::factors::{self, FactorRow, Kind, Standing};
use kernel::ids::{FactorId, UserId};
use kernel::{Code, Error, Result, Timestamp, Token};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::{Body, Caller, Id};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A second factor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Factor)]
pub struct FactorBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: FactorId,
    /// What it is: `totp`, an authenticator app, `passkey`, or a weaker one: `sms_code`, `mail_code`.
    pub kind: String,
    /// What its person calls it.
    pub name: String,
    /// When it was last shown.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last_used_at: Option<Timestamp>,
    /// When it was added.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
}

impl From<FactorRow> for FactorBody {
    fn from(row: FactorRow) -> Self {
        let FactorRow { id, kind, name, last_used_at, created_at } = row;
        Self { id, kind: kind.to_string(), name, last_used_at, created_at }
    }
}

/// How somebody's second factors stand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Factors)]
pub struct FactorsBody {
    /// What they have.
    pub items: Vec<FactorBody>,
    /// How many recovery codes are left.
    pub recovery_codes_left: i64,
    /// Whether the organisation asks for a second factor.
    pub required: bool,
    /// Until when somebody who has none may put it off; null where nobody asks, or has not asked yet.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub due_at: Option<Timestamp>,
    /// Which codes that are sent count as a second factor: `sms_code`, `mail_code`.
    pub codes_allowed: Vec<&'static str>,
    /// Whether there is a password; null for whoever has never signed in here, and for one's own account where a provider
    /// opened the session.
    pub has_password: Option<bool>,
}

impl From<Standing> for FactorsBody {
    fn from(standing: Standing) -> Self {
        let Standing { factors, codes_left, is_required, due_at, allowed, has_password } = standing;
        let sent = [Kind::SmsCode, Kind::MailCode].into_iter().filter(|kind| allowed.takes(*kind));
        let codes_allowed = sent.map(Kind::as_str).collect();
        let items = factors.into_iter().map(FactorBody::from).collect();
        Self {
            items,
            recovery_codes_left: codes_left,
            required: is_required,
            due_at,
            codes_allowed,
            has_password,
        }
    }
}

/// List one's own second factors.
#[utoipa::path(get, path = "/me/factors", tag = "Me", operation_id = "getMyFactors",
    responses((status = 200, body = FactorsBody), (status = 401, body = ProblemBody)))]
pub async fn own(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let verb = app.crewdesk().read(caller.actor(), async |cx| factors::standing(cx).await);
    Ok(Reply::ok(&FactorsBody::from(verb.await?))?)
}

/// An authenticator app to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewFactor)]
#[serde(deny_unknown_fields)]
pub struct NewFactorBody {
    /// What its person calls it.
    #[schema(example = "My telephone")]
    pub name: String,
}

/// An authenticator app that waits for its first code.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Enrolment)]
pub struct EnrolmentBody {
    /// The factor to be.
    #[schema(value_type = String, format = "uuid")]
    pub id: FactorId,
    /// For typing into the app (base32).
    pub secret: String,
    /// For a picture that the app reads.
    #[schema(
        example = "otpauth://totp/Crewdesk:olga%40example.org?secret=GEZDGNBV&issuer=Crewdesk"
    )]
    pub address: String,
}

/// Begin to add an authenticator app. Needs a fresh sign-in. What it is made of is in this answer and nowhere else,
/// so it takes no idempotency key.
#[utoipa::path(post, path = "/me/factors", tag = "Me", operation_id = "addFactor", request_body = NewFactorBody,
    responses((status = 201, body = EnrolmentBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn add(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<NewFactorBody>,
) -> Result<Reply, Problem> {
    let NewFactorBody { name } = body.value;
    let verb = app.crewdesk().write(caller.actor(), async |cx| factors::begin(cx, &name).await);
    let begun = verb.await?;
    let body = EnrolmentBody {
        id: begun.id,
        secret: begun.secret.expose().to_owned(),
        address: begun.address.expose().to_owned(),
    };
    Ok(Reply::created(&body, format!("/api/v1/me/factors/{}", begun.id))?)
}

/// The first code of an authenticator app.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = FactorConfirmation)]
#[serde(deny_unknown_fields)]
pub struct FactorConfirmationBody {
    /// The six digits that it shows.
    #[schema(example = "042917")]
    pub code: String,
}

/// What a browser is asked for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PasskeyChallenge)]
pub struct ChallengeBody {
    /// Must come with the answer; it is good for five minutes and once.
    pub request: String,
    /// For `navigator.credentials`, as WebAuthn writes it in JSON.
    #[schema(value_type = Object)]
    pub options: serde_json::Value,
}

impl From<factors::Challenge> for ChallengeBody {
    fn from(challenge: factors::Challenge) -> Self {
        let factors::Challenge { request, options } = challenge;
        Self { request: request.expose().to_owned(), options }
    }
}

/// Ask for a new passkey. Needs a fresh sign-in.
#[utoipa::path(post, path = "/me/passkey-challenges", tag = "Me", operation_id = "challengePasskey",
    responses((status = 201, body = ChallengeBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn challenge(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let made = factors::begin_passkey(app.crewdesk(), caller.actor()).await?;
    Ok(Reply::created(&ChallengeBody::from(made), "/api/v1/me/passkeys".into())?)
}

/// A passkey that a browser made.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewPasskey)]
#[serde(deny_unknown_fields)]
pub struct NewPasskeyBody {
    /// What its person calls it.
    #[schema(example = "My notebook")]
    pub name: String,
    /// What the challenge answered.
    pub request: String,
    /// The browser's answer as WebAuthn writes it in JSON.
    #[schema(value_type = Object)]
    pub credential: serde_json::Value,
}

/// Add the passkey that a browser made. With the first factor come recovery codes.
#[utoipa::path(post, path = "/me/passkeys", tag = "Me", operation_id = "addPasskey", request_body = NewPasskeyBody,
    responses((status = 201, body = RecoveryCodesBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn add_passkey(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<NewPasskeyBody>,
) -> Result<Reply, Problem> {
    let NewPasskeyBody { name, request, credential } = body.value;
    let refused = Error::field("credential", Code::PasskeyRefused);
    let request = Token::from_request(&request).ok_or(refused)?;
    let text = credential.to_string();
    let made =
        factors::finish_passkey(app.crewdesk(), caller.actor(), &request, &name, &text).await?;
    Ok(Reply::created(&RecoveryCodesBody::from(made), "/api/v1/me/factors".into())?)
}

/// Recovery codes, shown this once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecoveryCodes)]
pub struct RecoveryCodesBody {
    /// Each lets its person in once; empty where they have some already.
    pub recovery_codes: Vec<String>,
}

impl From<Option<factors::RecoveryCodes>> for RecoveryCodesBody {
    fn from(codes: Option<factors::RecoveryCodes>) -> Self {
        let codes = codes.map(|codes| codes.0).unwrap_or_default();
        Self { recovery_codes: codes.iter().map(|code| code.expose().to_owned()).collect() }
    }
}

/// Confirm an authenticator app by its first code. From now on it is asked for at each sign-in. With the first one
/// come recovery codes.
#[utoipa::path(put, path = "/me/factors/{id}/confirmation", tag = "Me", operation_id = "confirmFactor", request_body = FactorConfirmationBody,
    params(("id" = String, Path)),
    responses((status = 200, body = RecoveryCodesBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn confirm(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<FactorId>,
    body: Body<FactorConfirmationBody>,
) -> Result<Reply, Problem> {
    let FactorConfirmationBody { code } = body.value;
    let verb =
        app.crewdesk().write(caller.actor(), async |cx| factors::confirm(cx, id, &code).await);
    Ok(Reply::ok(&RecoveryCodesBody::from(verb.await?))?)
}

/// Take one of one's own second factors away. Needs a fresh sign-in.
#[utoipa::path(delete, path = "/me/factors/{id}", tag = "Me", operation_id = "removeFactor", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn remove(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<FactorId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| factors::remove(cx, id).await).await?;
    Ok(Reply::empty())
}

/// Make new recovery codes; the former ones are void. Needs a fresh sign-in. They are in this answer and nowhere
/// else, so it takes no idempotency key.
#[utoipa::path(post, path = "/me/recovery-codes", tag = "Me", operation_id = "renewRecoveryCodes",
    responses((status = 201, body = RecoveryCodesBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn renew_codes(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| factors::new_codes(cx).await);
    let body = RecoveryCodesBody::from(Some(verb.await?));
    Ok(Reply::created(&body, "/api/v1/me/factors".into())?)
}

/// List a user's second factors.
#[utoipa::path(get, path = "/users/{id}/factors", tag = "Users", operation_id = "getUserFactors", params(("id" = String, Path)),
    responses((status = 200, body = FactorsBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn of_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().read(caller.actor(), async |cx| factors::of_user(cx, id).await);
    Ok(Reply::ok(&FactorsBody::from(verb.await?))?)
}

/// Take all second factors and recovery codes of a user away, because they have lost them. Needs a fresh sign-in.
/// Their sessions end, and they are told.
#[utoipa::path(delete, path = "/users/{id}/factors", tag = "Users", operation_id = "resetUserFactors", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn reset(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| factors::reset(cx, id).await).await?;
    Ok(Reply::empty())
}
