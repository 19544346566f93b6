//! The page behind the link: look, accept, ask for a new one.

use db::{Tx, params};
use kernel::ids::OrganisationId;
use kernel::{Code, Error, Result, Secret, Timestamp, Token};

use super::send::{self, subject};
use super::table::{BY_TOKEN, Invitation, Kind, SETTLE, State};
use crate::accounts::{self, Account, credential};
use crate::actor::{Actor, Origin};
use crate::audit::Event;
use crate::cx::Cx;
use crate::factors::{self, Challenge, RecoveryCodes, Second};
use crate::jobs::MailTemplate;
use crate::organisations;
use crate::product::Crewdesk;
use crate::sessions::{self, Method, SignedIn};
use crate::users::{self, Lifecycle, User};

/// Whether a link can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can.
    Open,
    /// Its time is over; a new one can be asked for.
    Expired,
    /// It was used or taken back.
    Settled,
}

/// What the page behind a link shows.
#[derive(Debug, Clone)]
pub struct Look {
    /// Whether it can be used.
    pub standing: Standing,
    /// Who invites.
    pub organisation: String,
    /// Who is invited.
    pub user: User,
    /// Whether the person signs in with a credential they have, instead of choosing a password.
    pub has_credential: bool,
}

/// Looks at a link without using it up.
///
/// # Errors
/// [`Error::NotFound`] for a link that was never sent or has been replaced.
pub async fn look(crewdesk: &Crewdesk, origin: &Origin, token: &Token) -> Result<Look> {
    let invitation = by_token(crewdesk, token).await?;
    let actor = Actor::system("invitation", origin.clone());
    let query = crewdesk.read_in(invitation.organisation_id, &actor, async |cx| {
        let organisation = organisations::current(cx).await?.name;
        let user = users::load(cx, invitation.user_id).await?.ok_or(Error::NotFound)?;
        let account = accounts::of_user(cx, &user).await?;
        let standing = standing(&invitation, cx.now);
        Ok(Look { standing, organisation, user, has_credential: account.is_the_persons() })
    });
    query.await
}

fn standing(invitation: &Invitation, now: Timestamp) -> Standing {
    match invitation.state {
        State::Pending if invitation.expires_at > now => Standing::Open,
        State::Pending => Standing::Expired,
        State::Accepted | State::Cancelled => Standing::Settled,
    }
}

async fn by_token(crewdesk: &Crewdesk, token: &Token) -> Result<Invitation> {
    let values = params![token.hash()];
    crewdesk
        .db()
        .read(async |tx: &mut Tx| -> Result<Invitation> {
            tx.optional(BY_TOKEN, &values).await?.ok_or(Error::NotFound)
        })
        .await
}

/// Accepts: sets the password, makes the user Active and signs them in. Of several at once one wins.
///
/// # Errors
/// [`Error::Conflict`] with `link_expired`, `link_used` or, for people who sign in with what they have,
/// `credential_exists`; [`Error::Invalid`] naming `password`.
pub async fn accept(
    crewdesk: &Crewdesk,
    origin: &Origin,
    token: &Token,
    password: &Secret,
) -> Result<SignedIn> {
    let (organisation, user) = look_open(crewdesk, origin, token).await?;
    let actor = Actor::anonymous(origin.clone());
    let demands =
        crewdesk.read_in(organisation, &actor, async |cx| accounts::demands(cx, &user).await);
    let password = credential::prepare_for(crewdesk, password, &demands.await?).await?;
    let verb = crewdesk.write_in(organisation, &actor, async |cx| {
        let (user, account, kind) = take(cx, token).await?;
        credential::fits(cx, &user, &password).await?;
        factors::begin_anew(cx, account.id).await?;
        let changed = MailTemplate::PasswordChanged;
        credential::choose(cx, user.account_id, &password, None, changed).await?;
        come_in(cx, &user, kind, None).await
    });
    verb.await
}

/// Asks the browser of somebody invited for a passkey, with which they accept instead of a password.
///
/// # Errors
/// As [`accept`]; [`Error::Conflict`] with `passkeys_unavailable`.
pub async fn ask_passkey(crewdesk: &Crewdesk, origin: &Origin, token: &Token) -> Result<Challenge> {
    let (organisation, user) = look_open(crewdesk, origin, token).await?;
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(organisation, &actor, async |cx| {
        factors::ask_new(crewdesk, cx, &user, Vec::new()).await
    });
    verb.await
}

/// Accepts with the passkey that the browser has made: no password is set, and recovery codes come with it.
///
/// # Errors
/// As [`accept`]; [`Error::Invalid`] naming `credential` with `passkey_refused`, and `name`.
pub async fn accept_by_passkey(
    crewdesk: &Crewdesk,
    origin: &Origin,
    token: &Token,
    (request, name, credential): (&Token, &str, &str),
) -> Result<(SignedIn, RecoveryCodes)> {
    let (organisation, user) = look_open(crewdesk, origin, token).await?;
    let new = factors::made(crewdesk, user.account_id, request, name, credential).await?;
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(organisation, &actor, async |cx| {
        let (user, account, kind) = take(cx, token).await?;
        accounts::begin_without(cx, account.id).await?;
        let codes = factors::begin_with_passkey(cx, &user, &account, &new).await?;
        Ok((come_in(cx, &user, kind, Some(Second::Passkey)).await?, codes))
    });
    factors::not_taken(verb.await)
}

/// Whose open invitation it is, for somebody who has no credential yet.
async fn look_open(
    crewdesk: &Crewdesk,
    origin: &Origin,
    token: &Token,
) -> Result<(OrganisationId, User)> {
    let seen = look(crewdesk, origin, token).await?;
    refuse_closed(seen.standing)?;
    if seen.has_credential {
        return Err(Error::conflict(Code::CredentialExists));
    }
    Ok((by_token(crewdesk, token).await?.organisation_id, seen.user))
}

/// Uses the invitation up for somebody who has no credential yet.
async fn take(cx: &mut Cx<'_>, token: &Token) -> Result<(User, Account, Kind)> {
    let hash = params![token.hash()];
    let invitation = cx.tx.optional::<Invitation>(BY_TOKEN, &hash).await?.ok_or(Error::NotFound)?;
    refuse_closed(standing(&invitation, cx.now))?;
    let user = enter(cx, &invitation).await?;
    let account = accounts::lock(cx.tx, user.account_id).await?;
    match account.is_the_persons() {
        true => Err(Error::conflict(Code::CredentialExists)),
        false => Ok((user, account, invitation.kind)),
    }
}

/// Signs in whoever has a credential from now on.
async fn come_in(
    cx: &mut Cx<'_>,
    user: &User,
    kind: Kind,
    second: Option<Second>,
) -> Result<SignedIn> {
    if kind == Kind::Invitation {
        credential::verified(cx, user.account_id).await?;
    }
    sessions::unlock(cx, user.account_id.as_uuid()).await?;
    let account = accounts::lock(cx.tx, user.account_id).await?;
    sessions::open(cx, user, &account, Method::Invitation, second).await
}

fn refuse_closed(standing: Standing) -> Result<()> {
    match standing {
        Standing::Open => Ok(()),
        Standing::Expired => Err(Error::conflict(Code::LinkExpired)),
        Standing::Settled => Err(Error::conflict(Code::LinkUsed)),
    }
}

/// Uses the invitation up and makes the user Active.
async fn enter(cx: &mut Cx<'_>, invitation: &Invitation) -> Result<User> {
    let values = params![cx.organisation_id, invitation.id, State::Accepted, cx.now];
    if cx.tx.execute(SETTLE, &values).await? == 0 {
        return Err(Error::conflict(Code::LinkUsed));
    }
    let gone = Error::conflict(Code::LinkUsed);
    let mut user = users::load(cx, invitation.user_id).await?.ok_or(gone)?;
    match user.lifecycle {
        Lifecycle::Invited => {
            users::set_lifecycle(cx.tx, &mut user, Lifecycle::Active, None, cx.now).await?;
        }
        Lifecycle::Active => {}
        Lifecycle::Suspended => return Err(Error::Forbidden(Code::UserSuspended)),
        Lifecycle::Deactivated => return Err(Error::Forbidden(Code::UserDeactivated)),
    }
    cx.proven(&user);
    cx.record(Event::new("invitation.accepted", subject(&user))).await?;
    Ok(user)
}

/// Sends a new link to the same address in place of one that has expired. The answer does not tell
/// whether it did.
///
/// # Errors
/// Faults of the database.
pub async fn ask_again(crewdesk: &Crewdesk, origin: &Origin, token: &Token) -> Result<()> {
    let invitation = match by_token(crewdesk, token).await {
        Ok(invitation) => invitation,
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(invitation.organisation_id, &actor, async |cx| {
        let expired = standing(&invitation, cx.now) == Standing::Expired;
        match users::load(cx, invitation.user_id).await? {
            Some(user) if expired => send::again(cx, invitation.clone(), &user).await.map(|_| ()),
            _ => Ok(()),
        }
    });
    verb.await
}
