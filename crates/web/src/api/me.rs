//! `/api/v1/me`: oneself, one's password, sessions and notices.

use axum::extract::State;
use domain::access::Action;
use domain::accounts::{self, codes, credential};
use domain::sessions::{self, SessionView};
use domain::{notices, users};
use kernel::ids::{NoticeId, OrganisationId, SessionId, UserId};
use kernel::{Result, Secret, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use super::users_view::UserBody;
use crate::extract::{Body, Caller, Id, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// The signed-in user with what they may do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Me)]
pub struct MeBody {
    /// The user.
    pub user: UserBody,
    /// Key of the role.
    pub role_key: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Each permission with its scopes.
    pub permissions: std::collections::BTreeMap<&'static str, Vec<&'static str>>,
    /// Whether a password given by somebody else must be replaced before anything else.
    pub must_change_password: bool,
    /// Whether one has a password; false for whoever signs in by passkey alone, null for whoever came in by single
    /// sign-on.
    pub has_password: Option<bool>,
}

/// Read oneself.
#[utoipa::path(get, path = "/me", tag = "Me", operation_id = "getMe", responses((status = 200, body = MeBody), (status = 401, body = ProblemBody)))]
pub async fn get(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let me = caller.principal()?.clone();
    let actor = caller.actor();
    let read = app
        .crewdesk()
        .read(actor, async |cx| Ok((users::myself(cx).await?, accounts::has_password(cx).await?)));
    let (user, has_password) = read.await?;
    let held = Action::ALL.iter().map(|action| (action.as_str(), me.grants.reach(*action).names()));
    let body = MeBody {
        user: user.into(),
        role_key: me.role_key,
        organisation: me.organisation.name,
        permissions: held.filter(|(_, names)| !names.is_empty()).collect(),
        must_change_password: me.must_change_password,
        has_password,
    };
    Ok(Reply::ok(&body)?)
}

/// Old and new password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"password": "nine grey herons by a lake", "new_password": "ten white geese on a pond"}))]
pub struct PasswordChangeBody {
    /// The present one; to be left out by whoever has none.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub password: Option<Secret>,
    /// The new one.
    #[schema(value_type = String)]
    pub new_password: Secret,
}

/// Change one's own password. Whoever has none chooses one, which needs a fresh sign-in. All other sessions end.
#[utoipa::path(put, path = "/me/password", tag = "Me", operation_id = "changePassword", request_body = PasswordChangeBody,
    responses((status = 204), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change_password(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<PasswordChangeBody>,
) -> Result<Reply, Problem> {
    let PasswordChangeBody { password, new_password } = body.value;
    let (crewdesk, old) = (app.crewdesk(), password.as_ref());
    credential::change_own(crewdesk, caller.actor(), old, &new_password).await?;
    Ok(Reply::empty())
}

/// Do without a password: a passkey signs in. Needs a passkey, a way back and a fresh sign-in. All other sessions end.
#[utoipa::path(delete, path = "/me/password", tag = "Me", operation_id = "dropPassword",
    responses((status = 204), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn drop_password(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| accounts::go_without(cx).await).await?;
    Ok(Reply::empty())
}

/// A living session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionRowBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: SessionId,
    /// Where it acts.
    #[schema(value_type = String, format = "uuid")]
    pub organisation_id: OrganisationId,
    /// Name of that organisation.
    pub organisation: String,
    /// From which address it was opened.
    pub address: String,
    /// With which client.
    pub client: String,
    /// When it was opened.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last used.
    #[schema(value_type = String, format = "date-time")]
    pub last_seen_at: Timestamp,
    /// When it ends at the latest.
    #[schema(value_type = String, format = "date-time")]
    pub expires_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

impl From<SessionView> for SessionRowBody {
    fn from(view: SessionView) -> Self {
        let SessionView { session, organisation, is_current } = view;
        Self {
            id: session.id,
            organisation_id: session.organisation_id,
            organisation,
            address: session.address,
            client: session.client,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            expires_at: session.expires_at,
            is_current,
        }
    }
}

fn listed(rows: Vec<SessionView>) -> Result<Reply, Problem> {
    let bodies: Vec<SessionRowBody> = rows.into_iter().map(SessionRowBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// List one's own sessions.
#[utoipa::path(get, path = "/me/sessions", tag = "Me", operation_id = "listMySessions", responses((status = 200, body = ListBody<SessionRowBody>)))]
pub async fn sessions(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    listed(app.crewdesk().read(caller.actor(), async |cx| sessions::list_own(cx).await).await?)
}

/// End one of one's own sessions.
#[utoipa::path(delete, path = "/me/sessions/{id}", tag = "Me", operation_id = "endMySession", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody)))]
pub async fn end_session(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<SessionId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| sessions::revoke_own(cx, id).await).await?;
    Ok(Reply::empty())
}

/// List a user's sessions.
#[utoipa::path(get, path = "/users/{id}/sessions", tag = "Users", operation_id = "listUserSessions", params(("id" = String, Path)),
    responses((status = 200, body = ListBody<SessionRowBody>), (status = 404, body = ProblemBody)))]
pub async fn of_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    listed(app.crewdesk().read(caller.actor(), async |cx| sessions::list_of(cx, id).await).await?)
}

/// End all sessions and tokens of a user.
#[utoipa::path(delete, path = "/users/{id}/sessions", tag = "Users", operation_id = "endUserSessions", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody)))]
pub async fn end_of_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| sessions::revoke_all(cx, id).await).await?;
    Ok(Reply::empty())
}

/// A message shown inside the application.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: NoticeId,
    /// Which one.
    pub kind: String,
    /// What its text names.
    pub params: serde_json::Value,
    /// When it was made.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
}

/// List one's own unread notices.
#[utoipa::path(get, path = "/me/notices", tag = "Me", operation_id = "listMyNotices", responses((status = 200, body = ListBody<NoticeBody>)))]
pub async fn notices(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let rows = app.crewdesk().read(caller.actor(), async |cx| notices::unread(cx).await).await?;
    let bodies: Vec<NoticeBody> = rows
        .into_iter()
        .map(|notices::Notice { id, organisation_id: _, kind, params, created_at }| NoticeBody {
            id,
            kind,
            params: serde_json::from_str(&params).unwrap_or_default(),
            created_at,
        })
        .collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Mark a notice as read.
#[utoipa::path(delete, path = "/me/notices/{id}", tag = "Me", operation_id = "readNotice", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody)))]
pub async fn read_notice(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<NoticeId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| notices::read(cx, id).await).await?;
    Ok(Reply::empty())
}

/// A first password for somebody else.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"password": "nine grey herons by a lake"}))]
pub struct FirstPasswordBody {
    /// The password; one is made up where none is given.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub password: Option<Secret>,
}

/// The password that was made up.
#[derive(Debug, Serialize, ToSchema)]
pub struct FirstPasswordGivenBody {
    /// To be read to the person; null where it was typed.
    pub first_password: Option<String>,
}

/// Give a user without a credential the first password, to be changed at the first sign-in.
#[utoipa::path(put, path = "/users/{id}/password", tag = "Users", operation_id = "giveFirstPassword", request_body = FirstPasswordBody,
    params(("id" = String, Path)),
    responses((status = 200, body = FirstPasswordGivenBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn give_password(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    body: Body<FirstPasswordBody>,
) -> Result<Reply, Problem> {
    let demands = app.crewdesk().read(caller.actor(), async |cx| {
        let user = users::get(cx, id).await?.user;
        accounts::demands_on_first(cx, &user).await
    });
    let demands = demands.await?;
    let typed = body.value.password;
    let made_up = typed.is_none().then(|| credential::generate(app.crewdesk()));
    let wanted = typed.or_else(|| made_up.clone()).unwrap_or_default();
    let password = credential::prepare_for(app.crewdesk(), &wanted, &demands).await?;
    app.crewdesk()
        .write(caller.actor(), async |cx| credential::give_first(cx, id, &password).await)
        .await?;
    Ok(Reply::ok(&FirstPasswordGivenBody {
        first_password: made_up.map(|made| made.expose().to_owned()),
    })?)
}

/// Let a user choose a new password: they get a mail with a code and a link.
#[utoipa::path(post, path = "/users/{id}/password-code", tag = "Users", operation_id = "startPasswordReset", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn start_reset(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| codes::start_for(cx, id).await).await?;
    Ok(Reply::empty())
}

/// One try to sign in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignInRowBody {
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// From which address.
    pub address: String,
    /// With which client.
    pub client: String,
    /// How.
    pub method: String,
    /// `success`, `wrong_password`, `wrong_second_factor`, `wrong_passkey`, `locked` or `not_allowed`.
    pub result: String,
    /// What was shown as the second factor, such as `totp` or `mail_code`.
    pub second_factor: Option<String>,
}

/// List a user's tries to sign in, newest first.
#[utoipa::path(get, path = "/users/{id}/sign-ins", tag = "Users", operation_id = "listUserSignIns",
    params(("id" = String, Path), ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<SignInRowBody>), (status = 404, body = ProblemBody)))]
pub async fn sign_ins(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let (size, cursor) = query.page()?;
    query.finish()?;
    let page = app.crewdesk().read(caller.actor(), async |cx| {
        sessions::sign_ins::page(cx, id, size, cursor.as_ref()).await
    });
    let page = page.await?.map(|row| SignInRowBody {
        at: row.at,
        address: row.address,
        client: row.client,
        method: row.method.to_string(),
        result: row.result.to_string(),
        second_factor: row.second_factor.map(|second| second.to_string()),
    });
    Ok(Reply::ok(&ListBody::from(page))?)
}
