//! Renewing a session: a signed-in person shows once more that it is them, by whatever lets them sign in (SPEC ACC-5,
//! ACC-9; SECURITY.md S8). It counts like a sign-in, but the session stays the same one.

use db::{Tx, params};
use kernel::{Code, Error, Result, Secret, Token};

use super::fresh::{count, missed, person, prove};
use super::open::{Admitted, Method, SignedIn, admit};
use super::proof::Target;
use super::second_factor::{self, Asked};
use super::sign_ins::Verdict;
use super::table::RENEW;
use super::tries;
use crate::access::{Action, Principal};
use crate::accounts::{self, Purpose, sent};
use crate::actor::Actor;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::{self, Second};
use crate::product::Crewdesk;
use crate::users;

/// What a signed-in person shows.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// The password, and the second factor where there is one.
    Password {
        /// The password.
        password: &'a Secret,
        /// The second factor.
        code: Option<&'a Secret>,
    },
    /// A passkey, which is both.
    Passkey {
        /// Stands for what the browser was asked.
        request: &'a Token,
        /// What it answered.
        credential: &'a str,
    },
}

/// By what a session may be renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// Whether there is a password.
    pub has_password: bool,
    /// What may be shown beside it; nothing where the password alone will do. A passkey will do alone.
    pub methods: Vec<Second>,
}

/// By what the actor's session may be renewed.
///
/// # Errors
/// [`Error::Unauthenticated`] for anyone but a signed-in person; [`Error::Forbidden`] with `signed_in_by_provider`.
pub async fn renewal(crewdesk: &Crewdesk, actor: &Actor) -> Result<Renewal> {
    let here = own(actor)?;
    let (target, has_password) = target(crewdesk, here).await?;
    let Some(account) = &target.account else { return Err(Error::NotFound) };
    let Asked { methods, .. } = second_factor::asked(crewdesk, &target, account).await?;
    Ok(Renewal { has_password, methods })
}

/// A person's session of their own: what a provider has opened is renewed there.
fn own(actor: &Actor) -> Result<&Principal> {
    let here = person(actor)?;
    match here.by_provider {
        true => Err(Error::Forbidden(Code::SignedInByProvider)),
        false => Ok(here),
    }
}

async fn target(crewdesk: &Crewdesk, here: &Principal) -> Result<(Target, bool)> {
    let read = crewdesk.db().read(async |tx: &mut Tx| -> Result<(Target, bool)> {
        let account = accounts::seen(tx, here.account_id).await?;
        let has_password = account.password_hash.is_some();
        let target = Target {
            account: Some(account),
            memberships: accounts::memberships(tx, here.account_id).await?,
            organisation: Some(here.organisation_id),
            subject: here.session_id.as_uuid(),
        };
        Ok((target, has_password))
    });
    read.await
}

/// Sends a code that renews the session beside the password; a former one is void.
///
/// # Errors
/// [`Error::Conflict`] with `no_second_factor` for what may not be shown; [`Error::TooMany`] after too many codes in
/// a day; else as [`renewal`].
pub async fn send_renewal_code(crewdesk: &Crewdesk, actor: &Actor, method: Second) -> Result<()> {
    let none = || Error::conflict(Code::NoSecondFactor);
    let kind = method.sent().ok_or_else(none)?;
    if !renewal(crewdesk, actor).await?.methods.contains(&method) {
        return Err(none());
    }
    let verb = crewdesk.write(actor, async |cx| {
        cx.require(Action::FactorsOwn)?;
        let session = cx.principal()?.session_id;
        let me = users::myself(cx).await?;
        let account = accounts::lock(cx.tx, me.account_id).await?;
        let way = factors::way(&account, kind).ok_or_else(none)?;
        let request = Token::generate("cdr", cx.entropy).hash();
        let bound = sent::bound(&session, kind);
        sent::send(cx, &account, &way, Purpose::Renewal, request, &bound).await
    });
    verb.await
}

/// Renews the actor's session: it gets a new secret and its full length, and the old secret is dead.
///
/// # Errors
/// [`Error::Invalid`] naming `password`, `code` or `credential`; [`Error::Unauthenticated`] after too many wrong
/// tries, which end the session; [`Error::Forbidden`] as for a sign-in, and with `signed_in_by_provider`.
pub async fn renew(crewdesk: &Crewdesk, actor: &Actor, shown: Shown<'_>) -> Result<SignedIn> {
    own(actor)?;
    let (method, second) = match shown {
        Shown::Password { password, code } => {
            prove(crewdesk, actor, password).await?;
            (Method::Password, prove_second(crewdesk, actor, code).await?)
        }
        Shown::Passkey { request, credential } => {
            prove_passkey(crewdesk, actor, request, credential).await?;
            (Method::Passkey, Some(Second::Passkey))
        }
    };
    crewdesk.write(actor, async |cx| finish(cx, method, second).await).await
}

/// The second factor of a signed-in person who has one; its wrong tries are counted like those of the password.
async fn prove_second(
    crewdesk: &Crewdesk,
    actor: &Actor,
    code: Option<&Secret>,
) -> Result<Option<Second>> {
    let (here, now) = (person(actor)?, crewdesk.clock().now());
    let account = here.account_id;
    if !crewdesk.db().read(async |tx: &mut Tx| factors::any(tx, account).await).await? {
        return Ok(None);
    }
    let code = code.ok_or_else(|| Error::field("code", Code::Required))?.expose();
    count(crewdesk, actor).await?;
    let accepted = crewdesk.db().write(async |tx: &mut Tx| {
        factors::accept(tx, crewdesk.sealer(), account, code, now).await
    });
    if let Some(second) = accepted.await? {
        return Ok(Some(second));
    }
    match prove_sent(crewdesk, here, code).await? {
        Some(second) => Ok(Some(second)),
        None => Err(missed(crewdesk, actor, Verdict::WrongSecondFactor).await),
    }
}

/// The same for a code that was sent for this session.
async fn prove_sent(crewdesk: &Crewdesk, here: &Principal, code: &str) -> Result<Option<Second>> {
    let (account, now) = (here.account_id, crewdesk.clock().now());
    let to = (Purpose::Renewal, here.session_id.to_string());
    let Some((id, kind)) = sent::prove_bound(crewdesk, account, to, code).await? else {
        return Ok(None);
    };
    let taken = crewdesk.db().write(async |tx: &mut Tx| match sent::take(tx, id, now).await? {
        true => factors::accept_sent(tx, account, kind, now).await,
        false => Ok(None),
    });
    taken.await
}

async fn prove_passkey(
    crewdesk: &Crewdesk,
    actor: &Actor,
    request: &Token,
    credential: &str,
) -> Result<()> {
    let here = person(actor)?;
    count(crewdesk, actor).await?;
    match factors::identify(crewdesk, request, credential).await {
        Ok(account) if account == here.account_id => Ok(()),
        Ok(_) | Err(Error::Unauthenticated(_)) => {
            Err(missed(crewdesk, actor, Verdict::WrongPasskey).await)
        }
        Err(other) => Err(other),
    }
}

async fn finish(cx: &mut Cx<'_>, method: Method, second: Option<Second>) -> Result<SignedIn> {
    cx.require(Action::FactorsOwn)?;
    let here = cx.principal()?.clone();
    let me = users::myself(cx).await?;
    let account = accounts::lock(cx.tx, here.account_id).await?;
    if second.is_none() && factors::any(cx.tx, account.id).await? {
        // Added a moment ago.
        return Err(Error::field("code", Code::Required));
    }
    let Admitted { account, limits, demand } = admit(cx, &me, &account, (method, second)).await?;
    let token = Token::generate("cds", cx.entropy);
    let expires_at = limits.ends_at;
    let idle_until = expires_at.min(cx.now.plus(limits.idle));
    let id = here.session_id;
    let values = params![id, token.hash(), cx.now, idle_until, expires_at, second, demand.is_now()];
    cx.tx.execute(RENEW, &values).await?;
    tries::unlock(cx, id.as_uuid()).await?;
    let subject = Subject::new("user", here.user_id.as_uuid(), &here.display_name);
    let facts = serde_json::json!({"method": method, "second_factor": second});
    cx.record(Event::new("session.renewed", subject).with(facts)).await?;
    Ok(SignedIn {
        token,
        session_id: id,
        user_id: here.user_id,
        organisation_id: here.organisation_id,
        expires_at,
        must_change_password: account.must_change_password,
        second_factor: demand,
        device: None,
    })
}
