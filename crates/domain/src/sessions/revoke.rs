//! Ending sessions. Presence follows whenever one ends.

use db::{Query, params};
use kernel::ids::{AccountId, OrganisationId, SessionId, UserId};
use kernel::{Error, Result};
use serde_json::json;

use super::table::{
    COUNT, DELETE, END_ALL, Ending, LIVING, OF_ACCOUNT, OF_USER, ONE_OF_ACCOUNT, ONE_OF_USER,
};
use crate::access::{Action, SessionKind};
use crate::actor::Actor;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors;
use crate::jobs::{self, Job};
use crate::product::Crewdesk;
use crate::users::{self, Presence};

/// Ends the actor's session or token.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn sign_out(cx: &mut Cx<'_>) -> Result<()> {
    let session = cx.principal()?.session_id;
    revoke_own(cx, session).await
}

/// Ends one of the actor's own sessions, in whichever organisation it is.
///
/// # Errors
/// [`Error::NotFound`] for any other session.
pub async fn revoke_own(cx: &mut Cx<'_>, session: SessionId) -> Result<()> {
    let here = cx.principal()?;
    let (account, current) = (here.account_id, here.session_id);
    let only_here = here.by_provider;
    if session != current {
        cx.require(Action::SelfService)?;
    }
    let found = cx.tx.optional::<Ending>(ONE_OF_ACCOUNT, &params![account, session]).await?;
    let found = found.filter(|one| !only_here || one.organisation_id == cx.organisation_id);
    let ending = found.ok_or(Error::NotFound)?;
    end(cx, ending, "session.ended").await
}

/// Ends all the actor's sessions but the present one, in every organisation of the account, and trusts no device
/// any more; answers how many.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn revoke_others(cx: &mut Cx<'_>) -> Result<usize> {
    cx.require(Action::SelfService)?;
    let here = cx.principal()?;
    let (account, current, only_here) = (here.account_id, here.session_id, here.by_provider);
    let mut endings = cx.tx.all::<Ending>(OF_ACCOUNT, &params![account, current]).await?;
    endings.retain(|one| !only_here || one.organisation_id == cx.organisation_id);
    let count = endings.len();
    for ending in endings {
        end(cx, ending, "session.ended").await?;
    }
    if !only_here {
        factors::distrust_all(cx.tx, account).await?;
    }
    Ok(count)
}

/// Ends a session of a user in this organisation.
///
/// # Errors
/// [`Error::NotFound`] where the user has no such session; as for every verb on a person.
pub async fn revoke(cx: &mut Cx<'_>, user: UserId, session: SessionId) -> Result<()> {
    users::find(cx, user, Action::UsersSessions).await?;
    let values = params![cx.organisation_id, user, session];
    let found = cx.tx.optional::<Ending>(ONE_OF_USER, &values).await?;
    end(cx, found.ok_or(Error::NotFound)?, "session.revoked").await
}

/// Ends every session of a user in this organisation, and trusts no device of theirs; answers how many.
///
/// # Errors
/// As for every verb on a person.
pub async fn revoke_all(cx: &mut Cx<'_>, user: UserId) -> Result<usize> {
    let account = users::find(cx, user, Action::UsersSessions).await?.user.account_id;
    factors::distrust_all(cx.tx, account).await?;
    let values = params![cx.organisation_id, user];
    let endings = cx.tx.all::<Ending>(OF_USER, &values).await?;
    let count = endings.len();
    for ending in endings {
        end(cx, ending, "session.revoked").await?;
    }
    Ok(count)
}

/// Ends every session and token of a user in this organisation. The caller records why.
pub(crate) async fn end_all(cx: &mut Cx<'_>, user: UserId) -> Result<u64> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.execute(END_ALL, &params![organisation, user]).await?)
}

/// How many sessions and tokens a user has.
pub(crate) async fn count(cx: &mut Cx<'_>, user: UserId) -> Result<i64> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.one::<(i64,)>(COUNT, &params![organisation, user]).await?.0)
}

/// How many sessions and API tokens these users have together.
pub(crate) async fn count_of(cx: &mut Cx<'_>, users: &[UserId]) -> Result<i64> {
    let mut query = Query::new("SELECT COUNT(*) FROM sessions WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND user_id IN ").bind_list(users.iter().copied());
    Ok(cx.tx.list::<(i64,)>(&query).await?.first().map_or(0, |(count,)| *count))
}

/// Ends every session of an account but one, in all organisations: what a changed password does. API
/// tokens stay: they were not made with the password, and integrations hang on them.
pub(crate) async fn end_of_account(
    cx: &mut Cx<'_>,
    account: AccountId,
    except: Option<SessionId>,
) -> Result<usize> {
    let none = SessionId::from_uuid(uuid::Uuid::nil());
    let values = params![account, except.unwrap_or(none)];
    let endings = cx.tx.all::<Ending>(OF_ACCOUNT, &values).await?;
    let count = endings.len();
    for ending in endings {
        end(cx, ending, "session.ended").await?;
    }
    Ok(count)
}

/// Ends one. Where it belongs to another organisation, the secret is dead at once; that organisation's
/// log and list follow by a job, because its lock is not ours to take.
pub(super) async fn end(cx: &mut Cx<'_>, ending: Ending, action: &'static str) -> Result<()> {
    cx.tx.execute(DELETE, &params![ending.id]).await?;
    if ending.organisation_id != cx.organisation_id {
        let job = Job::FollowSessions {
            organisation_id: ending.organisation_id,
            user_id: ending.user_id,
            session_id: ending.id,
        };
        return jobs::enqueue(cx, &job, jobs::Terms::default()).await;
    }
    record(cx, &ending, action).await?;
    log_out_if_last(cx, ending.user_id).await
}

async fn record(cx: &mut Cx<'_>, ending: &Ending, action: &'static str) -> Result<()> {
    let subject = Subject::new("user", ending.user_id.as_uuid(), &ending.display_name);
    let event = match (ending.kind, action) {
        (SessionKind::ApiToken, "session.expired") => Event::new("token.expired", subject),
        (SessionKind::ApiToken, _) => Event::new("token.revoked", subject),
        (SessionKind::Session, _) => Event::new(action, subject),
    };
    let facts = json!({"session_id": ending.id, "name": ending.name});
    cx.record(event.with(facts)).await
}

/// Shows a user as logged out once no session lives.
async fn log_out_if_last(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    let (living,) = cx.tx.one::<(i64,)>(LIVING, &params![organisation, user, cx.now]).await?;
    if living == 0 {
        users::set_presence(cx.tx, organisation, user, Presence::LoggedOut).await?;
    }
    Ok(())
}

/// Does in the user's organisation what follows a session that was ended from another one: the work of
/// [`Job::FollowSessions`]. Doing it twice records it twice and harms nothing else.
///
/// # Errors
/// Faults of the database.
pub async fn follow_presence(
    crewdesk: &Crewdesk,
    actor: &Actor,
    organisation: OrganisationId,
    user: UserId,
    session: SessionId,
) -> Result<()> {
    crewdesk
        .write_in(organisation, actor, async |cx| {
            let Some(user) = users::load(cx, user).await? else { return Ok(()) };
            let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
            let facts = json!({"session_id": session});
            cx.record(Event::new("session.ended", subject).with(facts)).await?;
            log_out_if_last(cx, user.id).await
        })
        .await
}
