//! One account, several organisations (SECURITY.md decision 2).

use db::params;
use kernel::ids::{AccountId, OrganisationId};
use kernel::{Code, Error, Result, Token};

use super::open::{Method, SignedIn, open, open_until};
use super::sign_in::{Outcome, trusting};
use super::table::{PROOF, Proof};
use crate::access::{Action, SessionKind};
use crate::accounts::tickets::{self, Next, SoFar};
use crate::accounts::{self, Account, Membership};
use crate::actor::{Actor, Origin};
use crate::cx::Cx;
use crate::factors;
use crate::identity_providers;
use crate::product::Crewdesk;
use crate::users::{self, Lifecycle, User};

/// Finishes a sign-in that asked for the organisation.
///
/// # Errors
/// [`Error::Unauthenticated`] for a ticket that is used, too old or none; [`Error::Forbidden`] where the
/// user may not sign in there, and the ticket is still good for another organisation.
pub async fn choose(
    crewdesk: &Crewdesk,
    origin: &Origin,
    ticket: &Token,
    organisation: OrganisationId,
) -> Result<Outcome> {
    let actor = Actor::anonymous(origin.clone());
    // Whether there is such an organisation is told to nobody without a good ticket (SECURITY.md S9).
    let unknown = |error| match error {
        Error::NotFound => Error::Unauthenticated(Code::Unauthenticated),
        other => other,
    };
    let opened = crewdesk.write_in(organisation, &actor, async |cx| {
        let (account, so_far) = tickets::redeem(cx.tx, ticket, Next::Organisation, cx.now).await?;
        let account = accounts::lock(cx.tx, account).await?;
        let user = user_here(cx, &account).await?;
        let opened = open(cx, &user, &account, Method::Password, so_far.second).await?;
        trusting(cx, &user, opened, so_far.trust).await
    });
    match opened.await {
        Err(Error::Forbidden(Code::SingleSignOnOnly)) => {
            let asked = crewdesk.write_in(organisation, &actor, async |cx| {
                let (account, _) =
                    tickets::redeem(cx.tx, ticket, Next::Organisation, cx.now).await?;
                by_which(cx, account).await
            });
            asked.await
        }
        other => other.map(Outcome::SignedIn).map_err(unknown),
    }
}

/// By which providers somebody goes on who has shown a right password.
pub(super) async fn by_which(cx: &mut Cx<'_>, account: AccountId) -> Result<Outcome> {
    let offers = identity_providers::offered_here(cx).await?;
    let ticket = tickets::issue(cx, account, Next::Provider, SoFar::default()).await?;
    Ok(Outcome::Provider { ticket, offers })
}

/// Opens a session in another organisation of the same account. The proof is not fresher by it, and the
/// session ends with the one it came from at the latest.
///
/// # Errors
/// [`Error::Unauthenticated`] for anyone but a signed-in person; [`Error::Forbidden`] where the user may
/// not sign in there.
pub async fn switch(
    crewdesk: &Crewdesk,
    actor: &Actor,
    organisation: OrganisationId,
) -> Result<SignedIn> {
    let stranger = Error::Unauthenticated(Code::Unauthenticated);
    let here =
        actor.principal().filter(|here| here.kind == SessionKind::Session).ok_or(stranger)?;
    if here.must_change_password {
        return Err(Error::Forbidden(Code::PasswordChangeRequired));
    }
    if here.must_enrol {
        return Err(Error::Forbidden(Code::SecondFactorMissing));
    }
    // An organisation's provider opens that organisation and no other.
    if here.by_provider {
        return Err(Error::Forbidden(Code::SignedInByProvider));
    }
    let (session, account) = (here.session_id, here.account_id);
    let there = Actor::anonymous(actor.origin.clone());
    let opened = crewdesk.write_in(organisation, &there, async |cx| {
        let account = accounts::lock(cx.tx, account).await?;
        // The session must still live: its organisation may have ended it a moment ago.
        crate::access::load_by_session(cx.tx, session, cx.now).await?;
        let proof = cx.tx.one::<Proof>(PROOF, &params![session]).await?;
        if proof.second_factor.is_none() && factors::any(cx.tx, account.id).await? {
            return Err(Error::Forbidden(Code::FreshSignInRequired));
        }
        let user = user_here(cx, &account).await?;
        let times = (proof.authenticated_at, proof.expires_at);
        open_until(cx, &user, &account, (Method::Switch, proof.second_factor), times).await
    });
    opened.await.map_err(|error| match error {
        Error::NotFound => Error::Forbidden(Code::NoOrganisation),
        other => other,
    })
}

/// The organisations of the actor's account.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn organisations(cx: &mut Cx<'_>) -> Result<Vec<Membership>> {
    cx.require(Action::SelfService)?;
    let here = cx.principal()?;
    let (account, only_here) = (here.account_id, here.by_provider);
    let mut all = accounts::memberships(cx.tx, account).await?;
    // Where else somebody is a user is not for an organisation's provider to know.
    all.retain(|one| !only_here || one.organisation_id == cx.organisation_id);
    Ok(all)
}

/// The account's user in the organisation of `cx`, if it may sign in.
async fn user_here(cx: &mut Cx<'_>, account: &Account) -> Result<User> {
    let memberships = accounts::memberships(cx.tx, account.id).await?;
    let here = memberships.into_iter().find(|m| m.organisation_id == cx.organisation_id);
    let user = match here {
        Some(here) => users::load(cx, here.user_id).await?,
        None => None,
    };
    let user = user.ok_or(Error::Forbidden(Code::NoOrganisation))?;
    match user.lifecycle {
        Lifecycle::Active => Ok(user),
        Lifecycle::Invited => crate::invitations::accept_by_sign_in(cx, account, user).await,
        Lifecycle::Suspended => Err(Error::Forbidden(Code::UserSuspended)),
        Lifecycle::Deactivated => Err(Error::Forbidden(Code::UserDeactivated)),
    }
}
