//! Sending, sending again, taking back.

use db::{Query, Tx, params};
use kernel::ids::{InvitationId, UserId};
use kernel::{Code, Error, Result, Token};
use serde_json::json;

use super::table::{FIND, INSERT, Invitation, Kind, PUT_TOKEN, RESEND, SETTLE, State, UNINVITED};
use crate::access::{Action, Reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::jobs::{self, Job, Mail, MailKey, MailTemplate, Terms};
use crate::product::Crewdesk;
use crate::users::{self, Lifecycle, User};
use crate::{accounts, licences, notices, organisations};

/// The link's secret: the same for each sending of the same mail (SECURITY.md R4).
fn token(key: &MailKey, id: InvitationId, sends: i64) -> Token {
    key.token("cdi", id.as_uuid(), sends)
}

/// The secret in the link of an invitation's `sends`th mail, for the mail that is being written; none
/// where that is no longer wanted. A mail written twice holds the same one, unless another node with
/// another key wrote it the first time.
///
/// # Errors
/// Faults of the database.
pub async fn link(crewdesk: &Crewdesk, id: InvitationId, sends: i64) -> Result<Option<Token>> {
    let token = token(crewdesk.mail_key(), id, sends);
    let values = params![id, sends, token.hash(), crewdesk.clock().now()];
    let stored = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<u64> { Ok(tx.execute(PUT_TOKEN, &values).await?) });
    Ok((stored.await? > 0).then_some(token))
}

/// Makes an invitation and sends it.
pub(super) async fn first(cx: &mut Cx<'_>, user: &User, kind: Kind) -> Result<Invitation> {
    let invitation = make(cx, user, kind).await?;
    match kind {
        Kind::Membership => notices::added_to_organisation(cx, user).await?,
        Kind::Invitation | Kind::FirstPassword => mail(cx, &invitation, user).await?,
    }
    // Not the kind: it would tell whether the address was known (S9).
    let facts = json!({"email": invitation.email, "expires_at": invitation.expires_at});
    cx.record(Event::new("invitation.sent", subject(user)).with(facts)).await?;
    Ok(invitation)
}

async fn make(cx: &mut Cx<'_>, user: &User, kind: Kind) -> Result<Invitation> {
    let id: InvitationId = cx.id();
    let invitation = Invitation {
        id,
        organisation_id: cx.organisation_id,
        user_id: user.id,
        account_id: user.account_id,
        kind,
        email: user.email.clone(),
        sends: 1,
        state: State::Pending,
        invited_by: cx.actor().user_id(),
        sent_at: cx.now,
        expires_at: cx.now.plus(cx.policy.invitation_life),
        settled_at: None,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    };
    let values = params![
        id,
        cx.organisation_id,
        user.id,
        user.account_id,
        kind,
        user.email.clone(),
        token(cx.mail_key, id, 1).hash(),
        invitation.invited_by,
        cx.now,
        invitation.expires_at,
    ];
    cx.tx.execute(INSERT, &values).await?;
    Ok(invitation)
}

/// A link by which a user without a password sets one, for whoever may hand it over: the operator's
/// command line. No mail goes out.
///
/// # Errors
/// Faults of the database.
pub async fn first_password(cx: &mut Cx<'_>, user: &User) -> Result<Token> {
    cx.require_organisation(Action::InvitationsManage)?;
    let invitation = make(cx, user, Kind::FirstPassword).await?;
    let facts = json!({"expires_at": invitation.expires_at});
    cx.record(Event::new("invitation.sent", subject(user)).with(facts)).await?;
    Ok(token(cx.mail_key, invitation.id, 1))
}

async fn mail(cx: &mut Cx<'_>, invitation: &Invitation, user: &User) -> Result<()> {
    let Some(to) = invitation.email.clone() else { return Ok(()) };
    let organisation = organisations::current(cx).await?.name;
    let by = match cx.actor().principal() {
        Some(principal) => principal.display_name.clone(),
        None => organisation.clone(),
    };
    let mail = Mail::new(MailTemplate::Invitation, to, &user.language)
        .with("name", &user.display_name)
        .with("organisation", &organisation)
        .with("organisation_id", &cx.organisation_id.to_string())
        .with("by", &by)
        .with("invitation_id", &invitation.id.to_string())
        .with("sends", &invitation.sends.to_string())
        .with("expires_at", &invitation.expires_at.rfc3339());
    let terms = Terms { expires_at: Some(invitation.expires_at), ..Terms::default() };
    jobs::enqueue(cx, &Job::Mail(mail), terms).await
}

/// Sends an invitation again; the former link is void.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] with `link_used` where it is settled.
pub async fn resend(cx: &mut Cx<'_>, id: InvitationId) -> Result<Invitation> {
    let (invitation, user) = find(cx, id).await?;
    again(cx, invitation, &user).await
}

pub(super) async fn again(
    cx: &mut Cx<'_>,
    mut invitation: Invitation,
    user: &User,
) -> Result<Invitation> {
    if invitation.state != State::Pending {
        return Err(Error::conflict(Code::LinkUsed));
    }
    invitation.sends += 1;
    invitation.sent_at = cx.now;
    invitation.expires_at = cx.now.plus(cx.policy.invitation_life);
    invitation.version += 1;
    let hash = token(cx.mail_key, invitation.id, invitation.sends).hash();
    let values = params![
        cx.organisation_id,
        invitation.id,
        hash,
        invitation.sends,
        cx.now,
        invitation.expires_at
    ];
    cx.tx.execute(RESEND, &values).await?;
    if invitation.kind != Kind::Membership {
        mail(cx, &invitation, user).await?;
    }
    let facts = json!({"email": invitation.email, "sends": invitation.sends});
    cx.record(Event::new("invitation.sent", subject(user)).with(facts)).await?;
    Ok(invitation)
}

/// Most mails that sending to all makes at a time.
const AT_A_TIME: i64 = 500;

/// Who has nothing in hand to come in with: expired invitations, and users who were created without one.
#[derive(Debug, Clone, Default)]
pub struct Uninvited {
    expired: Vec<InvitationId>,
    never: Vec<UserId>,
}

impl Uninvited {
    /// How many people.
    pub const fn len(&self) -> usize {
        self.expired.len() + self.never.len()
    }
    /// Whether there is nobody.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Finds those who are not yet invited, up to 500 of each kind.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not invite for the whole organisation.
pub async fn uninvited(cx: &mut Cx<'_>) -> Result<Uninvited> {
    cx.require_organisation(Action::InvitationsManage)?;
    let mut query = Query::new("SELECT i.id FROM invitations i WHERE i.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND i.state = 'pending' AND i.expires_at <= ");
    query.bind(cx.now).push(" AND i.email IS NOT NULL");
    users::in_reach(&mut query, cx, Reach::ORGANISATION, "i.user_id");
    query.push(" ORDER BY i.created_at LIMIT ").bind(AT_A_TIME);
    let expired = cx.tx.list::<(InvitationId,)>(&query).await?;
    let mut query = Query::new(UNINVITED);
    query.bind(cx.organisation_id);
    users::in_reach(&mut query, cx, Reach::ORGANISATION, "u.id");
    query.push(" ORDER BY u.id LIMIT ").bind(AT_A_TIME);
    let never = cx.tx.list::<(UserId,)>(&query).await?;
    Ok(Uninvited {
        expired: expired.into_iter().map(|(id,)| id).collect(),
        never: never.into_iter().map(|(id,)| id).collect(),
    })
}

/// Sends an invitation to everybody who is not yet invited (SPEC ACC-1), up to 500 of each kind at a
/// time; answers how many.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not invite for the whole organisation.
pub async fn send_to_all(cx: &mut Cx<'_>) -> Result<usize> {
    let uninvited = uninvited(cx).await?;
    for id in &uninvited.expired {
        resend(cx, *id).await?;
    }
    for id in &uninvited.never {
        let Some(user) = users::load(cx, *id).await? else { continue };
        let known = accounts::of_user(cx, &user).await?.is_the_persons();
        first(cx, &user, if known { Kind::Membership } else { Kind::FirstPassword }).await?;
    }
    Ok(uninvited.len())
}

/// Takes an invitation back: its link is void, the seat is free, the user is Deactivated and can be
/// invited again by reactivating or be removed.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] with `link_used` where it is settled.
pub async fn cancel(cx: &mut Cx<'_>, id: InvitationId) -> Result<Invitation> {
    let (mut invitation, mut user) = find(cx, id).await?;
    let values = params![cx.organisation_id, id, State::Cancelled, cx.now];
    if cx.tx.execute(SETTLE, &values).await? == 0 {
        return Err(Error::conflict(Code::LinkUsed));
    }
    if user.lifecycle == Lifecycle::Invited {
        if let Some(licence) = user.licence {
            licences::release(cx, user.id, licence).await?;
        }
        users::release_operator(cx, &user).await?;
        let before = user.clone();
        users::set_lifecycle(cx.tx, &mut user, Lifecycle::Deactivated, None, cx.now).await?;
        users::follow(cx, Some(&before), Some(&user)).await?;
    }
    invitation.state = State::Cancelled;
    invitation.settled_at = Some(cx.now);
    invitation.version += 1;
    cx.record(Event::new("invitation.cancelled", subject(&user))).await?;
    Ok(invitation)
}

/// One invitation that the actor may manage.
///
/// # Errors
/// [`Error::NotFound`] for a foreign, missing or unseen one.
pub async fn get(cx: &mut Cx<'_>, id: InvitationId) -> Result<Invitation> {
    find(cx, id).await.map(|(invitation, _)| invitation)
}

/// An invitation the actor may manage, with its user.
async fn find(cx: &mut Cx<'_>, id: InvitationId) -> Result<(Invitation, User)> {
    let organisation = cx.organisation_id;
    let found = cx.tx.optional::<Invitation>(FIND, &params![organisation, id]).await?;
    let invitation = found.ok_or(Error::NotFound)?;
    let user: UserId = invitation.user_id;
    let user = users::find(cx, user, Action::InvitationsManage).await?.user;
    Ok((invitation, user))
}

pub(super) fn subject(user: &User) -> Subject {
    Subject::new("user", user.id.as_uuid(), &user.display_name)
}
