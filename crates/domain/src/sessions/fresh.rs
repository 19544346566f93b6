//! Proving again who one is, before credentials are changed (SECURITY.md S8).

use db::Tx;
use kernel::{Code, Error, Result, Secret, Span};

use super::open::Method;
use super::sign_ins::{self, Verdict};
use super::tries::{self, Admission};
use crate::access::{Principal, SessionKind};
use crate::accounts;
use crate::actor::Actor;
use crate::cx::Cx;
use crate::product::Crewdesk;

/// Refuses where the person did not sign in a short while ago. A token is never fresh.
///
/// # Errors
/// [`Error::Forbidden`] with `fresh_sign_in_required`, or with `signed_in_by_provider`: what an organisation's
/// provider says is no proof to change an account by (SECURITY.md decision 2).
pub fn require_fresh(cx: &Cx<'_>) -> Result<()> {
    let here = cx.principal()?;
    if here.by_provider {
        return Err(Error::Forbidden(Code::SignedInByProvider));
    }
    let since = cx.now.since(here.authenticated_at);
    if here.kind == SessionKind::Session
        && !here.by_trusted_device
        && since <= cx.policy.fresh_sign_in
    {
        return Ok(());
    }
    Err(Error::Forbidden(Code::FreshSignInRequired))
}

/// The person who acts by a session.
pub(super) fn person(actor: &Actor) -> Result<&Principal> {
    let stranger = Error::Unauthenticated(Code::Unauthenticated);
    actor.principal().filter(|here| here.kind == SessionKind::Session).ok_or(stranger)
}

/// Compares the password of a signed-in person. Tries are counted for the session and not for the
/// account, so that outsiders who have locked the account do not lock out who is in; at the limit the
/// session ends, because its holder does not know the password. A right one takes its own try back, and none of
/// those before it: else whoever knows it could guess the second factor for ever.
///
/// # Errors
/// [`Error::Invalid`] naming `password` where it is wrong; [`Error::Unauthenticated`] at the limit.
pub(crate) async fn prove(crewdesk: &Crewdesk, actor: &Actor, password: &Secret) -> Result<()> {
    let here = person(actor)?;
    let _place = crewdesk.hasher().admit().await?;
    count(crewdesk, actor).await?;
    let stored = accounts::read(crewdesk, here.account_id).await?.password_hash;
    if !crewdesk.hasher().verify(password, stored.as_deref()).await? {
        return Err(missed(crewdesk, actor, Verdict::WrongPassword).await);
    }
    let given_back = crewdesk.write(actor, async |cx| {
        let session = cx.principal()?.session_id;
        tries::give_back(cx, session.as_uuid()).await
    });
    given_back.await
}

/// Counts a try of the actor's session, and ends it where no more are allowed.
pub(super) async fn count(crewdesk: &Crewdesk, actor: &Actor) -> Result<()> {
    let session = person(actor)?.session_id.as_uuid();
    let now = crewdesk.clock().now();
    let counted = crewdesk.db().write_on_the_way(async |tx: &mut Tx| {
        tries::count(tx, session, now, crewdesk.policy()).await
    });
    match counted.await? {
        Admission::Admitted => Ok(()),
        Admission::Busy => Err(Error::TooMany { retry_after: Span::seconds(1) }),
        Admission::Locked => Err(give_up(crewdesk, actor).await),
    }
}

/// Writes a wrong try down and says what it is answered with; at the limit the session ends.
pub(super) async fn missed(crewdesk: &Crewdesk, actor: &Actor, verdict: Verdict) -> Error {
    let (method, field, code) = match verdict {
        Verdict::WrongPasskey => (Method::Passkey, "credential", Code::PasskeyRefused),
        Verdict::WrongSecondFactor => (Method::Password, "code", Code::CodeWrong),
        _ => (Method::Password, "password", Code::CredentialsWrong),
    };
    let locked = crewdesk.write(actor, async |cx| {
        let here = cx.principal()?;
        let (account, user, session) = (here.account_id, here.user_id, here.session_id);
        sign_ins::log(cx, account, Some(user), (method, None), verdict).await?;
        tries::lock_if_reached(cx, session.as_uuid()).await
    });
    match locked.await {
        Ok(true) => give_up(crewdesk, actor).await,
        Ok(false) => Error::field(field, code),
        Err(error) => error,
    }
}

async fn give_up(crewdesk: &Crewdesk, actor: &Actor) -> Error {
    let ended = crewdesk.write(actor, async |cx| {
        let session = cx.principal()?.session_id;
        super::revoke_own(cx, session).await
    });
    match ended.await {
        Ok(()) => Error::Unauthenticated(Code::Unauthenticated),
        Err(error) => error,
    }
}
