//! `/api/v1/session`: signing in and out (DESIGN section 5).

use axum::extract::State;
use domain::accounts::{Identity, codes};
use domain::factors::{self, Demand, Second};
use domain::sessions::{self, Outcome, SignIn, SignedIn};
use kernel::ids::{OrganisationId, UserId};
use kernel::{Code, Error, Result, Secret, Timestamp, Token};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::factors::ChallengeBody;
use super::reply::Reply;
use crate::extract::{Body, Caller, Visitor};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A sign-in.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SignIn)]
#[serde(deny_unknown_fields)]
pub struct SignInBody {
    /// The account's address, or `handle/username`.
    #[schema(example = "olga@example.org")]
    pub email: String,
    /// The password.
    #[schema(value_type = String)]
    pub password: Secret,
    /// Which organisation, where the account belongs to several.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub organisation_id: Option<OrganisationId>,
    /// The second factor, where the account has one: the digits of an authenticator app, or a recovery code.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "042917")]
    pub code: Option<Secret>,
}

/// A new session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionBody {
    /// The bearer token; it is shown this once.
    pub token: String,
    /// When it ends at the latest.
    #[schema(value_type = String, format = "date-time")]
    pub expires_at: Timestamp,
    /// The user.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// The organisation.
    #[schema(value_type = String, format = "uuid")]
    pub organisation_id: OrganisationId,
    /// Whether a password given by somebody else must be replaced before anything else.
    pub must_change_password: bool,
    /// Whether nothing can be done before a second factor is added: the session is good for that only.
    pub must_add_second_factor: bool,
    /// Until when adding a second factor that the organisation asks for may be put off.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub second_factor_due_at: Option<Timestamp>,
}

impl From<SignedIn> for SessionBody {
    fn from(signed_in: SignedIn) -> Self {
        let SignedIn {
            token,
            session_id: _,
            user_id,
            organisation_id,
            expires_at,
            must_change_password,
            second_factor,
            device: _,
        } = signed_in;
        Self {
            token: token.expose().to_owned(),
            expires_at,
            user_id,
            organisation_id,
            must_change_password,
            must_add_second_factor: second_factor == Demand::Now,
            second_factor_due_at: second_factor.until(),
        }
    }
}

/// Sign in.
#[utoipa::path(post, path = "/session", tag = "Session", operation_id = "signIn", request_body = SignInBody, security(()),
    responses((status = 201, body = SessionBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn sign_in(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<SignInBody>,
) -> Result<Reply, Problem> {
    let SignInBody { email, password, organisation_id, code } = body.value;
    let attempt = SignIn {
        identity: Identity::from_text(&email),
        password,
        organisation_id,
        code,
        device: None,
    };
    answer(sessions::sign_in(app.crewdesk(), &visitor.origin, attempt).await?)
}

fn answer(outcome: Outcome) -> Result<Reply, Problem> {
    match outcome {
        Outcome::SignedIn(signed_in) => {
            Ok(Reply::created(&SessionBody::from(signed_in), "/api/v1/session".into())?)
        }
        Outcome::SecondFactor { ticket, methods, trust_days: _ } => {
            let methods = methods.into_iter().map(Second::as_str).collect();
            Err(Error::SecondFactor { methods, ticket }.into())
        }
        Outcome::Provider { .. } => Err(Error::Forbidden(Code::SingleSignOnOnly).into()),
        Outcome::Choose { organisations, .. } => {
            let names =
                organisations.iter().map(|m| format!("{} ({})", m.organisation, m.organisation_id));
            let detail = Some(names.collect::<Vec<_>>().join(", "));
            Err(Error::Conflict { code: Code::OrganisationChoice, detail }.into())
        }
    }
}

/// The second factor of a sign-in whose password was right.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SecondStep)]
#[serde(deny_unknown_fields)]
pub struct SecondStepBody {
    /// What the refusal `second_factor_required` answered.
    pub ticket: String,
    /// The digits of an authenticator app, or a recovery code.
    #[schema(value_type = String, example = "042917")]
    pub code: Secret,
}

/// Finish a sign-in by the second factor. Tries are counted together with those of the password.
#[utoipa::path(post, path = "/session/second-factor", tag = "Session", operation_id = "finishSignIn", request_body = SecondStepBody, security(()),
    responses((status = 201, body = SessionBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn finish(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<SecondStepBody>,
) -> Result<Reply, Problem> {
    let SecondStepBody { ticket, code } = body.value;
    let none = Error::Unauthenticated(Code::Unauthenticated);
    let ticket = Token::from_request(&ticket).ok_or(none)?;
    answer(sessions::second_step(app.crewdesk(), &visitor.origin, &ticket, &code, false).await?)
}

/// Ask for a passkey to sign in with.
#[utoipa::path(post, path = "/session/passkey-challenges", tag = "Session", operation_id = "challengeSignIn", security(()),
    responses((status = 201, body = ChallengeBody), (status = 409, body = ProblemBody)))]
pub async fn challenge(State(app): State<AppState>) -> Result<Reply, Problem> {
    let made = factors::passkey_challenge(app.crewdesk()).await?;
    Ok(Reply::created(&ChallengeBody::from(made), "/api/v1/session/passkey".into())?)
}

/// A passkey that a browser has shown.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = PasskeySignIn, example = json!({"request": "cdp_…", "credential": {"id": "…", "type": "public-key"}}))]
#[serde(deny_unknown_fields)]
pub struct PasskeySignInBody {
    /// What the challenge answered.
    pub request: String,
    /// The browser's answer as WebAuthn writes it in JSON.
    #[schema(value_type = Object)]
    pub credential: serde_json::Value,
    /// What the refusal `second_factor_required` answered, where the passkey is shown as the second factor.
    #[serde(default)]
    pub ticket: Option<String>,
}

/// Sign in with a passkey and nothing else: it is both factors. With a ticket it is the second factor of that sign-in,
/// and wrong ones are counted.
#[utoipa::path(post, path = "/session/passkey", tag = "Session", operation_id = "signInByPasskey", request_body = PasskeySignInBody, security(()),
    responses((status = 201, body = SessionBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn by_passkey(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<PasskeySignInBody>,
) -> Result<Reply, Problem> {
    let PasskeySignInBody { request, credential, ticket } = body.value;
    let none = Error::Unauthenticated(Code::Unauthenticated);
    let ticket = match ticket {
        Some(ticket) => Some(Token::from_request(&ticket).ok_or(none)?),
        None => None,
    };
    let wrong = Error::Unauthenticated(Code::CredentialsWrong);
    let request = Token::from_request(&request).ok_or(wrong)?;
    let (crewdesk, text) = (app.crewdesk(), credential.to_string());
    let (origin, ticket) = (&visitor.origin, ticket.as_ref());
    answer(sessions::sign_in_by_passkey(crewdesk, origin, &request, &text, ticket).await?)
}

/// Sign out.
#[utoipa::path(delete, path = "/session", tag = "Session", operation_id = "signOut",
    responses((status = 204), (status = 401, body = ProblemBody)))]
pub async fn sign_out(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| sessions::sign_out(cx).await).await?;
    Ok(Reply::empty())
}

/// Who forgot the password, or needs a first one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "ivy@example.org"}))]
pub struct CodeRequestBody {
    /// The account's address, or `handle/username`.
    pub email: String,
}

/// A request for a code.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodeRequestedBody {
    /// Must come with the code.
    pub request: String,
}

/// Ask for a one-time code by mail. The answer does not tell whether there is such an account.
#[utoipa::path(post, path = "/password-codes", tag = "Session", operation_id = "requestPasswordCode", request_body = CodeRequestBody,
    security(()), responses((status = 201, body = CodeRequestedBody), (status = 429, body = ProblemBody)))]
pub async fn request_code(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<CodeRequestBody>,
) -> Result<Reply, Problem> {
    visitor.may_cause_mail(&app)?;
    let token = codes::request(app.crewdesk(), &visitor.origin, &body.value.email).await?;
    let body = CodeRequestedBody { request: token.expose().to_owned() };
    Ok(Reply::created(&body, "/api/v1/password-codes".into())?)
}

/// A code and a new password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordResetBody {
    /// What the request answered.
    pub request: String,
    /// The six digits of the mail.
    #[schema(example = "042917")]
    pub code: String,
    /// The new password.
    #[schema(value_type = String)]
    pub password: Secret,
}

/// Set a new password with a code.
#[utoipa::path(post, path = "/password-resets", tag = "Session", operation_id = "resetPassword", request_body = PasswordResetBody,
    security(()), responses((status = 204), (status = 422, body = ProblemBody), (status = 429, body = ProblemBody)))]
pub async fn reset_password(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<PasswordResetBody>,
) -> Result<Reply, Problem> {
    let PasswordResetBody { request, code, password } = body.value;
    let request = Token::from_request(&request).ok_or(Error::field("code", Code::CodeWrong))?;
    codes::complete(app.crewdesk(), &visitor.origin, &request, &code, &password).await?;
    Ok(Reply::empty())
}
