//! `/api/v1/invitations`: inviting, sending again, taking back, accepting (SPEC ACC-1).

use axum::extract::State;
use domain::invitations::{self, Filter, Invitation, Invitee, Kind, State as Settled};
use domain::users::Licence;
use kernel::ids::{ExchangeId, GroupId, HelpdeskId, InvitationId, RoleId, TeamId, UserId};
use kernel::{Error, Result, Secret, Timestamp, Token};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use super::session::SessionBody;
use crate::extract::{Body, Caller, Id, IdempotencyKey, Query, Visitor};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// An invitation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invitation)]
pub struct InvitationBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: InvitationId,
    /// Counts changes.
    pub version: i64,
    /// Who is invited.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// `invitation`, `membership` or `first_password`.
    #[schema(value_type = String, example = "invitation")]
    pub kind: Kind,
    /// Where it was sent.
    pub email: Option<String>,
    /// How often it was sent.
    pub sends: i64,
    /// `pending`, `accepted` or `cancelled`; pending ones past `expires_at` have expired.
    #[schema(value_type = String, example = "pending")]
    pub state: Settled,
    /// Who invited.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub invited_by: Option<UserId>,
    /// When it was last sent.
    #[schema(value_type = String, format = "date-time")]
    pub sent_at: Timestamp,
    /// When its link ends.
    #[schema(value_type = String, format = "date-time")]
    pub expires_at: Timestamp,
    /// When it was accepted or cancelled.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub settled_at: Option<Timestamp>,
    /// When it was made.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Invitation> for InvitationBody {
    fn from(invitation: Invitation) -> Self {
        let Invitation {
            id,
            organisation_id: _,
            user_id,
            account_id: _,
            kind,
            email,
            sends,
            state,
            invited_by,
            sent_at,
            expires_at,
            settled_at,
            version,
            created_at,
            updated_at,
        } = invitation;
        Self {
            id,
            version,
            user_id,
            kind,
            email,
            sends,
            state,
            invited_by,
            sent_at,
            expires_at,
            settled_at,
            created_at,
            updated_at,
        }
    }
}

/// Somebody to be invited.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = Invitee)]
#[serde(deny_unknown_fields)]
pub struct InviteeBody {
    /// Given name.
    #[serde(default)]
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: String,
    /// Where the invitation goes.
    #[schema(example = "ivy@example.org")]
    pub email: String,
    /// Language of the mail.
    #[serde(default)]
    pub language: Option<String>,
    /// The role; Technician where none.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Option<RoleId>,
    /// The group; the default one where none.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// The supervisor.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub reports_to: Option<UserId>,
    /// A licence, which takes a seat.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub licence: Option<Licence>,
    /// The exchange the extension is on.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub exchange_id: Option<ExchangeId>,
    /// Telephone number, where the licence needs one.
    #[serde(default)]
    pub extension: Option<String>,
    /// The helpdesk, where the licence needs one.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub helpdesk_id: Option<HelpdeskId>,
    /// The teams they are in.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub team_ids: Vec<TeamId>,
    /// The teams they lead.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub led_team_ids: Vec<TeamId>,
}

impl From<InviteeBody> for Invitee {
    fn from(body: InviteeBody) -> Self {
        let InviteeBody {
            first_name,
            last_name,
            email,
            language,
            role_id,
            group_id,
            reports_to,
            licence,
            exchange_id,
            extension,
            helpdesk_id,
            team_ids,
            led_team_ids,
        } = body;
        Self {
            first_name,
            last_name,
            email,
            language,
            role_id,
            group_id,
            reports_to,
            licence,
            exchange_id,
            extension,
            helpdesk_id,
            teams: team_ids,
            leads: led_team_ids,
        }
    }
}

/// People to be invited, all or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"people": [{"first_name": "Ivy", "last_name": "Larsen", "email": "ivy@example.org"}]}))]
pub struct InvitationsBody {
    /// One to a hundred.
    pub people: Vec<InviteeBody>,
}

/// Invite one or several people.
#[utoipa::path(post, path = "/invitations", tag = "Invitations", operation_id = "invite", request_body = InvitationsBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = ListBody<InvitationBody>), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn invite(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    body: Body<InvitationsBody>,
) -> Result<Reply, Problem> {
    let people: Vec<Invitee> = body.value.people.into_iter().map(Invitee::from).collect();
    once(&app, caller.actor(), key, body.fingerprint, async |cx| {
        let made = invitations::invite(cx, people).await?;
        let bodies: Vec<InvitationBody> = made.into_iter().map(InvitationBody::from).collect();
        Reply::created(&ListBody::from(bodies), "/api/v1/invitations".into())
    })
    .await
}

/// List invitations, newest first.
#[utoipa::path(get, path = "/invitations", tag = "Invitations", operation_id = "listInvitations",
    params(("state" = Option<String>, Query, description = "pending, accepted, cancelled, expired"),
        ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<InvitationBody>), (status = 403, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let wanted = query.words("state", |word| match word {
        "expired" => Some(None),
        other => Settled::parse(other).map(Some),
    })?;
    let filter = match wanted.first() {
        None => Filter::default(),
        Some(None) => Filter { state: None, expired: Some(true) },
        Some(state) => Filter { state: *state, expired: None },
    };
    let (size, cursor) = query.page()?;
    query.finish()?;
    let page = app.crewdesk().read(caller.actor(), async |cx| {
        invitations::list(cx, &filter, size, cursor.as_ref()).await
    });
    Ok(Reply::ok(&ListBody::from(page.await?.map(InvitationBody::from)))?)
}

fn shown(invitation: Invitation) -> Result<Reply, Problem> {
    let version = invitation.version;
    Ok(Reply::ok(&InvitationBody::from(invitation))?.version(version))
}

/// Send an invitation again; the former link is void.
#[utoipa::path(put, path = "/invitations/{id}/sending", tag = "Invitations", operation_id = "resendInvitation", params(("id" = String, Path)),
    responses((status = 200, body = InvitationBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn resend(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<InvitationId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().write(caller.actor(), async |cx| invitations::resend(cx, id).await).await?)
}

/// How many mails went out.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentBody {
    /// How many.
    pub sent: usize,
}

/// Send an invitation to everybody who is not yet invited: expired invitations, and users who were created
/// without one; up to 500 of each at a time.
#[utoipa::path(post, path = "/invitations/sending", tag = "Invitations", operation_id = "sendToAllUninvited",
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = SentBody), (status = 403, body = ProblemBody)))]
pub async fn send_to_all(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
) -> Result<Reply, Problem> {
    once(&app, caller.actor(), key, [0; 32], async |cx| {
        Reply::ok(&SentBody { sent: invitations::send_to_all(cx).await? })
    })
    .await
}

/// Take an invitation back.
#[utoipa::path(delete, path = "/invitations/{id}", tag = "Invitations", operation_id = "cancelInvitation", params(("id" = String, Path)),
    responses((status = 200, body = InvitationBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn cancel(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<InvitationId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().write(caller.actor(), async |cx| invitations::cancel(cx, id).await).await?)
}

/// The secret of a link and the password chosen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "cdi_…", "password": "nine grey herons by a lake"}))]
pub struct AcceptBody {
    /// The last part of the link in the mail.
    pub token: String,
    /// The password.
    #[schema(value_type = String)]
    pub password: Secret,
}

/// Accept an invitation and sign in.
#[utoipa::path(post, path = "/invitations/acceptance", tag = "Invitations", operation_id = "acceptInvitation", request_body = AcceptBody,
    security(()), responses((status = 201, body = SessionBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn accept(
    State(app): State<AppState>,
    visitor: Visitor,
    body: Body<AcceptBody>,
) -> Result<Reply, Problem> {
    let token = Token::from_request(&body.value.token).ok_or(Error::NotFound)?;
    let signed_in =
        invitations::accept(app.crewdesk(), &visitor.origin, &token, &body.value.password).await?;
    Ok(Reply::created(&SessionBody::from(signed_in), "/api/v1/session".into())?)
}
