//! Proving again who one is, before credentials are changed (SECURITY.md S8).

use db::{Tx, params};
use kernel::ids::SessionId;
use kernel::{Code, Error, Result, Secret, Span, Token};

use super::limits::Limits;
use super::open::SignedIn;
use super::second_factor::given;
use super::table::RENEW;
use super::tries::{self, Admission};
use crate::access::{Action, Principal, SessionKind};
use crate::actor::Actor;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::{Demand, Second};
use crate::product::Crewdesk;
use crate::{accounts, factors, users};

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

/// Proves by the password, and the second factor where there is one, that a signed-in person is still there. The session gets a new secret and the
/// old one is dead.
///
/// # Errors
/// As [`prove`].
pub async fn reauthenticate(
    crewdesk: &Crewdesk,
    actor: &Actor,
    password: &Secret,
    code: Option<&Secret>,
) -> Result<SignedIn> {
    prove(crewdesk, actor, password).await?;
    let second = prove_second(crewdesk, actor, code).await?;
    crewdesk
        .write(actor, async |cx| {
            cx.require(Action::SelfService)?;
            renew(cx, second).await
        })
        .await
}

/// The second factor of a signed-in person who has one; its wrong tries are counted like those of the password.
async fn prove_second(
    crewdesk: &Crewdesk,
    actor: &Actor,
    code: Option<&Secret>,
) -> Result<Option<Second>> {
    let here = actor.principal().ok_or(Error::Unauthenticated(Code::Unauthenticated))?;
    let (session, account) = (here.session_id, here.account_id);
    let looked = crewdesk.db().write(async |tx: &mut Tx| {
        if !factors::any(tx, account).await? {
            return Ok((true, None));
        }
        let now = crewdesk.clock().now();
        let admission = tries::count(tx, session.as_uuid(), now, crewdesk.policy()).await?;
        let Some(code) = code.filter(|_| admission == Admission::Admitted) else {
            return Ok((false, None));
        };
        let found = factors::accept(tx, crewdesk.sealer(), account, code.expose(), now).await?;
        Ok::<_, Error>((found.is_some(), found))
    });
    let (right, second) = looked.await?;
    if right {
        return Ok(second);
    }
    let locked =
        crewdesk.write(actor, async |cx| tries::lock_if_reached(cx, session.as_uuid()).await);
    if locked.await? {
        give_up(crewdesk, actor, session).await?;
    }
    Err(Error::field("code", Code::CodeWrong))
}

/// Gives the actor's session a new secret and full length.
async fn renew(cx: &mut Cx<'_>, second: Option<Second>) -> Result<SignedIn> {
    let here = cx.principal()?.clone();
    let token = Token::generate("cds", cx.entropy);
    let me = users::myself(cx).await?;
    let limits = Limits::of(cx, &me).await?;
    let expires_at = limits.ends_at;
    let idle_until = expires_at.min(cx.now.plus(limits.idle));
    let values = params![here.session_id, token.hash(), cx.now, idle_until, expires_at];
    cx.tx.execute(RENEW, &values).await?;
    if let Some(second) = second {
        given(cx, second).await?;
    }
    tries::unlock(cx, here.session_id.as_uuid()).await?;
    let subject = Subject::new("user", here.user_id.as_uuid(), &here.display_name);
    cx.record(Event::new("session.renewed", subject)).await?;
    Ok(SignedIn {
        token,
        session_id: here.session_id,
        user_id: here.user_id,
        organisation_id: here.organisation_id,
        expires_at,
        must_change_password: here.must_change_password,
        second_factor: match here.must_enrol {
            true => Demand::Now,
            false => Demand::Nothing,
        },
        device: None,
    })
}

/// Compares the password of a signed-in person. Tries are counted for the session and not for the
/// account, so that outsiders who have locked the account do not lock out who is in; at the limit the
/// session ends, because its holder does not know the password.
///
/// # Errors
/// [`Error::Invalid`] naming `password` where it is wrong; [`Error::Unauthenticated`] at the limit.
pub(crate) async fn prove(crewdesk: &Crewdesk, actor: &Actor, password: &Secret) -> Result<()> {
    let stranger = Error::Unauthenticated(Code::Unauthenticated);
    let here =
        actor.principal().filter(|here| here.kind == SessionKind::Session).ok_or(stranger)?;
    let _place = crewdesk.hasher().admit().await?;
    let (admission, stored) = count(crewdesk, here).await?;
    match admission {
        Admission::Admitted => {}
        Admission::Busy => return Err(Error::TooMany { retry_after: Span::seconds(1) }),
        Admission::Locked => return give_up(crewdesk, actor, here.session_id).await,
    }
    if crewdesk.hasher().verify(password, stored.as_deref()).await? {
        return crewdesk.write(actor, async |cx| forget(cx).await).await;
    }
    let locked = crewdesk.write(actor, async |cx| {
        let session = cx.principal()?.session_id;
        tries::lock_if_reached(cx, session.as_uuid()).await
    });
    if locked.await? {
        return give_up(crewdesk, actor, here.session_id).await;
    }
    Err(Error::field("password", Code::CredentialsWrong))
}

async fn count(crewdesk: &Crewdesk, here: &Principal) -> Result<(Admission, Option<String>)> {
    let now = crewdesk.clock().now();
    let (session, account) = (here.session_id.as_uuid(), here.account_id);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            let admission = tries::count(tx, session, now, crewdesk.policy()).await?;
            Ok((admission, accounts::lock(tx, account).await?.password_hash))
        })
        .await
}

async fn forget(cx: &mut Cx<'_>) -> Result<()> {
    let session = cx.principal()?.session_id;
    tries::unlock(cx, session.as_uuid()).await.map(|_| ())
}

async fn give_up(crewdesk: &Crewdesk, actor: &Actor, session: SessionId) -> Result<()> {
    crewdesk.write(actor, async |cx| super::revoke_own(cx, session).await).await?;
    Err(Error::Unauthenticated(Code::Unauthenticated))
}
